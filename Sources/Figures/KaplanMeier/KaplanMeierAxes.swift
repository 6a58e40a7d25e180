import Drawing
import Results

extension [CurvePanelContent] {
    /// Gives the panels their axes of values: the same to all that show the same.
    ///
    /// - Parameters:
    ///   - kinds: What each panel shows.
    ///   - range: The limits of axes of probabilities that the study asks for, or none.
    ///   - showsIntervals: Whether bands are drawn, which must have room.
    ///   - writing: How ticks are written.
    mutating func setAxes(
        of kinds: [KaplanMeierPanel.Curve], range: [Double], showsIntervals: Bool, writing: CurveWriting
    ) {
        for kind in Set(kinds) {
            let alike = indices.filter { kinds[$0] == kind }
            let axis = Self.axis(
                of: kind, panels: alike.map { self[$0] }, range: range, showsIntervals: showsIntervals,
                writing: writing)
            for index in alike {
                (self[index].bottom, self[index].top, self[index].levels) = (axis.bottom, axis.top, axis.levels)
            }
        }
    }

    private static func axis(
        of kind: KaplanMeierPanel.Curve, panels: [CurvePanelContent], range: [Double], showsIntervals: Bool,
        writing: CurveWriting
    ) -> (bottom: Double, top: Double, levels: [(value: Double, label: String)]) {
        let seen = CurvePanelContent.extremes(of: panels, showsIntervals: showsIntervals)
        switch kind {
        case .survival, .failure:
            var (bottom, top) = (0.0, 1.0)
            if range.count == 2 {
                (bottom, top) = (range[0], range[1])
            } else if kind == .failure {
                top = CurvePanelContent.top(of: panels, showsIntervals: showsIntervals)
            }
            return (bottom, top, writing.levels(from: bottom, to: top))
        case .cumulativeHazard:
            // Limits that a handful of patients leave far above the curves run out of the plot.
            let greatest = Swift.max(Swift.min(seen.greatest, 1.5 * seen.highest), 1e-3)
            let axis = roundAxis(from: 0, to: greatest, style: writing.style)
            return (0, axis.upper, axis.ticks.map { ($0.value, $0.label) })
        case .difference:
            let least = Swift.max(seen.least, -1)
            let greatest = Swift.max(Swift.min(seen.greatest, 1), least + 0.02)
            let axis = roundAxis(from: 100 * least, to: 100 * greatest, style: writing.style)
            return (axis.lower / 100, axis.upper / 100, axis.ticks.map { ($0.value / 100, $0.label) })
        }
    }
}

extension CurvePanelContent {
    /// The least and the greatest number that is drawn, and the highest of the curves alone; 0 is among them.
    static func extremes(
        of panels: [CurvePanelContent], showsIntervals: Bool
    ) -> (least: Double, greatest: Double, highest: Double) {
        var (least, greatest, highest) = (0.0, 0.0, 0.0)
        for panel in panels {
            for group in panel.groups {
                let curve = group.curve
                let seen = curve.time.prefix { $0 * group.timeFactor <= panel.axisEnd }.count
                let values = curve.value.prefix(seen).filter(\.isFinite)
                let limits = showsIntervals ? (curve.lower.prefix(seen) + curve.upper.prefix(seen)) : []
                let drawn = values + limits.compactMap(\.self).filter(\.isFinite)
                least = Swift.min(least, drawn.min() ?? 0)
                greatest = Swift.max(greatest, drawn.max() ?? 0)
                highest = Swift.max(highest, values.max() ?? 0)
            }
        }
        return (least, greatest, highest)
    }
}
