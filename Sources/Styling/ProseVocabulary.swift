public import Results

/// The words of sentences: what stands where a number is missing, units, tests, conventions, in one language.
public protocol ProseVocabulary: Sendable {
    /// What a median is that the curve does not reach.
    var notReached: String { get }
    /// What stands for a number that does not exist.
    var notEstimable: String { get }
    /// What stands for a number that is not told, because it would tell of too few patients.
    var withheld: String { get }
    /// Explains ``withheld`` at the end of a text, before and after the least count that is told.
    var withheldNote: (before: String, after: String) { get }
    /// What stands for the comparison of one group.
    var notCompared: String { get }
    /// What stands for what the study does not say.
    var notStated: String { get }
    /// What stands for a number that has no meaning here.
    var notApplicable: String { get }
    /// What stands for a figure that the study has not.
    var notDrawn: String { get }
    /// What stands for the group with the longest median where none is.
    var undetermined: String { get }
    /// What stands for a covariate that is not in the model.
    var notInModel: String { get }
    /// What stands for the one ratio of a covariate that has several.
    var severalLevels: String { get }
    /// What parts the items of a list, and its last two.
    var listSeparators: (between: String, last: String) { get }

    /// A range with an end that isn't a number.
    func range(from lower: String, to upper: String) -> String
    /// The title of a comparison that isn't the study's main one.
    func title(_ endpoint: String, by grouping: String?, in population: String?) -> String
    /// A day written as `YYYY-MM-DD` as a sentence writes it.
    func day(_ text: String) -> String
    /// A unit of time after a number.
    func unit(_ unit: TimeUnit) -> String
    /// A unit of time as `6-month` has it.
    func singular(_ unit: TimeUnit) -> String
    /// How a variable is summarised.
    func summary(_ summary: BaselineVariable.Summary) -> String

    /// The test behind a model's p-values.
    func test(_ method: CoxTable.PValueMethod) -> String
    /// The scale of intervals of survival.
    func survivalInterval(_ transform: ConfidenceTransform) -> String
    /// How a median is read off a flat stretch.
    func medianRule(_ rule: MedianRule) -> String
    /// What survival is beyond the last observation.
    func beyondLastObservation(_ rule: BeyondLastObservation) -> String
    /// How tied times are treated.
    func ties(_ method: TiesMethod) -> String
    /// The rule that chooses the test of a categorical variable.
    func categoricalTest(_ rule: CategoricalTestRule) -> String
    /// Which test compares two measurements of the same patients.
    func pairedTest(_ rule: PairedTable.TestRule, exactBelow: Int) -> String
    /// The rule that chooses the test of a continuous variable.
    func continuousTest(_ rule: ContinuousTestRule) -> String
}
