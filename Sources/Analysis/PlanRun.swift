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
/// which follow each other. With more patients those that stand alone follow each other too, so that few hold their copies
/// of the data, and each part divides its work among all cores by itself. Where each part has patients of its own, one
/// part follows the other. Results and messages are the same either way.
struct PlanRun {
    let study: Study
    /// Where a part has no patients of its own.
    let whole: AnalysisContext
    let parts: [PlanPart: Cohort]
    let sink: DiagnosticSink
    /// The most patients with whom all parts that stand alone run at the same time.
    var mostPatientsBeside = 50_000

    /// What the plan asks for, in its order.
    struct Results {
        var findings = Findings()
        var figures: [FigureResult] = []
        var tables: [TableResult] = []
    }

    /// Runs all parts; `showStep` is told the name of each before it begins, or of all before they begin together.
    func results(atEachStep showStep: (_ name: String) -> Void) -> Results {
        let steps =
            study.endpoints.map(PlanStep.endpoint) + study.figures.map(PlanStep.figure)
            + study.tables.map(PlanStep.table)
        let sequence = steps.indices.filter { steps[$0].addsFindings }
        let alone = steps.indices.filter { !steps[$0].addsFindings }
        let made: [[Made]]
        if !parts.isEmpty {
            made = [runInSequence(Array(steps.indices), of: steps, atEachStep: showStep)]
        } else {
            for step in steps { showStep(step.name) }
            if whole.cohort.count <= mostPatientsBeside {
                let threads = [sequence] + alone.map { [$0] }
                made = concurrentMap(threads.count) { runInSequence(threads[$0], of: steps) }
            } else {
                let (first, second) = simultaneously(
                    { runInSequence(sequence, of: steps) }, { runInSequence(alone, of: steps) })
                made = [first, second]
            }
        }
        var results = Results(findings: made[0].last?.results.findings ?? Findings())
        for step in made.joined().sorted(by: { $0.index < $1.index }) {
            sink.add(step.faults)
            results.figures += step.results.figures
            results.tables += step.results.tables
        }
        return results
    }

    /// What a part of the plan gave.
    private struct Made {
        var index: Int
        var results: Results
        var faults: DiagnosticSink
    }

    /// Runs some parts, one after the other; the last has the findings of all.
    private func runInSequence(
        _ indices: [Int], of steps: [PlanStep], atEachStep showStep: (_ name: String) -> Void = { _ in }
    ) -> [Made] {
        var findings = Findings()
        var made: [Made] = []
        for index in indices {
            showStep(steps[index].name)
            // What figures gathered is of no use to tables.
            if case .table = steps[index], made.allSatisfy({ $0.results.tables.isEmpty }) { findings.forgetLatest() }
            var step = Made(index: index, results: Results(findings: findings), faults: DiagnosticSink(forPart: ()))
            // Two owners of the findings would copy them.
            findings = Findings()
            run(steps[index], adding: &step.results, reporting: step.faults)
            swap(&findings, &step.results.findings)
            made.append(step)
        }
        if !made.isEmpty { made[made.count - 1].results.findings = findings }
        return made
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
            guard let content = context.figure(for: figure.kind, adding: &results.findings, reporting: sink) else {
                return
            }
            results.figures.append(
                FigureResult(
                    id: figure.name.value, caption: figure.caption, isSupplementary: figure.isSupplementary,
                    content: content))
        case .table(let table):
            guard let content = context.table(for: table.kind, adding: &results.findings, reporting: sink) else {
                return
            }
            results.tables.append(
                TableResult(
                    id: table.name.value, caption: table.caption, isSupplementary: table.isSupplementary,
                    content: content))
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
