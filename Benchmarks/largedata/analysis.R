# What study.yaml asks for, by R: Rscript analysis.R FILE FOLDER. Prints the numbers and the seconds of each step.
suppressPackageStartupMessages({ library(data.table); library(survival) })
arguments <- commandArgs(TRUE)
seconds <- function(step, code) {
  time <- system.time(value <- code)["elapsed"]
  cat(sprintf("%-10s %8.2f s\n", step, time), file = stderr())
  value
}
d <- seconds("read", fread(arguments[1], showProgress = FALSE))
d[, `:=`(arm = factor(arm), sex = factor(sex), stage = factor(stage), smoker = factor(smoker, c("Never", "Former", "Current")),
         diabetes = factor(diabetes), region = factor(region, c("North", "East", "South", "West")))]
curves <- seconds("curves", survfit(Surv(time, status) ~ arm, d, conf.type = "log-log"))
test <- seconds("log-rank", survdiff(Surv(time, status) ~ arm, d))
model <- seconds("Cox", coxph(
  Surv(time, status) ~ arm + age + sex + bmi + albumin + platelets + stage + ecog + smoker + diabetes, d))
seconds("figure", {
  pdf(file.path(arguments[2], "survival.pdf"), 7, 5)
  plot(curves, xscale = 365.25, col = 1:2, conf.int = TRUE, xlab = "Years", ylab = "Survival")
  dev.off()
})
five <- summary(curves, times = 5 * 365.25)
cat(sprintf("n %d\nevents %d\n", nrow(d), sum(d$status)))
cat(sprintf("median %s %.10g\n", c("Control", "Treated"), summary(curves)$table[, "median"]), sep = "")
cat(sprintf("five %s %.10g\n", c("Control", "Treated"), five$surv), sep = "")
cat(sprintf("chisq %.10g\n", test$chisq))
cat(sprintf("beta %s %.10g\n", names(coef(model)), coef(model)), sep = "")
