internal import ArgumentParser
internal import Diagnostics
internal import Foundation
internal import Prose
internal import Results
internal import StudyFiles
internal import Templating

/// `greenwood numbers`: every result by name.
struct NumbersCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "numbers",
        abstract: "List every result: its name, what it prints, and where the bundle uses it.",
        discussion: """
            The names are those that a template uses between {{ and }}. A place in the text is the file, line and column of \
            the tag that prints the result there.

              greenwood numbers study.yaml median      only names that have 'median' in them
              greenwood numbers results.json --json    all, with values at full precision
            """)

    @Argument(
        help: "The study file, or results that were analysed before.", completion: .file(extensions: ["yaml", "json"]))
    var study: String

    @Argument(help: "Only names that have all of these texts in them.")
    var texts: [String] = []

    @Flag(help: "Print JSON, with values at full precision and the place of each in results.json.")
    var json = false

    @Flag(help: "Only results that the bundle prints nowhere.")
    var unused = false

    @Option(help: "The folder of the study's own templates.", completion: .directory)
    var templates: String?

    mutating func run() throws {
        let session = Session()
        defer { session.progress?.end() }
        let results: StudyResults
        var location: SourceLocation?
        if study.hasSuffix(".json") {
            results = try session.readResults(study)
        } else {
            guard let loaded = session.load(study) else { throw session.fault() }
            results = session.analyze(loaded)
            location = loaded.study.templateLocation
        }
        guard
            let listed = session.numbers(
                of: results, templatesBeside: templates ?? folderName(of: study), namedAt: location)
        else { throw session.fault() }
        let chosen = listed.filter { number in
            texts.allSatisfy { number.name.localizedCaseInsensitiveContains($0) } && !(unused && !number.uses.isEmpty)
        }
        session.printMessages()
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            FileHandle.standardOutput.write(try encoder.encode(chosen) + Data("\n".utf8))
        } else {
            print(ListedNumber.text(chosen), terminator: "")
        }
    }
}

/// A result as `greenwood numbers` lists it.
struct ListedNumber: Encodable {
    /// A place that prints it.
    struct Use: Encodable {
        /// `manuscript`, `table` or `figure`.
        var kind: String
        /// The tag in the template, or the name of the table or figure.
        var place: String
    }

    /// The name, as a template writes it.
    var name: String
    /// The number at full precision; nil for words and for what has no value.
    var value: Double?
    /// What a sentence prints.
    var printed: String
    /// Where it stands in results.json, as a JSON pointer.
    var source: String
    var uses: [Use]

    init(_ entry: PhrasebookEntry, uses: [ResultUse]) {
        name = entry.name.description
        if case .number(let number, _) = entry.value, number.isFinite { value = number }
        printed = entry.formatted
        source = entry.source
        self.uses = uses.map { use in
            switch use {
            case .manuscript(let place): Use(kind: "manuscript", place: place.text)
            case .table(let id): Use(kind: "table", place: id)
            case .figure(let id): Use(kind: "figure", place: id)
            }
        }
    }

    /// The list in columns: name, what is printed, where.
    static func text(_ numbers: [ListedNumber]) -> String {
        let width = min(numbers.map(\.name.count).max() ?? 0, 60)
        let printedWidth = min(numbers.map(\.printed.count).max() ?? 0, 32)
        func padded(_ text: String, _ width: Int) -> String {
            text + String(repeating: " ", count: max(0, width - text.count))
        }
        return numbers.map { number in
            let uses = number.uses.map { $0.kind == "manuscript" ? $0.place : "\($0.kind) \($0.place)" }
            let line =
                "\(padded(number.name, width))  \(padded(number.printed, printedWidth))"
                + (uses.isEmpty ? "" : "  \(uses.joined(separator: ", "))")
            return String(line.reversed().drop { $0 == " " }.reversed()) + "\n"
        }.joined()
    }
}
