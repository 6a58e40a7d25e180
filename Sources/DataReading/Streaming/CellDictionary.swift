/// Numbers the different cells that it is shown, from 0, by a table of hashes of their bytes, of which it keeps a copy.
///
/// No cell holds a NUL byte, so that up to eight bytes, filled up with zeros, tell a cell from all others.
final class CellDictionary {
    private struct Slot {
        /// The first bytes, as many as eight; zeros behind a shorter cell.
        var word: UInt64
        var length: UInt32
        /// The number and one; 0 where the slot is free.
        var next: UInt32
    }

    /// A cell that was shown.
    struct Entry {
        /// Where its bytes stand in ``bytes``.
        var range: Range<Int>
        /// The row in which it came first.
        var row: Int
    }

    private(set) var entries: [Entry] = []
    private(set) var bytes: [UInt8] = []
    private var slots: UnsafeMutablePointer<Slot>
    private var count: Int
    private var shift: UInt64
    private let most: Int

    /// An empty dictionary of at most so many cells.
    init(most: Int) {
        self.most = most
        (count, shift) = (16, 60)
        slots = .allocate(capacity: count)
        slots.initialize(repeating: Slot(word: 0, length: 0, next: 0), count: count)
    }

    deinit { slots.deallocate() }

    /// The number of a cell in a row; −1 where there would be too many. Eight bytes from its beginning on can be read.
    @inline(__always)
    func number(of cell: UnsafeRawPointer, length: Int, row: Int) -> Int {
        let word = firstWord(of: cell, length: length)
        let (slots, count) = (slots, count)
        var slot = Int(truncatingIfNeeded: hash(word, cell, length) >> shift)
        while slots[slot].next != 0 {
            let found = slots[slot]
            if found.word == word, found.length == UInt32(truncatingIfNeeded: length),
                length <= 8 || isSame(Int(found.next) - 1, cell, length)
            {
                return Int(found.next) - 1
            }
            slot = slot + 1 < count ? slot + 1 : 0
        }
        return add(cell, length: length, row: row, word: word, at: slot)
    }

    /// The number of a cell that was shown to another dictionary.
    func number(of entry: Entry, in other: CellDictionary) -> Int {
        other.withCell(entry) { cell in
            cell.baseAddress.map { number(of: $0, length: cell.count, row: entry.row) } ?? -1
        }
    }

    /// Shows the bytes of a cell, behind which eight more can be read.
    func withCell<Result>(_ entry: Entry, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[entry.range])) }
    }

    @inline(never)
    private func add(_ cell: UnsafeRawPointer, length: Int, row: Int, word: UInt64, at slot: Int) -> Int {
        guard entries.count < most else { return -1 }
        let start = bytes.count
        bytes.append(contentsOf: UnsafeRawBufferPointer(start: cell, count: length))
        for _ in 0..<8 { bytes.append(0) }
        entries.append(Entry(range: start..<start + length, row: row))
        slots[slot] = Slot(
            word: word, length: UInt32(truncatingIfNeeded: length), next: UInt32(truncatingIfNeeded: entries.count))
        if entries.count * 2 > count { grow() }
        return entries.count - 1
    }

    private func grow() {
        let (old, oldCount) = (slots, count)
        count *= 4
        shift -= 2
        slots = .allocate(capacity: count)
        slots.initialize(repeating: Slot(word: 0, length: 0, next: 0), count: count)
        bytes.withUnsafeBytes { text in
            for index in 0..<oldCount where old[index].next != 0 {
                let range = entries[Int(old[index].next) - 1].range
                let cell = text.baseAddress.map { $0 + range.lowerBound }
                var slot = cell.map { Int(truncatingIfNeeded: hash(old[index].word, $0, range.count) >> shift) } ?? 0
                while slots[slot].next != 0 { slot = slot + 1 < count ? slot + 1 : 0 }
                slots[slot] = old[index]
            }
        }
        old.deallocate()
    }

    private func isSame(_ number: Int, _ cell: UnsafeRawPointer, _ length: Int) -> Bool {
        withCell(entries[number]) { $0.elementsEqual(UnsafeRawBufferPointer(start: cell, count: length)) }
    }

    @inline(__always)
    private func hash(_ word: UInt64, _ cell: UnsafeRawPointer, _ length: Int) -> UInt64 {
        length <= 8 ? mixed(word) : longHash(cell, length)
    }

    private func longHash(_ cell: UnsafeRawPointer, _ length: Int) -> UInt64 {
        var hash = UInt64(truncatingIfNeeded: length)
        for byte in UnsafeRawBufferPointer(start: cell, count: length) { hash = hash &* 31 &+ UInt64(byte) }
        return mixed(hash)
    }
}

/// Up to eight bytes as a number, the first the lowest, zeros behind a shorter cell.
@inline(__always)
func firstWord(of cell: UnsafeRawPointer, length: Int) -> UInt64 {
    let word = cell.loadUnaligned(as: UInt64.self).littleEndian
    return length >= 8 ? word : word & (1 << UInt64(truncatingIfNeeded: length * 8) &- 1)
}

/// The bits of a number mixed, so that the lowest of similar numbers differ.
@inline(__always)
func mixed(_ word: UInt64) -> UInt64 {
    let product = (word ^ word >> 32) &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 29
}
