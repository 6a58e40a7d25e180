/// A hypothesis test: its name, statistic, degrees of freedom and p-value.
public struct TestResult: Codable, Equatable, Sendable {
    /// Which test was done.
    public enum Method: String, Codable, CaseIterable, Sendable {
        case logRank = "log-rank"
        case stratifiedLogRank = "stratified-log-rank"
        case flemingHarrington = "fleming-harrington"
        case gehanBreslow = "gehan-breslow"
        case taroneWare = "tarone-ware"
        case logRankTrend = "log-rank-trend"
        case pearsonChiSquared = "pearson-chi-squared"
        case pearsonChiSquaredCorrected = "pearson-chi-squared-corrected"
        case fisherExact = "fisher-exact"
        case fisherMonteCarlo = "fisher-monte-carlo"
        case mannWhitneyExact = "mann-whitney-exact"
        case mannWhitney = "mann-whitney"
        case mannWhitneyUncorrected = "mann-whitney-uncorrected"
        case kruskalWallis = "kruskal-wallis"
        case welchT = "welch-t"
        case studentT = "student-t"
        case pairedT = "paired-t"
        case signedRankExact = "signed-rank-exact"
        case signedRank = "signed-rank"
        case shapiroWilk = "shapiro-wilk"
        case binomialExact = "binomial-exact"
        case analysisOfVariance = "analysis-of-variance"
        case welchAnalysisOfVariance = "welch-analysis-of-variance"
        case mcNemar = "mcnemar"
        case mcNemarCorrected = "mcnemar-corrected"
        case mcNemarExact = "mcnemar-exact"
        case mcNemarBowker = "mcnemar-bowker"
        case cochranMantelHaenszel = "cochran-mantel-haenszel"
        case cochranMantelHaenszelCorrected = "cochran-mantel-haenszel-corrected"
        case cochranMantelHaenszelExact = "cochran-mantel-haenszel-exact"
        case cochranArmitageTrend = "cochran-armitage-trend"
        case likelihoodRatio = "likelihood-ratio"
        case wald
        case score
        case gray
        case proportionalHazards = "proportional-hazards"
    }

    /// Which test was done.
    public var method: Method
    /// The test statistic, where the test has one.
    public var statistic: Double?
    /// Its degrees of freedom, where it has them; a second number is the denominator's.
    public var degreesOfFreedom: [Double]
    /// The two-sided p-value; absent where the test does not exist, and then a note says why.
    public var pValue: Double?
    /// Records that the test rests on.
    public var n: Int
    /// Events that it rests on; nil where the notion does not apply.
    public var events: Int?
    /// The R call that gives the same numbers.
    public var equalsInR: String
    /// What a reader must know of it.
    public var notes: [ResultNote]

    /// Creates a test result.
    public init(
        method: Method, statistic: Double?, degreesOfFreedom: [Double] = [], pValue: Double?, n: Int,
        events: Int? = nil, equalsInR: String, notes: [ResultNote] = []
    ) {
        self.method = method
        self.statistic = statistic
        self.degreesOfFreedom = degreesOfFreedom
        self.pValue = pValue
        self.n = n
        self.events = events
        self.equalsInR = equalsInR
        self.notes = notes
    }
}
