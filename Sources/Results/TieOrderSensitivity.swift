/// How far a matched analysis depends on the order in which tied scores were met.
public struct TieOrderSensitivity: Codable, Equatable, Sendable {
    /// The smallest, middle and largest of some numbers.
    public struct Spread: Codable, Equatable, Sendable {
        /// The smallest.
        public var minimum: Double
        /// The median.
        public var median: Double
        /// The largest.
        public var maximum: Double

        /// Creates a spread.
        public init(minimum: Double, median: Double, maximum: Double) {
            self.minimum = minimum
            self.median = median
            self.maximum = maximum
        }
    }

    /// Orders tried.
    public var orders: Int
    /// The seed of the random orders.
    public var seed: UInt64
    /// Orders that gave an estimate.
    public var estimated: Int
    /// The number of matched sets.
    public var sets: Spread?
    /// The hazard ratio of the treatment among the matched.
    public var hazardRatio: Spread?
    /// Its Wald p-value.
    public var pValue: Spread?
    /// The share of orders with a p-value below 0.05; absent without estimates.
    public var shareSignificant: Double?

    /// Creates a summary.
    public init(
        orders: Int, seed: UInt64, estimated: Int, sets: Spread?, hazardRatio: Spread?, pValue: Spread?,
        shareSignificant: Double?
    ) {
        self.orders = orders
        self.seed = seed
        self.estimated = estimated
        self.sets = sets
        self.hazardRatio = hazardRatio
        self.pValue = pValue
        self.shareSignificant = shareSignificant
    }
}
