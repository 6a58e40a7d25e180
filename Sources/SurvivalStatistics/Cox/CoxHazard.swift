#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif

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

    /// The risks at coefficients of the stored covariates, with empty increments; nil where a predictor is not finite.
    init?(records: CoxRecords, coefficients: [Double]) {
        increment = [Double](repeating: 0, count: records.groupCount)
        eventIncrement = increment
        guard let (risk, shift) = records.risks(coefficients) else { return nil }
        (self.risk, self.shift) = (risk, shift)
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
            let ranges = covariates.pieces
            _ = concurrentMap(ranges.count) { writeLinearPredictor(coefficients, to: target, of: ranges[$0]) }
        }
    }

    /// Writes the linear predictor of some records.
    private func writeLinearPredictor(
        _ coefficients: [Double], to target: UnsafeMutablePointer<Double>, of records: Range<Int>
    ) {
        covariates.multiply(by: coefficients, to: target, of: records)
        if !offset.isEmpty { for record in records { target[record] += offset[record] } }
    }

    /// `w e^{η − shift}` of each record and the shift; nil where a predictor is not finite.
    ///
    /// Only where a predictor is so far from zero that its exponential might overflow is the largest taken from all.
    fileprivate func risks(_ coefficients: [Double]) -> (risk: [Double], shift: Double)? {
        if offset.isEmpty, coefficients.allSatisfy({ $0 == 0 }) {
            return (weights.isEmpty ? [Double](repeating: 1, count: count) : weights, 0)
        }
        var shift = 0.0
        var risk = [Double](unsafeUninitializedCapacity: count) { target, initialized in
            initialized = count
            guard let target = target.baseAddress else { return }
            let ranges = covariates.pieces
            let isInside = concurrentMap(ranges.count) { index in
                writeLinearPredictor(coefficients, to: target, of: ranges[index])
                return exponentiate(target + ranges[index].lowerBound, count: ranges[index].count)
            }
            if isInside.allSatisfy({ $0 }) { return }
            writeLinearPredictor(coefficients, to: target, of: 0..<count)
            shift = -.infinity
            for record in 0..<count {
                guard target[record].isFinite else {
                    shift = .nan
                    return
                }
                shift = max(shift, target[record])
            }
            for record in 0..<count { target[record] = exp(target[record] - shift) }
        }
        if !shift.isFinite { return nil }
        if !weights.isEmpty { for record in 0..<count { risk[record] *= weights[record] } }
        return (risk, shift)
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
