internal import Foundation
internal import Prose
internal import Templating

/// How one result came about: its value, what it rests on, the conventions, and the R call that gives the same.
struct ResultExplanation {
    var entry: PhrasebookEntry
    /// The object of `results.json` that holds the value, and those around it, from the innermost out.
    var objects: [[String: Any]]

    /// Finds a result in `results.json` by its name.
    init(_ entry: PhrasebookEntry, in json: Any) {
        self.entry = entry
        var node: Any? = json
        var found: [[String: Any]] = []
        for step in entry.source.split(separator: "/").map(unescaped) {
            if let object = node as? [String: Any] {
                found.append(object)
                node = object[step]
            } else if let list = node as? [Any], let index = Int(step), list.indices.contains(index) {
                node = list[index]
            }
        }
        if let object = node as? [String: Any] { found.append(object) }
        objects = found.reversed()
    }

    /// The explanation, a fact a line.
    var lines: [String] {
        var lines = ["\(entry.name) = \(entry.formatted)"]
        if let value = fullPrecision { lines.append("  at full precision  \(value)") }
        let facts = [
            ("method", "computed as"), ("equalsInR", "equal in R"), ("unit", "unit"), ("n", "patients"),
            ("events", "events"),
            ("level", "confidence level"), ("ties", "ties"), ("definition", "definition"),
        ]
        for (key, words) in facts {
            if let fact = objects.dropLast().lazy.compactMap({ $0[key] }).first(where: { !($0 is NSNull) }) {
                lines.append("  \(words)  \(fact)")
            }
        }
        lines += stratified.map { ["  stratified by  \($0)"] } ?? []
        lines.append("  in results.json  \(entry.source)")
        return lines
    }

    /// The variables by whose levels a Cox model is stratified, of the table that holds it or else of the endpoint.
    private var stratified: String? {
        let isModel = objects.contains {
            $0["hazardRatio"] != nil && $0["coefficient"] != nil || $0["concordance"] != nil
        }
        guard isModel, let results = objects.last else { return nil }
        let id = objects.lazy.compactMap { $0["endpoint"] as? String }.first
        let endpoints = results["endpoints"] as? [[String: Any]] ?? []
        let own = objects.dropLast().lazy.compactMap { $0["strata"] as? [String] }.first
        let strata = own ?? endpoints.first { $0["id"] as? String == id }?["strata"] as? [String] ?? []
        return strata.isEmpty ? nil : strata.joined(separator: ", ")
    }

    private var fullPrecision: String? {
        switch entry.value {
        case .number(let number, _): "\(number)"
        default: nil
        }
    }
}

/// A step of a JSON pointer (RFC 6901) as it is meant.
private func unescaped(_ step: Substring) -> String {
    String(step.replacing("~1", with: "/").replacing("~0", with: "~"))
}
