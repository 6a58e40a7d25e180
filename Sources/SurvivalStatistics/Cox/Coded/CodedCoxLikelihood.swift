internal import Mathematics
internal import Results

/// The log partial likelihood of ``CoxLikelihood`` from covariates as codes.
///
/// The formulas are the same. The first pass writes every record's risk and sums each time group; from these sums, of which
/// there are few, follow risk sets, increments and the terms `a a'/r²`. The second pass adds each record's exposure to its
/// cell (``CellProducts``). Parts of the records are summed on as many cores as there are; the parts do not depend on the
/// cores, so neither do the sums. Where a risk might overflow, the columns are made after all and summed instead.
struct CodedCoxLikelihood: Likelihood {
    typealias Four = SIMD4<Double>

    let records: CoxRecords
    let coded: CodedRecords
    let ties: TiesMethod
    private let scratch: Scratch

    /// Memory that every evaluation uses again, and what does not depend on the coefficients.
    private final class Scratch {
        var risk: [Double] = []
        var sums: GroupSums?
        /// `Σ x` over the events of each time group, in blocks of places.
        var events: [Four] = []
    }

    /// Sums of each time group: over its records, then over all at risk.
    private struct GroupSums {
        var risk: [Double]
        var eventRisk: [Double]
        var vector: [Four]
        var eventVector: [Four]
        var increment: [Double]
        var eventIncrement: [Double]

        init(groups: Int, blocks: Int) {
            risk = [Double](repeating: 0, count: groups)
            (eventRisk, increment, eventIncrement) = (risk, risk, risk)
            vector = [Four](repeating: Four(), count: groups * blocks)
            eventVector = vector
        }
    }

    init(records: CoxRecords, coded: CodedRecords, ties: TiesMethod) {
        (self.records, self.coded, self.ties) = (records, coded, ties)
        scratch = Scratch()
        scratch.risk = [Double](unsafeUninitializedCapacity: records.count) { risk, count in
            risk.initialize(repeating: 0)
            count = records.count
        }
        scratch.events = eventSums()
    }

    func value(at coefficients: [Double]) -> LikelihoodValue { values(at: coefficients, factors: [nil])[0] }

    /// The likelihood, once for each of some factors with each event time's part of its derivatives multiplied by its time
    /// group's.
    func values(at coefficients: [Double], factors: [[Double]?]) -> [LikelihoodValue] {
        guard let risks = CodedRisks(coded, coefficients) else {
            let plain = CoxLikelihood(records: records, ties: ties)
            return factors.map { plain.value(at: coefficients, factors: $0) }
        }
        var sums = scratch.sums ?? GroupSums(groups: records.groupCount, blocks: coded.blocks)
        scratch.sums = nil
        sumGroups(risks, &sums)
        addLater(&sums)
        let events = eventSum(factors: nil)
        let values = factors.map { factors in
            let (logRisk, outer) = addIncrements(&sums, factors: factors)
            let (vector, exposed) = exposed(risks, sums)
            return LikelihoodValue(
                logLikelihood: dotProduct(inColumns(events), coefficients) - logRisk,
                score: inColumns(zip(factors == nil ? events : eventSum(factors: factors), vector).map { $0 - $1 }),
                information: inColumns(exposed, less: outer))
        }
        scratch.sums = sums
        return values
    }

    /// The first pass: each record's risk, and each time group's sums over its own records.
    private func sumGroups(_ risks: CodedRisks, _ sums: inout GroupSums) {
        let blocks = coded.blocks
        scratch.risk.withUnsafeMutableBufferPointer { risk in
            sums.vector.withUnsafeMutableBufferPointer { vector in
                sums.eventVector.withUnsafeMutableBufferPointer { eventVector in
                    sums.risk.withUnsafeMutableBufferPointer { riskSum in
                        sums.eventRisk.withUnsafeMutableBufferPointer { eventRisk in
                            guard let base = risk.baseAddress, let all = vector.baseAddress,
                                let own = eventVector.baseAddress
                            else { return }
                            nonisolated(unsafe) let (riskSum, eventRisk) = (riskSum, eventRisk)
                            _ = concurrentMap(records.parts.count) { part in
                                for group in records.parts[part].groups {
                                    let (events, others) = members(of: group)
                                    let (total, deaths) = (all + group * blocks, own + group * blocks)
                                    deaths.update(repeating: Four(), count: blocks)
                                    eventRisk[group] = coded.addRisks(risks, events, risk: base, to: deaths)
                                    total.update(from: deaths, count: blocks)
                                    riskSum[group] =
                                        eventRisk[group] + coded.addRisks(risks, others, risk: base, to: total)
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// The places of a time group's events and of its other records.
    private func members(of group: Int) -> (events: Range<Int>, others: Range<Int>) {
        let all = records.group(group)
        let end = all.lowerBound + Int(records.groupEvents[group])
        return (all.lowerBound..<end, end..<all.upperBound)
    }

    /// Adds to each time group's sums those of all later ones of its stratum.
    private func addLater(_ sums: inout GroupSums) {
        let blocks = coded.blocks
        for (_, groups) in records.strata {
            for group in groups.dropLast().reversed() {
                sums.risk[group] += sums.risk[group + 1]
                for block in 0..<blocks {
                    sums.vector[group * blocks + block] += sums.vector[(group + 1) * blocks + block]
                }
            }
        }
    }

    /// The increments of the hazard; gives `Σ w̄ Σ log r` and the sum of `w̄ Σ a a'/r²`, in places.
    private func addIncrements(
        _ sums: inout GroupSums, factors: [Double]?
    ) -> (logRisk: Double, outer: SquareMatrix) {
        let (blocks, size) = (coded.blocks, coded.blocks * 4)
        var logRisk = LogarithmSum()
        var outer = OuterProducts(width: size, stride: size)
        let (vector, eventVector, risk, eventRisk) = (sums.vector, sums.eventVector, sums.risk, sums.eventRisk)
        sums.increment.withUnsafeMutableBufferPointer { increment in
            sums.eventIncrement.withUnsafeMutableBufferPointer { eventIncrement in
                nonisolated(unsafe) let (increment, eventIncrement) = (increment, eventIncrement)
                let parts = concurrentMap(records.parts.count) { part in
                    var logRisk = LogarithmSum()
                    var outer = OuterProducts(width: size, stride: size)
                    vector.withUnsafeBytes { vector in
                        eventVector.withUnsafeBytes { eventVector in
                            let all = vector.assumingMemoryBound(to: Double.self)
                            let own = eventVector.assumingMemoryBound(to: Double.self)
                            guard let all = all.baseAddress, let own = own.baseAddress else { return }
                            for group in records.parts[part].groups {
                                guard records.groupEvents[group] > 0 else {
                                    (increment[group], eventIncrement[group]) = (0, 0)
                                    continue
                                }
                                let tied = TieSums(
                                    ties: ties, events: Int(records.groupEvents[group]),
                                    eventWeight: records.groupEventWeight[group], riskSum: risk[group],
                                    eventRiskSum: eventRisk[group], logRisk: &logRisk)
                                let factor = factors.map { $0[group] } ?? 1
                                increment[group] = factor * tied.hazard
                                eventIncrement[group] = factor * tied.eventHazard
                                let place = group * blocks * 4
                                outer.add(
                                    RiskSet(
                                        group: group, sums: tied, riskSum: risk[group], eventRiskSum: eventRisk[group],
                                        riskVector: all + place, eventVector: own + place), factor: factor)
                            }
                        }
                    }
                    return (logRisk: logRisk, outer: outer)
                }
                for part in parts {
                    logRisk.add(part.logRisk)
                    outer.add(part.outer)
                }
            }
        }
        return (logRisk.value, outer.matrix)
    }

    /// The second pass: `Σ v x` and `Σ v x x'`, in places.
    private func exposed(_ risks: CodedRisks, _ sums: GroupSums) -> (vector: [Double], matrix: SquareMatrix) {
        var before = [Double](repeating: 0, count: records.groupCount)
        for (_, groups) in records.strata {
            var hazard = 0.0
            for group in groups {
                before[group] = hazard
                hazard += sums.increment[group]
            }
        }
        let parts = scratch.risk.withUnsafeBufferPointer { risk in
            nonisolated(unsafe) let risk = risk
            return concurrentMap(records.parts.count) { part in
                var products = CellProducts(coded)
                guard let base = risk.baseAddress else { return products.totals }
                for group in records.parts[part].groups {
                    let (events, others) = members(of: group)
                    products.add(
                        events, weights: base, times: before[group] + sums.eventIncrement[group], risks)
                    products.add(others, weights: base, times: before[group] + sums.increment[group], risks)
                }
                return products.totals
            }
        }
        var (vector, matrix) = ([Double](repeating: 0, count: coded.blocks * 4), SquareMatrix(size: coded.blocks * 4))
        for part in parts {
            for place in vector.indices { vector[place] += part.vector[place] }
            for index in matrix.elements.indices { matrix.elements[index] += part.matrix.elements[index] }
        }
        return (vector, matrix)
    }

    // MARK: Events

    /// `Σ x` over the events of each time group.
    private func eventSums() -> [Four] {
        guard let risks = CodedRisks(coded, [Double](repeating: 0, count: records.width)) else { return [] }
        let blocks = coded.blocks
        var sums = [Four](repeating: Four(), count: records.groupCount * blocks)
        scratch.risk.withUnsafeMutableBufferPointer { risk in
            sums.withUnsafeMutableBufferPointer { sums in
                guard let base = risk.baseAddress, let target = sums.baseAddress else { return }
                _ = concurrentMap(records.parts.count) { part in
                    for group in records.parts[part].groups {
                        _ = coded.addRisks(risks, members(of: group).events, risk: base, to: target + group * blocks)
                    }
                }
            }
        }
        return sums
    }

    /// `Σ x` over all events, each time group's part multiplied by its factor, in places.
    private func eventSum(factors: [Double]?) -> [Double] {
        let blocks = coded.blocks
        var sum = [Four](repeating: Four(), count: blocks)
        for group in 0..<records.groupCount {
            let factor = factors.map { $0[group] } ?? 1
            for block in 0..<blocks { sum[block] += scratch.events[group * blocks + block] * factor }
        }
        return sum.flatMap { four in (0..<4).map { four[$0] } }
    }

    // MARK: Places

    /// A vector of places as one of columns.
    private func inColumns(_ places: [Double]) -> [Double] {
        var columns = [Double](repeating: 0, count: records.width)
        for (place, column) in coded.columnOfPlace.enumerated() where column >= 0 { columns[column] = places[place] }
        return columns
    }

    /// The difference of two matrices of places as one of columns.
    private func inColumns(_ places: SquareMatrix, less others: SquareMatrix) -> SquareMatrix {
        var columns = SquareMatrix(size: records.width)
        for (i, row) in coded.columnOfPlace.enumerated() where row >= 0 {
            for (j, column) in coded.columnOfPlace.enumerated() where column >= 0 {
                columns[row, column] = places[i, j] - others[i, j]
            }
        }
        return columns
    }
}

extension CoxRecords {
    /// The linear predictor of each record from codes, in the order of the records.
    func linearPredictor(_ coefficients: [Double], of coded: CodedRecords) -> [Double] {
        let predictors = CodedPredictors(coded, coefficients)
        return [Double](unsafeUninitializedCapacity: count) { target, initialized in
            initialized = count
            nonisolated(unsafe) let target = target
            _ = concurrentMap(parts.count) { part in
                for group in parts[part].groups {
                    let members = self.group(group)
                    var (event, other) = (members.lowerBound, members.lowerBound + Int(groupEvents[group]))
                    for record in members {
                        let place = isEvent[record] ? event : other
                        if isEvent[record] { event += 1 } else { other += 1 }
                        target.initializeElement(at: record, to: predictors[coded, place])
                    }
                }
            }
        }
    }
}

extension CodedPredictors {
    /// The linear predictor of a coded record.
    @inline(__always)
    fileprivate subscript(coded: CodedRecords, place: Int) -> Double {
        let own = place * coded.words
        var sum = cells[Int(coded.codes[own])]
        for number in 0..<(coded.words - 1) {
            sum += values[coded.offsets[number] + Int(coded.codes[own + 1 + number])]
        }
        return sum
    }
}
