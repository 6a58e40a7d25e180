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
        let (style, words, unit) = (writing.style, writing.words, endpoint.unit)
        let intervalName = style.confidenceLabel(comparison.groups.first?.median.level ?? results.conventions.level)
        let letter = plan.panels.count > 1 ? writing.look.letter(index) : nil
        let isDifference = panel.curve == .difference
        let ratio = isDifference ? nil : Self.hazardRatio(of: comparison, letter: letter, writing: writing)
        let ratios = isDifference ? nil : Self.hazardRatios(of: comparison, writing: writing)
        let test = isDifference ? nil : comparison.logRank.map { writing.statement(of: $0) }
        let rateTimes = plan.showsLandmarks ? comparison.groups.first?.rates.map(\.time) ?? [] : []
        let compared = comparison.groups.enumerated().map { place, group in
            Self.group(
                group, place: place, of: panel, unit: unit, landmarks: rateTimes, ratios: ratios, writing: writing)
        }
        name = "panel-\(FigureLook.letter(index))"
        self.letter = letter
        title = panel.title
        groups =
            isDifference
            ? Self.differences(of: panel, between: comparison.groups, unit: unit, writing: writing) : compared
        namesHead = isDifference ? nil : comparison.groupingLabel
        let medians = KeyHead(
            name: "median", intervalName: "interval", phrases: words.medianHead(unit, interval: intervalName))
        heads = (panel.curve.hasMedian ? [medians] : []) + [ratios?.head].compactMap(\.self)
        statement =
            if isDifference {
                groups.count == 1 ? groups[0].label : nil
            } else if panel.curve.hasMedian, comparison.groups.count == 1 {
                Self.statement(of: comparison.groups[0], unit: unit, writing: writing)
            } else {
                nil
            }
        comparisons = [test, ratio?.statement].compactMap(\.self)
        breaks = writing.breaks(panel.breaks)
        landmarks = rateTimes.map { time in
            Self.landmark(time, of: comparison.groups, curve: panel.curve, writing: writing)
        }
        top = 1
        levels = []
        xTitle = words.timeAxis(unit)
        yTitle = words.valueAxis(panel.curve, of: endpoint.label)
        riskTitle = writing.riskTitle(plan.riskTable, of: panel)
        riskBlocks = writing.riskBlocks(
            panel.riskRows, of: compared, kind: plan.riskTable, isWeighted: panel.isWeighted)
        let inset = panel.curve.hasMedian ? writing.inset(plan.inset, of: panel.breaks) : nil
        self.inset = inset
        spoken = writing.spoken(
            letter: letter, endpoint: words.quantity(panel.curve, of: endpoint.label), title: title,
            parts: groups.map(\.spoken) + [test, ratio?.spoken].compactMap(\.self) + (ratios?.spoken ?? [])
                + [inset.map { writing.spoken($0, unit: unit) }].compactMap(\.self))
        direction = ratio?.direction
        strata = ratio == nil && ratios == nil ? [] : endpoint.strata ?? []
    }

    private static func group(
        _ group: SurvivalGroup, place: Int, of panel: KaplanMeierPanel, unit: TimeUnit, landmarks: [Double],
        ratios: KeyRatios?, writing: CurveWriting
    ) -> Group {
        let (style, median) = (writing.style, group.median)
        let hasMedian = group.n != 0 && panel.curve.hasMedian
        let hazard = panel.hazards.indices.contains(place) ? panel.hazards[place] : nil
        let curve: StepCurve =
            switch panel.curve {
            case .survival, .difference: StepCurve(group.curve)
            case .failure: StepCurve(failureOf: group.curve)
            case .cumulativeHazard: hazard.map { StepCurve($0, censored: group.curve.censored) } ?? .none
            }
        return Group(
            id: group.id, label: group.label, curve: curve, timeFactor: group.curve.unit.days / unit.days,
            median: hasMedian ? median.value.time : nil,
            cells: (panel.curve.hasMedian ? [cell(of: median, isEmpty: group.n == 0, unit: unit, style: style)] : [])
                + [ratios?.cell(of: group.id)].compactMap(\.self),
            spoken: spoken(
                group, curve: panel.curve, last: curve.value.last, unit: unit, landmarks: landmarks, writing: writing),
            color: writing.look.palette.color(place), dash: LineStyle.dash(place))
    }

    private static func cell(
        of median: SurvivalQuantile, isEmpty: Bool, unit: TimeUnit, style: HouseStyle
    ) -> KeyCell {
        if isEmpty { return .number(style.time(nil, in: unit), interval: "") }
        let limits = style.interval(style.time(median.lower, in: unit), style.time(median.upper, in: unit))
        return .number(style.time(median.value, in: unit), interval: "(\(limits))")
    }

    /// Each other group less the reference group, in its own colour.
    private static func differences(
        of panel: KaplanMeierPanel, between groups: [SurvivalGroup], unit: TimeUnit, writing: CurveWriting
    ) -> [Group] {
        let (style, words) = (writing.style, writing.words)
        func label(_ id: String) -> String { groups.first { $0.id == id }?.label ?? id }
        return panel.differences.enumerated().map { index, difference in
            let place = groups.firstIndex { $0.id == difference.group } ?? index
            let factor = difference.unit.days / unit.days
            let name = words.differenceName(label(difference.group), label(difference.reference))
            let end = difference.difference.last.flatMap { last in
                difference.time.last.map { time in
                    words.spokenLast(
                        .difference, style.percent(last),
                        at: words.duration(writing.time(time * factor, unit), unit))
                }
            }
            return Group(
                id: difference.group, label: name, curve: StepCurve(difference), timeFactor: factor, median: nil,
                cells: [], spoken: ([name] + [end].compactMap(\.self)).joined(separator: ", "),
                color: writing.look.palette.color(place),
                // Dashes tear a line that goes up and down apart; alone it needs none.
                dash: panel.differences.count == 1 ? [] : LineStyle.dash(place))
        }
    }

    /// A time that the study names; of survival, with the groups' percentages, the highest first.
    private static func landmark(
        _ time: Double, of groups: [SurvivalGroup], curve: KaplanMeierPanel.Curve, writing: CurveWriting
    ) -> Landmark {
        let rates = groups.enumerated().compactMap { place, group -> (value: Double, id: String, place: Int)? in
            guard curve == .survival, let rate = group.rates.first(where: { $0.time == time })?.estimate.value
            else { return nil }
            return (rate, group.id, place)
        }
        return Landmark(
            time: time,
            rates: rates.sorted { ($0.value, $1.place) > ($1.value, $0.place) }.map { rate in
                (
                    rate.id, "\(writing.style.percent(rate.value))%",
                    writing.look.textColor(of: writing.look.palette.color(rate.place))
                )
            })
    }

    /// The median of a group that has no key.
    private static func statement(of group: SurvivalGroup, unit: TimeUnit, writing: CurveWriting) -> String {
        let (style, median) = (writing.style, group.median)
        let isEmpty = group.n == 0
        let interval = (
            name: style.confidenceNameInSentence(median.level),
            limits: style.interval(style.time(median.lower, in: unit), style.time(median.upper, in: unit))
        )
        return writing.words.medianStatement(
            style.time(isEmpty ? nil : median.value, in: unit),
            unit: isEmpty || median.value == .notReached ? nil : unit, interval: isEmpty ? nil : interval)
    }

    private static func spoken(
        _ group: SurvivalGroup, curve: KaplanMeierPanel.Curve, last: Double?, unit: TimeUnit, landmarks: [Double],
        writing: CurveWriting
    ) -> String {
        let (style, words, median) = (writing.style, writing.words, group.median)
        guard group.n != 0 else { return words.spokenEmptyGroup(group.label) }
        let patients = words.spokenGroup(group.label, patients: group.n, events: group.events, competing: nil)
        let end = group.longestTime.flatMap { longest in
            last.map { last in
                let time = words.duration(writing.time(longest, unit), unit)
                return curve.hasMedian
                    ? words.spokenEnd(style.percent(last), at: time)
                    : words.spokenLast(curve, style.number(last, decimals: 2), at: time)
            }
        }
        guard curve.hasMedian else { return ([patients] + [end].compactMap(\.self)).joined(separator: ", ") }
        let rates = group.rates.filter { landmarks.contains($0.time) && curve == .survival }.compactMap { rate in
            rate.estimate.value.map { value in
                words.spokenIncidence(
                    style.percent(value), at: words.duration(writing.plain([rate.time])[0], unit),
                    interval: style.confidenceLabel(rate.estimate.level),
                    limits: rate.estimate.interval.map { (style.percent($0.lower), style.percent($0.upper)) })
            }
        }
        let spokenMedian = words.spokenMedian(
            writing.time(median.value, unit).map { words.duration($0, unit) },
            interval: style.confidenceLabel(median.level), lower: writing.time(median.lower, unit),
            upper: writing.time(median.upper, unit))
        return ([patients, spokenMedian] + rates + [end].compactMap(\.self)).joined(separator: ", ")
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

    /// The hazard ratios of three groups or more.
    private static func hazardRatios(of comparison: SurvivalComparison, writing: CurveWriting) -> KeyRatios? {
        KeyRatios(
            comparison.hazardRatio?.coefficients.map { ($0.hazardRatio, $0.column) } ?? [],
            groups: comparison.groups.map { ($0.id, $0.label) }, writing: writing, isSubdistribution: false)
    }
}

extension KaplanMeierPanel.Curve {
    /// Whether medians can be read from the curve: where it is of probabilities.
    var hasMedian: Bool { self == .survival || self == .failure }
}
