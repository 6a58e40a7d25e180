import Diagnostics
import Results
import StudyFiles

struct AdverseEventAnalysis {
    private let context: AnalysisContext

    init(_ context: AnalysisContext) {
        self.context = context
    }

    func table(for plan: AdverseEventPlan, reporting sink: DiagnosticSink) -> AdverseEventTable? {
        nil
    }
}
