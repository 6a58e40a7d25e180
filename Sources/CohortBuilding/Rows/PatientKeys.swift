internal import DataReading
internal import Diagnostics
internal import StudyFiles
internal import Synchronization

extension DataTable {
    /// Checks that the key column names each row once.
    func checkKeys(_ reporter: FaultReporter) {
        guard let key = declaration.key.flatMap({ column($0.value) }) else { return }
        if hasAscendingNumbers(in: key) { return }
        var firstRows: [String: Int] = [:]
        for row in 0..<rowCount {
            guard let text = key[row] else {
                reporter.report(missingKey(in: key, row: row, names: "row"))
                continue
            }
            guard let first = firstRows[text] else {
                firstRows[text] = row
                continue
            }
            reporter.report(
                Diagnostic(
                    .duplicateKey, at: key.location(row), "'\(key.name)' must be unique, found \(quoted(text)) again",
                    notes: [.init("it stands first here", at: key.location(first))],
                    help: ["delete one of the rows, or correct its key"]))
        }
    }

    /// Whether the keys are whole numbers, written as such, each greater than the one before: then no two are the same.
    private func hasAscendingNumbers(in key: DataColumn) -> Bool {
        let isSound = Mutex(true)
        inPieces(of: rowCount) { piece in
            var previous = piece.lowerBound > 0 ? key.wholeNumber(piece.lowerBound - 1) ?? Int.max : Int.min
            for row in piece {
                guard let number = key.wholeNumber(row), number > previous else {
                    isSound.withLock { $0 = false }
                    return
                }
                previous = number
            }
        }
        return isSound.withLock { $0 }
    }

    /// The message that a cell that should name a row or its patient is empty.
    func missingKey(in column: DataColumn, row: Int, names what: String) -> Diagnostic {
        let text = text(row: row, column: column.index)
        let found = text.isEmpty ? "the cell is empty" : "\(quoted(text)) is a missing code"
        return Diagnostic(
            .missingPatientKey, at: column.location(row), "'\(column.name)' must name the \(what), \(found)",
            help: ["fill in the cell, or delete the row"])
    }

    /// Every cell of a row; nil where missing.
    func cells(row: Int) -> [String?] {
        cells.header.indices.map { value(row: row, column: $0) }
    }
}

extension DataColumn {
    /// The cell as a whole number as keys are written, without a sign or zeros before it; nil where it is none.
    fileprivate func wholeNumber(_ row: Int) -> Int? {
        guard let text = self[row], let number = Int(text), text == "0" || (text.first != "0" && number > 0) else {
            return nil
        }
        return text.first == "+" ? nil : number
    }
}

/// Puts patients in an order that does not depend on the order of the rows: as indices into `rows`.
///
/// By key where the study declares one (as numbers if all are whole numbers, else by their UTF-8 bytes), else by all
/// cells of the row.
func patientOrder(of rows: PatientRows) -> [Int] {
    guard let key = rows.table.declaration.key.flatMap({ rows.table.column($0.value) }) else {
        let contents = rows.rows.map { rows.table.cells(row: $0) }
        return rows.rows.indices.sorted { precedes(contents[$0], contents[$1]) }
    }
    let texts = rows.texts(key).map { $0 ?? "" }
    let numbers = mapInPieces(texts.count) { Int(texts[$0]) }
    let areNumbers = numbers.allSatisfy { $0 != nil }
    if areNumbers, zip(numbers, numbers.dropFirst()).allSatisfy({ ($0 ?? 0) < ($1 ?? 0) }) {
        return Array(rows.rows.indices)
    }
    return rows.rows.indices.sorted { left, right in
        if areNumbers, let a = numbers[left], let b = numbers[right], a != b { return a < b }
        return precedesByBytes(texts[left], texts[right])
    }
}

/// Whether one row comes before another by its cells, missing ones first, the others by their UTF-8 bytes.
func precedes(_ left: [String?], _ right: [String?]) -> Bool {
    for (left, right) in zip(left, right) {
        switch (left, right) {
        case (nil, nil): continue
        case (nil, _): return true
        case (_, nil): return false
        case (let left?, let right?):
            if precedesByBytes(left, right) { return true }
            if precedesByBytes(right, left) { return false }
        }
    }
    return false
}
