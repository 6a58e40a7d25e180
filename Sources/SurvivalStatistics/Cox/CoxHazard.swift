/// The hazard increments at each time group and the records' risks at one coefficient vector.
struct CoxHazard {
    /// `w e^{η − shift}` of each record.
    var risk: [Double]
    /// The number taken from every linear predictor so that no risk overflows; 0 where none can.
    var shift: Double
    /// The hazard's increment at each time group, for `e^{shift}`.
    var increment: [Double]
    /// The increment for those who have the event there: smaller under Efron's ties.
    var eventIncrement: [Double]

    /// The risks at a linear predictor, with empty increments; nil where a predictor is not finite.
    init?(records: CoxRecords, predictor: [Double]) {
        risk = predictor
        increment = [Double](repeating: 0, count: records.groupCount)
        eventIncrement = increment
        guard let shift = records.exponentiate(&risk) else { return nil }
        self.shift = shift
    }

    /// The hazard that each record was exposed to while at risk, its own event's share included.
    func exposure(_ records: CoxRecords) -> [Double] {
        var result = [Double](repeating: 1, count: records.count)
        result.withUnsafeMutableBufferPointer { result in
            records.multiplyByExposure(result, increment: increment, eventIncrement: eventIncrement)
        }
        return result
    }
}

extension CoxRecords {
    /// The linear predictor of each record at coefficients of the stored covariates.
    func linearPredictor(_ coefficients: [Double]) -> [Double] {
        [Double](unsafeUninitializedCapacity: count) { target, initialized in
            initialized = count
            guard let target = target.baseAddress else { return }
            writeLinearPredictor(coefficients, to: target, of: 0..<count)
        }
    }

    /// Writes the linear predictor of some records.
    func writeLinearPredictor(
        _ coefficients: [Double], to target: UnsafeMutablePointer<Double>, of records: Range<Int>
    ) {
        typealias Four = CovariateRows.Four
        let stride = covariates.stride
        let base = covariates.base
        if stride <= 1 {
            let coefficient = coefficients.first ?? 0
            for record in records { target[record] = stride == 0 ? 0 : base[record] * coefficient }
        } else {
            let blocks = stride / 4
            var factors = [Four](repeating: Four(), count: blocks)
            for column in 0..<width { factors[column / 4][column % 4] = coefficients[column] }
            let source = UnsafeRawPointer(base).assumingMemoryBound(to: Four.self)
            factors.withUnsafeBufferPointer { factors in
                for record in records {
                    var sum = source[record * blocks] * factors[0]
                    for block in 1..<max(1, blocks) { sum += source[record * blocks + block] * factors[block] }
                    target[record] = (sum[0] + sum[1]) + (sum[2] + sum[3])
                }
            }
        }
        if !offset.isEmpty { for record in records { target[record] += offset[record] } }
    }

    /// Turns linear predictors into `w e^{η − shift}` and gives the shift; nil where a predictor is not finite.
    func exponentiate(_ predictor: inout [Double]) -> Double? {
        predictor.withUnsafeMutableBufferPointer { buffer -> Double? in
            guard let target = buffer.baseAddress else { return 0 }
            var (lowest, highest) = (Double.infinity, -Double.infinity)
            for record in 0..<buffer.count {
                // A comparison with NaN fails, and NaN would be lost.
                guard target[record] - target[record] == 0 else { return nil }
                lowest = min(lowest, target[record])
                highest = max(highest, target[record])
            }
            // Far from overflow the shift would change nothing but the last digits.
            let shift = highest > 400 || lowest < -400 ? highest : 0
            if shift != 0 { for record in 0..<buffer.count { target[record] -= shift } }
            SurvivalStatistics.exponentiate(target, count: buffer.count)
            if !weights.isEmpty { for record in 0..<buffer.count { target[record] *= weights[record] } }
            return shift
        }
    }

    /// Multiplies each record's number by the hazard that it was exposed to while at risk.
    func multiplyByExposure(
        _ values: UnsafeMutableBufferPointer<Double>, increment: [Double], eventIncrement: [Double]
    ) {
        let isLate = !entryGroup.isEmpty
        var cumulative = [Double](repeating: 0, count: isLate ? groupCount + 1 : 0)
        isEvent.withUnsafeBufferPointer { isEvent in
            groupStart.withUnsafeBufferPointer { groupStart in
                for (_, groups) in strata {
                    var sum = 0.0
                    for group in groups {
                        let (all, own) = (sum + increment[group], sum + eventIncrement[group])
                        for record in Int(groupStart[group])..<Int(groupStart[group + 1]) {
                            var exposure = isEvent[record] ? own : all
                            if isLate {
                                let entry = Int(entryGroup[record])
                                if entry > groups.lowerBound { exposure -= cumulative[entry] }
                            }
                            values[record] *= exposure
                        }
                        sum += increment[group]
                        if isLate { cumulative[group + 1] = sum }
                    }
                }
            }
        }
    }
}
