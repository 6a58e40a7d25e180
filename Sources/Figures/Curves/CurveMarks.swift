import Drawing

/// What is drawn between the axes of a panel: bands, median lines, curves and marks of censorings.
struct CurveMarks {
    let bands: [Shape]
    let medianLines: [Shape]
    let curves: [Shape]
    let censorings: [Shape]
    /// Whether they would run into each other.
    let hasTooManyCensorings: Bool
    /// Where each group's curve ends, of those that have one.
    let ends: [(group: CurvePanelContent.Group, place: Point)]
    /// Rectangles that together cover everything drawn: where no text may stand.
    let obstacles: [Rectangle]

    /// - Parameters:
    ///   - content: What the panel shows.
    ///   - shown: Which of the marks the study asks for.
    ///   - x: The time axis.
    ///   - y: The axis of proportions.
    ///   - look: The design.
    init(_ content: CurvePanelContent, shown: CurveMarksShown, x: LinearScale, y: LinearScale, look: FigureLook) {
        func path(_ curve: StepCurve, _ timeFactor: Double) -> CurvePath {
            CurvePath(curve, timeFactor: timeFactor, x: x, y: y, reach: look.censoringReach)
        }
        let paths = content.groups.map { path($0.curve, $0.timeFactor) }
        let groups = Array(zip(content.groups, paths))
        ends = groups.compactMap { group, path in path.line.last.map { (group, $0) } }
        let opacity = look.bandOpacity(groups: groups.count)
        bands = groups.flatMap { group, path in
            path.bands.map { outline in
                Shape(
                    name: "\(content.name)/band/\(group.id)", segments: outline.polyline + [.close],
                    fill: group.color.withOpacity(opacity))
            }
        }.filter { _ in shown.intervals }
        medianLines = shown.medianLines ? Self.medianLines(content, x: x, y: y, look: look) : []
        let earlier = content.earlier.compactMap { group -> Shape? in
            let path = path(group.curve, group.timeFactor)
            guard !path.line.isEmpty else { return nil }
            return Shape(
                name: "\(content.name)/earlier/\(group.id)", segments: path.line.polyline,
                stroke: Stroke(color: look.mutedColor, width: 0.6 * look.curveWidth, dash: group.dash))
        }
        let current = groups.filter { !$1.line.isEmpty }.map { group, path in
            Shape(
                name: "\(content.name)/curve/\(group.id)", segments: path.line.polyline,
                stroke: Stroke(color: group.color, width: look.curveWidth, dash: group.dash))
        }
        curves = earlier + current
        hasTooManyCensorings = shown.censorings && paths.contains(where: \.censorings.areTooMany)
        censorings = groups.filter { shown.censorings && !$1.censorings.places.isEmpty }.map { group, path in
            Shape(
                name: "\(content.name)/censoring/\(group.id)",
                segments: path.censorings.places.flatMap { Self.mark(at: $0, reach: look.censoringReach) },
                stroke: Stroke(color: group.color, width: look.censoringWidth))
        }

        let lines = curves + medianLines
        obstacles =
            lines.flatMap { shape in
                zip(shape.points, shape.points.dropFirst()).map {
                    Rectangle(enclosing: [$0, $1]).grown(by: (shape.stroke?.width ?? 0) / 2)
                }
            }
            + censorings.flatMap(\.points).map { Rectangle(enclosing: [$0]).grown(by: look.censoringWidth / 2) }
            + (shown.intervals ? paths.flatMap(\.bandCover) : [])
    }

    /// An upright stroke through the curve.
    private static func mark(at place: Point, reach: Double) -> [Shape.Segment] {
        [.move(place.moved(down: -reach)), .line(place.moved(down: reach))]
    }

    /// One line at 50 % to the last median, and from it one drop for each median on the axis.
    private static func medianLines(
        _ content: CurvePanelContent, x: LinearScale, y: LinearScale, look: FigureLook
    ) -> [Shape] {
        let medians = content.groups.compactMap { group in
            group.median.flatMap { $0 <= x.upper ? (group, x.position(of: $0)) : nil }
        }
        guard let last = medians.map(\.1).max() else { return [] }
        let (half, zero) = (y.position(of: 0.5), y.position(of: 0))
        func line(_ name: String, _ from: Point, _ to: Point, _ color: Color) -> Shape {
            Shape(
                name: "\(content.name)/median-line/\(name)", segments: [from, to].polyline,
                stroke: Stroke(color: color, width: look.hairline, dash: [2, 1.5]))
        }
        return [line("half", Point(x: x.position(of: 0), y: half), Point(x: last, y: half), look.mutedColor)]
            + medians.map { line($0.id, Point(x: $1, y: half), Point(x: $1, y: zero), $0.color) }
    }
}
