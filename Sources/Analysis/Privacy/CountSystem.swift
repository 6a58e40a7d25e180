/// The counts of a study with the sums that tie them together, and which of them are withheld.
///
/// A count is small from 1 to one less than the minimum. Small counts are withheld. Then, as long as the sums that a
/// reader knows leave a small count less room than *anything from 1 to one less than the minimum*, another count beside it
/// is withheld too. Counts that are printed nowhere, but that a difference of two printed ones is, are protected alike.
struct CountSystem {
    /// A count by its place in the system.
    typealias Index = Int

    private struct Count {
        var value: Int
        /// Whether it is printed anywhere.
        var isPublished: Bool
        /// Whether it must not be known while it is small.
        var isSensitive: Bool
        /// The higher, the later it is taken to protect another.
        var worth: Int
    }

    /// A total that is the sum of parts.
    private struct Sum: Hashable {
        var total: Index
        var parts: [Index]
    }

    /// Counts from 1 to one less are small.
    let minimum: Int
    private var counts: [Count] = []
    private var sums: [Sum] = []
    private var sumsOfCount: [[Int]] = []
    private(set) var withheld: Set<Index> = []

    init(minimum: Int) { self.minimum = minimum }

    /// Adds a count; `worth` says how late it is to be taken to protect another, totals after their parts.
    mutating func add(_ value: Int, isPublished: Bool = true, isSensitive: Bool = true, worth: Int = 0) -> Index {
        counts.append(Count(value: value, isPublished: isPublished, isSensitive: isSensitive, worth: worth))
        sumsOfCount.append([])
        return counts.count - 1
    }

    /// Says that a total is the sum of parts, and of a remainder where they do not make it up.
    /// With `isRemainderSensitive` the remainder is a count of patients that must be protected too.
    mutating func addSum(_ total: Index, of parts: [Index], isRemainderSensitive: Bool = true) {
        let rest = counts[total].value - parts.reduce(0) { $0 + counts[$1].value }
        guard rest >= 0, !parts.isEmpty, !parts.contains(total) else { return }
        var parts = parts
        if rest > 0 { parts.append(add(rest, isPublished: false, isSensitive: isRemainderSensitive)) }
        for index in [total] + parts { sumsOfCount[index].append(sums.count) }
        sums.append(Sum(total: total, parts: parts))
    }

    /// Whether a count is published.
    func isWithheld(_ index: Index) -> Bool { withheld.contains(index) }

    /// Decides what is withheld.
    mutating func protect() {
        for index in counts.indices where counts[index].isPublished && isSmall(index) { withheld.insert(index) }
        // What has room keeps it: each further count that is withheld only adds to what is possible.
        for index in counts.indices where counts[index].isSensitive && isSmall(index) {
            while !hasRoom(index, in: withheld), let other = cover(for: index) { withheld.insert(other) }
        }
        tellWhatIsNotNeeded()
    }

    /// Tells again what was withheld on the way and protects nothing, the worthiest first.
    private mutating func tellWhatIsNotNeeded() {
        let others = withheld.filter { !isSmall($0) }
        let order = others.sorted {
            (counts[$1].worth, counts[$1].value, $0) < (counts[$0].worth, counts[$0].value, $1)
        }
        for index in order {
            let (all, tied) = component(of: index, in: withheld)
            let unknowns = all.filter { $0 != index }
            let without = withheld.subtracting([index])
            let exposed = unknowns.indices.filter {
                counts[unknowns[$0]].isSensitive && isSmall(unknowns[$0])
            }
            guard exposed.allSatisfy({ mayHaveRoom(unknowns[$0], in: without) }) else { continue }
            // One first solution serves for all of them.
            let range = FeasibleRange(equations(tied, in: unknowns), unknowns: unknowns.count)
            if exposed.allSatisfy({ isRoom(range.bounds(of: $0)) }) { withheld = without }
        }
    }

    private func isRoom(_ range: ClosedRange<Double>) -> Bool {
        range.lowerBound <= 1 + 1e-6 && range.upperBound >= Double(minimum - 1) - 1e-6
    }

    /// The least and greatest value that a reader can work out for a count.
    func knownRange(of index: Index) -> ClosedRange<Double> { range(of: index, in: withheld) }

    private func isSmall(_ index: Index) -> Bool { (1..<minimum).contains(counts[index].value) }

    private func isUnknown(_ index: Index, in withheld: Set<Index>) -> Bool {
        !counts[index].isPublished || withheld.contains(index)
    }

    private func hasRoom(_ index: Index, in withheld: Set<Index>) -> Bool {
        isUnknown(index, in: withheld) && mayHaveRoom(index, in: withheld) && isRoom(range(of: index, in: withheld))
    }

    /// Whether each sum by itself leaves a count enough room: most that have too little are known by this alone.
    private func mayHaveRoom(_ index: Index, in withheld: Set<Index>) -> Bool {
        sumsOfCount[index].allSatisfy { place in
            let sum = sums[place]
            let unknownParts = sum.parts.filter { isUnknown($0, in: withheld) }
            let isTotalUnknown = isUnknown(sum.total, in: withheld)
            let known = sum.parts.filter { !isUnknown($0, in: withheld) }.reduce(0) { $0 + counts[$1].value }
            if sum.total == index {
                return known <= 1 && (!unknownParts.isEmpty || known >= minimum - 1)
            }
            return isTotalUnknown || (unknownParts.count > 1 && counts[sum.total].value - known >= minimum - 1)
        }
    }

    /// The unknown counts that sums tie to a count, that first, and those sums.
    private func component(of index: Index, in withheld: Set<Index>) -> (unknowns: [Index], sums: [Int]) {
        var (unknowns, position, tied, isSeen) = ([index], 0, [Int](), Set<Int>())
        var isListed: Set<Index> = [index]
        while position < unknowns.count {
            for sum in sumsOfCount[unknowns[position]] where isSeen.insert(sum).inserted {
                tied.append(sum)
                for other in [sums[sum].total] + sums[sum].parts
                where isUnknown(other, in: withheld) && isListed.insert(other).inserted {
                    unknowns.append(other)
                }
            }
            position += 1
        }
        return (unknowns, tied)
    }

    private func range(of index: Index, in withheld: Set<Index>) -> ClosedRange<Double> {
        guard isUnknown(index, in: withheld) else {
            return Double(counts[index].value)...Double(counts[index].value)
        }
        let (unknowns, tied) = component(of: index, in: withheld)
        return FeasibleRange(equations(tied, in: unknowns), unknowns: unknowns.count).bounds(of: 0)
    }

    /// Sums as equations in some unknown counts; the others are known.
    private func equations(_ tied: [Int], in unknowns: [Index]) -> [FeasibleRange.Equation] {
        let place = Dictionary(uniqueKeysWithValues: unknowns.enumerated().map { ($1, $0) })
        return tied.map { sum in
            var equation = FeasibleRange.Equation(coefficients: [:], sum: 0)
            for (part, sign) in sums[sum].parts.map({ ($0, 1.0) }) + [(sums[sum].total, -1.0)] {
                if let unknown = place[part] {
                    equation.coefficients[unknown, default: 0] += sign
                } else {
                    equation.sum -= sign * Double(counts[part].value)
                }
            }
            return equation
        }
    }

    /// The count that is best withheld to protect another: one that suffices by itself, of the least worth; else the one
    /// nearest to it.
    private func cover(for index: Index) -> Index? {
        let (_, tied) = component(of: index, in: withheld)
        func published(_ sum: Int) -> [Index] {
            ([sums[sum].total] + sums[sum].parts).filter { !isUnknown($0, in: withheld) }
        }
        func isCheaper(_ left: Index, _ right: Index) -> Bool {
            let (a, b) = (counts[left], counts[right])
            // Nobody is a fact that is rarely worth hiding, and hides little.
            return (a.worth, a.value == 0 ? 1 : 0, a.value, left) < (b.worth, b.value == 0 ? 1 : 0, b.value, right)
        }
        let candidates = Set(tied.flatMap(published)).sorted(by: isCheaper)
        let enough = candidates.prefix(Self.mostTried).first { hasRoom(index, in: withheld.union([$0])) }
        if let enough { return enough }
        let near = sumsOfCount[index].map(published).filter { !$0.isEmpty }
        return near.min { $0.count > $1.count || ($0.count == $1.count && isCheaper($0[0], $1[0])) }?
            .min(by: isCheaper) ?? candidates.first
    }

    /// How many counts are tried for one that suffices.
    private static let mostTried = 60
}
