import Mathematics
public import Results

/// What ended a patient's observation.
public enum Status: UInt8, Equatable, Sendable {
    /// The observation ended without the event.
    case censored
    /// The event happened.
    case event
}

/// Why arrays do not make a sample. `row` counts from 0.
public enum SurvivalSampleError: Error, Equatable, Sendable {
    /// The arrays differ in length.
    case lengthsDiffer
    /// A time is not a finite number.
    case timeNotFinite(row: Int)
    /// A patient enters observation at or after its end.
    case entryNotBeforeEnd(row: Int)
    /// A weight is negative or not a finite number.
    case weightNotPermitted(row: Int)
}

/// Follow-up of a set of patients: the input of every survival estimator.
///
/// Times that differ only by rounding are made equal when the sample is made, so that patients with the same number of
/// days stay tied after a division by 30.4375: two neighbouring times are one if their distance is at most the square root
/// of the machine's precision, or at most this share of the mean absolute time, as in R's `survival::aeqSurv`. Make one
/// sample of all patients and ``split(by:into:)`` it into groups, then ties are the same in all of them.
public struct SurvivalSample: Equatable, Sendable {
    /// Time from the start of follow-up to the event or to the last observation, in ``unit``.
    public let time: [Double]
    /// What happened at that time.
    public let status: [Status]
    /// When each patient came under observation, in ``unit``, where this was after the start (left truncation): a
    /// patient is at risk at `t` if `entry < t ≤ time`.
    public let entry: [Double]?
    /// Case weights, not negative.
    public let weights: [Double]?
    /// The unit of the times.
    public let unit: TimeUnit
    /// Whether a weight of the sample that this one was made from is not a whole number. Such weights stand for
    /// sampling or treatment probabilities, not for repeated patients, and the variance is estimated accordingly.
    public let hasSamplingWeights: Bool
    /// Whether a weight says for how many patients its record stands (see ``init(time:status:entry:frequency:unit:)``).
    public let isCounted: Bool

    /// The patients in ascending order of time, kept once they had to be sorted.
    let exits: SortedTimes?
    /// The patients in ascending order of entry.
    let entries: SortedTimes?

    /// Records in the sample, each of one patient unless ``isCounted``.
    public var count: Int { time.count }

    /// Patients in the sample.
    public var patientCount: Int {
        guard isCounted, let weights else { return count }
        return weights.reduce(0) { $0 + Int($1) }
    }

    /// Patients with the event.
    public var eventCount: Int {
        guard isCounted, let weights else { return status.reduce(0) { $0 + Int($1.rawValue) } }
        return zip(status, weights).reduce(0) { $0 + Int($1.0.rawValue) * Int($1.1) }
    }

    /// Creates a sample from arrays with one entry for each patient.
    ///
    /// Negative times are permitted, as R permits them. Patients with missing values must be left out beforehand.
    public init(
        time: [Double], status: [Status], entry: [Double]? = nil, weights: [Double]? = nil, unit: TimeUnit
    ) throws(SurvivalSampleError) {
        guard status.count == time.count, entry.map({ $0.count == time.count }) ?? true,
            weights.map({ $0.count == time.count }) ?? true
        else { throw .lengthsDiffer }
        if let row = time.firstIndex(where: { !$0.isFinite }) { throw .timeNotFinite(row: row) }
        if let row = entry?.firstIndex(where: { !$0.isFinite }) { throw .timeNotFinite(row: row) }
        if let row = weights?.firstIndex(where: { !($0 >= 0 && $0.isFinite) }) { throw .weightNotPermitted(row: row) }
        let tied = Self.withoutNearTies(time: time, status: status, entry: entry)
        if let entry = tied.entry, let row = time.indices.first(where: { entry[$0] >= tied.time[$0] }) {
            throw .entryNotBeforeEnd(row: row)
        }
        self.init(
            time: tied.time, status: status, entry: tied.entry, weights: weights, unit: unit,
            hasSamplingWeights: weights?.contains { $0 != $0.rounded() } ?? false, isCounted: false,
            exits: tied.exits, entries: tied.entries)
    }

    /// Creates a sample of records that each stand for several patients alike.
    ///
    /// Every estimate is that of a sample in which each record stands `frequency` times. Whole case weights give the same
    /// curves and tests; counted records also give the numbers of patients and events. Each number of `frequency` is
    /// whole and not negative.
    public init(
        time: [Double], status: [Status], entry: [Double]? = nil, frequency: [Double], unit: TimeUnit
    ) throws(SurvivalSampleError) {
        if let row = frequency.firstIndex(where: { $0 != $0.rounded() }) {
            throw .weightNotPermitted(row: row)
        }
        let sample = try SurvivalSample(
            time: time, status: status, entry: entry, weights: frequency, unit: unit)
        self.init(
            time: sample.time, status: status, entry: sample.entry, weights: frequency, unit: unit,
            hasSamplingWeights: false, isCounted: true, exits: sample.exits, entries: sample.entries)
    }

    /// Creates a sample of what was checked already.
    init(
        time: [Double], status: [Status], entry: [Double]?, weights: [Double]?, unit: TimeUnit,
        hasSamplingWeights: Bool, isCounted: Bool, exits: SortedTimes?, entries: SortedTimes?
    ) {
        self.time = time
        self.status = status
        self.entry = entry
        self.weights = weights
        self.unit = unit
        self.hasSamplingWeights = hasSamplingWeights
        self.isCounted = isCounted
        self.exits = exits
        self.entries = entries
    }

    /// The same sample, its weights taken as probabilities even where all are whole numbers.
    public var withSamplingWeights: SurvivalSample {
        SurvivalSample(
            time: time, status: status, entry: entry, weights: weights, unit: unit,
            hasSamplingWeights: weights != nil, isCounted: false, exits: exits, entries: entries)
    }

    /// The same sample with each patient counted once, whatever the weight; a weight of 0 leaves a patient out.
    public var countingHeads: SurvivalSample {
        SurvivalSample(
            time: time, status: status, entry: entry, weights: weights?.map { $0 > 0 ? 1 : 0 }, unit: unit,
            hasSamplingWeights: false, isCounted: false, exits: exits, entries: entries)
    }

    /// The patients in ascending order of time, sorted now if they were not before.
    var sortedExits: SortedTimes { exits ?? SortedTimes(time, status: status) }

    /// The patients in ascending order of entry; nil without left truncation.
    var sortedEntries: SortedTimes? { entries ?? entry.map { SortedTimes($0) } }

    /// The same follow-up with events and censorings exchanged.
    var reversed: SurvivalSample {
        func exchanged(_ status: [Status]) -> [Status] { status.map { $0 == .event ? .censored : .event } }
        let exits = exits.map {
            SortedTimes(time: $0.time, patient: $0.patient, status: exchanged($0.status))
        }
        return SurvivalSample(
            time: time, status: exchanged(status), entry: entry, weights: weights, unit: unit,
            hasSamplingWeights: hasSamplingWeights, isCounted: isCounted, exits: exits, entries: entries)
    }
}

/// The patients of a sample in ascending order of a time.
struct SortedTimes: Equatable, Sendable {
    /// The times, ascending.
    var time: [Double]
    /// Whose time it is, as a position in the sample.
    var patient: [Int32]
    /// What happened at the time; empty for entries. Kept in this order so that nothing has to be looked up again.
    var status: [Status]

    /// Sorts times.
    init(_ times: [Double], status: [Status] = []) {
        let sorted = AscendingOrder(times)
        (time, patient) = (sorted.values, sorted.order)
        self.status = status.isEmpty ? [] : gathered(status, at: sorted.order)
    }

    /// Times that are sorted already.
    init(time: [Double], patient: [Int32], status: [Status]) {
        self.time = time
        self.patient = patient
        self.status = status
    }
}

extension SurvivalSample {
    /// Creates a sample without patients.
    public init(unit: TimeUnit) {
        self.init(
            time: [], status: [], entry: nil, weights: nil, unit: unit, hasSamplingWeights: false,
            isCounted: false, exits: nil, entries: nil)
    }
}
