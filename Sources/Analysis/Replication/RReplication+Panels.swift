import Results
import StudyFiles

/// Panels of curves in R: the numbers at risk beneath them, hazards and differences.
extension RReplication {
    mutating func write(_ panels: [KaplanMeierPanel], of id: String, isAfter: Bool, sources: [String: PanelSource]) {
        for panel in panels {
            guard let source = sources[panel.comparison], canRepeat(source.population),
                let endpoint = study.endpoints.first(where: { $0.name.value == source.endpoint })
            else { continue }
            let isGrouped = source.groups.count > 1
            let grouping = isGrouped ? column(of: source.grouping) : nil
            guard !isGrouped || grouping != nil else { continue }
            add("# Figure \(id): \(panel.comparison)")
            add(once: Self.panelHelpers)
            select(endpoint, in: source.population, grouping: grouping, groups: source.groups)
            for (index, row) in panel.riskRows.enumerated() {
                writeRow(row, of: panel, only: isGrouped ? row.group : nil, endpoint, isAfter: isAfter, id)
                if panel.hazards.indices.contains(index) {
                    writeHazard(
                        panel.hazards[index], "\(id) \(panel.comparison) \(row.group)", endpoint, source.population)
                }
            }
            for curve in panel.differences { write(curve, "\(id) \(panel.comparison)", endpoint, source.population) }
        }
    }

    /// Whom the curves of a panel describe.
    struct PanelSource {
        var endpoint: String
        var population: String
        var grouping: String?
        var groups: [String]
    }

    /// Whom the curves of survival describe, by the names of the comparisons.
    var survivalSources: [String: PanelSource] {
        sources(results.survival.map { ($0.id, $0.endpoint, $0.population, $0.grouping, $0.groups.map(\.id)) })
    }

    /// Whom the curves of incidence describe, by the names of the comparisons.
    var incidenceSources: [String: PanelSource] {
        sources(results.incidences.map { ($0.id, $0.endpoint, $0.population, $0.grouping, $0.groups.map(\.id)) })
    }

    private func sources(
        _ comparisons: [(id: String, endpoint: String, population: String, grouping: String?, groups: [String])]
    ) -> [String: PanelSource] {
        let pairs = comparisons.map { comparison in
            let source = PanelSource(
                endpoint: comparison.endpoint, population: comparison.population, grouping: comparison.grouping,
                groups: comparison.groups)
            return (comparison.id, source)
        }
        return Dictionary(pairs) { first, _ in first }
    }

    private mutating func writeRow(
        _ row: KaplanMeierPanel.RiskRow, of panel: KaplanMeierPanel, only id: String?, _ endpoint: Endpoint,
        isAfter: Bool, _ figure: String
    ) {
        let factor = rNumber(endpoint.unit.days)
        let times = panel.breaks.map(rNumber)
        add("x <- \(rows(of: "s", in: id))")
        let title = "\(figure) \(panel.comparison) \(row.group)"
        func compareRow(_ name: String, _ values: [Double], _ code: String) {
            compareAll(
                "\(title): \(name)", "at_times(c(\(times.joined(separator: ", "))), \(factor), function(t) \(code))",
                zip(times, values).map { ("at \($0)", $1) })
        }
        let counts = "weight_of(x)"
        let heads = "rep(1, nrow(x))"
        func atRisk(_ weight: String) -> String {
            isAfter
                ? "sum(\(weight)[entry_of(x) <= t & x$time > t])" : "sum(\(weight)[entry_of(x) < t & x$time >= t])"
        }
        compareRow("at risk", row.atRisk, atRisk(counts))
        compareRow("events", row.events, "sum(\(counts)[x$event & x$time <= t])")
        let isCensored = row.competing == nil ? "!x$event" : "x$cause == 0"
        compareRow("censored", row.censored, "sum(\(counts)[\(isCensored) & x$time <= t])")
        if let competing = row.competing {
            compareRow("competing", competing, "sum(\(counts)[x$cause == 2 & x$time <= t])")
        }
        if let unweighted = row.unweighted {
            compareRow("patients at risk", unweighted.atRisk, atRisk(heads))
            compareRow("patients with events", unweighted.events, "sum(x$event & x$time <= t)")
        }
    }

    private mutating func writeHazard(
        _ hazard: CumulativeHazard, _ title: String, _ endpoint: Endpoint, _ population: String
    ) {
        guard !hazard.time.isEmpty else { return }
        add("fit <- survfit(\(outcome(of: endpoint)) ~ 1, data = x, \(curveOptions(in: population, frame: "x")))")
        compareAll(
            "\(title): cumulative hazard", "hazard_sums(fit, \(rNumber(hazard.unit.days)))",
            [
                ("times", sum(hazard.time)), ("at risk", sum(hazard.atRisk)), ("events", sum(hazard.events)),
                ("hazard", sum(hazard.hazard)), ("standard errors", sum(hazard.standardError)),
                ("lower", sum(hazard.lower)), ("upper", sum(hazard.upper)),
            ])
    }

    private mutating func write(
        _ curve: SurvivalDifferenceCurve, _ title: String, _ endpoint: Endpoint, _ population: String
    ) {
        guard !curve.time.isEmpty else { return }
        for (name, group) in [("first", curve.reference), ("second", curve.group)] {
            add("own <- \(rows(of: "s", in: group))")
            add(
                "\(name) <- survfit(\(outcome(of: endpoint)) ~ 1, data = own, \(curveOptions(in: population, frame: "own")))"
            )
        }
        let known = curve.lower.indices.filter { curve.lower[$0] != nil }
        compareAll(
            "\(title): difference, \(curve.group) and \(curve.reference)",
            "difference_sums(first, second, \(rNumber(curve.unit.days)))",
            [
                ("times", sum(curve.time)), ("differences", sum(curve.difference)),
                ("standard errors", sum(curve.standardError)), ("lower", sum(known.map { curve.lower[$0] })),
                ("upper", sum(known.map { curve.upper[$0] })),
            ])
    }

    /// How `survfit` is called for a curve of the records of `frame`.
    func curveOptions(in population: String, frame: String) -> String {
        var options = "conf.int = \(results.conventions.level), conf.type = \(rText(rTransform))"
        // Weights that are not all equal stand for chances, not for patients: the variance is the jackknife's.
        if isMatchedOrWeighted(population) {
            options +=
                ", id = seq_len(nrow(\(frame))), weights = weight, robust = any(populations[[\(rText(population))]][[\"weight \"]] != 1)"
        }
        return options
    }

    static let panelHelpers = #"""
        at_times <- function(times, factor, count) setNames(sapply(times * factor, count), paste("at", times))
        weight_of <- function(x) if (is.null(x[["weight"]])) rep(1, nrow(x)) else x[["weight"]]
        # Who is under observation from the start was there before it.
        entry_of <- function(x) if (is.null(x[["entry"]])) rep(-Inf, nrow(x)) else x[["entry"]]
        hazard_sums <- function(fit, factor) {
          half <- ifelse(fit$cumhaz > 0, qnorm((1 + level) / 2) * fit$std.chaz / fit$cumhaz, 0)
          c(times = sum(fit$time) / factor, "at risk" = sum(fit$n.risk), events = sum(fit$n.event), hazard = sum(fit$cumhaz),
            "standard errors" = sum(fit$std.chaz), lower = sum(fit$cumhaz * exp(-half)), upper = sum(fit$cumhaz * exp(half)))
        }
        difference_sums <- function(first, second, factor) {
          end <- min(sapply(list(first, second), function(f) if (tail(f$surv, 1) == 0) Inf else max(f$time)))
          times <- sort(unique(c(first$time, second$time)))
          times <- times[times <= end]
          at <- function(f) {
            i <- findInterval(times, f$time)
            error <- if (isTRUE(f$logse)) f$std.err * f$surv else f$std.err
            error[f$surv == 0] <- 0
            list(value = c(1, f$surv)[i + 1], error = c(0, error)[i + 1])
          }
          one <- at(first); two <- at(second)
          error <- sqrt(one$error^2 + two$error^2)
          gap <- two$value - one$value
          some <- error > 0
          half <- qnorm((1 + level) / 2) * error
          c(times = sum(times) / factor, differences = sum(gap), "standard errors" = sum(error), lower = sum((gap - half)[some]),
            upper = sum((gap + half)[some]))
        }
        """#
}
