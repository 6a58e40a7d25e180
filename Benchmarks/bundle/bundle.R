# The liver-cancer bundle of `greenwood build studies/hcc/study.yaml`, made the usual way in R. What each side makes stands in
# ../README.md.
# Usage: Rscript bundle.R STUDY-FOLDER OUTPUT-FOLDER [all|some] [ORDERS]
# some: tables, text, report and comparison as Markdown and HTML, figures as PDF, SVG and PNG, numbers as CSV; else also tables as
# CSV, LaTeX and in a workbook, three Word files, the text as LaTeX, editable figures, descriptions, checklist, JSON, manifest.
# ORDERS: how many orders of tied scores the matched analysis is repeated in; 1,000 where absent.
arguments <- commandArgs(TRUE)
study <- arguments[1]
output <- arguments[2]
everything <- is.na(arguments[3]) || arguments[3] == "all"
orders <- if (is.na(arguments[4])) 1000 else as.integer(arguments[4])
here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE)))

# How long each part took, printed at the end; drawing and writing are counted in their own parts.
spent <- c()
clock <- function(part, work) {
    start <- proc.time()[["elapsed"]]
    inner <- sum(spent)
    force(work)
    took <- proc.time()[["elapsed"]] - start - (sum(spent) - inner)
    spent[part] <<- sum(spent[part], took, na.rm = TRUE)
}

packages <- c("survival", "survminer", "ggplot2", "knitr", "commonmark", "ragg")
if (everything) packages <- c(packages, "officer", "flextable", "openxlsx", "svglite", "jsonlite", "digest")
missing <- packages[!nzchar(vapply(packages, function(package) system.file(package = package), ""))]
if (length(missing)) stop("R packages are missing: apt-get install ", paste0("r-cran-", missing, collapse = " "))
clock("packages", suppressMessages({
    library(survival)
    library(survminer) # loads ggplot2
    library(knitr)
    library(grid)
    if (everything) {
        library(officer)
        library(flextable)
        for (package in c("openxlsx", "svglite", "jsonlite", "digest")) loadNamespace(package)
    }
}))
ragg::agg_capture() # laying out plots must not open a device, and with it a file, of its own
for (folder in c("figures", "tables")) dir.create(file.path(output, folder), recursive = TRUE, showWarnings = FALSE)

# Every number that goes into the bundle, under the name that published.csv gives it, exact.
numbers <- new.env()
note <- function(..., value) assign(paste(..., sep = "."), unname(value), envir = numbers)
number <- function(...) get(paste(..., sep = "."), envir = numbers)

clock("data", source(file.path(here, "data.R")))
clock("models", source(file.path(here, "models.R")))
clock("tables computed", source(file.path(here, "tables.R")))
clock("figures: laid out", source(file.path(here, "figures.R")))
clock("text, report, comparison", source(file.path(here, "text.R")))
clock("rows of results as CSV", write.csv(
    transform(rows, value = sprintf("%.17g", value)), file.path(output, "ard.csv"), row.names = FALSE, fileEncoding = "UTF-8"))
if (everything) {
    clock("checklist", source(file.path(here, "checklist.R")))
    clock("Word", source(file.path(here, "word.R")))
    clock("workbook", source(file.path(here, "workbook.R")))
    clock("LaTeX", source(file.path(here, "latex.R")))
    clock("JSON, manifest", source(file.path(here, "results.R")))
}

cat(sprintf("%-26s %6.2f\n", names(spent), spent), sep = "")
