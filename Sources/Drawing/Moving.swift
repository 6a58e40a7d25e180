extension Scene.Element {
    /// The element moved on the page.
    public func moved(right: Double = 0, down: Double = 0) -> Scene.Element {
        switch self {
        case .shape(var shape):
            shape.segments = shape.segments.map { $0.moved(right: right, down: down) }
            return .shape(shape)
        case .label(var label):
            label.position = label.position.moved(right: right, down: down)
            return .label(label)
        case .group(var group):
            group.clip?.x += right
            group.clip?.y += down
            group.elements = group.elements.map { $0.moved(right: right, down: down) }
            return .group(group)
        }
    }
}

extension Shape.Segment {
    /// The segment moved on the page.
    func moved(right: Double, down: Double) -> Shape.Segment {
        func moved(_ point: Point) -> Point { point.moved(right: right, down: down) }
        return switch self {
        case .move(let point): .move(moved(point))
        case .line(let point): .line(moved(point))
        case .curve(let first, let second, let end): .curve(moved(first), moved(second), moved(end))
        case .close: .close
        }
    }
}
