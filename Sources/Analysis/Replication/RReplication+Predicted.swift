import CohortBuilding
import Results
import StudyFiles

/// Survival that a Cox model predicts, in R.
extension RReplication {
    mutating func write(_ figure: FigureResult) {
        guard case .predictedSurvival(let plot) = figure.content, canRepeat(plot.population),
            !isMatchedOrWeighted(plot.population),
            let endpoint = study.endpoints.first(where: { $0.name.value == plot.endpoint }), endpoint.entry == nil,
            plot.model.variance == .model, plot.model.ties != .exact,
            plot.model.coefficients.allSatisfy({ $0.column.parts.count == 1 })
        else { return }
        let terms = plot.covariates.map(\.variable)
        let strata = plot.curves.first?.values.map(\.variable).filter { !terms.contains($0) } ?? []
        add("# Figure \(figure.id)")
        select(endpoint, in: plot.population, grouping: nil, groups: [])
        let columns = frameColumns(terms, plot.model.coefficients.map(\.column))
        let extra = strata.enumerated().map { ", g\($0 + 1) = s[[\(rText(column(of: $1) ?? $1))]]" }.joined()
        add("x <- data.frame(time = s$time, event = s$event, \(columns)\(extra))")
        let formula =
            terms.indices.map { "v\($0 + 1)" } + strata.indices.map { "strata(g\($0 + 1))" }
        add(
            "fit <- coxph(Surv(time, event) ~ \(formula.joined(separator: " + ")), data = x, ties = \(rText(plot.model.ties.rawValue)), control = fine)"
        )
        for curve in plot.curves { write(curve, of: figure.id, factor: rNumber(endpoint.unit.days), terms, strata) }
    }

    private mutating func write(
        _ curve: PredictedSurvivalPlot.Curve, of figure: String, factor: String, _ terms: [String], _ strata: [String]
    ) {
        let values = (terms + strata).enumerated().compactMap { index, variable -> String? in
            guard let value = curve.values.first(where: { $0.variable == variable }) else { return nil }
            let name = index < terms.count ? "v\(index + 1)" : "g\(index - terms.count + 1)"
            if let number = value.number { return "\(name) = \(number)" }
            return "\(name) = factor(\(rText(value.level ?? "")), levels = levels(factor(x$\(name))))"
        }
        add(
            "curve <- survfit(fit, newdata = data.frame(\(values.joined(separator: ", "))), conf.int = level, conf.type = \(rText(rTransform)))"
        )
        let title = "\(figure) \(curve.label)"
        if results.conventions.medianRule == .rPrint {
            compare("\(title): median", "median_of(curve) / \(factor)", curve.median.value.time)
        }
        for rate in curve.rates where rate.estimate.value != nil {
            compare(rate, of: "curve", factor: factor, title)
        }
    }
}
