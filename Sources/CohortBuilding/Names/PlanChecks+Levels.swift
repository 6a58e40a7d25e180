internal import Diagnostics
internal import Results
internal import StudyFiles

extension PlanChecks {
    /// A model's covariates, and the endpoints that it is of: none where it is of an outcome that is no endpoint.
    private struct ModelOfPlan {
        var covariates: [Located<String>]
        var endpoints: [Located<String>] = []
    }

    /// With more levels than these, a covariate is one of a model only where each has some events.
    private static let fewLevels = 20
    private static let eventsOfLevel = 3

    /// Warns of covariates of a model with so many levels that their coefficients can hardly be estimated: as a rule they are no
    /// categories at all but numbers or names.
    ///
    /// - Parameters:
    ///   - values: The variables.
    ///   - endpoints: The endpoints.
    ///   - frequencies: For how many patients each row stands; nil where each is one.
    func checkLevels(in values: [String: VariableValues], _ endpoints: [String: EndpointValues], _ frequencies: [Int]?)
    {
        // A fault of the cells may be why there are so many levels.
        guard !reporter.hasErrors else { return }
        var reported: Set<String> = []
        for model in models {
            for name in model.covariates where !reported.contains(name.value) {
                guard case .categorical(let categories)? = values[name.value] else { continue }
                let levels = categories.codes.occurring(among: categories.levels.count).count { $0 }
                guard levels > Self.fewLevels else { continue }
                let events = model.endpoints.compactMap { endpoints[$0.value] }.map { values in
                    values.status.indices.reduce(0) { $0 + (values.status[$1] == .event ? frequencies?[$1] ?? 1 : 0) }
                }
                let patients = frequencies?.reduce(0, +) ?? categories.codes.count
                guard events.min() ?? patients < levels * Self.eventsOfLevel else { continue }
                reported.insert(name.value)
                let found = events.min().map { counted($0, "event") } ?? counted(patients, "patient")
                reporter.report(
                    Diagnostic(
                        .unsuitableName, severity: .warning, at: name.location,
                        "'\(name.value)' has \(levels) levels, too many for a model of \(found)",
                        notes: [.init("every level but the reference is a coefficient")],
                        help: [
                            "where they are numbers, correct the cells that are none, or name them in "
                                + "data.\(CohortBuilder.patientsName).missing",
                            "else join levels by 'groups', or leave '\(name.value)' out of the model",
                        ]))
            }
        }
    }

    /// Warns of times of an endpoint that lie beyond everyone's observation: nothing can be said of them.
    func checkLandmarks(_ endpoints: [String: EndpointValues]) {
        for endpoint in study.endpoints {
            guard let values = endpoints[endpoint.name.value], let longest = values.time.compactMap(\.self).max() else {
                continue
            }
            let last = longest * values.timeUnit.days / endpoint.unit.days
            for landmark in endpoint.landmarks where landmark.value > last {
                let shown = (last * 10).rounded() / 10
                reporter.report(
                    Diagnostic(
                        .outOfRange, severity: .warning, at: landmark.location,
                        "\(plain(landmark.value)) lies beyond all follow-up of endpoint '\(endpoint.name.value)', "
                            + "which ends after \(plain(shown)) \(endpoint.unit.rawValue)",
                        help: ["name earlier times, or correct 'unit'"]))
            }
        }
    }

    private func plain(_ number: Double) -> String {
        number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
    }

    /// The models of the study's tables, figures and populations.
    private var models: [ModelOfPlan] {
        let tables = study.tables.compactMap { table -> ModelOfPlan? in
            switch table.kind {
            case .cox(let plan): ModelOfPlan(covariates: plan.rows, endpoints: plan.endpoints)
            case .logistic(let plan): ModelOfPlan(covariates: plan.rows)
            case .effect(let plan): ModelOfPlan(covariates: plan.adjustFor, endpoints: plan.endpoints)
            default: nil
            }
        }
        let figures = study.figures.compactMap { figure -> ModelOfPlan? in
            switch figure.kind {
            case .forest(let plan):
                ModelOfPlan(
                    covariates: plan.adjustFor + plan.models.flatMap { $0.adjustFor ?? [] }, endpoints: [plan.endpoint])
            case .predictedSurvival(let plan): ModelOfPlan(covariates: plan.covariates, endpoints: [plan.endpoint])
            case .residuals(let plan): ModelOfPlan(covariates: plan.covariates, endpoints: [plan.endpoint])
            default: nil
            }
        }
        return tables + figures
            + study.populations.compactMap { $0.propensity.map { ModelOfPlan(covariates: $0.covariates) } }
    }
}
