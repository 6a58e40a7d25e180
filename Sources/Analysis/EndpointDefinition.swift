import Results
import StudyFiles

extension Endpoint {
    /// The endpoint's definition in words made of the study file.
    func description(studyCutoff: CalendarDay?) -> EndpointDescription {
        EndpointDescription(
            id: name.value, label: label, short: short, unit: unit, definition: definition(studyCutoff))
    }

    private func definition(_ studyCutoff: CalendarDay?) -> String {
        switch source {
        case .dates(let start, let events, _, let censoring):
            let names = events.map { inWords($0.value) }
            let event = names.count == 1 ? names[0] : "the first of \(names.joined(separator: ", "))"
            let end = cutoff?.value ?? studyCutoff
            let limit = end.map { " or at the cut-off, \($0.iso)" } ?? ""
            return "from \(inWords(start.value)) to \(event); censored at \(inWords(censoring.value))\(limit)"
        case .columns(let time, let timeUnit, let status, let codes):
            let events = codes.filter { $0.status == .event }.map { "'\($0.raw.value)'" }.joined(separator: ", ")
            return "time in \(timeUnit.rawValue) from '\(time.value)'; event where '\(status.value)' is \(events)"
        }
    }

    private func inWords(_ column: String) -> String {
        column.split(separator: "_").joined(separator: " ")
    }
}
