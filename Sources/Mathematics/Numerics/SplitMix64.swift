/// A small seeded generator of random numbers: the same seed gives the same numbers on every machine.
///
/// **Reference.** Steele GL, Lea D, Flood CH. *OOPSLA* 2014:453–472. doi:10.1145/2660193.2660195.
public struct SplitMix64: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// Starts at a seed.
    public init(seed: UInt64) {
        state = seed
    }

    /// The next 64 random bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }

    /// A random number from 0 to below a bound above 0, all equally likely.
    public mutating func next(below bound: Int) -> Int {
        let bound = UInt64(max(1, bound))
        // Bits beyond the last whole multiple of the bound would favour small numbers.
        let limit = UInt64.max - UInt64.max % bound
        var bits = next()
        while bits >= limit { bits = next() }
        return Int(bits % bound)
    }
}
