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
///   - writesScript: Whether ``StudyResults/replication`` is written; else ``replicationScript(of:cohort:results:)`` writes it
///     later, beside other work.
///   - showStep: Called before each part of the plan with its name, for those who wait.
/// - Returns: All results; without the parts at fault where errors were reported.
public func analyze(
    _ cohort: Cohort, parts: [PlanPart: Cohort] = [:], as study: Study, provenance: Provenance,
    reporting sink: DiagnosticSink, writesScript: Bool = true,
    atEachStep showStep: (_ name: String) -> Void = { _ in }
) -> StudyResults {
    study.checkFiguresOfSinglePatients(reporting: sink)
    study.checkEndpointsNamedAfterEvents(reporting: sink)
    let whole = AnalysisContext.make(study: study, cohort: cohort, reporting: sink)
    let plan = PlanRun(study: study, whole: whole, parts: parts, sink: sink).results(atEachStep: showStep)
    let (findings, tables, figures) = (plan.findings, plan.tables, plan.figures)
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
    if writesScript { results.replication = replicationScript(of: study, cohort: cohort, results: results) }
    return results
}

/// The R script that computes the results again from the data; nil where small numbers of patients are withheld.
public func replicationScript(of study: Study, cohort: Cohort, results: StudyResults) -> String? {
    study.minimumCell == nil ? RReplication.script(of: study, cohort: cohort, results: results) : nil
}

extension AnalysisContext {
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
