import Diagnostics
import Results
import StudyFiles

/// Works out tables of survival and of cumulative incidence by group: which comparisons they print.
struct SurvivalTableAnalysis {
    private let context: AnalysisContext

    init(_ context: AnalysisContext) {
        self.context = context
    }

    /// The comparisons of survival; nil, with a message, where the grouping variable cannot group.
    func survivalTable(
        for plan: SurvivalTablePlan, adding findings: inout Findings, reporting sink: DiagnosticSink
    ) -> SurvivalTable? {
        guard let grouped = context.grouped(by: plan.by, in: plan.population, reporting: sink) else { return nil }
        return SurvivalTable(
            comparisons: endpoints(of: plan).map { findings.add(comparing: $0, between: grouped, in: context) },
            showsDifferences: plan.showsDifferences, showsPValue: plan.showsPValue && grouped.groups.count > 1)
    }

    /// The comparisons of incidence; nil, with a message, where the grouping variable cannot group.
    func incidenceTable(
        for plan: SurvivalTablePlan, adding findings: inout Findings, reporting sink: DiagnosticSink
    ) -> IncidenceTable? {
        guard let grouped = context.grouped(by: plan.by, in: plan.population, reporting: sink) else { return nil }
        return IncidenceTable(
            comparisons: endpoints(of: plan).map { findings.add(incidenceOf: $0, between: grouped, in: context) },
            showsDifferences: plan.showsDifferences, showsPValue: plan.showsPValue && grouped.groups.count > 1)
    }

    private func endpoints(of plan: SurvivalTablePlan) -> [Endpoint] {
        plan.endpoints.compactMap { context.endpoint(named: $0.value) }
    }
}
