import Drawing
import Foundation

/// The marks of one column of a forest plot: a square and a line for each effect, a diamond for everyone's.
struct ForestMarks {
    /// Half of a diamond's height as a share of the largest square's side.
    private static let diamondReach = 0.5
    /// No square is smaller, however few events it rests on.
    private static let smallestSquare = 1.6
    private static let intervalWidth = 0.8
    static let arrowLength = 3.6
    private static let arrowReach = 1.7

    let name: String
    let axis: ForestAxis
    let scale: LinearScale
    /// The side of the square of ``mostEvents``.
    let largestSquare: Double
    let mostEvents: Int
    let look: FigureLook

    /// Where a ratio stands.
    func position(_ ratio: Double) -> Double { scale.position(of: log10(ratio)) }

    private func isShown(_ ratio: Double) -> Bool { ratio >= axis.lower && ratio <= axis.upper }

    /// What marks an effect, in the row that has its middle at `y`.
    func shapes(of effect: ForestEffect, row: Int, y: Double) -> [Shape] {
        func named(_ part: String) -> String { "\(name)/\(part)/\(row)" }
        var shapes = arrows(of: effect, y: y, named: named)
        if effect.isOverall {
            shapes += diamond(of: effect, y: y, name: named("diamond"))
            return shapes
        }
        if isShown(effect.value) {
            let share = mostEvents > 0 ? (Double(effect.events) / Double(mostEvents)).squareRoot() : 1
            let half = max(largestSquare * share, Self.smallestSquare) / 2
            let x = position(effect.value)
            shapes.append(
                Shape(
                    name: named("square"),
                    segments: [
                        Point(x: x - half, y: y - half), Point(x: x + half, y: y - half),
                        Point(x: x + half, y: y + half), Point(x: x - half, y: y + half),
                    ].polyline + [.close], fill: look.palette.color(effect.model)))
        }
        if let (start, end) = line(of: effect) {
            shapes.append(
                Shape(
                    name: named("interval"), segments: [Point(x: start, y: y), Point(x: end, y: y)].polyline,
                    stroke: Stroke(color: look.color, width: Self.intervalWidth)))
        }
        return shapes
    }

    /// From where to where the interval is drawn; nil where none of it is on the axis.
    private func line(of effect: ForestEffect) -> (Double, Double)? {
        guard effect.hasInterval else { return nil }
        let lower = max(effect.lower ?? 0, axis.lower)
        let upper = min(effect.upper ?? .infinity, axis.upper)
        guard lower < upper else { return nil }
        // A line that ends in an arrow ends at the arrow's base, so that the tip stays sharp.
        let start = position(lower) + (runsOutLeft(effect) ? Self.arrowLength : 0)
        let end = position(upper) - (runsOutRight(effect) ? Self.arrowLength : 0)
        return start < end ? (start, end) : nil
    }

    private func runsOutLeft(_ effect: ForestEffect) -> Bool {
        effect.hasInterval && (effect.lower ?? 0) < axis.lower || effect.value < axis.lower
    }

    private func runsOutRight(_ effect: ForestEffect) -> Bool {
        effect.hasInterval && (effect.upper ?? .infinity) > axis.upper || effect.value > axis.upper
    }

    /// Arrows with their tips at the ends of the axis that the effect or its interval runs beyond.
    private func arrows(of effect: ForestEffect, y: Double, named: (String) -> String) -> [Shape] {
        var arrows: [Shape] = []
        if runsOutLeft(effect) { arrows.append(arrow(to: scale.start, y: y, direction: -1, name: named("arrow-left"))) }
        if runsOutRight(effect) { arrows.append(arrow(to: scale.end, y: y, direction: 1, name: named("arrow-right"))) }
        return arrows
    }

    private func arrow(to x: Double, y: Double, direction: Double, name: String) -> Shape {
        Shape(
            name: name,
            segments: [
                Point(x: x, y: y), Point(x: x - direction * Self.arrowLength, y: y - Self.arrowReach),
                Point(x: x - direction * Self.arrowLength, y: y + Self.arrowReach),
            ].polyline + [.close], fill: look.color)
    }

    /// A diamond from limit to limit with its greatest height at the estimate, cut off at the ends of the axis.
    private func diamond(of effect: ForestEffect, y: Double, name: String) -> [Shape] {
        guard isShown(effect.value) else { return [] }
        let reach = largestSquare * Self.diamondReach
        let x = position(effect.value)
        /// The corners on one side, from above to below.
        func corners(_ limit: Double?, end: Double, runsOut: Bool) -> [Point] {
            guard effect.hasInterval else {
                return [Point(x: end == scale.start ? x - reach : x + reach, y: y)]
            }
            guard runsOut else { return [Point(x: position(limit ?? effect.value), y: y)] }
            let full = limit.map { (position($0) - x).magnitude } ?? .infinity
            let height = full > 0 ? reach * (1 - (end - x).magnitude / full) : 0
            return [Point(x: end, y: y - height), Point(x: end, y: y + height)]
        }
        let left = corners(effect.lower, end: scale.start, runsOut: runsOutLeft(effect))
        let right = corners(effect.upper, end: scale.end, runsOut: runsOutRight(effect))
        let outline = [Point(x: x, y: y - reach)] + right + [Point(x: x, y: y + reach)] + left.reversed()
        return [Shape(name: name, segments: outline.polyline + [.close], fill: look.palette.color(effect.model))]
    }

    /// The solid line at 1 and the dashed line at everyone's effect, from the first row down to the axis.
    func referenceLines(overall: ForestEffect?, from top: Double, to bottom: Double) -> [Shape] {
        func line(_ ratio: Double, _ part: String, dash: [Double], color: Color) -> Shape {
            let x = position(ratio)
            return Shape(
                name: "\(name)/\(part)", segments: [Point(x: x, y: top), Point(x: x, y: bottom)].polyline,
                stroke: Stroke(color: color, width: look.hairline, dash: dash))
        }
        return [
            isShown(1) ? line(1, "null-line", dash: [], color: look.color) : nil,
            overall.flatMap {
                isShown($0.value)
                    ? line($0.value, "overall-line", dash: [2.5, 1.8], color: look.palette.color(0)) : nil
            },
        ].compactMap(\.self)
    }
}
