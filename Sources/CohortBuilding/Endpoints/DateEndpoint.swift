internal import Diagnostics
internal import Results
internal import StudyFiles

/// An endpoint made of dates: whole days from the start to the first event, else to the last contact.
///
/// - The first of several events ends the time. Without a date of last contact, a patient with an event still has a
///   time; one without has none.
/// - Follow-up ends at the cut-off: an event or contact after it counts as censored there, with a warning. A start
///   after it is an error.
/// - An event or last contact before the start is an error. An event after the last contact is a warning, and the
///   event's date is used: an event is often reported by a registry or a family after the last visit, and it is known
///   to have happened.
/// - The last of several events is taken to end a life: another event dated after it is a warning. The time runs to
///   the earlier of both.
/// - A time of 0 is kept, with a warning.
struct DateEndpoint {
    let start: DateColumn
    let events: [DateColumn]
    let censoring: DateColumn
    let cutoff: Located<CalendarDay>?
    let reporter: FaultReporter

    /// A column and its days, one for each row.
    struct DateColumn {
        let column: DataColumn
        let days: [CalendarDay?]
    }

    /// A date column's cell of one patient.
    private struct Cell {
        let column: DataColumn
        let day: CalendarDay
        let row: Int

        var title: String { "'\(column.name)'" }
        var location: SourceLocation { column.location(row) }
    }

    /// Time and status of each row.
    func values(_ rows: PatientRows) -> EndpointValues {
        var values = EndpointValues(time: [], status: [], timeUnit: .days)
        for (index, row) in rows.rows.enumerated() {
            let observation = observation(at: index, row: row)
            values.time.append(observation.map { Double($0.days) })
            values.status.append(observation?.status)
        }
        return values
    }

    private func observation(at index: Int, row: Int) -> (days: Int, status: EndpointValues.Status)? {
        func cell(_ dates: DateColumn) -> Cell? {
            dates.days[index].map { Cell(column: dates.column, day: $0, row: row) }
        }
        let events = events.map(cell)
        let contact = cell(censoring)
        guard let start = cell(start) else {
            reportNoTime(start.column, row: row)
            return nil
        }
        guard isPlausible(start, events, contact) else { return nil }
        guard let (end, status) = end(known: events.compactMap { $0 }, contact) else {
            reportNoTime(censoring.column, row: row)
            return nil
        }
        let days = end.day.daysSinceEpoch - start.day.daysSinceEpoch
        if days == 0 {
            reporter.report(
                Diagnostic(
                    .noFollowUp, severity: .warning, at: end.location,
                    "\(end.title) leaves the patient no follow-up after \(start.title)",
                    notes: [.init("the time of 0 is kept; \(start.title) stands here", at: start.location)]))
        }
        return (days, status)
    }

    /// The first event up to the cut-off, else the last contact, else the cut-off for an event after it.
    private func end(known events: [Cell], _ contact: Cell?) -> (Cell, EndpointValues.Status)? {
        func first(_ cells: [Cell]) -> Cell? { cells.min { $0.day < $1.day } }
        if let event = first(events.filter { !isAfterCutoff($0) }) { return (event, .event) }
        // An event after the cut-off proves that the patient was observed up to it.
        guard let last = first(events) ?? contact else { return nil }
        let day = cutoff.map { min($0.value, last.day) } ?? last.day
        return (Cell(column: last.column, day: day, row: last.row), .censored)
    }

    private func isAfterCutoff(_ cell: Cell) -> Bool {
        cutoff.map { cell.day > $0.value } ?? false
    }

    private func reportNoTime(_ column: DataColumn, row: Int) {
        // A cell at fault has its own message.
        guard column[row] == nil else { return }
        reporter.report(
            Diagnostic(
                .noFollowUp, severity: .warning, at: column.location(row),
                "'\(column.name)' is missing, so that the patient has no follow-up",
                notes: [.init("the time counts as missing")]))
    }

    // MARK: Order of dates

    private func isPlausible(_ start: Cell, _ events: [Cell?], _ contact: Cell?) -> Bool {
        let known = events.compactMap { $0 }
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
        warnOfOrder(events, contact)
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

    private func warnOfOrder(_ events: [Cell?], _ contact: Cell?) {
        if let last = events.last ?? nil {
            for event in events.dropLast().compactMap({ $0 }) where event.day > last.day {
                report(event, "is after", last, severity: .warning, consequence: "the earlier of both is used")
            }
        }
        guard let contact else { return }
        // An event after the cut-off has a message of its own, and its date is not used.
        for event in events.compactMap({ $0 }) where event.day > contact.day && !isAfterCutoff(event) {
            report(event, "is after", contact, severity: .warning, consequence: "the date of the event is used")
        }
    }

    private func report(
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
