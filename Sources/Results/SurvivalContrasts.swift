/// The difference of two groups' survival at a landmark.
public struct LandmarkDifference: Codable, Equatable, Sendable {
    /// The time in the endpoint's unit.
    public var time: Double
    /// The group less the reference group.
    public var comparison: GroupContrast

    /// Creates a difference.
    public init(time: Double, comparison: GroupContrast) {
        self.time = time
        self.comparison = comparison
    }
}

/// The mean survival of the groups up to a horizon, in the endpoint's unit.
public struct RestrictedMeans: Codable, Equatable, Sendable {
    /// One group's mean.
    public struct Group: Codable, Equatable, Sendable {
        /// The group's value in the data.
        public var group: String
        /// The mean with its interval.
        public var mean: Estimate

        /// Creates a mean.
        public init(group: String, mean: Estimate) {
            self.group = group
            self.mean = mean
        }
    }

    /// The horizon in the endpoint's unit.
    public var horizon: Double
    /// The means by group.
    public var groups: [Group]
    /// Each group less the reference group.
    public var differences: [GroupContrast]
    /// Each group over the reference group.
    public var ratios: [GroupContrast]

    /// Creates means.
    public init(horizon: Double, groups: [Group], differences: [GroupContrast], ratios: [GroupContrast]) {
        self.horizon = horizon
        self.groups = groups
        self.differences = differences
        self.ratios = ratios
    }
}
