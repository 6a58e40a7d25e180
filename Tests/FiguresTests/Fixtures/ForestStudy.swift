import Drawing
import Results
import Styling
import TestSupport

@testable import Figures

/// A subgroup by hand: its label, its hazard ratio with limits, patients and events by arm.
struct ForestRow {
    var label: String
    var ratio: Double?
    var lower: Double?
    var upper: Double?
    var counts: [ForestPlot.ArmCount]

    init(_ label: String, _ ratio: Double?, _ lower: Double?, _ upper: Double?, n: [Int], events: [Int]) {
        self.label = label
        self.ratio = ratio
        self.lower = lower
        self.upper = upper
        counts = zip(n, events).map { ForestPlot.ArmCount(n: $0, events: $1) }
    }

    var effect: SubgroupEffect {
        let (n, events) = (counts.map(\.n).reduce(0, +), counts.map(\.events).reduce(0, +))
        let identity = ColumnIdentity(
            term: "arm", parts: [.init(covariate: "arm", level: "RT+IO+T", reference: "IO+T")])
        let estimate = Estimate(
            value: ratio, interval: ratio.map { _ in ConfidenceInterval(lower: lower, upper: upper) }, level: 0.95,
            method: "survival::coxph(ties = \"efron\")", n: n, events: events)
        return SubgroupEffect(
            level: label, n: n, events: events,
            coefficients: [
                CoxCoefficient(
                    column: identity, coefficient: nil, standardError: nil, z: nil, pValue: nil, hazardRatio: estimate)
            ], notes: [])
    }
}

/// A variable by hand: its label, the p-value for interaction, its subgroups.
func forestVariable(_ label: String, p: Double?, missing: Int = 0, _ rows: [ForestRow]) -> ForestPlot.Variable {
    let test = TestResult(
        method: .likelihoodRatio, statistic: nil, degreesOfFreedom: [1], pValue: p, n: 71,
        equalsInR: "anova(coxph(S ~ a + b), coxph(S ~ a * b))")
    return ForestPlot.Variable(
        label: label, levelLabels: rows.map(\.label), counts: rows.map(\.counts),
        analysis: SubgroupAnalysis(
            treatment: "arm", by: label, interaction: test, interactionWald: test, logLikelihoodMain: 0,
            logLikelihoodInteraction: 0, subgroups: rows.map(\.effect)), missing: missing)
}

/// Results with one figure other than survival curves.
func results(with content: FigureResult.Content, caption: String, synthetic: Bool = true) -> StudyResults {
    var study = SurvivalStudy.liverCancer
    study.synthetic = synthetic
    var results = study.results
    results.figures = [FigureResult(id: "figure", caption: caption, content: content)]
    return results
}

extension ForestPlot {
    init(
        endpoint: String = "endpoint-0", overall: ForestRow?, _ variables: [Variable],
        arms: [String] = ["IO+T", "RT+IO+T"], axis: [Double] = []
    ) {
        self.init(
            endpoint: endpoint, treatment: arms[1], reference: arms[0], overall: overall?.effect,
            overallCounts: overall?.counts ?? [], variables: variables, favours: [arms[1], arms[0]], axis: axis,
            showsInteraction: true, population: "all")
    }

    func drawn(style: HouseStyle = .plain, synthetic: Bool = true) throws -> Scene {
        let results = results(
            with: .forest(self), caption: "Hazard ratios by subgroup.", synthetic: synthetic)
        return try Figures.scene(of: results.figures[0], in: results, style: style, measuring: FixedWidthText())
    }

    /// Progression-free survival of the synthetic liver-cancer cohort, by R's `survival::coxph`.
    static let progression = ForestPlot(
        overall: ForestRow("All", 0.3464, 0.1996, 0.6010, n: [42, 29], events: [40, 23]),
        [
            forestVariable(
                "Age (years)", p: 0.96972,
                [
                    ForestRow("<60", 0.3503, 0.1567, 0.7834, n: [21, 14], events: [20, 13]),
                    ForestRow("≥60", 0.3395, 0.1547, 0.7451, n: [21, 15], events: [20, 10]),
                ]),
            forestVariable(
                "Sex", p: 0.58399,
                [
                    ForestRow("Female", 0.2639, 0.0610, 1.1423, n: [5, 7], events: [5, 5]),
                    ForestRow("Male", 0.3685, 0.2001, 0.6785, n: [37, 22], events: [35, 18]),
                ]),
            forestVariable(
                "ECOG performance status", p: 0.05776,
                [
                    ForestRow("0", 0.1062, 0.0196, 0.5747, n: [5, 9], events: [5, 5]),
                    ForestRow("1–2", 0.4652, 0.2538, 0.8527, n: [37, 20], events: [35, 18]),
                ]),
            forestVariable(
                "Alpha-fetoprotein (ng/mL)", p: 0.72104,
                [
                    ForestRow("<400", 0.3470, 0.1627, 0.7403, n: [21, 19], events: [20, 15]),
                    ForestRow("≥400", 0.3267, 0.1335, 0.7994, n: [21, 10], events: [20, 8]),
                ]),
            forestVariable(
                "Portal vein invasion", p: 0.91886,
                [
                    ForestRow("No", 0.3176, 0.1151, 0.8762, n: [22, 9], events: [20, 6]),
                    ForestRow("Yes", 0.3465, 0.1765, 0.6802, n: [20, 20], events: [20, 17]),
                ]),
            forestVariable(
                "Maximum tumour diameter (cm)", p: 0.16411,
                [
                    ForestRow("<10", 0.3182, 0.1696, 0.5968, n: [31, 24], events: [29, 18]),
                    ForestRow("≥10", 0.6714, 0.2115, 2.1312, n: [11, 5], events: [11, 5]),
                ]),
            forestVariable(
                "Extrahepatic metastasis", p: 0.53525,
                [
                    ForestRow("No", 0.2882, 0.1340, 0.6201, n: [26, 19], events: [24, 14]),
                    ForestRow("Yes", 0.5082, 0.2146, 1.2031, n: [16, 10], events: [16, 9]),
                ]),
            forestVariable(
                "BCLC stage", p: 0.18472,
                [
                    ForestRow("B", nil, nil, nil, n: [12, 1], events: [10, 0]),
                    ForestRow("C", 0.3203, 0.1801, 0.5695, n: [30, 28], events: [30, 23]),
                ]),
        ])

    /// Overall survival of some subgroups of the same cohort, one of which has a very long interval.
    static let survival = ForestPlot(
        endpoint: "endpoint-1", overall: ForestRow("All", 0.4543, 0.2503, 0.8248, n: [42, 29], events: [31, 20]),
        [
            forestVariable(
                "Age (years)", p: 0.27583,
                [
                    ForestRow("<60", 0.5549, 0.2437, 1.2636, n: [21, 14], events: [16, 12]),
                    ForestRow("≥60", 0.3247, 0.1274, 0.8278, n: [21, 15], events: [15, 8]),
                ]),
            forestVariable(
                "ECOG performance status", p: 0.01349, missing: 2,
                [
                    ForestRow("0", 0.0707, 0.0066, 0.7522, n: [5, 9], events: [3, 3]),
                    ForestRow("1–2", 0.7269, 0.3899, 1.3554, n: [37, 20], events: [28, 17]),
                ]),
            forestVariable(
                "BCLC stage", p: 0.18772,
                [
                    ForestRow("B", nil, nil, nil, n: [12, 1], events: [6, 0]),
                    ForestRow("C", 0.3314, 0.1696, 0.6474, n: [30, 28], events: [25, 20]),
                ]),
        ])
}
