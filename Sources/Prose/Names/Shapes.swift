import Results

/// What an item of an empty list would look like. Names in the body of a loop are checked against it; its numbers are
/// never printed.

extension SurvivalComparison {
    static let shape = SurvivalComparison(
        id: "?", endpoint: "?", population: "all", grouping: nil, groups: [], overall: .shape, logRank: nil)
}

extension SurvivalGroup {
    static let shape = SurvivalGroup(
        id: "overall", label: "", n: 0, events: 0, missing: 0,
        curve: SurvivalCurve(
            time: [], atRisk: [], events: [], censored: [], survival: [], standardErrorOfLog: [], lower: [],
            upper: [], level: 0.95, transform: .plain, unit: .months),
        median: .shape, rates: [.shape], medianFollowUp: .shape, shortestTime: nil, longestTime: nil)
}

extension SurvivalQuantile {
    static let shape = SurvivalQuantile(
        probability: 0.5, value: .notReached, lower: .notReached, upper: .notReached, level: 0.95, method: "",
        unit: .months)
}

extension LandmarkRate {
    static let shape = LandmarkRate(
        time: 0, estimate: Estimate(value: nil, interval: nil, level: 0.95, method: "", n: 0), atRisk: 0)
}

extension BaselineTable {
    static let shape = BaselineTable(
        columns: [.init(id: "?", label: "", n: 0)], rows: [.shape], missing: .hide, denominator: .known,
        showsPValue: false, population: "all", grouping: nil)
}

extension BaselineVariable {
    static let shape = BaselineVariable(
        variable: "?", label: "", unit: nil, summary: .levels,
        levels: [Level(id: "?", label: "", counts: [0])], descriptions: [.shape], known: [0], missing: [0], test: nil)
}

extension Description {
    static let shape = Description(
        n: 0, mean: nil, standardDeviation: nil, minimum: nil, lowerQuartile: nil, median: nil, upperQuartile: nil,
        maximum: nil, decimals: 0)
}

extension Estimate {
    static let shape = Estimate(value: nil, interval: nil, level: 0.95, method: "", n: 0)
}

extension ResponseTable {
    static let shape = ResponseTable(
        variable: "?", label: "", columns: [.init(id: "?", label: "", n: 0)], rows: [.shape], emptyLevels: [],
        known: [0], missing: [0], showsIntervals: false, showsPValue: false, population: "all", grouping: nil)
}

extension ResponseTable.Row {
    static let shape = ResponseTable.Row(
        id: "?", label: "", members: [], counts: [0], proportions: [.shape], test: nil, differences: [])
}

extension AdverseEventTable {
    static let shape = AdverseEventTable(
        columns: [.init(id: "?", label: "", n: 0)], severities: [.init(label: "?", lowest: 1, highest: nil)],
        rows: [.shape], termsLeftOut: 0, incompleteRecords: 0, showsPValue: false, source: "?", population: "all",
        grouping: nil)
}

extension AdverseEventTable.Row {
    static let shape = AdverseEventTable.Row(id: "?", label: "", isAll: false, counts: [[0]], tests: [nil])
}

extension TestResult {
    static let shape = TestResult(method: .wald, statistic: nil, pValue: nil, n: 0, equalsInR: "")
}

extension SurvivalTable {
    static let shape = SurvivalTable(comparisons: [], showsDifferences: false, showsPValue: false)
}

extension EffectTable {
    static let shape = EffectTable(rows: [], adjustedFor: [], pValue: .wald, showsRobust: false)
}

extension MatchedBaselineTable {
    static let shape = MatchedBaselineTable(matched: "?", before: .shape, after: .shape)
}

extension ResidualPlot {
    static let shape = ResidualPlot(
        endpoint: "?", unit: .months, panels: [],
        test: ProportionalHazardsResult(transform: "km", terms: [], global: .shape), population: "all")
}

extension WaterfallPlot {
    static let shape = WaterfallPlot(
        variable: "?", label: "", thresholds: [], responseLabel: nil, responses: [], groups: [], population: "all")
}
