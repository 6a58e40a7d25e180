import Results
import SurvivalStatistics

/// Keeps of curves over time what tells no small count.
///
/// Of each curve positions are taken (``CurveCuts``) between which no or enough events happened: first the median, then the
/// landmarks, the limits of the median, the ticks of the figures' axes, then as many steps as fit. Landmarks and ticks must
/// fit in all groups of a comparison and in everyone, so that no group is the difference of the others. Numbers at risk are
/// told where none or enough patients left since the last that is told; events beside them, where censorings since are
/// none or enough too. Curves of the same patients take the same positions wherever they stand.
struct CurveThinning {
    /// A moment: how many observed times lie before it, those at it included or not.
    private struct Moment {
        var time: Double
        var isAfter: Bool
        /// Whether the study names it, rather than an axis.
        var isLandmark = false

        func position(in times: [Double]) -> Int { times.count { isAfter ? $0 <= time : $0 < time } }
    }

    private struct Content: Hashable {
        var time: [Double]
        var events: [Double]
        var censored: [Double]

        init(_ curve: SurvivalCurve) { (time, events, censored) = (curve.time, curve.events, curve.censored) }
    }

    let minimum: Int
    private var taken: [Content: CurveCuts] = [:]
    /// The cuts of each group of each comparison.
    private var cutsOfGroup: [String: [CurveCuts]] = [:]
    private var cutsOfIncidence: [String: [CurveCuts]] = [:]
    /// Of each group of each comparison, where numbers at risk are told, and where events are told beside them.
    private var riskOfGroup: [String: [RiskCuts]] = [:]

    private struct RiskCuts {
        var leaving: CurveCuts
        var apart: CurveCuts

        init(minimum: Int, kinds: [[Double]], at positions: [Int]) {
            let leavers = kinds[0].indices.map { place in kinds.reduce(0) { $0 + $1[place] } }
            leaving = CurveCuts(minimum: minimum, kinds: [leavers])
            apart = CurveCuts(minimum: minimum, kinds: kinds)
            for position in positions {
                leaving.take(position)
                apart.take(position)
            }
        }
    }

    init(minimum: Int) { self.minimum = minimum }

    /// Thins all curves of the results, and what is read from them. Counts were replaced before.
    mutating func thin(_ results: inout StudyResults) {
        let whole = results
        for index in results.survival.indices {
            let endpoint = results.endpoints.first { $0.id == results.survival[index].endpoint }
            let factor = (endpoint?.unit ?? .days).days / results.survival[index].overall.curve.unit.days
            let asked = moments(of: results.survival[index].endpoint, in: results, factor: factor)
            thin(&results.survival[index], asked: asked, factor: factor)
        }
        for index in results.incidences.indices {
            let endpoint = results.endpoints.first { $0.id == results.incidences[index].endpoint }
            thin(&results.incidences[index], unit: endpoint?.unit ?? .days, beside: whole)
        }
        for index in results.figures.indices { thin(&results.figures[index], among: results, whole: whole) }
    }

    // MARK: Survival

    /// The landmarks of an endpoint and the ticks of the figures that show it, with the numbers under them.
    private func moments(of endpoint: String, in results: StudyResults, factor: Double) -> [Moment] {
        let comparisons = results.survival.filter { $0.endpoint == endpoint }
        let landmarks = comparisons.first?.overall.rates.map(\.time) ?? []
        var moments = landmarks.map { Moment(time: $0 * factor, isAfter: true, isLandmark: true) }
        let names = Set(comparisons.map(\.id))
        for figure in results.figures {
            for (panel, kind) in figure.content.curvePanels where names.contains(panel.comparison) {
                moments += panel.breaks.map { Moment(time: $0 * factor, isAfter: kind == .kmunicate) }
            }
        }
        return moments
    }

    private mutating func thin(_ comparison: inout SurvivalComparison, asked: [Moment], factor: Double) {
        let overall = cuts(of: comparison.overall, factor: factor, asked: asked, fills: comparison.groups.count == 1)
        let groups = cutsOfGroups(of: comparison, beside: overall, asked: asked, factor: factor)
        cutsOfGroup[comparison.id] = groups
        let whole = comparison
        let risks = whole.groups.map { risk(of: $0.curve, asked) }
        riskOfGroup[comparison.id] = risks
        comparison.overall.keep(
            overall, leaving: risk(of: whole.overall.curve, asked).leaving, factor: factor, minimum: minimum,
            until: nil)
        for index in groups.indices {
            // Where the curve is flat behind its last step, and how many are at risk there is told, it is drawn so far.
            let times = whole.groups[index].curve.time
            let end = asked.filter { moment in
                let position = moment.position(in: times)
                return position < times.count && risks[index].leaving.contains(position)
                    && groups[index].contains(position)
            }.map(\.time).max()
            comparison.groups[index].keep(
                groups[index], leaving: risks[index].leaving, factor: factor, minimum: minimum, until: end)
        }
        // A rate that one group cannot tell is told of none, or everyone's rate would give it away.
        for place in comparison.overall.rates.indices
        where comparison.groups.contains(where: { $0.rates.indices.contains(place) && $0.rates[place].isWithheld }) {
            for index in comparison.groups.indices where comparison.groups[index].rates.indices.contains(place) {
                comparison.groups[index].rates[place].withhold()
            }
        }
        if comparison.groups.count > 1 {
            for place in comparison.overall.rates.indices { comparison.overall.rates[place].atRisk = .withheld }
        }
        let told = Set(
            comparison.groups.first?.rates.filter { rate in
                comparison.groups.allSatisfy { $0.rates.contains { $0.time == rate.time && !$0.isWithheld } }
            }.map(\.time) ?? [])
        for index in comparison.rateDifferences.indices
        where !told.contains(comparison.rateDifferences[index].time) {
            comparison.rateDifferences[index].comparison.contrast.withhold()
        }
    }

    /// Where the curves of groups may be told. What is asked for is told of all groups or of none, so that no group is the
    /// whole less the others; groups that stood in an earlier comparison are told as there.
    private mutating func cutsOfGroups(
        of comparison: SurvivalComparison, beside overall: CurveCuts, asked: [Moment], factor: Double
    ) -> [CurveCuts] {
        var groups = comparison.groups.map { group in
            taken[Content(group.curve)]
                ?? {
                    var cuts = CurveCuts(minimum: minimum, kinds: [group.curve.events])
                    take([group.median.value], in: group, factor: factor, to: &cuts)
                    return cuts
                }()
        }
        let isNew = comparison.groups.map { taken[Content($0.curve)] == nil }
        let areAllTold = comparison.groups.allSatisfy(\.isTold)
        func share(_ moments: [Moment]) {
            for moment in moments {
                let everywhere = moment.position(in: comparison.overall.curve.time)
                let positions = comparison.groups.map { moment.position(in: $0.curve.time) }
                let fits =
                    areAllTold && overall.contains(everywhere)
                    && zip(zip(groups, isNew), positions).allSatisfy { $0.1 ? $0.0.allows($1) : $0.0.contains($1) }
                if fits { for index in groups.indices where isNew[index] { groups[index].take(positions[index]) } }
            }
        }
        share(asked.filter(\.isLandmark))
        for index in groups.indices where isNew[index] {
            let group = comparison.groups[index]
            take([group.median.lower, group.median.upper], in: group, factor: factor, to: &groups[index])
        }
        share(asked.filter { !$0.isLandmark })
        for index in groups.indices where isNew[index] {
            groups[index].fill()
            taken[Content(comparison.groups[index].curve)] = groups[index]
        }
        return groups
    }

    private func risk(of curve: SurvivalCurve, _ asked: [Moment]) -> RiskCuts {
        RiskCuts(
            minimum: minimum, kinds: [curve.events, curve.censored], at: asked.map { $0.position(in: curve.time) })
    }

    private mutating func cuts(
        of group: SurvivalGroup, factor: Double, asked: [Moment], fills: Bool
    ) -> CurveCuts {
        if let known = taken[Content(group.curve)] { return known }
        var cuts = CurveCuts(minimum: minimum, kinds: [group.curve.events])
        take([group.median.value], in: group, factor: factor, to: &cuts)
        for moment in asked where moment.isLandmark { cuts.take(moment.position(in: group.curve.time)) }
        take([group.median.lower, group.median.upper], in: group, factor: factor, to: &cuts)
        for moment in asked where !moment.isLandmark { cuts.take(moment.position(in: group.curve.time)) }
        if fills { cuts.fill() }
        taken[Content(group.curve)] = cuts
        return cuts
    }

    private func take(_ points: [TimePoint], in group: SurvivalGroup, factor: Double, to cuts: inout CurveCuts) {
        for point in points.compactMap(\.time) { cuts.take(group.curve.position(ofObserved: point * factor)) }
    }

    // MARK: Incidence

    private mutating func thin(_ comparison: inout IncidenceComparison, unit: TimeUnit, beside whole: StudyResults) {
        let survival = whole.survival.first { $0.id == comparison.id }
        for index in comparison.groups.indices {
            let curve = comparison.groups[index].curve
            var cuts = CurveCuts(minimum: minimum, kinds: [curve.eventsAtTime])
            let own = survival.flatMap { comparison in
                comparison.groups.firstIndex { $0.curve.time == curve.time }.flatMap { cutsOfGroup[comparison.id]?[$0] }
            }
            if let own {
                // The survival curve of the same patients: what it does not tell is not told here.
                for position in own.positions { cuts.take(position) }
            } else if survival == nil {
                for rate in comparison.groups[index].rates {
                    cuts.take(
                        curve.time.count { $0 <= rate.time * unit.days / comparison.groups[index].curveUnit.days })
                }
                cuts.fill()
            }
            comparison.groups[index].keep(cuts, unit: unit)
            cutsOfIncidence[comparison.id, default: []].append(cuts)
        }
        for index in comparison.rateDifferences.indices
        where comparison.groups.contains(where: { group in
            group.rates.contains { $0.time == comparison.rateDifferences[index].time && $0.isWithheld }
        }) {
            comparison.rateDifferences[index].comparison.contrast.withhold()
        }
    }

    // MARK: Figures

    private mutating func thin(_ figure: inout FigureResult, among results: StudyResults, whole: StudyResults) {
        switch figure.content {
        case .kaplanMeier(var plan):
            plan.showsCensoring = false
            for index in plan.panels.indices {
                thin(&plan.panels[index], kind: plan.riskTable, among: results, whole: whole)
            }
            figure.content = .kaplanMeier(plan)
        case .incidence(var plot):
            plot.showsCensoring = false
            for index in plot.panels.indices { thin(&plot.panels[index], kind: plot.riskTable, whole: whole) }
            figure.content = .incidence(plot)
        case .predictedSurvival(var plot):
            thin(&plot, among: whole)
            figure.content = .predictedSurvival(plot)
        case .forest, .flow, .balance, .overlap, .residuals, .adverseEvents, .swimmer, .waterfall: break
        }
    }

    /// Predicted curves: those of one stratum step at the same times, and take the same positions; where the survival curve
    /// of the same patients is told, its positions.
    private mutating func thin(_ plot: inout PredictedSurvivalPlot, among whole: StudyResults) {
        let unit = whole.endpoints.first { $0.id == plot.endpoint }?.unit ?? .days
        for index in plot.curves.indices {
            let curve = plot.curves[index].curve
            let events = curve.events.reduce(0, +)
            let patients = events + curve.censored.reduce(0, +)
            guard events >= Double(minimum), patients >= Double(minimum) else {
                plot.curves[index].withhold()
                continue
            }
            let factor = unit.days / curve.unit.days
            let content = Content(curve)
            let cuts =
                taken[content]
                ?? {
                    var cuts = CurveCuts(minimum: minimum, kinds: [curve.events])
                    for rate in plot.curves[index].rates {
                        cuts.take(curve.time.count { $0 <= rate.time * factor })
                    }
                    cuts.fill()
                    return cuts
                }()
            taken[content] = cuts
            plot.curves[index].keep(cuts, factor: factor)
        }
    }

    /// A panel of incidences.
    private func thin(
        _ panel: inout KaplanMeierPanel, kind: KaplanMeierPlan.RiskTableKind, whole: StudyResults
    ) {
        let comparison = whole.incidences.first { $0.id == panel.comparison }
        let unit = whole.endpoints.first { $0.id == comparison?.endpoint }?.unit ?? .days
        for row in panel.riskRows.indices {
            let name = panel.riskRows[row].group
            let index = comparison?.groups.firstIndex { $0.id == name }
            guard let index, let group = comparison?.groups[index], group.isTold,
                let cuts = cutsOfIncidence[panel.comparison]?[index]
            else {
                panel.riskRows[row].withhold(atRisk: { _ in true }, counts: { _ in true })
                continue
            }
            let curve = group.curve
            let positions = panel.breaks.map { time in
                Moment(time: time * (unit.days / group.curveUnit.days), isAfter: kind == .kmunicate)
                    .position(in: curve.time)
            }
            let risk = RiskCuts(
                minimum: minimum, kinds: [curve.eventsAtTime, curve.competingAtTime, curve.censoredAtTime],
                at: positions)
            panel.riskRows[row].withhold(
                atRisk: { !risk.leaving.contains(positions[$0]) },
                counts: { !risk.apart.contains(positions[$0]) || !cuts.contains(positions[$0]) })
        }
    }

    /// A panel of survival.
    private func thin(
        _ panel: inout KaplanMeierPanel, kind: KaplanMeierPlan.RiskTableKind, among results: StudyResults,
        whole: StudyResults
    ) {
        guard let comparison = results.survival.first(where: { $0.id == panel.comparison }),
            let old = whole.survival.first(where: { $0.id == panel.comparison }),
            let cuts = cutsOfGroup[panel.comparison]
        else {
            for row in panel.riskRows.indices {
                panel.riskRows[row].withhold(atRisk: { _ in true }, counts: { _ in true })
            }
            return
        }
        let endpoint = results.endpoints.first { $0.id == comparison.endpoint }
        let factor = (endpoint?.unit ?? .days).days / old.overall.curve.unit.days
        for (index, group) in old.groups.enumerated() {
            for row in panel.riskRows.indices where panel.riskRows[row].group == group.id {
                let positions = panel.breaks.map {
                    Moment(time: $0 * factor, isAfter: kind == .kmunicate).position(in: group.curve.time)
                }
                let isTold = comparison.groups[index].isTold
                let risk = riskOfGroup[panel.comparison]?[index]
                panel.riskRows[row].withhold(
                    atRisk: { !isTold || risk?.leaving.contains(positions[$0]) != true },
                    counts: { place in
                        !isTold || risk?.apart.contains(positions[place]) != true
                            || !cuts[index].contains(positions[place])
                    })
            }
            if panel.hazards.indices.contains(index) {
                panel.hazards[index].keep(
                    comparison.groups[index].isTold && panel.hazards[index].time == group.curve.time ? cuts[index] : nil
                )
            }
        }
        panel.differences = panel.differences.compactMap { difference in
            func curve(_ id: String) -> SurvivalCurve? { comparison.groups.first { $0.id == id }?.curve }
            guard let one = curve(difference.reference), let two = curve(difference.group) else { return nil }
            return survivalDifferenceCurve(
                (difference.reference, one), (difference.group, two), level: difference.level)
        }
    }
}

extension FigureResult.Content {
    /// The panels of curves over time, and what stands under their axes.
    fileprivate var curvePanels: [(panel: KaplanMeierPanel, kind: KaplanMeierPlan.RiskTableKind)] {
        switch self {
        case .kaplanMeier(let plan): plan.panels.map { ($0, plan.riskTable) }
        case .incidence(let plot): plot.panels.map { ($0, plot.riskTable) }
        case .predictedSurvival, .forest, .flow, .balance, .overlap, .residuals, .adverseEvents, .swimmer, .waterfall:
            []
        }
    }
}
