# Makes the synthetic data of studies/redcap and studies/cdisc:  Rscript studies/make-examples.R
# Needs the package haven. The data carry no clinical evidence.
library(haven)
set.seed(20240229)
n <- 120
treated <- rep(0:1, n / 2)
age <- round(pmin(pmax(rnorm(n, 62, 10), 30), 88))
sex <- sample(1:2, n, TRUE)
ecog <- sample(0:2, n, TRUE, c(0.5, 0.4, 0.1))
start <- as.Date("2021-01-04") + sample(0:500, n, TRUE)
progression <- round(rexp(n, exp(-0.5 * treated + 0.3 * ecog) / 220)) + 1
death <- progression + round(rexp(n, 1 / 300)) + 1
followed <- round(runif(n, 200, 1100))

# REDCap: the raw export, with a column for each choice of a checkbox and codes for choices.
boxes <- sapply(c(0.35, 0.25, 0.2), function(p) as.integer(runif(n) < p))
day <- function(offset, known) ifelse(known, format(start + offset), "")
redcap <- data.frame(
  record_id = seq_len(n), redcap_data_access_group = sample(c("north", "south"), n, TRUE), arm = treated + 1, age = age,
  sex = sex, ecog = ecog, metastases___1 = boxes[, 1], metastases___2 = boxes[, 2], metastases___3 = boxes[, 3],
  response = sample(c(1:4, ""), n, TRUE, c(0.1, 0.3, 0.3, 0.2, 0.1)), enrolled = paste(format(start), "09:30"),
  progressed = day(progression, progression <= followed), died = day(death, death <= followed),
  last_seen = format(start + pmin(death, followed)), demographics_complete = 2)
write.csv(redcap, "studies/redcap/data/export.csv", row.names = FALSE, quote = FALSE)

# CDISC ADaM: one row a patient in ADSL, one row a patient and parameter in ADTTE, one row an event in ADAE.
id <- sprintf("GWD-01-%03d", seq_len(n))
labelled_as <- function(data, labels) {
  for (name in names(labels)) attr(data[[name]], "label") <- labels[[name]]
  data
}
adsl <- labelled_as(data.frame(
  STUDYID = "GWD-01", USUBJID = id, TRT01P = c("Placebo", "Active")[treated + 1], AGE = age, SEX = c("M", "F")[sex],
  ECOGBL = ecog, TRTSDT = start, SAFFL = ifelse(runif(n) < 0.97, "Y", "N")), c(
  USUBJID = "Unique Subject Identifier", TRT01P = "Planned Treatment for Period 01", AGE = "Age", SEX = "Sex",
  ECOGBL = "ECOG Performance Status at Baseline", TRTSDT = "Date of First Exposure to Treatment",
  SAFFL = "Safety Population Flag"))
parameter <- function(code, name, time) data.frame(
  USUBJID = id, PARAMCD = code, PARAM = name, STARTDT = start, ADT = start + pmin(time, followed),
  AVAL = pmin(time, followed), CNSR = as.integer(time > followed))
adtte <- rbind(parameter("OS", "Overall Survival (days)", death), parameter("PFS", "Progression-Free Survival (days)", progression))
adtte <- labelled_as(adtte[order(adtte$USUBJID, adtte$PARAMCD), ], c(AVAL = "Analysis Value", CNSR = "Censor"))
events <- sample(seq_len(n), 260, TRUE)
adae <- data.frame(
  USUBJID = id[events], AEDECOD = sample(c("Fatigue", "Nausea", "Diarrhoea", "Rash", "Anaemia"), 260, TRUE),
  AETOXGR = as.character(sample(1:4, 260, TRUE, c(0.45, 0.35, 0.15, 0.05))), TRTEMFL = sample(c("Y", ""), 260, TRUE, c(0.9, 0.1)))
for (name in c("adsl", "adtte", "adae")) write_xpt(get(name), sprintf("studies/cdisc/data/%s.xpt", name), version = 5, name = toupper(name))
