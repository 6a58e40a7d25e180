# The patients, their endpoints and variables, checks of data and plan, tests and numbers in words.
read <- function(name) {
    read.csv(file.path(study, "data", name), na.strings = "", stringsAsFactors = FALSE, encoding = "UTF-8")
}
d <- read("patients.csv")
events <- read("adverse_events.csv")
screening <- read("screening.csv")
cutoff <- as.Date("2025-04-30")

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

stopifnot(
    "patients must have one row each" = !anyDuplicated(d$id),
    "adverse events must belong to patients" = all(events$id %in% d$id),
    "grades go from 1 to 5" = all(events$grade %in% 1:5),
    "the screening log must include exactly the patients" = setequal(d$id, screening$id[screening$status == "included"]),
    "each screened patient left out needs a reason" = !anyNA(screening$reason[screening$status != "included"]),
    "each patient needs an arm of the plan" = !anyNA(d$arm),
    "a level is not in the plan" = !anyNA(
        d[c("sex", "hbv", "bclc", "child_pugh", "treatment_line", "treatment_stage", "prior_locoregional")]),
    "an event or last contact lies before the start" = all(d$pfs >= 0 & d$os >= 0),
    "a date lies after the cut-off" = all(d$last_contact_date <= cutoff),
    "a death must be the last contact" = all(d$death_date == d$last_contact_date, na.rm = TRUE))

# Tests, numbers in words. `test` gives p and whether Fisher's exact test was used, for want of expected counts of 5.
test <- function(counts) {
    counts <- counts[rowSums(counts) > 0, , drop = FALSE]
    expected <- outer(rowSums(counts), colSums(counts)) / sum(counts)
    exact <- min(expected) < 5
    c(p = if (exact) fisher.test(counts)$p.value else chisq.test(counts, correct = FALSE)$p.value, exact = exact)
}
percent <- function(n, of) sprintf("%d (%.1f)", n, 100 * n / of)
p_text <- function(p) ifelse(is.na(p), "–", ifelse(p < 0.001, "<0.001", ifelse(p > 0.999, ">0.999", sprintf("%.3f", p))))
# p as a column of a table whose rarer test is marked, and the notes that say so.
marked <- function(tests) {
    rarer <- tests["exact", ] != (mean(tests["exact", ], na.rm = TRUE) > 0.5)
    list(cells = paste0(p_text(tests["p", ]), ifelse(is.na(rarer) | !rarer, "", "ᵃ")), notes = {
        named <- c(
            "Pearson's χ² test without continuity correction.", "Fisher's exact test, used where an expected count was below 5.")
        if (mean(tests["exact", ], na.rm = TRUE) > 0.5) named <- rev(named)
        c(paste("Unmarked p values:", named[1]), if (any(rarer, na.rm = TRUE)) paste("ᵃ", named[2]))
    })
}
ratio_text <- function(r) ifelse(is.na(r[1]), "not estimable", sprintf("%.2f (%.2f–%.2f)", r[1], r[2], r[3]))
