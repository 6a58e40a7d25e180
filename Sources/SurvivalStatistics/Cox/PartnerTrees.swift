/// Records by the position of their predictor, whose weight below a position is quick to find.
protocol PartnerTree {
    associatedtype Weight: SignedNumeric
    /// An empty tree of so many positions.
    init(size: Int)
    /// The weight of all.
    var total: Weight { get }
    /// Adds a record, or takes it away where the weight is negative.
    mutating func add(_ weight: Weight, at position: Int)
    /// The weight of those whose predictor is lower than that of a run, and of those in it.
    func sums(_ run: Range<Int>) -> (below: Weight, equal: Weight)

    static func weight(_ number: Double) -> Weight
    static func double(_ weight: Weight) -> Double
}

/// Weights at positions that records share, by prefix sums (Fenwick's tree).
struct WeightTree<Weight: TreeWeight>: PartnerTree {
    private var nodes: [Weight]
    private var own: [Weight]
    private(set) var total: Weight = 0

    init(size: Int) {
        nodes = [Weight](repeating: 0, count: size + 1)
        own = [Weight](repeating: 0, count: size)
    }

    static func weight(_ number: Double) -> Weight { Weight(number) }
    static func double(_ weight: Weight) -> Double { weight.double }

    mutating func add(_ weight: Weight, at position: Int) {
        total += weight
        own[position] += weight
        nodes.withUnsafeMutableBufferPointer { nodes in
            var node = position + 1
            while node < nodes.count {
                nodes[node] += weight
                node += node & -node
            }
        }
    }

    func sums(_ run: Range<Int>) -> (below: Weight, equal: Weight) {
        nodes.withUnsafeBufferPointer { nodes in
            var below: Weight = 0
            var node = run.lowerBound
            while node > 0 {
                below += nodes[node]
                node -= node & -node
            }
            return (below, own[run.lowerBound])
        }
    }
}

/// A number that weights are summed in: whole where all weights are 1.
protocol TreeWeight: SignedNumeric {
    init(_ number: Double)
    var double: Double { get }
}

extension Double: TreeWeight {
    var double: Double { self }
}

extension Int: TreeWeight {
    var double: Double { Double(self) }
}

/// Records that all weigh 1: a bit for each position, and Fenwick's tree over the words of bits. A million records take
/// 190 kB, which stays in the cache, where a tree of weights takes 16 MB.
struct PresenceTree: PartnerTree {
    private var words: [UInt64]
    private var nodes: [Int32]
    private(set) var total = 0

    init(size: Int) {
        words = [UInt64](repeating: 0, count: size / 64 + 1)
        nodes = [Int32](repeating: 0, count: words.count + 1)
    }

    static func weight(_: Double) -> Int { 1 }
    static func double(_ weight: Int) -> Double { Double(weight) }

    @inline(__always)
    mutating func add(_ weight: Int, at own: Int) {
        total += weight
        words[own >> 6] ^= 1 << UInt64(own & 63)
        let change = Int32(truncatingIfNeeded: weight)
        nodes.withUnsafeMutableBufferPointer { nodes in
            var node = own >> 6 + 1
            while node < nodes.count {
                nodes[node] += change
                node += node & -node
            }
        }
    }

    @inline(__always)
    func sums(_ run: Range<Int>) -> (below: Int, equal: Int) {
        let below = count(below: run.lowerBound)
        // A record is not among those that it is compared with: alone with its predictor it has no equal.
        return (below, run.count == 1 ? 0 : count(below: run.upperBound) - below)
    }

    @inline(__always)
    private func count(below position: Int) -> Int {
        nodes.withUnsafeBufferPointer { nodes in
            var node = position >> 6
            var sum = (words[node] & (1 << UInt64(position & 63) - 1)).nonzeroBitCount
            while node > 0 {
                sum += Int(nodes[node])
                node -= node & -node
            }
            return sum
        }
    }
}
