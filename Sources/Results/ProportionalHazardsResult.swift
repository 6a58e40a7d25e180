/// A test of constant hazard ratios, by term and for the whole model.
public struct ProportionalHazardsResult: Codable, Equatable, Sendable {
    /// One term's test.
    public struct Term: Codable, Equatable, Sendable {
        /// The term's name.
        public var name: String
        /// Its test.
        public var test: TestResult

        /// Creates a term's test.
        public init(name: String, test: TestResult) {
            self.name = name
            self.test = test
        }
    }

    /// The function of time: `km`, `identity`, `rank` or `log`.
    public var transform: String
    /// The tests of the terms.
    public var terms: [Term]
    /// The test of all terms at once.
    public var global: TestResult

    /// Creates a result.
    public init(transform: String, terms: [Term], global: TestResult) {
        self.transform = transform
        self.terms = terms
        self.global = global
    }
}
