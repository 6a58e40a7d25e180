import Results
import Tables
import TestSupport
import Testing

private func variable(
    _ label: String, _ levels: [(String, Int, Int)], difference: Double?, p: Double? = nil, missing: [Int] = [0, 0],
    notes: [ResultNote] = []
) -> BaselineVariable {
    BaselineVariable(
        variable: label.lowercased(), label: label, unit: nil, summary: .levels,
        levels: levels.map { .init(id: $0.0, label: $0.0, counts: [$0.1, $0.2]) }, descriptions: [],
        known: [levels.map(\.1).reduce(0, +), levels.map(\.2).reduce(0, +)], missing: missing,
        test: p.map { .of(.pearsonChiSquared, p: $0) }, difference: difference, notes: notes)
}

private func part(_ n: (Int, Int), _ rows: [BaselineVariable], p: Bool = false) -> BaselineTable {
    BaselineTable(
        columns: [.init(id: "IO+T", label: "IO+T", n: n.0), .init(id: "RT+IO+T", label: "RT+IO+T", n: n.1)], rows: rows,
        missing: .row, denominator: .known, showsPValue: p, showsDifference: true, population: "matched",
        grouping: "arm")
}

private func population(sets: Int = 18, controls: Int = 18, weighting: String? = nil) -> MatchedPopulation {
    let balance = BalanceTable(
        definition: .pooledDisplayed, before: [], after: [], effectiveTreated: nil, effectiveControl: nil)
    return MatchedPopulation(
        id: "matched", label: "Matched patients", treated: "RT+IO+T", control: "IO+T", covariates: [],
        covariateLabels: [], missing: 0,
        propensity: LogisticModelFit(
            n: 71, outcomes: 29, trials: 71, coefficients: [], terms: [], logLikelihood: 0, deviance: 0,
            nullDeviance: 0, akaike: 0, areaUnderCurve: .of(nil), level: 0.95, notes: []),
        matching: weighting == nil
            ? MatchingSummary(
                treated: 29, controls: 42, matchedTreated: sets, matchedControls: controls, sets: sets,
                caliperWidth: nil, totalDistance: 0, largestDistance: nil, balance: balance,
                method: "nearest neighbour 1:1 without replacement, highest score first", notes: []) : nil,
        weighting: weighting, balance: balance, balanceLabels: [], binEdges: [], scores: [], sensitivity: [], notes: [])
}

private func results(
    before: [BaselineVariable], after: [BaselineVariable], p: Bool = false,
    matching: [MatchedPopulation] = [population()]
) -> StudyResults {
    .with(
        .matchedBaseline(
            MatchedBaselineTable(
                matched: "matched", before: part((42, 29), before, p: p), after: part((18, 18), after, p: p))),
        caption: "Balance before and after matching.", matchings: matching)
}

private let age = variable("Age", [("<60", 21, 14), ("≥60", 21, 15)], difference: 0.0345, p: 0.886)
private let ageMatched = variable("Age", [("<60", 9, 8), ("≥60", 9, 10)], difference: -0.1117, p: 0.738)
private let ecog = variable("ECOG", [("0", 5, 9), ("1–2", 37, 20)], difference: -0.4879, p: 0.046)
private let ecogMatched = variable("ECOG", [("0", 4, 4), ("1–2", 14, 14)], difference: 0, p: 1)

@Suite("Tables of balance")
struct MatchedBaselineTableTests {
    @Test("before and after stand side by side, each with its standardised differences")
    func study() {
        let table = results(before: [age, ecog], after: [ageMatched, ecogMatched]).table()
        #expect(
            table.heads == [
                "Characteristic", "Before matching > IO+T (n = 42)", "Before matching > RT+IO+T (n = 29)",
                "Before matching > SMD", "After matching > IO+T (n = 18)", "After matching > RT+IO+T (n = 18)",
                "After matching > SMD",
            ])
        #expect(
            table.rows.indices.map(table.texts) == [
                ["Age", "", "", "0.035", "", "", "−0.112"],
                ["<60", "21 (50.0)", "14 (48.3)", "", "9 (50.0)", "8 (44.4)", ""],
                ["≥60", "21 (50.0)", "15 (51.7)", "", "9 (50.0)", "10 (55.6)", ""],
                ["ECOG", "", "", "−0.488", "", "", "0.000"],
                ["0", "5 (11.9)", "9 (31.0)", "", "4 (22.2)", "4 (22.2)", ""],
                ["1–2", "37 (88.1)", "20 (69.0)", "", "14 (77.8)", "14 (77.8)", ""],
            ])
        #expect(
            table.notes == [
                "Values are n (%).",
                "Matching: nearest neighbour 1:1 without replacement, highest score first: 18 pairs.",
                "Standardised differences: RT+IO+T less IO+T, divided by the root of the mean of both groups' variances "
                    + "among the patients shown.", "SMD, standardised mean difference.",
            ])
        expectGolden(table.asText, "Tables/matched-baseline.txt")
    }

    @Test("p-values where they are asked for; sets that are not pairs; weights")
    func pValues() throws {
        let asked = results(
            before: [age], after: [ageMatched], p: true, matching: [population(sets: 15, controls: 30)])
        let table = try asked.table(style: .study)
        #expect(table.heads.filter { $0.hasSuffix("p value") }.count == 2)
        #expect(table.texts(0) == ["Age", "", "", "0.035", "0.886", "", "", "−0.112", "0.738"])
        #expect(
            table.notes[1]
                == "Matching: nearest neighbour 1:1 without replacement, highest score first: 15 sets of 15 treated "
                + "patients and 30 controls.")
        #expect(table.notes.contains("p values: Pearson's χ² test without continuity correction."))
        let weighted = results(before: [age], after: [ageMatched], matching: [population(weighting: "treated")]).table()
        #expect(weighted.heads[1].hasPrefix("Before weighting") && weighted.heads.last == "After weighting > SMD")
        #expect(
            weighted.notes[1]
                == "Weights by the propensity score, for the average effect in the treated patients. After weighting, the "
                + "standardised differences are weighted; counts, percentages and other summaries are of the patients "
                + "as they are.")
    }

    @Test("a variable in one part only, missing values, no difference, no population")
    func odd() {
        let constant = variable(
            "Age", [("<60", 18, 18)], difference: nil, missing: [0, 0], notes: [ResultNote(.constant)])
        let missing = variable("Age", [("<60", 20, 14), ("≥60", 21, 15)], difference: 0.01, missing: [1, 0])
        let table = results(before: [missing], after: [constant, ecogMatched], matching: []).table()
        #expect(
            table.rows.indices.map(table.texts) == [
                ["Age", "", "", "0.010", "", "", "–^a"],
                ["<60", "20 (48.8)", "14 (48.3)", "", "18 (100.0)", "18 (100.0)", ""],
                ["≥60", "21 (51.2)", "15 (51.7)", "", "–", "–", ""], ["Missing", "1", "0", "", "0", "0", ""],
                ["ECOG", "", "", "–", "", "", "0.000"], ["0", "–", "–", "", "4 (22.2)", "4 (22.2)", ""],
                ["1–2", "–", "–", "", "14 (77.8)", "14 (77.8)", ""],
            ])
        #expect(table.notes.contains("a: No standardised difference: all values are equal."))
        #expect(results(before: [], after: []).table().rows.isEmpty)
    }

    @Test("a continuous variable has the same decimals before and after")
    func continuous() {
        func row(_ descriptions: [Description]) -> BaselineVariable {
            .continuous("Age", unit: "years", .median, descriptions)
        }
        let table = results(
            before: [
                row([.of(n: 42, median: 59.5, quartiles: (50, 66)), .of(n: 29, median: 61, quartiles: (54, 68))])
            ],
            after: [row([.of(n: 18, median: 60, quartiles: (52, 65)), .of(n: 18, median: 61, quartiles: (55, 67))])]
        ).table()
        #expect(
            table.texts(0) == [
                "Age (years), median (IQR)", "59.5 (50.0–66.0)", "61.0 (54.0–68.0)", "–^a", "60.0 (52.0–65.0)",
                "61.0 (55.0–67.0)", "–^a",
            ])
    }
}
