public import Results

/// The words that the program writes into figures and into their descriptions, in one language.
public protocol FigureVocabulary: Sendable {
    /// That the data are synthetic, in few words, for the foot of a figure.
    var syntheticDataRemark: String { get }
    /// That the data are synthetic, as a description says it.
    var spokenSyntheticData: String { get }

    // Forest plots.

    /// The caption of one of several figures that a figure was too high for.
    func partOfFigure(_ caption: String, _ part: Int, of parts: Int) -> String
    /// The head of the column of subgroups.
    var subgroup: String { get }
    /// The head of the column of models.
    var model: String { get }
    /// Everyone, where the study has no name for it.
    var allPatients: String { get }
    /// What stands over the columns of events and patients of the arms.
    var eventsOfPatients: String { get }
    /// The title of an axis of hazard ratios.
    var hazardRatioAxis: String { get }
    /// The head of the column of tests of interaction.
    func interactionHead(letter: String) -> String
    /// Who is favoured on a side of the axis.
    func favours(_ who: String) -> String
    /// What the marks of a forest plot are; `overall` is the label of everyone, where everyone is shown.
    func forestMarks(overall: String?) -> String
    /// Which test the p-values for interaction are of.
    func interactionTest(_ method: TestResult.Method, letter: String) -> String
    /// That an effect does not exist, and why; `subgroups` has no element where there are too many to be named.
    func notEstimable(_ abbreviation: String, because gap: EffectGap, in subgroups: [String]) -> String

    /// The first sentence of a forest plot's description.
    func forestDescription(endpoint: String, treatment: String, reference: String) -> String
    /// A hazard ratio as it is read aloud; the texts of its limits are nil where it has none.
    func spokenEffect(of label: String, ratio: String, interval: String, limits: (lower: String, upper: String)?)
        -> String
    /// An effect that does not exist, as it is read aloud.
    func spokenNotEstimable(_ label: String) -> String
    /// A variable with its test of interaction, as it is read aloud.
    func spokenInteraction(_ label: String, statement: String) -> String

    // Flow charts.

    /// The number of patients in a box.
    func patientCount(_ n: String) -> String
    /// Those who left for several reasons.
    var excluded: String { get }
    /// The first sentence of a flow chart's description.
    var flowDescription: String { get }
}

/// Why the effect of a treatment in a group of patients does not exist.
public enum EffectGap: Hashable, Sendable {
    /// Nobody is in the group, or nobody in one of its arms.
    case noPatients(arm: String?)
    /// Nobody in the group had the event, or nobody in one of its arms.
    case noEvents(arm: String?)
    /// The model has no solution for another reason.
    case notFitted
}
