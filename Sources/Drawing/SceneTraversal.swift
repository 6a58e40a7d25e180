extension Scene {
    /// All elements in drawing order, with groups opened; each with the names of the groups around it, outermost first.
    public var flattened: [(element: Element, groups: [String])] { Self.flatten(elements, in: []) }

    /// All lines of text in drawing order.
    public var labels: [Label] {
        flattened.compactMap { if case .label(let label) = $0.element { label } else { nil } }
    }

    /// All paths in drawing order.
    public var shapes: [Shape] {
        flattened.compactMap { if case .shape(let shape) = $0.element { shape } else { nil } }
    }

    /// The group of this name, wherever it is.
    public func group(named name: String) -> Group? { Self.group(named: name, in: elements) }

    private static func flatten(_ elements: [Element], in groups: [String]) -> [(Element, [String])] {
        elements.flatMap { element in
            if case .group(let group) = element {
                flatten(group.elements, in: groups + [group.name])
            } else {
                [(element, groups)]
            }
        }
    }

    private static func group(named name: String, in elements: [Element]) -> Group? {
        for case .group(let group) in elements {
            if group.name == name { return group }
            if let inner = Self.group(named: name, in: group.elements) { return inner }
        }
        return nil
    }
}

extension Shape {
    /// The points that the path runs through, with the control points of curves.
    public var points: [Point] {
        segments.flatMap { segment -> [Point] in
            switch segment {
            case .move(let point), .line(let point): [point]
            case .curve(let first, let second, let end): [first, second, end]
            case .close: []
            }
        }
    }
}
