import Results
import StudyFiles

/// All numbers of a Kaplan–Meier curve that R holds as `fit`, and of its comparisons with others.
extension RReplication {
    /// Compares a group's curve and follow-up. `options` are those with which R fitted the curve of `x`.
    mutating func writeNumbers(_ group: SurvivalGroup, _ title: String, _ endpoint: Endpoint, options: String) {
        add(once: Self.survivalHelpers)
        let factor = rNumber(endpoint.unit.days)
        let follow = outcome(of: endpoint).replacing("event", with: "!event")
        add("follow <- survfit(\(follow) ~ 1, data = x, \(options))")
        var numbers: [NamedNumber] = [("shortest", group.shortestTime), ("longest", group.longestTime)]
        if results.conventions.medianRule == .rPrint {
            numbers += [
                ("median follow-up", group.medianFollowUp.value.time),
                ("median follow-up, lower", group.medianFollowUp.lower.time),
                ("median follow-up, upper", group.medianFollowUp.upper.time),
            ]
        }
        compareAll(title, "follow_up(x, follow, \(factor))", numbers)
        writeCurve(group.curve, "\(title): curve", "fit")
        for rate in group.rates where rate.estimate.value != nil {
            let at = "rate_of(fit, \(rNumber(rate.time)) * \(factor))"
            compareAll(
                "\(title): survival at \(rNumber(rate.time))", at,
                [
                    ("standard error", rate.estimate.standardError), ("patients", Double(rate.estimate.n)),
                    ("events", rate.estimate.events.map(Double.init)),
                ])
        }
    }

    mutating func writeCurve(_ curve: SurvivalCurve, _ title: String, _ fit: String) {
        // At 1 and at 0 R has no limits on some scales.
        let inner = curve.survival.indices.filter { curve.survival[$0] > 1e-9 && curve.survival[$0] != 1 }
        compareAll(
            title, "curve_sums(\(fit), \(rNumber(curve.unit.days)))",
            [
                ("times", sum(curve.time)), ("at risk", sum(curve.atRisk)), ("events", sum(curve.events)),
                ("censored", sum(curve.censored)), ("survival", sum(curve.survival)),
                ("standard errors of the logarithm", sum(inner.map { curve.standardErrorOfLog[$0] })),
                ("lower", sum(inner.map { curve.lower[$0] })), ("upper", sum(inner.map { curve.upper[$0] })),
            ])
    }

    /// Compares differences at landmarks and restricted means; the groups' curves are in `curves` by their names.
    mutating func writeContrasts(_ comparison: SurvivalComparison, _ endpoint: Endpoint) {
        add(once: Self.survivalHelpers)
        let factor = rNumber(endpoint.unit.days)
        func curve(_ group: String) -> String { "curves[[\(rText(group))]]" }
        for difference in comparison.rateDifferences {
            let pair = difference.comparison
            let at = "\(rNumber(difference.time)) * \(factor)"
            write(
                pair.contrast,
                "\(comparison.id): survival at \(rNumber(difference.time)), \(pair.group) less \(pair.reference)",
                "contrast(rate_of(\(curve(pair.reference)), \(at)), rate_of(\(curve(pair.group)), \(at)))")
        }
        guard let means = comparison.restrictedMeans else { return }
        func mean(_ group: String) -> String {
            "restricted(\(curve(group)), \(rNumber(means.horizon)), \(factor))"
        }
        for group in means.groups where group.mean.value != nil {
            compareAll(
                "\(comparison.id): restricted mean of \(group.group)", mean(group.group), numbers("mean", group.mean))
        }
        for (name, pairs) in [("difference", means.differences), ("ratio", means.ratios)] {
            for pair in pairs {
                let logarithm = name == "ratio" ? ", TRUE" : ""
                write(
                    pair.contrast, "\(comparison.id): \(name) of restricted means, \(pair.group) and \(pair.reference)",
                    "contrast(\(mean(pair.reference)), \(mean(pair.group))\(logarithm))")
            }
        }
    }

    /// Compares a contrast with a vector that R's `contrast` made.
    mutating func write(_ contrast: Contrast, _ title: String, _ code: String) {
        guard contrast.estimate.value != nil else { return }
        compareAll(
            title, code,
            numbers("contrast", contrast.estimate) + [("z", contrast.test.statistic), ("p", contrast.test.pValue)])
        compareAll("\(title): test", code, counts(of: contrast.test))
    }

    static let survivalHelpers = #"""
        follow_up <- function(x, follow, factor) {
          table <- summary(follow)$table
          c(shortest = min(x$time) / factor, longest = max(x$time) / factor, "median follow-up" = table[["median"]] / factor,
            "median follow-up, lower" = table[[paste0(level, "LCL")]] / factor,
            "median follow-up, upper" = table[[paste0(level, "UCL")]] / factor)
        }
        median_numbers <- function(fit, factor) {
          x <- summary(fit)$table[c("median", paste0(level, c("LCL", "UCL")))] / factor
          setNames(x, c("median", "median, lower", "median, upper"))
        }
        # A curve's columns as sums over its steps.
        curve_sums <- function(fit, factor) {
          inner <- fit$surv > 1e-9 & fit$surv < 1
          error <- if (isTRUE(fit$logse)) fit$std.err else fit$std.err / fit$surv
          c(times = sum(fit$time) / factor, "at risk" = sum(fit$n.risk), events = sum(fit$n.event), censored = sum(fit$n.censor),
            survival = sum(fit$surv), "standard errors of the logarithm" = sum(error[inner]),
            lower = sum(fit$lower[inner]), upper = sum(fit$upper[inner]))
        }
        rate_of <- function(fit, time) {
          at <- summary(fit, times = time, extend = TRUE)
          c(rate = at$surv, "standard error" = if (at$surv > 0 && at$surv < 1) at$std.err else 0,
            patients = round(sum(fit$n.event + fit$n.censor)), events = round(sum(fit$n.event[fit$time <= time])))
        }
        restricted <- function(fit, horizon, factor) {
          # Before the first time nothing is lost.
          early <- horizon * factor < min(fit$time)
          table <- if (early) c(rmean = horizon * factor, "se(rmean)" = 0) else summary(fit, rmean = horizon * factor)$table
          c(with_error("mean", table[["rmean"]] / factor, table[["se(rmean)"]] / factor)[c(1, 4, 2, 3)],
            fit$heads)
        }
        """#
}
