public import CohortBuilding
public import Diagnostics
public import Results
public import StudyFiles

/// Runs a study's plan on its patients.
///
/// The populations that the study matches or weighs come first, for everything else may be asked of them. Each endpoint
/// is then estimated by the study's own grouping in everyone, whether or not a figure shows it, so that every study can
/// write of its endpoints; then come the comparisons that figures and tables ask for.
///
/// - Parameters:
///   - cohort: The patients.
///   - parts: Cohorts for parts of the plan, where each has patients counted by what it needs to know of them; a part
///     without one is run on `cohort`.
///   - study: The plan.
///   - provenance: The program and files that the results come from.
///   - sink: Where faults of the plan are reported that only the patients reveal, such as a grouping by a number.
///   - showStep: Called before each part of the plan with its name, for those who wait.
/// - Returns: All results; without the parts at fault where errors were reported.
public func analyze(
    _ cohort: Cohort, parts: [PlanPart: Cohort] = [:], as study: Study, provenance: Provenance,
    reporting sink: DiagnosticSink,
    atEachStep showStep: (_ name: String) -> Void = { _ in }
) -> StudyResults {
    study.checkFiguresOfSinglePatients(reporting: sink)
    let whole = AnalysisContext.make(study: study, cohort: cohort, reporting: sink)
    func context(for part: PlanPart) -> AnalysisContext {
        parts[part].map { AnalysisContext.make(study: study, cohort: $0, reporting: sink) } ?? whole
    }
    var findings = Findings()
    for endpoint in study.endpoints {
        let context = context(for: .endpoint(endpoint.name.value))
        if let grouped = context.grouped(by: nil, in: nil, reporting: sink) {
            showStep(endpoint.name.value)
            findings.add(comparing: endpoint, between: grouped, in: context)
            if endpoint.hasCompetingEvents { findings.add(incidenceOf: endpoint, between: grouped, in: context) }
        }
    }
    let figures = study.figures.compactMap { figure in
        showStep(figure.name.value)
        return context(for: .figure(figure.name.value)).figure(
            for: figure.kind, adding: &findings, reporting: sink
        ).map {
            FigureResult(
                id: figure.name.value, caption: figure.caption, isSupplementary: figure.isSupplementary, content: $0)
        }
    }
    findings.forgetLatest()
    let tables = study.tables.compactMap { table in
        showStep(table.name.value)
        return context(for: .table(table.name.value)).table(
            for: table.kind, adding: &findings, reporting: sink
        ).map {
            TableResult(
                id: table.name.value, caption: table.caption, isSupplementary: table.isSupplementary, content: $0)
        }
    }
    let design = designNotes(of: study, cohort: cohort, tables: tables, figures: figures, label: whole.label(of:))
    var results = StudyResults(
        study: study.description, provenance: provenance, conventions: study.conventions,
        arms: cohort.armResults,
        cohort: whole.cohortSummary,
        endpoints: study.endpoints.map {
            $0.description(
                studyCutoff: study.cutoff?.value, labels: study.labels, label: whole.label(of:))
        },
        survival: findings.survival, incidences: findings.incidences, matchings: whole.matchings,
        tables: tables,
        figures: figures, design: design.isEmpty ? nil : design, manuscript: study.manuscript)
    if let minimum = study.minimumCell?.value {
        return results.protected(minimumCell: minimum, labels: study.labels)
    }
    results.replication = RReplication.script(of: study, cohort: cohort, results: results)
    return results
}

/// The comparisons that were made so far; each is made once, whoever asks for it.
struct Findings {
    private(set) var survival: [SurvivalComparison] = []
    private(set) var incidences: [IncidenceComparison] = []
    /// The comparison that was made last: a figure draws what was just compared, and millions need not be gathered again.
    private var latest: SurvivalAnalysis?

    /// Compares an endpoint between groups, if that was not done before.
    ///
    /// - Returns: The comparison's name.
    @discardableResult
    mutating func add(
        comparing endpoint: Endpoint, between grouped: GroupedPatients, in context: AnalysisContext
    ) -> String {
        let name = comparisonName(endpoint: endpoint.name.value, grouped)
        if !survival.contains(where: { $0.id == name }) {
            survival.append(analysis(of: endpoint, between: grouped, in: context).comparison())
        }
        return name
    }

    /// An endpoint gathered for groups of patients.
    mutating func analysis(
        of endpoint: Endpoint, between grouped: GroupedPatients, in context: AnalysisContext
    ) -> SurvivalAnalysis {
        // Patients who were counted are others for each part of the plan.
        if let latest, context.cohort.frequency == nil, latest.context.cohort.frequency == nil,
            comparisonName(endpoint: endpoint.name.value, grouped)
                == comparisonName(endpoint: latest.endpoint.name.value, latest.grouped)
        {
            return latest
        }
        latest = nil
        let made = SurvivalAnalysis(of: endpoint, between: grouped, in: context)
        latest = made
        return made
    }

    /// Lets go of what was gathered last.
    mutating func forgetLatest() { latest = nil }

    /// Compares the cumulative incidence of an endpoint between groups, if that was not done before.
    ///
    /// - Returns: The comparison's name.
    @discardableResult
    mutating func add(
        incidenceOf endpoint: Endpoint, between grouped: GroupedPatients, in context: AnalysisContext
    ) -> String {
        let name = comparisonName(endpoint: endpoint.name.value, grouped)
        if !incidences.contains(where: { $0.id == name }) {
            incidences.append(IncidenceAnalysis(of: endpoint, between: grouped, in: context).comparison())
        }
        return name
    }
}

extension AnalysisContext {
    fileprivate func figure(
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

    fileprivate func table(
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

    /// The cohort's summary, in which each population has the patients that are left of it after matching.
    fileprivate var cohortSummary: CohortSummary {
        var summary = cohort.summary
        for index in summary.populations.indices {
            // The populations of a counted cohort were counted with the cohorts of the plan's parts.
            if cohort.frequency == nil, let population = populations[summary.populations[index].id] {
                summary.populations[index].n = patientCount(population.patients)
            }
        }
        return summary
    }
}

extension Cohort {
    /// The arms with their patients after exclusions.
    fileprivate var armResults: [Arm] {
        guard let arms else { return [] }
        return arms.levels.enumerated().map { index, level in
            Arm(
                id: level.id, label: level.label,
                n: frequency == nil
                    ? arms.codes.codes.count { $0 == index }
                    : patientCount(arms.codes.indices.filter { arms.codes[$0] == index }),
                isReference: index == referenceArm)
        }
    }
}
