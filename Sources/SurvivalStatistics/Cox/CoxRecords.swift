internal import Mathematics

/// The complete records of a design, sorted and laid out for the sums over risk sets.
///
/// Records are sorted by stratum and then time; records of one stratum and time form a *time group*. Covariates are
/// stored record by record, centred at their weighted mean and divided by their weighted mean absolute deviation,
/// except those with values −1, 0 and 1 only, which stay as they are. Both change no result but rounding and the
/// meaning of "singular".
final class CoxRecords: Sendable {
    /// Complete records.
    let count: Int
    /// Columns of the design.
    let width: Int
    /// For each sorted record its row in the design.
    let rows: [Int32]
    let isEvent: [Bool]
    /// Case weights times ``frequency``; empty where all are 1.
    let weights: [Double]
    /// For how many patients each sorted record stands; empty where each is one.
    let frequency: [Double]
    /// Offsets; empty where all are 0.
    let offset: [Double]
    /// Centred and scaled covariates; written when they are read where ``coded`` is summed instead.
    let covariates: CovariateRows
    /// The covariates as codes; nil where that does not pay.
    let coded: CodedRecords?
    let means: [Double]
    /// What one unit of the original covariate is in stored units.
    let scales: [Double]
    /// The first record of each time group, and the number of records at the end.
    let groupStart: [Int32]
    let groupTime: [Double]
    let groupEvents: [Int32]
    let groupEventWeight: [Double]
    /// The time groups of each stratum, and the stratum's code in the design.
    let strata: [(code: Int, groups: Range<Int>)]
    /// The time groups of every stratum, large strata cut into parts of some tens of thousands of records.
    ///
    /// Sums are made part by part, on as many cores as there are. The cuts depend on the records only, so that the sums never
    /// depend on the cores.
    let parts: [(stratum: Int, groups: Range<Int>)]
    /// For each sorted record the first time group of its stratum after its entry; empty where all enter at the start.
    let entryGroup: [Int32]
    /// The sorted records of all strata by stratum and descending entry; empty where all enter at the start.
    let byDescendingEntry: [Int32]
    /// The start time of each sorted record after the rule of near ties; empty where all enter at the start.
    let entry: [Double]
    /// Patients left out for a missing value, and for an interval without length.
    let missingCount: Int
    let emptyIntervalCount: Int

    var eventCount: Int { groupEvents.reduce(0) { $0 + Int($1) } }
    var groupCount: Int { groupTime.count }

    /// Patients that the records stand for.
    var patientCount: Int { frequency.isEmpty ? count : frequency.reduce(0) { $0 + Int($1) } }

    func weight(_ record: Int) -> Double { weights.isEmpty ? 1 : weights[record] }
    func frequency(_ record: Int) -> Double { frequency.isEmpty ? 1 : frequency[record] }

    /// The records of some time groups.
    func records(_ groups: Range<Int>) -> Range<Int> {
        Int(groupStart[groups.lowerBound])..<Int(groupStart[groups.upperBound])
    }

    func group(_ index: Int) -> Range<Int> { Int(groupStart[index])..<Int(groupStart[index + 1]) }

    /// Lays out a design; so many records at least are coded where their covariates permit it.
    init(_ design: CoxDesign, codedFrom fewestCoded: Int = CodedRecords.fewestRecords) {
        let complete = design.completeRows()
        func patients(_ rows: some Sequence<Int32>) -> Int {
            design.frequency.map { frequency in rows.reduce(0) { $0 + Int(frequency[Int($1)]) } }
                ?? rows.reduce(0) { n, _ in n + 1 }
        }
        let observed = patients(complete)
        missingCount = patients(design.time.indices.lazy.map { Int32($0) }) - observed
        var positions = complete
        if let entry = design.entry {
            positions = positions.filter { entry[Int($0)] < design.time[Int($0)] }
        }
        let timeOrder = TimeOrder(positions, time: design.time, entry: design.entry)
        let layout = RecordLayout(timeOrder, strata: design.strata, isLate: design.entry != nil)
        let sorted = layout.rows
        emptyIntervalCount = observed - patients(sorted)
        count = sorted.count
        width = design.covariates.identities.count
        rows = sorted
        groupStart = layout.groupStart
        groupTime = layout.times(of: timeOrder)
        strata = layout.strata
        parts = layout.parts
        let caseWeights = design.caseWeights
        weights = caseWeights.map { gathered($0, at: sorted) } ?? []
        frequency = design.frequency.map { gathered($0, at: sorted) } ?? []
        offset = design.offset.map { gathered($0, at: sorted) } ?? []
        let isEvent = gathered(design.status.map { $0 == .event }, at: sorted)
        self.isEvent = isEvent
        (groupEvents, groupEventWeight) = layout.events(
            isEvent: isEvent, weights: weights, frequency: frequency)
        if design.entry == nil {
            (entryGroup, byDescendingEntry, entry) = ([], [], [])
        } else {
            let entries = layout.entries(timeOrder.entryRank)
            (entryGroup, byDescendingEntry) = (entries.group, entries.order)
            entry = sorted.map { timeOrder.times[Int(timeOrder.entryRank[Int($0)])] }
        }
        coded = CodedRecords(design, rows: sorted, groupStart: groupStart, isEvent: isEvent, atLeast: fewestCoded)
        if let scaling = coded?.scaling {
            (means, scales) = (scaling.means, scaling.scales)
            covariates = CovariateRows(whenRead: design.covariates, rows: sorted, scaling: scaling)
            return
        }
        // Means are summed in the order of the rows, where columns are read from end to end.
        let used = sorted.count == complete.count ? complete : sorted.sorted()
        let usedWeights = caseWeights.map { values in used.map { values[Int($0)] } } ?? []
        let scaling = Standardisation(design.covariates.columns, rows: used, weights: usedWeights)
        (means, scales) = (scaling.means, scaling.scales)
        covariates = CovariateRows(design.covariates.columns, rows: sorted, scaling: scaling)
    }

    /// The same records with some of the columns.
    convenience init(_ other: CoxRecords, columns: [Int]) {
        let selected = CovariateRows(count: other.count, width: columns.count) { target, stride in
            for record in 0..<other.count {
                for (position, column) in columns.enumerated() {
                    target[record * stride + position] = other.covariates[record, column]
                }
            }
        }
        self.init(
            other, covariates: selected, means: columns.map { other.means[$0] },
            scales: columns.map { other.scales[$0] })
    }

    /// The same records with other columns, given as they are to be stored.
    init(_ other: CoxRecords, covariates: CovariateRows, means: [Double] = [], scales: [Double] = []) {
        count = other.count
        width = covariates.width
        rows = other.rows
        isEvent = other.isEvent
        weights = other.weights
        frequency = other.frequency
        offset = other.offset
        self.covariates = covariates
        coded = nil
        self.means = means.isEmpty ? [Double](repeating: 0, count: covariates.width) : means
        self.scales = scales.isEmpty ? [Double](repeating: 1, count: covariates.width) : scales
        groupStart = other.groupStart
        groupTime = other.groupTime
        groupEvents = other.groupEvents
        groupEventWeight = other.groupEventWeight
        strata = other.strata
        parts = other.parts
        entryGroup = other.entryGroup
        byDescendingEntry = other.byDescendingEntry
        entry = other.entry
        missingCount = other.missingCount
        emptyIntervalCount = other.emptyIntervalCount
    }
}

extension CoxDesign {
    /// What each record counts in the sums over records: its weight, for each of the patients that it stands for.
    fileprivate var caseWeights: [Double]? {
        guard let frequency else { return weights }
        return weights.map { weights in zip(weights, frequency).map { $0 * $1 } } ?? frequency
    }
}
