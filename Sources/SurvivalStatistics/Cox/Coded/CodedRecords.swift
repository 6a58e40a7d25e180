internal import Mathematics

/// The covariates of many records as codes: a tenth of the memory that columns take, and no exponential a record.
///
/// Covariates of few values together make *cells*: each combination of their values is one, so that a record needs one code
/// for all of them, and what depends on them is added up by cell. Each other covariate, a number, has a code of its own.
/// `e^{β'x}` of a record is the product of as many looked-up numbers, of which there are few.
///
/// The columns are in *places*: those of the cells first, then the numbers, each padded with zeros to a multiple of four.
/// Records of a time group are in the order of the events, then the others.
final class CodedRecords: Sendable {
    typealias Four = SIMD4<Double>

    /// Fewer records than this are summed from columns.
    static let fewestRecords = 200_000
    /// Records that a time group has at least on average: what is kept for each group must stay small beside the records.
    static let fewestRecordsOfGroup = 32
    private static let mostCells = 2048
    private static let mostNumbers = 8

    /// Blocks of four places for the columns of the cells and for the numbers.
    let cellBlocks: Int
    let numberBlocks: Int
    /// Codes of a record: its cell, then each number's.
    let words: Int
    let codes: [UInt16]
    /// For each cell the values of its places.
    let cells: [Four]
    /// The values of all numbers, one number after the other.
    let values: [Double]
    /// Where each number's values begin.
    let offsets: [Int]
    /// The column at each place; −1 at padding.
    let columnOfPlace: [Int]
    let scaling: Standardisation

    var blocks: Int { cellBlocks + numberBlocks }
    var cellCount: Int { cellBlocks == 0 ? 1 : cells.count / cellBlocks }

    /// Codes the records of a design in their order; nil where that does not pay or a covariate has too many values.
    init?(_ design: CoxDesign, rows: [Int32], groupStart: [Int32], isEvent: [Bool], atLeast fewest: Int) {
        let matrix = design.covariates
        guard rows.count >= fewest, !rows.isEmpty, rows.count >= groupStart.count * Self.fewestRecordsOfGroup,
            design.weights == nil, design.frequency == nil, design.offset == nil, design.entry == nil,
            let covariates = matrix.covariates, matrix.terms.count == covariates.count, !covariates.isEmpty
        else { return nil }
        let used = rows.count == design.time.count ? nil : rows
        let made = concurrentMap(covariates.count) {
            CodedCovariate(covariates[$0], columns: matrix.terms[$0].columns, used: used)
        }
        let coded = made.compactMap { $0 }
        guard coded.count == made.count else { return nil }
        let (inCells, alone) = Self.divided(coded)
        guard alone.count <= Self.mostNumbers, alone.allSatisfy({ $0.columns.count == 1 }) else { return nil }

        let cellColumns = inCells.flatMap { Array($0.columns) }
        cellBlocks = (cellColumns.count + 3) / 4
        numberBlocks = (alone.count + 3) / 4
        words = 1 + 4 * numberBlocks
        func padded(_ columns: [Int]) -> [Int] {
            columns + [Int](repeating: -1, count: (4 - columns.count % 4) % 4)
        }
        columnOfPlace = padded(cellColumns) + padded(alone.map(\.columns.lowerBound))
        cells = Self.cells(of: inCells, blocks: cellBlocks)
        var (values, offsets) = ([Double](), [Int]())
        for covariate in alone {
            offsets.append(values.count)
            values += covariate.rows.map { $0[0] }
        }
        // Padding looks up a value of 0.
        for _ in alone.count..<4 * numberBlocks { offsets.append(values.count) }
        self.values = values + [0]
        self.offsets = offsets
        scaling = Standardisation(means: coded.flatMap(\.means), scales: coded.flatMap(\.scales))
        codes = Self.codes(
            inCells, alone, words: words,
            places: Self.places(of: rows, among: design.time.count, groupStart: groupStart, isEvent: isEvent),
            records: rows.count)
    }

    /// Those that make cells, fewest values first, and the others.
    private static func divided(_ covariates: [CodedCovariate]) -> (cells: [CodedCovariate], alone: [CodedCovariate]) {
        let order = covariates.indices.sorted {
            (covariates[$0].levelCount, $0) < (covariates[$1].levelCount, $1)
        }
        var count = 1
        let inCells = order.prefix { index in
            guard covariates[index].levelCount <= mostCells else { return false }
            count *= max(1, covariates[index].levelCount)
            return count <= mostCells
        }
        return (inCells.map { covariates[$0] }, order.dropFirst(inCells.count).sorted().map { covariates[$0] })
    }

    /// The values of every cell's places; the first covariate's codes vary fastest.
    private static func cells(of covariates: [CodedCovariate], blocks: Int) -> [Four] {
        let count = covariates.reduce(1) { $0 * max(1, $1.levelCount) }
        var cells = [Four](repeating: Four(), count: count * blocks)
        for cell in 0..<count {
            var (rest, place) = (cell, 0)
            for covariate in covariates {
                for value in covariate.rows[rest % covariate.levelCount] {
                    cells[cell * blocks + place / 4][place % 4] = value
                    place += 1
                }
                rest /= covariate.levelCount
            }
        }
        return cells
    }

    /// For each row of the design the place of its record, events of a time group first; −1 where it is no record.
    private static func places(
        of rows: [Int32], among count: Int, groupStart: [Int32], isEvent: [Bool]
    ) -> [Int32] {
        var places = [Int32](repeating: -1, count: count)
        places.withUnsafeMutableBufferPointer { places in
            nonisolated(unsafe) let places = places
            concurrently(inBlocksOf: groupStart.count - 1, ofLength: 64) { block in
                for group in block {
                    let members = Int(groupStart[group])..<Int(groupStart[group + 1])
                    var event = Int32(members.lowerBound)
                    var other = event + members.reduce(Int32(0)) { $0 + (isEvent[$1] ? 1 : 0) }
                    for record in members {
                        if isEvent[record] {
                            places[Int(rows[record])] = event
                            event += 1
                        } else {
                            places[Int(rows[record])] = other
                            other += 1
                        }
                    }
                }
            }
        }
        return places
    }

    /// The codes record by record: each covariate is read from end to end, and a record is written where it belongs.
    private static func codes(
        _ inCells: [CodedCovariate], _ alone: [CodedCovariate], words: Int, places: [Int32], records: Int
    ) -> [UInt16] {
        [UInt16](unsafeUninitializedCapacity: records * words) { room, filled in
            nonisolated(unsafe) let room = room
            concurrently(inBlocksOf: places.count) { block in
                var cell = [UInt16](repeating: 0, count: block.count)
                var factor: UInt16 = 1
                for covariate in inCells {
                    covariate.codes.withUnsafeBufferPointer { codes in
                        for row in block { cell[row - block.lowerBound] += codes[row] &* factor }
                    }
                    factor *= UInt16(max(1, covariate.levelCount))
                }
                places.withUnsafeBufferPointer { places in
                    for row in block where places[row] >= 0 {
                        room[Int(places[row]) * words] = cell[row - block.lowerBound]
                    }
                    for word in 1..<max(1, words) {
                        guard word <= alone.count else {
                            for row in block where places[row] >= 0 { room[Int(places[row]) * words + word] = 0 }
                            continue
                        }
                        alone[word - 1].codes.withUnsafeBufferPointer { codes in
                            for row in block where places[row] >= 0 {
                                room[Int(places[row]) * words + word] = codes[row]
                            }
                        }
                    }
                }
            }
            filled = records * words
        }
    }
}

/// Runs an action for stretches of some length of 0 ..< count on as many cores as there are.
private func concurrently(inBlocksOf count: Int, ofLength length: Int, _ action: (Range<Int>) -> Void) {
    _ = concurrentMap((count + length - 1) / length) { block in
        action(block * length..<min((block + 1) * length, count))
    }
}
