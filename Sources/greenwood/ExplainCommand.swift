internal import ArgumentParser
internal import Databases
internal import Diagnostics
internal import Foundation
internal import StudyFiles

/// `greenwood explain`: what a message, a key of the study file or a result means.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Explain a message, a key of the study file, or a result.",
        discussion: """
              greenwood explain unknown-column              a message or a rule of the audit, by the word in its brackets
              greenwood explain endpoints.at                a key of the study file; its last word is enough
              greenwood explain pfs.hr.full -r output/hcc   a result: how it was computed, and what it rests on
              greenwood explain hr pfs arm                  the same by its words; 'greenwood numbers' lists the names
              greenwood explain data study.yaml             what a database counts, what is read as rows and why

            A result is looked up in the bundle that -r names, else in the only one in the folder 'output'.
            """)

    @Argument(help: "The message, key or result, by its name or by words of it.")
    var what: [String]

    @Option(
        name: [.customShort("r"), .customLong("results")],
        help: "The bundle or results.json in which a result is looked up.", completion: .file())
    var results: String?

    mutating func run() throws {
        let session = Session()
        if what.count == 2, what[0] == "data" {
            print(try explainData(of: what[1], in: session))
            return
        }
        let name = what.joined(separator: ".")
        if let page = Handbook.page("Messages/\(name).md") ?? Handbook.page("AuditRules/\(name).md") {
            print(page, terminator: "")
            return
        }
        let bundles = results.map { [$0] } ?? bundlesAtHand()
        let found = bundles.count == 1 ? try ExplainedResults(bundles[0], in: session) : nil
        if let text = found?.explanation(named: name) ?? keys(named: name) {
            print(text)
            return
        }
        let question = what.joined(separator: " ")
        let inResults = found?.answer(to: question)
        let elsewhere = HandbookSearch().answer(to: question)
        if let found, let inResults, inResults.isComplete {
            print(found.text(of: inResults))
        } else if elsewhere.isComplete {
            print(text(of: elsewhere))
        } else {
            session.sink.emit(unknown(question, inResults, elsewhere, bundles: bundles))
            throw session.fault()
        }
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

    private func keys(named name: String) -> String? {
        let keys = StudyLanguage.explanations(of: name)
        guard !keys.isEmpty else { return nil }
        return keys.map { ([$0.path] + $0.lines.map { "  \($0)" }).joined(separator: "\n") }
            .joined(separator: "\n\n")
    }

    /// The page or key that fits best, or the names of several.
    private func text(of answer: WordSearch.Answer) -> String {
        guard answer.best.count == 1, let name = answer.best.first?.name else {
            return listed(answer.best, of: "messages and keys") { $0 }
        }
        let page = Handbook.page("Messages/\(name).md") ?? Handbook.page("AuditRules/\(name).md")
        return (page.map { String($0.dropLast($0.hasSuffix("\n") ? 1 : 0)) } ?? keys(named: name)) ?? name
    }

    private func unknown(
        _ question: String, _ inResults: WordSearch.Answer?, _ elsewhere: WordSearch.Answer, bundles: [String]
    ) -> Diagnostic {
        let near = [inResults, elsewhere].compactMap(\.self).filter(\.isNear).flatMap { $0.best.prefix(4) }.map(\.name)
        var help: [String] = near.isEmpty ? [] : [NearestName.question(near)]
        switch bundles.count {
        case 0: help.append("for a result, say where it is: -r output/STUDY")
        case 1: help.append("'greenwood numbers \(resultsFile(of: bundles[0]))' lists every result")
        default: help.append("for a result, say where it is: \(bundles.map { "-r \($0)" }.joined(separator: ", or "))")
        }
        return Diagnostic(
            .nothingToExplain, at: nil, "'\(question)' is no message, key or result that is known here", help: help)
    }
}

/// The bundles in the folder `output`, where a build puts them, sorted.
private func bundlesAtHand() -> [String] {
    let folders = (try? FileManager.default.contentsOfDirectory(atPath: "output")) ?? []
    return folders.sorted().map { "output/\($0)" }
        .filter { FileManager.default.fileExists(atPath: "\($0)/results.json") }
}

/// Names that fit a question alike, each in a line as it is shown.
func listed(_ matches: [WordSearch.Match], of kind: String, as line: (String) -> String) -> String {
    let shown = matches.prefix(12)
    let rest = matches.count - shown.count
    let lines = ["\(matches.count) \(kind) fit alike; explain one by its name:"] + shown.map { "  \(line($0.name))" }
    return (lines + (rest > 0 ? ["  and \(rest) more; a further word finds fewer"] : [])).joined(separator: "\n")
}
