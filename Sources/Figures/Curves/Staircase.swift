import Drawing

/// The corners of a step function on the page, without corners that cannot be seen.
///
/// A step that is lower than the tolerance waits until the steps after it have added up to the tolerance; a step that
/// follows another within the tolerance is drawn as part of it. So the line is never further from the true one than
/// the tolerance, and a hundred thousand patients take a few thousand points at most.
struct Staircase {
    /// A twentieth of a point: 1/1440 inch, below what any press can show.
    static let tolerance = 0.05

    private(set) var points: [Point]
    /// Where the last step was drawn, and whether it went down the page.
    private var lastStep: (x: Double, isDown: Bool)?

    init(from start: Point) { points = [start] }

    /// From `x` on, the function is at `y`.
    mutating func step(at x: Double, to y: Double) {
        guard let level = points.last?.y, (y - level).magnitude >= Self.tolerance else { return }
        if let lastStep, x - lastStep.x < Self.tolerance, lastStep.isDown == (y > level) {
            points[points.count - 1].y = y
            return
        }
        points += [Point(x: x, y: level), Point(x: x, y: y)]
        lastStep = (x, y > level)
    }

    /// The function ends at `x`.
    mutating func end(at x: Double) {
        if let last = points.last, x > last.x { points.append(Point(x: x, y: last.y)) }
    }
}

extension [Point] {
    /// The points joined by straight lines.
    var polyline: [Shape.Segment] {
        enumerated().map { $0.offset == 0 ? .move($0.element) : .line($0.element) }
    }
}
