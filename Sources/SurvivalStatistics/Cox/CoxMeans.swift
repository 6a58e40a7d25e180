internal import Results

/// The hazard and the risk sets' weighted means along time at one coefficient vector: what residuals, curves and
/// variances are made of. Vectors are in the stored (centred and scaled) covariates, one row a time group.
struct CoxMeans {
    /// The hazard increments and risks.
    var hazard: CoxHazard
    /// `w̄ Σ 1/r²`: the variance of the hazard's increment.
    var hazardVariance: [Double]
    /// `w̄ Σ a/r²`: the increment times the mean of the risk set.
    var weightedMean: [Double]
    /// `w̄ Σ (1 − f) a/r²`: the same for those who have the event.
    var eventWeightedMean: [Double]
    /// `Σ (a/r) / d`: the mean that an event's value is compared with.
    var mean: [Double]

    /// Computes them; nil where a linear predictor is not finite.
    init?(records: CoxRecords, ties: TiesMethod, coefficients: [Double]) {
        guard var hazard = CoxHazard(records: records, coefficients: coefficients) else { return nil }
        let width = records.width
        var variance = [Double](repeating: 0, count: records.groupCount)
        var weighted = [Double](repeating: 0, count: records.groupCount * width)
        var eventWeighted = weighted
        var mean = weighted
        hazard.risk.withUnsafeBufferPointer { risk in
            guard let base = risk.baseAddress else { return }
            records.forEachRiskSet(risk: base, ties: ties) { set in
                let sums = set.sums
                hazard.increment[set.group] = sums.hazard
                hazard.eventIncrement[set.group] = sums.eventHazard
                variance[set.group] = sums.square
                let weight = records.groupEventWeight[set.group]
                for column in 0..<width {
                    let (risk, event) = (set.riskVector[column], set.eventVector[column])
                    let position = set.group * width + column
                    weighted[position] = sums.square * risk - sums.fractionSquare * event
                    eventWeighted[position] =
                        (sums.square - sums.fractionSquare) * risk
                        - (sums.fractionSquare - sums.fractionSquaredSquare) * event
                    mean[position] = (sums.hazard * risk - sums.fractionHazard * event) / weight
                }
            }
        }
        self.hazard = hazard
        hazardVariance = variance
        weightedMean = weighted
        eventWeightedMean = eventWeighted
        self.mean = mean
    }
}

extension CoxRecords {
    /// The score residuals `∫ (x − x̄) dM` of each sorted record in stored covariates, record by record, unweighted.
    func scoreResiduals(_ means: CoxMeans) -> [Double] {
        let exposure = means.hazard.exposure(self)
        var cumulative = [Double](repeating: 0, count: entryGroup.isEmpty ? 0 : (groupCount + 1) * width)
        let (base, stride) = (covariates.base, covariates.stride)
        return [Double](unsafeUninitializedCapacity: count * width) { result, initialized in
            initialized = count * width
            var sum = [Double](repeating: 0, count: width)
            var weighted = sum
            var eventWeighted = sum
            for (_, groups) in strata {
                for column in 0..<width { sum[column] = 0 }
                for group in groups {
                    for column in 0..<width {
                        weighted[column] = sum[column] + means.weightedMean[group * width + column]
                        eventWeighted[column] = sum[column] + means.eventWeightedMean[group * width + column]
                    }
                    for record in self.group(group) {
                        let risk = means.hazard.risk[record] / weight(record)
                        let exposed = exposure[record]
                        let event = isEvent[record]
                        let entry = entryGroup.isEmpty ? groups.lowerBound : Int(entryGroup[record])
                        for column in 0..<width {
                            let x = base[record * stride + column]
                            var exposedMean = event ? eventWeighted[column] : weighted[column]
                            if entry > groups.lowerBound { exposedMean -= cumulative[entry * width + column] }
                            var residual = -risk * (exposed * x - exposedMean)
                            if event { residual += x - means.mean[group * width + column] }
                            result[record * width + column] = residual
                        }
                    }
                    for column in 0..<width { sum[column] = weighted[column] }
                    if !entryGroup.isEmpty {
                        for column in 0..<width { cumulative[(group + 1) * width + column] = sum[column] }
                    }
                }
            }
        }
    }
}
