# Runs one case in R: Rscript cases.R CASE DATA-FILE
# Prints the case, the shortest time and processor time in seconds, the peak memory of the process in MB, and the numbers
# to compare.
library(survival)
arguments <- commandArgs(TRUE)
case <- arguments[1]
connection <- file(arguments[2], "rb")
size <- readBin(connection, "double", 2)
n <- size[1]
column <- function() readBin(connection, "double", n)
kind <- strsplit(case, "-")[[1]]

# The shortest of several runs; the memory is read before anything is made for the comparison.
shortest <- function(runs, f) {
    times <- sapply(seq_len(runs), function(i) {
        gc()
        time <- system.time(f())
        c(time[["elapsed"]], time[["user.self"]] + time[["sys.self"]])
    })
    processor <<- min(times[2, ])
    status <- grep("VmHWM", readLines("/proc/self/status"), value = TRUE)
    memory <<- as.numeric(gsub("[^0-9]", "", status)) / 1024
    min(times[1, ])
}
frame <- function() {
    d <- data.frame(time = column(), status = column())
    for (i in seq_len(size[2] - 2)) d[[paste0("x", i)]] <- column()
    d
}
survivalData <- function() list(time = column(), status = as.integer(column()), group = as.integer(column()))
fitAlone <- function(x, y) {
    coxph.fit(x, y, NULL, NULL, NULL, coxph.control(), NULL, "efron", NULL, resid = FALSE, nocenter = c(-1, 0, 1))
}

if (kind[2] == "fit") {
    # The fit alone, without residuals, on data in the form that it takes.
    y <- Surv(column(), column())
    x <- matrix(readBin(connection, "double", n * (size[2] - 2)), n)
    colnames(x) <- paste0("x", seq_len(ncol(x)))
    seconds <- shortest(if (ncol(x) > 10) 1 else 3, function() fit <<- fitAlone(x, y))
    values <- c(fit$coefficients, diag(fit$var), fit$loglik)
} else if (kind[2] == "call") {
    # The user's call, which also makes residuals and the concordance.
    d <- frame()
    seconds <- shortest(1, function() fit <<- coxph(Surv(time, status) ~ ., d))
    c <- concordance(fit)
    values <- c(fit$coefficients, diag(fit$var), fit$loglik, c$concordance, sqrt(c$var), sum(fit$residuals^2))
} else if (kind[2] == "zph") {
    d <- frame()
    fit <- coxph(Surv(time, status) ~ ., d)
    seconds <- shortest(3, function() test <<- cox.zph(fit))
    values <- test$table[, "chisq"]
} else if (kind[2] == "tiny") {
    y <- Surv(column(), column())
    x <- matrix(readBin(connection, "double", n * (size[2] - 2)), n)
    colnames(x) <- paste0("x", seq_len(ncol(x)))
    seconds <- shortest(5, function() for (i in 1:1000) fit <<- fitAlone(x, y)) / 1000
    processor <- processor / 1000
    values <- c(fit$coefficients, diag(fit$var), fit$loglik)
} else if (kind[1] == "km") {
    d <- survivalData()
    seconds <- shortest(1, function() {
        fit <<- survfit(Surv(time, status) ~ group, d)
        test <<- survdiff(Surv(time, status) ~ group, d)
    })
    part <- rep(seq_along(fit$strata), fit$strata)
    sums <- function(x) tapply(ifelse(is.finite(x), x, 0), part, sum)
    values <- c(
        fit$strata, sums(fit$n.risk), sums(fit$surv), sums(fit$std.err), sums(fit$lower), sums(fit$upper),
        test$obs, test$exp, test$var[1, 1], test$chisq)
} else if (kind[1] == "matchit") {
    # The whole of MatchIt, of any version, without a caliper, which versions before 4.5.2 leave out of account.
    if (!requireNamespace("MatchIt", quietly = TRUE)) quit()
    treated <- column()
    d <- data.frame(treated, matrix(readBin(connection, "double", n * (size[2] - 1)), n))
    seconds <- shortest(3, function() m <<- MatchIt::matchit(treated ~ ., d, method = "nearest"))
    pairs <- as.numeric(rownames(m$match.matrix)) * as.numeric(m$match.matrix[, 1]) / n
    values <- c(coef(glm(treated ~ ., binomial, d, epsilon = 1e-14)), sum(!is.na(pairs)), sum(pairs, na.rm = TRUE))
} else {
    treated <- column()
    x <- matrix(readBin(connection, "double", n * (size[2] - 1)), n)
    d <- data.frame(treated, x)
    current <- requireNamespace("MatchIt", quietly = TRUE) && packageVersion("MatchIt") >= "4.6"
    if (current) {
        seconds <- shortest(5, function() {
            MatchIt::matchit(treated ~ ., d, method = "nearest", caliper = .2)
        })
    } else {
        # The propensity model alone, as MatchIt fits it.
        seconds <- shortest(5, function() fit <<- glm(treated ~ ., binomial, d))
    }
    fit <- glm(treated ~ ., binomial, d, epsilon = 1e-14)
    values <- coef(fit)
    if (n <= 50000) {
        # The rule in plain R, not timed: the highest score first takes the nearest free control within the caliper.
        score <- fitted(fit)
        free <- which(treated == 0)
        free <- free[order(score[free])]
        controls <- score[free]
        width <- .2 * sd(score)
        pairs <- numeric()
        for (unit in order(-treated, -score, seq_len(n))[seq_len(sum(treated))]) {
            near <- findInterval(score[unit], controls)
            near <- c(near, near + 1)
            near <- near[near >= 1 & near <= length(controls)]
            gap <- abs(controls[near] - score[unit])
            if (length(near) == 0 || min(gap) > width) next
            best <- near[which.min(gap)]
            pairs <- c(pairs, as.numeric(unit) * free[best] / n)
            free <- free[-best]
            controls <- controls[-best]
        }
        values <- c(values, length(pairs), sum(pairs))
    }
}
numbers <- format(unname(values), digits = 17)
cat(case, "R", format(seconds, digits = 6), format(processor, digits = 6), round(memory), numbers, "\n")
