/// What came of comparing one case with the estimators.
enum CaseOutcome {
    /// All quantities were compared.
    case compared(Agreement)
    /// The case asks for something that does not apply, and why.
    case notApplicable(String)
}

/// How far the quantities of one case are from R's.
struct Agreement {
    /// A quantity beyond its tolerance.
    struct Miss: CustomStringConvertible {
        var quantity: String
        var found: String
        var expected: String
        /// The difference as a share of what is tolerated.
        var ratio: Double

        var description: String { "\(quantity) is \(found), R has \(expected) (\(ratio) times the tolerance)" }
    }

    /// Quantities compared.
    private(set) var count = 0
    /// The largest difference as a share of what is tolerated.
    private(set) var largestRatio = 0.0
    /// The quantities beyond their tolerance.
    private(set) var misses: [Miss] = []

    /// Closed formulas agree to this relative difference.
    static let closedForm = 1e-12

    /// Compares a number. NaN, infinity and null of R are an absent value here.
    ///
    /// - Parameters:
    ///   - quantity: What is compared.
    ///   - found: Our value.
    ///   - expected: R's.
    ///   - tolerance: The permitted difference, relative to R's value or to `scale` if that is larger.
    ///   - scale: The size below which differences are absolute: for quantities that are differences themselves.
    mutating func compare(
        _ quantity: String, _ found: Double?, _ expected: JSONValue?, tolerance: Double = closedForm,
        scale: Double = 0
    ) {
        count += 1
        let theirs = expected?.number
        switch (found, theirs) {
        case (nil, nil): return
        case (let ours?, let theirs?):
            let permitted = tolerance * max(abs(theirs), scale)
            let ratio = ours == theirs ? 0 : abs(ours - theirs) / permitted
            if !(ratio <= 1) { miss(quantity, "\(ours)", "\(theirs)", ratio) }
            largestRatio = ratio.isNaN ? .infinity : max(largestRatio, ratio)
        default: miss(quantity, found.map { "\($0)" } ?? "absent", "\(expected.map { "\($0)" } ?? "absent")", .infinity)
        }
    }

    /// Compares numbers one by one.
    mutating func compare(
        _ quantity: String, _ found: [Double?], _ expected: JSONValue?, tolerance: Double = closedForm,
        scale: Double = 0
    ) {
        let theirs = expected?.elements ?? []
        guard found.count == theirs.count else {
            return miss(quantity, "\(found.count) values", "\(theirs.count)", .infinity)
        }
        for (index, value) in found.enumerated() {
            compare("\(quantity)[\(index)]", value, theirs[index], tolerance: tolerance, scale: scale)
        }
    }

    private mutating func miss(_ quantity: String, _ found: String, _ expected: String, _ ratio: Double) {
        misses.append(Miss(quantity: quantity, found: found, expected: expected, ratio: ratio))
        largestRatio = max(largestRatio, ratio)
    }
}
