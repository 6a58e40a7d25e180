# The liver-cancer bundle of `greenwood build studies/hcc/study.yaml`, made the usual way in R: seven tables in Markdown and
# HTML, eight figures as PDF, SVG and PNG, the text of the results, the comparison with the published values, a report.
# Usage: Rscript bundle.R STUDY-FOLDER OUTPUT-FOLDER [ORDERS]
# ORDERS: how many orders of tied scores the matched analysis is repeated in; 0 where absent.
suppressMessages({
    library(survival)
    library(survminer) # loads ggplot2
    library(knitr)
    library(grid)
})
arguments <- commandArgs(TRUE)
study <- arguments[1]
output <- arguments[2]
orders <- if (length(arguments) > 2) as.integer(arguments[3]) else 0
here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE)))
pdf(NULL) # laying out plots must not open a device, and with it a file, of its own
for (folder in c("figures", "tables")) dir.create(file.path(output, folder), recursive = TRUE, showWarnings = FALSE)

# Every number that goes into the bundle, under the name that published.csv gives it, exact.
numbers <- new.env()
note <- function(..., value) assign(paste(..., sep = "."), unname(value), envir = numbers)
number <- function(...) get(paste(..., sep = "."), envir = numbers)

read <- function(name) {
    read.csv(file.path(study, "data", name), na.strings = "", stringsAsFactors = FALSE, encoding = "UTF-8")
}
d <- read("patients.csv")
events <- read("adverse_events.csv")
screening <- read("screening.csv")
stopifnot(!anyDuplicated(d$id), all(events$id %in% d$id), setequal(d$id, screening$id[screening$status == "included"]))

# Endpoints.
month <- 30.4375
for (v in c("treatment_start", "progression_date", "death_date", "last_contact_date")) d[[v]] <- as.Date(d[[v]])
first <- pmin(d$progression_date, d$death_date, na.rm = TRUE)
d$pfs_event <- as.integer(!is.na(first))
first[is.na(first)] <- d$last_contact_date[is.na(first)]
d$pfs <- as.numeric(first - d$treatment_start) / month
d$os_event <- as.integer(!is.na(d$death_date))
d$os <- as.numeric(d$last_contact_date - d$treatment_start) / month

# Variables.
groups <- c("IO+T", "RT+IO+T")
d$arm <- factor(d$arm, groups)
treated <- d$arm == "RT+IO+T"
below <- function(x, cut) factor(ifelse(x >= cut, paste0("≥", cut), paste0("<", cut)), paste0(c("<", "≥"), cut))
yes <- c("No", "Yes")
d$age_group <- below(d$age, 60)
d$sex <- factor(d$sex, c("Female", "Male"))
d$hbv <- factor(d$hbv, yes)
d$bclc <- factor(d$bclc, c("B", "C"))
d$child_pugh <- factor(d$child_pugh, c("A", "B"))
d$ecog_group <- factor(ifelse(d$ecog >= 1, "1–2", "0"), c("0", "1–2"))
d$afp_group <- below(d$afp_ng_ml, 400)
d$diameter_group <- below(d$tumor_diameter_cm, 10)
d$extrahepatic_metastasis <- factor(d$extrahepatic_metastasis, yes)
d$portal_vein_invasion <- factor(d$portal_vein_invasion, yes)
d$treatment_line <- factor(d$treatment_line, c("First-line", "Second-line and beyond"))
d$treatment_stage <- factor(d$treatment_stage, c("naive", "recurrent"))
d$prior_locoregional <- factor(d$prior_locoregional, c("No", "TACE", "HAIC"))
d$prior_therapy <- factor(ifelse(d$prior_locoregional == "No", "No", "Yes"), yes)
sites <- strsplit(d$rt_sites, ";")
includes <- function(site) sapply(sites, function(s) site %in% s)
d$rt_target <- factor(
    ifelse(includes("PVTT/HVTT"), "Tumour thrombus", ifelse(includes("Liver lesions"), "Liver lesions", NA)),
    c("Tumour thrombus", "Liver lesions"))
d$bed10 <- d$rt_total_dose_gy * (1 + d$rt_total_dose_gy / d$rt_fractions / 10)
labels <- c(
    age_group = "Age (years)", sex = "Gender", hbv = "Hepatitis B", bclc = "BCLC stage", child_pugh = "Child–Pugh class",
    ecog_group = "ECOG performance status", afp_group = "Baseline AFP (ng/mL)",
    diameter_group = "Maximum tumour diameter (cm)", extrahepatic_metastasis = "Extrahepatic metastasis",
    portal_vein_invasion = "Portal vein invasion", treatment_line = "Treatment line", treatment_stage = "Treatment stage",
    prior_locoregional = "Previous locoregional therapy", prior_therapy = "Previous locoregional therapy",
    arm = "Treatment group")
endpoints <- c(pfs = "Progression-free survival", os = "Overall survival")

# Tests, numbers in words.
test <- function(counts) {
    counts <- counts[rowSums(counts) > 0, , drop = FALSE]
    expected <- outer(rowSums(counts), colSums(counts)) / sum(counts)
    if (min(expected) < 5) fisher.test(counts)$p.value else chisq.test(counts, correct = FALSE)$p.value
}
percent <- function(n, of) sprintf("%d (%s)", n, format(round(100 * n / of, 1), trim = TRUE))
p_text <- function(p) ifelse(is.na(p), "–", ifelse(p < 0.001, "<0.001", sprintf("%.3f", p)))
ratio_text <- function(r) ifelse(is.na(r[1]), "not estimable", sprintf("%.2f (%.2f–%.2f)", r[1], r[2], r[3]))

source(file.path(here, "models.R"))
source(file.path(here, "tables.R"))
source(file.path(here, "figures.R"))
source(file.path(here, "text.R"))
all_numbers <- mget(sort(ls(numbers)), envir = numbers)
write.csv(
    data.frame(name = names(all_numbers), value = sprintf("%.17g", unlist(all_numbers))),
    file.path(output, "numbers.csv"), row.names = FALSE)
