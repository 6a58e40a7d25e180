import Foundation
import Mathematics
import Results
import Testing

@testable import SurvivalStatistics

/// The vector kernels against sums written out plainly, for narrow and wide models and for one part and many.
@Suite struct CoxKernelTests {
    /// The likelihood by its definition: at every event time the sums over the risk set are made anew.
    private func plain(_ records: CoxRecords, beta: [Double], isEfron: Bool) -> LikelihoodValue {
        let width = records.width
        var value = LikelihoodValue(
            logLikelihood: 0, score: [Double](repeating: 0, count: width), information: SquareMatrix(size: width))
        let eta = (0..<records.count).map { dotProduct(records.covariates.row($0), beta) }
        for (_, groups) in records.strata {
            for group in groups where records.groupEvents[group] > 0 {
                let atRisk = Int(records.groupStart[group])..<Int(records.groupStart[groups.upperBound])
                let events = records.group(group).filter { records.isEvent[$0] }
                let meanWeight = records.groupEventWeight[group] / Double(events.count)
                for record in events {
                    value.logLikelihood += records.weight(record) * eta[record]
                    let x = records.covariates.row(record)
                    for column in 0..<width { value.score[column] += records.weight(record) * x[column] }
                }
                for index in events.indices {
                    let fraction = isEfron ? Double(index) / Double(events.count) : 0
                    var total = 0.0
                    var first = [Double](repeating: 0, count: width)
                    var second = SquareMatrix(size: width)
                    for record in atRisk {
                        let isDying = records.group(group).contains(record) && records.isEvent[record]
                        let risk = records.weight(record) * exp(eta[record]) * (isDying ? 1 - fraction : 1)
                        let x = records.covariates.row(record)
                        total += risk
                        for row in 0..<width {
                            first[row] += risk * x[row]
                            for column in 0..<width { second[row, column] += risk * x[row] * x[column] }
                        }
                    }
                    value.logLikelihood -= meanWeight * log(total)
                    for row in 0..<width {
                        value.score[row] -= meanWeight * first[row] / total
                        for column in 0..<width {
                            value.information[row, column] +=
                                meanWeight * (second[row, column] / total - first[row] * first[column] / total / total)
                        }
                    }
                }
            }
        }
        return value
    }

    @Test(arguments: [1, 2, 3, 4, 5, 8, 9, 13, 30, 50], [0, 9]) func `the kernel sums what the definition sums`(
        width: Int, distinctTimes: Int
    ) throws {
        let data = RandomDesign(count: 45, width: width, seed: UInt64(width), distinctTimes: distinctTimes)
        for (stratified, weighted) in [(false, false), (true, true)] {
            let records = CoxRecords(try data.design(stratified: stratified, weighted: weighted))
            let beta = (0..<width).map { 0.3 - 0.1 * Double($0 % 5) }
            let value = CoxLikelihood(records: records, ties: .efron).value(at: beta)
            let expected = plain(records, beta: beta, isEfron: true)
            #expect(abs(value.logLikelihood - expected.logLikelihood) < 1e-10)
            for row in 0..<width {
                #expect(abs(value.score[row] - expected.score[row]) < 1e-10)
                for column in 0..<width {
                    #expect(abs(value.information[row, column] - expected.information[row, column]) < 1e-10)
                }
            }
        }
    }

    /// Every number of tied events, also those whose reciprocal is rounded.
    @Test func `the sums of ties are the sums written out`() {
        for events in 1...300 {
            let (risk, own, weight) = (500.0 + Double(events), 0.4 * Double(events), 1.5 * Double(events))
            var logarithms = LogarithmSum()
            let sums = TieSums(
                ties: .efron, events: events, eventWeight: weight, riskSum: risk, eventRiskSum: own,
                logRisk: &logarithms)
            var expected = [0.0, 0, 0, 0, 0, 0]
            for index in 0..<events {
                let fraction = Double(index) / Double(events)
                let r = risk - fraction * own
                for (position, term) in [
                    log(r), 1 / r, fraction / r, 1 / (r * r), fraction / (r * r), fraction * fraction / (r * r),
                ].enumerated() {
                    expected[position] += 1.5 * term
                }
            }
            let found = [
                logarithms.value, sums.hazard, sums.fractionHazard, sums.square, sums.fractionSquare,
                sums.fractionSquaredSquare,
            ]
            for (value, other) in zip(found, expected) {
                #expect(abs(value - other) <= 1e-12 * max(1e-3, abs(other)), "\(events) events")
            }
        }
    }

    /// Up to 400, which is as far as linear predictors go without a shift.
    @Test func `the exponential is the exponential`() {
        var values = (0...4000).map { Double($0) / 5 - 400 } + [0, -0.0, 1e-17, 0.5, -0.5]
        let expected = values.map { exp($0) }
        let isInside = values.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.map { exponentiate($0, count: buffer.count) }
        }
        #expect(isInside == true)
        for (value, other) in zip(values, expected) { #expect(abs(value / other - 1) < 5e-16) }
        for outside in [401.0, -401, .infinity, .nan] {
            var values = [1.0, 2, 3, outside, 5, 6, 7, 8, 9]
            let isInside = values.withUnsafeMutableBufferPointer { buffer in
                buffer.baseAddress.map { exponentiate($0, count: buffer.count) }
            }
            #expect(isInside == false)
        }
    }

    /// Seventy thousand records are cut into parts; the sums are those of one sweep.
    @Test func `parts add up`() throws {
        let data = RandomDesign(count: 70_000, width: 3, seed: 3, distinctTimes: 0)
        let design = try data.design(stratified: true)
        let records = CoxRecords(design)
        #expect(records.parts.count == records.strata.count)
        let whole = CoxRecords(try data.design())
        #expect(whole.parts.count > 1)
        // Late entry before anybody's end changes nothing, and takes the other way through the records.
        let late = CoxRecords(
            try CoxDesign(
                time: data.time, status: data.status, covariates: data.design().covariates,
                entry: data.time.map { _ in -1 }))
        let beta = [0.2, -0.3, 0.1]
        let first = CoxLikelihood(records: whole, ties: .efron).value(at: beta)
        let second = CoxLikelihood(records: late, ties: .efron).value(at: beta)
        #expect(abs(first.logLikelihood / second.logLikelihood - 1) < 1e-13)
        for column in 0..<3 {
            #expect(abs(first.score[column] - second.score[column]) < 1e-7)
            for other in 0..<3 {
                let miss = first.information[column, other] - second.information[column, other]
                #expect(abs(miss) < 1e-7)
            }
        }
    }
}
