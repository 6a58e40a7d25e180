internal import Mathematics

/// Follow-up that ends in one of several kinds of event: the input of the competing-risks estimators.
///
/// Times that differ only by rounding are made equal when the sample is made (``NearTies``).
public struct CompetingRisksSample: Equatable, Sendable {
    /// The time from the start of follow-up to the event or the last observation.
    public let time: [Double]
    /// What happened then: 0 for censored, else the cause's code.
    public let cause: [Int]
    /// When each patient came under observation, where this was after the start (left truncation): a patient is at risk at
    /// `t` if `entry < t ≤ time`.
    public let entry: [Double]?

    /// Patients in the sample.
    public var count: Int { time.count }

    /// Creates a sample from arrays with one entry for each patient, without missing values.
    public init(time: [Double], cause: [Int], entry: [Double]? = nil) throws(DesignError) {
        guard cause.count == time.count else {
            throw .lengthsDiffer(of: "cause", found: cause.count, expected: time.count)
        }
        guard entry.map({ $0.count == time.count }) ?? true else {
            throw .lengthsDiffer(of: "entry", found: entry?.count ?? 0, expected: time.count)
        }
        if let row = time.firstIndex(where: { !$0.isFinite }) { throw .infinite(in: "time", row: row) }
        if let row = entry?.firstIndex(where: { !$0.isFinite }) { throw .infinite(in: "entry", row: row) }
        if let row = cause.firstIndex(where: { $0 < 0 }) { throw .unknownLevel(of: "cause", row: row) }
        let order = TimeOrder(time.indices.map(Int32.init), time: time, entry: entry)
        var fixed = time
        for (index, row) in order.order.enumerated() { fixed[Int(row)] = order.times[Int(order.rank[index])] }
        let begun = entry.map { _ in order.entryRank.map { order.times[Int($0)] } }
        if let begun, let row = time.indices.first(where: { begun[$0] >= fixed[$0] }) {
            throw .entryNotBeforeEnd(row: row)
        }
        self.init(unchecked: fixed, cause: cause, entry: begun)
    }

    /// The patients at some positions.
    public func selecting(_ rows: [Int]) -> CompetingRisksSample {
        CompetingRisksSample(
            unchecked: rows.map { time[$0] }, cause: rows.map { cause[$0] },
            entry: entry.map { entry in rows.map { entry[$0] } })
    }

    /// A sample without patients.
    public static var empty: CompetingRisksSample { CompetingRisksSample(unchecked: [], cause: [], entry: nil) }

    private init(unchecked time: [Double], cause: [Int], entry: [Double]?) {
        self.time = time
        self.cause = cause
        self.entry = entry
    }

    /// The positions in ascending order of time, cut into runs of equal time.
    func timeGroups() -> (order: [Int], starts: [Int]) {
        let order = AscendingOrder(time).order.map(Int.init)
        var starts: [Int] = []
        for index in order.indices where index == 0 || time[order[index]] != time[order[index - 1]] {
            starts.append(index)
        }
        return (order, starts + [order.count])
    }

    /// The times and events of one cause as a Cox design: the other causes are censored.
    ///
    /// **Equals in R.** `Surv(time, cause == k)`: the cause-specific hazard.
    public func causeSpecificDesign(of cause: Int, covariates: DesignMatrix) throws(DesignError) -> CoxDesign {
        try CoxDesign(
            time: time, status: self.cause.map { $0 == cause ? .event : .censored }, covariates: covariates,
            entry: entry)
    }
}
