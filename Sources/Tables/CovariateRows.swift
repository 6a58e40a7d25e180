import Results
import Styling

extension CellWriter {
    /// The rows of a covariate in a table of models.
    ///
    /// A covariate of two levels, or a continuous one, is one row; one of more levels is a block of its joint p-value and
    /// a row for each level against the reference.
    ///
    /// - Parameters:
    ///   - row: The covariate.
    ///   - cells: The cells of a level, or of a number where there is none; of all levels together where `isJoint`.
    /// - Returns: One row, or a block.
    func covariateRows(
        _ row: CoxTable.Row, cells: (_ level: CoxTable.Level?, _ isJoint: Bool) -> [Table.Cell]
    ) -> [Table.Row] {
        let label = style.label(row.label, unit: row.unit)
        let others = row.levels.filter { $0.id != row.reference }
        let reference = row.levels.first { $0.id == row.reference }?.label ?? row.reference ?? ""
        func block(_ head: String, _ level: CoxTable.Level?, isJoint: Bool = false) -> Table.Row {
            Table.Row(.block, head: Table.Cell(RichText(head)), cells: cells(level, isJoint))
        }
        if row.levels.isEmpty { return [block(words.perUnit(label), nil)] }
        guard let first = others.first else { return [block(label, nil)] }
        if others.count == 1 { return [block(words.comparedLevels(label, first.label, reference), first)] }
        return [block(label, nil, isJoint: true)]
            + others.map { level in
                Table.Row(
                    .member, head: Table.Cell(RichText(words.contrast(level.label, reference))), indent: 1,
                    cells: cells(level, false))
            }
    }

    /// What models rest on, as a range where they differ.
    func range(_ numbers: [Int]) -> String {
        let (least, most) = (numbers.min() ?? 0, numbers.max() ?? 0)
        return least == most ? style.count(least) : style.interval(style.count(least), style.count(most))
    }

    /// The limit of a rule by which covariates entered, as it is printed; empty for other rules.
    func limit(of entry: CoxTable.Entry) -> String {
        guard case .pBelow(let limit) = entry else { return "" }
        return style.number(limit, decimals: style.decimalsNeeded(by: limit))
    }
}
