import Results
import StudyFiles

/// Cumulative incidences with late entry in R, which survival computes alone.
extension RReplication {
    /// Standard errors and limits of incidences with late entry, of which `fit` is the curve.
    mutating func writeLateErrors(
        _ group: IncidenceGroup, _ measured: [LandmarkRate], _ title: String, unit: TimeUnit
    ) {
        for rate in measured {
            let at = "late_incidence_at(fit, \(rNumber(rate.time)) * \(rNumber(unit.days)))"
            compareAll(
                "\(title): incidence at \(rNumber(rate.time))",
                "c(\(at), incidence_limits(\(at)[[\"incidence\"]], \(at)[[\"standard error\"]]))",
                [
                    ("standard error", rate.estimate.standardError), ("lower", rate.estimate.interval?.lower),
                    ("upper", rate.estimate.interval?.upper),
                ])
        }
        compareAll(
            "\(title): curve", "late_error_sums(x, fit)",
            [
                ("standard errors", sum(group.curve.standardError)), ("lower", sum(group.curve.lower)),
                ("upper", sum(group.curve.upper)),
            ])
    }

    static let lateEntryHelpers = #"""
        # The incidence with late entry: who enters at a time is at risk after it.
        late_incidence <- function(x) {
          x <- data.frame(entry = x$entry, time = x$time, cause = factor(x$cause, 0:2), id = seq_len(nrow(x)))
          survfit(Surv(entry, time, cause) ~ 1, data = x, id = id)
        }
        late_incidence_at <- function(fit, time) {
          place <- sum(fit$time <= time)
          if (place == 0) return(c(incidence = 0, "standard error" = 0))
          own <- fit$states == "1"
          c(incidence = fit$pstate[place, own], "standard error" = fit$std.err[place, own])
        }
        at_risk_next <- function(x, time) {
          at <- c(sort(x$time[x$time >= time]), Inf)[1]
          sum(x$entry < at & x$time >= at)
        }
        late_error_sums <- function(x, fit) {
          at <- sapply(sort(unique(x$time)), function(time) late_incidence_at(fit, time))
          some <- at["incidence", ] > 0
          limits <- mapply(incidence_limits, at["incidence", some], at["standard error", some])
          c("standard errors" = sum(at["standard error", ]), lower = sum(limits[1, ]), upper = sum(limits[2, ]))
        }
        late_incidence_of <- function(x, time) {
          at <- late_incidence_at(late_incidence(x), time)
          c(rate = at[["incidence"]], "standard error" = at[["standard error"]], patients = nrow(x), events = sum(x$cause == 1))
        }
        """#
}
