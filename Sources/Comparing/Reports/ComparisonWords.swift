/// The words that reports of changes are made of. In English, as the program's messages are.
struct ComparisonWords {
    let arrow = "→"

    func heading(_ importance: Importance, significance: String) -> String {
        switch importance {
        case .direction: "Effects that now point the other way"
        case .significance: "p-values that crossed \(significance)"
        case .noEffect: "Intervals that now contain no effect, or no longer do"
        case .median: "Medians newly reached, or no longer"
        case .estimability: "Estimates that can be given now, or no longer"
        case .rank: "Another group with the longest median"
        case .test: "Other tests"
        case .model: "Models with other covariates"
        case .other: "Other changes, the largest first"
        }
    }

    /// A fact as it follows a change in brackets.
    func fact(_ importance: Importance, of change: ResultChange) -> String {
        switch importance {
        case .direction: "points the other way"
        case .significance: "p-value crossed the level of significance"
        case .noEffect: "interval crossed the value without effect"
        case .median: "median newly reached, or no longer"
        case .estimability: "newly estimable, or no longer"
        case .rank: "another group has the longest median"
        case .test: "\(change.oldTest ?? "") \(arrow) \(change.newTest ?? "")"
        case .model: "other covariates"
        case .other: ""
        }
    }

    func step(_ step: RefreshStep) -> String {
        switch step {
        case .plan: "changed plan or program"
        case .corrections: "corrected values"
        case .followUp: "new follow-up"
        case .newPatients: "new patients"
        }
    }

    /// By what a change came about: `by new follow-up and new patients`.
    func causes(of change: ResultChange) -> String? {
        let steps = change.decisiveSteps.map(step)
        guard let last = steps.last else { return nil }
        return "by " + (steps.count == 1 ? last : steps.dropLast().joined(separator: ", ") + " and " + last)
    }

    /// A change's size: `1.3 SE`.
    func size(_ size: Double?) -> String {
        guard let size else { return "" }
        let tenths = Int((min(size, 1e6) * 10).rounded())
        return tenths == 0 ? "<0.1 SE" : "\(tenths / 10).\(tenths % 10) SE"
    }

    func input(_ input: InputChange) -> String {
        switch (input.oldRows, input.newRows) {
        case (let old?, let new?) where old != new: "\(input.role) (\(old) \(arrow) \(new) rows)"
        case (_, let new?): "\(input.role) (\(new) rows)"
        default: input.role
        }
    }

    /// What only one edition withholds, or withholds more of; nil where both withhold alike.
    func withholding(old: Int?, new: Int?) -> String? {
        guard old != new else { return nil }
        func says(_ minimum: Int?) -> String { minimum.map { "counts below \($0)" } ?? "nothing" }
        return
            "To protect patients, the old edition withholds \(says(old)) and the new one \(says(new)): what only one of them "
            + "withholds is listed as a change."
    }

    func refresh(_ counts: RefreshCounts) -> String {
        let parts = [
            counted(counts.newPatients, "new patient", "new patients"),
            counted(counts.patientsWithFollowUp, "patient with new follow-up", "patients with new follow-up"),
            counted(counts.correctedCells, "corrected cell", "corrected cells"),
        ]
        let gone = counts.patientsGone > 0 ? ["\(counted(counts.patientsGone, "patient", "patients")) gone"] : []
        return (parts + gone).joined(separator: ", ")
    }

    func counted(_ n: Int, _ one: String, _ many: String) -> String { n == 1 ? "1 \(one)" : "\(n) \(many)" }

    /// One line that says how much changed.
    func summary(_ comparison: Comparison) -> String {
        if comparison.isEmpty { return "No result changed." }
        let visible = comparison.changes.filter(\.isVisible)
        if comparison.isOfFormOnly, let otherwise = printedOtherwise(comparison) {
            return "No number changed; \(otherwise)."
        }
        let important = visible.count { $0.importance.isImportant }
        var parts = [
            counted(important, "important change", "important changes"),
            counted(visible.count - important, "other changed result", "other changed results"),
        ]
        let sentences = comparison.sentences.count
        if sentences > 0 { parts.append(counted(sentences, "sentence with other words", "sentences with other words")) }
        if !comparison.appeared.isEmpty { parts.append("\(comparison.appeared.count) new") }
        if !comparison.vanished.isEmpty { parts.append("\(comparison.vanished.count) gone") }
        if let otherwise = printedOtherwise(comparison) { parts.append(otherwise) }
        return parts.joined(separator: ", ") + "."
    }

    /// How many results are the same numbers in another form; nil where none is.
    func printedOtherwise(_ comparison: Comparison) -> String? {
        let count = comparison.printedOtherwise
        guard count > 0 else { return nil }
        return "\(counted(count, "result is", "results are")) only printed otherwise"
    }

    /// How the steps of an attribution follow one another.
    let attributionRule = """
        Attribution: the analysis was run on the data in between, in this order: the old data under the new plan; then \
        corrected values of patients who were there already; then their new follow-up; then the new patients. A change \
        belongs to the step after which it is there.
        """
}
