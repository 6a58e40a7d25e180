import Diagnostics
import Results
import StudyFiles

struct ResidualAnalysis {
    private let context: AnalysisContext

    init(_ context: AnalysisContext) {
        self.context = context
    }

    func figure(for plan: ResidualFigurePlan, reporting sink: DiagnosticSink) -> ResidualPlot? {
        nil
    }
}
