# Reruns the matching references and reports the largest difference of each quantity from what is stored.
# Usage, from the repository's root: Rscript Tests/References/matching/matching.R
# Needs jsonlite, and MatchIt 4.6 or later: earlier versions ignore the caliper. Without it only the propensity is rerun.
source("Tests/References/compare.R")
current <- requireNamespace("MatchIt", quietly = TRUE) && packageVersion("MatchIt") >= "4.6"
nearest <- function(case, d) {
  a <- case$args; f <- as.formula(a$formula); g <- glm(f, binomial, d, epsilon = 1e-14, maxit = 100)
  out <- list(propensity = predict(glm(f, binomial, d), type = if (is.null(a$link)) "response" else "link"), propensity_converged = fitted(g), logit_converged = predict(g))
  if (!current) return(out)
  extra <- a[setdiff(names(a), c("formula", "factors"))]; if (!is.null(extra$exact)) extra$exact <- as.formula(extra$exact)
  m <- do.call(MatchIt::matchit, c(list(f, data = d, method = "nearest"), extra)); s <- summary(m, pair.dist = TRUE)
  c(out, list(weights = m$weights, balance_all = c(t(s$sum.all)), balance_matched = c(t(s$sum.matched))))
}
rerun("matching", list(match_nearest = nearest))
