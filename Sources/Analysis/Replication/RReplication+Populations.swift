import CohortBuilding
import Results
import StudyFiles

/// Populations in R: by a condition, matched and weighted.
extension RReplication {
    mutating func writePopulations() {
        add("# Populations")
        if study.populations.contains(where: { $0.propensity != nil }) { add(Self.matchingHelpers) }
        add("populations <- list(); candidates <- list()")
        add("populations[[\"all\"]] <- d")
        for population in study.populations {
            let name = rText(population.name.value)
            let condition = population.condition.map { "\($0.inR(isNumber: isNumber)) %in% TRUE" }
            if let condition { add("populations[[\(name)]] <- d[\(condition), , drop = FALSE]") }
            guard let plan = population.propensity else { continue }
            add("m <- \(condition == nil ? "d" : "populations[[\(name)]]"); asked <- nrow(m)")
            write(plan, of: population, as: name)
        }
        writeCohort()
        add("")
    }

    /// Whether this script makes a population, so that what rests on it can be computed.
    func canRepeat(_ population: String) -> Bool {
        guard let plan = study.populations.first(where: { $0.name.value == population })?.propensity else {
            return true
        }
        return canRepeat(plan)
            && results.matchings.contains {
                $0.id == population && ($0.propensity.n > 0 && (plan.usesFirth || !isSeparated($0)))
            }
    }

    /// Whether the score does not exist: then nobody is in the population.
    private func isSeparated(_ summary: MatchedPopulation) -> Bool {
        summary.propensity.coefficients.contains(where: \.isSeparated)
    }

    private func canRepeat(_ plan: PropensityPlan) -> Bool {
        cohort.arms?.levels.count == 2
            && plan.covariates.allSatisfy {
                levels(of: $0.value) != nil || (isNumber($0.value) && !isBeyondR($0.value))
            }
    }

    /// Whether the records of a population have weights or partners, as columns `weight ` and `set `.
    func isMatchedOrWeighted(_ population: String) -> Bool {
        study.populations.contains { $0.name.value == population && $0.propensity != nil }
    }

    /// Matching by hand, so that the rule for ties is ours: of two partners at the same distance the earlier patient.
    private mutating func write(_ plan: PropensityPlan, of population: Population, as name: String) {
        guard canRepeat(population.name.value), let arms = cohort.arms,
            let summary = results.matchings.first(where: { $0.id == population.name.value })
        else {
            let isExtreme = plan.covariates.contains { isBeyondR($0.value) }
            let reason =
                isExtreme ? "a covariate of which has values of an extreme size" : "which has no score of two arms"
            return leaveOut("population \(population.name.value), \(reason)")
        }
        var exact: [String] = []
        if case .matching(let matching) = plan.use { exact = matching.exact.map(\.value) }
        let covariates = plan.covariates.map(\.value)
        let needed = ["arm "] + covariates + exact.filter { !covariates.contains($0) }
        add("m <- m[complete.cases(m[\(rTexts(needed))]), , drop = FALSE]")
        add("treated <- m[[\"arm \"]] == \(rText(arms.levels[1 - cohort.referenceArm].id))")
        // No covariate can have a name that ends in a space.
        add("design <- data.frame(\"treated \" = treated, m[\(rTexts(covariates))], check.names = FALSE)")
        for name in covariates {
            guard let reference = reference(of: name), levels(of: name)?.first != reference else { continue }
            add("design[[\(rText(name))]] <- relevel(design[[\(rText(name))]], \(rText(reference)))")
        }
        // A constant, which R's models refuse as a factor.
        add("design[] <- lapply(design, function(v) if (length(unique(v)) < 2) rep(0, length(v)) else v)")
        add("candidates[[\(name)]] <- m")
        // Scores that differ by rounding only are equal.
        if plan.usesFirth {
            needFirth()
            add("columns <- model.matrix(`treated ` ~ ., design)")
            add("score <- signif(drop(columns %*% firth_score(columns, treated)), 9)")
        } else {
            add(
                "propensity <- glm(`treated ` ~ ., data = design, family = binomial, control = list(epsilon = 1e-14, maxit = 100))"
            )
            add("score <- signif(predict(propensity), 9)")
        }
        writeScore(summary, plan, population.label)
        switch plan.use {
        case .matching(let matching): write(matching, of: population, summary, as: name)
        case .weighting(let target): write(target, of: population, summary, as: name)
        }
    }

    private mutating func write(
        _ matching: PropensityPlan.Matching, of population: Population, _ summary: MatchedPopulation, as name: String
    ) {
        add("on_logit <- \(matching.scale == .probability ? "FALSE" : "TRUE")")
        if matching.scale == .probability { add("score <- signif(plogis(score), 9)") }
        add("width <- \(matching.caliper.map { "\(rNumber($0.value)) * sd(score)" } ?? "Inf")")
        let strata = matching.exact.map { "m[[\(rText($0.value))]]" }.joined(separator: ", ")
        let stratum = matching.exact.isEmpty ? "rep(1, nrow(m))" : "as.character(interaction(\(strata)))"
        add("stratum <- \(stratum)")
        // Where partners may be taken again the nearest ones are optimal already.
        if matching.method == .optimal, !matching.withReplacement {
            add("partners <- match_optimal(score, treated, stratum, \(matching.ratio), width)")
        } else {
            let again = matching.withReplacement ? "TRUE" : "FALSE"
            add(
                "partners <- match_nearest(score, treated, stratum, \(rText(matching.order.rawValue)), \(matching.ratio), width, \(again))"
            )
        }
        add("populations[[\(name)]] <- matched(m, partners)")
        add("used <- weights_of(m, partners)$weight")
        add(once: Self.balanceHelpers)
        add("pairs <- pairs_of(partners)")
        guard let made = summary.matching else { return }
        let title = population.label
        compareAll(
            title, "matching_numbers(score, treated, partners, width)",
            [
                ("treated", Double(made.treated)), ("controls", Double(made.controls)),
                ("matched treated patients", Double(made.matchedTreated)),
                ("matched controls", Double(made.matchedControls)), ("sets", Double(made.sets)),
                ("caliper", made.caliperWidth), ("distances, summed", made.totalDistance),
                ("largest distance", made.largestDistance),
            ])
        writeBalance(summary.balance, summary, title, pairs: "pairs")
        if made.balance != summary.balance { writeBalance(made.balance, summary, "\(title), matched", pairs: "pairs") }
        writeSpread(summary, title)
    }

    private mutating func write(
        _ target: PropensityPlan.Target, of population: Population, _ summary: MatchedPopulation, as name: String
    ) {
        let weight =
            switch target {
            case .all: "ifelse(treated, 1 / e, 1 / (1 - e))"
            case .treated: "ifelse(treated, 1, e / (1 - e))"
            case .overlap: "ifelse(treated, 1 - e, e)"
            }
        add("e <- \(summary.propensity.coefficients.isEmpty ? "NA" : "plogis(score)")")
        add("m[[\"weight \"]] <- \(weight); m[[\"set \"]] <- NA")
        add("populations[[\(name)]] <- m")
        add("used <- m[[\"weight \"]]; on_logit <- TRUE")
        writeBalance(summary.balance, summary, population.label, pairs: "NULL")
        writeSpread(summary, population.label)
    }

    private static let matchingHelpers = #"""
        # Each unit's partners by row: of two at the same distance the earlier; every unit gets one before any gets a second.
        match_nearest <- function(score, treated, stratum, order, ratio, width, again) {
          units <- which(treated)
          if (order == "largest") units <- units[order(-score[units])]
          if (order == "smallest") units <- units[order(score[units])]
          free <- !treated
          partners <- list()
          for (turn in seq_len(ratio)) {
            met <- integer()
            for (unit in units) {
              own <- as.character(unit)
              open <- free & stratum == stratum[unit]
              open[partners[[own]]] <- FALSE
              distance <- ifelse(open, abs(score - score[unit]), Inf)
              nearest <- which(distance <= min(distance) + 1e-7 & is.finite(distance))[1]
              if (is.na(nearest) || distance[nearest] > width) next
              if (!again) free[nearest] <- FALSE
              partners[[own]] <- c(partners[[own]], nearest)
              met <- c(met, unit)
            }
            units <- met
          }
          partners
        }
        # As many pairs as possible, then the smallest sum of distances: in ascending order of the score no two pairs cross.
        match_optimal <- function(score, treated, stratum, ratio, width) {
          partners <- list()
          for (rows in split(seq_along(score), stratum)) {
            rows <- rows[order(score[rows])]
            units <- rep(rows[treated[rows]], each = ratio)
            others <- rows[!treated[rows]]
            pairs <- matrix(0, length(units) + 1, length(others) + 1)
            total <- pairs
            choice <- pairs
            for (i in seq_along(units)) for (j in seq_along(others)) {
              without <- pairs[i + 1, j] > pairs[i, j + 1] ||
                (pairs[i + 1, j] == pairs[i, j + 1] && total[i + 1, j] <= total[i, j + 1])
              from <- if (without) c(i + 1, j) else c(i, j + 1)
              best <- c(pairs[from[1], from[2]], total[from[1], from[2]], if (without) 1 else 0)
              distance <- abs(score[units[i]] - score[others[j]])
              both <- c(pairs[i, j] + 1, total[i, j] + distance, 2)
              if (distance <= width && (both[1] > best[1] || (both[1] == best[1] && both[2] < best[2]))) best <- both
              pairs[i + 1, j + 1] <- best[1]; total[i + 1, j + 1] <- best[2]; choice[i + 1, j + 1] <- best[3]
            }
            i <- length(units); j <- length(others)
            while (i > 0 && j > 0) {
              if (choice[i + 1, j + 1] == 2) {
                own <- as.character(units[i])
                partners[[own]] <- c(partners[[own]], others[j])
                i <- i - 1; j <- j - 1
              } else if (choice[i + 1, j + 1] == 1) j <- j - 1 else i <- i - 1
            }
          }
          partners
        }
        # Units count 1, their partners together as much, with a mean of 1; nobody else counts.
        weights_of <- function(m, partners) {
          weight <- numeric(nrow(m))
          set <- rep(NA_integer_, nrow(m))
          for (own in names(partners)) {
            unit <- as.integer(own)
            weight[unit] <- 1
            weight[partners[[own]]] <- weight[partners[[own]]] + 1 / length(partners[[own]])
            set[c(unit, partners[[own]])] <- unit
          }
          taken <- unique(unlist(partners))
          weight[taken] <- weight[taken] / mean(weight[taken])
          list(weight = weight, set = set)
        }
        # The matched patients in their order.
        matched <- function(m, partners) {
          made <- weights_of(m, partners)
          m[["weight "]] <- made$weight
          m[["set "]] <- made$set
          m[made$weight > 0, , drop = FALSE]
        }
        matching_numbers <- function(score, treated, partners, width) {
          far <- unlist(lapply(names(partners), function(own) abs(score[as.integer(own)] - score[partners[[own]]])))
          c(treated = sum(treated), controls = sum(!treated), "matched treated patients" = length(partners),
            "matched controls" = length(unique(unlist(partners))), sets = length(partners), caliper = width,
            "distances, summed" = sum(far), "largest distance" = suppressWarnings(max(far)))
        }
        """#
}
