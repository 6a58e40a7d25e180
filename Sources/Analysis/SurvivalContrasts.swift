import Results
import StudyFiles
import SurvivalStatistics

extension AnalysedPopulation {
    /// The sandwich that a matched or weighted population can have beside it, by matched sets where there are some.
    var robustVariance: CoxVariance? { isMatchedOrWeighted ? (sets == nil ? .robust : .clustered) : nil }

    /// The test of a coefficient that was asked for, or Wald's where records have weights: the likelihood of weighted
    /// records is not one, so that its ratio and score know nothing of the robust variance.
    func valid(_ asked: CoxTable.PValueMethod) -> CoxTable.PValueMethod { weights == nil ? asked : .wald }
}

extension SurvivalAnalysis {
    /// The Cox model of the groups, with further covariates where an adjusted effect is asked for.
    ///
    /// Stratified where the endpoint names strata. Nil without a grouping variable.
    func groupModel(variance: CoxVariance, adjustedFor covariates: [StudyCovariate] = []) -> CoxModelFit? {
        guard let grouping = grouped.grouping.flatMap({ context.covariate(named: $0) }) else { return nil }
        var population = grouped.population
        population.patients = grouped.everyone
        return context.coxDesign(
            endpoint: endpoint, population: population,
            covariates: [grouping] + covariates.filter { $0.name != grouping.name }, strata: strata
        ).map { design in
            coxModel(
                design.countingAlike(ties: conventions.ties, variance: variance), ties: conventions.ties,
                variance: variance
            ).result(level: conventions.level)
        }
    }

    private var strata: [StudyCovariate] { endpoint.strata.compactMap { context.covariate(named: $0.value) } }

    /// The tests that the endpoint asks for beside the log-rank test, the stratified one first.
    func furtherTests(_ samples: [SurvivalSample]) -> [TestResult] {
        var tests: [TestResult] = []
        if !strata.isEmpty { tests.append(stratifiedTest()) }
        for test in endpoint.tests {
            switch test {
            case .gehanBreslow: tests.append(logRankTest(samples, weights: .gehanBreslow).test)
            case .taroneWare: tests.append(logRankTest(samples, weights: .taroneWare).test)
            case .flemingHarrington(let rho, let gamma):
                tests.append(logRankTest(samples, weights: .flemingHarrington(rho: rho, gamma: gamma)).test)
            case .trend:
                tests.append(
                    logRankTrendTest(samples, scores: samples.indices.map { Double($0 + 1) }, weights: .equal))
            }
        }
        return tests
    }

    /// The log-rank test within the levels of the endpoint's strata; who lacks a level is left out and counted.
    private func stratifiedTest() -> TestResult {
        let codes = context.stratumCodes(of: patients, by: strata)
        let (groupCount, stratumCount) = (grouped.groups.count, (codes.max() ?? -1) + 1)
        let cells = zip(codes, groupOfRecord).map { stratum, group in
            stratum < 0 ? nil : group.map { stratum * groupCount + $0 }
        }
        let split = everyone.split(by: cells, into: stratumCount * groupCount)
        let byStratum = (0..<stratumCount).map { Array(split[($0 * groupCount)..<(($0 + 1) * groupCount)]) }
        var test = stratifiedLogRankTest(byStratum, weights: .equal).test
        let leftOut = context.patientCount(zip(patients, codes).filter { $0.1 < 0 }.map(\.0))
        if leftOut > 0 { test.notes.append(ResultNote(.missingLeftOut, count: Double(leftOut))) }
        return test
    }

    /// The positions of the groups that are compared with the reference.
    private var compared: [Int] { grouped.groups.indices.filter { $0 != grouped.reference } }

    /// Each group's survival less the reference group's, landmark by landmark.
    func rateDifferences(_ groups: [SurvivalGroup]) -> [LandmarkDifference] {
        endpoint.landmarks.flatMap { landmark in
            compared.map { index in
                let contrast = survivalDifference(
                    groups[grouped.reference].curve, groups[index].curve, at: landmark.value * timesPerUnit,
                    beyond: conventions.beyondLastObservation)
                return LandmarkDifference(
                    time: landmark.value,
                    comparison: GroupContrast(
                        group: groups[index].id, reference: groups[grouped.reference].id, contrast: contrast))
            }
        }
    }

    /// The groups' mean survival up to a horizon, and how they differ from the reference group's.
    func restrictedMeans(_ samples: [SurvivalSample], horizon: Double) -> RestrictedMeans {
        let limit = horizon * timesPerUnit
        let reference = grouped.groups.indices.contains(grouped.reference) ? grouped.reference : 0
        let comparisons = compared.map { index in
            (
                group: grouped.groups[index].id,
                means: compareRestrictedMeans(
                    samples[reference], samples[index], horizon: limit, level: conventions.level)
            )
        }
        func contrast(_ group: String, _ contrast: Contrast) -> GroupContrast {
            GroupContrast(
                group: group, reference: grouped.groups[reference].id,
                contrast: Contrast(estimate: inUnit(contrast.estimate), test: contrast.test))
        }
        return RestrictedMeans(
            horizon: horizon,
            groups: zip(grouped.groups, samples).map { group, sample in
                let mean = restrictedMean(
                    sample, horizon: limit, beyond: conventions.beyondLastObservation, level: conventions.level)
                return RestrictedMeans.Group(group: group.id, mean: inUnit(mean))
            },
            differences: comparisons.map { contrast($0.group, $0.means.difference) },
            ratios: comparisons.map { contrast($0.group, $0.means.ratio) })
    }

    /// A time in the unit in which the endpoint is printed; a ratio, which has no unit, as it is.
    private func inUnit(_ estimate: Estimate) -> Estimate {
        var estimate = estimate
        estimate.notes = estimate.notes.map { note in
            guard note.kind == .beyondLastObservation else { return note }
            return ResultNote(note.kind, subject: note.subject, count: note.count.map { $0 / timesPerUnit })
        }
        guard estimate.unit != nil else { return estimate }
        estimate.value = estimate.value.map { $0 / timesPerUnit }
        estimate.standardError = estimate.standardError.map { $0 / timesPerUnit }
        estimate.interval = estimate.interval.map { interval in
            ConfidenceInterval(
                lower: interval.lower.map { $0 / timesPerUnit }, upper: interval.upper.map { $0 / timesPerUnit })
        }
        estimate.unit = endpoint.unit.rawValue
        return estimate
    }
}
