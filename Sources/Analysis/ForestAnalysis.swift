import Diagnostics
import Results
import StudyFiles

struct ForestAnalysis {
    private let context: AnalysisContext

    init(_ context: AnalysisContext) {
        self.context = context
    }

    func figure(for plan: ForestPlan, reporting sink: DiagnosticSink) -> ForestPlot? {
        nil
    }
}
