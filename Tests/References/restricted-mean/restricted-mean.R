# Restricted mean survival times of two arms by survRM2.
source(file.path(dirname(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))), "..", "reference.R"))

rmst <- function(args, data, case) {
  event <- as.integer(data[[args$event]] == args$event_value)
  arm <- as.integer(as.character(data[[args$arm]]) == as.character(args$arm1_value))
  fit <- survRM2::rmst2(data[[args$time]], event, arm, tau = args$tau)
  one_arm <- function(f) {
    list(
      rmst = I(unname(f$result[1, ])), rmtl = I(unname(f$result[2, ])), columns = I(colnames(f$result)),
      result = unname(f$result))
  }
  contrast <- fit$unadjusted.result
  list(
    tau = args$tau, arm0 = one_arm(fit$RMST.arm0), arm1 = one_arm(fit$RMST.arm1),
    contrast = list(rows = I(rownames(contrast)), columns = I(colnames(contrast)), value = unname(contrast)))
}

rerun(here(), list(rmst = rmst))
