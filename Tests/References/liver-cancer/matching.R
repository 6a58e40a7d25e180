# Recomputes matching.json: what R gets for the matched and the weighted patients of the liver-cancer study, whose data are
# SYNTHETIC. The rule of matching is written out: treated in descending score, ties in the order of the file, the nearest
# control within 0.2 standard deviations of the linear predictor, ties to the first in the file, nobody twice.
# Run from Tests/References.
suppressMessages(library(survival))
folder <- file.path("..", "..", "studies", "hcc", "data")
d <- read.csv(file.path(folder, "patients.csv"), na.strings = "", stringsAsFactors = FALSE, encoding = "UTF-8")
for (v in c("treatment_start", "progression_date", "death_date", "last_contact_date")) d[[v]] <- as.Date(d[[v]])
end <- d$progression_date; end[is.na(end)] <- d$death_date[is.na(end)]
x <- data.frame(
  arm = as.integer(d$arm == "RT+IO+T"), age = as.integer(d$age >= 60), ecog = as.integer(d$ecog >= 1),
  diam = as.integer(d$tumor_diameter_cm >= 10), ehm = as.integer(d$extrahepatic_metastasis == "Yes"),
  line = as.integer(d$treatment_line != "First-line"), pe = as.integer(!is.na(end)), oe = as.integer(!is.na(d$death_date)))
end[is.na(end)] <- d$last_contact_date[is.na(end)]
x$pt <- as.numeric(end - d$treatment_start); x$ot <- as.numeric(d$last_contact_date - d$treatment_start)
model <- glm(arm ~ age + ecog + diam + ehm + line, binomial, x, epsilon = 1e-14, maxit = 100)
# Rounding splits equal scores; ten decimals join them again.
score <- round(predict(model), 10); width <- 0.2 * sd(score)
treated <- which(x$arm == 1)[order(-score[x$arm == 1], which(x$arm == 1))]; free <- which(x$arm == 0)
set <- rep(NA, nrow(x))
for (i in treated) {
  distance <- abs(score[free] - score[i])
  if (length(free) && min(distance) <= width) {
    j <- free[which.min(distance)]; set[c(i, j)] <- i; free <- setdiff(free, j)
  }
}
x$set <- set; matched <- x[!is.na(set), ]
median_of <- function(t, e, rows, w = NULL) {
  fit <- survfit(Surv(t, e) ~ 1, subset = rows, weights = w, conf.type = "log-log")
  unname(unlist(quantile(fit, 0.5)) / 30.4375)
}
effect <- function(data, t, e, weight = NULL, clusters = NULL) {
  data$t <- data[[t]]; data$e <- data[[e]]; data$w <- if (is.null(weight)) 1 else data[[weight]]
  data$c <- if (is.null(clusters)) seq_len(nrow(data)) else data[[clusters]]
  control <- coxph.control(eps = 3e-12, iter.max = 50)
  fit <- if (is.null(weight) && is.null(clusters)) coxph(Surv(t, e) ~ arm, data, control = control)
    else coxph(Surv(t, e) ~ arm, data, weights = w, cluster = c, control = control)
  s <- summary(fit)
  list(ratio = exp(coef(fit)[[1]]), limits = as.vector(exp(confint(fit))), p = s$coefficients[1, ncol(s$coefficients)],
       error = sqrt(vcov(fit)[1]))
}
rank_test <- function(data, t, e) { s <- survdiff(Surv(data[[t]], data[[e]]) ~ data$arm); c(s$chisq, 1 - pchisq(s$chisq, 1)) }
ps <- fitted(model)
x$all <- ifelse(x$arm == 1, 1 / ps, 1 / (1 - ps)); x$overlap <- ifelse(x$arm == 1, 1 - ps, ps)
text <- function(v) if (is.list(v)) paste0("{", paste0("\"", names(v), "\": ", vapply(v, text, ""), collapse = ", "), "}") else
  if (length(v) == 1) sprintf("%.17g", v) else paste0("[", paste(sprintf("%.17g", v), collapse = ", "), "]")
one <- function(p, t, e) list(effect = effect(matched, t, e), clustered = effect(matched, t, e, clusters = "set"),
  log_rank = rank_test(matched, t, e),
  treated_median = median_of(matched[[t]], matched[[e]], matched$arm == 1), control_median = median_of(matched[[t]], matched[[e]], matched$arm == 0))
result <- list(
  coefficients = as.vector(coef(model)), caliper = width, pairs = length(unique(na.omit(set))),
  # Each row's partner in the file, 0 for none.
  partner = sapply(seq_len(nrow(x)), function(i) { k <- setdiff(which(set == set[i]), i); if (is.na(set[i])) 0 else k }),
  pfs = one("pfs", "pt", "pe"), os = one("os", "ot", "oe"),
  weighted_all = effect(x, "pt", "pe", "all"),
  weighted_overlap = effect(x, "pt", "pe", "overlap"),
  weighted_all_treated_median = { f <- survfit(Surv(pt, pe) ~ 1, x, subset = arm == 1, weights = all); unname(quantile(f, .5)$quantile) / 30.4375 },
  unmatched_restricted_mean = unname(sapply(0:1, function(a) summary(survfit(Surv(pt, pe) ~ 1, x, subset = arm == a), rmean = 24 * 30.4375)$table["rmean"] / 30.4375)))
writeLines(gsub(", \"(pfs|os|partner|weighted_all|weighted_overlap|weighted_all_treated_median|unmatched_restricted_mean)\"", ",\n\"\\1\"", text(result)), "liver-cancer/matching.json")
