# Writes patients.csv from the data set `colon` of R's package survival: one row a patient instead of two.
# Usage: Rscript patients.R
suppressMessages(library(survival))
recurrence <- colon[colon$etype == 1, ]
death <- colon[colon$etype == 2, ]
stopifnot(identical(recurrence$id, death$id), nrow(recurrence) == 929)
patients <- data.frame(
  id = death$id, arm = as.character(death$rx), age = death$age, sex = ifelse(death$sex == 1, "Male", "Female"),
  obstruction = death$obstruct, perforation = death$perfor, adherence = death$adhere, nodes = death$nodes,
  differentiation = c("Well", "Moderate", "Poor")[death$differ], extent = death$extent, late_surgery = death$surg,
  recurrence_days = recurrence$time,
  # 0 no event, 1 recurrence, 2 death without a recurrence.
  recurrence_status = ifelse(recurrence$status == 1, 1, ifelse(death$status == 1, 2, 0)),
  death_days = death$time, died = death$status)
# Disease-free survival ends with the first of the two.
patients$free_days <- pmin(patients$recurrence_days, patients$death_days)
patients$relapsed_or_died <- as.integer(patients$recurrence_status > 0)
write.csv(patients, "patients.csv", row.names = FALSE, na = "", quote = FALSE)
