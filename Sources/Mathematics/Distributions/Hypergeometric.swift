internal import CRmath

/// The hypergeometric distribution: how many of `drawn` balls are marked, drawn without replacement. R's `dhyper`.
public struct Hypergeometric: Sendable {
    /// Marked balls in the urn.
    public let marked: Int
    /// Unmarked balls in the urn.
    public let unmarked: Int
    /// Balls drawn, at most all.
    public let drawn: Int

    /// Creates the distribution.
    public init(marked: Int, unmarked: Int, drawn: Int) {
        self.marked = marked
        self.unmarked = unmarked
        self.drawn = drawn
    }

    /// The numbers of marked balls that can be drawn.
    public var support: ClosedRange<Int> {
        max(0, drawn - unmarked)...max(max(0, drawn - unmarked), min(drawn, marked))
    }

    /// The logarithm of `P(X = x)`.
    public func logProbability(_ x: Int) -> Double {
        dhyper(Double(x), Double(marked), Double(unmarked), Double(drawn), 1)
    }
}
