# Tests and estimates of contingency tables and proportions.
source(file.path(dirname(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))), "..", "reference.R"))

counts <- function(args) matrix(unlist(args$table), nrow = length(args$table), byrow = TRUE)

htest <- function(t, ...) {
  result <- list(p = unname(t$p.value), statistic = unname(t$statistic))
  if (!is.null(t$parameter)) result$df <- I(unname(t$parameter))
  if (!is.null(t$estimate)) result$estimate <- I(unname(t$estimate))
  if (!is.null(t$conf.int)) result$ci <- I(as.vector(t$conf.int))
  result$method <- t$method
  result
}

chisq <- function(args, data, case) {
  t <- suppressWarnings(chisq.test(counts(args), correct = args$correct))
  list(
    p = t$p.value, statistic = unname(t$statistic), df = I(unname(t$parameter)), method = trimws(t$method),
    expected = t$expected, min_expected = min(t$expected), residuals = t$residuals, stdres = t$stdres)
}

fisher <- function(args, data, case) {
  tab <- counts(args)
  if (is.null(args$alternative)) {
    t <- tryCatch(fisher.test(tab, workspace = 2e8), error = function(e) conditionMessage(e))
    if (is.character(t)) return(list(error = t))
    return(list(p = t$p.value, method = t$method))
  }
  t <- fisher.test(tab, alternative = args$alternative)
  list(p = t$p.value, estimate = I(unname(t$estimate)), ci = I(as.vector(t$conf.int)), method = t$method)
}

prop_diff <- function(args, data, case) {
  tab <- counts(args)
  test <- function(correct) htest(suppressWarnings(prop.test(tab[1, ], colSums(tab), correct = correct)))
  list(plain = test(FALSE), corrected = test(TRUE))
}

binom_ci <- function(args, data, case) {
  ci <- function(t) I(as.vector(suppressWarnings(t)$conf.int))
  list(
    clopper_pearson = ci(binom.test(args$x, args$n)), wilson = ci(prop.test(args$x, args$n, correct = FALSE)),
    wilson_cc = ci(prop.test(args$x, args$n)), p_half = binom.test(args$x, args$n)$p.value)
}

mantelhaen <- function(args, data, case) {
  variables <- c(setdiff(names(data), c("Freq", args$strata)), args$strata)
  for (name in variables) data[[name]] <- factor(data[[name]], levels = unique(data[[name]]))
  tab <- xtabs(reformulate(variables, "Freq"), data)
  list(
    corrected = htest(mantelhaen.test(tab)), plain = htest(mantelhaen.test(tab, correct = FALSE)),
    exact = htest(mantelhaen.test(tab, exact = TRUE)))
}

mcnemar <- function(args, data, case) {
  tab <- counts(args)
  result <- list(corrected = htest(mcnemar.test(tab)), plain = htest(mcnemar.test(tab, correct = FALSE)))
  if (nrow(tab) == 2) result$exact <- htest(binom.test(tab[1, 2], tab[1, 2] + tab[2, 1]))[c("p", "statistic", "method")]
  result
}

# Newcombe's methods 1 and 10 (Stat Med 1998;17:2635-2650) by his formulas; Wilson's limits are prop.test's. The second
# answer less the first.
paired_difference <- function(args, data, case) {
  tab <- counts(args)
  n <- sum(tab)
  wilson <- function(x) suppressWarnings(prop.test(x, n, correct = FALSE))$conf.int
  first <- wilson(sum(tab[1, ])) - sum(tab[1, ]) / n
  second <- wilson(sum(tab[, 1])) - sum(tab[, 1]) / n
  margins <- prod(rowSums(tab), colSums(tab))
  product <- tab[1, 1] * tab[2, 2] - tab[1, 2] * tab[2, 1]
  phi <- if (margins == 0) 0 else (if (product > 0) max(product - n / 2, 0) else product) / sqrt(margins)
  estimate <- (tab[2, 1] - tab[1, 2]) / n
  reach <- function(a, b) sqrt(a^2 - 2 * phi * a * b + b^2)
  error <- sqrt((tab[1, 2] + tab[2, 1]) / n - estimate^2) / sqrt(n)
  list(
    estimate = estimate,
    newcombe = pmin(pmax(estimate + c(-1, 1) * c(reach(-second[1], first[2]), reach(second[2], -first[1])), -1), 1),
    wald = pmin(pmax(estimate + c(-1, 1) * qnorm(0.975) * error, -1), 1))
}

rerun(here(), list(
  chisq = chisq, fisher = fisher, prop_diff = prop_diff, binom_ci = binom_ci, mantelhaen = mantelhaen,
  mcnemar = mcnemar, paired_difference = paired_difference))
