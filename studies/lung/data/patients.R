# Makes patients.csv from the data set `lung` of R's package survival. Run: Rscript patients.R
library(survival)
patients <- lung[, c("inst", "time", "status", "age", "sex", "ph.ecog", "ph.karno", "wt.loss")]
names(patients) <- c("institution", "time", "status", "age", "sex", "ecog", "karnofsky", "weight_loss_lb")
write.csv(cbind(id = seq_len(nrow(patients)), patients), "patients.csv", row.names = FALSE, na = "", quote = FALSE)
