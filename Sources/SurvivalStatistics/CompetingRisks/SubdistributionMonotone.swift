extension SubdistributionRecords {
    /// The columns in which the partial likelihood is monotone: alone, or all columns of a factor together, which compares
    /// its reference with the rest.
    ///
    /// As in ``EventExtremes``, the likelihood grows for ever along a direction if everyone who has the event has the largest
    /// value in it among all at risk, and at least once somebody at risk has a smaller one. Whoever had a competing event
    /// stays at risk.
    func monotoneColumns(of matrix: DesignMatrix) -> [Bool] {
        var isMonotone = (0..<width).map { column in
            self.isMonotone { self.covariates[$0 * self.width + column] }
        }
        for term in matrix.terms where term.covariates.count == 1 && term.columns.count > 1 {
            let isOfReference = self.isMonotone { record in
                term.columns.reduce(0) { $0 + self.covariates[record * self.width + $1] }
            }
            if isOfReference { for column in term.columns { isMonotone[column] = true } }
        }
        return isMonotone
    }

    private func isMonotone(_ value: (Int) -> Double) -> Bool {
        // The extremes of those who leave at each time or later, and of those who left before it by a competing event.
        var later = [(low: Double, high: Double)](repeating: (.infinity, -.infinity), count: groupCount + 1)
        for group in (0..<groupCount).reversed() {
            later[group] = members(group).reduce(later[group + 1]) { (min($0.low, value($1)), max($0.high, value($1))) }
        }
        var stayed = (low: Double.infinity, high: -Double.infinity)
        var (varies, alwaysLargest, alwaysSmallest) = (false, true, true)
        for group in 0..<groupCount {
            let (low, high) = (min(later[group].low, stayed.low), max(later[group].high, stayed.high))
            for record in members(group) where kind[record] == 1 {
                if high > low { varies = true }
                if value(record) < high { alwaysLargest = false }
                if value(record) > low { alwaysSmallest = false }
            }
            for record in members(group) where kind[record] == 2 {
                stayed = (min(stayed.low, value(record)), max(stayed.high, value(record)))
            }
        }
        return varies && (alwaysLargest || alwaysSmallest)
    }
}
