import CohortBuilding
import Results
import StudyFiles
import SurvivalStatistics

extension ForestAnalysis {
    /// The effect of one treatment on one endpoint in parts of a population.
    struct Effects {
        let context: AnalysisContext
        let endpoint: Endpoint
        let population: AnalysedPopulation
        let treatment: StudyCovariate
        /// What every model holds beside the treatment.
        var adjusting: [StudyCovariate]
        /// Whether the median survival of each arm is wanted too.
        var hasMedians = false

        /// All effects by this model.
        func model(label: String, of variables: [StudyCovariate], showsOverall: Bool) -> ForestPlot.Model {
            ForestPlot.Model(
                label: label, population: population.id, overall: showsOverall ? overall() : nil,
                overallCounts: counts { _ in true }, variables: variables.compactMap(variable))
        }

        /// The positions of the reference arm and the other one.
        var armPositions: (reference: Int, treated: Int) {
            let reference = treatment.reference ?? 0
            return (reference, 1 - reference)
        }

        /// The effect in everyone.
        func overall() -> SubgroupEffect? {
            guard
                let design = context.coxDesign(
                    endpoint: endpoint, population: population, covariates: [treatment] + adjusting)
            else { return nil }
            let (ties, variance) = (context.conventions.ties, context.variance(in: population))
            let fit = coxModel(
                design.countingAlike(ties: ties, variance: variance), ties: ties, variance: variance
            ).result(level: context.conventions.level)
            return SubgroupEffect(
                level: AnalysedPopulation.everyoneName, n: fit.n, events: fit.events,
                coefficients: Array(fit.coefficients.prefix(1)), notes: fit.notes)
        }

        /// The effects by the levels of a variable, and their interaction.
        func variable(_ variable: StudyCovariate) -> ForestPlot.Variable? {
            var beside = self
            beside.adjusting.removeAll { $0.name == variable.name }
            guard
                let design = context.coxDesign(
                    endpoint: endpoint, population: population, covariates: beside.adjusting),
                var analysis = try? subgroupAnalysis(
                    design, treatment: treatment.covariate(of: population.patients),
                    by: variable.covariate(of: population.patients), ties: context.conventions.ties,
                    variance: context.variance(in: population), level: context.conventions.level),
                case .factor(let codes, let levels, _) = variable.values
            else { return nil }
            if population.weights != nil { analysis.interaction = analysis.interactionWald }
            return ForestPlot.Variable(
                label: variable.label, levelLabels: levels.map(\.label),
                counts: levels.indices.map { level in beside.counts { codes[$0] == level } },
                analysis: analysis,
                missing: context.patientCount(population.patients) {
                    beside.isAnalysed($0) && codes[$0] == nil
                })
        }

        /// Patients and events of each arm, the reference arm first, among those for whom a condition holds.
        func counts(where isIncluded: (Int) -> Bool) -> [ForestPlot.ArmCount] {
            guard case .factor(let arms, _, _) = treatment.values else { return [] }
            let status = context.cohort.endpoints[endpoint.name.value]?.status
            return [armPositions.reference, armPositions.treated].map { arm in
                let patients = population.patients.filter { arms[$0] == arm && isAnalysed($0) && isIncluded($0) }
                return ForestPlot.ArmCount(
                    n: context.patientCount(patients),
                    events: context.patientCount(patients) { status?[$0] == .event },
                    median: hasMedians ? median(of: patients) : nil)
            }
        }

        /// The median survival of some patients in the endpoint's unit; nil without patients.
        private func median(of patients: [Int]) -> SurvivalQuantile? {
            guard !patients.isEmpty else { return nil }
            let everyone = GroupedPatients(
                population: population, grouping: nil, isDefaultGrouping: true,
                groups: [PatientGroup(id: AnalysedPopulation.everyoneName, label: "", patients: patients)])
            return SurvivalAnalysis(of: endpoint, between: everyone, in: context).comparison().groups.first?.median
        }

        /// Whether a patient has the endpoint, an arm and all that the models are adjusted for.
        private func isAnalysed(_ patient: Int) -> Bool {
            guard let values = context.cohort.endpoints[endpoint.name.value], let time = values.time[patient],
                values.status[patient] != nil
            else { return false }
            if let entry = values.entry {
                guard let start = entry[patient], start < time else { return false }
            }
            return ([treatment] + adjusting).allSatisfy { !$0.isMissing(patient) }
        }
    }
}
