import Results
import SurvivalStatistics
import Testing

/// What the curves through scaled residuals are where R has no say; `Tests/References/residuals` compares them with R.
@Suite struct SmoothedResidualsTests {
    private func model(time: [Double], isEvent: [Bool], x: [Double]) throws -> FittedCoxModel {
        let matrix = try DesignMatrix([.continuous("x", x)], rows: x.count)
        let status = isEvent.map { $0 ? Status.event : .censored }
        return coxModel(try CoxDesign(time: time, status: status, covariates: matrix), ties: .efron, variance: .model)
    }

    /// Events at three times leave the four parameters undetermined: the residuals are given, a curve is not.
    @Test func `few event times give no curve`() throws {
        let model = try model(
            time: [1, 2, 3, 4, 5], isEvent: [true, true, true, false, false], x: [0, 1, 0, 1, 0])
        let column = try #require(smoothedResiduals(of: model, transform: .identity, level: 0.95).first)
        #expect(column.time == [1, 2, 3])
        #expect(column.residual.count == 3)
        #expect(column.smoothTime.isEmpty && column.smooth.isEmpty && column.lower.isEmpty && column.upper.isEmpty)
    }

    /// The mean of the Schoenfeld residuals is zero at the estimate, so that of the scaled ones is the coefficient.
    @Test func `scaled residuals are about the coefficient`() throws {
        let model = try model(
            time: [1, 2, 3, 4, 5, 6, 7], isEvent: [true, true, true, true, true, true, false],
            x: [0, 1, 0, 1, 1, 0, 1])
        let column = try #require(smoothedResiduals(of: model, transform: .kaplanMeier, level: 0.95).first)
        let mean = column.residual.reduce(0, +) / 6
        #expect(abs(mean - column.coefficient) < 1e-9)
        #expect(column.smoothTime.first == 1 && column.smoothTime.last == 6)
    }

    @Test func `the order of the rows changes nothing`() throws {
        let time = [3.0, 3, 1, 5, 8, 8, 2, 9, 4]
        let isEvent = [true, true, true, true, true, true, true, false, true]
        let x = [0.0, 1, 1, 0, 1, 0, 0, 1, 2]
        let order = [8, 1, 0, 7, 5, 4, 3, 2, 6]
        let one = smoothedResiduals(
            of: try model(time: time, isEvent: isEvent, x: x), transform: .kaplanMeier, level: 0.95)[0]
        let other = smoothedResiduals(
            of: try model(
                time: order.map { time[$0] }, isEvent: order.map { isEvent[$0] }, x: order.map { x[$0] }),
            transform: .kaplanMeier, level: 0.95)[0]
        #expect(one.time == other.time)
        for (left, right) in zip(one.residual + one.smooth + one.upper, other.residual + other.smooth + other.upper) {
            #expect(abs(left - right) < 1e-12)
        }
    }

    @Test func `without events there is nothing`() throws {
        let model = try model(time: [1, 2], isEvent: [false, false], x: [0, 1])
        #expect(
            smoothedResiduals(of: model, transform: .kaplanMeier, level: 0.95).allSatisfy {
                $0.residual.isEmpty && $0.smooth.isEmpty
            })
    }
}
