import CohortBuilding
import Diagnostics
import StudyFiles

extension AnalysisContext {
    /// The context of a study whose populations are all made.
    static func make(
        study: Study, cohort: Cohort, reporting sink: DiagnosticSink
    ) -> AnalysisContext {
        let everyone = AnalysedPopulation.everyone(of: cohort)
        var context = AnalysisContext(study: study, cohort: cohort, populations: [everyone.id: everyone])
        for (name, isMember) in cohort.populations {
            context.populations[name] = AnalysedPopulation(
                id: name, label: study.populations.first { $0.name.value == name }?.label ?? name,
                patients: (0..<cohort.count).filter { isMember[$0] })
        }
        for population in study.populations {
            guard let plan = population.propensity,
                let made = PropensityPopulation(population, plan: plan, in: context, reporting: sink)?.make(
                    reporting: sink)
            else { continue }
            context.populations[made.population.id] = made.population
            context.matchings.append(made.summary)
        }
        return context
    }

    /// A population that was made from a score; nil, with a message, where another is named.
    func matched(_ name: Located<String>, reporting sink: DiagnosticSink) -> AnalysedPopulation? {
        if let population = populations[name.value], population.candidates != nil { return population }
        let isPlanned = study.populations.contains { $0.name.value == name.value && $0.propensity != nil }
        // Where the score could not be had, that was said already.
        guard !isPlanned else { return nil }
        sink.emit(
            Diagnostic(
                .wrongType, at: name.location, "population '\(name.value)' must be made by 'match' or 'weigh'",
                help: ["name one that is, or add 'match' to it"]))
        return nil
    }
}
