public import Results

/// The words of figures that show adverse events or single patients, and of their descriptions, in one language.
public protocol PatientPlotVocabulary: Sendable {
    // Adverse events.

    /// The title of an axis of percentages of patients.
    var patientsAxis: String { get }
    /// That terms are left out of a figure of adverse events.
    func termsLeftOut(_ n: String) -> String
    /// That rows without a term or grade are not counted.
    func incompleteEvents(_ n: Int) -> String
    /// What the bars of adverse events are.
    func adverseEventMarks(_ outer: String, _ inner: String) -> String
    /// The first sentence of the description of adverse events.
    func adverseEventDescription(_ left: String, _ right: String, terms: Int) -> String
    /// A term with a group's percentages, as it is read aloud: `Nausea: A 20% any grade, 3% grade 3; B …`.
    func spokenAdverseEvent(_ term: String, _ groups: [(label: String, outer: String, inner: String)])
        -> String
    /// The severities that percentages are of, in order.
    func spokenSeverities(_ outer: String, _ inner: String) -> String

    // Bars of patients.

    /// The event of an endpoint, by the endpoint's short label, as a key has it.
    func eventMark(_ endpoint: String) -> String
    /// That a patient was still observed at the bar's end.
    var stillObserved: String { get }
    /// That a response is not known.
    var unknownResponse: String { get }
    /// The first sentence of a swimmer plot's description.
    func swimmerDescription(patients: Int, unit: TimeUnit) -> String
    /// A group of a swimmer plot, as it is read aloud.
    func spokenCourses(_ label: String, patients: Int, longest: String, endLabel: String, events: Int)
        -> String
    /// How many have a mark, as it is read aloud.
    func spokenMark(_ label: String, n: Int) -> String
    /// That patients without a value have no bar; with a unit of time, or a change.
    func withoutBar(_ n: Int, isChange: Bool) -> String

    /// The title of an axis of changes.
    func changeAxis(_ label: String) -> String
    /// What the lines of a waterfall plot are.
    func changeThresholds(_ lower: String, _ upper: String) -> String
    /// The first sentence of a waterfall plot's description.
    func waterfallDescription(_ label: String, patients: Int) -> String
    /// A group of a waterfall plot, as it is read aloud.
    func spokenChanges(
        _ label: String, patients: Int, range: (from: String, to: String), decreased: Int,
        increased: Int,
        thresholds: (lower: String, upper: String)
    ) -> String
    /// A group without anybody to draw, as it is read aloud.
    func spokenNobody(_ label: String) -> String
}
