import Drawing
import Results
import Styling

/// What one panel shows, with every number already written and every colour chosen; no place on the page yet.
struct SurvivalPanelContent {
    /// One group of patients.
    struct Group {
        var id: String
        var label: String
        var n: Int
        var events: Int
        var curve: SurvivalCurve
        /// What turns the curve's times into the axis's unit.
        var timeFactor: Double
        /// The median where the curve reaches it, in the axis's unit.
        var median: Double?
        /// The median and its interval, as printed; without patients there is no interval.
        var medianText: String
        var medianInterval: String
        /// The median with its interval and unit, as read aloud.
        var spokenMedian: String
        /// Where the curve ends, as read aloud; nil without patients.
        var spokenEnd: String?
        var color: Color
        var dash: [Double]
    }

    /// The numbers under the axis for one group, one row after the other.
    struct RiskBlock {
        var groupID: String
        var label: String
        var color: Color
        /// A row's own name where a group has several, and its numbers, one for each break.
        var rows: [(name: String?, cells: [String])]
    }

    /// `panel-A`, what all names of the panel's elements begin with, whatever its letter looks like.
    var name: String
    var letter: String?
    var title: String?
    var endpoint: EndpointDescription
    var groups: [Group]
    /// `95% CI`
    var intervalName: String
    /// `Log-rank p = 0.0081`; nil where nothing is compared.
    var testText: String?
    var breaks: [(value: Double, label: String)]
    var riskTitle: String?
    var riskBlocks: [RiskBlock]

    /// The last value of the time axis.
    var axisEnd: Double { breaks.last.map(\.value).flatMap { $0 > 0 ? $0 : nil } ?? 1 }
    var yTitle: String { "\(endpoint.label) (%)" }
    var xTitle: String { "Time (\(endpoint.unit.rawValue))" }

    init(
        of index: Int, in plan: KaplanMeierPlan, results: StudyResults, style: HouseStyle, look: FigureLook
    ) throws(FigureError) {
        let panel = plan.panels[index]
        guard let comparison = results.survival.first(where: { $0.id == panel.comparison }) else {
            throw .unknownComparison(panel.comparison)
        }
        guard let endpoint = results.endpoints.first(where: { $0.id == comparison.endpoint }) else {
            throw .unknownEndpoint(comparison.endpoint)
        }
        self.endpoint = endpoint
        name = "panel-\(FigureLook.letter(index))"
        letter = plan.panels.count > 1 ? look.letter(index) : nil
        title = panel.title
        intervalName = style.confidenceLabel(
            comparison.groups.first?.median.level ?? results.conventions.level)
        testText = comparison.logRank.map { Self.testText($0, style: style) }
        groups = comparison.groups.enumerated().map { place, group in
            Self.group(group, place: place, unit: endpoint.unit, style: style, look: look)
        }
        let decimals = Self.decimals(of: panel.breaks)
        breaks = panel.breaks.map { ($0, style.number($0, decimals: decimals)) }
        riskTitle = plan.riskTable == .none ? nil : Self.riskTitle(plan.riskTable)
        riskBlocks = groups.compactMap { group in
            panel.riskRows.first { $0.group == group.id }.flatMap { row in
                Self.riskBlock(row, of: group, kind: plan.riskTable, style: style, look: look)
            }
        }
    }

    private static func group(
        _ group: SurvivalGroup, place: Int, unit: TimeUnit, style: HouseStyle, look: FigureLook
    ) -> Group {
        let median = group.median
        let isEmpty = group.n == 0
        func spoken(_ time: TimePoint, unit: String = "") -> String {
            time == .notReached ? "not reached" : style.time(time) + unit
        }
        func spokenRange(_ lower: TimePoint, _ upper: TimePoint) -> String {
            lower == .notReached && upper == .notReached ? "not reached" : "\(spoken(lower)) to \(spoken(upper))"
        }
        return Group(
            id: group.id, label: group.label, n: group.n, events: group.events, curve: group.curve,
            timeFactor: group.curve.unit.days / unit.days, median: isEmpty ? nil : median.value.time,
            medianText: style.time(isEmpty ? nil : median.value),
            medianInterval: isEmpty ? "" : style.interval(style.time(median.lower), style.time(median.upper)),
            spokenMedian: "\(spoken(median.value, unit: " \(unit.rawValue)")) (\(style.confidenceLabel(median.level)) "
                + "\(spokenRange(median.lower, median.upper)))",
            spokenEnd: group.longestTime.flatMap { longest in
                group.curve.survival.last.map {
                    "\(style.percent($0))% at \(style.time(.reached(longest))) \(unit.rawValue)"
                }
            },
            color: look.palette.color(place), dash: LineStyle.dash(place))
    }

    private static func testText(_ test: TestResult, style: HouseStyle) -> String {
        let name =
            switch test.method {
            case .logRank: "Log-rank"
            case .stratifiedLogRank: "Stratified log-rank"
            case .flemingHarrington: "Fleming–Harrington"
            case .logRankTrend: "Log-rank trend"
            case .gray: "Gray"
            default: "Test"
            }
        return "\(name) \(style.pStatement(test.pValue, kind: PValueKind(test.method)))"
    }

    private static func riskTitle(_ kind: KaplanMeierPlan.RiskTableKind) -> String {
        switch kind {
        case .atRisk, .none: "No. at risk"
        case .atRiskEvents: "No. at risk (events)"
        case .kmunicate: "No. of patients"
        }
    }

    private static func riskBlock(
        _ row: KaplanMeierPanel.RiskRow, of group: Group, kind: KaplanMeierPlan.RiskTableKind, style: HouseStyle,
        look: FigureLook
    ) -> RiskBlock? {
        // Numbers of weighted patients have a decimal; all numbers of a group have it or none.
        let isWhole = (row.atRisk + row.events + row.censored).allSatisfy { $0 == $0.rounded() }
        func cells(_ values: [Double]) -> [String] { values.map { style.number($0, decimals: isWhole ? 0 : 1) } }
        let rows: [(String?, [String])]
        switch kind {
        case .none: return nil
        case .atRisk: rows = [(nil, cells(row.atRisk))]
        case .atRiskEvents:
            rows = [(nil, zip(cells(row.atRisk), cells(row.events)).map { "\($0) (\($1))" })]
        case .kmunicate:
            rows = [("At risk", cells(row.atRisk)), ("Events", cells(row.events)), ("Censored", cells(row.censored))]
        }
        return RiskBlock(
            groupID: group.id, label: group.label, color: look.textColor(of: group.color),
            rows: rows.map { (name: $0.0, cells: $0.1) })
    }

    /// How many decimals, three at most, write all of these numbers.
    private static func decimals(of values: [Double]) -> Int {
        var power = 1.0
        for decimals in 0..<3 {
            if values.allSatisfy({ ($0 * power - ($0 * power).rounded()).magnitude < 1e-6 }) { return decimals }
            power *= 10
        }
        return 3
    }
}
