import Foundation
import Mathematics
import Results
import Testing

@testable import SurvivalStatistics

/// What must hold of Cox's model whatever the data are.
@Suite struct CoxPropertyTests {
    private static let ties: [TiesMethod] = [.efron, .breslow, .exact]

    private func close(_ left: [Double?], _ right: [Double?], tolerance: Double = 1e-8) -> Bool {
        left.count == right.count
            && zip(left, right).allSatisfy { first, second in
                guard let first, let second else { return first == nil && second == nil }
                return abs(first - second) <= tolerance * max(1, abs(second))
            }
    }

    @Test(arguments: ties, [1, 2, 3]) func `the order of rows does not matter`(ties: TiesMethod, seed: UInt64) throws {
        let data = RandomDesign(count: 60, width: 3, seed: seed, distinctTimes: 12)
        var generator = SplitMix64(seed: seed + 100)
        let order = generator.shuffled(60)
        for late in [false, true] {
            let first = coxModel(try data.design(late: late, stratified: true), ties: ties, variance: .model)
            let second = coxModel(
                try data.design(order: order, late: late, stratified: true), ties: ties, variance: .model)
            #expect(close(first.coefficients, second.coefficients, tolerance: 1e-9))
            #expect(abs(first.logLikelihood - second.logLikelihood) < 1e-9)
            let residuals = first.martingaleResiduals
            #expect(close(order.map { residuals[$0] }, second.martingaleResiduals))
        }
    }

    /// Variances 10²⁰ times apart: which of them count as singular must not depend on the units.
    @Test(arguments: ties) func `the unit of a covariate does not matter to any test`(ties: TiesMethod) throws {
        let data = RandomDesign(count: 80, width: 2, seed: 11, distinctTimes: 40)
        var scaled = data
        scaled.columns[1] = data.columns[1].map { $0 * 1e-10 }
        let first = coxModel(try data.design(), ties: ties, variance: .model).result(level: 0.95)
        let second = coxModel(try scaled.design(), ties: ties, variance: .model).result(level: 0.95)
        #expect(first.wald.degreesOfFreedom == [2])
        for (left, right) in [(first.wald, second.wald), (first.score, second.score)] {
            #expect(close([left.statistic, left.pValue], [right.statistic, right.pValue]))
        }
    }

    @Test(arguments: ties) func `the scale of time does not matter`(ties: TiesMethod) throws {
        let data = RandomDesign(count: 80, width: 2, seed: 7, distinctTimes: 20)
        var scaled = data
        scaled.time = data.time.map { $0 / 30.4375 }
        let first = coxModel(try data.design(), ties: ties, variance: .model)
        let second = coxModel(try scaled.design(), ties: ties, variance: .model)
        #expect(close(first.coefficients, second.coefficients, tolerance: 1e-12))
        #expect(first.logLikelihood == second.logLikelihood)
    }

    @Test(arguments: ties) func `swapping the arms inverts the hazard ratio`(ties: TiesMethod) throws {
        let data = RandomDesign(count: 80, width: 1, seed: 8, distinctTimes: 20)
        var swapped = data
        swapped.columns[0] = data.columns[0].map { 1 - $0 }
        let first = coxModel(try data.design(), ties: ties, variance: .model).result(level: 0.9).coefficients[0]
        let second = coxModel(try swapped.design(), ties: ties, variance: .model).result(level: 0.9).coefficients[0]
        let (own, other) = (first.hazardRatio, second.hazardRatio)
        #expect(abs((own.value ?? 0) * (other.value ?? 0) - 1) < 1e-10)
        #expect(abs((own.interval?.lower ?? 0) * (other.interval?.upper ?? 0) - 1) < 1e-10)
        #expect(abs((own.interval?.upper ?? 0) * (other.interval?.lower ?? 0) - 1) < 1e-10)
        #expect(abs((first.pValue ?? 0) - (second.pValue ?? 1)) < 1e-10)
    }

    @Test func `weights of 2 are duplicated records under Breslow's ties`() throws {
        let data = RandomDesign(count: 50, width: 2, seed: 9, distinctTimes: 10)
        var doubled = data
        doubled.weights = data.time.map { _ in 2 }
        let weighted = coxModel(try doubled.design(weighted: true), ties: .breslow, variance: .model)
        let twice = coxModel(try data.design(order: Array(0..<50) + Array(0..<50)), ties: .breslow, variance: .model)
        #expect(close(weighted.coefficients, twice.coefficients, tolerance: 1e-10))
        #expect(close(weighted.covariance.elements, twice.covariance.elements))
        #expect(abs(weighted.logLikelihood - twice.logLikelihood) < 1e-9)
    }

    @Test(arguments: ties) func `cutting records into intervals changes nothing`(ties: TiesMethod) throws {
        let data = RandomDesign(count: 40, width: 2, seed: 10, distinctTimes: 12)
        var cut = RandomDesign(count: 0, width: 2, seed: 0, distinctTimes: 0)
        for row in 0..<40 {
            let middle = (data.entry[row] + data.time[row]) / 2
            for isLast in [false, true] {
                cut.time.append(isLast ? data.time[row] : middle)
                cut.entry.append(isLast ? middle : data.entry[row])
                cut.status.append(isLast ? data.status[row] : .censored)
                for column in 0..<2 { cut.columns[column].append(data.columns[column][row]) }
            }
        }
        let whole = coxModel(try data.design(late: true), ties: ties, variance: .model)
        let pieces = coxModel(try cut.design(late: true), ties: ties, variance: .model)
        #expect(close(whole.coefficients, pieces.coefficients, tolerance: 1e-9))
        #expect(abs(whole.logLikelihood - pieces.logLikelihood) < 1e-10)
        #expect(close(whole.covariance.elements, pieces.covariance.elements))
    }

    @Test func `a patient who leaves with a huge risk takes no digits along`() throws {
        var data = RandomDesign(count: 40, width: 1, seed: 11, distinctTimes: 0)
        let plain = coxModel(try data.design(late: true), ties: .efron, variance: .model)
        // Somebody with the risk e^60 is followed before anybody else has an event, and enters no risk set.
        data.time.append(data.entry.min() ?? 0)
        data.entry.append((data.entry.min() ?? 0) - 1)
        data.status.append(.censored)
        data.columns[0].append(0)
        let base = try data.design(late: true)
        let design = try CoxDesign(
            time: base.time, status: base.status, covariates: base.covariates, entry: base.entry,
            offset: [Double](repeating: 0, count: 40) + [60])
        let model = coxModel(design, ties: .efron, variance: .model)
        #expect(close(plain.coefficients, model.coefficients, tolerance: 1e-10))
    }

    @Test(arguments: [21, 22, 23]) func `the score test of two untied arms is the log-rank test`(seed: UInt64) throws {
        let data = RandomDesign(count: 50, width: 1, seed: seed, distinctTimes: 0)
        var (difference, variance) = (0.0, 0.0)
        for (event, time) in data.time.enumerated() where data.status[event] == .event {
            let atRisk = data.time.indices.filter { data.time[$0] >= time }
            let share = atRisk.reduce(0) { $0 + data.columns[0][$1] } / Double(atRisk.count)
            difference += data.columns[0][event] - share
            variance += share * (1 - share)
        }
        let model = coxModel(try data.design(), ties: .efron, variance: .model)
        #expect(abs(model.scoreStatistic - difference * difference / variance) < 1e-10)
    }

    @Test(arguments: [TiesMethod.efron, .breslow]) func `residuals add up`(ties: TiesMethod) throws {
        let data = RandomDesign(count: 70, width: 3, seed: 12, distinctTimes: 15)
        let design = try data.design(late: true, stratified: true)
        let model = coxModel(design, ties: ties, variance: .model)
        #expect(abs(model.martingaleResiduals.reduce(0, +)) < 1e-9)
        for matrix in [model.scoreResiduals, model.schoenfeldResiduals, model.dfbetaResiduals].compactMap({ $0 }) {
            for column in 0..<3 { #expect(abs(matrix.values.reduce(0) { $0 + $1[column] }) < 1e-7) }
        }
        // dfbeta = score residual × covariance.
        let (scores, betas) = (try #require(model.scoreResiduals), try #require(model.dfbetaResiduals))
        for (score, beta) in zip(scores.values, betas.values) {
            #expect(close(model.covariance.times(score), beta))
        }
    }

    @Test func `dfbeta is near the change when a record is left out`() throws {
        let data = RandomDesign(count: 200, width: 1, seed: 13, distinctTimes: 0)
        let model = coxModel(try data.design(), ties: .efron, variance: .model)
        let all = try #require(model.coefficients[0])
        let betas = try #require(model.dfbetaResiduals)
        for row in [0, 50, 150] {
            let rest = coxModel(
                try data.design(order: (0..<200).filter { $0 != row }), ties: .efron, variance: .model)
            let change = all - (try #require(rest.coefficients[0]))
            #expect(abs(change - betas.values[row][0]) < 0.003)
        }
    }

    @Test(arguments: ties) func `strata are separate likelihoods`(ties: TiesMethod) throws {
        let data = RandomDesign(count: 60, width: 2, seed: 14, distinctTimes: 12)
        let together = coxLikelihood(CoxRecords(try data.design(stratified: true)), ties: ties).value(at: [0, 0])
        var sum = 0.0
        for stratum in 0..<3 {
            let order = data.strata.indices.filter { data.strata[$0] == stratum }
            let records = CoxRecords(try data.design(order: order))
            sum += coxLikelihood(records, ties: ties).value(at: [0, 0]).logLikelihood
        }
        #expect(abs(together.logLikelihood - sum) < 1e-11)
    }

    @Test(arguments: ties) func `the score is the derivative of the likelihood`(ties: TiesMethod) throws {
        let data = RandomDesign(count: 40, width: 2, seed: 15, distinctTimes: 8)
        let likelihood = coxLikelihood(CoxRecords(try data.design(late: true)), ties: ties)
        let point = [0.3, -0.2]
        let value = likelihood.value(at: point)
        for column in 0..<2 {
            var (up, down) = (point, point)
            up[column] += 1e-5
            down[column] -= 1e-5
            let (above, below) = (likelihood.value(at: up), likelihood.value(at: down))
            let slope = (above.logLikelihood - below.logLikelihood) / 2e-5
            #expect(abs(slope - value.score[column]) < 1e-7)
            for other in 0..<2 {
                let curvature = (above.score[other] - below.score[other]) / 2e-5
                #expect(abs(curvature + value.information[other, column]) < 1e-6)
            }
        }
    }

    @Test(arguments: [TiesMethod.efron, .breslow]) func `Firth's score is the derivative of the penalised likelihood`(
        ties: TiesMethod
    ) throws {
        let data = RandomDesign(count: 30, width: 2, seed: 16, distinctTimes: 6)
        let likelihood = FirthCoxLikelihood(records: CoxRecords(try data.design(weighted: true)), ties: ties)
        let point = [0.4, 0.1]
        let value = likelihood.value(at: point)
        for column in 0..<2 {
            var (up, down) = (point, point)
            up[column] += 1e-5
            down[column] -= 1e-5
            let slope = (likelihood.value(at: up).logLikelihood - likelihood.value(at: down).logLikelihood) / 2e-5
            #expect(abs(slope - value.score[column]) < 1e-7)
        }
    }

    @Test func `the result is the same after a round trip through JSON`() throws {
        let data = RandomDesign(count: 60, width: 3, seed: 17, distinctTimes: 10)
        let fit = coxModel(try data.design(), ties: .efron, variance: .robust).result(level: 0.95)
        let bytes = try JSONEncoder().encode(fit)
        #expect(try JSONDecoder().decode(CoxModelFit.self, from: bytes) == fit)
    }
}
