internal import Mathematics

extension CoxLikelihood {
    /// What ``partedPass(_:factors:)`` finds, for a single column: one pass in plain numbers.
    ///
    /// With one column `S₂` costs no more than `S₁`, so the sums over exposed records are made event time by event time:
    /// `Σ v x = Σ_t w̄ Σ (S₁ − f D₁)/r` and `Σ v x² = Σ_t w̄ Σ (S₂ − f D₂)/r`. A part starts with the `S₀` and `S₁` of the
    /// later parts of its stratum; their `S₂` times the part's hazard is added afterwards.
    func singleColumnPass(
        _ hazard: CoxHazard, factors: [Double]?
    ) -> (logRisk: Double, outer: SquareMatrix, exposed: SquareMatrix, vector: [Double]) {
        let parts = records.parts
        let starts = startingSums(hazard)
        let swept = hazard.risk.withUnsafeBufferPointer { risk in
            concurrentMap(parts.count) { sweep(parts[$0].groups, risk: risk, from: starts[$0], factors: factors) }
        }
        var (logRisk, outer, exposed, vector, later) = (LogarithmSum(), 0.0, 0.0, 0.0, 0.0)
        for index in parts.indices.reversed() {
            if index + 1 < parts.count, parts[index + 1].stratum != parts[index].stratum { later = 0 }
            logRisk.add(swept[index].logRisk)
            outer += swept[index].outer
            exposed += swept[index].exposed + swept[index].hazard * later
            vector += swept[index].vector
            later += swept[index].squares
        }
        func matrix(_ value: Double) -> SquareMatrix {
            var matrix = SquareMatrix(size: 1)
            matrix[0, 0] = value
            return matrix
        }
        return (logRisk.value, matrix(outer), matrix(exposed), [vector])
    }

    /// The sums of one part.
    private struct Sums {
        var logRisk = LogarithmSum()
        /// `Σ a²/r²` over the events.
        var outer = 0.0
        /// `Σ v x²`, without the share of the later parts.
        var exposed = 0.0
        /// `Σ v x`.
        var vector = 0.0
        /// The hazard's increment over the part.
        var hazard = 0.0
        /// `S₂` of the part's own records.
        var squares = 0.0
    }

    private func sweep(
        _ groups: Range<Int>, risk: UnsafeBufferPointer<Double>, from start: [Double], factors: [Double]?
    ) -> Sums {
        let x = records.covariates.base
        let ties = ties
        var sums = Sums()
        var (riskSum, riskVector, riskSquare) = (start[0], start[1], 0.0)
        func add(_ group: Int, _ own: Range<Int>, events: Int, weight: Double, _ isEvent: UnsafeBufferPointer<Bool>) {
            for record in own {
                let product = risk[record] * x[record]
                riskSum += risk[record]
                riskVector += product
                riskSquare += product * x[record]
            }
            guard events > 0 else { return }
            var (eventRiskSum, eventVector, eventSquare) = (0.0, 0.0, 0.0)
            if events > 1 {
                for record in own {
                    let event = isEvent[record] ? risk[record] : 0
                    eventRiskSum += event
                    eventVector += event * x[record]
                    eventSquare += event * x[record] * x[record]
                }
            }
            let tied = TieSums(
                ties: ties, events: events, eventWeight: weight, riskSum: riskSum, eventRiskSum: eventRiskSum,
                logRisk: &sums.logRisk)
            let factor = factors.map { $0[group] } ?? 1
            sums.hazard += factor * tied.hazard
            sums.vector += factor * (tied.hazard * riskVector - tied.fractionHazard * eventVector)
            sums.exposed += factor * (tied.hazard * riskSquare - tied.fractionHazard * eventSquare)
            sums.outer +=
                factor
                * ((tied.square * riskVector - 2 * tied.fractionSquare * eventVector) * riskVector
                    + tied.fractionSquaredSquare * eventVector * eventVector)
        }
        records.isEvent.withUnsafeBufferPointer { isEvent in
            records.groupStart.withUnsafeBufferPointer { groupStart in
                records.groupEvents.withUnsafeBufferPointer { groupEvents in
                    records.groupEventWeight.withUnsafeBufferPointer { weight in
                        for group in groups.reversed() {
                            add(
                                group, Int(groupStart[group])..<Int(groupStart[group + 1]),
                                events: Int(groupEvents[group]), weight: weight[group], isEvent)
                        }
                    }
                }
            }
        }
        sums.squares = riskSquare
        return sums
    }
}
