internal import Diagnostics
internal import Results
internal import StudyFiles

/// An endpoint made of dates: whole days from the start to the first event or competing event, else to the last contact.
///
/// - The first of several events ends the time. Without a date of last contact, a patient with an event still has a
///   time; one without has none.
/// - Follow-up ends at the cut-off: an event or contact after it counts as censored there, with a warning. A start
///   after it is an error.
/// - An event or last contact before the start is an error. An event after the last contact is a warning, and the
///   event's date is used: an event is often reported by a registry or a family after the last visit, and it is known
///   to have happened.
/// - The first of several competing events ends the time too, where no event is on its day or before it.
/// - Observation begins at the entry where there is one: an entry before the start is the start, one at or after the end
///   is an error, and a missing one leaves the patient no time.
/// - The last of several events is taken to end a life: another event dated after it is a warning. The time runs to
///   the earlier of both.
/// - A time of 0 is kept, with a warning; with an entry it counts as missing.
struct DateEndpoint {
    let start: DateColumn
    let events: [DateColumn]
    let competing: [DateColumn]
    let censoring: DateColumn
    /// When observation began; nil where it began at the start.
    let entry: DateColumn?
    let cutoff: Located<CalendarDay>?
    let reporter: FaultReporter

    /// A column and its days, one for each row.
    struct DateColumn {
        let column: DataColumn
        let days: [CalendarDay?]
    }

    /// A date column's cell of one patient.
    struct Cell {
        let column: DataColumn
        let day: CalendarDay
        let row: Int

        var title: String { "'\(column.name)'" }
        var location: SourceLocation { column.location(row) }
    }

    /// Time and status of each row.
    func values(_ rows: PatientRows) -> EndpointValues {
        var values = EndpointValues(time: [], status: [], timeUnit: .days, entry: entry.map { _ in [] })
        for (index, row) in rows.rows.enumerated() {
            let observation = observation(at: index, row: row)
            values.time.append(observation.map { Double($0.days) })
            values.status.append(observation?.status)
            values.entry?.append(observation.map { Double($0.entry) })
        }
        return values
    }

    private func observation(
        at index: Int, row: Int
    ) -> (entry: Int, days: Int, status: EndpointValues.Status)? {
        func cell(_ dates: DateColumn) -> Cell? {
            dates.days[index].map { Cell(column: dates.column, day: $0, row: row) }
        }
        let (events, competing, contact) = (events.map(cell), competing.map(cell), cell(censoring))
        guard let start = cell(start) else {
            reportNoTime(start.column, row: row)
            return nil
        }
        guard isPlausible(start, events, competing, contact) else { return nil }
        guard let (end, status) = end(events.compactMap { $0 }, competing.compactMap { $0 }, contact) else {
            reportNoTime(censoring.column, row: row)
            return nil
        }
        let days = end.day.daysSinceEpoch - start.day.daysSinceEpoch
        guard let entry else {
            if days == 0 { warnOfNoFollowUp(from: start, to: end, consequence: "the time of 0 is kept") }
            return (0, days, status)
        }
        guard let beginning = cell(entry) else {
            reportNoTime(entry.column, row: row)
            return nil
        }
        guard beginning.day < end.day else {
            report(beginning, "is not before", end, severity: .error, consequence: "both stand in one row")
            return nil
        }
        guard days > 0 else {
            warnOfNoFollowUp(from: start, to: end, consequence: "the time counts as missing")
            return nil
        }
        return (max(0, beginning.day.daysSinceEpoch - start.day.daysSinceEpoch), days, status)
    }

    /// The first event or competing event up to the cut-off, the event where both are on one day; else the last contact,
    /// else the cut-off for an event of either kind after it.
    private func end(
        _ events: [Cell], _ competing: [Cell], _ contact: Cell?
    ) -> (Cell, EndpointValues.Status)? {
        func first(_ cells: [Cell]) -> Cell? { cells.min { $0.day < $1.day } }
        func firstCounted(_ cells: [Cell]) -> Cell? { first(cells.filter { !isAfterCutoff($0) }) }
        switch (firstCounted(events), firstCounted(competing)) {
        case (let event?, let other?): return event.day <= other.day ? (event, .event) : (other, .competing)
        case (let event?, nil): return (event, .event)
        case (nil, let other?): return (other, .competing)
        case (nil, nil): break
        }
        // An event after the cut-off proves that the patient was observed up to it.
        guard let last = first(events + competing) ?? contact else { return nil }
        let day = cutoff.map { min($0.value, last.day) } ?? last.day
        return (Cell(column: last.column, day: day, row: last.row), .censored)
    }

    private func warnOfNoFollowUp(from start: Cell, to end: Cell, consequence: String) {
        reporter.report(
            Diagnostic(
                .noFollowUp, severity: .warning, at: end.location,
                "\(end.title) leaves the patient no follow-up after \(start.title)",
                notes: [.init("\(consequence); \(start.title) stands here", at: start.location)]))
    }

    func isAfterCutoff(_ cell: Cell) -> Bool {
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
}
