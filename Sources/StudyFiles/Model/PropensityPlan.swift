/// How a population is made from a propensity score: the probability of the arm that is not the reference.
public struct PropensityPlan: Equatable, Sendable {
    /// The scale on which scores are compared.
    public enum Scale: String, CaseIterable, Sendable {
        /// The linear predictor.
        case logit
        /// The probability.
        case probability
    }

    /// How partners are found.
    public enum Method: String, CaseIterable, Sendable {
        /// Greedily, one patient after the other.
        case nearest
        /// So that the sum of all distances is smallest.
        case optimal
    }

    /// Who looks first.
    public enum Order: String, CaseIterable, Sendable {
        case largest, smallest, key
    }

    /// Whose average effect weights estimate.
    public enum Target: String, CaseIterable, Sendable {
        case all, treated, overlap
    }

    /// The choices of matching.
    public struct Matching: Equatable, Sendable {
        /// How partners are found.
        public var method: Method
        /// Partners wanted for each patient of the treated arm.
        public var ratio: Int
        /// The largest distance of a pair in standard deviations of the score; nil: none.
        public var caliper: Located<Double>?
        /// The scale on which scores are compared.
        public var scale: Scale
        /// Who looks first.
        public var order: Order
        /// Variables whose levels must be equal within a pair.
        public var exact: [Located<String>]
        /// Whether a partner may be taken more than once.
        public var withReplacement: Bool
        /// How many random orders of tied scores are tried; 0: none.
        public var sensitivityOrders: Int
        /// The seed of those orders.
        public var seed: Int

        /// Creates choices.
        public init(
            method: Method, ratio: Int, caliper: Located<Double>?, scale: Scale, order: Order, exact: [Located<String>],
            withReplacement: Bool, sensitivityOrders: Int, seed: Int
        ) {
            self.method = method
            self.ratio = ratio
            self.caliper = caliper
            self.scale = scale
            self.order = order
            self.exact = exact
            self.withReplacement = withReplacement
            self.sensitivityOrders = sensitivityOrders
            self.seed = seed
        }
    }

    /// What is done with the score.
    public enum Use: Equatable, Sendable {
        case matching(Matching)
        case weighting(Target)
    }

    /// The covariates of the score, in order.
    public var covariates: [Located<String>]
    /// Whether the score's model is Firth's.
    public var usesFirth: Bool
    /// What is done with the score.
    public var use: Use

    /// Creates a plan.
    public init(covariates: [Located<String>], usesFirth: Bool, use: Use) {
        self.covariates = covariates
        self.usesFirth = usesFirth
        self.use = use
    }
}
