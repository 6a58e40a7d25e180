import Results
import Tables
import Testing

private let arm = CoxTable.Row(
    variable: "arm", label: "Group", unit: nil,
    levels: [.init(id: "A", label: "A", n: 26), .init(id: "B", label: "B", n: 24)], reference: "A")
private let stage = CoxTable.Row(
    variable: "stage", label: "Stage", unit: nil,
    levels: ["I", "II", "III"].map { .init(id: $0, label: $0, n: 20) }, reference: "I")
private let age = CoxTable.Row(variable: "age", label: "Age", unit: "years", levels: [], reference: nil)

private func coefficient(
    _ row: CoxTable.Row, _ level: String?, _ ratio: Estimate, p: Double?, isSeparated: Bool = false
) -> LogisticCoefficient {
    LogisticCoefficient(
        column: .of(row.variable, level, row.reference), coefficient: ratio.value, standardError: nil, z: nil,
        pValue: p,
        oddsRatio: ratio, profileInterval: nil, isSeparated: isSeparated)
}

private func model(
    _ coefficients: [LogisticCoefficient], _ terms: [(String, wald: Double?, ratio: Double?)], outcomes: Double = 21
) -> LogisticModelFit {
    LogisticModelFit(
        n: 50, outcomes: outcomes, trials: 50, coefficients: coefficients,
        terms: terms.map {
            TermTests(
                term: $0.0, wald: .of(.wald, p: $0.wald), likelihoodRatio: .of(.likelihoodRatio, p: $0.ratio),
                score: nil)
        }, logLikelihood: 0, deviance: 0, nullDeviance: 0, akaike: 0, areaUnderCurve: .of(nil), level: 0.95, notes: [])
}

private func logistic(
    _ rows: [CoxTable.Row], _ univariable: [LogisticModelFit], _ multivariable: LogisticModelFit? = nil,
    entered: [String] = [], entry: CoxTable.Entry = .none
) -> LogisticTable {
    LogisticTable(
        outcome: "response", label: "Objective response", levels: ["PR"], rows: rows, univariable: univariable,
        multivariable: multivariable, entered: entered, entry: entry, univariablePValue: .likelihoodRatio,
        multivariablePValue: .wald, population: "all")
}

private let armAlone = model(
    [coefficient(arm, "B", .of(0.353, 0.1095, 1.1373), p: 0.081)], [("arm", 0.081, 0.0752)])

@Suite("Tables of logistic models")
struct LogisticTableTests {
    @Test("univariable and multivariable odds ratios side by side; who did not enter has dashes")
    func sides() {
        let stageAlone = model(
            [
                coefficient(stage, "II", .of(1.2, 0.5, 2.9), p: 0.7),
                coefficient(stage, "III", .of(2.5, 1.1, 5.7), p: 0.03),
            ], [("stage", 0.05, 0.04)])
        let ageAlone = model([coefficient(age, nil, .of(1.02, 0.98, 1.06), p: 0.3)], [("age", 0.3, 0.29)])
        let both = model([coefficient(arm, "B", .of(0.357, 0.1057, 1.2074), p: 0.0976)], [("arm", 0.0976, 0.09)])
        let table = StudyResults.with(
            .logistic(
                logistic(
                    [arm, stage, age], [armAlone, stageAlone, ageAlone], both, entered: ["arm"], entry: .pBelow(0.1)))
        ).table()
        #expect(
            table.heads == [
                "Variable", "Univariable > OR (95% CI)", "Univariable > p", "Multivariable > OR (95% CI)",
                "Multivariable > p",
            ])
        #expect(
            table.rows.indices.map(table.texts) == [
                ["Group: B vs A", "0.35 (0.11–1.14)", "0.075", "0.36 (0.11–1.21)", "0.098"],
                ["Stage", "", "0.040", "–", "–"], ["II vs I", "1.20 (0.50–2.90)", "", "", ""],
                ["III vs I", "2.50 (1.10–5.70)", "", "", ""],
                ["Age (years), per 1 unit", "1.02 (0.98–1.06)", "0.290", "–", "–"],
            ])
        #expect(
            table.notes == [
                "Logistic models of objective response; an odds ratio above 1 means higher odds of it.",
                "p values: likelihood-ratio test in univariable, Wald test in multivariable models.",
                "A p value beside a variable with several levels is of all its levels at once.",
                "Variables with a univariable p value below 0.1 entered the multivariable models.",
                "Objective response: n = 50, 21 events; multivariable model 21.0 events per variable.",
                "CI, confidence interval; OR, odds ratio.",
            ])
    }

    @Test("an odds ratio that does not exist says why")
    func missing() {
        let separated = model(
            [coefficient(arm, "B", .of(nil), p: nil, isSeparated: true)], [("arm", nil, 0.01)])
        let table = StudyResults.with(.logistic(logistic([arm], [separated]))).table()
        #expect(table.texts(0) == ["Group: B vs A", "NE^a", "0.010"])
        #expect(
            table.notes.contains(
                "a: Not estimable: Group B, alone or together with other variables, tells without error who has the "
                    + "outcome."))
        let nobody = model(
            [coefficient(arm, "B", .of(nil), p: nil, isSeparated: true)], [("arm", nil, nil)], outcomes: 0)
        let empty = StudyResults.with(.logistic(logistic([arm], [nobody]))).table()
        #expect(empty.notes.contains("a: Not estimable: Group B: no event occurred."))
    }

    @Test("Firth's estimate is marked")
    func firth() {
        let penalised = model(
            [
                coefficient(
                    arm, "B", .of(0.05, 0.001, 0.6, method: "logistf::logistf"), p: 0.01, isSeparated: true)
            ], [("arm", 0.1, 0.01)])
        let table = StudyResults.with(.logistic(logistic([arm], [penalised]))).table()
        #expect(table.texts(0)[1] == "0.050 (0.0010–0.60)^a")
    }
}
