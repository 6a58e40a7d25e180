import Mathematics

/// Standard errors of `log S` under sampling weights, by the infinitesimal jackknife.
///
/// **Formula.** Let `A(t) = Σ_{tᵢ ≤ t} dᵢ / (nᵢ (nᵢ − dᵢ))`. A patient with entry `e` and end `T` has
/// `∂ log S(t) / ∂w = A(min(t, T)) − A(e)`, less `1 / (n − d)` at `T` once an event there has happened. The variance is
/// the sum of the squares of weight times derivative. Those under observation at `t` share `A(t)`, so their part is
/// `A² Σw² − 2 A Σw² A(e) + Σw² A(e)²`: one pass over the times.
func jackknifeErrors(of sample: SurvivalSample, _ table: ExitTable, survival: [Double]) -> [Double?] {
    let leaving = sample.order ?? sortedOrder(of: sample.time)
    let entering = sample.entry.map { sample.entryOrder ?? sortedOrder(of: $0) } ?? []
    let hazard = hazardSteps(table)
    let start = entryHazards(sample, hazard, table.time)
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
            var derivative = hazard[position] - start[index]
            let survivors = table.survivors(at: position)
            if sample.status[index] == .event, survivors > 0 { derivative -= 1 / survivors }
            gone += sample.squaredWeight(index) * derivative * derivative
            nextLeaving += 1
        }
        guard survival[position] > 0 else { return nil }
        return (gone + max(0, observed.squaredInfluence(hazard: hazard[position]))).squareRoot()
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

    func squaredInfluence(hazard: Double) -> Double {
        hazard * hazard * squares - 2 * hazard * crossed + entered
    }
}

extension SurvivalSample {
    fileprivate func squaredWeight(_ index: Int) -> Double {
        weights.map { $0[index] * $0[index] } ?? 1
    }
}

/// `A(t)` at each time.
private func hazardSteps(_ table: ExitTable) -> [Double] {
    var running = 0.0
    return table.time.indices.map { index in
        let survivors = table.survivors(at: index)
        if survivors > 0 { running += table.events[index] / (table.atRisk[index] * survivors) }
        return running
    }
}

/// `A(e)` of each patient: the step of the last time that is not after the entry.
private func entryHazards(_ sample: SurvivalSample, _ hazard: [Double], _ times: [Double]) -> [Double] {
    sample.time.indices.map { index in
        guard let entry = sample.entry?[index] else { return 0 }
        let position = times.partitioningIndex { $0 > entry }
        return position > 0 ? hazard[position - 1] : 0
    }
}
