internal import Diagnostics
internal import Foundation
internal import Prose
internal import Results
internal import Templating

/// The results of a bundle, to be explained by name or by words.
struct ExplainedResults {
    private let json: Any
    private let phrasebook: Phrasebook
    private let entries: [PhrasebookEntry]

    /// The most results that one name or question explains in full; of more, the names are listed.
    private static let limit = 12

    /// Reads a bundle's results, or a file of them.
    init(_ path: String, in session: Session) throws {
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
        json = try JSONSerialization.jsonObject(with: Data(bytes))
        phrasebook = Phrasebook(decoded, style: style)
        entries = phrasebook.entries
    }

    /// A result by its name, or all that a name holds; nil where there is none.
    func explanation(named name: String) -> String? {
        let exact = entries.filter { $0.name.description == name }
        let inside = entries.filter { $0.name.description.hasPrefix("\(name).") }
        let found = exact.isEmpty ? inside : exact
        guard !found.isEmpty else { return nil }
        if found.count > Self.limit { return contents(of: name, found) }
        return found.map { ResultExplanation($0, in: json).lines.joined(separator: "\n") }.joined(separator: "\n\n")
    }

    /// The results that have the words of a question.
    func answer(to question: String) -> WordSearch.Answer { ResultSearch(phrasebook).answer(to: question) }

    /// The result that fits a question best, with those that fit nearly as well; or those that fit alike.
    func text(of answer: WordSearch.Answer) -> String {
        guard answer.best.count == 1, let best = answer.best.first, let text = explanation(named: best.name) else {
            return listed(answer.best, of: "results", as: line)
        }
        let others = answer.matches.filter { $0 != best && !$0.name.hasPrefix("\(best.name).") }.prefix(4)
        return ([text] + others.map { "  also fits  \(line(for: $0.name))" }).joined(separator: "\n")
    }

    /// A result with what it prints; a test's results, which have no value of their own, by their p-value.
    private func line(for name: String) -> String {
        let entry =
            entries.first { $0.name.description == name } ?? entries.first { $0.name.description == "\(name).p" }
        guard let entry else { return name }
        return entry.name.description == name ? "\(name) = \(entry.formatted)" : "\(name), p = \(entry.formatted)"
    }

    /// What a name holds that has too many results to explain each: one line for each name inside.
    private func contents(of name: String, _ inside: [PhrasebookEntry]) -> String {
        let depth = (ResultName(written: name)?.segments.count ?? 1) + 1
        var lines: [(name: String, value: String?, count: Int)] = []
        for entry in inside {
            let wanted = ResultName(Array(entry.name.segments.prefix(depth))).description
            if lines.last?.name != wanted { lines.append((wanted, nil, 0)) }
            if entry.name.description == wanted { lines[lines.count - 1].value = entry.formatted }
            lines[lines.count - 1].count += 1
        }
        let shown = lines.map { line in
            line.value.map { "  \(line.name) = \($0)" }
                ?? "  \(line.name), \(line.count) \(line.count == 1 ? "result" : "results")"
        }
        return (["'\(name)' holds \(inside.count) results; explain one by its name:"] + shown).joined(separator: "\n")
    }
}
