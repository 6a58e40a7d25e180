internal import Mathematics

/// What happened at each distinct time of a sample: the counts from which the curves and the tests are made.
///
/// Goals in order: exact counts; one pass over the patients; no sort where the times are whole numbers of small range,
/// such as days.
struct ExitTable {
    /// The distinct times of events and censorings, ascending.
    private(set) var time: [Double] = []
    /// Events at each time (the sum of their weights).
    private(set) var events: [Double] = []
    /// Censored at each time (the sum of their weights).
    private(set) var censored: [Double] = []
    /// Those who leave at each time or later.
    private(set) var leaving: [Double] = []
    /// At risk just before each time (the sum of the weights of those who entered before it).
    private(set) var atRisk: [Double] = []

    /// Counts a sample.
    init(_ sample: SurvivalSample) {
        if sample.exits == nil, sample.weights == nil, sample.entry == nil, let largest = Self.smallRange(of: sample) {
            count(sample, upTo: largest)
        } else {
            count(sample.sortedExits, weights: sample.weights)
        }
        addAtRisk(of: sample)
    }

    /// Those at risk who do not have the event at a time; 0 where rounding of weights leaves next to nothing.
    func survivors(at index: Int) -> Double {
        let rest = atRisk[index] - events[index]
        return rest > 1e-12 * atRisk[index] ? rest : 0
    }

    /// The largest time, if all are whole numbers from 0 to some small multiple of the number of patients.
    private static func smallRange(of sample: SurvivalSample) -> Int? {
        let limit = max(1024, 4 * sample.count)
        let largest = sample.time.withUnsafeBufferPointer { times in
            nonisolated(unsafe) let times = times
            return concurrentMap(blocks(of: sample)) { block -> Int? in
                var largest = 0
                for time in times[range(of: block, in: sample)] {
                    guard time >= 0, time <= Double(limit) else { return nil }
                    let whole = Int(time)
                    guard time == Double(whole) else { return nil }
                    largest = max(largest, whole)
                }
                return largest
            }
        }
        return largest.reduce(0) { known, block in known.flatMap { known in block.map { max(known, $0) } } }
    }

    private mutating func count(_ sample: SurvivalSample, upTo largest: Int) {
        // Counts are whole, so that their sum depends on no order. Many blocks of a long range would cost more than they save.
        let blocks = largest < Self.blockLength / 4 ? Self.blocks(of: sample) : 1
        let counts = concurrentMap(blocks) { block in
            var (all, events) = ([Int](repeating: 0, count: largest + 1), [Int](repeating: 0, count: largest + 1))
            for index in blocks == 1 ? sample.time.indices : Self.range(of: block, in: sample) {
                let time = Int(sample.time[index])
                all[time] += 1
                events[time] += Int(sample.status[index].rawValue)
            }
            return (all: all, events: events)
        }
        for time in 0...largest {
            let all = counts.reduce(0) { $0 + $1.all[time] }
            guard all > 0 else { continue }
            let events = counts.reduce(0) { $0 + $1.events[time] }
            append(Double(time), events: Double(events), censored: Double(all - events))
        }
    }

    private static let blockLength = 1 << 18

    private static func blocks(of sample: SurvivalSample) -> Int {
        max(1, (sample.time.count + blockLength - 1) / blockLength)
    }

    private static func range(of block: Int, in sample: SurvivalSample) -> Range<Int> {
        min(sample.time.count, block * blockLength)..<min(sample.time.count, (block + 1) * blockLength)
    }

    private mutating func count(_ sorted: SortedTimes, weights: [Double]?) {
        var distinct = 0
        for index in sorted.time.indices where index == 0 || sorted.time[index] != sorted.time[index - 1] {
            distinct += 1
        }
        // In arrays of the final size: appending would cost more than the counting.
        var (events, censored) = ([Double](), [Double]())
        time = [Double](unsafeUninitializedCapacity: distinct) { time, timeCount in
            timeCount = distinct
            events = [Double](unsafeUninitializedCapacity: distinct) { events, eventCount in
                eventCount = distinct
                censored = [Double](unsafeUninitializedCapacity: distinct) { censored, censoredCount in
                    censoredCount = distinct
                    var index = 0
                    for position in 0..<distinct {
                        let own = sorted.time[index]
                        var sums = (censored: 0.0, events: 0.0)
                        repeat {
                            let weight = weights.map { $0[Int(sorted.patient[index])] } ?? 1
                            if sorted.status[index] == .event { sums.events += weight } else { sums.censored += weight }
                            index += 1
                        } while index < sorted.time.count && sorted.time[index] == own
                        time[position] = own
                        events[position] = sums.events
                        censored[position] = sums.censored
                    }
                }
            }
        }
        (self.events, self.censored) = (events, censored)
    }

    private mutating func append(_ time: Double, events: Double, censored: Double) {
        self.time.append(time)
        self.events.append(events)
        self.censored.append(censored)
    }

    /// Adds up from the last time backwards, so that the last at risk are exactly those who leave at the last time.
    private mutating func addAtRisk(of sample: SurvivalSample) {
        leaving = [Double](repeating: 0, count: time.count)
        var sum = 0.0
        for index in time.indices.reversed() {
            sum += events[index] + censored[index]
            leaving[index] = sum
        }
        atRisk = leaving
        guard let entries = EntryTable(sample) else { return }
        for index in time.indices { atRisk[index] -= entries.waiting(at: time[index]) }
    }
}
