# The disease-free survival of studies/colon as survminer draws it at its best, at the size of Greenwood's figure.
# Rscript curves.R patients.csv out.png
arguments <- commandArgs(trailingOnly = TRUE)
suppressPackageStartupMessages({library(survival); library(survminer); library(ggplot2)})
patients <- read.csv(arguments[1])
patients$arm <- factor(patients$arm, c("Obs", "Lev", "Lev+5FU"),
  c("Observation", "Levamisole", "Levamisole + fluorouracil"))
patients$years <- patients$free_days / 365.25
fit <- survfit(Surv(years, relapsed_or_died) ~ arm, patients, conf.type = "log")
colours <- c("#0072B2", "#D55E00", "#009E73")
p <- ggsurvplot(
  fit, data = patients, palette = colours, linetype = "strata", size = 0.4, conf.int = TRUE, conf.int.alpha = 0.15,
  censor.shape = "|", censor.size = 2, pval = TRUE, pval.method = TRUE, pval.size = 7 / .pt, pval.coord = c(0.2, 0.08),
  pval.method.coord = c(0.2, 0.16), pval.method.size = 7 / .pt, surv.scale = "percent", break.time.by = 2, xlim = c(0, 10),
  xlab = "Time (years)", ylab = "Disease-free survival", legend.title = "", legend.labs = levels(patients$arm),
  legend = "top", surv.median.line = "hv", risk.table = "nrisk_cumevents", risk.table.title = "No. at risk (events)",
  risk.table.fontsize = 7 / .pt, risk.table.height = 0.26,
  font.family = "Liberation Sans", fontsize = 7 / .pt,
  ggtheme = theme_classic(base_size = 8, base_family = "Liberation Sans"))
p$table <- p$table + theme_cleantable(base_family = "Liberation Sans", base_size = 8) +
  theme(plot.title = element_text(size = 8, face = "bold"))
png(arguments[2], width = 130, height = 98, units = "mm", res = 300, type = "cairo")
print(p)
invisible(dev.off())
