/// The words of figures of survival that a Cox model predicts.
public protocol PredictedVocabulary: Sendable {
    /// The title of the axis of percentages.
    func predictedAxis(of endpoint: String) -> String
    /// The model that the curves are of, and at which values of the other covariates they are.
    func predictedModel(_ model: PredictedModelWords) -> String
    /// The first sentence of the figure's description.
    func predictedDescription(curves: Int) -> String
}

/// What is said of a Cox model that predicts curves.
public struct PredictedModelWords: Sendable {
    /// How its covariates are printed.
    public var covariates: [String]
    /// How the variables are printed that have baseline hazards of their own.
    public var strata: [String]
    /// How many patients it rests on.
    public var patients: String
    /// How many events it rests on.
    public var events: String
    /// Covariates at which all curves are alike: the label, the value, and whether it is a mean.
    public var common: [(label: String, value: String, isMean: Bool)]

    /// Creates words.
    public init(
        covariates: [String], strata: [String], patients: String, events: String,
        common: [(label: String, value: String, isMean: Bool)]
    ) {
        self.covariates = covariates
        self.strata = strata
        self.patients = patients
        self.events = events
        self.common = common
    }
}
