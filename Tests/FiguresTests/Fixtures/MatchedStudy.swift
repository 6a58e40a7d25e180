import Drawing
import Results
import Styling
import TestSupport

@testable import Figures

/// A matched or weighted population by hand.
struct MatchedStudy {
    /// A covariate with its differences before and after.
    var rows: [(label: String, before: Double?, after: Double?)] = []
    /// Counts by bin of the score: before and after, treated and control.
    var treated: (before: [Double], after: [Double]) = ([], [])
    var control: (before: [Double], after: [Double]) = ([], [])
    var sizes: (treated: Int, controls: Int, matchedTreated: Int, matchedControls: Int) = (29, 42, 18, 18)
    var isWeighting = false
    var definition = DifferenceDefinition.focalGroup
    var thresholds = [0.1]
    var synthetic = true

    private func balance(_ difference: Double?, _ name: String) -> BalanceRow {
        BalanceRow(
            name: name, meanTreated: nil, meanControl: nil, difference: difference, varianceRatio: nil,
            distributionMean: nil, distributionMaximum: nil, pairDistance: nil)
    }

    var population: MatchedPopulation {
        let table = BalanceTable(
            definition: definition, before: rows.map { balance($0.before, $0.label) },
            after: rows.map { balance($0.after, $0.label) }, effectiveTreated: isWeighting ? 26.4 : nil,
            effectiveControl: isWeighting ? 31.25 : nil)
        let bins = treated.before.count
        let area = Estimate(value: nil, interval: nil, level: 0.95, method: "", n: 71)
        return MatchedPopulation(
            id: "matched", label: "Matched patients", treated: "rt", control: "io", covariates: [],
            covariateLabels: [], missing: 0,
            propensity: LogisticModelFit(
                n: 71, outcomes: 29, trials: 71, coefficients: [], terms: [], logLikelihood: 0, deviance: 0,
                nullDeviance: 0, akaike: 0, areaUnderCurve: area, level: 0.95, notes: []),
            matching: isWeighting
                ? nil
                : MatchingSummary(
                    treated: sizes.treated, controls: sizes.controls, matchedTreated: sizes.matchedTreated,
                    matchedControls: sizes.matchedControls, sets: sizes.matchedTreated, caliperWidth: nil,
                    totalDistance: 0, largestDistance: nil, balance: table, method: "", notes: []),
            weighting: isWeighting ? "overlap" : nil, balance: table, balanceLabels: rows.map(\.label),
            binEdges: (0...max(bins, 1)).map { Double($0) / Double(max(bins, 1)) },
            scores: [
                .init(arm: "io", label: "IO+T", before: control.before, after: control.after),
                .init(arm: "rt", label: "RT+IO+T", before: treated.before, after: treated.after),
            ], sensitivity: [], notes: [])
    }

    func balanceScene(style: HouseStyle = .plain) throws -> Scene {
        try scene(
            .balance(BalancePlot(matched: "matched", thresholds: thresholds)),
            caption: "Balance of covariates before and after matching.", style: style)
    }

    func overlapScene(style: HouseStyle = .plain) throws -> Scene {
        try scene(
            .overlap(OverlapPlot(matched: "matched")), caption: "Propensity score before (A) and after (B) matching.",
            style: style)
    }

    private func scene(_ content: FigureResult.Content, caption: String, style: HouseStyle) throws -> Scene {
        var results = results(with: content, caption: caption, synthetic: synthetic)
        results.matchings = [population]
        return try Figures.scene(of: results.figures[0], in: results, style: style, measuring: FixedWidthText())
    }

    static let covariates: [(label: String, before: Double?, after: Double?)] = [
        ("Propensity score", 0.74, 0.05), ("Age ≥65 years", -0.21, 0), ("ECOG performance status 1–2", 0.33, -0.11),
        ("Tumour diameter ≥10 cm", -0.47, 0.12), ("Extrahepatic metastasis", -0.52, -0.06),
        ("Second-line treatment or later", 0.18, 0.055),
    ]

    /// A matched cohort of 71 patients.
    static let liverCancer = MatchedStudy(
        rows: covariates, treated: ([0, 1, 2, 3, 5, 6, 5, 4, 2, 1], [0, 1, 2, 3, 4, 4, 2, 1, 1, 0]),
        control: ([2, 6, 9, 8, 7, 5, 3, 1, 1, 0], [0, 1, 2, 3, 4, 4, 2, 1, 1, 0]))

    static let hard: [(name: String, study: MatchedStudy)] = {
        func rows(_ count: Int, _ label: (Int) -> String) -> [(label: String, before: Double?, after: Double?)] {
            (0..<count).map { (label($0), Double($0 * 7 % 40) / 25, Double($0 * 3 % 10) / 60) }
        }
        var one = MatchedStudy(rows: [("Sex: male", 0, 0)], treated: ([3], [2]), control: ([9], [2]))
        one.thresholds = []
        let many = MatchedStudy(
            rows: rows(40) { "Covariate number \($0 + 1)" }, treated: ([0, 0, 0, 0, 0, 0, 0, 0, 0, 900], [0]),
            control: ([100_000, 3, 0, 0, 0, 0, 0, 0, 0, 0], []), sizes: (900, 100_003, 0, 0))
        let long = MatchedStudy(
            rows: rows(5) {
                "Previous locoregional therapy including transarterial chemoembolisation or ablation \($0)"
            },
            treated: ([1, 1], [1, 0]), control: ([1, 0], [1, 0]), thresholds: [0.1, 0.25])
        let beyond = MatchedStudy(
            rows: [
                ("Huge", -14.2, 3.3), ("Constant", nil, nil), ("Gone", 0.4, nil), ("New", nil, 0.02),
                ("Odd", .nan, .infinity),
            ],
            definition: .pooledUnmatched)
        var weighted = liverCancer
        weighted.isWeighting = true
        weighted.treated.after = weighted.treated.after.map { $0 * 1.37 }
        let nobody = MatchedStudy(
            rows: covariates.map { ($0.label, $0.before, nil) }, treated: ([0, 2, 5], [0, 0, 0]),
            control: ([5, 2, 0], [0, 0, 0]), sizes: (7, 7, 0, 0))
        return [
            ("liver", liverCancer), ("one", one), ("many", many), ("long", long), ("beyond", beyond),
            ("weighted", weighted), ("nobody", nobody), ("nothing", MatchedStudy()),
        ]
    }()
}
