import Drawing

/// A line with right angles that ends in an arrowhead.
struct Arrow {
    private static let headLength = 3.8
    private static let headReach = 1.7

    /// The corners from start to tip; the last stretch is upright or level.
    var points: [Point]
    var name: String
    var color: Color
    var width: Double

    /// The line, which ends within the head so that the tip stays sharp, and the head.
    var shapes: [Shape] {
        guard let tip = points.last, let before = points.dropLast().last else { return [] }
        let length = max((tip.x - before.x).magnitude, (tip.y - before.y).magnitude)
        guard length > 0 else { return [] }
        let (right, down) = ((tip.x - before.x) / length, (tip.y - before.y) / length)
        func point(back: Double, aside: Double) -> Point {
            tip.moved(right: -right * back - down * aside, down: -down * back + right * aside)
        }
        let line = points.dropLast() + [point(back: Self.headLength * 0.8, aside: 0)]
        let head = [
            tip, point(back: Self.headLength, aside: Self.headReach),
            point(back: Self.headLength, aside: -Self.headReach),
        ]
        return [
            Shape(name: name, segments: Array(line).polyline, stroke: Stroke(color: color, width: width)),
            Shape(name: "\(name)/head", segments: head.polyline + [.close], fill: color),
        ]
    }
}
