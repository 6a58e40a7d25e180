/// A walk over the common event times of several groups: what the log-rank family sums over.
///
/// Goals in order: the same counts as from one pooled sample, near ties between groups included; one pass over the
/// groups' tables; no allocation on the way.
struct PooledEventTimes {
    /// At risk just before the present time, by group.
    private(set) var atRisk: [Double]
    /// Events at the present time, by group.
    private(set) var events: [Double]
    /// At risk just before the present time, in all groups.
    var totalAtRisk: Double { atRisk.reduce(0, +) }
    /// Events at the present time, in all groups.
    var totalEvents: Double { events.reduce(0, +) }
    /// The present time.
    private(set) var time = -Double.infinity

    private let tables: [ExitTable]
    private let entries: [EntryTable?]
    private let hasEntries: Bool
    private var positions: [Int]
    /// The next time of each group; infinite where there is none.
    private var next: [Double]
    /// Those of each group who leave at its next time or later.
    private var leaving: [Double]
    /// The smallest of the next times.
    private var nearest: Double
    /// Two times further apart than this are never near each other, whatever their mean is.
    private let widestTie: Double
    /// The mean absolute value of the distinct times, once it is needed.
    private var scale: Double?

    /// Stands before the first time.
    init(_ groups: [SurvivalSample]) {
        tables = groups.map { ExitTable($0) }
        entries = groups.map { EntryTable($0) }
        hasEntries = entries.contains { $0 != nil }
        atRisk = groups.map { _ in 0 }
        events = atRisk
        positions = groups.map { _ in 0 }
        next = tables.map { $0.time.first ?? .infinity }
        leaving = tables.map { $0.leaving.first ?? 0 }
        nearest = next.min() ?? .infinity
        let largest = tables.reduce(0) { max($0, abs($1.time.first ?? 0), abs($1.time.last ?? 0)) }
        widestTie = SurvivalSample.nearTieTolerance * max(1, largest)
    }

    /// Goes to the next time at which any group has an event; false where there is none.
    mutating func advance() -> Bool {
        while nearest < .infinity {
            time = nearest
            for group in tables.indices {
                atRisk[group] = leaving[group]
                events[group] = 0
            }
            if hasEntries {
                for group in tables.indices { atRisk[group] -= entries[group]?.waiting(at: time) ?? 0 }
            }
            var hasEvent = false
            var last = time
            repeat {
                last = nearest
                if takeNearest() { hasEvent = true }
            } while nearest - last <= widestTie && isNearTie(last, nearest)
            if hasEvent { return true }
        }
        return false
    }

    /// Counts what happens at the nearest time and goes beyond it. Gives whether there is an event.
    private mutating func takeNearest() -> Bool {
        var hasEvent = false
        var following = Double.infinity
        for group in tables.indices {
            if next[group] == nearest {
                let here = tables[group].events[positions[group]]
                events[group] += here
                if here > 0 { hasEvent = true }
                let position = positions[group] + 1
                positions[group] = position
                let isLeft = position < tables[group].time.count
                next[group] = isLeft ? tables[group].time[position] : .infinity
                leaving[group] = isLeft ? tables[group].leaving[position] : 0
            }
            following = min(following, next[group])
        }
        nearest = following
        return hasEvent
    }

    private mutating func isNearTie(_ one: Double, _ other: Double) -> Bool {
        guard other < .infinity else { return false }
        let mean = scale ?? meanAbsoluteTime
        scale = mean
        return SurvivalSample.areNear(one, other, scale: mean)
    }

    /// The mean absolute value of the distinct times of all groups, by one walk along their tables.
    private var meanAbsoluteTime: Double {
        var (sum, count) = (0.0, 0.0)
        var positions = tables.map { _ in 0 }
        while true {
            var nearest = Double.infinity
            for group in tables.indices where positions[group] < tables[group].time.count {
                nearest = min(nearest, tables[group].time[positions[group]])
            }
            guard nearest < .infinity else { return count > 0 ? sum / count : 1 }
            sum += abs(nearest)
            count += 1
            for group in tables.indices
            where positions[group] < tables[group].time.count && tables[group].time[positions[group]] == nearest {
                positions[group] += 1
            }
        }
    }
}
