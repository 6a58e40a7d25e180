import Diagnostics
import Mathematics
import Results
import StudyFiles
import SurvivalStatistics

/// Works out a table of uni- and multivariable Cox models.
struct CoxAnalysis {
    private let context: AnalysisContext

    init(_ context: AnalysisContext) {
        self.context = context
    }

    /// The table's models; nil, with messages, where a row or stratum cannot be used or nothing is left.
    ///
    /// Each model rests on the patients who have all of its own variables, so univariable models may rest on more
    /// patients than the multivariable one. In a weighted population the variance is robust, and the tests are Wald's.
    func table(for plan: CoxPlan, reporting sink: DiagnosticSink) -> CoxTable? {
        let covariates = context.covariates(plan.rows, reporting: sink)
        let strata = context.factors(plan.strata, as: "stratifying", reporting: sink)
        let options = context.options(of: plan, reporting: sink)
        let isListed = areListed(plan, reporting: sink)
        guard let covariates, let strata, let options, isListed else { return nil }
        let population = context.population(plan.population)
        let models = Models(context: context, plan: plan, population: population, strata: strata, options: options)
        return CoxTable(
            rows: concurrentMap(covariates.count) { context.row(of: covariates[$0], among: population.patients) },
            endpoints: plan.endpoints.compactMap { context.endpoint(named: $0.value) }.map {
                models.ofEndpoint($0, covariates)
            },
            entry: plan.multivariable.result, univariablePValue: models.univariablePValue,
            multivariablePValue: models.multivariablePValue, strata: strata.map(\.label),
            interactions: plan.interactions.isEmpty ? nil : plan.interactions.map { $0.map(\.value) },
            cluster: options.cluster?.label, weights: options.weights?.label, offset: options.offset?.label,
            population: population.id)
    }

    /// Whether all variables of the multivariable model are rows, with a message for each that is not.
    private func areListed(_ plan: CoxPlan, reporting sink: DiagnosticSink) -> Bool {
        guard case .listed(let names) = plan.multivariable else { return true }
        let rows = plan.rows.map(\.value)
        let others = names.filter { !rows.contains($0.value) }
        for name in others {
            sink.emit(
                Diagnostic(
                    .unknownName, at: name.location, "'\(name.value)' is not among the table's 'rows'",
                    help: NearestName.help(for: name.value, among: rows, kind: "rows").map { [$0] } ?? []))
        }
        return others.isEmpty
    }

}

/// Fits the models of a table, endpoint by endpoint.
private struct Models {
    let context: AnalysisContext
    let plan: CoxPlan
    let population: AnalysedPopulation
    let strata: [StudyCovariate]
    let options: CoxOptions

    var univariablePValue: CoxTable.PValueMethod { valid(plan.univariablePValue) }
    var multivariablePValue: CoxTable.PValueMethod { valid(plan.multivariablePValue) }

    private var variance: CoxVariance { options.variance(or: context.variance(in: population)) }

    /// Only Wald's test knows of a robust variance.
    private func valid(_ asked: CoxTable.PValueMethod) -> CoxTable.PValueMethod {
        variance == .model ? population.valid(asked) : .wald
    }

    func ofEndpoint(_ endpoint: Endpoint, _ covariates: [StudyCovariate]) -> CoxTable.EndpointModels {
        let univariable =
            plan.showsUnivariable || plan.multivariable.isByPValue
            ? covariates.compactMap { fit(endpoint, [$0])?.fit } : []
        let entered = plan.multivariable.entering(covariates, pValues: univariable.map(pValue))
        let names = entered.map(\.name)
        let interactions = plan.interactions.map { $0.map(\.value) }.filter { $0.allSatisfy(names.contains) }
        let multivariable = entered.isEmpty ? nil : fit(endpoint, entered, interactions: interactions)
        return CoxTable.EndpointModels(
            endpoint: endpoint.name.value, univariable: plan.showsUnivariable ? univariable : [],
            multivariable: multivariable?.fit, entered: names,
            proportionalHazards: multivariable.flatMap(proportionalHazards))
    }

    /// The unrounded p-value by which a covariate enters; nil where its test does not exist.
    private func pValue(of fit: CoxModelFit) -> Double? {
        switch univariablePValue {
        case .likelihoodRatio: fit.terms.first?.likelihoodRatio?.pValue
        case .wald: fit.terms.first?.wald.pValue
        case .score: fit.terms.first?.score?.pValue
        }
    }

    private func fit(
        _ endpoint: Endpoint, _ covariates: [StudyCovariate], interactions: [[String]] = []
    ) -> ShownCoxModel? {
        context.coxDesign(
            endpoint: endpoint, population: population, covariates: covariates, interactions: interactions,
            strata: strata, options: options
        ).map {
            ShownCoxModel(
                $0.countingAlike(ties: context.conventions.ties, variance: variance), ties: context.conventions.ties,
                variance: variance, usesFirth: plan.usesFirth,
                level: context.conventions.level)
        }
    }

    /// The test of the ordinary model; where that has no estimate there is none.
    private func proportionalHazards(_ model: ShownCoxModel) -> ProportionalHazardsResult? {
        guard model.ordinary.monotone.isEmpty else { return nil }
        return proportionalHazardsTest(of: model.ordinary, transform: .kaplanMeier)
    }
}
