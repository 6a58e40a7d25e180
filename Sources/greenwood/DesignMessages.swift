internal import Analysis
internal import Diagnostics
internal import Results
internal import StudyFiles
internal import Styling

/// Notes what a reviewer will ask about a study's design. They block nothing.
func reportDesign(of results: StudyResults, planned study: Study, to sink: DiagnosticSink) {
    for note in results.design ?? [] {
        let words = words(for: note)
        sink.emit(
            Diagnostic(
                .designRemark, severity: .note, at: location(of: note, in: study), words.summary, help: [words.help]))
    }
}

/// A remark as a message says it, and what answers it.
private func words(for note: DesignNote) -> (summary: String, help: String) {
    let style = HouseStyle.plain
    func number(_ decimals: Int? = nil) -> String {
        style.number(note.value, decimals: decimals ?? style.decimalsNeeded(by: note.value))
    }
    func quoted(_ items: [String]) -> String { items.map { "'\($0)'" }.joined(separator: ", ") }
    switch note.kind {
    case .missingCutoff:
        return (
            "study has no cut-off",
            "give the last day of follow-up as 'cutoff' in 'study'; events after it are left out"
        )
    case .differentTimeZero:
        return (
            "endpoints begin on different days: \(quoted(note.items))", "begin them on one day, or say why in the text"
        )
    case .treatmentAfterTimeZero:
        return (
            "treatment begins after time zero in \(number(0)) patients: '\(note.items[0])' after '\(note.items[1])'",
            "who received it had to live until then (immortal time): begin on the day of the decision, analyse from a "
                + "landmark, or say why it does not matter"
        )
    case .groupsAfterTimeZero:
        return (
            "groups of figure '\(note.subject)' are known only after time zero: \(note.items.joined(separator: ", "))",
            "who is in them had to live until then: begin at a landmark, or do not compare survival between them"
        )
    case .deathNotAnEvent:
        return (
            "death does not end '\(note.subject)' (\(note.label)); its events are \(quoted(note.items))",
            "add the date of death to 'event', or call it the time to what ends it, with death as 'competing'"
        )
    case .dichotomised:
        return (
            "'\(note.subject)' cuts '\(note.items[0])' at \(number())",
            "groups lose information: say why it is cut there, or use the number itself as well"
        )
    case .fewEventsPerVariable:
        return (
            "multivariable model of \(note.items[0]) in table '\(note.subject)' has \(number(1)) events for each coefficient",
            "ten are a usual minimum: take fewer covariates, chosen beforehand, or 'firth: true'"
        )
    case .selectedByPValue:
        let left = note.items.isEmpty ? "none was left out" : "left out: \(note.items.joined(separator: ", "))"
        return (
            "covariates of table '\(note.subject)' enter by their p-value (below \(number())); \(left)",
            "a model chosen by p-values gives too small p-values: name the covariates beforehand in 'multivariable'"
        )
    }
}
