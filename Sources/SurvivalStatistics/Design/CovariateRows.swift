internal import Mathematics
internal import Synchronization

/// Columns stored record by record, each record padded with zeros to a multiple of four columns and aligned for vectors
/// of four numbers. They may be written when they are first read: where codes are summed instead, that is never.
final class CovariateRows: @unchecked Sendable {
    /// Four numbers that are computed with at once.
    typealias Four = SIMD4<Double>

    let count: Int
    let width: Int
    /// Numbers from one record to the next.
    let stride: Int
    /// Where the numbers stand; 0 until they are written.
    private let address = Atomic<UInt>(0)
    private let writing: Mutex<(@Sendable (UnsafeMutablePointer<Double>, _ stride: Int) -> Void)?>

    /// Makes rows that `fill` writes; it must write every column of every record. The padding is zero. A single column is not
    /// padded unless this is asked for.
    init(
        count: Int, width: Int, padsSingle: Bool = false, fill: (UnsafeMutablePointer<Double>, _ stride: Int) -> Void
    ) {
        self.count = count
        self.width = width
        stride = width < 2 && !padsSingle ? width : (width + 3) / 4 * 4
        writing = Mutex(nil)
        write(fill)
    }

    /// Rows that `fill` writes once one of them is read.
    init(deferred count: Int, width: Int, fill: @escaping @Sendable (UnsafeMutablePointer<Double>, Int) -> Void) {
        self.count = count
        self.width = width
        stride = width < 2 ? width : (width + 3) / 4 * 4
        writing = Mutex(fill)
    }

    private func write(_ fill: (UnsafeMutablePointer<Double>, _ stride: Int) -> Void) {
        let bytes = max(64, count * stride * MemoryLayout<Double>.stride)
        let storage = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
        adviseLargePages(storage, bytes: bytes)
        let base = storage.bindMemory(to: Double.self, capacity: bytes / MemoryLayout<Double>.stride)
        if stride > width {
            nonisolated(unsafe) let padded = base
            concurrently(inBlocksOf: count) { records in
                for record in records { for column in width..<stride { padded[record * stride + column] = 0 } }
            }
        }
        fill(base, stride)
        address.store(UInt(bitPattern: base), ordering: .releasing)
    }

    /// Standardised columns in the order of some rows.
    ///
    /// The columns are read from end to end, and each row is written where it belongs: several columns of a row are one place
    /// in memory, while they would be as many places to read from.
    convenience init(_ columns: [[Double]], rows: [Int32], scaling: Standardisation) {
        self.init(count: rows.count, width: columns.count) { target, stride in
            Self.write(columns, rows: rows, scaling: scaling, to: target, stride: stride)
        }
    }

    /// Standardised columns of a matrix in the order of some rows, which are made once they are read.
    convenience init(whenRead matrix: DesignMatrix, rows: [Int32], scaling: Standardisation) {
        self.init(deferred: rows.count, width: matrix.identities.count) { target, stride in
            Self.write(matrix.columns, rows: rows, scaling: scaling, to: target, stride: stride)
        }
    }

    private static func write(
        _ columns: [[Double]], rows: [Int32], scaling: Standardisation, to target: UnsafeMutablePointer<Double>,
        stride: Int
    ) {
        guard let length = columns.first?.count else { return }
        let recordOfRow = places(of: rows, among: length)
        let pieces = rows.count * columns.count < 100_000 ? 1 : 16
        nonisolated(unsafe) let target = target
        _ = concurrentMap(pieces) { piece in
            let part = (length * piece / pieces)..<(length * (piece + 1) / pieces)
            for first in Swift.stride(from: 0, to: columns.count, by: 4) {
                let block = first..<min(first + 4, columns.count)
                Self.scatter(
                    block.map { columns[$0] }, rows: part, to: target + first, stride: stride,
                    recordOfRow: recordOfRow, means: Array(scaling.means[block]), scales: Array(scaling.scales[block]))
            }
        }
    }

    /// Writes up to four columns of some rows.
    private static func scatter(
        _ columns: [[Double]], rows: Range<Int>, to target: UnsafeMutablePointer<Double>, stride: Int,
        recordOfRow: [Int32], means: [Double], scales: [Double]
    ) {
        recordOfRow.withUnsafeBufferPointer { recordOfRow in
            guard columns.count == 4 else {
                for (position, column) in columns.enumerated() {
                    column.withUnsafeBufferPointer { column in
                        for row in rows where recordOfRow[row] >= 0 {
                            target[Int(recordOfRow[row]) * stride + position] =
                                (column[row] - means[position]) * scales[position]
                        }
                    }
                }
                return
            }
            let (shift, factor) = (Four(means), Four(scales))
            let place = UnsafeMutableRawPointer(target).assumingMemoryBound(to: Four.self)
            columns[0].withUnsafeBufferPointer { first in
                columns[1].withUnsafeBufferPointer { second in
                    columns[2].withUnsafeBufferPointer { third in
                        columns[3].withUnsafeBufferPointer { fourth in
                            for row in rows where recordOfRow[row] >= 0 {
                                let values = Four(first[row], second[row], third[row], fourth[row])
                                place[Int(recordOfRow[row]) * (stride / 4)] = (values - shift) * factor
                            }
                        }
                    }
                }
            }
        }
    }

    /// All records, cut into pieces whose lengths are multiples of eight.
    var pieces: [Range<Int>] {
        Swift.stride(from: 0, to: count, by: 65_536).map { $0..<min($0 + 65_536, count) }
    }

    /// Writes the product of some records with a vector.
    func multiply(by factors: [Double], to target: UnsafeMutablePointer<Double>, of records: Range<Int>) {
        if stride <= 1 {
            let factor = factors.first ?? 0
            for record in records { target[record] = stride == 0 ? 0 : base[record] * factor }
            return
        }
        let blocks = stride / 4
        var padded = [Four](repeating: Four(), count: blocks)
        for column in 0..<width { padded[column / 4][column % 4] = factors[column] }
        let source = UnsafeRawPointer(base).assumingMemoryBound(to: Four.self)
        padded.withUnsafeBufferPointer { padded in
            for record in records {
                var sum = source[record * blocks] * padded[0]
                for block in 1..<max(1, blocks) { sum += source[record * blocks + block] * padded[block] }
                target[record] = (sum[0] + sum[1]) + (sum[2] + sum[3])
            }
        }
    }

    deinit { UnsafeMutableRawPointer(bitPattern: address.load(ordering: .acquiring))?.deallocate() }

    /// The first number of the first record.
    var base: UnsafePointer<Double> {
        UnsafePointer(bitPattern: address.load(ordering: .acquiring)) ?? writtenNow
    }

    private var writtenNow: UnsafePointer<Double> {
        writing.withLock { fill in
            if let fill { write(fill) }
            fill = nil
        }
        guard let base = UnsafePointer<Double>(bitPattern: address.load(ordering: .acquiring)) else {
            fatalError("rows are written when they are made or read")
        }
        return base
    }

    /// One record's value in one column.
    subscript(record: Int, column: Int) -> Double {
        base[record * stride + column]
    }

    /// One record's columns.
    func row(_ record: Int) -> [Double] {
        (0..<width).map { self[record, $0] }
    }
}
