internal import Mathematics

/// The sum `Σ w x x'` over many records, and `Σ w x`.
///
/// Goals, in this order: the same bits on every machine and for any number of threads; few passes over memory; little
/// arithmetic. Records are taken in chunks that stay in the cache. A chunk is multiplied by its weights once; then every
/// tile of 4 × 4 elements on or above the diagonal is summed over the chunk in registers. Lanes are never added to each
/// other, and every element is summed in the order of the records.
struct WeightedCrossProduct {
    private typealias Four = SIMD4<Double>
    private static let chunk = 128

    private let width: Int
    private let blocks: Int
    private let isVectorOnly: Bool
    /// For each tile its four rows.
    private var tiles: [Four]
    private var sums: [Four]
    private var scaled: [Four]

    /// - Parameters:
    ///   - width: Columns.
    ///   - stride: Numbers from one record to the next, a multiple of four.
    ///   - isVectorOnly: Whether only `Σ w x` is wanted.
    init(width: Int, stride: Int, isVectorOnly: Bool = false) {
        self.width = width
        self.isVectorOnly = isVectorOnly
        blocks = stride / 4
        tiles = [Four](repeating: Four(), count: blocks * (blocks + 1) / 2 * 4)
        sums = [Four](repeating: Four(), count: blocks)
        scaled = [Four](repeating: Four(), count: Self.chunk * blocks)
    }

    /// Adds records that lie one after the other, aligned to four numbers.
    mutating func add(_ rows: UnsafePointer<Double>, weights: UnsafePointer<Double>, count: Int) {
        guard blocks > 0 else { return }
        var start = 0
        while start < count {
            let size = min(Self.chunk, count - start)
            let source = UnsafeRawPointer(rows + start * blocks * 4).assumingMemoryBound(to: Four.self)
            addChunk(source, weights: weights + start, count: size)
            start += size
        }
    }

    private mutating func addChunk(_ source: UnsafePointer<Four>, weights: UnsafePointer<Double>, count: Int) {
        let blocks = self.blocks
        scaled.withUnsafeMutableBufferPointer { scaled in
            sums.withUnsafeMutableBufferPointer { sums in
                for block in 0..<blocks {
                    var sum = sums[block]
                    for record in 0..<count {
                        let product = source[record * blocks + block] * weights[record]
                        scaled[record * blocks + block] = product
                        sum += product
                    }
                    sums[block] = sum
                }
            }
            if isVectorOnly { return }
            tiles.withUnsafeMutableBufferPointer { tiles in
                var tile = 0
                for row in 0..<blocks {
                    for column in row..<blocks {
                        var (first, second, third, fourth) = (
                            tiles[tile], tiles[tile + 1], tiles[tile + 2], tiles[tile + 3]
                        )
                        var left = row
                        var right = column
                        for _ in 0..<count {
                            let (x, y) = (scaled[left], source[right])
                            first += y * x[0]
                            second += y * x[1]
                            third += y * x[2]
                            fourth += y * x[3]
                            left += blocks
                            right += blocks
                        }
                        (tiles[tile], tiles[tile + 1], tiles[tile + 2], tiles[tile + 3]) = (
                            first, second, third, fourth
                        )
                        tile += 4
                    }
                }
            }
        }
    }

    /// Adds another sum.
    mutating func add(_ other: WeightedCrossProduct) {
        for index in tiles.indices { tiles[index] += other.tiles[index] }
        for index in sums.indices { sums[index] += other.sums[index] }
    }

    /// `Σ w x`.
    var vector: [Double] {
        (0..<width).map { sums[$0 / 4][$0 % 4] }
    }

    /// `Σ w x x'`.
    var matrix: SquareMatrix {
        var result = SquareMatrix(size: width)
        var tile = 0
        for row in 0..<blocks {
            for column in row..<blocks {
                for i in 0..<4 where row * 4 + i < width {
                    for j in 0..<4 where column * 4 + j < width && column * 4 + j >= row * 4 + i {
                        result[row * 4 + i, column * 4 + j] = tiles[tile + i][j]
                    }
                }
                tile += 4
            }
        }
        result.mirrorUpperTriangle()
        return result
    }
}
