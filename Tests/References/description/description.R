# Descriptions of samples, and how far two of them are apart.
source(file.path(dirname(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))), "..", "reference.R"))

split_values <- function(args, data) {
  lapply(args$levels, function(level) data[[args$y]][as.character(data[[args$group]]) == level])
}

describe <- function(args, data, case) {
  v <- split_values(args, data)
  each <- function(f) I(vapply(v, f, 0))
  quartiles <- function(type) lapply(v, function(x) I(unname(quantile(x, c(0.25, 0.5, 0.75), type = type))))
  list(
    n = I(lengths(v)), mean = each(mean), sd = each(sd), min = each(function(x) as.double(min(x))),
    max = each(function(x) as.double(max(x))), q_type7 = quartiles(7), q_type6 = quartiles(6),
    q_type2 = quartiles(2),
    shapiro = lapply(v, function(x) {
      if (length(x) < 3) return(list(W = NULL))
      t <- shapiro.test(x)
      list(W = unname(t$statistic), p = t$p.value)
    }))
}

smd_continuous <- function(args, data, case) {
  v <- split_values(args, data)
  m <- vapply(v, mean, 0)
  s <- vapply(v, sd, 0)
  list(
    mean = I(m), sd = I(s), smd_pooled = diff(m) / sqrt(mean(s^2)), smd_group1_sd = diff(m) / s[1],
    smd_group2_sd = diff(m) / s[2])
}

smd_categorical <- function(args, data, case) {
  group <- as.character(data[[args$group]])
  shares <- lapply(args$groups, function(g) {
    as.vector(prop.table(table(factor(as.character(data[[args$variable]])[group == g], levels = args$levels))))
  })
  first <- shares[[1]][-1]
  second <- shares[[2]][-1]
  covariance <- function(p) diag(p, length(p)) - outer(p, p)
  d <- second - first
  s <- (covariance(first) + covariance(second)) / 2
  list(
    prop = do.call(cbind, shares), smd = sqrt(drop(t(d) %*% MASS::ginv(s) %*% d)),
    smd_by_level = I((shares[[2]] - shares[[1]]) /
      sqrt((shares[[1]] * (1 - shares[[1]]) + shares[[2]] * (1 - shares[[2]])) / 2)))
}

rerun(here(), list(describe = describe, smd_continuous = smd_continuous, smd_categorical = smd_categorical))
