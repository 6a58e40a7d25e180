/// What came of the cases of one kind.
public struct KindSummary: Equatable, Sendable {
    /// The kind.
    public let kind: String
    /// Cases read.
    public internal(set) var cases = 0
    /// Cases in which every quantity is within its tolerance.
    public internal(set) var passed = 0
    /// Cases in which one is not.
    public internal(set) var failed = 0
    /// Quantities compared.
    public internal(set) var quantities = 0
    /// Why cases could not be run, with how many, in the order in which the reasons came up.
    public internal(set) var reasons: [(reason: String, cases: Int)] = []
    /// The largest difference of a quantity as a share of its tolerance, and the case that it is in.
    public internal(set) var largest: (ratio: Double, id: String)?

    init(kind: String) { self.kind = kind }

    /// Cases that could not be run.
    public var notApplicable: Int { reasons.reduce(0) { $0 + $1.cases } }

    mutating func add(_ outcome: CaseOutcome, of id: String) {
        cases += 1
        switch outcome {
        case .notApplicable(let reason):
            if let known = reasons.firstIndex(where: { $0.reason == reason }) {
                reasons[known].cases += 1
            } else {
                reasons.append((reason, 1))
            }
        case .compared(let agreement):
            quantities += agreement.count
            if agreement.misses.isEmpty { passed += 1 } else { failed += 1 }
            if largest.map({ agreement.largestRatio > $0.ratio }) ?? true { largest = (agreement.largestRatio, id) }
        }
    }

    /// Whether two summaries say the same.
    public static func == (left: KindSummary, right: KindSummary) -> Bool {
        (left.kind, left.cases, left.passed, left.failed, left.quantities)
            == (right.kind, right.cases, right.passed, right.failed, right.quantities)
            && left.reasons.elementsEqual(right.reasons) { $0 == $1 } && left.largest?.id == right.largest?.id
            && left.largest?.ratio == right.largest?.ratio
    }
}
