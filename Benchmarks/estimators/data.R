# Writes the data of all cases, seeded: Rscript data.R FOLDER [small]
# A file is n, the number of columns, and the columns one after the other, all as doubles.
arguments <- commandArgs(TRUE)
folder <- arguments[1]
shrink <- if (length(arguments) > 1) 100 else 1

write <- function(case, ...) {
    columns <- cbind(...)
    connection <- file(file.path(folder, paste0(case, ".bin")), "wb")
    writeBin(c(nrow(columns), ncol(columns), columns), connection)
    close(connection)
}

# Time (whole days or continuous), event, covariates: the first is 0 or 1, the others normal.
cox <- function(case, n, p, continuous) {
    set.seed(1)
    x <- matrix(rnorm(n * p), n, p)
    x[, 1] <- rbinom(n, 1, .5)
    time <- rexp(n, exp(drop(x %*% rep(c(.3, -.2, .1, 0, .05), length.out = p))) / 1000)
    censoring <- runif(n, 100, 3650)
    event <- as.integer(time <= censoring)
    time <- pmin(time, censoring)
    write(case, if (continuous) time else ceiling(time), event, x)
}

# Time, event, group 0 or 1.
survival <- function(n) {
    set.seed(2)
    group <- rbinom(n, 1, .5)
    time <- rexp(n, exp(.3 * group) / 1000)
    censoring <- runif(n, 100, 3650)
    event <- as.integer(time <= censoring)
    time <- pmin(time, censoring)
    write("km-days", ceiling(time), event, group)
    write("km-continuous", time, event, group)
}

# Treated or not, and five covariates.
matching <- function(n) {
    set.seed(3)
    x <- cbind(rbinom(n, 1, .4), rbinom(n, 1, .4), matrix(rnorm(n * 3), n, 3))
    write(sprintf("match-%d", as.integer(n)), rbinom(n, 1, plogis(-1.2 + .5 * x[, 1] + .8 * x[, 3] - .3 * x[, 4])), x)
}

n <- 1e6 / shrink
for (p in c(1, 10, 50)) cox(paste0("cox-", p, "-days"), n, p, FALSE)
for (p in c(1, 10)) cox(paste0("cox-", p, "-continuous"), n, p, TRUE)
cox("cox-small", 71, 3, FALSE)
survival(1e7 / shrink)
matching(50000 / shrink)
matching(1e6 / shrink)
