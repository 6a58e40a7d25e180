import Diagnostics
import Results
import StudyFiles

struct CoxAnalysis {
    private let context: AnalysisContext

    init(_ context: AnalysisContext) {
        self.context = context
    }

    func table(for plan: CoxPlan, reporting sink: DiagnosticSink) -> CoxTable? {
        nil
    }
}
