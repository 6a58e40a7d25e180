/// The choices that change a number, in force for a whole study.
///
/// The defaults stand once, in the study file's documented schema; the estimators themselves have none.
public struct Conventions: Codable, Equatable, Sendable {
    /// The confidence level of every interval, between 0 and 1.
    public var level: Double
    /// The scale on which a survival interval is symmetric.
    public var survivalInterval: ConfidenceTransform
    /// How a survival quantile is read off a flat stretch of the curve.
    public var medianRule: MedianRule
    /// What a survival rate after the last observation of a group is.
    public var beyondLastObservation: BeyondLastObservation
    /// How the Cox model treats tied event times.
    public var ties: TiesMethod
    /// Hyndman and Fan's type of sample quantile, 1–9.
    public var quantileType: Int
    /// The rule that chooses the test of a categorical variable.
    public var categoricalTest: CategoricalTestRule
    /// The rule that chooses the test of a continuous variable.
    public var continuousTest: ContinuousTestRule

    /// Creates a set of conventions.
    public init(
        level: Double, survivalInterval: ConfidenceTransform, medianRule: MedianRule,
        beyondLastObservation: BeyondLastObservation, ties: TiesMethod, quantileType: Int,
        categoricalTest: CategoricalTestRule, continuousTest: ContinuousTestRule
    ) {
        self.level = level
        self.survivalInterval = survivalInterval
        self.medianRule = medianRule
        self.beyondLastObservation = beyondLastObservation
        self.ties = ties
        self.quantileType = quantileType
        self.categoricalTest = categoricalTest
        self.continuousTest = continuousTest
    }
}

/// The scale on which the confidence interval of a survival probability is symmetric before it is transformed back.
///
/// R's `survfit` calls it `conf.type` and defaults to `log`; SAS and lifelines default to `log-log`.
public enum ConfidenceTransform: String, Codable, CaseIterable, Sendable {
    /// `S ± z·se`, clipped to [0, 1].
    case plain
    /// Symmetric on `log S`; the upper limit clipped to 1.
    case log
    /// Symmetric on `log(−log S)`.
    case logLog = "log-log"
    /// Symmetric on `log(S / (1 − S))`.
    case logit
    /// Symmetric on `arcsin √S`.
    case arcsin
}

/// How a survival quantile is read where the curve is flat at exactly the wanted probability.
public enum MedianRule: String, Codable, CaseIterable, Sendable {
    /// The middle of the flat stretch if a later step leaves it, else its start: R's `print(survfit(...))`.
    case rPrint = "r-print"
    /// The same, but a last flat stretch ends at the last observation: R's `quantile(survfit(...))`.
    case rQuantile = "r-quantile"
    /// The middle of the flat stretch if a later step leaves it, else not reached: SAS's `PROC LIFETEST`.
    case sas
}

/// What a survival rate is at a time after the last observation of a group whose curve has not come down to 0.
public enum BeyondLastObservation: String, Codable, CaseIterable, Sendable {
    /// Not estimable, as SAS has it.
    case notEstimable = "not-estimable"
    /// The last value carried forward, as R's `summary(extend = TRUE)` has it.
    case carryForward = "carry-forward"
}

/// How the Cox model treats tied event times.
public enum TiesMethod: String, Codable, CaseIterable, Sendable {
    /// Efron's approximation, R's default.
    case efron
    /// Breslow's approximation, the default of SAS and Stata.
    case breslow
    /// The exact partial likelihood of discrete time: R's `exact`, SAS's `DISCRETE`.
    case exact
}

/// The rule that chooses the test of a categorical variable between groups.
public enum CategoricalTestRule: String, Codable, CaseIterable, Sendable {
    /// Pearson's χ² without correction; Fisher's exact test where an expected count is below 5.
    case pearsonOrFisher = "pearson-or-fisher"
    /// Pearson's χ² without correction, always.
    case pearson
    /// Pearson's χ² with Yates's correction for 2×2 tables: R's default.
    case pearsonCorrected = "pearson-corrected"
    /// Fisher's exact test, always.
    case fisher
}

/// The rule that chooses the test of a continuous variable between groups.
public enum ContinuousTestRule: String, Codable, CaseIterable, Sendable {
    /// Mann–Whitney for two groups, Kruskal–Wallis for more: R's `wilcox.test` and `kruskal.test` with their defaults.
    case ranks
    /// The same without continuity correction and never exact, as SPSS has it.
    case ranksUncorrected = "ranks-uncorrected"
    /// Welch's t for two groups, analysis of variance for more.
    case means
}
