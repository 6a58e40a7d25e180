/// Columns stored record by record, each record padded with zeros to a multiple of four columns and aligned for vectors
/// of four numbers.
final class CovariateRows: @unchecked Sendable {
    /// Four numbers that are computed with at once.
    typealias Four = SIMD4<Double>

    let count: Int
    let width: Int
    /// Numbers from one record to the next.
    let stride: Int
    private let storage: UnsafeMutableRawPointer

    /// Makes rows that `fill` writes; it must write every column of every record. The padding is zero. A single column is not
    /// padded unless this is asked for.
    init(
        count: Int, width: Int, padsSingle: Bool = false, fill: (UnsafeMutablePointer<Double>, _ stride: Int) -> Void
    ) {
        self.count = count
        self.width = width
        stride = width < 2 && !padsSingle ? width : (width + 3) / 4 * 4
        let bytes = max(64, count * stride * MemoryLayout<Double>.stride)
        storage = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
        let base = storage.bindMemory(to: Double.self, capacity: bytes / MemoryLayout<Double>.stride)
        if stride > width {
            for record in 0..<count { for column in width..<stride { base[record * stride + column] = 0 } }
        }
        fill(base, stride)
    }

    /// Standardised columns in the order of some rows, four columns at a time.
    convenience init(_ columns: [[Double]], rows: [Int32], scaling: Standardisation) {
        self.init(count: rows.count, width: columns.count) { target, stride in
            let pieces = rows.count * columns.count < 100_000 ? 1 : 16
            _ = concurrentMap(pieces) { piece in
                let records = (rows.count * piece / pieces)..<(rows.count * (piece + 1) / pieces)
                Self.gather(columns, rows: rows, records: records, scaling: scaling, to: target, stride: stride)
            }
        }
    }

    private static func gather(
        _ columns: [[Double]], rows: [Int32], records: Range<Int>, scaling: Standardisation,
        to target: UnsafeMutablePointer<Double>, stride: Int
    ) {
        rows.withUnsafeBufferPointer { rows in
            var first = 0
            while first + 4 <= columns.count {
                let (shift, factor) = (
                    Four(scaling.means[first..<(first + 4)]), Four(scaling.scales[first..<(first + 4)])
                )
                columns[first].withUnsafeBufferPointer { one in
                    columns[first + 1].withUnsafeBufferPointer { two in
                        columns[first + 2].withUnsafeBufferPointer { three in
                            columns[first + 3].withUnsafeBufferPointer { four in
                                let place = UnsafeMutableRawPointer(target + first)
                                    .assumingMemoryBound(to: Four.self)
                                for record in records {
                                    let row = Int(rows[record])
                                    place[record * (stride / 4)] =
                                        (Four(one[row], two[row], three[row], four[row]) - shift) * factor
                                }
                            }
                        }
                    }
                }
                first += 4
            }
            for position in first..<columns.count {
                let (mean, scale) = (scaling.means[position], scaling.scales[position])
                columns[position].withUnsafeBufferPointer { column in
                    for record in records {
                        target[record * stride + position] = (column[Int(rows[record])] - mean) * scale
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

    deinit { storage.deallocate() }

    /// The first number of the first record.
    var base: UnsafePointer<Double> { UnsafePointer(storage.assumingMemoryBound(to: Double.self)) }

    /// One record's value in one column.
    subscript(record: Int, column: Int) -> Double {
        base[record * stride + column]
    }

    /// One record's columns.
    func row(_ record: Int) -> [Double] {
        (0..<width).map { self[record, $0] }
    }
}
