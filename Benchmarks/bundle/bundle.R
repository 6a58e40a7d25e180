# The artefacts of `greenwood build studies/hcc/study.yaml`, made the usual way in R: a baseline table in Markdown and
# HTML, the survival figure as PDF, SVG and PNG, a results paragraph and the estimates behind them.
# Usage: Rscript bundle.R STUDY-FOLDER OUTPUT-FOLDER
suppressMessages({
    library(survival)
    library(survminer)
    library(knitr)
})
arguments <- commandArgs(TRUE)
output <- arguments[2]
dir.create(file.path(output, "figures"), recursive = TRUE, showWarnings = FALSE)
dir.create(file.path(output, "tables"), showWarnings = FALSE)
d <- read.csv(file.path(arguments[1], "data", "patients.csv"), na.strings = "", stringsAsFactors = FALSE)

# Endpoints.
month <- 30.4375
for (v in c("treatment_start", "progression_date", "death_date", "last_contact_date")) d[[v]] <- as.Date(d[[v]])
first <- pmin(d$progression_date, d$death_date, na.rm = TRUE)
d$pfs_event <- as.integer(!is.na(first))
first[is.na(first)] <- d$last_contact_date[is.na(first)]
d$pfs <- as.numeric(first - d$treatment_start) / month
d$os_event <- as.integer(!is.na(d$death_date))
d$os <- as.numeric(d$last_contact_date - d$treatment_start) / month
d$arm <- factor(d$arm, levels = c("IO+T", "RT+IO+T"))

# Baseline table.
variables <- list(
    "Age (years)" = factor(ifelse(d$age >= 60, ">=60", "<60")), "Gender" = factor(d$sex), "BCLC stage" = factor(d$bclc),
    "Child-Pugh class" = factor(d$child_pugh), "ECOG performance status" = factor(ifelse(d$ecog >= 1, "1-2", "0")),
    "Baseline AFP (ng/mL)" = factor(ifelse(d$afp_ng_ml >= 400, ">=400", "<400")),
    "Maximum tumour diameter (cm)" = factor(ifelse(d$tumor_diameter_cm >= 10, ">=10", "<10")),
    "Extrahepatic metastasis" = factor(d$extrahepatic_metastasis),
    "Portal vein invasion" = factor(d$portal_vein_invasion), "Treatment line" = factor(d$treatment_line),
    "Previous locoregional therapy" = factor(d$prior_locoregional, levels = c("No", "TACE", "HAIC")))
cell <- function(n, total) sprintf("%d (%.1f)", n, 100 * n / total)
test <- function(x) {
    counts <- table(x, d$arm)
    expected <- outer(rowSums(counts), colSums(counts)) / sum(counts)
    if (min(expected) < 5) fisher.test(counts)$p.value else chisq.test(counts, correct = FALSE)$p.value
}
rows <- do.call(rbind, lapply(names(variables), function(name) {
    x <- variables[[name]]
    counts <- table(x, d$arm)
    rbind(
        data.frame(Variable = name, Total = "", A = "", B = "", p = sprintf("%.3f", test(x))),
        data.frame(
            Variable = paste0("  ", levels(x)), Total = cell(rowSums(counts), nrow(d)),
            A = cell(counts[, 1], sum(counts[, 1])), B = cell(counts[, 2], sum(counts[, 2])), p = ""))
}))
names(rows)[2:4] <- c(sprintf("Total (n = %d)", nrow(d)), sprintf("%s (n = %d)", levels(d$arm), table(d$arm)))
writeLines(kable(rows, format = "markdown", row.names = FALSE), file.path(output, "tables", "baseline.md"))
writeLines(kable(rows, format = "html", row.names = FALSE), file.path(output, "tables", "baseline.html"))

# Survival.
fits <- list(
    pfs = survfit(Surv(pfs, pfs_event) ~ arm, d, conf.type = "log-log"),
    os = survfit(Surv(os, os_event) ~ arm, d, conf.type = "log-log"))
followup <- list(
    pfs = survfit(Surv(pfs, 1 - pfs_event) ~ arm, d, conf.type = "log-log"),
    os = survfit(Surv(os, 1 - os_event) ~ arm, d, conf.type = "log-log"))
logrank <- list(pfs = survdiff(Surv(pfs, pfs_event) ~ arm, d), os = survdiff(Surv(os, os_event) ~ arm, d))
rates <- lapply(fits, function(fit) summary(fit, times = c(6, 12, 24), extend = TRUE))
write.csv(
    do.call(rbind, lapply(names(fits), function(n) data.frame(endpoint = n, summary(fits[[n]])$table))),
    file.path(output, "results.csv"))
p <- sapply(logrank, function(test) pchisq(test$chisq, 1, lower.tail = FALSE))
sentences <- sapply(names(fits), function(n) {
    m <- quantile(fits[[n]], 0.5)
    sprintf(
        "Median %s was %.1f (%.1f-%.1f) and %.1f (%.1f-%.1f) months (p = %.4f).", toupper(n), m$quantile[1],
        m$lower[1], m$upper[1], m$quantile[2], m$lower[2], m$upper[2], p[[n]])
})
writeLines(c("# Results", "", sentences), file.path(output, "manuscript.md"))

# Figure: two panels with risk tables.
panels <- lapply(names(fits), function(n) {
    ggsurvplot(
        fits[[n]], data = d, risk.table = TRUE, conf.int = TRUE, censor = TRUE, break.time.by = 6,
        pval = sprintf("Log-rank p = %.2g", p[[n]]), legend.labs = levels(d$arm), xlab = "Time (months)",
        palette = c("#0072B2", "#D55E00"), ggtheme = theme_classic(base_size = 8))
})
figure <- arrange_ggsurvplots(panels, print = FALSE, ncol = 2, nrow = 1)
ggsave(file.path(output, "figures", "survival.pdf"), figure, width = 180, height = 90, units = "mm")
svg(file.path(output, "figures", "survival.svg"), width = 180 / 25.4, height = 90 / 25.4)
print(figure)
invisible(dev.off())
ggsave(file.path(output, "figures", "survival.png"), figure, width = 180, height = 90, units = "mm", dpi = 300)

# Report.
writeLines(
    c("<!doctype html><title>Report</title>", kable(rows, format = "html", row.names = FALSE), sentences,
      readLines(file.path(output, "figures", "survival.svg"), warn = FALSE)),
    file.path(output, "report.html"))
