import Results
import Styling

extension CoxLayout {
    /// The rows of a product of two covariates: its p-value, and one row for each of its coefficients, whose ratio is that
    /// by which a hazard ratio changes.
    mutating func interaction(_ names: [String]) -> [Table.Row] {
        let term = names.joined(separator: ":")
        let labels = names.map { name in content.rows.first { $0.variable == name }?.label ?? name }
        var columns: [ColumnIdentity] = []
        for column in parts.compactMap(\.models.multivariable).flatMap(\.coefficients).map(\.column)
        where column.term == term && !columns.contains(column) {
            columns.append(column)
        }
        let head = Table.Cell(RichText(writer.words.interaction(labels)))
        if columns.count == 1, let column = columns.first {
            return [Table.Row(.block, head: head, cells: cells { layout, fit in layout.cells(of: column, in: fit) })]
        }
        let joint = cells { layout, fit in
            [
                .empty,
                layout.writer.pValue(
                    fit.test(of: term, layout.content.multivariablePValue)?.pValue,
                    layout.content.multivariablePValue.test),
            ]
        }
        return [Table.Row(.block, head: head, cells: joint)]
            + columns.map { column in
                Table.Row(
                    .member, head: Table.Cell(RichText(name(of: column))), indent: 1,
                    cells: cells { layout, fit in layout.cells(of: column, in: fit) })
            }
    }

    /// Two cells for each part; those of univariable models have no product.
    private mutating func cells(
        _ make: (inout CoxLayout, CoxModelFit) -> [Table.Cell]
    ) -> [Table.Cell] {
        var cells: [Table.Cell] = []
        for part in parts {
            guard part.isMultivariable, let fit = part.models.multivariable else {
                cells += [writer.emptyCell, writer.emptyCell]
                continue
            }
            cells += make(&self, fit)
        }
        return cells
    }

    private mutating func cells(of column: ColumnIdentity, in fit: CoxModelFit) -> [Table.Cell] {
        guard let coefficient = fit.coefficients.first(where: { $0.column == column }) else {
            return [writer.emptyCell, writer.emptyCell]
        }
        let ratio =
            coefficient.hazardRatio.value == nil
            ? writer.missingRatio(
                of: name(of: column), reference: nil,
                because: coefficient.monotone.map { .monotone($0.reason) } ?? .notes(coefficient.hazardRatio.notes))
            : writer.ratio(
                coefficient.hazardRatio, note: coefficient.hazardRatio.isPenalised ? writer.words.firth : nil)
        let method = content.multivariablePValue
        let isOnly = fit.coefficients.count { $0.column.term == column.term } == 1
        let p =
            method == .wald
            ? writer.pValue(coefficient.pValue, method.test)
            : (isOnly ? writer.pValue(fit.test(of: column.term, method)?.pValue, method.test) : .empty)
        return [ratio, p]
    }

    /// The levels and numbers that a column multiplies, as they are printed.
    private func name(of column: ColumnIdentity) -> String {
        writer.words.interaction(
            column.parts.map { part in
                let row = content.rows.first { $0.variable == part.covariate }
                return row?.levels.first { $0.id == part.level }?.label ?? part.level ?? row?.label ?? part.covariate
            })
    }
}
