internal import ArgumentParser
internal import Databases
internal import Diagnostics
internal import Foundation
internal import Prose
internal import Results
internal import StudyFiles
internal import Templating

/// `greenwood explain`: what a message, a key of the study file or a result means.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Explain a message, a key of the study file, or a result.",
        discussion: """
              greenwood explain unknown-column              a message or a rule of the audit, by the word in its brackets
              greenwood explain endpoints.at                a key of the study file; its last word is enough
              greenwood explain pfs.hr.full -r output/hcc   a result: how it was computed, and what it rests on
              greenwood explain data study.yaml             what a database counts, what is read as rows and why
            """)

    @Argument(help: "The message, key or result; several words are joined by dots.")
    var what: [String]

    @Option(
        name: [.customShort("r"), .customLong("results")],
        help: "The bundle or results.json in which a result is looked up.", completion: .file())
    var results: String?

    mutating func run() throws {
        let name = what.joined(separator: ".")
        let session = Session()
        if what.count == 2, what[0] == "data" {
            print(try explainData(of: what[1], in: session))
            return
        }
        if let page = Handbook.page("Messages/\(name).md") ?? Handbook.page("AuditRules/\(name).md") {
            print(page, terminator: "")
            return
        }
        if let results {
            print(try explainResult(name, of: results, in: session))
            return
        }
        let keys = StudyLanguage.explanations(of: name)
        guard !keys.isEmpty else {
            session.sink.emit(unknown(name, among: DiagnosticID.allCases.map(\.rawValue) + StudyLanguage.keyNames))
            throw session.fault()
        }
        print(keys.map { ([$0.path] + $0.lines.map { "  \($0)" }).joined(separator: "\n") }.joined(separator: "\n\n"))
    }

    private func explainData(of path: String, in session: Session) throws -> String {
        guard let text = readStudyText(at: path, reporting: session.sink) else {
            throw session.fault()
        }
        session.allowQuoting(text, of: path)
        guard let study = readStudy(text, file: path, reporting: session.sink) else {
            throw session.fault()
        }
        do {
            guard let file = study.dataFiles.first(where: { $0.name.value == "patients" }),
                let plan = try DatabaseReader().countingPlan(of: study)
            else { return "The patients come from a file, which is read as rows." }
            return DataExplanation(file: file, plan: plan).text
        } catch {
            session.sink.emit(error.diagnostic)
            throw session.fault()
        }
    }

    private func explainResult(_ name: String, of path: String, in session: Session) throws -> String {
        let file = resultsFile(of: path)
        guard let bytes = session.read(file) else { throw session.fault() }
        let decoded: StudyResults
        do {
            decoded = try StudyResults(decodingJSON: bytes)
        } catch {
            session.report(error, reading: file)
            throw session.fault()
        }
        guard let style = session.houseStyle(of: decoded) else { throw session.fault() }
        let entries = Phrasebook(decoded, style: style).entries
        let exact = entries.filter { $0.name.description == name }
        let inside = entries.filter { $0.name.description.hasPrefix("\(name).") }
        let found = exact.isEmpty ? inside : exact
        guard !found.isEmpty else {
            session.sink.emit(unknown(name, among: entries.map(\.name.description)))
            throw session.fault()
        }
        let json = try JSONSerialization.jsonObject(with: Data(bytes))
        return found.map { ResultExplanation($0, in: json).lines.joined(separator: "\n") }.joined(separator: "\n\n")
    }

    private func unknown(_ name: String, among names: [String]) -> Diagnostic {
        var help = NearestName.help(for: name, among: names, kind: "names").map { [$0] } ?? []
        if results == nil { help.append("for a result, say where it is: -r output/STUDY") }
        return Diagnostic(
            .nothingToExplain, at: nil, "'\(name)' is no message, key or result that is known here", help: help)
    }
}
