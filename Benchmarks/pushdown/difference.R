# Says how far the numbers of two results lie apart: Rscript difference.R ONE.json OTHER.json. Fails above 1e-9 of a value.
arguments <- commandArgs(TRUE)
numbers <- function(file) {
  results <- jsonlite::fromJSON(file, simplifyVector = FALSE)
  # The inputs have checksums of other bytes, and rows are not counts.
  results$provenance <- NULL
  results$replication <- NULL
  leaves <- rapply(results, function(x) if (is.numeric(x)) x else NA_real_, how = "unlist")
  leaves[!is.na(leaves)]
}
one <- numbers(arguments[1])
other <- numbers(arguments[2])
if (length(one) != length(other) || any(names(one) != names(other))) stop("the results have other numbers")
apart <- abs(one - other) / pmax(abs(one), abs(other), 1e-300)
cat(sprintf("%d numbers, the largest relative difference %.1e (%s: %.17g and %.17g)\n", length(one), max(apart),
            names(one)[which.max(apart)], one[which.max(apart)], other[which.max(apart)]))
if (max(apart) > 1e-9) quit(status = 1)
