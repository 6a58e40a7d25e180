internal import Diagnostics

/// Passes messages on to the run's sink and remembers whether one of them was an error.
///
/// The sink may already hold errors of the study file; building a cohort must know of its own.
final class FaultReporter {
    private let sink: DiagnosticSink
    private(set) var hasErrors = false

    init(_ sink: DiagnosticSink) {
        self.sink = sink
    }

    func report(_ diagnostic: Diagnostic) {
        if diagnostic.severity == .error { hasErrors = true }
        sink.emit(diagnostic)
    }
}
