import Drawing
import Results
import Styling

extension CurvePanelContent {
    /// What a panel of survival curves shows.
    init(
        survivalOf index: Int, in plan: KaplanMeierPlan, results: StudyResults, writing: CurveWriting
    ) throws(FigureError) {
        let panel = plan.panels[index]
        guard let comparison = results.survival.first(where: { $0.id == panel.comparison }) else {
            throw .unknownComparison(panel.comparison)
        }
        guard let endpoint = results.endpoints.first(where: { $0.id == comparison.endpoint }) else {
            throw .unknownEndpoint(comparison.endpoint)
        }
        let (style, words) = (writing.style, writing.words)
        let intervalName = style.confidenceLabel(comparison.groups.first?.median.level ?? results.conventions.level)
        let letter = plan.panels.count > 1 ? writing.look.letter(index) : nil
        let ratio = Self.hazardRatio(of: comparison, letter: letter, writing: writing)
        let test = comparison.logRank.map { writing.statement(of: $0) }
        name = "panel-\(FigureLook.letter(index))"
        self.letter = letter
        title = panel.title
        groups = comparison.groups.enumerated().map { place, group in
            Self.group(group, place: place, unit: endpoint.unit, writing: writing)
        }
        namesHead = comparison.groupingLabel
        numbersHead = words.medianHead(endpoint.unit, interval: intervalName)
        statement =
            comparison.groups.count == 1
            ? Self.statement(of: comparison.groups[0], unit: endpoint.unit, writing: writing) : nil
        comparisons = [test, ratio?.statement].compactMap(\.self)
        breaks = writing.breaks(panel.breaks)
        top = 1
        levels = writing.levels(to: 1)
        xTitle = words.timeAxis(endpoint.unit)
        yTitle = words.percentageAxis(endpoint.label)
        riskTitle = plan.riskTable == .none ? nil : words.riskTableTitle(plan.riskTable)
        riskBlocks = writing.riskBlocks(panel.riskRows, of: groups, kind: plan.riskTable)
        spoken = writing.spoken(
            letter: letter, endpoint: endpoint.label, title: title,
            parts: groups.map(\.spoken) + [test, ratio?.spoken].compactMap(\.self))
        direction = ratio?.direction
    }

    private static func group(
        _ group: SurvivalGroup, place: Int, unit: TimeUnit, writing: CurveWriting
    ) -> Group {
        let (style, median) = (writing.style, group.median)
        let isEmpty = group.n == 0
        return Group(
            id: group.id, label: group.label, curve: StepCurve(group.curve),
            timeFactor: group.curve.unit.days / unit.days, median: isEmpty ? nil : median.value.time,
            number: style.time(isEmpty ? nil : median.value, in: unit),
            interval: isEmpty
                ? "" : "(\(style.interval(style.time(median.lower, in: unit), style.time(median.upper, in: unit))))",
            spoken: spoken(group, unit: unit, writing: writing), color: writing.look.palette.color(place),
            dash: LineStyle.dash(place))
    }

    /// The median of a group that has no key.
    private static func statement(of group: SurvivalGroup, unit: TimeUnit, writing: CurveWriting) -> String {
        let (style, median) = (writing.style, group.median)
        let isEmpty = group.n == 0
        let interval = (
            name: style.confidenceLabel(median.level),
            limits: style.interval(style.time(median.lower, in: unit), style.time(median.upper, in: unit))
        )
        return writing.words.medianStatement(
            style.time(isEmpty ? nil : median.value, in: unit),
            unit: isEmpty || median.value == .notReached ? nil : unit, interval: isEmpty ? nil : interval)
    }

    private static func spoken(_ group: SurvivalGroup, unit: TimeUnit, writing: CurveWriting) -> String {
        let (style, words, median) = (writing.style, writing.words, group.median)
        guard group.n > 0 else { return words.spokenEmptyGroup(group.label) }
        func reached(_ point: TimePoint) -> String? { point.time.map { writing.time($0, unit) } }
        let end = group.longestTime.flatMap { longest in
            group.curve.survival.last.map {
                words.spokenEnd(style.percent($0), at: words.duration(writing.time(longest, unit), unit))
            }
        }
        return
            ([
                words.spokenGroup(group.label, patients: group.n, events: group.events, competing: nil),
                words.spokenMedian(
                    reached(median.value).map { words.duration($0, unit) },
                    interval: style.confidenceLabel(median.level), lower: reached(median.lower),
                    upper: reached(median.upper)),
            ] + [end].compactMap(\.self)).joined(separator: ", ")
    }

    /// The hazard ratio of two groups.
    private static func hazardRatio(
        of comparison: SurvivalComparison, letter: String?, writing: CurveWriting
    ) -> PrintedHazardRatio? {
        guard comparison.groups.count == 2, let coefficient = comparison.hazardRatio?.coefficients.first else {
            return nil
        }
        return PrintedHazardRatio(
            coefficient.hazardRatio, of: coefficient.column, groups: comparison.groups.map { ($0.id, $0.label) },
            letter: letter, writing: writing, isSubdistribution: false)
    }
}

extension StepCurve {
    /// A survival curve falls from 1.
    init(_ curve: SurvivalCurve) {
        self.init(
            start: 1, time: curve.time, value: curve.survival, lower: curve.lower, upper: curve.upper,
            censored: curve.censored)
    }
}
