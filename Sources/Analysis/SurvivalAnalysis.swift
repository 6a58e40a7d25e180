import CohortBuilding
import Results
import StudyFiles
import SurvivalStatistics

/// Estimates one endpoint in groups of patients, by the study's conventions.
struct SurvivalAnalysis {
    private let endpoint: Endpoint
    private let conventions: Conventions
    private let grouped: GroupedPatients
    /// Everyone in the population with a time, in the cohort's order.
    private let everyone: SurvivalSample
    /// For each patient of ``everyone``, the group.
    private let groupOfPatient: [Int?]
    /// For each group, how many of its patients have no time.
    private let missing: [Int]

    /// Gathers the times of an endpoint for patients who were divided into groups.
    init(of endpoint: Endpoint, between grouped: GroupedPatients, in context: AnalysisContext) {
        let cohort = context.cohort
        self.endpoint = endpoint
        self.conventions = context.conventions
        self.grouped = grouped
        let values = cohort.endpoints[endpoint.name.value]
        var groups = [Int?](repeating: nil, count: cohort.count)
        for (index, group) in grouped.groups.enumerated() {
            for patient in group.patients { groups[patient] = index }
        }
        var times: [Double] = []
        var statuses: [Status] = []
        var groupOfPatient: [Int?] = []
        var missing = [Int](repeating: 0, count: grouped.groups.count)
        for patient in grouped.everyone {
            guard let time = values?.time[patient], let status = values?.status[patient] else {
                if let group = groups[patient] { missing[group] += 1 }
                continue
            }
            times.append(time)
            statuses.append(status == .event ? .event : .censored)
            groupOfPatient.append(groups[patient])
        }
        // Times were read as finite numbers, so a sample can always be made of them.
        everyone =
            (try? SurvivalSample(time: times, status: statuses, unit: values?.timeUnit ?? .days))
            ?? SurvivalSample(unit: values?.timeUnit ?? .days)
        self.groupOfPatient = groupOfPatient
        self.missing = missing
    }

    /// One sample for each group, with the same ties in all of them.
    var samples: [SurvivalSample] { everyone.split(by: groupOfPatient, into: grouped.groups.count) }

    /// Units of the sample in one unit of the endpoint: 30.4375 for days shown as months.
    var timesPerUnit: Double { endpoint.unit.days / everyone.unit.days }

    /// The endpoint compared between the groups.
    func comparison() -> SurvivalComparison {
        let samples = samples
        let groups = zip(grouped.groups, samples).enumerated().map { index, pair in
            estimate(pair.1, id: pair.0.id, label: pair.0.label, missing: missing[index])
        }
        return SurvivalComparison(
            id: comparisonName(endpoint: endpoint.name.value, grouped),
            endpoint: endpoint.name.value, population: grouped.population.id, grouping: grouped.grouping,
            groupingLabel: grouped.groupingLabel, groups: groups,
            overall: estimate(everyone, id: "all", label: "All patients", missing: missing.reduce(0, +)),
            logRank: grouped.groups.count < 2 ? nil : logRankTest(samples, weights: .equal).test)
    }

    private func estimate(_ sample: SurvivalSample, id: String, label: String, missing: Int) -> SurvivalGroup {
        let (transform, level) = (conventions.survivalInterval, conventions.level)
        let curve = kaplanMeier(sample, transform: transform, level: level)
        let followUp = reverseKaplanMeier(sample, transform: transform, level: level)
        var notes: [ResultNote] = []
        if sample.count == 0 { notes.append(ResultNote(.noPatients)) }
        if sample.count > 0, sample.eventCount == 0 { notes.append(ResultNote(.noEvents)) }
        if missing > 0 { notes.append(ResultNote(.missingLeftOut, count: Double(missing))) }
        return SurvivalGroup(
            id: id, label: label, n: sample.count, events: sample.eventCount, missing: missing, curve: curve,
            median: inUnit(survivalQuantile(0.5, of: curve, rule: conventions.medianRule)),
            rates: endpoint.landmarks.map { rate(at: $0.value, of: curve) },
            medianFollowUp: inUnit(survivalQuantile(0.5, of: followUp, rule: conventions.medianRule)),
            shortestTime: curve.time.first.map { $0 / timesPerUnit },
            longestTime: curve.time.last.map { $0 / timesPerUnit }, notes: notes)
    }

    private func rate(at time: Double, of curve: SurvivalCurve) -> LandmarkRate {
        var rate = survivalRate(at: time * timesPerUnit, of: curve, beyond: conventions.beyondLastObservation)
        rate.time = time
        return rate
    }

    /// A quantile in the unit in which the endpoint is printed.
    private func inUnit(_ quantile: SurvivalQuantile) -> SurvivalQuantile {
        var quantile = quantile
        quantile.value = quantile.value.divided(by: timesPerUnit)
        quantile.lower = quantile.lower.divided(by: timesPerUnit)
        quantile.upper = quantile.upper.divided(by: timesPerUnit)
        quantile.unit = endpoint.unit
        return quantile
    }
}

/// The name by which figures and sentences refer to a comparison: the endpoint, then `by` a variable other than the
/// study's own grouping, then `in` a population other than everyone, such as `pfs.by.target.in.irradiated`.
func comparisonName(endpoint: String, _ grouped: GroupedPatients) -> String {
    var name = endpoint
    if let grouping = grouped.grouping, !grouped.isDefaultGrouping { name += ".by.\(grouping)" }
    if grouped.population.id != AnalysedPopulation.everyoneName { name += ".in.\(grouped.population.id)" }
    return name
}
