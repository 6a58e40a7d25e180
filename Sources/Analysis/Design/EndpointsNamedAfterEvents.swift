import Diagnostics
import Results
import StudyFiles

extension Study {
    /// Warns of endpoints with the name of their event where their survival curves are drawn or told of. An endpoint with
    /// competing events is told of by its cumulative incidence, for which the event's name is right.
    func checkEndpointsNamedAfterEvents(reporting sink: DiagnosticSink) {
        for endpoint in endpoints where !endpoint.hasCompetingEvents || isDrawnAsSurvival(endpoint) {
            guard let name = [endpoint.label, endpoint.short].first(where: { EndpointName($0).isOfEvent }) else {
                continue
            }
            sink.emit(
                Diagnostic(
                    .endpointNamedAfterEvent, severity: .warning, at: endpoint.name.location,
                    "endpoint '\(endpoint.name.value)' has the name of its event, '\(name)'; its curves and rates are of "
                        + "survival without it",
                    help: ["name what the curve shows, such as 'Overall survival' with 'short: OS'"]))
        }
    }

    private func isDrawnAsSurvival(_ endpoint: Endpoint) -> Bool {
        figures.contains { figure in
            guard case .kaplanMeier(let plan) = figure.kind else { return false }
            return plan.panels.contains { $0.endpoint.value == endpoint.name.value }
        }
    }
}
