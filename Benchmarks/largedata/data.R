# Writes a registry of N seeded patients as CSV: Rscript data.R FILE N
library(data.table)
arguments <- commandArgs(TRUE)
n <- as.integer(as.numeric(arguments[2]))
set.seed(20240229)
levels <- function(values, probabilities) sample(values, n, TRUE, probabilities)
age <- round(pmin(pmax(rnorm(n, 63, 11), 18), 95))
bmi <- round(pmax(rnorm(n, 26, 4), 14), 1)
albumin <- round(pmax(rnorm(n, 40, 5), 15), 1)
platelets <- round(pmax(rnorm(n, 220, 70), 20))
arm <- levels(c("Control", "Treated"), c(0.5, 0.5))
sex <- levels(c("Female", "Male"), c(0.45, 0.55))
stage <- levels(c("I", "II", "III", "IV"), c(0.2, 0.3, 0.3, 0.2))
ecog <- levels(0:2, c(0.5, 0.35, 0.15))
smoker <- levels(c("Never", "Former", "Current"), c(0.4, 0.35, 0.25))
diabetes <- levels(c("No", "Yes"), c(0.8, 0.2))
region <- levels(c("North", "East", "South", "West"), rep(0.25, 4))
risk <- exp(-0.25 * (arm == "Treated") + 0.02 * (age - 63) + 0.35 * match(stage, c("I", "II", "III", "IV")) + 0.3 * ecog -
            0.03 * (albumin - 40) + 0.1 * (sex == "Male") + 0.2 * (smoker == "Current") + 0.15 * (diabetes == "Yes"))
death <- ceiling(rexp(n, risk / 4000))
censoring <- ceiling(runif(n, 30, 3650))
fwrite(data.table(
  id = seq_len(n), time = as.integer(pmin(death, censoring)), status = as.integer(death <= censoring), arm, age, sex, bmi,
  albumin, platelets, stage, ecog, smoker, diabetes, region), arguments[1])
