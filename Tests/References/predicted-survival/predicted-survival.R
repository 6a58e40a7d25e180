# Survival curves that Cox models predict, by survfit(coxph(...), newdata): what Tests/AnalysisTests/PredictedSurvivalTests
# expects of figures of kind predicted-survival on the data set lung. Each row is a time of a curve; a row without a time
# holds the median.
suppressPackageStartupMessages(library(survival))
file <- sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))
setwd(dirname(normalizePath(file)))
lung <- read.csv("../Data/lung.csv")
lung$event <- lung$status == 2
lung$sex <- factor(lung$sex)
lung$ecog <- factor(lung$ph.ecog)
rows <- list()
curves <- function(case, fit, newdata, conf.type) {
  for (i in seq_len(nrow(newdata))) {
    one <- survfit(fit, newdata = newdata[i, , drop = FALSE], conf.type = conf.type)
    limit <- function(x) as.vector(if (is.null(x)) rep(NA, length(one$time)) else x)
    table <- summary(one)$table
    # Every ninth time and the last: a cumulative hazard that is wrong at one time is wrong ever after.
    kept <- unique(c(seq(1, length(one$time), 9), length(one$time)))
    rows[[length(rows) + 1]] <<- data.frame(
      curve = paste(case, i, sep = "/"), time = c(NA, one$time[kept]), survival = c(table[["median"]], as.vector(one$surv)[kept]),
      lower = c(table[["0.95LCL"]], limit(one$lower)[kept]), upper = c(table[["0.95UCL"]], limit(one$upper)[kept]),
      error = c(NA, limit(one$std.err)[kept]), at.risk = c(NA, limit(one$n.risk)[kept]))
  }
}
fine <- coxph.control(eps = 1e-11, iter.max = 100)
means <- function(fit, name) fit$means[[name]]
efron <- coxph(Surv(time, event) ~ sex + age + ecog, lung, control = fine)
level <- function(x, of) factor(x, levels = levels(of))
at <- function(sex, age, ecog) data.frame(sex = level(sex, lung$sex), age = age, ecog = level(ecog, lung$ecog))
for (type in c("log", "log-log", "plain", "logit", "arcsin"))
  curves(paste0("arms-", type), efron, at(c("1", "2"), means(efron, "age"), "0"), type)
curves("at", efron, at(c("1", "2", "1"), c(50, 70, means(efron, "age")), c("0", "2", "3")), "log-log")
breslow <- coxph(Surv(time, event) ~ sex + age, lung, ties = "breslow", control = fine)
curves("breslow", breslow, data.frame(sex = level(c("1", "2"), lung$sex), age = means(breslow, "age")), "log-log")
stratified <- coxph(Surv(time, event) ~ age + strata(sex), lung, control = fine)
curves("strata", stratified, data.frame(age = means(stratified, "age"), sex = level(c("1", "2"), lung$sex)), "log-log")
product <- coxph(Surv(time, event) ~ sex * age, lung, control = fine)
curves("interaction", product, data.frame(sex = level(c("1", "2"), lung$sex), age = 65), "log-log")
rows <- do.call(rbind, rows)
digits <- function(x) ifelse(is.na(x), "", vapply(x, function(v) sprintf("%.17g", v), ""))
rows[-1] <- lapply(rows[-1], digits)
write.csv(rows, "curves.csv", row.names = FALSE, quote = FALSE)
