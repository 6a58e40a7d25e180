import Results
import Testing

@testable import SurvivalStatistics

/// The quick way to a term's tests in large models gives what the slow one gives.
@Suite struct ReducedCoxMaximumTests {
    @Test(arguments: [TiesMethod.efron, .breslow], [1, 2, 3])
    func `the climb from the whole model's maximum ends where that from zero ends`(ties: TiesMethod, seed: UInt64)
        throws
    {
        for (late, weighted) in [(false, false), (true, false), (false, true)] {
            let data = RandomDesign(count: 3000, width: 5, seed: seed, distinctTimes: 200)
            let design = try data.design(late: late, stratified: true, weighted: weighted)
            let model = coxModel(design, ties: ties, variance: .model)
            let slow = model.termTests
            let likelihood = coxLikelihood(model.records, ties: ties)
            for (index, term) in design.covariates.terms.enumerated() {
                let quick = try #require(
                    ReducedCoxMaximum(
                        likelihood, without: term.columns, from: (model.storedCoefficients, model.storedCovariance)))
                let statistic = 2 * (model.logLikelihood - quick.logLikelihood)
                #expect(abs(statistic - (slow[index].likelihoodRatio?.statistic ?? .nan)) < 1e-7)
                // The slow way leaves a rest of the others' score in it.
                #expect(abs(quick.scoreStatistic - (slow[index].score?.statistic ?? .nan)) < 3e-6)
                #expect(quick.rank == 4)
            }
        }
    }

    /// A column that is a sum of others has no pivot in the whole model, and gets one where one of those is left out.
    @Test func `columns that depend on each other keep their ranks`() throws {
        var data = RandomDesign(count: 3000, width: 4, seed: 9, distinctTimes: 0)
        data.columns[3] = zip(data.columns[1], data.columns[2]).map { $0 + $1 }
        let model = coxModel(try data.design(), ties: .efron, variance: .model)
        let slow = model.termTests
        let likelihood = coxLikelihood(model.records, ties: .efron)
        for column in 0..<4 {
            let quick = try #require(
                ReducedCoxMaximum(
                    likelihood, without: column..<column + 1, from: (model.storedCoefficients, model.storedCovariance)))
            #expect(quick.rank == (column == 0 ? 2 : 3))
            let expected = slow[column].likelihoodRatio?.statistic
            if let expected { #expect(abs(2 * (model.logLikelihood - quick.logLikelihood) - expected) < 1e-7) }
        }
    }

    @Test func `a large model's tests come the quick way and agree`() throws {
        let data = RandomDesign(count: ReducedCoxMaximum.fewestRecords, width: 3, seed: 4, distinctTimes: 300)
        let model = coxModel(try data.design(), ties: .efron, variance: .model)
        for (column, test) in model.termTests.enumerated() {
            let kept = (0..<3).filter { $0 != column }
            let reduced = coxMaximum(CoxRecords(model.records, columns: kept), ties: .efron)
            let expected = 2 * (model.logLikelihood - reduced.value.logLikelihood)
            #expect(abs((test.likelihoodRatio?.statistic ?? .nan) - expected) < 1e-8 * max(1, expected))
        }
    }
}
