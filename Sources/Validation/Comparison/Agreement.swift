/// How far the quantities of one case are from R's.
public struct Agreement: Equatable, Sendable {
    /// A quantity beyond its tolerance.
    public struct Miss: Equatable, Sendable, CustomStringConvertible {
        /// What was compared.
        public var quantity: String
        /// Our value.
        public var found: String
        /// R's value.
        public var expected: String
        /// The difference as a share of what is tolerated; infinite where one of them is absent.
        public var ratio: Double

        /// The miss in words.
        public var description: String {
            let size = ratio.isFinite ? ", \(shortShare(ratio)) of the tolerance" : ""
            return "\(quantity) is \(found), R has \(expected)\(size)"
        }
    }

    /// Quantities compared.
    public private(set) var count = 0
    /// The largest difference as a share of what is tolerated.
    public private(set) var largestRatio = 0.0
    /// The quantities beyond their tolerance.
    public private(set) var misses: [Miss] = []

    /// Closed formulas agree to this relative difference.
    static let closedForm = 1e-12

    /// Compares a number. NaN, infinity and null of R are an absent value here; what the result lacks is not compared.
    ///
    /// - Parameters:
    ///   - quantity: What is compared.
    ///   - found: Our value.
    ///   - expected: R's.
    ///   - tolerance: The permitted difference, relative to R's value or to `scale` if that is larger.
    ///   - scale: The size below which differences are absolute: for quantities that are differences themselves.
    mutating func compare(
        _ quantity: String, _ found: Double?, _ expected: ReferenceValue, tolerance: Double = closedForm,
        scale: Double = 0
    ) {
        guard expected != .absent else { return }
        count += 1
        let theirs = expected[0].number.flatMap { $0.isFinite ? $0 : nil }
        switch (found, theirs) {
        case (nil, nil): return
        case (let ours?, let theirs?):
            let permitted = tolerance * max(abs(theirs), scale, 1e-300)
            let ratio = ours == theirs ? 0 : abs(ours - theirs) / permitted
            if !(ratio <= 1) { miss(quantity, "\(ours)", "\(theirs)", ratio) }
            largestRatio = ratio.isNaN ? .infinity : max(largestRatio, ratio)
        default: miss(quantity, found.map { "\($0)" } ?? "absent", theirs.map { "\($0)" } ?? "none", .infinity)
        }
    }

    /// Compares numbers one by one; nested lists of R's are read in order.
    mutating func compare(
        _ quantity: String, _ found: [Double?], _ expected: ReferenceValue, tolerance: Double = closedForm,
        scale: Double = 0
    ) {
        guard expected != .absent else { return }
        let theirs = expected == .null ? found.map { _ in ReferenceValue.null } : expected.flattened
        guard found.count == theirs.count else {
            count += 1
            return miss(quantity, "\(found.count) values", "\(theirs.count)", .infinity)
        }
        for (index, value) in found.enumerated() {
            compare("\(quantity)[\(index)]", value, theirs[index], tolerance: tolerance, scale: scale)
        }
    }

    /// Compares numbers that were computed together: differences are relative to R's largest, or to 10⁻⁶ where all are
    /// smaller.
    mutating func compareTogether(
        _ quantity: String, _ found: [Double?], _ expected: ReferenceValue, tolerance: Double
    ) {
        let sizes = expected.flattened.compactMap(\.number).filter(\.isFinite).map(abs)
        compare(quantity, found, expected, tolerance: tolerance, scale: max(sizes.max() ?? 0, 1e-6))
    }

    /// Compares counts and names.
    mutating func compareEqual<Value: Equatable>(_ quantity: String, _ found: Value, _ expected: Value?) {
        guard let expected else { return }
        count += 1
        if found != expected { miss(quantity, "\(found)", "\(expected)", .infinity) }
    }

    private mutating func miss(_ quantity: String, _ found: String, _ expected: String, _ ratio: Double) {
        misses.append(Miss(quantity: quantity, found: found, expected: expected, ratio: ratio))
        largestRatio = max(largestRatio, ratio.isNaN ? .infinity : ratio)
    }
}

/// A share with two significant digits, such as `0.34` or `2.1e+03`; `–` for none.
func shortShare(_ share: Double) -> String {
    guard share.isFinite else { return "no value" }
    guard share > 0 else { return "0" }
    var (digits, exponent) = (share, 0)
    while digits >= 9.95 { (digits, exponent) = (digits / 10, exponent + 1) }
    while digits < 0.995 { (digits, exponent) = (digits * 10, exponent - 1) }
    let tenths = Int((digits * 10).rounded())
    let (whole, tenth) = (tenths / 10, tenths % 10)
    return switch exponent {
    case 0: "\(whole).\(tenth)"
    case 1: "\(tenths)"
    case -1: "0.\(whole)\(tenth)"
    case -2: "0.0\(whole)\(tenth)"
    default: "\(whole).\(tenth)e\(exponent < 0 ? "-" : "+")\(abs(exponent) < 10 ? "0" : "")\(abs(exponent))"
    }
}
