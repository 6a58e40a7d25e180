import Drawing

/// A curve on the page: the line, the confidence band and the places of the censorings.
struct CurvePath {
    /// The line's corners, from time 0 to the last observation or the axis's end; empty without patients.
    let line: [Point]
    /// The outlines of the confidence band: one for each stretch of time over which the limits exist.
    let bands: [[Point]]
    /// The marks of censorings.
    let censorings: CensoringMarks
    /// Rectangles that together cover the band.
    let bandCover: [Rectangle]

    /// - Parameters:
    ///   - curve: The estimate; what lies after the end of the time axis is left out.
    ///   - timeFactor: What turns the curve's times into the axis's unit.
    ///   - x: The time axis.
    ///   - y: The axis of proportions.
    ///   - reach: How far the mark of a censoring reaches above and below the curve.
    init(_ curve: StepCurve, timeFactor: Double, x: LinearScale, y: LinearScale, reach: Double) {
        let count =
            [
                curve.time.count, curve.value.count, curve.censored.count, curve.lower.count, curve.upper.count,
            ].min() ?? 0
        let times = curve.time[..<count].map { $0 * timeFactor }
        let seen = times.prefix { $0 <= x.upper }.count
        // What happened before the axis begins has left the curve at its value.
        let before = times.prefix { $0 < x.lower }.count
        let end = x.position(of: min(times.last ?? 0, x.upper))

        let start = Point(
            x: x.position(of: x.lower), y: y.position(of: before > 0 ? curve.value[before - 1] : curve.start))
        var line = Staircase(from: start)
        var censorings = CensoringMarks(reach: reach)
        for index in before..<max(before, seen) {
            let place = Point(x: x.position(of: times[index]), y: y.position(of: curve.value[index]))
            line.step(at: place.x, to: place.y)
            if curve.censored[index] > 0 { censorings.add(place) }
        }
        line.end(at: end)
        self.line = count > 0 && end >= start.x ? line.points : []
        self.censorings = censorings

        // Each pair of limits holds from its own time to the next; after the last time nobody is at risk.
        let limits = (max(before - 1, 0)..<max(before, seen)).compactMap { index -> Limits? in
            guard index + 1 < count, let lower = curve.lower[index], let upper = curve.upper[index], upper > lower
            else { return nil }
            return Limits(
                start: max(x.position(of: times[index]), start.x), end: min(x.position(of: times[index + 1]), end),
                upper: y.position(of: upper), lower: y.position(of: lower))
        }
        bands = Self.outlines(limits)
        bandCover = Self.cover(limits)
    }

    /// A stretch of time over which the limits do not change, on the page.
    private struct Limits {
        var start: Double
        var end: Double
        var upper: Double
        var lower: Double
    }

    private static func outlines(_ limits: [Limits]) -> [[Point]] {
        var outlines: [[Point]] = []
        var index = 0
        while index < limits.count {
            var upper = Staircase(from: Point(x: limits[index].start, y: limits[index].upper))
            var lower = Staircase(from: Point(x: limits[index].start, y: limits[index].lower))
            var end = limits[index].start
            while index < limits.count, limits[index].start == end {
                upper.step(at: limits[index].start, to: limits[index].upper)
                lower.step(at: limits[index].start, to: limits[index].lower)
                end = limits[index].end
                index += 1
            }
            upper.end(at: end)
            lower.end(at: end)
            outlines.append(upper.points + lower.points.reversed())
        }
        return outlines
    }

    /// Neighbouring stretches of less than half a point go into one rectangle.
    private static func cover(_ limits: [Limits]) -> [Rectangle] {
        var cover: [Rectangle] = []
        for limit in limits {
            let corners = [Point(x: limit.start, y: limit.upper), Point(x: limit.end, y: limit.lower)]
            if let last = cover.last, limit.end - last.x < 0.5 {
                cover[cover.count - 1] = Rectangle(
                    enclosing: corners + [Point(x: last.x, y: last.y), Point(x: last.maxX, y: last.maxY)])
            } else {
                cover.append(Rectangle(enclosing: corners))
            }
        }
        return cover
    }
}
