import Results
import SurvivalStatistics

/// A case's shortest time in seconds, the memory that it took, and the numbers that are compared with R's.
struct Outcome {
    var seconds: Double
    var processorSeconds: Double
    let peakMegabytes: Int
    var values: [Double] = []

    /// Runs a case, before anything is made for the comparison.
    init(runs: Int, _ action: () throws -> Void) rethrows {
        (seconds, processorSeconds) = try shortest(runs, action)
        peakMegabytes = peakMemory()
    }
}

func design(_ file: inout DataFile) throws -> CoxDesign {
    let time = try file.column()
    let status = try file.column().map { $0 == 1 ? Status.event : .censored }
    return try CoxDesign(time: time, status: status, covariates: try matrix(&file))
}

private func matrix(_ file: inout DataFile) throws -> DesignMatrix {
    let rows = file.rows
    let columns = try file.otherColumns()
    return try DesignMatrix(columns.enumerated().map { .continuous("x\($0.offset + 1)", $0.element) }, rows: rows)
}

private func estimates(_ model: FittedCoxModel) -> [Double] {
    model.coefficients.map { $0 ?? .nan } + model.covariance.diagonal + [model.logLikelihoodNull, model.logLikelihood]
}

/// The fit alone, `runs` times, each made of `repeats` fits.
func coxFit(_ design: CoxDesign, runs: Int, repeats: Int = 1) -> Outcome {
    var model: FittedCoxModel?
    var outcome = Outcome(runs: runs) {
        for _ in 0..<repeats { model = coxModel(design, ties: .efron, variance: .model) }
    }
    outcome.seconds /= Double(repeats)
    outcome.processorSeconds /= Double(repeats)
    outcome.values = model.map(estimates) ?? []
    return outcome
}

/// What R's `coxph` makes: the fit, the martingale residuals and the concordance.
func coxCall(_ design: CoxDesign) -> Outcome {
    var values: [Double] = []
    var residuals: [Double] = []
    var outcome = Outcome(runs: 1) {
        let model = coxModel(design, ties: .efron, variance: .model)
        residuals = model.martingaleResiduals
        let concordance = model.concordance(level: 0.95)
        values = estimates(model) + [concordance.estimate.value, concordance.estimate.standardError].map { $0 ?? .nan }
    }
    outcome.values = values + [residuals.reduce(0) { $0 + $1 * $1 }]
    return outcome
}

func proportionality(_ design: CoxDesign) -> Outcome {
    let model = coxModel(design, ties: .efron, variance: .model)
    var values: [Double] = []
    var outcome = Outcome(runs: 3) {
        let result = proportionalHazardsTest(of: model, transform: .kaplanMeier)
        values = (result.terms.map(\.test) + [result.global]).map { $0.statistic ?? .nan }
    }
    outcome.values = values
    return outcome
}

/// Curves with intervals of two groups, and the log-rank test.
func kaplanMeierAndLogRank(_ file: inout DataFile) throws -> Outcome {
    let time = try file.column()
    let status = try file.column().map { $0 == 1 ? Status.event : .censored }
    let codes: [Int?] = try file.column().map { Int($0) }
    var curves: [SurvivalCurve] = []
    var comparison: LogRankComparison?
    var outcome = try Outcome(runs: 1) {
        let groups = try SurvivalSample(time: time, status: status, unit: .days).split(by: codes, into: 2)
        curves = groups.map { kaplanMeier($0, transform: .log, level: 0.95) }
        comparison = logRankTest(groups, weights: .equal)
    }
    func sums(_ values: (SurvivalCurve) -> [Double]) -> [Double] { curves.map { values($0).reduce(0, +) } }
    func sums(_ values: (SurvivalCurve) -> [Double?]) -> [Double] {
        curves.map { values($0).reduce(0) { $0 + ($1 ?? 0) } }
    }
    outcome.values = curves.map { Double($0.time.count) } + sums(\.atRisk) + sums(\.survival)
    outcome.values += sums(\.standardErrorOfLog) + sums(\.lower) + sums(\.upper)
    outcome.values += (comparison?.observed ?? []) + (comparison?.expected ?? [])
    outcome.values += [comparison?.covariance[0][0] ?? .nan, comparison?.test.statistic ?? .nan]
    return outcome
}

/// The propensity model and the matching.
func matching(_ file: inout DataFile, caliper: MatchingPlan.Caliper?) throws -> Outcome {
    let isTreated = try file.column().map { $0 == 1 }
    let plan = MatchingPlan(
        estimand: .treated, caliper: caliper, ratio: 1, withReplacement: false, order: .largest,
        ties: .lowerScore)
    let design = try LogisticDesign(hasOutcome: isTreated, covariates: try matrix(&file))
    var coefficients: [Double] = []
    var found: Matching?
    var outcome = try Outcome(runs: 5) {
        let model = logisticModel(design)
        found = try nearestNeighbourMatch(score: model.probabilities, isTreated: isTreated, plan: plan)
        coefficients = model.coefficients.map { $0 ?? .nan }
    }
    outcome.values = coefficients
    if file.rows <= 50000, let found {
        let products = found.sets.map { Double($0.unit + 1) * Double($0.partners[0] + 1) / Double(file.rows) }
        outcome.values += [Double(products.count), products.reduce(0, +)]
    }
    return outcome
}
