internal import Mathematics

/// For each row of a file a position among the texts of a column, two bytes each.
public struct RowCodes: @unchecked Sendable {
    /// Blocks of rows; a power of two in each, so that nothing moves while more come.
    @usableFromInline let blocks: UnsafePointer<UnsafeMutablePointer<UInt16>>
    @usableFromInline let shift: Int
    @usableFromInline let mask: Int
    /// What holds the memory. Nobody writes to it any more.
    private let owner: AnyObject

    /// Positions in blocks.
    init(_ blocks: RowBlocks<UInt16>) {
        self.blocks = UnsafePointer(blocks.starts)
        (shift, mask) = (blocks.shift, blocks.mask)
        owner = blocks
    }

    /// Positions in memory that several columns share.
    init(from first: Int, in memory: CodeMemory) {
        let block = OneBlock(memory, first: first)
        blocks = UnsafePointer(block.start)
        (shift, mask) = (Int.bitWidth - 1, Int.max)
        owner = block
    }

    /// The position of a row's text.
    @inlinable
    public subscript(row: Int) -> Int { Int(blocks[row >> shift][row & mask]) }

    /// Shows the positions of some rows, one after another in memory, block by block.
    @inlinable
    public func forEachRun(
        _ rows: Range<Int>, _ body: (_ positions: UnsafePointer<UInt16>, _ rows: Range<Int>) -> Void
    ) {
        var row = rows.lowerBound
        while row < rows.upperBound {
            let end = min(rows.upperBound - 1, row | mask) + 1
            body(UnsafePointer(blocks[row >> shift] + (row & mask)), row..<end)
            row = end
        }
    }
}

/// Memory for the positions of rows in several columns, one column after another.
final class CodeMemory {
    let codes: UnsafeMutablePointer<UInt16>

    init(count: Int) { codes = .allocate(capacity: max(1, count)) }

    deinit { codes.deallocate() }
}

private final class OneBlock {
    let start: UnsafeMutablePointer<UnsafeMutablePointer<UInt16>>
    private let memory: CodeMemory

    init(_ memory: CodeMemory, first: Int) {
        self.memory = memory
        start = .allocate(capacity: 1)
        start.initialize(to: memory.codes + first)
    }

    deinit { start.deallocate() }
}

/// Values of rows in blocks, which stay where they are while more rows come.
final class RowBlocks<Value: BitwiseCopyable> {
    let shift: Int
    /// Where each block begins.
    private(set) var starts: UnsafeMutablePointer<UnsafeMutablePointer<Value>>
    private var (count, capacity) = (0, 64)
    private var memory: [UnsafeMutableRawPointer] = []

    /// Blocks of 2 to the power of `shift` rows each.
    init(shift: Int) {
        self.shift = shift
        starts = .allocate(capacity: capacity)
    }

    deinit {
        for piece in memory { piece.deallocate() }
        starts.deallocate()
    }

    var mask: Int { 1 << shift - 1 }

    /// Makes room for so many rows.
    func reserve(_ rows: Int) {
        while count << shift < rows {
            // Of many blocks some are made at once, on pages that the system clears faster.
            let blocks = count < 16 ? 1 : 16
            let bytes = (blocks << shift) * MemoryLayout<Value>.stride
            let room = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: blocks == 1 ? 64 : 1 << 21)
            if blocks > 1 { adviseLargePages(room, bytes: bytes) }
            memory.append(room)
            let values = room.bindMemory(to: Value.self, capacity: blocks << shift)
            if count + blocks > capacity { growStarts() }
            for block in 0..<blocks { (starts + count + block).initialize(to: values + block << shift) }
            count += blocks
        }
    }

    private func growStarts() {
        let larger = UnsafeMutablePointer<UnsafeMutablePointer<Value>>.allocate(capacity: 2 * capacity)
        larger.initialize(from: starts, count: count)
        starts.deallocate()
        (starts, capacity) = (larger, 2 * capacity)
    }

    @inline(__always)
    subscript(row: Int) -> Value { starts[row >> shift][row & mask] }

    /// Shows where some rows stand, block by block, until `body` says false; whether it did not.
    @inline(__always)
    @discardableResult
    func forEachRun(_ rows: Range<Int>, _ body: (UnsafeMutablePointer<Value>, Range<Int>) -> Bool) -> Bool {
        var row = rows.lowerBound
        while row < rows.upperBound {
            let end = min(rows.upperBound, (row >> shift + 1) << shift)
            guard body(starts[row >> shift] + row & mask, row..<end) else { return false }
            row = end
        }
        return true
    }
}
