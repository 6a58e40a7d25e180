internal import ArgumentParser
internal import Auditing
internal import Diagnostics
internal import Foundation
internal import ManuscriptReading
internal import Prose
internal import Results
internal import Templating

/// `greenwood audit`: does a manuscript tell the truth?
struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Look for numbers of a manuscript that do not fit each other.",
        discussion: """
            The manuscript can be anybody's: Word (.docx), HTML, Markdown or plain text, also text made from a PDF by \
            'pdftotext -layout'. Estimates are held against their intervals and p-values, percentages against counts, \
            p-values against the tests of the printed counts, the text against the tables. Rounding is respected. Each rule \
            has a page in the documentation, by the name in brackets.

            Exit codes: 0 no contradiction was found, 1 one was, or the file can't be read.
            """)

    @Argument(help: "The manuscript.", completion: .file(extensions: ["docx", "html", "md", "txt"]))
    var file: String

    @Option(help: "Also hold the numbers against this bundle (or results.json).", completion: .directory)
    var against: String?

    @Option(help: "With --against: an older bundle, whose numbers are called stale.", completion: .directory)
    var older: String?

    @Flag(help: "Print JSON instead of text.")
    var json = false

    @Option(help: "Also write a report to this HTML file.", completion: .file(extensions: ["html"]))
    var html: String?

    func validate() throws {
        if older != nil, against == nil { throw ValidationError("--older needs --against, the current bundle") }
    }

    mutating func run() throws {
        let session = Session()
        guard let bytes = session.read(file) else { throw session.fault() }
        let manuscript: Manuscript
        do {
            manuscript = try readManuscript(bytes, name: file)
        } catch {
            session.sink.emit(error.diagnostic(reading: file))
            throw session.fault()
        }
        var findings = audit(manuscript)
        if let against {
            let results = try session.knownResults(of: against)
            findings += try audit(manuscript, against: results, older: older.map(session.knownResults))
        }
        let report = AuditReport(
            file: file, findings: findings, coverage: coverage(of: manuscript),
            program: "greenwood \(programVersion)")
        if let html { try session.write(Array(report.html.utf8), to: html) }
        try session.write(json ? report.json() : Array(report.text.utf8), to: "-")
        session.printMessages()
        if report.hasContradictions { throw ExitCode(Exit.fault) }
    }
}

extension Session {
    /// The numbers of a bundle's results, as its sentences name and print them.
    func knownResults(of bundle: String) throws -> KnownResults {
        let path = bundle.hasSuffix(".json") ? bundle : "\(bundle)/results.json"
        guard let bytes = read(path) else { throw fault() }
        let results: StudyResults
        do {
            results = try StudyResults(decodingJSON: bytes)
        } catch {
            report(error, reading: path)
            throw fault()
        }
        guard let style = houseStyle(of: results) else { throw fault() }
        var (numbers, names): ([KnownNumber], [String]) = ([], [])
        for entry in Phrasebook(results, style: style).entries {
            switch entry.value {
            case .number(let value, let printed):
                numbers.append(KnownNumber(name: entry.name.segments, value: value, printed: printed))
            case .text(let text): names.append(text)
            default: break
            }
        }
        return KnownResults(numbers, names: names)
    }
}

extension ManuscriptReadingError {
    /// The message about a file that is no manuscript.
    func diagnostic(reading file: String) -> Diagnostic {
        let reason =
            switch self {
            case .unsupported(let what): "it is \(what)"
            case .damaged(let what): "it is damaged: \(what)"
            case .empty: "there are no words in it"
            }
        return Diagnostic(
            .unreadableManuscript, at: nil, "'\(file)' can't be read as a manuscript: \(reason)",
            help: ["give a Word file (.docx), HTML, Markdown or plain text"])
    }
}
