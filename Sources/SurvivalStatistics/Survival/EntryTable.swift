/// When the patients of a sample with left truncation come under observation.
struct EntryTable {
    private let time: [Double]
    /// The weight of those from each position on; one longer than ``time``.
    private let waiting: [Double]

    /// Nil for a sample without left truncation.
    init?(_ sample: SurvivalSample) {
        guard let sorted = sample.sortedEntries else { return nil }
        var waiting = [Double](repeating: 0, count: sorted.time.count + 1)
        for position in sorted.patient.indices.reversed() {
            waiting[position] = waiting[position + 1] + (sample.weights?[Int(sorted.patient[position])] ?? 1)
        }
        self.time = sorted.time
        self.waiting = waiting
    }

    /// The weight of those who enter at a time or later: they are not at risk at it.
    func waiting(at time: Double) -> Double {
        waiting[self.time.partitioningIndex { $0 >= time }]
    }

    /// The weight of those who enter after a time.
    func waiting(after time: Double) -> Double {
        waiting[self.time.partitioningIndex { $0 > time }]
    }
}
