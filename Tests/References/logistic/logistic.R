# Reruns the logistic references and reports the largest difference of each quantity from what is stored.
# Usage, from the repository's root: Rscript Tests/References/logistic/logistic.R
# Needs jsonlite and pROC; logistic_firth needs logistf and is left out where that is.
source("Tests/References/compare.R"); suppressMessages(library(pROC))
data.of <- function(d) { if (is.null(d$dead) && !is.null(d$status)) d$dead <- as.integer(d$status == 2); d }
logistic <- function(case, d) {
  m <- glm(as.formula(case$args$formula), binomial, data.of(d), epsilon = 1e-14, maxit = 100)
  if (length(case$result$warnings)) return(list(deviance = deviance(m), fitted = fitted(m)))
  r <- roc(m$y, round(fitted(m), 11), quiet = TRUE)
  list(coef = coef(m), se = sqrt(diag(vcov(m))), deviance = deviance(m), null_deviance = m$null.deviance, loglik = logLik(m), aic = AIC(m), vcov = vcov(m),
    fitted = fitted(m), auc = c(auc(r), ci.auc(r), var(r)))
}
firth <- function(case, d) {
  m <- logistf::logistf(as.formula(case$args$formula), data.of(d))
  list(coef = m$coefficients, se = sqrt(diag(m$var)), ci_lower = m$ci.lower, ci_upper = m$ci.upper, p = m$prob)
}
kinds <- list(logistic = logistic); if (requireNamespace("logistf", quietly = TRUE)) kinds$logistic_firth <- firth
rerun("logistic", kinds)
