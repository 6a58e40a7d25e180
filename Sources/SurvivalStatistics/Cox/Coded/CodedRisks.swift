#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif

/// What is looked up by code at one coefficient vector: the parts of `e^{β'x}`, and the numbers.
struct CodedRisks {
    typealias Four = SIMD4<Double>
    /// `e^{βx}` and `x` of a number.
    typealias Part = SIMD2<Double>

    /// `e^{β'x}` of the columns of each cell.
    let cells: [Double]
    /// One for each of ``CodedRecords/values``.
    let parts: [Part]

    /// Computes them; nil where a product might overflow.
    init?(_ records: CodedRecords, _ coefficients: [Double]) {
        let predictors = CodedPredictors(records, coefficients)
        guard predictors.largest < 600 else { return nil }
        cells = predictors.cells.map { exp($0) }
        parts = zip(predictors.values, records.values).map { Part(exp($0), $1) }
    }
}

/// The parts of the linear predictor that are looked up by code.
struct CodedPredictors {
    let cells: [Double]
    let values: [Double]
    /// No predictor is farther from 0.
    let largest: Double

    init(_ records: CodedRecords, _ coefficients: [Double]) {
        let own = records.columnOfPlace.map { $0 < 0 ? 0 : coefficients[$0] }
        let blocks = records.cellBlocks
        cells = (0..<records.cellCount).map { cell in
            (0..<blocks).reduce(0) { sum, block in
                (0..<4).reduce(sum) { $0 + records.cells[cell * blocks + block][$1] * own[block * 4 + $1] }
            }
        }
        var values = [Double](repeating: 0, count: records.values.count)
        var largest = cells.reduce(0) { max($0, abs($1)) }
        for (number, offset) in records.offsets.enumerated() {
            let end = number + 1 < records.offsets.count ? records.offsets[number + 1] : records.values.count
            let coefficient = own[blocks * 4 + number]
            var most = 0.0
            for index in offset..<max(offset, end) {
                values[index] = coefficient * records.values[index]
                most = max(most, abs(values[index]))
            }
            largest += most
        }
        self.values = values
        self.largest = largest.isFinite ? largest : .infinity
    }
}

extension CodedRecords {
    /// Writes `e^{β'x}` of some records, adds `Σ e^{β'x} x` to the places of `vector`, and gives `Σ e^{β'x}`.
    @inline(__always)
    func addRisks(
        _ risks: CodedRisks, _ records: Range<Int>, risk: UnsafeMutablePointer<Double>,
        to vector: UnsafeMutablePointer<Four>
    ) -> Double {
        var sum = 0.0
        codes.withUnsafeBufferPointer { codes in
            risks.cells.withUnsafeBufferPointer { cellRisks in
                risks.parts.withUnsafeBufferPointer { parts in
                    switch numberBlocks {
                    case 0:
                        for record in records {
                            risk[record] = cellRisks[Int(codes[record])]
                            sum += risk[record]
                        }
                    case 1:
                        let (first, second, third, fourth) = (offsets[0], offsets[1], offsets[2], offsets[3])
                        var numbers = vector[cellBlocks]
                        for record in records {
                            let own = record * 5
                            let a = parts[first + Int(codes[own + 1])]
                            let b = parts[second + Int(codes[own + 2])]
                            let c = parts[third + Int(codes[own + 3])]
                            let d = parts[fourth + Int(codes[own + 4])]
                            let value = cellRisks[Int(codes[own])] * (a.x * b.x) * (c.x * d.x)
                            risk[record] = value
                            sum += value
                            numbers += Four(a.y, b.y, c.y, d.y) * value
                        }
                        vector[cellBlocks] = numbers
                    default:
                        for record in records {
                            let own = record * words
                            var value = cellRisks[Int(codes[own])]
                            for number in 0..<(words - 1) {
                                value *= parts[offsets[number] + Int(codes[own + 1 + number])].x
                            }
                            risk[record] = value
                            sum += value
                            for block in 0..<numberBlocks {
                                vector[cellBlocks + block] += numbers(of: record, block, codes, parts) * value
                            }
                        }
                    }
                    cells.withUnsafeBufferPointer { cells in
                        for block in 0..<cellBlocks {
                            var sum = vector[block]
                            for record in records {
                                sum += cells[Int(codes[record * words]) * cellBlocks + block] * risk[record]
                            }
                            vector[block] = sum
                        }
                    }
                }
            }
        }
        return sum
    }

    /// Four numbers of a record.
    @inline(__always)
    func numbers(
        of record: Int, _ block: Int, _ codes: UnsafeBufferPointer<UInt16>, _ parts: UnsafeBufferPointer<SIMD2<Double>>
    ) -> Four {
        let own = record * words + 1 + block * 4
        return Four(
            parts[offsets[block * 4] + Int(codes[own])].y, parts[offsets[block * 4 + 1] + Int(codes[own + 1])].y,
            parts[offsets[block * 4 + 2] + Int(codes[own + 2])].y,
            parts[offsets[block * 4 + 3] + Int(codes[own + 3])].y)
    }
}
