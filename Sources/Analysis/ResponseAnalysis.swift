import Diagnostics
import Results
import StudyFiles

struct ResponseAnalysis {
    private let context: AnalysisContext

    init(_ context: AnalysisContext) {
        self.context = context
    }

    func table(for plan: ResponsePlan, reporting sink: DiagnosticSink) -> ResponseTable? {
        nil
    }
}
