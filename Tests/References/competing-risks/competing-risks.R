# Writes cr_pbc.json, cr_tied.json and cr_late.json beside this file from the data of these names in Data.
# Usage, from the repository's root: Rscript Tests/References/competing-risks/competing-risks.R
# Needs survival and cmprsk. cr_tied is made here: 240 patients, ten distinct times, three causes, many ties.
suppressMessages({library(survival); library(cmprsk)})
root <- "Tests/References"
num <- function(v) ifelse(is.na(v), "null", ifelse(is.infinite(v), ifelse(v > 0, "\"Inf\"", "\"-Inf\""), sprintf("%.17g", v)))
json <- function(v) {
  if (is.null(v)) return("null")
  if (is.matrix(v)) return(paste0("[", paste(apply(v, 1, function(r) json(unname(r))), collapse = ","), "]"))
  if (is.list(v) && !is.null(names(v))) return(paste0("{", paste0("\"", names(v), "\":", vapply(v, json, ""), collapse = ","), "}"))
  if (is.list(v)) return(paste0("[", paste(vapply(v, json, ""), collapse = ","), "]"))
  s <- if (is.character(v)) paste0("\"", v, "\"") else if (is.logical(v)) tolower(as.character(v)) else num(v)
  if (length(s) == 1 && is.null(attr(v, "list"))) s else paste0("[", paste(s, collapse = ","), "]")
}
many <- function(v) structure(v, list = TRUE)
make.tied <- function() {
  set.seed(20240501); n <- 240
  x <- round(rnorm(n), 2); g <- rbinom(n, 1, .5); arm <- sample(c("a", "b", "c"), n, TRUE)
  t1 <- rexp(n, .10 * exp(.6 * x - .4 * g + .3 * (arm == "b"))); t2 <- rexp(n, .07 * exp(-.3 * x)); t3 <- rexp(n, .02); cens <- runif(n, 1, 14)
  t <- pmin(t1, t2, t3, cens); code <- ifelse(t == cens, 0, ifelse(t == t1, 1, ifelse(t == t2, 2, 3)))
  d <- data.frame(id = seq_len(n), time = pmin(ceiling(t), 10), code, x, g, arm)
  write.csv(d, file.path(root, "Data/cr_tied.csv"), row.names = FALSE)
}
cases <- function(name, d, groups, covariates, times, tau) {
  out <- list(); add <- function(id, kind, call, args, result) out[[length(out) + 1]] <<- list(id = paste0(name, ".", id), kind = kind, call = call, args = args, result = result)
  base <- list(time = "time", code = "code", censored = 0, causes = many(1:2))
  for (g in c(list(NULL), groups)) {
    e <- d[!is.na(d$time) & !is.na(d$code), ]; if (!is.null(g)) e <- e[!is.na(e[[g]]), ]
    gv <- if (is.null(g)) rep("1", nrow(e)) else as.character(e[[g]]); lev <- sort(unique(gv)); label <- if (is.null(g)) "all" else g
    args <- c(base, list(group = g, times = many(times)))
    ci <- cuminc(e$time, e$code, gv); curve <- ci[names(ci) != "Tests"]; curve <- curve[grepl(" [12]$", names(curve))]
    at <- timepoints(curve, times)
    gray <- if (is.null(g)) NULL else list(cause = many(rownames(ci$Tests)), stat = many(ci$Tests[, "stat"]), p = many(ci$Tests[, "pv"]), df = many(ci$Tests[, "df"]))
    add(paste0("cuminc.", label), "cuminc", "cmprsk::cuminc(ftime, fstatus, group)", args,
      list(curves = lapply(curve, function(k) list(time = many(k$time), est = many(k$est), var = many(k$var))),
           at = list(rows = many(rownames(at$est)), times = many(times), est = at$est, var = at$var), gray = gray))
    e$f <- factor(e$code, 0:max(d$code)); curves <- list(); rm <- list()
    for (l in lev) {
      s <- survfit(Surv(time, f) ~ 1, e[gv == l, ]); p <- function(m) m[, 2:3, drop = FALSE]
      curves[[length(curves) + 1]] <- list(time = many(s$time), n.risk = many(s$n.risk[, 1]), pstate = p(s$pstate), std.err = p(s$std.err), lower = p(s$lower), upper = p(s$upper))
      rm[[length(rm) + 1]] <- summary(s, rmean = tau)$table[, "rmean"]
    }
    add(paste0("aj.", label), "aalen_johansen", "survfit(Surv(time, factor(status)) ~ group), conf.type log", args,
      list(strata = many(if (is.null(g)) "All" else lev), curve = curves, rmean = list(tau = tau, rmean = many(c(t(sapply(rm, function(v) v[1:3])))))))
  }
  for (k in 1:2) {
    e <- d[complete.cases(d[, c("time", "code", covariates)]), ]; X <- as.matrix(e[, covariates]); args <- c(base, list(cause = k, covariates = many(covariates)))
    m <- crr(e$time, e$code, X, failcode = k, gtol = 1e-11, maxiter = 50); se <- sqrt(diag(m$var)); z <- qnorm(.975)
    add(paste0("crr.cause", k), "fine_gray", "cmprsk::crr", args, list(coef = many(m$coef), se = many(se), shr = many(exp(m$coef)),
      p = many(2 * pnorm(-abs(m$coef / se))), ci_lower = many(exp(m$coef - z * se)), ci_upper = many(exp(m$coef + z * se)), loglik = m$loglik, loglik_null = m$loglik.null, n = nrow(e), converged = m$converged))
    ctl <- coxph.control(eps = 3e-12, iter.max = 50); f <- as.formula(paste("Surv(time, code == k) ~", paste(covariates, collapse = "+")))
    c1 <- coxph(f, e, control = ctl)
    add(paste0("csh.cause", k), "cause_specific", "coxph cause specific", args, list(coef = many(coef(c1)), se = many(sqrt(diag(c1$var))), loglik = c1$loglik[2]))
    e$f <- factor(e$code, 0:max(d$code)); e$id <- seq_len(nrow(e)); fg <- finegray(Surv(time, f) ~ ., e[, c("time", "f", "id", covariates)], etype = k)
    c2 <- coxph(as.formula(paste("Surv(fgstart, fgstop, fgstatus) ~", paste(covariates, collapse = "+"))), fg, weights = fgwt, control = ctl)
    c3 <- coxph(as.formula(paste("Surv(fgstart, fgstop, fgstatus) ~", paste(covariates, collapse = "+"), "+ cluster(id)")), fg, weights = fgwt, control = ctl)
    add(paste0("finegray.cause", k), "fine_gray_weighted", "finegray + coxph", args, list(coef = many(coef(c2)), se_naive = many(sqrt(diag(c2$naive.var))), se_robust = many(sqrt(diag(c3$var)))))
  }
  out
}
# With late entry only the curves of survfit: everyone enters some time before the end.
late.cases <- function(name, d, groups) {
  out <- list(); d$f <- factor(d$code, 0:max(d$code))
  for (g in c(list(NULL), groups)) {
    gv <- if (is.null(g)) rep("All", nrow(d)) else as.character(d[[g]])
    curves <- lapply(sort(unique(gv)), function(l) {
      s <- survfit(Surv(entry, time, f) ~ 1, d[gv == l, ], id = id); p <- function(m) m[, 2:3, drop = FALSE]
      list(time = many(s$time), n.risk = many(s$n.risk[, 1]), pstate = p(s$pstate), std.err = p(s$std.err), lower = p(s$lower), upper = p(s$upper))
    })
    out[[length(out) + 1]] <- list(id = paste0(name, ".aj.", if (is.null(g)) "all" else g), kind = "aalen_johansen",
      call = "survfit(Surv(entry, time, factor(status)) ~ group, id = id), conf.type log",
      args = list(time = "time", code = "code", censored = 0, causes = many(1:2), entry = "entry", group = g),
      result = list(strata = many(sort(unique(gv))), curve = curves))
  }
  out
}
make.late <- function() {
  set.seed(20240502); n <- 150
  d <- data.frame(id = seq_len(n), arm = sample(c("a", "b"), n, TRUE), time = ceiling(rexp(n, .04)), code = sample(0:3, n, TRUE, c(.3, .35, .25, .1)))
  d$entry <- pmin(floor(runif(n, -8, 25)), d$time - 1); d$entry <- pmax(0, d$entry)
  write.csv(d[c("id", "arm", "entry", "time", "code")], file.path(root, "Data/cr_late.csv"), row.names = FALSE)
}
write <- function(name, note, cs) {
  v <- list(R = paste(R.version$major, R.version$minor, sep = "."), survival = as.character(packageVersion("survival")), cmprsk = as.character(packageVersion("cmprsk")))
  head <- sub("}$", "", json(list(dataset = name, csv = paste0(name, ".csv"), note = note, versions = v)))
  writeLines(paste0(head, ",\"cases\":[\n", paste(vapply(cs, json, ""), collapse = ",\n"), "\n]}"), file.path(root, "competing-risks", paste0(name, ".json")))
}
make.tied()
write("cr_pbc", "survival::pbc; code 0 censored, 1 transplant, 2 death", cases("cr_pbc", read.csv(file.path(root, "Data/cr_pbc.csv")), "stage", c("age", "bili", "sexn"), c(365, 1095, 1825, 3650), 3650))
write("cr_tied", "made by the script: many ties between causes and with censorings, three causes", cases("cr_tied", read.csv(file.path(root, "Data/cr_tied.csv")), c("arm", "g"), c("x", "g"), c(2, 5, 8), 8))
make.late()
write("cr_late", "made by the script: late entry, many ties of ends and entries, three causes", late.cases("cr_late", read.csv(file.path(root, "Data/cr_late.csv")), "arm"))
