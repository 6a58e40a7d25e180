internal import DataReading
internal import StudyFiles
internal import Synchronization

/// Some rows of the patients' file, in the order of the file.
struct PatientRows {
    let table: DataTable
    /// Indices of the rows in the file, ascending.
    let rows: [Int]

    var count: Int { rows.count }

    /// For how many patients each of the rows stands; nil where each is one.
    var frequencies: [Int]? { table.frequencies.map { frequencies in rows.map { frequencies[$0] } } }

    /// How many patients the rows stand for.
    var patientCount: Int { frequencies?.reduce(0, +) ?? count }

    /// The texts of a column; nil where missing.
    func texts(_ column: DataColumn) -> [String?] { mapInPieces(rows.count) { column[rows[$0]] } }

    /// The numbers of a column; nil where a known cell is none.
    func plainNumbers(_ column: DataColumn) -> [NumberCell?]? {
        let isSound = Mutex(true)
        let numbers = mapInPieces(rows.count) { index -> NumberCell? in
            guard let text = column[rows[index]] else { return nil }
            if let number = NumberCell(text) { return number }
            isSound.withLock { $0 = false }
            return nil
        }
        return isSound.withLock { $0 } ? numbers : nil
    }

    /// The numbers of a column, with a message for each cell that is none; nil where missing or at fault.
    func numbers(_ column: DataColumn, _ reporter: FaultReporter) -> [NumberCell?] {
        plainNumbers(column) ?? rows.map { column.number($0, reporter) }
    }

    /// The days of a column, with a message for each cell that is none; nil where missing or at fault.
    func days(_ column: DataColumn, _ reporter: FaultReporter) -> [CalendarDay?] {
        rows.map { column.day($0, reporter) }
    }
}
