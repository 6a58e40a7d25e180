internal import ArgumentParser
internal import Auditing
internal import Diagnostics
internal import Foundation
internal import ManuscriptReading

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

    @Flag(help: "Print JSON instead of text.")
    var json = false

    @Option(help: "Also write a report to this HTML file.", completion: .file(extensions: ["html"]))
    var html: String?

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
        let report = AuditReport(
            file: file, findings: audit(manuscript), coverage: coverage(of: manuscript),
            program: "greenwood \(programVersion)")
        if let html { try session.write(Array(report.html.utf8), to: html) }
        try session.write(json ? report.json() : Array(report.text.utf8), to: "-")
        session.printMessages()
        if report.hasContradictions { throw ExitCode(Exit.fault) }
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
