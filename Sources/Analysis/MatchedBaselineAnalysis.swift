import Diagnostics
import Results
import StudyFiles

/// Works out a table of characteristics before and after matching or weighting.
struct MatchedBaselineAnalysis {
    private let context: AnalysisContext

    init(_ context: AnalysisContext) {
        self.context = context
    }

    /// Both tables by arm; nil, with a message, where the population is not made from a score.
    func table(for plan: MatchedBaselinePlan, reporting sink: DiagnosticSink) -> MatchedBaselineTable? {
        guard let matched = context.matched(plan.population, reporting: sink),
            let declared = context.study.populations.first(where: { $0.name.value == matched.id }),
            let propensity = declared.propensity
        else { return nil }
        let baseline = BaselinePlan(
            rows: plan.rows.isEmpty ? propensity.covariates : plan.rows, showsTotal: false,
            showsPValue: plan.showsPValue, showsDifference: true, continuous: plan.continuous, missing: .row,
            denominator: .known)
        // Those who might have been matched: of all, or of those whom the population's condition lets in.
        let candidates = AnalysedPopulation(
            id: declared.condition == nil ? AnalysedPopulation.everyoneName : matched.id,
            label: AnalysedPopulation.everyone(of: context.cohort).label, patients: matched.candidates ?? [])
        let analysis = BaselineAnalysis(context)
        return MatchedBaselineTable(
            matched: matched.id,
            before: analysis.table(for: baseline, between: context.groupedByArm(candidates), reporting: sink),
            after: analysis.table(for: baseline, between: context.groupedByArm(matched), reporting: sink))
    }
}
