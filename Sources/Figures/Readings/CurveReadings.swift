import Drawing
import Results
import Styling

/// What a panel of curves says at each time: the estimate with its interval and the number at risk, group by group.
struct CurveReadings {
    /// Stops are at least this far apart, in points: no pointer tells them apart any closer.
    private static let closest = 0.5

    /// A group's curve in the unit of the time axis.
    private struct Series {
        var id: String
        var label: String
        var start: Double
        var time: [Double]
        var value: [Double]
        var lower: [Double?]
        var upper: [Double?]
        /// Nil where nobody is counted.
        var atRisk: [Double]?
        var level: Double
        /// The printed numbers at risk at the breaks.
        var atBreaks: [Double]
    }

    private let name: String
    private let unit: TimeUnit
    private let breaks: [Double]
    private let series: [Series]
    private let style: HouseStyle
    private let words: any Vocabulary

    init?(_ panel: KaplanMeierPanel, survivalIn results: StudyResults, style: HouseStyle, words: any Vocabulary) {
        // Stops say survival: a curve of another quantity has none.
        guard panel.curve == .survival,
            let comparison = results.survival.first(where: { $0.id == panel.comparison }),
            let endpoint = results.endpoints.first(where: { $0.id == comparison.endpoint })
        else { return nil }
        series = comparison.groups.map { group in
            let curve = group.curve
            return Series(
                id: group.id, label: group.label, start: 1,
                time: Self.converted(curve.time, from: curve.unit, to: endpoint.unit), value: curve.survival,
                lower: curve.lower, upper: curve.upper, atRisk: curve.atRisk, level: curve.level,
                atBreaks: Self.atBreaks(panel, group: group.id))
        }
        (name, unit, breaks) = (panel.title ?? endpoint.label, endpoint.unit, panel.breaks)
        (self.style, self.words) = (style, words)
    }

    init?(_ panel: KaplanMeierPanel, incidenceIn results: StudyResults, style: HouseStyle, words: any Vocabulary) {
        guard let comparison = results.incidences.first(where: { $0.id == panel.comparison }),
            let endpoint = results.endpoints.first(where: { $0.id == comparison.endpoint })
        else { return nil }
        series = comparison.groups.map { group in
            let curve = group.curve
            return Series(
                id: group.id, label: group.label, start: 0,
                time: Self.converted(curve.time, from: group.curveUnit, to: endpoint.unit), value: curve.incidence,
                lower: curve.lower, upper: curve.upper, atRisk: curve.atRisk, level: curve.level,
                atBreaks: Self.atBreaks(panel, group: group.id))
        }
        name = panel.title ?? words.cumulativeIncidence(of: endpoint.label)
        (unit, breaks) = (endpoint.unit, panel.breaks)
        (self.style, self.words) = (style, words)
    }

    /// Predicted curves, on which nobody is at risk.
    init?(_ plot: PredictedSurvivalPlot, in results: StudyResults, style: HouseStyle, words: any Vocabulary) {
        guard let endpoint = results.endpoints.first(where: { $0.id == plot.endpoint }) else { return nil }
        series = plot.curves.map { curve in
            Series(
                id: curve.id, label: curve.label, start: 1,
                time: Self.converted(curve.curve.time, from: curve.curve.unit, to: endpoint.unit),
                value: curve.curve.survival, lower: curve.curve.lower, upper: curve.curve.upper, atRisk: nil,
                level: curve.curve.level, atBreaks: [])
        }
        (name, unit, breaks) = (endpoint.label, endpoint.unit, plot.breaks)
        (self.style, self.words) = (style, words)
    }

    private static func converted(_ times: [Double], from unit: TimeUnit, to other: TimeUnit) -> [Double] {
        let factor = unit.days / other.days
        return times.map { $0 * factor }
    }

    private static func atBreaks(_ panel: KaplanMeierPanel, group: String) -> [Double] {
        panel.riskRows.first { $0.group == group }?.atRisk ?? []
    }

    /// The part of the page where the panel of this name was drawn; nil where it has no plot.
    func reading(at panel: String, in places: ScenePlaces) -> Reading? {
        guard let x = places.axis("\(panel)/x-axis"), let y = places.axis("\(panel)/y-axis"), x.end.x > x.start.x
        else { return nil }
        let end = breaks.last.flatMap { $0 > 0 ? $0 : nil } ?? 1
        let lines = series.map { places.shape("\(panel)/curve/\($0.id)") }
        let corners = lines.map { $0?.points ?? [] }
        let stops = times(to: end, apart: Self.closest * end / (x.end.x - x.start.x)).map { time in
            let place = x.start.x + (x.end.x - x.start.x) * time / end
            return Reading.Stop(
                start: place, title: words.at(words.duration(printed(time), unit)),
                lines: series.map { text(of: $0, at: time) },
                marks: zip(series, corners).map { series, corners in
                    isObserved(series, at: time) ? Self.point(of: corners, at: place) : nil
                })
        }
        let (top, bottom) = (min(y.start.y, y.end.y), max(y.start.y, y.end.y))
        return Reading(
            name: name,
            area: Rectangle(x: x.start.x, y: top, width: x.end.x - x.start.x, height: bottom - top),
            isVertical: false, colors: lines.map { $0?.stroke?.color ?? .black }, stops: stops)
    }

    /// The breaks of the axis and the times at which a curve changes; of two that lie closer than any pointer tells
    /// apart, a break, or else the later.
    private func times(to end: Double, apart: Double) -> [Double] {
        let fixed = Set(breaks + [0])
        let all = (Array(fixed) + series.flatMap(\.time)).filter { $0 >= 0 && $0 <= end }.sorted()
        var kept: [Double] = []
        for time in all where time != kept.last {
            if let last = kept.last, time - last < apart {
                if !fixed.contains(last) || fixed.contains(time) { kept[kept.count - 1] = time }
            } else {
                kept.append(time)
            }
        }
        return kept
    }

    /// A time as it is written elsewhere; whole where it is a whole number, as the breaks of the axis are.
    private func printed(_ time: Double) -> String {
        breaks.contains(time) || time == 0 ? style.namedTime(time) : style.time(.reached(time), in: unit)
    }

    private func isObserved(_ series: Series, at time: Double) -> Bool { time <= series.time.last ?? -1 }

    private func text(of series: Series, at time: Double) -> String {
        guard isObserved(series, at: time) else { return words.reading(series.label, estimate: nil, atRisk: nil) }
        // The first observation after the time: that before it is in force, and who has it is still at risk.
        let after = series.time.firstIndex { $0 > time } ?? series.time.count
        let value = after > 0 ? series.value[after - 1] : series.start
        var estimate = "\(style.percent(value))%"
        if after > 0, let lower = series.lower[after - 1], let upper = series.upper[after - 1] {
            let limits = style.percentInterval(ConfidenceInterval(lower: lower, upper: upper))
            estimate += " (\(style.confidenceStatement(series.level, limits)))"
        }
        guard let numbers = series.atRisk else { return words.reading(series.label, estimate: estimate, atRisk: nil) }
        let atRisk =
            breaks.firstIndex(of: time).flatMap { series.atBreaks.indices.contains($0) ? series.atBreaks[$0] : nil }
            ?? series.time.firstIndex { $0 >= time }.map { numbers[$0] } ?? 0
        let isWhole = numbers.allSatisfy { $0 == $0.rounded() }
        return words.reading(
            series.label, estimate: estimate, atRisk: style.number(atRisk, decimals: isWhole ? 0 : 1))
    }

    /// The point of a step curve at a place: that of the last corner to its left.
    private static func point(of corners: [Point], at x: Double) -> Point? {
        corners.last { $0.x <= x + Staircase.tolerance }.map { Point(x: x, y: $0.y) }
    }
}
