import Results

/// All numbers of a Cox model that R holds as `fit`.
extension RReplication {
    /// Compares what a model has beside its ratios and their limits; `names` are the terms and coefficients in R.
    mutating func writeNumbers(
        _ fit: CoxModelFit, _ title: String, coefficients names: [String], terms: [(ours: String, inR: String)]
    ) {
        add(once: Self.coxHelpers)
        var concordance = fit.concordance
        if fit.ties == .exact, fit.variance != .model {
            // R has no clusters with exact ties, and takes the records of the concordance for independent.
            leaveOut("\(title): the concordance's standard error by clusters, which R's coxph lacks with exact ties")
            (concordance.estimate.standardError, concordance.estimate.interval) = (nil, nil)
        }
        compareAll(
            title, "cox_numbers(fit)",
            [
                ("patients", Double(fit.n)), ("events", Double(fit.events)),
                ("events per coefficient", fit.eventsPerVariable),
                ("log-likelihood without covariates", fit.logLikelihoodNull), ("log-likelihood", fit.logLikelihood),
            ] + numbers("likelihood-ratio test", fit.likelihoodRatio) + numbers("Wald test", fit.wald)
                + numbers("score test", fit.score)
                // R's robust score is that of a model without the offset.
                + (options.offset == nil ? numbers("robust score test", fit.robustScore) : [])
                + [
                    ("concordance", concordance.estimate.value),
                    ("concordance, standard error", concordance.estimate.standardError),
                    ("concordance, lower", concordance.estimate.interval?.lower),
                    ("concordance, upper", concordance.estimate.interval?.upper),
                    ("concordant", concordance.concordant), ("discordant", concordance.discordant),
                    ("tied predictions", concordance.tiedPrediction), ("tied times", concordance.tiedTime),
                    ("tied in both", concordance.tiedBoth), ("concordance, patients", Double(concordance.estimate.n)),
                    ("concordance, events", concordance.estimate.events.map(Double.init)),
                ])
        for test in [fit.likelihoodRatio, fit.wald, fit.score] + [fit.robustScore].compactMap(\.self) {
            compareAll("\(title): \(test.method.rawValue)", "cox_numbers(fit)", counts(of: test))
        }
        for (coefficient, name) in zip(fit.coefficients, names) where coefficient.coefficient != nil {
            writeNumbers(coefficient, "\(title): \(coefficient.column.name)", name)
        }
        for term in fit.terms {
            guard let name = terms.first(where: { $0.ours == term.term })?.inR else { continue }
            compareAll(
                "\(title): \(term.term)", "cox_term_numbers(fit, \(rText(name)))",
                numbers("Wald test", term.wald) + numbers("likelihood-ratio test", term.likelihoodRatio)
                    + numbers("score test", term.score))
            for test in [term.wald] + [term.likelihoodRatio, term.score].compactMap(\.self) {
                compareAll("\(title): \(term.term), \(test.method.rawValue)", "cox_numbers(fit)", counts(of: test))
            }
        }
    }

    /// Compares a coefficient of `fit` with all that is told of it.
    mutating func writeNumbers(_ coefficient: CoxCoefficient, _ title: String, _ name: String) {
        add(once: Self.coxHelpers)
        compareAll(
            title, "cox_coefficient(fit, \(rText(name)))",
            [
                ("coefficient", coefficient.coefficient), ("standard error", coefficient.standardError),
                ("standard error of the model", coefficient.modelStandardError), ("z", coefficient.z),
                ("p", coefficient.pValue), ("patients", Double(coefficient.hazardRatio.n)),
                ("events", coefficient.hazardRatio.events.map(Double.init)),
            ])
    }

    /// Compares the test of proportional hazards of `fit`.
    mutating func write(
        _ test: ProportionalHazardsResult, _ title: String, terms: [(ours: String, inR: String)]
    ) {
        add(once: Self.coxHelpers)
        add("zph <- hazards_test(fit, \(rText(test.transform)))")
        for (name, result) in terms.compactMap({ pair in
            test.terms.first { $0.name == pair.ours }.map { (pair.inR, $0.test) }
        }) + [("GLOBAL", test.global)] where result.statistic != nil {
            compareAll(
                "\(title): proportional hazards, \(name == "GLOBAL" ? "global" : name)",
                "c(hazards_row(zph, \(rText(name))), cox_numbers(fit)[c(\"patients\", \"events\")])",
                numbers("test", result) + counts(of: result), tolerance: 1e-5)
        }
    }

    static let coxHelpers = #"""
        # The rows of a model's data in which every covariate is known.
        # A factor of which one level is left is a constant, which R's models refuse as a factor; a number that never varies
        # they find out only where it is 0.
        known <- function(x) {
          x <- x[complete.cases(x[!(names(x) %in% c("weight", "set"))]), , drop = FALSE]
          own <- grep("^([va][0-9]+|stratum[0-9]+|g[0-9]+)$", names(x), value = TRUE)
          x[own] <- lapply(x[own], function(v) if (length(unique(v)) < 2) rep(0, length(v)) else v)
          x
        }
        cox_numbers <- function(fit) {
          df <- sum(!is.na(coef(fit)))
          pairs <- unname(fit$concordance)
          half <- qnorm((1 + level) / 2) * pairs[7]
          c(patients = fit$n, events = fit$nevent, "events per coefficient" = fit$nevent / df,
            "log-likelihood without covariates" = fit$loglik[1], "log-likelihood" = fit$loglik[2],
            chi_squared("likelihood-ratio test", 2 * diff(fit$loglik), df), chi_squared("Wald test", fit$wald.test, df),
            chi_squared("score test", fit$score, df),
            if (!is.null(fit$rscore)) chi_squared("robust score test", fit$rscore, df),
            concordance = pairs[6], "concordance, standard error" = pairs[7], "concordance, lower" = max(0, pairs[6] - half),
            "concordance, upper" = min(1, pairs[6] + half), concordant = pairs[1], discordant = pairs[2],
            "tied predictions" = pairs[3], "tied times" = pairs[4], "tied in both" = pairs[5],
            "concordance, patients" = fit$n, "concordance, events" = fit$nevent)
        }
        cox_coefficient <- function(fit, term) {
          value <- coef(fit)[[term]]
          place <- match(term, names(coef(fit)))
          error <- sqrt(fit$var[place, place])
          c(coefficient = value, "standard error" = error,
            "standard error of the model" = if (!is.null(fit$naive.var)) sqrt(fit$naive.var[place, place]),
            z = value / error, p = 2 * pnorm(-abs(value / error)), patients = fit$n, events = fit$nevent)
        }
        # A term tested by its coefficients, by the model without it, and by that model's score.
        cox_term_numbers <- function(fit, term) {
          own <- fit$assign[[term]]
          own <- own[!is.na(coef(fit)[own])]
          value <- coef(fit)[own]
          wald <- chi_squared("Wald test", drop(value %*% solve(fit$var[own, own, drop = FALSE], value)), length(own))
          # A main effect that is in an interaction has no other test.
          products <- grep(":", attr(terms(fit), "term.labels"), value = TRUE)
          if (term %in% unlist(strsplit(products, ":"))) return(wald)
          smaller <- update(fit, as.formula(paste(". ~ . -", term)))
          start <- setNames(numeric(length(coef(fit))), names(coef(fit)))
          start[names(coef(smaller))] <- ifelse(is.na(coef(smaller)), 0, coef(smaller))
          df <- sum(!is.na(coef(fit))) - sum(!is.na(coef(smaller)))
          score <- suppressWarnings(update(fit, init = start, control = coxph.control(iter.max = 0)))$score
          c(wald, chi_squared("likelihood-ratio test", 2 * (tail(fit$loglik, 1) - tail(smaller$loglik, 1)), df),
            chi_squared("score test", score, df))
        }
        hazards_test <- function(fit, transform) tryCatch(cox.zph(fit, transform)$table, error = function(e) NULL)
        hazards_row <- function(table, name) {
          if (is.null(table)) return(NULL)
          setNames(table[name, ], c("test", "test, degrees of freedom", "test, p"))
        }
        """#
}
