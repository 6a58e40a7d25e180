extension DesignMatrix {
    /// The numbers in which NaN is a missing value: those of the covariates where they are known, for an interaction lacks
    /// what its covariates lack; else the columns.
    var measured: [[Double]] {
        guard let covariates else { return columns }
        return covariates.compactMap { if case .continuous(let values) = $0.values { values } else { nil } }
    }

    /// The codes of levels, of which −1 is a missing one. A factor of one level makes no column and asks for no value.
    var levelCodes: [[Int32]] {
        (covariates ?? []).compactMap {
            if case .factor(let codes, let levels, _) = $0.values, levels.count != 1 { codes } else { nil }
        }
    }
}
