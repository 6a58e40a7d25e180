/// Numbers for the nodes of a network: each sorted list of what is left has its own.
struct NodeKeys {
    /// What one in each row but the first counts; the first row follows from the others.
    private let strides: [Int]
    /// One more than the largest key.
    let count: Int

    /// Nil where there would be too many nodes to number.
    init?(_ rows: [Int]) {
        var strides = [Int]()
        var count = 1
        for row in rows.dropFirst() {
            strides.append(count)
            let (product, overflow) = count.multipliedReportingOverflow(by: row + 1)
            guard !overflow else { return nil }
            count = product
        }
        self.strides = strides
        self.count = count
    }

    /// The key of a sorted list that leaves at most the totals in each row.
    func key(_ rest: [Int]) -> Int {
        var key = 0
        for index in strides.indices { key += strides[index] * rest[index + 1] }
        return key
    }
}

/// The nodes after a column, made as they are met.
struct NextNodes {
    /// The nodes in the order in which they were met.
    private(set) var nodes: [FisherNode] = []
    /// What can come after each of them.
    private(set) var bounds: [CompletionBounds] = []
    /// Pasts kept in all of them and still to be filled in the present stage.
    private(set) var pastCount = 0

    private let keys: NodeKeys
    private let columns: [Int]
    private let logFactorial: [Double]
    /// Places by key: a plain list where there are few keys.
    private var list: [Int32]
    private var dictionary: [Int: Int32] = [:]
    private var rest: [Int] = []

    init(keys: NodeKeys, columns: [Int], logFactorial: [Double]) {
        self.keys = keys
        self.columns = columns
        self.logFactorial = logFactorial
        list = keys.count <= 4_000_000 ? [Int32](repeating: -1, count: keys.count) : []
    }

    /// Where the node lies that a division of the next column leads to, and the log probability of the step.
    mutating func place(after counts: [Int], in rows: [Int]) -> (place: Int, step: Double) {
        var step = 0.0
        rest.removeAll(keepingCapacity: true)
        for row in rows.indices {
            step -= logFactorial[counts[row]]
            let left = rows[row] - counts[row]
            // Insertion keeps the list descending.
            var position = rest.count
            rest.append(left)
            while position > 0, rest[position - 1] < left {
                rest[position] = rest[position - 1]
                position -= 1
            }
            rest[position] = left
        }
        let key = keys.key(rest)
        let known = list.isEmpty ? dictionary[key] ?? -1 : list[key]
        if known >= 0 { return (Int(known), step) }
        let place = nodes.count
        if list.isEmpty { dictionary[key] = Int32(place) } else { list[key] = Int32(place) }
        nodes.append(FisherNode(rows: rest, pasts: []))
        bounds.append(CompletionBounds(rows: rest, columns: columns, logFactorial: logFactorial))
        return (place, step)
    }

    /// Adds pasts to a node.
    mutating func add(_ pasts: ArraySlice<FisherNode.Past>, step: Double, to place: Int) {
        if !pasts.isEmpty { pastCount += nodes[place].add(pasts, step: step) }
    }
}
