public import CohortBuilding
public import Diagnostics
public import Results
public import StudyFiles

/// Runs a study's plan on its patients.
///
/// Each endpoint is estimated by the study's own grouping in everyone, whether or not a figure shows it, so that every
/// study can write of its endpoints; then come the comparisons that figures ask for.
///
/// - Parameters:
///   - cohort: The patients.
///   - study: The plan.
///   - provenance: The program and files that the results come from.
///   - sink: Where faults of the plan are reported that only the patients reveal, such as a grouping by a number.
///   - showStep: Called before each part of the plan with its name, for those who wait.
/// - Returns: All results; without the parts at fault where errors were reported.
public func analyze(
    _ cohort: Cohort, as study: Study, provenance: Provenance, reporting sink: DiagnosticSink,
    atEachStep showStep: (_ name: String) -> Void = { _ in }
) -> StudyResults {
    var survival: [SurvivalComparison] = []
    func add(_ comparisons: [SurvivalComparison]) {
        for comparison in comparisons where !survival.contains(where: { $0.id == comparison.id }) {
            survival.append(comparison)
        }
    }
    if let grouped = cohort.grouped(by: nil, in: nil, reporting: sink) {
        add(
            study.endpoints.map {
                showStep($0.name.value)
                return SurvivalAnalysis(of: $0, between: grouped, in: cohort, conventions: study.conventions)
                    .comparison()
            })
    }
    let figures = study.figures.map { figure -> FigureResult in
        showStep(figure.name.value)
        switch figure.kind {
        case .kaplanMeier(let plan):
            let (drawn, comparisons) = KaplanMeierAnalysis(study: study, cohort: cohort)
                .plan(for: plan, reporting: sink)
            add(comparisons)
            return FigureResult(id: figure.name.value, caption: figure.caption, content: .kaplanMeier(drawn))
        }
    }
    let tables = study.tables.compactMap { table -> TableResult? in
        showStep(table.name.value)
        return switch table.kind {
        case .baseline(let plan):
            BaselineAnalysis(study: study, cohort: cohort).table(for: plan, reporting: sink).map {
                TableResult(id: table.name.value, caption: table.caption, content: .baseline($0))
            }
        }
    }
    return StudyResults(
        study: study.description, provenance: provenance, conventions: study.conventions, arms: cohort.armResults,
        cohort: cohort.summary,
        endpoints: study.endpoints.map { $0.description(studyCutoff: study.cutoff?.value) },
        survival: survival, tables: tables, figures: figures, manuscript: study.manuscript)
}

extension Cohort {
    /// The arms with their patients after exclusions.
    fileprivate var armResults: [Arm] {
        guard let arms else { return [] }
        return arms.levels.enumerated().map { index, level in
            Arm(
                id: level.id, label: level.label, n: arms.codes.count { $0 == index },
                isReference: index == referenceArm)
        }
    }
}
