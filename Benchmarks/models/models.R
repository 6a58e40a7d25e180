# Times R's models on made-up data and leaves the data behind for the Swift side.
# Usage: Rscript models.R FOLDER [small]
# Each line of FOLDER/r.txt is a case, the median of a few runs in seconds, and R's first coefficient.
# coxph.fit does not make near-equal times equal, as coxph and Greenwood do: on continuous times the last digits differ.
suppressMessages(library(survival))
arguments <- commandArgs(TRUE)
folder <- arguments[1]
small <- length(arguments) > 1
timed <- function(runs, f) median(sapply(seq_len(runs), function(i) { gc(); system.time(f())[["elapsed"]] }))
lines <- character()
report <- function(case, seconds, value) lines <<- c(lines, sprintf("%s %.4f %.17g", case, seconds, value))

data <- function(case, n, p, continuous) {
    set.seed(1)
    x <- matrix(rnorm(n * p), n, p)
    x[, 1] <- rbinom(n, 1, .5)
    hazard <- exp(drop(x %*% rep(c(.3, -.2, .1, 0, .05), length.out = p))) / 1000
    t <- rexp(n, hazard)
    censoring <- runif(n, 100, 3650)
    event <- as.integer(t <= censoring)
    t <- pmin(t, censoring)
    if (!continuous) t <- ceiling(t)
    connection <- file(file.path(folder, paste0(case, ".bin")), "wb")
    writeBin(c(n, p, t, event, x), connection)
    close(connection)
    list(x = x, y = Surv(t, event))
}
cox <- function(case, n, p, continuous, runs) {
    d <- data(case, n, p, continuous)
    dimnames(d$x) <- list(NULL, paste0("x", seq_len(p)))
    fit <- NULL
    seconds <- timed(runs, function() {
        fit <<- coxph.fit(d$x, d$y, NULL, NULL, NULL, coxph.control(), NULL, "efron", NULL, resid = FALSE, nocenter = c(-1, 0, 1))
    })
    report(case, seconds, fit$coefficients[[1]])
}
n <- if (small) 2e4 else 1e6
cox("cox-days-1", n, 1, FALSE, 5)
cox("cox-continuous-1", n, 1, TRUE, 5)
cox("cox-days-10", n, 10, FALSE, 3)
cox("cox-continuous-10", n, 10, TRUE, 3)
cox("cox-days-50", n, 50, FALSE, 1)

d <- data("call-days-10", n, 10, FALSE)
frame <- data.frame(t = d$y[, 1], e = d$y[, 2], d$x)
fit <- NULL
seconds <- timed(1, function() fit <<- coxph(Surv(t, e) ~ ., frame))
report("call-days-10", seconds, fit$coefficients[[1]])
d <- data("proportionality-10", n / 10, 10, FALSE)
frame <- data.frame(t = d$y[, 1], e = d$y[, 2], d$x)
fit <- coxph(Surv(t, e) ~ ., frame)
test <- NULL
seconds <- timed(5, function() test <<- cox.zph(fit))
report("proportionality-10", seconds, test$table["GLOBAL", "chisq"])

# Matching needs MatchIt 4.7; without it only the propensity model is timed, in place of both.
matching <- function(case, n, runs) {
    set.seed(2)
    x <- cbind(rbinom(n, 1, .4), rbinom(n, 1, .4), matrix(rnorm(n * 3), n, 3))
    treated <- rbinom(n, 1, plogis(-1.2 + .5 * x[, 1] + .8 * x[, 3] - .3 * x[, 4]))
    connection <- file(file.path(folder, paste0(case, ".bin")), "wb")
    writeBin(c(n, 5, as.numeric(seq_len(n)), treated, x), connection)
    close(connection)
    frame <- data.frame(treated, x)
    current <- requireNamespace("MatchIt", quietly = TRUE) && packageVersion("MatchIt") >= "4.6"
    seconds <- timed(runs, function() {
        if (current) MatchIt::matchit(treated ~ ., frame, method = "nearest", caliper = .2) else glm(treated ~ ., binomial, frame)
    })
    report(case, seconds, coef(glm(treated ~ ., binomial, frame, epsilon = 1e-14))[[2]])
}
matching("matching-50000", if (small) 2000 else 5e4, 5)
writeLines(lines, file.path(folder, "r.txt"))
