import Results

/// The words of the interactive page.
extension EnglishVocabulary {
    func placeOf(_ label: String) -> String { "[\(label) about here]" }
    var copyTable: String { "Copy table" }
    var copied: String { "Copied" }

    func at(_ duration: String) -> String { "At \(duration)" }

    func reading(_ label: String, estimate: String?, atRisk: String?) -> String {
        guard let estimate else { return "\(label): no longer observed" }
        return "\(label): \(estimate)" + (atRisk.map { "; \($0) at risk" } ?? "")
    }

    func interaction(_ statement: String, of method: TestResult.Method) -> String {
        "Interaction: \(statement) (\(test(method)))"
    }

    func events(of arm: String, _ events: String, of patients: String) -> String {
        "\(arm): \(events) events in \(patients) patients"
    }
}
