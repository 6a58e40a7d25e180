import CohortBuilding
import Mathematics
import Results
import StudyFiles
import SurvivalStatistics

extension AnalysisContext {
    /// What a Cox model of an endpoint in a population is fitted to: one record for each patient, in the cohort's order.
    ///
    /// A competing event is a censoring: the hazard is that of the endpoint's own event. Weights and matched sets are
    /// those of the population; the sets are the clusters of a robust variance.
    ///
    /// - Parameters:
    ///   - endpoint: The endpoint.
    ///   - population: Whose records.
    ///   - covariates: The covariates.
    ///   - interactions: For each interaction the names of the covariates that it multiplies.
    ///   - strata: Variables whose levels have baseline hazards of their own; a missing level leaves a patient out.
    ///   - options: Clusters, weights and an offset of the model's own; a missing value leaves a patient out.
    /// - Returns: The design; nil where two covariates have one name.
    func coxDesign(
        endpoint: Endpoint, population: AnalysedPopulation, covariates: [StudyCovariate],
        interactions: [[String]] = [], strata: [StudyCovariate] = [], options: CoxOptions = CoxOptions()
    ) -> CoxDesign? {
        let patients = population.patients
        let values = cohort.endpoints[endpoint.name.value]
        let entry = values?.entry.map { $0.numbers(of: patients) }
        guard
            let matrix = try? DesignMatrix(
                concurrentMap(covariates.count) { covariates[$0].covariate(of: patients) }, interactions: interactions,
                rows: patients.count)
        else { return nil }
        return try? CoxDesign(
            time: values?.time.numbers(of: patients) ?? patients.map { _ in .nan },
            status: patients.map { patient in values?.status[patient].map { $0 == .event ? .event : .censored } },
            covariates: matrix, entry: entry, strata: strata.isEmpty ? nil : stratumCodes(of: patients, by: strata),
            weights: options.weights(of: patients, times: population.weights),
            frequency: frequency(of: patients),
            offset: options.offset.map { offset in patients.map { offset.number(of: $0) } },
            clusters: options.cluster.map { stratumCodes(of: patients, by: [$0]) }
                ?? population.sets.map { sets in patients.map { sets[$0] ?? -1 } })
    }

    /// One number for each combination of levels that occurs, from 0 in ascending order of the levels; −1 where a level is
    /// missing.
    func stratumCodes(of patients: [Int], by strata: [StudyCovariate]) -> [Int] {
        let codes = strata.map(\.codes)
        // Numbered anew after each variable, so that many variables of many levels never overflow.
        var result = [Int](repeating: 0, count: patients.count)
        for (own, count) in codes {
            let joined = zip(result, patients).map { before, patient in
                own[patient].flatMap { before < 0 ? nil : before * count + $0 } ?? -1
            }
            var dense: [Int: Int] = [:]
            for (index, code) in Set(joined).subtracting([-1]).sorted().enumerated() { dense[code] = index }
            result = joined.map { dense[$0] ?? -1 }
        }
        return result
    }
}

/// What a Cox model may have beside covariates and strata.
struct CoxOptions {
    /// Patients with equal values depend on each other.
    var cluster: StudyCovariate?
    /// The patients' own weights.
    var weights: StudyCovariate?
    /// A term whose coefficient is 1.
    var offset: StudyCovariate?
    /// Whether the variance is robust in any case.
    var isRobust = false

    /// The weights of some patients, multiplied by those of their population; nil where all count the same.
    func weights(of patients: [Int], times others: [Double]?) -> [Double]? {
        guard let weights else { return others.map { others in patients.map { others[$0] } } }
        return patients.map { weights.number(of: $0) * (others?[$0] ?? 1) }
    }

    /// The variance of models with these options; that of the population where they ask for none.
    func variance(or other: CoxVariance) -> CoxVariance {
        if cluster != nil { return .clustered }
        return other == .model && (weights != nil || isRobust) ? .robust : other
    }
}

extension StudyCovariate {
    /// A patient's number; NaN where it is missing or a level.
    func number(of patient: Int) -> Double {
        if case .number(let numbers) = values { numbers[patient] ?? .nan } else { .nan }
    }
}
