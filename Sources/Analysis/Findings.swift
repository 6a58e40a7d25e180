import CohortBuilding
import Results
import StudyFiles

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
