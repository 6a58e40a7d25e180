# Reruns the Cox references and reports the largest difference of each quantity from what is stored.
# Usage, from the repository's root: Rscript Tests/References/cox/cox.R
# Needs survival and jsonlite; cox_firth needs coxphf, rmst_adjusted survRM2, and each is left out where its package is.
# Residuals and baseline hazards of some cases of the larger data sets were left out of the files to keep them small.
source("Tests/References/compare.R"); suppressMessages(library(survival))
surv <- function(a) sprintf("Surv(%s%s, %s == %s)", if (is.null(a$start)) "" else paste0(a$start, ", "), a$time, a$event, a$event_value)
terms.of <- function(a) paste(c(unlist(a$covariates), if (!is.null(a$strata)) sprintf("strata(%s)", a$strata), if (!is.null(a$offset)) sprintf("offset(%s)", a$offset),
  if (!is.null(a$cluster)) sprintf("cluster(%s)", a$cluster), if (isTRUE(a$robust)) "cluster(.row)"), collapse = " + ")
control <- function(case) if (grepl("^degenerate", case$id)) coxph.control() else coxph.control(eps = 3e-12, iter.max = 50)
cox <- function(case, d) {
  a <- case$args; d$.row <- seq_len(nrow(d)); d$.w <- if (is.null(a$weights)) 1 else d[[a$weights]]
  f <- as.formula(paste(surv(a), "~", terms.of(a)))
  m <- do.call(coxph, c(list(f, data = d, ties = a$ties, control = control(case), x = TRUE), if (is.null(a$weights)) NULL else list(weights = d$.w)))
  if (length(case$result$warnings)) return(list(loglik_null = m$loglik[1]))
  s <- summary(m); r <- function(t) if (a$ties == "exact" && !(t %in% c("martingale", "deviance"))) NULL else unname(residuals(m, t))
  naive <- if (is.null(m$naive.var)) m$var else m$naive.var
  out <- list(coef = coef(m), se = sqrt(diag(naive)), loglik_null = m$loglik[1], loglik = m$loglik[2], vcov = t(m$var), means = m$means)
  rows <- function(x) if (is.null(x)) NULL else c(t(as.matrix(x)))
  c(out, list(martingale = r("martingale"), deviance = r("deviance"), linear_predictor = m$linear.predictors, score_resid = rows(r("score")), dfbeta = rows(r("dfbeta")),
    schoenfeld = rows(r("schoenfeld")), scaledsch = rows(r("scaledsch"))))
}
curve <- function(case, d) {
  a <- case$args; m <- coxph(as.formula(paste(surv(a), "~", terms.of(a))), d, ties = a$ties, control = control(case), x = TRUE)
  new <- as.data.frame(lapply(a$newdata, unlist)); for (n in names(new)) if (is.factor(d[[n]])) new[[n]] <- factor(new[[n]], levels(d[[n]]))
  sapply(c("log", "log-log"), function(t) { s <- survfit(m, new, conf.type = t); list(s$time, t(s$surv), t(s$std.err), t(s$lower), t(s$upper)) }, simplify = FALSE)
}
subgroup <- function(case, d) {
  a <- case$args; d <- d[!is.na(d[[a$treatment]]) & !is.na(d[[a$by]]), ]; fit <- function(r, e = d) coxph(as.formula(paste(surv(a), "~", r)), e, control = control(case))
  m0 <- fit(paste(a$treatment, "+", a$by)); m1 <- fit(paste(a$treatment, "*", a$by))
  list(loglik_main = m0$loglik[2], loglik_interaction = m1$loglik[2], lrt = 2 * (m1$loglik[2] - m0$loglik[2]), coef = coef(m1), se = sqrt(diag(m1$var)))
}
firth <- function(case, d) {
  m <- coxphf::coxphf(as.formula(paste(surv(case$args), "~", terms.of(case$args))), d)
  list(coef = m$coefficients, se = sqrt(diag(m$var)), ci_lower = m$ci.lower, ci_upper = m$ci.upper, p = m$prob)
}
restricted <- function(case, d) {
  a <- case$args; d <- d[complete.cases(d[, c(a$time, a$event, a$arm, unlist(a$covariates))]), ]
  m <- survRM2::rmst2(d[[a$time]], as.integer(d[[a$event]] == a$event_value), as.integer(d[[a$arm]] == a$arm1_value), a$tau, d[, unlist(a$covariates), drop = FALSE])
  list(difference_model = t(m$RMST.difference.adjusted))
}
kinds <- list(cox = cox, cox_curve = curve, subgroup = subgroup)
if (requireNamespace("coxphf", quietly = TRUE)) kinds$cox_firth <- firth
if (requireNamespace("survRM2", quietly = TRUE)) kinds$rmst_adjusted <- restricted
rerun("cox", kinds)
