# Radiotherapy with immunotherapy and targeted therapy in unresectable hepatocellular carcinoma
# The study's numbers computed again by R, each beside that of greenwood 0.1.0.
# Run it in the study file's folder, or name that folder:  Rscript appendix.R FOLDER
level <- 0.95
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
fisher <- function(counts) if (min(dim(counts)) < 2) 1 else fisher.test(counts, workspace = 2e7)$p.value
made <- 0
failed <- 0
omitted <- character()
left_out <- function(what) omitted <<- c(omitted, what)
compare <- function(name, value, ours, tolerance = 1e-6) {
  value <- unname(as.numeric(value))[1]
  agrees <- isTRUE(all.equal(value, ours, tolerance = tolerance))
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
hazard <- function(fit, term, column) summary(fit, conf.int = level)$conf.int[term, column]
median_of <- function(fit) unname(summary(fit)$table["median"])
cat(sprintf("%-68s %14s %14s\n", "", "R", "ours"))
d <- patients("data/patients.csv", ",", c(), "id")

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
# The matched patients in their order: units count 1, their partners together as much, with a mean of 1.
matched <- function(m, partners) {
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
  m[["weight "]] <- weight
  m[["set "]] <- set
  m[weight > 0, , drop = FALSE]
}
populations <- list()
populations[["all"]] <- d
populations[["rt_arm"]] <- d[(d[["arm"]] == "RT+IO+T") %in% TRUE, , drop = FALSE]
m <- d
m <- m[complete.cases(m[c("arm ", "age_group", "ecog_group", "diameter_group", "extrahepatic_metastasis", "treatment_line")]), , drop = FALSE]
treated <- m[["arm "]] == "RT+IO+T"
design <- data.frame(treated = treated, m[c("age_group", "ecog_group", "diameter_group", "extrahepatic_metastasis", "treatment_line")], check.names = FALSE)
propensity <- glm(treated ~ ., data = design, family = binomial, control = list(epsilon = 1e-12, maxit = 100))
score <- signif(predict(propensity), 9)
width <- 0.2 * sd(score)
stratum <- rep(1, nrow(m))
partners <- match_nearest(score, treated, stratum, "largest", 1, width, FALSE)
populations[["matched"]] <- matched(m, partners)
compare("Matched patients: matched treated patients", length(partners), 18.0)
compare("Matched patients: matched controls", length(unique(unlist(partners))), 18.0)

# Progression-free survival: pfs
s <- populations[["all"]]
s$time <- s[["time pfs"]]; s$cause <- s[["status pfs"]]; s$event <- s$cause == 1
s$group <- factor(s[["arm "]], levels = c("IO+T", "RT+IO+T"))
s <- s[!is.na(s$group) & !is.na(s$time) & !is.na(s$event), , drop = FALSE]
x <- s[s$group == "IO+T", ]
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
x <- s[s$group == "RT+IO+T", ]
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
compare("pfs: log-rank chi-squared", survdiff(Surv(time, event) ~ group, data = s)$chisq, 15.259170336020892)
s$group <- relevel(s$group, "IO+T")
fit <- coxph(Surv(time, event) ~ group, data = s, ties = "efron", control = fine, robust = FALSE)
compare("pfs: hazard ratio of RT+IO+T", hazard(fit, "groupRT+IO+T", 1), 0.34638103494720995)
compare("pfs: hazard ratio of RT+IO+T, lower", hazard(fit, "groupRT+IO+T", 3), 0.1996358291388281)
compare("pfs: hazard ratio of RT+IO+T, upper", hazard(fit, "groupRT+IO+T", 4), 0.6009934283272644)
# Overall survival: os
s <- populations[["all"]]
s$time <- s[["time os"]]; s$cause <- s[["status os"]]; s$event <- s$cause == 1
s$group <- factor(s[["arm "]], levels = c("IO+T", "RT+IO+T"))
s <- s[!is.na(s$group) & !is.na(s$time) & !is.na(s$event), , drop = FALSE]
x <- s[s$group == "IO+T", ]
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
x <- s[s$group == "RT+IO+T", ]
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
compare("os: log-rank chi-squared", survdiff(Surv(time, event) ~ group, data = s)$chisq, 7.017743240658484)
s$group <- relevel(s$group, "IO+T")
fit <- coxph(Surv(time, event) ~ group, data = s, ties = "efron", control = fine, robust = FALSE)
compare("os: hazard ratio of RT+IO+T", hazard(fit, "groupRT+IO+T", 1), 0.4543376345451906)
compare("os: hazard ratio of RT+IO+T, lower", hazard(fit, "groupRT+IO+T", 3), 0.25027387381865285)
compare("os: hazard ratio of RT+IO+T, upper", hazard(fit, "groupRT+IO+T", 4), 0.8247871941826895)
# Progression-free survival: pfs.by.rt_target.in.rt_arm
s <- populations[["rt_arm"]]
s$time <- s[["time pfs"]]; s$cause <- s[["status pfs"]]; s$event <- s$cause == 1
s$group <- factor(s[["rt_target"]], levels = c("Tumour thrombus", "Liver lesions"))
s <- s[!is.na(s$group) & !is.na(s$time) & !is.na(s$event), , drop = FALSE]
x <- s[s$group == "Tumour thrombus", ]
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
x <- s[s$group == "Liver lesions", ]
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
compare("pfs.by.rt_target.in.rt_arm: log-rank chi-squared", survdiff(Surv(time, event) ~ group, data = s)$chisq, 2.5684823130841625)
s$group <- relevel(s$group, "Tumour thrombus")
fit <- coxph(Surv(time, event) ~ group, data = s, ties = "efron", control = fine, robust = FALSE)
compare("pfs.by.rt_target.in.rt_arm: hazard ratio of Liver lesions", hazard(fit, "groupLiver lesions", 1), 0.5007702589288489)
compare("pfs.by.rt_target.in.rt_arm: hazard ratio of Liver lesions, lower", hazard(fit, "groupLiver lesions", 3), 0.21144288026014896)
compare("pfs.by.rt_target.in.rt_arm: hazard ratio of Liver lesions, upper", hazard(fit, "groupLiver lesions", 4), 1.1859980904494407)
# Progression-free survival: pfs.in.matched
s <- populations[["matched"]]
s$time <- s[["time pfs"]]; s$cause <- s[["status pfs"]]; s$event <- s$cause == 1
s$weight <- s[["weight "]]; s$set <- s[["set "]]
s$group <- factor(s[["arm "]], levels = c("IO+T", "RT+IO+T"))
s <- s[!is.na(s$group) & !is.na(s$time) & !is.na(s$event), , drop = FALSE]
x <- s[s$group == "IO+T", ]
fit <- survfit(Surv(time, event) ~ 1, data = x, conf.int = 0.95, conf.type = "log-log", id = seq_len(nrow(x)), weights = weight, robust = any(x$weight != 1))
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
x <- s[s$group == "RT+IO+T", ]
fit <- survfit(Surv(time, event) ~ 1, data = x, conf.int = 0.95, conf.type = "log-log", id = seq_len(nrow(x)), weights = weight, robust = any(x$weight != 1))
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
if (all(s$weight == 1)) {
compare("pfs.in.matched: log-rank chi-squared", survdiff(Surv(time, event) ~ group, data = s)$chisq, 5.6442603525815755)
}
s$group <- relevel(s$group, "IO+T")
fit <- coxph(Surv(time, event) ~ group, data = s, ties = "efron", control = fine, weights = weight, robust = FALSE)
compare("pfs.in.matched: hazard ratio of RT+IO+T", hazard(fit, "groupRT+IO+T", 1), 0.4338756879389899)
compare("pfs.in.matched: hazard ratio of RT+IO+T, lower", hazard(fit, "groupRT+IO+T", 3), 0.21405004233506233)
compare("pfs.in.matched: hazard ratio of RT+IO+T, upper", hazard(fit, "groupRT+IO+T", 4), 0.8794584225769895)
s$group <- relevel(s$group, "IO+T")
fit <- coxph(Surv(time, event) ~ group, data = s, ties = "efron", control = fine, weights = weight, cluster = set)
compare("pfs.in.matched: robust hazard ratio of RT+IO+T", hazard(fit, "groupRT+IO+T", 1), 0.4338756879389899)
compare("pfs.in.matched: robust hazard ratio of RT+IO+T, lower", hazard(fit, "groupRT+IO+T", 3), 0.198270542279673)
compare("pfs.in.matched: robust hazard ratio of RT+IO+T, upper", hazard(fit, "groupRT+IO+T", 4), 0.9494507374625323)
# Table baseline
s <- populations[["all"]]
compare("baseline Age (years): p, pearson-chi-squared", suppressWarnings(chisq.test(table(factor(s[["age_group"]]), factor(s[["arm "]])), correct = FALSE))$p.value, 0.8864192182345392)
compare("baseline Gender: p, fisher-exact", fisher(table(factor(s[["sex"]]), factor(s[["arm "]]))), 0.20889663905457034)
compare("baseline BCLC stage: p, pearson-chi-squared", suppressWarnings(chisq.test(table(factor(s[["bclc"]]), factor(s[["arm "]])), correct = FALSE))$p.value, 0.0071334057713017185)
compare("baseline Child–Pugh class: p, pearson-chi-squared", suppressWarnings(chisq.test(table(factor(s[["child_pugh"]]), factor(s[["arm "]])), correct = FALSE))$p.value, 0.2970822061304225)
compare("baseline ECOG performance status: p, pearson-chi-squared", suppressWarnings(chisq.test(table(factor(s[["ecog_group"]]), factor(s[["arm "]])), correct = FALSE))$p.value, 0.04643617230086855)
compare("baseline Baseline AFP (ng/mL): p, pearson-chi-squared", suppressWarnings(chisq.test(table(factor(s[["afp_group"]]), factor(s[["arm "]])), correct = FALSE))$p.value, 0.19502535980026903)
compare("baseline Maximum tumour diameter (cm): p, pearson-chi-squared", suppressWarnings(chisq.test(table(factor(s[["diameter_group"]]), factor(s[["arm "]])), correct = FALSE))$p.value, 0.3750051466421291)
compare("baseline Extrahepatic metastasis: p, pearson-chi-squared", suppressWarnings(chisq.test(table(factor(s[["extrahepatic_metastasis"]]), factor(s[["arm "]])), correct = FALSE))$p.value, 0.7561243973311467)
compare("baseline Portal vein invasion: p, pearson-chi-squared", suppressWarnings(chisq.test(table(factor(s[["portal_vein_invasion"]]), factor(s[["arm "]])), correct = FALSE))$p.value, 0.07464199008298888)
compare("baseline Treatment line: p, pearson-chi-squared", suppressWarnings(chisq.test(table(factor(s[["treatment_line"]]), factor(s[["arm "]])), correct = FALSE))$p.value, 0.00044082367847965995)
compare("baseline Previous locoregional therapy: p, fisher-exact", fisher(table(factor(s[["prior_locoregional"]]), factor(s[["arm "]]))), 0.14402016277763563)
left_out("table radiotherapy")
# Table response
s <- populations[["all"]]
compare("response PR: p, pearson-chi-squared", suppressWarnings(chisq.test(table(factor(ifelse(is.na(s[["best_response_3mo"]]), NA, s[["best_response_3mo"]] %in% c("PR"))), factor(s[["arm "]])), correct = FALSE))$p.value, 0.005874486662683118)
compare("response SD: p, pearson-chi-squared", suppressWarnings(chisq.test(table(factor(ifelse(is.na(s[["best_response_3mo"]]), NA, s[["best_response_3mo"]] %in% c("SD"))), factor(s[["arm "]])), correct = FALSE))$p.value, 0.9402357125402238)
compare("response PD: p, pearson-chi-squared", suppressWarnings(chisq.test(table(factor(ifelse(is.na(s[["best_response_3mo"]]), NA, s[["best_response_3mo"]] %in% c("PD"))), factor(s[["arm "]])), correct = FALSE))$p.value, 0.0031718715510510556)
compare("response ORR: p, pearson-chi-squared", suppressWarnings(chisq.test(table(factor(ifelse(is.na(s[["best_response_3mo"]]), NA, s[["best_response_3mo"]] %in% c("CR", "PR"))), factor(s[["arm "]])), correct = FALSE))$p.value, 0.005874486662683118)
compare("response DCR: p, pearson-chi-squared", suppressWarnings(chisq.test(table(factor(ifelse(is.na(s[["best_response_3mo"]]), NA, s[["best_response_3mo"]] %in% c("CR", "PR", "SD"))), factor(s[["arm "]])), correct = FALSE))$p.value, 0.0031718715510510556)
# Table safety
# Each patient's worst grade; -1 for who had no event with a term and a grade.
worst_grades <- function(events, patients) {
  events <- events[!is.na(events$term) & !is.na(events$grade), ]
  worst <- tapply(events$grade, events$patient, max)[patients]
  ifelse(is.na(worst), -1, worst)
}
d <- patients("data/adverse_events.csv", ",", c(), NULL)
events <- data.frame(patient = d[["id"]], term = d[["term"]], grade = as.numeric(d[["grade"]]))
s <- populations[["all"]]
s$group <- s[["arm "]]; s <- s[!is.na(s$group), , drop = FALSE]
worst <- worst_grades(events, s[["id"]])
had <- worst >= 1
compare("safety All adverse events, Any grade: IO+T", sum(had & s$group == "IO+T"), 40.0)
compare("safety All adverse events, Any grade: RT+IO+T", sum(had & s$group == "RT+IO+T"), 29.0)
compare("safety All adverse events, Any grade: p, fisher-exact", fisher(table(factor(had), factor(s$group))), 0.5098591549295773)
had <- worst >= 3 & worst <= 4
compare("safety All adverse events, Grade 3–4: IO+T", sum(had & s$group == "IO+T"), 12.0)
compare("safety All adverse events, Grade 3–4: RT+IO+T", sum(had & s$group == "RT+IO+T"), 18.0)
compare("safety All adverse events, Grade 3–4: p, pearson-chi-squared", suppressWarnings(chisq.test(table(factor(had), factor(s$group)), correct = FALSE))$p.value, 0.004973419884796252)
worst <- worst_grades(events[events$term %in% "Anorexia", ], s[["id"]])
had <- worst >= 1
compare("safety Anorexia, Any grade: IO+T", sum(had & s$group == "IO+T"), 23.0)
compare("safety Anorexia, Any grade: RT+IO+T", sum(had & s$group == "RT+IO+T"), 17.0)
compare("safety Anorexia, Any grade: p, pearson-chi-squared", suppressWarnings(chisq.test(table(factor(had), factor(s$group)), correct = FALSE))$p.value, 0.7472635223552907)
had <- worst >= 3 & worst <= 4
compare("safety Anorexia, Grade 3–4: IO+T", sum(had & s$group == "IO+T"), 0.0)
compare("safety Anorexia, Grade 3–4: RT+IO+T", sum(had & s$group == "RT+IO+T"), 0.0)
worst <- worst_grades(events[events$term %in% "Nausea", ], s[["id"]])
had <- worst >= 1
compare("safety Nausea, Any grade: IO+T", sum(had & s$group == "IO+T"), 4.0)
compare("safety Nausea, Any grade: RT+IO+T", sum(had & s$group == "RT+IO+T"), 6.0)
compare("safety Nausea, Any grade: p, fisher-exact", fisher(table(factor(had), factor(s$group))), 0.2978864310859094)
had <- worst >= 3 & worst <= 4
compare("safety Nausea, Grade 3–4: IO+T", sum(had & s$group == "IO+T"), 0.0)
compare("safety Nausea, Grade 3–4: RT+IO+T", sum(had & s$group == "RT+IO+T"), 0.0)
worst <- worst_grades(events[events$term %in% "Vomiting", ], s[["id"]])
had <- worst >= 1
compare("safety Vomiting, Any grade: IO+T", sum(had & s$group == "IO+T"), 1.0)
compare("safety Vomiting, Any grade: RT+IO+T", sum(had & s$group == "RT+IO+T"), 1.0)
compare("safety Vomiting, Any grade: p, fisher-exact", fisher(table(factor(had), factor(s$group))), 1.0)
had <- worst >= 3 & worst <= 4
compare("safety Vomiting, Grade 3–4: IO+T", sum(had & s$group == "IO+T"), 0.0)
compare("safety Vomiting, Grade 3–4: RT+IO+T", sum(had & s$group == "RT+IO+T"), 0.0)
worst <- worst_grades(events[events$term %in% "Fever", ], s[["id"]])
had <- worst >= 1
compare("safety Fever, Any grade: IO+T", sum(had & s$group == "IO+T"), 3.0)
compare("safety Fever, Any grade: RT+IO+T", sum(had & s$group == "RT+IO+T"), 6.0)
compare("safety Fever, Any grade: p, fisher-exact", fisher(table(factor(had), factor(s$group))), 0.14577075245442828)
had <- worst >= 3 & worst <= 4
compare("safety Fever, Grade 3–4: IO+T", sum(had & s$group == "IO+T"), 0.0)
compare("safety Fever, Grade 3–4: RT+IO+T", sum(had & s$group == "RT+IO+T"), 0.0)
worst <- worst_grades(events[events$term %in% "Fatigue", ], s[["id"]])
had <- worst >= 1
compare("safety Fatigue, Any grade: IO+T", sum(had & s$group == "IO+T"), 19.0)
compare("safety Fatigue, Any grade: RT+IO+T", sum(had & s$group == "RT+IO+T"), 15.0)
compare("safety Fatigue, Any grade: p, pearson-chi-squared", suppressWarnings(chisq.test(table(factor(had), factor(s$group)), correct = FALSE))$p.value, 0.59073949659301)
had <- worst >= 3 & worst <= 4
compare("safety Fatigue, Grade 3–4: IO+T", sum(had & s$group == "IO+T"), 0.0)
compare("safety Fatigue, Grade 3–4: RT+IO+T", sum(had & s$group == "RT+IO+T"), 0.0)
worst <- worst_grades(events[events$term %in% "Alanine aminotransferase elevation", ], s[["id"]])
had <- worst >= 1
compare("safety Alanine aminotransferase elevation, Any grade: IO+T", sum(had & s$group == "IO+T"), 8.0)
compare("safety Alanine aminotransferase elevation, Any grade: RT+IO+T", sum(had & s$group == "RT+IO+T"), 15.0)
compare("safety Alanine aminotransferase elevation, Any grade: p, pearson-chi-squared", suppressWarnings(chisq.test(table(factor(had), factor(s$group)), correct = FALSE))$p.value, 0.0038275107789305656)
had <- worst >= 3 & worst <= 4
compare("safety Alanine aminotransferase elevation, Grade 3–4: IO+T", sum(had & s$group == "IO+T"), 0.0)
compare("safety Alanine aminotransferase elevation, Grade 3–4: RT+IO+T", sum(had & s$group == "RT+IO+T"), 0.0)
worst <- worst_grades(events[events$term %in% "Aspartate aminotransferase elevation", ], s[["id"]])
had <- worst >= 1
compare("safety Aspartate aminotransferase elevation, Any grade: IO+T", sum(had & s$group == "IO+T"), 15.0)
compare("safety Aspartate aminotransferase elevation, Any grade: RT+IO+T", sum(had & s$group == "RT+IO+T"), 22.0)
compare("safety Aspartate aminotransferase elevation, Any grade: p, pearson-chi-squared", suppressWarnings(chisq.test(table(factor(had), factor(s$group)), correct = FALSE))$p.value, 0.0008725374340577976)
had <- worst >= 3 & worst <= 4
compare("safety Aspartate aminotransferase elevation, Grade 3–4: IO+T", sum(had & s$group == "IO+T"), 1.0)
compare("safety Aspartate aminotransferase elevation, Grade 3–4: RT+IO+T", sum(had & s$group == "RT+IO+T"), 2.0)
compare("safety Aspartate aminotransferase elevation, Grade 3–4: p, fisher-exact", fisher(table(factor(had), factor(s$group))), 0.5631353337415798)
worst <- worst_grades(events[events$term %in% "Thrombocytopenia", ], s[["id"]])
had <- worst >= 1
compare("safety Thrombocytopenia, Any grade: IO+T", sum(had & s$group == "IO+T"), 13.0)
compare("safety Thrombocytopenia, Any grade: RT+IO+T", sum(had & s$group == "RT+IO+T"), 22.0)
compare("safety Thrombocytopenia, Any grade: p, pearson-chi-squared", suppressWarnings(chisq.test(table(factor(had), factor(s$group)), correct = FALSE))$p.value, 0.0001987864206089613)
had <- worst >= 3 & worst <= 4
compare("safety Thrombocytopenia, Grade 3–4: IO+T", sum(had & s$group == "IO+T"), 1.0)
compare("safety Thrombocytopenia, Grade 3–4: RT+IO+T", sum(had & s$group == "RT+IO+T"), 7.0)
compare("safety Thrombocytopenia, Grade 3–4: p, fisher-exact", fisher(table(factor(had), factor(s$group))), 0.006564910253282809)
worst <- worst_grades(events[events$term %in% "Leukopenia", ], s[["id"]])
had <- worst >= 1
compare("safety Leukopenia, Any grade: IO+T", sum(had & s$group == "IO+T"), 8.0)
compare("safety Leukopenia, Any grade: RT+IO+T", sum(had & s$group == "RT+IO+T"), 18.0)
compare("safety Leukopenia, Any grade: p, pearson-chi-squared", suppressWarnings(chisq.test(table(factor(had), factor(s$group)), correct = FALSE))$p.value, 0.00021674451633826045)
had <- worst >= 3 & worst <= 4
compare("safety Leukopenia, Grade 3–4: IO+T", sum(had & s$group == "IO+T"), 0.0)
compare("safety Leukopenia, Grade 3–4: RT+IO+T", sum(had & s$group == "RT+IO+T"), 2.0)
compare("safety Leukopenia, Grade 3–4: p, fisher-exact", fisher(table(factor(had), factor(s$group))), 0.16338028169014085)
worst <- worst_grades(events[events$term %in% "Anemia", ], s[["id"]])
had <- worst >= 1
compare("safety Anemia, Any grade: IO+T", sum(had & s$group == "IO+T"), 9.0)
compare("safety Anemia, Any grade: RT+IO+T", sum(had & s$group == "RT+IO+T"), 12.0)
compare("safety Anemia, Any grade: p, pearson-chi-squared", suppressWarnings(chisq.test(table(factor(had), factor(s$group)), correct = FALSE))$p.value, 0.07020625498108075)
had <- worst >= 3 & worst <= 4
compare("safety Anemia, Grade 3–4: IO+T", sum(had & s$group == "IO+T"), 3.0)
compare("safety Anemia, Grade 3–4: RT+IO+T", sum(had & s$group == "RT+IO+T"), 6.0)
compare("safety Anemia, Grade 3–4: p, fisher-exact", fisher(table(factor(had), factor(s$group))), 0.14577075245442828)
worst <- worst_grades(events[events$term %in% "Hypertension", ], s[["id"]])
had <- worst >= 1
compare("safety Hypertension, Any grade: IO+T", sum(had & s$group == "IO+T"), 1.0)
compare("safety Hypertension, Any grade: RT+IO+T", sum(had & s$group == "RT+IO+T"), 2.0)
compare("safety Hypertension, Any grade: p, fisher-exact", fisher(table(factor(had), factor(s$group))), 0.5631353337415798)
had <- worst >= 3 & worst <= 4
compare("safety Hypertension, Grade 3–4: IO+T", sum(had & s$group == "IO+T"), 0.0)
compare("safety Hypertension, Grade 3–4: RT+IO+T", sum(had & s$group == "RT+IO+T"), 0.0)
worst <- worst_grades(events[events$term %in% "Infection", ], s[["id"]])
had <- worst >= 1
compare("safety Infection, Any grade: IO+T", sum(had & s$group == "IO+T"), 8.0)
compare("safety Infection, Any grade: RT+IO+T", sum(had & s$group == "RT+IO+T"), 5.0)
compare("safety Infection, Any grade: p, pearson-chi-squared", suppressWarnings(chisq.test(table(factor(had), factor(s$group)), correct = FALSE))$p.value, 0.8466156978977587)
had <- worst >= 3 & worst <= 4
compare("safety Infection, Grade 3–4: IO+T", sum(had & s$group == "IO+T"), 0.0)
compare("safety Infection, Grade 3–4: RT+IO+T", sum(had & s$group == "RT+IO+T"), 0.0)
worst <- worst_grades(events[events$term %in% "Hypothyroidism", ], s[["id"]])
had <- worst >= 1
compare("safety Hypothyroidism, Any grade: IO+T", sum(had & s$group == "IO+T"), 9.0)
compare("safety Hypothyroidism, Any grade: RT+IO+T", sum(had & s$group == "RT+IO+T"), 4.0)
compare("safety Hypothyroidism, Any grade: p, pearson-chi-squared", suppressWarnings(chisq.test(table(factor(had), factor(s$group)), correct = FALSE))$p.value, 0.41351903849762517)
had <- worst >= 3 & worst <= 4
compare("safety Hypothyroidism, Grade 3–4: IO+T", sum(had & s$group == "IO+T"), 0.0)
compare("safety Hypothyroidism, Grade 3–4: RT+IO+T", sum(had & s$group == "RT+IO+T"), 0.0)
worst <- worst_grades(events[events$term %in% "Creatinine elevation", ], s[["id"]])
had <- worst >= 1
compare("safety Creatinine elevation, Any grade: IO+T", sum(had & s$group == "IO+T"), 3.0)
compare("safety Creatinine elevation, Any grade: RT+IO+T", sum(had & s$group == "RT+IO+T"), 3.0)
compare("safety Creatinine elevation, Any grade: p, fisher-exact", fisher(table(factor(had), factor(s$group))), 0.6826986620678726)
had <- worst >= 3 & worst <= 4
compare("safety Creatinine elevation, Grade 3–4: IO+T", sum(had & s$group == "IO+T"), 0.0)
compare("safety Creatinine elevation, Grade 3–4: RT+IO+T", sum(had & s$group == "RT+IO+T"), 0.0)
worst <- worst_grades(events[events$term %in% "Lymphopenia", ], s[["id"]])
had <- worst >= 1
compare("safety Lymphopenia, Any grade: IO+T", sum(had & s$group == "IO+T"), 22.0)
compare("safety Lymphopenia, Any grade: RT+IO+T", sum(had & s$group == "RT+IO+T"), 28.0)
compare("safety Lymphopenia, Any grade: p, pearson-chi-squared", suppressWarnings(chisq.test(table(factor(had), factor(s$group)), correct = FALSE))$p.value, 6.1078737251957e-05)
had <- worst >= 3 & worst <= 4
compare("safety Lymphopenia, Grade 3–4: IO+T", sum(had & s$group == "IO+T"), 8.0)
compare("safety Lymphopenia, Grade 3–4: RT+IO+T", sum(had & s$group == "RT+IO+T"), 18.0)
compare("safety Lymphopenia, Grade 3–4: p, pearson-chi-squared", suppressWarnings(chisq.test(table(factor(had), factor(s$group)), correct = FALSE))$p.value, 0.00021674451633826045)
worst <- worst_grades(events[events$term %in% "Gastrointestinal ulcer", ], s[["id"]])
had <- worst >= 1
compare("safety Gastrointestinal ulcer, Any grade: IO+T", sum(had & s$group == "IO+T"), 2.0)
compare("safety Gastrointestinal ulcer, Any grade: RT+IO+T", sum(had & s$group == "RT+IO+T"), 6.0)
compare("safety Gastrointestinal ulcer, Any grade: p, fisher-exact", fisher(table(factor(had), factor(s$group))), 0.0561011618996164)
had <- worst >= 3 & worst <= 4
compare("safety Gastrointestinal ulcer, Grade 3–4: IO+T", sum(had & s$group == "IO+T"), 0.0)
compare("safety Gastrointestinal ulcer, Grade 3–4: RT+IO+T", sum(had & s$group == "RT+IO+T"), 0.0)
worst <- worst_grades(events[events$term %in% "Esophageal and gastric fundus variceal bleeding", ], s[["id"]])
had <- worst >= 1
compare("safety Esophageal and gastric fundus variceal bleeding, Any grade: IO+T", sum(had & s$group == "IO+T"), 3.0)
compare("safety Esophageal and gastric fundus variceal bleeding, Any grade: RT+IO+T", sum(had & s$group == "RT+IO+T"), 4.0)
compare("safety Esophageal and gastric fundus variceal bleeding, Any grade: p, fisher-exact", fisher(table(factor(had), factor(s$group))), 0.4327628389582586)
had <- worst >= 3 & worst <= 4
compare("safety Esophageal and gastric fundus variceal bleeding, Grade 3–4: IO+T", sum(had & s$group == "IO+T"), 0.0)
compare("safety Esophageal and gastric fundus variceal bleeding, Grade 3–4: RT+IO+T", sum(had & s$group == "RT+IO+T"), 0.0)
worst <- worst_grades(events[events$term %in% "Rash", ], s[["id"]])
had <- worst >= 1
compare("safety Rash, Any grade: IO+T", sum(had & s$group == "IO+T"), 9.0)
compare("safety Rash, Any grade: RT+IO+T", sum(had & s$group == "RT+IO+T"), 4.0)
compare("safety Rash, Any grade: p, pearson-chi-squared", suppressWarnings(chisq.test(table(factor(had), factor(s$group)), correct = FALSE))$p.value, 0.41351903849762517)
had <- worst >= 3 & worst <= 4
compare("safety Rash, Grade 3–4: IO+T", sum(had & s$group == "IO+T"), 2.0)
compare("safety Rash, Grade 3–4: RT+IO+T", sum(had & s$group == "RT+IO+T"), 0.0)
compare("safety Rash, Grade 3–4: p, fisher-exact", fisher(table(factor(had), factor(s$group))), 0.5098591549295775)
# Table cox
s <- populations[["all"]]
s$time <- s[["time pfs"]]; s$cause <- s[["status pfs"]]; s$event <- s$cause == 1
s <- s[!is.na(s$time) & !is.na(s$event), , drop = FALSE]
x <- data.frame(time = s$time, event = s$event, v1 = relevel(s[["age_group"]], "<60"))
fit <- coxph(Surv(time, event) ~ v1, data = x, ties = "efron", control = fine, robust = FALSE)
compare("cox PFS univariable: age_group ≥60", hazard(fit, "v1≥60", 1), 0.615305841520274)
compare("cox PFS univariable: age_group ≥60, lower", hazard(fit, "v1≥60", 3), 0.373083233242499)
compare("cox PFS univariable: age_group ≥60, upper", hazard(fit, "v1≥60", 4), 1.0147903869024502)
x <- data.frame(time = s$time, event = s$event, v1 = relevel(s[["sex"]], "Female"))
fit <- coxph(Surv(time, event) ~ v1, data = x, ties = "efron", control = fine, robust = FALSE)
compare("cox PFS univariable: sex Male", hazard(fit, "v1Male", 1), 1.1911187888410477)
compare("cox PFS univariable: sex Male, lower", hazard(fit, "v1Male", 3), 0.6053434624066616)
compare("cox PFS univariable: sex Male, upper", hazard(fit, "v1Male", 4), 2.343733858939502)
x <- data.frame(time = s$time, event = s$event, v1 = relevel(s[["hbv"]], "No"))
fit <- coxph(Surv(time, event) ~ v1, data = x, ties = "efron", control = fine, robust = FALSE)
compare("cox PFS univariable: hbv Yes", hazard(fit, "v1Yes", 1), 1.2167354004986346)
compare("cox PFS univariable: hbv Yes, lower", hazard(fit, "v1Yes", 3), 0.6600980025464785)
compare("cox PFS univariable: hbv Yes, upper", hazard(fit, "v1Yes", 4), 2.2427655122654793)
x <- data.frame(time = s$time, event = s$event, v1 = relevel(s[["child_pugh"]], "A"))
fit <- coxph(Surv(time, event) ~ v1, data = x, ties = "efron", control = fine, robust = FALSE)
compare("cox PFS univariable: child_pugh B", hazard(fit, "v1B", 1), 0.9751962632964356)
compare("cox PFS univariable: child_pugh B, lower", hazard(fit, "v1B", 3), 0.5052720987668093)
compare("cox PFS univariable: child_pugh B, upper", hazard(fit, "v1B", 4), 1.882169536509942)
x <- data.frame(time = s$time, event = s$event, v1 = relevel(s[["bclc"]], "B"))
fit <- coxph(Surv(time, event) ~ v1, data = x, ties = "efron", control = fine, robust = FALSE)
compare("cox PFS univariable: bclc C", hazard(fit, "v1C", 1), 1.38964503409891)
compare("cox PFS univariable: bclc C, lower", hazard(fit, "v1C", 3), 0.7046856415286556)
compare("cox PFS univariable: bclc C, upper", hazard(fit, "v1C", 4), 2.7403897667144865)
x <- data.frame(time = s$time, event = s$event, v1 = relevel(s[["ecog_group"]], "0"))
fit <- coxph(Surv(time, event) ~ v1, data = x, ties = "efron", control = fine, robust = FALSE)
compare("cox PFS univariable: ecog_group 1–2", hazard(fit, "v11–2", 1), 1.8963395812637511)
compare("cox PFS univariable: ecog_group 1–2, lower", hazard(fit, "v11–2", 3), 0.9606010009306821)
compare("cox PFS univariable: ecog_group 1–2, upper", hazard(fit, "v11–2", 4), 3.7435978142678175)
x <- data.frame(time = s$time, event = s$event, v1 = relevel(s[["diameter_group"]], "<10"))
fit <- coxph(Surv(time, event) ~ v1, data = x, ties = "efron", control = fine, robust = FALSE)
compare("cox PFS univariable: diameter_group ≥10", hazard(fit, "v1≥10", 1), 1.7768240370806292)
compare("cox PFS univariable: diameter_group ≥10, lower", hazard(fit, "v1≥10", 3), 0.9849467961559446)
compare("cox PFS univariable: diameter_group ≥10, upper", hazard(fit, "v1≥10", 4), 3.2053545136336963)
x <- data.frame(time = s$time, event = s$event, v1 = relevel(s[["extrahepatic_metastasis"]], "No"))
fit <- coxph(Surv(time, event) ~ v1, data = x, ties = "efron", control = fine, robust = FALSE)
compare("cox PFS univariable: extrahepatic_metastasis Yes", hazard(fit, "v1Yes", 1), 1.6569865326391342)
compare("cox PFS univariable: extrahepatic_metastasis Yes, lower", hazard(fit, "v1Yes", 3), 0.9931181201459592)
compare("cox PFS univariable: extrahepatic_metastasis Yes, upper", hazard(fit, "v1Yes", 4), 2.7646302223787202)
x <- data.frame(time = s$time, event = s$event, v1 = relevel(s[["portal_vein_invasion"]], "No"))
fit <- coxph(Surv(time, event) ~ v1, data = x, ties = "efron", control = fine, robust = FALSE)
compare("cox PFS univariable: portal_vein_invasion Yes", hazard(fit, "v1Yes", 1), 1.145154573066348)
compare("cox PFS univariable: portal_vein_invasion Yes, lower", hazard(fit, "v1Yes", 3), 0.6907537888629127)
compare("cox PFS univariable: portal_vein_invasion Yes, upper", hazard(fit, "v1Yes", 4), 1.8984752850556228)
x <- data.frame(time = s$time, event = s$event, v1 = relevel(s[["arm "]], "IO+T"))
fit <- coxph(Surv(time, event) ~ v1, data = x, ties = "efron", control = fine, robust = FALSE)
compare("cox PFS univariable: arm RT+IO+T", hazard(fit, "v1RT+IO+T", 1), 0.34638103494720995)
compare("cox PFS univariable: arm RT+IO+T, lower", hazard(fit, "v1RT+IO+T", 3), 0.1996358291388281)
compare("cox PFS univariable: arm RT+IO+T, upper", hazard(fit, "v1RT+IO+T", 4), 0.6009934283272644)
x <- data.frame(time = s$time, event = s$event, v1 = relevel(s[["treatment_stage"]], "naive"))
fit <- coxph(Surv(time, event) ~ v1, data = x, ties = "efron", control = fine, robust = FALSE)
compare("cox PFS univariable: treatment_stage recurrent", hazard(fit, "v1recurrent", 1), 0.5708897888264205)
compare("cox PFS univariable: treatment_stage recurrent, lower", hazard(fit, "v1recurrent", 3), 0.3388075611782387)
compare("cox PFS univariable: treatment_stage recurrent, upper", hazard(fit, "v1recurrent", 4), 0.9619476904614261)
x <- data.frame(time = s$time, event = s$event, v1 = relevel(s[["afp_group"]], "<400"))
fit <- coxph(Surv(time, event) ~ v1, data = x, ties = "efron", control = fine, robust = FALSE)
compare("cox PFS univariable: afp_group ≥400", hazard(fit, "v1≥400", 1), 1.3987400321302736)
compare("cox PFS univariable: afp_group ≥400, lower", hazard(fit, "v1≥400", 3), 0.8490755896179388)
compare("cox PFS univariable: afp_group ≥400, upper", hazard(fit, "v1≥400", 4), 2.304239694800506)
x <- data.frame(time = s$time, event = s$event, v1 = relevel(s[["prior_therapy"]], "No"))
fit <- coxph(Surv(time, event) ~ v1, data = x, ties = "efron", control = fine, robust = FALSE)
compare("cox PFS univariable: prior_therapy Yes", hazard(fit, "v1Yes", 1), 0.9524281422504894)
compare("cox PFS univariable: prior_therapy Yes, lower", hazard(fit, "v1Yes", 3), 0.5764655717475736)
compare("cox PFS univariable: prior_therapy Yes, upper", hazard(fit, "v1Yes", 4), 1.57358810414429)
x <- data.frame(time = s$time, event = s$event, v1 = relevel(s[["ecog_group"]], "0"), v2 = relevel(s[["arm "]], "IO+T"), v3 = relevel(s[["treatment_stage"]], "naive"))
fit <- coxph(Surv(time, event) ~ v1 + v2 + v3, data = x, ties = "efron", control = fine, robust = FALSE)
compare("cox PFS multivariable: ecog_group 1–2", hazard(fit, "v11–2", 1), 1.2821532540768403)
compare("cox PFS multivariable: ecog_group 1–2, lower", hazard(fit, "v11–2", 3), 0.6225904574533518)
compare("cox PFS multivariable: ecog_group 1–2, upper", hazard(fit, "v11–2", 4), 2.640446777266905)
compare("cox PFS multivariable: arm RT+IO+T", hazard(fit, "v2RT+IO+T", 1), 0.40146453353718414)
compare("cox PFS multivariable: arm RT+IO+T, lower", hazard(fit, "v2RT+IO+T", 3), 0.22039024839083896)
compare("cox PFS multivariable: arm RT+IO+T, upper", hazard(fit, "v2RT+IO+T", 4), 0.7313108128196493)
compare("cox PFS multivariable: treatment_stage recurrent", hazard(fit, "v3recurrent", 1), 0.7230644694585645)
compare("cox PFS multivariable: treatment_stage recurrent, lower", hazard(fit, "v3recurrent", 3), 0.4190342837021374)
compare("cox PFS multivariable: treatment_stage recurrent, upper", hazard(fit, "v3recurrent", 4), 1.2476836557961297)
s <- populations[["all"]]
s$time <- s[["time os"]]; s$cause <- s[["status os"]]; s$event <- s$cause == 1
s <- s[!is.na(s$time) & !is.na(s$event), , drop = FALSE]
x <- data.frame(time = s$time, event = s$event, v1 = relevel(s[["age_group"]], "<60"))
fit <- coxph(Surv(time, event) ~ v1, data = x, ties = "efron", control = fine, robust = FALSE)
compare("cox OS univariable: age_group ≥60", hazard(fit, "v1≥60", 1), 0.614436740510502)
compare("cox OS univariable: age_group ≥60, lower", hazard(fit, "v1≥60", 3), 0.34760246470032896)
compare("cox OS univariable: age_group ≥60, upper", hazard(fit, "v1≥60", 4), 1.0861042323582026)
x <- data.frame(time = s$time, event = s$event, v1 = relevel(s[["sex"]], "Female"))
fit <- coxph(Surv(time, event) ~ v1, data = x, ties = "efron", control = fine, robust = FALSE)
compare("cox OS univariable: sex Male", hazard(fit, "v1Male", 1), 1.1039088412900666)
compare("cox OS univariable: sex Male, lower", hazard(fit, "v1Male", 3), 0.4930807722046382)
compare("cox OS univariable: sex Male, upper", hazard(fit, "v1Male", 4), 2.4714302373417802)
x <- data.frame(time = s$time, event = s$event, v1 = relevel(s[["hbv"]], "No"))
fit <- coxph(Surv(time, event) ~ v1, data = x, ties = "efron", control = fine, robust = FALSE)
compare("cox OS univariable: hbv Yes", hazard(fit, "v1Yes", 1), 0.9555210679708462)
compare("cox OS univariable: hbv Yes, lower", hazard(fit, "v1Yes", 3), 0.47401003780682116)
compare("cox OS univariable: hbv Yes, upper", hazard(fit, "v1Yes", 4), 1.9261628204342802)
x <- data.frame(time = s$time, event = s$event, v1 = relevel(s[["child_pugh"]], "A"))
fit <- coxph(Surv(time, event) ~ v1, data = x, ties = "efron", control = fine, robust = FALSE)
compare("cox OS univariable: child_pugh B", hazard(fit, "v1B", 1), 1.1905596328824808)
compare("cox OS univariable: child_pugh B, lower", hazard(fit, "v1B", 3), 0.5244844405415078)
compare("cox OS univariable: child_pugh B, upper", hazard(fit, "v1B", 4), 2.7025248603863807)
x <- data.frame(time = s$time, event = s$event, v1 = relevel(s[["bclc"]], "B"))
fit <- coxph(Surv(time, event) ~ v1, data = x, ties = "efron", control = fine, robust = FALSE)
compare("cox OS univariable: bclc C", hazard(fit, "v1C", 1), 2.3627936417454385)
compare("cox OS univariable: bclc C, lower", hazard(fit, "v1C", 3), 0.9912567428538128)
compare("cox OS univariable: bclc C, upper", hazard(fit, "v1C", 4), 5.632036133645753)
x <- data.frame(time = s$time, event = s$event, v1 = relevel(s[["ecog_group"]], "0"))
fit <- coxph(Surv(time, event) ~ v1, data = x, ties = "efron", control = fine, robust = FALSE)
compare("cox OS univariable: ecog_group 1–2", hazard(fit, "v11–2", 1), 3.1047119102104017)
compare("cox OS univariable: ecog_group 1–2, lower", hazard(fit, "v11–2", 3), 1.2106037608866642)
compare("cox OS univariable: ecog_group 1–2, upper", hazard(fit, "v11–2", 4), 7.962337766357511)
x <- data.frame(time = s$time, event = s$event, v1 = relevel(s[["diameter_group"]], "<10"))
fit <- coxph(Surv(time, event) ~ v1, data = x, ties = "efron", control = fine, robust = FALSE)
compare("cox OS univariable: diameter_group ≥10", hazard(fit, "v1≥10", 1), 2.097081151882662)
compare("cox OS univariable: diameter_group ≥10, lower", hazard(fit, "v1≥10", 3), 1.0721902313479004)
compare("cox OS univariable: diameter_group ≥10, upper", hazard(fit, "v1≥10", 4), 4.101650275299466)
x <- data.frame(time = s$time, event = s$event, v1 = relevel(s[["extrahepatic_metastasis"]], "No"))
fit <- coxph(Surv(time, event) ~ v1, data = x, ties = "efron", control = fine, robust = FALSE)
compare("cox OS univariable: extrahepatic_metastasis Yes", hazard(fit, "v1Yes", 1), 1.9499913056474432)
compare("cox OS univariable: extrahepatic_metastasis Yes, lower", hazard(fit, "v1Yes", 3), 1.0668782703691482)
compare("cox OS univariable: extrahepatic_metastasis Yes, upper", hazard(fit, "v1Yes", 4), 3.5641049196596133)
x <- data.frame(time = s$time, event = s$event, v1 = relevel(s[["portal_vein_invasion"]], "No"))
fit <- coxph(Surv(time, event) ~ v1, data = x, ties = "efron", control = fine, robust = FALSE)
compare("cox OS univariable: portal_vein_invasion Yes", hazard(fit, "v1Yes", 1), 1.3761760291989151)
compare("cox OS univariable: portal_vein_invasion Yes, lower", hazard(fit, "v1Yes", 3), 0.7708760686632725)
compare("cox OS univariable: portal_vein_invasion Yes, upper", hazard(fit, "v1Yes", 4), 2.456763856511614)
x <- data.frame(time = s$time, event = s$event, v1 = relevel(s[["arm "]], "IO+T"))
fit <- coxph(Surv(time, event) ~ v1, data = x, ties = "efron", control = fine, robust = FALSE)
compare("cox OS univariable: arm RT+IO+T", hazard(fit, "v1RT+IO+T", 1), 0.4543376345451906)
compare("cox OS univariable: arm RT+IO+T, lower", hazard(fit, "v1RT+IO+T", 3), 0.25027387381865285)
compare("cox OS univariable: arm RT+IO+T, upper", hazard(fit, "v1RT+IO+T", 4), 0.8247871941826895)
x <- data.frame(time = s$time, event = s$event, v1 = relevel(s[["treatment_stage"]], "naive"))
fit <- coxph(Surv(time, event) ~ v1, data = x, ties = "efron", control = fine, robust = FALSE)
compare("cox OS univariable: treatment_stage recurrent", hazard(fit, "v1recurrent", 1), 0.5148168087345859)
compare("cox OS univariable: treatment_stage recurrent, lower", hazard(fit, "v1recurrent", 3), 0.27787250279191855)
compare("cox OS univariable: treatment_stage recurrent, upper", hazard(fit, "v1recurrent", 4), 0.9538055903074818)
x <- data.frame(time = s$time, event = s$event, v1 = relevel(s[["afp_group"]], "<400"))
fit <- coxph(Surv(time, event) ~ v1, data = x, ties = "efron", control = fine, robust = FALSE)
compare("cox OS univariable: afp_group ≥400", hazard(fit, "v1≥400", 1), 1.3033595453242297)
compare("cox OS univariable: afp_group ≥400, lower", hazard(fit, "v1≥400", 3), 0.7249400739169437)
compare("cox OS univariable: afp_group ≥400, upper", hazard(fit, "v1≥400", 4), 2.343291763702951)
x <- data.frame(time = s$time, event = s$event, v1 = relevel(s[["prior_therapy"]], "No"))
fit <- coxph(Surv(time, event) ~ v1, data = x, ties = "efron", control = fine, robust = FALSE)
compare("cox OS univariable: prior_therapy Yes", hazard(fit, "v1Yes", 1), 0.7108676508665749)
compare("cox OS univariable: prior_therapy Yes, lower", hazard(fit, "v1Yes", 3), 0.38796551112227784)
compare("cox OS univariable: prior_therapy Yes, upper", hazard(fit, "v1Yes", 4), 1.3025199471643067)
x <- data.frame(time = s$time, event = s$event, v1 = relevel(s[["bclc"]], "B"), v2 = relevel(s[["ecog_group"]], "0"), v3 = relevel(s[["diameter_group"]], "<10"), v4 = relevel(s[["extrahepatic_metastasis"]], "No"), v5 = relevel(s[["arm "]], "IO+T"), v6 = relevel(s[["treatment_stage"]], "naive"))
fit <- coxph(Surv(time, event) ~ v1 + v2 + v3 + v4 + v5 + v6, data = x, ties = "efron", control = fine, robust = FALSE)
compare("cox OS multivariable: bclc C", hazard(fit, "v1C", 1), 3.845101354622646)
compare("cox OS multivariable: bclc C, lower", hazard(fit, "v1C", 3), 1.399424356632018)
compare("cox OS multivariable: bclc C, upper", hazard(fit, "v1C", 4), 10.564918609036765)
compare("cox OS multivariable: ecog_group 1–2", hazard(fit, "v21–2", 1), 2.3246171899086647)
compare("cox OS multivariable: ecog_group 1–2, lower", hazard(fit, "v21–2", 3), 0.8561926895873558)
compare("cox OS multivariable: ecog_group 1–2, upper", hazard(fit, "v21–2", 4), 6.311482386311024)
compare("cox OS multivariable: diameter_group ≥10", hazard(fit, "v3≥10", 1), 1.587133456495361)
compare("cox OS multivariable: diameter_group ≥10, lower", hazard(fit, "v3≥10", 3), 0.7886294395401643)
compare("cox OS multivariable: diameter_group ≥10, upper", hazard(fit, "v3≥10", 4), 3.194139709260272)
compare("cox OS multivariable: extrahepatic_metastasis Yes", hazard(fit, "v4Yes", 1), 0.959390061439905)
compare("cox OS multivariable: extrahepatic_metastasis Yes, lower", hazard(fit, "v4Yes", 3), 0.476643954937083)
compare("cox OS multivariable: extrahepatic_metastasis Yes, upper", hazard(fit, "v4Yes", 4), 1.931062547748374)
compare("cox OS multivariable: arm RT+IO+T", hazard(fit, "v5RT+IO+T", 1), 0.43608775964661145)
compare("cox OS multivariable: arm RT+IO+T, lower", hazard(fit, "v5RT+IO+T", 3), 0.1986803384010963)
compare("cox OS multivariable: arm RT+IO+T, upper", hazard(fit, "v5RT+IO+T", 4), 0.9571784286459186)
compare("cox OS multivariable: treatment_stage recurrent", hazard(fit, "v6recurrent", 1), 0.6944856657282317)
compare("cox OS multivariable: treatment_stage recurrent, lower", hazard(fit, "v6recurrent", 3), 0.3491845086428529)
compare("cox OS multivariable: treatment_stage recurrent, upper", hazard(fit, "v6recurrent", 4), 1.3812478158797528)
left_out("table matched")
left_out("table balance")
finish()
