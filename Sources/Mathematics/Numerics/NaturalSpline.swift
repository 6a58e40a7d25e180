/// The basis of the natural cubic splines with given knots: cubic between neighbouring knots, with two continuous
/// derivatives, and straight lines outside the outermost knots.
///
/// **Formula.** With knots `ξ₁ < … < ξ_K` the functions are 1, `x`, and `d_k(x) − d_{K−1}(x)` for `k = 1 … K − 2`, where
/// `d_k(x) = ((x − ξ_k)₊³ − (x − ξ_K)₊³) / (ξ_K − ξ_k)`. Beyond `ξ_K` the cubic terms of `d_k` cancel and its quadratic
/// term `3(ξ_K − ξ_k)x²/(ξ_K − ξ_k)` is the same for every `k`, so that the differences are straight there; before `ξ₁` all
/// are zero. They span the space of R's `splines::ns` with the same knots and intercept.
///
/// **Edge cases.** Nil for fewer than two knots, or knots that do not increase.
///
/// **Reference.** Hastie T, Tibshirani R, Friedman J. *The Elements of Statistical Learning*. 2009, section 5.2.1.
public struct NaturalSpline: Equatable, Sendable {
    /// The knots in ascending order, those at the ends included.
    public let knots: [Double]

    /// Creates the basis.
    public init?(knots: [Double]) {
        guard knots.count >= 2, zip(knots, knots.dropFirst()).allSatisfy({ $0 < $1 }) else { return nil }
        self.knots = knots
    }

    /// The values of the basis functions, as many as there are knots.
    public func basis(at x: Double) -> [Double] {
        let end = knots[knots.count - 1]
        func cube(_ value: Double) -> Double { value > 0 ? value * value * value : 0 }
        func slope(_ knot: Double) -> Double { (cube(x - knot) - cube(x - end)) / (end - knot) }
        let last = slope(knots[knots.count - 2])
        return [1, x] + knots.dropLast(2).map { slope($0) - last }
    }
}
