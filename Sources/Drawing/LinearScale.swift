/// Places values of an axis on the page in proportion.
public struct LinearScale: Equatable, Sendable {
    /// The value that stands at ``start``.
    public var lower: Double
    /// The value that stands at ``end``.
    public var upper: Double
    /// The place of the lower value, in points.
    public var start: Double
    /// The place of the upper value, in points; before the start where values grow upwards on the page.
    public var end: Double

    /// Creates a scale from values to places.
    public init(from lower: Double, to upper: Double, at start: Double, _ end: Double) {
        self.lower = lower
        self.upper = upper
        self.start = start
        self.end = end
    }

    /// Where a value stands; values outside the scale stand outside its places. On a scale without extent, every
    /// value stands at the start.
    public func position(of value: Double) -> Double {
        upper == lower ? start : start + (value - lower) / (upper - lower) * (end - start)
    }
}

/// Round numbers that divide an axis: multiples of 1, 2 or 5 times a power of ten, within the two ends.
///
/// - Parameters:
///   - lower: The lower end of the axis.
///   - upper: The upper end; without extent, the only tick is the lower end.
///   - count: No more ticks than this; at least two are given room.
/// - Returns: The ticks in ascending order.
public func niceTicks(from lower: Double, to upper: Double, atMost count: Int) -> [Double] {
    guard upper > lower, (upper - lower).isFinite else { return [lower] }
    let least = (upper - lower) / Double(max(count, 2) - 1)
    var power = 1.0
    while power > least { power /= 10 }
    while power * 10 <= least { power *= 10 }
    // A rounding error must not make 20 out of reach where the division gives 20.000000000000004.
    let step = [1.0, 2, 5].map { $0 * power }.first { $0 >= least * (1 - 1e-9) } ?? 10 * power
    let first = (lower / step - 1e-9).rounded(.up)
    let last = (upper / step + 1e-9).rounded(.down)
    guard first <= last else { return [lower] }
    return (0...Int(last - first)).map { (first + Double($0)) * step }
}
