internal import Results

/// What every kind of matching starts from: the rows that can be matched, by stratum, and the caliper's width.
struct MatchingFrame {
    /// The rows of each stratum in their order, strata by ascending code.
    let strata: [[Int]]
    /// The caliper as a difference of scores.
    let width: Double?
    /// The standard deviation of the score over both groups.
    let deviation: Double?
    let notes: [ResultNote]

    init(score: [Double], isTreated: [Bool], plan: MatchingPlan, strata codes: [Int]?) throws(DesignError) {
        guard isTreated.count == score.count else {
            throw .lengthsDiffer(of: "isTreated", found: isTreated.count, expected: score.count)
        }
        if let codes, codes.count != score.count {
            throw .lengthsDiffer(of: "strata", found: codes.count, expected: score.count)
        }
        let used = score.indices.filter { score[$0].isFinite }
        deviation = standardDeviation(used.map { score[$0] })
        switch plan.caliper {
        case .absolute(let value): width = value
        case .standardDeviations(let count): width = deviation.map { count * $0 }
        case nil: width = nil
        }
        var notes: [ResultNote] = []
        if used.count < score.count {
            notes.append(ResultNote(.missingLeftOut, count: Double(score.count - used.count)))
        }
        let hasBoth = used.contains { isTreated[$0] } && used.contains { !isTreated[$0] }
        if !hasBoth { notes.append(ResultNote(used.isEmpty ? .noPatients : .singleGroup)) }
        self.notes = notes
        var byStratum: [Int: [Int]] = [:]
        for row in used { byStratum[codes?[row] ?? 0, default: []].append(row) }
        strata = byStratum.keys.sorted().compactMap { byStratum[$0] }
    }
}
