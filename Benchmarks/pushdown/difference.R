# Says how far the numbers of two results lie apart: Rscript difference.R ONE.json OTHER.json. Fails above 1e-12, relative or
# absolute, of any number.
limit <- 1e-12
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
apart <- abs(one - other) / pmax(1, abs(one), abs(other))
relative <- abs(one - other) / pmax(abs(one), abs(other), .Machine$double.xmin)
cat(sprintf("%d numbers, %d of them the same to the last bit; the largest relative difference %.1e (%s: %.17g and %.17g)\n",
            length(one), sum(one == other), max(relative), names(one)[which.max(relative)], one[which.max(relative)],
            other[which.max(relative)]))
if (max(apart) > limit) quit(status = 1)
