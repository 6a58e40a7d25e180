/// A comparison of two groups as a number with its interval, and the test of no difference that belongs to it.
public struct Contrast: Codable, Equatable, Sendable {
    /// The difference or ratio.
    public var estimate: Estimate
    /// The test that the difference is 0, or the ratio 1.
    public var test: TestResult

    /// Creates a contrast.
    public init(estimate: Estimate, test: TestResult) {
        self.estimate = estimate
        self.test = test
    }
}
