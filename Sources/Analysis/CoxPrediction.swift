import CohortBuilding
import Diagnostics
import Results
import StudyFiles
import SurvivalStatistics

/// Predicts survival curves by a Cox model for values of its covariates.
struct CoxPrediction {
    /// What curves are asked for: values of covariates, and levels of strata.
    struct Pattern {
        var id: String
        var label: String
        /// Where the study asks for it.
        var place: Located<String>?
        /// A value for each covariate of the model, in its order.
        var values: [PredictedSurvivalPlot.Value]
        /// The levels of strata that are asked for; all others are drawn.
        var strata: [String: String]
        /// Whether it has no name of its own, so that curves of strata are named by these.
        var isNamedByStrata = false
    }

    let model: FittedCoxModel
    let covariates: [StudyCovariate]
    let strata: [StudyCovariate]
    /// The patient of each row of the model's design.
    let patients: [Int]
    let context: AnalysisContext
    let endpoint: Endpoint

    private var conventions: Conventions { context.conventions }
    private var unit: TimeUnit { context.cohort.endpoints[endpoint.name.value]?.timeUnit ?? .days }

    /// Units of the model's times in one unit of the endpoint.
    var timesPerUnit: Double { endpoint.unit.days / unit.days }

    // MARK: Patterns

    /// What the study asks for, else each level of the first covariate that has levels, or one curve; nil, with messages,
    /// where a value is none of the variable.
    func patterns(of plan: PredictedSurvivalFigurePlan, reporting sink: DiagnosticSink) -> [Pattern]? {
        guard plan.patterns.isEmpty else {
            let found = plan.patterns.map { pattern($0, reporting: sink) }
            return found.contains { $0 == nil } ? nil : found.compactMap(\.self)
        }
        guard let factor = covariates.first(where: { !$0.levels.isEmpty }) else {
            return [
                Pattern(
                    id: "mean", label: context.cohort.everyoneLabel, values: covariates.map(usual), strata: [:],
                    isNamedByStrata: true)
            ]
        }
        return factor.levels.map { level in
            let values = covariates.map { covariate in
                covariate.name == factor.name ? value(of: covariate, level, isDefault: false) : usual(covariate)
            }
            return Pattern(id: level.id, label: level.label, values: values, strata: [:])
        }
    }

    private func pattern(
        _ asked: PredictedSurvivalFigurePlan.Pattern, reporting sink: DiagnosticSink
    ) -> Pattern? {
        var values = covariates.map(usual)
        var levels: [String: String] = [:]
        var isSound = true
        var names: [String] = []
        for item in asked.values {
            let found: PredictedSurvivalPlot.Value?
            if let index = covariates.firstIndex(where: { $0.name == item.variable.value }) {
                found = value(item.value, of: covariates[index], reporting: sink)
                if let found { values[index] = found }
            } else if let stratum = strata.first(where: { $0.name == item.variable.value }) {
                found = value(item.value, of: stratum, reporting: sink)
                levels[stratum.name] = found?.level
            } else {
                continue
            }
            guard let found else {
                isSound = false
                continue
            }
            names.append(found.levelLabel ?? "\(found.label) \(item.value.value)")
        }
        let label = asked.label ?? (names.isEmpty ? context.cohort.everyoneLabel : names.joined(separator: ", "))
        return isSound
            ? Pattern(
                id: label, label: label, place: asked.values.first?.variable, values: values, strata: levels,
                isNamedByStrata: asked.label == nil && names.isEmpty) : nil
    }

    /// A value as it is written; nil, with a message, where it is none of the variable.
    private func value(
        _ text: Located<String>, of covariate: StudyCovariate, reporting sink: DiagnosticSink
    ) -> PredictedSurvivalPlot.Value? {
        guard covariate.levels.isEmpty else {
            if let level = covariate.levels.first(where: { $0.id == text.value }) {
                return value(of: covariate, level, isDefault: false)
            }
            sink.emit(
                Diagnostic(
                    .unknownName, at: text.location, "'\(text.value)' is not a level of '\(covariate.name)'",
                    help: NearestName.help(for: text.value, among: covariate.levels.map(\.id), kind: "levels")
                        .map { [$0] } ?? []))
            return nil
        }
        guard let number = Double(text.value), number.isFinite else {
            sink.emit(
                Diagnostic(
                    .wrongType, at: text.location, "'\(covariate.name)' is a number, found '\(text.value)'",
                    help: ["write a number, such as \(covariate.name): 60"]))
            return nil
        }
        return PredictedSurvivalPlot.Value(
            variable: covariate.name, label: covariate.label, number: number, isDefault: false)
    }

    private func value(
        of covariate: StudyCovariate, _ level: CategoricalValues.Level, isDefault: Bool
    ) -> PredictedSurvivalPlot.Value {
        PredictedSurvivalPlot.Value(
            variable: covariate.name, label: covariate.label, level: level.id, levelLabel: level.label,
            isDefault: isDefault)
    }

    /// The mean of a number in the model, the reference level of a factor; of a factor whose reference level nobody has, the
    /// first level that somebody has.
    private func usual(_ covariate: StudyCovariate) -> PredictedSurvivalPlot.Value {
        guard case .factor(_, let levels, let reference) = covariate.values else {
            let column = model.design.covariates.identities.firstIndex {
                $0.parts.count == 1 && $0.parts[0].covariate == covariate.name
            }
            return PredictedSurvivalPlot.Value(
                variable: covariate.name, label: covariate.label,
                number: column.map { model.columnMeans[$0] } ?? 0, isDefault: true)
        }
        let present = levels.indices.first { counts(covariate)[$0] > 0 }
        let chosen = levels.indices.contains(reference) && counts(covariate)[reference] > 0 ? reference : present
        let level =
            levels.indices.contains(chosen ?? reference) ? levels[chosen ?? reference] : .init(id: "", label: "")
        return value(of: covariate, level, isDefault: true)
    }

    /// The model's records with each level of a factor.
    private func counts(_ covariate: StudyCovariate) -> [Int] {
        guard case .factor(let codes, let levels, _) = covariate.values else { return [] }
        var counts = [Int](repeating: 0, count: levels.count)
        for row in model.rows {
            if let code = codes[patients[row]], counts.indices.contains(code) { counts[code] += 1 }
        }
        return counts
    }

    // MARK: Curves

    /// Why a pattern cannot be predicted: the model knows nothing of a level that nobody has, nor of a number other than the
    /// one that all have.
    func reasonAgainst(_ pattern: Pattern) -> String? {
        for (covariate, value) in zip(covariates, pattern.values) {
            if let level = value.level, let place = covariate.levels.firstIndex(where: { $0.id == level }),
                counts(covariate)[place] == 0
            {
                return "no patient of the model has '\(level)' of '\(covariate.name)'"
            }
            if let number = value.number, case .number(let numbers) = covariate.values {
                let known = Set(model.rows.compactMap { numbers[patients[$0]] })
                if known.count == 1, known.first != number, !value.isDefault {
                    return "all patients of the model have the same '\(covariate.name)'"
                }
            }
        }
        for (name, level) in pattern.strata where !strataOfModel.values.contains(where: { $0[name]?.id == level }) {
            return "no patient of the model has '\(level)' of '\(name)'"
        }
        return nil
    }

    /// The curves of a pattern: one for each stratum that it does not exclude.
    func curves(for pattern: Pattern, besides taken: [String]) -> [PredictedSurvivalPlot.Curve] {
        let columns = model.design.covariates.identities.map { column in
            column.parts.reduce(1.0) { $0 * number(of: $1, in: pattern) }
        }
        let predicted = try? model.survivalCurves(
            for: columns, level: conventions.level, transform: conventions.survivalInterval)
        var ids = taken
        return (predicted ?? []).compactMap { predicted -> PredictedSurvivalPlot.Curve? in
            let levels = strataOfModel[predicted.stratum] ?? [:]
            guard pattern.strata.allSatisfy({ levels[$0.key]?.id == $0.value }) else { return nil }
            let open = strata.filter { pattern.strata[$0.name] == nil }.compactMap { levels[$0.name] }
            let label = ((pattern.isNamedByStrata && !open.isEmpty ? [] : [pattern.label]) + open.map(\.label)).joined(
                separator: ", ")
            var id = ((pattern.isNamedByStrata && !open.isEmpty ? [] : [pattern.id]) + open.map(\.id)).joined(
                separator: ", ")
            while ids.contains(id) { id += "'" }
            ids.append(id)
            let curve = survivalCurve(predicted)
            let stratumValues = strata.compactMap { stratum in
                levels[stratum.name].map { value(of: stratum, $0, isDefault: pattern.strata[stratum.name] == nil) }
            }
            return PredictedSurvivalPlot.Curve(
                id: id, label: label, values: pattern.values + stratumValues, curve: curve, median: median(of: curve),
                rates: endpoint.landmarks.map { rate(at: $0.value, of: curve) })
        }
    }

    private func number(of part: ColumnIdentity.Part, in pattern: Pattern) -> Double {
        guard let value = pattern.values.first(where: { $0.variable == part.covariate }) else { return 0 }
        return part.level.map { $0 == value.level ? 1 : 0 } ?? value.number ?? 0
    }

    /// The levels of the strata by the code of the model's strata.
    private var strataOfModel: [Int: [String: CategoricalValues.Level]] {
        var result: [Int: [String: CategoricalValues.Level]] = [:]
        for row in model.rows {
            let code = model.design.strata?[row] ?? 0
            guard result[code] == nil else { continue }
            var levels: [String: CategoricalValues.Level] = [:]
            for stratum in strata {
                guard case .factor(let codes, let all, _) = stratum.values, let level = codes[patients[row]] else {
                    continue
                }
                levels[stratum.name] = all[level]
            }
            result[code] = levels
        }
        return result
    }

    /// The curve with the numbers at risk and the events of its stratum.
    private func survivalCurve(_ predicted: PredictedCurve) -> SurvivalCurve {
        let times = predicted.time
        var (atRisk, events, censored) = (times.map { _ in 0.0 }, times.map { _ in 0.0 }, times.map { _ in 0.0 })
        let design = model.design
        for row in model.rows where (design.strata?[row] ?? 0) == predicted.stratum {
            let weight = (design.weights?[row] ?? 1) * (design.frequency?[row] ?? 1)
            // Times that rounding alone tells apart are one time of the curve, the nearest.
            guard let place = nearest(design.time[row], in: times) else { continue }
            if design.status[row] == .event { events[place] += weight } else { censored[place] += weight }
            let first = design.entry.map { entry in times.firstIndex { $0 > entry[row] } ?? times.count } ?? 0
            if first <= place { for index in first...place { atRisk[index] += weight } }
        }
        return SurvivalCurve(
            time: times, atRisk: atRisk, events: events, censored: censored, survival: predicted.survival,
            standardErrorOfLog: predicted.standardError, lower: predicted.lower, upper: predicted.upper,
            level: predicted.level, transform: predicted.transform, unit: unit)
    }

    private func nearest(_ time: Double, in times: [Double]) -> Int? {
        guard !times.isEmpty else { return nil }
        let after = times.firstIndex { $0 >= time } ?? times.count - 1
        return after > 0 && time - times[after - 1] < times[after] - time ? after - 1 : after
    }

    private var call: String {
        "survfit(coxph(ties = \"\(model.ties.rawValue)\"), newdata, conf.type = \"\(conventions.survivalInterval.rawValue)\")"
    }

    private func median(of curve: SurvivalCurve) -> SurvivalQuantile {
        var quantile = survivalQuantile(0.5, of: curve, rule: conventions.medianRule)
        quantile.value = quantile.value.divided(by: timesPerUnit)
        quantile.lower = quantile.lower.divided(by: timesPerUnit)
        quantile.upper = quantile.upper.divided(by: timesPerUnit)
        quantile.unit = endpoint.unit
        quantile.method = conventions.medianRule == .rQuantile ? "quantile(\(call), 0.5)" : "print(\(call))"
        return quantile
    }

    private func rate(at time: Double, of curve: SurvivalCurve) -> LandmarkRate {
        var rate = survivalRate(at: time * timesPerUnit, of: curve, beyond: conventions.beyondLastObservation)
        rate.time = time
        rate.estimate.method = "summary(\(call), times = \(time * timesPerUnit), extend = TRUE)"
        return rate
    }
}
