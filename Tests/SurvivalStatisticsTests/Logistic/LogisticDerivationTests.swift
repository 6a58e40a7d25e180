import Mathematics
import Foundation
import Results
import Testing

@testable import SurvivalStatistics

/// Logistic regression worked by hand: with one 0/1 covariate it is the 2×2 table.
@Suite struct LogisticDerivationTests {
    private func design(_ outcomes: [Bool?], _ columns: [[Double]]) throws -> LogisticDesign {
        let covariates = columns.enumerated().map { Covariate.continuous("x\($0)", $1) }
        return try LogisticDesign(
            hasOutcome: outcomes, covariates: DesignMatrix(covariates, rows: outcomes.count))
    }

    /// 3 of 4 with x = 1 and 2 of 6 with x = 0 have the outcome: the log odds ratio is log((3/1)/(2/4)) = log 6, its
    /// variance 1/3 + 1/1 + 1/2 + 1/4 = 25/12.
    @Test func `a two by two table`() throws {
        let outcomes: [Bool?] = [true, true, true, false, true, true, false, false, false, false]
        let fit = logisticModel(try design(outcomes, [[1, 1, 1, 1, 0, 0, 0, 0, 0, 0]])).result(level: 0.95)
        #expect(abs((fit.coefficients[1].coefficient ?? 0) - log(6)) < 1e-12)
        #expect(abs((fit.coefficients[0].coefficient ?? 0) - log(0.5)) < 1e-12)
        #expect(abs((fit.coefficients[1].standardError ?? 0) - (25.0 / 12).squareRoot()) < 1e-9)
        let logLikelihood = 3 * log(0.75) + log(0.25) + 2 * log(1.0 / 3) + 4 * log(2.0 / 3)
        #expect(abs(fit.logLikelihood - logLikelihood) < 1e-12)
        // Of the 5 × 5 pairs, the score orders 3 × 4 rightly and 2 × 1 wrongly and ties 3 × 1 + 2 × 4: (12 + 5.5)/25.
        #expect(abs((fit.areaUnderCurve.value ?? 0) - 17.5 / 25) < 1e-12)
    }

    /// The same table as two groups of trials: the same estimates, another deviance and the binomial coefficients 4 and 15.
    @Test func `groups of trials`() throws {
        let matrix = try DesignMatrix([.continuous("x", [1, 0])], rows: 2)
        let grouped = try LogisticDesign(outcomes: [3, 2], trials: [4, 6], covariates: matrix)
        let fit = logisticModel(grouped).result(level: 0.95)
        #expect(abs((fit.coefficients[1].coefficient ?? 0) - log(6)) < 1e-12)
        #expect(abs(fit.deviance) < 1e-12)
        let logLikelihood = 3 * log(0.75) + log(0.25) + 2 * log(1.0 / 3) + 4 * log(2.0 / 3) + log(4) + log(15)
        #expect(abs(fit.logLikelihood - logLikelihood) < 1e-12)
        #expect(fit.trials == 10)
    }

    /// Firth's intercept alone adds half an outcome to each side: log((y + ½)/(n − y + ½)).
    @Test func `Firth's intercept`() throws {
        let fit = firthLogisticModel(try design([true, false, false, false, false], []), level: 0.95)
        #expect(abs((fit.coefficients[0].coefficient ?? 0) - log(1.5 / 4.5)) < 1e-10)
    }

    /// Firth's estimate of a 2×2 table adds half to every cell: log((3.5 · 4.5)/(1.5 · 2.5)).
    @Test func `Firth's two by two table`() throws {
        let outcomes: [Bool?] = [true, true, true, false, true, true, false, false, false, false]
        let fit = firthLogisticModel(try design(outcomes, [[1, 1, 1, 1, 0, 0, 0, 0, 0, 0]]), level: 0.95)
        #expect(abs((fit.coefficients[1].coefficient ?? 0) - log(3.5 * 4.5 / (1.5 * 2.5))) < 1e-9)
    }

    @Test func `separated outcomes have no estimate, and Firth's exists`() throws {
        let design = try design([false, false, false, true, true, true], [[1, 2, 3, 4, 5, 6]])
        let fit = logisticModel(design).result(level: 0.95)
        #expect(fit.coefficients.map(\.isSeparated) == [true, true])
        #expect(fit.coefficients[1].oddsRatio.notes == [ResultNote(.monotoneLikelihood, subject: "x0")])
        #expect(fit.areaUnderCurve.value == 1)
        let firth = firthLogisticModel(design, level: 0.95)
        let value = try #require(firth.coefficients[1].coefficient)
        #expect(value > 0 && value < 5)
        #expect(firth.coefficients[1].profileInterval?.lower != nil)
    }

    @Test func `a level with one kind of outcome is separated, the rest is not`() throws {
        let level = [1.0, 1, 0, 0, 0, 0, 0, 0, 0]
        let other = [0.0, 1, 1, 0, 1, 0, 1, 0, 1]
        let outcomes: [Bool?] = [true, true, true, false, false, true, true, false, false]
        let fit = logisticModel(try design(outcomes, [level, other])).result(level: 0.95)
        #expect(fit.coefficients.map(\.isSeparated) == [false, true, false])
        #expect(fit.coefficients.map { $0.coefficient != nil } == [true, false, true])
    }

    @Test func `nobody, one kind of outcome, constants and missing values`() throws {
        for outcomes in [[], [true], [true, true, true], [false, nil, true, false]] as [[Bool?]] {
            let constant = outcomes.map { _ in 2.5 }
            let x = outcomes.indices.map(Double.init)
            let design = try design(outcomes, [constant, x])
            let fit = logisticModel(design).result(level: 0.95)
            _ = try JSONEncoder().encode(fit)
            _ = try JSONEncoder().encode(firthLogisticModel(design, level: 0.95))
            #expect(fit.coefficients[1].coefficient == nil)
        }
        #expect(throws: DesignError.outcomesExceedTrials(row: 0)) {
            try LogisticDesign(outcomes: [3], trials: [2], covariates: DesignMatrix([], rows: 1))
        }
    }

    /// Tiny random data: nothing is NaN or infinite.
    @Test func `tiny random data`() throws {
        for seed in 0..<80 as Range<UInt64> {
            var generator = SplitMix64(seed: seed)
            let count = generator.next(below: 10)
            let outcomes: [Bool?] = (0..<count).map { _ in
                generator.next(below: 9) == 0 ? nil : generator.next(below: 2) == 0
            }
            let columns = (0..<2).map { column in
                (0..<count).map { _ in Double(generator.next(below: column == 0 ? 2 : 5)) }
            }
            let design = try design(outcomes, columns)
            _ = try JSONEncoder().encode(logisticModel(design).result(level: 0.95))
            _ = try JSONEncoder().encode(firthLogisticModel(design, level: 0.95))
        }
    }

    /// A covariate far from zero against one around zero: its odds ratio is the same, and the intercept, which is the log-odds
    /// far from all data, has a profile that ends. The limits of 100 more are R's, by `glm` with an offset and `uniroot`.
    @Test(arguments: [100, 1e7, 1e11]) func covariatesFarFromZero(shift: Double) throws {
        let x = [-2.1, 0.4, 1.7, -0.3, 2.2, -1.1, 0.9, -1.8, 1.2, 0.1, -0.6, 1.5]
        let outcomes = [false, true, true, false, true, false, false, true, true, false, false, true]
        let near = logisticModel(try design(outcomes, [x])).result(level: 0.95)
        let far = logisticModel(try design(outcomes, [x.map { $0 + shift }])).result(level: 0.95)
        let precision = max(1e-9, shift * 1e-15)
        for limit in [\ConfidenceInterval.lower, \.upper] {
            let (a, b) = (
                near.coefficients[1].profileInterval?[keyPath: limit] ?? nil,
                far.coefficients[1].profileInterval?[keyPath: limit] ?? nil
            )
            #expect(abs((a ?? .nan) - (b ?? 0)) < 10 * precision)
        }
        guard shift == 100 else { return }
        let intercept = try #require(far.coefficients[0].profileInterval)
        #expect(abs(log(intercept.lower ?? 0) + 247.33538233517237) < 1e-6)
        #expect(abs(log(intercept.upper ?? 0) - 3.26498162704482) < 1e-7)
    }

    /// Penalised, too: a shift changes neither the slope's interval nor its test.
    @Test func penalisedFarFromZero() throws {
        let x = [-2.1, 0.4, 1.7, -0.3, 2.2, -1.1, 0.9, -1.8]
        let outcomes = [false, true, true, false, true, false, false, true]
        let near = firthLogisticModel(try design(outcomes, [x]), level: 0.95).coefficients[1]
        let far = firthLogisticModel(try design(outcomes, [x.map { $0 + 1e7 }]), level: 0.95)
        #expect(abs((near.pValue ?? 0) - (far.coefficients[1].pValue ?? 1)) < 1e-7)
        #expect(abs((near.profileInterval?.upper ?? 0) - (far.coefficients[1].profileInterval?.upper ?? 1)) < 1e-6)
        #expect(far.coefficients[0].pValue != nil)
    }

    /// Two levels with the same share of outcomes have the same score, whatever rounding makes of it: by hand, 3 of 9 and 1 of 3
    /// against 3 of 4, all pairs of the first two tied.
    @Test func scoresThatDifferByRoundingAreTied() {
        let third = 1.0 / 3
        let area = areaUnderCurve(
            score: [third, third.nextUp, 0.75], outcomes: [3, 1, 3], trials: [9, 3, 4], level: 0.95)
        let joined = areaUnderCurve(score: [third, 0.75], outcomes: [4, 3], trials: [12, 4], level: 0.95)
        #expect(area.value == joined.value && area.standardError == joined.standardError)
    }
}
