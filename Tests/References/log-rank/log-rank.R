# The log-rank test and its G-rho relatives, with and without strata.
source(file.path(dirname(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))), "..", "reference.R"))

logrank <- function(args, data, case) {
  values <- group_levels(data[[args$group]], case$result$groups)
  data$g <- factor(as.character(data[[args$group]]), levels = values)
  data$t <- data[[args$time]]
  data$d <- data[[args$event]] == args$event_value
  formula <- Surv(t, d) ~ g
  if (!is.null(args$strata)) {
    data$s <- data[[args$strata]]
    formula <- Surv(t, d) ~ g + strata(s)
  }
  fit <- suppressWarnings(survdiff(formula, data, rho = args$rho))
  stratified <- is.matrix(fit$obs)
  sums <- function(x) I(unname(if (stratified) rowSums(x) else x))
  df <- sum((if (stratified) rowSums(fit$exp) else fit$exp) > 0) - 1
  list(
    groups = I(paste0(args$group, "=", values)), n = I(as.vector(table(data$g))), obs = sums(fit$obs),
    exp = sums(fit$exp), obs_by_stratum = if (stratified) unname(fit$obs), exp_by_stratum = if (stratified) unname(fit$exp),
    var = unname(fit$var), chisq = fit$chisq, df = df, p = suppressWarnings(pchisq(fit$chisq, df, lower.tail = FALSE)))
}

rerun(here(), list(logrank = logrank))
