import Results
import Styling

extension CurvePanelContent {
    /// What a panel of cumulative incidences shows; its axis of proportions ends at 1.
    init(
        incidenceOf index: Int, in plot: IncidencePlot, results: StudyResults, writing: CurveWriting
    ) throws(FigureError) {
        let panel = plot.panels[index]
        guard let comparison = results.incidences.first(where: { $0.id == panel.comparison }) else {
            throw .unknownComparison(panel.comparison)
        }
        guard let endpoint = results.endpoints.first(where: { $0.id == comparison.endpoint }) else {
            throw .unknownEndpoint(comparison.endpoint)
        }
        let (words, unit) = (writing.words, endpoint.unit)
        let letter = plot.panels.count > 1 ? writing.look.letter(index) : nil
        let ratio = Self.hazardRatio(of: comparison, letter: letter, writing: writing)
        let ratios = KeyRatios(
            comparison.subdistribution?.coefficients.map { ($0.hazardRatio, $0.column) } ?? [],
            groups: comparison.groups.map { ($0.id, $0.label) }, writing: writing, isSubdistribution: true)
        let test = comparison.gray.map { writing.statement(of: $0) }
        let landmark = Self.lastLandmark(of: comparison)
        let level = comparison.groups.first?.curve.level ?? results.conventions.level
        name = "panel-\(FigureLook.letter(index))"
        self.letter = letter
        title = panel.title
        groups = comparison.groups.enumerated().map { place, group in
            Self.group(group, place: place, unit: unit, landmark: landmark, ratios: ratios, writing: writing)
        }
        namesHead = comparison.groupingLabel
        let incidences = landmark.map {
            KeyHead(
                name: "median", intervalName: "interval",
                phrases: words.incidenceHead(
                    at: writing.plain([$0])[0], unit, interval: writing.style.confidenceLabel(level)))
        }
        heads = [incidences, ratios?.head].compactMap(\.self)
        statement =
            comparison.groups.count == 1
            ? Self.statement(of: comparison.groups[0], landmark: landmark, unit: unit, writing: writing) : nil
        comparisons = [test, ratio?.statement].compactMap(\.self)
        breaks = writing.breaks(panel.breaks)
        top = 1
        levels = writing.levels(to: 1)
        xTitle = words.timeAxis(unit)
        yTitle = words.percentageAxis(words.cumulativeIncidence(of: endpoint.label))
        riskTitle = writing.riskTitle(plot.riskTable, of: panel)
        riskBlocks = writing.riskBlocks(
            panel.riskRows, of: groups, kind: plot.riskTable, isWeighted: panel.isWeighted)
        let inset = writing.inset(plot.inset, of: panel.breaks)
        self.inset = inset
        spoken = writing.spoken(
            letter: letter, endpoint: words.cumulativeIncidence(of: endpoint.label), title: title,
            parts: groups.map(\.spoken) + [test, ratio?.spoken].compactMap(\.self) + (ratios?.spoken ?? [])
                + [inset.map { writing.spoken($0, unit: unit) }].compactMap(\.self))
        direction = ratio?.direction
    }

    /// The least round proportion that all curves, and their limits where these are drawn, stay below.
    static func top(of panels: [CurvePanelContent], showsIntervals: Bool) -> Double {
        let highest =
            panels.flatMap { panel in
                panel.groups.flatMap { group in
                    let seen = group.curve.time.prefix { $0 * group.timeFactor <= panel.axisEnd }.count
                    let limits = showsIntervals ? group.curve.upper.prefix(seen).compactMap(\.self) : []
                    return group.curve.value.prefix(seen) + limits
                }
            }.filter(\.isFinite).max() ?? 1
        return [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8].first { highest <= $0 } ?? 1
    }

    /// The last time at which every group with patients has an incidence.
    private static func lastLandmark(of comparison: IncidenceComparison) -> Double? {
        let groups = comparison.groups.filter { $0.n != 0 }
        return groups.first?.rates.map(\.time).filter { time in
            groups.allSatisfy { $0.rates.contains { $0.time == time && $0.estimate.value != nil } }
        }.max()
    }

    private static func rate(of group: IncidenceGroup, at time: Double?) -> LandmarkRate? {
        time.flatMap { time in group.rates.first { $0.time == time } }
    }

    private static func limits(of rate: LandmarkRate, writing: CurveWriting) -> (lower: String, upper: String)? {
        rate.estimate.interval.map { (writing.style.percent($0.lower), writing.style.percent($0.upper)) }
    }

    private static func group(
        _ group: IncidenceGroup, place: Int, unit: TimeUnit, landmark: Double?, ratios: KeyRatios?,
        writing: CurveWriting
    ) -> Group {
        let (style, rate) = (writing.style, rate(of: group, at: landmark))
        let limits = rate.flatMap { Self.limits(of: $0, writing: writing) }
        let incidence = KeyCell.number(
            style.percent(group.n == 0 ? nil : rate?.estimate.value),
            interval: limits.map { "(\(style.interval($0.lower, $0.upper)))" } ?? "")
        return Group(
            id: group.id, label: group.label, curve: StepCurve(group.curve),
            timeFactor: group.curveUnit.days / unit.days, median: nil,
            cells: (landmark == nil ? [] : [incidence]) + [ratios?.cell(of: group.id)].compactMap(\.self),
            spoken: spoken(group, unit: unit, landmark: landmark, writing: writing),
            color: writing.look.palette.color(place), dash: LineStyle.dash(place))
    }

    /// The incidence of a group that has no key; nil without a landmark.
    private static func statement(
        of group: IncidenceGroup, landmark: Double?, unit: TimeUnit, writing: CurveWriting
    ) -> String? {
        guard let landmark, let rate = rate(of: group, at: landmark) else { return nil }
        let style = writing.style
        let interval = limits(of: rate, writing: writing).map {
            (
                name: style.confidenceNameInSentence(rate.estimate.level), limits: style.interval($0.lower, $0.upper)
            )
        }
        return writing.words.incidenceStatement(
            style.percent(rate.estimate.value), at: writing.plain([landmark])[0], unit, interval: interval)
    }

    private static func spoken(
        _ group: IncidenceGroup, unit: TimeUnit, landmark: Double?, writing: CurveWriting
    ) -> String {
        let (style, words) = (writing.style, writing.words)
        guard group.n != 0 else { return words.spokenEmptyGroup(group.label) }
        let incidence = landmark.flatMap { time in
            rate(of: group, at: time).map { rate in
                words.spokenIncidence(
                    style.percent(rate.estimate.value), at: words.duration(writing.plain([time])[0], unit),
                    interval: style.confidenceLabel(rate.estimate.level), limits: limits(of: rate, writing: writing))
            }
        }
        let end = group.curve.time.last.flatMap { last in
            group.curve.incidence.last.map { incidence in
                let time = last * group.curveUnit.days / unit.days
                return words.spokenEnd(
                    style.percent(incidence), at: words.duration(writing.time(time, unit), unit))
            }
        }
        let patients = words.spokenGroup(
            group.label, patients: group.n, events: group.events, competing: group.competing)
        return ([patients] + [incidence, end].compactMap(\.self)).joined(separator: ", ")
    }

    /// The subdistribution hazard ratio of two groups.
    private static func hazardRatio(
        of comparison: IncidenceComparison, letter: String?, writing: CurveWriting
    ) -> PrintedHazardRatio? {
        guard comparison.groups.count == 2, let coefficient = comparison.subdistribution?.coefficients.first else {
            return nil
        }
        return PrintedHazardRatio(
            coefficient.hazardRatio, of: coefficient.column, groups: comparison.groups.map { ($0.id, $0.label) },
            letter: letter, writing: writing, isSubdistribution: true)
    }
}

extension StepCurve {
    /// A cumulative incidence rises from 0.
    init(_ curve: CumulativeIncidenceCurve) {
        self.init(
            start: 0, time: curve.time, value: curve.incidence, lower: curve.lower, upper: curve.upper,
            censored: curve.censoredAtTime)
    }
}
