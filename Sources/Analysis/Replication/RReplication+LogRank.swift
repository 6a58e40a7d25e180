import Results
import StudyFiles

/// Log-rank tests in R by their definition, because `survdiff` knows neither late entry nor weights other than its own.
extension RReplication {
    mutating func writeTests(_ comparison: SurvivalComparison, _ endpoint: Endpoint) {
        let isStratified = !endpoint.strata.isEmpty
        let further =
            (isStratified ? ["log_rank(s, stratum = \(strata(of: endpoint)))"] : []) + endpoint.tests.map(rGroupTest)
        let tests: [TestResult?] = [comparison.logRank] + comparison.furtherTests
        for (test, code) in zip(tests, ["log_rank(s)"] + further) {
            guard let test, test.statistic != nil else { continue }
            add(once: Self.logRankHelper)
            compareAll(
                "\(comparison.id): \(test.method.rawValue)", code,
                numbers("statistic", test) + counts(of: test))
        }
        // R's own function where it answers.
        guard endpoint.entry == nil, let test = comparison.logRank, let statistic = test.statistic else { return }
        compare(
            "\(comparison.id): log-rank chi-squared", "survdiff(Surv(time, event) ~ group, data = s)$chisq", statistic)
    }

    /// Each record's stratum, missing where it lacks the level of one variable.
    private func strata(of endpoint: Endpoint) -> String {
        let columns = endpoint.strata.map { selected($0.value) }
        return "interaction(\(columns.joined(separator: ", ")))"
    }

    private func rGroupTest(_ test: Endpoint.GroupTest) -> String {
        switch test {
        case .gehanBreslow: "log_rank(s, function(survival, n) n)"
        case .taroneWare: "log_rank(s, function(survival, n) sqrt(n))"
        case .flemingHarrington(let rho, let gamma):
            "log_rank(s, function(survival, n) survival^\(rNumber(rho)) * (1 - survival)^\(rNumber(gamma)))"
        case .trend: "log_rank(s, trend = TRUE)"
        }
    }

    private static let logRankHelper = #"""
        # The log-rank test of groups. At each time of an event the events of a group are set against their expectation among
        # those at risk, who are under observation since before; differences count by the weight of the time.
        log_rank <- function(x, weight = function(survival, n) 1, stratum = NULL, trend = FALSE) {
          if (!is.null(stratum)) { x <- x[!is.na(stratum), ]; stratum <- stratum[!is.na(stratum)] }
          # Times that differ by rounding only are one time to survival's functions.
          y <- aeqSurv(if (is.null(x[["entry"]])) Surv(x$time, x$event) else Surv(x$entry, x$time, x$event))
          time <- y[, ncol(y) - 1]
          entry <- if (is.null(x[["entry"]])) rep(-Inf, nrow(x)) else y[, 1]
          event <- y[, "status"] == 1
          k <- nlevels(x$group)
          observed <- expected <- numeric(k)
          variance <- matrix(0, k, k)
          for (own in split(seq_len(nrow(x)), if (is.null(stratum)) rep(1, nrow(x)) else as.character(stratum))) {
            survival <- 1
            for (at in sort(unique(time[own][event[own]]))) {
              risk <- own[entry[own] < at & time[own] >= at]
              n <- length(risk)
              share <- tabulate(x$group[risk], k) / n
              count <- tabulate(x$group[risk][time[risk] == at & event[risk]], k)
              d <- sum(count)
              w <- weight(survival, n)
              observed <- observed + w * count
              expected <- expected + w * d * share
              if (n > 1) variance <- variance + w^2 * d * (n - d) / (n - 1) * (diag(share, k) - outer(share, share))
              survival <- survival * (1 - d / n)
            }
          }
          gap <- observed - expected
          if (trend) {
            score <- seq_len(k)
            statistic <- sum(score * gap)^2 / drop(score %*% variance %*% score)
            df <- 1
          } else {
            kept <- which(expected > 0)[-1]
            statistic <- drop(gap[kept] %*% solve(variance[kept, kept], gap[kept]))
            df <- length(kept)
          }
          c(chi_squared("statistic", statistic, df), patients = nrow(x), events = sum(x$event))
        }
        """#
}
