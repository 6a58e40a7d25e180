import Results
import StudyFiles

extension Endpoint {
    /// The endpoint's definition in words made of the study file.
    func description(
        studyCutoff: CalendarDay?, labels: DefaultLabels, label variable: (String) -> String
    ) -> EndpointDescription {
        EndpointDescription(
            id: name.value, label: label, short: short, unit: unit, definition: definition(studyCutoff, labels),
            strata: strata.isEmpty ? nil : strata.map { variable($0.value) })
    }

    private func definition(_ studyCutoff: CalendarDay?, _ labels: DefaultLabels) -> String {
        switch source {
        case .dates(let start, let events, let competing, let censoring):
            return labels.definition(
                EndpointDates(
                    start: day(start.value), events: events.map { day($0.value) },
                    competing: competing.map { day($0.value) }, censoring: day(censoring.value),
                    hasCutoff: cutoff != nil || studyCutoff != nil))
        case .columns(let time, let timeUnit, let status, let codes):
            func coded(_ wanted: Endpoint.Status) -> [String] {
                codes.filter { $0.status == wanted }.map { "'\($0.raw.value)'" }
            }
            return labels.columnDefinition(
                EndpointColumns(
                    time: time.value, unit: timeUnit, status: status.value, events: coded(.event),
                    competing: coded(.competing)))
        }
    }

    /// What happened on the day that a column holds: `death_date` is the day of death.
    private func day(_ column: String) -> String {
        var words = column.split(separator: "_")
        if words.count > 1, words.last == "date" { words.removeLast() }
        return words.joined(separator: " ")
    }
}
