/// What came of running reference cases: per kind, and each case that failed.
public struct ValidationReport: Sendable {
    /// A case with a quantity beyond its tolerance.
    public struct Failure: Sendable {
        /// The file that the case stands in.
        public var file: String
        /// The case.
        public var id: String
        /// R's call.
        public var call: String
        /// Its misses, in the order of comparison.
        public var misses: [Agreement.Miss]
    }

    /// Where the cases came from, in words.
    public let source: String
    /// Files read.
    public private(set) var files = 0
    /// The kinds, by name.
    public private(set) var kinds: [KindSummary] = []
    /// The cases that failed, in the order in which they ran.
    public private(set) var failures: [Failure] = []

    /// Begins a report.
    public init(source: String) { self.source = source }

    /// Cases that ran.
    public var cases: Int { kinds.reduce(0) { $0 + $1.cases } }
    /// Cases that passed.
    public var passed: Int { kinds.reduce(0) { $0 + $1.passed } }
    /// Cases that failed.
    public var failed: Int { kinds.reduce(0) { $0 + $1.failed } }
    /// Cases that could not be run.
    public var notApplicable: Int { kinds.reduce(0) { $0 + $1.notApplicable } }
    /// Quantities compared.
    public var quantities: Int { kinds.reduce(0) { $0 + $1.quantities } }

    /// Runs every case of a file.
    public mutating func add(_ file: ReferenceFile) {
        files += 1
        for reference in file.cases { add(reference.run(on: file.table), of: reference, in: file.path) }
    }

    /// Adds what came of one case.
    public mutating func add(_ outcome: CaseOutcome, of reference: ReferenceCase, in file: String) {
        let position = kinds.firstIndex { $0.kind >= reference.kind } ?? kinds.count
        if position == kinds.count || kinds[position].kind != reference.kind {
            kinds.insert(KindSummary(kind: reference.kind), at: position)
        }
        kinds[position].add(outcome, of: reference.id)
        if case .compared(let agreement) = outcome, !agreement.misses.isEmpty {
            failures.append(
                Failure(file: file, id: reference.id, call: reference.call, misses: agreement.misses))
        }
    }
}
