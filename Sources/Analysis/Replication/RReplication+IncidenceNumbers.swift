import Results
import StudyFiles

/// All numbers of a cumulative incidence curve in R.
extension RReplication {
    /// Compares the columns of the curve of `x` that survival computes; `fit` is its curve of three states.
    mutating func writeCurve(_ group: IncidenceGroup, _ title: String) {
        add(once: Self.incidenceHelpers)
        let curve = group.curve
        compareAll(
            "\(title): curve", "incidence_sums(x, fit, \(rNumber(group.curveUnit.days)))",
            [
                ("patients", Double(curve.n)), ("events", Double(curve.events)),
                ("competing events", Double(curve.competingEvents)), ("times", sum(curve.time)),
                ("at risk", sum(curve.atRisk)), ("events by time", sum(curve.eventsAtTime)),
                ("competing events by time", sum(curve.competingAtTime)),
                ("censored", sum(curve.censoredAtTime)), ("incidence", sum(curve.incidence)),
            ])
    }

    /// Compares standard errors and limits along the curve of `x`, of which `fit` is cmprsk's.
    mutating func writeErrors(_ group: IncidenceGroup, _ title: String) {
        let curve = group.curve
        compareAll(
            "\(title): curve", "incidence_error_sums(x, fit)",
            [
                ("standard errors", sum(curve.standardError)), ("lower", sum(curve.lower)), ("upper", sum(curve.upper)),
            ], tolerance: 1e-5)
    }

    /// Compares the groups' incidences at the landmarks by cmprsk's estimates and variances.
    mutating func writeDifferences(_ comparison: IncidenceComparison, _ endpoint: Endpoint) {
        let differences = comparison.rateDifferences.filter { $0.comparison.contrast.estimate.value != nil }
        guard !differences.isEmpty else { return }
        guard endpoint.entry == nil else { return write(differences, comparison, endpoint, by: "late_incidence_of") }
        writeWhereInstalled("cmprsk", for: "differences of incidence of \(comparison.id)") { script in
            script.write(differences, comparison, endpoint, by: "incidence_of")
        }
    }

    private mutating func write(
        _ differences: [LandmarkDifference], _ comparison: IncidenceComparison, _ endpoint: Endpoint,
        by function: String
    ) {
        for difference in differences {
            let pair = difference.comparison
            let at = "\(rNumber(difference.time)) * \(rNumber(endpoint.unit.days))"
            func incidence(_ group: String) -> String { "\(function)(s[s$group == \(rText(group)), ], \(at))" }
            write(
                pair.contrast,
                "\(comparison.id): incidence at \(rNumber(difference.time)), \(pair.group) less \(pair.reference)",
                "contrast(\(incidence(pair.reference)), \(incidence(pair.group)))")
        }
    }

    /// The limits of an incidence on the scale of the study's convention.
    private static let incidenceHelpers = #"""
        incidence_sums <- function(x, fit, factor) {
          own <- fit$states == "1"
          c(patients = nrow(x), events = sum(x$cause == 1), "competing events" = sum(x$cause == 2), times = sum(fit$time) / factor,
            "at risk" = sum(sapply(fit$time, function(at) sum((if (is.null(x[["entry"]])) -Inf else x$entry) < at & x$time >= at))), "events by time" = sum(x$cause == 1),
            "competing events by time" = sum(x$cause == 2), censored = sum(x$cause == 0), incidence = sum(fit$pstate[, own]))
        }
        incidence_limits <- function(value, error) {
          half <- qnorm((1 + level) / 2) * error
          limits <- switch(interval_scale,
            plain = c(max(0, value - half), min(1, value + half)),
            log = c(value * exp(-half / value), min(1, value * exp(half / value))),
            "log-log" = value^exp(c(1, -1) * half / (value * abs(log(value)))),
            logit = plogis(qlogis(value) + c(-1, 1) * half / (value * (1 - value))),
            arcsin = sin(pmin(pi / 2, pmax(0, asin(sqrt(value)) + c(-1, 1) * half / (2 * sqrt(value * (1 - value))))))^2)
          # Where everybody has had the event only rounding is left of the error.
          if (value > 1 - 1e-12 || error < 1e-12) limits <- c(value, value)
          setNames(limits, c("lower", "upper"))
        }
        incidence_error_sums <- function(x, fit) {
          at <- cmprsk::timepoints(fit, sort(unique(x$time)))
          value <- at$est["1 1", ]
          error <- sqrt(pmax(0, at$var["1 1", ]))
          limits <- mapply(incidence_limits, value[value > 0], error[value > 0])
          c("standard errors" = sum(error), lower = sum(limits[1, ]), upper = sum(limits[2, ]))
        }
        incidence_of <- function(x, time) {
          if (!any(x$cause == 1 & x$time <= time)) return(c(rate = 0, "standard error" = 0, patients = nrow(x), events = sum(x$cause == 1)))
          at <- cmprsk::timepoints(cmprsk::cuminc(x$time, x$cause), min(time, max(x$time)))
          c(rate = at$est["1 1", 1], "standard error" = sqrt(at$var["1 1", 1]), patients = nrow(x), events = sum(x$cause == 1))
        }
        crr_coefficient <- function(fit, index) {
          value <- unname(fit$coef[index])
          error <- sqrt(fit$var[index, index])
          x <- with_error("hazard ratio", value, error)
          x[1:3] <- exp(x[1:3])
          c(x, coefficient = value, z = value / error, p = 2 * pnorm(-abs(value / error)),
            "standard error of the model" = sqrt(fit$invinf[index, index]))
        }
        """#
}
