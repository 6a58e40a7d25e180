/// Finds the name that a misspelt one most likely meant.
///
/// A name is near when its edit distance (insertions, deletions, substitutions and swaps of neighbours, compared
/// without case) is at most `max(1, length / 4)`. One near name is a question; several are listed; with none, the
/// valid names themselves are listed when they are few.
public enum NearestName {
    /// How many valid names are listed when none is near.
    static let listLimit = 8

    /// The help text for a misspelt name, or nil when there is nothing useful to say.
    public static func help(for name: String, among valid: [String], kind: String = "names") -> String? {
        guard !valid.isEmpty else { return nil }
        let near = names(near: name, among: valid)
        switch near.count {
        case 1: return question(near)
        case 2...: return "similar \(kind): \(quoted(Array(near.prefix(listLimit))))"
        default:
            // "And 1 more" would hide a name that has room.
            let shown = valid.count <= listLimit + 2 ? valid.count : listLimit
            let listed = quoted(Array(valid.prefix(shown)))
            let rest = valid.count - shown
            return rest > 0 ? "valid \(kind): \(listed) and \(rest) more" : "valid \(kind): \(listed)"
        }
    }

    /// Asks whether one of some names was meant.
    public static func question(_ names: [String]) -> String {
        let quoted = names.map { "'\($0)'" }
        guard let last = quoted.last, quoted.count > 1 else { return "did you mean \(quoted.first ?? "")?" }
        return "did you mean \(quoted.dropLast().joined(separator: ", ")) or \(last)?"
    }

    /// The valid names within the allowed distance, nearest first.
    public static func names(near name: String, among valid: [String]) -> [String] {
        let wanted = Array(name.lowercased())
        let limit = max(1, wanted.count / 4)
        // A name whose length differs by more can't be near: a name of megabytes is compared with none.
        let scored = valid.filter { abs($0.count - wanted.count) <= limit }
            .map { (name: $0, distance: editDistance(wanted, Array($0.lowercased()))) }
            .filter { $0.distance <= limit }
        guard let best = scored.map(\.distance).min() else { return [] }
        return scored.filter { $0.distance == best }.map(\.name)
    }

    /// The optimal string alignment distance of two words.
    static func editDistance(_ first: [Character], _ second: [Character]) -> Int {
        var beforeLast = [Int](repeating: 0, count: second.count + 1)
        var last = Array(0...second.count)
        for i in 0..<first.count {
            var row = [i + 1] + [Int](repeating: 0, count: second.count)
            for j in 0..<second.count {
                let substitution = last[j] + (first[i] == second[j] ? 0 : 1)
                row[j + 1] = min(last[j + 1] + 1, row[j] + 1, substitution)
                if i > 0, j > 0, first[i] == second[j - 1], first[i - 1] == second[j] {
                    row[j + 1] = min(row[j + 1], beforeLast[j - 1] + 1)
                }
            }
            (beforeLast, last) = (last, row)
        }
        return last[second.count]
    }

    private static func quoted(_ names: [String]) -> String {
        names.map { "'\($0)'" }.joined(separator: ", ")
    }
}
