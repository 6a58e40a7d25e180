# Compares what both sides printed: Rscript agreement.R r.txt results.json. Fails above 1e-6 of a value.
arguments <- commandArgs(TRUE)
lines <- strsplit(readLines(arguments[1]), " ")
theirs <- function(name) as.numeric(vapply(Filter(function(x) x[1] == name, lines), function(x) x[length(x)], ""))
results <- jsonlite::fromJSON(arguments[2], simplifyVector = FALSE)
survival <- Filter(function(x) x$endpoint == "os", results$survival)[[1]]
model <- Filter(function(x) x$id == "cox", results$tables)[[1]]$content$endpoints[[1]]$multivariable
ours <- list(
  n = survival$logRank$n, events = survival$logRank$events, chisq = survival$logRank$statistic,
  beta = vapply(model$coefficients, function(x) x$coefficient, 0))
worst <- 0
for (name in names(ours)) worst <- max(worst, abs(ours[[name]] / theirs(name) - 1))
cat(sprintf("largest relative difference of %d numbers: %.1e\n", length(unlist(ours)), worst))
if (worst > 1e-6) quit(status = 1)
