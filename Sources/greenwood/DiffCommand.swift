internal import ArgumentParser
internal import Comparing
internal import Diagnostics
internal import Documents
internal import Foundation

/// `greenwood diff`: what a data refresh changed.
struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Say what changed between two bundles, the important changes first.",
        discussion: """
            OLD and NEW are bundles or their results.json. With one bundle, the results that its last rebuild replaced are \
            the old ones.

            With --study, --data-old and --data-new the analysis is run on the data in between, so that each change is \
            attributed to corrected values, new follow-up or new patients. The folders stand for the study file's own.

            Exit codes: 0 nothing important changed, 1 something did (an effect's direction, a p-value or an interval that \
            crossed its bound, a median reached or not, an estimate that came or went, another test, another model), \
            2 something could not be read or written.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case terminal, markdown, html, word, json
    }

    @Argument(help: "The old bundle or results.json.", completion: .file())
    var old: String?

    @Argument(help: "The new bundle or results.json.", completion: .file())
    var new: String?

    @Option(help: "How the report is written; without it by the ending of --output, else for the terminal.")
    var format: Format?

    @Option(name: .shortAndLong, help: "Where to write the report; '-' is standard output.")
    var output = "-"

    @Flag(help: "Write a letter to co-authors instead of the report (Markdown, HTML or Word).")
    var letter = false

    @Flag(help: "List every change, not only the largest.")
    var all = false

    @Option(help: "The folder of the study's own templates, so that sentences are known by their results.")
    var templates: String?

    @Option(help: "A folder for figures of the old curves behind the new ones (PDF, SVG, PNG).")
    var figures: String?

    @Option(help: "The study file, for attribution.", completion: .file(extensions: ["yaml", "yml"]))
    var study: String?

    @Option(help: "The folder of the old data files, as a path from here.", completion: .directory)
    var dataOld: String?

    @Option(help: "The folder of the new data files, as a path from here.", completion: .directory)
    var dataNew: String?

    @Option(help: "A file for the table of corrected cells: it shows patients' data. '-' is standard output.")
    var correctedCells: String?

    func validate() throws {
        let attribution = [study, dataOld, dataNew].compactMap(\.self)
        guard attribution.isEmpty || attribution.count == 3 else {
            throw ValidationError("--study, --data-old and --data-new belong together")
        }
        for (option, folder) in [("--data-old", dataOld), ("--data-new", dataNew)] {
            var isFolder: ObjCBool = false
            guard let folder else { continue }
            let exists = FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder)
            guard !exists || !isFolder.boolValue else { continue }
            throw ValidationError(
                "\(option) takes a folder, and '\(folder)' is none: paths begin where the command is run")
        }
        guard old != nil || !attribution.isEmpty else { throw ValidationError("name the bundles to compare") }
        guard correctedCells == nil || !attribution.isEmpty else {
            throw ValidationError("--corrected-cells needs --study, --data-old and --data-new")
        }
        guard chosenFormat != .word || output != "-" else {
            throw ValidationError("a Word file needs a name: add --output FILE.docx")
        }
        guard !letter || [.markdown, .html, .word].contains(chosenFormat) else {
            throw ValidationError(
                "a letter is Markdown, HTML or Word: add --format, or an --output that ends in .md, .html or .docx")
        }
    }

    /// The format asked for, or the one that the output's name tells.
    private var chosenFormat: Format {
        if let format { return format }
        switch URL(filePath: output).pathExtension.lowercased() {
        case "md", "markdown": return .markdown
        case "html", "htm": return .html
        case "docx": return .word
        case "json": return .json
        default: return .terminal
        }
    }

    mutating func run() throws {
        let session = Session(faultCode: Exit.trouble)
        defer { session.progress?.end() }
        let refresh = try attribution(session)
        guard
            let pair = session.editions(old: old, new: new, of: refresh, templates: templates ?? study.map(folderName))
        else { throw session.fault() }
        var comparison = compare(pair.old.edition, to: pair.new.edition, oldName: pair.old.name, newName: pair.new.name)
        if let refresh {
            session.attribute(&comparison, from: pair.old, to: pair.new, by: refresh)
            if let correctedCells { try session.write(refresh.correctedCells, to: correctedCells) }
        }
        if session.sink.hasErrors { throw session.fault() }
        let overlays = try session.overlays(from: pair.old.edition, to: pair.new.edition)
        if let figures { try session.write(overlays, into: figures) }
        try write(comparison, overlays, session)
        session.printMessages()
        if comparison.hasFlipped { throw ExitCode(Exit.flipped) }
    }

    private func attribution(_ session: Session) throws -> RefreshAnalysis? {
        guard let study, let dataOld, let dataNew else { return nil }
        guard let refresh = session.analyzeRefresh(of: study, old: dataOld, new: dataNew) else { throw session.fault() }
        return refresh
    }

    private func write(_ comparison: Comparison, _ overlays: [Overlay], _ session: Session) throws {
        session.progress?.end()
        let reader: Comparison.Reader = letter ? .coauthors : .analyst
        let text: String
        switch chosenFormat {
        case .terminal:
            text = comparison.report(for: terminal(isPlain: output != "-"), all: all)
        case .json:
            return try session.write(try comparison.encodedJSON(), to: output)
        case .word:
            let document = comparison.document(for: reader, figures: overlays.map { $0.figure(in: "") })
            let writer = WordWriter(WordOptions(date: Session.overlayDate))
            return try session.write(writer.file(document, pictures: session.pictures(of: overlays)), to: output)
        case .html:
            let pictures = overlays.map { $0.figure(in: "") }
            text = HTMLWriter().page(comparison.document(for: reader, figures: pictures))
        case .markdown:
            // Markdown refers to pictures, so they need a place beside it.
            let folder =
                figures ?? (output == "-" ? nil : "\(URL(filePath: output).deletingPathExtension().path)-figures")
            if let folder, figures == nil, !overlays.isEmpty { try session.write(overlays, into: folder) }
            let name = folder.map { relativePath(of: $0, from: folderName(of: output)) }
            let pictures = name.map { name in overlays.map { $0.figure(in: name) } } ?? []
            text = MarkdownWriter().text(comparison.document(for: reader, figures: pictures))
        }
        try session.write(Array(text.utf8), to: output)
    }
}

/// The terminal of standard output; without colours where they are not seen or not wanted (NO_COLOR).
func terminal(isPlain: Bool = false, _ file: Int32 = STDOUT_FILENO) -> TerminalText {
    let environment = ProcessInfo.processInfo.environment
    let isTerminal = isatty(file) == 1
    var size = winsize()
    let measured = isTerminal && ioctl(file, UInt(TIOCGWINSZ), &size) == 0 ? Int(size.ws_col) : 0
    let width = environment["COLUMNS"].flatMap { Int($0) } ?? (measured > 0 ? measured : 100)
    let noColor = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    return TerminalText(
        width: min(width, 160), hasColor: !isPlain && isTerminal && !noColor && environment["TERM"] != "dumb")
}

/// A folder as a link from another one has it, where it lies inside; else as it is.
func relativePath(of path: String, from folder: String) -> String {
    let (target, base) = (URL(filePath: path).standardizedFileURL.path, URL(filePath: folder).standardizedFileURL.path)
    let prefix = base.hasSuffix("/") ? base : base + "/"
    return target.hasPrefix(prefix) ? String(target.dropFirst(prefix.count)) : target
}
