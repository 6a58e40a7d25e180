internal import DataReading
internal import Diagnostics
internal import StudyFiles
internal import Synchronization

/// A data file of the study: its cells, and which of them are missing.
///
/// A class, because columns and cells refer to it by the million.
final class DataTable: Sendable {
    let declaration: DataFile
    let cells: CellTable
    private let missingCodes: Set<String>
    /// How cells are written; nil: as the program writes them.
    private let forms: CellForms?
    private let columns: [String: Int]
    /// The rows of the file that the study takes, ascending; nil: all.
    private let chosen: [Int]?
    /// For how many patients each row stands; nil where each is one.
    let frequencies: [Int]?
    /// What the keys are as numbers, once that was found out; nil inside where one is none.
    private let numbersOfKeys = Mutex<[Int]??>(nil)
    /// The columns that were coded so far, or could not be; by their positions.
    private let coded = Mutex<[Int: CodedCells?]>([:])

    init(_ cells: CellTable, declaration: DataFile, rows chosen: [Int]? = nil) {
        self.chosen = chosen
        self.cells = cells
        self.declaration = declaration
        missingCodes = Set(declaration.missingCodes)
        forms = declaration.forms.arePlain ? nil : declaration.forms
        columns = Dictionary(zip(cells.header, cells.header.indices), uniquingKeysWith: { first, _ in first })
        let counts = declaration.frequency.flatMap { cells.header.firstIndex(of: $0) }
        frequencies = counts.map { column in
            (0..<cells.rowCount).map { Int(cells.text(row: $0, column: column)) ?? 0 }
        }
    }

    /// How many patients the rows stand for.
    var patientCount: Int { frequencies?.reduce(0, +) ?? rowCount }

    /// The file's path as the study names it.
    var path: String { declaration.path.value }
    var rowCount: Int { chosen?.count ?? cells.rowCount }
    /// Where the study file names the missing codes of this file.
    var missingKey: String { "data.\(declaration.name.value).missing" }
    /// Where the study file says what stands before the decimals of this file's numbers.
    var decimalKey: String { "data.\(declaration.name.value).decimal" }
    /// Where the study file says how this file writes dates.
    var datesKey: String { "data.\(declaration.name.value).dates" }

    /// The column of a name; nil where the header has none.
    func column(_ name: String) -> DataColumn? {
        columns[name].map { DataColumn(table: self, name: name, index: $0) }
    }

    /// The same with some of its rows.
    func with(rows: [Int]) -> DataTable { DataTable(cells, declaration: declaration, rows: rows) }

    private func rowOfFile(_ row: Int) -> Int { chosen.map { $0[row] } ?? row }

    /// The text of a cell, be it missing or not.
    func text(row: Int, column: Int) -> String { cells.text(row: rowOfFile(row), column: column) }

    /// The place of a cell.
    func location(row: Int, column: Int) -> SourceLocation { cells.location(row: rowOfFile(row), column: column) }

    /// The text of a cell in the program's own form of dates and numbers; nil where it is missing.
    func value(row: Int, column: Int) -> String? {
        plainValue(text(row: row, column: column))
    }

    private func plainValue(_ text: String) -> String? {
        if text.isEmpty || missingCodes.contains(text) { return nil }
        return forms?.plain(text) ?? text
    }

    /// The keys as whole numbers; nil where one is missing or is not written as such, without a sign or zeros before it.
    var keyNumbers: [Int]? {
        if let known = numbersOfKeys.withLock({ $0 }) { return known }
        let made = declaration.key.flatMap { column($0.value) }.flatMap(wholeNumbers)
        numbersOfKeys.withLock { $0 = .some(made) }
        return made
    }

    private func wholeNumbers(in key: DataColumn) -> [Int]? {
        let isSound = Mutex(true)
        let codes = Set(missingCodes.compactMap { Int($0) })
        let numbers = [Int](unsafeUninitializedCapacity: rowCount) { room, filled in
            nonisolated(unsafe) let room = room
            inPieces(of: rowCount) { piece in
                let first = rowOfFile(piece.lowerBound)
                let isRun = chosen == nil && forms == nil
                // Rows of the file one after another are read from its bytes; cells in quotes, or of a choice, as texts.
                var index = piece.lowerBound
                func add(_ number: Int?) -> Bool {
                    guard let number, !codes.contains(number) else {
                        isSound.withLock { $0 = false }
                        return false
                    }
                    room.initializeElement(at: index, to: number)
                    index += 1
                    return true
                }
                if isRun {
                    cells.forEachCell(ofColumn: key.index, rows: first..<first + piece.count) { row, cell in
                        add(
                            wholeNumber(cell)
                                ?? key[row].flatMap { text in Array(text.utf8).withUnsafeBytes(wholeNumber) })
                    }
                } else {
                    for row in piece where !add(key[row].flatMap { Array($0.utf8).withUnsafeBytes(wholeNumber) }) {
                        return
                    }
                }
            }
            filled = isSound.withLock { $0 } ? rowCount : 0
        }
        return isSound.withLock { $0 } ? numbers : nil
    }

    /// A column's cells as positions among its different values; nil where there are too many different ones.
    func codedCells(ofColumn column: Int) -> CodedCells? {
        if let known = coded.withLock({ $0[column] }) { return known }
        let columns = columnsCodedTogether(with: column)
        let made = cells.coded(columns: columns).map { $0.map { CodedCells($0, rows: chosen) { plainValue($0) } } }
        coded.withLock { coded in
            for (column, cells) in zip(columns, made) { coded[column] = .some(cells) }
        }
        return made[0]
    }

    /// The columns that are coded when one is asked for: of a long file of few columns all but the key, because the text is
    /// then gone through once.
    private func columnsCodedTogether(with column: Int) -> [Int] {
        guard cells.rowCount > 1 << 16, cells.header.count <= 64, coded.withLock({ $0.isEmpty }) else {
            return [column]
        }
        let key = declaration.key.flatMap { columns[$0.value] }
        return [column] + cells.header.indices.filter { $0 != column && $0 != key }
    }

    /// Whether a cell is missing.
    func isMissing(row: Int, column: Int) -> Bool {
        if missingCodes.isEmpty { return cells.isEmpty(row: rowOfFile(row), column: column) }
        return value(row: row, column: column) == nil
    }
}

/// A whole number of at most 18 digits as keys are written; nil for anything else.
private func wholeNumber(_ text: UnsafeRawBufferPointer) -> Int? {
    guard (1...18).contains(text.count), text[0] != UInt8(ascii: "0") || text.count == 1 else { return nil }
    var number = 0
    for byte in text {
        guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
        number = number * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return number
}

/// A column of a data file.
struct DataColumn: Sendable {
    let table: DataTable
    let name: String
    let index: Int

    /// Its cells as positions among its different values; nil where there are too many different ones.
    var coded: CodedCells? { table.codedCells(ofColumn: index) }

    /// The labels of its values in the order of their codes, where the file has them; else empty.
    var levels: [String] { table.cells.columnLevels.isEmpty ? [] : table.cells.columnLevels[index] }

    /// The text of the column's cell in a row; nil where it is missing.
    subscript(row: Int) -> String? { table.value(row: row, column: index) }

    /// The place of the column's cell in a row.
    func location(_ row: Int) -> SourceLocation { table.location(row: row, column: index) }

    /// The cell as a number, with a message where it is not one; nil where it is missing or at fault.
    func number(_ row: Int, _ reporter: FaultReporter) -> NumberCell? {
        guard let text = self[row] else { return nil }
        if let number = NumberCell(text) { return number }
        reporter.report(
            Diagnostic(
                .unparsableNumber, at: location(row), "'\(name)' must be a number, found \(quoted(text))",
                help: [helpForNumber(text, missingKey: table.missingKey, decimalKey: table.decimalKey)]))
        return nil
    }

    /// The cell as a day, with a message where it is not one; nil where it is missing or at fault.
    func day(_ row: Int, _ reporter: FaultReporter) -> CalendarDay? {
        guard let text = self[row] else { return nil }
        switch DateCell(text) {
        case .day(let day): return day
        case .impossible(let reason):
            reporter.report(
                Diagnostic(
                    .impossibleDate, at: location(row),
                    "'\(name)' must be a day of the calendar, found \(quoted(text))",
                    notes: [.init(reason)], help: ["correct the cell"]))
        case .unparsable:
            reporter.report(
                Diagnostic(
                    .unparsableDate, at: location(row),
                    "'\(name)' must be a date as YYYY-MM-DD, found \(quoted(text))",
                    help: [helpForDate(text, missingKey: table.missingKey, datesKey: table.datesKey)]))
        }
        return nil
    }
}
