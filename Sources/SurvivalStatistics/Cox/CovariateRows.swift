/// Covariates stored record by record, each record padded with zeros to a multiple of four columns and aligned for vectors
/// of four numbers.
final class CovariateRows: @unchecked Sendable {
    /// Four numbers that are computed with at once.
    typealias Four = SIMD4<Double>

    let count: Int
    let width: Int
    /// Numbers from one record to the next.
    let stride: Int
    private let storage: UnsafeMutableRawPointer

    /// Makes rows of zeros, which `fill` writes before anybody reads them.
    init(count: Int, width: Int, fill: (UnsafeMutablePointer<Double>, _ stride: Int) -> Void) {
        self.count = count
        self.width = width
        stride = width < 2 ? width : (width + 3) / 4 * 4
        let bytes = max(64, count * stride * MemoryLayout<Double>.stride)
        storage = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
        storage.initializeMemory(as: Double.self, repeating: 0, count: bytes / MemoryLayout<Double>.stride)
        fill(storage.assumingMemoryBound(to: Double.self), stride)
    }

    /// Standardised columns in the order of some rows.
    ///
    /// The columns are first laid out row by row in their own order, where both are read and written from end to end, and
    /// then moved a row at a time: a row's columns come from memory together.
    convenience init(_ columns: [[Double]], rows: [Int32], scaling: Standardisation) {
        self.init(count: rows.count, width: columns.count) { target, stride in
            if columns.count < 4 {
                for (position, column) in columns.enumerated() {
                    let (mean, scale) = (scaling.means[position], scaling.scales[position])
                    column.withUnsafeBufferPointer { column in
                        for (record, row) in rows.enumerated() {
                            target[record * stride + position] = (column[Int(row)] - mean) * scale
                        }
                    }
                }
                return
            }
            let original = CovariateRows(count: columns[0].count, width: columns.count) { target, stride in
                for (position, column) in columns.enumerated() {
                    let (mean, scale) = (scaling.means[position], scaling.scales[position])
                    column.withUnsafeBufferPointer { column in
                        for row in 0..<column.count { target[row * stride + position] = (column[row] - mean) * scale }
                    }
                }
            }
            let source = original.base
            for (record, row) in rows.enumerated() {
                (target + record * stride).update(from: source + Int(row) * stride, count: stride)
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
