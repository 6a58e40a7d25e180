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

    private static func flatten(_ elements: [Element], in groups: [String]) -> [(Element, [String])] {
        elements.flatMap { element in
            if case .group(let group) = element {
                flatten(group.elements, in: groups + [group.name])
            } else {
                [(element, groups)]
            }
        }
    }
}

extension Shape {
    /// The points that the path runs through, with the control points of curves.
    public var points: [Point] {
        var points: [Point] = []
        points.reserveCapacity(segments.count)
        for segment in segments {
            switch segment {
            case .move(let point), .line(let point): points.append(point)
            case .curve(let first, let second, let end): points += [first, second, end]
            case .close: break
            }
        }
        return points
    }
}
