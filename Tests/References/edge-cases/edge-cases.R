# Writes the JSON files beside this script, and Data/bladder2.csv and Data/kidney.csv from the data of survival.
# Usage: Rscript Tests/References/edge-cases/edge-cases.R
# Needs survival, cmprsk and jsonlite. The cases are small and at the edge of what the estimators are defined for: no
# events, one patient, everything tied, nothing to compare, diverging fits, empty tables. An `error` is R's own message.
lines <- readLines(file.path(dirname(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))), "..", "reference.R"))
eval(parse(text = lines[seq_len(grep("^# The rows of a case", lines) - 1)]))
folder <- dirname(normalizePath(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))))

bare <- function(x) I(as.vector(unname(x)))
given <- function(...) { args <- list(...); args[!vapply(args, is.null, TRUE)] }
inline <- function(data) if (nrow(data) > 30) NULL else lapply(data, bare)
subset_by <- function(data, filter) { for (n in names(filter)) data <- data[data[[n]] %in% filter[[n]], ]; data }
quiet <- suppressWarnings
attempt <- function(x) tryCatch(x, error = function(e) list(error = conditionMessage(e)))
case <- function(id, kind, call, args, result) list(id = id, kind = kind, call = call, args = args, result = result)
save <- function(name, csv, cases) {
  for (package in c("survival", "cmprsk")) stopifnot(requireNamespace(package, quietly = TRUE))
  versions <- list(R = paste(R.version$major, R.version$minor, sep = "."), survival = as.character(packageVersion("survival")))
  ids <- vapply(cases, `[[`, "", "id")
  stopifnot(!anyDuplicated(ids))
  hash <- if (!is.null(csv)) sub(" .*", "", system2("sha256sum", shQuote(file.path(folder, csv)), stdout = TRUE))
  head <- c(dataset = to_json(name), csv = to_json(csv), sha256 = to_json(hash), note = to_json("made by edge-cases.R"), versions = to_json(versions))
  writeLines(c("{", sprintf("\"%s\": %s,", names(head), head), "\"cases\": [", paste(vapply(cases, to_json, ""), collapse = ",\n"), "]", "}"),
    file.path(folder, paste0(name, ".json")))
}
surv <- function(a) sprintf("Surv(%s%s, %s == %s)", if (is.null(a$start)) "" else paste0(a$start, ", "), a$time, a$event, a$event_value)

km <- function(id, data, group = NULL, start = NULL, times, tau = NULL) attempt({
  args <- given(time = "t", event = "e", event_value = 1, start = start, group = group, times = bare(times), tau = tau, data = inline(data))
  formula <- as.formula(paste(surv(args), "~", if (is.null(group)) 1 else group))
  fit <- function(type) survfit(formula, data, conf.type = type)
  base <- fit("log")
  sizes <- if (is.null(base$strata)) length(base$time) else base$strata
  own <- split(seq_along(base$time), rep(seq_along(sizes), sizes))
  parts <- function(x) unname(lapply(own, function(i) bare(x[i])))
  rows <- function(x) if (is.matrix(x)) lapply(seq_len(nrow(x)), function(i) bare(x[i, ])) else list(bare(x))
  ci <- at <- list()
  probs <- c(.25, .5, .75)
  for (type in c("log", "log-log")) {
    s <- fit(type)
    q <- quantile(s, probs)
    ci[[type]] <- list(lower = parts(s$lower), upper = parts(s$upper), quantile = rows(q$quantile), quantile_lower = rows(q$lower), quantile_upper = rows(q$upper))
    a <- summary(s, times = times, extend = TRUE)
    at[[type]] <- c(list(strata = if (is.null(a$strata)) NULL else bare(as.character(a$strata))),
      lapply(a[c("time", "n.risk", "n.event", "surv", "std.err", "lower", "upper")], bare))
  }
  curve <- lapply(unname(own), function(i) lapply(unclass(base)[c("time", "n.risk", "n.event", "n.censor", "surv", "std.err", "cumhaz", "std.chaz")], function(x) bare(x[i])))
  result <- list(strata = bare(if (is.null(base$strata)) "All" else names(base$strata)), n = bare(base$n), curve = curve, ci = ci, probs = bare(probs), at = at)
  mean_to <- function(to) {
    t <- summary(base, rmean = to)$table
    if (!is.matrix(t)) t <- t(t)
    list(rmean = bare(t[, grep("rmean$", colnames(t))]), se = bare(t[, grep("se\\(", colnames(t))]))
  }
  if (is.null(start)) {
    result <- c(result, list(rmean_common = mean_to("common"), rmean_individual = mean_to("individual")))
    if (!is.null(tau)) result$rmean_tau <- c(list(tau = tau), mean_to(tau))
  }
  case(id, "km", deparse1(formula), args, result)
})

logrank <- function(id, data, rho = 0, strata = NULL) {
  args <- given(time = "t", event = "e", event_value = 1, group = "g", rho = rho, strata = strata, data = inline(data))
  formula <- as.formula(paste(surv(args), "~ g", if (!is.null(strata)) paste0("+ strata(", strata, ")")))
  case(id, "logrank", deparse1(formula), args, attempt({
    r <- survdiff(formula, data, rho = rho)
    sums <- function(x) bare(if (is.matrix(x)) rowSums(x) else x)
    df <- sum(unclass(sums(r$exp)) > 0) - 1
    list(groups = bare(names(r$n)), n = bare(r$n), obs = sums(r$obs), exp = sums(r$exp), var = r$var, chisq = r$chisq, df = df,
      p = if (df > 0) pchisq(r$chisq, df, lower.tail = FALSE) else NA)
  }))
}

cox <- function(id, data, covariates, ties = "efron", start = NULL, strata = NULL, cluster = NULL, weights = NULL, offset = NULL, csv = FALSE, matrices = TRUE,
                time = "t", event = "e") {
  args <- given(time = time, event = event, event_value = 1, start = start, covariates = bare(covariates), ties = ties, strata = strata, cluster = cluster,
    weights = weights, offset = offset, data = if (csv) NULL else inline(data))
  wrap <- function(name, value) if (!is.null(value)) sprintf("%s(%s)", name, value)
  formula <- as.formula(paste(surv(args), "~", paste(c(covariates, wrap("strata", strata), wrap("cluster", cluster), wrap("offset", offset)), collapse = " + ")))
  said <- character()
  data$.w <- if (is.null(weights)) 1 else data[[weights]]
  m <- tryCatch(withCallingHandlers(
    coxph(formula, data, ties = ties, weights = if (is.null(weights)) NULL else .w, robust = !is.null(cluster), control = coxph.control(eps = 3e-12, iter.max = 50)),
    warning = function(w) { said <<- c(said, conditionMessage(w)); invokeRestart("muffleWarning") }), error = function(e) conditionMessage(e))
  call <- deparse1(formula)
  if (is.character(m)) return(case(id, "cox", call, args, list(error = m)))
  b <- coef(m)
  robust <- !is.null(m$naive.var)
  naive <- if (robust) m$naive.var else m$var
  none <- function(v) { v <- sqrt(diag(v)); v[is.na(b)] <- NA; v }
  used <- none(m$var)
  z <- b / used
  df <- sum(!is.na(b))
  test <- function(x) list(stat = as.vector(x), df = df, p = pchisq(as.vector(x), df, lower.tail = FALSE))
  cc <- m$concordance
  result <- list(n = m$n, nevent = m$nevent, terms = bare(names(b)), coef = bare(b), hr = bare(exp(b)), se = bare(none(naive)), z = bare(z),
    p = bare(pchisq(z^2, 1, lower.tail = FALSE)), ci_lower = bare(exp(b - qnorm(.975) * used)), ci_upper = bare(exp(b + qnorm(.975) * used)), vcov = m$var,
    loglik_null = m$loglik[1], loglik = m$loglik[length(m$loglik)],
    concordance = list(value = unname(cc["concordance"]), se = unname(cc["std"]),
      count = as.list(setNames(cc[1:5], c("concordant", "discordant", "tied.x", "tied.y", "tied.xy")))),
    linear_predictor = bare(m$linear.predictors))
  if (length(m$loglik) == 2) result <- c(result, list(lrt = test(2 * diff(m$loglik)), wald = test(m$wald.test), score = test(m$score)))
  if (robust) result <- c(result, list(robust_se = bare(used), naive_vcov = m$naive.var, robust_score = test(m$rscore)))
  if (length(said)) return(case(id, "cox", call, args, c(result, list(warnings = bare(said)))))
  result <- c(result, list(martingale = bare(residuals(m, "martingale")), deviance = bare(residuals(m, "deviance"))))
  if (anyNA(b)) return(case(id, "cox", call, args, result))
  zph <- Filter(Negate(is.null), sapply(c("km", "log"), simplify = FALSE, function(t) tryCatch({
    table <- cox.zph(m, t)$table
    list(rows = bare(rownames(table)), chisq = bare(table[, 1]), df = bare(table[, 2]), p = bare(table[, 3]))
  }, error = function(e) NULL)))
  if (length(zph)) result$zph <- zph
  base <- basehaz(m, centered = FALSE)
  result$basehaz <- given(hazard = bare(base$hazard), time = bare(base$time), strata = if (!is.null(base$strata)) bare(as.character(base$strata)))
  if (ties != "exact" && matrices) for (t in c("schoenfeld", "dfbeta", "score")) result[[if (t == "score") "score_resid" else t]] <- as.matrix(unname(residuals(m, t)))
  case(id, "cox", call, args, result)
}

# Survival data at the edge: time t, event e, group g, covariate x, and sometimes a stratum s.
edge <- list(
  no_events = data.frame(t = 1:5, e = 0, g = c(0, 0, 1, 1, 1), x = 1:5),
  one_patient = data.frame(t = 3, e = 1, x = 2),
  one_censored = data.frame(t = 3, e = 0, x = 2),
  all_tied = data.frame(t = rep(4, 8), e = 1, g = rep(0:1, 4), x = c(1, 3, 2, 5, 4, 6, 7, 2)),
  two_times = data.frame(t = rep(4:5, each = 5), e = c(1, 1, 1, 0, 1, 1, 1, 1, 0, 1), g = rep(0:1, 5), x = c(1, 3, 2, 5, 4, 6, 7, 2, 2, 1)),
  constant = data.frame(t = 1:8, e = c(1, 1, 0, 1, 1, 0, 1, 1), g = rep(0:1, 4), x = 3),
  collinear = data.frame(t = 1:8, e = c(1, 1, 0, 1, 1, 0, 1, 1), g = c(0, 1, 1, 0, 1, 0, 1, 0), x = c(1, 3, 3, 1, 3, 1, 3, 1)),
  zero_time = data.frame(t = c(0, 0, 1:5), e = c(1, 0, 1, 1, 0, 1, 1), g = c(0, 1, 0, 1, 0, 1, 0), x = c(3, 1, 2, 5, 4, 3, 2)),
  negative = data.frame(t = c(-2, -1, 1:5), e = c(1, 0, 1, 1, 0, 1, 1), g = c(0, 1, 0, 1, 0, 1, 0), x = c(3, 1, 2, 5, 4, 3, 2)),
  missing = data.frame(t = c(1, NA, 3:8), e = c(1, 1, NA, 1, 1, 0, 1, 1), g = c("a", "b", "a", NA, "b", "b", "a", "a"), x = c(1, 2, 3, 4, NA, 6, 2, 1)),
  empty_stratum = data.frame(t = 1:9, e = c(1, 1, 0, 1, 1, 0, 0, 0, 0), g = rep(c(0, 1, 1), 3), x = c(2, 1, 4, 3, 5, 6, 2, 2, 1), s = rep(1:3, each = 3)),
  one_group_a_stratum = data.frame(t = 1:8, e = c(1, 1, 1, 1, 1, 0, 1, 1), g = rep(0:1, each = 4), x = c(2, 1, 4, 3, 5, 6, 2, 2), s = rep(1:2, each = 4)),
  huge = data.frame(t = 1:5 * 1e10, e = c(1, 0, 1, 1, 1), g = c(0, 1, 0, 1, 1), x = c(1e8, 3e8, 2e8, 5e8, 1e7)),
  small = data.frame(t = 1:5 * 1e-10, e = c(1, 0, 1, 1, 1), g = c(0, 1, 0, 1, 1), x = c(10, 30, 20, 50, 1) * 1e-5),
  monotone3 = data.frame(t = 1:9, e = c(1, 1, 1, 0, 1, 0, 0, 0, 0), g = rep(c("a", "b", "c"), each = 3), x = c(5, 4, 6, 3, 3, 2, 1, 2, 1)),
  one_event = data.frame(t = 1:6, e = c(0, 0, 1, 0, 0, 0), g = rep(0:1, 3), x = c(1, 2, 3, 1, 2, 3)),
  last_events = data.frame(t = 5, e = c(1, 0, 1, 0), g = c(0, 0, 1, 1), x = c(1, 2, 3, 9)),
  last_is_event = data.frame(t = c(2, 3, 3, 7, 9, 9), e = c(1, 0, 1, 0, 1, 1), g = c(0, 0, 0, 1, 1, 1), x = c(1, 4, 2, 2, 1, 3)),
  no_event_in_group = data.frame(t = c(3, 5, 7, 9, 2, 4, 8), e = c(1, 1, 1, 0, 0, 0, 0), g = rep(c("a", "b"), c(4, 3)), x = c(4, 1, 2, 3, 3, 1, 2)),
  group_ends_early = data.frame(t = c(1, 2, 10, 11, 12, 13), e = 1, g = c(0, 0, 1, 1, 1, 1), x = c(2, 5, 1, 4, 3, 2)),
  half_flat = data.frame(t = 1:4, e = c(1, 1, 0, 0), g = c(0, 1, 0, 1), x = c(1, 2, 2, 1)),
  half_touched = data.frame(t = c(1, 2, 3, 4, 5, 6, 7, 8), e = c(1, 1, 1, 1, 0, 0, 1, 0), g = rep(0:1, 4), x = c(1, 2, 4, 3, 2, 1, 2, 5)),
  near_ties = data.frame(t = c(0.1 + 0.2, 0.3, 0.6, 0.3 * 2 + 1e-12, 1, 1 + 1e-9, 2), e = c(1, 1, 0, 1, 1, 1, 0), g = c(0, 1, 0, 1, 0, 1, 0), x = c(2, 1, 3, 5, 4, 1, 2)),
  all_censored_late = data.frame(t = c(1, 5, 5, 5, 5), e = c(1, 0, 0, 0, 0), g = c(1, 0, 1, 0, 1), x = c(2, 1, 3, 2, 1)),
  two_patients = data.frame(t = 1:2, e = 1, x = c(3, 1)),
  three_groups = data.frame(t = c(2, 4, 6, 1, 1, 1, 9, 9, 9), e = c(1, 1, 0, 0, 0, 0, 0, 0, 1), g = rep(c("a", "b", "c"), each = 3), x = c(1, 2, 1, 3, 1, 2, 2, 1, 4)))
late <- list(
  emptied = data.frame(b = c(0, 0, 5, 5, 6), t = c(2, 3, 7, 8, 9), e = c(1, 1, 1, 0, 1), x = c(1, 2, 1, 3, 2)),
  entry_at_event = data.frame(b = c(0, 0, 2, 2, 1), t = c(2, 4, 4, 5, 2), e = c(1, 1, 1, 0, 1), x = c(1, 2, 1, 3, 2)),
  negative_entry = data.frame(b = c(-3, -2, -1, 0, 1), t = c(-1, 1, 2, 3, 4), e = c(1, 1, 0, 1, 1), x = c(1, 2, 1, 3, 2)),
  no_length = data.frame(b = c(0, 1, 2, 0, 0), t = c(3, 1, 4, 2, 5), e = 1, x = c(1, 2, 1, 3, 2)))

kept <- function(cases) Filter(function(c) !is.null(c$id), cases)
times <- function(d) c(0, 1, 2.5, 10, max(d$t, na.rm = TRUE))
curves <- tests <- models <- list()
for (name in names(edge)) {
  d <- edge[[name]]
  id <- function(...) paste(c(name, ...), collapse = ".")
  tau <- if (all(d$t > 0, na.rm = TRUE)) stats::median(d$t, na.rm = TRUE)
  if (is.null(d$g) || nrow(d) < 6) curves <- c(curves, list(km(id("km"), d, times = times(d), tau = tau)))
  if (!is.null(d$g)) {
    curves <- c(curves, list(km(id("km", "g"), d, "g", times = times(d))))
    tests <- c(tests, lapply(c(0, .5), function(rho) logrank(id("logrank", rho), d, rho)), if (!is.null(d$s)) list(logrank(id("logrank", "s"), d, strata = "s")))
  }
  hard <- name %in% c("all_tied", "two_times", "monotone3", "last_events", "small", "three_groups")
  for (ties in if (hard) c("efron", "breslow", "exact") else "efron") for (x in list("x", c("g", "x"))) if (all(x %in% names(d)) && (hard || length(x) == 2 || length(d) == 3)) {
    models <- c(models, list(cox(id("cox", x, ties), d, x, ties)), if (!is.null(d$s)) list(cox(id("cox", x, ties, "s"), d, x, ties, strata = "s")))
  }
}
for (name in names(late)) {
  d <- late[[name]]
  d <- if (name == "no_length") d else d
  if (name != "no_length") curves <- c(curves, list(km(paste0(name, ".km"), d, start = "b", times = times(d))))
  models <- c(models, lapply(c("efron", "breslow"), function(ties) quiet(cox(paste(name, "cox", ties, sep = "."), d, "x", ties, start = "b"))))
}
w <- transform(edge$two_times, w = c(.5, 1, 2, .25, 1, 3, 1, 1, .1, 1), o = c(1, 0, -1, .5, 0, 0, 2, 0, 0, 1), c = rep(1:5, 2))
models <- c(models, list(cox("weighted.cox", w, c("g", "x"), weights = "w"), cox("weighted.cox.offset", w, "x", weights = "w", offset = "o"),
  cox("weighted.cox.cluster", w, c("g", "x"), weights = "w", cluster = "c"), cox("offset.cox", w, "x", offset = "o"),
  cox("offset.cox.exact", w, "x", "exact", offset = "o")))
save("edge_curves", NULL, kept(curves))
save("edge_logrank", NULL, kept(tests))
save("edge_cox", NULL, kept(models))

# Several events a patient: start and stop, clusters, offsets.
bladder <- bladder2[c("id", "rx", "number", "size", "start", "stop", "event", "enum")]
write.csv(bladder, file.path(folder, "..", "Data", "bladder2.csv"), row.names = FALSE)
recurrent <- function(id, ...) cox(paste0("bladder2.", id), bladder, ..., start = "start", csv = TRUE, time = "stop", event = "event")
save("bladder2", "../Data/bladder2.csv", list(
  recurrent("offset", "rx", offset = "0.1 * size"), recurrent("cluster", c("rx", "number", "size"), cluster = "id", strata = "enum", matrices = FALSE)))
kidneys <- kidney[c("id", "time", "status", "age", "sex", "frail")]
write.csv(kidneys, file.path(folder, "..", "Data", "kidney.csv"), row.names = FALSE)
catheter <- function(id, ...) cox(paste0("kidney.", id), kidneys, ..., csv = TRUE, time = "time", event = "status")
save("kidney", "../Data/kidney.csv", list(catheter("cluster", c("age", "sex"), cluster = "id", matrices = FALSE)))

# Tables, ranks, means and descriptions.
htest <- function(t) given(p = t$p.value, statistic = as.vector(t$statistic), df = if (!is.null(t$parameter)) bare(t$parameter),
  estimate = if (!is.null(t$estimate)) bare(t$estimate), ci = if (!is.null(t$conf.int)) bare(t$conf.int), method = trimws(t$method))
tried <- function(x) attempt(quiet(htest(x)))
square <- function(values) matrix(values, 2)
tables <- list(crossed = square(c(0, 5, 5, 0)), one_cell = square(c(1, 0, 0, 0)), empty_column = square(c(0, 0, 3, 4)), empty_row = square(c(0, 3, 0, 4)),
  nothing = square(0), zero_cell = square(c(0, 7, 3, 9)), even = square(c(2, 2, 2, 2)), large = square(c(1500, 3, 2, 900)), diagonal = square(c(4, 0, 0, 0)),
  single = square(c(1, 0, 0, 1)), three = matrix(c(10, 0, 0, 12, 3, 3), 2), zeros = matrix(c(3, 1, 2, 0, 4, 1, 7, 2, 0), 3), empty_middle = matrix(c(3, 1, 0, 0, 4, 2), 2))
cells <- function(t) lapply(seq_len(nrow(t)), function(i) bare(t[i, ]))
of_table <- function(name) {
  t <- tables[[name]]
  make <- function(kind, result, ..., label = kind) case(paste(name, label, sep = "."), kind, kind, given(table = cells(t), ...), result)
  out <- list(make("chisq", attempt({ x <- quiet(chisq.test(t, correct = FALSE)); list(p = x$p.value, statistic = as.vector(x$statistic), df = bare(x$parameter),
    expected = unname(x$expected), min_expected = min(x$expected)) }), correct = FALSE))
  for (a in if (all(dim(t) == 2)) c("two.sided", "less", "greater") else "two.sided") out <- c(out, list(make("fisher", tried(fisher.test(t, alternative = a)), alternative = a, label = paste0("fisher.", a))))
  if (!all(dim(t) == 2)) return(out)
  share <- function(correct) tried(prop.test(t[1, ], colSums(t), correct = correct))
  pairs <- t[1, 2] + t[2, 1]
  c(out, list(make("prop_diff", list(plain = share(FALSE), corrected = share(TRUE))),
    make("mcnemar", given(corrected = tried(mcnemar.test(t)), plain = tried(mcnemar.test(t, correct = FALSE)), exact = if (pairs > 0) tried(binom.test(t[1, 2], pairs))))))
}
shares <- lapply(list(c(0, 1), c(1, 1), c(0, 10), c(10, 10), c(1, 100000), c(5, 5)), function(v) {
  ci <- function(t) bare(quiet(t)$conf.int)
  case(sprintf("binom.%d_%d", v[1], as.integer(v[2])), "binom_ci", "binom.test", list(x = v[1], n = v[2]), list(clopper_pearson = ci(binom.test(v[1], v[2])),
    wilson = ci(prop.test(v[1], v[2], correct = FALSE)), wilson_cc = ci(prop.test(v[1], v[2])), p_half = binom.test(v[1], v[2])$p.value))
})
raw <- list(no_ties = list(c(1.1, 2.3, 2.9, 4, 5.5), c(.7, 1.9, 3.1, 3.3, 6.1)), ties = list(c(1, 2, 2, 3, 5), c(1, 2, 3, 3, 6)), constant = list(c(2, 2, 2), c(2, 2, 2)),
  one = list(1, 3), apart = list(1:3, 10:12), shifted = list(2:5, 1:4), half = list(c(1, 5, 2, 8), c(1, 5, 4, 3)))
of_pair <- function(name) {
  x <- raw[[name]][[1]]
  y <- raw[[name]][[2]]
  make <- function(kind, result) case(paste(name, kind, sep = "."), kind, kind, list(x = bare(x), y = bare(y)), result)
  rank <- function(...) tried(wilcox.test(x, y, ...))
  list(make("paired", list(t = tried(t.test(x, y, paired = TRUE)), wilcox = rank(paired = TRUE), normal = rank(paired = TRUE, exact = FALSE),
    uncorrected = rank(paired = TRUE, exact = FALSE, correct = FALSE))),
    make("wilcox_raw", list(default = rank(), normal = rank(exact = FALSE), uncorrected = rank(exact = FALSE, correct = FALSE))))
}
samples <- list(three = data.frame(y = c(1, 1, 1, 5, 5, 7, 2, 9, 4), g = rep(c("a", "b", "c"), each = 3)), constant = data.frame(y = 1, g = rep(c("a", "b"), each = 2)),
  constant_apart = data.frame(y = rep(1:2, each = 2), g = rep(c("a", "b"), each = 2)), one_value = data.frame(y = 1:3, g = c("a", "b", "b")),
  two_values = data.frame(y = 1:2, g = c("a", "b")), one_group = data.frame(y = c(3, 1, 2), g = "a"), no_spread_in_one = data.frame(y = c(4, 4, 4, 1, 2, 6), g = rep(c("a", "b"), each = 3)),
  far = data.frame(y = 1e6 + c(1, 2, 4, 3, 6, 9), g = rep(c("a", "b"), each = 3)))
of_sample <- function(name) {
  d <- samples[[name]]
  levels <- unique(d$g)
  v <- lapply(levels, function(l) d$y[d$g == l])
  make <- function(kind, result) case(paste(name, kind, sep = "."), kind, kind, list(y = "y", group = "g", levels = bare(levels), data = inline(d)), result)
  quartiles <- function(type) lapply(v, function(x) bare(quantile(x, c(.25, .5, .75), type = type)))
  each <- function(f) bare(vapply(v, function(x) as.double(f(x)), 0))
  out <- list(make("describe", c(list(n = bare(lengths(v)), mean = each(mean), sd = each(sd), min = each(min), max = each(max)),
    setNames(lapply(1:9, quartiles), paste0("q_type", 1:9)),
    list(shapiro = lapply(v, function(x) attempt({ s <- shapiro.test(x); list(W = as.vector(s$statistic), p = s$p.value) }))))))
  out <- c(out, list(make("kruskal", tried(kruskal.test(v)))))
  # Where no group varies and their means differ, R's F is a quotient of rounding errors.
  if (name != "constant_apart") out <- c(out, list(make("anova", attempt({
    a <- quiet(anova(lm(y ~ g, transform(d, g = factor(g)))))
    list(F = a$F[1], df1 = a$Df[1], df2 = a$Df[2], p = a$P[1], welch = tried(oneway.test(y ~ g, d)))
  }))))
  if (length(v) != 2) return(out)
  s <- vapply(v, sd, 0)
  change <- mean(v[[2]]) - mean(v[[1]])
  c(out, list(make("t_test", list(welch = tried(t.test(v[[1]], v[[2]])), pooled = tried(t.test(v[[1]], v[[2]], var.equal = TRUE)))),
    make("wilcox", list(normal_cc = tried(wilcox.test(v[[1]], v[[2]], exact = FALSE)), normal = tried(wilcox.test(v[[1]], v[[2]], exact = FALSE, correct = FALSE)))),
    make("smd_continuous", list(mean = bare(vapply(v, mean, 0)), sd = bare(s), smd_pooled = change / sqrt(mean(s^2)), smd_group1_sd = change / s[1], smd_group2_sd = change / s[2]))))
}
save("edge_tables", NULL, c(unlist(lapply(names(tables), of_table), recursive = FALSE), shares))
save("edge_samples", NULL, c(unlist(lapply(names(raw), of_pair), recursive = FALSE), unlist(lapply(names(samples), of_sample), recursive = FALSE)))

# Logistic models. A thousandth of glm's tolerance also decides which columns are singular: they are found with its default
# tolerance, and the others fitted with a tight one, because standard errors lag a step behind.
logistic <- function(id, data, formula) {
  said <- character()
  result <- attempt({
    all <- coef(quiet(glm(as.formula(formula), binomial, data)))
    left <- names(all)[is.na(all)]
    m <- withCallingHandlers(
      glm(Reduce(function(f, name) update(f, paste(". ~ . -", name)), left, as.formula(formula)), binomial, data, control = glm.control(epsilon = 1e-14, maxit = 100)),
      warning = function(w) { said <<- c(said, conditionMessage(w)); invokeRestart("muffleWarning") })
    b <- setNames(coef(m)[names(all)], names(all))
    s <- setNames(coef(summary(m))[, 2], rownames(coef(summary(m))))
    se <- setNames(s[names(b)], names(b))
    z <- b / se
    result <- list(n = length(m$y), terms = bare(names(b)), coef = bare(b), se = bare(se), z = bare(z), p = bare(2 * pnorm(-abs(z))), or = bare(exp(b)),
      wald_ci_lower = bare(b - qnorm(.975) * se), wald_ci_upper = bare(b + qnorm(.975) * se), deviance = m$deviance, null_deviance = m$null.deviance,
      loglik = as.vector(logLik(m)), aic = AIC(m), fitted = bare(fitted(m)))
    if (length(said)) result$warnings <- bare(unique(said))
    result
  })
  case(id, "logistic", formula, list(formula = formula, data = inline(data)), result)
}
apart <- data.frame(y = rep(0:1, each = 4), x = 1:8, z = c(1, 0, 1, 0, 1, 1, 0, 0))
mixed <- data.frame(y = c(0, 1, 0, 1, 1, 0, 1, 0, 1, 1), x = 1:10, z = c(1, 1, 1, 0, 0, 0, 1, 0, 1, 0), k = 2, twice = 2 * 1:10, level = rep(c("a", "b"), each = 5))
quasi <- data.frame(y = c(0, 0, 0, 1, 1, 1, 0, 1), x = c(0, 0, 0, 0, 1, 1, 0, 1), z = c(2, 3, 1, 5, 4, 3, 4, 2))
save("edge_logistic", NULL, list(logistic("separated", apart, "y ~ x"), logistic("separated.two", apart, "y ~ x + z"), logistic("quasi", quasi, "y ~ x"),
  logistic("quasi.two", quasi, "y ~ x + z"), logistic("constant", mixed, "y ~ x + k"), logistic("collinear", mixed, "y ~ x + twice"), logistic("interaction", mixed, "y ~ x * z"),
  logistic("factor", mixed, "y ~ level"), logistic("all_events", transform(mixed, y = 1), "y ~ x"), logistic("no_events", transform(mixed, y = 0), "y ~ x"),
  logistic("far", transform(mixed, x = x + 1e6), "y ~ x")))

# Competing risks.
incidence <- function(id, data) case(id, "cuminc", "cmprsk::cuminc", list(time = "t", code = "e", censored = 0, causes = bare(1:2), group = "g", times = bare(c(1, 4)), data = inline(data)), attempt({
  c <- cmprsk::cuminc(data$t, data$e, data$g)
  curves <- c[names(c) != "Tests"]
  at <- cmprsk::timepoints(curves, c(1, 4))
  given(curves = lapply(curves, function(k) list(time = bare(k$time), est = bare(k$est), var = bare(k$var))),
    at = list(rows = bare(rownames(at$est)), times = bare(c(1, 4)), est = unname(at$est)),
    gray = if (!is.null(c$Tests)) list(cause = bare(rownames(c$Tests)), stat = bare(c$Tests[, "stat"]), p = bare(c$Tests[, "pv"]), df = bare(c$Tests[, "df"])))
}))
base <- data.frame(t = c(1, 2, 2, 3, 4, 5, 6, 6, 7, 8), e = c(1, 2, 1, 0, 2, 1, 0, 2, 1, 0), g = rep(c("a", "b"), 5))
save("edge_competing", NULL, list(incidence("plain", base), incidence("no_cause_2", transform(base, e = ifelse(e == 2, 0, e))),
  incidence("cause_1_in_one_group", transform(base, e = ifelse(g == "b" & e == 1, 0, e))), incidence("all_tied", transform(base, t = 3)),
  incidence("no_censoring", transform(base, e = pmax(e, 1)))))
