import Drawing
import Results
import Styling

/// What the panels of scaled Schoenfeld residuals show: every number written, nothing with a place.
struct ResidualsContent {
    /// One coefficient.
    struct Panel {
        var name: String
        var letter: String?
        var title: String
        /// The p-value of the term's test, as a statement.
        var test: String
        var points: [(time: Double, value: Double)]
        /// Where the smooth curve is known: its value and limits.
        var smooth: [(time: Double, value: Double, lower: Double, upper: Double)]
        var coefficient: Double
        /// The axis of log hazard ratios, which holds 0, the coefficient, the points and the smooth.
        var levels: RoundAxis
    }

    var panels: [Panel]
    var times: [Axis.Tick]
    var timeTitle: String
    var levelTitle: String
    var notes: PageNotes
    var alternativeText: String

    init(
        _ plot: ResidualPlot, endpoint: String, isSynthetic: Bool, style: HouseStyle, words: any Vocabulary,
        look: FigureLook
    ) {
        func statement(_ test: TestResult) -> String? {
            test.pValue.map { style.pStatement($0, kind: PValueKind(test.method)) }
        }
        panels = plot.panels.enumerated().map { index, panel in
            Self.panel(
                panel, name: "panel-\(FigureLook.letter(index))",
                letter: plot.panels.count > 1 ? look.letter(index) : nil,
                test: statement(panel.test) ?? words.notTestable, style: style)
        }
        let last = plot.panels.flatMap { $0.time + $0.smoothTime }.filter(\.isFinite).max() ?? 1
        times = Self.timeTicks(to: last, unit: plot.unit, style: style)
        timeTitle = words.timeAxis(plot.unit)
        levelTitle = words.logHazardRatioAxis
        notes = PageNotes(
            notes: [
                words.residualMarks,
                words.residualTests(
                    letter: style.pLetter, transform: plot.test.transform, global: statement(plot.test.global)),
            ], remark: isSynthetic ? words.syntheticDataRemark : nil)
        let spoken = zip(plot.panels, panels).map { panel, written in
            words.spokenResiduals(
                panel.label, coefficient: style.number(panel.coefficient, decimals: 2), test: written.test)
        }
        let global = words.residualTests(
            letter: style.pLetter, transform: plot.test.transform, global: statement(plot.test.global))
        alternativeText =
            ([words.residualDescription(endpoint: endpoint, panels: panels.count)]
            + (spoken.isEmpty ? [] : ["\(spoken.joined(separator: "; "))."]) + [global]
            + (isSynthetic ? [words.spokenSyntheticData] : [])).joined(separator: " ")
    }

    private static func panel(
        _ panel: ResidualPlot.Panel, name: String, letter: String?, test: String, style: HouseStyle
    ) -> Panel {
        let points = zip(panel.time, panel.residual).filter { $0.isFinite && $1.isFinite }
            .map { (time: $0, value: $1) }
        let count = [panel.smoothTime.count, panel.smooth.count, panel.lower.count, panel.upper.count].min() ?? 0
        let smooth = (0..<count).map {
            (time: panel.smoothTime[$0], value: panel.smooth[$0], lower: panel.lower[$0], upper: panel.upper[$0])
        }.filter { $0.time.isFinite && $0.value.isFinite && $0.lower.isFinite && $0.upper.isFinite }
        let coefficient = panel.coefficient.isFinite ? panel.coefficient : 0
        // Limits may fly off where events are few: they end at the axis's ends, so that the points can be read.
        let shown = points.map(\.value) + smooth.map(\.value) + [0, coefficient]
        let (lower, upper) = (shown.min() ?? 0, shown.max() ?? 0)
        let pad = upper > lower ? 0.03 * (upper - lower) : 1
        return Panel(
            name: name, letter: letter, title: panel.label, test: test, points: points, smooth: smooth,
            coefficient: coefficient, levels: roundAxis(from: lower - pad, to: upper + pad, style: style, atMost: 5))
    }

    /// Steps of a time axis that a calendar knows, for each unit, in ascending order.
    private static func steps(_ unit: TimeUnit) -> [Double] {
        switch unit {
        case .days: [1, 7, 14, 30, 60, 90, 180, 365, 730]
        case .weeks: [1, 2, 4, 8, 13, 26, 52, 104]
        case .months: [1, 2, 3, 6, 12, 24, 36, 60, 120]
        case .years: [0.25, 0.5, 1, 2, 5, 10]
        }
    }

    /// Ticks from 0 to the first step at or after the last time; seven at most.
    private static func timeTicks(to last: Double, unit: TimeUnit, style: HouseStyle) -> [Axis.Tick] {
        let end = last > 0 ? last : 1
        guard let step = steps(unit).first(where: { end / $0 <= 6 }) else {
            return roundAxis(from: 0, to: end, style: style).ticks
        }
        let values = (0...Int((end / step - 1e-9).rounded(.up))).map { Double($0) * step }
        let decimals = values.map { style.decimalsNeeded(by: $0) }.max() ?? 0
        // The first label stands beside the lowest of the other axis: it is no wider than it must be.
        return values.map { Axis.Tick(value: $0, label: style.number($0, decimals: $0 == 0 ? 0 : decimals)) }
    }
}
