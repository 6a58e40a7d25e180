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
}
