internal import DataReading
internal import Synchronization

/// A column's cells as positions among its different values, so that what a value means is found out once.
///
/// A class, because tables keep it and many ask for it.
final class CodedCells: Sendable {
    /// The different values in the program's own form of dates and numbers; nil where the cell is missing.
    let values: [String?]
    private let codes: RowCodes
    /// The rows of the file that the study takes, ascending; nil: all.
    private let chosen: [Int]?

    init(_ column: CodedColumn, rows chosen: [Int]?, value: (String) -> String?) {
        values = column.texts.map(value)
        codes = column.codes
        self.chosen = chosen
    }

    /// The position of a row's value.
    @inline(__always)
    func code(_ row: Int) -> Int { codes[chosen?[row] ?? row] }

    /// What the values of some rows mean, by what each of the different values does; whether these are all rows of the file.
    func meanings<Meaning>(of rows: [Int], areAll: Bool, _ meanings: [Meaning]) -> [Meaning] {
        guard areAll, chosen == nil else { return mapInPieces(rows.count) { meanings[code(rows[$0])] } }
        return meanings.withUnsafeBufferPointer { meanings in
            fillInPieces(rows.count) { room, piece in
                codes.forEachRun(piece) { positions, run in
                    let target = room + run.lowerBound
                    for index in 0..<run.count { (target + index).initialize(to: meanings[Int(positions[index])]) }
                }
            }
        }
    }

    /// How many of the first rows have a value that meets a condition.
    func count(_ rows: Int, where isCounted: (String?) -> Bool) -> Int {
        let counted = values.map(isCounted)
        if !counted.contains(true) { return 0 }
        let total = Mutex(0)
        inPieces(of: rows) { piece in
            let count = piece.count { counted[code($0)] }
            total.withLock { $0 += count }
        }
        return total.withLock { $0 }
    }

    /// Which values some rows have; whether these are all rows of the file.
    func occurring(in rows: [Int], areAll: Bool) -> [Bool] {
        // What no row has is no value of the file.
        if areAll, chosen == nil { return [Bool](repeating: true, count: values.count) }
        let occurs = Mutex([Bool](repeating: false, count: values.count))
        inPieces(of: rows.count) { piece in
            var own = [Bool](repeating: false, count: values.count)
            for index in piece { own[code(rows[index])] = true }
            occurs.withLock { occurs in
                for index in own.indices where own[index] { occurs[index] = true }
            }
        }
        return occurs.withLock { $0 }
    }
}
