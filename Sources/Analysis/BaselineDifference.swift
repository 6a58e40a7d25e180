import CohortBuilding
import Results
import SurvivalStatistics

/// Standardised differences of the last of two groups from the first, over the root of the mean variance of the patients
/// who are shown; with weights where they count unequally.
extension BaselineRows {
    /// The difference of a continuous variable's means; nil where it does not exist.
    func difference(of numbers: NumberValues) -> Double? {
        let sides = groups.map { group in
            let known = group.filter { numbers[$0] != nil }
            return WeightedValues(
                known.compactMap { numbers[$0] }, weights: weights.map { weights in known.map { weights[$0] } })
        }
        return standardisedDifference(sides[0], sides[1], scale: .pooled).value
    }

    /// The difference of a categorical variable: of two levels the share of the last, signed; of more their joint
    /// distance, which has no sign.
    func difference(of column: CategoricalValues, counts: [[Int]]) -> Double? {
        guard weights == nil else { return weightedDifference(of: column) }
        guard column.levels.count == 2 else { return multinomialDifference(counts[0], counts[1]).value }
        guard let first = try? Proportion(events: counts[0][1], total: counts[0].reduce(0, +)),
            let second = try? Proportion(events: counts[1][1], total: counts[1].reduce(0, +))
        else { return nil }
        return standardisedDifference(first, second, scale: .pooled).value
    }

    private func weightedDifference(of column: CategoricalValues) -> Double? {
        let sums = groups.map { group in
            var sums = [Double](repeating: 0, count: column.levels.count)
            for patient in group {
                if let code = column.codes[patient] { sums[code] += weights?[patient] ?? 1 }
            }
            return sums
        }
        guard let distance = multilevelDifference(treated: sums[1], control: sums[0]) else { return nil }
        guard column.levels.count == 2 else { return distance }
        // The same distance with the sign of the last level's share.
        let shares = sums.map { $0[1] / ($0[0] + $0[1]) }
        return shares[1] < shares[0] ? -distance : distance
    }
}
