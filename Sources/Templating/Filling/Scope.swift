/// The names that a part of a template can use: the items of the loops around it, then the results.
struct Scope {
    /// What a loop's variable stands for.
    enum Binding {
        case item(TemplateContext)
        /// Nothing is known of it because the loop is at fault or over a list without items; it takes any name.
        case anything
    }

    /// What became of a name.
    enum Resolution {
        case found(TemplateContext)
        /// A fault was reported earlier, so that nothing can be said of the name.
        case unsure
        /// The name isn't there; `deepest` is the last place that is, after this many segments.
        case missing(deepest: TemplateContext, matched: Int)
    }

    let root: TemplateContext
    /// The innermost loop last.
    private(set) var loops: [(variable: String, binding: Binding)] = []

    init(_ root: TemplateContext) {
        self.root = root
    }

    /// The scope of a loop's body.
    func binding(_ variable: String, to binding: Binding) -> Scope {
        var inner = self
        inner.loops.append((variable, binding))
        return inner
    }

    /// Looks a name up; a loop's variable hides a result of the same name.
    func resolve(_ name: ResultName) -> Resolution {
        guard let first = name.segments.first else { return .missing(deepest: root, matched: 0) }
        switch loops.last(where: { $0.variable == first })?.binding {
        case .item(let item): return descend(from: item, name, matched: 1)
        case .anything: return .unsure
        case nil: return descend(from: root, name, matched: 0)
        }
    }

    /// Looks up the table or figure of a placement: a loop's variable, or one of the study's by its name.
    func resolve(_ name: ResultName, placing kind: Placement.Kind) -> Resolution {
        if let first = name.segments.first, loops.contains(where: { $0.variable == first }) { return resolve(name) }
        return descend(from: root, ResultName([kind.rawValue] + name.segments), matched: 0)
    }

    private func descend(from start: TemplateContext, _ name: ResultName, matched: Int) -> Resolution {
        var place = start
        for (index, segment) in name.segments.enumerated().dropFirst(matched) {
            guard let next = place[segment] else { return .missing(deepest: place, matched: index) }
            place = next
        }
        return .found(place)
    }

    /// The place that a loop's variable stands for.
    func item(_ variable: String) -> TemplateContext? {
        if case .item(let item) = loops.last(where: { $0.variable == variable })?.binding { item } else { nil }
    }
}
