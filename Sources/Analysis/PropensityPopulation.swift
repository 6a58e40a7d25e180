import CohortBuilding
import Diagnostics
import Results
import StudyFiles
import SurvivalStatistics

/// Makes a population by matching or weighting on a propensity score: the probability of the arm that is not the reference.
///
/// Everything runs in the cohort's order, which is that of the patients' keys, so that the order of the data file never
/// matters: equal scores are met in it, and of two partners at the same distance the first in it is taken.
struct PropensityPopulation {
    let context: AnalysisContext
    let population: Population
    let plan: PropensityPlan
    let arms: CategoricalValues
    let treated: Int
    let covariates: [StudyCovariate]
    private let exact: [StudyCovariate]

    /// Gathers what the score needs; nil, with a message, where the study does not have it.
    init?(
        _ population: Population, plan: PropensityPlan, in context: AnalysisContext, reporting sink: DiagnosticSink
    ) {
        self.context = context
        self.population = population
        self.plan = plan
        guard let arms = context.cohort.arms, arms.levels.count == 2 else {
            sink.emit(
                Diagnostic(
                    .outOfRange, at: population.name.location,
                    "population '\(population.name.value)' compares two arms, but the study has "
                        + "\(context.cohort.arms?.levels.count ?? 0)",
                    help: ["declare two arms, or delete the population's 'match' or 'weigh'"]))
            return nil
        }
        self.arms = arms
        treated = 1 - context.cohort.referenceArm
        var exactNames: [Located<String>] = []
        if case .matching(let matching) = plan.use { exactNames = matching.exact }
        guard let covariates = context.covariates(plan.covariates, reporting: sink),
            let exact = context.covariates(exactNames, reporting: sink)
        else { return nil }
        self.covariates = covariates
        self.exact = exact
    }

    /// The population, and what is to be said of it.
    func make(reporting sink: DiagnosticSink) -> (population: AnalysedPopulation, summary: MatchedPopulation)? {
        let eligible = context.population(population.name).patients
        let candidates = eligible.filter { patient in
            arms.codes[patient] != nil && !(covariates + exact).contains { $0.isMissing(patient) }
        }
        let isTreated = candidates.map { arms.codes[$0] == treated }
        guard
            let matrix = try? DesignMatrix(covariates.map { $0.covariate(of: candidates) }, rows: candidates.count),
            let design = try? LogisticDesign(hasOutcome: isTreated, covariates: matrix)
        else { return nil }
        let score = propensityScore(design, isPenalised: plan.usesFirth, level: context.conventions.level)
        let candidate = Candidates(patients: candidates, isTreated: isTreated, score: score)
        let made = sample(of: candidate)
        warn(of: score, isEmpty: made.rowWeights.allSatisfy { $0 == 0 }, reporting: sink)
        return (
            analysed(candidate, made),
            summary(candidate, made, missing: eligible.count - candidates.count)
        )
    }

    /// Who may be matched or weighed: those whose arm and covariates are known.
    struct Candidates {
        var patients: [Int]
        var isTreated: [Bool]
        var score: PropensityScore
    }

    /// What matching or weighting made of the candidates.
    struct Sample {
        /// Each candidate's weight; 0 where it is not in the population.
        var rowWeights: [Double]
        var matching: Matching?
        var matchingSummary: MatchingSummary?
        var sensitivity: [EndpointSensitivity] = []
        var balance: BalanceTable
        var notes: [ResultNote]
    }

    private func sample(of candidates: Candidates) -> Sample {
        let none = [Double](repeating: 0, count: candidates.patients.count)
        // A score that does not exist must not choose anybody.
        guard candidates.score.separating.isEmpty else {
            return Sample(
                rowWeights: none, balance: balance(of: candidates, weights: none), notes: candidates.score.separating)
        }
        switch plan.use {
        case .matching(let choices): return matched(candidates, choices)
        case .weighting(let target):
            let weights =
                (try? propensityWeights(
                    candidates.score.probability, isTreated: candidates.isTreated, population: target.population)) ?? []
            let used = candidates.patients.indices.map { weights.indices.contains($0) ? weights[$0] ?? 0 : 0 }
            let unweighted = used.count { $0 == 0 }
            return Sample(
                rowWeights: used, balance: balance(of: candidates, weights: used),
                notes: unweighted > 0 ? [ResultNote(.missingLeftOut, count: Double(unweighted))] : [])
        }
    }

    private func matched(_ candidates: Candidates, _ choices: PropensityPlan.Matching) -> Sample {
        let matchingPlan = MatchingPlan(choices)
        let score = choices.scale == .logit ? candidates.score.logit : candidates.score.probability
        let strata = exact.isEmpty ? nil : context.stratumCodes(of: candidates.patients, by: exact)
        // Where partners may be taken again the nearest ones are optimal already.
        let isOptimal = choices.method == .optimal && !choices.withReplacement
        let matching =
            isOptimal
            ? try? optimalMatch(score: score, isTreated: candidates.isTreated, plan: matchingPlan, strata: strata)
            : try? nearestNeighbourMatch(
                score: score, isTreated: candidates.isTreated, plan: matchingPlan, strata: strata)
        let weights = matching?.weights ?? [Double](repeating: 0, count: candidates.patients.count)
        let summary = try? matching?.summary(
            isTreated: candidates.isTreated, plan: matchingPlan, isOptimal: isOptimal,
            columns: balanceColumns(of: candidates.patients).map { ($0.name, $0.values) }, definition: .pooledUnmatched)
        return Sample(
            rowWeights: weights, matching: matching, matchingSummary: summary,
            sensitivity: isOptimal || choices.sensitivityOrders == 0
                ? [] : sensitivity(candidates, score: score, strata: strata, choices, matchingPlan),
            balance: summary?.balance ?? balance(of: candidates, weights: weights), notes: matching?.notes ?? [])
    }

    /// How far each endpoint's hazard ratio depends on who comes first among tied scores.
    private func sensitivity(
        _ candidates: Candidates, score: [Double], strata: [Int]?, _ choices: PropensityPlan.Matching,
        _ matchingPlan: MatchingPlan
    ) -> [EndpointSensitivity] {
        guard let arm = context.covariate(named: armsName) else { return [] }
        let everyone = AnalysedPopulation(
            id: population.name.value, label: population.label, patients: candidates.patients)
        let models = context.study.endpoints.compactMap { endpoint in
            context.coxDesign(
                endpoint: endpoint, population: everyone, covariates: [arm],
                strata: endpoint.strata.compactMap { context.covariate(named: $0.value) }
            ).map { (endpoint: endpoint, design: $0) }
        }
        let spreads = try? tieOrderSensitivity(
            score: score, isTreated: candidates.isTreated, plan: matchingPlan, strata: strata,
            designs: models.map(\.design), ties: context.conventions.ties, orders: choices.sensitivityOrders,
            seed: UInt64(truncatingIfNeeded: choices.seed))
        return zip(models, spreads ?? []).map {
            EndpointSensitivity(endpoint: $0.endpoint.name.value, sensitivity: $1)
        }
    }

    private func balance(of candidates: Candidates, weights: [Double]) -> BalanceTable {
        let columns = balanceColumns(of: candidates.patients).map { (name: $0.name, values: $0.values) }
        let table = try? SurvivalStatistics.balance(
            of: columns, isTreated: candidates.isTreated, weights: weights, estimand: .treated,
            definition: .pooledUnmatched)
        return table
            ?? BalanceTable(
                definition: .pooledUnmatched, before: [], after: [], effectiveTreated: nil, effectiveControl: nil)
    }

    private func analysed(_ candidates: Candidates, _ made: Sample) -> AnalysedPopulation {
        let rows = made.rowWeights.indices.filter { made.rowWeights[$0] > 0 }
        var result = AnalysedPopulation(
            id: population.name.value, label: population.label, patients: rows.map { candidates.patients[$0] },
            candidates: candidates.patients)
        let count = context.cohort.count
        if made.matching == nil || rows.contains(where: { made.rowWeights[$0] != 1 }) {
            var weights = [Double](repeating: 0, count: count)
            for row in rows { weights[candidates.patients[row]] = made.rowWeights[row] }
            result.weights = weights
        }
        // With replacement a partner belongs to several sets: there is nothing to sum a variance within.
        if let matching = made.matching, rows.allSatisfy({ matching.setOfRow[$0] != nil }) {
            var sets = [Int?](repeating: nil, count: count)
            for row in rows { sets[candidates.patients[row]] = matching.setOfRow[row] }
            result.sets = sets
        }
        return result
    }

    /// Says that nobody is left, and why.
    private func warn(of score: PropensityScore, isEmpty: Bool, reporting sink: DiagnosticSink) {
        guard isEmpty else { return }
        let separating = score.separating.compactMap(\.subject).filter { $0 != "(Intercept)" }
        let reason =
            separating.isEmpty ? "" : ": \(separating.map { "'\($0)'" }.joined(separator: ", ")) separates the arms"
        sink.emit(
            Diagnostic(
                .emptyPopulation, severity: .warning, at: population.name.location,
                "population '\(population.name.value)' has no patients\(reason)",
                help: [
                    separating.isEmpty
                        ? "widen the caliper, or leave out covariates that part the arms"
                        : "add 'firth: true', or leave the covariate out"
                ]))
    }
}

extension MatchingPlan {
    /// The study's choices. Of two partners at the same distance the earlier in the cohort's order is taken.
    fileprivate init(_ choices: PropensityPlan.Matching) {
        let order: Order =
            switch choices.order {
            case .largest: .largest
            case .smallest: .smallest
            case .key: .data
            }
        self.init(
            estimand: .treated, caliper: choices.caliper.map { .standardDeviations($0.value) }, ratio: choices.ratio,
            withReplacement: choices.withReplacement, order: order, ties: .earlierRow)
    }
}

extension PropensityPlan.Target {
    fileprivate var population: WeightedPopulation {
        switch self {
        case .all: .all
        case .treated: .treated
        case .overlap: .overlap
        }
    }
}
