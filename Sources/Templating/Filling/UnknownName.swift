import Diagnostics

/// What can be said of a name that isn't there: near names, and what the last place that is there has.
struct UnknownName {
    /// How many names inside a place are listed.
    private static let listLimit = 12

    private(set) var notes: [String] = []
    private(set) var help: [String] = []

    /// Explains a name of which the first `matched` segments lead to `deepest`, and the next nowhere.
    init(_ name: ResultName, in scope: Scope, deepest: TemplateContext, matched: Int) {
        let prefix = ResultName(Array(name.segments.prefix(matched)))
        let item = name.segments.first.flatMap(scope.item)
        if let item { notes.append("'\(name.segments[0])' stands for '\(item.name)' here") }
        if matched > 0 {
            let inside = Self.list(deepest.segments)
            notes.append("'\(prefix)' has \(inside.isEmpty ? "nothing inside" : inside)")
        }
        let near = Self.names(near: name, in: scope, item: item)
        if !near.isEmpty {
            help.append(NearestName.help(for: "\(name)", among: near) ?? "")
        } else if matched == 0 {
            let valid = scope.loops.map(\.variable) + scope.root.segments
            help.append(NearestName.help(for: name.segments.first ?? "", among: valid) ?? "")
        }
        if "\(name)".contains(where: { "<>=!".contains($0) }) {
            help.append("'<', '==' and the other comparisons stand between blanks")
        }
        help.removeAll(where: \.isEmpty)
    }

    /// Segments for a message, the first of many.
    static func list(_ segments: [String]) -> String {
        let rest = segments.count - listLimit
        let shown = segments.prefix(listLimit).map { "'\(ResultName([$0]))'" }.joined(separator: ", ")
        return rest > 0 ? "\(shown) and \(rest) more" : shown
    }

    /// The full names near this one, as a template would write them at this place.
    private static func names(near name: ResultName, in scope: Scope, item: TemplateContext?) -> [String] {
        let wanted = "\(name)"
        let margin = max(1, wanted.count / 4)
        var valid: [String] = []
        if let item {
            let lead = item.name.segments.count
            valid = places(in: item).map { "\(ResultName([name.segments[0]] + $0.name.segments.dropFirst(lead)))" }
        } else {
            valid = places(in: scope.root).map { "\($0.name)" }
        }
        // A name whose length differs by more than the margin can't be near; most are spared the comparison.
        return NearestName.names(near: wanted, among: valid.filter { abs($0.count - wanted.count) <= margin })
    }

    /// All places inside this one that a tag could name.
    private static func places(in place: TemplateContext) -> [TemplateContext] {
        place.segments.compactMap { place[$0] }.flatMap { child in
            (child.value == nil && child.items == nil ? [] : [child]) + places(in: child)
        }
    }
}
