internal import Diagnostics
internal import StudyFiles

/// Whether the dates of one patient are in an order that can be.
extension DateEndpoint {
    /// Whether a patient's dates can be used; what is doubtful about them is said in warnings.
    func isPlausible(_ start: Cell, _ events: [Cell?], _ competing: [Cell?], _ contact: Cell?) -> Bool {
        let known = (events + competing).compactMap { $0 }
        var isPlausible = true
        for end in known + [contact].compactMap({ $0 }) where end.day < start.day {
            isPlausible = false
            report(end, "is before", start, severity: .error, consequence: "both stand in one row")
        }
        if let cutoff, start.day > cutoff.value {
            isPlausible = false
            reportAfterCutoff(start, cutoff, severity: .error, consequence: nil)
        }
        guard isPlausible else { return false }
        warnOfOrder(events, known, contact)
        if let cutoff {
            for event in known where isAfterCutoff(event) {
                reportAfterCutoff(
                    event, cutoff, severity: .warning, consequence: "the patient counts as censored at the cut-off")
            }
            if let contact, contact.day > cutoff.value {
                reportAfterCutoff(contact, cutoff, severity: .warning, consequence: "follow-up ends at the cut-off")
            }
        }
        return true
    }

    private func warnOfOrder(_ events: [Cell?], _ known: [Cell], _ contact: Cell?) {
        if let last = events.last ?? nil {
            for event in events.dropLast().compactMap({ $0 }) where event.day > last.day {
                report(event, "is after", last, severity: .warning, consequence: "the earlier of both is used")
            }
        }
        guard let contact else { return }
        // An event after the cut-off has a message of its own, and its date is not used.
        for event in known where event.day > contact.day && !isAfterCutoff(event) {
            report(event, "is after", contact, severity: .warning, consequence: "the date of the event is used")
        }
    }

    func report(
        _ cell: Cell, _ relation: String, _ other: Cell, severity: Diagnostic.Severity, consequence: String
    ) {
        reporter.report(
            Diagnostic(
                .datesOutOfOrder, severity: severity, at: cell.location,
                "\(cell.title) \(relation) \(other.title), found '\(cell.day.iso)'",
                notes: [.init("\(consequence); \(other.title) stands here", at: other.location)],
                help: ["correct the date that is wrong"]))
    }

    private func reportAfterCutoff(
        _ cell: Cell, _ cutoff: Located<CalendarDay>, severity: Diagnostic.Severity, consequence: String?
    ) {
        let notes = [Diagnostic.Note("the cut-off is \(cutoff.value.iso)", at: cutoff.location)]
        reporter.report(
            Diagnostic(
                .dateAfterCutoff, severity: severity, at: cell.location,
                "\(cell.title) is after the cut-off, found '\(cell.day.iso)'",
                notes: notes + [consequence].compactMap { $0.map { Diagnostic.Note($0) } },
                help: severity == .error ? ["correct the date, or leave the patient out by an exclusion"] : []))
    }
}
