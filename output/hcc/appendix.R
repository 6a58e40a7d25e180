# Radiotherapy with immunotherapy and targeted therapy in unresectable hepatocellular carcinoma
# The study's numbers computed again by R, each beside that of greenwood 0.1.0.
# Run it in the study file's folder, or name that folder:  Rscript appendix.R FOLDER
level <- 0.95
quantile_type <- 7
interval_scale <- "log-log"
suppressPackageStartupMessages(library(survival))
folder <- commandArgs(TRUE)[1]
if (is.na(folder)) folder <- "."
patients <- function(file, sep, missing, key, encoding = "UTF-8-BOM") {
  d <- read.csv(file.path(folder, file), sep = sep, colClasses = "character", na.strings = c("", missing),
                check.names = FALSE, fileEncoding = encoding, strip.white = TRUE)
  in_order(d, key)
}
# Patients by their key: as numbers if all keys are whole numbers, else by their letters' codes.
in_order <- function(d, key) {
  if (is.null(key)) return(d)
  k <- d[[key]]
  d[if (all(grepl("^[+-]?[0-9]+$", k))) order(as.numeric(k)) else order(k, method = "radix"), , drop = FALSE]
}
own_columns <- function(x) x[intersect(c("time", "event", "cause", "entry", "weight", "set", "group"), names(x))]
day <- function(x) as.numeric(as.Date(x))
earliest <- function(...) {
  x <- suppressWarnings(do.call(pmin, c(list(...), na.rm = TRUE)))
  ifelse(is.finite(x), x, NA)
}
# Time in days and status (0 censored, 1 event, 2 competing) of an endpoint made of dates.
from_dates <- function(start, events, competing, contact, cutoff) {
  counted <- function(x) lapply(x, function(day) ifelse(day > cutoff, NA, day))
  none <- list(rep(NA_real_, length(start)))
  event <- do.call(earliest, c(counted(events), none))
  other <- do.call(earliest, c(counted(competing), none))
  last <- do.call(earliest, c(events, competing, none))
  last <- pmin(ifelse(is.na(last), contact, last), cutoff)
  is_event <- !is.na(event) & (is.na(other) | event <= other)
  is_other <- !is_event & !is.na(other)
  data.frame(time = ifelse(is_event, event, ifelse(is_other, other, last)) - start,
             status = ifelse(is_event, 1, ifelse(is_other, 2, 0)))
}
includes <- function(x, answer) vapply(strsplit(x, separator, fixed = TRUE), function(y) answer %in% trimws(y), NA)
# How often each level before went with each after, where both are known; a level is a set of values.
paired_table <- function(d, before, after, levels) {
  code <- function(x) {
    place <- rep(NA_integer_, length(x))
    for (i in seq_along(levels)) place[x %in% levels[[i]]] <- i
    factor(place, levels = seq_along(levels))
  }
  table(code(d[[before]]), code(d[[after]]))
}
# Where all have one value, R's test stops: there is no other table with these margins.
# The trend of a share over ordered levels, or of the last of two levels over ordered groups.
trend <- function(counts) {
  if (ncol(counts) != 2) counts <- t(counts)[, 2:1]
  if (nrow(counts) == 2 && ncol(counts) == 2) counts <- counts[, 1:2]
  suppressWarnings(prop.trend.test(counts[, 2], rowSums(counts)))
}
fisher <- function(counts) if (min(dim(counts)) < 2) 1 else fisher.test(counts, workspace = 2e7)$p.value
made <- 0
failed <- 0
omitted <- character()
left_out <- function(what) omitted <<- c(omitted, what)
compare <- function(name, value, ours, tolerance = 1e-6) {
  # Where R stops it has no number.
  value <- tryCatch(unname(as.numeric(value))[1], error = function(e) NA)
  agrees <- isTRUE(abs(value - ours) <= tolerance * max(abs(ours), 1e-3))
  made <<- made + 1
  failed <<- failed + !agrees
  cat(sprintf("%-68s %14.8g %14.8g %s\n", name, value, ours, if (agrees) "" else "DIFFERS"))
}
finish <- function() {
  for (what in omitted) cat("Not computed here:", what, "\n")
  cat(sprintf("%d numbers, %d differ\n", made, failed))
  if (failed > 0) quit(status = 1)
}
fine <- coxph.control(eps = 1e-11, iter.max = 100)
# The hazard ratio and its limits, without R's summary: it has none of exact ties with late entry.
hazard <- function(fit, term, limit = 0) {
  place <- match(term, names(coef(fit)))
  exp(coef(fit)[[place]] + limit * qnorm((1 + level) / 2) * sqrt(fit$var[place, place]))
}
median_of <- function(fit) unname(summary(fit)$table["median"])
cat(sprintf("%-68s %14s %14s\n", "", "R", "ours"))
d <- patients("data/patients.csv", ",", c(), "id")
compare("Rows of data/patients.csv", nrow(d), 71.0)

# Those elements of a named vector that have a number of ours.
compare_all <- function(title, values, ours, tolerance = 1e-6) {
  values <- tryCatch(values, error = function(e) c(none = NA))
  for (name in names(ours)) compare(paste0(title, ": ", name), values[name], ours[[name]], tolerance)
}
chi_squared <- function(name, statistic, df) {
  setNames(c(statistic, df, pchisq(statistic, df, lower.tail = FALSE)), paste0(name, c("", ", degrees of freedom", ", p")))
}
# A value with a normal interval.
with_error <- function(name, value, error) {
  half <- qnorm((1 + level) / 2) * error
  setNames(c(value, value - half, value + half, error), c(name, "lower", "upper", "standard error"))
}
# The difference of two estimates, or by their logarithms the ratio, with Wald's test. An estimate is a value, its error, patients and events.
contrast <- function(first, second, logarithm = FALSE) {
  value <- if (logarithm) log(second[1] / first[1]) else second[1] - first[1]
  error <- sqrt(sum(if (logarithm) c(first[2] / first[1], second[2] / second[1])^2 else c(first[2], second[2])^2))
  z <- unname(value / error)
  x <- with_error("contrast", unname(value), error)
  if (logarithm) x[1:3] <- exp(x[1:3])
  c(x, z = z, p = 2 * pnorm(-abs(z)), patients = unname(first["patients"] + second["patients"]),
    events = unname(first["events"] + second["events"]))
}
# Variables
separator <- ";"
d[["age"]] <- as.numeric(d[["age"]])
d[["sex"]] <- factor(d[["sex"]], levels = c("Female", "Male"))
d[["hbv"]] <- factor(d[["hbv"]], levels = c("No", "Yes"))
d[["bclc"]] <- factor(d[["bclc"]], levels = c("B", "C"))
d[["child_pugh"]] <- factor(d[["child_pugh"]], levels = c("A", "B"))
d[["ecog_group"]] <- factor(c("0", "1–2")[findInterval(as.numeric(d[["ecog"]]), c(1)) + 1], levels = c("0", "1–2"))
d[["afp_group"]] <- factor(c("<400", "≥400")[findInterval(as.numeric(d[["afp_ng_ml"]]), c(400)) + 1], levels = c("<400", "≥400"))
d[["diameter_group"]] <- factor(c("<10", "≥10")[findInterval(as.numeric(d[["tumor_diameter_cm"]]), c(10)) + 1], levels = c("<10", "≥10"))
d[["extrahepatic_metastasis"]] <- factor(d[["extrahepatic_metastasis"]], levels = c("No", "Yes"))
d[["portal_vein_invasion"]] <- factor(d[["portal_vein_invasion"]], levels = c("No", "Yes"))
d[["treatment_line"]] <- factor(d[["treatment_line"]], levels = c("First-line", "Second-line and beyond"))
d[["treatment_stage"]] <- factor(d[["treatment_stage"]], levels = c("naive", "recurrent"))
d[["prior_locoregional"]] <- factor(d[["prior_locoregional"]], levels = c("No", "TACE", "HAIC"))
d[["best_response_3mo"]] <- factor(d[["best_response_3mo"]], levels = c("CR", "PR", "SD", "PD"))
d[["rt_sites"]] <- d[["rt_sites"]]
d[["rt_technique"]] <- factor(d[["rt_technique"]], levels = c("IMRT", "SBRT"))
d[["rt_total_dose_gy"]] <- as.numeric(d[["rt_total_dose_gy"]])
d[["rt_fractions"]] <- as.numeric(d[["rt_fractions"]])
d[["age_group"]] <- factor(c("<60", "≥60")[findInterval(as.numeric(d[["age"]]), c(60)) + 1], levels = c("<60", "≥60"))
d[["prior_therapy"]] <- factor(c("No", "Yes", "Yes")[match(as.character(d[["prior_locoregional"]]), c("No", "TACE", "HAIC"))], levels = c("No", "Yes"))
d[["bed10"]] <- (d[["rt_total_dose_gy"]] * (1 + ((d[["rt_total_dose_gy"]] / d[["rt_fractions"]]) / 10)))
d[["rt_target"]] <- factor(ifelse(includes(d[["rt_sites"]], "PVTT/HVTT") %in% TRUE, "Tumour thrombus", ifelse(includes(d[["rt_sites"]], "Liver lesions") %in% TRUE, "Liver lesions", NA)), levels = c("Tumour thrombus", "Liver lesions"))
d[["arm "]] <- factor(d[["arm"]], levels = c("IO+T", "RT+IO+T"))
compare("Patients read", nrow(d), 71.0)
compare("Patients analysed", nrow(d), 71.0)
compare("Arm IO+T", sum(d[["arm "]] %in% "IO+T"), 42.0)
compare("Arm RT+IO+T", sum(d[["arm "]] %in% "RT+IO+T"), 29.0)
compare("Missing: Site", sum(is.na(d[["rt_sites"]])), 42.0)
compare("Missing: Technique", sum(is.na(d[["rt_technique"]])), 42.0)
compare("Missing: Total dose", sum(is.na(d[["rt_total_dose_gy"]])), 42.0)
compare("Missing: Fractions", sum(is.na(d[["rt_fractions"]])), 42.0)
compare("Missing: Biologically effective dose, α/β = 10 Gy", sum(is.na(d[["bed10"]])), 42.0)
compare("Missing: Radiotherapy target", sum(is.na(d[["rt_target"]])), 44.0)

# Endpoints: time in days, status 1 for the event
e <- from_dates(day(d[["treatment_start"]]), list(day(d[["progression_date"]]), day(d[["death_date"]])), list(), day(d[["last_contact_date"]]), day("2025-04-30"))
d[["time pfs"]] <- e$time; d[["status pfs"]] <- e$status
e <- from_dates(day(d[["treatment_start"]]), list(day(d[["death_date"]])), list(), day(d[["last_contact_date"]]), day("2025-04-30"))
d[["time os"]] <- e$time; d[["status os"]] <- e$status

# Populations
# Each unit's partners by row: of two at the same distance the earlier; every unit gets one before any gets a second.
match_nearest <- function(score, treated, stratum, order, ratio, width, again) {
  units <- which(treated)
  if (order == "largest") units <- units[order(-score[units])]
  if (order == "smallest") units <- units[order(score[units])]
  free <- !treated
  partners <- list()
  for (turn in seq_len(ratio)) {
    met <- integer()
    for (unit in units) {
      own <- as.character(unit)
      open <- free & stratum == stratum[unit]
      open[partners[[own]]] <- FALSE
      distance <- ifelse(open, abs(score - score[unit]), Inf)
      nearest <- which(distance <= min(distance) + 1e-7 & is.finite(distance))[1]
      if (is.na(nearest) || distance[nearest] > width) next
      if (!again) free[nearest] <- FALSE
      partners[[own]] <- c(partners[[own]], nearest)
      met <- c(met, unit)
    }
    units <- met
  }
  partners
}
# As many pairs as possible, then the smallest sum of distances: in ascending order of the score no two pairs cross.
match_optimal <- function(score, treated, stratum, ratio, width) {
  partners <- list()
  for (rows in split(seq_along(score), stratum)) {
    rows <- rows[order(score[rows])]
    units <- rep(rows[treated[rows]], each = ratio)
    others <- rows[!treated[rows]]
    pairs <- matrix(0, length(units) + 1, length(others) + 1)
    total <- pairs
    choice <- pairs
    for (i in seq_along(units)) for (j in seq_along(others)) {
      without <- pairs[i + 1, j] > pairs[i, j + 1] ||
        (pairs[i + 1, j] == pairs[i, j + 1] && total[i + 1, j] <= total[i, j + 1])
      from <- if (without) c(i + 1, j) else c(i, j + 1)
      best <- c(pairs[from[1], from[2]], total[from[1], from[2]], if (without) 1 else 0)
      distance <- abs(score[units[i]] - score[others[j]])
      both <- c(pairs[i, j] + 1, total[i, j] + distance, 2)
      if (distance <= width && (both[1] > best[1] || (both[1] == best[1] && both[2] < best[2]))) best <- both
      pairs[i + 1, j + 1] <- best[1]; total[i + 1, j + 1] <- best[2]; choice[i + 1, j + 1] <- best[3]
    }
    i <- length(units); j <- length(others)
    while (i > 0 && j > 0) {
      if (choice[i + 1, j + 1] == 2) {
        own <- as.character(units[i])
        partners[[own]] <- c(partners[[own]], others[j])
        i <- i - 1; j <- j - 1
      } else if (choice[i + 1, j + 1] == 1) j <- j - 1 else i <- i - 1
    }
  }
  partners
}
# Units count 1, their partners together as much, with a mean of 1; nobody else counts.
weights_of <- function(m, partners) {
  weight <- numeric(nrow(m))
  set <- rep(NA_integer_, nrow(m))
  for (own in names(partners)) {
    unit <- as.integer(own)
    weight[unit] <- 1
    weight[partners[[own]]] <- weight[partners[[own]]] + 1 / length(partners[[own]])
    set[c(unit, partners[[own]])] <- unit
  }
  taken <- unique(unlist(partners))
  weight[taken] <- weight[taken] / mean(weight[taken])
  list(weight = weight, set = set)
}
# The matched patients in their order.
matched <- function(m, partners) {
  made <- weights_of(m, partners)
  m[["weight "]] <- made$weight
  m[["set "]] <- made$set
  m[made$weight > 0, , drop = FALSE]
}
matching_numbers <- function(score, treated, partners, width) {
  far <- unlist(lapply(names(partners), function(own) abs(score[as.integer(own)] - score[partners[[own]]])))
  c(treated = sum(treated), controls = sum(!treated), "matched treated patients" = length(partners),
    "matched controls" = length(unique(unlist(partners))), sets = length(partners), caliper = width,
    "distances, summed" = sum(far), "largest distance" = suppressWarnings(max(far)))
}
populations <- list(); candidates <- list()
populations[["all"]] <- d
populations[["rt_arm"]] <- d[(d[["arm"]] == "RT+IO+T") %in% TRUE, , drop = FALSE]
m <- d; asked <- nrow(m)
m <- m[complete.cases(m[c("arm ", "age_group", "ecog_group", "diameter_group", "extrahepatic_metastasis", "treatment_line")]), , drop = FALSE]
treated <- m[["arm "]] == "RT+IO+T"
design <- data.frame("treated " = treated, m[c("age_group", "ecog_group", "diameter_group", "extrahepatic_metastasis", "treatment_line")], check.names = FALSE)
design[] <- lapply(design, function(v) if (length(unique(v)) < 2) rep(0, length(v)) else v)
candidates[["matched"]] <- m
propensity <- glm(`treated ` ~ ., data = design, family = binomial, control = list(epsilon = 1e-14, maxit = 100))
score <- signif(predict(propensity), 9)
compare("Matched patients: missing", asked - nrow(m), 0.0)
fit <- propensity
logistic_numbers <- function(fit) {
  c(patients = length(fit$y), outcomes = sum(fit$y), trials = length(fit$y), "log-likelihood" = as.numeric(logLik(fit)),
    deviance = deviance(fit), "null deviance" = fit$null.deviance, Akaike = AIC(fit))
}
# The chance that who has the outcome has the higher score, with DeLong's variance.
area_under_curve <- function(score, outcome) {
  score <- signif(score, 12)
  higher <- outer(score[outcome == 1], score[outcome == 0], function(a, b) (a > b) + (a == b) / 2)
  error <- sqrt(var(rowMeans(higher)) / nrow(higher) + var(colMeans(higher)) / ncol(higher))
  x <- with_error("area", mean(higher), error)
  x["lower"] <- max(0, x["lower"]); x["upper"] <- min(1, x["upper"])
  c(x, patients = length(score), events = sum(outcome))
}
# An interval of all values that the likelihood-ratio test does not reject.
profile_limits <- function(fit, place) {
  columns <- model.matrix(fit)
  apart <- function(b) {
    rest <- glm.fit(columns[, -place, drop = FALSE], fit$y, offset = columns[, place] * b, family = binomial(),
                    control = list(epsilon = 1e-13, maxit = 100))
    rest$deviance - deviance(fit) - qchisq(level, 1)
  }
  value <- coef(fit)[place]
  step <- sqrt(vcov(fit)[place, place])
  limit <- function(sign) {
    far <- 2
    while (suppressWarnings(apart(value + sign * far * step)) < 0 && far < 1000) far <- far * 2
    exp(suppressWarnings(uniroot(apart, sort(value + sign * c(0, far) * step), tol = 1e-11))$root)
  }
  c("profile, lower" = limit(-1), "profile, upper" = limit(1))
}
logistic_coefficient <- function(fit, name) {
  row <- summary(fit)$coefficients[name, ]
  x <- with_error("odds ratio", row[[1]], row[[2]])
  x[1:3] <- exp(x[1:3])
  c(x, coefficient = row[[1]], z = row[[3]], p = row[[4]], patients = length(fit$y), events = sum(fit$y),
    profile_limits(fit, match(name, names(coef(fit)))))
}
logistic_term <- function(fit, term) {
  own <- which(attr(model.matrix(fit), "assign") == match(term, attr(terms(fit), "term.labels")))
  own <- own[!is.na(coef(fit)[own])]
  value <- coef(fit)[own]
  columns <- model.matrix(fit)[, setdiff(which(!is.na(coef(fit))), own), drop = FALSE]
  smaller <- glm.fit(columns, fit$y, family = binomial(), control = list(epsilon = 1e-13, maxit = 100))
  c(chi_squared("Wald test", drop(value %*% solve(vcov(fit)[own, own, drop = FALSE], value)), length(own)),
    chi_squared("likelihood-ratio test", smaller$deviance - deviance(fit), fit$rank - smaller$rank))
}
compare_all("Matched patients: score", logistic_numbers(fit), c("patients" = 71.0, "outcomes" = 29.0, "trials" = 71.0, "log-likelihood" = -39.3848013646839, "deviance" = 78.7696027293678, "null deviance" = 96.03313646484835, "Akaike" = 90.7696027293678))
compare_all("Matched patients: score: area under the curve", area_under_curve(fitted(fit), fit$y), c("area" = 0.7664203612479475, "lower" = 0.6567907121583656, "upper" = 0.8760500103375295, "standard error" = 0.05593452224343234, "patients" = 71.0, "events" = 29.0))
compare_all("Matched patients: score: (Intercept)", logistic_coefficient(fit, "(Intercept)"), c("coefficient" = -0.28678827890947417, "z" = -0.352897669420413, "p" = 0.724165158105224, "odds ratio" = 0.7506706448210889, "lower" = 0.15265325038239053, "upper" = 3.691414467654946, "patients" = 71.0, "events" = 29.0, "standard error" = 0.8126669676807029, "profile, lower" = 0.14354677458644435, "profile, upper" = 3.739363027354684))
compare_all("Matched patients: score: age_group≥60", logistic_coefficient(fit, "age_group≥60"), c("coefficient" = 0.26858397541230383, "z" = 0.44773566405462206, "p" = 0.6543439796079586, "odds ratio" = 1.3081108215639712, "lower" = 0.40367586157167673, "upper" = 4.238930499412423, "patients" = 71.0, "events" = 29.0, "standard error" = 0.5998717479417445, "profile, lower" = 0.4070521121557299, "profile, upper" = 4.4288038376286245))
compare_all("Matched patients: score: ecog_group1–2", logistic_coefficient(fit, "ecog_group1–2"), c("coefficient" = -1.2955639775585825, "z" = -1.7430971759599885, "p" = 0.0813166418358307, "odds ratio" = 0.27374343563387216, "lower" = 0.06378003416781915, "upper" = 1.17490480415022, "patients" = 71.0, "events" = 29.0, "standard error" = 0.7432540167160028, "profile, lower" = 0.05954762287522498, "profile, upper" = 1.1451235414458591))
compare_all("Matched patients: score: diameter_group≥10", logistic_coefficient(fit, "diameter_group≥10"), c("coefficient" = -0.10924144320280199, "z" = -0.15968321716713735, "p" = 0.873130622007809, "odds ratio" = 0.8965139341694505, "lower" = 0.23455169971090703, "upper" = 3.4266954157681204, "patients" = 71.0, "events" = 29.0, "standard error" = 0.6841134913286541, "profile, lower" = 0.22254829287581582, "profile, upper" = 3.405845943782544))
compare_all("Matched patients: score: extrahepatic_metastasisYes", logistic_coefficient(fit, "extrahepatic_metastasisYes"), c("coefficient" = -0.10341949094439513, "z" = -0.17348724920028655, "p" = 0.8622684495797436, "odds ratio" = 0.9017486187491868, "lower" = 0.2803276184921375, "upper" = 2.900715155324138, "patients" = 71.0, "events" = 29.0, "standard error" = 0.596121567556818, "profile, lower" = 0.27290776585958415, "profile, upper" = 2.89821849165386))
compare_all("Matched patients: score: treatment_lineSecond-line and beyond", logistic_coefficient(fit, "treatment_lineSecond-line and beyond"), c("coefficient" = 1.9888097364991635, "z" = 3.3317788372427968, "p" = 0.0008629280421221978, "odds ratio" = 7.306831529485596, "lower" = 2.2679254108292284, "upper" = 23.54124467469313, "patients" = 71.0, "events" = 29.0, "standard error" = 0.5969212944953444, "profile, lower" = 2.391703287282764, "profile, upper" = 25.539027672991985))
compare_all("Matched patients: score: age_group", logistic_term(fit, "age_group"), c("Wald test" = 0.2004672248664334, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.6543439796079586, "likelihood-ratio test" = 0.20211432352995473, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.6530196104686504))
compare_all("Matched patients: score: age_group, wald", c(patients = length(fit$y), events = sum(fit$y)), c("patients" = 71.0, "events" = 29.0))
compare_all("Matched patients: score: age_group, likelihood-ratio", c(patients = length(fit$y), events = sum(fit$y)), c("patients" = 71.0, "events" = 29.0))
compare_all("Matched patients: score: ecog_group", logistic_term(fit, "ecog_group"), c("Wald test" = 3.0383877648396873, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.08131664183583104, "likelihood-ratio test" = 3.1454417156733285, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.07613938261531586))
compare_all("Matched patients: score: ecog_group, wald", c(patients = length(fit$y), events = sum(fit$y)), c("patients" = 71.0, "events" = 29.0))
compare_all("Matched patients: score: ecog_group, likelihood-ratio", c(patients = length(fit$y), events = sum(fit$y)), c("patients" = 71.0, "events" = 29.0))
compare_all("Matched patients: score: diameter_group", logistic_term(fit, "diameter_group"), c("Wald test" = 0.02549872984484714, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.873130622007809, "likelihood-ratio test" = 0.025579152001910188, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.8729324059804027))
compare_all("Matched patients: score: diameter_group, wald", c(patients = length(fit$y), events = sum(fit$y)), c("patients" = 71.0, "events" = 29.0))
compare_all("Matched patients: score: diameter_group, likelihood-ratio", c(patients = length(fit$y), events = sum(fit$y)), c("patients" = 71.0, "events" = 29.0))
compare_all("Matched patients: score: extrahepatic_metastasis", logistic_term(fit, "extrahepatic_metastasis"), c("Wald test" = 0.030097825635082325, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.8622684495797436, "likelihood-ratio test" = 0.030154492055018522, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.8621401508970072))
compare_all("Matched patients: score: extrahepatic_metastasis, wald", c(patients = length(fit$y), events = sum(fit$y)), c("patients" = 71.0, "events" = 29.0))
compare_all("Matched patients: score: extrahepatic_metastasis, likelihood-ratio", c(patients = length(fit$y), events = sum(fit$y)), c("patients" = 71.0, "events" = 29.0))
compare_all("Matched patients: score: treatment_line", logistic_term(fit, "treatment_line"), c("Wald test" = 11.100750220298963, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.0008629280421221987, "likelihood-ratio test" = 12.792793891798297, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.00034795707038864573))
compare_all("Matched patients: score: treatment_line, wald", c(patients = length(fit$y), events = sum(fit$y)), c("patients" = 71.0, "events" = 29.0))
compare_all("Matched patients: score: treatment_line, likelihood-ratio", c(patients = length(fit$y), events = sum(fit$y)), c("patients" = 71.0, "events" = 29.0))
on_logit <- TRUE
width <- 0.2 * sd(score)
stratum <- rep(1, nrow(m))
partners <- match_nearest(score, treated, stratum, "largest", 1, width, FALSE)
populations[["matched"]] <- matched(m, partners)
used <- weights_of(m, partners)$weight
# Differences are divided by the root of the mean variance of all candidates.
balance_row <- function(x, treated, w, pairs = NULL) {
  is_binary <- all(x %in% 0:1)
  spread <- function(x, w) {
    share <- w / sum(w)
    m <- sum(share * x)
    if (is_binary) m * (1 - m) else sum(share * (x - m)^2) / (1 - sum(share^2))
  }
  ones <- rep(1, length(x))
  divisor <- sqrt((spread(x[treated], ones[treated]) + spread(x[!treated], ones[!treated])) / 2)
  divided <- function(d) if (divisor > 0) d / divisor else if (d == 0) 0 else NA
  m1 <- weighted.mean(x[treated], w[treated]); m0 <- weighted.mean(x[!treated], w[!treated])
  at <- sort(unique(x))
  reached <- function(group) sapply(at, function(v) sum(w[group & x <= v]) / sum(w[group]))
  gaps <- abs(reached(treated) - reached(!treated))
  if (length(gaps) <= 2) gaps <- gaps[1]
  within <- if (is.null(pairs)) NA else divided(mean(abs(x[pairs[, 1]] - x[pairs[, 2]])))
  c("mean of the treated" = m1, "mean of the controls" = m0, difference = divided(m1 - m0),
    "variance ratio" = if (is_binary) NA else spread(x[treated], w[treated]) / spread(x[!treated], w[!treated]),
    "mean distance" = mean(gaps), "largest distance" = max(gaps), "distance in pairs" = within)
}
# Twenty bins of the probability.
spread_of <- function(score, group, w, on_logit) {
  chance <- if (on_logit) plogis(score) else score
  bin <- pmin(20, findInterval(chance, (0:20) / 20))
  setNames(sapply(1:20, function(i) sum(w[group & bin == i])), paste("bin", 1:20))
}
pairs_of <- function(partners) {
  if (length(partners) == 0) return(NULL)
  do.call(rbind, lapply(names(partners), function(own) cbind(as.integer(own), partners[[own]])))
}
pairs <- pairs_of(partners)
compare_all("Matched patients", matching_numbers(score, treated, partners, width), c("treated" = 29.0, "controls" = 42.0, "matched treated patients" = 18.0, "matched controls" = 18.0, "sets" = 18.0, "caliper" = 0.22710544644934796, "distances, summed" = 0.9110685605800677, "largest distance" = 0.2126609341471971))
compare_all("Matched patients: age_group≥60 before", balance_row(as.numeric(m[["age_group"]] == "≥60"), treated, rep(1, nrow(m)), NULL), c("mean of the treated" = 0.5172413793103449, "mean of the controls" = 0.5, "difference" = 0.03449301371641702, "mean distance" = 0.017241379310344807, "largest distance" = 0.017241379310344807))
compare_all("Matched patients: ecog_group1–2 before", balance_row(as.numeric(m[["ecog_group"]] == "1–2"), treated, rep(1, nrow(m)), NULL), c("mean of the treated" = 0.6896551724137931, "mean of the controls" = 0.8809523809523809, "difference" = -0.4790624706262384, "mean distance" = 0.19129720853858784, "largest distance" = 0.19129720853858784))
compare_all("Matched patients: diameter_group≥10 before", balance_row(as.numeric(m[["diameter_group"]] == "≥10"), treated, rep(1, nrow(m)), NULL), c("mean of the treated" = 0.17241379310344826, "mean of the controls" = 0.2619047619047619, "difference" = -0.2183362784983412, "mean distance" = 0.08949096880131364, "largest distance" = 0.08949096880131364))
compare_all("Matched patients: extrahepatic_metastasisYes before", balance_row(as.numeric(m[["extrahepatic_metastasis"]] == "Yes"), treated, rep(1, nrow(m)), NULL), c("mean of the treated" = 0.3448275862068966, "mean of the controls" = 0.38095238095238093, "difference" = -0.07518259583928717, "mean distance" = 0.036124794745484426, "largest distance" = 0.036124794745484426))
compare_all("Matched patients: treatment_lineSecond-line and beyond before", balance_row(as.numeric(m[["treatment_line"]] == "Second-line and beyond"), treated, rep(1, nrow(m)), NULL), c("mean of the treated" = 0.6551724137931034, "mean of the controls" = 0.23809523809523805, "difference" = 0.9241864564802015, "mean distance" = 0.4170771756978654, "largest distance" = 0.4170771756978654))
compare_all("Matched patients: age_group≥60 after", balance_row(as.numeric(m[["age_group"]] == "≥60"), treated, used, pairs), c("mean of the treated" = 0.5, "mean of the controls" = 0.5555555555555556, "difference" = -0.11114415530845467, "mean distance" = 0.05555555555555555, "largest distance" = 0.05555555555555555, "distance in pairs" = 0.33343246592536385))
compare_all("Matched patients: ecog_group1–2 after", balance_row(as.numeric(m[["ecog_group"]] == "1–2"), treated, used, pairs), c("mean of the treated" = 0.8333333333333334, "mean of the controls" = 0.7222222222222222, "difference" = 0.2782537383036523, "mean distance" = 0.1111111111111111, "largest distance" = 0.1111111111111111, "distance in pairs" = 0.27825373830365213))
compare_all("Matched patients: diameter_group≥10 after", balance_row(as.numeric(m[["diameter_group"]] == "≥10"), treated, used, pairs), c("mean of the treated" = 0.16666666666666669, "mean of the controls" = 0.05555555555555554, "difference" = 0.2710841867594083, "mean distance" = 0.11111111111111113, "largest distance" = 0.11111111111111113, "distance in pairs" = 0.5421683735188164))
compare_all("Matched patients: extrahepatic_metastasisYes after", balance_row(as.numeric(m[["extrahepatic_metastasis"]] == "Yes"), treated, used, pairs), c("mean of the treated" = 0.3888888888888889, "mean of the controls" = 0.3888888888888889, "difference" = 0.0, "mean distance" = 0.0, "largest distance" = 0.0, "distance in pairs" = 0.6937303161534234))
compare_all("Matched patients: treatment_lineSecond-line and beyond after", balance_row(as.numeric(m[["treatment_line"]] == "Second-line and beyond"), treated, used, pairs), c("mean of the treated" = 0.5555555555555556, "mean of the controls" = 0.4444444444444444, "difference" = 0.24620715310430571, "mean distance" = 0.1111111111111111, "largest distance" = 0.1111111111111111, "distance in pairs" = 0.2462071531043056))
compare("Matched patients: effective size, treated", sum(used[treated])^2 / sum(used[treated]^2), 18.0)
compare("Matched patients: effective size, controls", sum(used[!treated])^2 / sum(used[!treated]^2), 18.0)
compare_all("Matched patients: scores of IO+T before", spread_of(score, !treated, rep(1, nrow(m)), on_logit), c("bin 1" = 0.0, "bin 2" = 0.0, "bin 3" = 2.0, "bin 4" = 19.0, "bin 5" = 7.0, "bin 6" = 0.0, "bin 7" = 0.0, "bin 8" = 0.0, "bin 9" = 2.0, "bin 10" = 2.0, "bin 11" = 0.0, "bin 12" = 2.0, "bin 13" = 5.0, "bin 14" = 2.0, "bin 15" = 0.0, "bin 16" = 0.0, "bin 17" = 1.0, "bin 18" = 0.0, "bin 19" = 0.0, "bin 20" = 0.0))
compare_all("Matched patients: scores of IO+T after", spread_of(score, !treated, used, on_logit), c("bin 1" = 0.0, "bin 2" = 0.0, "bin 3" = 0.0, "bin 4" = 3.0, "bin 5" = 3.0, "bin 6" = 0.0, "bin 7" = 0.0, "bin 8" = 0.0, "bin 9" = 2.0, "bin 10" = 2.0, "bin 11" = 0.0, "bin 12" = 2.0, "bin 13" = 5.0, "bin 14" = 0.0, "bin 15" = 0.0, "bin 16" = 0.0, "bin 17" = 1.0, "bin 18" = 0.0, "bin 19" = 0.0, "bin 20" = 0.0))
compare_all("Matched patients: scores of RT+IO+T before", spread_of(score, treated, rep(1, nrow(m)), on_logit), c("bin 1" = 0.0, "bin 2" = 0.0, "bin 3" = 0.0, "bin 4" = 3.0, "bin 5" = 3.0, "bin 6" = 0.0, "bin 7" = 0.0, "bin 8" = 0.0, "bin 9" = 1.0, "bin 10" = 3.0, "bin 11" = 2.0, "bin 12" = 6.0, "bin 13" = 6.0, "bin 14" = 0.0, "bin 15" = 0.0, "bin 16" = 0.0, "bin 17" = 0.0, "bin 18" = 5.0, "bin 19" = 0.0, "bin 20" = 0.0))
compare_all("Matched patients: scores of RT+IO+T after", spread_of(score, treated, used, on_logit), c("bin 1" = 0.0, "bin 2" = 0.0, "bin 3" = 0.0, "bin 4" = 3.0, "bin 5" = 3.0, "bin 6" = 0.0, "bin 7" = 0.0, "bin 8" = 0.0, "bin 9" = 1.0, "bin 10" = 1.0, "bin 11" = 2.0, "bin 12" = 1.0, "bin 13" = 6.0, "bin 14" = 0.0, "bin 15" = 0.0, "bin 16" = 0.0, "bin 17" = 0.0, "bin 18" = 1.0, "bin 19" = 0.0, "bin 20" = 0.0))
compare("Population All patients", nrow(populations[["all"]]), 71.0)
compare("Population RT+IO+T", nrow(populations[["rt_arm"]]), 29.0)
compare("Population Matched patients", nrow(populations[["matched"]]), 36.0)

# Progression-free survival: pfs
s <- populations[["all"]]
for (own in intersect(c("time", "event", "cause", "entry", "weight", "set", "group"), names(s))) { s[[paste(own, "of the study")]] <- s[[own]]; s[[own]] <- NULL }
s$time <- s[["time pfs"]]; s$cause <- s[["status pfs"]]; s$event <- s$cause == 1
s$group <- factor(s[["arm "]], levels = c("IO+T", "RT+IO+T"))
s <- s[!is.na(s$group), , drop = FALSE]
asked <- s; s <- s[!is.na(s$time) & !is.na(s$event), , drop = FALSE]
curves <- list()
x <- own_columns(s[s$group == "IO+T", ])
fit <- survfit(Surv(time, event) ~ 1, data = x, conf.int = 0.95, conf.type = "log-log")
compare("pfs IO+T: patients", nrow(x), 42.0)
compare("pfs IO+T: events", sum(x$event), 40.0)
compare("pfs IO+T: median", median_of(fit) / 30.4375, 4.583162217659138)
compare("pfs IO+T: median, lower", summary(fit)$table["0.95LCL"] / 30.4375, 2.8254620123203287)
compare("pfs IO+T: median, upper", summary(fit)$table["0.95UCL"] / 30.4375, 8.673511293634498)
compare("pfs IO+T: survival at 6", summary(fit, times = 6 * 30.4375, extend = TRUE)$surv, 0.40476190476190455)
compare("pfs IO+T: survival at 6, lower", summary(fit, times = 6 * 30.4375, extend = TRUE)$lower, 0.2575040617931007)
compare("pfs IO+T: survival at 6, upper", summary(fit, times = 6 * 30.4375, extend = TRUE)$upper, 0.5471922212938657)
compare("pfs IO+T: at risk at 6", summary(fit, times = 6 * 30.4375, extend = TRUE)$n.risk, 17.0)
compare("pfs IO+T: survival at 12", summary(fit, times = 12 * 30.4375, extend = TRUE)$surv, 0.18973214285714277)
compare("pfs IO+T: survival at 12, lower", summary(fit, times = 12 * 30.4375, extend = TRUE)$lower, 0.08541037227237969)
compare("pfs IO+T: survival at 12, upper", summary(fit, times = 12 * 30.4375, extend = TRUE)$upper, 0.3253271712401215)
compare("pfs IO+T: at risk at 12", summary(fit, times = 12 * 30.4375, extend = TRUE)$n.risk, 7.0)
fit$heads <- c(patients = nrow(x), events = sum(x$event))
compare("pfs IO+T: missing", nrow(own_columns(asked[asked$group == "IO+T", ])) - nrow(x), 0.0)
follow_up <- function(x, follow, factor) {
  table <- summary(follow)$table
  c(shortest = min(x$time) / factor, longest = max(x$time) / factor, "median follow-up" = table[["median"]] / factor,
    "median follow-up, lower" = table[[paste0(level, "LCL")]] / factor,
    "median follow-up, upper" = table[[paste0(level, "UCL")]] / factor)
}
median_numbers <- function(fit, factor) {
  x <- summary(fit)$table[c("median", paste0(level, c("LCL", "UCL")))] / factor
  setNames(x, c("median", "median, lower", "median, upper"))
}
# A curve's columns as sums over its steps.
curve_sums <- function(fit, factor) {
  inner <- fit$surv > 1e-9 & fit$surv < 1
  error <- if (isTRUE(fit$logse)) fit$std.err else fit$std.err / fit$surv
  c(times = sum(fit$time) / factor, "at risk" = sum(fit$n.risk), events = sum(fit$n.event), censored = sum(fit$n.censor),
    survival = sum(fit$surv), "standard errors of the logarithm" = sum(error[inner]),
    lower = sum(fit$lower[inner]), upper = sum(fit$upper[inner]))
}
rate_of <- function(fit, time) {
  at <- summary(fit, times = time, extend = TRUE)
  c(rate = at$surv, "standard error" = if (at$surv > 0 && at$surv < 1) at$std.err else 0,
    patients = round(sum(fit$n.event + fit$n.censor)), events = round(sum(fit$n.event[fit$time <= time])))
}
restricted <- function(fit, horizon, factor) {
  # Before the first time nothing is lost.
  early <- horizon * factor < min(fit$time)
  table <- if (early) c(rmean = horizon * factor, "se(rmean)" = 0) else summary(fit, rmean = horizon * factor)$table
  c(with_error("mean", table[["rmean"]] / factor, table[["se(rmean)"]] / factor)[c(1, 4, 2, 3)],
    fit$heads)
}
follow <- survfit(Surv(time, !event) ~ 1, data = x, conf.int = 0.95, conf.type = "log-log")
compare_all("pfs IO+T", follow_up(x, follow, 30.4375), c("shortest" = 1.0841889117043122, "longest" = 21.322381930184804))
compare_all("pfs IO+T: curve", curve_sums(fit, 1), c("times" = 7914.0, "at risk" = 903.0, "events" = 40.0, "censored" = 2.0, "survival" = 20.892113095238084, "standard errors of the logarithm" = 8.519364497012146, "lower" = 15.36644291123928, "upper" = 25.62743541658883))
compare_all("pfs IO+T: survival at 6", rate_of(fit, 6 * 30.4375), c("standard error" = 0.07573916789051803, "patients" = 42.0, "events" = 25.0))
compare_all("pfs IO+T: survival at 12", rate_of(fit, 12 * 30.4375), c("standard error" = 0.06310105539952328, "patients" = 42.0, "events" = 33.0))
curves[["IO+T"]] <- fit
x <- own_columns(s[s$group == "RT+IO+T", ])
fit <- survfit(Surv(time, event) ~ 1, data = x, conf.int = 0.95, conf.type = "log-log")
compare("pfs RT+IO+T: patients", nrow(x), 29.0)
compare("pfs RT+IO+T: events", sum(x$event), 23.0)
compare("pfs RT+IO+T: median", median_of(fit) / 30.4375, 12.550308008213552)
compare("pfs RT+IO+T: median, lower", summary(fit)$table["0.95LCL"] / 30.4375, 6.04517453798768)
compare("pfs RT+IO+T: median, upper", summary(fit)$table["0.95UCL"] / 30.4375, 17.31416837782341)
compare("pfs RT+IO+T: survival at 6", summary(fit, times = 6 * 30.4375, extend = TRUE)$surv, 0.7241379310344829)
compare("pfs RT+IO+T: survival at 6, lower", summary(fit, times = 6 * 30.4375, extend = TRUE)$lower, 0.523421783563757)
compare("pfs RT+IO+T: survival at 6, upper", summary(fit, times = 6 * 30.4375, extend = TRUE)$upper, 0.8513493180935862)
compare("pfs RT+IO+T: at risk at 6", summary(fit, times = 6 * 30.4375, extend = TRUE)$n.risk, 21.0)
compare("pfs RT+IO+T: survival at 12", summary(fit, times = 12 * 30.4375, extend = TRUE)$surv, 0.5172413793103449)
compare("pfs RT+IO+T: survival at 12, lower", summary(fit, times = 12 * 30.4375, extend = TRUE)$lower, 0.32504781997313037)
compare("pfs RT+IO+T: survival at 12, upper", summary(fit, times = 12 * 30.4375, extend = TRUE)$upper, 0.6792719285878153)
compare("pfs RT+IO+T: at risk at 12", summary(fit, times = 12 * 30.4375, extend = TRUE)$n.risk, 15.0)
fit$heads <- c(patients = nrow(x), events = sum(x$event))
compare("pfs RT+IO+T: missing", nrow(own_columns(asked[asked$group == "RT+IO+T", ])) - nrow(x), 0.0)
follow <- survfit(Surv(time, !event) ~ 1, data = x, conf.int = 0.95, conf.type = "log-log")
compare_all("pfs RT+IO+T", follow_up(x, follow, 30.4375), c("shortest" = 1.4455852156057496, "longest" = 42.4476386036961, "median follow-up" = 22.965092402464066, "median follow-up, lower" = 16.591375770020534))
compare_all("pfs RT+IO+T: curve", curve_sums(fit, 1), c("times" = 11167.0, "at risk" = 435.0, "events" = 23.0, "censored" = 6.0, "survival" = 14.833855799373037, "standard errors of the logarithm" = 6.509814381421043, "lower" = 9.879764941357774, "upper" = 18.987286347900053))
compare_all("pfs RT+IO+T: survival at 6", rate_of(fit, 6 * 30.4375), c("standard error" = 0.08299609211231937, "patients" = 29.0, "events" = 8.0))
compare_all("pfs RT+IO+T: survival at 12", rate_of(fit, 12 * 30.4375), c("standard error" = 0.09279245191499011, "patients" = 29.0, "events" = 14.0))
curves[["RT+IO+T"]] <- fit
x <- own_columns(s)
fit <- survfit(Surv(time, event) ~ 1, data = x, conf.int = 0.95, conf.type = "log-log")
compare("pfs All patients: patients", nrow(x), 71.0)
compare("pfs All patients: events", sum(x$event), 63.0)
compare("pfs All patients: median", median_of(fit) / 30.4375, 7.359342915811088)
compare("pfs All patients: median, lower", summary(fit)$table["0.95LCL"] / 30.4375, 4.59958932238193)
compare("pfs All patients: median, upper", summary(fit)$table["0.95UCL"] / 30.4375, 9.69199178644764)
compare("pfs All patients: survival at 6", summary(fit, times = 6 * 30.4375, extend = TRUE)$surv, 0.535211267605634)
compare("pfs All patients: survival at 6, lower", summary(fit, times = 6 * 30.4375, extend = TRUE)$lower, 0.4130494956786558)
compare("pfs All patients: survival at 6, upper", summary(fit, times = 6 * 30.4375, extend = TRUE)$upper, 0.642799704384046)
compare("pfs All patients: at risk at 6", summary(fit, times = 6 * 30.4375, extend = TRUE)$n.risk, 38.0)
compare("pfs All patients: survival at 12", summary(fit, times = 12 * 30.4375, extend = TRUE)$surv, 0.32783301113872804)
compare("pfs All patients: survival at 12, lower", summary(fit, times = 12 * 30.4375, extend = TRUE)$lower, 0.22082982871363627)
compare("pfs All patients: survival at 12, upper", summary(fit, times = 12 * 30.4375, extend = TRUE)$upper, 0.4388926154755845)
compare("pfs All patients: at risk at 12", summary(fit, times = 12 * 30.4375, extend = TRUE)$n.risk, 22.0)
fit$heads <- c(patients = nrow(x), events = sum(x$event))
compare("pfs All patients: missing", nrow(own_columns(asked)) - nrow(x), 0.0)
follow <- survfit(Surv(time, !event) ~ 1, data = x, conf.int = 0.95, conf.type = "log-log")
compare_all("pfs All patients", follow_up(x, follow, 30.4375), c("shortest" = 1.0841889117043122, "longest" = 42.4476386036961, "median follow-up" = 22.965092402464066, "median follow-up, lower" = 16.591375770020534))
compare_all("pfs All patients: curve", curve_sums(fit, 1), c("times" = 19081.0, "at risk" = 2556.0, "events" = 63.0, "censored" = 8.0, "survival" = 35.89233378210438, "standard errors of the logarithm" = 11.242140955654467, "lower" = 28.69389937320601, "upper" = 42.33441714476485))
compare_all("pfs All patients: survival at 6", rate_of(fit, 6 * 30.4375), c("standard error" = 0.059191758875566144, "patients" = 71.0, "events" = 33.0))
compare_all("pfs All patients: survival at 12", rate_of(fit, 12 * 30.4375), c("standard error" = 0.056572762221601264, "patients" = 71.0, "events" = 47.0))
# The log-rank test of groups. At each time of an event the events of a group are set against their expectation among
# those at risk, who are under observation since before; differences count by the weight of the time.
log_rank <- function(x, weight = function(survival, n) 1, stratum = NULL, trend = FALSE) {
  if (!is.null(stratum)) { x <- x[!is.na(stratum), ]; stratum <- stratum[!is.na(stratum)] }
  # Times that differ by rounding only are one time to survival's functions.
  y <- aeqSurv(if (is.null(x[["entry"]])) Surv(x$time, x$event) else Surv(x$entry, x$time, x$event))
  time <- y[, ncol(y) - 1]
  entry <- if (is.null(x[["entry"]])) rep(-Inf, nrow(x)) else y[, 1]
  event <- y[, "status"] == 1
  k <- nlevels(x$group)
  observed <- expected <- numeric(k)
  variance <- matrix(0, k, k)
  for (own in split(seq_len(nrow(x)), if (is.null(stratum)) rep(1, nrow(x)) else as.character(stratum))) {
    survival <- 1
    for (at in sort(unique(time[own][event[own]]))) {
      risk <- own[entry[own] < at & time[own] >= at]
      n <- length(risk)
      share <- tabulate(x$group[risk], k) / n
      count <- tabulate(x$group[risk][time[risk] == at & event[risk]], k)
      d <- sum(count)
      w <- weight(survival, n)
      observed <- observed + w * count
      expected <- expected + w * d * share
      if (n > 1) variance <- variance + w^2 * d * (n - d) / (n - 1) * (diag(share, k) - outer(share, share))
      survival <- survival * (1 - d / n)
    }
  }
  gap <- observed - expected
  if (trend) {
    score <- seq_len(k)
    statistic <- sum(score * gap)^2 / drop(score %*% variance %*% score)
    df <- 1
  } else {
    kept <- which(expected > 0)[-1]
    statistic <- drop(gap[kept] %*% solve(variance[kept, kept], gap[kept]))
    df <- length(kept)
  }
  c(chi_squared("statistic", statistic, df), patients = nrow(x), events = sum(x$event))
}
compare_all("pfs: log-rank", log_rank(s), c("statistic" = 15.259170336020892, "statistic, degrees of freedom" = 1.0, "statistic, p" = 9.372060927092664e-05, "patients" = 71.0, "events" = 63.0))
compare("pfs: log-rank chi-squared", survdiff(Surv(time, event) ~ group, data = s)$chisq, 15.259170336020892)
compare_all("pfs: survival at 6, RT+IO+T less IO+T", contrast(rate_of(curves[["IO+T"]], 6 * 30.4375), rate_of(curves[["RT+IO+T"]], 6 * 30.4375)), c("contrast" = 0.31937602627257833, "lower" = 0.09915444454822236, "upper" = 0.5395976079969342, "standard error" = 0.11236001450099888, "patients" = 71.0, "events" = 33.0, "z" = 2.8424348972448654, "p" = 0.004477037375638671))
compare_all("pfs: survival at 6, RT+IO+T less IO+T: test", contrast(rate_of(curves[["IO+T"]], 6 * 30.4375), rate_of(curves[["RT+IO+T"]], 6 * 30.4375)), c("patients" = 71.0, "events" = 33.0))
compare_all("pfs: survival at 12, RT+IO+T less IO+T", contrast(rate_of(curves[["IO+T"]], 12 * 30.4375), rate_of(curves[["RT+IO+T"]], 12 * 30.4375)), c("contrast" = 0.32750923645320207, "lower" = 0.10757208664924353, "upper" = 0.5474463862571606, "standard error" = 0.1122148935076332, "patients" = 71.0, "events" = 47.0, "z" = 2.9185897363162754, "p" = 0.0035161865467225302))
compare_all("pfs: survival at 12, RT+IO+T less IO+T: test", contrast(rate_of(curves[["IO+T"]], 12 * 30.4375), rate_of(curves[["RT+IO+T"]], 12 * 30.4375)), c("patients" = 71.0, "events" = 47.0))
# The rows of a model's data in which every covariate is known.
# A factor of which one level is left is a constant, which R's models refuse as a factor; a number that never varies
# they find out only where it is 0.
known <- function(x) {
  x <- x[complete.cases(x[!(names(x) %in% c("weight", "set"))]), , drop = FALSE]
  own <- grep("^([va][0-9]+|stratum[0-9]+|g[0-9]+)$", names(x), value = TRUE)
  x[own] <- lapply(x[own], function(v) if (length(unique(v)) < 2) rep(0, length(v)) else v)
  x
}
cox_numbers <- function(fit) {
  df <- sum(!is.na(coef(fit)))
  pairs <- unname(fit$concordance)
  half <- qnorm((1 + level) / 2) * pairs[7]
  c(patients = fit$n, events = fit$nevent, "events per coefficient" = fit$nevent / df,
    "log-likelihood without covariates" = fit$loglik[1], "log-likelihood" = fit$loglik[2],
    chi_squared("likelihood-ratio test", 2 * diff(fit$loglik), df), chi_squared("Wald test", fit$wald.test, df),
    chi_squared("score test", fit$score, df),
    if (!is.null(fit$rscore)) chi_squared("robust score test", fit$rscore, df),
    concordance = pairs[6], "concordance, standard error" = pairs[7], "concordance, lower" = max(0, pairs[6] - half),
    "concordance, upper" = min(1, pairs[6] + half), concordant = pairs[1], discordant = pairs[2],
    "tied predictions" = pairs[3], "tied times" = pairs[4], "tied in both" = pairs[5],
    "concordance, patients" = fit$n, "concordance, events" = fit$nevent)
}
cox_coefficient <- function(fit, term) {
  value <- coef(fit)[[term]]
  place <- match(term, names(coef(fit)))
  error <- sqrt(fit$var[place, place])
  c(coefficient = value, "standard error" = error,
    "standard error of the model" = if (!is.null(fit$naive.var)) sqrt(fit$naive.var[place, place]),
    z = value / error, p = 2 * pnorm(-abs(value / error)), patients = fit$n, events = fit$nevent)
}
# A term tested by its coefficients, by the model without it, and by that model's score.
cox_term_numbers <- function(fit, term) {
  own <- fit$assign[[term]]
  own <- own[!is.na(coef(fit)[own])]
  value <- coef(fit)[own]
  wald <- chi_squared("Wald test", drop(value %*% solve(fit$var[own, own, drop = FALSE], value)), length(own))
  # A main effect that is in an interaction has no other test.
  products <- grep(":", attr(terms(fit), "term.labels"), value = TRUE)
  if (term %in% unlist(strsplit(products, ":"))) return(wald)
  smaller <- update(fit, as.formula(paste(". ~ . -", term)))
  start <- setNames(numeric(length(coef(fit))), names(coef(fit)))
  start[names(coef(smaller))] <- ifelse(is.na(coef(smaller)), 0, coef(smaller))
  df <- sum(!is.na(coef(fit))) - sum(!is.na(coef(smaller)))
  score <- suppressWarnings(update(fit, init = start, control = coxph.control(iter.max = 0)))$score
  c(wald, chi_squared("likelihood-ratio test", 2 * (tail(fit$loglik, 1) - tail(smaller$loglik, 1)), df),
    chi_squared("score test", score, df))
}
hazards_test <- function(fit, transform) tryCatch(cox.zph(fit, transform)$table, error = function(e) NULL)
hazards_row <- function(table, name) {
  if (is.null(table)) return(NULL)
  setNames(table[name, ], c("test", "test, degrees of freedom", "test, p"))
}
x <- s[intersect(c("time", "event", "entry", "weight", "set"), names(s))]
x$group <- relevel(s$group, "IO+T")
x <- known(x)
fit <- coxph(Surv(time, event) ~ group, data = x, ties = "efron", control = fine, robust = FALSE)
compare("pfs: hazard ratio of RT+IO+T", hazard(fit, "groupRT+IO+T"), 0.34638103494720995)
compare("pfs: hazard ratio of RT+IO+T, lower", hazard(fit, "groupRT+IO+T", -1), 0.1996358291388281)
compare("pfs: hazard ratio of RT+IO+T, upper", hazard(fit, "groupRT+IO+T", 1), 0.6009934283272644)
compare_all("pfs: hazard ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0, "events per coefficient" = 63.0, "log-likelihood without covariates" = -218.70141182751684, "log-likelihood" = -211.12465588248634, "likelihood-ratio test" = 15.153511890060997, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 9.911378662629284e-05, "Wald test" = 14.220383513170564, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.00016259964015047937, "score test" = 15.259170336020892, "score test, degrees of freedom" = 1.0, "score test, p" = 9.372060927092664e-05, "concordance" = 0.6248426353336131, "concordance, standard error" = 0.02981785984214301, "concordance, lower" = 0.5664007039469496, "concordance, upper" = 0.6832845667202765, "concordant" = 885.0, "discordant" = 290.0, "tied predictions" = 1208.0, "tied times" = 0.0, "tied in both" = 0.0, "concordance, patients" = 71.0, "concordance, events" = 63.0))
compare_all("pfs: hazard ratio: likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("pfs: hazard ratio: wald", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("pfs: hazard ratio: score", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("pfs: hazard ratio: armRT+IO+T", cox_coefficient(fit, "groupRT+IO+T"), c("coefficient" = -1.0602158527902998, "standard error" = 0.28115035687723705, "z" = -3.7709923777661714, "p" = 0.00016259964015047937, "patients" = 71.0, "events" = 63.0))
compare_all("pfs: hazard ratio: arm", cox_term_numbers(fit, "group"), c("Wald test" = 14.220383513170564, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.00016259964015047937, "likelihood-ratio test" = 15.153511890060997, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 9.911378662629284e-05, "score test" = 15.259170336020892, "score test, degrees of freedom" = 1.0, "score test, p" = 9.372060927092664e-05))
compare_all("pfs: hazard ratio: arm, wald", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("pfs: hazard ratio: arm, likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("pfs: hazard ratio: arm, score", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
# Overall survival: os
s <- populations[["all"]]
for (own in intersect(c("time", "event", "cause", "entry", "weight", "set", "group"), names(s))) { s[[paste(own, "of the study")]] <- s[[own]]; s[[own]] <- NULL }
s$time <- s[["time os"]]; s$cause <- s[["status os"]]; s$event <- s$cause == 1
s$group <- factor(s[["arm "]], levels = c("IO+T", "RT+IO+T"))
s <- s[!is.na(s$group), , drop = FALSE]
asked <- s; s <- s[!is.na(s$time) & !is.na(s$event), , drop = FALSE]
curves <- list()
x <- own_columns(s[s$group == "IO+T", ])
fit <- survfit(Surv(time, event) ~ 1, data = x, conf.int = 0.95, conf.type = "log-log")
compare("os IO+T: patients", nrow(x), 42.0)
compare("os IO+T: events", sum(x$event), 31.0)
compare("os IO+T: median", median_of(fit) / 30.4375, 10.874743326488707)
compare("os IO+T: median, lower", summary(fit)$table["0.95LCL"] / 30.4375, 6.143737166324435)
compare("os IO+T: median, upper", summary(fit)$table["0.95UCL"] / 30.4375, 17.37987679671458)
compare("os IO+T: survival at 6", summary(fit, times = 6 * 30.4375, extend = TRUE)$surv, 0.7619047619047619)
compare("os IO+T: survival at 6, lower", summary(fit, times = 6 * 30.4375, extend = TRUE)$lower, 0.6026801919108649)
compare("os IO+T: survival at 6, upper", summary(fit, times = 6 * 30.4375, extend = TRUE)$upper, 0.8641267596111057)
compare("os IO+T: at risk at 6", summary(fit, times = 6 * 30.4375, extend = TRUE)$n.risk, 31.0)
compare("os IO+T: survival at 12", summary(fit, times = 12 * 30.4375, extend = TRUE)$surv, 0.49978683434693716)
compare("os IO+T: survival at 12, lower", summary(fit, times = 12 * 30.4375, extend = TRUE)$lower, 0.3273029499168132)
compare("os IO+T: survival at 12, upper", summary(fit, times = 12 * 30.4375, extend = TRUE)$upper, 0.6500487597024498)
compare("os IO+T: at risk at 12", summary(fit, times = 12 * 30.4375, extend = TRUE)$n.risk, 15.0)
compare("os IO+T: survival at 24", summary(fit, times = 24 * 30.4375, extend = TRUE)$surv, 0.09519749225655946)
compare("os IO+T: survival at 24, lower", summary(fit, times = 24 * 30.4375, extend = TRUE)$lower, 0.019956240591402642)
compare("os IO+T: survival at 24, upper", summary(fit, times = 24 * 30.4375, extend = TRUE)$upper, 0.24340028222759313)
compare("os IO+T: at risk at 24", summary(fit, times = 24 * 30.4375, extend = TRUE)$n.risk, 1.0)
fit$heads <- c(patients = nrow(x), events = sum(x$event))
compare("os IO+T: missing", nrow(own_columns(asked[asked$group == "IO+T", ])) - nrow(x), 0.0)
follow <- survfit(Surv(time, !event) ~ 1, data = x, conf.int = 0.95, conf.type = "log-log")
compare_all("os IO+T", follow_up(x, follow, 30.4375), c("shortest" = 2.628336755646817, "longest" = 34.562628336755644, "median follow-up" = 22.439425051334702, "median follow-up, lower" = 13.535934291581109))
compare_all("os IO+T: curve", curve_sums(fit, 1), c("times" = 14428.0, "at risk" = 903.0, "events" = 31.0, "censored" = 11.0, "survival" = 23.548570850373498, "standard errors of the logarithm" = 7.341570195057852, "lower" = 17.416357216141318, "upper" = 28.537903526687302))
compare_all("os IO+T: survival at 6", rate_of(fit, 6 * 30.4375), c("standard error" = 0.06572052946117658, "patients" = 42.0, "events" = 10.0))
compare_all("os IO+T: survival at 12", rate_of(fit, 12 * 30.4375), c("standard error" = 0.08426085183114518, "patients" = 42.0, "events" = 19.0))
compare_all("os IO+T: survival at 24", rate_of(fit, 24 * 30.4375), c("standard error" = 0.05819221811570318, "patients" = 42.0, "events" = 30.0))
curves[["IO+T"]] <- fit
x <- own_columns(s[s$group == "RT+IO+T", ])
fit <- survfit(Surv(time, event) ~ 1, data = x, conf.int = 0.95, conf.type = "log-log")
compare("os RT+IO+T: patients", nrow(x), 29.0)
compare("os RT+IO+T: events", sum(x$event), 20.0)
compare("os RT+IO+T: median", median_of(fit) / 30.4375, 17.83983572895277)
compare("os RT+IO+T: median, lower", summary(fit)$table["0.95LCL"] / 30.4375, 12.02464065708419)
compare("os RT+IO+T: median, upper", summary(fit)$table["0.95UCL"] / 30.4375, 23.129363449691994)
compare("os RT+IO+T: survival at 6", summary(fit, times = 6 * 30.4375, extend = TRUE)$surv, 0.896551724137931)
compare("os RT+IO+T: survival at 6, lower", summary(fit, times = 6 * 30.4375, extend = TRUE)$lower, 0.7126460446778646)
compare("os RT+IO+T: survival at 6, upper", summary(fit, times = 6 * 30.4375, extend = TRUE)$upper, 0.9654129789537202)
compare("os RT+IO+T: at risk at 6", summary(fit, times = 6 * 30.4375, extend = TRUE)$n.risk, 26.0)
compare("os RT+IO+T: survival at 12", summary(fit, times = 12 * 30.4375, extend = TRUE)$surv, 0.7241379310344829)
compare("os RT+IO+T: survival at 12, lower", summary(fit, times = 12 * 30.4375, extend = TRUE)$lower, 0.523421783563757)
compare("os RT+IO+T: survival at 12, upper", summary(fit, times = 12 * 30.4375, extend = TRUE)$upper, 0.8513493180935862)
compare("os RT+IO+T: at risk at 12", summary(fit, times = 12 * 30.4375, extend = TRUE)$n.risk, 21.0)
compare("os RT+IO+T: survival at 24", summary(fit, times = 24 * 30.4375, extend = TRUE)$surv, 0.17188165176670922)
compare("os RT+IO+T: survival at 24, lower", summary(fit, times = 24 * 30.4375, extend = TRUE)$lower, 0.03736175909972182)
compare("os RT+IO+T: survival at 24, upper", summary(fit, times = 24 * 30.4375, extend = TRUE)$upper, 0.3893156380899779)
compare("os RT+IO+T: at risk at 24", summary(fit, times = 24 * 30.4375, extend = TRUE)$n.risk, 2.0)
fit$heads <- c(patients = nrow(x), events = sum(x$event))
compare("os RT+IO+T: missing", nrow(own_columns(asked[asked$group == "RT+IO+T", ])) - nrow(x), 0.0)
follow <- survfit(Surv(time, !event) ~ 1, data = x, conf.int = 0.95, conf.type = "log-log")
compare_all("os RT+IO+T", follow_up(x, follow, 30.4375), c("shortest" = 4.139630390143737, "longest" = 42.4476386036961, "median follow-up" = 23.359342915811087, "median follow-up, lower" = 17.478439425051334))
compare_all("os RT+IO+T: curve", curve_sums(fit, 1), c("times" = 15195.0, "at risk" = 435.0, "events" = 20.0, "censored" = 9.0, "survival" = 16.124823728182207, "standard errors of the logarithm" = 6.81071872904367, "lower" = 10.815292666947148, "upper" = 20.48919496916167))
compare_all("os RT+IO+T: survival at 6", rate_of(fit, 6 * 30.4375), c("standard error" = 0.056552304164538, "patients" = 29.0, "events" = 3.0))
compare_all("os RT+IO+T: survival at 12", rate_of(fit, 12 * 30.4375), c("standard error" = 0.08299609211231937, "patients" = 29.0, "events" = 8.0))
compare_all("os RT+IO+T: survival at 24", rate_of(fit, 24 * 30.4375), c("standard error" = 0.09638750783315224, "patients" = 29.0, "events" = 19.0))
curves[["RT+IO+T"]] <- fit
x <- own_columns(s)
fit <- survfit(Surv(time, event) ~ 1, data = x, conf.int = 0.95, conf.type = "log-log")
compare("os All patients: patients", nrow(x), 71.0)
compare("os All patients: events", sum(x$event), 51.0)
compare("os All patients: median", median_of(fit) / 30.4375, 16.06570841889117)
compare("os All patients: median, lower", summary(fit)$table["0.95LCL"] / 30.4375, 11.3347022587269)
compare("os All patients: median, upper", summary(fit)$table["0.95UCL"] / 30.4375, 17.83983572895277)
compare("os All patients: survival at 6", summary(fit, times = 6 * 30.4375, extend = TRUE)$surv, 0.8169014084507041)
compare("os All patients: survival at 6, lower", summary(fit, times = 6 * 30.4375, extend = TRUE)$lower, 0.7056661106020701)
compare("os All patients: survival at 6, upper", summary(fit, times = 6 * 30.4375, extend = TRUE)$upper, 0.8892993901055857)
compare("os All patients: at risk at 6", summary(fit, times = 6 * 30.4375, extend = TRUE)$n.risk, 57.0)
compare("os All patients: survival at 12", summary(fit, times = 12 * 30.4375, extend = TRUE)$surv, 0.5968205625247014)
compare("os All patients: survival at 12, lower", summary(fit, times = 12 * 30.4375, extend = TRUE)$lower, 0.46793270114429725)
compare("os All patients: survival at 12, upper", summary(fit, times = 12 * 30.4375, extend = TRUE)$upper, 0.7041329895251904)
compare("os All patients: at risk at 12", summary(fit, times = 12 * 30.4375, extend = TRUE)$n.risk, 36.0)
compare("os All patients: survival at 24", summary(fit, times = 24 * 30.4375, extend = TRUE)$surv, 0.11717743421930615)
compare("os All patients: survival at 24, lower", summary(fit, times = 24 * 30.4375, extend = TRUE)$lower, 0.038225075933646206)
compare("os All patients: survival at 24, upper", summary(fit, times = 24 * 30.4375, extend = TRUE)$upper, 0.24456193865149325)
compare("os All patients: at risk at 24", summary(fit, times = 24 * 30.4375, extend = TRUE)$n.risk, 3.0)
fit$heads <- c(patients = nrow(x), events = sum(x$event))
compare("os All patients: missing", nrow(own_columns(asked)) - nrow(x), 0.0)
follow <- survfit(Surv(time, !event) ~ 1, data = x, conf.int = 0.95, conf.type = "log-log")
compare_all("os All patients", follow_up(x, follow, 30.4375), c("shortest" = 2.628336755646817, "longest" = 42.4476386036961, "median follow-up" = 22.965092402464066, "median follow-up, lower" = 20.698151950718685))
compare_all("os All patients: curve", curve_sums(fit, 1), c("times" = 29623.0, "at risk" = 2556.0, "events" = 51.0, "censored" = 20.0, "survival" = 40.129874972312656, "standard errors of the logarithm" = 11.014269983064027, "lower" = 32.209173640597044, "upper" = 47.037656148747935))
compare_all("os All patients: survival at 6", rate_of(fit, 6 * 30.4375), c("standard error" = 0.04589846376912448, "patients" = 71.0, "events" = 13.0))
compare_all("os All patients: survival at 12", rate_of(fit, 12 * 30.4375), c("standard error" = 0.060696990709166745, "patients" = 71.0, "events" = 27.0))
compare_all("os All patients: survival at 24", rate_of(fit, 24 * 30.4375), c("standard error" = 0.05387962891067308, "patients" = 71.0, "events" = 49.0))
compare_all("os: log-rank", log_rank(s), c("statistic" = 7.017743240658484, "statistic, degrees of freedom" = 1.0, "statistic, p" = 0.008070588680720026, "patients" = 71.0, "events" = 51.0))
compare("os: log-rank chi-squared", survdiff(Surv(time, event) ~ group, data = s)$chisq, 7.017743240658484)
compare_all("os: survival at 6, RT+IO+T less IO+T", contrast(rate_of(curves[["IO+T"]], 6 * 30.4375), rate_of(curves[["RT+IO+T"]], 6 * 30.4375)), c("contrast" = 0.1346469622331692, "lower" = -0.03528712701150019, "upper" = 0.30458105147783854, "standard error" = 0.08670265912286544, "patients" = 71.0, "events" = 13.0, "z" = 1.5529738487300877, "p" = 0.12042938236497533))
compare_all("os: survival at 6, RT+IO+T less IO+T: test", contrast(rate_of(curves[["IO+T"]], 6 * 30.4375), rate_of(curves[["RT+IO+T"]], 6 * 30.4375)), c("patients" = 71.0, "events" = 13.0))
compare_all("os: survival at 12, RT+IO+T less IO+T", contrast(rate_of(curves[["IO+T"]], 12 * 30.4375), rate_of(curves[["RT+IO+T"]], 12 * 30.4375)), c("contrast" = 0.22435109668754571, "lower" = -0.007457568752989391, "upper" = 0.45615976212808085, "standard error" = 0.11827190053950601, "patients" = 71.0, "events" = 27.0, "z" = 1.8969095420311302, "p" = 0.05783987786783381))
compare_all("os: survival at 12, RT+IO+T less IO+T: test", contrast(rate_of(curves[["IO+T"]], 12 * 30.4375), rate_of(curves[["RT+IO+T"]], 12 * 30.4375)), c("patients" = 71.0, "events" = 27.0))
compare_all("os: survival at 24, RT+IO+T less IO+T", contrast(rate_of(curves[["IO+T"]], 24 * 30.4375), rate_of(curves[["RT+IO+T"]], 24 * 30.4375)), c("contrast" = 0.07668415951014976, "lower" = -0.14399147398633524, "upper" = 0.29735979300663473, "standard error" = 0.1125916778252796, "patients" = 71.0, "events" = 49.0, "z" = 0.681081950205491, "p" = 0.4958196374698097))
compare_all("os: survival at 24, RT+IO+T less IO+T: test", contrast(rate_of(curves[["IO+T"]], 24 * 30.4375), rate_of(curves[["RT+IO+T"]], 24 * 30.4375)), c("patients" = 71.0, "events" = 49.0))
x <- s[intersect(c("time", "event", "entry", "weight", "set"), names(s))]
x$group <- relevel(s$group, "IO+T")
x <- known(x)
fit <- coxph(Surv(time, event) ~ group, data = x, ties = "efron", control = fine, robust = FALSE)
compare("os: hazard ratio of RT+IO+T", hazard(fit, "groupRT+IO+T"), 0.4543376345451906)
compare("os: hazard ratio of RT+IO+T, lower", hazard(fit, "groupRT+IO+T", -1), 0.25027387381865285)
compare("os: hazard ratio of RT+IO+T, upper", hazard(fit, "groupRT+IO+T", 1), 0.8247871941826895)
compare_all("os: hazard ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0, "events per coefficient" = 51.0, "log-likelihood without covariates" = -172.43494969010393, "log-likelihood" = -168.92762964026014, "likelihood-ratio test" = 7.014640099687597, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.00808458823614567, "Wald test" = 6.72432618432046, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.009510665387996779, "score test" = 7.017743240658475, "score test, degrees of freedom" = 1.0, "score test, p" = 0.008070588680720059, "concordance" = 0.5919448860625331, "concordance, standard error" = 0.03729339994758295, "concordance, lower" = 0.5188511653042227, "concordance, upper" = 0.6650386068208436, "concordant" = 633.0, "discordant" = 286.0, "tied predictions" = 968.0, "tied times" = 0.0, "tied in both" = 0.0, "concordance, patients" = 71.0, "concordance, events" = 51.0))
compare_all("os: hazard ratio: likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("os: hazard ratio: wald", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("os: hazard ratio: score", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("os: hazard ratio: armRT+IO+T", cox_coefficient(fit, "groupRT+IO+T"), c("coefficient" = -0.7889146689144682, "standard error" = 0.30423252735830836, "z" = -2.5931305760259087, "p" = 0.009510665387996789, "patients" = 71.0, "events" = 51.0))
compare_all("os: hazard ratio: arm", cox_term_numbers(fit, "group"), c("Wald test" = 6.72432618432046, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.009510665387996779, "likelihood-ratio test" = 7.014640099687597, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.00808458823614567, "score test" = 7.017743240658475, "score test, degrees of freedom" = 1.0, "score test, p" = 0.008070588680720059))
compare_all("os: hazard ratio: arm, wald", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("os: hazard ratio: arm, likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("os: hazard ratio: arm, score", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
# Progression-free survival: pfs.by.rt_target.in.rt_arm
s <- populations[["rt_arm"]]
for (own in intersect(c("time", "event", "cause", "entry", "weight", "set", "group"), names(s))) { s[[paste(own, "of the study")]] <- s[[own]]; s[[own]] <- NULL }
s$time <- s[["time pfs"]]; s$cause <- s[["status pfs"]]; s$event <- s$cause == 1
s$group <- factor(s[["rt_target"]], levels = c("Tumour thrombus", "Liver lesions"))
s <- s[!is.na(s$group), , drop = FALSE]
asked <- s; s <- s[!is.na(s$time) & !is.na(s$event), , drop = FALSE]
curves <- list()
x <- own_columns(s[s$group == "Tumour thrombus", ])
fit <- survfit(Surv(time, event) ~ 1, data = x, conf.int = 0.95, conf.type = "log-log")
compare("pfs.by.rt_target.in.rt_arm Tumour thrombus: patients", nrow(x), 11.0)
compare("pfs.by.rt_target.in.rt_arm Tumour thrombus: events", sum(x$event), 11.0)
compare("pfs.by.rt_target.in.rt_arm Tumour thrombus: median", median_of(fit) / 30.4375, 7.425051334702259)
compare("pfs.by.rt_target.in.rt_arm Tumour thrombus: median, lower", summary(fit)$table["0.95LCL"] / 30.4375, 3.0882956878850103)
compare("pfs.by.rt_target.in.rt_arm Tumour thrombus: median, upper", summary(fit)$table["0.95UCL"] / 30.4375, 17.31416837782341)
compare("pfs.by.rt_target.in.rt_arm Tumour thrombus: survival at 6", summary(fit, times = 6 * 30.4375, extend = TRUE)$surv, 0.5454545454545453)
compare("pfs.by.rt_target.in.rt_arm Tumour thrombus: survival at 6, lower", summary(fit, times = 6 * 30.4375, extend = TRUE)$lower, 0.2285448426803994)
compare("pfs.by.rt_target.in.rt_arm Tumour thrombus: survival at 6, upper", summary(fit, times = 6 * 30.4375, extend = TRUE)$upper, 0.7796481488146536)
compare("pfs.by.rt_target.in.rt_arm Tumour thrombus: at risk at 6", summary(fit, times = 6 * 30.4375, extend = TRUE)$n.risk, 6.0)
compare("pfs.by.rt_target.in.rt_arm Tumour thrombus: survival at 12", summary(fit, times = 12 * 30.4375, extend = TRUE)$surv, 0.4545454545454544)
compare("pfs.by.rt_target.in.rt_arm Tumour thrombus: survival at 12, lower", summary(fit, times = 12 * 30.4375, extend = TRUE)$lower, 0.16661749412366034)
compare("pfs.by.rt_target.in.rt_arm Tumour thrombus: survival at 12, upper", summary(fit, times = 12 * 30.4375, extend = TRUE)$upper, 0.7068755049022614)
compare("pfs.by.rt_target.in.rt_arm Tumour thrombus: at risk at 12", summary(fit, times = 12 * 30.4375, extend = TRUE)$n.risk, 5.0)
fit$heads <- c(patients = nrow(x), events = sum(x$event))
compare("pfs.by.rt_target.in.rt_arm Tumour thrombus: missing", nrow(own_columns(asked[asked$group == "Tumour thrombus", ])) - nrow(x), 0.0)
follow <- survfit(Surv(time, !event) ~ 1, data = x, conf.int = 0.95, conf.type = "log-log")
compare_all("pfs.by.rt_target.in.rt_arm Tumour thrombus", follow_up(x, follow, 30.4375), c("shortest" = 2.858316221765914, "longest" = 19.055441478439427))
compare_all("pfs.by.rt_target.in.rt_arm Tumour thrombus: curve", curve_sums(fit, 1), c("times" = 3334.0, "at risk" = 66.0, "events" = 11.0, "censored" = 0.0, "survival" = 4.999999999999998, "standard errors of the logarithm" = 3.73986124987456, "lower" = 2.229245916356354, "upper" = 7.1126722774362054))
compare_all("pfs.by.rt_target.in.rt_arm Tumour thrombus: survival at 6", rate_of(fit, 6 * 30.4375), c("standard error" = 0.15013142251723094, "patients" = 11.0, "events" = 5.0))
compare_all("pfs.by.rt_target.in.rt_arm Tumour thrombus: survival at 12", rate_of(fit, 12 * 30.4375), c("standard error" = 0.15013142251723094, "patients" = 11.0, "events" = 6.0))
curves[["Tumour thrombus"]] <- fit
x <- own_columns(s[s$group == "Liver lesions", ])
fit <- survfit(Surv(time, event) ~ 1, data = x, conf.int = 0.95, conf.type = "log-log")
compare("pfs.by.rt_target.in.rt_arm Liver lesions: patients", nrow(x), 16.0)
compare("pfs.by.rt_target.in.rt_arm Liver lesions: events", sum(x$event), 11.0)
compare("pfs.by.rt_target.in.rt_arm Liver lesions: median", median_of(fit) / 30.4375, 11.40041067761807)
compare("pfs.by.rt_target.in.rt_arm Liver lesions: median, lower", summary(fit)$table["0.95LCL"] / 30.4375, 6.04517453798768)
compare("pfs.by.rt_target.in.rt_arm Liver lesions: survival at 6", summary(fit, times = 6 * 30.4375, extend = TRUE)$surv, 0.8125)
compare("pfs.by.rt_target.in.rt_arm Liver lesions: survival at 6, lower", summary(fit, times = 6 * 30.4375, extend = TRUE)$lower, 0.5246043108266495)
compare("pfs.by.rt_target.in.rt_arm Liver lesions: survival at 6, upper", summary(fit, times = 6 * 30.4375, extend = TRUE)$upper, 0.9353522579658294)
compare("pfs.by.rt_target.in.rt_arm Liver lesions: at risk at 6", summary(fit, times = 6 * 30.4375, extend = TRUE)$n.risk, 13.0)
compare("pfs.by.rt_target.in.rt_arm Liver lesions: survival at 12", summary(fit, times = 12 * 30.4375, extend = TRUE)$surv, 0.5)
compare("pfs.by.rt_target.in.rt_arm Liver lesions: survival at 12, lower", summary(fit, times = 12 * 30.4375, extend = TRUE)$lower, 0.24524386991998667)
compare("pfs.by.rt_target.in.rt_arm Liver lesions: survival at 12, upper", summary(fit, times = 12 * 30.4375, extend = TRUE)$upper, 0.7104638156151458)
compare("pfs.by.rt_target.in.rt_arm Liver lesions: at risk at 12", summary(fit, times = 12 * 30.4375, extend = TRUE)$n.risk, 8.0)
fit$heads <- c(patients = nrow(x), events = sum(x$event))
compare("pfs.by.rt_target.in.rt_arm Liver lesions: missing", nrow(own_columns(asked[asked$group == "Liver lesions", ])) - nrow(x), 0.0)
follow <- survfit(Surv(time, !event) ~ 1, data = x, conf.int = 0.95, conf.type = "log-log")
compare_all("pfs.by.rt_target.in.rt_arm Liver lesions", follow_up(x, follow, 30.4375), c("shortest" = 1.4455852156057496, "longest" = 42.4476386036961, "median follow-up" = 22.965092402464066, "median follow-up, lower" = 14.915811088295689))
compare_all("pfs.by.rt_target.in.rt_arm Liver lesions: curve", curve_sums(fit, 1), c("times" = 6810.0, "at risk" = 136.0, "events" = 11.0, "censored" = 5.0, "survival" = 8.462499999999999, "standard errors of the logarithm" = 4.31668974099046, "lower" = 4.509401467546715, "upper" = 11.511702489001397))
compare_all("pfs.by.rt_target.in.rt_arm Liver lesions: survival at 6", rate_of(fit, 6 * 30.4375), c("standard error" = 0.09757809372497497, "patients" = 16.0, "events" = 3.0))
compare_all("pfs.by.rt_target.in.rt_arm Liver lesions: survival at 12", rate_of(fit, 12 * 30.4375), c("standard error" = 0.125, "patients" = 16.0, "events" = 8.0))
curves[["Liver lesions"]] <- fit
x <- own_columns(s)
fit <- survfit(Surv(time, event) ~ 1, data = x, conf.int = 0.95, conf.type = "log-log")
compare("pfs.by.rt_target.in.rt_arm All patients: patients", nrow(x), 27.0)
compare("pfs.by.rt_target.in.rt_arm All patients: events", sum(x$event), 22.0)
compare("pfs.by.rt_target.in.rt_arm All patients: median", median_of(fit) / 30.4375, 10.250513347022586)
compare("pfs.by.rt_target.in.rt_arm All patients: median, lower", summary(fit)$table["0.95LCL"] / 30.4375, 5.125256673511293)
compare("pfs.by.rt_target.in.rt_arm All patients: median, upper", summary(fit)$table["0.95UCL"] / 30.4375, 17.31416837782341)
compare("pfs.by.rt_target.in.rt_arm All patients: survival at 6", summary(fit, times = 6 * 30.4375, extend = TRUE)$surv, 0.7037037037037037)
compare("pfs.by.rt_target.in.rt_arm All patients: survival at 6, lower", summary(fit, times = 6 * 30.4375, extend = TRUE)$lower, 0.49402356423210636)
compare("pfs.by.rt_target.in.rt_arm All patients: survival at 6, upper", summary(fit, times = 6 * 30.4375, extend = TRUE)$upper, 0.8393673100820704)
compare("pfs.by.rt_target.in.rt_arm All patients: at risk at 6", summary(fit, times = 6 * 30.4375, extend = TRUE)$n.risk, 19.0)
compare("pfs.by.rt_target.in.rt_arm All patients: survival at 12", summary(fit, times = 12 * 30.4375, extend = TRUE)$surv, 0.48148148148148145)
compare("pfs.by.rt_target.in.rt_arm All patients: survival at 12, lower", summary(fit, times = 12 * 30.4375, extend = TRUE)$lower, 0.28689142255749783)
compare("pfs.by.rt_target.in.rt_arm All patients: survival at 12, upper", summary(fit, times = 12 * 30.4375, extend = TRUE)$upper, 0.6519295422259872)
compare("pfs.by.rt_target.in.rt_arm All patients: at risk at 12", summary(fit, times = 12 * 30.4375, extend = TRUE)$n.risk, 13.0)
fit$heads <- c(patients = nrow(x), events = sum(x$event))
compare("pfs.by.rt_target.in.rt_arm All patients: missing", nrow(own_columns(asked)) - nrow(x), 0.0)
follow <- survfit(Surv(time, !event) ~ 1, data = x, conf.int = 0.95, conf.type = "log-log")
compare_all("pfs.by.rt_target.in.rt_arm All patients", follow_up(x, follow, 30.4375), c("shortest" = 1.4455852156057496, "longest" = 42.4476386036961, "median follow-up" = 23.359342915811087, "median follow-up, lower" = 14.915811088295689))
compare_all("pfs.by.rt_target.in.rt_arm All patients: curve", curve_sums(fit, 1), c("times" = 10144.0, "at risk" = 378.0, "events" = 22.0, "censored" = 5.0, "survival" = 13.648148148148149, "standard errors of the logarithm" = 6.370597552694786, "lower" = 8.922733242703552, "upper" = 17.59785475922132))
compare_all("pfs.by.rt_target.in.rt_arm All patients: survival at 6", rate_of(fit, 6 * 30.4375), c("standard error" = 0.08787718725951696, "patients" = 27.0, "events" = 8.0))
compare_all("pfs.by.rt_target.in.rt_arm All patients: survival at 12", rate_of(fit, 12 * 30.4375), c("standard error" = 0.09615902424319277, "patients" = 27.0, "events" = 14.0))
compare_all("pfs.by.rt_target.in.rt_arm: log-rank", log_rank(s), c("statistic" = 2.5684823130841625, "statistic, degrees of freedom" = 1.0, "statistic, p" = 0.10901227277129838, "patients" = 27.0, "events" = 22.0))
compare("pfs.by.rt_target.in.rt_arm: log-rank chi-squared", survdiff(Surv(time, event) ~ group, data = s)$chisq, 2.5684823130841625)
compare_all("pfs.by.rt_target.in.rt_arm: survival at 6, Liver lesions less Tumour thrombus", contrast(rate_of(curves[["Tumour thrombus"]], 6 * 30.4375), rate_of(curves[["Liver lesions"]], 6 * 30.4375)), c("contrast" = 0.2670454545454547, "lower" = -0.08389718494095394, "upper" = 0.6179880940318634, "standard error" = 0.17905565727462316, "patients" = 27.0, "events" = 8.0, "z" = 1.491410316826119, "p" = 0.13585380112580178))
compare_all("pfs.by.rt_target.in.rt_arm: survival at 6, Liver lesions less Tumour thrombus: test", contrast(rate_of(curves[["Tumour thrombus"]], 6 * 30.4375), rate_of(curves[["Liver lesions"]], 6 * 30.4375)), c("patients" = 27.0, "events" = 8.0))
compare_all("pfs.by.rt_target.in.rt_arm: survival at 12, Liver lesions less Tumour thrombus", contrast(rate_of(curves[["Tumour thrombus"]], 12 * 30.4375), rate_of(curves[["Liver lesions"]], 12 * 30.4375)), c("contrast" = 0.04545454545454558, "lower" = -0.3374385729800746, "upper" = 0.4283476638891658, "standard error" = 0.19535722158918856, "patients" = 27.0, "events" = 14.0, "z" = 0.2326739963067796, "p" = 0.8160145630137959))
compare_all("pfs.by.rt_target.in.rt_arm: survival at 12, Liver lesions less Tumour thrombus: test", contrast(rate_of(curves[["Tumour thrombus"]], 12 * 30.4375), rate_of(curves[["Liver lesions"]], 12 * 30.4375)), c("patients" = 27.0, "events" = 14.0))
x <- s[intersect(c("time", "event", "entry", "weight", "set"), names(s))]
x$group <- relevel(s$group, "Tumour thrombus")
x <- known(x)
fit <- coxph(Surv(time, event) ~ group, data = x, ties = "efron", control = fine, robust = FALSE)
compare("pfs.by.rt_target.in.rt_arm: hazard ratio of Liver lesions", hazard(fit, "groupLiver lesions"), 0.5007702589288489)
compare("pfs.by.rt_target.in.rt_arm: hazard ratio of Liver lesions, lower", hazard(fit, "groupLiver lesions", -1), 0.21144288026014896)
compare("pfs.by.rt_target.in.rt_arm: hazard ratio of Liver lesions, upper", hazard(fit, "groupLiver lesions", 1), 1.1859980904494407)
compare_all("pfs.by.rt_target.in.rt_arm: hazard ratio", cox_numbers(fit), c("patients" = 27.0, "events" = 22.0, "events per coefficient" = 22.0, "log-likelihood without covariates" = -58.26596948744801, "log-likelihood" = -57.03969752203131, "likelihood-ratio test" = 2.4525439308334, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.11733457074709625, "Wald test" = 2.4717667588233656, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.11590757316485607, "score test" = 2.5684823130841625, "score test, degrees of freedom" = 1.0, "score test, p" = 0.10901227277129838, "concordance" = 0.5725075528700906, "concordance, standard error" = 0.05830691878903541, "concordance, lower" = 0.45822809199407943, "concordance, upper" = 0.6867870137461017, "concordant" = 109.0, "discordant" = 61.0, "tied predictions" = 161.0, "tied times" = 0.0, "tied in both" = 0.0, "concordance, patients" = 27.0, "concordance, events" = 22.0))
compare_all("pfs.by.rt_target.in.rt_arm: hazard ratio: likelihood-ratio", cox_numbers(fit), c("patients" = 27.0, "events" = 22.0))
compare_all("pfs.by.rt_target.in.rt_arm: hazard ratio: wald", cox_numbers(fit), c("patients" = 27.0, "events" = 22.0))
compare_all("pfs.by.rt_target.in.rt_arm: hazard ratio: score", cox_numbers(fit), c("patients" = 27.0, "events" = 22.0))
compare_all("pfs.by.rt_target.in.rt_arm: hazard ratio: rt_targetLiver lesions", cox_coefficient(fit, "groupLiver lesions"), c("coefficient" = -0.6916078480826389, "standard error" = 0.43990223564381004, "z" = -1.5721853449334036, "p" = 0.11590757316485595, "patients" = 27.0, "events" = 22.0))
compare_all("pfs.by.rt_target.in.rt_arm: hazard ratio: rt_target", cox_term_numbers(fit, "group"), c("Wald test" = 2.4717667588233656, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.11590757316485607, "likelihood-ratio test" = 2.4525439308334, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.11733457074709625, "score test" = 2.5684823130841625, "score test, degrees of freedom" = 1.0, "score test, p" = 0.10901227277129838))
compare_all("pfs.by.rt_target.in.rt_arm: hazard ratio: rt_target, wald", cox_numbers(fit), c("patients" = 27.0, "events" = 22.0))
compare_all("pfs.by.rt_target.in.rt_arm: hazard ratio: rt_target, likelihood-ratio", cox_numbers(fit), c("patients" = 27.0, "events" = 22.0))
compare_all("pfs.by.rt_target.in.rt_arm: hazard ratio: rt_target, score", cox_numbers(fit), c("patients" = 27.0, "events" = 22.0))
# Progression-free survival: pfs.in.matched
s <- populations[["matched"]]
for (own in intersect(c("time", "event", "cause", "entry", "weight", "set", "group"), names(s))) { s[[paste(own, "of the study")]] <- s[[own]]; s[[own]] <- NULL }
s$time <- s[["time pfs"]]; s$cause <- s[["status pfs"]]; s$event <- s$cause == 1
s$weight <- s[["weight "]]; s$set <- s[["set "]]
s$group <- factor(s[["arm "]], levels = c("IO+T", "RT+IO+T"))
s <- s[!is.na(s$group), , drop = FALSE]
asked <- s; s <- s[!is.na(s$time) & !is.na(s$event), , drop = FALSE]
curves <- list()
x <- own_columns(s[s$group == "IO+T", ])
fit <- survfit(Surv(time, event) ~ 1, data = x, conf.int = 0.95, conf.type = "log-log", id = seq_len(nrow(x)), weights = weight, robust = any(populations[["matched"]][["weight "]] != 1))
compare("pfs.in.matched IO+T: patients", nrow(x), 18.0)
compare("pfs.in.matched IO+T: events", sum(x$event), 18.0)
compare("pfs.in.matched IO+T: median", median_of(fit) / 30.4375, 4.960985626283367)
compare("pfs.in.matched IO+T: median, lower", summary(fit)$table["0.95LCL"] / 30.4375, 2.6940451745379876)
compare("pfs.in.matched IO+T: median, upper", summary(fit)$table["0.95UCL"] / 30.4375, 8.673511293634498)
compare("pfs.in.matched IO+T: survival at 6", summary(fit, times = 6 * 30.4375, extend = TRUE)$surv, 0.38888888888888884)
compare("pfs.in.matched IO+T: survival at 6, lower", summary(fit, times = 6 * 30.4375, extend = TRUE)$lower, 0.17486853706488828)
compare("pfs.in.matched IO+T: survival at 6, upper", summary(fit, times = 6 * 30.4375, extend = TRUE)$upper, 0.5995630032931809)
compare("pfs.in.matched IO+T: at risk at 6", summary(fit, times = 6 * 30.4375, extend = TRUE)$n.risk, 7.0)
compare("pfs.in.matched IO+T: survival at 12", summary(fit, times = 12 * 30.4375, extend = TRUE)$surv, 0.16666666666666666)
compare("pfs.in.matched IO+T: survival at 12, lower", summary(fit, times = 12 * 30.4375, extend = TRUE)$lower, 0.041211177551073105)
compare("pfs.in.matched IO+T: survival at 12, upper", summary(fit, times = 12 * 30.4375, extend = TRUE)$upper, 0.3654240759034796)
compare("pfs.in.matched IO+T: at risk at 12", summary(fit, times = 12 * 30.4375, extend = TRUE)$n.risk, 3.0)
fit$heads <- c(patients = nrow(x), events = sum(x$event))
compare("pfs.in.matched IO+T: missing", nrow(own_columns(asked[asked$group == "IO+T", ])) - nrow(x), 0.0)
follow <- survfit(Surv(time, !event) ~ 1, data = x, conf.int = 0.95, conf.type = "log-log", id = seq_len(nrow(x)), weights = weight, robust = any(populations[["matched"]][["weight "]] != 1))
compare_all("pfs.in.matched IO+T", follow_up(x, follow, 30.4375), c("shortest" = 1.1498973305954825, "longest" = 21.322381930184804))
compare_all("pfs.in.matched IO+T: curve", curve_sums(fit, 1), c("times" = 3526.0, "at risk" = 171.0, "events" = 18.0, "censored" = 0.0, "survival" = 8.499999999999998, "standard errors of the logarithm" = 5.198166251822788, "lower" = 4.907637204885376, "upper" = 11.365213236442608))
compare_all("pfs.in.matched IO+T: survival at 6", rate_of(fit, 6 * 30.4375), c("standard error" = 0.11490438561102642, "patients" = 18.0, "events" = 11.0))
compare_all("pfs.in.matched IO+T: survival at 12", rate_of(fit, 12 * 30.4375), c("standard error" = 0.0878410461157883, "patients" = 18.0, "events" = 15.0))
curves[["IO+T"]] <- fit
x <- own_columns(s[s$group == "RT+IO+T", ])
fit <- survfit(Surv(time, event) ~ 1, data = x, conf.int = 0.95, conf.type = "log-log", id = seq_len(nrow(x)), weights = weight, robust = any(populations[["matched"]][["weight "]] != 1))
compare("pfs.in.matched RT+IO+T: patients", nrow(x), 18.0)
compare("pfs.in.matched RT+IO+T: events", sum(x$event), 16.0)
compare("pfs.in.matched RT+IO+T: median", median_of(fit) / 30.4375, 9.117043121149898)
compare("pfs.in.matched RT+IO+T: median, lower", summary(fit)$table["0.95LCL"] / 30.4375, 4.7967145790554415)
compare("pfs.in.matched RT+IO+T: median, upper", summary(fit)$table["0.95UCL"] / 30.4375, 16.13141683778234)
compare("pfs.in.matched RT+IO+T: survival at 6", summary(fit, times = 6 * 30.4375, extend = TRUE)$surv, 0.7222222222222222)
compare("pfs.in.matched RT+IO+T: survival at 6, lower", summary(fit, times = 6 * 30.4375, extend = TRUE)$lower, 0.45617855619620906)
compare("pfs.in.matched RT+IO+T: survival at 6, upper", summary(fit, times = 6 * 30.4375, extend = TRUE)$upper, 0.8737803046946004)
compare("pfs.in.matched RT+IO+T: at risk at 6", summary(fit, times = 6 * 30.4375, extend = TRUE)$n.risk, 13.0)
compare("pfs.in.matched RT+IO+T: survival at 12", summary(fit, times = 12 * 30.4375, extend = TRUE)$surv, 0.4444444444444444)
compare("pfs.in.matched RT+IO+T: survival at 12, lower", summary(fit, times = 12 * 30.4375, extend = TRUE)$lower, 0.21584801898546196)
compare("pfs.in.matched RT+IO+T: survival at 12, upper", summary(fit, times = 12 * 30.4375, extend = TRUE)$upper, 0.6512137507296292)
compare("pfs.in.matched RT+IO+T: at risk at 12", summary(fit, times = 12 * 30.4375, extend = TRUE)$n.risk, 8.0)
fit$heads <- c(patients = nrow(x), events = sum(x$event))
compare("pfs.in.matched RT+IO+T: missing", nrow(own_columns(asked[asked$group == "RT+IO+T", ])) - nrow(x), 0.0)
follow <- survfit(Surv(time, !event) ~ 1, data = x, conf.int = 0.95, conf.type = "log-log", id = seq_len(nrow(x)), weights = weight, robust = any(populations[["matched"]][["weight "]] != 1))
compare_all("pfs.in.matched RT+IO+T", follow_up(x, follow, 30.4375), c("shortest" = 2.858316221765914, "longest" = 22.965092402464066, "median follow-up" = 22.965092402464066, "median follow-up, lower" = 17.478439425051334))
compare_all("pfs.in.matched RT+IO+T: curve", curve_sums(fit, 1), c("times" = 6125.0, "at risk" = 171.0, "events" = 16.0, "censored" = 2.0, "survival" = 8.708333333333336, "standard errors of the logarithm" = 5.9685382018807065, "lower" = 4.968732518816019, "upper" = 11.83480569962667))
compare_all("pfs.in.matched RT+IO+T: survival at 6", rate_of(fit, 6 * 30.4375), c("standard error" = 0.10557179862029056, "patients" = 18.0, "events" = 5.0))
compare_all("pfs.in.matched RT+IO+T: survival at 12", rate_of(fit, 12 * 30.4375), c("standard error" = 0.11712139482105109, "patients" = 18.0, "events" = 10.0))
curves[["RT+IO+T"]] <- fit
x <- own_columns(s)
fit <- survfit(Surv(time, event) ~ 1, data = x, conf.int = 0.95, conf.type = "log-log", id = seq_len(nrow(x)), weights = weight, robust = any(populations[["matched"]][["weight "]] != 1))
compare("pfs.in.matched All patients: patients", nrow(x), 36.0)
compare("pfs.in.matched All patients: events", sum(x$event), 34.0)
compare("pfs.in.matched All patients: median", median_of(fit) / 30.4375, 6.833675564681725)
compare("pfs.in.matched All patients: median, lower", summary(fit)$table["0.95LCL"] / 30.4375, 4.59958932238193)
compare("pfs.in.matched All patients: median, upper", summary(fit)$table["0.95UCL"] / 30.4375, 10.250513347022586)
compare("pfs.in.matched All patients: survival at 6", summary(fit, times = 6 * 30.4375, extend = TRUE)$surv, 0.5555555555555554)
compare("pfs.in.matched All patients: survival at 6, lower", summary(fit, times = 6 * 30.4375, extend = TRUE)$lower, 0.380501136380698)
compare("pfs.in.matched All patients: survival at 6, upper", summary(fit, times = 6 * 30.4375, extend = TRUE)$upper, 0.6993843166986976)
compare("pfs.in.matched All patients: at risk at 6", summary(fit, times = 6 * 30.4375, extend = TRUE)$n.risk, 20.0)
compare("pfs.in.matched All patients: survival at 12", summary(fit, times = 12 * 30.4375, extend = TRUE)$surv, 0.3055555555555554)
compare("pfs.in.matched All patients: survival at 12, lower", summary(fit, times = 12 * 30.4375, extend = TRUE)$lower, 0.1659417410075222)
compare("pfs.in.matched All patients: survival at 12, upper", summary(fit, times = 12 * 30.4375, extend = TRUE)$upper, 0.45720014274095605)
compare("pfs.in.matched All patients: at risk at 12", summary(fit, times = 12 * 30.4375, extend = TRUE)$n.risk, 11.0)
fit$heads <- c(patients = nrow(x), events = sum(x$event))
compare("pfs.in.matched All patients: missing", nrow(own_columns(asked)) - nrow(x), 0.0)
follow <- survfit(Surv(time, !event) ~ 1, data = x, conf.int = 0.95, conf.type = "log-log", id = seq_len(nrow(x)), weights = weight, robust = any(populations[["matched"]][["weight "]] != 1))
compare_all("pfs.in.matched All patients", follow_up(x, follow, 30.4375), c("shortest" = 1.1498973305954825, "longest" = 22.965092402464066, "median follow-up" = 22.965092402464066, "median follow-up, lower" = 17.478439425051334))
compare_all("pfs.in.matched All patients: curve", curve_sums(fit, 1), c("times" = 9651.0, "at risk" = 666.0, "events" = 34.0, "censored" = 2.0, "survival" = 17.616666666666667, "standard errors of the logarithm" = 8.778612448600903, "lower" = 12.52596560410185, "upper" = 22.029178393863898))
compare_all("pfs.in.matched All patients: survival at 6", rate_of(fit, 6 * 30.4375), c("standard error" = 0.08281733249999217, "patients" = 36.0, "events" = 16.0))
compare_all("pfs.in.matched All patients: survival at 12", rate_of(fit, 12 * 30.4375), c("standard error" = 0.07677372199896755, "patients" = 36.0, "events" = 25.0))
compare_all("pfs.in.matched: log-rank", log_rank(s), c("statistic" = 5.6442603525815755, "statistic, degrees of freedom" = 1.0, "statistic, p" = 0.017512602046352365, "patients" = 36.0, "events" = 34.0))
compare("pfs.in.matched: log-rank chi-squared", survdiff(Surv(time, event) ~ group, data = s)$chisq, 5.6442603525815755)
compare_all("pfs.in.matched: survival at 6, RT+IO+T less IO+T", contrast(rate_of(curves[["IO+T"]], 6 * 30.4375), rate_of(curves[["RT+IO+T"]], 6 * 30.4375)), c("contrast" = 0.33333333333333337, "lower" = 0.027500924374703695, "upper" = 0.639165742291963, "standard error" = 0.156039810614377, "patients" = 36.0, "events" = 16.0, "z" = 2.1362069847489367, "p" = 0.03266254638630499))
compare_all("pfs.in.matched: survival at 6, RT+IO+T less IO+T: test", contrast(rate_of(curves[["IO+T"]], 6 * 30.4375), rate_of(curves[["RT+IO+T"]], 6 * 30.4375)), c("patients" = 36.0, "events" = 16.0))
compare_all("pfs.in.matched: survival at 12, RT+IO+T less IO+T", contrast(rate_of(curves[["IO+T"]], 12 * 30.4375), rate_of(curves[["RT+IO+T"]], 12 * 30.4375)), c("contrast" = 0.2777777777777778, "lower" = -0.009164366807667301, "upper" = 0.5647199223632229, "standard error" = 0.14640174352631385, "patients" = 36.0, "events" = 25.0, "z" = 1.8973665961010278, "p" = 0.05777957112359723))
compare_all("pfs.in.matched: survival at 12, RT+IO+T less IO+T: test", contrast(rate_of(curves[["IO+T"]], 12 * 30.4375), rate_of(curves[["RT+IO+T"]], 12 * 30.4375)), c("patients" = 36.0, "events" = 25.0))
x <- s[intersect(c("time", "event", "entry", "weight", "set"), names(s))]
x$group <- relevel(s$group, "IO+T")
x <- known(x)
fit <- coxph(Surv(time, event) ~ group, data = x, ties = "efron", control = fine, weights = weight, robust = FALSE)
compare("pfs.in.matched: hazard ratio of RT+IO+T", hazard(fit, "groupRT+IO+T"), 0.4338756879389899)
compare("pfs.in.matched: hazard ratio of RT+IO+T, lower", hazard(fit, "groupRT+IO+T", -1), 0.21405004233506233)
compare("pfs.in.matched: hazard ratio of RT+IO+T, upper", hazard(fit, "groupRT+IO+T", 1), 0.8794584225769895)
compare_all("pfs.in.matched: hazard ratio", cox_numbers(fit), c("patients" = 36.0, "events" = 34.0, "events per coefficient" = 34.0, "log-likelihood without covariates" = -93.92793507291515, "log-likelihood" = -91.23715976611022, "likelihood-ratio test" = 5.381550613609846, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.02035078254155472, "Wald test" = 5.365159228768664, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.020542912702830415, "score test" = 5.644260352581581, "score test, degrees of freedom" = 1.0, "score test, p" = 0.017512602046352303, "concordance" = 0.6192, "concordance, standard error" = 0.04293289976360786, "concordance, lower" = 0.5350530627114604, "concordance, upper" = 0.7033469372885396, "concordant" = 236.0, "discordant" = 87.0, "tied predictions" = 302.0, "tied times" = 0.0, "tied in both" = 0.0, "concordance, patients" = 36.0, "concordance, events" = 34.0))
compare_all("pfs.in.matched: hazard ratio: likelihood-ratio", cox_numbers(fit), c("patients" = 36.0, "events" = 34.0))
compare_all("pfs.in.matched: hazard ratio: wald", cox_numbers(fit), c("patients" = 36.0, "events" = 34.0))
compare_all("pfs.in.matched: hazard ratio: score", cox_numbers(fit), c("patients" = 36.0, "events" = 34.0))
compare_all("pfs.in.matched: hazard ratio: armRT+IO+T", cox_coefficient(fit, "groupRT+IO+T"), c("coefficient" = -0.8349972192318905, "standard error" = 0.36049041459500786, "z" = -2.316281336273438, "p" = 0.02054291270283032, "patients" = 36.0, "events" = 34.0))
compare_all("pfs.in.matched: hazard ratio: arm", cox_term_numbers(fit, "group"), c("Wald test" = 5.365159228768664, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.020542912702830415, "likelihood-ratio test" = 5.381550613609846, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.02035078254155472, "score test" = 5.644260352581581, "score test, degrees of freedom" = 1.0, "score test, p" = 0.017512602046352303))
compare_all("pfs.in.matched: hazard ratio: arm, wald", cox_numbers(fit), c("patients" = 36.0, "events" = 34.0))
compare_all("pfs.in.matched: hazard ratio: arm, likelihood-ratio", cox_numbers(fit), c("patients" = 36.0, "events" = 34.0))
compare_all("pfs.in.matched: hazard ratio: arm, score", cox_numbers(fit), c("patients" = 36.0, "events" = 34.0))
x <- s[intersect(c("time", "event", "entry", "weight", "set"), names(s))]
x$group <- relevel(s$group, "IO+T")
x <- known(x)
fit <- coxph(Surv(time, event) ~ group, data = x, ties = "efron", control = fine, weights = weight, cluster = set)
compare("pfs.in.matched: robust hazard ratio of RT+IO+T", hazard(fit, "groupRT+IO+T"), 0.4338756879389899)
compare("pfs.in.matched: robust hazard ratio of RT+IO+T, lower", hazard(fit, "groupRT+IO+T", -1), 0.198270542279673)
compare("pfs.in.matched: robust hazard ratio of RT+IO+T, upper", hazard(fit, "groupRT+IO+T", 1), 0.9494507374625323)
compare_all("pfs.in.matched: robust hazard ratio", cox_numbers(fit), c("patients" = 36.0, "events" = 34.0, "events per coefficient" = 34.0, "log-likelihood without covariates" = -93.92793507291515, "log-likelihood" = -91.23715976611022, "likelihood-ratio test" = 5.381550613609846, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.02035078254155472, "Wald test" = 4.367203336959475, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.03663707459002, "score test" = 5.644260352581581, "score test, degrees of freedom" = 1.0, "score test, p" = 0.017512602046352303, "robust score test" = 5.043353416495191, "robust score test, degrees of freedom" = 1.0, "robust score test, p" = 0.024720591284081956, "concordance" = 0.6192, "concordance, standard error" = 0.04734908553152848, "concordance, lower" = 0.5263974976572976, "concordance, upper" = 0.7120025023427023, "concordant" = 236.0, "discordant" = 87.0, "tied predictions" = 302.0, "tied times" = 0.0, "tied in both" = 0.0, "concordance, patients" = 36.0, "concordance, events" = 34.0))
compare_all("pfs.in.matched: robust hazard ratio: likelihood-ratio", cox_numbers(fit), c("patients" = 36.0, "events" = 34.0))
compare_all("pfs.in.matched: robust hazard ratio: wald", cox_numbers(fit), c("patients" = 36.0, "events" = 34.0))
compare_all("pfs.in.matched: robust hazard ratio: score", cox_numbers(fit), c("patients" = 36.0, "events" = 34.0))
compare_all("pfs.in.matched: robust hazard ratio: score", cox_numbers(fit), c("patients" = 36.0, "events" = 34.0))
compare_all("pfs.in.matched: robust hazard ratio: armRT+IO+T", cox_coefficient(fit, "groupRT+IO+T"), c("coefficient" = -0.8349972192318905, "standard error" = 0.3995612127182468, "standard error of the model" = 0.36049041459500786, "z" = -2.08978547630121, "p" = 0.03663707459002002, "patients" = 36.0, "events" = 34.0))
compare_all("pfs.in.matched: robust hazard ratio: arm", cox_term_numbers(fit, "group"), c("Wald test" = 4.367203336959475, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.03663707459002, "likelihood-ratio test" = 5.381550613609846, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.02035078254155472, "score test" = 5.644260352581581, "score test, degrees of freedom" = 1.0, "score test, p" = 0.017512602046352303))
compare_all("pfs.in.matched: robust hazard ratio: arm, wald", cox_numbers(fit), c("patients" = 36.0, "events" = 34.0))
compare_all("pfs.in.matched: robust hazard ratio: arm, likelihood-ratio", cox_numbers(fit), c("patients" = 36.0, "events" = 34.0))
compare_all("pfs.in.matched: robust hazard ratio: arm, score", cox_numbers(fit), c("patients" = 36.0, "events" = 34.0))
# Table baseline
s <- populations[["all"]]
known_numbers <- function(x, w) c(known = sum(!is.na(x)), missing = sum(is.na(x)), "known weight" = sum(w[!is.na(x)]))
answers <- function(x, levels) vapply(strsplit(x, separator, fixed = TRUE), function(y) sum(levels %in% trimws(y)), 0)
# With weights the quartiles are the values at which their sum reaches its share.
description <- function(x, w = NULL) {
  keep <- !is.na(x)
  x <- x[keep]
  if (is.null(w)) {
    q <- quantile(x, c(0.25, 0.5, 0.75), type = quantile_type, names = FALSE)
    m <- c(mean(x), sd(x))
  } else {
    w <- w[keep]; w <- w[order(x)]; x <- sort(x)
    q <- sapply(c(0.25, 0.5, 0.75), function(p) {
      reached <- cumsum(w); goal <- p * sum(w)
      at <- which(reached >= goal * (1 - 1e-12))[1]
      if (abs(reached[at] - goal) <= 1e-12 * sum(w) && at < length(x)) mean(x[at + 0:1]) else x[at]
    })
    m <- c(weighted.mean(x, w), sqrt(variance_of(x, w)))
  }
  c(values = length(x), mean = m[1], "standard deviation" = m[2], minimum = min(x), "lower quartile" = q[1],
    median = q[2], "upper quartile" = q[3], maximum = max(x))
}
variance_of <- function(x, w) {
  if (is.null(w)) return(var(x))
  sum(w) / (sum(w)^2 - sum(w^2)) * sum(w * (x - weighted.mean(x, w))^2)
}
# Over the root of the mean variance; of more than two levels their joint distance.
standardised_difference <- function(x, group, w = NULL) {
  keep <- !is.na(x) & !is.na(group)
  x <- x[keep]; group <- group[keep]; w <- w[keep]
  side <- function(i) list(x = x[as.integer(group) == i], w = if (!is.null(w)) w[as.integer(group) == i])
  first <- side(1); second <- side(2)
  if (is.numeric(x)) {
    mean_of <- function(s) if (is.null(s$w)) mean(s$x) else weighted.mean(s$x, s$w)
    return((mean_of(second) - mean_of(first)) / sqrt((variance_of(first$x, first$w) + variance_of(second$x, second$w)) / 2))
  }
  share <- function(s) {
    count <- if (is.null(s$w)) table(s$x) else sapply(levels(x), function(v) sum(s$w[s$x == v]))
    as.numeric(count / sum(count))[-1]
  }
  p <- share(first); q <- share(second)
  if (length(p) == 1) return((q - p) / sqrt((p * (1 - p) + q * (1 - q)) / 2))
  v <- -(outer(p, p) + outer(q, q)) / 2
  diag(v) <- (p * (1 - p) + q * (1 - q)) / 2
  present <- p + q > 0
  d <- (q - p)[present]
  # The inverse of Moore and Penrose: a level that one group has whole does not vary.
  parts <- eigen(v[present, present, drop = FALSE], symmetric = TRUE)
  vary <- parts$values > 1e-10 * max(parts$values)
  sqrt(sum(drop(d %*% parts$vectors[, vary, drop = FALSE])^2 / parts$values[vary]))
}
w <- rep(1, nrow(s))
column <- rep(TRUE, nrow(s))
compare_all("baseline Total", c(patients = sum(column), weight = sum(w[column])), c("patients" = 71.0))
compare_all("baseline Age (years) Total", known_numbers(s[["age_group"]][column], w[column]), c("known" = 71.0, "missing" = 0.0))
compare_all("baseline Age (years) Total: <60", c(patients = sum(column & s[["age_group"]] %in% "<60"), weight = sum(w[column & s[["age_group"]] %in% "<60"])), c("patients" = 35.0))
compare_all("baseline Age (years) Total: ≥60", c(patients = sum(column & s[["age_group"]] %in% "≥60"), weight = sum(w[column & s[["age_group"]] %in% "≥60"])), c("patients" = 36.0))
compare_all("baseline Gender Total", known_numbers(s[["sex"]][column], w[column]), c("known" = 71.0, "missing" = 0.0))
compare_all("baseline Gender Total: Female", c(patients = sum(column & s[["sex"]] %in% "Female"), weight = sum(w[column & s[["sex"]] %in% "Female"])), c("patients" = 12.0))
compare_all("baseline Gender Total: Male", c(patients = sum(column & s[["sex"]] %in% "Male"), weight = sum(w[column & s[["sex"]] %in% "Male"])), c("patients" = 59.0))
compare_all("baseline BCLC stage Total", known_numbers(s[["bclc"]][column], w[column]), c("known" = 71.0, "missing" = 0.0))
compare_all("baseline BCLC stage Total: B", c(patients = sum(column & s[["bclc"]] %in% "B"), weight = sum(w[column & s[["bclc"]] %in% "B"])), c("patients" = 13.0))
compare_all("baseline BCLC stage Total: C", c(patients = sum(column & s[["bclc"]] %in% "C"), weight = sum(w[column & s[["bclc"]] %in% "C"])), c("patients" = 58.0))
compare_all("baseline Child–Pugh class Total", known_numbers(s[["child_pugh"]][column], w[column]), c("known" = 71.0, "missing" = 0.0))
compare_all("baseline Child–Pugh class Total: A", c(patients = sum(column & s[["child_pugh"]] %in% "A"), weight = sum(w[column & s[["child_pugh"]] %in% "A"])), c("patients" = 57.0))
compare_all("baseline Child–Pugh class Total: B", c(patients = sum(column & s[["child_pugh"]] %in% "B"), weight = sum(w[column & s[["child_pugh"]] %in% "B"])), c("patients" = 14.0))
compare_all("baseline ECOG performance status Total", known_numbers(s[["ecog_group"]][column], w[column]), c("known" = 71.0, "missing" = 0.0))
compare_all("baseline ECOG performance status Total: 0", c(patients = sum(column & s[["ecog_group"]] %in% "0"), weight = sum(w[column & s[["ecog_group"]] %in% "0"])), c("patients" = 14.0))
compare_all("baseline ECOG performance status Total: 1–2", c(patients = sum(column & s[["ecog_group"]] %in% "1–2"), weight = sum(w[column & s[["ecog_group"]] %in% "1–2"])), c("patients" = 57.0))
compare_all("baseline Baseline AFP (ng/mL) Total", known_numbers(s[["afp_group"]][column], w[column]), c("known" = 71.0, "missing" = 0.0))
compare_all("baseline Baseline AFP (ng/mL) Total: <400", c(patients = sum(column & s[["afp_group"]] %in% "<400"), weight = sum(w[column & s[["afp_group"]] %in% "<400"])), c("patients" = 40.0))
compare_all("baseline Baseline AFP (ng/mL) Total: ≥400", c(patients = sum(column & s[["afp_group"]] %in% "≥400"), weight = sum(w[column & s[["afp_group"]] %in% "≥400"])), c("patients" = 31.0))
compare_all("baseline Maximum tumour diameter (cm) Total", known_numbers(s[["diameter_group"]][column], w[column]), c("known" = 71.0, "missing" = 0.0))
compare_all("baseline Maximum tumour diameter (cm) Total: <10", c(patients = sum(column & s[["diameter_group"]] %in% "<10"), weight = sum(w[column & s[["diameter_group"]] %in% "<10"])), c("patients" = 55.0))
compare_all("baseline Maximum tumour diameter (cm) Total: ≥10", c(patients = sum(column & s[["diameter_group"]] %in% "≥10"), weight = sum(w[column & s[["diameter_group"]] %in% "≥10"])), c("patients" = 16.0))
compare_all("baseline Extrahepatic metastasis Total", known_numbers(s[["extrahepatic_metastasis"]][column], w[column]), c("known" = 71.0, "missing" = 0.0))
compare_all("baseline Extrahepatic metastasis Total: No", c(patients = sum(column & s[["extrahepatic_metastasis"]] %in% "No"), weight = sum(w[column & s[["extrahepatic_metastasis"]] %in% "No"])), c("patients" = 45.0))
compare_all("baseline Extrahepatic metastasis Total: Yes", c(patients = sum(column & s[["extrahepatic_metastasis"]] %in% "Yes"), weight = sum(w[column & s[["extrahepatic_metastasis"]] %in% "Yes"])), c("patients" = 26.0))
compare_all("baseline Portal vein invasion Total", known_numbers(s[["portal_vein_invasion"]][column], w[column]), c("known" = 71.0, "missing" = 0.0))
compare_all("baseline Portal vein invasion Total: No", c(patients = sum(column & s[["portal_vein_invasion"]] %in% "No"), weight = sum(w[column & s[["portal_vein_invasion"]] %in% "No"])), c("patients" = 31.0))
compare_all("baseline Portal vein invasion Total: Yes", c(patients = sum(column & s[["portal_vein_invasion"]] %in% "Yes"), weight = sum(w[column & s[["portal_vein_invasion"]] %in% "Yes"])), c("patients" = 40.0))
compare_all("baseline Treatment line Total", known_numbers(s[["treatment_line"]][column], w[column]), c("known" = 71.0, "missing" = 0.0))
compare_all("baseline Treatment line Total: First-line", c(patients = sum(column & s[["treatment_line"]] %in% "First-line"), weight = sum(w[column & s[["treatment_line"]] %in% "First-line"])), c("patients" = 42.0))
compare_all("baseline Treatment line Total: Second-line and beyond", c(patients = sum(column & s[["treatment_line"]] %in% "Second-line and beyond"), weight = sum(w[column & s[["treatment_line"]] %in% "Second-line and beyond"])), c("patients" = 29.0))
compare_all("baseline Previous locoregional therapy Total", known_numbers(s[["prior_locoregional"]][column], w[column]), c("known" = 71.0, "missing" = 0.0))
compare_all("baseline Previous locoregional therapy Total: No", c(patients = sum(column & s[["prior_locoregional"]] %in% "No"), weight = sum(w[column & s[["prior_locoregional"]] %in% "No"])), c("patients" = 41.0))
compare_all("baseline Previous locoregional therapy Total: TACE", c(patients = sum(column & s[["prior_locoregional"]] %in% "TACE"), weight = sum(w[column & s[["prior_locoregional"]] %in% "TACE"])), c("patients" = 20.0))
compare_all("baseline Previous locoregional therapy Total: HAIC", c(patients = sum(column & s[["prior_locoregional"]] %in% "HAIC"), weight = sum(w[column & s[["prior_locoregional"]] %in% "HAIC"])), c("patients" = 10.0))
column <- s[["arm "]] %in% "IO+T"
compare_all("baseline IO+T", c(patients = sum(column), weight = sum(w[column])), c("patients" = 42.0))
compare_all("baseline Age (years) IO+T", known_numbers(s[["age_group"]][column], w[column]), c("known" = 42.0, "missing" = 0.0))
compare_all("baseline Age (years) IO+T: <60", c(patients = sum(column & s[["age_group"]] %in% "<60"), weight = sum(w[column & s[["age_group"]] %in% "<60"])), c("patients" = 21.0))
compare_all("baseline Age (years) IO+T: ≥60", c(patients = sum(column & s[["age_group"]] %in% "≥60"), weight = sum(w[column & s[["age_group"]] %in% "≥60"])), c("patients" = 21.0))
compare_all("baseline Gender IO+T", known_numbers(s[["sex"]][column], w[column]), c("known" = 42.0, "missing" = 0.0))
compare_all("baseline Gender IO+T: Female", c(patients = sum(column & s[["sex"]] %in% "Female"), weight = sum(w[column & s[["sex"]] %in% "Female"])), c("patients" = 5.0))
compare_all("baseline Gender IO+T: Male", c(patients = sum(column & s[["sex"]] %in% "Male"), weight = sum(w[column & s[["sex"]] %in% "Male"])), c("patients" = 37.0))
compare_all("baseline BCLC stage IO+T", known_numbers(s[["bclc"]][column], w[column]), c("known" = 42.0, "missing" = 0.0))
compare_all("baseline BCLC stage IO+T: B", c(patients = sum(column & s[["bclc"]] %in% "B"), weight = sum(w[column & s[["bclc"]] %in% "B"])), c("patients" = 12.0))
compare_all("baseline BCLC stage IO+T: C", c(patients = sum(column & s[["bclc"]] %in% "C"), weight = sum(w[column & s[["bclc"]] %in% "C"])), c("patients" = 30.0))
compare_all("baseline Child–Pugh class IO+T", known_numbers(s[["child_pugh"]][column], w[column]), c("known" = 42.0, "missing" = 0.0))
compare_all("baseline Child–Pugh class IO+T: A", c(patients = sum(column & s[["child_pugh"]] %in% "A"), weight = sum(w[column & s[["child_pugh"]] %in% "A"])), c("patients" = 32.0))
compare_all("baseline Child–Pugh class IO+T: B", c(patients = sum(column & s[["child_pugh"]] %in% "B"), weight = sum(w[column & s[["child_pugh"]] %in% "B"])), c("patients" = 10.0))
compare_all("baseline ECOG performance status IO+T", known_numbers(s[["ecog_group"]][column], w[column]), c("known" = 42.0, "missing" = 0.0))
compare_all("baseline ECOG performance status IO+T: 0", c(patients = sum(column & s[["ecog_group"]] %in% "0"), weight = sum(w[column & s[["ecog_group"]] %in% "0"])), c("patients" = 5.0))
compare_all("baseline ECOG performance status IO+T: 1–2", c(patients = sum(column & s[["ecog_group"]] %in% "1–2"), weight = sum(w[column & s[["ecog_group"]] %in% "1–2"])), c("patients" = 37.0))
compare_all("baseline Baseline AFP (ng/mL) IO+T", known_numbers(s[["afp_group"]][column], w[column]), c("known" = 42.0, "missing" = 0.0))
compare_all("baseline Baseline AFP (ng/mL) IO+T: <400", c(patients = sum(column & s[["afp_group"]] %in% "<400"), weight = sum(w[column & s[["afp_group"]] %in% "<400"])), c("patients" = 21.0))
compare_all("baseline Baseline AFP (ng/mL) IO+T: ≥400", c(patients = sum(column & s[["afp_group"]] %in% "≥400"), weight = sum(w[column & s[["afp_group"]] %in% "≥400"])), c("patients" = 21.0))
compare_all("baseline Maximum tumour diameter (cm) IO+T", known_numbers(s[["diameter_group"]][column], w[column]), c("known" = 42.0, "missing" = 0.0))
compare_all("baseline Maximum tumour diameter (cm) IO+T: <10", c(patients = sum(column & s[["diameter_group"]] %in% "<10"), weight = sum(w[column & s[["diameter_group"]] %in% "<10"])), c("patients" = 31.0))
compare_all("baseline Maximum tumour diameter (cm) IO+T: ≥10", c(patients = sum(column & s[["diameter_group"]] %in% "≥10"), weight = sum(w[column & s[["diameter_group"]] %in% "≥10"])), c("patients" = 11.0))
compare_all("baseline Extrahepatic metastasis IO+T", known_numbers(s[["extrahepatic_metastasis"]][column], w[column]), c("known" = 42.0, "missing" = 0.0))
compare_all("baseline Extrahepatic metastasis IO+T: No", c(patients = sum(column & s[["extrahepatic_metastasis"]] %in% "No"), weight = sum(w[column & s[["extrahepatic_metastasis"]] %in% "No"])), c("patients" = 26.0))
compare_all("baseline Extrahepatic metastasis IO+T: Yes", c(patients = sum(column & s[["extrahepatic_metastasis"]] %in% "Yes"), weight = sum(w[column & s[["extrahepatic_metastasis"]] %in% "Yes"])), c("patients" = 16.0))
compare_all("baseline Portal vein invasion IO+T", known_numbers(s[["portal_vein_invasion"]][column], w[column]), c("known" = 42.0, "missing" = 0.0))
compare_all("baseline Portal vein invasion IO+T: No", c(patients = sum(column & s[["portal_vein_invasion"]] %in% "No"), weight = sum(w[column & s[["portal_vein_invasion"]] %in% "No"])), c("patients" = 22.0))
compare_all("baseline Portal vein invasion IO+T: Yes", c(patients = sum(column & s[["portal_vein_invasion"]] %in% "Yes"), weight = sum(w[column & s[["portal_vein_invasion"]] %in% "Yes"])), c("patients" = 20.0))
compare_all("baseline Treatment line IO+T", known_numbers(s[["treatment_line"]][column], w[column]), c("known" = 42.0, "missing" = 0.0))
compare_all("baseline Treatment line IO+T: First-line", c(patients = sum(column & s[["treatment_line"]] %in% "First-line"), weight = sum(w[column & s[["treatment_line"]] %in% "First-line"])), c("patients" = 32.0))
compare_all("baseline Treatment line IO+T: Second-line and beyond", c(patients = sum(column & s[["treatment_line"]] %in% "Second-line and beyond"), weight = sum(w[column & s[["treatment_line"]] %in% "Second-line and beyond"])), c("patients" = 10.0))
compare_all("baseline Previous locoregional therapy IO+T", known_numbers(s[["prior_locoregional"]][column], w[column]), c("known" = 42.0, "missing" = 0.0))
compare_all("baseline Previous locoregional therapy IO+T: No", c(patients = sum(column & s[["prior_locoregional"]] %in% "No"), weight = sum(w[column & s[["prior_locoregional"]] %in% "No"])), c("patients" = 27.0))
compare_all("baseline Previous locoregional therapy IO+T: TACE", c(patients = sum(column & s[["prior_locoregional"]] %in% "TACE"), weight = sum(w[column & s[["prior_locoregional"]] %in% "TACE"])), c("patients" = 8.0))
compare_all("baseline Previous locoregional therapy IO+T: HAIC", c(patients = sum(column & s[["prior_locoregional"]] %in% "HAIC"), weight = sum(w[column & s[["prior_locoregional"]] %in% "HAIC"])), c("patients" = 7.0))
column <- s[["arm "]] %in% "RT+IO+T"
compare_all("baseline RT+IO+T", c(patients = sum(column), weight = sum(w[column])), c("patients" = 29.0))
compare_all("baseline Age (years) RT+IO+T", known_numbers(s[["age_group"]][column], w[column]), c("known" = 29.0, "missing" = 0.0))
compare_all("baseline Age (years) RT+IO+T: <60", c(patients = sum(column & s[["age_group"]] %in% "<60"), weight = sum(w[column & s[["age_group"]] %in% "<60"])), c("patients" = 14.0))
compare_all("baseline Age (years) RT+IO+T: ≥60", c(patients = sum(column & s[["age_group"]] %in% "≥60"), weight = sum(w[column & s[["age_group"]] %in% "≥60"])), c("patients" = 15.0))
compare_all("baseline Gender RT+IO+T", known_numbers(s[["sex"]][column], w[column]), c("known" = 29.0, "missing" = 0.0))
compare_all("baseline Gender RT+IO+T: Female", c(patients = sum(column & s[["sex"]] %in% "Female"), weight = sum(w[column & s[["sex"]] %in% "Female"])), c("patients" = 7.0))
compare_all("baseline Gender RT+IO+T: Male", c(patients = sum(column & s[["sex"]] %in% "Male"), weight = sum(w[column & s[["sex"]] %in% "Male"])), c("patients" = 22.0))
compare_all("baseline BCLC stage RT+IO+T", known_numbers(s[["bclc"]][column], w[column]), c("known" = 29.0, "missing" = 0.0))
compare_all("baseline BCLC stage RT+IO+T: B", c(patients = sum(column & s[["bclc"]] %in% "B"), weight = sum(w[column & s[["bclc"]] %in% "B"])), c("patients" = 1.0))
compare_all("baseline BCLC stage RT+IO+T: C", c(patients = sum(column & s[["bclc"]] %in% "C"), weight = sum(w[column & s[["bclc"]] %in% "C"])), c("patients" = 28.0))
compare_all("baseline Child–Pugh class RT+IO+T", known_numbers(s[["child_pugh"]][column], w[column]), c("known" = 29.0, "missing" = 0.0))
compare_all("baseline Child–Pugh class RT+IO+T: A", c(patients = sum(column & s[["child_pugh"]] %in% "A"), weight = sum(w[column & s[["child_pugh"]] %in% "A"])), c("patients" = 25.0))
compare_all("baseline Child–Pugh class RT+IO+T: B", c(patients = sum(column & s[["child_pugh"]] %in% "B"), weight = sum(w[column & s[["child_pugh"]] %in% "B"])), c("patients" = 4.0))
compare_all("baseline ECOG performance status RT+IO+T", known_numbers(s[["ecog_group"]][column], w[column]), c("known" = 29.0, "missing" = 0.0))
compare_all("baseline ECOG performance status RT+IO+T: 0", c(patients = sum(column & s[["ecog_group"]] %in% "0"), weight = sum(w[column & s[["ecog_group"]] %in% "0"])), c("patients" = 9.0))
compare_all("baseline ECOG performance status RT+IO+T: 1–2", c(patients = sum(column & s[["ecog_group"]] %in% "1–2"), weight = sum(w[column & s[["ecog_group"]] %in% "1–2"])), c("patients" = 20.0))
compare_all("baseline Baseline AFP (ng/mL) RT+IO+T", known_numbers(s[["afp_group"]][column], w[column]), c("known" = 29.0, "missing" = 0.0))
compare_all("baseline Baseline AFP (ng/mL) RT+IO+T: <400", c(patients = sum(column & s[["afp_group"]] %in% "<400"), weight = sum(w[column & s[["afp_group"]] %in% "<400"])), c("patients" = 19.0))
compare_all("baseline Baseline AFP (ng/mL) RT+IO+T: ≥400", c(patients = sum(column & s[["afp_group"]] %in% "≥400"), weight = sum(w[column & s[["afp_group"]] %in% "≥400"])), c("patients" = 10.0))
compare_all("baseline Maximum tumour diameter (cm) RT+IO+T", known_numbers(s[["diameter_group"]][column], w[column]), c("known" = 29.0, "missing" = 0.0))
compare_all("baseline Maximum tumour diameter (cm) RT+IO+T: <10", c(patients = sum(column & s[["diameter_group"]] %in% "<10"), weight = sum(w[column & s[["diameter_group"]] %in% "<10"])), c("patients" = 24.0))
compare_all("baseline Maximum tumour diameter (cm) RT+IO+T: ≥10", c(patients = sum(column & s[["diameter_group"]] %in% "≥10"), weight = sum(w[column & s[["diameter_group"]] %in% "≥10"])), c("patients" = 5.0))
compare_all("baseline Extrahepatic metastasis RT+IO+T", known_numbers(s[["extrahepatic_metastasis"]][column], w[column]), c("known" = 29.0, "missing" = 0.0))
compare_all("baseline Extrahepatic metastasis RT+IO+T: No", c(patients = sum(column & s[["extrahepatic_metastasis"]] %in% "No"), weight = sum(w[column & s[["extrahepatic_metastasis"]] %in% "No"])), c("patients" = 19.0))
compare_all("baseline Extrahepatic metastasis RT+IO+T: Yes", c(patients = sum(column & s[["extrahepatic_metastasis"]] %in% "Yes"), weight = sum(w[column & s[["extrahepatic_metastasis"]] %in% "Yes"])), c("patients" = 10.0))
compare_all("baseline Portal vein invasion RT+IO+T", known_numbers(s[["portal_vein_invasion"]][column], w[column]), c("known" = 29.0, "missing" = 0.0))
compare_all("baseline Portal vein invasion RT+IO+T: No", c(patients = sum(column & s[["portal_vein_invasion"]] %in% "No"), weight = sum(w[column & s[["portal_vein_invasion"]] %in% "No"])), c("patients" = 9.0))
compare_all("baseline Portal vein invasion RT+IO+T: Yes", c(patients = sum(column & s[["portal_vein_invasion"]] %in% "Yes"), weight = sum(w[column & s[["portal_vein_invasion"]] %in% "Yes"])), c("patients" = 20.0))
compare_all("baseline Treatment line RT+IO+T", known_numbers(s[["treatment_line"]][column], w[column]), c("known" = 29.0, "missing" = 0.0))
compare_all("baseline Treatment line RT+IO+T: First-line", c(patients = sum(column & s[["treatment_line"]] %in% "First-line"), weight = sum(w[column & s[["treatment_line"]] %in% "First-line"])), c("patients" = 10.0))
compare_all("baseline Treatment line RT+IO+T: Second-line and beyond", c(patients = sum(column & s[["treatment_line"]] %in% "Second-line and beyond"), weight = sum(w[column & s[["treatment_line"]] %in% "Second-line and beyond"])), c("patients" = 19.0))
compare_all("baseline Previous locoregional therapy RT+IO+T", known_numbers(s[["prior_locoregional"]][column], w[column]), c("known" = 29.0, "missing" = 0.0))
compare_all("baseline Previous locoregional therapy RT+IO+T: No", c(patients = sum(column & s[["prior_locoregional"]] %in% "No"), weight = sum(w[column & s[["prior_locoregional"]] %in% "No"])), c("patients" = 14.0))
compare_all("baseline Previous locoregional therapy RT+IO+T: TACE", c(patients = sum(column & s[["prior_locoregional"]] %in% "TACE"), weight = sum(w[column & s[["prior_locoregional"]] %in% "TACE"])), c("patients" = 12.0))
compare_all("baseline Previous locoregional therapy RT+IO+T: HAIC", c(patients = sum(column & s[["prior_locoregional"]] %in% "HAIC"), weight = sum(w[column & s[["prior_locoregional"]] %in% "HAIC"])), c("patients" = 3.0))
# What R's tests hold: the statistic is NA where there is none.
test_numbers <- function(test, values, groups) {
  if (is.numeric(test)) test <- list(p.value = test)
  one <- function(x, place) if (length(x) >= place) unname(x)[place] else NA
  c(p = test$p.value, statistic = one(test$statistic, 1), "degrees of freedom" = one(test$parameter, 1),
    "further degrees of freedom" = one(test$parameter, 2), patients = sum(!is.na(values) & !is.na(groups)))
}
analysis_of_variance <- function(x, g) {
  table <- summary(aov(x ~ g))[[1]]
  list(statistic = table[["F value"]][1], parameter = table[["Df"]], p.value = table[["Pr(>F)"]][1])
}
test <- test_numbers(suppressWarnings(chisq.test(table(factor(s[["age_group"]]), factor(factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))), correct = FALSE)), s[["age_group"]], factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))
compare("baseline Age (years): p, pearson-chi-squared", test["p"], 0.8864192182345392)
compare_all("baseline Age (years): pearson-chi-squared", test, c("statistic" = 0.02040229885057472, "degrees of freedom" = 1.0, "patients" = 71.0))
test <- test_numbers(fisher(table(factor(s[["sex"]]), factor(factor(s[["arm "]], levels = c("IO+T", "RT+IO+T"))))), s[["sex"]], factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))
compare("baseline Gender: p, fisher-exact", test["p"], 0.20889663905457034)
compare_all("baseline Gender: fisher-exact", test, c("patients" = 71.0))
test <- test_numbers(suppressWarnings(chisq.test(table(factor(s[["bclc"]]), factor(factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))), correct = FALSE)), s[["bclc"]], factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))
compare("baseline BCLC stage: p, pearson-chi-squared", test["p"], 0.0071334057713017185)
compare_all("baseline BCLC stage: pearson-chi-squared", test, c("statistic" = 7.239066522062953, "degrees of freedom" = 1.0, "patients" = 71.0))
test <- test_numbers(suppressWarnings(chisq.test(table(factor(s[["child_pugh"]]), factor(factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))), correct = FALSE)), s[["child_pugh"]], factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))
compare("baseline Child–Pugh class: p, pearson-chi-squared", test["p"], 0.2970822061304225)
compare_all("baseline Child–Pugh class: pearson-chi-squared", test, c("statistic" = 1.0872460296883424, "degrees of freedom" = 1.0, "patients" = 71.0))
test <- test_numbers(suppressWarnings(chisq.test(table(factor(s[["ecog_group"]]), factor(factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))), correct = FALSE)), s[["ecog_group"]], factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))
compare("baseline ECOG performance status: p, pearson-chi-squared", test["p"], 0.04643617230086855)
compare_all("baseline ECOG performance status: pearson-chi-squared", test, c("statistic" = 3.96570140457877, "degrees of freedom" = 1.0, "patients" = 71.0))
test <- test_numbers(suppressWarnings(chisq.test(table(factor(s[["afp_group"]]), factor(factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))), correct = FALSE)), s[["afp_group"]], factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))
compare("baseline Baseline AFP (ng/mL): p, pearson-chi-squared", test["p"], 0.19502535980026903)
compare_all("baseline Baseline AFP (ng/mL): pearson-chi-squared", test, c("statistic" = 1.6792408231368192, "degrees of freedom" = 1.0, "patients" = 71.0))
test <- test_numbers(suppressWarnings(chisq.test(table(factor(s[["diameter_group"]]), factor(factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))), correct = FALSE)), s[["diameter_group"]], factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))
compare("baseline Maximum tumour diameter (cm): p, pearson-chi-squared", test["p"], 0.3750051466421291)
compare_all("baseline Maximum tumour diameter (cm): pearson-chi-squared", test, c("statistic" = 0.7870120540379159, "degrees of freedom" = 1.0, "patients" = 71.0))
test <- test_numbers(suppressWarnings(chisq.test(table(factor(s[["extrahepatic_metastasis"]]), factor(factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))), correct = FALSE)), s[["extrahepatic_metastasis"]], factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))
compare("baseline Extrahepatic metastasis: p, pearson-chi-squared", test["p"], 0.7561243973311467)
compare_all("baseline Extrahepatic metastasis: pearson-chi-squared", test, c("statistic" = 0.09645628955973778, "degrees of freedom" = 1.0, "patients" = 71.0))
test <- test_numbers(suppressWarnings(chisq.test(table(factor(s[["portal_vein_invasion"]]), factor(factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))), correct = FALSE)), s[["portal_vein_invasion"]], factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))
compare("baseline Portal vein invasion: p, pearson-chi-squared", test["p"], 0.07464199008298888)
compare_all("baseline Portal vein invasion: pearson-chi-squared", test, c("statistic" = 3.1778695905503476, "degrees of freedom" = 1.0, "patients" = 71.0))
test <- test_numbers(suppressWarnings(chisq.test(table(factor(s[["treatment_line"]]), factor(factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))), correct = FALSE)), s[["treatment_line"]], factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))
compare("baseline Treatment line: p, pearson-chi-squared", test["p"], 0.00044082367847965995)
compare_all("baseline Treatment line: pearson-chi-squared", test, c("statistic" = 12.350689304655669, "degrees of freedom" = 1.0, "patients" = 71.0))
test <- test_numbers(fisher(table(factor(s[["prior_locoregional"]]), factor(factor(s[["arm "]], levels = c("IO+T", "RT+IO+T"))))), s[["prior_locoregional"]], factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))
compare("baseline Previous locoregional therapy: p, fisher-exact", test["p"], 0.14402016277763563)
compare_all("baseline Previous locoregional therapy: fisher-exact", test, c("patients" = 71.0))
# Table radiotherapy
s <- populations[["rt_arm"]]
w <- rep(1, nrow(s))
column <- rep(TRUE, nrow(s))
compare_all("radiotherapy Total", c(patients = sum(column), weight = sum(w[column])), c("patients" = 29.0))
compare_all("radiotherapy Site Total", known_numbers(s[["rt_sites"]][column], w[column]), c("known" = 29.0, "missing" = 0.0))
compare("radiotherapy Site Total: answers", sum(answers(s[["rt_sites"]][column], c("PVTT/HVTT", "Liver lesions", "Lung", "Lymph nodes", "Bone"))), 35.0)
compare_all("radiotherapy Site Total: PVTT/HVTT", c(patients = sum(column & includes(s[["rt_sites"]], "PVTT/HVTT") %in% TRUE), weight = sum(w[column & includes(s[["rt_sites"]], "PVTT/HVTT") %in% TRUE])), c("patients" = 11.0))
compare_all("radiotherapy Site Total: Liver lesions", c(patients = sum(column & includes(s[["rt_sites"]], "Liver lesions") %in% TRUE), weight = sum(w[column & includes(s[["rt_sites"]], "Liver lesions") %in% TRUE])), c("patients" = 18.0))
compare_all("radiotherapy Site Total: Lung", c(patients = sum(column & includes(s[["rt_sites"]], "Lung") %in% TRUE), weight = sum(w[column & includes(s[["rt_sites"]], "Lung") %in% TRUE])), c("patients" = 1.0))
compare_all("radiotherapy Site Total: Lymph nodes", c(patients = sum(column & includes(s[["rt_sites"]], "Lymph nodes") %in% TRUE), weight = sum(w[column & includes(s[["rt_sites"]], "Lymph nodes") %in% TRUE])), c("patients" = 3.0))
compare_all("radiotherapy Site Total: Bone", c(patients = sum(column & includes(s[["rt_sites"]], "Bone") %in% TRUE), weight = sum(w[column & includes(s[["rt_sites"]], "Bone") %in% TRUE])), c("patients" = 2.0))
compare_all("radiotherapy Technique Total", known_numbers(s[["rt_technique"]][column], w[column]), c("known" = 29.0, "missing" = 0.0))
compare_all("radiotherapy Technique Total: IMRT", c(patients = sum(column & s[["rt_technique"]] %in% "IMRT"), weight = sum(w[column & s[["rt_technique"]] %in% "IMRT"])), c("patients" = 20.0))
compare_all("radiotherapy Technique Total: SBRT", c(patients = sum(column & s[["rt_technique"]] %in% "SBRT"), weight = sum(w[column & s[["rt_technique"]] %in% "SBRT"])), c("patients" = 9.0))
compare_all("radiotherapy Total dose Total", known_numbers(s[["rt_total_dose_gy"]][column], w[column]), c("known" = 29.0, "missing" = 0.0))
compare_all("radiotherapy Total dose Total", description(s[["rt_total_dose_gy"]][column]), c("values" = 29.0, "mean" = 48.6551724137931, "standard deviation" = 6.591530616030616, "minimum" = 36.0, "lower quartile" = 48.0, "median" = 50.0, "upper quartile" = 50.0, "maximum" = 60.0))
compare_all("radiotherapy Fractions Total", known_numbers(s[["rt_fractions"]][column], w[column]), c("known" = 29.0, "missing" = 0.0))
compare_all("radiotherapy Fractions Total", description(s[["rt_fractions"]][column]), c("values" = 29.0, "mean" = 19.310344827586206, "standard deviation" = 7.915190857169441, "minimum" = 6.0, "lower quartile" = 10.0, "median" = 20.0, "upper quartile" = 25.0, "maximum" = 30.0))
compare_all("radiotherapy Biologically effective dose, α/β = 10 Gy Total", known_numbers(s[["bed10"]][column], w[column]), c("known" = 29.0, "missing" = 0.0))
compare_all("radiotherapy Biologically effective dose, α/β = 10 Gy Total", description(s[["bed10"]][column]), c("values" = 29.0, "mean" = 63.248275862068965, "standard deviation" = 9.010692881621067, "minimum" = 43.199999999999996, "lower quartile" = 60.0, "median" = 60.0, "upper quartile" = 64.8, "maximum" = 96.0))
# Table response
# The exact interval of a proportion.
proportion <- function(x) {
  x <- x[!is.na(x)]
  limits <- binom.test(sum(x), length(x), conf.level = level)$conf.int
  c(proportion = mean(x), lower = limits[1], upper = limits[2], "standard error" = sqrt(mean(x) * (1 - mean(x)) / length(x)),
    patients = length(x), events = sum(x))
}
wilson <- function(x) suppressWarnings(prop.test(sum(x), length(x), correct = FALSE, conf.level = level))$conf.int
# Newcombe's interval of a difference, from Wilson's of the two proportions.
difference_of <- function(x, y) {
  x <- x[!is.na(x)]; y <- y[!is.na(y)]
  p <- mean(x); q <- mean(y); one <- wilson(x); two <- wilson(y)
  c(contrast = p - q, lower = p - q - sqrt((p - one[1])^2 + (two[2] - q)^2), upper = p - q + sqrt((one[2] - p)^2 + (q - two[1])^2),
    "standard error" = sqrt(p * (1 - p) / length(x) + q * (1 - q) / length(y)), patients = length(x) + length(y),
    events = sum(x) + sum(y))
}
ratio_of <- function(x, y, value, variance) {
  half <- qnorm((1 + level) / 2) * sqrt(variance)
  c(contrast = value, lower = value * exp(-half), upper = value * exp(half), "standard error" = sqrt(variance),
    patients = length(x) + length(y), events = sum(x) + sum(y))
}
odds_of <- function(x, y) {
  x <- x[!is.na(x)]; y <- y[!is.na(y)]
  ratio_of(x, y, sum(x) * sum(!y) / (sum(!x) * sum(y)), 1 / sum(x) + 1 / sum(!x) + 1 / sum(y) + 1 / sum(!y))
}
risk_of <- function(x, y) {
  x <- x[!is.na(x)]; y <- y[!is.na(y)]
  ratio_of(x, y, mean(x) / mean(y), 1 / sum(x) - 1 / length(x) + 1 / sum(y) - 1 / length(y))
}
# Strata with one patient or fewer tell nothing.
strata_of <- function(responds, groups, stratum) {
  counts <- table(droplevels(factor(groups, levels(groups))), factor(responds, c(TRUE, FALSE)), stratum)
  counts[, , apply(counts, 3, sum) > 1, drop = FALSE]
}
stratified_test <- function(responds, groups, stratum) {
  counts <- strata_of(responds, groups, stratum)
  # Of one stratum R makes no test; it is Pearson's with n - 1 for n.
  if (dim(counts)[3] == 1) {
    test <- suppressWarnings(chisq.test(counts[, , 1], correct = FALSE))
    statistic <- unname(test$statistic) * (1 - 1 / sum(counts))
    return(c(chi_squared("statistic", statistic, unname(test$parameter)), p = pchisq(statistic, test$parameter, lower.tail = FALSE),
             "degrees of freedom" = unname(test$parameter), patients = sum(counts)))
  }
  test <- mantelhaen.test(counts, correct = FALSE)
  c(p = test$p.value, statistic = unname(test$statistic), "degrees of freedom" = unname(test$parameter), patients = sum(counts))
}
common_odds <- function(responds, groups, stratum) {
  counts <- strata_of(responds, groups, stratum)
  n <- apply(counts, 3, sum)
  ad <- counts[1, 1, ] * counts[2, 2, ] / n; bc <- counts[1, 2, ] * counts[2, 1, ] / n
  p <- (counts[1, 1, ] + counts[2, 2, ]) / n
  r <- sum(ad); q <- sum(bc)
  error <- sqrt(sum(p * ad) / (2 * r^2) + sum(p * bc + (1 - p) * ad) / (2 * r * q) + sum((1 - p) * bc) / (2 * q^2))
  half <- qnorm((1 + level) / 2) * error
  c(contrast = r / q, lower = r / q * exp(-half), upper = r / q * exp(half), "standard error" = error,
    patients = sum(counts), events = sum(counts[, 1, ]))
}
s <- populations[["all"]]
compare_all("response IO+T", c(patients = sum(s[["arm "]] %in% "IO+T"), missing = sum(is.na(s[["best_response_3mo"]][s[["arm "]] %in% "IO+T"]))), c("patients" = 42.0, "missing" = 0.0))
compare("response IO+T: known", sum(!is.na(s[["best_response_3mo"]][s[["arm "]] %in% "IO+T"])), 42.0)
compare_all("response RT+IO+T", c(patients = sum(s[["arm "]] %in% "RT+IO+T"), missing = sum(is.na(s[["best_response_3mo"]][s[["arm "]] %in% "RT+IO+T"]))), c("patients" = 29.0, "missing" = 0.0))
compare("response RT+IO+T: known", sum(!is.na(s[["best_response_3mo"]][s[["arm "]] %in% "RT+IO+T"])), 29.0)
responds <- ifelse(is.na(s[["best_response_3mo"]]), NA, s[["best_response_3mo"]] %in% c("PR"))
compare("response PR IO+T: patients", sum(responds[s[["arm "]] %in% "IO+T"], na.rm = TRUE), 15.0)
compare_all("response PR IO+T", proportion(responds[s[["arm "]] %in% "IO+T"]), c("proportion" = 0.35714285714285715, "lower" = 0.2155077414257876, "upper" = 0.5197394416145378, "standard error" = 0.07393559564382367, "patients" = 42.0, "events" = 15.0))
compare("response PR RT+IO+T: patients", sum(responds[s[["arm "]] %in% "RT+IO+T"], na.rm = TRUE), 20.0)
compare_all("response PR RT+IO+T", proportion(responds[s[["arm "]] %in% "RT+IO+T"]), c("proportion" = 0.6896551724137931, "lower" = 0.49167664619000984, "upper" = 0.8471540603913684, "standard error" = 0.08590911709007583, "patients" = 29.0, "events" = 20.0))
test <- test_numbers(suppressWarnings(chisq.test(table(factor(responds), factor(factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))), correct = FALSE)), responds, factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))
compare("response PR: p, pearson-chi-squared", test["p"], 0.005874486662683118)
compare_all("response PR: pearson-chi-squared", test, c("statistic" = 7.588406052076003, "degrees of freedom" = 1.0, "patients" = 71.0))
responds <- ifelse(is.na(s[["best_response_3mo"]]), NA, s[["best_response_3mo"]] %in% c("SD"))
compare("response SD IO+T: patients", sum(responds[s[["arm "]] %in% "IO+T"], na.rm = TRUE), 9.0)
compare_all("response SD IO+T", proportion(responds[s[["arm "]] %in% "IO+T"]), c("proportion" = 0.21428571428571427, "lower" = 0.10295964989721886, "upper" = 0.36811563393197644, "standard error" = 0.06331466145913703, "patients" = 42.0, "events" = 9.0))
compare("response SD RT+IO+T: patients", sum(responds[s[["arm "]] %in% "RT+IO+T"], na.rm = TRUE), 6.0)
compare_all("response SD RT+IO+T", proportion(responds[s[["arm "]] %in% "RT+IO+T"]), c("proportion" = 0.20689655172413793, "lower" = 0.07994184887608012, "upper" = 0.3972469492272396, "standard error" = 0.07522159645153251, "patients" = 29.0, "events" = 6.0))
test <- test_numbers(suppressWarnings(chisq.test(table(factor(responds), factor(factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))), correct = FALSE)), responds, factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))
compare("response SD: p, pearson-chi-squared", test["p"], 0.9402357125402238)
compare_all("response SD: pearson-chi-squared", test, c("statistic" = 0.005621041520056289, "degrees of freedom" = 1.0, "patients" = 71.0))
responds <- ifelse(is.na(s[["best_response_3mo"]]), NA, s[["best_response_3mo"]] %in% c("PD"))
compare("response PD IO+T: patients", sum(responds[s[["arm "]] %in% "IO+T"], na.rm = TRUE), 18.0)
compare_all("response PD IO+T", proportion(responds[s[["arm "]] %in% "IO+T"]), c("proportion" = 0.42857142857142855, "lower" = 0.27720674779962773, "upper" = 0.5903887292371299, "standard error" = 0.07636035483212125, "patients" = 42.0, "events" = 18.0))
compare("response PD RT+IO+T: patients", sum(responds[s[["arm "]] %in% "RT+IO+T"], na.rm = TRUE), 3.0)
compare_all("response PD RT+IO+T", proportion(responds[s[["arm "]] %in% "RT+IO+T"]), c("proportion" = 0.10344827586206896, "lower" = 0.021863736829853642, "upper" = 0.27351519789242307, "standard error" = 0.056552304164538, "patients" = 29.0, "events" = 3.0))
test <- test_numbers(suppressWarnings(chisq.test(table(factor(responds), factor(factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))), correct = FALSE)), responds, factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))
compare("response PD: p, pearson-chi-squared", test["p"], 0.0031718715510510556)
compare_all("response PD: pearson-chi-squared", test, c("statistic" = 8.705869106263195, "degrees of freedom" = 1.0, "patients" = 71.0))
responds <- ifelse(is.na(s[["best_response_3mo"]]), NA, s[["best_response_3mo"]] %in% c("CR", "PR"))
compare("response ORR IO+T: patients", sum(responds[s[["arm "]] %in% "IO+T"], na.rm = TRUE), 15.0)
compare_all("response ORR IO+T", proportion(responds[s[["arm "]] %in% "IO+T"]), c("proportion" = 0.35714285714285715, "lower" = 0.2155077414257876, "upper" = 0.5197394416145378, "standard error" = 0.07393559564382367, "patients" = 42.0, "events" = 15.0))
compare("response ORR RT+IO+T: patients", sum(responds[s[["arm "]] %in% "RT+IO+T"], na.rm = TRUE), 20.0)
compare_all("response ORR RT+IO+T", proportion(responds[s[["arm "]] %in% "RT+IO+T"]), c("proportion" = 0.6896551724137931, "lower" = 0.49167664619000984, "upper" = 0.8471540603913684, "standard error" = 0.08590911709007583, "patients" = 29.0, "events" = 20.0))
test <- test_numbers(suppressWarnings(chisq.test(table(factor(responds), factor(factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))), correct = FALSE)), responds, factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))
compare("response ORR: p, pearson-chi-squared", test["p"], 0.005874486662683118)
compare_all("response ORR: pearson-chi-squared", test, c("statistic" = 7.588406052076003, "degrees of freedom" = 1.0, "patients" = 71.0))
responds <- ifelse(is.na(s[["best_response_3mo"]]), NA, s[["best_response_3mo"]] %in% c("CR", "PR", "SD"))
compare("response DCR IO+T: patients", sum(responds[s[["arm "]] %in% "IO+T"], na.rm = TRUE), 24.0)
compare_all("response DCR IO+T", proportion(responds[s[["arm "]] %in% "IO+T"]), c("proportion" = 0.5714285714285714, "lower" = 0.40961127076287007, "upper" = 0.7227932522003723, "standard error" = 0.07636035483212125, "patients" = 42.0, "events" = 24.0))
compare("response DCR RT+IO+T: patients", sum(responds[s[["arm "]] %in% "RT+IO+T"], na.rm = TRUE), 26.0)
compare_all("response DCR RT+IO+T", proportion(responds[s[["arm "]] %in% "RT+IO+T"]), c("proportion" = 0.896551724137931, "lower" = 0.7264848021075769, "upper" = 0.9781362631701463, "standard error" = 0.056552304164538, "patients" = 29.0, "events" = 26.0))
test <- test_numbers(suppressWarnings(chisq.test(table(factor(responds), factor(factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))), correct = FALSE)), responds, factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))
compare("response DCR: p, pearson-chi-squared", test["p"], 0.0031718715510510556)
compare_all("response DCR: pearson-chi-squared", test, c("statistic" = 8.705869106263195, "degrees of freedom" = 1.0, "patients" = 71.0))
# Table safety
# Each patient's worst grade; -1 for who had no event with a term and a grade.
worst_grades <- function(events, patients) {
  events <- events[!is.na(events$term) & !is.na(events$grade), ]
  worst <- tapply(events$grade, events$patient, max)[patients]
  ifelse(is.na(worst), -1, worst)
}
d <- patients("data/adverse_events.csv", ",", c(), NULL)
compare("Rows of data/adverse_events.csv", nrow(d), 350.0)
events <- data.frame(patient = d[["id"]], term = d[["term"]], grade = as.numeric(d[["grade"]]))
s <- populations[["all"]]
s$group <- s[["arm "]]; s <- s[!is.na(s$group), , drop = FALSE]
compare("safety IO+T: patients", sum(s$group == "IO+T"), 42.0)
compare("safety RT+IO+T: patients", sum(s$group == "RT+IO+T"), 29.0)
compare("safety: records without a term or grade", with(events, sum(patient %in% s[["id"]] & (is.na(term) | is.na(grade)))), 0.0)
compare("safety: terms left out", with(events, length(setdiff(term[patient %in% s[["id"]] & !is.na(grade) & !is.na(term)], c("Anorexia", "Nausea", "Vomiting", "Fever", "Fatigue", "Alanine aminotransferase elevation", "Aspartate aminotransferase elevation", "Thrombocytopenia", "Leukopenia", "Anemia", "Hypertension", "Infection", "Hypothyroidism", "Creatinine elevation", "Lymphopenia", "Gastrointestinal ulcer", "Esophageal and gastric fundus variceal bleeding", "Rash")))), 0.0)
worst <- worst_grades(events, s[["id"]])
had <- worst >= 1
compare("safety All adverse events, Any grade: IO+T", sum(had & s$group == "IO+T"), 40.0)
compare("safety All adverse events, Any grade: RT+IO+T", sum(had & s$group == "RT+IO+T"), 29.0)
test <- test_numbers(fisher(table(factor(had), factor(s$group))), had, s$group)
compare("safety All adverse events, Any grade: p, fisher-exact", test["p"], 0.5098591549295773)
compare_all("safety All adverse events, Any grade: fisher-exact", test, c("patients" = 71.0))
had <- worst >= 3 & worst <= 4
compare("safety All adverse events, Grade 3–4: IO+T", sum(had & s$group == "IO+T"), 12.0)
compare("safety All adverse events, Grade 3–4: RT+IO+T", sum(had & s$group == "RT+IO+T"), 18.0)
test <- test_numbers(suppressWarnings(chisq.test(table(factor(had), factor(s$group)), correct = FALSE)), had, s$group)
compare("safety All adverse events, Grade 3–4: p, pearson-chi-squared", test["p"], 0.004973419884796252)
compare_all("safety All adverse events, Grade 3–4: pearson-chi-squared", test, c("statistic" = 7.8890784572870345, "degrees of freedom" = 1.0, "patients" = 71.0))
worst <- worst_grades(events[events$term %in% "Anorexia", ], s[["id"]])
had <- worst >= 1
compare("safety Anorexia, Any grade: IO+T", sum(had & s$group == "IO+T"), 23.0)
compare("safety Anorexia, Any grade: RT+IO+T", sum(had & s$group == "RT+IO+T"), 17.0)
test <- test_numbers(suppressWarnings(chisq.test(table(factor(had), factor(s$group)), correct = FALSE)), had, s$group)
compare("safety Anorexia, Any grade: p, pearson-chi-squared", test["p"], 0.7472635223552907)
compare_all("safety Anorexia, Any grade: pearson-chi-squared", test, c("statistic" = 0.10384488055511429, "degrees of freedom" = 1.0, "patients" = 71.0))
had <- worst >= 3 & worst <= 4
compare("safety Anorexia, Grade 3–4: IO+T", sum(had & s$group == "IO+T"), 0.0)
compare("safety Anorexia, Grade 3–4: RT+IO+T", sum(had & s$group == "RT+IO+T"), 0.0)
worst <- worst_grades(events[events$term %in% "Nausea", ], s[["id"]])
had <- worst >= 1
compare("safety Nausea, Any grade: IO+T", sum(had & s$group == "IO+T"), 4.0)
compare("safety Nausea, Any grade: RT+IO+T", sum(had & s$group == "RT+IO+T"), 6.0)
test <- test_numbers(fisher(table(factor(had), factor(s$group))), had, s$group)
compare("safety Nausea, Any grade: p, fisher-exact", test["p"], 0.2978864310859094)
compare_all("safety Nausea, Any grade: fisher-exact", test, c("patients" = 71.0))
had <- worst >= 3 & worst <= 4
compare("safety Nausea, Grade 3–4: IO+T", sum(had & s$group == "IO+T"), 0.0)
compare("safety Nausea, Grade 3–4: RT+IO+T", sum(had & s$group == "RT+IO+T"), 0.0)
worst <- worst_grades(events[events$term %in% "Vomiting", ], s[["id"]])
had <- worst >= 1
compare("safety Vomiting, Any grade: IO+T", sum(had & s$group == "IO+T"), 1.0)
compare("safety Vomiting, Any grade: RT+IO+T", sum(had & s$group == "RT+IO+T"), 1.0)
test <- test_numbers(fisher(table(factor(had), factor(s$group))), had, s$group)
compare("safety Vomiting, Any grade: p, fisher-exact", test["p"], 1.0)
compare_all("safety Vomiting, Any grade: fisher-exact", test, c("patients" = 71.0))
had <- worst >= 3 & worst <= 4
compare("safety Vomiting, Grade 3–4: IO+T", sum(had & s$group == "IO+T"), 0.0)
compare("safety Vomiting, Grade 3–4: RT+IO+T", sum(had & s$group == "RT+IO+T"), 0.0)
worst <- worst_grades(events[events$term %in% "Fever", ], s[["id"]])
had <- worst >= 1
compare("safety Fever, Any grade: IO+T", sum(had & s$group == "IO+T"), 3.0)
compare("safety Fever, Any grade: RT+IO+T", sum(had & s$group == "RT+IO+T"), 6.0)
test <- test_numbers(fisher(table(factor(had), factor(s$group))), had, s$group)
compare("safety Fever, Any grade: p, fisher-exact", test["p"], 0.14577075245442828)
compare_all("safety Fever, Any grade: fisher-exact", test, c("patients" = 71.0))
had <- worst >= 3 & worst <= 4
compare("safety Fever, Grade 3–4: IO+T", sum(had & s$group == "IO+T"), 0.0)
compare("safety Fever, Grade 3–4: RT+IO+T", sum(had & s$group == "RT+IO+T"), 0.0)
worst <- worst_grades(events[events$term %in% "Fatigue", ], s[["id"]])
had <- worst >= 1
compare("safety Fatigue, Any grade: IO+T", sum(had & s$group == "IO+T"), 19.0)
compare("safety Fatigue, Any grade: RT+IO+T", sum(had & s$group == "RT+IO+T"), 15.0)
test <- test_numbers(suppressWarnings(chisq.test(table(factor(had), factor(s$group)), correct = FALSE)), had, s$group)
compare("safety Fatigue, Any grade: p, pearson-chi-squared", test["p"], 0.59073949659301)
compare_all("safety Fatigue, Any grade: pearson-chi-squared", test, c("statistic" = 0.2891908860468697, "degrees of freedom" = 1.0, "patients" = 71.0))
had <- worst >= 3 & worst <= 4
compare("safety Fatigue, Grade 3–4: IO+T", sum(had & s$group == "IO+T"), 0.0)
compare("safety Fatigue, Grade 3–4: RT+IO+T", sum(had & s$group == "RT+IO+T"), 0.0)
worst <- worst_grades(events[events$term %in% "Alanine aminotransferase elevation", ], s[["id"]])
had <- worst >= 1
compare("safety Alanine aminotransferase elevation, Any grade: IO+T", sum(had & s$group == "IO+T"), 8.0)
compare("safety Alanine aminotransferase elevation, Any grade: RT+IO+T", sum(had & s$group == "RT+IO+T"), 15.0)
test <- test_numbers(suppressWarnings(chisq.test(table(factor(had), factor(s$group)), correct = FALSE)), had, s$group)
compare("safety Alanine aminotransferase elevation, Any grade: p, pearson-chi-squared", test["p"], 0.0038275107789305656)
compare_all("safety Alanine aminotransferase elevation, Any grade: pearson-chi-squared", test, c("statistic" = 8.363886509126388, "degrees of freedom" = 1.0, "patients" = 71.0))
had <- worst >= 3 & worst <= 4
compare("safety Alanine aminotransferase elevation, Grade 3–4: IO+T", sum(had & s$group == "IO+T"), 0.0)
compare("safety Alanine aminotransferase elevation, Grade 3–4: RT+IO+T", sum(had & s$group == "RT+IO+T"), 0.0)
worst <- worst_grades(events[events$term %in% "Aspartate aminotransferase elevation", ], s[["id"]])
had <- worst >= 1
compare("safety Aspartate aminotransferase elevation, Any grade: IO+T", sum(had & s$group == "IO+T"), 15.0)
compare("safety Aspartate aminotransferase elevation, Any grade: RT+IO+T", sum(had & s$group == "RT+IO+T"), 22.0)
test <- test_numbers(suppressWarnings(chisq.test(table(factor(had), factor(s$group)), correct = FALSE)), had, s$group)
compare("safety Aspartate aminotransferase elevation, Any grade: p, pearson-chi-squared", test["p"], 0.0008725374340577976)
compare_all("safety Aspartate aminotransferase elevation, Any grade: pearson-chi-squared", test, c("statistic" = 11.080213725751252, "degrees of freedom" = 1.0, "patients" = 71.0))
had <- worst >= 3 & worst <= 4
compare("safety Aspartate aminotransferase elevation, Grade 3–4: IO+T", sum(had & s$group == "IO+T"), 1.0)
compare("safety Aspartate aminotransferase elevation, Grade 3–4: RT+IO+T", sum(had & s$group == "RT+IO+T"), 2.0)
test <- test_numbers(fisher(table(factor(had), factor(s$group))), had, s$group)
compare("safety Aspartate aminotransferase elevation, Grade 3–4: p, fisher-exact", test["p"], 0.5631353337415798)
compare_all("safety Aspartate aminotransferase elevation, Grade 3–4: fisher-exact", test, c("patients" = 71.0))
worst <- worst_grades(events[events$term %in% "Thrombocytopenia", ], s[["id"]])
had <- worst >= 1
compare("safety Thrombocytopenia, Any grade: IO+T", sum(had & s$group == "IO+T"), 13.0)
compare("safety Thrombocytopenia, Any grade: RT+IO+T", sum(had & s$group == "RT+IO+T"), 22.0)
test <- test_numbers(suppressWarnings(chisq.test(table(factor(had), factor(s$group)), correct = FALSE)), had, s$group)
compare("safety Thrombocytopenia, Any grade: p, pearson-chi-squared", test["p"], 0.0001987864206089613)
compare_all("safety Thrombocytopenia, Any grade: pearson-chi-squared", test, c("statistic" = 13.842520264810906, "degrees of freedom" = 1.0, "patients" = 71.0))
had <- worst >= 3 & worst <= 4
compare("safety Thrombocytopenia, Grade 3–4: IO+T", sum(had & s$group == "IO+T"), 1.0)
compare("safety Thrombocytopenia, Grade 3–4: RT+IO+T", sum(had & s$group == "RT+IO+T"), 7.0)
test <- test_numbers(fisher(table(factor(had), factor(s$group))), had, s$group)
compare("safety Thrombocytopenia, Grade 3–4: p, fisher-exact", test["p"], 0.006564910253282809)
compare_all("safety Thrombocytopenia, Grade 3–4: fisher-exact", test, c("patients" = 71.0))
worst <- worst_grades(events[events$term %in% "Leukopenia", ], s[["id"]])
had <- worst >= 1
compare("safety Leukopenia, Any grade: IO+T", sum(had & s$group == "IO+T"), 8.0)
compare("safety Leukopenia, Any grade: RT+IO+T", sum(had & s$group == "RT+IO+T"), 18.0)
test <- test_numbers(suppressWarnings(chisq.test(table(factor(had), factor(s$group)), correct = FALSE)), had, s$group)
compare("safety Leukopenia, Any grade: p, pearson-chi-squared", test["p"], 0.00021674451633826045)
compare_all("safety Leukopenia, Any grade: pearson-chi-squared", test, c("statistic" = 13.680052769707942, "degrees of freedom" = 1.0, "patients" = 71.0))
had <- worst >= 3 & worst <= 4
compare("safety Leukopenia, Grade 3–4: IO+T", sum(had & s$group == "IO+T"), 0.0)
compare("safety Leukopenia, Grade 3–4: RT+IO+T", sum(had & s$group == "RT+IO+T"), 2.0)
test <- test_numbers(fisher(table(factor(had), factor(s$group))), had, s$group)
compare("safety Leukopenia, Grade 3–4: p, fisher-exact", test["p"], 0.16338028169014085)
compare_all("safety Leukopenia, Grade 3–4: fisher-exact", test, c("patients" = 71.0))
worst <- worst_grades(events[events$term %in% "Anemia", ], s[["id"]])
had <- worst >= 1
compare("safety Anemia, Any grade: IO+T", sum(had & s$group == "IO+T"), 9.0)
compare("safety Anemia, Any grade: RT+IO+T", sum(had & s$group == "RT+IO+T"), 12.0)
test <- test_numbers(suppressWarnings(chisq.test(table(factor(had), factor(s$group)), correct = FALSE)), had, s$group)
compare("safety Anemia, Any grade: p, pearson-chi-squared", test["p"], 0.07020625498108075)
compare_all("safety Anemia, Any grade: pearson-chi-squared", test, c("statistic" = 3.278191414496833, "degrees of freedom" = 1.0, "patients" = 71.0))
had <- worst >= 3 & worst <= 4
compare("safety Anemia, Grade 3–4: IO+T", sum(had & s$group == "IO+T"), 3.0)
compare("safety Anemia, Grade 3–4: RT+IO+T", sum(had & s$group == "RT+IO+T"), 6.0)
test <- test_numbers(fisher(table(factor(had), factor(s$group))), had, s$group)
compare("safety Anemia, Grade 3–4: p, fisher-exact", test["p"], 0.14577075245442828)
compare_all("safety Anemia, Grade 3–4: fisher-exact", test, c("patients" = 71.0))
worst <- worst_grades(events[events$term %in% "Hypertension", ], s[["id"]])
had <- worst >= 1
compare("safety Hypertension, Any grade: IO+T", sum(had & s$group == "IO+T"), 1.0)
compare("safety Hypertension, Any grade: RT+IO+T", sum(had & s$group == "RT+IO+T"), 2.0)
test <- test_numbers(fisher(table(factor(had), factor(s$group))), had, s$group)
compare("safety Hypertension, Any grade: p, fisher-exact", test["p"], 0.5631353337415798)
compare_all("safety Hypertension, Any grade: fisher-exact", test, c("patients" = 71.0))
had <- worst >= 3 & worst <= 4
compare("safety Hypertension, Grade 3–4: IO+T", sum(had & s$group == "IO+T"), 0.0)
compare("safety Hypertension, Grade 3–4: RT+IO+T", sum(had & s$group == "RT+IO+T"), 0.0)
worst <- worst_grades(events[events$term %in% "Infection", ], s[["id"]])
had <- worst >= 1
compare("safety Infection, Any grade: IO+T", sum(had & s$group == "IO+T"), 8.0)
compare("safety Infection, Any grade: RT+IO+T", sum(had & s$group == "RT+IO+T"), 5.0)
test <- test_numbers(suppressWarnings(chisq.test(table(factor(had), factor(s$group)), correct = FALSE)), had, s$group)
compare("safety Infection, Any grade: p, pearson-chi-squared", test["p"], 0.8466156978977587)
compare_all("safety Infection, Any grade: pearson-chi-squared", test, c("statistic" = 0.03741838819127747, "degrees of freedom" = 1.0, "patients" = 71.0))
had <- worst >= 3 & worst <= 4
compare("safety Infection, Grade 3–4: IO+T", sum(had & s$group == "IO+T"), 0.0)
compare("safety Infection, Grade 3–4: RT+IO+T", sum(had & s$group == "RT+IO+T"), 0.0)
worst <- worst_grades(events[events$term %in% "Hypothyroidism", ], s[["id"]])
had <- worst >= 1
compare("safety Hypothyroidism, Any grade: IO+T", sum(had & s$group == "IO+T"), 9.0)
compare("safety Hypothyroidism, Any grade: RT+IO+T", sum(had & s$group == "RT+IO+T"), 4.0)
test <- test_numbers(suppressWarnings(chisq.test(table(factor(had), factor(s$group)), correct = FALSE)), had, s$group)
compare("safety Hypothyroidism, Any grade: p, pearson-chi-squared", test["p"], 0.41351903849762517)
compare_all("safety Hypothyroidism, Any grade: pearson-chi-squared", test, c("statistic" = 0.668660412120578, "degrees of freedom" = 1.0, "patients" = 71.0))
had <- worst >= 3 & worst <= 4
compare("safety Hypothyroidism, Grade 3–4: IO+T", sum(had & s$group == "IO+T"), 0.0)
compare("safety Hypothyroidism, Grade 3–4: RT+IO+T", sum(had & s$group == "RT+IO+T"), 0.0)
worst <- worst_grades(events[events$term %in% "Creatinine elevation", ], s[["id"]])
had <- worst >= 1
compare("safety Creatinine elevation, Any grade: IO+T", sum(had & s$group == "IO+T"), 3.0)
compare("safety Creatinine elevation, Any grade: RT+IO+T", sum(had & s$group == "RT+IO+T"), 3.0)
test <- test_numbers(fisher(table(factor(had), factor(s$group))), had, s$group)
compare("safety Creatinine elevation, Any grade: p, fisher-exact", test["p"], 0.6826986620678726)
compare_all("safety Creatinine elevation, Any grade: fisher-exact", test, c("patients" = 71.0))
had <- worst >= 3 & worst <= 4
compare("safety Creatinine elevation, Grade 3–4: IO+T", sum(had & s$group == "IO+T"), 0.0)
compare("safety Creatinine elevation, Grade 3–4: RT+IO+T", sum(had & s$group == "RT+IO+T"), 0.0)
worst <- worst_grades(events[events$term %in% "Lymphopenia", ], s[["id"]])
had <- worst >= 1
compare("safety Lymphopenia, Any grade: IO+T", sum(had & s$group == "IO+T"), 22.0)
compare("safety Lymphopenia, Any grade: RT+IO+T", sum(had & s$group == "RT+IO+T"), 28.0)
test <- test_numbers(suppressWarnings(chisq.test(table(factor(had), factor(s$group)), correct = FALSE)), had, s$group)
compare("safety Lymphopenia, Any grade: p, pearson-chi-squared", test["p"], 6.1078737251957e-05)
compare_all("safety Lymphopenia, Any grade: pearson-chi-squared", test, c("statistic" = 16.068906091172103, "degrees of freedom" = 1.0, "patients" = 71.0))
had <- worst >= 3 & worst <= 4
compare("safety Lymphopenia, Grade 3–4: IO+T", sum(had & s$group == "IO+T"), 8.0)
compare("safety Lymphopenia, Grade 3–4: RT+IO+T", sum(had & s$group == "RT+IO+T"), 18.0)
test <- test_numbers(suppressWarnings(chisq.test(table(factor(had), factor(s$group)), correct = FALSE)), had, s$group)
compare("safety Lymphopenia, Grade 3–4: p, pearson-chi-squared", test["p"], 0.00021674451633826045)
compare_all("safety Lymphopenia, Grade 3–4: pearson-chi-squared", test, c("statistic" = 13.680052769707942, "degrees of freedom" = 1.0, "patients" = 71.0))
worst <- worst_grades(events[events$term %in% "Gastrointestinal ulcer", ], s[["id"]])
had <- worst >= 1
compare("safety Gastrointestinal ulcer, Any grade: IO+T", sum(had & s$group == "IO+T"), 2.0)
compare("safety Gastrointestinal ulcer, Any grade: RT+IO+T", sum(had & s$group == "RT+IO+T"), 6.0)
test <- test_numbers(fisher(table(factor(had), factor(s$group))), had, s$group)
compare("safety Gastrointestinal ulcer, Any grade: p, fisher-exact", test["p"], 0.0561011618996164)
compare_all("safety Gastrointestinal ulcer, Any grade: fisher-exact", test, c("patients" = 71.0))
had <- worst >= 3 & worst <= 4
compare("safety Gastrointestinal ulcer, Grade 3–4: IO+T", sum(had & s$group == "IO+T"), 0.0)
compare("safety Gastrointestinal ulcer, Grade 3–4: RT+IO+T", sum(had & s$group == "RT+IO+T"), 0.0)
worst <- worst_grades(events[events$term %in% "Esophageal and gastric fundus variceal bleeding", ], s[["id"]])
had <- worst >= 1
compare("safety Esophageal and gastric fundus variceal bleeding, Any grade: IO+T", sum(had & s$group == "IO+T"), 3.0)
compare("safety Esophageal and gastric fundus variceal bleeding, Any grade: RT+IO+T", sum(had & s$group == "RT+IO+T"), 4.0)
test <- test_numbers(fisher(table(factor(had), factor(s$group))), had, s$group)
compare("safety Esophageal and gastric fundus variceal bleeding, Any grade: p, fisher-exact", test["p"], 0.4327628389582586)
compare_all("safety Esophageal and gastric fundus variceal bleeding, Any grade: fisher-exact", test, c("patients" = 71.0))
had <- worst >= 3 & worst <= 4
compare("safety Esophageal and gastric fundus variceal bleeding, Grade 3–4: IO+T", sum(had & s$group == "IO+T"), 0.0)
compare("safety Esophageal and gastric fundus variceal bleeding, Grade 3–4: RT+IO+T", sum(had & s$group == "RT+IO+T"), 0.0)
worst <- worst_grades(events[events$term %in% "Rash", ], s[["id"]])
had <- worst >= 1
compare("safety Rash, Any grade: IO+T", sum(had & s$group == "IO+T"), 9.0)
compare("safety Rash, Any grade: RT+IO+T", sum(had & s$group == "RT+IO+T"), 4.0)
test <- test_numbers(suppressWarnings(chisq.test(table(factor(had), factor(s$group)), correct = FALSE)), had, s$group)
compare("safety Rash, Any grade: p, pearson-chi-squared", test["p"], 0.41351903849762517)
compare_all("safety Rash, Any grade: pearson-chi-squared", test, c("statistic" = 0.668660412120578, "degrees of freedom" = 1.0, "patients" = 71.0))
had <- worst >= 3 & worst <= 4
compare("safety Rash, Grade 3–4: IO+T", sum(had & s$group == "IO+T"), 2.0)
compare("safety Rash, Grade 3–4: RT+IO+T", sum(had & s$group == "RT+IO+T"), 0.0)
test <- test_numbers(fisher(table(factor(had), factor(s$group))), had, s$group)
compare("safety Rash, Grade 3–4: p, fisher-exact", test["p"], 0.5098591549295775)
compare_all("safety Rash, Grade 3–4: fisher-exact", test, c("patients" = 71.0))
# Table cox
compare("cox Age (years): <60", sum(populations[["all"]][["age_group"]] %in% "<60"), 35.0)
compare("cox Age (years): ≥60", sum(populations[["all"]][["age_group"]] %in% "≥60"), 36.0)
compare("cox Gender: Female", sum(populations[["all"]][["sex"]] %in% "Female"), 12.0)
compare("cox Gender: Male", sum(populations[["all"]][["sex"]] %in% "Male"), 59.0)
compare("cox Hepatitis B: No", sum(populations[["all"]][["hbv"]] %in% "No"), 15.0)
compare("cox Hepatitis B: Yes", sum(populations[["all"]][["hbv"]] %in% "Yes"), 56.0)
compare("cox Child–Pugh class: A", sum(populations[["all"]][["child_pugh"]] %in% "A"), 57.0)
compare("cox Child–Pugh class: B", sum(populations[["all"]][["child_pugh"]] %in% "B"), 14.0)
compare("cox BCLC stage: B", sum(populations[["all"]][["bclc"]] %in% "B"), 13.0)
compare("cox BCLC stage: C", sum(populations[["all"]][["bclc"]] %in% "C"), 58.0)
compare("cox ECOG performance status: 0", sum(populations[["all"]][["ecog_group"]] %in% "0"), 14.0)
compare("cox ECOG performance status: 1–2", sum(populations[["all"]][["ecog_group"]] %in% "1–2"), 57.0)
compare("cox Maximum tumour diameter (cm): <10", sum(populations[["all"]][["diameter_group"]] %in% "<10"), 55.0)
compare("cox Maximum tumour diameter (cm): ≥10", sum(populations[["all"]][["diameter_group"]] %in% "≥10"), 16.0)
compare("cox Extrahepatic metastasis: No", sum(populations[["all"]][["extrahepatic_metastasis"]] %in% "No"), 45.0)
compare("cox Extrahepatic metastasis: Yes", sum(populations[["all"]][["extrahepatic_metastasis"]] %in% "Yes"), 26.0)
compare("cox Portal vein invasion: No", sum(populations[["all"]][["portal_vein_invasion"]] %in% "No"), 31.0)
compare("cox Portal vein invasion: Yes", sum(populations[["all"]][["portal_vein_invasion"]] %in% "Yes"), 40.0)
compare("cox Treatment group: IO+T", sum(populations[["all"]][["arm "]] %in% "IO+T"), 42.0)
compare("cox Treatment group: RT+IO+T", sum(populations[["all"]][["arm "]] %in% "RT+IO+T"), 29.0)
compare("cox Treatment stage: naive", sum(populations[["all"]][["treatment_stage"]] %in% "naive"), 42.0)
compare("cox Treatment stage: recurrent", sum(populations[["all"]][["treatment_stage"]] %in% "recurrent"), 29.0)
compare("cox Baseline AFP (ng/mL): <400", sum(populations[["all"]][["afp_group"]] %in% "<400"), 40.0)
compare("cox Baseline AFP (ng/mL): ≥400", sum(populations[["all"]][["afp_group"]] %in% "≥400"), 31.0)
compare("cox Previous locoregional therapy: No", sum(populations[["all"]][["prior_therapy"]] %in% "No"), 41.0)
compare("cox Previous locoregional therapy: Yes", sum(populations[["all"]][["prior_therapy"]] %in% "Yes"), 30.0)
s <- populations[["all"]]
for (own in intersect(c("time", "event", "cause", "entry", "weight", "set", "group"), names(s))) { s[[paste(own, "of the study")]] <- s[[own]]; s[[own]] <- NULL }
s$time <- s[["time pfs"]]; s$cause <- s[["status pfs"]]; s$event <- s$cause == 1
asked <- s; s <- s[!is.na(s$time) & !is.na(s$event), , drop = FALSE]
x <- known(data.frame(time = s$time, event = s$event, v1 = relevel(s[["age_group"]], "<60")))
fit <- coxph(Surv(time, event) ~ v1, data = x, ties = "efron", control = fine, robust = FALSE)
compare("cox PFS univariable: age_group ≥60", hazard(fit, "v1≥60"), 0.615305841520274)
compare("cox PFS univariable: age_group ≥60, lower", hazard(fit, "v1≥60", -1), 0.373083233242499)
compare("cox PFS univariable: age_group ≥60, upper", hazard(fit, "v1≥60", 1), 1.0147903869024502)
compare_all("cox PFS univariable", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0, "events per coefficient" = 63.0, "log-likelihood without covariates" = -218.70141182751684, "log-likelihood" = -216.89382305829182, "likelihood-ratio test" = 3.615177538450041, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.057254610405880105, "Wald test" = 3.619307915389403, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.05711262726257103, "score test" = 3.686556701711517, "score test, degrees of freedom" = 1.0, "score test, p" = 0.054852745111628735, "concordance" = 0.5631556861099455, "concordance, standard error" = 0.03464325723776581, "concordance, lower" = 0.49525614961676795, "concordance, upper" = 0.631055222603123, "concordant" = 756.0, "discordant" = 455.0, "tied predictions" = 1172.0, "tied times" = 0.0, "tied in both" = 0.0, "concordance, patients" = 71.0, "concordance, events" = 63.0))
compare_all("cox PFS univariable: likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: wald", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: score", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: age_group≥60", cox_coefficient(fit, "v1≥60"), c("coefficient" = -0.4856358315049185, "standard error" = 0.2552689290470816, "z" = -1.9024478745525204, "p" = 0.05711262726257126, "patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: age_group", cox_term_numbers(fit, "v1"), c("Wald test" = 3.619307915389403, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.05711262726257103, "likelihood-ratio test" = 3.615177538450041, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.057254610405880105, "score test" = 3.686556701711517, "score test, degrees of freedom" = 1.0, "score test, p" = 0.054852745111628735))
compare_all("cox PFS univariable: age_group, wald", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: age_group, likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: age_group, score", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
x <- known(data.frame(time = s$time, event = s$event, v1 = relevel(s[["sex"]], "Female")))
fit <- coxph(Surv(time, event) ~ v1, data = x, ties = "efron", control = fine, robust = FALSE)
compare("cox PFS univariable: sex Male", hazard(fit, "v1Male"), 1.1911187888410477)
compare("cox PFS univariable: sex Male, lower", hazard(fit, "v1Male", -1), 0.6053434624066616)
compare("cox PFS univariable: sex Male, upper", hazard(fit, "v1Male", 1), 2.343733858939502)
compare_all("cox PFS univariable", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0, "events per coefficient" = 63.0, "log-likelihood without covariates" = -218.70141182751684, "log-likelihood" = -218.56804529885713, "likelihood-ratio test" = 0.26673305731941355, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.6055317322405674, "Wald test" = 0.2564799020145703, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.6125488891872275, "score test" = 0.25713070723255227, "score test, degrees of freedom" = 1.0, "score test, p" = 0.6120982856074494, "concordance" = 0.5130088124213177, "concordance, standard error" = 0.02594065576780522, "concordance, lower" = 0.46216606138106825, "concordance, upper" = 0.5638515634615672, "concordant" = 371.0, "discordant" = 309.0, "tied predictions" = 1703.0, "tied times" = 0.0, "tied in both" = 0.0, "concordance, patients" = 71.0, "concordance, events" = 63.0))
compare_all("cox PFS univariable: likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: wald", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: score", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: sexMale", cox_coefficient(fit, "v1Male"), c("coefficient" = 0.1748930241410194, "standard error" = 0.34533915166722234, "z" = 0.506438448396812, "p" = 0.6125488891872275, "patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: sex", cox_term_numbers(fit, "v1"), c("Wald test" = 0.2564799020145703, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.6125488891872275, "likelihood-ratio test" = 0.26673305731941355, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.6055317322405674, "score test" = 0.25713070723255227, "score test, degrees of freedom" = 1.0, "score test, p" = 0.6120982856074494))
compare_all("cox PFS univariable: sex, wald", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: sex, likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: sex, score", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
x <- known(data.frame(time = s$time, event = s$event, v1 = relevel(s[["hbv"]], "No")))
fit <- coxph(Surv(time, event) ~ v1, data = x, ties = "efron", control = fine, robust = FALSE)
compare("cox PFS univariable: hbv Yes", hazard(fit, "v1Yes"), 1.2167354004986346)
compare("cox PFS univariable: hbv Yes, lower", hazard(fit, "v1Yes", -1), 0.6600980025464785)
compare("cox PFS univariable: hbv Yes, upper", hazard(fit, "v1Yes", 1), 2.2427655122654793)
compare_all("cox PFS univariable", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0, "events per coefficient" = 63.0, "log-likelihood without covariates" = -218.70141182751684, "log-likelihood" = -218.49624595453153, "likelihood-ratio test" = 0.41033174597060906, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.5218011722307636, "Wald test" = 0.39529385223211777, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.5295297713113591, "score test" = 0.3965503943294878, "score test, degrees of freedom" = 1.0, "score test, p" = 0.5288761758808402, "concordance" = 0.526647083508183, "concordance, standard error" = 0.026855903861072557, "concordance, lower" = 0.47401047916821065, "concordance, upper" = 0.5792836878481554, "concordant" = 468.0, "discordant" = 341.0, "tied predictions" = 1574.0, "tied times" = 0.0, "tied in both" = 0.0, "concordance, patients" = 71.0, "concordance, events" = 63.0))
compare_all("cox PFS univariable: likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: wald", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: score", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: hbvYes", cox_coefficient(fit, "v1Yes"), c("coefficient" = 0.19617137089111095, "standard error" = 0.31201508904912767, "z" = 0.628723987320444, "p" = 0.5295297713113589, "patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: hbv", cox_term_numbers(fit, "v1"), c("Wald test" = 0.39529385223211777, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.5295297713113591, "likelihood-ratio test" = 0.41033174597060906, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.5218011722307636, "score test" = 0.3965503943294878, "score test, degrees of freedom" = 1.0, "score test, p" = 0.5288761758808402))
compare_all("cox PFS univariable: hbv, wald", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: hbv, likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: hbv, score", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
x <- known(data.frame(time = s$time, event = s$event, v1 = relevel(s[["child_pugh"]], "A")))
fit <- coxph(Surv(time, event) ~ v1, data = x, ties = "efron", control = fine, robust = FALSE)
compare("cox PFS univariable: child_pugh B", hazard(fit, "v1B"), 0.9751962632964356)
compare("cox PFS univariable: child_pugh B, lower", hazard(fit, "v1B", -1), 0.5052720987668093)
compare("cox PFS univariable: child_pugh B, upper", hazard(fit, "v1B", 1), 1.882169536509942)
compare_all("cox PFS univariable", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0, "events per coefficient" = 63.0, "log-likelihood without covariates" = -218.70141182751684, "log-likelihood" = -218.69859486317327, "likelihood-ratio test" = 0.005633928687132084, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.9401673704234219, "Wald test" = 0.005604914731594074, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.9403213458144852, "score test" = 0.0056052058535048166, "score test, degrees of freedom" = 1.0, "score test, p" = 0.9403197988594469, "concordance" = 0.5018883759966429, "concordance, standard error" = 0.03022512620425344, "concordance, lower" = 0.44264821720812836, "concordance, upper" = 0.5611285347851575, "concordant" = 377.0, "discordant" = 368.0, "tied predictions" = 1638.0, "tied times" = 0.0, "tied in both" = 0.0, "concordance, patients" = 71.0, "concordance, events" = 63.0))
compare_all("cox PFS univariable: likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: wald", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: score", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: child_pughB", cox_coefficient(fit, "v1B"), c("coefficient" = -0.02511653255289663, "standard error" = 0.3354865997574162, "z" = -0.0748659784654824, "p" = 0.9403213458144852, "patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: child_pugh", cox_term_numbers(fit, "v1"), c("Wald test" = 0.005604914731594074, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.9403213458144852, "likelihood-ratio test" = 0.005633928687132084, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.9401673704234219, "score test" = 0.0056052058535048166, "score test, degrees of freedom" = 1.0, "score test, p" = 0.9403197988594469))
compare_all("cox PFS univariable: child_pugh, wald", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: child_pugh, likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: child_pugh, score", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
x <- known(data.frame(time = s$time, event = s$event, v1 = relevel(s[["bclc"]], "B")))
fit <- coxph(Surv(time, event) ~ v1, data = x, ties = "efron", control = fine, robust = FALSE)
compare("cox PFS univariable: bclc C", hazard(fit, "v1C"), 1.38964503409891)
compare("cox PFS univariable: bclc C, lower", hazard(fit, "v1C", -1), 0.7046856415286556)
compare("cox PFS univariable: bclc C, upper", hazard(fit, "v1C", 1), 2.7403897667144865)
compare_all("cox PFS univariable", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0, "events per coefficient" = 63.0, "log-likelihood without covariates" = -218.70141182751684, "log-likelihood" = -218.21672927744652, "likelihood-ratio test" = 0.9693651001406351, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.3248385721329586, "Wald test" = 0.9020067082031266, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.34224420823581764, "score test" = 0.9100400419944676, "score test, degrees of freedom" = 1.0, "score test, p" = 0.3401037946227335, "concordance" = 0.539026437263953, "concordance, standard error" = 0.026631563944072692, "concordance, lower" = 0.4868295310815951, "concordance, upper" = 0.591223343446311, "concordant" = 441.0, "discordant" = 255.0, "tied predictions" = 1687.0, "tied times" = 0.0, "tied in both" = 0.0, "concordance, patients" = 71.0, "concordance, events" = 63.0))
compare_all("cox PFS univariable: likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: wald", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: score", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: bclcC", cox_coefficient(fit, "v1C"), c("coefficient" = 0.3290483433779721, "standard error" = 0.3464613752534971, "z" = 0.9497403372517809, "p" = 0.3422442082358176, "patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: bclc", cox_term_numbers(fit, "v1"), c("Wald test" = 0.9020067082031266, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.34224420823581764, "likelihood-ratio test" = 0.9693651001406351, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.3248385721329586, "score test" = 0.9100400419944676, "score test, degrees of freedom" = 1.0, "score test, p" = 0.3401037946227335))
compare_all("cox PFS univariable: bclc, wald", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: bclc, likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: bclc, score", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
x <- known(data.frame(time = s$time, event = s$event, v1 = relevel(s[["ecog_group"]], "0")))
fit <- coxph(Surv(time, event) ~ v1, data = x, ties = "efron", control = fine, robust = FALSE)
compare("cox PFS univariable: ecog_group 1–2", hazard(fit, "v11–2"), 1.8963395812637511)
compare("cox PFS univariable: ecog_group 1–2, lower", hazard(fit, "v11–2", -1), 0.9606010009306821)
compare("cox PFS univariable: ecog_group 1–2, upper", hazard(fit, "v11–2", 1), 3.7435978142678175)
compare_all("cox PFS univariable", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0, "events per coefficient" = 63.0, "log-likelihood without covariates" = -218.70141182751684, "log-likelihood" = -216.75230637691953, "likelihood-ratio test" = 3.8982109011946022, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.04833755726868633, "Wald test" = 3.400805682307463, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.06516458292259647, "score test" = 3.5143034389593626, "score test, degrees of freedom" = 1.0, "score test, p" = 0.06084122691800474, "concordance" = 0.5455308434746118, "concordance, standard error" = 0.029068502413755203, "concordance, lower" = 0.48855762565913596, "concordance, upper" = 0.6025040612900876, "concordant" = 489.0, "discordant" = 272.0, "tied predictions" = 1622.0, "tied times" = 0.0, "tied in both" = 0.0, "concordance, patients" = 71.0, "concordance, events" = 63.0))
compare_all("cox PFS univariable: likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: wald", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: score", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: ecog_group1–2", cox_coefficient(fit, "v11–2"), c("coefficient" = 0.6399254918376788, "standard error" = 0.3470072128720022, "z" = 1.8441273498073454, "p" = 0.06516458292259646, "patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: ecog_group", cox_term_numbers(fit, "v1"), c("Wald test" = 3.400805682307463, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.06516458292259647, "likelihood-ratio test" = 3.8982109011946022, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.04833755726868633, "score test" = 3.5143034389593626, "score test, degrees of freedom" = 1.0, "score test, p" = 0.06084122691800474))
compare_all("cox PFS univariable: ecog_group, wald", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: ecog_group, likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: ecog_group, score", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
x <- known(data.frame(time = s$time, event = s$event, v1 = relevel(s[["diameter_group"]], "<10")))
fit <- coxph(Surv(time, event) ~ v1, data = x, ties = "efron", control = fine, robust = FALSE)
compare("cox PFS univariable: diameter_group ≥10", hazard(fit, "v1≥10"), 1.7768240370806292)
compare("cox PFS univariable: diameter_group ≥10, lower", hazard(fit, "v1≥10", -1), 0.9849467961559446)
compare("cox PFS univariable: diameter_group ≥10, upper", hazard(fit, "v1≥10", 1), 3.2053545136336963)
compare_all("cox PFS univariable", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0, "events per coefficient" = 63.0, "log-likelihood without covariates" = -218.70141182751684, "log-likelihood" = -217.02491152226338, "likelihood-ratio test" = 3.3530006105069106, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.06708262759816061, "Wald test" = 3.6464844712005706, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.05618769369153137, "score test" = 3.742551353502799, "score test, degrees of freedom" = 1.0, "score test, p" = 0.053043393293051855, "concordance" = 0.5308434746118338, "concordance, standard error" = 0.025902626112991867, "concordance, lower" = 0.480075260325363, "concordance, upper" = 0.5816116888983046, "concordant" = 507.0, "discordant" = 360.0, "tied predictions" = 1516.0, "tied times" = 0.0, "tied in both" = 0.0, "concordance, patients" = 71.0, "concordance, events" = 63.0))
compare_all("cox PFS univariable: likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: wald", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: score", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: diameter_group≥10", cox_coefficient(fit, "v1≥10"), c("coefficient" = 0.5748275218049921, "standard error" = 0.30102347787129624, "z" = 1.9095770398704974, "p" = 0.05618769369153122, "patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: diameter_group", cox_term_numbers(fit, "v1"), c("Wald test" = 3.6464844712005706, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.05618769369153137, "likelihood-ratio test" = 3.3530006105069106, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.06708262759816061, "score test" = 3.742551353502799, "score test, degrees of freedom" = 1.0, "score test, p" = 0.053043393293051855))
compare_all("cox PFS univariable: diameter_group, wald", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: diameter_group, likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: diameter_group, score", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
x <- known(data.frame(time = s$time, event = s$event, v1 = relevel(s[["extrahepatic_metastasis"]], "No")))
fit <- coxph(Surv(time, event) ~ v1, data = x, ties = "efron", control = fine, robust = FALSE)
compare("cox PFS univariable: extrahepatic_metastasis Yes", hazard(fit, "v1Yes"), 1.6569865326391342)
compare("cox PFS univariable: extrahepatic_metastasis Yes, lower", hazard(fit, "v1Yes", -1), 0.9931181201459592)
compare("cox PFS univariable: extrahepatic_metastasis Yes, upper", hazard(fit, "v1Yes", 1), 2.7646302223787202)
compare_all("cox PFS univariable", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0, "events per coefficient" = 63.0, "log-likelihood without covariates" = -218.70141182751684, "log-likelihood" = -216.9060783577217, "likelihood-ratio test" = 3.590666939590278, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.05810491940372927, "Wald test" = 3.738514538981768, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.053171696005839056, "score test" = 3.8152651261889696, "score test, degrees of freedom" = 1.0, "score test, p" = 0.05078756688657825, "concordance" = 0.5679815358791439, "concordance, standard error" = 0.033878417401747615, "concordance, lower" = 0.5015810579185036, "concordance, upper" = 0.6343820138397842, "concordant" = 732.0, "discordant" = 408.0, "tied predictions" = 1243.0, "tied times" = 0.0, "tied in both" = 0.0, "concordance, patients" = 71.0, "concordance, events" = 63.0))
compare_all("cox PFS univariable: likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: wald", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: score", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: extrahepatic_metastasisYes", cox_coefficient(fit, "v1Yes"), c("coefficient" = 0.5050006108550508, "standard error" = 0.2611814727660932, "z" = 1.9335238656354279, "p" = 0.053171696005839, "patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: extrahepatic_metastasis", cox_term_numbers(fit, "v1"), c("Wald test" = 3.738514538981768, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.053171696005839056, "likelihood-ratio test" = 3.590666939590278, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.05810491940372927, "score test" = 3.8152651261889696, "score test, degrees of freedom" = 1.0, "score test, p" = 0.05078756688657825))
compare_all("cox PFS univariable: extrahepatic_metastasis, wald", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: extrahepatic_metastasis, likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: extrahepatic_metastasis, score", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
x <- known(data.frame(time = s$time, event = s$event, v1 = relevel(s[["portal_vein_invasion"]], "No")))
fit <- coxph(Surv(time, event) ~ v1, data = x, ties = "efron", control = fine, robust = FALSE)
compare("cox PFS univariable: portal_vein_invasion Yes", hazard(fit, "v1Yes"), 1.145154573066348)
compare("cox PFS univariable: portal_vein_invasion Yes, lower", hazard(fit, "v1Yes", -1), 0.6907537888629127)
compare("cox PFS univariable: portal_vein_invasion Yes, upper", hazard(fit, "v1Yes", 1), 1.8984752850556228)
compare_all("cox PFS univariable", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0, "events per coefficient" = 63.0, "log-likelihood without covariates" = -218.70141182751684, "log-likelihood" = -218.56238099083993, "likelihood-ratio test" = 0.27806167335381815, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.5979744880252134, "Wald test" = 0.27616379659245555, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.5992266956279062, "score test" = 0.27656860540896344, "score test, degrees of freedom" = 1.0, "score test, p" = 0.5989591453285081, "concordance" = 0.5331514897188417, "concordance, standard error" = 0.035306836134212476, "concordance, lower" = 0.46395136248772795, "concordance, upper" = 0.6023516169499555, "concordant" = 675.0, "discordant" = 517.0, "tied predictions" = 1191.0, "tied times" = 0.0, "tied in both" = 0.0, "concordance, patients" = 71.0, "concordance, events" = 63.0))
compare_all("cox PFS univariable: likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: wald", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: score", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: portal_vein_invasionYes", cox_coefficient(fit, "v1Yes"), c("coefficient" = 0.13553962620597196, "standard error" = 0.25791874761142464, "z" = 0.5255128890830896, "p" = 0.5992266956279062, "patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: portal_vein_invasion", cox_term_numbers(fit, "v1"), c("Wald test" = 0.27616379659245555, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.5992266956279062, "likelihood-ratio test" = 0.27806167335381815, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.5979744880252134, "score test" = 0.27656860540896344, "score test, degrees of freedom" = 1.0, "score test, p" = 0.5989591453285081))
compare_all("cox PFS univariable: portal_vein_invasion, wald", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: portal_vein_invasion, likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: portal_vein_invasion, score", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
x <- known(data.frame(time = s$time, event = s$event, v1 = relevel(s[["arm "]], "IO+T")))
fit <- coxph(Surv(time, event) ~ v1, data = x, ties = "efron", control = fine, robust = FALSE)
compare("cox PFS univariable: arm RT+IO+T", hazard(fit, "v1RT+IO+T"), 0.34638103494720995)
compare("cox PFS univariable: arm RT+IO+T, lower", hazard(fit, "v1RT+IO+T", -1), 0.1996358291388281)
compare("cox PFS univariable: arm RT+IO+T, upper", hazard(fit, "v1RT+IO+T", 1), 0.6009934283272644)
compare_all("cox PFS univariable", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0, "events per coefficient" = 63.0, "log-likelihood without covariates" = -218.70141182751684, "log-likelihood" = -211.12465588248634, "likelihood-ratio test" = 15.153511890060997, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 9.911378662629284e-05, "Wald test" = 14.220383513170564, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.00016259964015047937, "score test" = 15.259170336020892, "score test, degrees of freedom" = 1.0, "score test, p" = 9.372060927092664e-05, "concordance" = 0.6248426353336131, "concordance, standard error" = 0.02981785984214301, "concordance, lower" = 0.5664007039469496, "concordance, upper" = 0.6832845667202765, "concordant" = 885.0, "discordant" = 290.0, "tied predictions" = 1208.0, "tied times" = 0.0, "tied in both" = 0.0, "concordance, patients" = 71.0, "concordance, events" = 63.0))
compare_all("cox PFS univariable: likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: wald", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: score", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: armRT+IO+T", cox_coefficient(fit, "v1RT+IO+T"), c("coefficient" = -1.0602158527902998, "standard error" = 0.28115035687723705, "z" = -3.7709923777661714, "p" = 0.00016259964015047937, "patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: arm", cox_term_numbers(fit, "v1"), c("Wald test" = 14.220383513170564, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.00016259964015047937, "likelihood-ratio test" = 15.153511890060997, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 9.911378662629284e-05, "score test" = 15.259170336020892, "score test, degrees of freedom" = 1.0, "score test, p" = 9.372060927092664e-05))
compare_all("cox PFS univariable: arm, wald", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: arm, likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: arm, score", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
x <- known(data.frame(time = s$time, event = s$event, v1 = relevel(s[["treatment_stage"]], "naive")))
fit <- coxph(Surv(time, event) ~ v1, data = x, ties = "efron", control = fine, robust = FALSE)
compare("cox PFS univariable: treatment_stage recurrent", hazard(fit, "v1recurrent"), 0.5708897888264205)
compare("cox PFS univariable: treatment_stage recurrent, lower", hazard(fit, "v1recurrent", -1), 0.3388075611782387)
compare("cox PFS univariable: treatment_stage recurrent, upper", hazard(fit, "v1recurrent", 1), 0.9619476904614261)
compare_all("cox PFS univariable", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0, "events per coefficient" = 63.0, "log-likelihood without covariates" = -218.70141182751684, "log-likelihood" = -216.423282677507, "likelihood-ratio test" = 4.556258300019692, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.032798654898464404, "Wald test" = 4.433951620988132, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.0352308505593489, "score test" = 4.532039024844377, "score test, degrees of freedom" = 1.0, "score test, p" = 0.033265959227717794, "concordance" = 0.5663029794376836, "concordance, standard error" = 0.034319278612734636, "concordance, lower" = 0.499038429381328, "concordance, upper" = 0.6335675294940393, "concordant" = 743.0, "discordant" = 427.0, "tied predictions" = 1213.0, "tied times" = 0.0, "tied in both" = 0.0, "concordance, patients" = 71.0, "concordance, events" = 63.0))
compare_all("cox PFS univariable: likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: wald", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: score", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: treatment_stagerecurrent", cox_coefficient(fit, "v1recurrent"), c("coefficient" = -0.5605591022702868, "standard error" = 0.26621096141119, "z" = -2.105695044632088, "p" = 0.03523085055934893, "patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: treatment_stage", cox_term_numbers(fit, "v1"), c("Wald test" = 4.433951620988132, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.0352308505593489, "likelihood-ratio test" = 4.556258300019692, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.032798654898464404, "score test" = 4.532039024844377, "score test, degrees of freedom" = 1.0, "score test, p" = 0.033265959227717794))
compare_all("cox PFS univariable: treatment_stage, wald", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: treatment_stage, likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: treatment_stage, score", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
x <- known(data.frame(time = s$time, event = s$event, v1 = relevel(s[["afp_group"]], "<400")))
fit <- coxph(Surv(time, event) ~ v1, data = x, ties = "efron", control = fine, robust = FALSE)
compare("cox PFS univariable: afp_group ≥400", hazard(fit, "v1≥400"), 1.3987400321302736)
compare("cox PFS univariable: afp_group ≥400, lower", hazard(fit, "v1≥400", -1), 0.8490755896179388)
compare("cox PFS univariable: afp_group ≥400, upper", hazard(fit, "v1≥400", 1), 2.304239694800506)
compare_all("cox PFS univariable", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0, "events per coefficient" = 63.0, "log-likelihood without covariates" = -218.70141182751684, "log-likelihood" = -217.84764907531434, "likelihood-ratio test" = 1.7075255044049982, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.19130673865364634, "Wald test" = 1.736020175892199, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.1876438878500178, "score test" = 1.7519738964829696, "score test, degrees of freedom" = 1.0, "score test, p" = 0.18562877840234296, "concordance" = 0.556021821233739, "concordance, standard error" = 0.03489208985365301, "concordance, lower" = 0.48763458177524366, "concordance, upper" = 0.6244090606922343, "concordant" = 727.0, "discordant" = 460.0, "tied predictions" = 1196.0, "tied times" = 0.0, "tied in both" = 0.0, "concordance, patients" = 71.0, "concordance, events" = 63.0))
compare_all("cox PFS univariable: likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: wald", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: score", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: afp_group≥400", cox_coefficient(fit, "v1≥400"), c("coefficient" = 0.3355718543489178, "standard error" = 0.2546878010068619, "z" = 1.317581183795594, "p" = 0.18764388785001776, "patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: afp_group", cox_term_numbers(fit, "v1"), c("Wald test" = 1.736020175892199, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.1876438878500178, "likelihood-ratio test" = 1.7075255044049982, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.19130673865364634, "score test" = 1.7519738964829696, "score test, degrees of freedom" = 1.0, "score test, p" = 0.18562877840234296))
compare_all("cox PFS univariable: afp_group, wald", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: afp_group, likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: afp_group, score", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
x <- known(data.frame(time = s$time, event = s$event, v1 = relevel(s[["prior_therapy"]], "No")))
fit <- coxph(Surv(time, event) ~ v1, data = x, ties = "efron", control = fine, robust = FALSE)
compare("cox PFS univariable: prior_therapy Yes", hazard(fit, "v1Yes"), 0.9524281422504894)
compare("cox PFS univariable: prior_therapy Yes, lower", hazard(fit, "v1Yes", -1), 0.5764655717475736)
compare("cox PFS univariable: prior_therapy Yes, upper", hazard(fit, "v1Yes", 1), 1.57358810414429)
compare_all("cox PFS univariable", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0, "events per coefficient" = 63.0, "log-likelihood without covariates" = -218.70141182751684, "log-likelihood" = -218.68327151495862, "likelihood-ratio test" = 0.03628062511643293, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.8489371383945161, "Wald test" = 0.03619923729413472, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.8491046351815751, "score test" = 0.03620617373029389, "score test, degrees of freedom" = 1.0, "score test, p" = 0.8490903523396905, "concordance" = 0.509651699538397, "concordance, standard error" = 0.035222895581046805, "concordance, lower" = 0.4406160927683302, "concordance, upper" = 0.5786873063084637, "concordant" = 612.0, "discordant" = 566.0, "tied predictions" = 1205.0, "tied times" = 0.0, "tied in both" = 0.0, "concordance, patients" = 71.0, "concordance, events" = 63.0))
compare_all("cox PFS univariable: likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: wald", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: score", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: prior_therapyYes", cox_coefficient(fit, "v1Yes"), c("coefficient" = -0.048740616033947234, "standard error" = 0.25617768918951306, "z" = -0.19026097154733213, "p" = 0.849104635181575, "patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: prior_therapy", cox_term_numbers(fit, "v1"), c("Wald test" = 0.03619923729413472, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.8491046351815751, "likelihood-ratio test" = 0.03628062511643293, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.8489371383945161, "score test" = 0.03620617373029389, "score test, degrees of freedom" = 1.0, "score test, p" = 0.8490903523396905))
compare_all("cox PFS univariable: prior_therapy, wald", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: prior_therapy, likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS univariable: prior_therapy, score", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
x <- known(data.frame(time = s$time, event = s$event, v1 = relevel(s[["ecog_group"]], "0"), v2 = relevel(s[["arm "]], "IO+T"), v3 = relevel(s[["treatment_stage"]], "naive")))
fit <- coxph(Surv(time, event) ~ v1 + v2 + v3, data = x, ties = "efron", control = fine, robust = FALSE)
compare("cox PFS multivariable: ecog_group 1–2", hazard(fit, "v11–2"), 1.2821532540768403)
compare("cox PFS multivariable: ecog_group 1–2, lower", hazard(fit, "v11–2", -1), 0.6225904574533518)
compare("cox PFS multivariable: ecog_group 1–2, upper", hazard(fit, "v11–2", 1), 2.640446777266905)
compare("cox PFS multivariable: arm RT+IO+T", hazard(fit, "v2RT+IO+T"), 0.40146453353718414)
compare("cox PFS multivariable: arm RT+IO+T, lower", hazard(fit, "v2RT+IO+T", -1), 0.22039024839083896)
compare("cox PFS multivariable: arm RT+IO+T, upper", hazard(fit, "v2RT+IO+T", 1), 0.7313108128196493)
compare("cox PFS multivariable: treatment_stage recurrent", hazard(fit, "v3recurrent"), 0.7230644694585645)
compare("cox PFS multivariable: treatment_stage recurrent, lower", hazard(fit, "v3recurrent", -1), 0.4190342837021374)
compare("cox PFS multivariable: treatment_stage recurrent, upper", hazard(fit, "v3recurrent", 1), 1.2476836557961297)
compare_all("cox PFS multivariable", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0, "events per coefficient" = 21.0, "log-likelihood without covariates" = -218.70141182751684, "log-likelihood" = -210.1727909799182, "likelihood-ratio test" = 17.057241695197263, "likelihood-ratio test, degrees of freedom" = 3.0, "likelihood-ratio test, p" = 0.000687840412866902, "Wald test" = 15.632748089685895, "Wald test, degrees of freedom" = 3.0, "Wald test, p" = 0.0013485083611374502, "score test" = 16.850213641848065, "score test, degrees of freedom" = 3.0, "score test, p" = 0.000758681792973204, "concordance" = 0.6409987410826689, "concordance, standard error" = 0.03637105485511192, "concordance, lower" = 0.5697127834869189, "concordance, upper" = 0.7122846986784188, "concordant" = 1269.0, "discordant" = 597.0, "tied predictions" = 517.0, "tied times" = 0.0, "tied in both" = 0.0, "concordance, patients" = 71.0, "concordance, events" = 63.0))
compare_all("cox PFS multivariable: likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS multivariable: wald", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS multivariable: score", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS multivariable: ecog_group1–2", cox_coefficient(fit, "v11–2"), c("coefficient" = 0.24854089431544182, "standard error" = 0.3685818964204621, "z" = 0.674316608409647, "p" = 0.5001100472320762, "patients" = 71.0, "events" = 63.0))
compare_all("cox PFS multivariable: armRT+IO+T", cox_coefficient(fit, "v2RT+IO+T"), c("coefficient" = -0.9126360843982382, "standard error" = 0.30598488955160935, "z" = -2.9826181473719706, "p" = 0.0028579431769668773, "patients" = 71.0, "events" = 63.0))
compare_all("cox PFS multivariable: treatment_stagerecurrent", cox_coefficient(fit, "v3recurrent"), c("coefficient" = -0.3242568914231169, "standard error" = 0.2783447311324277, "z" = -1.1649471146944244, "p" = 0.24404040057694434, "patients" = 71.0, "events" = 63.0))
compare_all("cox PFS multivariable: ecog_group", cox_term_numbers(fit, "v1"), c("Wald test" = 0.45470288837708933, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.5001100472320761, "likelihood-ratio test" = 0.47372878578306654, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.49127673571994956, "score test" = 0.45657601297758793, "score test, degrees of freedom" = 1.0, "score test, p" = 0.49922854069150596))
compare_all("cox PFS multivariable: ecog_group, wald", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS multivariable: ecog_group, likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS multivariable: ecog_group, score", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS multivariable: arm", cox_term_numbers(fit, "v2"), c("Wald test" = 8.896011013032606, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.0028579431769668786, "likelihood-ratio test" = 9.455366696542967, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.0021053219948347474, "score test" = 9.218075881628868, "score test, degrees of freedom" = 1.0, "score test, p" = 0.0023963726271443823))
compare_all("cox PFS multivariable: arm, wald", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS multivariable: arm, likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS multivariable: arm, score", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS multivariable: treatment_stage", cox_term_numbers(fit, "v3"), c("Wald test" = 1.3571017800348641, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.24404040057694434, "likelihood-ratio test" = 1.3786160569935646, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.24033702386974123, "score test" = 1.364466916281274, "score test, degrees of freedom" = 1.0, "score test, p" = 0.2427648237079273))
compare_all("cox PFS multivariable: treatment_stage, wald", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS multivariable: treatment_stage, likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
compare_all("cox PFS multivariable: treatment_stage, score", cox_numbers(fit), c("patients" = 71.0, "events" = 63.0))
zph <- hazards_test(fit, "km")
compare_all("cox PFS multivariable: proportional hazards, v1", c(hazards_row(zph, "v1"), cox_numbers(fit)[c("patients", "events")]), c("test" = 0.034932432575795556, "test, degrees of freedom" = 1.0, "test, p" = 0.8517373138024397, "patients" = 71.0, "events" = 63.0), 1e-05)
compare_all("cox PFS multivariable: proportional hazards, v2", c(hazards_row(zph, "v2"), cox_numbers(fit)[c("patients", "events")]), c("test" = 0.006045039875890702, "test, degrees of freedom" = 1.0, "test, p" = 0.9380270359379294, "patients" = 71.0, "events" = 63.0), 1e-05)
compare_all("cox PFS multivariable: proportional hazards, v3", c(hazards_row(zph, "v3"), cox_numbers(fit)[c("patients", "events")]), c("test" = 0.28245731704112065, "test, degrees of freedom" = 1.0, "test, p" = 0.5950951088927648, "patients" = 71.0, "events" = 63.0), 1e-05)
compare_all("cox PFS multivariable: proportional hazards, global", c(hazards_row(zph, "GLOBAL"), cox_numbers(fit)[c("patients", "events")]), c("test" = 0.3297700826929271, "test, degrees of freedom" = 3.0, "test, p" = 0.9543356559413528, "patients" = 71.0, "events" = 63.0), 1e-05)
s <- populations[["all"]]
for (own in intersect(c("time", "event", "cause", "entry", "weight", "set", "group"), names(s))) { s[[paste(own, "of the study")]] <- s[[own]]; s[[own]] <- NULL }
s$time <- s[["time os"]]; s$cause <- s[["status os"]]; s$event <- s$cause == 1
asked <- s; s <- s[!is.na(s$time) & !is.na(s$event), , drop = FALSE]
x <- known(data.frame(time = s$time, event = s$event, v1 = relevel(s[["age_group"]], "<60")))
fit <- coxph(Surv(time, event) ~ v1, data = x, ties = "efron", control = fine, robust = FALSE)
compare("cox OS univariable: age_group ≥60", hazard(fit, "v1≥60"), 0.614436740510502)
compare("cox OS univariable: age_group ≥60, lower", hazard(fit, "v1≥60", -1), 0.34760246470032896)
compare("cox OS univariable: age_group ≥60, upper", hazard(fit, "v1≥60", 1), 1.0861042323582026)
compare_all("cox OS univariable", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0, "events per coefficient" = 51.0, "log-likelihood without covariates" = -172.43494969010393, "log-likelihood" = -171.01152005015274, "likelihood-ratio test" = 2.8468592799023895, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.09155262992831109, "Wald test" = 2.808220269640271, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.09378236519476871, "score test" = 2.862108939108396, "score test, degrees of freedom" = 1.0, "score test, p" = 0.09068852751692265, "concordance" = 0.5458399576046635, "concordance, standard error" = 0.04070210392606041, "concordance, lower" = 0.4660652998145788, "concordance, upper" = 0.6256146153947483, "concordant" = 567.0, "discordant" = 394.0, "tied predictions" = 926.0, "tied times" = 0.0, "tied in both" = 0.0, "concordance, patients" = 71.0, "concordance, events" = 51.0))
compare_all("cox OS univariable: likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: wald", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: score", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: age_group≥60", cox_coefficient(fit, "v1≥60"), c("coefficient" = -0.4870492999285854, "standard error" = 0.2906413074721789, "z" = -1.675774528282451, "p" = 0.09378236519476839, "patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: age_group", cox_term_numbers(fit, "v1"), c("Wald test" = 2.808220269640271, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.09378236519476871, "likelihood-ratio test" = 2.8468592799023895, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.09155262992831109, "score test" = 2.862108939108396, "score test, degrees of freedom" = 1.0, "score test, p" = 0.09068852751692265))
compare_all("cox OS univariable: age_group, wald", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: age_group, likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: age_group, score", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
x <- known(data.frame(time = s$time, event = s$event, v1 = relevel(s[["sex"]], "Female")))
fit <- coxph(Surv(time, event) ~ v1, data = x, ties = "efron", control = fine, robust = FALSE)
compare("cox OS univariable: sex Male", hazard(fit, "v1Male"), 1.1039088412900666)
compare("cox OS univariable: sex Male, lower", hazard(fit, "v1Male", -1), 0.4930807722046382)
compare("cox OS univariable: sex Male, upper", hazard(fit, "v1Male", 1), 2.4714302373417802)
compare_all("cox OS univariable", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0, "events per coefficient" = 51.0, "log-likelihood without covariates" = -172.43494969010393, "log-likelihood" = -172.4053862654621, "likelihood-ratio test" = 0.05912684928364342, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.8078813509376335, "Wald test" = 0.05779752825403249, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.8100115235729878, "score test" = 0.05784388644094019, "score test, degrees of freedom" = 1.0, "score test, p" = 0.8099368031692565, "concordance" = 0.510863804981452, "concordance, standard error" = 0.029097132189058454, "concordance, lower" = 0.45383447383749637, "concordance, upper" = 0.5678931361254077, "concordant" = 274.0, "discordant" = 233.0, "tied predictions" = 1380.0, "tied times" = 0.0, "tied in both" = 0.0, "concordance, patients" = 71.0, "concordance, events" = 51.0))
compare_all("cox OS univariable: likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: wald", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: score", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: sexMale", cox_coefficient(fit, "v1Male"), c("coefficient" = 0.09885737315047691, "standard error" = 0.41120125661685303, "z" = 0.24041116499454115, "p" = 0.8100115235729878, "patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: sex", cox_term_numbers(fit, "v1"), c("Wald test" = 0.05779752825403249, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.8100115235729878, "likelihood-ratio test" = 0.05912684928364342, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.8078813509376335, "score test" = 0.05784388644094019, "score test, degrees of freedom" = 1.0, "score test, p" = 0.8099368031692565))
compare_all("cox OS univariable: sex, wald", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: sex, likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: sex, score", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
x <- known(data.frame(time = s$time, event = s$event, v1 = relevel(s[["hbv"]], "No")))
fit <- coxph(Surv(time, event) ~ v1, data = x, ties = "efron", control = fine, robust = FALSE)
compare("cox OS univariable: hbv Yes", hazard(fit, "v1Yes"), 0.9555210679708462)
compare("cox OS univariable: hbv Yes, lower", hazard(fit, "v1Yes", -1), 0.47401003780682116)
compare("cox OS univariable: hbv Yes, upper", hazard(fit, "v1Yes", 1), 1.9261628204342802)
compare_all("cox OS univariable", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0, "events per coefficient" = 51.0, "log-likelihood without covariates" = -172.43494969010393, "log-likelihood" = -172.4269284093799, "likelihood-ratio test" = 0.016042561448045944, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.8992101127980474, "Wald test" = 0.016181492627596487, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.8987769640778, "score test" = 0.016184249621867448, "score test, degrees of freedom" = 1.0, "score test, p" = 0.8987683876965975, "concordance" = 0.49629040805511393, "concordance, standard error" = 0.03166727852372086, "concordance, lower" = 0.4342236826602223, "concordance, upper" = 0.5583571334500055, "concordant" = 303.0, "discordant" = 317.0, "tied predictions" = 1267.0, "tied times" = 0.0, "tied in both" = 0.0, "concordance, patients" = 71.0, "concordance, events" = 51.0))
compare_all("cox OS univariable: likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: wald", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: score", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: hbvYes", cox_coefficient(fit, "v1Yes"), c("coefficient" = -0.04549846638649368, "standard error" = 0.35767407964981746, "z" = -0.12720649601178585, "p" = 0.8987769640777998, "patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: hbv", cox_term_numbers(fit, "v1"), c("Wald test" = 0.016181492627596487, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.8987769640778, "likelihood-ratio test" = 0.016042561448045944, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.8992101127980474, "score test" = 0.016184249621867448, "score test, degrees of freedom" = 1.0, "score test, p" = 0.8987683876965975))
compare_all("cox OS univariable: hbv, wald", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: hbv, likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: hbv, score", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
x <- known(data.frame(time = s$time, event = s$event, v1 = relevel(s[["child_pugh"]], "A")))
fit <- coxph(Surv(time, event) ~ v1, data = x, ties = "efron", control = fine, robust = FALSE)
compare("cox OS univariable: child_pugh B", hazard(fit, "v1B"), 1.1905596328824808)
compare("cox OS univariable: child_pugh B, lower", hazard(fit, "v1B", -1), 0.5244844405415078)
compare("cox OS univariable: child_pugh B, upper", hazard(fit, "v1B", 1), 2.7025248603863807)
compare_all("cox OS univariable", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0, "events per coefficient" = 51.0, "log-likelihood without covariates" = -172.43494969010393, "log-likelihood" = -172.35120043693752, "likelihood-ratio test" = 0.16749850633283359, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.6823446006450744, "Wald test" = 0.17391195607814383, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.6766582753234082, "score test" = 0.1743382650668952, "score test, degrees of freedom" = 1.0, "score test, p" = 0.6762846871173646, "concordance" = 0.516163222045575, "concordance, standard error" = 0.03183203465215414, "concordance, lower" = 0.4537735805727219, "concordance, upper" = 0.578552863518428, "concordant" = 298.0, "discordant" = 237.0, "tied predictions" = 1352.0, "tied times" = 0.0, "tied in both" = 0.0, "concordance, patients" = 71.0, "concordance, events" = 51.0))
compare_all("cox OS univariable: likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: wald", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: score", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: child_pughB", cox_coefficient(fit, "v1B"), c("coefficient" = 0.17442347630975863, "standard error" = 0.4182541106256193, "z" = 0.4170275243651716, "p" = 0.6766582753234082, "patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: child_pugh", cox_term_numbers(fit, "v1"), c("Wald test" = 0.17391195607814383, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.6766582753234082, "likelihood-ratio test" = 0.16749850633283359, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.6823446006450744, "score test" = 0.1743382650668952, "score test, degrees of freedom" = 1.0, "score test, p" = 0.6762846871173646))
compare_all("cox OS univariable: child_pugh, wald", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: child_pugh, likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: child_pugh, score", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
x <- known(data.frame(time = s$time, event = s$event, v1 = relevel(s[["bclc"]], "B")))
fit <- coxph(Surv(time, event) ~ v1, data = x, ties = "efron", control = fine, robust = FALSE)
compare("cox OS univariable: bclc C", hazard(fit, "v1C"), 2.3627936417454385)
compare("cox OS univariable: bclc C, lower", hazard(fit, "v1C", -1), 0.9912567428538128)
compare("cox OS univariable: bclc C, upper", hazard(fit, "v1C", 1), 5.632036133645753)
compare_all("cox OS univariable", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0, "events per coefficient" = 51.0, "log-likelihood without covariates" = -172.43494969010393, "log-likelihood" = -170.1282388727082, "likelihood-ratio test" = 4.61342163479145, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.03172267657260874, "Wald test" = 3.7641781204763816, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.052361585157738866, "score test" = 3.973912071122099, "score test, degrees of freedom" = 1.0, "score test, p" = 0.04621029544458673, "concordance" = 0.5704822469528352, "concordance, standard error" = 0.023475785317659675, "concordance, lower" = 0.5244705532214281, "concordance, upper" = 0.6164939406842423, "concordant" = 369.0, "discordant" = 103.0, "tied predictions" = 1415.0, "tied times" = 0.0, "tied in both" = 0.0, "concordance, patients" = 71.0, "concordance, events" = 51.0))
compare_all("cox OS univariable: likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: wald", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: score", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: bclcC", cox_coefficient(fit, "v1C"), c("coefficient" = 0.8598446654643523, "standard error" = 0.4431848625778797, "z" = 1.9401489944013015, "p" = 0.052361585157739, "patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: bclc", cox_term_numbers(fit, "v1"), c("Wald test" = 3.7641781204763816, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.052361585157738866, "likelihood-ratio test" = 4.61342163479145, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.03172267657260874, "score test" = 3.973912071122099, "score test, degrees of freedom" = 1.0, "score test, p" = 0.04621029544458673))
compare_all("cox OS univariable: bclc, wald", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: bclc, likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: bclc, score", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
x <- known(data.frame(time = s$time, event = s$event, v1 = relevel(s[["ecog_group"]], "0")))
fit <- coxph(Surv(time, event) ~ v1, data = x, ties = "efron", control = fine, robust = FALSE)
compare("cox OS univariable: ecog_group 1–2", hazard(fit, "v11–2"), 3.1047119102104017)
compare("cox OS univariable: ecog_group 1–2, lower", hazard(fit, "v11–2", -1), 1.2106037608866642)
compare("cox OS univariable: ecog_group 1–2, upper", hazard(fit, "v11–2", 1), 7.962337766357511)
compare_all("cox OS univariable", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0, "events per coefficient" = 51.0, "log-likelihood without covariates" = -172.43494969010393, "log-likelihood" = -168.76234659080194, "likelihood-ratio test" = 7.345206198603989, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.006724181899563734, "Wald test" = 5.558740818841299, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.018388635844626963, "score test" = 6.10339378718618, "score test, degrees of freedom" = 1.0, "score test, p" = 0.013492252195142416, "concordance" = 0.5508744038155803, "concordance, standard error" = 0.034299973135410174, "concordance, lower" = 0.48364769179948497, "concordance, upper" = 0.6181011158316756, "concordant" = 365.0, "discordant" = 173.0, "tied predictions" = 1349.0, "tied times" = 0.0, "tied in both" = 0.0, "concordance, patients" = 71.0, "concordance, events" = 51.0))
compare_all("cox OS univariable: likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: wald", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: score", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: ecog_group1–2", cox_coefficient(fit, "v11–2"), c("coefficient" = 1.1329209285399424, "standard error" = 0.48051990999212807, "z" = 2.357698203511488, "p" = 0.018388635844626952, "patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: ecog_group", cox_term_numbers(fit, "v1"), c("Wald test" = 5.558740818841299, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.018388635844626963, "likelihood-ratio test" = 7.345206198603989, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.006724181899563734, "score test" = 6.10339378718618, "score test, degrees of freedom" = 1.0, "score test, p" = 0.013492252195142416))
compare_all("cox OS univariable: ecog_group, wald", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: ecog_group, likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: ecog_group, score", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
x <- known(data.frame(time = s$time, event = s$event, v1 = relevel(s[["diameter_group"]], "<10")))
fit <- coxph(Surv(time, event) ~ v1, data = x, ties = "efron", control = fine, robust = FALSE)
compare("cox OS univariable: diameter_group ≥10", hazard(fit, "v1≥10"), 2.097081151882662)
compare("cox OS univariable: diameter_group ≥10, lower", hazard(fit, "v1≥10", -1), 1.0721902313479004)
compare("cox OS univariable: diameter_group ≥10, upper", hazard(fit, "v1≥10", 1), 4.101650275299466)
compare_all("cox OS univariable", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0, "events per coefficient" = 51.0, "log-likelihood without covariates" = -172.43494969010393, "log-likelihood" = -170.30838373585945, "likelihood-ratio test" = 4.253131908488967, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.03917801537863691, "Wald test" = 4.681220223943334, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.030494080550847725, "score test" = 4.890287012602307, "score test, degrees of freedom" = 1.0, "score test, p" = 0.027008195958339285, "concordance" = 0.5416004239533652, "concordance, standard error" = 0.030447189524461273, "concordance, lower" = 0.4819250290549559, "concordance, upper" = 0.6012758188517745, "concordant" = 426.0, "discordant" = 269.0, "tied predictions" = 1192.0, "tied times" = 0.0, "tied in both" = 0.0, "concordance, patients" = 71.0, "concordance, events" = 51.0))
compare_all("cox OS univariable: likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: wald", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: score", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: diameter_group≥10", cox_coefficient(fit, "v1≥10"), c("coefficient" = 0.7405464502089831, "standard error" = 0.34227309990363386, "z" = 2.1636127712562927, "p" = 0.030494080550847763, "patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: diameter_group", cox_term_numbers(fit, "v1"), c("Wald test" = 4.681220223943334, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.030494080550847725, "likelihood-ratio test" = 4.253131908488967, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.03917801537863691, "score test" = 4.890287012602307, "score test, degrees of freedom" = 1.0, "score test, p" = 0.027008195958339285))
compare_all("cox OS univariable: diameter_group, wald", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: diameter_group, likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: diameter_group, score", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
x <- known(data.frame(time = s$time, event = s$event, v1 = relevel(s[["extrahepatic_metastasis"]], "No")))
fit <- coxph(Surv(time, event) ~ v1, data = x, ties = "efron", control = fine, robust = FALSE)
compare("cox OS univariable: extrahepatic_metastasis Yes", hazard(fit, "v1Yes"), 1.9499913056474432)
compare("cox OS univariable: extrahepatic_metastasis Yes, lower", hazard(fit, "v1Yes", -1), 1.0668782703691482)
compare("cox OS univariable: extrahepatic_metastasis Yes, upper", hazard(fit, "v1Yes", 1), 3.5641049196596133)
compare_all("cox OS univariable", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0, "events per coefficient" = 51.0, "log-likelihood without covariates" = -172.43494969010393, "log-likelihood" = -170.1565398708129, "likelihood-ratio test" = 4.556819638582056, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.0327879056639926, "Wald test" = 4.710423906651089, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.029980258081551973, "score test" = 4.877784609295059, "score test, degrees of freedom" = 1.0, "score test, p" = 0.027204514055075082, "concordance" = 0.5649178590355061, "concordance, standard error" = 0.03812683252776198, "concordance, lower" = 0.4901906404365024, "concordance, upper" = 0.6396450776345097, "concordant" = 576.0, "discordant" = 331.0, "tied predictions" = 980.0, "tied times" = 0.0, "tied in both" = 0.0, "concordance, patients" = 71.0, "concordance, events" = 51.0))
compare_all("cox OS univariable: likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: wald", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: score", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: extrahepatic_metastasisYes", cox_coefficient(fit, "v1Yes"), c("coefficient" = 0.6678249139233788, "standard error" = 0.3077036306514914, "z" = 2.1703511021609128, "p" = 0.029980258081552004, "patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: extrahepatic_metastasis", cox_term_numbers(fit, "v1"), c("Wald test" = 4.710423906651089, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.029980258081551973, "likelihood-ratio test" = 4.556819638582056, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.0327879056639926, "score test" = 4.877784609295059, "score test, degrees of freedom" = 1.0, "score test, p" = 0.027204514055075082))
compare_all("cox OS univariable: extrahepatic_metastasis, wald", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: extrahepatic_metastasis, likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: extrahepatic_metastasis, score", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
x <- known(data.frame(time = s$time, event = s$event, v1 = relevel(s[["portal_vein_invasion"]], "No")))
fit <- coxph(Surv(time, event) ~ v1, data = x, ties = "efron", control = fine, robust = FALSE)
compare("cox OS univariable: portal_vein_invasion Yes", hazard(fit, "v1Yes"), 1.3761760291989151)
compare("cox OS univariable: portal_vein_invasion Yes, lower", hazard(fit, "v1Yes", -1), 0.7708760686632725)
compare("cox OS univariable: portal_vein_invasion Yes, upper", hazard(fit, "v1Yes", 1), 2.456763856511614)
compare_all("cox OS univariable", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0, "events per coefficient" = 51.0, "log-likelihood without covariates" = -172.43494969010393, "log-likelihood" = -171.8360647143855, "likelihood-ratio test" = 1.1977699514368965, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.27376784911878277, "Wald test" = 1.1661549482289582, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.28019270595829915, "score test" = 1.175586023034853, "score test, degrees of freedom" = 1.0, "score test, p" = 0.27825642889555535, "concordance" = 0.5627980922098569, "concordance, standard error" = 0.03876527175646195, "concordance, lower" = 0.4868195557162837, "concordance, upper" = 0.63877662870343, "concordant" = 587.0, "discordant" = 350.0, "tied predictions" = 950.0, "tied times" = 0.0, "tied in both" = 0.0, "concordance, patients" = 71.0, "concordance, events" = 51.0))
compare_all("cox OS univariable: likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: wald", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: score", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: portal_vein_invasionYes", cox_coefficient(fit, "v1Yes"), c("coefficient" = 0.31930865952592397, "standard error" = 0.2956872286785031, "z" = 1.0798865441466332, "p" = 0.2801927059582989, "patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: portal_vein_invasion", cox_term_numbers(fit, "v1"), c("Wald test" = 1.1661549482289582, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.28019270595829915, "likelihood-ratio test" = 1.1977699514368965, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.27376784911878277, "score test" = 1.175586023034853, "score test, degrees of freedom" = 1.0, "score test, p" = 0.27825642889555535))
compare_all("cox OS univariable: portal_vein_invasion, wald", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: portal_vein_invasion, likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: portal_vein_invasion, score", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
x <- known(data.frame(time = s$time, event = s$event, v1 = relevel(s[["arm "]], "IO+T")))
fit <- coxph(Surv(time, event) ~ v1, data = x, ties = "efron", control = fine, robust = FALSE)
compare("cox OS univariable: arm RT+IO+T", hazard(fit, "v1RT+IO+T"), 0.4543376345451906)
compare("cox OS univariable: arm RT+IO+T, lower", hazard(fit, "v1RT+IO+T", -1), 0.25027387381865285)
compare("cox OS univariable: arm RT+IO+T, upper", hazard(fit, "v1RT+IO+T", 1), 0.8247871941826895)
compare_all("cox OS univariable", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0, "events per coefficient" = 51.0, "log-likelihood without covariates" = -172.43494969010393, "log-likelihood" = -168.92762964026014, "likelihood-ratio test" = 7.014640099687597, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.00808458823614567, "Wald test" = 6.72432618432046, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.009510665387996779, "score test" = 7.017743240658475, "score test, degrees of freedom" = 1.0, "score test, p" = 0.008070588680720059, "concordance" = 0.5919448860625331, "concordance, standard error" = 0.03729339994758295, "concordance, lower" = 0.5188511653042227, "concordance, upper" = 0.6650386068208436, "concordant" = 633.0, "discordant" = 286.0, "tied predictions" = 968.0, "tied times" = 0.0, "tied in both" = 0.0, "concordance, patients" = 71.0, "concordance, events" = 51.0))
compare_all("cox OS univariable: likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: wald", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: score", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: armRT+IO+T", cox_coefficient(fit, "v1RT+IO+T"), c("coefficient" = -0.7889146689144682, "standard error" = 0.30423252735830836, "z" = -2.5931305760259087, "p" = 0.009510665387996789, "patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: arm", cox_term_numbers(fit, "v1"), c("Wald test" = 6.72432618432046, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.009510665387996779, "likelihood-ratio test" = 7.014640099687597, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.00808458823614567, "score test" = 7.017743240658475, "score test, degrees of freedom" = 1.0, "score test, p" = 0.008070588680720059))
compare_all("cox OS univariable: arm, wald", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: arm, likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: arm, score", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
x <- known(data.frame(time = s$time, event = s$event, v1 = relevel(s[["treatment_stage"]], "naive")))
fit <- coxph(Surv(time, event) ~ v1, data = x, ties = "efron", control = fine, robust = FALSE)
compare("cox OS univariable: treatment_stage recurrent", hazard(fit, "v1recurrent"), 0.5148168087345859)
compare("cox OS univariable: treatment_stage recurrent, lower", hazard(fit, "v1recurrent", -1), 0.27787250279191855)
compare("cox OS univariable: treatment_stage recurrent, upper", hazard(fit, "v1recurrent", 1), 0.9538055903074818)
compare_all("cox OS univariable", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0, "events per coefficient" = 51.0, "log-likelihood without covariates" = -172.43494969010393, "log-likelihood" = -170.10934470301945, "likelihood-ratio test" = 4.651209974168978, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.031031666545785437, "Wald test" = 4.4533167393051265, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.03483353013827455, "score test" = 4.589974478527187, "score test, degrees of freedom" = 1.0, "score test, p" = 0.032159493106019905, "concordance" = 0.545045045045045, "concordance, standard error" = 0.04287498120307562, "concordance, lower" = 0.46101162604918505, "concordance, upper" = 0.6290784640409051, "concordant" = 552.0, "discordant" = 382.0, "tied predictions" = 953.0, "tied times" = 0.0, "tied in both" = 0.0, "concordance, patients" = 71.0, "concordance, events" = 51.0))
compare_all("cox OS univariable: likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: wald", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: score", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: treatment_stagerecurrent", cox_coefficient(fit, "v1recurrent"), c("coefficient" = -0.6639441527936135, "standard error" = 0.3146224857254027, "z" = -2.1102883071526333, "p" = 0.034833530138274525, "patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: treatment_stage", cox_term_numbers(fit, "v1"), c("Wald test" = 4.4533167393051265, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.03483353013827455, "likelihood-ratio test" = 4.651209974168978, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.031031666545785437, "score test" = 4.589974478527187, "score test, degrees of freedom" = 1.0, "score test, p" = 0.032159493106019905))
compare_all("cox OS univariable: treatment_stage, wald", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: treatment_stage, likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: treatment_stage, score", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
x <- known(data.frame(time = s$time, event = s$event, v1 = relevel(s[["afp_group"]], "<400")))
fit <- coxph(Surv(time, event) ~ v1, data = x, ties = "efron", control = fine, robust = FALSE)
compare("cox OS univariable: afp_group ≥400", hazard(fit, "v1≥400"), 1.3033595453242297)
compare("cox OS univariable: afp_group ≥400, lower", hazard(fit, "v1≥400", -1), 0.7249400739169437)
compare("cox OS univariable: afp_group ≥400, upper", hazard(fit, "v1≥400", 1), 2.343291763702951)
compare_all("cox OS univariable", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0, "events per coefficient" = 51.0, "log-likelihood without covariates" = -172.43494969010393, "log-likelihood" = -172.04890929712093, "likelihood-ratio test" = 0.7720807859660113, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.3795741133016684, "Wald test" = 0.7836229841592484, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.3760353876934677, "score test" = 0.787828521867697, "score test, degrees of freedom" = 1.0, "score test, p" = 0.37475754146248025, "concordance" = 0.5164281928987812, "concordance, standard error" = 0.0398792248282104, "concordance, lower" = 0.4382663485041133, "concordance, upper" = 0.5945900372934491, "concordant" = 492.0, "discordant" = 430.0, "tied predictions" = 965.0, "tied times" = 0.0, "tied in both" = 0.0, "concordance, patients" = 71.0, "concordance, events" = 51.0))
compare_all("cox OS univariable: likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: wald", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: score", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: afp_group≥400", cox_coefficient(fit, "v1≥400"), c("coefficient" = 0.26494519662889765, "standard error" = 0.29929707151050305, "z" = 0.8852248212512166, "p" = 0.37603538769346767, "patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: afp_group", cox_term_numbers(fit, "v1"), c("Wald test" = 0.7836229841592484, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.3760353876934677, "likelihood-ratio test" = 0.7720807859660113, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.3795741133016684, "score test" = 0.787828521867697, "score test, degrees of freedom" = 1.0, "score test, p" = 0.37475754146248025))
compare_all("cox OS univariable: afp_group, wald", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: afp_group, likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: afp_group, score", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
x <- known(data.frame(time = s$time, event = s$event, v1 = relevel(s[["prior_therapy"]], "No")))
fit <- coxph(Surv(time, event) ~ v1, data = x, ties = "efron", control = fine, robust = FALSE)
compare("cox OS univariable: prior_therapy Yes", hazard(fit, "v1Yes"), 0.7108676508665749)
compare("cox OS univariable: prior_therapy Yes, lower", hazard(fit, "v1Yes", -1), 0.38796551112227784)
compare("cox OS univariable: prior_therapy Yes, upper", hazard(fit, "v1Yes", 1), 1.3025199471643067)
compare_all("cox OS univariable", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0, "events per coefficient" = 51.0, "log-likelihood without covariates" = -172.43494969010393, "log-likelihood" = -171.8084173490992, "likelihood-ratio test" = 1.2530646820094944, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.26296794588610883, "Wald test" = 1.2200045333606464, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.26935976234451253, "score test" = 1.2307643664883192, "score test, degrees of freedom" = 1.0, "score test, p" = 0.26725843848389197, "concordance" = 0.4994700582935877, "concordance, standard error" = 0.0419255203603547, "concordance, lower" = 0.41729754835419175, "concordance, upper" = 0.5816425682329837, "concordant" = 469.0, "discordant" = 471.0, "tied predictions" = 947.0, "tied times" = 0.0, "tied in both" = 0.0, "concordance, patients" = 71.0, "concordance, events" = 51.0))
compare_all("cox OS univariable: likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: wald", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: score", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: prior_therapyYes", cox_coefficient(fit, "v1Yes"), c("coefficient" = -0.34126901156008077, "standard error" = 0.30896987158253825, "z" = -1.1045381538727608, "p" = 0.26935976234451253, "patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: prior_therapy", cox_term_numbers(fit, "v1"), c("Wald test" = 1.2200045333606464, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.26935976234451253, "likelihood-ratio test" = 1.2530646820094944, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.26296794588610883, "score test" = 1.2307643664883192, "score test, degrees of freedom" = 1.0, "score test, p" = 0.26725843848389197))
compare_all("cox OS univariable: prior_therapy, wald", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: prior_therapy, likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS univariable: prior_therapy, score", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
x <- known(data.frame(time = s$time, event = s$event, v1 = relevel(s[["bclc"]], "B"), v2 = relevel(s[["ecog_group"]], "0"), v3 = relevel(s[["diameter_group"]], "<10"), v4 = relevel(s[["extrahepatic_metastasis"]], "No"), v5 = relevel(s[["arm "]], "IO+T"), v6 = relevel(s[["treatment_stage"]], "naive")))
fit <- coxph(Surv(time, event) ~ v1 + v2 + v3 + v4 + v5 + v6, data = x, ties = "efron", control = fine, robust = FALSE)
compare("cox OS multivariable: bclc C", hazard(fit, "v1C"), 3.845101354622646)
compare("cox OS multivariable: bclc C, lower", hazard(fit, "v1C", -1), 1.399424356632018)
compare("cox OS multivariable: bclc C, upper", hazard(fit, "v1C", 1), 10.564918609036765)
compare("cox OS multivariable: ecog_group 1–2", hazard(fit, "v21–2"), 2.3246171899086647)
compare("cox OS multivariable: ecog_group 1–2, lower", hazard(fit, "v21–2", -1), 0.8561926895873558)
compare("cox OS multivariable: ecog_group 1–2, upper", hazard(fit, "v21–2", 1), 6.311482386311024)
compare("cox OS multivariable: diameter_group ≥10", hazard(fit, "v3≥10"), 1.587133456495361)
compare("cox OS multivariable: diameter_group ≥10, lower", hazard(fit, "v3≥10", -1), 0.7886294395401643)
compare("cox OS multivariable: diameter_group ≥10, upper", hazard(fit, "v3≥10", 1), 3.194139709260272)
compare("cox OS multivariable: extrahepatic_metastasis Yes", hazard(fit, "v4Yes"), 0.959390061439905)
compare("cox OS multivariable: extrahepatic_metastasis Yes, lower", hazard(fit, "v4Yes", -1), 0.476643954937083)
compare("cox OS multivariable: extrahepatic_metastasis Yes, upper", hazard(fit, "v4Yes", 1), 1.931062547748374)
compare("cox OS multivariable: arm RT+IO+T", hazard(fit, "v5RT+IO+T"), 0.43608775964661145)
compare("cox OS multivariable: arm RT+IO+T, lower", hazard(fit, "v5RT+IO+T", -1), 0.1986803384010963)
compare("cox OS multivariable: arm RT+IO+T, upper", hazard(fit, "v5RT+IO+T", 1), 0.9571784286459186)
compare("cox OS multivariable: treatment_stage recurrent", hazard(fit, "v6recurrent"), 0.6944856657282317)
compare("cox OS multivariable: treatment_stage recurrent, lower", hazard(fit, "v6recurrent", -1), 0.3491845086428529)
compare("cox OS multivariable: treatment_stage recurrent, upper", hazard(fit, "v6recurrent", 1), 1.3812478158797528)
compare_all("cox OS multivariable", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0, "events per coefficient" = 8.5, "log-likelihood without covariates" = -172.43494969010393, "log-likelihood" = -159.98677689086398, "likelihood-ratio test" = 24.89634559847991, "likelihood-ratio test, degrees of freedom" = 6.0, "likelihood-ratio test, p" = 0.0003568769984349558, "Wald test" = 21.889122234665976, "Wald test, degrees of freedom" = 6.0, "Wald test, p" = 0.0012681810951653313, "score test" = 23.598359747263693, "score test, degrees of freedom" = 6.0, "score test, p" = 0.0006189542985470896, "concordance" = 0.6830948595654478, "concordance, standard error" = 0.03932250419896495, "concordance, lower" = 0.6060241675535515, "concordance, upper" = 0.7601655515773441, "concordant" = 1251.0, "discordant" = 560.0, "tied predictions" = 76.0, "tied times" = 0.0, "tied in both" = 0.0, "concordance, patients" = 71.0, "concordance, events" = 51.0))
compare_all("cox OS multivariable: likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS multivariable: wald", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS multivariable: score", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS multivariable: bclcC", cox_coefficient(fit, "v1C"), c("coefficient" = 1.3467999627201066, "standard error" = 0.5156926313242931, "z" = 2.611633133600414, "p" = 0.009011089470467032, "patients" = 71.0, "events" = 51.0))
compare_all("cox OS multivariable: ecog_group1–2", cox_coefficient(fit, "v21–2"), c("coefficient" = 0.8435553759814529, "standard error" = 0.5096089557637289, "z" = 1.6552993553993827, "p" = 0.0978637896384965, "patients" = 71.0, "events" = 51.0))
compare_all("cox OS multivariable: diameter_group≥10", cox_coefficient(fit, "v3≥10"), c("coefficient" = 0.4619295315784616, "standard error" = 0.3568373010590681, "z" = 1.2945102157411437, "p" = 0.19548924292713787, "patients" = 71.0, "events" = 51.0))
compare_all("cox OS multivariable: extrahepatic_metastasisYes", cox_coefficient(fit, "v4Yes"), c("coefficient" = -0.0414575491090586, "standard error" = 0.3569085702213493, "z" = -0.11615733711114656, "p" = 0.9075278478597649, "patients" = 71.0, "events" = 51.0))
compare_all("cox OS multivariable: armRT+IO+T", cox_coefficient(fit, "v5RT+IO+T"), c("coefficient" = -0.8299117722947817, "standard error" = 0.40110242810774427, "z" = -2.069076909381986, "p" = 0.038538870153644676, "patients" = 71.0, "events" = 51.0))
compare_all("cox OS multivariable: treatment_stagerecurrent", cox_coefficient(fit, "v6recurrent"), c("coefficient" = -0.36458375670091053, "standard error" = 0.35080800828154585, "z" = -1.0392686258413713, "p" = 0.2986798219450819, "patients" = 71.0, "events" = 51.0))
compare_all("cox OS multivariable: bclc", cox_term_numbers(fit, "v1"), c("Wald test" = 6.820627624519517, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.009011089470467037, "likelihood-ratio test" = 7.8536567014445495, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.0050718021221879, "score test" = 7.41993814023728, "score test, degrees of freedom" = 1.0, "score test, p" = 0.006450503322136503))
compare_all("cox OS multivariable: bclc, wald", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS multivariable: bclc, likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS multivariable: bclc, score", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS multivariable: ecog_group", cox_term_numbers(fit, "v2"), c("Wald test" = 2.740015955985611, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.09786378963849639, "likelihood-ratio test" = 3.2167354672641864, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.07288885912066083, "score test" = 2.863846656089544, "score test, degrees of freedom" = 1.0, "score test, p" = 0.09059062532406456))
compare_all("cox OS multivariable: ecog_group, wald", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS multivariable: ecog_group, likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS multivariable: ecog_group, score", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS multivariable: diameter_group", cox_term_numbers(fit, "v3"), c("Wald test" = 1.6757566986581822, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.19548924292713787, "likelihood-ratio test" = 1.5990512221752056, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.20603771821105807, "score test" = 1.7000914159566796, "score test, degrees of freedom" = 1.0, "score test, p" = 0.19227602233283753))
compare_all("cox OS multivariable: diameter_group, wald", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS multivariable: diameter_group, likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS multivariable: diameter_group, score", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS multivariable: extrahepatic_metastasis", cox_term_numbers(fit, "v4"), c("Wald test" = 0.013492526964752548, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.9075278478597649, "likelihood-ratio test" = 0.013484233770611809, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.9075561437287789, "score test" = 0.013493500861496102, "score test, degrees of freedom" = 1.0, "score test, p" = 0.9075245255622241))
compare_all("cox OS multivariable: extrahepatic_metastasis, wald", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS multivariable: extrahepatic_metastasis, likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS multivariable: extrahepatic_metastasis, score", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS multivariable: arm", cox_term_numbers(fit, "v5"), c("Wald test" = 4.281079256937711, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.03853887015364465, "likelihood-ratio test" = 4.39421840351946, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.03606098522399745, "score test" = 4.353222846083133, "score test, degrees of freedom" = 1.0, "score test, p" = 0.03693898063961715))
compare_all("cox OS multivariable: arm, wald", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS multivariable: arm, likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS multivariable: arm, score", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS multivariable: treatment_stage", cox_term_numbers(fit, "v6"), c("Wald test" = 1.080079276658212, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.29867982194508197, "likelihood-ratio test" = 1.0911817921970055, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.29620951021971315, "score test" = 1.085982322415605, "score test, degrees of freedom" = 1.0, "score test, p" = 0.29736311382533154))
compare_all("cox OS multivariable: treatment_stage, wald", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS multivariable: treatment_stage, likelihood-ratio", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
compare_all("cox OS multivariable: treatment_stage, score", cox_numbers(fit), c("patients" = 71.0, "events" = 51.0))
zph <- hazards_test(fit, "km")
compare_all("cox OS multivariable: proportional hazards, v1", c(hazards_row(zph, "v1"), cox_numbers(fit)[c("patients", "events")]), c("test" = 0.7970923545421833, "test, degrees of freedom" = 1.0, "test, p" = 0.37196413201367895, "patients" = 71.0, "events" = 51.0), 1e-05)
compare_all("cox OS multivariable: proportional hazards, v2", c(hazards_row(zph, "v2"), cox_numbers(fit)[c("patients", "events")]), c("test" = 2.181611675649295, "test, degrees of freedom" = 1.0, "test, p" = 0.1396681352074839, "patients" = 71.0, "events" = 51.0), 1e-05)
compare_all("cox OS multivariable: proportional hazards, v3", c(hazards_row(zph, "v3"), cox_numbers(fit)[c("patients", "events")]), c("test" = 8.819812842663637, "test, degrees of freedom" = 1.0, "test, p" = 0.002979772265648497, "patients" = 71.0, "events" = 51.0), 1e-05)
compare_all("cox OS multivariable: proportional hazards, v4", c(hazards_row(zph, "v4"), cox_numbers(fit)[c("patients", "events")]), c("test" = 0.28932702657240755, "test, degrees of freedom" = 1.0, "test, p" = 0.590652110504457, "patients" = 71.0, "events" = 51.0), 1e-05)
compare_all("cox OS multivariable: proportional hazards, v5", c(hazards_row(zph, "v5"), cox_numbers(fit)[c("patients", "events")]), c("test" = 0.6926971893599019, "test, degrees of freedom" = 1.0, "test, p" = 0.405248479032091, "patients" = 71.0, "events" = 51.0), 1e-05)
compare_all("cox OS multivariable: proportional hazards, v6", c(hazards_row(zph, "v6"), cox_numbers(fit)[c("patients", "events")]), c("test" = 4.810968189655191, "test, degrees of freedom" = 1.0, "test, p" = 0.028279152747751665, "patients" = 71.0, "events" = 51.0), 1e-05)
compare_all("cox OS multivariable: proportional hazards, global", c(hazards_row(zph, "GLOBAL"), cox_numbers(fit)[c("patients", "events")]), c("test" = 15.13112755877483, "test, degrees of freedom" = 6.0, "test, p" = 0.019260992413839575, "patients" = 71.0, "events" = 51.0), 1e-05)
left_out("table matched: effects over random orders of tied scores, which only the program's own numbers repeat")
# Table balance
s <- candidates[["matched"]]
w <- rep(1, nrow(s))
column <- s[["arm "]] %in% "IO+T"
compare_all("balance, before IO+T", c(patients = sum(column), weight = sum(w[column])), c("patients" = 42.0))
compare_all("balance, before Age (years) IO+T", known_numbers(s[["age_group"]][column], w[column]), c("known" = 42.0, "missing" = 0.0))
compare_all("balance, before Age (years) IO+T: <60", c(patients = sum(column & s[["age_group"]] %in% "<60"), weight = sum(w[column & s[["age_group"]] %in% "<60"])), c("patients" = 21.0))
compare_all("balance, before Age (years) IO+T: ≥60", c(patients = sum(column & s[["age_group"]] %in% "≥60"), weight = sum(w[column & s[["age_group"]] %in% "≥60"])), c("patients" = 21.0))
compare_all("balance, before Gender IO+T", known_numbers(s[["sex"]][column], w[column]), c("known" = 42.0, "missing" = 0.0))
compare_all("balance, before Gender IO+T: Female", c(patients = sum(column & s[["sex"]] %in% "Female"), weight = sum(w[column & s[["sex"]] %in% "Female"])), c("patients" = 5.0))
compare_all("balance, before Gender IO+T: Male", c(patients = sum(column & s[["sex"]] %in% "Male"), weight = sum(w[column & s[["sex"]] %in% "Male"])), c("patients" = 37.0))
compare_all("balance, before BCLC stage IO+T", known_numbers(s[["bclc"]][column], w[column]), c("known" = 42.0, "missing" = 0.0))
compare_all("balance, before BCLC stage IO+T: B", c(patients = sum(column & s[["bclc"]] %in% "B"), weight = sum(w[column & s[["bclc"]] %in% "B"])), c("patients" = 12.0))
compare_all("balance, before BCLC stage IO+T: C", c(patients = sum(column & s[["bclc"]] %in% "C"), weight = sum(w[column & s[["bclc"]] %in% "C"])), c("patients" = 30.0))
compare_all("balance, before Child–Pugh class IO+T", known_numbers(s[["child_pugh"]][column], w[column]), c("known" = 42.0, "missing" = 0.0))
compare_all("balance, before Child–Pugh class IO+T: A", c(patients = sum(column & s[["child_pugh"]] %in% "A"), weight = sum(w[column & s[["child_pugh"]] %in% "A"])), c("patients" = 32.0))
compare_all("balance, before Child–Pugh class IO+T: B", c(patients = sum(column & s[["child_pugh"]] %in% "B"), weight = sum(w[column & s[["child_pugh"]] %in% "B"])), c("patients" = 10.0))
compare_all("balance, before ECOG performance status IO+T", known_numbers(s[["ecog_group"]][column], w[column]), c("known" = 42.0, "missing" = 0.0))
compare_all("balance, before ECOG performance status IO+T: 0", c(patients = sum(column & s[["ecog_group"]] %in% "0"), weight = sum(w[column & s[["ecog_group"]] %in% "0"])), c("patients" = 5.0))
compare_all("balance, before ECOG performance status IO+T: 1–2", c(patients = sum(column & s[["ecog_group"]] %in% "1–2"), weight = sum(w[column & s[["ecog_group"]] %in% "1–2"])), c("patients" = 37.0))
compare_all("balance, before Baseline AFP (ng/mL) IO+T", known_numbers(s[["afp_group"]][column], w[column]), c("known" = 42.0, "missing" = 0.0))
compare_all("balance, before Baseline AFP (ng/mL) IO+T: <400", c(patients = sum(column & s[["afp_group"]] %in% "<400"), weight = sum(w[column & s[["afp_group"]] %in% "<400"])), c("patients" = 21.0))
compare_all("balance, before Baseline AFP (ng/mL) IO+T: ≥400", c(patients = sum(column & s[["afp_group"]] %in% "≥400"), weight = sum(w[column & s[["afp_group"]] %in% "≥400"])), c("patients" = 21.0))
compare_all("balance, before Maximum tumour diameter (cm) IO+T", known_numbers(s[["diameter_group"]][column], w[column]), c("known" = 42.0, "missing" = 0.0))
compare_all("balance, before Maximum tumour diameter (cm) IO+T: <10", c(patients = sum(column & s[["diameter_group"]] %in% "<10"), weight = sum(w[column & s[["diameter_group"]] %in% "<10"])), c("patients" = 31.0))
compare_all("balance, before Maximum tumour diameter (cm) IO+T: ≥10", c(patients = sum(column & s[["diameter_group"]] %in% "≥10"), weight = sum(w[column & s[["diameter_group"]] %in% "≥10"])), c("patients" = 11.0))
compare_all("balance, before Extrahepatic metastasis IO+T", known_numbers(s[["extrahepatic_metastasis"]][column], w[column]), c("known" = 42.0, "missing" = 0.0))
compare_all("balance, before Extrahepatic metastasis IO+T: No", c(patients = sum(column & s[["extrahepatic_metastasis"]] %in% "No"), weight = sum(w[column & s[["extrahepatic_metastasis"]] %in% "No"])), c("patients" = 26.0))
compare_all("balance, before Extrahepatic metastasis IO+T: Yes", c(patients = sum(column & s[["extrahepatic_metastasis"]] %in% "Yes"), weight = sum(w[column & s[["extrahepatic_metastasis"]] %in% "Yes"])), c("patients" = 16.0))
compare_all("balance, before Portal vein invasion IO+T", known_numbers(s[["portal_vein_invasion"]][column], w[column]), c("known" = 42.0, "missing" = 0.0))
compare_all("balance, before Portal vein invasion IO+T: No", c(patients = sum(column & s[["portal_vein_invasion"]] %in% "No"), weight = sum(w[column & s[["portal_vein_invasion"]] %in% "No"])), c("patients" = 22.0))
compare_all("balance, before Portal vein invasion IO+T: Yes", c(patients = sum(column & s[["portal_vein_invasion"]] %in% "Yes"), weight = sum(w[column & s[["portal_vein_invasion"]] %in% "Yes"])), c("patients" = 20.0))
compare_all("balance, before Treatment line IO+T", known_numbers(s[["treatment_line"]][column], w[column]), c("known" = 42.0, "missing" = 0.0))
compare_all("balance, before Treatment line IO+T: First-line", c(patients = sum(column & s[["treatment_line"]] %in% "First-line"), weight = sum(w[column & s[["treatment_line"]] %in% "First-line"])), c("patients" = 32.0))
compare_all("balance, before Treatment line IO+T: Second-line and beyond", c(patients = sum(column & s[["treatment_line"]] %in% "Second-line and beyond"), weight = sum(w[column & s[["treatment_line"]] %in% "Second-line and beyond"])), c("patients" = 10.0))
compare_all("balance, before Previous locoregional therapy IO+T", known_numbers(s[["prior_locoregional"]][column], w[column]), c("known" = 42.0, "missing" = 0.0))
compare_all("balance, before Previous locoregional therapy IO+T: No", c(patients = sum(column & s[["prior_locoregional"]] %in% "No"), weight = sum(w[column & s[["prior_locoregional"]] %in% "No"])), c("patients" = 27.0))
compare_all("balance, before Previous locoregional therapy IO+T: TACE", c(patients = sum(column & s[["prior_locoregional"]] %in% "TACE"), weight = sum(w[column & s[["prior_locoregional"]] %in% "TACE"])), c("patients" = 8.0))
compare_all("balance, before Previous locoregional therapy IO+T: HAIC", c(patients = sum(column & s[["prior_locoregional"]] %in% "HAIC"), weight = sum(w[column & s[["prior_locoregional"]] %in% "HAIC"])), c("patients" = 7.0))
column <- s[["arm "]] %in% "RT+IO+T"
compare_all("balance, before RT+IO+T", c(patients = sum(column), weight = sum(w[column])), c("patients" = 29.0))
compare_all("balance, before Age (years) RT+IO+T", known_numbers(s[["age_group"]][column], w[column]), c("known" = 29.0, "missing" = 0.0))
compare_all("balance, before Age (years) RT+IO+T: <60", c(patients = sum(column & s[["age_group"]] %in% "<60"), weight = sum(w[column & s[["age_group"]] %in% "<60"])), c("patients" = 14.0))
compare_all("balance, before Age (years) RT+IO+T: ≥60", c(patients = sum(column & s[["age_group"]] %in% "≥60"), weight = sum(w[column & s[["age_group"]] %in% "≥60"])), c("patients" = 15.0))
compare_all("balance, before Gender RT+IO+T", known_numbers(s[["sex"]][column], w[column]), c("known" = 29.0, "missing" = 0.0))
compare_all("balance, before Gender RT+IO+T: Female", c(patients = sum(column & s[["sex"]] %in% "Female"), weight = sum(w[column & s[["sex"]] %in% "Female"])), c("patients" = 7.0))
compare_all("balance, before Gender RT+IO+T: Male", c(patients = sum(column & s[["sex"]] %in% "Male"), weight = sum(w[column & s[["sex"]] %in% "Male"])), c("patients" = 22.0))
compare_all("balance, before BCLC stage RT+IO+T", known_numbers(s[["bclc"]][column], w[column]), c("known" = 29.0, "missing" = 0.0))
compare_all("balance, before BCLC stage RT+IO+T: B", c(patients = sum(column & s[["bclc"]] %in% "B"), weight = sum(w[column & s[["bclc"]] %in% "B"])), c("patients" = 1.0))
compare_all("balance, before BCLC stage RT+IO+T: C", c(patients = sum(column & s[["bclc"]] %in% "C"), weight = sum(w[column & s[["bclc"]] %in% "C"])), c("patients" = 28.0))
compare_all("balance, before Child–Pugh class RT+IO+T", known_numbers(s[["child_pugh"]][column], w[column]), c("known" = 29.0, "missing" = 0.0))
compare_all("balance, before Child–Pugh class RT+IO+T: A", c(patients = sum(column & s[["child_pugh"]] %in% "A"), weight = sum(w[column & s[["child_pugh"]] %in% "A"])), c("patients" = 25.0))
compare_all("balance, before Child–Pugh class RT+IO+T: B", c(patients = sum(column & s[["child_pugh"]] %in% "B"), weight = sum(w[column & s[["child_pugh"]] %in% "B"])), c("patients" = 4.0))
compare_all("balance, before ECOG performance status RT+IO+T", known_numbers(s[["ecog_group"]][column], w[column]), c("known" = 29.0, "missing" = 0.0))
compare_all("balance, before ECOG performance status RT+IO+T: 0", c(patients = sum(column & s[["ecog_group"]] %in% "0"), weight = sum(w[column & s[["ecog_group"]] %in% "0"])), c("patients" = 9.0))
compare_all("balance, before ECOG performance status RT+IO+T: 1–2", c(patients = sum(column & s[["ecog_group"]] %in% "1–2"), weight = sum(w[column & s[["ecog_group"]] %in% "1–2"])), c("patients" = 20.0))
compare_all("balance, before Baseline AFP (ng/mL) RT+IO+T", known_numbers(s[["afp_group"]][column], w[column]), c("known" = 29.0, "missing" = 0.0))
compare_all("balance, before Baseline AFP (ng/mL) RT+IO+T: <400", c(patients = sum(column & s[["afp_group"]] %in% "<400"), weight = sum(w[column & s[["afp_group"]] %in% "<400"])), c("patients" = 19.0))
compare_all("balance, before Baseline AFP (ng/mL) RT+IO+T: ≥400", c(patients = sum(column & s[["afp_group"]] %in% "≥400"), weight = sum(w[column & s[["afp_group"]] %in% "≥400"])), c("patients" = 10.0))
compare_all("balance, before Maximum tumour diameter (cm) RT+IO+T", known_numbers(s[["diameter_group"]][column], w[column]), c("known" = 29.0, "missing" = 0.0))
compare_all("balance, before Maximum tumour diameter (cm) RT+IO+T: <10", c(patients = sum(column & s[["diameter_group"]] %in% "<10"), weight = sum(w[column & s[["diameter_group"]] %in% "<10"])), c("patients" = 24.0))
compare_all("balance, before Maximum tumour diameter (cm) RT+IO+T: ≥10", c(patients = sum(column & s[["diameter_group"]] %in% "≥10"), weight = sum(w[column & s[["diameter_group"]] %in% "≥10"])), c("patients" = 5.0))
compare_all("balance, before Extrahepatic metastasis RT+IO+T", known_numbers(s[["extrahepatic_metastasis"]][column], w[column]), c("known" = 29.0, "missing" = 0.0))
compare_all("balance, before Extrahepatic metastasis RT+IO+T: No", c(patients = sum(column & s[["extrahepatic_metastasis"]] %in% "No"), weight = sum(w[column & s[["extrahepatic_metastasis"]] %in% "No"])), c("patients" = 19.0))
compare_all("balance, before Extrahepatic metastasis RT+IO+T: Yes", c(patients = sum(column & s[["extrahepatic_metastasis"]] %in% "Yes"), weight = sum(w[column & s[["extrahepatic_metastasis"]] %in% "Yes"])), c("patients" = 10.0))
compare_all("balance, before Portal vein invasion RT+IO+T", known_numbers(s[["portal_vein_invasion"]][column], w[column]), c("known" = 29.0, "missing" = 0.0))
compare_all("balance, before Portal vein invasion RT+IO+T: No", c(patients = sum(column & s[["portal_vein_invasion"]] %in% "No"), weight = sum(w[column & s[["portal_vein_invasion"]] %in% "No"])), c("patients" = 9.0))
compare_all("balance, before Portal vein invasion RT+IO+T: Yes", c(patients = sum(column & s[["portal_vein_invasion"]] %in% "Yes"), weight = sum(w[column & s[["portal_vein_invasion"]] %in% "Yes"])), c("patients" = 20.0))
compare_all("balance, before Treatment line RT+IO+T", known_numbers(s[["treatment_line"]][column], w[column]), c("known" = 29.0, "missing" = 0.0))
compare_all("balance, before Treatment line RT+IO+T: First-line", c(patients = sum(column & s[["treatment_line"]] %in% "First-line"), weight = sum(w[column & s[["treatment_line"]] %in% "First-line"])), c("patients" = 10.0))
compare_all("balance, before Treatment line RT+IO+T: Second-line and beyond", c(patients = sum(column & s[["treatment_line"]] %in% "Second-line and beyond"), weight = sum(w[column & s[["treatment_line"]] %in% "Second-line and beyond"])), c("patients" = 19.0))
compare_all("balance, before Previous locoregional therapy RT+IO+T", known_numbers(s[["prior_locoregional"]][column], w[column]), c("known" = 29.0, "missing" = 0.0))
compare_all("balance, before Previous locoregional therapy RT+IO+T: No", c(patients = sum(column & s[["prior_locoregional"]] %in% "No"), weight = sum(w[column & s[["prior_locoregional"]] %in% "No"])), c("patients" = 14.0))
compare_all("balance, before Previous locoregional therapy RT+IO+T: TACE", c(patients = sum(column & s[["prior_locoregional"]] %in% "TACE"), weight = sum(w[column & s[["prior_locoregional"]] %in% "TACE"])), c("patients" = 12.0))
compare_all("balance, before Previous locoregional therapy RT+IO+T: HAIC", c(patients = sum(column & s[["prior_locoregional"]] %in% "HAIC"), weight = sum(w[column & s[["prior_locoregional"]] %in% "HAIC"])), c("patients" = 3.0))
test <- test_numbers(suppressWarnings(chisq.test(table(factor(s[["age_group"]]), factor(factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))), correct = FALSE)), s[["age_group"]], factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))
compare("balance, before Age (years): p, pearson-chi-squared", test["p"], 0.8864192182345392)
compare_all("balance, before Age (years): pearson-chi-squared", test, c("statistic" = 0.02040229885057472, "degrees of freedom" = 1.0, "patients" = 71.0))
compare("balance, before Age (years): standardised difference", standardised_difference(s[["age_group"]], factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")), NULL), 0.03449301371641702)
test <- test_numbers(fisher(table(factor(s[["sex"]]), factor(factor(s[["arm "]], levels = c("IO+T", "RT+IO+T"))))), s[["sex"]], factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))
compare("balance, before Gender: p, fisher-exact", test["p"], 0.20889663905457034)
compare_all("balance, before Gender: fisher-exact", test, c("patients" = 71.0))
compare("balance, before Gender: standardised difference", standardised_difference(s[["sex"]], factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")), NULL), -0.3223775606680664)
test <- test_numbers(suppressWarnings(chisq.test(table(factor(s[["bclc"]]), factor(factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))), correct = FALSE)), s[["bclc"]], factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))
compare("balance, before BCLC stage: p, pearson-chi-squared", test["p"], 0.0071334057713017185)
compare_all("balance, before BCLC stage: pearson-chi-squared", test, c("statistic" = 7.239066522062953, "degrees of freedom" = 1.0, "patients" = 71.0))
compare("balance, before BCLC stage: standardised difference", standardised_difference(s[["bclc"]], factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")), NULL), 0.729241447908566)
test <- test_numbers(suppressWarnings(chisq.test(table(factor(s[["child_pugh"]]), factor(factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))), correct = FALSE)), s[["child_pugh"]], factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))
compare("balance, before Child–Pugh class: p, pearson-chi-squared", test["p"], 0.2970822061304225)
compare_all("balance, before Child–Pugh class: pearson-chi-squared", test, c("statistic" = 1.0872460296883424, "degrees of freedom" = 1.0, "patients" = 71.0))
compare("balance, before Child–Pugh class: standardised difference", standardised_difference(s[["child_pugh"]], factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")), NULL), -0.2584884998273732)
test <- test_numbers(suppressWarnings(chisq.test(table(factor(s[["ecog_group"]]), factor(factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))), correct = FALSE)), s[["ecog_group"]], factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))
compare("balance, before ECOG performance status: p, pearson-chi-squared", test["p"], 0.04643617230086855)
compare_all("balance, before ECOG performance status: pearson-chi-squared", test, c("statistic" = 3.96570140457877, "degrees of freedom" = 1.0, "patients" = 71.0))
compare("balance, before ECOG performance status: standardised difference", standardised_difference(s[["ecog_group"]], factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")), NULL), -0.4790624706262384)
test <- test_numbers(suppressWarnings(chisq.test(table(factor(s[["afp_group"]]), factor(factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))), correct = FALSE)), s[["afp_group"]], factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))
compare("balance, before Baseline AFP (ng/mL): p, pearson-chi-squared", test["p"], 0.19502535980026903)
compare_all("balance, before Baseline AFP (ng/mL): pearson-chi-squared", test, c("statistic" = 1.6792408231368192, "degrees of freedom" = 1.0, "patients" = 71.0))
compare("balance, before Baseline AFP (ng/mL): standardised difference", standardised_difference(s[["afp_group"]], factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")), NULL), -0.3180986612296214)
test <- test_numbers(suppressWarnings(chisq.test(table(factor(s[["diameter_group"]]), factor(factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))), correct = FALSE)), s[["diameter_group"]], factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))
compare("balance, before Maximum tumour diameter (cm): p, pearson-chi-squared", test["p"], 0.3750051466421291)
compare_all("balance, before Maximum tumour diameter (cm): pearson-chi-squared", test, c("statistic" = 0.7870120540379159, "degrees of freedom" = 1.0, "patients" = 71.0))
compare("balance, before Maximum tumour diameter (cm): standardised difference", standardised_difference(s[["diameter_group"]], factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")), NULL), -0.2183362784983411)
test <- test_numbers(suppressWarnings(chisq.test(table(factor(s[["extrahepatic_metastasis"]]), factor(factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))), correct = FALSE)), s[["extrahepatic_metastasis"]], factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))
compare("balance, before Extrahepatic metastasis: p, pearson-chi-squared", test["p"], 0.7561243973311467)
compare_all("balance, before Extrahepatic metastasis: pearson-chi-squared", test, c("statistic" = 0.09645628955973778, "degrees of freedom" = 1.0, "patients" = 71.0))
compare("balance, before Extrahepatic metastasis: standardised difference", standardised_difference(s[["extrahepatic_metastasis"]], factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")), NULL), -0.07518259583928717)
test <- test_numbers(suppressWarnings(chisq.test(table(factor(s[["portal_vein_invasion"]]), factor(factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))), correct = FALSE)), s[["portal_vein_invasion"]], factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))
compare("balance, before Portal vein invasion: p, pearson-chi-squared", test["p"], 0.07464199008298888)
compare_all("balance, before Portal vein invasion: pearson-chi-squared", test, c("statistic" = 3.1778695905503476, "degrees of freedom" = 1.0, "patients" = 71.0))
compare("balance, before Portal vein invasion: standardised difference", standardised_difference(s[["portal_vein_invasion"]], factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")), NULL), 0.4434381404138885)
test <- test_numbers(suppressWarnings(chisq.test(table(factor(s[["treatment_line"]]), factor(factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))), correct = FALSE)), s[["treatment_line"]], factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))
compare("balance, before Treatment line: p, pearson-chi-squared", test["p"], 0.00044082367847965995)
compare_all("balance, before Treatment line: pearson-chi-squared", test, c("statistic" = 12.350689304655669, "degrees of freedom" = 1.0, "patients" = 71.0))
compare("balance, before Treatment line: standardised difference", standardised_difference(s[["treatment_line"]], factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")), NULL), 0.9241864564802014)
test <- test_numbers(fisher(table(factor(s[["prior_locoregional"]]), factor(factor(s[["arm "]], levels = c("IO+T", "RT+IO+T"))))), s[["prior_locoregional"]], factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))
compare("balance, before Previous locoregional therapy: p, fisher-exact", test["p"], 0.14402016277763563)
compare_all("balance, before Previous locoregional therapy: fisher-exact", test, c("patients" = 71.0))
compare("balance, before Previous locoregional therapy: standardised difference", standardised_difference(s[["prior_locoregional"]], factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")), NULL), 0.5055085573192433)
s <- populations[["matched"]]
w <- rep(1, nrow(s))
column <- s[["arm "]] %in% "IO+T"
compare_all("balance, after IO+T", c(patients = sum(column), weight = sum(w[column])), c("patients" = 18.0))
compare_all("balance, after Age (years) IO+T", known_numbers(s[["age_group"]][column], w[column]), c("known" = 18.0, "missing" = 0.0))
compare_all("balance, after Age (years) IO+T: <60", c(patients = sum(column & s[["age_group"]] %in% "<60"), weight = sum(w[column & s[["age_group"]] %in% "<60"])), c("patients" = 8.0))
compare_all("balance, after Age (years) IO+T: ≥60", c(patients = sum(column & s[["age_group"]] %in% "≥60"), weight = sum(w[column & s[["age_group"]] %in% "≥60"])), c("patients" = 10.0))
compare_all("balance, after Gender IO+T", known_numbers(s[["sex"]][column], w[column]), c("known" = 18.0, "missing" = 0.0))
compare_all("balance, after Gender IO+T: Female", c(patients = sum(column & s[["sex"]] %in% "Female"), weight = sum(w[column & s[["sex"]] %in% "Female"])), c("patients" = 3.0))
compare_all("balance, after Gender IO+T: Male", c(patients = sum(column & s[["sex"]] %in% "Male"), weight = sum(w[column & s[["sex"]] %in% "Male"])), c("patients" = 15.0))
compare_all("balance, after BCLC stage IO+T", known_numbers(s[["bclc"]][column], w[column]), c("known" = 18.0, "missing" = 0.0))
compare_all("balance, after BCLC stage IO+T: B", c(patients = sum(column & s[["bclc"]] %in% "B"), weight = sum(w[column & s[["bclc"]] %in% "B"])), c("patients" = 4.0))
compare_all("balance, after BCLC stage IO+T: C", c(patients = sum(column & s[["bclc"]] %in% "C"), weight = sum(w[column & s[["bclc"]] %in% "C"])), c("patients" = 14.0))
compare_all("balance, after Child–Pugh class IO+T", known_numbers(s[["child_pugh"]][column], w[column]), c("known" = 18.0, "missing" = 0.0))
compare_all("balance, after Child–Pugh class IO+T: A", c(patients = sum(column & s[["child_pugh"]] %in% "A"), weight = sum(w[column & s[["child_pugh"]] %in% "A"])), c("patients" = 13.0))
compare_all("balance, after Child–Pugh class IO+T: B", c(patients = sum(column & s[["child_pugh"]] %in% "B"), weight = sum(w[column & s[["child_pugh"]] %in% "B"])), c("patients" = 5.0))
compare_all("balance, after ECOG performance status IO+T", known_numbers(s[["ecog_group"]][column], w[column]), c("known" = 18.0, "missing" = 0.0))
compare_all("balance, after ECOG performance status IO+T: 0", c(patients = sum(column & s[["ecog_group"]] %in% "0"), weight = sum(w[column & s[["ecog_group"]] %in% "0"])), c("patients" = 5.0))
compare_all("balance, after ECOG performance status IO+T: 1–2", c(patients = sum(column & s[["ecog_group"]] %in% "1–2"), weight = sum(w[column & s[["ecog_group"]] %in% "1–2"])), c("patients" = 13.0))
compare_all("balance, after Baseline AFP (ng/mL) IO+T", known_numbers(s[["afp_group"]][column], w[column]), c("known" = 18.0, "missing" = 0.0))
compare_all("balance, after Baseline AFP (ng/mL) IO+T: <400", c(patients = sum(column & s[["afp_group"]] %in% "<400"), weight = sum(w[column & s[["afp_group"]] %in% "<400"])), c("patients" = 9.0))
compare_all("balance, after Baseline AFP (ng/mL) IO+T: ≥400", c(patients = sum(column & s[["afp_group"]] %in% "≥400"), weight = sum(w[column & s[["afp_group"]] %in% "≥400"])), c("patients" = 9.0))
compare_all("balance, after Maximum tumour diameter (cm) IO+T", known_numbers(s[["diameter_group"]][column], w[column]), c("known" = 18.0, "missing" = 0.0))
compare_all("balance, after Maximum tumour diameter (cm) IO+T: <10", c(patients = sum(column & s[["diameter_group"]] %in% "<10"), weight = sum(w[column & s[["diameter_group"]] %in% "<10"])), c("patients" = 17.0))
compare_all("balance, after Maximum tumour diameter (cm) IO+T: ≥10", c(patients = sum(column & s[["diameter_group"]] %in% "≥10"), weight = sum(w[column & s[["diameter_group"]] %in% "≥10"])), c("patients" = 1.0))
compare_all("balance, after Extrahepatic metastasis IO+T", known_numbers(s[["extrahepatic_metastasis"]][column], w[column]), c("known" = 18.0, "missing" = 0.0))
compare_all("balance, after Extrahepatic metastasis IO+T: No", c(patients = sum(column & s[["extrahepatic_metastasis"]] %in% "No"), weight = sum(w[column & s[["extrahepatic_metastasis"]] %in% "No"])), c("patients" = 11.0))
compare_all("balance, after Extrahepatic metastasis IO+T: Yes", c(patients = sum(column & s[["extrahepatic_metastasis"]] %in% "Yes"), weight = sum(w[column & s[["extrahepatic_metastasis"]] %in% "Yes"])), c("patients" = 7.0))
compare_all("balance, after Portal vein invasion IO+T", known_numbers(s[["portal_vein_invasion"]][column], w[column]), c("known" = 18.0, "missing" = 0.0))
compare_all("balance, after Portal vein invasion IO+T: No", c(patients = sum(column & s[["portal_vein_invasion"]] %in% "No"), weight = sum(w[column & s[["portal_vein_invasion"]] %in% "No"])), c("patients" = 9.0))
compare_all("balance, after Portal vein invasion IO+T: Yes", c(patients = sum(column & s[["portal_vein_invasion"]] %in% "Yes"), weight = sum(w[column & s[["portal_vein_invasion"]] %in% "Yes"])), c("patients" = 9.0))
compare_all("balance, after Treatment line IO+T", known_numbers(s[["treatment_line"]][column], w[column]), c("known" = 18.0, "missing" = 0.0))
compare_all("balance, after Treatment line IO+T: First-line", c(patients = sum(column & s[["treatment_line"]] %in% "First-line"), weight = sum(w[column & s[["treatment_line"]] %in% "First-line"])), c("patients" = 10.0))
compare_all("balance, after Treatment line IO+T: Second-line and beyond", c(patients = sum(column & s[["treatment_line"]] %in% "Second-line and beyond"), weight = sum(w[column & s[["treatment_line"]] %in% "Second-line and beyond"])), c("patients" = 8.0))
compare_all("balance, after Previous locoregional therapy IO+T", known_numbers(s[["prior_locoregional"]][column], w[column]), c("known" = 18.0, "missing" = 0.0))
compare_all("balance, after Previous locoregional therapy IO+T: No", c(patients = sum(column & s[["prior_locoregional"]] %in% "No"), weight = sum(w[column & s[["prior_locoregional"]] %in% "No"])), c("patients" = 12.0))
compare_all("balance, after Previous locoregional therapy IO+T: TACE", c(patients = sum(column & s[["prior_locoregional"]] %in% "TACE"), weight = sum(w[column & s[["prior_locoregional"]] %in% "TACE"])), c("patients" = 3.0))
compare_all("balance, after Previous locoregional therapy IO+T: HAIC", c(patients = sum(column & s[["prior_locoregional"]] %in% "HAIC"), weight = sum(w[column & s[["prior_locoregional"]] %in% "HAIC"])), c("patients" = 3.0))
column <- s[["arm "]] %in% "RT+IO+T"
compare_all("balance, after RT+IO+T", c(patients = sum(column), weight = sum(w[column])), c("patients" = 18.0))
compare_all("balance, after Age (years) RT+IO+T", known_numbers(s[["age_group"]][column], w[column]), c("known" = 18.0, "missing" = 0.0))
compare_all("balance, after Age (years) RT+IO+T: <60", c(patients = sum(column & s[["age_group"]] %in% "<60"), weight = sum(w[column & s[["age_group"]] %in% "<60"])), c("patients" = 9.0))
compare_all("balance, after Age (years) RT+IO+T: ≥60", c(patients = sum(column & s[["age_group"]] %in% "≥60"), weight = sum(w[column & s[["age_group"]] %in% "≥60"])), c("patients" = 9.0))
compare_all("balance, after Gender RT+IO+T", known_numbers(s[["sex"]][column], w[column]), c("known" = 18.0, "missing" = 0.0))
compare_all("balance, after Gender RT+IO+T: Female", c(patients = sum(column & s[["sex"]] %in% "Female"), weight = sum(w[column & s[["sex"]] %in% "Female"])), c("patients" = 4.0))
compare_all("balance, after Gender RT+IO+T: Male", c(patients = sum(column & s[["sex"]] %in% "Male"), weight = sum(w[column & s[["sex"]] %in% "Male"])), c("patients" = 14.0))
compare_all("balance, after BCLC stage RT+IO+T", known_numbers(s[["bclc"]][column], w[column]), c("known" = 18.0, "missing" = 0.0))
compare_all("balance, after BCLC stage RT+IO+T: B", c(patients = sum(column & s[["bclc"]] %in% "B"), weight = sum(w[column & s[["bclc"]] %in% "B"])), c("patients" = 0.0))
compare_all("balance, after BCLC stage RT+IO+T: C", c(patients = sum(column & s[["bclc"]] %in% "C"), weight = sum(w[column & s[["bclc"]] %in% "C"])), c("patients" = 18.0))
compare_all("balance, after Child–Pugh class RT+IO+T", known_numbers(s[["child_pugh"]][column], w[column]), c("known" = 18.0, "missing" = 0.0))
compare_all("balance, after Child–Pugh class RT+IO+T: A", c(patients = sum(column & s[["child_pugh"]] %in% "A"), weight = sum(w[column & s[["child_pugh"]] %in% "A"])), c("patients" = 15.0))
compare_all("balance, after Child–Pugh class RT+IO+T: B", c(patients = sum(column & s[["child_pugh"]] %in% "B"), weight = sum(w[column & s[["child_pugh"]] %in% "B"])), c("patients" = 3.0))
compare_all("balance, after ECOG performance status RT+IO+T", known_numbers(s[["ecog_group"]][column], w[column]), c("known" = 18.0, "missing" = 0.0))
compare_all("balance, after ECOG performance status RT+IO+T: 0", c(patients = sum(column & s[["ecog_group"]] %in% "0"), weight = sum(w[column & s[["ecog_group"]] %in% "0"])), c("patients" = 3.0))
compare_all("balance, after ECOG performance status RT+IO+T: 1–2", c(patients = sum(column & s[["ecog_group"]] %in% "1–2"), weight = sum(w[column & s[["ecog_group"]] %in% "1–2"])), c("patients" = 15.0))
compare_all("balance, after Baseline AFP (ng/mL) RT+IO+T", known_numbers(s[["afp_group"]][column], w[column]), c("known" = 18.0, "missing" = 0.0))
compare_all("balance, after Baseline AFP (ng/mL) RT+IO+T: <400", c(patients = sum(column & s[["afp_group"]] %in% "<400"), weight = sum(w[column & s[["afp_group"]] %in% "<400"])), c("patients" = 13.0))
compare_all("balance, after Baseline AFP (ng/mL) RT+IO+T: ≥400", c(patients = sum(column & s[["afp_group"]] %in% "≥400"), weight = sum(w[column & s[["afp_group"]] %in% "≥400"])), c("patients" = 5.0))
compare_all("balance, after Maximum tumour diameter (cm) RT+IO+T", known_numbers(s[["diameter_group"]][column], w[column]), c("known" = 18.0, "missing" = 0.0))
compare_all("balance, after Maximum tumour diameter (cm) RT+IO+T: <10", c(patients = sum(column & s[["diameter_group"]] %in% "<10"), weight = sum(w[column & s[["diameter_group"]] %in% "<10"])), c("patients" = 15.0))
compare_all("balance, after Maximum tumour diameter (cm) RT+IO+T: ≥10", c(patients = sum(column & s[["diameter_group"]] %in% "≥10"), weight = sum(w[column & s[["diameter_group"]] %in% "≥10"])), c("patients" = 3.0))
compare_all("balance, after Extrahepatic metastasis RT+IO+T", known_numbers(s[["extrahepatic_metastasis"]][column], w[column]), c("known" = 18.0, "missing" = 0.0))
compare_all("balance, after Extrahepatic metastasis RT+IO+T: No", c(patients = sum(column & s[["extrahepatic_metastasis"]] %in% "No"), weight = sum(w[column & s[["extrahepatic_metastasis"]] %in% "No"])), c("patients" = 11.0))
compare_all("balance, after Extrahepatic metastasis RT+IO+T: Yes", c(patients = sum(column & s[["extrahepatic_metastasis"]] %in% "Yes"), weight = sum(w[column & s[["extrahepatic_metastasis"]] %in% "Yes"])), c("patients" = 7.0))
compare_all("balance, after Portal vein invasion RT+IO+T", known_numbers(s[["portal_vein_invasion"]][column], w[column]), c("known" = 18.0, "missing" = 0.0))
compare_all("balance, after Portal vein invasion RT+IO+T: No", c(patients = sum(column & s[["portal_vein_invasion"]] %in% "No"), weight = sum(w[column & s[["portal_vein_invasion"]] %in% "No"])), c("patients" = 5.0))
compare_all("balance, after Portal vein invasion RT+IO+T: Yes", c(patients = sum(column & s[["portal_vein_invasion"]] %in% "Yes"), weight = sum(w[column & s[["portal_vein_invasion"]] %in% "Yes"])), c("patients" = 13.0))
compare_all("balance, after Treatment line RT+IO+T", known_numbers(s[["treatment_line"]][column], w[column]), c("known" = 18.0, "missing" = 0.0))
compare_all("balance, after Treatment line RT+IO+T: First-line", c(patients = sum(column & s[["treatment_line"]] %in% "First-line"), weight = sum(w[column & s[["treatment_line"]] %in% "First-line"])), c("patients" = 8.0))
compare_all("balance, after Treatment line RT+IO+T: Second-line and beyond", c(patients = sum(column & s[["treatment_line"]] %in% "Second-line and beyond"), weight = sum(w[column & s[["treatment_line"]] %in% "Second-line and beyond"])), c("patients" = 10.0))
compare_all("balance, after Previous locoregional therapy RT+IO+T", known_numbers(s[["prior_locoregional"]][column], w[column]), c("known" = 18.0, "missing" = 0.0))
compare_all("balance, after Previous locoregional therapy RT+IO+T: No", c(patients = sum(column & s[["prior_locoregional"]] %in% "No"), weight = sum(w[column & s[["prior_locoregional"]] %in% "No"])), c("patients" = 9.0))
compare_all("balance, after Previous locoregional therapy RT+IO+T: TACE", c(patients = sum(column & s[["prior_locoregional"]] %in% "TACE"), weight = sum(w[column & s[["prior_locoregional"]] %in% "TACE"])), c("patients" = 7.0))
compare_all("balance, after Previous locoregional therapy RT+IO+T: HAIC", c(patients = sum(column & s[["prior_locoregional"]] %in% "HAIC"), weight = sum(w[column & s[["prior_locoregional"]] %in% "HAIC"])), c("patients" = 2.0))
test <- test_numbers(suppressWarnings(chisq.test(table(factor(s[["age_group"]]), factor(factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))), correct = FALSE)), s[["age_group"]], factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))
compare("balance, after Age (years): p, pearson-chi-squared", test["p"], 0.7384935584158606)
compare_all("balance, after Age (years): pearson-chi-squared", test, c("statistic" = 0.11145510835913312, "degrees of freedom" = 1.0, "patients" = 36.0))
compare("balance, after Age (years): standardised difference", standardised_difference(s[["age_group"]], factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")), NULL), -0.1114556425150706)
test <- test_numbers(fisher(table(factor(s[["sex"]]), factor(factor(s[["arm "]], levels = c("IO+T", "RT+IO+T"))))), s[["sex"]], factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))
compare("balance, after Gender: p, fisher-exact", test["p"], 1.0)
compare_all("balance, after Gender: fisher-exact", test, c("patients" = 36.0))
compare("balance, after Gender: standardised difference", standardised_difference(s[["sex"]], factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")), NULL), -0.14071950894605845)
test <- test_numbers(fisher(table(factor(s[["bclc"]]), factor(factor(s[["arm "]], levels = c("IO+T", "RT+IO+T"))))), s[["bclc"]], factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))
compare("balance, after BCLC stage: p, fisher-exact", test["p"], 0.10389610389610378)
compare_all("balance, after BCLC stage: fisher-exact", test, c("patients" = 36.0))
compare("balance, after BCLC stage: standardised difference", standardised_difference(s[["bclc"]], factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")), NULL), 0.7559289460184544)
test <- test_numbers(fisher(table(factor(s[["child_pugh"]]), factor(factor(s[["arm "]], levels = c("IO+T", "RT+IO+T"))))), s[["child_pugh"]], factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))
compare("balance, after Child–Pugh class: p, fisher-exact", test["p"], 0.6905652745474771)
compare_all("balance, after Child–Pugh class: fisher-exact", test, c("patients" = 36.0))
compare("balance, after Child–Pugh class: standardised difference", standardised_difference(s[["child_pugh"]], factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")), NULL), -0.2696799449852969)
test <- test_numbers(fisher(table(factor(s[["ecog_group"]]), factor(factor(s[["arm "]], levels = c("IO+T", "RT+IO+T"))))), s[["ecog_group"]], factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))
compare("balance, after ECOG performance status: p, fisher-exact", test["p"], 0.6905652745474771)
compare_all("balance, after ECOG performance status: fisher-exact", test, c("patients" = 36.0))
compare("balance, after ECOG performance status: standardised difference", standardised_difference(s[["ecog_group"]], factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")), NULL), 0.26967994498529696)
test <- test_numbers(suppressWarnings(chisq.test(table(factor(s[["afp_group"]]), factor(factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))), correct = FALSE)), s[["afp_group"]], factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))
compare("balance, after Baseline AFP (ng/mL): p, pearson-chi-squared", test["p"], 0.17146020606432738)
compare_all("balance, after Baseline AFP (ng/mL): pearson-chi-squared", test, c("statistic" = 1.87012987012987, "degrees of freedom" = 1.0, "patients" = 36.0))
compare("balance, after Baseline AFP (ng/mL): standardised difference", standardised_difference(s[["afp_group"]], factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")), NULL), -0.4681645887845222)
test <- test_numbers(fisher(table(factor(s[["diameter_group"]]), factor(factor(s[["arm "]], levels = c("IO+T", "RT+IO+T"))))), s[["diameter_group"]], factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))
compare("balance, after Maximum tumour diameter (cm): p, fisher-exact", test["p"], 0.6025974025974026)
compare_all("balance, after Maximum tumour diameter (cm): fisher-exact", test, c("patients" = 36.0))
compare("balance, after Maximum tumour diameter (cm): standardised difference", standardised_difference(s[["diameter_group"]], factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")), NULL), 0.35921060405354976)
test <- test_numbers(suppressWarnings(chisq.test(table(factor(s[["extrahepatic_metastasis"]]), factor(factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))), correct = FALSE)), s[["extrahepatic_metastasis"]], factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))
compare("balance, after Extrahepatic metastasis: p, pearson-chi-squared", test["p"], 1.0)
compare_all("balance, after Extrahepatic metastasis: pearson-chi-squared", test, c("statistic" = 0.0, "degrees of freedom" = 1.0, "patients" = 36.0))
compare("balance, after Extrahepatic metastasis: standardised difference", standardised_difference(s[["extrahepatic_metastasis"]], factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")), NULL), 0.0)
test <- test_numbers(suppressWarnings(chisq.test(table(factor(s[["portal_vein_invasion"]]), factor(factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))), correct = FALSE)), s[["portal_vein_invasion"]], factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))
compare("balance, after Portal vein invasion: p, pearson-chi-squared", test["p"], 0.17146020606432738)
compare_all("balance, after Portal vein invasion: pearson-chi-squared", test, c("statistic" = 1.87012987012987, "degrees of freedom" = 1.0, "patients" = 36.0))
compare("balance, after Portal vein invasion: standardised difference", standardised_difference(s[["portal_vein_invasion"]], factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")), NULL), 0.4681645887845222)
test <- test_numbers(suppressWarnings(chisq.test(table(factor(s[["treatment_line"]]), factor(factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))), correct = FALSE)), s[["treatment_line"]], factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))
compare("balance, after Treatment line: p, pearson-chi-squared", test["p"], 0.5049850750938459)
compare_all("balance, after Treatment line: pearson-chi-squared", test, c("statistic" = 0.4444444444444444, "degrees of freedom" = 1.0, "patients" = 36.0))
compare("balance, after Treatment line: standardised difference", standardised_difference(s[["treatment_line"]], factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")), NULL), 0.22360679774997907)
test <- test_numbers(fisher(table(factor(s[["prior_locoregional"]]), factor(factor(s[["arm "]], levels = c("IO+T", "RT+IO+T"))))), s[["prior_locoregional"]], factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")))
compare("balance, after Previous locoregional therapy: p, fisher-exact", test["p"], 0.34160661604680637)
compare_all("balance, after Previous locoregional therapy: fisher-exact", test, c("patients" = 36.0))
compare("balance, after Previous locoregional therapy: standardised difference", standardised_difference(s[["prior_locoregional"]], factor(s[["arm "]], levels = c("IO+T", "RT+IO+T")), NULL), 0.5137697839139084)
# Figure flow
d <- populations[["all"]]
analysed <- d
d <- patients("data/screening.csv", ",", c(), "screening_id")
compare("Rows of data/screening.csv", nrow(d), 118.0)
included <- d[["status"]] %in% c("included"); reason <- d[["reason"]]
compare("flow Patients with unresectable hepatocellular carcinoma assessed for eligibility", nrow(d), 118.0)
compare("flow Included in the analysis", nrow(analysed), 71.0)
compare("flow Other concurrent locoregional therapy (TACE, HAIC, RFA or surgical resection)", if ("Other concurrent locoregional therapy (TACE, HAIC, RFA or surgical resection)" %in% reason) sum(!included & reason %in% "Other concurrent locoregional therapy (TACE, HAIC, RFA or surgical resection)") else sum(!included & !(reason %in% c("Other concurrent locoregional therapy (TACE, HAIC, RFA or surgical resection)", "Incomplete medical records", "Lack of follow-up data", "Other malignancy", "Child-Pugh class C liver function"))), 22.0)
compare("flow Incomplete medical records", if ("Incomplete medical records" %in% reason) sum(!included & reason %in% "Incomplete medical records") else sum(!included & !(reason %in% c("Other concurrent locoregional therapy (TACE, HAIC, RFA or surgical resection)", "Incomplete medical records", "Lack of follow-up data", "Other malignancy", "Child-Pugh class C liver function"))), 9.0)
compare("flow Lack of follow-up data", if ("Lack of follow-up data" %in% reason) sum(!included & reason %in% "Lack of follow-up data") else sum(!included & !(reason %in% c("Other concurrent locoregional therapy (TACE, HAIC, RFA or surgical resection)", "Incomplete medical records", "Lack of follow-up data", "Other malignancy", "Child-Pugh class C liver function"))), 7.0)
compare("flow Other malignancy", if ("Other malignancy" %in% reason) sum(!included & reason %in% "Other malignancy") else sum(!included & !(reason %in% c("Other concurrent locoregional therapy (TACE, HAIC, RFA or surgical resection)", "Incomplete medical records", "Lack of follow-up data", "Other malignancy", "Child-Pugh class C liver function"))), 5.0)
compare("flow Child-Pugh class C liver function", if ("Child-Pugh class C liver function" %in% reason) sum(!included & reason %in% "Child-Pugh class C liver function") else sum(!included & !(reason %in% c("Other concurrent locoregional therapy (TACE, HAIC, RFA or surgical resection)", "Incomplete medical records", "Lack of follow-up data", "Other malignancy", "Child-Pugh class C liver function"))), 4.0)
d <- analysed
compare("flow IO+T", sum(d[["arm "]] %in% "IO+T"), 42.0)
compare("flow IO+T, Matched patients", sum(populations[["matched"]][["arm "]] %in% "IO+T"), 18.0)
compare("flow IO+T, Not matched", sum(d[["arm "]] %in% "IO+T") - sum(populations[["matched"]][["arm "]] %in% "IO+T"), 24.0)
compare("flow RT+IO+T", sum(d[["arm "]] %in% "RT+IO+T"), 29.0)
compare("flow RT+IO+T, Matched patients", sum(populations[["matched"]][["arm "]] %in% "RT+IO+T"), 18.0)
compare("flow RT+IO+T, Not matched", sum(d[["arm "]] %in% "RT+IO+T") - sum(populations[["matched"]][["arm "]] %in% "RT+IO+T"), 11.0)
# Figure forest-pfs
s <- populations[["all"]]
for (own in intersect(c("time", "event", "cause", "entry", "weight", "set", "group"), names(s))) { s[[paste(own, "of the study")]] <- s[[own]]; s[[own]] <- NULL }
s$time <- s[["time pfs"]]; s$cause <- s[["status pfs"]]; s$event <- s$cause == 1
s$group <- factor(s[["arm "]], levels = c("IO+T", "RT+IO+T"))
s <- s[!is.na(s$group), , drop = FALSE]
asked <- s; s <- s[!is.na(s$time) & !is.na(s$event), , drop = FALSE]
frame <- known(data.frame(time = s$time, event = s$event, group = s$group))
x <- frame
own <- x; own <- own[own$group == "IO+T", ]
compare_all("forest-pfs all, IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 42.0, "events" = 40.0))
own <- x; own <- own[own$group == "RT+IO+T", ]
compare_all("forest-pfs all, RT+IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 29.0, "events" = 23.0))
fit <- coxph(Surv(time, event) ~ group, data = x, ties = "efron", control = fine, robust = FALSE)
compare_all("forest-pfs all", c(patients = nrow(x), events = sum(x$event)), c("patients" = 71.0, "events" = 63.0))
compare_all("forest-pfs all", c(patients = nrow(x), events = sum(x$event)), c("patients" = 71.0, "events" = 63.0))
compare("forest-pfs all: hazard ratio", hazard(fit, "groupRT+IO+T"), 0.34638103494720995)
compare("forest-pfs all: hazard ratio, lower", hazard(fit, "groupRT+IO+T", -1), 0.1996358291388281)
compare("forest-pfs all: hazard ratio, upper", hazard(fit, "groupRT+IO+T", 1), 0.6009934283272644)
compare_all("forest-pfs all: hazard ratio", cox_coefficient(fit, "groupRT+IO+T"), c("coefficient" = -1.0602158527902998, "standard error" = 0.28115035687723705, "z" = -3.7709923777661714, "p" = 0.00016259964015047937, "patients" = 71.0, "events" = 63.0))
frame <- known(data.frame(time = s$time, event = s$event, group = s$group))
x <- data.frame(time = s$time, event = s$event, group = s$group, by = s[["age_group"]]); frame <- known(x[names(x) != "by"]); x <- known(x)
compare("forest-pfs Age (years): missing", nrow(frame) - nrow(x), 0.0)
own <- x[x$by %in% "<60", ]; own <- own[own$group == "IO+T", ]
compare_all("forest-pfs Age (years) <60, IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 21.0, "events" = 20.0))
own <- x[x$by %in% "<60", ]; own <- own[own$group == "RT+IO+T", ]
compare_all("forest-pfs Age (years) <60, RT+IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 14.0, "events" = 13.0))
part <- x[x$by %in% "<60", ]
fit <- coxph(Surv(time, event) ~ group, data = part, ties = "efron", control = fine, robust = FALSE)
compare_all("forest-pfs Age (years) <60", c(patients = nrow(part), events = sum(part$event)), c("patients" = 35.0, "events" = 33.0))
compare_all("forest-pfs Age (years) <60", c(patients = nrow(part), events = sum(part$event)), c("patients" = 35.0, "events" = 33.0))
compare("forest-pfs Age (years) <60: hazard ratio", hazard(fit, "groupRT+IO+T"), 0.3503297104570555)
compare("forest-pfs Age (years) <60: hazard ratio, lower", hazard(fit, "groupRT+IO+T", -1), 0.15667094793595307)
compare("forest-pfs Age (years) <60: hazard ratio, upper", hazard(fit, "groupRT+IO+T", 1), 0.783367354610611)
compare_all("forest-pfs Age (years) <60: hazard ratio", cox_coefficient(fit, "groupRT+IO+T"), c("coefficient" = -1.048880538053059, "standard error" = 0.4105825486403249, "z" = -2.5546154884724306, "p" = 0.010630515798995264, "patients" = 35.0, "events" = 33.0))
own <- x[x$by %in% "≥60", ]; own <- own[own$group == "IO+T", ]
compare_all("forest-pfs Age (years) ≥60, IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 21.0, "events" = 20.0))
own <- x[x$by %in% "≥60", ]; own <- own[own$group == "RT+IO+T", ]
compare_all("forest-pfs Age (years) ≥60, RT+IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 15.0, "events" = 10.0))
part <- x[x$by %in% "≥60", ]
fit <- coxph(Surv(time, event) ~ group, data = part, ties = "efron", control = fine, robust = FALSE)
compare_all("forest-pfs Age (years) ≥60", c(patients = nrow(part), events = sum(part$event)), c("patients" = 36.0, "events" = 30.0))
compare_all("forest-pfs Age (years) ≥60", c(patients = nrow(part), events = sum(part$event)), c("patients" = 36.0, "events" = 30.0))
compare("forest-pfs Age (years) ≥60: hazard ratio", hazard(fit, "groupRT+IO+T"), 0.3394909258548685)
compare("forest-pfs Age (years) ≥60: hazard ratio, lower", hazard(fit, "groupRT+IO+T", -1), 0.15467430376136662)
compare("forest-pfs Age (years) ≥60: hazard ratio, upper", hazard(fit, "groupRT+IO+T", 1), 0.745140504499126)
compare_all("forest-pfs Age (years) ≥60: hazard ratio", cox_coefficient(fit, "groupRT+IO+T"), c("coefficient" = -1.0803080603085715, "standard error" = 0.4010918490175654, "z" = -2.6934181359074705, "p" = 0.007072351108766733, "patients" = 36.0, "events" = 30.0))
fit <- coxph(Surv(time, event) ~ group + by, data = x, ties = "efron", control = fine, robust = FALSE)
main <- fit
fit <- coxph(Surv(time, event) ~ group * by, data = x, ties = "efron", control = fine, robust = FALSE)
interaction_numbers <- function(main, fit) {
  own <- grep(":", names(coef(fit)))
  own <- own[!is.na(coef(fit)[own])]
  value <- coef(fit)[own]
  c("log-likelihood without" = main$loglik[2], "log-likelihood with" = fit$loglik[2],
    chi_squared("likelihood-ratio test", 2 * (fit$loglik[2] - main$loglik[2]), length(own)),
    chi_squared("Wald test", drop(value %*% solve(fit$var[own, own, drop = FALSE], value)), length(own)),
    patients = fit$n, events = fit$nevent)
}
compare_all("forest-pfs Age (years): interaction", interaction_numbers(main, fit), c("log-likelihood without" = -208.40575411231262, "log-likelihood with" = -208.4050337334582, "likelihood-ratio test" = 0.0014407577088491053, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.9697217157371282, "patients" = 71.0, "events" = 63.0), 1e-05)
compare_all("forest-pfs Age (years): interaction", interaction_numbers(main, fit), c("Wald test" = 0.001440283601837706, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.9697266955599965, "patients" = 71.0, "events" = 63.0), 1e-05)
frame <- known(data.frame(time = s$time, event = s$event, group = s$group))
x <- data.frame(time = s$time, event = s$event, group = s$group, by = s[["sex"]]); frame <- known(x[names(x) != "by"]); x <- known(x)
compare("forest-pfs Gender: missing", nrow(frame) - nrow(x), 0.0)
own <- x[x$by %in% "Female", ]; own <- own[own$group == "IO+T", ]
compare_all("forest-pfs Gender Female, IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 5.0, "events" = 5.0))
own <- x[x$by %in% "Female", ]; own <- own[own$group == "RT+IO+T", ]
compare_all("forest-pfs Gender Female, RT+IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 7.0, "events" = 5.0))
part <- x[x$by %in% "Female", ]
fit <- coxph(Surv(time, event) ~ group, data = part, ties = "efron", control = fine, robust = FALSE)
compare_all("forest-pfs Gender Female", c(patients = nrow(part), events = sum(part$event)), c("patients" = 12.0, "events" = 10.0))
compare_all("forest-pfs Gender Female", c(patients = nrow(part), events = sum(part$event)), c("patients" = 12.0, "events" = 10.0))
compare("forest-pfs Gender Female: hazard ratio", hazard(fit, "groupRT+IO+T"), 0.2638801030059932)
compare("forest-pfs Gender Female: hazard ratio, lower", hazard(fit, "groupRT+IO+T", -1), 0.06095768479483875)
compare("forest-pfs Gender Female: hazard ratio, upper", hazard(fit, "groupRT+IO+T", 1), 1.1423122285042775)
compare_all("forest-pfs Gender Female: hazard ratio", cox_coefficient(fit, "groupRT+IO+T"), c("coefficient" = -1.332260434275894, "standard error" = 0.7476233873145549, "z" = -1.781994058614647, "p" = 0.07475020062221424, "patients" = 12.0, "events" = 10.0))
own <- x[x$by %in% "Male", ]; own <- own[own$group == "IO+T", ]
compare_all("forest-pfs Gender Male, IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 37.0, "events" = 35.0))
own <- x[x$by %in% "Male", ]; own <- own[own$group == "RT+IO+T", ]
compare_all("forest-pfs Gender Male, RT+IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 22.0, "events" = 18.0))
part <- x[x$by %in% "Male", ]
fit <- coxph(Surv(time, event) ~ group, data = part, ties = "efron", control = fine, robust = FALSE)
compare_all("forest-pfs Gender Male", c(patients = nrow(part), events = sum(part$event)), c("patients" = 59.0, "events" = 53.0))
compare_all("forest-pfs Gender Male", c(patients = nrow(part), events = sum(part$event)), c("patients" = 59.0, "events" = 53.0))
compare("forest-pfs Gender Male: hazard ratio", hazard(fit, "groupRT+IO+T"), 0.3684621103532039)
compare("forest-pfs Gender Male: hazard ratio, lower", hazard(fit, "groupRT+IO+T", -1), 0.20008631085988818)
compare("forest-pfs Gender Male: hazard ratio, upper", hazard(fit, "groupRT+IO+T", 1), 0.6785288118036547)
compare_all("forest-pfs Gender Male: hazard ratio", cox_coefficient(fit, "groupRT+IO+T"), c("coefficient" = -0.9984173939331009, "standard error" = 0.3115307536825073, "z" = -3.204875865804971, "p" = 0.0013512074132747292, "patients" = 59.0, "events" = 53.0))
fit <- coxph(Surv(time, event) ~ group + by, data = x, ties = "efron", control = fine, robust = FALSE)
main <- fit
fit <- coxph(Surv(time, event) ~ group * by, data = x, ties = "efron", control = fine, robust = FALSE)
compare_all("forest-pfs Gender: interaction", interaction_numbers(main, fit), c("log-likelihood without" = -211.0955404255141, "log-likelihood with" = -210.94562403820552, "likelihood-ratio test" = 0.29983277461712987, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.5839872750487902, "patients" = 71.0, "events" = 63.0), 1e-05)
compare_all("forest-pfs Gender: interaction", interaction_numbers(main, fit), c("Wald test" = 0.3011844634707362, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.5831408197026553, "patients" = 71.0, "events" = 63.0), 1e-05)
frame <- known(data.frame(time = s$time, event = s$event, group = s$group))
x <- data.frame(time = s$time, event = s$event, group = s$group, by = s[["ecog_group"]]); frame <- known(x[names(x) != "by"]); x <- known(x)
compare("forest-pfs ECOG performance status: missing", nrow(frame) - nrow(x), 0.0)
own <- x[x$by %in% "0", ]; own <- own[own$group == "IO+T", ]
compare_all("forest-pfs ECOG performance status 0, IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 5.0, "events" = 5.0))
own <- x[x$by %in% "0", ]; own <- own[own$group == "RT+IO+T", ]
compare_all("forest-pfs ECOG performance status 0, RT+IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 9.0, "events" = 5.0))
part <- x[x$by %in% "0", ]
fit <- coxph(Surv(time, event) ~ group, data = part, ties = "efron", control = fine, robust = FALSE)
compare_all("forest-pfs ECOG performance status 0", c(patients = nrow(part), events = sum(part$event)), c("patients" = 14.0, "events" = 10.0))
compare_all("forest-pfs ECOG performance status 0", c(patients = nrow(part), events = sum(part$event)), c("patients" = 14.0, "events" = 10.0))
compare("forest-pfs ECOG performance status 0: hazard ratio", hazard(fit, "groupRT+IO+T"), 0.10623442583505134)
compare("forest-pfs ECOG performance status 0: hazard ratio, lower", hazard(fit, "groupRT+IO+T", -1), 0.019638987840936463)
compare("forest-pfs ECOG performance status 0: hazard ratio, upper", hazard(fit, "groupRT+IO+T", 1), 0.5746606354619991)
compare_all("forest-pfs ECOG performance status 0: hazard ratio", cox_coefficient(fit, "groupRT+IO+T"), c("coefficient" = -2.2421070622975514, "standard error" = 0.8613073831947435, "z" = -2.6031439019844163, "p" = 0.009237317255058764, "patients" = 14.0, "events" = 10.0))
own <- x[x$by %in% "1–2", ]; own <- own[own$group == "IO+T", ]
compare_all("forest-pfs ECOG performance status 1–2, IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 37.0, "events" = 35.0))
own <- x[x$by %in% "1–2", ]; own <- own[own$group == "RT+IO+T", ]
compare_all("forest-pfs ECOG performance status 1–2, RT+IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 20.0, "events" = 18.0))
part <- x[x$by %in% "1–2", ]
fit <- coxph(Surv(time, event) ~ group, data = part, ties = "efron", control = fine, robust = FALSE)
compare_all("forest-pfs ECOG performance status 1–2", c(patients = nrow(part), events = sum(part$event)), c("patients" = 57.0, "events" = 53.0))
compare_all("forest-pfs ECOG performance status 1–2", c(patients = nrow(part), events = sum(part$event)), c("patients" = 57.0, "events" = 53.0))
compare("forest-pfs ECOG performance status 1–2: hazard ratio", hazard(fit, "groupRT+IO+T"), 0.46516069007510663)
compare("forest-pfs ECOG performance status 1–2: hazard ratio, lower", hazard(fit, "groupRT+IO+T", -1), 0.2537544639194223)
compare("forest-pfs ECOG performance status 1–2: hazard ratio, upper", hazard(fit, "groupRT+IO+T", 1), 0.8526922610506564)
compare_all("forest-pfs ECOG performance status 1–2: hazard ratio", cox_coefficient(fit, "groupRT+IO+T"), c("coefficient" = -0.7653723630363668, "standard error" = 0.3091974131790194, "z" = -2.4753517669089646, "p" = 0.01331050031488381, "patients" = 57.0, "events" = 53.0))
fit <- coxph(Surv(time, event) ~ group + by, data = x, ties = "efron", control = fine, robust = FALSE)
main <- fit
fit <- coxph(Surv(time, event) ~ group * by, data = x, ties = "efron", control = fine, robust = FALSE)
compare_all("forest-pfs ECOG performance status: interaction", interaction_numbers(main, fit), c("log-likelihood without" = -210.86209900841502, "log-likelihood with" = -209.06179684863366, "likelihood-ratio test" = 3.6006043195627058, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.05775857149731588, "patients" = 71.0, "events" = 63.0), 1e-05)
compare_all("forest-pfs ECOG performance status: interaction", interaction_numbers(main, fit), c("Wald test" = 3.7563460212235316, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.052607423229742795, "patients" = 71.0, "events" = 63.0), 1e-05)
frame <- known(data.frame(time = s$time, event = s$event, group = s$group))
x <- data.frame(time = s$time, event = s$event, group = s$group, by = s[["afp_group"]]); frame <- known(x[names(x) != "by"]); x <- known(x)
compare("forest-pfs Baseline AFP (ng/mL): missing", nrow(frame) - nrow(x), 0.0)
own <- x[x$by %in% "<400", ]; own <- own[own$group == "IO+T", ]
compare_all("forest-pfs Baseline AFP (ng/mL) <400, IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 21.0, "events" = 20.0))
own <- x[x$by %in% "<400", ]; own <- own[own$group == "RT+IO+T", ]
compare_all("forest-pfs Baseline AFP (ng/mL) <400, RT+IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 19.0, "events" = 15.0))
part <- x[x$by %in% "<400", ]
fit <- coxph(Surv(time, event) ~ group, data = part, ties = "efron", control = fine, robust = FALSE)
compare_all("forest-pfs Baseline AFP (ng/mL) <400", c(patients = nrow(part), events = sum(part$event)), c("patients" = 40.0, "events" = 35.0))
compare_all("forest-pfs Baseline AFP (ng/mL) <400", c(patients = nrow(part), events = sum(part$event)), c("patients" = 40.0, "events" = 35.0))
compare("forest-pfs Baseline AFP (ng/mL) <400: hazard ratio", hazard(fit, "groupRT+IO+T"), 0.34699607237638397)
compare("forest-pfs Baseline AFP (ng/mL) <400: hazard ratio, lower", hazard(fit, "groupRT+IO+T", -1), 0.16265226085278345)
compare("forest-pfs Baseline AFP (ng/mL) <400: hazard ratio, upper", hazard(fit, "groupRT+IO+T", 1), 0.7402680639872348)
compare_all("forest-pfs Baseline AFP (ng/mL) <400: hazard ratio", cox_coefficient(fit, "groupRT+IO+T"), c("coefficient" = -1.0584418178993822, "standard error" = 0.3865881792355864, "z" = -2.7379052820297667, "p" = 0.006183188138280652, "patients" = 40.0, "events" = 35.0))
own <- x[x$by %in% "≥400", ]; own <- own[own$group == "IO+T", ]
compare_all("forest-pfs Baseline AFP (ng/mL) ≥400, IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 21.0, "events" = 20.0))
own <- x[x$by %in% "≥400", ]; own <- own[own$group == "RT+IO+T", ]
compare_all("forest-pfs Baseline AFP (ng/mL) ≥400, RT+IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 10.0, "events" = 8.0))
part <- x[x$by %in% "≥400", ]
fit <- coxph(Surv(time, event) ~ group, data = part, ties = "efron", control = fine, robust = FALSE)
compare_all("forest-pfs Baseline AFP (ng/mL) ≥400", c(patients = nrow(part), events = sum(part$event)), c("patients" = 31.0, "events" = 28.0))
compare_all("forest-pfs Baseline AFP (ng/mL) ≥400", c(patients = nrow(part), events = sum(part$event)), c("patients" = 31.0, "events" = 28.0))
compare("forest-pfs Baseline AFP (ng/mL) ≥400: hazard ratio", hazard(fit, "groupRT+IO+T"), 0.3267123287089737)
compare("forest-pfs Baseline AFP (ng/mL) ≥400: hazard ratio, lower", hazard(fit, "groupRT+IO+T", -1), 0.13352047368593148)
compare("forest-pfs Baseline AFP (ng/mL) ≥400: hazard ratio, upper", hazard(fit, "groupRT+IO+T", 1), 0.7994350438084713)
compare_all("forest-pfs Baseline AFP (ng/mL) ≥400: hazard ratio", cox_coefficient(fit, "groupRT+IO+T"), c("coefficient" = -1.118675223992025, "standard error" = 0.4565518729034592, "z" = -2.450269707312264, "p" = 0.01427492444619636, "patients" = 31.0, "events" = 28.0))
fit <- coxph(Surv(time, event) ~ group + by, data = x, ties = "efron", control = fine, robust = FALSE)
main <- fit
fit <- coxph(Surv(time, event) ~ group * by, data = x, ties = "efron", control = fine, robust = FALSE)
compare_all("forest-pfs Baseline AFP (ng/mL): interaction", interaction_numbers(main, fit), c("log-likelihood without" = -210.66233731352776, "log-likelihood with" = -210.59858832756657, "likelihood-ratio test" = 0.12749797192236656, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.7210404644453224, "patients" = 71.0, "events" = 63.0), 1e-05)
compare_all("forest-pfs Baseline AFP (ng/mL): interaction", interaction_numbers(main, fit), c("Wald test" = 0.12657276171004891, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.7220123241281103, "patients" = 71.0, "events" = 63.0), 1e-05)
frame <- known(data.frame(time = s$time, event = s$event, group = s$group))
x <- data.frame(time = s$time, event = s$event, group = s$group, by = s[["portal_vein_invasion"]]); frame <- known(x[names(x) != "by"]); x <- known(x)
compare("forest-pfs Portal vein invasion: missing", nrow(frame) - nrow(x), 0.0)
own <- x[x$by %in% "No", ]; own <- own[own$group == "IO+T", ]
compare_all("forest-pfs Portal vein invasion No, IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 22.0, "events" = 20.0))
own <- x[x$by %in% "No", ]; own <- own[own$group == "RT+IO+T", ]
compare_all("forest-pfs Portal vein invasion No, RT+IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 9.0, "events" = 6.0))
part <- x[x$by %in% "No", ]
fit <- coxph(Surv(time, event) ~ group, data = part, ties = "efron", control = fine, robust = FALSE)
compare_all("forest-pfs Portal vein invasion No", c(patients = nrow(part), events = sum(part$event)), c("patients" = 31.0, "events" = 26.0))
compare_all("forest-pfs Portal vein invasion No", c(patients = nrow(part), events = sum(part$event)), c("patients" = 31.0, "events" = 26.0))
compare("forest-pfs Portal vein invasion No: hazard ratio", hazard(fit, "groupRT+IO+T"), 0.31758289021428243)
compare("forest-pfs Portal vein invasion No: hazard ratio, lower", hazard(fit, "groupRT+IO+T", -1), 0.11511209670921661)
compare("forest-pfs Portal vein invasion No: hazard ratio, upper", hazard(fit, "groupRT+IO+T", 1), 0.8761797850979597)
compare_all("forest-pfs Portal vein invasion No: hazard ratio", cox_coefficient(fit, "groupRT+IO+T"), c("coefficient" = -1.1470164231815883, "standard error" = 0.517781171599662, "z" = -2.2152532500128035, "p" = 0.026742686733272222, "patients" = 31.0, "events" = 26.0))
own <- x[x$by %in% "Yes", ]; own <- own[own$group == "IO+T", ]
compare_all("forest-pfs Portal vein invasion Yes, IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 20.0, "events" = 20.0))
own <- x[x$by %in% "Yes", ]; own <- own[own$group == "RT+IO+T", ]
compare_all("forest-pfs Portal vein invasion Yes, RT+IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 20.0, "events" = 17.0))
part <- x[x$by %in% "Yes", ]
fit <- coxph(Surv(time, event) ~ group, data = part, ties = "efron", control = fine, robust = FALSE)
compare_all("forest-pfs Portal vein invasion Yes", c(patients = nrow(part), events = sum(part$event)), c("patients" = 40.0, "events" = 37.0))
compare_all("forest-pfs Portal vein invasion Yes", c(patients = nrow(part), events = sum(part$event)), c("patients" = 40.0, "events" = 37.0))
compare("forest-pfs Portal vein invasion Yes: hazard ratio", hazard(fit, "groupRT+IO+T"), 0.34652975778601736)
compare("forest-pfs Portal vein invasion Yes: hazard ratio, lower", hazard(fit, "groupRT+IO+T", -1), 0.17652794241045258)
compare("forest-pfs Portal vein invasion Yes: hazard ratio, upper", hazard(fit, "groupRT+IO+T", 1), 0.6802485283152856)
compare_all("forest-pfs Portal vein invasion Yes: hazard ratio", cox_coefficient(fit, "groupRT+IO+T"), c("coefficient" = -1.0597865829834188, "standard error" = 0.34413362874815173, "z" = -3.0795786707581705, "p" = 0.002072936153795924, "patients" = 40.0, "events" = 37.0))
fit <- coxph(Surv(time, event) ~ group + by, data = x, ties = "efron", control = fine, robust = FALSE)
main <- fit
fit <- coxph(Surv(time, event) ~ group * by, data = x, ties = "efron", control = fine, robust = FALSE)
compare_all("forest-pfs Portal vein invasion: interaction", interaction_numbers(main, fit), c("log-likelihood without" = -209.93318415232287, "log-likelihood with" = -209.92799578527968, "likelihood-ratio test" = 0.010376734086378292, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.918862834503165, "patients" = 71.0, "events" = 63.0), 1e-05)
compare_all("forest-pfs Portal vein invasion: interaction", interaction_numbers(main, fit), c("Wald test" = 0.01042275356660695, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.9186837399218122, "patients" = 71.0, "events" = 63.0), 1e-05)
frame <- known(data.frame(time = s$time, event = s$event, group = s$group))
x <- data.frame(time = s$time, event = s$event, group = s$group, by = s[["diameter_group"]]); frame <- known(x[names(x) != "by"]); x <- known(x)
compare("forest-pfs Maximum tumour diameter (cm): missing", nrow(frame) - nrow(x), 0.0)
own <- x[x$by %in% "<10", ]; own <- own[own$group == "IO+T", ]
compare_all("forest-pfs Maximum tumour diameter (cm) <10, IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 31.0, "events" = 29.0))
own <- x[x$by %in% "<10", ]; own <- own[own$group == "RT+IO+T", ]
compare_all("forest-pfs Maximum tumour diameter (cm) <10, RT+IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 24.0, "events" = 18.0))
part <- x[x$by %in% "<10", ]
fit <- coxph(Surv(time, event) ~ group, data = part, ties = "efron", control = fine, robust = FALSE)
compare_all("forest-pfs Maximum tumour diameter (cm) <10", c(patients = nrow(part), events = sum(part$event)), c("patients" = 55.0, "events" = 47.0))
compare_all("forest-pfs Maximum tumour diameter (cm) <10", c(patients = nrow(part), events = sum(part$event)), c("patients" = 55.0, "events" = 47.0))
compare("forest-pfs Maximum tumour diameter (cm) <10: hazard ratio", hazard(fit, "groupRT+IO+T"), 0.3181881041792565)
compare("forest-pfs Maximum tumour diameter (cm) <10: hazard ratio, lower", hazard(fit, "groupRT+IO+T", -1), 0.16963753231991424)
compare("forest-pfs Maximum tumour diameter (cm) <10: hazard ratio, upper", hazard(fit, "groupRT+IO+T", 1), 0.5968235228172091)
compare_all("forest-pfs Maximum tumour diameter (cm) <10: hazard ratio", cox_coefficient(fit, "groupRT+IO+T"), c("coefficient" = -1.1451125485062006, "standard error" = 0.3209134134639023, "z" = -3.5682913224037227, "p" = 0.0003593168649397527, "patients" = 55.0, "events" = 47.0))
own <- x[x$by %in% "≥10", ]; own <- own[own$group == "IO+T", ]
compare_all("forest-pfs Maximum tumour diameter (cm) ≥10, IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 11.0, "events" = 11.0))
own <- x[x$by %in% "≥10", ]; own <- own[own$group == "RT+IO+T", ]
compare_all("forest-pfs Maximum tumour diameter (cm) ≥10, RT+IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 5.0, "events" = 5.0))
part <- x[x$by %in% "≥10", ]
fit <- coxph(Surv(time, event) ~ group, data = part, ties = "efron", control = fine, robust = FALSE)
compare_all("forest-pfs Maximum tumour diameter (cm) ≥10", c(patients = nrow(part), events = sum(part$event)), c("patients" = 16.0, "events" = 16.0))
compare_all("forest-pfs Maximum tumour diameter (cm) ≥10", c(patients = nrow(part), events = sum(part$event)), c("patients" = 16.0, "events" = 16.0))
compare("forest-pfs Maximum tumour diameter (cm) ≥10: hazard ratio", hazard(fit, "groupRT+IO+T"), 0.6714327973586569)
compare("forest-pfs Maximum tumour diameter (cm) ≥10: hazard ratio, lower", hazard(fit, "groupRT+IO+T", -1), 0.21153122243574726)
compare("forest-pfs Maximum tumour diameter (cm) ≥10: hazard ratio, upper", hazard(fit, "groupRT+IO+T", 1), 2.1312314852518224)
compare_all("forest-pfs Maximum tumour diameter (cm) ≥10: hazard ratio", cox_coefficient(fit, "groupRT+IO+T"), c("coefficient" = -0.398341346420682, "standard error" = 0.5893176253602536, "z" = -0.675936590522256, "p" = 0.4990809049363098, "patients" = 16.0, "events" = 16.0))
fit <- coxph(Surv(time, event) ~ group + by, data = x, ties = "efron", control = fine, robust = FALSE)
main <- fit
fit <- coxph(Surv(time, event) ~ group * by, data = x, ties = "efron", control = fine, robust = FALSE)
compare_all("forest-pfs Maximum tumour diameter (cm): interaction", interaction_numbers(main, fit), c("log-likelihood without" = -210.33340678225613, "log-likelihood with" = -209.36545375147966, "likelihood-ratio test" = 1.9359060615529415, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.16411373785146902, "patients" = 71.0, "events" = 63.0), 1e-05)
compare_all("forest-pfs Maximum tumour diameter (cm): interaction", interaction_numbers(main, fit), c("Wald test" = 2.0809882234754995, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.14914359159106066, "patients" = 71.0, "events" = 63.0), 1e-05)
frame <- known(data.frame(time = s$time, event = s$event, group = s$group))
x <- data.frame(time = s$time, event = s$event, group = s$group, by = s[["extrahepatic_metastasis"]]); frame <- known(x[names(x) != "by"]); x <- known(x)
compare("forest-pfs Extrahepatic metastasis: missing", nrow(frame) - nrow(x), 0.0)
own <- x[x$by %in% "No", ]; own <- own[own$group == "IO+T", ]
compare_all("forest-pfs Extrahepatic metastasis No, IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 26.0, "events" = 24.0))
own <- x[x$by %in% "No", ]; own <- own[own$group == "RT+IO+T", ]
compare_all("forest-pfs Extrahepatic metastasis No, RT+IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 19.0, "events" = 14.0))
part <- x[x$by %in% "No", ]
fit <- coxph(Surv(time, event) ~ group, data = part, ties = "efron", control = fine, robust = FALSE)
compare_all("forest-pfs Extrahepatic metastasis No", c(patients = nrow(part), events = sum(part$event)), c("patients" = 45.0, "events" = 38.0))
compare_all("forest-pfs Extrahepatic metastasis No", c(patients = nrow(part), events = sum(part$event)), c("patients" = 45.0, "events" = 38.0))
compare("forest-pfs Extrahepatic metastasis No: hazard ratio", hazard(fit, "groupRT+IO+T"), 0.2882462720533862)
compare("forest-pfs Extrahepatic metastasis No: hazard ratio, lower", hazard(fit, "groupRT+IO+T", -1), 0.1339786295529187)
compare("forest-pfs Extrahepatic metastasis No: hazard ratio, upper", hazard(fit, "groupRT+IO+T", 1), 0.6201430304961998)
compare_all("forest-pfs Extrahepatic metastasis No: hazard ratio", cox_coefficient(fit, "groupRT+IO+T"), c("coefficient" = -1.243940052949086, "standard error" = 0.39089234587580224, "z" = -3.182308546262304, "p" = 0.0014610607694839413, "patients" = 45.0, "events" = 38.0))
own <- x[x$by %in% "Yes", ]; own <- own[own$group == "IO+T", ]
compare_all("forest-pfs Extrahepatic metastasis Yes, IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 16.0, "events" = 16.0))
own <- x[x$by %in% "Yes", ]; own <- own[own$group == "RT+IO+T", ]
compare_all("forest-pfs Extrahepatic metastasis Yes, RT+IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 10.0, "events" = 9.0))
part <- x[x$by %in% "Yes", ]
fit <- coxph(Surv(time, event) ~ group, data = part, ties = "efron", control = fine, robust = FALSE)
compare_all("forest-pfs Extrahepatic metastasis Yes", c(patients = nrow(part), events = sum(part$event)), c("patients" = 26.0, "events" = 25.0))
compare_all("forest-pfs Extrahepatic metastasis Yes", c(patients = nrow(part), events = sum(part$event)), c("patients" = 26.0, "events" = 25.0))
compare("forest-pfs Extrahepatic metastasis Yes: hazard ratio", hazard(fit, "groupRT+IO+T"), 0.5081729890427212)
compare("forest-pfs Extrahepatic metastasis Yes: hazard ratio, lower", hazard(fit, "groupRT+IO+T", -1), 0.2146429898391739)
compare("forest-pfs Extrahepatic metastasis Yes: hazard ratio, upper", hazard(fit, "groupRT+IO+T", 1), 1.2031130715524683)
compare_all("forest-pfs Extrahepatic metastasis Yes: hazard ratio", cox_coefficient(fit, "groupRT+IO+T"), c("coefficient" = -0.676933359759048, "standard error" = 0.43972531661206415, "z" = -1.5394459545213184, "p" = 0.12369546244474518, "patients" = 26.0, "events" = 25.0))
fit <- coxph(Surv(time, event) ~ group + by, data = x, ties = "efron", control = fine, robust = FALSE)
main <- fit
fit <- coxph(Surv(time, event) ~ group * by, data = x, ties = "efron", control = fine, robust = FALSE)
compare_all("forest-pfs Extrahepatic metastasis: interaction", interaction_numbers(main, fit), c("log-likelihood without" = -209.72041077048905, "log-likelihood with" = -209.52820414493368, "likelihood-ratio test" = 0.3844132511107432, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.535250751452358, "patients" = 71.0, "events" = 63.0), 1e-05)
compare_all("forest-pfs Extrahepatic metastasis: interaction", interaction_numbers(main, fit), c("Wald test" = 0.3858118068821415, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.5345091507331569, "patients" = 71.0, "events" = 63.0), 1e-05)
frame <- known(data.frame(time = s$time, event = s$event, group = s$group))
x <- data.frame(time = s$time, event = s$event, group = s$group, by = s[["bclc"]]); frame <- known(x[names(x) != "by"]); x <- known(x)
compare("forest-pfs BCLC stage: missing", nrow(frame) - nrow(x), 0.0)
own <- x[x$by %in% "B", ]; own <- own[own$group == "IO+T", ]
compare_all("forest-pfs BCLC stage B, IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 12.0, "events" = 10.0))
own <- x[x$by %in% "B", ]; own <- own[own$group == "RT+IO+T", ]
compare_all("forest-pfs BCLC stage B, RT+IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 1.0, "events" = 0.0))
part <- x[x$by %in% "B", ]
compare_all("forest-pfs BCLC stage B", c(patients = nrow(part), events = sum(part$event)), c("patients" = 13.0, "events" = 10.0))
compare_all("forest-pfs BCLC stage B", c(patients = nrow(part), events = sum(part$event)), c("patients" = 13.0, "events" = 10.0))
own <- x[x$by %in% "C", ]; own <- own[own$group == "IO+T", ]
compare_all("forest-pfs BCLC stage C, IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 30.0, "events" = 30.0))
own <- x[x$by %in% "C", ]; own <- own[own$group == "RT+IO+T", ]
compare_all("forest-pfs BCLC stage C, RT+IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 28.0, "events" = 23.0))
part <- x[x$by %in% "C", ]
fit <- coxph(Surv(time, event) ~ group, data = part, ties = "efron", control = fine, robust = FALSE)
compare_all("forest-pfs BCLC stage C", c(patients = nrow(part), events = sum(part$event)), c("patients" = 58.0, "events" = 53.0))
compare_all("forest-pfs BCLC stage C", c(patients = nrow(part), events = sum(part$event)), c("patients" = 58.0, "events" = 53.0))
compare("forest-pfs BCLC stage C: hazard ratio", hazard(fit, "groupRT+IO+T"), 0.3202561951790207)
compare("forest-pfs BCLC stage C: hazard ratio, lower", hazard(fit, "groupRT+IO+T", -1), 0.18010065791948796)
compare("forest-pfs BCLC stage C: hazard ratio, upper", hazard(fit, "groupRT+IO+T", 1), 0.5694817094804457)
compare_all("forest-pfs BCLC stage C: hazard ratio", cox_coefficient(fit, "groupRT+IO+T"), c("coefficient" = -1.138633993571104, "standard error" = 0.29368161083434124, "z" = -3.877103473848011, "p" = 0.00010570740970626208, "patients" = 58.0, "events" = 53.0))
fit <- coxph(Surv(time, event) ~ group + by, data = x, ties = "efron", control = fine, robust = FALSE)
main <- fit
fit <- coxph(Surv(time, event) ~ group * by, data = x, ties = "efron", control = fine, robust = FALSE)
compare_all("forest-pfs BCLC stage: interaction", interaction_numbers(main, fit), c("log-likelihood without" = -207.78327598356628, "log-likelihood with" = -206.903661062829, "likelihood-ratio test" = 1.7592298414745642, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.18472060731932, "patients" = 71.0, "events" = 63.0), 1e-05)
compare_all("forest-pfs BCLC stage: interaction", interaction_numbers(main, fit), c("patients" = 71.0, "events" = 63.0), 1e-05)
# Figure forest-os
s <- populations[["all"]]
for (own in intersect(c("time", "event", "cause", "entry", "weight", "set", "group"), names(s))) { s[[paste(own, "of the study")]] <- s[[own]]; s[[own]] <- NULL }
s$time <- s[["time os"]]; s$cause <- s[["status os"]]; s$event <- s$cause == 1
s$group <- factor(s[["arm "]], levels = c("IO+T", "RT+IO+T"))
s <- s[!is.na(s$group), , drop = FALSE]
asked <- s; s <- s[!is.na(s$time) & !is.na(s$event), , drop = FALSE]
frame <- known(data.frame(time = s$time, event = s$event, group = s$group))
x <- frame
own <- x; own <- own[own$group == "IO+T", ]
compare_all("forest-os all, IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 42.0, "events" = 31.0))
own <- x; own <- own[own$group == "RT+IO+T", ]
compare_all("forest-os all, RT+IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 29.0, "events" = 20.0))
fit <- coxph(Surv(time, event) ~ group, data = x, ties = "efron", control = fine, robust = FALSE)
compare_all("forest-os all", c(patients = nrow(x), events = sum(x$event)), c("patients" = 71.0, "events" = 51.0))
compare_all("forest-os all", c(patients = nrow(x), events = sum(x$event)), c("patients" = 71.0, "events" = 51.0))
compare("forest-os all: hazard ratio", hazard(fit, "groupRT+IO+T"), 0.4543376345451906)
compare("forest-os all: hazard ratio, lower", hazard(fit, "groupRT+IO+T", -1), 0.25027387381865285)
compare("forest-os all: hazard ratio, upper", hazard(fit, "groupRT+IO+T", 1), 0.8247871941826895)
compare_all("forest-os all: hazard ratio", cox_coefficient(fit, "groupRT+IO+T"), c("coefficient" = -0.7889146689144682, "standard error" = 0.30423252735830836, "z" = -2.5931305760259087, "p" = 0.009510665387996789, "patients" = 71.0, "events" = 51.0))
frame <- known(data.frame(time = s$time, event = s$event, group = s$group))
x <- data.frame(time = s$time, event = s$event, group = s$group, by = s[["age_group"]]); frame <- known(x[names(x) != "by"]); x <- known(x)
compare("forest-os Age (years): missing", nrow(frame) - nrow(x), 0.0)
own <- x[x$by %in% "<60", ]; own <- own[own$group == "IO+T", ]
compare_all("forest-os Age (years) <60, IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 21.0, "events" = 16.0))
own <- x[x$by %in% "<60", ]; own <- own[own$group == "RT+IO+T", ]
compare_all("forest-os Age (years) <60, RT+IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 14.0, "events" = 12.0))
part <- x[x$by %in% "<60", ]
fit <- coxph(Surv(time, event) ~ group, data = part, ties = "efron", control = fine, robust = FALSE)
compare_all("forest-os Age (years) <60", c(patients = nrow(part), events = sum(part$event)), c("patients" = 35.0, "events" = 28.0))
compare_all("forest-os Age (years) <60", c(patients = nrow(part), events = sum(part$event)), c("patients" = 35.0, "events" = 28.0))
compare("forest-os Age (years) <60: hazard ratio", hazard(fit, "groupRT+IO+T"), 0.5549180765813532)
compare("forest-os Age (years) <60: hazard ratio, lower", hazard(fit, "groupRT+IO+T", -1), 0.24369263224046103)
compare("forest-os Age (years) <60: hazard ratio, upper", hazard(fit, "groupRT+IO+T", 1), 1.2636166669696354)
compare_all("forest-os Age (years) <60: hazard ratio", cox_coefficient(fit, "groupRT+IO+T"), c("coefficient" = -0.5889347858944235, "standard error" = 0.4198611669969604, "z" = -1.4026893463540702, "p" = 0.1607094955900441, "patients" = 35.0, "events" = 28.0))
own <- x[x$by %in% "≥60", ]; own <- own[own$group == "IO+T", ]
compare_all("forest-os Age (years) ≥60, IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 21.0, "events" = 15.0))
own <- x[x$by %in% "≥60", ]; own <- own[own$group == "RT+IO+T", ]
compare_all("forest-os Age (years) ≥60, RT+IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 15.0, "events" = 8.0))
part <- x[x$by %in% "≥60", ]
fit <- coxph(Surv(time, event) ~ group, data = part, ties = "efron", control = fine, robust = FALSE)
compare_all("forest-os Age (years) ≥60", c(patients = nrow(part), events = sum(part$event)), c("patients" = 36.0, "events" = 23.0))
compare_all("forest-os Age (years) ≥60", c(patients = nrow(part), events = sum(part$event)), c("patients" = 36.0, "events" = 23.0))
compare("forest-os Age (years) ≥60: hazard ratio", hazard(fit, "groupRT+IO+T"), 0.32472583634461877)
compare("forest-os Age (years) ≥60: hazard ratio, lower", hazard(fit, "groupRT+IO+T", -1), 0.1273818845670037)
compare("forest-os Age (years) ≥60: hazard ratio, upper", hazard(fit, "groupRT+IO+T", 1), 0.8278011363087221)
compare_all("forest-os Age (years) ≥60: hazard ratio", cox_coefficient(fit, "groupRT+IO+T"), c("coefficient" = -1.1247740331447391, "standard error" = 0.4774535213620216, "z" = -2.355777018747542, "p" = 0.01848400932946938, "patients" = 36.0, "events" = 23.0))
fit <- coxph(Surv(time, event) ~ group + by, data = x, ties = "efron", control = fine, robust = FALSE)
main <- fit
fit <- coxph(Surv(time, event) ~ group * by, data = x, ties = "efron", control = fine, robust = FALSE)
compare_all("forest-os Age (years): interaction", interaction_numbers(main, fit), c("log-likelihood without" = -167.54097803668225, "log-likelihood with" = -166.9472181654751, "likelihood-ratio test" = 1.1875197424142812, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.27583042510137645, "patients" = 71.0, "events" = 51.0), 1e-05)
compare_all("forest-os Age (years): interaction", interaction_numbers(main, fit), c("Wald test" = 1.168160751253556, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.2797794791082576, "patients" = 71.0, "events" = 51.0), 1e-05)
frame <- known(data.frame(time = s$time, event = s$event, group = s$group))
x <- data.frame(time = s$time, event = s$event, group = s$group, by = s[["sex"]]); frame <- known(x[names(x) != "by"]); x <- known(x)
compare("forest-os Gender: missing", nrow(frame) - nrow(x), 0.0)
own <- x[x$by %in% "Female", ]; own <- own[own$group == "IO+T", ]
compare_all("forest-os Gender Female, IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 5.0, "events" = 3.0))
own <- x[x$by %in% "Female", ]; own <- own[own$group == "RT+IO+T", ]
compare_all("forest-os Gender Female, RT+IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 7.0, "events" = 4.0))
part <- x[x$by %in% "Female", ]
fit <- coxph(Surv(time, event) ~ group, data = part, ties = "efron", control = fine, robust = FALSE)
compare_all("forest-os Gender Female", c(patients = nrow(part), events = sum(part$event)), c("patients" = 12.0, "events" = 7.0))
compare_all("forest-os Gender Female", c(patients = nrow(part), events = sum(part$event)), c("patients" = 12.0, "events" = 7.0))
compare("forest-os Gender Female: hazard ratio", hazard(fit, "groupRT+IO+T"), 0.726937038502738)
compare("forest-os Gender Female: hazard ratio, lower", hazard(fit, "groupRT+IO+T", -1), 0.15763147184417287)
compare("forest-os Gender Female: hazard ratio, upper", hazard(fit, "groupRT+IO+T", 1), 3.352360107818569)
compare_all("forest-os Gender Female: hazard ratio", cox_coefficient(fit, "groupRT+IO+T"), c("coefficient" = -0.318915409734443, "standard error" = 0.7799020948214965, "z" = -0.40891723698656834, "p" = 0.6826003989541003, "patients" = 12.0, "events" = 7.0))
own <- x[x$by %in% "Male", ]; own <- own[own$group == "IO+T", ]
compare_all("forest-os Gender Male, IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 37.0, "events" = 28.0))
own <- x[x$by %in% "Male", ]; own <- own[own$group == "RT+IO+T", ]
compare_all("forest-os Gender Male, RT+IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 22.0, "events" = 16.0))
part <- x[x$by %in% "Male", ]
fit <- coxph(Surv(time, event) ~ group, data = part, ties = "efron", control = fine, robust = FALSE)
compare_all("forest-os Gender Male", c(patients = nrow(part), events = sum(part$event)), c("patients" = 59.0, "events" = 44.0))
compare_all("forest-os Gender Male", c(patients = nrow(part), events = sum(part$event)), c("patients" = 59.0, "events" = 44.0))
compare("forest-os Gender Male: hazard ratio", hazard(fit, "groupRT+IO+T"), 0.421235446605493)
compare("forest-os Gender Male: hazard ratio, lower", hazard(fit, "groupRT+IO+T", -1), 0.217903393968789)
compare("forest-os Gender Male: hazard ratio, upper", hazard(fit, "groupRT+IO+T", 1), 0.8143026055956903)
compare_all("forest-os Gender Male: hazard ratio", cox_coefficient(fit, "groupRT+IO+T"), c("coefficient" = -0.8645633460298896, "standard error" = 0.33630215683203973, "z" = -2.570793343028367, "p" = 0.010146585453751297, "patients" = 59.0, "events" = 44.0))
fit <- coxph(Surv(time, event) ~ group + by, data = x, ties = "efron", control = fine, robust = FALSE)
main <- fit
fit <- coxph(Surv(time, event) ~ group * by, data = x, ties = "efron", control = fine, robust = FALSE)
compare_all("forest-os Gender: interaction", interaction_numbers(main, fit), c("log-likelihood without" = -168.9274754955868, "log-likelihood with" = -168.76095206616736, "likelihood-ratio test" = 0.33304685883888396, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.563870471173029, "patients" = 71.0, "events" = 51.0), 1e-05)
compare_all("forest-os Gender: interaction", interaction_numbers(main, fit), c("Wald test" = 0.32919192773438877, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.566135298142046, "patients" = 71.0, "events" = 51.0), 1e-05)
frame <- known(data.frame(time = s$time, event = s$event, group = s$group))
x <- data.frame(time = s$time, event = s$event, group = s$group, by = s[["ecog_group"]]); frame <- known(x[names(x) != "by"]); x <- known(x)
compare("forest-os ECOG performance status: missing", nrow(frame) - nrow(x), 0.0)
own <- x[x$by %in% "0", ]; own <- own[own$group == "IO+T", ]
compare_all("forest-os ECOG performance status 0, IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 5.0, "events" = 3.0))
own <- x[x$by %in% "0", ]; own <- own[own$group == "RT+IO+T", ]
compare_all("forest-os ECOG performance status 0, RT+IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 9.0, "events" = 3.0))
part <- x[x$by %in% "0", ]
fit <- coxph(Surv(time, event) ~ group, data = part, ties = "efron", control = fine, robust = FALSE)
compare_all("forest-os ECOG performance status 0", c(patients = nrow(part), events = sum(part$event)), c("patients" = 14.0, "events" = 6.0))
compare_all("forest-os ECOG performance status 0", c(patients = nrow(part), events = sum(part$event)), c("patients" = 14.0, "events" = 6.0))
compare("forest-os ECOG performance status 0: hazard ratio", hazard(fit, "groupRT+IO+T"), 0.07067235558693642)
compare("forest-os ECOG performance status 0: hazard ratio, lower", hazard(fit, "groupRT+IO+T", -1), 0.006640106140410681)
compare("forest-os ECOG performance status 0: hazard ratio, upper", hazard(fit, "groupRT+IO+T", 1), 0.7521840372114106)
compare_all("forest-os ECOG performance status 0: hazard ratio", cox_coefficient(fit, "groupRT+IO+T"), c("coefficient" = -2.6497007926297513, "standard error" = 1.2066173443208308, "z" = -2.1959743949488724, "p" = 0.028093776136101204, "patients" = 14.0, "events" = 6.0))
own <- x[x$by %in% "1–2", ]; own <- own[own$group == "IO+T", ]
compare_all("forest-os ECOG performance status 1–2, IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 37.0, "events" = 28.0))
own <- x[x$by %in% "1–2", ]; own <- own[own$group == "RT+IO+T", ]
compare_all("forest-os ECOG performance status 1–2, RT+IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 20.0, "events" = 17.0))
part <- x[x$by %in% "1–2", ]
fit <- coxph(Surv(time, event) ~ group, data = part, ties = "efron", control = fine, robust = FALSE)
compare_all("forest-os ECOG performance status 1–2", c(patients = nrow(part), events = sum(part$event)), c("patients" = 57.0, "events" = 45.0))
compare_all("forest-os ECOG performance status 1–2", c(patients = nrow(part), events = sum(part$event)), c("patients" = 57.0, "events" = 45.0))
compare("forest-os ECOG performance status 1–2: hazard ratio", hazard(fit, "groupRT+IO+T"), 0.726940818887517)
compare("forest-os ECOG performance status 1–2: hazard ratio, lower", hazard(fit, "groupRT+IO+T", -1), 0.389866675920566)
compare("forest-os ECOG performance status 1–2: hazard ratio, upper", hazard(fit, "groupRT+IO+T", 1), 1.3554453016972456)
compare_all("forest-os ECOG performance status 1–2: hazard ratio", cox_coefficient(fit, "groupRT+IO+T"), c("coefficient" = -0.3189102093185211, "standard error" = 0.317883517510838, "z" = -1.0032297736470344, "p" = 0.315750010622282, "patients" = 57.0, "events" = 45.0))
fit <- coxph(Surv(time, event) ~ group + by, data = x, ties = "efron", control = fine, robust = FALSE)
main <- fit
fit <- coxph(Surv(time, event) ~ group * by, data = x, ties = "efron", control = fine, robust = FALSE)
compare_all("forest-os ECOG performance status: interaction", interaction_numbers(main, fit), c("log-likelihood without" = -167.15936447326388, "log-likelihood with" = -164.10764005012112, "likelihood-ratio test" = 6.1034488462855165, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.013491831844810865, "patients" = 71.0, "events" = 51.0), 1e-05)
compare_all("forest-os ECOG performance status: interaction", interaction_numbers(main, fit), c("Wald test" = 6.293789255924425, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.012116174948250593, "patients" = 71.0, "events" = 51.0), 1e-05)
frame <- known(data.frame(time = s$time, event = s$event, group = s$group))
x <- data.frame(time = s$time, event = s$event, group = s$group, by = s[["afp_group"]]); frame <- known(x[names(x) != "by"]); x <- known(x)
compare("forest-os Baseline AFP (ng/mL): missing", nrow(frame) - nrow(x), 0.0)
own <- x[x$by %in% "<400", ]; own <- own[own$group == "IO+T", ]
compare_all("forest-os Baseline AFP (ng/mL) <400, IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 21.0, "events" = 17.0))
own <- x[x$by %in% "<400", ]; own <- own[own$group == "RT+IO+T", ]
compare_all("forest-os Baseline AFP (ng/mL) <400, RT+IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 19.0, "events" = 14.0))
part <- x[x$by %in% "<400", ]
fit <- coxph(Surv(time, event) ~ group, data = part, ties = "efron", control = fine, robust = FALSE)
compare_all("forest-os Baseline AFP (ng/mL) <400", c(patients = nrow(part), events = sum(part$event)), c("patients" = 40.0, "events" = 31.0))
compare_all("forest-os Baseline AFP (ng/mL) <400", c(patients = nrow(part), events = sum(part$event)), c("patients" = 40.0, "events" = 31.0))
compare("forest-os Baseline AFP (ng/mL) <400: hazard ratio", hazard(fit, "groupRT+IO+T"), 0.49037473437156315)
compare("forest-os Baseline AFP (ng/mL) <400: hazard ratio, lower", hazard(fit, "groupRT+IO+T", -1), 0.23129478084931623)
compare("forest-os Baseline AFP (ng/mL) <400: hazard ratio, upper", hazard(fit, "groupRT+IO+T", 1), 1.0396576145254253)
compare_all("forest-os Baseline AFP (ng/mL) <400: hazard ratio", cox_coefficient(fit, "groupRT+IO+T"), c("coefficient" = -0.7125854161368635, "standard error" = 0.3834136056639176, "z" = -1.858529289546085, "p" = 0.06309388801828997, "patients" = 40.0, "events" = 31.0))
own <- x[x$by %in% "≥400", ]; own <- own[own$group == "IO+T", ]
compare_all("forest-os Baseline AFP (ng/mL) ≥400, IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 21.0, "events" = 14.0))
own <- x[x$by %in% "≥400", ]; own <- own[own$group == "RT+IO+T", ]
compare_all("forest-os Baseline AFP (ng/mL) ≥400, RT+IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 10.0, "events" = 6.0))
part <- x[x$by %in% "≥400", ]
fit <- coxph(Surv(time, event) ~ group, data = part, ties = "efron", control = fine, robust = FALSE)
compare_all("forest-os Baseline AFP (ng/mL) ≥400", c(patients = nrow(part), events = sum(part$event)), c("patients" = 31.0, "events" = 20.0))
compare_all("forest-os Baseline AFP (ng/mL) ≥400", c(patients = nrow(part), events = sum(part$event)), c("patients" = 31.0, "events" = 20.0))
compare("forest-os Baseline AFP (ng/mL) ≥400: hazard ratio", hazard(fit, "groupRT+IO+T"), 0.3900822913603592)
compare("forest-os Baseline AFP (ng/mL) ≥400: hazard ratio, lower", hazard(fit, "groupRT+IO+T", -1), 0.13808486746319967)
compare("forest-os Baseline AFP (ng/mL) ≥400: hazard ratio, upper", hazard(fit, "groupRT+IO+T", 1), 1.1019614011904726)
compare_all("forest-os Baseline AFP (ng/mL) ≥400: hazard ratio", cox_coefficient(fit, "groupRT+IO+T"), c("coefficient" = -0.9413975586284494, "standard error" = 0.5298511864474381, "z" = -1.7767206768760104, "p" = 0.0756142085703561, "patients" = 31.0, "events" = 20.0))
fit <- coxph(Surv(time, event) ~ group + by, data = x, ties = "efron", control = fine, robust = FALSE)
main <- fit
fit <- coxph(Surv(time, event) ~ group * by, data = x, ties = "efron", control = fine, robust = FALSE)
compare_all("forest-os Baseline AFP (ng/mL): interaction", interaction_numbers(main, fit), c("log-likelihood without" = -168.70923481939928, "log-likelihood with" = -168.70884933468915, "likelihood-ratio test" = 0.0007709694202731043, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.9778485155072574, "patients" = 71.0, "events" = 51.0), 1e-05)
compare_all("forest-os Baseline AFP (ng/mL): interaction", interaction_numbers(main, fit), c("Wald test" = 0.0007715940833811581, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.9778395457245457, "patients" = 71.0, "events" = 51.0), 1e-05)
frame <- known(data.frame(time = s$time, event = s$event, group = s$group))
x <- data.frame(time = s$time, event = s$event, group = s$group, by = s[["portal_vein_invasion"]]); frame <- known(x[names(x) != "by"]); x <- known(x)
compare("forest-os Portal vein invasion: missing", nrow(frame) - nrow(x), 0.0)
own <- x[x$by %in% "No", ]; own <- own[own$group == "IO+T", ]
compare_all("forest-os Portal vein invasion No, IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 22.0, "events" = 13.0))
own <- x[x$by %in% "No", ]; own <- own[own$group == "RT+IO+T", ]
compare_all("forest-os Portal vein invasion No, RT+IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 9.0, "events" = 5.0))
part <- x[x$by %in% "No", ]
fit <- coxph(Surv(time, event) ~ group, data = part, ties = "efron", control = fine, robust = FALSE)
compare_all("forest-os Portal vein invasion No", c(patients = nrow(part), events = sum(part$event)), c("patients" = 31.0, "events" = 18.0))
compare_all("forest-os Portal vein invasion No", c(patients = nrow(part), events = sum(part$event)), c("patients" = 31.0, "events" = 18.0))
compare("forest-os Portal vein invasion No: hazard ratio", hazard(fit, "groupRT+IO+T"), 0.6062158915731405)
compare("forest-os Portal vein invasion No: hazard ratio, lower", hazard(fit, "groupRT+IO+T", -1), 0.21426134077686734)
compare("forest-os Portal vein invasion No: hazard ratio, upper", hazard(fit, "groupRT+IO+T", 1), 1.7151843905360942)
compare_all("forest-os Portal vein invasion No: hazard ratio", cox_coefficient(fit, "groupRT+IO+T"), c("coefficient" = -0.5005190996358265, "standard error" = 0.5306422459930585, "z" = -0.9432326645971078, "p" = 0.34556190900799577, "patients" = 31.0, "events" = 18.0))
own <- x[x$by %in% "Yes", ]; own <- own[own$group == "IO+T", ]
compare_all("forest-os Portal vein invasion Yes, IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 20.0, "events" = 18.0))
own <- x[x$by %in% "Yes", ]; own <- own[own$group == "RT+IO+T", ]
compare_all("forest-os Portal vein invasion Yes, RT+IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 20.0, "events" = 15.0))
part <- x[x$by %in% "Yes", ]
fit <- coxph(Surv(time, event) ~ group, data = part, ties = "efron", control = fine, robust = FALSE)
compare_all("forest-os Portal vein invasion Yes", c(patients = nrow(part), events = sum(part$event)), c("patients" = 40.0, "events" = 33.0))
compare_all("forest-os Portal vein invasion Yes", c(patients = nrow(part), events = sum(part$event)), c("patients" = 40.0, "events" = 33.0))
compare("forest-os Portal vein invasion Yes: hazard ratio", hazard(fit, "groupRT+IO+T"), 0.28600407221167945)
compare("forest-os Portal vein invasion Yes: hazard ratio, lower", hazard(fit, "groupRT+IO+T", -1), 0.12566161710313878)
compare("forest-os Portal vein invasion Yes: hazard ratio, upper", hazard(fit, "groupRT+IO+T", 1), 0.6509412436935796)
compare_all("forest-os Portal vein invasion Yes: hazard ratio", cox_coefficient(fit, "groupRT+IO+T"), c("coefficient" = -1.2517492297612753, "standard error" = 0.4196063498811807, "z" = -2.983151303872621, "p" = 0.002852969183156327, "patients" = 40.0, "events" = 33.0))
fit <- coxph(Surv(time, event) ~ group + by, data = x, ties = "efron", control = fine, robust = FALSE)
main <- fit
fit <- coxph(Surv(time, event) ~ group * by, data = x, ties = "efron", control = fine, robust = FALSE)
compare_all("forest-os Portal vein invasion: interaction", interaction_numbers(main, fit), c("log-likelihood without" = -166.88879275516064, "log-likelihood with" = -166.53116393463753, "likelihood-ratio test" = 0.7152576410462075, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.39770390848435905, "patients" = 71.0, "events" = 51.0), 1e-05)
compare_all("forest-os Portal vein invasion: interaction", interaction_numbers(main, fit), c("Wald test" = 0.7448412590401229, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.3881144499573641, "patients" = 71.0, "events" = 51.0), 1e-05)
frame <- known(data.frame(time = s$time, event = s$event, group = s$group))
x <- data.frame(time = s$time, event = s$event, group = s$group, by = s[["diameter_group"]]); frame <- known(x[names(x) != "by"]); x <- known(x)
compare("forest-os Maximum tumour diameter (cm): missing", nrow(frame) - nrow(x), 0.0)
own <- x[x$by %in% "<10", ]; own <- own[own$group == "IO+T", ]
compare_all("forest-os Maximum tumour diameter (cm) <10, IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 31.0, "events" = 23.0))
own <- x[x$by %in% "<10", ]; own <- own[own$group == "RT+IO+T", ]
compare_all("forest-os Maximum tumour diameter (cm) <10, RT+IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 24.0, "events" = 15.0))
part <- x[x$by %in% "<10", ]
fit <- coxph(Surv(time, event) ~ group, data = part, ties = "efron", control = fine, robust = FALSE)
compare_all("forest-os Maximum tumour diameter (cm) <10", c(patients = nrow(part), events = sum(part$event)), c("patients" = 55.0, "events" = 38.0))
compare_all("forest-os Maximum tumour diameter (cm) <10", c(patients = nrow(part), events = sum(part$event)), c("patients" = 55.0, "events" = 38.0))
compare("forest-os Maximum tumour diameter (cm) <10: hazard ratio", hazard(fit, "groupRT+IO+T"), 0.3908049162205263)
compare("forest-os Maximum tumour diameter (cm) <10: hazard ratio, lower", hazard(fit, "groupRT+IO+T", -1), 0.19468987747171784)
compare("forest-os Maximum tumour diameter (cm) <10: hazard ratio, upper", hazard(fit, "groupRT+IO+T", 1), 0.784470587405445)
compare_all("forest-os Maximum tumour diameter (cm) <10: hazard ratio", cox_coefficient(fit, "groupRT+IO+T"), c("coefficient" = -0.9395467790038783, "standard error" = 0.3555170323713003, "z" = -2.6427616498064714, "p" = 0.008223290101126055, "patients" = 55.0, "events" = 38.0))
own <- x[x$by %in% "≥10", ]; own <- own[own$group == "IO+T", ]
compare_all("forest-os Maximum tumour diameter (cm) ≥10, IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 11.0, "events" = 8.0))
own <- x[x$by %in% "≥10", ]; own <- own[own$group == "RT+IO+T", ]
compare_all("forest-os Maximum tumour diameter (cm) ≥10, RT+IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 5.0, "events" = 5.0))
part <- x[x$by %in% "≥10", ]
fit <- coxph(Surv(time, event) ~ group, data = part, ties = "efron", control = fine, robust = FALSE)
compare_all("forest-os Maximum tumour diameter (cm) ≥10", c(patients = nrow(part), events = sum(part$event)), c("patients" = 16.0, "events" = 13.0))
compare_all("forest-os Maximum tumour diameter (cm) ≥10", c(patients = nrow(part), events = sum(part$event)), c("patients" = 16.0, "events" = 13.0))
compare("forest-os Maximum tumour diameter (cm) ≥10: hazard ratio", hazard(fit, "groupRT+IO+T"), 1.053582101248949)
compare("forest-os Maximum tumour diameter (cm) ≥10: hazard ratio, lower", hazard(fit, "groupRT+IO+T", -1), 0.3257097500366061)
compare("forest-os Maximum tumour diameter (cm) ≥10: hazard ratio, upper", hazard(fit, "groupRT+IO+T", 1), 3.4080504005403447)
compare_all("forest-os Maximum tumour diameter (cm) ≥10: hazard ratio", cox_coefficient(fit, "groupRT+IO+T"), c("coefficient" = 0.052195883118264653, "standard error" = 0.5989622890473095, "z" = 0.08714385541915465, "p" = 0.9305571663706269, "patients" = 16.0, "events" = 13.0))
fit <- coxph(Surv(time, event) ~ group + by, data = x, ties = "efron", control = fine, robust = FALSE)
main <- fit
fit <- coxph(Surv(time, event) ~ group * by, data = x, ties = "efron", control = fine, robust = FALSE)
compare_all("forest-os Maximum tumour diameter (cm): interaction", interaction_numbers(main, fit), c("log-likelihood without" = -167.32661425688383, "log-likelihood with" = -166.31045997970043, "likelihood-ratio test" = 2.032308554366807, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.15398655162058691, "patients" = 71.0, "events" = 51.0), 1e-05)
compare_all("forest-os Maximum tumour diameter (cm): interaction", interaction_numbers(main, fit), c("Wald test" = 2.134651784520742, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.14400315883832568, "patients" = 71.0, "events" = 51.0), 1e-05)
frame <- known(data.frame(time = s$time, event = s$event, group = s$group))
x <- data.frame(time = s$time, event = s$event, group = s$group, by = s[["extrahepatic_metastasis"]]); frame <- known(x[names(x) != "by"]); x <- known(x)
compare("forest-os Extrahepatic metastasis: missing", nrow(frame) - nrow(x), 0.0)
own <- x[x$by %in% "No", ]; own <- own[own$group == "IO+T", ]
compare_all("forest-os Extrahepatic metastasis No, IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 26.0, "events" = 19.0))
own <- x[x$by %in% "No", ]; own <- own[own$group == "RT+IO+T", ]
compare_all("forest-os Extrahepatic metastasis No, RT+IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 19.0, "events" = 12.0))
part <- x[x$by %in% "No", ]
fit <- coxph(Surv(time, event) ~ group, data = part, ties = "efron", control = fine, robust = FALSE)
compare_all("forest-os Extrahepatic metastasis No", c(patients = nrow(part), events = sum(part$event)), c("patients" = 45.0, "events" = 31.0))
compare_all("forest-os Extrahepatic metastasis No", c(patients = nrow(part), events = sum(part$event)), c("patients" = 45.0, "events" = 31.0))
compare("forest-os Extrahepatic metastasis No: hazard ratio", hazard(fit, "groupRT+IO+T"), 0.32094611632087683)
compare("forest-os Extrahepatic metastasis No: hazard ratio, lower", hazard(fit, "groupRT+IO+T", -1), 0.1464413674547132)
compare("forest-os Extrahepatic metastasis No: hazard ratio, upper", hazard(fit, "groupRT+IO+T", 1), 0.703396938800837)
compare_all("forest-os Extrahepatic metastasis No: hazard ratio", cox_coefficient(fit, "groupRT+IO+T"), c("coefficient" = -1.1364820318712443, "standard error" = 0.4003380302420679, "z" = -2.838806073917236, "p" = 0.004528266790548684, "patients" = 45.0, "events" = 31.0))
own <- x[x$by %in% "Yes", ]; own <- own[own$group == "IO+T", ]
compare_all("forest-os Extrahepatic metastasis Yes, IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 16.0, "events" = 12.0))
own <- x[x$by %in% "Yes", ]; own <- own[own$group == "RT+IO+T", ]
compare_all("forest-os Extrahepatic metastasis Yes, RT+IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 10.0, "events" = 8.0))
part <- x[x$by %in% "Yes", ]
fit <- coxph(Surv(time, event) ~ group, data = part, ties = "efron", control = fine, robust = FALSE)
compare_all("forest-os Extrahepatic metastasis Yes", c(patients = nrow(part), events = sum(part$event)), c("patients" = 26.0, "events" = 20.0))
compare_all("forest-os Extrahepatic metastasis Yes", c(patients = nrow(part), events = sum(part$event)), c("patients" = 26.0, "events" = 20.0))
compare("forest-os Extrahepatic metastasis Yes: hazard ratio", hazard(fit, "groupRT+IO+T"), 1.2026391957112994)
compare("forest-os Extrahepatic metastasis Yes: hazard ratio, lower", hazard(fit, "groupRT+IO+T", -1), 0.46964644758619906)
compare("forest-os Extrahepatic metastasis Yes: hazard ratio, upper", hazard(fit, "groupRT+IO+T", 1), 3.0796379755340517)
compare_all("forest-os Extrahepatic metastasis Yes: hazard ratio", cox_coefficient(fit, "groupRT+IO+T"), c("coefficient" = 0.18451847156792686, "standard error" = 0.4797504370054933, "z" = 0.38461345177641615, "p" = 0.7005238263363438, "patients" = 26.0, "events" = 20.0))
fit <- coxph(Surv(time, event) ~ group + by, data = x, ties = "efron", control = fine, robust = FALSE)
main <- fit
fit <- coxph(Surv(time, event) ~ group * by, data = x, ties = "efron", control = fine, robust = FALSE)
compare_all("forest-os Extrahepatic metastasis: interaction", interaction_numbers(main, fit), c("log-likelihood without" = -167.46504115195978, "log-likelihood with" = -165.31885672664322, "likelihood-ratio test" = 4.292368850633125, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.03828379024494462, "patients" = 71.0, "events" = 51.0), 1e-05)
compare_all("forest-os Extrahepatic metastasis: interaction", interaction_numbers(main, fit), c("Wald test" = 4.38983373809464, "Wald test, degrees of freedom" = 1.0, "Wald test, p" = 0.03615383863611929, "patients" = 71.0, "events" = 51.0), 1e-05)
frame <- known(data.frame(time = s$time, event = s$event, group = s$group))
x <- data.frame(time = s$time, event = s$event, group = s$group, by = s[["bclc"]]); frame <- known(x[names(x) != "by"]); x <- known(x)
compare("forest-os BCLC stage: missing", nrow(frame) - nrow(x), 0.0)
own <- x[x$by %in% "B", ]; own <- own[own$group == "IO+T", ]
compare_all("forest-os BCLC stage B, IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 12.0, "events" = 6.0))
own <- x[x$by %in% "B", ]; own <- own[own$group == "RT+IO+T", ]
compare_all("forest-os BCLC stage B, RT+IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 1.0, "events" = 0.0))
part <- x[x$by %in% "B", ]
compare_all("forest-os BCLC stage B", c(patients = nrow(part), events = sum(part$event)), c("patients" = 13.0, "events" = 6.0))
compare_all("forest-os BCLC stage B", c(patients = nrow(part), events = sum(part$event)), c("patients" = 13.0, "events" = 6.0))
own <- x[x$by %in% "C", ]; own <- own[own$group == "IO+T", ]
compare_all("forest-os BCLC stage C, IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 30.0, "events" = 25.0))
own <- x[x$by %in% "C", ]; own <- own[own$group == "RT+IO+T", ]
compare_all("forest-os BCLC stage C, RT+IO+T", c(patients = nrow(own), events = sum(own$event)), c("patients" = 28.0, "events" = 20.0))
part <- x[x$by %in% "C", ]
fit <- coxph(Surv(time, event) ~ group, data = part, ties = "efron", control = fine, robust = FALSE)
compare_all("forest-os BCLC stage C", c(patients = nrow(part), events = sum(part$event)), c("patients" = 58.0, "events" = 45.0))
compare_all("forest-os BCLC stage C", c(patients = nrow(part), events = sum(part$event)), c("patients" = 58.0, "events" = 45.0))
compare("forest-os BCLC stage C: hazard ratio", hazard(fit, "groupRT+IO+T"), 0.3313702778676013)
compare("forest-os BCLC stage C: hazard ratio, lower", hazard(fit, "groupRT+IO+T", -1), 0.16960709101509064)
compare("forest-os BCLC stage C: hazard ratio, upper", hazard(fit, "groupRT+IO+T", 1), 0.6474155083780158)
compare_all("forest-os BCLC stage C: hazard ratio", cox_coefficient(fit, "groupRT+IO+T"), c("coefficient" = -1.1045188645911126, "standard error" = 0.34171642283209047, "z" = -3.232267432267489, "p" = 0.001228120596771015, "patients" = 58.0, "events" = 45.0))
fit <- coxph(Surv(time, event) ~ group + by, data = x, ties = "efron", control = fine, robust = FALSE)
main <- fit
fit <- coxph(Surv(time, event) ~ group * by, data = x, ties = "efron", control = fine, robust = FALSE)
compare_all("forest-os BCLC stage: interaction", interaction_numbers(main, fit), c("log-likelihood without" = -163.21848721936203, "log-likelihood with" = -162.3507765603016, "likelihood-ratio test" = 1.7354213181208706, "likelihood-ratio test, degrees of freedom" = 1.0, "likelihood-ratio test, p" = 0.1877200232900425, "patients" = 71.0, "events" = 51.0), 1e-05)
compare_all("forest-os BCLC stage: interaction", interaction_numbers(main, fit), c("patients" = 71.0, "events" = 51.0), 1e-05)
# Figure survival: pfs
at_times <- function(times, factor, count) setNames(sapply(times * factor, count), paste("at", times))
weight_of <- function(x) if (is.null(x[["weight"]])) rep(1, nrow(x)) else x[["weight"]]
# Who is under observation from the start was there before it.
entry_of <- function(x) if (is.null(x[["entry"]])) rep(-Inf, nrow(x)) else x[["entry"]]
hazard_sums <- function(fit, factor) {
  half <- ifelse(fit$cumhaz > 0, qnorm((1 + level) / 2) * fit$std.chaz / fit$cumhaz, 0)
  c(times = sum(fit$time) / factor, "at risk" = sum(fit$n.risk), events = sum(fit$n.event), hazard = sum(fit$cumhaz),
    "standard errors" = sum(fit$std.chaz), lower = sum(fit$cumhaz * exp(-half)), upper = sum(fit$cumhaz * exp(half)))
}
difference_sums <- function(first, second, factor) {
  end <- min(sapply(list(first, second), function(f) if (tail(f$surv, 1) == 0) Inf else max(f$time)))
  times <- sort(unique(c(first$time, second$time)))
  times <- times[times <= end]
  at <- function(f) {
    i <- findInterval(times, f$time)
    error <- if (isTRUE(f$logse)) f$std.err * f$surv else f$std.err
    error[f$surv == 0] <- 0
    list(value = c(1, f$surv)[i + 1], error = c(0, error)[i + 1])
  }
  one <- at(first); two <- at(second)
  error <- sqrt(one$error^2 + two$error^2)
  gap <- two$value - one$value
  some <- error > 0
  half <- qnorm((1 + level) / 2) * error
  c(times = sum(times) / factor, differences = sum(gap), "standard errors" = sum(error), lower = sum((gap - half)[some]),
    upper = sum((gap + half)[some]))
}
s <- populations[["all"]]
for (own in intersect(c("time", "event", "cause", "entry", "weight", "set", "group"), names(s))) { s[[paste(own, "of the study")]] <- s[[own]]; s[[own]] <- NULL }
s$time <- s[["time pfs"]]; s$cause <- s[["status pfs"]]; s$event <- s$cause == 1
s$group <- factor(s[["arm "]], levels = c("IO+T", "RT+IO+T"))
s <- s[!is.na(s$group), , drop = FALSE]
asked <- s; s <- s[!is.na(s$time) & !is.na(s$event), , drop = FALSE]
x <- own_columns(s[s$group == "IO+T", ])
compare_all("survival pfs IO+T: at risk", at_times(c(0, 6, 12, 18, 24, 30, 36, 42, 48), 30.4375, function(t) sum(weight_of(x)[entry_of(x) < t & x$time >= t])), c("at 0" = 42.0, "at 6" = 17.0, "at 12" = 7.0, "at 18" = 1.0, "at 24" = 0.0, "at 30" = 0.0, "at 36" = 0.0, "at 42" = 0.0, "at 48" = 0.0))
compare_all("survival pfs IO+T: events", at_times(c(0, 6, 12, 18, 24, 30, 36, 42, 48), 30.4375, function(t) sum(weight_of(x)[x$event & x$time <= t])), c("at 0" = 0.0, "at 6" = 25.0, "at 12" = 33.0, "at 18" = 39.0, "at 24" = 40.0, "at 30" = 40.0, "at 36" = 40.0, "at 42" = 40.0, "at 48" = 40.0))
compare_all("survival pfs IO+T: censored", at_times(c(0, 6, 12, 18, 24, 30, 36, 42, 48), 30.4375, function(t) sum(weight_of(x)[!x$event & x$time <= t])), c("at 0" = 0.0, "at 6" = 0.0, "at 12" = 2.0, "at 18" = 2.0, "at 24" = 2.0, "at 30" = 2.0, "at 36" = 2.0, "at 42" = 2.0, "at 48" = 2.0))
x <- own_columns(s[s$group == "RT+IO+T", ])
compare_all("survival pfs RT+IO+T: at risk", at_times(c(0, 6, 12, 18, 24, 30, 36, 42, 48), 30.4375, function(t) sum(weight_of(x)[entry_of(x) < t & x$time >= t])), c("at 0" = 29.0, "at 6" = 21.0, "at 12" = 15.0, "at 18" = 6.0, "at 24" = 1.0, "at 30" = 1.0, "at 36" = 1.0, "at 42" = 1.0, "at 48" = 0.0))
compare_all("survival pfs RT+IO+T: events", at_times(c(0, 6, 12, 18, 24, 30, 36, 42, 48), 30.4375, function(t) sum(weight_of(x)[x$event & x$time <= t])), c("at 0" = 0.0, "at 6" = 8.0, "at 12" = 14.0, "at 18" = 20.0, "at 24" = 23.0, "at 30" = 23.0, "at 36" = 23.0, "at 42" = 23.0, "at 48" = 23.0))
compare_all("survival pfs RT+IO+T: censored", at_times(c(0, 6, 12, 18, 24, 30, 36, 42, 48), 30.4375, function(t) sum(weight_of(x)[!x$event & x$time <= t])), c("at 0" = 0.0, "at 6" = 0.0, "at 12" = 0.0, "at 18" = 3.0, "at 24" = 5.0, "at 30" = 5.0, "at 36" = 5.0, "at 42" = 5.0, "at 48" = 6.0))
# Figure survival: os
s <- populations[["all"]]
for (own in intersect(c("time", "event", "cause", "entry", "weight", "set", "group"), names(s))) { s[[paste(own, "of the study")]] <- s[[own]]; s[[own]] <- NULL }
s$time <- s[["time os"]]; s$cause <- s[["status os"]]; s$event <- s$cause == 1
s$group <- factor(s[["arm "]], levels = c("IO+T", "RT+IO+T"))
s <- s[!is.na(s$group), , drop = FALSE]
asked <- s; s <- s[!is.na(s$time) & !is.na(s$event), , drop = FALSE]
x <- own_columns(s[s$group == "IO+T", ])
compare_all("survival os IO+T: at risk", at_times(c(0, 6, 12, 18, 24, 30, 36, 42, 48), 30.4375, function(t) sum(weight_of(x)[entry_of(x) < t & x$time >= t])), c("at 0" = 42.0, "at 6" = 31.0, "at 12" = 15.0, "at 18" = 8.0, "at 24" = 1.0, "at 30" = 1.0, "at 36" = 0.0, "at 42" = 0.0, "at 48" = 0.0))
compare_all("survival os IO+T: events", at_times(c(0, 6, 12, 18, 24, 30, 36, 42, 48), 30.4375, function(t) sum(weight_of(x)[x$event & x$time <= t])), c("at 0" = 0.0, "at 6" = 10.0, "at 12" = 19.0, "at 18" = 25.0, "at 24" = 30.0, "at 30" = 30.0, "at 36" = 31.0, "at 42" = 31.0, "at 48" = 31.0))
compare_all("survival os IO+T: censored", at_times(c(0, 6, 12, 18, 24, 30, 36, 42, 48), 30.4375, function(t) sum(weight_of(x)[!x$event & x$time <= t])), c("at 0" = 0.0, "at 6" = 1.0, "at 12" = 8.0, "at 18" = 9.0, "at 24" = 11.0, "at 30" = 11.0, "at 36" = 11.0, "at 42" = 11.0, "at 48" = 11.0))
x <- own_columns(s[s$group == "RT+IO+T", ])
compare_all("survival os RT+IO+T: at risk", at_times(c(0, 6, 12, 18, 24, 30, 36, 42, 48), 30.4375, function(t) sum(weight_of(x)[entry_of(x) < t & x$time >= t])), c("at 0" = 29.0, "at 6" = 26.0, "at 12" = 21.0, "at 18" = 10.0, "at 24" = 2.0, "at 30" = 2.0, "at 36" = 2.0, "at 42" = 1.0, "at 48" = 0.0))
compare_all("survival os RT+IO+T: events", at_times(c(0, 6, 12, 18, 24, 30, 36, 42, 48), 30.4375, function(t) sum(weight_of(x)[x$event & x$time <= t])), c("at 0" = 0.0, "at 6" = 3.0, "at 12" = 8.0, "at 18" = 14.0, "at 24" = 19.0, "at 30" = 19.0, "at 36" = 19.0, "at 42" = 20.0, "at 48" = 20.0))
compare_all("survival os RT+IO+T: censored", at_times(c(0, 6, 12, 18, 24, 30, 36, 42, 48), 30.4375, function(t) sum(weight_of(x)[!x$event & x$time <= t])), c("at 0" = 0.0, "at 6" = 0.0, "at 12" = 0.0, "at 18" = 5.0, "at 24" = 8.0, "at 30" = 8.0, "at 36" = 8.0, "at 42" = 8.0, "at 48" = 9.0))
# Figure target-and-matched: pfs.by.rt_target.in.rt_arm
s <- populations[["rt_arm"]]
for (own in intersect(c("time", "event", "cause", "entry", "weight", "set", "group"), names(s))) { s[[paste(own, "of the study")]] <- s[[own]]; s[[own]] <- NULL }
s$time <- s[["time pfs"]]; s$cause <- s[["status pfs"]]; s$event <- s$cause == 1
s$group <- factor(s[["rt_target"]], levels = c("Tumour thrombus", "Liver lesions"))
s <- s[!is.na(s$group), , drop = FALSE]
asked <- s; s <- s[!is.na(s$time) & !is.na(s$event), , drop = FALSE]
x <- own_columns(s[s$group == "Tumour thrombus", ])
compare_all("target-and-matched pfs.by.rt_target.in.rt_arm Tumour thrombus: at risk", at_times(c(0, 6, 12, 18, 24, 30, 36, 42, 48), 30.4375, function(t) sum(weight_of(x)[entry_of(x) < t & x$time >= t])), c("at 0" = 11.0, "at 6" = 6.0, "at 12" = 5.0, "at 18" = 2.0, "at 24" = 0.0, "at 30" = 0.0, "at 36" = 0.0, "at 42" = 0.0, "at 48" = 0.0))
compare_all("target-and-matched pfs.by.rt_target.in.rt_arm Tumour thrombus: events", at_times(c(0, 6, 12, 18, 24, 30, 36, 42, 48), 30.4375, function(t) sum(weight_of(x)[x$event & x$time <= t])), c("at 0" = 0.0, "at 6" = 5.0, "at 12" = 6.0, "at 18" = 9.0, "at 24" = 11.0, "at 30" = 11.0, "at 36" = 11.0, "at 42" = 11.0, "at 48" = 11.0))
compare_all("target-and-matched pfs.by.rt_target.in.rt_arm Tumour thrombus: censored", at_times(c(0, 6, 12, 18, 24, 30, 36, 42, 48), 30.4375, function(t) sum(weight_of(x)[!x$event & x$time <= t])), c("at 0" = 0.0, "at 6" = 0.0, "at 12" = 0.0, "at 18" = 0.0, "at 24" = 0.0, "at 30" = 0.0, "at 36" = 0.0, "at 42" = 0.0, "at 48" = 0.0))
x <- own_columns(s[s$group == "Liver lesions", ])
compare_all("target-and-matched pfs.by.rt_target.in.rt_arm Liver lesions: at risk", at_times(c(0, 6, 12, 18, 24, 30, 36, 42, 48), 30.4375, function(t) sum(weight_of(x)[entry_of(x) < t & x$time >= t])), c("at 0" = 16.0, "at 6" = 13.0, "at 12" = 8.0, "at 18" = 4.0, "at 24" = 1.0, "at 30" = 1.0, "at 36" = 1.0, "at 42" = 1.0, "at 48" = 0.0))
compare_all("target-and-matched pfs.by.rt_target.in.rt_arm Liver lesions: events", at_times(c(0, 6, 12, 18, 24, 30, 36, 42, 48), 30.4375, function(t) sum(weight_of(x)[x$event & x$time <= t])), c("at 0" = 0.0, "at 6" = 3.0, "at 12" = 8.0, "at 18" = 10.0, "at 24" = 11.0, "at 30" = 11.0, "at 36" = 11.0, "at 42" = 11.0, "at 48" = 11.0))
compare_all("target-and-matched pfs.by.rt_target.in.rt_arm Liver lesions: censored", at_times(c(0, 6, 12, 18, 24, 30, 36, 42, 48), 30.4375, function(t) sum(weight_of(x)[!x$event & x$time <= t])), c("at 0" = 0.0, "at 6" = 0.0, "at 12" = 0.0, "at 18" = 2.0, "at 24" = 4.0, "at 30" = 4.0, "at 36" = 4.0, "at 42" = 4.0, "at 48" = 5.0))
# Figure target-and-matched: pfs.in.matched
s <- populations[["matched"]]
for (own in intersect(c("time", "event", "cause", "entry", "weight", "set", "group"), names(s))) { s[[paste(own, "of the study")]] <- s[[own]]; s[[own]] <- NULL }
s$time <- s[["time pfs"]]; s$cause <- s[["status pfs"]]; s$event <- s$cause == 1
s$weight <- s[["weight "]]; s$set <- s[["set "]]
s$group <- factor(s[["arm "]], levels = c("IO+T", "RT+IO+T"))
s <- s[!is.na(s$group), , drop = FALSE]
asked <- s; s <- s[!is.na(s$time) & !is.na(s$event), , drop = FALSE]
x <- own_columns(s[s$group == "IO+T", ])
compare_all("target-and-matched pfs.in.matched IO+T: at risk", at_times(c(0, 6, 12, 18, 24, 30, 36, 42, 48), 30.4375, function(t) sum(weight_of(x)[entry_of(x) < t & x$time >= t])), c("at 0" = 18.0, "at 6" = 7.0, "at 12" = 3.0, "at 18" = 1.0, "at 24" = 0.0, "at 30" = 0.0, "at 36" = 0.0, "at 42" = 0.0, "at 48" = 0.0))
compare_all("target-and-matched pfs.in.matched IO+T: events", at_times(c(0, 6, 12, 18, 24, 30, 36, 42, 48), 30.4375, function(t) sum(weight_of(x)[x$event & x$time <= t])), c("at 0" = 0.0, "at 6" = 11.0, "at 12" = 15.0, "at 18" = 17.0, "at 24" = 18.0, "at 30" = 18.0, "at 36" = 18.0, "at 42" = 18.0, "at 48" = 18.0))
compare_all("target-and-matched pfs.in.matched IO+T: censored", at_times(c(0, 6, 12, 18, 24, 30, 36, 42, 48), 30.4375, function(t) sum(weight_of(x)[!x$event & x$time <= t])), c("at 0" = 0.0, "at 6" = 0.0, "at 12" = 0.0, "at 18" = 0.0, "at 24" = 0.0, "at 30" = 0.0, "at 36" = 0.0, "at 42" = 0.0, "at 48" = 0.0))
x <- own_columns(s[s$group == "RT+IO+T", ])
compare_all("target-and-matched pfs.in.matched RT+IO+T: at risk", at_times(c(0, 6, 12, 18, 24, 30, 36, 42, 48), 30.4375, function(t) sum(weight_of(x)[entry_of(x) < t & x$time >= t])), c("at 0" = 18.0, "at 6" = 13.0, "at 12" = 8.0, "at 18" = 4.0, "at 24" = 0.0, "at 30" = 0.0, "at 36" = 0.0, "at 42" = 0.0, "at 48" = 0.0))
compare_all("target-and-matched pfs.in.matched RT+IO+T: events", at_times(c(0, 6, 12, 18, 24, 30, 36, 42, 48), 30.4375, function(t) sum(weight_of(x)[x$event & x$time <= t])), c("at 0" = 0.0, "at 6" = 5.0, "at 12" = 10.0, "at 18" = 13.0, "at 24" = 16.0, "at 30" = 16.0, "at 36" = 16.0, "at 42" = 16.0, "at 48" = 16.0))
compare_all("target-and-matched pfs.in.matched RT+IO+T: censored", at_times(c(0, 6, 12, 18, 24, 30, 36, 42, 48), 30.4375, function(t) sum(weight_of(x)[!x$event & x$time <= t])), c("at 0" = 0.0, "at 6" = 0.0, "at 12" = 0.0, "at 18" = 1.0, "at 24" = 2.0, "at 30" = 2.0, "at 36" = 2.0, "at 42" = 2.0, "at 48" = 2.0))
# Figure residuals
# Residuals of one coefficient and their natural spline of four degrees of freedom, as plot.cox.zph draws them.
residual_sums <- function(fit, index, transform, factor) {
  z <- cox.zph(fit, transform, terms = FALSE)
  y <- z$y[, index]
  points <- seq(min(z$x), max(z$x), length.out = 40)
  basis <- splines::ns(c(points, z$x), df = 4, intercept = TRUE)
  at <- basis[1:40, ]; rows <- qr(basis[-(1:40), ])
  smooth <- drop(at %*% qr.coef(rows, y))
  inverse <- chol2inv(qr.R(rows))
  half <- qnorm((1 + level) / 2) * sqrt(fit$nevent * fit$var[index, index] * rowSums((at %*% inverse) * at))
  times <- switch(transform, identity = points, log = exp(points), {
    own <- !duplicated(z$x)
    approx(z$x[own], z$time[own], points)$y
  })
  c(coefficient = unname(coef(fit)[index]), times = sum(z$time) / factor, residuals = sum(y),
    "times of the smooth" = sum(times) / factor, smooth = sum(smooth), lower = sum(smooth - half), upper = sum(smooth + half))
}
s <- populations[["all"]]
for (own in intersect(c("time", "event", "cause", "entry", "weight", "set", "group"), names(s))) { s[[paste(own, "of the study")]] <- s[[own]]; s[[own]] <- NULL }
s$time <- s[["time pfs"]]; s$cause <- s[["status pfs"]]; s$event <- s$cause == 1
asked <- s; s <- s[!is.na(s$time) & !is.na(s$event), , drop = FALSE]
x <- known(data.frame(time = s$time, event = s$event, v1 = relevel(s[["arm "]], "IO+T"), v2 = relevel(s[["ecog_group"]], "0"), v3 = relevel(s[["treatment_stage"]], "naive")))
fit <- coxph(Surv(time, event) ~ v1 + v2 + v3, data = x, ties = "efron", control = fine)
zph <- hazards_test(fit, "km")
compare_all("residuals: proportional hazards, v1", c(hazards_row(zph, "v1"), cox_numbers(fit)[c("patients", "events")]), c("test" = 0.0060450398758903874, "test, degrees of freedom" = 1.0, "test, p" = 0.9380270359379309, "patients" = 71.0, "events" = 63.0), 1e-05)
compare_all("residuals: proportional hazards, v2", c(hazards_row(zph, "v2"), cox_numbers(fit)[c("patients", "events")]), c("test" = 0.03493243257579514, "test, degrees of freedom" = 1.0, "test, p" = 0.8517373138024404, "patients" = 71.0, "events" = 63.0), 1e-05)
compare_all("residuals: proportional hazards, v3", c(hazards_row(zph, "v3"), cox_numbers(fit)[c("patients", "events")]), c("test" = 0.28245731704112226, "test, degrees of freedom" = 1.0, "test, p" = 0.5950951088927638, "patients" = 71.0, "events" = 63.0), 1e-05)
compare_all("residuals: proportional hazards, global", c(hazards_row(zph, "GLOBAL"), cox_numbers(fit)[c("patients", "events")]), c("test" = 0.32977008269292774, "test, degrees of freedom" = 3.0, "test, p" = 0.9543356559413527, "patients" = 71.0, "events" = 63.0), 1e-05)
compare_all("residuals Treatment group: RT+IO+T vs IO+T", residual_sums(fit, 1, "km", 30.4375), c("coefficient" = -0.9126360843982387, "times" = 475.86036960985626, "residuals" = -57.49607331708913, "times of the smooth" = 320.6999434909731, "smooth" = -36.88693324214318, "lower" = -84.49798004754786, "upper" = 10.72411356326147), 1e-05)
compare_all("residuals Treatment group: RT+IO+T vs IO+T: proportional hazards", c(hazards_row(zph, "v1"), cox_numbers(fit)[c("patients", "events")]), c("test" = 0.0060450398758903874, "test, degrees of freedom" = 1.0, "test, p" = 0.9380270359379309, "patients" = 71.0, "events" = 63.0), 1e-05)
compare_all("residuals ECOG performance status: 1–2 vs 0", residual_sums(fit, 2, "km", 30.4375), c("coefficient" = 0.2485408943154413, "times" = 475.86036960985626, "residuals" = 15.658076341875773, "times of the smooth" = 320.6999434909731, "smooth" = 11.238484172505773, "lower" = -46.11261557563911, "upper" = 68.58958392065067), 1e-05)
compare_all("residuals ECOG performance status: 1–2 vs 0: proportional hazards", c(hazards_row(zph, "v2"), cox_numbers(fit)[c("patients", "events")]), c("test" = 0.03493243257579514, "test, degrees of freedom" = 1.0, "test, p" = 0.8517373138024404, "patients" = 71.0, "events" = 63.0), 1e-05)
compare_all("residuals Treatment stage: recurrent vs naive", residual_sums(fit, 3, "km", 30.4375), c("coefficient" = -0.32425689142311703, "times" = 475.86036960985626, "residuals" = -20.428184159656368, "times of the smooth" = 320.6999434909731, "smooth" = -13.062332319695482, "lower" = -56.37258872289139, "upper" = 30.247924083500436), 1e-05)
compare_all("residuals Treatment stage: recurrent vs naive: proportional hazards", c(hazards_row(zph, "v3"), cox_numbers(fit)[c("patients", "events")]), c("test" = 0.28245731704112226, "test, degrees of freedom" = 1.0, "test, p" = 0.5950951088927638, "patients" = 71.0, "events" = 63.0), 1e-05)
# Table safety-plot
d <- patients("data/adverse_events.csv", ",", c(), NULL)
compare("Rows of data/adverse_events.csv", nrow(d), 350.0)
events <- data.frame(patient = d[["id"]], term = d[["term"]], grade = as.numeric(d[["grade"]]))
s <- populations[["all"]]
s$group <- s[["arm "]]; s <- s[!is.na(s$group), , drop = FALSE]
compare("safety-plot IO+T: patients", sum(s$group == "IO+T"), 42.0)
compare("safety-plot RT+IO+T: patients", sum(s$group == "RT+IO+T"), 29.0)
compare("safety-plot: records without a term or grade", with(events, sum(patient %in% s[["id"]] & (is.na(term) | is.na(grade)))), 0.0)
compare("safety-plot: terms left out", with(events, length(setdiff(term[patient %in% s[["id"]] & !is.na(grade) & !is.na(term)], c("Lymphopenia", "Anorexia", "Aspartate aminotransferase elevation", "Thrombocytopenia", "Fatigue", "Leukopenia", "Alanine aminotransferase elevation", "Anemia", "Hypothyroidism", "Infection", "Rash", "Nausea", "Fever", "Gastrointestinal ulcer", "Esophageal and gastric fundus variceal bleeding", "Creatinine elevation", "Hypertension", "Vomiting")))), 0.0)
worst <- worst_grades(events[events$term %in% "Lymphopenia", ], s[["id"]])
had <- worst >= 1
compare("safety-plot Lymphopenia, Any grade: IO+T", sum(had & s$group == "IO+T"), 22.0)
compare("safety-plot Lymphopenia, Any grade: RT+IO+T", sum(had & s$group == "RT+IO+T"), 28.0)
had <- worst >= 3 & worst <= 4
compare("safety-plot Lymphopenia, Grade 3–4: IO+T", sum(had & s$group == "IO+T"), 8.0)
compare("safety-plot Lymphopenia, Grade 3–4: RT+IO+T", sum(had & s$group == "RT+IO+T"), 18.0)
worst <- worst_grades(events[events$term %in% "Anorexia", ], s[["id"]])
had <- worst >= 1
compare("safety-plot Anorexia, Any grade: IO+T", sum(had & s$group == "IO+T"), 23.0)
compare("safety-plot Anorexia, Any grade: RT+IO+T", sum(had & s$group == "RT+IO+T"), 17.0)
had <- worst >= 3 & worst <= 4
compare("safety-plot Anorexia, Grade 3–4: IO+T", sum(had & s$group == "IO+T"), 0.0)
compare("safety-plot Anorexia, Grade 3–4: RT+IO+T", sum(had & s$group == "RT+IO+T"), 0.0)
worst <- worst_grades(events[events$term %in% "Aspartate aminotransferase elevation", ], s[["id"]])
had <- worst >= 1
compare("safety-plot Aspartate aminotransferase elevation, Any grade: IO+T", sum(had & s$group == "IO+T"), 15.0)
compare("safety-plot Aspartate aminotransferase elevation, Any grade: RT+IO+T", sum(had & s$group == "RT+IO+T"), 22.0)
had <- worst >= 3 & worst <= 4
compare("safety-plot Aspartate aminotransferase elevation, Grade 3–4: IO+T", sum(had & s$group == "IO+T"), 1.0)
compare("safety-plot Aspartate aminotransferase elevation, Grade 3–4: RT+IO+T", sum(had & s$group == "RT+IO+T"), 2.0)
worst <- worst_grades(events[events$term %in% "Thrombocytopenia", ], s[["id"]])
had <- worst >= 1
compare("safety-plot Thrombocytopenia, Any grade: IO+T", sum(had & s$group == "IO+T"), 13.0)
compare("safety-plot Thrombocytopenia, Any grade: RT+IO+T", sum(had & s$group == "RT+IO+T"), 22.0)
had <- worst >= 3 & worst <= 4
compare("safety-plot Thrombocytopenia, Grade 3–4: IO+T", sum(had & s$group == "IO+T"), 1.0)
compare("safety-plot Thrombocytopenia, Grade 3–4: RT+IO+T", sum(had & s$group == "RT+IO+T"), 7.0)
worst <- worst_grades(events[events$term %in% "Fatigue", ], s[["id"]])
had <- worst >= 1
compare("safety-plot Fatigue, Any grade: IO+T", sum(had & s$group == "IO+T"), 19.0)
compare("safety-plot Fatigue, Any grade: RT+IO+T", sum(had & s$group == "RT+IO+T"), 15.0)
had <- worst >= 3 & worst <= 4
compare("safety-plot Fatigue, Grade 3–4: IO+T", sum(had & s$group == "IO+T"), 0.0)
compare("safety-plot Fatigue, Grade 3–4: RT+IO+T", sum(had & s$group == "RT+IO+T"), 0.0)
worst <- worst_grades(events[events$term %in% "Leukopenia", ], s[["id"]])
had <- worst >= 1
compare("safety-plot Leukopenia, Any grade: IO+T", sum(had & s$group == "IO+T"), 8.0)
compare("safety-plot Leukopenia, Any grade: RT+IO+T", sum(had & s$group == "RT+IO+T"), 18.0)
had <- worst >= 3 & worst <= 4
compare("safety-plot Leukopenia, Grade 3–4: IO+T", sum(had & s$group == "IO+T"), 0.0)
compare("safety-plot Leukopenia, Grade 3–4: RT+IO+T", sum(had & s$group == "RT+IO+T"), 2.0)
worst <- worst_grades(events[events$term %in% "Alanine aminotransferase elevation", ], s[["id"]])
had <- worst >= 1
compare("safety-plot Alanine aminotransferase elevation, Any grade: IO+T", sum(had & s$group == "IO+T"), 8.0)
compare("safety-plot Alanine aminotransferase elevation, Any grade: RT+IO+T", sum(had & s$group == "RT+IO+T"), 15.0)
had <- worst >= 3 & worst <= 4
compare("safety-plot Alanine aminotransferase elevation, Grade 3–4: IO+T", sum(had & s$group == "IO+T"), 0.0)
compare("safety-plot Alanine aminotransferase elevation, Grade 3–4: RT+IO+T", sum(had & s$group == "RT+IO+T"), 0.0)
worst <- worst_grades(events[events$term %in% "Anemia", ], s[["id"]])
had <- worst >= 1
compare("safety-plot Anemia, Any grade: IO+T", sum(had & s$group == "IO+T"), 9.0)
compare("safety-plot Anemia, Any grade: RT+IO+T", sum(had & s$group == "RT+IO+T"), 12.0)
had <- worst >= 3 & worst <= 4
compare("safety-plot Anemia, Grade 3–4: IO+T", sum(had & s$group == "IO+T"), 3.0)
compare("safety-plot Anemia, Grade 3–4: RT+IO+T", sum(had & s$group == "RT+IO+T"), 6.0)
worst <- worst_grades(events[events$term %in% "Hypothyroidism", ], s[["id"]])
had <- worst >= 1
compare("safety-plot Hypothyroidism, Any grade: IO+T", sum(had & s$group == "IO+T"), 9.0)
compare("safety-plot Hypothyroidism, Any grade: RT+IO+T", sum(had & s$group == "RT+IO+T"), 4.0)
had <- worst >= 3 & worst <= 4
compare("safety-plot Hypothyroidism, Grade 3–4: IO+T", sum(had & s$group == "IO+T"), 0.0)
compare("safety-plot Hypothyroidism, Grade 3–4: RT+IO+T", sum(had & s$group == "RT+IO+T"), 0.0)
worst <- worst_grades(events[events$term %in% "Infection", ], s[["id"]])
had <- worst >= 1
compare("safety-plot Infection, Any grade: IO+T", sum(had & s$group == "IO+T"), 8.0)
compare("safety-plot Infection, Any grade: RT+IO+T", sum(had & s$group == "RT+IO+T"), 5.0)
had <- worst >= 3 & worst <= 4
compare("safety-plot Infection, Grade 3–4: IO+T", sum(had & s$group == "IO+T"), 0.0)
compare("safety-plot Infection, Grade 3–4: RT+IO+T", sum(had & s$group == "RT+IO+T"), 0.0)
worst <- worst_grades(events[events$term %in% "Rash", ], s[["id"]])
had <- worst >= 1
compare("safety-plot Rash, Any grade: IO+T", sum(had & s$group == "IO+T"), 9.0)
compare("safety-plot Rash, Any grade: RT+IO+T", sum(had & s$group == "RT+IO+T"), 4.0)
had <- worst >= 3 & worst <= 4
compare("safety-plot Rash, Grade 3–4: IO+T", sum(had & s$group == "IO+T"), 2.0)
compare("safety-plot Rash, Grade 3–4: RT+IO+T", sum(had & s$group == "RT+IO+T"), 0.0)
worst <- worst_grades(events[events$term %in% "Nausea", ], s[["id"]])
had <- worst >= 1
compare("safety-plot Nausea, Any grade: IO+T", sum(had & s$group == "IO+T"), 4.0)
compare("safety-plot Nausea, Any grade: RT+IO+T", sum(had & s$group == "RT+IO+T"), 6.0)
had <- worst >= 3 & worst <= 4
compare("safety-plot Nausea, Grade 3–4: IO+T", sum(had & s$group == "IO+T"), 0.0)
compare("safety-plot Nausea, Grade 3–4: RT+IO+T", sum(had & s$group == "RT+IO+T"), 0.0)
worst <- worst_grades(events[events$term %in% "Fever", ], s[["id"]])
had <- worst >= 1
compare("safety-plot Fever, Any grade: IO+T", sum(had & s$group == "IO+T"), 3.0)
compare("safety-plot Fever, Any grade: RT+IO+T", sum(had & s$group == "RT+IO+T"), 6.0)
had <- worst >= 3 & worst <= 4
compare("safety-plot Fever, Grade 3–4: IO+T", sum(had & s$group == "IO+T"), 0.0)
compare("safety-plot Fever, Grade 3–4: RT+IO+T", sum(had & s$group == "RT+IO+T"), 0.0)
worst <- worst_grades(events[events$term %in% "Gastrointestinal ulcer", ], s[["id"]])
had <- worst >= 1
compare("safety-plot Gastrointestinal ulcer, Any grade: IO+T", sum(had & s$group == "IO+T"), 2.0)
compare("safety-plot Gastrointestinal ulcer, Any grade: RT+IO+T", sum(had & s$group == "RT+IO+T"), 6.0)
had <- worst >= 3 & worst <= 4
compare("safety-plot Gastrointestinal ulcer, Grade 3–4: IO+T", sum(had & s$group == "IO+T"), 0.0)
compare("safety-plot Gastrointestinal ulcer, Grade 3–4: RT+IO+T", sum(had & s$group == "RT+IO+T"), 0.0)
worst <- worst_grades(events[events$term %in% "Esophageal and gastric fundus variceal bleeding", ], s[["id"]])
had <- worst >= 1
compare("safety-plot Esophageal and gastric fundus variceal bleeding, Any grade: IO+T", sum(had & s$group == "IO+T"), 3.0)
compare("safety-plot Esophageal and gastric fundus variceal bleeding, Any grade: RT+IO+T", sum(had & s$group == "RT+IO+T"), 4.0)
had <- worst >= 3 & worst <= 4
compare("safety-plot Esophageal and gastric fundus variceal bleeding, Grade 3–4: IO+T", sum(had & s$group == "IO+T"), 0.0)
compare("safety-plot Esophageal and gastric fundus variceal bleeding, Grade 3–4: RT+IO+T", sum(had & s$group == "RT+IO+T"), 0.0)
worst <- worst_grades(events[events$term %in% "Creatinine elevation", ], s[["id"]])
had <- worst >= 1
compare("safety-plot Creatinine elevation, Any grade: IO+T", sum(had & s$group == "IO+T"), 3.0)
compare("safety-plot Creatinine elevation, Any grade: RT+IO+T", sum(had & s$group == "RT+IO+T"), 3.0)
had <- worst >= 3 & worst <= 4
compare("safety-plot Creatinine elevation, Grade 3–4: IO+T", sum(had & s$group == "IO+T"), 0.0)
compare("safety-plot Creatinine elevation, Grade 3–4: RT+IO+T", sum(had & s$group == "RT+IO+T"), 0.0)
worst <- worst_grades(events[events$term %in% "Hypertension", ], s[["id"]])
had <- worst >= 1
compare("safety-plot Hypertension, Any grade: IO+T", sum(had & s$group == "IO+T"), 1.0)
compare("safety-plot Hypertension, Any grade: RT+IO+T", sum(had & s$group == "RT+IO+T"), 2.0)
had <- worst >= 3 & worst <= 4
compare("safety-plot Hypertension, Grade 3–4: IO+T", sum(had & s$group == "IO+T"), 0.0)
compare("safety-plot Hypertension, Grade 3–4: RT+IO+T", sum(had & s$group == "RT+IO+T"), 0.0)
worst <- worst_grades(events[events$term %in% "Vomiting", ], s[["id"]])
had <- worst >= 1
compare("safety-plot Vomiting, Any grade: IO+T", sum(had & s$group == "IO+T"), 1.0)
compare("safety-plot Vomiting, Any grade: RT+IO+T", sum(had & s$group == "RT+IO+T"), 1.0)
had <- worst >= 3 & worst <= 4
compare("safety-plot Vomiting, Grade 3–4: IO+T", sum(had & s$group == "IO+T"), 0.0)
compare("safety-plot Vomiting, Grade 3–4: RT+IO+T", sum(had & s$group == "RT+IO+T"), 0.0)
finish()
