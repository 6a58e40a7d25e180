import CohortBuilding
import Results
import StudyFiles

/// Forest plots in R: the effect in everyone, in the levels of variables, and their interactions.
extension RReplication {
    mutating func write(_ plot: ForestPlot, of id: String) {
        guard let endpoint = study.endpoints.first(where: { $0.name.value == plot.endpoint }), let arms = cohort.arms,
            let plan = study.figures.lazy.compactMap({ figure -> ForestPlan? in
                if figure.name.value == id, case .forest(let plan) = figure.kind { plan } else { nil }
            }).first,
            let reference = arms.levels.first(where: { $0.label == plot.reference })?.id,
            let treatment = arms.levels.first(where: { $0.label == plot.treatment })?.id
        else { return leaveOut("figure \(id)") }
        for (index, model) in plot.models.enumerated() where canRepeat(model.population) {
            let asked = plan.models.indices.contains(index) ? plan.models[index].adjustFor : nil
            let adjusting = (asked ?? plan.adjustFor).map(\.value).filter { $0 != "arm" }
            guard canModel(adjusting, "figure \(id)") else { continue }
            add("# Figure \(id)\(model.label.isEmpty ? "" : ": \(oneLine(model.label))")")
            select(endpoint, in: model.population, grouping: "arm ", groups: [reference, treatment])
            let forest = ForestInR(
                title: "\(id)\(model.label.isEmpty ? "" : " \(model.label)")", endpoint: endpoint,
                population: model.population, adjusting: adjusting, arms: [reference, treatment])
            write(model, forest)
        }
    }

    private struct ForestInR {
        var title: String
        var endpoint: Endpoint
        var population: String
        var adjusting: [String]
        var arms: [String]
    }

    private mutating func write(_ model: ForestPlot.Model, _ forest: ForestInR) {
        add(once: Self.coxHelpers)
        writeFrame(forest, without: nil)
        writeCounts(model.overallCounts, "\(forest.title) all", rows: "x", forest)
        if let overall = model.overall {
            if overall.coefficients.first?.coefficient != nil { writeModel(forest, without: nil, data: "x") }
            write(overall, "\(forest.title) all", rows: "x", forest)
        }
        for variable in model.variables {
            let name = variable.analysis.by
            writeFrame(forest, without: name)
            compare("\(forest.title) \(variable.label): missing", "nrow(frame) - nrow(x)", Double(variable.missing))
            for (index, effect) in variable.analysis.subgroups.enumerated() {
                let rows = "x[x$by %in% \(rText(effect.level)), ]"
                let title = "\(forest.title) \(variable.label) \(effect.level)"
                writeCounts(variable.counts[index], title, rows: rows, forest)
                add("part <- \(rows)")
                if effect.coefficients.first?.coefficient != nil {
                    writeModel(forest, without: name, data: "part")
                }
                write(effect, title, rows: "part", forest)
            }
            writeInteraction(variable.analysis, "\(forest.title) \(variable.label)", forest)
        }
    }

    /// Makes `x` of `frame`: the outcome, the arm, what is adjusted for, and the variable of the subgroups as `by`.
    private mutating func writeFrame(_ forest: ForestInR, without variable: String?) {
        var columns = ["time = s$time, event = s$event, group = s$group"]
        if forest.endpoint.entry != nil { columns.append("entry = s$entry") }
        if isMatchedOrWeighted(forest.population) { columns.append("weight = s$weight, set = s$set") }
        for (index, name) in forest.adjusting.enumerated() where name != variable {
            columns.append("a\(index + 1) = \(selected(name))")
        }
        add("frame <- known(data.frame(\(columns.joined(separator: ", "))))")
        guard let variable else { return add("x <- frame") }
        let values = selected(variable)
        add(
            "x <- data.frame(\(columns.joined(separator: ", ")), by = \(values)); frame <- known(x[names(x) != \"by\"]); x <- known(x)"
        )
    }

    private mutating func writeModel(_ forest: ForestInR, without variable: String?, data: String, by: String = "") {
        let right =
            ["group\(by)"]
            + forest.adjusting.indices.filter { forest.adjusting[$0] != variable }.map { "a\($0 + 1)" }
        add(
            "fit <- coxph(\(outcome(of: forest.endpoint)) ~ \(right.joined(separator: " + ")), data = \(data), \(options(forest)))"
        )
    }

    private func options(_ forest: ForestInR) -> String {
        let plan = study.populations.first { $0.name.value == forest.population }?.propensity
        // As in the analysis: only records that count unequally need a sandwich.
        var variance = CoxVariance.model
        switch plan?.use {
        case .matching(let matching)?:
            if matching.withReplacement { variance = .robust } else if matching.ratio > 1 { variance = .clustered }
        case .weighting?: variance = .robust
        case nil: break
        }
        return coxOptions(results.conventions.ties, variance, in: forest.population)
    }

    private mutating func write(_ effect: SubgroupEffect, _ title: String, rows: String, _ forest: ForestInR) {
        compareAll(
            title, "c(patients = nrow(\(rows)), events = sum(\(rows)$event))",
            [("patients", Double(effect.n)), ("events", Double(effect.events))])
        guard let coefficient = effect.coefficients.first else { return }
        compareAll(
            title, "c(patients = nrow(\(rows)), events = sum(\(rows)$event))",
            [
                ("patients", Double(coefficient.hazardRatio.n)),
                ("events", coefficient.hazardRatio.events.map(Double.init)),
            ])
        guard coefficient.coefficient != nil else { return }
        let term = "group\(forest.arms[1])"
        write(coefficient.hazardRatio, "\(title): hazard ratio", term: term)
        writeNumbers(coefficient, "\(title): hazard ratio", term)
    }

    private mutating func writeCounts(
        _ counts: [ForestPlot.ArmCount], _ title: String, rows: String, _ forest: ForestInR
    ) {
        for (arm, count) in zip(forest.arms, counts) {
            add("own <- \(rows); own <- own[own$group == \(rText(arm)), ]")
            compareAll(
                "\(title), \(arm)", "c(patients = nrow(own), events = sum(own$event))",
                [("patients", Double(count.n)), ("events", Double(count.events))])
            guard let median = count.median, results.conventions.medianRule == .rPrint else { continue }
            add(once: Self.survivalHelpers)
            let factor = rNumber(forest.endpoint.unit.days)
            add(
                "curve <- survfit(\(outcome(of: forest.endpoint)) ~ 1, data = own, \(curveOptions(in: forest.population, frame: "own")))"
            )
            compareAll(
                "\(title), \(arm)", "median_numbers(curve, \(factor))",
                [
                    ("median", median.value.time), ("median, lower", median.lower.time),
                    ("median, upper", median.upper.time),
                ])
        }
    }

    private mutating func writeInteraction(_ analysis: SubgroupAnalysis, _ title: String, _ forest: ForestInR) {
        guard analysis.interaction.statistic != nil || analysis.interactionWald.statistic != nil else {
            return
        }
        writeModel(forest, without: analysis.by, data: "x", by: " + by")
        add("main <- fit")
        writeModel(forest, without: analysis.by, data: "x", by: " * by")
        add(once: Self.interactionHelper)
        compareAll(
            "\(title): interaction", "interaction_numbers(main, fit)",
            [
                ("log-likelihood without", analysis.logLikelihoodMain),
                ("log-likelihood with", analysis.logLikelihoodInteraction),
            ]
                + (analysis.interaction.method == .likelihoodRatio
                    ? numbers("likelihood-ratio test", analysis.interaction)
                    : numbers("Wald test", analysis.interaction))
                + counts(of: analysis.interaction), tolerance: 1e-5)
        compareAll(
            "\(title): interaction", "interaction_numbers(main, fit)",
            numbers("Wald test", analysis.interactionWald) + counts(of: analysis.interactionWald), tolerance: 1e-5)
    }

    private static let interactionHelper = #"""
        interaction_numbers <- function(main, fit) {
          own <- grep(":", names(coef(fit)))
          own <- own[!is.na(coef(fit)[own])]
          value <- coef(fit)[own]
          c("log-likelihood without" = main$loglik[2], "log-likelihood with" = fit$loglik[2],
            chi_squared("likelihood-ratio test", 2 * (fit$loglik[2] - main$loglik[2]), length(own)),
            chi_squared("Wald test", drop(value %*% solve(fit$var[own, own, drop = FALSE], value)), length(own)),
            patients = fit$n, events = fit$nevent)
        }
        """#
}
