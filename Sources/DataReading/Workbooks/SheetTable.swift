internal import Diagnostics
internal import StudyFiles

/// Makes a table of a sheet's rows: the first row with a cell is the header, rows without any are left out, and so are
/// columns without name and cells.
final class SheetTable {
    private let context: ReadingContext
    private let sheet: String
    private let missing: Set<String>
    private var builder: CellTableBuilder?
    private var columns: [Int] = []
    private var rows: [Int] = []
    private var unnamed: Set<Int> = []
    private(set) var isSound = true

    init(_ context: ReadingContext, sheet: String) {
        self.context = context
        self.sheet = sheet
        missing = Set(context.declaration.missingCodes)
    }

    func add(_ row: Int, _ cells: [SheetPart.Cell]) {
        let cells = cells.filter { !isBlank($0.text) }
        guard !cells.isEmpty, isSound || builder != nil else { return }
        for cell in cells where cell.isError && !missing.contains(cell.text) { refuseError(cell, row) }
        guard builder != nil else {
            columns = cells.map(\.column)
            rows = [row]
            // Columns out of order or twice are no sheet that a program wrote.
            guard zip(columns, columns.dropFirst()).allSatisfy({ $0 < $1 }) else {
                refuse(row, columns[0], "its columns are out of order")
                return
            }
            builder = CellTableBuilder(file: context.file, header: cells.map(\.text))
            return
        }
        guard (builder?.size ?? 0) < CellTableBuilder.byteLimit else {
            if isSound { refuse(row, 0, "it holds more than \(CellTableBuilder.byteLimit >> 30) GiB of cells") }
            return
        }
        var next = 0
        for column in columns {
            while next < cells.count, cells[next].column < column {
                refuseUnnamed(cells[next].column, row)
                next += 1
            }
            let isHere = next < cells.count && cells[next].column == column
            builder?.add(isHere ? cells[next].text : "")
            if isHere { next += 1 }
        }
        for cell in cells[next...] { refuseUnnamed(cell.column, row) }
        rows.append(row)
    }

    /// The table; nil, with a message, where the sheet has no cell or one at fault.
    func table() -> CellTable? {
        guard let builder else {
            if isSound { context.refuseEmpty(cell: SheetPlaces.location(in: "", sheet: sheet, row: 1, column: 0).cell) }
            return nil
        }
        guard isSound else { return nil }
        return builder.table(places: .sheet(SheetPlaces(sheet: sheet, rows: rows, columns: columns)))
    }

    /// Warns of merged cells among the rows of data: only the first of them has the value that all seem to show.
    func warn(of merged: [SheetPart.Range]) {
        guard let header = rows.first, let firstColumn = columns.first, let lastColumn = columns.last else { return }
        for range in merged
        where range.last.row > header && range.first.column <= lastColumn && range.last.column >= firstColumn
            && range.first.row <= (rows.last ?? header)
        {
            let (first, last) = (range.first, range.last)
            context.report(
                Diagnostic(
                    .mergedCells, severity: .warning, at: place(first.row, first.column),
                    "cells \(columnLetters(first.column))\(first.row) to \(columnLetters(last.column))\(last.row) are merged",
                    notes: [.init("only the first holds a value, the others are missing")],
                    help: ["unmerge them and fill each"]))
        }
    }

    private func place(_ row: Int, _ column: Int) -> SourceLocation {
        SheetPlaces.location(in: context.file, sheet: sheet, row: row, column: column)
    }

    private func refuse(_ row: Int, _ column: Int, _ reason: String) {
        isSound = false
        context.refuse(damaged: reason, help: "open it in Excel and save it again", at: place(row, column))
    }

    private func refuseUnnamed(_ column: Int, _ row: Int) {
        isSound = false
        guard unnamed.insert(column).inserted else { return }
        guard columns.count > 1 else {
            // A title is said once, not of every column under it.
            guard unnamed.count == 1 else { return }
            context.refuse(
                at: place(rows[0], columns[0]),
                "row \(rows[0]) has one cell, and row \(row) has more: it is no row of column names",
                help: "delete what stands above the row of column names")
            return
        }
        context.refuse(
            at: place(row, column), "column \(columnLetters(column)) has cells, but no name",
            help: "name it in row \(rows[0]), the first with a cell, or delete it")
    }

    private func refuseError(_ cell: SheetPart.Cell, _ row: Int) {
        isSound = false
        context.report(
            Diagnostic(
                .errorCell, at: place(row, cell.column), "cell holds Excel's error \(quoted(cell.text))",
                help: [
                    "correct its formula, or add \(quoted(cell.text)) to \(context.section).missing if it stands for a missing value"
                ]))
    }

    private func isBlank(_ text: String) -> Bool { text.unicodeScalars.allSatisfy(\.properties.isWhitespace) }
}
