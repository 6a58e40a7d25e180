import Diagnostics
import Results
import StudyFiles
import Testing

@testable import Analysis

/// Tables of logistic models. The multivariable values are R's: `glm(family = binomial, epsilon = 1e-14)` and `drop1`.
@Suite struct LogisticAnalysisTests {
    private func plan(
        rows: [String] = ["arm", "site"], event: [String] = ["PR"], univariable: Bool = true,
        multivariable: CoxPlan.Entry = .all, by p: CoxTable.PValueMethod = .likelihoodRatio, firth: Bool = true,
        outcome: String = "response"
    ) -> LogisticPlan {
        LogisticPlan(
            outcome: named(outcome), levels: event.map(named), label: nil, rows: rows.map(named),
            showsUnivariable: univariable, multivariable: multivariable, univariablePValue: p,
            multivariablePValue: .wald, population: nil, usesFirth: firth)
    }

    private func table(
        _ plan: LogisticPlan, patients: String = OutcomeByArm.patients
    ) throws -> (table: LogisticTable?, sink: DiagnosticSink) {
        let study = try WrittenStudy(OutcomeByArm.yaml, patients: patients)
        return (LogisticAnalysis(study.context).table(for: plan, reporting: study.sink), study.sink)
    }

    /// With one factor of two levels the odds ratio is the table's, 7·12/(17·14), its standard error √(1/7 + 1/17 + 1/14 +
    /// 1/12), and the likelihood ratio the table's G², 3.164957.
    @Test func `univariable by hand`() throws {
        let table = try #require(try table(plan()).table)
        let fit = table.univariable[0]
        #expect(fit.n == 50)
        #expect(fit.outcomes == 21)
        let coefficient = try #require(fit.coefficient(of: "arm", level: "B"))
        #expect(abs((coefficient.oddsRatio.value ?? 0) - 84.0 / 238) < 1e-12)
        #expect(abs((coefficient.standardError ?? 0) - (1 / 7.0 + 1 / 17.0 + 1 / 14.0 + 1 / 12.0).squareRoot()) < 1e-9)
        #expect(abs((fit.terms[0].likelihoodRatio?.statistic ?? 0) - 3.16495679422188) < 1e-9)
        #expect(table.label == "Response: PR")
    }

    @Test func `multivariable as in R`() throws {
        let fit = try #require(try table(plan()).table?.multivariable)
        let site = try #require(fit.coefficient(of: "site", level: "y")?.oddsRatio.interval)
        #expect(abs((site.lower ?? 0) - 0.962072000614480) < 1e-9)
        #expect(abs((site.upper ?? 0) - 10.89821183179688) < 1e-8)
        #expect(abs((fit.terms[0].likelihoodRatio?.statistic ?? 0) - 2.84899943451026) < 1e-9)
        #expect(fit.outcomesPerVariable == 10.5)
    }

    @Test func `covariates enter by their p-value`() throws {
        let limit = Located(0.06, at: SourceLocation(file: "study.yaml", line: 1, column: 1))
        let table = try #require(try table(plan(univariable: false, multivariable: .pBelow(limit))).table)
        #expect(table.univariable.isEmpty)
        #expect(table.entered == ["site"])
        #expect(table.multivariable?.coefficients.count == 2)
        #expect(table.entry == .pBelow(0.06))
    }

    /// Nobody at site y responds: there is no estimate of the ordinary likelihood.
    @Test func `separated outcomes are answered by Firth, or not at all`() throws {
        let patients = OutcomeByArm.patients.replacing(",y,PR,", with: ",y,PD,")
        let penalised = try #require(try table(plan(), patients: patients).table?.univariable[1])
        let coefficient = try #require(penalised.coefficient(of: "site", level: "y"))
        #expect(coefficient.isSeparated)
        #expect(coefficient.oddsRatio.value != nil)
        #expect(coefficient.oddsRatio.method == "logistf::logistf")
        let plain = try #require(try table(plan(firth: false), patients: patients).table?.univariable[1])
        #expect(plain.coefficient(of: "site", level: "y")?.oddsRatio.value == nil)
    }

    @Test func `an outcome that everyone has`() throws {
        let patients = OutcomeByArm.patients.replacing(",PD,", with: ",PR,")
        let fit = try #require(try table(plan(), patients: patients).table?.univariable[0])
        #expect(fit.outcomes == 50)
        #expect(fit.coefficient(of: "arm", level: "B")?.oddsRatio.value == nil)
    }

    @Test func `a missing outcome or covariate leaves a patient out of that model`() throws {
        let table = try #require(
            try table(plan(), patients: OutcomeByArm.patients + "90,A,x,,50\n91,B,,PR,50\n").table)
        #expect(table.univariable.map(\.n) == [51, 50])
        #expect(table.multivariable?.n == 50)
    }

    @Test func `messages`() throws {
        #expect(
            try table(plan(outcome: "age")).sink.diagnostics.map(\.summary) == ["outcome 'age' must be categorical"])
        #expect(
            try table(plan(event: ["PR", "CR"])).sink.diagnostics.map(\.summary) == [
                "level 'CR' of 'response' doesn't occur in the data"
            ])
    }

    @Test func `the order of the rows changes nothing`() throws {
        let other = try table(plan(rows: ["arm", "site", "age"]), patients: reversedRows(OutcomeByArm.patients)).table
        #expect(try table(plan(rows: ["arm", "site", "age"])).table == other)
    }
}
