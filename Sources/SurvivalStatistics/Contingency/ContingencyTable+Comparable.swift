import Results

extension ContingencyTable {
    /// Why the two variables of this table cannot be compared; nil where they can.
    var obstacle: ResultNote? {
        if total == 0 { return ResultNote(.noPatients) }
        if columnTotals.filter({ $0 > 0 }).count < 2 { return ResultNote(.singleGroup) }
        if rowTotals.filter({ $0 > 0 }).count < 2 { return ResultNote(.constant) }
        return nil
    }
}
