/// What stands between the cells of a text: of comma, semicolon, tab and bar the one that stands as often in each of the
/// first rows as in the header; of several the most frequent. A comma where the header has none of them.
func detectedDelimiter(of bytes: [UInt8]) -> UInt8 {
    let candidates = ([",", ";", "\t", "|"] as [Unicode.Scalar]).map { UInt8(ascii: $0) }
    let rows = firstRows(of: bytes, counting: candidates)
    guard let header = rows.first else { return candidates[0] }
    func ranked(_ indices: [Int]) -> Int? { indices.max { (header[$0], $1) < (header[$1], $0) } }
    let present = candidates.indices.filter { header[$0] > 0 }
    let regular = present.filter { candidate in rows.allSatisfy { $0[candidate] == header[candidate] } }
    return (ranked(regular) ?? ranked(present)).map { candidates[$0] } ?? candidates[0]
}

/// How often each byte stands outside quotes in each of the first rows that are not blank.
private func firstRows(of bytes: [UInt8], counting candidates: [UInt8]) -> [[Int]] {
    let sampledRows = 20
    var rows: [[Int]] = []
    var counts = candidates.map { _ in 0 }
    var (isQuoted, isBlank) = (false, true)
    func isRowEnd(_ byte: UInt8) -> Bool { byte == lineFeed || byte == carriageReturn }
    // A row that the sample cuts off would seem to be short of cells.
    for byte in bytes.dropFirst(lengthOfByteOrderMark(bytes)).prefix(1 << 20) {
        if byte == quote { isQuoted.toggle() }
        if !isQuoted, isRowEnd(byte) {
            if !isBlank { rows.append(counts) }
            if rows.count == sampledRows { return rows }
            (counts, isBlank) = (candidates.map { _ in 0 }, true)
            continue
        }
        if byte != UInt8(ascii: " ") { isBlank = false }
        if !isQuoted, let index = candidates.firstIndex(of: byte) { counts[index] += 1 }
    }
    return rows.isEmpty && !isBlank ? [counts] : rows
}
