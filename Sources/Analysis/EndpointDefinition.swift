import Results
import StudyFiles

extension Endpoint {
    /// The endpoint's definition in words made of the study file.
    func description(studyCutoff: CalendarDay?, label variable: (String) -> String) -> EndpointDescription {
        EndpointDescription(
            id: name.value, label: label, short: short, unit: unit, definition: definition(studyCutoff),
            strata: strata.isEmpty ? nil : strata.map { variable($0.value) })
    }

    private func definition(_ studyCutoff: CalendarDay?) -> String {
        switch source {
        case .dates(let start, let events, let competing, let censoring):
            let names = events.map { day($0.value) }
            let event = names.joined(separator: " or ") + (names.count == 1 ? "" : ", whichever came first")
            let others =
                competing.isEmpty ? "" : "; \(competing.map { day($0.value) }.joined(separator: " or ")) competes"
            let end = cutoff?.value ?? studyCutoff
            let limit = end == nil ? "" : " or at the cut-off"
            return "from \(day(start.value)) to \(event)\(others); censored at \(day(censoring.value))\(limit)"
        case .columns(let time, let timeUnit, let status, let codes):
            let events = codes.filter { $0.status == .event }.map { "'\($0.raw.value)'" }.joined(separator: ", ")
            let competing = codes.filter { $0.status == .competing }.map { "'\($0.raw.value)'" }.joined(separator: ", ")
            let others = competing.isEmpty ? "" : " and a competing event where it is \(competing)"
            return "in the column '\(time.value)' (\(timeUnit.rawValue)), with the event where '\(status.value)' is "
                + events + others
        }
    }

    /// What happened on the day that a column holds: `death_date` is the day of death.
    private func day(_ column: String) -> String {
        var words = column.split(separator: "_")
        if words.count > 1, words.last == "date" { words.removeLast() }
        return words.joined(separator: " ")
    }
}
