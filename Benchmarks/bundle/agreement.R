# Whether both bundles say the same, else an error: the published values as both print them in reproduction.md, to the
# printed digits, and results that the publication has not, to six digits, from results.json. It is not timed.
# Usage: Rscript agreement.R STUDY-FOLDER GREENWOOD-OUTPUT R-OUTPUT
arguments <- commandArgs(TRUE)
numbers <- read.csv(file.path(arguments[3], "ard.csv"), encoding = "UTF-8")
of_r <- setNames(suppressWarnings(as.numeric(numbers$value)), numbers$name)
differences <- character()

# What the publication has: each number printed by Greenwood is R's, rounded to as many decimals.
published <- read.csv(file.path(arguments[1], "published.csv"), encoding = "UTF-8")
published <- published[published$kind != "remark", ]
published <- published[order(match(published$part, unique(published$part))), ] # reproduction.md has a part at a time
lines <- grep("^\\| .* (exact|close|off) ", readLines(file.path(arguments[2], "reproduction.md"), encoding = "UTF-8"), value = TRUE)
lines <- lines[-1] # the head of the summary
cells <- lapply(strsplit(lines, "|", fixed = TRUE), trimws)
here <- data.frame(item = sapply(cells, `[`, 2), printed = sapply(cells, `[`, 4))
stopifnot(nrow(here) == nrow(published), here$item == published$item)
for (i in seq_len(nrow(here))) {
    names <- gsub("\"", "", strsplit(published$results[i], "; ")[[1]])
    found <- of_r[names]
    printed <- regmatches(here$printed[i], gregexpr("[0-9]+(\\.[0-9]+)?", here$printed[i]))[[1]]
    decimals <- nchar(sub("^[0-9]+\\.?", "", printed))
    same <- if (here$printed[i] == "not estimable") {
        all(is.na(found)) && all(names %in% names(of_r))
    } else if (startsWith(here$printed[i], "<")) {
        found < as.numeric(printed)
    } else {
        length(found) == length(printed) && identical(sprintf("%.*f", decimals, found), printed)
    }
    if (!isTRUE(same)) {
        differences <- c(differences, sprintf("%s: %s, in R %s", here$item[i], here$printed[i], paste(found, collapse = ", ")))
    }
}

# What it has not.
results <- jsonlite::fromJSON(file.path(arguments[2], "results.json"), simplifyVector = FALSE)
with_id <- function(list, id, key = "id") Filter(function(x) identical(x[[key]], id), list)[[1]]
number_or_na <- function(x) if (is.numeric(x)) x else NA_real_
ours <- c()
add <- function(name, value) ours[[name]] <<- number_or_na(value)
for (comparison in results$survival) {
    name <- comparison$id
    for (group in comparison$groups) {
        add(paste(name, group$id, "median.lower", sep = "."), group$median$lower)
        add(paste(name, group$id, "median.upper", sep = "."), group$median$upper)
        add(paste(name, group$id, "median-follow-up", sep = "."), group$medianFollowUp$value)
    }
    add(paste0(name, ".log-rank.p"), comparison$logRank$pValue)
    add(paste0(name, ".hazard-ratio"), comparison$hazardRatio$coefficients[[1]]$hazardRatio$value)
    add(paste0(name, ".concordance"), comparison$hazardRatio$concordance$estimate$value)
}
add("pfs.in.matched.robust.p", with_id(results$survival, "pfs.in.matched")$robustHazardRatio$coefficients[[1]]$pValue)
content <- function(list, id) with_id(list, id)$content
for (row in content(results$tables, "response")$rows) for (i in 1:2) {
    group <- c("IO+T", "RT+IO+T")[i]
    add(paste("table.response", row$id, group, "lower", sep = "."), 100 * row$proportions[[i]]$interval$lower)
    add(paste("table.response", row$id, group, "upper", sep = "."), 100 * row$proportions[[i]]$interval$upper)
}
for (table in content(results$tables, "cox")$endpoints) {
    add(paste0("table.cox.", table$endpoint, ".proportional-hazards.p"), table$proportionalHazards$global$pValue)
    add(paste0("table.cox.", table$endpoint, ".concordance"), table$multivariable$concordance$estimate$value)
}
for (when in c("before", "after")) for (row in content(results$tables, "balance")[[when]]$rows) {
    add(paste("table.balance", row$variable, when, "smd", sep = "."), row$difference)
    add(paste("table.balance", row$variable, when, "p", sep = "."), row$test$pValue)
}
for (id in c("forest-pfs", "forest-os")) for (variable in content(results$figures, id)$variables) {
    name <- paste("figure", id, variable$analysis$by, sep = ".")
    add(paste0(name, ".interaction.p"), variable$analysis$interaction$pValue)
    for (group in variable$analysis$subgroups) {
        ratio <- if (length(group$coefficients)) group$coefficients[[1]]$hazardRatio$value
        add(paste(name, group$level, "hazard-ratio", sep = "."), ratio)
    }
}
for (term in content(results$figures, "residuals")$test$terms) add(paste0("figure.residuals.", term$name, ".p"), term$test$pValue)
matching <- results$matchings[[1]]
for (when in c("before", "after")) for (i in seq_along(matching$covariates)) {
    add(paste("matching", matching$covariates[[i]], when, sep = "."), matching$balance[[when]][[i]]$difference)
}
for (name in names(ours)) {
    a <- ours[[name]]
    b <- of_r[name]
    same <- if (is.na(a)) name %in% names(of_r) && is.na(b) else abs(a - b) <= 1e-6 * max(abs(b), 1e-6)
    if (!isTRUE(same)) differences <- c(differences, sprintf("%s: %.9g, in R %.9g", name, a, b))
}

# The random orders of tied scores are not the same on both sides: the share of p < 0.05 may differ by chance.
if ("sensitivity.share" %in% names(of_r)) {
    sensitivity <- content(results$tables, "matched")$rows[[2]]$sensitivity
    if (abs(sensitivity$shareSignificant - of_r[["sensitivity.share"]]) > 0.08) {
        differences <- c(differences, sprintf(
            "share of tie orders with p < 0.05: %.3f, in R %.3f", sensitivity$shareSignificant, of_r[["sensitivity.share"]]))
    }
}
if (length(differences)) stop("the bundles differ:\n", paste(differences, collapse = "\n"))
cat(sprintf("both sides agree: %d published values as printed, %d further numbers to six digits\n", nrow(here), length(ours)))
