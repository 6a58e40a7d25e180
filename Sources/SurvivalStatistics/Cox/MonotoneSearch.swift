internal import Results

extension CoxRecords {
    /// The columns in which the likelihood is monotone, with the reason, in the order of the columns.
    ///
    /// Each column is tried alone, then each factor's reference level (all its columns together), then, where the
    /// iteration was still moving at its end, the directions it was moving in: that of the Newton step there and that of
    /// its last move, in stored covariates.
    func monotoneColumns(
        of matrix: DesignMatrix, ties: TiesMethod, directions: [[Double]]
    ) -> [MonotoneLikelihood] {
        var found: [Int: MonotoneLikelihood] = [:]
        let value = valueOfColumn(matrix)
        for column in 0..<width {
            let extremes = EventExtremes(records: self, isExact: ties == .exact, tolerance: 0) { value($0, column) }
            guard extremes.isIncreasing || extremes.isDecreasing else { continue }
            found[column] = finding(matrix, column: column, isIncreasing: extremes.isIncreasing)
        }
        for term in matrix.terms where term.covariates.count == 1 && term.columns.count > 1 {
            let extremes = EventExtremes(records: self, isExact: ties == .exact, tolerance: 0) { record in
                var sum = 0.0
                for column in term.columns { sum += value(record, column) }
                return sum
            }
            guard extremes.isIncreasing || extremes.isDecreasing else { continue }
            for column in term.columns where found[column] == nil {
                let isEmpty = !hasEventsInReference(of: term)
                let reference = matrix.identities[column].parts[0].reference
                found[column] = MonotoneLikelihood(
                    column: matrix.identities[column], reason: isEmpty ? .noEventsInReference : .combination,
                    isIncreasing: extremes.isIncreasing, level: isEmpty ? reference : nil)
            }
        }
        for direction in directions {
            for (column, isIncreasing) in combination(direction, ties: ties, value) where found[column] == nil {
                found[column] = MonotoneLikelihood(
                    column: matrix.identities[column], reason: .combination, isIncreasing: isIncreasing, level: nil)
            }
        }
        return found.keys.sorted().compactMap { found[$0] }
    }

    /// A record's value in a column as it is stored; where codes are summed, it is made from the covariate.
    private func valueOfColumn(_ matrix: DesignMatrix) -> (_ record: Int, _ column: Int) -> Double {
        guard coded != nil, let covariates = matrix.covariates else { return { self.covariates[$0, $1] } }
        let sources = zip(matrix.terms, covariates).flatMap { term, covariate in
            zip(term.columns, covariate.shownLevels).map { (covariate: covariate.values, level: $1) }
        }
        return { record, column in
            let row = Int(self.rows[record])
            let value: Double =
                switch sources[column].covariate {
                case .continuous(let values): values[row]
                case .factor(let codes, _, _): Int(codes[row]) == sources[column].level ? 1 : 0
                }
            return (value - self.means[column]) * self.scales[column]
        }
    }

    /// Whether a record with zero in all of a factor's columns has the event.
    private func hasEventsInReference(of term: DesignMatrix.Term) -> Bool {
        (0..<count).contains { record in
            isEvent[record] && term.columns.allSatisfy { covariates[record, $0] == 0 }
        }
    }

    /// The columns of a direction in which the iteration was still moving, if the likelihood is monotone along it.
    private func combination(
        _ step: [Double], ties: TiesMethod, _ value: @escaping (_ record: Int, _ column: Int) -> Double
    ) -> [(column: Int, isIncreasing: Bool)] {
        let largest = step.reduce(0) { max($0, abs($1)) }
        guard largest > 1e-3, largest.isFinite else { return [] }
        let direction = step.map { abs($0) < 1e-4 * largest ? 0 : $0 / largest }
        let extremes = EventExtremes(records: self, isExact: ties == .exact, tolerance: 1e-6) { record in
            var sum = 0.0
            for column in 0..<self.width { sum += direction[column] * value(record, column) }
            return sum
        }
        guard extremes.isIncreasing else { return [] }
        return direction.indices.filter { direction[$0] != 0 }.map { ($0, direction[$0] > 0) }
    }

    private func finding(_ matrix: DesignMatrix, column: Int, isIncreasing: Bool) -> MonotoneLikelihood {
        let identity = matrix.identities[column]
        let values = matrix.columns[column]
        var eventsWithLevel = 0
        var eventsWithout = 0
        var isIndicator = true
        for record in 0..<count {
            let value = values[Int(rows[record])]
            if value != 0, value != 1 { isIndicator = false }
            if isEvent[record] { if value == 0 { eventsWithout += 1 } else { eventsWithLevel += 1 } }
        }
        let level = identity.parts.count == 1 ? identity.parts[0].level : nil
        let reference = identity.parts.count == 1 ? identity.parts[0].reference : nil
        if isIndicator, !isIncreasing, eventsWithLevel == 0 {
            return MonotoneLikelihood(
                column: identity, reason: .noEventsInLevel, isIncreasing: false, level: level)
        }
        if isIndicator, isIncreasing, eventsWithout == 0 {
            return MonotoneLikelihood(
                column: identity, reason: .noEventsInReference, isIncreasing: true, level: reference)
        }
        return MonotoneLikelihood(
            column: identity, reason: .extremeAtEveryEvent, isIncreasing: isIncreasing, level: nil)
    }
}
