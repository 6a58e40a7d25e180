import CohortBuilding
import Results
import StudyFiles
import SurvivalStatistics

/// What is said of a population that was made from a score, without patients.
extension PropensityPopulation {
    /// A number as it is, a level of two as the one that is not the reference, more levels one by one.
    func balanceColumns(of patients: [Int]) -> [(name: String, label: String, values: [Double])] {
        covariates.flatMap { covariate -> [(name: String, label: String, values: [Double])] in
            switch covariate.values {
            case .number(let numbers):
                return [(covariate.name, covariate.label, numbers.numbers(of: patients))]
            case .factor(let codes, let levels, let reference):
                return levels.indices.filter { levels.count != 2 || $0 != reference }.map { level in
                    (
                        covariate.name + levels[level].id, "\(covariate.label): \(levels[level].label)",
                        patients.map { codes[$0] == level ? 1 : 0 }
                    )
                }
            }
        }
    }

    func summary(_ candidates: Candidates, _ made: Sample, missing: Int) -> MatchedPopulation {
        let columns = balanceColumns(of: candidates.patients)
        var weighting: String?
        if case .weighting(let target) = plan.use { weighting = target.rawValue }
        var notes = made.notes
        if missing > 0 { notes.insert(ResultNote(.missingLeftOut, count: Double(missing)), at: 0) }
        return MatchedPopulation(
            id: population.name.value, label: population.label, treated: arms.levels[treated].id,
            control: arms.levels[context.cohort.referenceArm].id, covariates: covariates.map(\.name),
            covariateLabels: covariates.map(\.label), missing: missing, propensity: candidates.score.fit,
            matching: made.matchingSummary, weighting: weighting, balance: made.balance,
            balanceLabels: columns.map(\.label), binEdges: Self.binEdges,
            scores: [context.cohort.referenceArm, treated].map { arm in
                distribution(of: arms.levels[arm], isTreated: arm == treated, candidates, made.rowWeights)
            }, sensitivity: made.sensitivity, notes: notes)
    }

    /// Twenty bins of equal width.
    private static let binEdges = (0...20).map { Double($0) / 20 }

    private func distribution(
        of arm: CategoricalValues.Level, isTreated: Bool, _ candidates: Candidates, _ weights: [Double]
    ) -> MatchedPopulation.ScoreDistribution {
        let bins = Self.binEdges.count - 1
        var (before, after) = ([Double](repeating: 0, count: bins), [Double](repeating: 0, count: bins))
        for (row, probability) in candidates.score.probability.enumerated()
        where candidates.isTreated[row] == isTreated && !probability.isNaN {
            let bin = min(bins - 1, (Self.binEdges.lastIndex { $0 <= probability } ?? 0))
            before[bin] += 1
            after[bin] += weights[row]
        }
        return MatchedPopulation.ScoreDistribution(arm: arm.id, label: arm.label, before: before, after: after)
    }
}
