# Makes the table of all results: Rscript summary.R RESULTS
lines <- strsplit(readLines(commandArgs(TRUE)[1]), " +")
cases <- unique(sapply(lines, `[`, 1))
of <- function(case, side) {
    own <- Filter(function(line) line[1] == case && line[2] == side, lines)
    values <- lapply(own, function(line) as.numeric(line[-(1:5)]))
    if (length(unique(values)) > 1) stop(side, " gives different numbers from run to run in ", case)
    field <- function(i) as.numeric(sapply(own, `[`, i))
    list(seconds = field(3), processor = field(4), memory = max(field(5)), values = values[[1]])
}
time <- function(x) ifelse(x < .01, sprintf("%.3g µs", x * 1e6), sprintf("%.3g", x))
span <- function(x) if (length(x) > 1) paste0(time(min(x)), " (–", time(max(x)), ")") else time(x)
ratio <- function(theirs, ours) sprintf("%.3g", min(theirs) / min(ours))
cat("| case | R, s | here, s | **ratio** | ratio of processor time | R, MB | here, MB | largest difference |\n")
cat("|---|---|---|---|---|---|---|---|\n")
failed <- FALSE
for (case in cases) {
    theirs <- of(case, "R")
    ours <- of(case, "greenwood")
    difference <- max(abs(ours$values - theirs$values) / pmax(abs(theirs$values), 1e-3))
    # MatchIt before 4.6 has scores of eight digits, and one other pair early makes many others: that case is for timing.
    isCompared <- !startsWith(case, "matchit")
    if (isCompared && (is.na(difference) || length(ours$values) != length(theirs$values) || difference > 1e-5)) failed <- TRUE
    cat(sprintf(
        "| %s | %s | %s | **%s** | %s | %.0f | %.0f | %.0e |\n", case, span(theirs$seconds), span(ours$seconds),
        ratio(theirs$seconds, ours$seconds), ratio(theirs$processor, ours$processor), theirs$memory, ours$memory,
        difference))
}
if (failed) stop("a result differs from R's by more than 1e-5")
