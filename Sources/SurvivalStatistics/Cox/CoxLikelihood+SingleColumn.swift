internal import Mathematics
internal import Results

extension CoxLikelihood {
    /// The likelihood of a single column whose records are all at risk from the start: the same two passes in plain numbers.
    func singleColumnValue(hazard: inout CoxHazard, coefficient: Double) -> LikelihoodValue {
        var logRisk = LogarithmSum()
        var (outer, score, square) = (0.0, eventSum[0], 0.0)
        let x = records.covariates.base
        records.isEvent.withUnsafeBufferPointer { isEvent in
            records.groupStart.withUnsafeBufferPointer { groupStart in
                records.groupEvents.withUnsafeBufferPointer { groupEvents in
                    for (_, groups) in records.strata {
                        hazard.sweep(
                            x, groups: groups, isEvent: isEvent, groupStart: groupStart, groupEvents: groupEvents,
                            eventWeight: records.groupEventWeight, ties: ties, logRisk: &logRisk, outer: &outer)
                        hazard.exposed(
                            x, groups: groups, isEvent: isEvent, groupStart: groupStart, score: &score, square: &square)
                    }
                }
            }
        }
        var information = SquareMatrix(size: 1)
        information[0, 0] = square - outer
        let events = eventSum[0] * coefficient + eventOffset
        let shifted = hazard.shift == 0 ? 0 : hazard.shift * records.groupEventWeight.reduce(0, +)
        return LikelihoodValue(
            logLikelihood: events - shifted - logRisk.value, score: [score], information: information)
    }
}

extension CoxHazard {
    /// Backwards through a stratum: the increments, `Σ log r` and `Σ a²/r²`.
    fileprivate mutating func sweep(
        _ x: UnsafePointer<Double>, groups: Range<Int>, isEvent: UnsafeBufferPointer<Bool>,
        groupStart: UnsafeBufferPointer<Int32>, groupEvents: UnsafeBufferPointer<Int32>, eventWeight: [Double],
        ties: TiesMethod, logRisk: inout LogarithmSum, outer: inout Double
    ) {
        var (riskSum, riskVector, outerSum) = (0.0, 0.0, outer)
        var logarithms = logRisk
        risk.withUnsafeBufferPointer { risk in
            increment.withUnsafeMutableBufferPointer { increment in
                eventIncrement.withUnsafeMutableBufferPointer { eventIncrement in
                    for group in groups.reversed() {
                        let (first, last) = (Int(groupStart[group]), Int(groupStart[group + 1]))
                        let events = Int(groupEvents[group])
                        // Four sums side by side: an addition need not wait for the one before it.
                        var (sums, products) = (SIMD4<Double>(), SIMD4<Double>())
                        var record = first
                        while record + 4 <= last {
                            let own = UnsafeRawPointer(risk.baseAddress.unsafelyUnwrapped + record)
                                .loadUnaligned(as: SIMD4<Double>.self)
                            sums += own
                            products += own * UnsafeRawPointer(x + record).loadUnaligned(as: SIMD4<Double>.self)
                            record += 4
                        }
                        riskSum += (sums[0] + sums[1]) + (sums[2] + sums[3])
                        riskVector += (products[0] + products[1]) + (products[2] + products[3])
                        while record < last {
                            riskSum += risk[record]
                            riskVector += risk[record] * x[record]
                            record += 1
                        }
                        guard events > 0 else { continue }
                        var (eventRiskSum, eventVector) = (0.0, 0.0)
                        if events > 1 {
                            for record in first..<last where isEvent[record] {
                                eventRiskSum += risk[record]
                                eventVector += risk[record] * x[record]
                            }
                        }
                        let tied = TieSums(
                            ties: ties, events: events, eventWeight: eventWeight[group], riskSum: riskSum,
                            eventRiskSum: eventRiskSum, logRisk: &logarithms)
                        increment[group] = tied.hazard
                        eventIncrement[group] = tied.eventHazard
                        outerSum +=
                            tied.square * riskVector * riskVector - 2 * tied.fractionSquare * riskVector * eventVector
                            + tied.fractionSquaredSquare * eventVector * eventVector
                    }
                }
            }
        }
        logRisk = logarithms
        outer = outerSum
    }

    /// Forwards through a stratum: takes `Σ v x` from the score and adds `Σ v x²`, with `v = w e^η H`.
    fileprivate func exposed(
        _ x: UnsafePointer<Double>, groups: Range<Int>, isEvent: UnsafeBufferPointer<Bool>,
        groupStart: UnsafeBufferPointer<Int32>, score: inout Double, square: inout Double
    ) {
        var cumulative = 0.0
        var (sum, squares) = (0.0, 0.0)
        risk.withUnsafeBufferPointer { risk in
            for group in groups {
                // Σ w e^η x and Σ w e^η x² of those who had the event and of the others, then times their hazards.
                var (all, allSquares, own, ownSquares) = (0.0, 0.0, 0.0, 0.0)
                for record in Int(groupStart[group])..<Int(groupStart[group + 1]) {
                    let product = risk[record] * x[record]
                    all += product
                    allSquares += product * x[record]
                    if isEvent[record] {
                        own += product
                        ownSquares += product * x[record]
                    }
                }
                let (others, events) = (cumulative + increment[group], cumulative + eventIncrement[group])
                sum += others * (all - own) + events * own
                squares += others * (allSquares - ownSquares) + events * ownSquares
                cumulative += increment[group]
            }
        }
        score -= sum
        square += squares
    }
}
