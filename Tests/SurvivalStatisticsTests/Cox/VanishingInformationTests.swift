import Results
import Testing

@testable import SurvivalStatistics

/// Information that is nothing but rounding error is none.
@Suite struct VanishingInformationTests {
    private func design(
        _ time: [Double], _ status: [Int], _ x: [Double], strata: [Int]? = nil, weights: [Double]? = nil,
        clusters: [Int]? = nil
    ) throws -> CoxDesign {
        try CoxDesign(
            time: time, status: status.map { $0 == 1 ? .event : .censored },
            covariates: DesignMatrix([.continuous("x", x)], rows: time.count), strata: strata, weights: weights,
            clusters: clusters)
    }

    /// The one event is in a stratum where both at risk have x = 1. R 4.2.2: `coxph(Surv(t, e) ~ z + strata(s) +
    /// cluster(c), weights = w)` gives NA.
    @Test func `constant in every risk set`() throws {
        let design = try design(
            [5.0 / 3, 2.0 / 3, 1, 1.0 / 3, 1.0 / 3, 5.0 / 3, 4.0 / 3, 2.0 / 3], [1, 0, 0, 0, 0, 0, 0, 0],
            [1, -2, 1, 1, 0, 1, 0, 1], strata: [3, 1, 1, 3, 1, 3, 1, 2],
            weights: [1, 3.25, 3.25, 3.25, 0.5, 2, 1, 3.25], clusters: [2, 2, 2, 2, 1, 4, 3, 1])
        let fit = coxModel(design, ties: .efron, variance: .clustered).result(level: 0.95)
        #expect(fit.coefficients[0].coefficient == nil)
        #expect(fit.wald.pValue == nil)
        #expect(fit.score.pValue == nil)
        #expect(fit.notes.contains(ResultNote(.collinear, subject: "x")))
    }

    /// All have the event at one time: the score residuals are 0, and with them the robust variance.
    @Test func `a robust variance of zero gives no test`() throws {
        let design = try design([1, 1], [1, 1], [1, -2], weights: [0.5, 2])
        let fit = coxModel(design, ties: .efron, variance: .robust).result(level: 0.95)
        #expect(abs(fit.coefficients[0].coefficient ?? 1) < 1e-12)
        #expect(fit.coefficients[0].standardError == nil)
        #expect(fit.coefficients[0].pValue == nil)
        #expect(fit.wald.pValue == nil)
        #expect(fit.robustScore?.pValue == nil)
    }

    /// Patients who are censored at time 0 take no part in the test. R 4.2.2: `cox.zph(coxph(Surv(t, e) ~ x), "log")`.
    @Test func `a censoring at time zero leaves the logarithm its test`() throws {
        let base = ([1.0, 2, 3, 4, 5, 6, 7, 8], [1, 1, 0, 1, 1, 1, 0, 1], [3.0, 1, 4, 1, 5, 9, 2, 6])
        let early = try design([0, 0] + base.0, [0, 0] + base.1, [2, 7] + base.2)
        let without = try design(base.0, base.1, base.2)
        func test(_ design: CoxDesign) -> TestResult {
            proportionalHazardsTest(of: coxModel(design, ties: .efron, variance: .model), transform: .log).global
        }
        let found = try #require(test(early).statistic)
        #expect(abs(found - (test(without).statistic ?? 0)) < 1e-8 * found)
        let event = try design([0] + base.0, [1] + base.1, [2] + base.2)
        #expect(test(event).statistic == nil)
        #expect(test(event).notes.map(\.kind) == [.notPositiveTime])
    }

    /// The outcome is 1 below −1 and 0 above 0: no coefficient exists, though the fitted weights vanish altogether.
    @Test func `completely separated outcomes`() throws {
        let x = [-1.033, 0.114, 0.217, 0.689, 0.725]
        let design = try LogisticDesign(
            hasOutcome: [true, false, false, false, false],
            covariates: DesignMatrix([.continuous("z", x)], rows: x.count))
        let fit = logisticModel(design).result(level: 0.95)
        #expect(fit.coefficients.map(\.coefficient) == [nil, nil])
        #expect(fit.coefficients.map(\.isSeparated) == [true, true])
    }

    /// Only z = −1 has both outcomes: along z the likelihood grows until the weights of the others vanish.
    @Test func `outcomes separated but for one value`() throws {
        let design = try LogisticDesign(
            hasOutcome: [false, false, false, false, false, true],
            covariates: DesignMatrix([.continuous("z", [1, 0, -1, -1, -1, -1])], rows: 6))
        let fit = logisticModel(design).result(level: 0.95)
        #expect(fit.coefficients.map(\.isSeparated) == [true, true])
        // Four trials with one outcome are left.
        #expect(abs(fit.deviance - 4.498681156950466) < 1e-8)
    }

    /// Everybody has had the event in the end, which has no variance.
    @Test func `an incidence of one`() throws {
        let sample = try CompetingRisksSample(time: [1, 5, 7], cause: [1, 1, 1])
        let curve = cumulativeIncidence(sample, cause: 1, variance: .greenwood, transform: .log, level: 0.95)
        #expect(curve.incidence.last.map { abs($0 - 1) < 1e-15 } == true)
        #expect(curve.standardError.last == 0)
    }
}
