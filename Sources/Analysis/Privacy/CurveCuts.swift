/// Where a curve over time may be told: the positions between which none, or at least a minimum, of each kind of thing
/// happened.
///
/// A position is how many of the curve's distinct times lie before it. The beginning and the end are always known, for the
/// numbers of patients and events are. A further position is taken only where both parts that it makes keep to the rule, so
/// that no difference of two published numbers is a small count.
struct CurveCuts: Equatable {
    private let minimum: Double
    /// Of each kind, such as events and censorings, how many happened before each position.
    private let happened: [[Double]]
    /// The positions taken, in ascending order.
    private(set) var positions: [Int]

    /// Takes the beginning and the end; `kinds` is how many of each kind happened at each distinct time.
    init(minimum: Int, kinds: [[Double]]) {
        self.minimum = Double(minimum)
        happened = kinds.map { counts in
            counts.reduce(into: [0.0]) { $0.append($0[$0.count - 1] + $1) }
        }
        let end = kinds.first?.count ?? 0
        positions = end > 0 ? [0, end] : [0]
    }

    /// Whether a position is taken.
    func contains(_ position: Int) -> Bool { positions.contains(position) }

    /// Whether a position is taken or may be.
    func allows(_ position: Int) -> Bool {
        if positions.contains(position) { return true }
        guard let after = positions.firstIndex(where: { $0 > position }), after > 0 else { return false }
        return isLarge(positions[after - 1], position) && isLarge(position, positions[after])
    }

    /// Takes a position where that keeps to the rule.
    mutating func take(_ position: Int) {
        guard allows(position), !positions.contains(position),
            let after = positions.firstIndex(where: { $0 > position })
        else { return }
        positions.insert(position, at: after)
    }

    /// Takes as many further positions as fit, each as soon as the first kind has happened often enough since the last.
    mutating func fill() {
        guard let first = happened.first else { return }
        for position in first.indices.dropFirst() where first[position] > first[position - 1] {
            let last = positions.last { $0 < position } ?? 0
            if first[position] - first[last] >= minimum { take(position) }
        }
    }

    /// How often a kind happened from one position to another.
    func happened(_ kind: Int, from start: Int, to end: Int) -> Double { happened[kind][end] - happened[kind][start] }

    private func isLarge(_ start: Int, _ end: Int) -> Bool {
        happened.allSatisfy { counts in
            let n = counts[end] - counts[start]
            return n < 1e-9 || n >= minimum - 1e-9
        }
    }

    /// The steps that are published: of each part in which something of the first kind happened the last time at which it
    /// did, as the place in the curve's arrays.
    var steps: [(place: Int, start: Int, end: Int)] {
        guard let first = happened.first else { return [] }
        return zip(positions, positions.dropFirst()).compactMap { start, end in
            (start..<end).last { first[$0 + 1] > first[$0] }.map { ($0, start, end) }
        }
    }
}
