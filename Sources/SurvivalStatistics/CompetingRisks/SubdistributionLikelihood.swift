#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif
internal import Mathematics
internal import Results

/// The log pseudo-likelihood of the subdistribution hazard.
///
/// **Formula.** Cox's partial likelihood in which a patient who had a competing event at `T` stays in the risk set at
/// `t > T` with weight `G(t⁻)/G(T⁻)`, `G` being the Kaplan–Meier estimate of not being censored. So
/// `S₀(t) = Σ_{T ≥ t} e^η + G(t⁻) Σ_{T < t, competing} e^η/G(T⁻)`: two running sums, one from each end.
struct SubdistributionLikelihood: Likelihood {
    let records: SubdistributionRecords
    let ties: TiesMethod

    func value(at coefficients: [Double]) -> LikelihoodValue {
        let width = records.width
        guard let sweep = SubdistributionSweep(records: records, ties: ties, coefficients: coefficients) else {
            return LikelihoodValue(
                logLikelihood: -.infinity, score: [Double](repeating: 0, count: width),
                information: SquareMatrix(size: width))
        }
        var information = sweep.outer
        for index in information.elements.indices { information.elements[index] *= -1 }
        var score = [Double](repeating: 0, count: width)
        let exposure = sweep.exposure
        for record in 0..<records.count {
            let v = sweep.risk[record] * exposure[record]
            let residual = (records.kind[record] == 1 ? 1 : 0) - v
            for row in 0..<width {
                let x = records.covariates[record * width + row]
                score[row] += residual * x
                for column in row..<width {
                    information[row, column] += v * x * records.covariates[record * width + column]
                }
            }
        }
        information.mirrorUpperTriangle()
        return LikelihoodValue(logLikelihood: sweep.logLikelihood, score: score, information: information)
    }
}

/// The risk sums at every event time at one coefficient vector.
struct SubdistributionSweep {
    let records: SubdistributionRecords
    /// `e^{η − shift}`.
    let risk: [Double]
    private(set) var logLikelihood = 0.0
    private var logRisk = LogarithmSum()
    /// The hazard's increment at each time group, for everyone and for those with the event.
    private(set) var increment: [Double]
    private(set) var eventIncrement: [Double]
    /// The increment times the risk set's mean, for everyone and for those with the event, and the mean itself.
    private(set) var weightedMean: [Double]
    private(set) var eventWeightedMean: [Double]
    private(set) var mean: [Double]
    /// `Σ Σ a a'/r²`.
    private(set) var outer: SquareMatrix

    init?(records: SubdistributionRecords, ties: TiesMethod, coefficients: [Double]) {
        let width = records.width
        let predictor = records.linearPredictor(coefficients)
        guard predictor.allSatisfy(\.isFinite) else { return nil }
        let shift = predictor.max() ?? 0
        let risk = predictor.map { exp($0 - shift) }
        self.records = records
        self.risk = risk
        increment = [Double](repeating: 0, count: records.groupCount)
        eventIncrement = increment
        weightedMean = [Double](repeating: 0, count: records.groupCount * width)
        eventWeightedMean = weightedMean
        mean = weightedMean
        outer = SquareMatrix(size: width)
        // What competing events before each time leave behind: Σ e/G(T⁻) and its vector.
        var left = [Double](repeating: 0, count: (records.groupCount + 1) * (width + 1))
        for group in 0..<records.groupCount {
            for column in 0...width { left[(group + 1) * (width + 1) + column] = left[group * (width + 1) + column] }
            for record in records.members(group) where records.kind[record] == 2 {
                let own = risk[record] / records.uncensored[group]
                left[(group + 1) * (width + 1)] += own
                for column in 0..<width {
                    left[(group + 1) * (width + 1) + column + 1] += own * records.covariates[record * width + column]
                }
            }
        }
        var total = [Double](repeating: 0, count: width + 1)
        for group in stride(from: records.groupCount - 1, through: 0, by: -1) {
            var events = [Double](repeating: 0, count: width + 1)
            for record in records.members(group) {
                let isEvent = records.kind[record] == 1
                if isEvent { logLikelihood += predictor[record] - shift }
                for column in 0...width {
                    let x = column == 0 ? 1 : records.covariates[record * width + column - 1]
                    total[column] += risk[record] * x
                    if isEvent { events[column] += risk[record] * x }
                }
            }
            guard records.groupEvents[group] > 0 else { continue }
            let sums = (0...width).map {
                total[$0] + records.uncensored[group] * left[group * (width + 1) + $0]
            }
            include(group, ties: ties, sums: sums, events: events)
        }
        logLikelihood -= logRisk.value
    }

    private mutating func include(_ group: Int, ties: TiesMethod, sums: [Double], events: [Double]) {
        let width = records.width
        let deaths = records.groupEvents[group]
        let tied = TieSums(
            ties: ties, events: deaths, eventWeight: Double(deaths), riskSum: sums[0], eventRiskSum: events[0],
            logRisk: &logRisk)
        increment[group] = tied.hazard
        eventIncrement[group] = tied.eventHazard
        for row in 0..<width {
            let (s, d) = (sums[row + 1], events[row + 1])
            weightedMean[group * width + row] = tied.square * s - tied.fractionSquare * d
            eventWeightedMean[group * width + row] =
                (tied.square - tied.fractionSquare) * s - (tied.fractionSquare - tied.fractionSquaredSquare) * d
            mean[group * width + row] = (tied.hazard * s - tied.fractionHazard * d) / Double(deaths)
            for column in row..<width {
                outer[row, column] +=
                    tied.square * s * sums[column + 1]
                    - tied.fractionSquare * (s * events[column + 1] + d * sums[column + 1])
                    + tied.fractionSquaredSquare * d * events[column + 1]
            }
        }
    }

    /// The weighted hazard that each record was exposed to: up to its time, and after a competing event by `G(t⁻)/G(T⁻)`.
    var exposure: [Double] {
        integrals(of: increment, eventIncrement, width: 1)
    }

    /// `∫ w x̄ dΛ` of each record, record by record.
    var exposureToMean: [Double] {
        integrals(of: weightedMean, eventWeightedMean, width: records.width)
    }

    private func integrals(of values: [Double], _ eventValues: [Double], width: Int) -> [Double] {
        var result = [Double](repeating: 0, count: records.count * width)
        for column in 0..<width {
            var after = 0.0
            for group in stride(from: records.groupCount - 1, through: 0, by: -1) {
                for record in records.members(group) where records.kind[record] == 2 {
                    result[record * width + column] = after / records.uncensored[group]
                }
                after += records.uncensored[group] * values[group * width + column]
            }
            var before = 0.0
            for group in 0..<records.groupCount {
                let position = group * width + column
                for record in records.members(group) {
                    let own = records.kind[record] == 1 ? eventValues[position] : values[position]
                    result[record * width + column] += before + own
                }
                before += values[position]
            }
        }
        return result
    }
}
