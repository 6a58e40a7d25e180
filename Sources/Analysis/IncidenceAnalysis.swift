import CohortBuilding
import Results
import StudyFiles
import SurvivalStatistics

/// Estimates the cumulative incidence of an endpoint's event among competing ones in groups of patients.
///
/// Weights have no estimator here: such an analysis has nobody in it, and a note says why. Late entry has one for the
/// incidence and the cause-specific hazard, but neither Gray's test nor a model of the subdistribution: they say so.
struct IncidenceAnalysis {
    private let survival: SurvivalAnalysis
    private let everyone: CompetingRisksSample
    /// The group of each record of ``everyone``.
    private let groups: [Int]
    /// Why there is no estimator for the population; nil where there is one.
    private let obstacle: ResultNote?

    /// The endpoint's own event.
    private static let cause = 1

    private var context: AnalysisContext { survival.context }
    private var grouped: GroupedPatients { survival.grouped }
    private var endpoint: Endpoint { survival.endpoint }
    private var conventions: Conventions { survival.conventions }

    /// Gathers the follow-up of an endpoint for patients who were divided into groups.
    init(of endpoint: Endpoint, between grouped: GroupedPatients, in context: AnalysisContext) {
        survival = SurvivalAnalysis(of: endpoint, between: grouped, in: context)
        let values = context.cohort.endpoints[endpoint.name.value]
        obstacle = grouped.population.weights == nil ? nil : ResultNote(.samplingWeights)
        var (times, causes, groups): ([Double], [Int], [Int]) = ([], [], [])
        var entries: [Double]? = values?.entry.map { _ in [] }
        for (patient, group) in zip(survival.patients, survival.groupOfRecord) where obstacle == nil {
            guard let time = values?.time[patient], let status = values?.status[patient], let group else { continue }
            times.append(time)
            causes.append(status == .event ? Self.cause : (status == .competing ? 2 : 0))
            groups.append(group)
            entries?.append(values?.entry?[patient] ?? 0)
        }
        // Times are finite, no cause is negative and every entry is before its end, so a sample can always be made of them.
        if let sample = try? CompetingRisksSample(time: times, cause: causes, entry: entries) {
            everyone = sample
            self.groups = groups
        } else {
            everyone = .empty
            self.groups = []
        }
    }

    /// The incidence compared between the groups.
    func comparison() -> IncidenceComparison {
        let isCompared = grouped.groups.count > 1
        let groups = grouped.groups.indices.map(group)
        return IncidenceComparison(
            id: comparisonName(endpoint: endpoint.name.value, grouped), endpoint: endpoint.name.value,
            population: grouped.population.id, grouping: grouped.grouping,
            groups: groups, rateDifferences: isCompared ? rateDifferences(groups) : [],
            gray: isCompared ? grayTest() : nil,
            subdistribution: isCompared ? subdistribution() : nil,
            causeSpecific: isCompared ? survival.groupModel(variance: context.variance(in: grouped.population)) : nil)
    }

    private func group(_ index: Int) -> IncidenceGroup {
        let sample = everyone.selecting(groups.indices.filter { groups[$0] == index })
        let curve = cumulativeIncidence(
            sample, cause: Self.cause, variance: everyone.entry == nil ? .aalen : .greenwood,
            transform: conventions.survivalInterval, level: conventions.level)
        var notes = obstacle.map { [$0] } ?? curve.notes
        let missing = survival.missing[index]
        if missing > 0 { notes.append(ResultNote(.missingLeftOut, count: Double(missing))) }
        return IncidenceGroup(
            id: grouped.groups[index].id, label: grouped.groups[index].label, n: sample.count, events: curve.events,
            competing: curve.competingEvents, missing: missing, curve: curve, curveUnit: survival.everyone.unit,
            rates: endpoint.landmarks.map { rate(at: $0.value, of: curve) }, notes: notes)
    }

    /// The incidence at a time in the endpoint's unit; after the last observation by the study's convention.
    private func rate(at time: Double, of curve: CumulativeIncidenceCurve) -> LandmarkRate {
        let inside = time * survival.timesPerUnit
        let method =
            everyone.entry == nil
            ? "cmprsk::timepoints(cuminc(...), times = \(inside))"
            : "summary(survival::survfit(Surv(entry, time, factor(cause)) ~ 1, id = id), times = \(inside))"
        var estimate = Estimate(
            value: 0, interval: nil, standardError: 0, level: conventions.level, method: method, n: curve.n,
            events: curve.events)
        if let index = curve.time.lastIndex(where: { $0 <= inside }) {
            estimate.value = curve.incidence[index]
            estimate.standardError = curve.standardError[index]
            if curve.lower[index] != nil || curve.upper[index] != nil {
                estimate.interval = ConfidenceInterval(lower: curve.lower[index], upper: curve.upper[index])
            }
        }
        // Where everyone has had one event or another, nothing can change any more.
        let isOver = zip(curve.censoredAtTime, curve.atRisk).suffix(1).contains { $0 == 0 && $1 > 0 }
        let isBeyond = curve.time.last.map { inside > $0 && !isOver } ?? true
        if isBeyond, conventions.beyondLastObservation == .notEstimable || curve.time.isEmpty {
            (estimate.value, estimate.interval, estimate.standardError) = (nil, nil, nil)
            let last = curve.time.last.map { $0 / survival.timesPerUnit }
            estimate.notes.append(
                last.map { ResultNote(.beyondLastObservation, count: $0) } ?? obstacle ?? ResultNote(.noPatients))
        }
        let next = curve.time.firstIndex { $0 >= inside }
        return LandmarkRate(time: time, estimate: estimate, atRisk: next.map { curve.atRisk[$0] } ?? 0)
    }

    /// Each group's incidence less the reference group's, landmark by landmark: `se² = se₁² + se₂²`, with Wald's test.
    private func rateDifferences(_ groups: [IncidenceGroup]) -> [LandmarkDifference] {
        endpoint.landmarks.indices.flatMap { landmark in
            groups.indices.filter { $0 != grouped.reference }.map { index in
                let (reference, group) = (groups[grouped.reference], groups[index])
                return LandmarkDifference(
                    time: endpoint.landmarks[landmark].value,
                    comparison: GroupContrast(
                        group: group.id, reference: reference.id,
                        contrast: incidenceDifference(
                            reference.rates[landmark].estimate, group.rates[landmark].estimate)))
            }
        }
    }

    private func grayTest() -> TestResult? {
        var test = try? SurvivalStatistics.grayTest(everyone, groups: groups, cause: Self.cause, rho: 0)
        if let obstacle { test?.notes = [obstacle] }
        return test
    }

    private func subdistribution() -> SubdistributionFit? {
        guard let grouping = grouped.grouping.flatMap({ context.covariate(named: $0) }),
            let reference = grouping.reference,
            let matrix = try? DesignMatrix(
                [
                    .factor(
                        grouping.name, codes: groups.map { Int32($0) }, levels: grouping.levels.map(\.id),
                        reference: reference)
                ], rows: everyone.count)
        else { return nil }
        var fit = try? subdistributionModel(
            everyone, covariates: matrix, cause: Self.cause, method: .cmprsk, level: conventions.level)
        if let obstacle { fit?.notes = [obstacle] }
        return fit
    }
}

extension Endpoint {
    /// Whether another event can make this endpoint's own impossible.
    var hasCompetingEvents: Bool {
        switch source {
        case .dates(_, _, let competing, _): !competing.isEmpty
        case .columns(_, _, _, let codes): codes.contains { $0.status == .competing }
        }
    }
}
