/// Something about a study's design that a reviewer will ask about. It is a remark, never a fault: the study may have its
/// reasons, and its text should give them.
public struct DesignNote: Codable, Equatable, Sendable {
    /// What is remarked.
    public enum Kind: String, Codable, CaseIterable, Sendable {
        /// The study names no last day of follow-up, so that later data cannot be told from earlier.
        case missingCutoff = "missing-cutoff"
        /// Endpoints begin on different days.
        case differentTimeZero = "different-time-zero"
        /// A treatment of the arms begins after time zero: who received it had to live until then (immortal time).
        case treatmentAfterTimeZero = "treatment-after-time-zero"
        /// Groups are known only after time zero, such as responders: who is in them had to live until then.
        case groupsAfterTimeZero = "groups-after-time-zero"
        /// Death does not end an endpoint of survival without an event.
        case deathNotAnEvent = "death-not-an-event"
        /// A number was cut into groups.
        case dichotomised
        /// A model has fewer than ten events for each coefficient.
        case fewEventsPerVariable = "few-events-per-variable"
        /// Covariates entered a model, or not, by their own p-value.
        case selectedByPValue = "selected-by-p-value"
    }

    /// What is remarked.
    public var kind: Kind
    /// What it is about, by its name in the study file: an endpoint, a variable, a table, a figure.
    public var subject: String
    /// What it is about, as it is printed.
    public var label: String
    /// What else belongs to it: columns, endpoints, covariates that did not enter.
    public var items: [String]
    /// Its number: patients, a cut-point, events for each coefficient.
    public var value: Double?

    /// Creates a remark.
    public init(_ kind: Kind, about subject: String, label: String, items: [String] = [], value: Double? = nil) {
        self.kind = kind
        self.subject = subject
        self.label = label
        self.items = items
        self.value = value
    }
}
