import Diagnostics
import Results
import StudyFiles

/// Works out a table of the treatment's effect on some endpoints in some populations.
struct EffectAnalysis {
    private let context: AnalysisContext

    init(_ context: AnalysisContext) {
        self.context = context
    }

    /// The rows, those of one endpoint together; nil, with a message, where a variable cannot be used as asked.
    func table(
        for plan: EffectPlan, adding findings: inout Findings, reporting sink: DiagnosticSink
    ) -> EffectTable? {
        guard let covariates = context.covariates(plan.adjustFor, reporting: sink) else { return nil }
        var rows: [EffectTable.Row] = []
        var pValue = plan.pValue
        for endpoint in plan.endpoints.compactMap({ context.endpoint(named: $0.value) }) {
            for name in plan.populations {
                guard let grouped = context.grouped(by: plan.by, in: name, reporting: sink) else { return nil }
                // The p-values of one column are of one test.
                pValue = grouped.population.valid(pValue)
                rows.append(
                    EffectTable.Row(
                        label: grouped.population.label,
                        comparison: findings.add(comparing: endpoint, between: grouped, in: context),
                        adjusted: covariates.isEmpty
                            ? nil
                            : SurvivalAnalysis(of: endpoint, between: grouped, in: context).groupModel(
                                variance: context.variance(in: grouped.population), adjustedFor: covariates),
                        sensitivity: sensitivity(of: endpoint, between: grouped)))
            }
        }
        return EffectTable(
            rows: rows, adjustedFor: covariates.map(\.label), pValue: pValue, showsRobust: plan.showsRobust)
    }

    /// How far the effect depends on the order of tied scores; it was tried for the arms that were matched.
    private func sensitivity(of endpoint: Endpoint, between grouped: GroupedPatients) -> TieOrderSensitivity? {
        guard grouped.grouping == armsName else { return nil }
        return context.matchings.first { $0.id == grouped.population.id }?
            .sensitivity.first { $0.endpoint == endpoint.name.value }?.sensitivity
    }
}
