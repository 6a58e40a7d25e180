/// Firth's penalised likelihood in R, by survival and stats alone.
extension RReplication {
    /// Defines `firth_score`, `firth_logistic` and `firth_cox` once.
    mutating func needFirth() { add(once: Self.firthHelpers) }

    private static let firthHelpers = #"""
        # Firth's penalised likelihood: `value` is the log-likelihood and half the log determinant of the information.
        # Each coefficient is tested and bounded by its profile, in which the others are fitted anew.
        firth <- function(value, names, tested = names) {
          best <- function(fixed = integer(), at = 0, start = numeric(length(names))) {
            free <- setdiff(seq_along(names), fixed)
            whole <- function(x) { b <- numeric(length(names)); b[free] <- x; b[fixed] <- at; b }
            if (length(free) == 0) return(list(b = whole(numeric()), value = value(whole(numeric()))))
            control <- list(reltol = 1e-15, maxit = 1000, ndeps = rep(1e-4, length(free)))
            fit <- optim(start[free], function(x) -value(whole(x)), method = "BFGS", control = control)
            list(b = whole(fit$par), value = -fit$value)
          }
          top <- best()
          p <- lower <- upper <- setNames(rep(NA_real_, length(names)), names)
          for (j in match(tested, names)) {
            apart <- function(x) 2 * (top$value - best(j, x, top$b)$value) - qchisq(level, 1)
            p[j] <- pchisq(2 * (top$value - best(j, 0, top$b)$value), 1, lower.tail = FALSE)
            step <- 0.5
            while (apart(top$b[j] - step) < 0) step <- 2 * step
            lower[j] <- uniroot(apart, c(top$b[j] - step, top$b[j]), tol = 1e-10)$root
            step <- 0.5
            while (apart(top$b[j] + step) < 0) step <- 2 * step
            upper[j] <- uniroot(apart, c(top$b[j], top$b[j] + step), tol = 1e-10)$root
          }
          list(estimate = setNames(top$b, names), lower = lower, upper = upper, p = p)
        }
        # The estimate alone, by its modified score, to the last digit: matching must not hang on rounding.
        firth_score <- function(columns, outcome) {
          kept <- qr(columns)
          kept <- sort(kept$pivot[seq_len(kept$rank)])
          whole <- numeric(ncol(columns))
          columns <- columns[, kept, drop = FALSE]
          b <- numeric(ncol(columns))
          for (turn in 1:200) {
            chance <- plogis(drop(columns %*% b))
            weight <- chance * (1 - chance)
            inverse <- tryCatch(solve(crossprod(columns, columns * weight)), error = function(e) NULL)
            if (is.null(inverse)) break
            leverage <- rowSums((columns %*% inverse) * columns) * weight
            step <- drop(inverse %*% crossprod(columns, outcome - chance + leverage * (0.5 - chance)))
            b <- b + step
            if (max(abs(step)) < 1e-13) break
          }
          whole[kept] <- b
          whole
        }
        firth_logistic <- function(columns, outcome, tested) {
          known <- complete.cases(columns, outcome)
          columns <- columns[known, , drop = FALSE]; outcome <- outcome[known]
          value <- function(b) {
            score <- drop(columns %*% b)
            chance <- plogis(score)
            sum(plogis(ifelse(outcome, score, -score), log.p = TRUE)) +
              determinant(crossprod(columns, columns * (chance * (1 - chance))))$modulus / 2
          }
          firth(value, colnames(columns), tested)
        }
        firth_cox <- function(formula, data, ties) {
          at <- function(b) suppressWarnings(coxph(formula, data, ties = ties, init = b, control = coxph.control(iter.max = 0)))
          value <- function(b) { fit <- at(b); fit$loglik[length(fit$loglik)] - determinant(fit$var)$modulus / 2 }
          firth(value, names(coef(suppressWarnings(coxph(formula, data, ties = ties)))))
        }
        """#
}
