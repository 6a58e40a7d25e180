import Results
import StudyFiles

/// Survival that a Cox model predicts, in R.
extension RReplication {
    mutating func write(_ figure: FigureResult) {
        switch figure.content {
        case .kaplanMeier(let plan):
            write(plan.panels, of: figure.id, isAfter: plan.riskTable == .kmunicate, sources: survivalSources)
        case .incidence(let plan):
            write(plan.panels, of: figure.id, isAfter: plan.riskTable == .kmunicate, sources: incidenceSources)
        case .predictedSurvival(let plot): write(plot, of: figure)
        case .forest(let plot): write(plot, of: figure.id)
        case .flow(let chart): write(chart, of: figure.id)
        case .residuals(let plot): write(plot, of: figure.id)
        case .adverseEvents(let plot): write(plot.table, of: figure.id)
        case .swimmer(let plot): write(plot, of: figure.id)
        case .waterfall(let plot): write(plot, of: figure.id)
        // Their numbers are those of their populations.
        case .balance, .overlap: break
        }
    }

    private mutating func write(_ plot: PredictedSurvivalPlot, of figure: FigureResult) {
        guard canRepeat(plot.population),
            !isMatchedOrWeighted(plot.population),
            let endpoint = study.endpoints.first(where: { $0.name.value == plot.endpoint }), endpoint.entry == nil,
            plot.model.variance == .model, plot.model.ties != .exact,
            plot.model.coefficients.allSatisfy({ $0.column.parts.count == 1 && $0.coefficient != nil })
        else { return leaveOut("figure \(figure.id)") }
        let terms = plot.covariates.map(\.variable)
        guard canModel(terms, "figure \(figure.id)") else { return }
        let strata = plot.curves.first?.values.map(\.variable).filter { !terms.contains($0) } ?? []
        add("# Figure \(figure.id)")
        select(endpoint, in: plot.population, grouping: nil, groups: [])
        let columns = frameColumns(terms, plot.model.coefficients.map(\.column), isSelected: true)
        let extra = strata.enumerated().map { ", g\($0 + 1) = \(selected($1))" }.joined()
        writeCounts(plot.covariates, in: plot.population, figure.id)
        add(once: Self.coxHelpers)
        add("x <- known(data.frame(time = s$time, event = s$event, \(columns)\(extra)))")
        let formula =
            terms.indices.map { "v\($0 + 1)" } + strata.indices.map { "strata(g\($0 + 1))" }
        add(
            "fit <- coxph(Surv(time, event) ~ \(formula.joined(separator: " + ")), data = x, ties = \(rText(plot.model.ties.rawValue)), control = fine)"
        )
        writeNumbers(
            plot.model, figure.id, coefficients: plot.model.coefficients.map { nameInR($0.column, among: terms) },
            terms: namesInR(plot.model))
        for coefficient in plot.model.coefficients {
            write(
                coefficient.hazardRatio, "\(figure.id): \(coefficient.column.name)",
                term: nameInR(coefficient.column, among: terms))
        }
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
            add(once: Self.survivalHelpers)
            compareAll(
                title, "median_numbers(curve, \(factor))",
                [
                    ("median", curve.median.value.time), ("median, lower", curve.median.lower.time),
                    ("median, upper", curve.median.upper.time),
                ])
        }
        add(once: Self.survivalHelpers)
        writeCurve(curve.curve, "\(title): curve", "curve")
        for value in curve.values where value.isDefault && terms.contains(value.variable) {
            let column = "x$v\((terms.firstIndex(of: value.variable) ?? 0) + 1)"
            compare("\(title): mean of \(value.label)", "mean(\(column))", value.number)
        }
        for rate in curve.rates where rate.estimate.value != nil {
            compare(rate, of: "curve", factor: factor, title)
        }
    }
}
