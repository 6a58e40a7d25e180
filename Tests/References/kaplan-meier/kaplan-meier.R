# Kaplan–Meier curves, their intervals and quantiles, survival at times, restricted means of single curves.
source(file.path(dirname(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))), "..", "reference.R"))

surv <- function(args, data) {
  event <- data[[args$event]] == args$event_value
  if (is.null(args$start)) Surv(data[[args$time]], event) else Surv(data[[args$start]], data[[args$time]], event)
}

km <- function(args, data, case) {
  y <- surv(args, data)
  labels <- unlist(case$result$strata)
  if (is.null(args$group)) {
    g <- factor(rep("All", nrow(data)))
    labels <- "All"
  } else {
    values <- group_levels(data[[args$group]], labels)
    g <- factor(as.character(data[[args$group]]), levels = values)
    labels <- paste0(args$group, "=", values)
  }
  transforms <- if (is.null(args$transforms)) c("log", "log-log", "plain") else args$transforms
  probs <- c(0.25, 0.5, 0.75)
  groups <- levels(g)
  # Ties that rounding hides are found in all groups together.
  y <- aeqSurv(y)
  fit <- function(group, type = "log") survfit(y[g == group, ] ~ 1, conf.type = type)
  fits <- lapply(groups, fit)
  curve <- lapply(fits, function(f) {
    lapply(unclass(f)[c("time", "n.risk", "n.event", "n.censor", "surv", "std.err", "cumhaz", "std.chaz")], I)
  })
  ci <- lapply(setNames(transforms, transforms), function(type) {
    fits <- lapply(groups, fit, type = type)
    q <- lapply(fits, quantile, probs = probs)
    list(
      lower = lapply(fits, function(f) I(f$lower)), upper = lapply(fits, function(f) I(f$upper)),
      quantile = lapply(q, function(v) I(unname(v$quantile))),
      quantile_lower = lapply(q, function(v) I(unname(v$lower))),
      quantile_upper = lapply(q, function(v) I(unname(v$upper))))
  })
  mean_to <- function(tau) {
    tables <- mapply(function(f, t) survival:::survmean(survfit0(f), rmean = t)$matrix, fits, tau)
    list(rmean = I(unname(tables["rmean", ])), se = I(unname(tables["se(rmean)", ])))
  }
  last <- vapply(fits, function(f) max(f$time), 0)
  at <- lapply(setNames(transforms, transforms), function(type) {
    rows <- lapply(groups, function(group) summary(fit(group, type), times = args$times, extend = TRUE))
    pick <- function(name) I(unlist(lapply(rows, `[[`, name)))
    c(list(strata = I(rep(labels, each = length(args$times)))),
      sapply(c("time", "n.risk", "n.event", "surv", "std.err", "lower", "upper"), pick, simplify = FALSE))
  })
  result <- list(
    strata = I(labels), n = I(as.vector(table(g))), curve = curve, ci = ci, probs = I(probs),
    rmean_common = mean_to(max(last)), rmean_individual = mean_to(last))
  if (!is.null(args$tau)) result$rmean_tau <- c(list(tau = args$tau), mean_to(args$tau))
  if (!is.null(args$times)) result$at <- at
  result
}

km_weighted <- function(args, data, case) {
  f <- survfit(Surv(data[[args$time]], data[[args$event]]) ~ 1, weights = data[[args$weights]])
  lapply(unclass(f)[c("time", "n.risk", "n.event", "surv", "std.err")], I)
}

# A negative time is no error.
error <- function(args, data, case) {
  f <- survfit(Surv(data$t, data$e) ~ 1)
  list(time = I(f$time), surv = I(f$surv))
}

rerun(here(), list(km = km, km_weighted = km_weighted, error = error))
