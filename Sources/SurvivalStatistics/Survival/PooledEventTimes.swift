/// A walk over the common event times of several groups: what the log-rank family sums over.
///
/// Goals in order: the same counts as from one pooled sample, near ties between groups included; one pass over the
/// groups' times; no allocation on the way.
struct PooledEventTimes {
    /// What a group has at an event time.
    struct Counts {
        /// At risk just before the time.
        var atRisk = 0.0
        /// Events at the time.
        var events = 0.0
    }

    private let walks: [ExitWalk]
    private let entries: [EntryTable?]
    /// Two times further apart than this are never near each other, whatever their mean is.
    private let widestTie: Double

    init(_ groups: [SurvivalSample]) {
        walks = groups.map { ExitWalk($0) }
        entries = groups.map { EntryTable($0) }
        widestTie = NearTies.tolerance * walks.reduce(1) { max($0, $1.largest) }
    }

    /// Calls a function with the counts of each group at each time at which any group has an event, in ascending order.
    func forEach(_ body: (UnsafeMutableBufferPointer<Counts>) -> Void) {
        var walks = walks
        var counts = walks.map { _ in Counts() }
        let hasEntries = entries.contains { $0 != nil }
        // The mean absolute time, once it is needed.
        var scale: Double?
        walks.withUnsafeMutableBufferPointer { walks in
            counts.withUnsafeMutableBufferPointer { counts in
                var nearest = walks.reduce(Double.infinity) { min($0, $1.time) }
                while nearest < .infinity {
                    let time = nearest
                    for group in walks.indices { counts[group] = Counts(atRisk: walks[group].leaving) }
                    if hasEntries {
                        for group in walks.indices { counts[group].atRisk -= entries[group]?.waiting(at: time) ?? 0 }
                    }
                    var last = time
                    var hasEvent = false
                    var isNear = false
                    repeat {
                        last = nearest
                        nearest = .infinity
                        for group in walks.indices {
                            if walks[group].time == last {
                                counts[group].events += walks[group].events
                                if walks[group].events > 0 { hasEvent = true }
                                walks[group].advance()
                            }
                            nearest = min(nearest, walks[group].time)
                        }
                        isNear = nearest - last <= widestTie
                        if isNear {
                            let mean = scale ?? meanAbsoluteTime
                            scale = mean
                            isNear = NearTies.areNear(last, nearest, scale: mean)
                        }
                    } while isNear
                    if hasEvent { body(counts) }
                }
            }
        }
    }

    /// The mean absolute value of the distinct times of all groups.
    private var meanAbsoluteTime: Double {
        var walks = walks
        var (sum, count) = (0.0, 0.0)
        walks.withUnsafeMutableBufferPointer { walks in
            while true {
                let nearest = walks.reduce(Double.infinity) { min($0, $1.time) }
                guard nearest < .infinity else { return }
                sum += abs(nearest)
                count += 1
                for group in walks.indices where walks[group].time == nearest { walks[group].advance() }
            }
        }
        return count > 0 ? sum / count : 1
    }
}
