import CohortBuilding
import Diagnostics
import Results
import StudyFiles

extension AnalysisContext {
    /// A covariate that a plan names; nil, with a message, where it has several values a patient or does not exist.
    func covariate(_ name: Located<String>, reporting sink: DiagnosticSink) -> StudyCovariate? {
        if let covariate = covariate(named: name.value) { return covariate }
        let exists = values(of: name.value) != nil
        sink.emit(
            Diagnostic(
                exists ? .wrongType : .unknownName, at: name.location,
                exists
                    ? "covariate '\(name.value)' must have one value for each patient"
                    : "covariate '\(name.value)' is not declared",
                help: exists ? ["make a variable of one of its levels with 'groups'"] : []))
        return nil
    }

    /// The covariates that a plan names, each once; nil, with messages, where one cannot be a covariate.
    func covariates(_ names: [Located<String>], reporting sink: DiagnosticSink) -> [StudyCovariate]? {
        var found: [StudyCovariate] = []
        var isComplete = true
        for name in names where !found.contains(where: { $0.name == name.value }) {
            if let covariate = covariate(name, reporting: sink) { found.append(covariate) } else { isComplete = false }
        }
        return isComplete ? found : nil
    }

    /// The options of a table's Cox models; nil, with messages, where one names no variable of the kind that it needs.
    func options(of plan: CoxPlan, reporting sink: DiagnosticSink) -> CoxOptions? {
        let cluster = covariates([plan.cluster].compactMap(\.self), reporting: sink)
        let weights = numbers([plan.weights].compactMap(\.self), as: "weights", reporting: sink)
        let offset = numbers([plan.offset].compactMap(\.self), as: "offset", reporting: sink)
        guard let cluster, let weights, let offset, !wantsRobustExactTies(plan, reporting: sink) else { return nil }
        if let name = plan.weights, let found = weights.first,
            let patient = (0..<cohort.count).first(where: { found.number(of: $0) <= 0 })
        {
            sink.emit(
                Diagnostic(
                    .outOfRange, at: name.location,
                    "weight '\(name.value)' is \(found.number(of: patient)) for a patient",
                    help: [
                        "weights must be above 0, or missing; leave patients who count for nothing out by an exclusion"
                    ]))
            return nil
        }
        return CoxOptions(
            cluster: cluster.first, weights: weights.first, offset: offset.first, isRobust: plan.isRobust)
    }

    /// Reports what of a plan needs a robust variance where tied times are taken exactly, which knows none.
    private func wantsRobustExactTies(_ plan: CoxPlan, reporting sink: DiagnosticSink) -> Bool {
        guard conventions.ties == .exact else { return false }
        let wishes = [
            ("weights", plan.weights?.location), ("cluster", plan.cluster?.location),
            ("robust", plan.isRobust ? plan.endpoints.first?.location : nil),
        ]
        let found = wishes.compactMap { key, place in place.map { (key, $0) } }
        for (key, place) in found {
            sink.emit(
                Diagnostic(
                    .conflictingKeys, at: place, "'\(key)' can't be with 'ties: exact', which knows no robust variance",
                    help: ["take 'ties: efron' in 'conventions', or delete '\(key)'"]))
        }
        return !found.isEmpty
    }

    /// Variables that must be numbers; nil, with messages, where one is not.
    private func numbers(
        _ names: [Located<String>], as role: String, reporting sink: DiagnosticSink
    ) -> [StudyCovariate]? {
        guard let found = covariates(names, reporting: sink) else { return nil }
        let factors = found.filter { $0.reference != nil }
        for name in names where factors.contains(where: { $0.name == name.value }) {
            sink.emit(
                Diagnostic(
                    .wrongType, at: name.location, "\(role) variable '\(name.value)' must be a number",
                    help: ["name a column of numbers, or a variable with a 'formula'"]))
        }
        return factors.isEmpty ? found : nil
    }

    /// Variables of levels that a plan names for some role, such as `stratum`; nil, with messages, where one has none.
    func factors(
        _ names: [Located<String>], as role: String, reporting sink: DiagnosticSink
    ) -> [StudyCovariate]? {
        guard let found = covariates(names, reporting: sink) else { return nil }
        let numbers = found.filter { $0.reference == nil }
        for name in names where numbers.contains(where: { $0.name == name.value }) {
            sink.emit(
                Diagnostic(
                    .wrongType, at: name.location, "\(role) variable '\(name.value)' must be categorical",
                    help: ["cut it into groups: \(name.value)_group: { from: \(name.value), cut: [...] }"]))
        }
        return numbers.isEmpty ? found : nil
    }

    /// The variance of models in a population: weighted patients are no independent ones.
    func variance(in population: AnalysedPopulation) -> CoxVariance {
        guard population.weights != nil else { return .model }
        return population.sets == nil ? .robust : .clustered
    }
}
