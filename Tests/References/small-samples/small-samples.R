# Writes random.json beside this script: small samples with many ties, drawn at random, in which everything that can be
# degenerate sooner or later is: one event time, one group, one patient with the event, covariates that are constant in
# every risk set, separated outcomes. Usage: Rscript Tests/References/small-samples/small-samples.R
# Needs survival and jsonlite. The functions are those of the edge cases.
here <- dirname(normalizePath(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))))
edge <- readLines(file.path(here, "..", "edge-cases", "edge-cases.R"))
part <- function(from, to) eval(parse(text = edge[grep(from, edge, fixed = TRUE)[1]:(grep(to, edge, fixed = TRUE)[1] - 1)]), globalenv())
part("lines <- readLines", "# Survival data at the edge")
part("logistic <- function", "apart <- data.frame")

multistate <- function(id, data) attempt({
  data <- data[order(data$g), ]
  m <- survfit(Surv(t, factor(code, 0:2)) ~ g, data, conf.type = "log")
  sizes <- if (is.null(m$strata)) length(m$time) else m$strata
  curve <- lapply(unname(split(seq_along(m$time), rep(seq_along(sizes), sizes))), function(i) c(
    list(time = bare(m$time[i]), n.risk = bare(rowSums(m$n.risk[i, , drop = FALSE]))),
    lapply(unclass(m)[c("pstate", "std.err", "lower", "upper")], function(x) x[i, -1, drop = FALSE])))
  args <- list(time = "t", code = "code", censored = 0, causes = bare(1:2), group = "g", data = inline(data))
  case(id, "aalen_johansen", "survfit", args, list(curve = curve))
})
one <- function(seed) {
  set.seed(seed)
  n <- sample(c(2:12, 20), 1)
  pick <- function(from) sample(from, n, TRUE)
  d <- data.frame(t = pick(1:sample(1:8, 1)), e = rbinom(n, 1, sample(c(.1, .5, .9, 1), 1)), g = pick(letters[1:sample(1:3, 1)]),
    x = pick(-2:3), z = round(rnorm(n), sample(0:3, 1)), s = pick(1:sample(1:3, 1)), w = pick(c(.5, 1, 2, 3.25)), c = pick(1:ceiling(n / 2)))
  if (seed %% 7 == 0) d$t <- d$t - 1
  if (seed %% 9 == 0) d$t <- d$t / 3 + pick(c(0, 1e-10))
  d$code <- ifelse(d$e == 1, pick(1:2), 0)
  id <- function(...) paste("random", seed, ..., sep = ".")
  model <- function(name, ...) {
    made <- attempt(cox(id(name), d, ...))
    if (is.null(made$id)) NULL else list(made)
  }
  c(list(km(id("km"), d, times = c(0, 1, 3, 9)), multistate(id("multistate"), d), logistic(id("logistic"), d, "e ~ z"), logistic(id("logistic.two"), d, "e ~ z + x")),
    if (length(unique(d$g)) > 1) list(km(id("km", "g"), d, "g", times = c(0, 1, 3, 9)), logrank(id("logrank"), d), logrank(id("logrank", "s"), d, strata = "s")),
    model("cox", "x", matrices = FALSE), model("cox.two", c("x", "z"), matrices = FALSE), model("cox.exact", c("x", "z"), "exact", matrices = FALSE),
    model("cox.strata", "x", strata = "s", matrices = FALSE), model("cox.weights", c("x", "z"), weights = "w", matrices = FALSE),
    model("cox.all", "z", strata = "s", weights = "w", cluster = "c", matrices = FALSE))
}
cases <- Filter(function(c) !is.null(c$id), unlist(lapply(1:40, function(seed) quiet(one(seed))), recursive = FALSE))
head <- list(dataset = "random", csv = NULL, note = "made by small-samples.R",
  versions = list(R = paste(R.version$major, R.version$minor, sep = "."), survival = as.character(packageVersion("survival"))))
writeLines(c("{", sprintf("\"%s\": %s,", c("dataset", "csv", "note", "versions"), c(to_json("random"), "null", to_json(head$note), to_json(head$versions))),
  "\"cases\": [", paste(vapply(cases, to_json, ""), collapse = ",\n"), "]", "}"), file.path(here, "random.json"))
