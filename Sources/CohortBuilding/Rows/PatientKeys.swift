internal import DataReading
internal import Diagnostics
internal import StudyFiles
internal import Synchronization

extension DataTable {
    /// Checks that the key column names each row once.
    func checkKeys(_ reporter: FaultReporter) {
        guard let key = declaration.key.flatMap({ column($0.value) }) else { return }
        if keyNumbers.map(areDistinct) ?? hasDistinctTexts(in: key) { return }
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

    /// Whether all keys are present, of ASCII, and different for certain, as their hashes say; equal hashes may be chance, and
    /// letters beyond ASCII may be the same in other bytes.
    private func hasDistinctTexts(in key: DataColumn) -> Bool {
        // A short file is looked through text by text in no time.
        guard rowCount > 1 << 16 else { return false }
        let isSound = Mutex(true)
        let hashes = mapInPieces(rowCount) { row -> UInt64 in
            guard var text = key[row], let hash = text.withUTF8(hashOfASCII) else {
                isSound.withLock { $0 = false }
                return 0
            }
            return hash
        }
        guard isSound.withLock({ $0 }) else { return false }
        // Hashes of one beginning are looked at together, some beginnings at a time.
        inPieces(of: 16, atLeast: 1) { piece in
            for beginning in piece {
                let some = hashes.filter { $0 >> 60 == UInt64(beginning) }.sorted()
                if !zip(some, some.dropFirst()).allSatisfy({ $0 != $1 }) { isSound.withLock { $0 = false } }
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

/// A hash of bytes (FNV-1a, mixed once more); nil where one is beyond ASCII.
private func hashOfASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64? {
    var (hash, all): (UInt64, UInt8) = (0xCBF2_9CE4_8422_2325, 0)
    for byte in bytes {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
        all |= byte
    }
    return all < 0x80 ? (hash ^ hash >> 29) &* 0x9E37_79B9_7F4A_7C15 : nil
}

/// Whether no number stands twice.
private func areDistinct(_ numbers: [Int]) -> Bool {
    if isAscending(numbers) { return true }
    if let places = places(of: numbers) { return places.isEmpty == numbers.isEmpty }
    let sorted = numbers.sorted()
    return zip(sorted, sorted.dropFirst()).allSatisfy { $0 != $1 }
}

private func isAscending(_ numbers: [Int]) -> Bool {
    numbers.withUnsafeBufferPointer { numbers in
        for index in numbers.indices.dropFirst() where numbers[index - 1] >= numbers[index] { return false }
        return true
    }
}

/// For each number from the smallest to the largest the index at which it stands, or −1; nil where the numbers lie far apart,
/// empty where one stands twice.
private func places(of numbers: [Int]) -> [Int32]? {
    guard let smallest = numbers.min(), let largest = numbers.max(), largest - smallest < 8 * numbers.count,
        numbers.count < Int32.max
    else { return nil }
    var places = [Int32](repeating: -1, count: largest - smallest + 1)
    for (index, number) in numbers.enumerated() {
        if places[number - smallest] >= 0 { return [] }
        places[number - smallest] = Int32(index)
    }
    return places
}

/// The indices of numbers in ascending order, equal ones by index.
private func ascendingOrder(of numbers: [Int]) -> [Int] {
    if isAscending(numbers) { return Array(numbers.indices) }
    if let places = places(of: numbers), !places.isEmpty { return places.compactMap { $0 < 0 ? nil : Int($0) } }
    return numbers.indices.sorted { (numbers[$0], $0) < (numbers[$1], $1) }
}

/// Puts patients in an order that does not depend on the order of the rows: as indices into `rows`.
///
/// By key where the study declares one (as numbers if all are whole numbers, else by their UTF-8 bytes), else by all
/// cells of the row.
func patientOrder(of rows: PatientRows) -> [Int] {
    guard let key = rows.table.declaration.key.flatMap({ rows.table.column($0.value) }) else {
        return rowOrder(of: rows)
    }
    if let numbers = rows.table.keyNumbers {
        // Then the indices are the rows, which need not be held twice.
        if rows.count == numbers.count, isAscending(numbers), rows.count == rows.table.rowCount { return rows.rows }
        return ascendingOrder(of: rows.count == numbers.count ? numbers : rows.rows.map { numbers[$0] })
    }
    let texts = rows.texts(key).map { $0 ?? "" }
    let numbers = mapInPieces(texts.count) { Int(texts[$0]) }
    let areNumbers = numbers.allSatisfy { $0 != nil }
    // Most pairs of texts are told apart by their first bytes.
    let beginnings = areNumbers ? [] : mapInPieces(texts.count) { firstBytes(of: texts[$0]) }
    return rows.rows.indices.sorted { left, right in
        if areNumbers, let a = numbers[left], let b = numbers[right], a != b { return a < b }
        if !areNumbers, beginnings[left] != beginnings[right] { return beginnings[left] < beginnings[right] }
        return precedesByBytes(texts[left], texts[right])
    }
}

/// The first eight bytes of a text as a number that is in their order.
private func firstBytes(of text: String) -> UInt64 {
    var (number, count): (UInt64, UInt64) = (0, 0)
    for byte in text.utf8.prefix(8) {
        number = number << 8 | UInt64(byte)
        count += 1
    }
    return count == 8 ? number : number << ((8 - count) * 8)
}

/// The order of rows by all their cells.
private func rowOrder(of rows: PatientRows) -> [Int] {
    // Cells of few different values are compared by the rank of the value; nothing else is held of a row.
    let columns = rows.table.cells.header.indices.map { index in
        let coded = rows.table.codedCells(ofColumn: index)
        return (coded: coded, ranks: coded.map { ranks(of: $0.values) } ?? [], index: index)
    }
    return rows.rows.indices.sorted { left, right in
        let (first, second) = (rows.rows[left], rows.rows[right])
        for column in columns {
            if let coded = column.coded {
                let (a, b) = (column.ranks[coded.code(first)], column.ranks[coded.code(second)])
                if a != b { return a < b }
            } else {
                let a = rows.table.value(row: first, column: column.index)
                let b = rows.table.value(row: second, column: column.index)
                if precedes([a], [b]) { return true }
                if precedes([b], [a]) { return false }
            }
        }
        return false
    }
}

/// The rank of each text by its bytes, a missing one first; the same for texts of the same bytes.
private func ranks(of values: [String?]) -> [Int] {
    let order = values.indices.sorted { precedes([values[$0]], [values[$1]]) }
    var ranks = [Int](repeating: 0, count: values.count)
    for (before, index) in zip(order, order.dropFirst()) {
        ranks[index] = ranks[before] + (precedes([values[before]], [values[index]]) ? 1 : 0)
    }
    return ranks
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
