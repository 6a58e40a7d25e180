import Results
import StudyFiles

/// What a propensity score did, in R: its model, who was comparable, and the balance it left.
extension RReplication {
    /// Compares the score's model `propensity` of the candidates `m`.
    mutating func writeScore(_ summary: MatchedPopulation, _ plan: PropensityPlan, _ title: String) {
        compare("\(title): missing", "asked - nrow(m)", Double(summary.missing))
        let fit = summary.propensity
        guard !plan.usesFirth, fit.coefficients.allSatisfy({ !$0.isSeparated && $0.coefficient != nil }) else { return }
        add("fit <- propensity")
        let covariates = plan.covariates.map(\.value)
        writeNumbers(
            fit, "\(title): score",
            coefficients: fit.coefficients.map {
                $0.column.map { rTicks($0.parts[0].covariate) + ($0.parts[0].level ?? "") } ?? "(Intercept)"
            },
            terms: covariates.map { ($0, rTicks($0)) })
    }

    /// A name as R's formulas write it.
    private func rTicks(_ name: String) -> String {
        let plain = name.unicodeScalars.allSatisfy {
            $0 == "_" || $0 == "." || $0.properties.isAlphabetic || ("0"..."9").contains($0)
        }
        return plain && !(name.first?.isNumber ?? true) && name.first != "_" ? name : "`\(name)`"
    }

    /// Compares the balance of the candidates `m` with the weights `used`, 0 for who is not in the population.
    mutating func writeBalance(_ table: BalanceTable, _ summary: MatchedPopulation, _ title: String, pairs: String) {
        add(once: Self.balanceHelpers)
        let columns = balanceColumns(summary.covariates)
        for (name, rows, weights, pairs) in [
            ("before", table.before, "rep(1, nrow(m))", "NULL"), ("after", table.after, "used", pairs),
        ] {
            for row in rows {
                guard let code = columns[row.name] else { continue }
                compareAll(
                    "\(title): \(row.name) \(name)", "balance_row(\(code), treated, \(weights), \(pairs))",
                    [
                        ("mean of the treated", row.meanTreated), ("mean of the controls", row.meanControl),
                        ("difference", row.difference), ("variance ratio", row.varianceRatio),
                        ("mean distance", row.distributionMean), ("largest distance", row.distributionMaximum),
                        ("distance in pairs", row.pairDistance),
                    ])
            }
        }
        for (group, size) in [("treated", table.effectiveTreated), ("!treated", table.effectiveControl)] {
            compare(
                "\(title): effective size, \(group == "treated" ? "treated" : "controls")",
                "sum(used[\(group)])^2 / sum(used[\(group)]^2)", size)
        }
    }

    /// The columns of a balance table in R, by the names that they have here.
    private func balanceColumns(_ covariates: [String]) -> [String: String] {
        var columns: [String: String] = [:]
        for name in covariates {
            let values = "m[[\(rText(name))]]"
            guard let levels = levels(of: name) else {
                columns[name] = values
                continue
            }
            for level in levels { columns[name + level] = "as.numeric(\(values) == \(rText(level)))" }
        }
        return columns
    }

    /// Compares how the scores are spread in each arm.
    mutating func writeSpread(_ summary: MatchedPopulation, _ title: String) {
        add(once: Self.balanceHelpers)
        for scores in summary.scores {
            let group = scores.arm == summary.treated ? "treated" : "!treated"
            for (name, counts, weights) in [
                ("before", scores.before, "rep(1, nrow(m))"), ("after", scores.after, "used"),
            ] {
                compareAll(
                    "\(title): scores of \(scores.label) \(name)", "spread_of(score, \(group), \(weights), on_logit)",
                    counts.enumerated().map { ("bin \($0 + 1)", $1) })
            }
        }
    }

    static let balanceHelpers = #"""
        # Differences are divided by the root of the mean variance of all candidates.
        balance_row <- function(x, treated, w, pairs = NULL) {
          is_binary <- all(x %in% 0:1)
          spread <- function(x, w) {
            share <- w / sum(w)
            m <- sum(share * x)
            if (is_binary) m * (1 - m) else sum(share * (x - m)^2) / (1 - sum(share^2))
          }
          ones <- rep(1, length(x))
          divisor <- sqrt((spread(x[treated], ones[treated]) + spread(x[!treated], ones[!treated])) / 2)
          divided <- function(d) if (divisor > 0) d / divisor else if (d == 0) 0 else NA
          m1 <- weighted.mean(x[treated], w[treated]); m0 <- weighted.mean(x[!treated], w[!treated])
          at <- sort(unique(x))
          reached <- function(group) sapply(at, function(v) sum(w[group & x <= v]) / sum(w[group]))
          gaps <- abs(reached(treated) - reached(!treated))
          if (length(gaps) <= 2) gaps <- gaps[1]
          within <- if (is.null(pairs)) NA else divided(mean(abs(x[pairs[, 1]] - x[pairs[, 2]])))
          c("mean of the treated" = m1, "mean of the controls" = m0, difference = divided(m1 - m0),
            "variance ratio" = if (is_binary) NA else spread(x[treated], w[treated]) / spread(x[!treated], w[!treated]),
            "mean distance" = mean(gaps), "largest distance" = max(gaps), "distance in pairs" = within)
        }
        # Twenty bins of the probability.
        spread_of <- function(score, group, w, on_logit) {
          chance <- if (on_logit) plogis(score) else score
          bin <- pmin(20, findInterval(chance, (0:20) / 20))
          setNames(sapply(1:20, function(i) sum(w[group & bin == i])), paste("bin", 1:20))
        }
        pairs_of <- function(partners) {
          if (length(partners) == 0) return(NULL)
          do.call(rbind, lapply(names(partners), function(own) cbind(as.integer(own), partners[[own]])))
        }
        """#
}
