extension Shape {
    /// How far the control points of a quarter of a circle stand from its ends, in radii: `4/3 (√2 − 1)`, at which the
    /// curve is nowhere further from the circle than 0.03 % of its radius.
    private static let quarterReach = 0.5522847498307936

    /// The outline of a circle as four curves.
    public static func circle(at centre: Point, radius: Double) -> [Segment] {
        let reach = quarterReach * radius
        func point(_ right: Double, _ down: Double) -> Point { centre.moved(right: right, down: down) }
        return [
            .move(point(radius, 0)),
            .curve(point(radius, reach), point(reach, radius), point(0, radius)),
            .curve(point(-reach, radius), point(-radius, reach), point(-radius, 0)),
            .curve(point(-radius, -reach), point(-reach, -radius), point(0, -radius)),
            .curve(point(reach, -radius), point(radius, -reach), point(radius, 0)), .close,
        ]
    }

    /// The outline of a rectangle, from one corner by way of the one beside it to the opposite and back.
    public static func rectangle(from corner: Point, to opposite: Point) -> [Segment] {
        [
            .move(corner), .line(Point(x: opposite.x, y: corner.y)), .line(opposite),
            .line(Point(x: corner.x, y: opposite.y)), .close,
        ]
    }
}
