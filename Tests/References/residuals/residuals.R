# Scaled Schoenfeld residuals with their smooth, as `plot(cox.zph(fit))` draws it.
source("reference.R")

# plot.cox.zph keeps its curve to itself, so it is caught where it is drawn: `lines` is called with the curve and then,
# for two standard errors, with its limits; those are narrowed here to the level that the case asks for.
drawn_lines <- function(test, column) {
  caught <- list()
  drawing <- survival:::plot.cox.zph
  environment(drawing) <- list2env(
    list(
      plot = function(...) NULL, points = function(...) NULL, axis = function(...) NULL,
      lines = function(x, y, ...) caught[[length(caught) + 1]] <<- list(x = x, y = drop(y))),
    parent = environment(drawing))
  drawing(test, var = column)
  caught
}

smooth <- function(args, data, case) {
  for (name in names(args$factors)) data[[name]] <- factor(data[[name]], args$factors[[name]])
  fit <- coxph(
    as.formula(args$formula), data = data, ties = args$ties, control = coxph.control(eps = 3e-12, iter.max = 50))
  test <- cox.zph(fit, transform = args$transform, terms = FALSE)
  first <- !duplicated(test$x)
  columns <- lapply(seq_along(coef(fit)), function(column) {
    lines <- drawn_lines(test, column)
    half <- (lines[[2]]$y - lines[[1]]$y) / 2 * qnorm(1 - (1 - args$level) / 2)
    at <- lines[[1]]$x
    order <- order(test$time, test$y[, column])
    list(
      name = names(coef(fit))[column], coefficient = unname(coef(fit)[column]), time = test$time[order],
      residual = unname(test$y[order, column]),
      smooth_time = if (args$transform %in% c("identity", "log")) at else approx(test$x[first], test$time[first], at)$y,
      smooth = unname(lines[[1]]$y), lower = unname(lines[[1]]$y - half), upper = unname(lines[[1]]$y + half))
  })
  list(n = fit$n, events = fit$nevent, columns = columns)
}

rerun(here(), list(smooth = smooth))
