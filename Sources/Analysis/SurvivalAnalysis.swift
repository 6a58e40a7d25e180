import CohortBuilding
import Results
import StudyFiles
import SurvivalStatistics

/// Estimates one endpoint in groups of patients, by the study's conventions.
///
/// A competing event is a censoring here: curves, tests and hazards are those of the endpoint's own event
/// (``IncidenceAnalysis`` gives the probabilities). Patients of a weighted population count by their weights.
struct SurvivalAnalysis {
    let endpoint: Endpoint
    let grouped: GroupedPatients
    let context: AnalysisContext
    /// Everyone in the population with a time, in the cohort's order.
    let everyone: SurvivalSample
    /// The patient of each record of ``everyone``.
    let patients: [Int]
    /// For each record of ``everyone``, the group.
    let groupOfRecord: LevelCodes
    /// One sample for each group, with the same ties in all of them.
    let samples: [SurvivalSample]
    /// For each group, how many of its patients have no time.
    let missing: [Int]

    var conventions: Conventions { context.conventions }

    /// Gathers the times of an endpoint for patients who were divided into groups.
    init(of endpoint: Endpoint, between grouped: GroupedPatients, in context: AnalysisContext) {
        self.endpoint = endpoint
        self.grouped = grouped
        self.context = context
        let values = context.cohort.endpoints[endpoint.name.value]
        let groups = grouped.groupOfPatient(count: context.cohort.count)
        let observed = ObservedPatients(
            grouped.everyone, values: values, weights: grouped.population.weights,
            frequency: context.cohort.frequency,
            unit: values?.timeUnit ?? .days)
        everyone = observed.sample
        patients = observed.patients
        groupOfRecord = LevelCodes(codes: groups.codes(of: observed.patients))
        samples = everyone.split(by: groupOfRecord.codes, into: grouped.groups.count)
        var missing = [Int](repeating: 0, count: grouped.groups.count)
        for patient in observed.leftOut {
            if let group = groups[patient] { missing[group] += context.patientCount([patient]) }
        }
        self.missing = missing
    }

    /// Units of the sample in one unit of the endpoint: 30.4375 for days shown as months.
    var timesPerUnit: Double { endpoint.unit.days / everyone.unit.days }

    /// The endpoint compared between the groups.
    func comparison() -> SurvivalComparison {
        let groups = zip(grouped.groups, samples).enumerated().map { index, pair in
            estimate(pair.1, id: pair.0.id, label: pair.0.label, missing: missing[index])
        }
        let isCompared = groups.count > 1
        return SurvivalComparison(
            id: comparisonName(endpoint: endpoint.name.value, grouped),
            endpoint: endpoint.name.value, population: grouped.population.id, grouping: grouped.grouping,
            groupingLabel: grouped.groupingLabel, groups: groups,
            overall: estimate(everyone, id: "all", label: context.cohort.everyoneLabel, missing: missing.reduce(0, +)),
            logRank: isCompared ? logRankTest(samples, weights: .equal).test : nil,
            furtherTests: isCompared ? furtherTests(samples) : [],
            hazardRatio: isCompared ? groupModel(variance: context.variance(in: grouped.population)) : nil,
            robustHazardRatio: isCompared
                ? grouped.population.robustVariance.flatMap { groupModel(variance: $0) } : nil,
            rateDifferences: isCompared ? rateDifferences(groups) : [],
            restrictedMeans: endpoint.restrictedMean.map { restrictedMeans(samples, horizon: $0.value) })
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
            id: id, label: label, n: sample.patientCount, events: sample.eventCount, missing: missing,
            curve: curve,
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

/// The patients whose follow-up of an endpoint is known, and the sample that they make.
private struct ObservedPatients {
    var sample: SurvivalSample
    /// The patient of each record.
    var patients: [Int] = []
    /// Who has no time, no status, or no time at risk because observation began at its end.
    var leftOut: [Int] = []

    init(
        _ everyone: [Int], values: EndpointValues?, weights: [Double]?, frequency: [Int]?,
        unit: TimeUnit
    ) {
        sample = SurvivalSample(unit: unit)
        let (times, statuses, entries) = (values?.time ?? [], values?.status ?? [], values?.entry)
        func isKnown(_ patient: Int) -> Bool {
            values != nil && times[patient] != nil && statuses[patient] != nil
                && (entries.map { $0[patient] != nil } ?? true)
        }
        // Nearly every patient of most studies has all three: then nobody is looked at one by one.
        if values?.isComplete == true {
            patients = everyone
        } else {
            leftOut = everyone.filter { !isKnown($0) }
            patients = leftOut.isEmpty ? everyone : everyone.filter(isKnown)
        }
        while !patients.isEmpty {
            do {
                let time = times.numbers(of: patients)
                let status = statuses.withUnsafeBufferPointer { statuses in
                    patients.map { statuses[$0] == .event ? Status.event : .censored }
                }
                let entry = entries?.numbers(of: patients)
                if let frequency {
                    sample = try SurvivalSample(
                        time: time, status: status, entry: entry,
                        frequency: patients.map { Double(frequency[$0]) },
                        unit: unit)
                    break
                }
                sample = try SurvivalSample(
                    time: time, status: status, entry: entry,
                    weights: weights.map { weights in patients.map { weights[$0] } }, unit: unit)
                if weights != nil { sample = sample.withSamplingWeights }
                break
            } catch {
                // Times and weights are finite numbers, so what remains is an entry that is not before the end.
                guard case .entryNotBeforeEnd(let row) = error else { break }
                leftOut.append(patients.remove(at: row))
            }
        }
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
