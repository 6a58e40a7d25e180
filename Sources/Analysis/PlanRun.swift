import CohortBuilding
import Diagnostics
import Mathematics
import Results
import StudyFiles

/// A part of the plan that is run by itself.
enum PlanStep {
    case endpoint(Endpoint)
    case figure(FigurePlan)
    case table(TablePlan)

    var name: String {
        switch self {
        case .endpoint(let endpoint): endpoint.name.value
        case .figure(let figure): figure.name.value
        case .table(let table): table.name.value
        }
    }

    var part: PlanPart {
        switch self {
        case .endpoint: .endpoint(name)
        case .figure: .figure(name)
        case .table: .table(name)
        }
    }

    /// Whether it compares endpoints between groups: each comparison is made once, by the first of the plan that asks.
    var addsFindings: Bool {
        switch self {
        case .endpoint: true
        case .figure(let figure):
            switch figure.kind {
            case .kaplanMeier, .incidence: true
            case .predictedSurvival, .forest, .flow, .balance, .overlap, .residuals, .adverseEvents, .swimmer,
                .waterfall:
                false
            }
        case .table(let table):
            switch table.kind {
            case .survival, .incidence, .effect: true
            case .baseline, .matchedBaseline, .response, .adverseEvents, .cox, .logistic, .paired: false
            }
        }
    }
}

/// Runs the parts of a plan.
///
/// In a study of the usual size the parts that stand alone run at the same time, beside those that add to the findings,
/// which follow each other. With more patients one part follows the other, so that no two hold their copies of the data,
/// and each part uses all cores by itself. Results and messages are the same either way.
struct PlanRun {
    let study: Study
    /// Where a part has no patients of its own.
    let whole: AnalysisContext
    let parts: [PlanPart: Cohort]
    let sink: DiagnosticSink
    /// The most patients with whom parts run at the same time.
    var mostPatientsBeside = 50_000

    /// What the plan asks for, in its order.
    struct Results {
        var findings = Findings()
        var figures: [FigureResult] = []
        var tables: [TableResult] = []
    }

    func results(atEachStep showStep: (_ name: String) -> Void) -> Results {
        let steps =
            study.endpoints.map(PlanStep.endpoint) + study.figures.map(PlanStep.figure)
            + study.tables.map(PlanStep.table)
        guard parts.isEmpty, whole.cohort.count <= mostPatientsBeside else {
            var results = Results()
            for step in steps {
                showStep(step.name)
                // What figures gathered is of no use to tables.
                if case .table = step, results.tables.isEmpty { results.findings.forgetLatest() }
                run(step, adding: &results, reporting: sink)
            }
            return results
        }
        for step in steps { showStep(step.name) }
        return runBeside(steps)
    }

    private func runBeside(_ steps: [PlanStep]) -> Results {
        let sequence = steps.indices.filter { steps[$0].addsFindings }
        let threads = [sequence] + steps.indices.filter { !steps[$0].addsFindings }.map { [$0] }
        let made = concurrentMap(threads.count) { thread in
            var findings = Findings()
            let results = threads[thread].map { index in
                var results = Results(findings: findings)
                let faults = DiagnosticSink(forPart: ())
                run(steps[index], adding: &results, reporting: faults)
                findings = results.findings
                return (index: index, results: results, faults: faults)
            }
            return (findings: findings, results: results)
        }
        var results = Results(findings: made[0].findings)
        for step in made.flatMap(\.results).sorted(by: { $0.index < $1.index }) {
            sink.add(step.faults)
            results.figures += step.results.figures
            results.tables += step.results.tables
        }
        return results
    }

    private func run(_ step: PlanStep, adding results: inout Results, reporting sink: DiagnosticSink) {
        let context =
            parts[step.part].map { AnalysisContext.make(study: study, cohort: $0, reporting: sink) } ?? whole
        switch step {
        case .endpoint(let endpoint):
            guard let grouped = context.grouped(by: nil, in: nil, reporting: sink) else { return }
            results.findings.add(comparing: endpoint, between: grouped, in: context)
            if endpoint.hasCompetingEvents {
                results.findings.add(incidenceOf: endpoint, between: grouped, in: context)
            }
        case .figure(let figure):
            let content = context.figure(for: figure.kind, adding: &results.findings, reporting: sink)
            results.figures +=
                content.map {
                    FigureResult(
                        id: figure.name.value, caption: figure.caption, isSupplementary: figure.isSupplementary,
                        content: $0)
                }.map { [$0] } ?? []
        case .table(let table):
            let content = context.table(for: table.kind, adding: &results.findings, reporting: sink)
            results.tables +=
                content.map {
                    TableResult(
                        id: table.name.value, caption: table.caption, isSupplementary: table.isSupplementary,
                        content: $0)
                }.map { [$0] } ?? []
        }
    }
}

extension AnalysisContext {
    func figure(
        for plan: FigurePlan.Kind, adding findings: inout Findings, reporting sink: DiagnosticSink
    ) -> FigureResult.Content? {
        switch plan {
        case .kaplanMeier(let plan):
            .kaplanMeier(KaplanMeierAnalysis(self).plan(for: plan, adding: &findings, reporting: sink))
        case .incidence(let plan):
            .incidence(KaplanMeierAnalysis(self).incidencePlot(for: plan, adding: &findings, reporting: sink))
        case .predictedSurvival(let plan):
            PredictedSurvivalAnalysis(self).figure(for: plan, reporting: sink).map { .predictedSurvival($0) }
        case .forest(let plan): ForestAnalysis(self).figure(for: plan, reporting: sink).map { .forest($0) }
        case .flow(let plan): FlowAnalysis(self).figure(for: plan, reporting: sink).map { .flow($0) }
        case .balance(let plan):
            matched(plan.population, reporting: sink).map { population in
                .balance(BalancePlot(matched: population.id, thresholds: plan.thresholds.map(\.value)))
            }
        case .overlap(let plan):
            matched(plan.population, reporting: sink).map { .overlap(OverlapPlot(matched: $0.id)) }
        case .residuals(let plan): ResidualAnalysis(self).figure(for: plan, reporting: sink).map { .residuals($0) }
        case .adverseEvents(let plan):
            AdverseEventAnalysis(self).plot(for: plan, reporting: sink).map { .adverseEvents($0) }
        case .swimmer(let plan): SwimmerAnalysis(self).figure(for: plan, reporting: sink).map { .swimmer($0) }
        case .waterfall(let plan): WaterfallAnalysis(self).figure(for: plan, reporting: sink).map { .waterfall($0) }
        }
    }

    func table(
        for plan: TablePlan.Kind, adding findings: inout Findings, reporting sink: DiagnosticSink
    ) -> TableResult.Content? {
        switch plan {
        case .baseline(let plan): BaselineAnalysis(self).table(for: plan, reporting: sink).map { .baseline($0) }
        case .matchedBaseline(let plan):
            MatchedBaselineAnalysis(self).table(for: plan, reporting: sink).map { .matchedBaseline($0) }
        case .response(let plan): ResponseAnalysis(self).table(for: plan, reporting: sink).map { .response($0) }
        case .paired(let plan): PairedAnalysis(self).table(for: plan, reporting: sink).map { .paired($0) }
        case .adverseEvents(let plan):
            AdverseEventAnalysis(self).table(for: plan, reporting: sink).map { .adverseEvents($0) }
        case .survival(let plan):
            SurvivalTableAnalysis(self).survivalTable(for: plan, adding: &findings, reporting: sink)
                .map { .survival($0) }
        case .incidence(let plan):
            SurvivalTableAnalysis(self).incidenceTable(for: plan, adding: &findings, reporting: sink)
                .map { .incidence($0) }
        case .cox(let plan): CoxAnalysis(self).table(for: plan, reporting: sink).map { .cox($0) }
        case .logistic(let plan): LogisticAnalysis(self).table(for: plan, reporting: sink).map { .logistic($0) }
        case .effect(let plan):
            EffectAnalysis(self).table(for: plan, adding: &findings, reporting: sink)
                .map { .effect($0) }
        }
    }
}
