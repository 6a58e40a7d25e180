import Foundation
import Mathematics
import Results
import Testing

@testable import SurvivalStatistics

/// Likelihood, score and information worked by hand on the small data sets of Therneau and Grambsch, *Modeling Survival
/// Data* (2000), appendix E. Throughout `r = e^β`.
@Suite struct CoxDerivationTests {
    /// Six patients: times 1, 1+, 6, 6, 8+, 9 with x = 1, 1, 1, 0, 0, 0.
    ///
    /// At time 1 all are at risk (S₀ = 3r + 3) and one with x = 1 dies. At time 6 one with x = 1 and three with x = 0 are
    /// at risk (S₀ = r + 3); one of each dies (D₀ = r + 1). At time 9 one is left.
    private static func tied() throws -> CoxDesign {
        try CoxDesign(
            time: [1, 1, 6, 6, 8, 9], status: [.event, .censored, .event, .event, .censored, .event],
            covariates: DesignMatrix([.continuous("x", [1, 1, 1, 0, 0, 0])], rows: 6))
    }

    /// Ten records with late entry; two deaths at time 9.
    private static func late() throws -> CoxDesign {
        let events: [Status?] = [
            .event, .event, .event, .event, .event, .event, .event, .censored, .censored, .censored,
        ]
        return try CoxDesign(
            time: [2, 3, 6, 7, 8, 9, 9, 9, 14, 17], status: events,
            covariates: DesignMatrix([.continuous("x", [1, 0, 0, 1, 0, 1, 1, 1, 0, 0])], rows: 10),
            entry: [1, 2, 5, 2, 1, 7, 3, 4, 8, 8])
    }

    private func value(_ design: CoxDesign, ties: TiesMethod, beta: Double) -> LikelihoodValue {
        coxLikelihood(CoxRecords(design), ties: ties).value(at: [beta])
    }

    private func expect(
        _ value: LikelihoodValue, _ logLikelihood: Double, _ score: Double, _ information: Double,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(abs(value.logLikelihood - logLikelihood) < 1e-13, sourceLocation: sourceLocation)
        #expect(abs(value.score[0] - score) < 1e-13, sourceLocation: sourceLocation)
        #expect(abs(value.information[0, 0] - information) < 1e-13, sourceLocation: sourceLocation)
    }

    @Test(arguments: [-1.3, 0, 0.7, 2]) func `Breslow's likelihood`(beta: Double) throws {
        let r = exp(beta)
        expect(
            value(try Self.tied(), ties: .breslow, beta: beta), 2 * beta - log(3 * r + 3) - 2 * log(r + 3),
            2 - r / (r + 1) - 2 * r / (r + 3), r / pow(r + 1, 2) + 6 * r / pow(r + 3, 2))
    }

    /// The second death at time 6 is drawn from `r + 3 − (r + 1)/2 = (r + 5)/2`.
    @Test(arguments: [-1.3, 0, 0.7, 2]) func `Efron's likelihood`(beta: Double) throws {
        let r = exp(beta)
        expect(
            value(try Self.tied(), ties: .efron, beta: beta),
            2 * beta - log(3 * r + 3) - log(r + 3) - log((r + 5) / 2),
            2 - r / (r + 1) - r / (r + 3) - r / (r + 5),
            r / pow(r + 1, 2) + 3 * r / pow(r + 3, 2) + 5 * r / pow(r + 5, 2))
    }

    /// Of the six pairs at time 6 three hold the patient with x = 1: E₂ = 3r + 3.
    @Test(arguments: [-1.3, 0, 0.7, 2]) func `the exact likelihood`(beta: Double) throws {
        let r = exp(beta)
        expect(
            value(try Self.tied(), ties: .exact, beta: beta), 2 * beta - 2 * log(3 * r + 3), 2 - 2 * r / (r + 1),
            2 * r / pow(r + 1, 2))
    }

    /// The score is zero where `r² − 3r − 6 = 0`.
    @Test func `Breslow's estimate`() throws {
        let model = coxModel(try Self.tied(), ties: .breslow, variance: .model)
        let r = (3 + 33.0.squareRoot()) / 2
        let beta = try #require(model.coefficients[0])
        #expect(abs(beta - log(r)) < 1e-12)
        #expect(abs(model.covariance[0, 0] - 1 / (r / pow(r + 1, 2) + 6 * r / pow(r + 3, 2))) < 1e-12)
        // At β = 0 the score is 2 − 1/2 − 2/4 = 1 and the information 1/4 + 6/16 = 5/8.
        #expect(abs(model.scoreStatistic - 8.0 / 5) < 1e-14)
    }

    /// The score is zero where `r³ − 23r − 30 = 0`.
    @Test func `Efron's estimate`() throws {
        let model = coxModel(try Self.tied(), ties: .efron, variance: .model)
        let r = exp(try #require(model.coefficients[0]))
        #expect(abs(pow(r, 3) - 23 * r - 30) < 1e-10)
        // At β = 0 the score is 2 − 1/2 − 1/4 − 1/6 = 13/12 and the information 1/4 + 3/16 + 5/36 = 83/144.
        #expect(abs(model.scoreStatistic - (169.0 / 144) / (83.0 / 144)) < 1e-14)
    }

    /// The exact score `2/(r + 1)` has no zero: at time 1 and at time 6 those who die have the largest sum of x that any
    /// set of their size has.
    @Test func `the exact likelihood is monotone`() throws {
        let model = coxModel(try Self.tied(), ties: .exact, variance: .model)
        #expect(model.coefficients == [nil])
        #expect(model.monotone.map(\.reason) == [.extremeAtEveryEvent])
        #expect(model.monotone.map(\.isIncreasing) == [true])
        #expect(abs(model.logLikelihood - 2 * log(1.0 / 3)) < 1e-8)
    }

    /// Baseline hazards `1/(3r + 3)`, then `2/(r + 3)`, then 1; each residual is the event less `e^{βx}` times the hazard.
    @Test func `Breslow's martingale residuals`() throws {
        let model = coxModel(try Self.tied(), ties: .breslow, variance: .model)
        let r = (3 + 33.0.squareRoot()) / 2
        let (first, second) = (1 / (3 * r + 3), 2 / (r + 3))
        let expected = [
            1 - r * first, -r * first, 1 - r * (first + second), 1 - first - second, -first - second,
            -first - second,
        ]
        for (residual, value) in zip(model.martingaleResiduals, expected) { #expect(abs(residual - value) < 1e-12) }
    }

    /// At time 6 Efron's two deaths are exposed to `1/(r + 3) + ½ · 2/(r + 5)`, the others to `1/(r + 3) + 2/(r + 5)`.
    @Test func `Efron's martingale residuals`() throws {
        let model = coxModel(try Self.tied(), ties: .efron, variance: .model)
        let r = exp(try #require(model.coefficients[0]))
        let first = 1 / (3 * r + 3)
        let (full, half) = (1 / (r + 3) + 2 / (r + 5), 1 / (r + 3) + 1 / (r + 5))
        let expected = [
            1 - r * first, -r * first, 1 - r * (first + half), 1 - first - half, -first - full, -first - full,
        ]
        for (residual, value) in zip(model.martingaleResiduals, expected) { #expect(abs(residual - value) < 1e-12) }
    }

    /// At risk: time 2 {1, 0}, time 3 {1, 0, 0}, time 6 {1, 1, 1, 0, 0}, times 7 and 8 {1, 1, 1, 0}, time 9
    /// {1, 1, 1, 0, 0}, of whom two with x = 1 die: the second is drawn from `3r + 2 − r`.
    @Test(arguments: [-1.0, 0, 0.4]) func `late entry`(beta: Double) throws {
        let r = exp(beta)
        let efron = value(try Self.late(), ties: .efron, beta: beta)
        #expect(
            abs(
                efron.logLikelihood
                    - (4 * beta - log(r + 1) - log(r + 2) - 2 * log(3 * r + 2) - 2 * log(3 * r + 1) - log(2 * r + 2)))
                < 1e-12)
        let breslow = value(try Self.late(), ties: .breslow, beta: beta)
        #expect(
            abs(
                breslow.logLikelihood
                    - (4 * beta - log(r + 1) - log(r + 2) - 3 * log(3 * r + 2) - 2 * log(3 * r + 1))) < 1e-12)
        let score = 4 - r / (r + 1) - r / (r + 2) - 9 * r / (3 * r + 2) - 6 * r / (3 * r + 1)
        #expect(abs(breslow.score[0] - score) < 1e-12)
    }

    /// Two patients, one of whom dies first: `l = β − log(r + 1)`, `I = r/(r + 1)²`. The penalised score
    /// `1 − r/(r + 1) + ½ (1 − r)/(1 + r)` is zero at `r = 3`.
    @Test func `Firth's estimate of two patients is log 3`() throws {
        let design = try CoxDesign(
            time: [1, 2], status: [.event, .censored],
            covariates: DesignMatrix([.continuous("x", [1, 0])], rows: 2))
        let fit = firthCoxModel(design, ties: .efron, level: 0.95)
        #expect(abs((fit.coefficients[0].coefficient ?? 0) - log(3)) < 1e-10)
        // I(3) = 3/16, and the penalised likelihood ratio against β = 0 is 2 [log(3/4) + ½ log(3/16) − log(1/2) − ½ log(1/4)].
        #expect(abs((fit.coefficients[0].standardError ?? 0) - (16.0 / 3).squareRoot()) < 1e-10)
        let statistic = 2 * (log(0.75) + log(3.0 / 16) / 2 - log(0.5) - log(0.25) / 2)
        #expect(abs((fit.terms[0].likelihoodRatio?.statistic ?? 0) - statistic) < 1e-10)
    }

    /// Eight patients, of whom the first four die, all in one group: the penalised score
    /// `Σ (1 − pᵢ) + ½ Σ pᵢ (1 − pᵢ)(1 − 2 pᵢ) / Σ pᵢ (1 − pᵢ)` with `pᵢ = (4 − i) eᵝ / ((4 − i) eᵝ + 4)`, solved to sixty digits.
    @Test func `Firth's estimate of separated groups solves its score`() throws {
        let design = try CoxDesign(
            time: [1, 2, 3, 4, 5, 6, 7, 8],
            status: [.event, .event, .event, .event, .censored, .censored, .censored, .censored],
            covariates: DesignMatrix([.continuous("x", [1, 1, 1, 1, 0, 0, 0, 0])], rows: 8))
        let fit = firthCoxModel(design, ties: .breslow, level: 0.95)
        #expect(abs((fit.coefficients[0].coefficient ?? 0) - 2.948_199_099_719_916) < 1e-12)
        #expect(abs((fit.coefficients[0].standardError ?? 0) - 1.720_983_361_128_079) < 1e-12)
    }
}
