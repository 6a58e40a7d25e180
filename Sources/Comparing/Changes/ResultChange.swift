/// A result that is another than before.
public struct ResultChange: Equatable, Sendable {
    /// The name by which templates know it: `pfs.hazard-ratio`.
    public var name: String
    /// The name in the study's words, from the outermost on.
    public var labels: [String]
    /// What was printed, and what is printed now.
    public var old: String
    /// What is printed now.
    public var new: String
    /// Everything that makes the change important; empty where only the number is another.
    public var facts: [Importance]
    /// By how many of the old standard errors the value moved; nil where no standard error is known.
    public var size: Double?
    /// Whether the printed digits differ; where not, the results differ beyond them.
    public var isVisible: Bool
    /// Whether the numbers are the same and only printed otherwise, as in another journal's style.
    public var isOfFormOnly = false
    /// Whether it is one of several tests of a whole model, of which another one is printed.
    public var isAuxiliary = false
    /// Where it is printed.
    public var places: [PrintedPlace]
    /// What brought the change about, in order of time; empty where that was not asked for or is not known.
    public var causes: [Cause]
    /// What the numbers compare in one line, where the old test was another: `Pearson's χ² test`.
    public var oldTest: String?
    /// The test that the numbers are of now.
    public var newTest: String?

    /// A step of a refresh at which the result changed.
    public struct Cause: Equatable, Codable, Sendable {
        /// The step.
        public var step: RefreshStep
        /// What would have been printed after it.
        public var printed: String
        /// The facts that came about at this step.
        public var facts: [Importance]
    }

    /// The weightiest fact.
    public var importance: Importance { isAuxiliary && places.isEmpty ? .other : facts.min() ?? .other }
    /// Sentences weigh more than tables and figures, and these more than not being printed at all; in sentences, what
    /// stands for itself weighs more than a row of a table or figure.
    var prominence: Int {
        guard places.contains(where: { $0.kind == .sentence }) else { return places.isEmpty ? 0 : 1 }
        return ["table", "figure"].contains(name.prefix { $0 != "." }) ? 2 : 3
    }
    /// The name in words: `PFS · hazard ratio`.
    public var label: String { labels.joined(separator: " · ") }
    /// What was printed, with the test where another one was used.
    public var oldText: String { text(old, test: oldTest) }
    /// What is printed now, with the test where another one was used.
    public var newText: String { text(new, test: newTest) }

    private func text(_ printed: String, test: String?) -> String {
        guard facts.contains(.test), let test else { return printed }
        return printed.isEmpty ? test : "\(printed) (\(test))"
    }
}

/// A result that only one of the two editions has.
public struct UnpairedResult: Equatable, Codable, Sendable {
    /// The name by which templates know it.
    public var name: String
    /// The name in the study's words.
    public var label: String
    /// What is printed, or was.
    public var printed: String
}

/// A stage between the old data and the new.
public enum RefreshStep: String, Codable, CaseIterable, Sendable {
    /// The study file or the program is another: the old data under the new plan.
    case plan
    /// Values of patients who were there already are others; patients who were taken out are gone.
    case corrections
    /// Patients who were there already were observed for longer.
    case followUp = "follow-up"
    /// Patients came in.
    case newPatients = "new-patients"
}
