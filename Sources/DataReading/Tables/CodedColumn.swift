internal import Mathematics

/// The cells of a column as positions among its different texts.
///
/// Columns of levels, of whole days, of measurements with few digits have few different texts however many rows there are.
/// What a text means then needs finding out once, and a row costs two bytes.
public struct CodedColumn: Sendable {
    /// A column with more different texts has no codes.
    public static let mostTexts = 1 << 16

    /// The different cells without quotes and surrounding blanks, in the order in which they come first. A text stands
    /// more than once where the file writes it in several ways.
    public let texts: [String]
    /// For each row of the file the position of its text.
    public let codes: RowCodes
}

extension CellTable {
    /// Some columns as positions among their texts; nil for each that has more than ``CodedColumn/mostTexts``.
    ///
    /// Pieces of the rows are coded at once, each by itself, and joined in their order. All columns of some thousand rows are
    /// coded before the next rows, while their text is at hand.
    public func coded(columns: [Int]) -> [CodedColumn?] {
        if let streamed { return columns.map(streamed.coded) }
        let pieces = pieceCount(of: rowCount, atLeast: 1 << 16)
        let memory = CodeMemory(count: rowCount * columns.count)
        nonisolated(unsafe) let room = UnsafeMutableBufferPointer(
            start: memory.codes, count: rowCount * columns.count)
        let distinct = bytes.withUnsafeBytes { text in
            // It is read by several threads, which write to rows of their own.
            nonisolated(unsafe) let text = text
            let local = concurrentMap(pieces) { piece in
                code(columns, rows: rows(of: piece, among: pieces), of: text, in: room)
            }
            let joined = columns.indices.map { column in join(local.map { $0[column] }, of: text) }
            _ = concurrentMap(pieces) { piece in
                for column in columns.indices {
                    guard let own = joined[column]?.codes[piece],
                        !own.indices.allSatisfy({ own[$0] == UInt16(truncatingIfNeeded: $0) })
                    else { continue }
                    for row in rows(of: piece, among: pieces) {
                        room[column * rowCount + row] = own[Int(room[column * rowCount + row])]
                    }
                }
            }
            return joined.map { $0?.cells }
        }
        return distinct.enumerated().map { column, cells in
            cells.map {
                CodedColumn(
                    texts: $0.map { text(of: $0) }, codes: RowCodes(from: column * rowCount, in: memory))
            }
        }
    }

    private func rows(of piece: Int, among pieces: Int) -> Range<Int> {
        rowCount * piece / pieces..<rowCount * (piece + 1) / pieces
    }

    /// Writes the positions of some rows' cells; gives the different cells of each column, nil where there are too many.
    private func code(
        _ columns: [Int], rows: Range<Int>, of text: UnsafeRawBufferPointer, in room: UnsafeMutableBufferPointer<UInt16>
    ) -> [[Range<Int>]?] {
        let known = columns.map { _ in DistinctCells(text) }
        var isCoded = columns.map { _ in true }
        for start in stride(from: rows.lowerBound, to: rows.upperBound, by: 2048) {
            let some = start..<min(start + 2048, rows.upperBound)
            for (place, column) in columns.enumerated() where isCoded[place] {
                let codes = known[place]
                let target = place * rowCount
                isCoded[place] = forEachCell(ofColumn: column, rows: some) { row, cell in
                    guard let code = codes.code(of: cell) else { return false }
                    room.initializeElement(at: target + row, to: UInt16(truncatingIfNeeded: code))
                    return true
                }
            }
        }
        return columns.indices.map { isCoded[$0] ? known[$0].cells : nil }
    }

    /// The cells of all pieces, and for each piece the code of each of its own; nil where there are too many.
    private func join(
        _ pieces: [[Range<Int>]?], of text: UnsafeRawBufferPointer
    ) -> (cells: [Range<Int>], codes: [[UInt16]])? {
        let all = DistinctCells(text)
        var codes: [[UInt16]] = []
        for piece in pieces {
            guard let piece else { return nil }
            var own: [UInt16] = []
            own.reserveCapacity(piece.count)
            for cell in piece {
                guard let code = all.code(of: cell) else { return nil }
                own.append(UInt16(truncatingIfNeeded: code))
            }
            codes.append(own)
        }
        return (all.cells, codes)
    }
}

/// Numbers the different cells that it is shown, from 0, by a table of hashes of their bytes.
private final class DistinctCells {
    private struct Entry {
        var hash: UInt64
        /// The first bytes, as many as eight; zeros behind a shorter cell.
        var word: UInt64
        var cell: Range<Int>
    }

    private let text: UnsafeRawBufferPointer
    private var entries: [Entry] = []
    /// For each slot the number of its entry and one; 0 where it is free. More than twice as many as entries.
    private var slots = [Int32](repeating: 0, count: 256)
    private var shift: UInt64 = 56

    init(_ text: UnsafeRawBufferPointer) { self.text = text }

    /// The cells in the order of their numbers, each where it came first.
    var cells: [Range<Int>] { entries.map(\.cell) }

    /// The number of a cell's bytes; nil where there would be too many.
    @inline(__always)
    func code(of cell: Range<Int>) -> Int? {
        let word = word(at: cell.lowerBound, length: cell.count)
        let hash = cell.count <= 8 ? mixed(word ^ UInt64(truncatingIfNeeded: cell.count) << 59) : longHash(cell)
        var slot = Int(truncatingIfNeeded: hash >> shift)
        while slots[slot] != 0 {
            let number = Int(slots[slot]) - 1
            let entry = entries[number]
            if entry.word == word, entry.cell.count == cell.count, cell.count <= 8 || isSame(entry.cell, cell) {
                return number
            }
            slot = slot + 1 < slots.count ? slot + 1 : 0
        }
        return add(Entry(hash: hash, word: word, cell: cell), at: slot)
    }

    private func add(_ entry: Entry, at slot: Int) -> Int? {
        guard entries.count < CodedColumn.mostTexts else { return nil }
        entries.append(entry)
        slots[slot] = Int32(truncatingIfNeeded: entries.count)
        if entries.count * 2 > slots.count { grow() }
        return entries.count - 1
    }

    private func grow() {
        slots = [Int32](repeating: 0, count: slots.count * 4)
        shift -= 2
        for (number, entry) in entries.enumerated() {
            var slot = Int(truncatingIfNeeded: entry.hash >> shift)
            while slots[slot] != 0 { slot = slot + 1 < slots.count ? slot + 1 : 0 }
            slots[slot] = Int32(truncatingIfNeeded: number + 1)
        }
    }

    /// Up to eight bytes as a number.
    @inline(__always)
    private func word(at start: Int, length: Int) -> UInt64 {
        if start + 8 <= text.count {
            let word = text.loadUnaligned(fromByteOffset: start, as: UInt64.self).littleEndian
            return length >= 8 ? word : word & (1 << UInt64(truncatingIfNeeded: length * 8) &- 1)
        }
        var word: UInt64 = 0
        for index in 0..<min(length, 8) { word |= UInt64(text[start + index]) << UInt64(index * 8) }
        return word
    }

    private func longHash(_ cell: Range<Int>) -> UInt64 {
        var hash = UInt64(truncatingIfNeeded: cell.count)
        var start = cell.lowerBound
        while start < cell.upperBound {
            hash = mixed(hash ^ word(at: start, length: min(8, cell.upperBound - start)))
            start += 8
        }
        return hash
    }

    private func isSame(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
        text[left].elementsEqual(text[right])
    }
}
