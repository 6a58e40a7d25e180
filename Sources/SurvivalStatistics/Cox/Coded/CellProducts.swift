internal import Mathematics

/// The sums `Σ v x` and `Σ v x x'` over records, gathered by cell.
///
/// All records of a cell have the same values in the cell's places, so that only `Σ v`, `Σ v z` and `Σ v z z'` of the numbers
/// `z` are added up record by record; what the cell's own places make of them is worked out once a cell.
struct CellProducts {
    typealias Four = SIMD4<Double>

    private let records: CodedRecords
    /// `Σ v` of each cell.
    private var weights: [Double]
    /// For each cell `Σ v z` and then, for each number, the blocks of `Σ v z z'` from its own on.
    private var sums: [Four]
    private let stride: Int

    init(_ records: CodedRecords) {
        self.records = records
        let blocks = records.numberBlocks
        stride = blocks + (0..<4 * blocks).reduce(0) { $0 + blocks - $1 / 4 }
        weights = [Double](repeating: 0, count: records.cellCount)
        sums = [Four](repeating: Four(), count: records.cellCount * stride)
    }

    /// Adds records of which each counts its own weight times a factor.
    @inline(__always)
    mutating func add(
        _ range: Range<Int>, weights own: UnsafePointer<Double>, times factor: Double, _ risks: CodedRisks
    ) {
        let (records, stride) = (records, stride)
        weights.withUnsafeMutableBufferPointer { weights in
            sums.withUnsafeMutableBufferPointer { sums in
                records.codes.withUnsafeBufferPointer { codes in
                    risks.parts.withUnsafeBufferPointer { parts in
                        guard records.numberBlocks > 0 else {
                            for record in range { weights[Int(codes[record])] += own[record] * factor }
                            return
                        }
                        let words = records.words
                        if records.numberBlocks == 1 {
                            let offsets = records.offsets
                            let (first, second, third, fourth) = (offsets[0], offsets[1], offsets[2], offsets[3])
                            for record in range {
                                let place = record * 5
                                let cell = Int(codes[place])
                                let weight = own[record] * factor
                                weights[cell] += weight
                                let z = Four(
                                    parts[first + Int(codes[place + 1])].y, parts[second + Int(codes[place + 2])].y,
                                    parts[third + Int(codes[place + 3])].y, parts[fourth + Int(codes[place + 4])].y)
                                let product = z * weight
                                let target = cell * 5
                                sums[target] += product
                                sums[target + 1] += product * z[0]
                                sums[target + 2] += product * z[1]
                                sums[target + 3] += product * z[2]
                                sums[target + 4] += product * z[3]
                            }
                            return
                        }
                        for record in range {
                            let cell = Int(codes[record * words])
                            let weight = own[record] * factor
                            weights[cell] += weight
                            var target = cell * stride
                            for block in 0..<records.numberBlocks {
                                sums[target] += records.numbers(of: record, block, codes, parts) * weight
                                target += 1
                            }
                            for number in 0..<(words - 1) {
                                let z = parts[records.offsets[number] + Int(codes[record * words + 1 + number])].y
                                for block in (number / 4)..<records.numberBlocks {
                                    sums[target] +=
                                        records.numbers(of: record, block, codes, parts) * (weight * z)
                                    target += 1
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// `Σ v x` and `Σ v x x'` in the places of the columns.
    var totals: (vector: [Double], matrix: SquareMatrix) {
        let (cellBlocks, numberBlocks) = (records.cellBlocks, records.numberBlocks)
        let (own, size) = (cellBlocks * 4, records.blocks * 4)
        var vector = [Double](repeating: 0, count: size)
        var matrix = SquareMatrix(size: size)
        // The matrix's own elements, row by row: they are written millions of times.
        var elements = matrix.elements
        var numbers = [Four](repeating: Four(), count: stride)
        for cell in weights.indices where weights[cell] != 0 {
            for index in 0..<stride { numbers[index] += sums[cell * stride + index] }
            for row in 0..<own {
                let value = records.cells[cell * cellBlocks + row / 4][row % 4]
                guard value != 0 else { continue }
                let weighted = weights[cell] * value
                vector[row] += weighted
                for column in row..<own {
                    let other = records.cells[cell * cellBlocks + column / 4][column % 4]
                    elements[row * size + column] += weighted * other
                }
                for number in 0..<numberBlocks * 4 {
                    elements[row * size + own + number] += value * sums[cell * stride + number / 4][number % 4]
                }
            }
        }
        var place = numberBlocks
        for number in 0..<numberBlocks * 4 {
            vector[own + number] = numbers[number / 4][number % 4]
            for block in (number / 4)..<numberBlocks {
                for lane in 0..<4 {
                    elements[(own + number) * size + own + block * 4 + lane] = numbers[place][lane]
                }
                place += 1
            }
        }
        for row in 0..<size {
            for column in 0..<row { elements[row * size + column] = elements[column * size + row] }
        }
        matrix.elements = elements
        return (vector, matrix)
    }
}
