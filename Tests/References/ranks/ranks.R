# Rank tests of two and more groups.
source(file.path(dirname(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))), "..", "reference.R"))

split_values <- function(args, data) {
  lapply(args$levels, function(level) data[[args$y]][as.character(data[[args$group]]) == level])
}

ranked <- function(t) {
  result <- list(p = t$p.value, statistic = unname(t$statistic))
  if (!is.null(t$parameter)) result$df <- I(unname(t$parameter))
  if (!is.null(t$estimate)) result$estimate <- I(unname(t$estimate))
  if (!is.null(t$conf.int)) result$ci <- I(as.vector(t$conf.int))
  result$method <- t$method
  result
}

wilcox <- function(args, data, case) {
  v <- split_values(args, data)
  test <- function(...) ranked(suppressWarnings(wilcox.test(v[[1]], v[[2]], exact = FALSE, ...)))
  list(normal_cc = test(), normal = test(correct = FALSE), with_ci = test(conf.int = TRUE))
}

wilcox_exact <- function(args, data, case) {
  v <- split_values(args, data)
  sapply(c("two.sided", "less", "greater"), simplify = FALSE, function(alternative) {
    ranked(suppressWarnings(wilcox.test(
      v[[1]], v[[2]], exact = TRUE, conf.int = TRUE, alternative = alternative)))
  })
}

paired <- function(args, data, case) {
  test <- function(...) ranked(suppressWarnings(wilcox.test(args$x, args$y, paired = TRUE, ...)))
  list(
    wilcox = test(), wilcox_normal = test(exact = FALSE), wilcox_uncorrected = test(exact = FALSE, correct = FALSE),
    t = ranked(t.test(args$x, args$y, paired = TRUE)))
}

wilcox_raw <- function(args, data, case) ranked(suppressWarnings(wilcox.test(args$x, args$y)))

kruskal <- function(args, data, case) ranked(kruskal.test(split_values(args, data)))

rerun(here(), list(
  wilcox = wilcox, wilcox_exact = wilcox_exact, wilcox_raw = wilcox_raw, paired = paired, kruskal = kruskal))
