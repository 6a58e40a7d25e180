import Results

/// All numbers of a logistic model that R holds as `fit`.
extension RReplication {
    /// Compares a model; `names` are its coefficients in R and `terms` the columns of its data.
    mutating func writeNumbers(
        _ fit: LogisticModelFit, _ title: String, coefficients names: [String], terms: [(ours: String, inR: String)]
    ) {
        add(once: Self.logisticHelpers)
        let area = fit.areaUnderCurve
        compareAll(
            title, "logistic_numbers(fit)",
            [
                ("patients", Double(fit.n)), ("outcomes", fit.outcomes), ("trials", fit.trials),
                ("log-likelihood", fit.logLikelihood), ("deviance", fit.deviance), ("null deviance", fit.nullDeviance),
                ("Akaike", fit.akaike),
            ])
        compareAll(
            "\(title): area under the curve", "area_under_curve(fitted(fit), fit$y)", numbers("area", area))
        for (coefficient, name) in zip(fit.coefficients, names) where coefficient.coefficient != nil {
            compareAll(
                "\(title): \(coefficient.name)", "logistic_coefficient(fit, \(rText(name)))",
                [
                    ("coefficient", coefficient.coefficient), ("z", coefficient.z), ("p", coefficient.pValue),
                ] + numbers("odds ratio", coefficient.oddsRatio)
                    + [("standard error", coefficient.standardError)]
                    + [
                        ("profile, lower", coefficient.profileInterval?.lower),
                        ("profile, upper", coefficient.profileInterval?.upper),
                    ])
        }
        for term in fit.terms {
            guard let name = terms.first(where: { $0.ours == term.term })?.inR else { continue }
            compareAll(
                "\(title): \(term.term)", "logistic_term(fit, \(rText(name)))",
                numbers("Wald test", term.wald) + numbers("likelihood-ratio test", term.likelihoodRatio))
            for test in [term.wald] + [term.likelihoodRatio].compactMap(\.self) {
                compareAll(
                    "\(title): \(term.term), \(test.method.rawValue)",
                    "c(patients = length(fit$y), events = sum(fit$y))", counts(of: test))
            }
        }
    }

    static let logisticHelpers = #"""
        logistic_numbers <- function(fit) {
          c(patients = length(fit$y), outcomes = sum(fit$y), trials = length(fit$y), "log-likelihood" = as.numeric(logLik(fit)),
            deviance = deviance(fit), "null deviance" = fit$null.deviance, Akaike = AIC(fit))
        }
        # The chance that who has the outcome has the higher score, with DeLong's variance.
        area_under_curve <- function(score, outcome) {
          score <- signif(score, 12)
          higher <- outer(score[outcome == 1], score[outcome == 0], function(a, b) (a > b) + (a == b) / 2)
          error <- sqrt(var(rowMeans(higher)) / nrow(higher) + var(colMeans(higher)) / ncol(higher))
          x <- with_error("area", mean(higher), error)
          x["lower"] <- max(0, x["lower"]); x["upper"] <- min(1, x["upper"])
          c(x, patients = length(score), events = sum(outcome))
        }
        # An interval of all values that the likelihood-ratio test does not reject.
        profile_limits <- function(fit, place) {
          columns <- model.matrix(fit)
          apart <- function(b) {
            rest <- glm.fit(columns[, -place, drop = FALSE], fit$y, offset = columns[, place] * b, family = binomial(),
                            control = list(epsilon = 1e-13, maxit = 100))
            rest$deviance - deviance(fit) - qchisq(level, 1)
          }
          value <- coef(fit)[place]
          step <- sqrt(vcov(fit)[place, place])
          limit <- function(sign) {
            far <- 2
            while (suppressWarnings(apart(value + sign * far * step)) < 0 && far < 1000) far <- far * 2
            exp(suppressWarnings(uniroot(apart, sort(value + sign * c(0, far) * step), tol = 1e-11))$root)
          }
          c("profile, lower" = limit(-1), "profile, upper" = limit(1))
        }
        logistic_coefficient <- function(fit, name) {
          row <- summary(fit)$coefficients[name, ]
          x <- with_error("odds ratio", row[[1]], row[[2]])
          x[1:3] <- exp(x[1:3])
          c(x, coefficient = row[[1]], z = row[[3]], p = row[[4]], patients = length(fit$y), events = sum(fit$y),
            profile_limits(fit, match(name, names(coef(fit)))))
        }
        logistic_term <- function(fit, term) {
          own <- which(attr(model.matrix(fit), "assign") == match(term, attr(terms(fit), "term.labels")))
          own <- own[!is.na(coef(fit)[own])]
          value <- coef(fit)[own]
          columns <- model.matrix(fit)[, setdiff(which(!is.na(coef(fit))), own), drop = FALSE]
          smaller <- glm.fit(columns, fit$y, family = binomial(), control = list(epsilon = 1e-13, maxit = 100))
          c(chi_squared("Wald test", drop(value %*% solve(vcov(fit)[own, own, drop = FALSE], value)), length(own)),
            chi_squared("likelihood-ratio test", smaller$deviance - deviance(fit), fit$rank - smaller$rank))
        }
        """#
}
