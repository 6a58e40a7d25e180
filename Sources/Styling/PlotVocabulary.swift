public import Results

/// The words of figures that plot curves, residuals and the balance of groups, and of their descriptions, in one
/// language.
public protocol PlotVocabulary: Sendable {
    /// A panel as a description names it.
    func spokenPanel(_ letter: String) -> String
    /// The title of an axis of time.
    func timeAxis(_ unit: TimeUnit) -> String
    /// The title of an axis of percentages of something.
    func percentageAxis(_ label: String) -> String
    /// A time with its unit, as a sentence has it.
    func duration(_ time: String, _ unit: TimeUnit) -> String

    // Curves with numbers at risk.

    /// The head of a table of medians in phrases, between which it may be broken.
    func medianHead(_ unit: TimeUnit, interval: String) -> [String]
    /// A median without a key; the texts of its interval are nil where it has none, that of its unit where it has none.
    func medianStatement(_ median: String, unit: TimeUnit?, interval: (name: String, limits: String)?) -> String
    /// The head of a table of incidences at a time, in phrases between which it may be broken.
    func incidenceHead(at time: String, _ unit: TimeUnit, interval: String) -> [String]
    /// An incidence without a key.
    func incidenceStatement(
        _ percent: String, at time: String, _ unit: TimeUnit, interval: (name: String, limits: String)?
    ) -> String
    /// A test with its p-value as a statement; without a p-value there is none.
    func testStatement(_ method: TestResult.Method, p statement: String?) -> String
    /// A hazard ratio with its interval; nil where it is not estimable.
    func hazardRatioStatement(_ ratio: String?, interval: (name: String, limits: String)) -> String
    /// The same for the hazard ratio of a subdistribution.
    func subdistributionStatement(_ ratio: String?, interval: (name: String, limits: String)) -> String
    /// The head of a column of hazard ratios in phrases, between which it may be broken.
    func hazardRatioColumn(interval: String, isSubdistribution: Bool) -> [String]
    /// A hazard ratio's name as it is read aloud, before its value.
    func spokenHazardRatio(of direction: HazardRatioDirection, isSubdistribution: Bool) -> String
    /// Which groups hazard ratios compare; with the letters of their panels where that is not the same in all.
    func hazardRatioDirections(_ directions: [HazardRatioDirection]) -> String
    /// By what hazard ratios are stratified beside a log-rank test that is not; with the letters of their panels where that
    /// is not the same in all.
    func stratifiedRatios(by strata: [String], inPanels letters: [String]) -> String
    /// What thin grey curves behind the others are.
    var earlierCurves: String { get }
    /// That censorings are not marked because they are too many.
    var unmarkedCensorings: String { get }
    /// The title of the numbers under the axis of time; of weighted patients, it says so.
    func riskTableTitle(_ kind: KaplanMeierPlan.RiskTableKind, isWeighted: Bool) -> String
    /// The names of the rows of numbers under the axis.
    var riskTableRows: RiskTableRowNames { get }
    /// The name of the row of competing events among them.
    var competingRiskTableRow: String { get }
    /// What a panel of survival curves shows of an endpoint, as the axis and the description name it.
    func quantity(_ curve: KaplanMeierPanel.Curve, of endpoint: String) -> String
    /// The title of the axis of values of such a panel.
    func valueAxis(_ curve: KaplanMeierPanel.Curve, of endpoint: String) -> String
    /// A group less the reference group.
    func differenceName(_ group: String, _ reference: String) -> String
    /// A group's end as it is read aloud where another quantity than a percentage is drawn.
    func spokenLast(_ curve: KaplanMeierPanel.Curve, _ value: String, at time: String) -> String

    /// The first sentence of the description of survival curves.
    func kaplanMeierDescription(_ kinds: [KaplanMeierPanel.Curve], curves: Int, panels: Int) -> String
    /// The first sentence of the description of curves of cumulative incidence.
    func incidenceDescription(curves: Int, panels: Int) -> String
    /// The incidence of an endpoint, as the axis and the description name it.
    func cumulativeIncidence(of endpoint: String) -> String
    /// A group without patients, as it is read aloud.
    func spokenEmptyGroup(_ label: String) -> String
    /// A group with its patients and events, as it is read aloud; competing events where there can be such.
    func spokenGroup(_ label: String, patients: Int, events: Int, competing: Int?) -> String
    /// A median as it is read aloud, with its unit; limits are nil where they are not reached.
    func spokenMedian(_ median: String?, interval: String, lower: String?, upper: String?) -> String
    /// An incidence as it is read aloud.
    func spokenIncidence(_ percent: String, at time: String, interval: String, limits: (String, String)?) -> String
    /// A magnified part of the axes as it is read aloud: times, and limits in percent.
    func spokenInset(from start: String, to end: String, range: (lower: String, upper: String)) -> String
    /// Where a curve ends, as it is read aloud.
    func spokenEnd(_ percent: String, at time: String) -> String

    // Balance of groups.

    /// The title of an axis of standardised differences.
    var standardizedDifferenceAxis: String { get }
    /// What standardised differences are divided by.
    func differenceDefinition(_ definition: DifferenceDefinition, isWeighting: Bool) -> String
    /// All patients, before matching or weighting, with their number where it is known.
    func before(isWeighting: Bool, n: String?) -> String
    /// The matched or weighted patients, with their number where it is known.
    func after(isWeighting: Bool, n: String?) -> String
    /// That a number does not exist before or after, but in the other.
    func onlyMissing(_ notEstimable: String, isAfter: Bool) -> String
    /// That matching found nobody.
    var nobodyMatched: String { get }
    /// The first sentence of a balance plot's description.
    func balanceDescription(isWeighting: Bool) -> String
    /// A covariate with its differences before and after, as it is read aloud.
    func spokenBalance(_ label: String, before: String, after: String) -> String
    /// What the reference lines of a balance plot are.
    func thresholds(_ values: [String]) -> String

    /// The title of an axis of propensity scores.
    var propensityAxis: String { get }
    /// The title of an axis of shares of each group's patients.
    var shareOfGroupAxis: String { get }
    /// A group with its patients.
    func groupSize(_ label: String, n: String?) -> String
    /// A group with its effective sample size.
    func effectiveSize(_ label: String, n: String) -> String
    /// The first sentence of the description of two distributions of the score.
    func overlapDescription(_ upper: String, _ lower: String) -> String
    /// From where to where a group's scores reach, as it is read aloud; nil without patients.
    func spokenScores(_ label: String, range: (String, String)?) -> String

    // Residuals.

    /// The title of an axis of log hazard ratios.
    var logHazardRatioAxis: String { get }
    /// What the lines of a residual plot are.
    var residualMarks: String { get }
    /// What the p-values of a residual plot test, and the test of all covariates together.
    func residualTests(letter: String, transform: String, global statement: String?) -> String
    /// That a test does not exist.
    var notTestable: String { get }
    /// The first sentence of a residual plot's description.
    func residualDescription(endpoint: String, panels: Int) -> String
    /// A coefficient with its test, as it is read aloud.
    func spokenResiduals(_ label: String, coefficient: String, test: String) -> String
}

/// The names of the rows of numbers under an axis of time.
public struct RiskTableRowNames: Equatable, Sendable {
    /// With the next two it adds up to all patients.
    public var atRisk: String
    /// Events.
    public var events: String
    /// Censored.
    public var censored: String
    /// Sums of weights, where patients have them.
    public var weighted: String
    /// The same patients counted once each.
    public var unweighted: String
    /// Patients at risk counted once each, beside rows that are named by what they count.
    public var unweightedAtRisk: String
}

/// Which group a hazard ratio compares with which.
public struct HazardRatioDirection: Equatable, Sendable {
    /// The letter of the panel; nil where there is one.
    public var letter: String?
    /// The group in the numerator.
    public var group: String
    /// The group in the denominator.
    public var reference: String

    /// Creates a direction.
    public init(letter: String?, group: String, reference: String) {
        self.letter = letter
        self.group = group
        self.reference = reference
    }
}
