internal import DataReading
internal import StudyFiles
internal import Synchronization

/// Some rows of the patients' file, in the order of the file.
struct PatientRows {
    let table: DataTable
    /// Indices of the rows in the file, ascending.
    let rows: [Int]

    var count: Int { rows.count }
    /// Whether these are all rows of the table.
    private var areAll: Bool { rows.count == table.rowCount }

    /// For how many patients each of the rows stands; nil where each is one.
    var frequencies: [Int]? { table.frequencies.map { frequencies in rows.map { frequencies[$0] } } }

    /// How many patients the rows stand for.
    var patientCount: Int { frequencies?.reduce(0, +) ?? count }

    /// What each row's cell of a column means, nil being a missing cell. A column of few different values is asked for each
    /// of them once.
    func mapped<Meaning>(_ column: DataColumn, _ meaning: (String?) -> Meaning) -> [Meaning] {
        guard let coded = column.coded else { return mapInPieces(rows.count) { meaning(column[rows[$0]]) } }
        let meanings = coded.values.map(meaning)
        return coded.meanings(of: rows, areAll: areAll, meanings)
    }

    /// The texts of a column; nil where missing.
    func texts(_ column: DataColumn) -> [String?] { mapped(column) { $0 } }

    /// The different texts of a column among the rows, in any order and perhaps several times, nil among them where a cell
    /// is missing.
    func differentTexts(_ column: DataColumn) -> [String?] {
        guard let coded = column.coded else { return texts(column) }
        return zip(coded.values, coded.occurring(in: rows, areAll: areAll)).filter(\.1).map(\.0)
    }

    /// The numbers of a column; nil where a known cell is none.
    func plainNumbers(_ column: DataColumn) -> NumberColumn? {
        if let coded = column.coded {
            let numbers = coded.values.map { $0.map(NumberCell.init) }
            let occurring = zip(numbers, coded.occurring(in: rows, areAll: areAll)).filter(\.1).map(\.0)
            // A known cell that is no number is a value without one.
            guard occurring.allSatisfy({ $0 == nil || $0! != nil }) else { return nil }
            let values = numbers.map { $0.flatMap { $0 }?.value ?? .nan }
            return NumberColumn(
                values: NumberValues(numbers: coded.meanings(of: rows, areAll: areAll, values)),
                decimals: occurring.lazy.compactMap { $0.flatMap { $0 }?.decimals }.max() ?? 0)
        }
        let state = Mutex((isSound: true, decimals: 0))
        let values = [Double](unsafeUninitializedCapacity: rows.count) { room, filled in
            nonisolated(unsafe) let room = room
            inPieces(of: rows.count) { piece in
                var (isSound, decimals) = (true, 0)
                for index in piece {
                    let text = column[rows[index]]
                    let number = text.flatMap(NumberCell.init)
                    if text != nil, number == nil { isSound = false }
                    decimals = max(decimals, number?.decimals ?? 0)
                    room.initializeElement(at: index, to: number?.value ?? .nan)
                }
                state.withLock { $0 = ($0.isSound && isSound, max($0.decimals, decimals)) }
            }
            filled = rows.count
        }
        let (isSound, decimals) = state.withLock { $0 }
        return isSound ? NumberColumn(values: NumberValues(numbers: values), decimals: decimals) : nil
    }

    /// The numbers of a column, with a message for each cell that is none; nil where missing or at fault.
    func numbers(_ column: DataColumn, _ reporter: FaultReporter) -> NumberColumn {
        if let plain = plainNumbers(column) { return plain }
        let cells = rows.map { column.number($0, reporter) }
        return NumberColumn(
            values: NumberValues(cells.map { $0?.value }), decimals: cells.lazy.compactMap { $0?.decimals }.max() ?? 0)
    }

    /// The days of a column, with a message for each cell that is none; nil where missing or at fault.
    func days(_ column: DataColumn, _ reporter: FaultReporter) -> [CalendarDay?] {
        let isSound = differentTexts(column).allSatisfy { $0.map { DateCell($0).day != nil } ?? true }
        return isSound
            ? mapped(column) { $0.flatMap { DateCell($0).day } } : rows.map { column.day($0, reporter) }
    }
}

/// The numbers of a column.
struct NumberColumn {
    /// One for each row; nil where missing.
    var values: NumberValues
    /// The most digits that a cell shows after the decimal point.
    var decimals: Int
}
