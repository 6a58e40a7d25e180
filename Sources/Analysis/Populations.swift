import CohortBuilding
import Diagnostics
import Results
import StudyFiles

extension AnalysisContext {
    /// The context of a study whose populations are all made, and what is to be said of those made from a score.
    static func make(
        study: Study, cohort: Cohort, reporting sink: DiagnosticSink
    ) -> (context: AnalysisContext, matchings: [MatchedPopulation]) {
        let everyone = AnalysedPopulation.everyone(of: cohort)
        var context = AnalysisContext(study: study, cohort: cohort, populations: [everyone.id: everyone])
        for (name, isMember) in cohort.populations {
            context.populations[name] = AnalysedPopulation(
                id: name, label: study.populations.first { $0.name.value == name }?.label ?? name,
                patients: (0..<cohort.count).filter { isMember[$0] })
        }
        return (context, [])
    }
}
