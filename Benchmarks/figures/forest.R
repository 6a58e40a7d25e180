# The subgroups of a results.json as a forest plot of grid and ggplot2, laid out as forestploter lays out its tables,
# at the size of Greenwood's figure.
# Rscript forest.R results.json figure-id out.png
arguments <- commandArgs(trailingOnly = TRUE)
suppressPackageStartupMessages({library(ggplot2); library(grid); library(jsonlite)})
results <- fromJSON(arguments[1], simplifyVector = FALSE)
figure <- Find(function(f) f$id == arguments[2], results$figures)$content
row <- function(label, counts, effect, bold, p = "") {
  ratio <- effect$coefficients[[1]]$hazardRatio
  data.frame(label = label, bold = bold, p = p,
    control = if (length(counts)) sprintf("%d/%d", counts[[1]]$events, counts[[1]]$n) else "",
    treated = if (length(counts)) sprintf("%d/%d", counts[[2]]$events, counts[[2]]$n) else "",
    value = if (is.null(ratio$value)) NA else ratio$value,
    lower = if (is.null(ratio$interval$lower)) NA else ratio$interval$lower,
    upper = if (is.null(ratio$interval$upper)) NA else ratio$interval$upper, n = effect$n)
}
head_row <- function(label, p) data.frame(label = label, bold = TRUE, p = p, control = "", treated = "", value = NA,
  lower = NA, upper = NA, n = NA)
rows <- list(row("All patients", figure$overallCounts, figure$overall, TRUE))
for (variable in figure$variables) {
  rows <- c(rows, list(head_row(variable$label, sprintf("%.3f", variable$analysis$interaction$pValue))))
  for (k in seq_along(variable$levelLabels))
    rows <- c(rows, list(row(paste0("   ", variable$levelLabels[[k]]), variable$counts[[k]],
      variable$analysis$subgroups[[k]], FALSE)))
}
d <- do.call(rbind, rows)
d$y <- rev(seq_len(nrow(d)))
d$text <- ifelse(is.na(d$value), ifelse(d$bold & is.na(d$n), "", "NE"),
  sprintf("%.2f (%.2f to %.2f)", d$value, d$lower, d$upper))
limits <- c(0.05, 4)
d$arrow <- !is.na(d$lower) & d$lower < limits[1]
size <- 7 / .pt
column <- function(x, text, hjust = 0, face = "plain")
  geom_text(aes(y = y), label = text, x = x, hjust = hjust, size = size, family = "Liberation Sans",
    fontface = face, data = d)
scale <- function(hr) 3.4 + 3.3 * (log(hr) - log(limits[1])) / diff(log(limits))
ticks <- c(0.05, 0.1, 0.25, 0.5, 1, 2, 4)
top <- max(d$y) + 1
p <- ggplot(d) +
  geom_rect(aes(ymin = y - 0.5, ymax = y + 0.5), xmin = -Inf, xmax = Inf,
    fill = ifelse(d$y %% 2 == 0, "#F1F4F7", NA)) +
  geom_segment(aes(x = scale(pmax(lower, limits[1])), xend = scale(pmin(upper, limits[2])), y = y, yend = y),
    linewidth = 0.3, na.rm = TRUE) +
  geom_segment(aes(x = scale(value), xend = scale(limits[1]), y = y, yend = y), linewidth = 0.3,
    arrow = arrow(length = unit(1.2, "mm"), type = "closed"), data = d[d$arrow, ]) +
  geom_point(aes(x = scale(value), y = y, size = n), shape = 15, colour = "#0072B2", na.rm = TRUE) +
  scale_size_area(max_size = 2.6, guide = "none") +
  column(0, d$label, face = ifelse(d$bold, "bold", "plain")) + column(2.45, d$control, 0.5) +
  column(3.1, d$treated, 0.5) + column(6.9, d$text) + column(9.2, d$p, 1) +
  annotate("segment", x = scale(1), xend = scale(1), y = 0.5, yend = top - 0.5, linewidth = 0.2) +
  annotate("segment", x = scale(d$value[1]), xend = scale(d$value[1]), y = 0.5, yend = top - 0.5, linewidth = 0.2,
    linetype = 2, colour = "#0072B2") +
  annotate("segment", x = scale(limits[1]), xend = scale(limits[2]), y = 0.4, yend = 0.4, linewidth = 0.2) +
  annotate("segment", x = scale(ticks), xend = scale(ticks), y = 0.4, yend = 0.15, linewidth = 0.2) +
  annotate("text", x = scale(ticks), y = -0.35, label = ticks, size = size, family = "Liberation Sans") +
  annotate("text", x = scale(1) + c(-0.1, 0.1), y = -1.4, hjust = c(1, 0), size = size, family = "Liberation Sans",
    label = paste("Favours", c(figure$favours[[1]], figure$favours[[2]]))) +
  annotate("text", x = c(0, 2.45, 3.1, 5, 6.9, 9.2), y = top, hjust = c(0, 0.5, 0.5, 0.5, 0, 1), size = size,
    label = c("Subgroup", figure$reference, figure$treatment, "Hazard ratio", "HR (95% CI)", "p interaction"),
    fontface = "bold", family = "Liberation Sans") +
  annotate("segment", x = -0.05, xend = 9.25, y = top - 0.5, yend = top - 0.5, linewidth = 0.2) +
  coord_cartesian(xlim = c(0, 9.2), ylim = c(-1.6, top + 0.3)) + theme_void()
png(arguments[3], width = 180, height = 152, units = "mm", res = 300, type = "cairo")
print(p)
invisible(dev.off())
