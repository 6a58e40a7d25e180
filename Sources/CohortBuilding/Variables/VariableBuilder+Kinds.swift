internal import Diagnostics
internal import StudyFiles

extension VariableBuilder {
    /// What the cells of a column say of its kind, with a message where they are nearly numbers.
    func settledKind(of variable: Variable, _ column: DataColumn) -> Variable.Kind {
        let forms = rows.mapped(column) { $0.map(NumberLikeness.init) }
        let first = forms.firstIndex { $0?.isNumber == false }.map { index in
            (row: rows.rows[index], text: column[rows.rows[index]] ?? "")
        }
        guard let first else { return .continuous }
        let known = forms.count { $0 != nil }
        let words = forms.count { $0?.isWord == true }
        let commas = forms.count { $0?.hasDecimalComma == true }
        let hasPoints = forms.contains { $0?.hasPoint == true }
        if commas * 10 >= known, words * 10 <= known, !hasPoints {
            let example = forms.firstIndex { $0?.hasDecimalComma == true }.map { rows.rows[$0] } ?? first.row
            refuseDecimalCommas(variable, column, row: example)
        } else if words * 2 <= known {
            warnThatNumbersAreText(variable, column, first)
        }
        return .categorical
    }

    /// Numbers with a decimal comma would be hundreds of levels, and no result would be right.
    private func refuseDecimalCommas(_ variable: Variable, _ column: DataColumn, row: Int) {
        reporter.report(
            Diagnostic(
                .unparsableNumber, at: column.location(row),
                "'\(column.name)' holds numbers with a decimal comma, such as \(quoted(column[row] ?? ""))",
                help: [
                    "set \(column.table.decimalKey) to comma, for all numbers of the file",
                    "declare variables.\(variable.name.value) with 'type: categorical' if they are no numbers",
                ]))
    }

    /// One slip of the pen would turn a column of numbers into one of levels, and nothing would be said of it.
    private func warnThatNumbersAreText(_ variable: Variable, _ column: DataColumn, _ first: (row: Int, text: String)) {
        let levels = Set(rows.differentTexts(column).compactMap(\.self)).count
        reporter.report(
            Diagnostic(
                .unparsableNumber, severity: .warning, at: column.location(first.row),
                "'\(column.name)' seems to hold numbers, but is categorical, with \(counted(levels, "level")), "
                    + "for cells such as \(quoted(first.text))",
                help: [
                    helpForNumber(
                        first.text, missingKey: column.table.missingKey, decimalKey: column.table.decimalKey),
                    "declare variables.\(variable.name.value) with 'type: categorical' if it is",
                ]))
    }
}

/// How near a cell is to a number.
private struct NumberLikeness {
    let isNumber: Bool
    /// Whether it is no number, and would be none without its commas.
    let isWord: Bool
    /// Whether it is a number with a comma before its decimals, for certain: three digits may be a group of thousands.
    let hasDecimalComma: Bool
    let hasPoint: Bool

    init(_ text: String) {
        isNumber = NumberCell(text) != nil
        isWord = !isNumber && NumberCell(text.filter { $0 != "," }) == nil
        hasPoint = isNumber && text.contains(".")
        let decimals = text.split(separator: ",", omittingEmptySubsequences: false).dropFirst().last?.count
        hasDecimalComma =
            !isNumber && decimals != nil && decimals != 3
            && NumberCell(CellForms(decimal: .comma).plain(text)) != nil
    }
}
