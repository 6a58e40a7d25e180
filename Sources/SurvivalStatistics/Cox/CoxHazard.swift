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
            let ranges = ranges
            _ = concurrentMap(ranges.count) { writeLinearPredictor(coefficients, to: target, of: ranges[$0]) }
        }
    }

    /// All records, cut into pieces whose lengths are multiples of eight.
    private var ranges: [Range<Int>] {
        stride(from: 0, to: count, by: 65_536).map { $0..<min($0 + 65_536, count) }
    }

    /// Writes the linear predictor of some records.
    private func writeLinearPredictor(
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
            let ranges = ranges
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
