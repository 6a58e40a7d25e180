#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif
internal import Mathematics
internal import Results

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

    /// For each part of the records `S₀`, followed by `S₁` where it is asked for; empty where no stratum is cut into parts.
    var partTotals: [[Double]] = []

    /// The risks at coefficients of the stored covariates, with increments still to be filled; nil where a predictor is not
    /// finite. The memory of an earlier hazard of the same records is used again: taken out of `earlier`, so that nobody
    /// else holds it and it need not be copied.
    init?(
        records: CoxRecords, coefficients: [Double], reusing earlier: inout CoxHazard?, hasIncrements: Bool = true,
        sumsCovariates: Bool = true
    ) {
        if let taken = earlier.take() {
            self = taken
        } else {
            // Every risk is written below, on all cores; memory that is cleared before is not.
            risk = [Double](unsafeUninitializedCapacity: records.count) { _, count in count = records.count }
            increment = [Double](repeating: 0, count: hasIncrements ? records.groupCount : 0)
            eventIncrement = increment
            shift = 0
        }
        shift = 0
        if !writeRisks(records, coefficients, sumsCovariates: sumsCovariates) {
            guard let shift = records.writeShiftedRisks(coefficients, to: &risk) else { return nil }
            self.shift = shift
        }
    }

    /// The risks, and the increments of the hazard that follow from them; nil where a predictor is not finite.
    init?(records: CoxRecords, ties: TiesMethod, coefficients: [Double]) {
        // The covariates are in the risks; their sums along time are not asked for.
        var none: CoxHazard?
        self.init(records: records, coefficients: coefficients, reusing: &none, sumsCovariates: false)
        let bare = CoxRecords(records, columns: [])
        let starts =
            records.entryGroup.isEmpty && !partTotals.isEmpty && shift == 0 ? records.sumsAfterParts(partTotals) : nil
        risk.withUnsafeBufferPointer { risk in
            increment.withUnsafeMutableBufferPointer { increment in
                eventIncrement.withUnsafeMutableBufferPointer { eventIncrement in
                    guard let base = risk.baseAddress else { return }
                    nonisolated(unsafe) let (increment, eventIncrement) = (increment, eventIncrement)
                    func write(_ set: RiskSet) {
                        increment[set.group] = set.sums.hazard
                        eventIncrement[set.group] = set.sums.eventHazard
                    }
                    guard let starts else {
                        bare.forEachRiskSet(risk: base, ties: ties, write)
                        return
                    }
                    _ = concurrentMap(bare.parts.count) { part in
                        let sums = VectorSums(stride: bare.covariates.stride)
                        defer { sums.deallocate() }
                        var logRisk = LogarithmSum()
                        bare.sweep(
                            bare.parts[part].groups, risk: base, ties: ties, riskSum: starts[part][0], sums: sums,
                            logRisk: &logRisk, write)
                    }
                }
            }
        }
    }

    init?(records: CoxRecords, coefficients: [Double]) {
        var none: CoxHazard?
        self.init(records: records, coefficients: coefficients, reusing: &none)
    }

    /// Writes `w e^η` of every record and sums each part while it is at hand; false where a predictor is so far from zero that
    /// its exponential might overflow.
    private mutating func writeRisks(
        _ records: CoxRecords, _ coefficients: [Double], sumsCovariates: Bool
    ) -> Bool {
        let isCut = records.parts.count > records.strata.count
        let isZero = records.offset.isEmpty && coefficients.allSatisfy { $0 == 0 }
        let parts = risk.withUnsafeMutableBufferPointer { risk -> [(isInside: Bool, totals: [Double])] in
            guard let target = risk.baseAddress else { return [] }
            return concurrentMap(records.parts.count) { part in
                let sums = VectorSums(stride: sumsCovariates ? records.covariates.stride : 0)
                defer { sums.deallocate() }
                var (isInside, riskSum) = (true, 0.0)
                let own = records.records(records.parts[part].groups)
                for start in stride(from: own.lowerBound, to: own.upperBound, by: 512) {
                    let chunk = start..<min(start + 512, own.upperBound)
                    if isZero {
                        (target + start).update(repeating: 1, count: chunk.count)
                    } else {
                        records.writeLinearPredictor(coefficients, to: target, of: chunk)
                        if !exponentiate(target + start, count: chunk.count) { isInside = false }
                    }
                    if !records.weights.isEmpty { for record in chunk { target[record] *= records.weights[record] } }
                    guard isCut else { continue }
                    for record in chunk { riskSum += target[record] }
                    if sumsCovariates { sums.addRisk(records.covariates.base, target, chunk) }
                }
                return (isInside, isCut ? [riskSum] + sums.riskValues : [])
            }
        }
        partTotals = isCut ? parts.map(\.totals) : []
        return !parts.contains { !$0.isInside }
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
    fileprivate func writeLinearPredictor(
        _ coefficients: [Double], to target: UnsafeMutablePointer<Double>, of records: Range<Int>
    ) {
        covariates.multiply(by: coefficients, to: target, of: records)
        if !offset.isEmpty { for record in records { target[record] += offset[record] } }
    }

    /// Writes `w e^{η − shift}` of each record, the largest predictor being the shift; nil where a predictor is not finite.
    fileprivate func writeShiftedRisks(_ coefficients: [Double], to risk: inout [Double]) -> Double? {
        risk = linearPredictor(coefficients)
        var shift = -Double.infinity
        for value in risk {
            guard value.isFinite else { return nil }
            shift = max(shift, value)
        }
        for record in risk.indices { risk[record] = weight(record) * exp(risk[record] - shift) }
        return shift
    }

    /// Multiplies each record's number by the hazard that it was exposed to while at risk.
    func multiplyByExposure(
        _ values: UnsafeMutableBufferPointer<Double>, increment: [Double], eventIncrement: [Double]
    ) {
        if entryGroup.isEmpty {
            multiplyByExposureFromStart(values, increment: increment, eventIncrement: eventIncrement)
        } else {
            multiplyByLateExposure(values, increment: increment, eventIncrement: eventIncrement)
        }
    }

    /// As ``multiplyByExposure(_:increment:eventIncrement:)`` where all are at risk from the start, part by part.
    private func multiplyByExposureFromStart(
        _ values: UnsafeMutableBufferPointer<Double>, increment: [Double], eventIncrement: [Double]
    ) {
        var before: [Double] = []
        var sum = 0.0
        for (index, part) in parts.enumerated() {
            if index == 0 || parts[index - 1].stratum != part.stratum { sum = 0 }
            before.append(sum)
            for group in part.groups { sum += increment[group] }
        }
        nonisolated(unsafe) let values = values
        isEvent.withUnsafeBufferPointer { isEvent in
            _ = concurrentMap(parts.count) { part in
                var sum = before[part]
                for group in parts[part].groups {
                    let (all, own) = (sum + increment[group], sum + eventIncrement[group])
                    for record in self.group(group) { values[record] *= isEvent[record] ? own : all }
                    sum += increment[group]
                }
            }
        }
    }

    private func multiplyByLateExposure(
        _ values: UnsafeMutableBufferPointer<Double>, increment: [Double], eventIncrement: [Double]
    ) {
        var cumulative = [Double](repeating: 0, count: groupCount + 1)
        for (_, groups) in strata {
            var sum = 0.0
            for group in groups {
                let (all, own) = (sum + increment[group], sum + eventIncrement[group])
                for record in self.group(group) {
                    let entry = Int(entryGroup[record])
                    let exposure = isEvent[record] ? own : all
                    values[record] *= entry > groups.lowerBound ? exposure - cumulative[entry] : exposure
                }
                sum += increment[group]
                cumulative[group + 1] = sum
            }
        }
    }
}
