# Tests of means.
source(file.path(dirname(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))), "..", "reference.R"))

split_values <- function(args, data) {
  lapply(args$levels, function(level) data[[args$y]][as.character(data[[args$group]]) == level])
}

t_test <- function(args, data, case) {
  v <- split_values(args, data)
  test <- function(equal) {
    t <- t.test(v[[1]], v[[2]], var.equal = equal)
    list(
      p = t$p.value, statistic = unname(t$statistic), df = I(unname(t$parameter)), estimate = I(unname(t$estimate)),
      ci = I(as.vector(t$conf.int)), method = t$method)
  }
  list(welch = test(FALSE), pooled = test(TRUE))
}

anova_of <- function(args, data, case) {
  v <- split_values(args, data)
  d <- data.frame(y = unlist(v), g = factor(rep(seq_along(v), lengths(v))))
  fit <- anova(lm(y ~ g, d))
  t <- tryCatch(oneway.test(y ~ g, d), error = function(e) conditionMessage(e))
  list(
    F = fit$`F value`[1], df1 = fit$Df[1], df2 = fit$Df[2], p = fit$`Pr(>F)`[1],
    welch = if (is.character(t)) list(error = t) else list(p = t$p.value, statistic = unname(t$statistic), df = I(unname(t$parameter)), method = t$method))
}

rerun(here(), list(t_test = t_test, anova = anova_of))
