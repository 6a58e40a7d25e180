import CohortBuilding
import Diagnostics
import Results
import StudyFiles
import Testing

@testable import Analysis

/// What compares the groups of the small study, by hand.
@Suite struct ContrastTests {
    private let sink = DiagnosticSink()

    private func comparison(
        cohort: Cohort = SmallStudy.cohort, changing change: (inout Endpoint) -> Void = { _ in }
    ) throws -> SurvivalComparison {
        var endpoint = SmallStudy.overallSurvival
        change(&endpoint)
        let context = SmallStudy.context(cohort: cohort, endpoint: endpoint)
        let grouped = try #require(context.grouped(by: nil, in: nil, reporting: sink))
        return SurvivalAnalysis(of: endpoint, between: grouped, in: context).comparison()
    }

    /// At 2 months 2/3 of arm B and 3/4 of arm A are without the event.
    @Test func rateDifference() throws {
        let difference = try #require(try comparison().rateDifferences.first)
        #expect(difference.time == 2)
        #expect(difference.comparison.group == "B")
        #expect(difference.comparison.reference == "A")
        #expect(abs((difference.comparison.contrast.estimate.value ?? 0) + 1.0 / 12) < 1e-12)
    }

    @Test func theReferenceArmIsComparedWith() throws {
        var cohort = SmallStudy.cohort
        cohort.referenceArm = 1
        let comparison = try comparison(cohort: cohort)
        #expect(comparison.rateDifferences.map(\.comparison.group) == ["A"])
        #expect(comparison.hazardRatio?.coefficients.map(\.column.name) == ["armA"])
        #expect(comparison.hazardRatio?.n == 7)
        #expect(comparison.robustHazardRatio == nil)
    }

    /// Up to 2 months, 60.875 days: A 30 + ¾ · 30.875 days, B 60 + ⅔ · 0.875 days.
    @Test func restrictedMeans() throws {
        let means = try #require(
            try comparison { $0.restrictedMean = SmallStudy.located(2) }.restrictedMeans)
        let expected = [53.15625 / 30.4375, (60 + 0.875 * 2 / 3) / 30.4375]
        for (group, value) in zip(means.groups, expected) { #expect(abs((group.mean.value ?? 0) - value) < 1e-12) }
        #expect(abs((means.differences[0].contrast.estimate.value ?? 0) - (expected[1] - expected[0])) < 1e-12)
        #expect(abs((means.ratios[0].contrast.estimate.value ?? 0) - expected[1] / expected[0]) < 1e-12)
    }

    /// For two groups the test for trend is the log-rank test. One patient has no sex, so no stratum.
    @Test func furtherTests() throws {
        let comparison = try comparison {
            $0.strata = [SmallStudy.located("sex")]
            $0.tests = [.gehanBreslow, .taroneWare, .flemingHarrington(rho: 1, gamma: 0), .trend]
        }
        #expect(
            comparison.furtherTests.map(\.method)
                == [.stratifiedLogRank, .gehanBreslow, .taroneWare, .flemingHarrington, .logRankTrend])
        #expect(comparison.furtherTests[0].n == 6)
        #expect(comparison.furtherTests[0].notes.contains(ResultNote(.missingLeftOut, count: 1)))
        #expect(
            abs((comparison.furtherTests[4].statistic ?? 0) - (comparison.logRank?.statistic ?? 1)) < 1e-12)
        #expect(comparison.hazardRatio?.n == 6)
    }

    /// The third patient comes after the first event: S(30) = 2/3 of three at risk. The fourth comes at the end: left out.
    @Test func lateEntry() throws {
        var cohort = SmallStudy.cohort
        cohort.endpoints["os"]?.entry = [0, 0, 70, 120, 0, 0, 0, 0]
        let arm = try comparison(cohort: cohort).groups[0]
        #expect(arm.n == 3)
        #expect(arm.missing == 1)
        #expect(arm.curve.survival == [0.5, 0.5, 0])
    }

    /// The third patient has the competing event: F(30) = 1/4, and 3/8 more at 120. Survival takes it for censored.
    @Test func incidence() throws {
        var cohort = SmallStudy.cohort
        cohort.endpoints["os"]?.status[2] = .competing
        let context = SmallStudy.context(cohort: cohort)
        let grouped = try #require(context.grouped(by: nil, in: nil, reporting: sink))
        let comparison = IncidenceAnalysis(of: SmallStudy.overallSurvival, between: grouped, in: context).comparison()
        let arm = comparison.groups[0]
        #expect([arm.n, arm.events, arm.competing, arm.missing] == [4, 2, 1, 0])
        #expect(arm.curve.incidence == [0.25, 0.25, 0.25, 0.625])
        #expect(arm.rates.map(\.time) == [2])
        #expect(arm.rates[0].estimate.value == 0.25)
        #expect(comparison.groups[1].missing == 1)
        #expect(comparison.gray?.method == .gray)
        #expect(comparison.subdistribution?.coefficients.map(\.column.name) == ["armB"])
        #expect(comparison.causeSpecific?.events == 4)
        #expect(try self.comparison(cohort: cohort).groups[0].curve.survival == [0.75, 0.75, 0.75, 0])
    }

    /// The third patient, who has the competing event, enters at 40: F(30) = 1/3 of three at risk, and the 1/3 left at 120.
    @Test func incidenceWithLateEntry() throws {
        var cohort = SmallStudy.cohort
        cohort.endpoints["os"]?.status[2] = .competing
        cohort.endpoints["os"]?.entry = [0, 0, 40, 0, 0, 0, 0, 0]
        let context = SmallStudy.context(cohort: cohort)
        let grouped = try #require(context.grouped(by: nil, in: nil, reporting: sink))
        let comparison = IncidenceAnalysis(of: SmallStudy.overallSurvival, between: grouped, in: context).comparison()
        let arm = comparison.groups[0]
        #expect([arm.n, arm.events, arm.competing] == [4, 2, 1])
        #expect(arm.notes == [])
        #expect(arm.curve.atRisk == [3, 3, 2, 1])
        for (found, thirds) in zip(arm.curve.incidence, [1.0, 1, 1, 2]) { #expect(abs(found - thirds / 3) < 1e-12) }
        #expect(arm.curve.variance == .greenwood)
        #expect(arm.rates[0].estimate.method.contains("Surv(entry, time, factor(cause))"))
        #expect(comparison.rateDifferences.first?.comparison.contrast.estimate.value != nil)
        // What does not allow for late entry is not made, and says so.
        let late = [ResultNote(.lateEntry)]
        #expect(comparison.gray?.pValue == nil)
        #expect(comparison.gray?.notes == late)
        let fit = try #require(comparison.subdistribution)
        #expect([fit.n, fit.events, fit.competingEvents] == [7, 4, 1])
        #expect(fit.coefficients.map(\.hazardRatio.value) == [nil])
        #expect(fit.coefficients.map(\.hazardRatio.notes) == [late])
        #expect(fit.wald.notes == late)
        #expect(comparison.causeSpecific?.n == 7)
    }
}

/// The choices of a baseline table, by hand.
@Suite struct BaselineChoiceTests {
    private let sink = DiagnosticSink()

    private func table(
        _ row: String, test: BaselinePlan.VariableTest.Method? = nil, isUndivided: Bool = false
    ) throws -> BaselineTable {
        let plan = BaselinePlan(
            rows: [SmallStudy.located(row)], isUndivided: isUndivided, showsTotal: true, showsPValue: true,
            showsDifference: true,
            tests: test.map { [.init(variable: SmallStudy.located(row), method: $0)] } ?? [], continuous: .median,
            missing: .row, denominator: .responses)
        return try #require(BaselineAnalysis(SmallStudy.context()).table(for: plan, reporting: sink))
    }

    @Test func nobodyIsDivided() throws {
        let table = try table("sex", isUndivided: true)
        #expect(table.columns.map(\.id) == ["total"])
        #expect(table.grouping == nil)
        #expect(!table.showsPValue && !table.showsDifference)
        #expect(table.rows[0].test == nil && table.rows[0].difference == nil)
    }

    @Test func responsesAreCounted() throws {
        #expect(try table("sites").rows[0].responses == [6, 4, 2])
    }

    /// Men: 1/2 of arm A, 1/3 of arm B, with variances 1/4 and 2/9.
    @Test func differenceOfShares() throws {
        let expected = (1.0 / 3 - 0.5) / ((0.25 + 2.0 / 9) / 2).squareRoot()
        #expect(abs((try table("sex").rows[0].difference ?? 0) - expected) < 1e-12)
    }

    /// Ages 50, 60, 70 against 55, 65, 75, 80: means 60 and 68.75, variances 100 and 368.75/3.
    @Test func differenceOfMeans() throws {
        let expected = 8.75 / ((100 + 368.75 / 3) / 2).squareRoot()
        #expect(abs((try table("age").rows[0].difference ?? 0) - expected) < 1e-12)
    }

    @Test func chosenTests() throws {
        #expect(try table("age", test: .means).rows[0].test?.method == .welchT)
        #expect(try table("age", test: .studentT).rows[0].test?.method == .studentT)
        #expect(try table("sex", test: .pearson).rows[0].test?.method == .pearsonChiSquared)
        #expect(try table("sex", test: .trend).rows[0].test?.method == .cochranArmitageTrend)
        let sampled = try #require(try table("sex", test: .fisherMonteCarlo).rows[0].test)
        #expect(sampled.notes == [ResultNote(.simulated, subject: "seed 1", count: 10_000)])
    }

    @Test func aTestThatDoesNotFitIsRefused() throws {
        #expect(try table("sex", test: .ranks).rows[0].test == nil)
        #expect(try table("age", test: .fisher).rows[0].test == nil)
        #expect(
            sink.diagnostics.map(\.summary) == [
                "test 'ranks' compares numbers, but 'sex' has levels",
                "test 'fisher' compares levels, but 'age' is a number",
            ])
    }
}
