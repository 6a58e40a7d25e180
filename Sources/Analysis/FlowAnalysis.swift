import Diagnostics
import Results
import StudyFiles

struct FlowAnalysis {
    private let context: AnalysisContext

    init(_ context: AnalysisContext) {
        self.context = context
    }

    func figure(for plan: FlowPlan, reporting sink: DiagnosticSink) -> FlowChart? {
        nil
    }
}
