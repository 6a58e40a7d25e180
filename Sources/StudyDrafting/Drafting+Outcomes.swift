extension Drafting {
    /// Words that stand in names of outcomes only.
    private static let ends: Set = [
        "vital", "death", "died", "dead", "deceased", "cens", "censor", "censored", "censoring", "cnsr", "fustat",
        "outcome",
    ]
    /// Words of times under observation, and the short names of endpoints.
    private static let observation: Set = [
        "follow", "followup", "fu", "futime", "survival", "stime", "rtime", "dtime", "tte", "lifetime",
    ]
    private static let endpoints: Set = ["os", "pfs", "dfs", "efs", "rfs", "ttp", "dss", "pfi", "dfi"]

    /// Whether a column tells how, or after what time, patients ended: beside an endpoint it is no characteristic, for a
    /// model would explain an outcome by itself.
    func tellsOutcome(_ column: ColumnProfile) -> Bool {
        let words = NameWords.split(column.name)
        if codes(of: column) != nil {
            return column.says(Self.ends) || !Self.endpoints.isDisjoint(with: words)
                || (!words.isEmpty && words.allSatisfy(Self.statusWords.contains))
        }
        return column.isTimeLike && !column.says(["age"])
            && (column.says(Self.observation) || !Self.endpoints.isDisjoint(with: words))
    }
}
