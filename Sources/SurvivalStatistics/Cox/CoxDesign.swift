internal import Mathematics

/// Everything that a Cox model is fitted to: times, status, covariates, and how the records belong together.
///
/// Every array has one entry a record. A record with a missing value in any array that is given is left out of the
/// fit, and the fit says how many were; so univariable and multivariable models may rest on different records.
public struct CoxDesign: Equatable, Sendable {
    /// The end of each record's time at risk; NaN is missing.
    public let time: [Double]
    /// What happened then; nil is missing.
    public let status: [Status?]
    /// The covariates.
    public let covariates: DesignMatrix
    /// The start of each record's time at risk, before which it is not at risk (left truncation, or several records a
    /// patient); nil where all are at risk from the beginning.
    public let entry: [Double]?
    /// The stratum of each record, each with a baseline hazard of its own; negative is missing.
    public let strata: [Int]?
    /// Positive case weights; NaN is missing.
    public let weights: [Double]?
    /// For how many patients alike each record stands; nil where each is one patient.
    ///
    /// Not a case weight: a record of frequency 3 is three records, so that three events of one time are tied with each
    /// other, and a record's influence counts three times rather than threefold.
    public let frequency: [Double]?
    /// A known part of the linear predictor; NaN is missing.
    public let offset: [Double]?
    /// The patient or centre that each record belongs to, for the clustered variance; negative is missing.
    public let clusters: [Int]?

    /// Creates a design after checking that its arrays fit together.
    public init(
        time: [Double], status: [Status?], covariates: DesignMatrix, entry: [Double]? = nil,
        strata: [Int]? = nil, weights: [Double]? = nil, frequency: [Double]? = nil,
        offset: [Double]? = nil,
        clusters: [Int]? = nil
    ) throws(DesignError) {
        let rows = time.count
        func check(_ name: String, _ count: Int?) throws(DesignError) {
            if let count, count != rows { throw .lengthsDiffer(of: name, found: count, expected: rows) }
        }
        func checkFinite(_ name: String, _ values: [Double]?) throws(DesignError) {
            if let row = values?.firstIndex(where: \.isInfinite) { throw .infinite(in: name, row: row) }
        }
        try check("status", status.count)
        try check("covariates", covariates.rows)
        try check("entry", entry?.count)
        try check("strata", strata?.count)
        try check("weights", weights?.count)
        try check("frequency", frequency?.count)
        try check("offset", offset?.count)
        try check("clusters", clusters?.count)
        try checkFinite("time", time)
        try checkFinite("entry", entry)
        try checkFinite("weights", weights)
        try checkFinite("offset", offset)
        if let row = weights?.firstIndex(where: { $0 <= 0 }) { throw .weightNotPositive(row: row) }
        if let row = frequency?.firstIndex(where: { !($0 > 0 && $0 == $0.rounded()) }) {
            throw .weightNotPositive(row: row)
        }
        self.init(
            unchecked: time, status: status, covariates: covariates, entry: entry, strata: strata, weights: weights,
            frequency: frequency, offset: offset, clusters: clusters)
    }

    /// Takes arrays that are known to fit together.
    init(
        unchecked time: [Double], status: [Status?], covariates: DesignMatrix, entry: [Double]?,
        strata: [Int]?,
        weights: [Double]?, frequency: [Double]? = nil, offset: [Double]?, clusters: [Int]?
    ) {
        self.time = time
        self.status = status
        self.covariates = covariates
        self.entry = entry
        self.strata = strata
        self.weights = weights
        self.frequency = frequency
        self.offset = offset
        self.clusters = clusters
    }

    /// The same records with other covariates.
    func replacing(covariates: DesignMatrix) throws(DesignError) -> CoxDesign {
        try CoxDesign(
            time: time, status: status, covariates: covariates, entry: entry, strata: strata,
            weights: weights,
            frequency: frequency, offset: offset, clusters: clusters)
    }

    /// The records without a missing value, in their order.
    func completeRows() -> [Int32] {
        let numbers = [time] + covariates.measured + [entry, weights, offset].compactMap { $0 }
        let codes = [strata, clusters].compactMap { $0 }
        let levels = covariates.levelCodes
        let areMissing =
            time.count < 10_000
            ? numbers.map(Self.hasMissing) : concurrentMap(numbers.count) { Self.hasMissing(numbers[$0]) }
        let isComplete =
            !areMissing.contains(true) && !hasMissingStatus && !codes.contains { $0.contains { $0 < 0 } }
            && !concurrentMap(levels.count) { levels[$0].contains { $0 < 0 } }.contains(true)
        if isComplete { return time.indices.map(Int32.init) }
        var complete = status.map { $0 != nil }
        for values in numbers {
            for row in values.indices where values[row].isNaN { complete[row] = false }
        }
        for values in codes {
            for row in values.indices where values[row] < 0 { complete[row] = false }
        }
        for values in levels {
            for row in values.indices where values[row] < 0 { complete[row] = false }
        }
        return complete.indices.compactMap { complete[$0] ? Int32($0) : nil }
    }

    private var hasMissingStatus: Bool {
        let blocks = TimeOrder.blocks(of: status.count)
        return status.withUnsafeBufferPointer { status in
            concurrentMap(blocks.count) { block in
                blocks[block].reduce(false) { isMissing, row in isMissing || status[row] == nil }
            }.contains(true)
        }
    }

    /// Whether any number is NaN; eight are looked at together.
    private static func hasMissing(_ values: [Double]) -> Bool {
        values.withUnsafeBytes { bytes in
            var isMissing = SIMDMask<SIMD8<Int64>>(repeating: false)
            let whole = values.count / 8
            for index in 0..<whole {
                let eight = bytes.loadUnaligned(fromByteOffset: index * 64, as: SIMD8<Double>.self)
                isMissing .|= eight .!= eight
            }
            return any(isMissing) || values[(whole * 8)...].contains { $0.isNaN }
        }
    }
}
