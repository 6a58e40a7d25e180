/// A walk along the distinct times of one sample, from counts by time or, without weights, from its sorted times.
struct ExitWalk {
    /// The present time; infinite after the last.
    private(set) var time = Double.infinity
    /// Events at it.
    private(set) var events = 0.0
    /// Those who leave at it or later.
    private(set) var leaving = 0.0
    /// The largest absolute value of any time.
    let largest: Double

    private let times: [Double]
    /// What happened at each of the times; empty where there is a table.
    private let status: [Status]
    private let table: ExitTable?
    private var next = 0

    /// Stands at the first time.
    init(_ sample: SurvivalSample) {
        if let exits = sample.exits, sample.weights == nil {
            (times, status, table) = (exits.time, exits.status, nil)
        } else {
            let table = ExitTable(sample)
            (times, status, self.table) = (table.time, [], table)
        }
        largest = max(abs(times.first ?? 0), abs(times.last ?? 0))
        advance()
    }

    /// Goes to the next time.
    @inline(__always)
    mutating func advance() {
        guard next < times.count else {
            (time, events, leaving) = (.infinity, 0, 0)
            return
        }
        time = times[next]
        if let table {
            (events, leaving) = (table.events[next], table.leaving[next])
            next += 1
            return
        }
        leaving = Double(times.count - next)
        var count = 0
        repeat {
            count += Int(status[next].rawValue)
            next += 1
        } while next < times.count && times[next] == time
        events = Double(count)
    }
}
