import CohortBuilding
import Results
import StudyFiles

/// Figures of scaled Schoenfeld residuals in R.
extension RReplication {
    mutating func write(_ plot: ResidualPlot, of id: String) {
        guard let endpoint = study.endpoints.first(where: { $0.name.value == plot.endpoint }),
            canRepeat(plot.population), !isMatchedOrWeighted(plot.population),
            let plan = study.figures.lazy.compactMap({ figure -> ResidualFigurePlan? in
                if figure.name.value == id, case .residuals(let plan) = figure.kind { plan } else { nil }
            }).first
        else { return leaveOut("figure \(id)") }
        let terms = plan.covariates.map(\.value)
        guard canModel(terms, "figure \(id)") else { return }
        let termOfColumn = terms.indices.flatMap { [Int](repeating: $0, count: columnCount(of: terms[$0])) }
        // A covariate without an estimate has no residuals here; of a single time of events R has no test.
        guard termOfColumn.count == plot.panels.count, plot.panels.allSatisfy({ Set($0.time).count > 1 }) else {
            return leaveOut("figure \(id): a covariate without an estimate, or a single time of events")
        }
        add("# Figure \(id)")
        add(once: Self.residualHelper)
        add(once: Self.coxHelpers)
        select(endpoint, in: plot.population, grouping: nil, groups: [])
        var columns = ["time = s$time, event = s$event"]
        if endpoint.entry != nil { columns.append("entry = s$entry") }
        for (index, name) in terms.enumerated() {
            let values = selected(name)
            columns.append(
                "v\(index + 1) = \(reference(of: name).map { "relevel(\(values), \(rText($0)))" } ?? values)")
        }
        add("x <- known(data.frame(\(columns.joined(separator: ", "))))")
        let right = terms.indices.map { "v\($0 + 1)" }.joined(separator: " + ")
        add(
            "fit <- coxph(\(outcome(of: endpoint)) ~ \(right), data = x, ties = \(rText(results.conventions.ties.rawValue)), control = fine)"
        )
        write(plot.test, id, terms: terms.enumerated().map { ($1, "v\($0 + 1)") })
        for (index, panel) in plot.panels.enumerated() {
            compareAll(
                "\(id) \(panel.label)",
                "residual_sums(fit, \(index + 1), \(rText(plan.transform.rawValue)), \(rNumber(endpoint.unit.days)))",
                [
                    ("coefficient", panel.coefficient), ("times", sum(panel.time)), ("residuals", sum(panel.residual)),
                    ("times of the smooth", sum(panel.smoothTime)), ("smooth", sum(panel.smooth)),
                    ("lower", sum(panel.lower)), ("upper", sum(panel.upper)),
                ], tolerance: 1e-5)
            let row = termOfColumn[index]
            compareAll(
                "\(id) \(panel.label): proportional hazards",
                "c(hazards_row(zph, \(rText("v\(row + 1)"))), cox_numbers(fit)[c(\"patients\", \"events\")])",
                numbers("test", panel.test) + counts(of: panel.test), tolerance: 1e-5)
        }
    }

    /// How many columns a covariate has in a model.
    private func columnCount(of name: String) -> Int {
        let levels = column(of: name) == "arm " ? cohort.arms?.levels.count : levels(of: name)?.count
        return max(1, levels.map { $0 - 1 } ?? 1)
    }

    /// The level that a covariate's others are compared with.
    func reference(of name: String) -> String? {
        let values = name == "arm" ? cohort.arms : nil
        if let values { return values.levels[cohort.referenceArm].id }
        if case .categorical(let values)? = cohort.variables[name], values.levels.indices.contains(values.reference) {
            return values.levels[values.reference].id
        }
        return nil
    }

    private static let residualHelper = #"""
        # Residuals of one coefficient and their natural spline of four degrees of freedom, as plot.cox.zph draws them.
        residual_sums <- function(fit, index, transform, factor) {
          z <- cox.zph(fit, transform, terms = FALSE)
          y <- z$y[, index]
          points <- seq(min(z$x), max(z$x), length.out = 40)
          basis <- splines::ns(c(points, z$x), df = 4, intercept = TRUE)
          at <- basis[1:40, ]; rows <- qr(basis[-(1:40), ])
          smooth <- drop(at %*% qr.coef(rows, y))
          inverse <- chol2inv(qr.R(rows))
          half <- qnorm((1 + level) / 2) * sqrt(fit$nevent * fit$var[index, index] * rowSums((at %*% inverse) * at))
          times <- switch(transform, identity = points, log = exp(points), {
            own <- !duplicated(z$x)
            approx(z$x[own], z$time[own], points)$y
          })
          c(coefficient = unname(coef(fit)[index]), times = sum(z$time) / factor, residuals = sum(y),
            "times of the smooth" = sum(times) / factor, smooth = sum(smooth), lower = sum(smooth - half), upper = sum(smooth + half))
        }
        """#
}
