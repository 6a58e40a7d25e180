internal import Mathematics

/// A covariate's values as codes, and what its columns hold for each of them.
struct CodedCovariate {
    /// For each row of the design the code; anything where the value is missing.
    let codes: [UInt16]
    /// The positions of its columns in the design.
    let columns: Range<Int>
    /// For each code the values of the columns, as they are stored.
    private(set) var rows: [[Double]]
    /// For each column its mean, and what one unit is in stored units.
    private(set) var means: [Double]
    private(set) var scales: [Double]

    var levelCount: Int { rows.count }

    /// Codes a covariate; nil where it has too many different values.
    ///
    /// - Parameters:
    ///   - covariate: The covariate.
    ///   - columns: Its columns' positions.
    ///   - used: The rows that count; nil: all.
    init?(_ covariate: Covariate, columns: Range<Int>, used: [Int32]?) {
        self.columns = columns
        means = columns.map { _ in 0 }
        scales = columns.map { _ in 1 }
        switch covariate.values {
        case .factor(let codes, let levels, let reference):
            guard levels.count <= CodedNumbers.mostValues, !levels.isEmpty else { return nil }
            self.codes = gatheredInBlocks(codes.count) { UInt16(max(0, codes[$0])) }
            let shown = levels.indices.filter { $0 != reference }
            rows = levels.indices.map { level in shown.map { $0 == level ? 1 : 0 } }
        case .continuous(let numbers):
            guard let coded = CodedNumbers(numbers) else { return nil }
            codes = coded.codes
            rows = coded.values.map { [$0] }
            standardise(used: used)
        }
    }

    /// Centres and scales a column of numbers as ``Standardisation`` does, from how often each number occurs.
    private mutating func standardise(used: [Int32]?) {
        let counts = counts(used)
        let occurring = rows.indices.filter { counts[$0] > 0 }
        if occurring.allSatisfy({ abs(rows[$0][0]) == 1 || rows[$0][0] == 0 }) { return }
        let total = occurring.reduce(0) { $0 + Double(counts[$1]) }
        let mean = occurring.reduce(0) { $0 + Double(counts[$1]) * rows[$1][0] } / total
        let deviation = occurring.reduce(0) { $0 + Double(counts[$1]) * abs(rows[$1][0] - mean) }
        let scale = deviation > 0 ? total / deviation : 1
        for code in rows.indices { rows[code][0] = (rows[code][0] - mean) * scale }
        (means, scales) = ([mean], [scale])
    }

    private func counts(_ used: [Int32]?) -> [Int] {
        let blocks = TimeOrder.blocks(of: used?.count ?? codes.count)
        let parts = codes.withUnsafeBufferPointer { codes in
            nonisolated(unsafe) let codes = codes
            return concurrentMap(blocks.count) { block in
                var counts = [Int](repeating: 0, count: rows.count)
                if let used {
                    for index in blocks[block] { counts[Int(codes[Int(used[index])])] += 1 }
                } else {
                    for row in blocks[block] { counts[Int(codes[row])] += 1 }
                }
                return counts
            }
        }
        return parts.dropFirst().reduce(parts[0]) { zip($0, $1).map { $0 + $1 } }
    }
}

/// An array made element by element, block by block on as many cores as there are.
func gatheredInBlocks<Element>(_ count: Int, _ element: (Int) -> Element) -> [Element] {
    [Element](unsafeUninitializedCapacity: count) { room, filled in
        nonisolated(unsafe) let room = room
        concurrently(inBlocksOf: count) { block in
            for index in block { room.initializeElement(at: index, to: element(index)) }
        }
        filled = count
    }
}
