/// A walk over the common event times of several groups: what the log-rank family sums over.
///
/// Goals in order: the same counts as from one pooled sample, near ties between groups included; one pass over the
/// groups' tables; no allocation on the way.
struct PooledEventTimes {
    /// At risk just before the present time, by group.
    private(set) var atRisk: [Double]
    /// Events at the present time, by group.
    private(set) var events: [Double]
    /// The present time.
    private(set) var time = -Double.infinity

    private let tables: [ExitTable]
    private let entries: [EntryTable?]
    private var positions: [Int]
    private let scale: Double

    /// Stands before the first time.
    init(_ groups: [SurvivalSample]) {
        tables = groups.map { ExitTable($0) }
        entries = groups.map { EntryTable($0) }
        atRisk = groups.map { _ in 0 }
        events = atRisk
        positions = groups.map { _ in 0 }
        scale = Self.meanAbsoluteTime(tables)
    }

    /// Goes to the next time at which any group has an event; false where there is none.
    mutating func advance() -> Bool {
        while let next = nextTime() {
            time = next
            for group in tables.indices {
                let table = tables[group]
                let stays = positions[group] < table.time.count
                atRisk[group] =
                    (stays ? table.leaving[positions[group]] : 0) - (entries[group]?.waiting(at: next) ?? 0)
                events[group] = 0
            }
            var last = next
            while let near = nextTime(), near == last || isNearTie(near - last) {
                for group in tables.indices {
                    let position = positions[group]
                    guard position < tables[group].time.count, tables[group].time[position] == near else { continue }
                    events[group] += tables[group].events[position]
                    positions[group] += 1
                }
                last = near
            }
            if events.contains(where: { $0 > 0 }) { return true }
        }
        return false
    }

    private func isNearTie(_ gap: Double) -> Bool {
        gap <= SurvivalSample.nearTieTolerance || gap / scale <= SurvivalSample.nearTieTolerance
    }

    private func nextTime() -> Double? {
        Self.nextTime(tables, positions)
    }

    private static func nextTime(_ tables: [ExitTable], _ positions: [Int]) -> Double? {
        var next: Double?
        for group in tables.indices where positions[group] < tables[group].time.count {
            let time = tables[group].time[positions[group]]
            next = next.map { min($0, time) } ?? time
        }
        return next
    }

    /// The mean absolute value of the distinct times of all groups.
    private static func meanAbsoluteTime(_ tables: [ExitTable]) -> Double {
        var positions = tables.map { _ in 0 }
        var (sum, count) = (0.0, 0.0)
        while let next = nextTime(tables, positions) {
            for group in tables.indices
            where positions[group] < tables[group].time.count && tables[group].time[positions[group]] == next {
                positions[group] += 1
            }
            sum += abs(next)
            count += 1
        }
        return count > 0 ? sum / count : 1
    }
}
