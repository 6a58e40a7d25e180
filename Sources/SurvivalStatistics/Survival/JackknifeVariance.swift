/// Standard errors of `log S` under sampling weights, by the infinitesimal jackknife.
///
/// **Formula.** Let `A(t) = Σ_{tᵢ ≤ t} dᵢ / (nᵢ (nᵢ − dᵢ))`. A patient with entry `e` and end `T` has
/// `∂ log S(t) / ∂w = A(min(t, T)) − A(e)`, less `1 / (n − d)` at `T` once an event there has happened. The variance is
/// the sum of the squares of weight times derivative.
func jackknifeErrors(of sample: SurvivalSample, _ table: ExitTable, survival: [Double]) -> [Double?] {
    let influence = SteppedInfluence(
        steps: table.time.indices.map { index in
            let survivors = table.survivors(at: index)
            return survivors > 0 ? table.events[index] / (table.atRisk[index] * survivors) : 0
        },
        jumps: table.time.indices.map { index in
            let survivors = table.survivors(at: index)
            return survivors > 0 ? 1 / survivors : 0
        })
    let errors = influence.standardErrors(sample, table)
    return errors.indices.map { survival[$0] > 0 ? errors[$0] : nil }
}

/// Standard errors of the cumulative hazard under sampling weights, by the infinitesimal jackknife.
///
/// **Formula.** As for `log S`, but for the sign, with `Σ dᵢ / nᵢ²` in place of `A` and `1/n` for the event.
func jackknifeErrorsOfHazard(of sample: SurvivalSample, _ table: ExitTable) -> [Double] {
    func divided(_ number: Double, by divisor: Double) -> Double { divisor > 0 ? number / divisor : 0 }
    return SteppedInfluence(
        steps: table.time.indices.map { divided(table.events[$0], by: table.atRisk[$0] * table.atRisk[$0]) },
        jumps: table.time.indices.map { divided(1, by: table.atRisk[$0]) }
    ).standardErrors(sample, table)
}

/// The influence of patients on a curve: a step at each time for all at risk, less a jump for those with the event.
///
/// Those under observation at `t` share the sum `A(t)` of the steps, so their part of the variance is
/// `A² Σw² − 2 A Σw² A(e) + Σw² A(e)²`: one pass over the times. The others' part stays as it was when they left.
private struct SteppedInfluence {
    let steps: [Double]
    let jumps: [Double]

    func standardErrors(_ sample: SurvivalSample, _ table: ExitTable) -> [Double] {
        let leaving = sample.sortedExits.patient
        let entering = sample.sortedEntries?.patient ?? []
        let sums = runningSums
        let start = sample.entry.map { $0.map { sum(sums, at: $0, in: table.time) } } ?? sample.time.map { _ in 0 }
        var observed = ObservedSums()
        if sample.entry == nil {
            for index in sample.time.indices { observed.add(sample.squaredWeight(index), start: 0) }
        }
        var (gone, nextLeaving, nextEntering) = (0.0, 0, 0)
        return table.time.indices.map { position in
            while nextEntering < entering.count, let entry = sample.entry {
                let index = Int(entering[nextEntering])
                guard entry[index] < table.time[position] else { break }
                observed.add(sample.squaredWeight(index), start: start[index])
                nextEntering += 1
            }
            while nextLeaving < leaving.count, sample.time[Int(leaving[nextLeaving])] == table.time[position] {
                let index = Int(leaving[nextLeaving])
                observed.add(-sample.squaredWeight(index), start: start[index])
                var derivative = sums[position] - start[index]
                if sample.status[index] == .event { derivative -= jumps[position] }
                gone += sample.squaredWeight(index) * derivative * derivative
                nextLeaving += 1
            }
            return (gone + max(0, observed.squaredInfluence(sums[position]))).squareRoot()
        }
    }

    private var runningSums: [Double] {
        var running = 0.0
        return steps.map { step in
            running += step
            return running
        }
    }

    /// The sum of the steps up to and including a time.
    private func sum(_ sums: [Double], at time: Double, in times: [Double]) -> Double {
        let position = times.partitioningIndex { $0 > time }
        return position > 0 ? sums[position - 1] : 0
    }
}

/// `Σw²`, `Σw² A(e)` and `Σw² A(e)²` over those under observation.
private struct ObservedSums {
    private var (squares, crossed, entered) = (0.0, 0.0, 0.0)

    mutating func add(_ square: Double, start: Double) {
        squares += square
        crossed += square * start
        entered += square * start * start
    }

    func squaredInfluence(_ reached: Double) -> Double {
        reached * reached * squares - 2 * reached * crossed + entered
    }
}

extension SurvivalSample {
    fileprivate func squaredWeight(_ index: Int) -> Double {
        weights.map { $0[index] * $0[index] } ?? 1
    }
}
