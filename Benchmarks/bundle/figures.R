# The eight figures, each as PDF, SVG and PNG of 300 dpi, as wide and high as Greenwood's.
figures <- character()
write_figure <- function(id, caption, width, height, draw) {
    figures[[id]] <<- caption
    path <- function(type) file.path(output, "figures", paste0(id, ".", type))
    inch <- 25.4
    cairo_pdf(path("pdf"), width / inch, height / inch)
    draw()
    dev.off()
    svg(path("svg"), width / inch, height / inch)
    draw()
    dev.off()
    png(path("png"), width, height, units = "mm", res = 300, type = "cairo")
    draw()
    dev.off()
}
theme_set(theme_classic(base_size = 8))
colours <- c("#0072B2", "#D55E00")

# 1: flow chart.
left_out <- sort(table(screening$reason[screening$status != "included"]), decreasing = TRUE)
note("figure.flow.assessed", value = nrow(screening))
note("figure.flow.excluded", value = sum(left_out))
write_figure("flow", "Selection of the patients.", 180, 93, function() {
    grid.newpage()
    box <- function(x, y, width, height, text) {
        grid.rect(x, y, width, height)
        grid.text(text, x, y, gp = gpar(fontsize = 7))
    }
    line <- function(x, y) grid.lines(x, y, arrow = arrow(length = unit(1.5, "mm"), type = "closed"), gp = gpar(fill = 1))
    wrapped <- function(text, width) paste(strwrap(text, width), collapse = "\n")
    box(0.25, 0.9, 0.44, 0.14, sprintf(
        "%s\n(n = %d)", wrapped("Patients with unresectable hepatocellular carcinoma assessed for eligibility", 42), nrow(screening)))
    box(0.76, 0.68, 0.46, 0.34, sprintf(
        "Excluded (n = %d)\n%s", sum(left_out),
        paste(sapply(sprintf("%s (n = %d)", names(left_out), left_out), wrapped, 50), collapse = "\n")))
    box(0.25, 0.46, 0.44, 0.1, sprintf("Included in the analysis\n(n = %d)", nrow(d)))
    line(c(0.25, 0.25), c(0.83, 0.51))
    line(c(0.25, 0.53), c(0.68, 0.68))
    for (i in 1:2) {
        x <- c(0.13, 0.37)[i]
        line(c(x, x), c(0.41, 0.32))
        box(x, 0.27, 0.2, 0.1, sprintf("%s\n(n = %d)", groups[i], of_group[i]))
        line(c(x, x), c(0.22, 0.13))
        box(x, 0.08, 0.2, 0.1, sprintf("Matched patients\n(n = %d)", sum(matched$arm == groups[i])))
    }
})

# 2, 3: forest plots.
for (endpoint in names(endpoints)) {
    rows <- forests[[endpoint]]
    plot <- data.frame(
        y = -seq_along(rows), label = sapply(rows, `[[`, "label"), face = ifelse(sapply(rows, `[[`, "bold"), "bold", "plain"),
        control = sapply(rows, function(r) r$counts[1]), treated = sapply(rows, function(r) r$counts[2]),
        ratio = sapply(rows, function(r) r$e[1]), lower = sapply(rows, function(r) r$e[2]), upper = sapply(rows, function(r) r$e[3]),
        text = sapply(rows, function(r) if (r$counts[1] == "") "" else ratio_text(r$e)),
        p = sapply(rows, function(r) if (is.na(r$p)) "" else p_text(r$p)))
    column <- function(x, name) geom_text(aes(x = x, label = .data[[name]], fontface = face), hjust = 0, size = 2.3)
    forest <- ggplot(plot, aes(y = y)) +
        geom_vline(xintercept = 1, colour = "grey50", linewidth = 0.3) +
        geom_errorbarh(aes(xmin = lower, xmax = upper), height = 0.25, linewidth = 0.4, na.rm = TRUE) +
        geom_point(aes(x = ratio), shape = 15, size = 1.6, na.rm = TRUE) +
        column(1e-6, "label") + column(3e-4, "treated") + column(2e-3, "control") + column(20, "text") + column(600, "p") +
        annotate(
            "text", x = c(3e-4, 2e-3, 20, 600), y = 0, label = c(rev(groups), "HR (95% CI)", "p, interaction"), hjust = 0,
            size = 2.3, fontface = "bold") +
        annotate("text", x = c(0.2, 4), y = -length(rows) - 1, label = paste("Favours", rev(groups)), size = 2.3) +
        scale_x_log10(breaks = c(0.01, 0.1, 1, 10), labels = c("0.01", "0.1", "1", "10"), limits = c(1e-6, 5000)) +
        labs(x = "Hazard ratio (95% CI)", y = NULL) +
        theme(axis.text.y = element_blank(), axis.ticks.y = element_blank(), axis.line.y = element_blank())
    write_figure(
        paste0("forest-", endpoint), paste(endpoints[[endpoint]], "by subgroup."), 180, 152, function() print(forest))
}

# 4, 5: Kaplan–Meier curves with risk tables.
curve_panel <- function(name) {
    curve <- curves[[name]]
    p <- number(name, "log-rank.p")
    ratio <- sapply(c("", ".lower", ".upper"), function(what) number(paste0(name, ".hazard-ratio", what)))
    ggsurvplot(
        curve$fit, data = curve$data, risk.table = TRUE, conf.int = TRUE, censor = TRUE, break.time.by = 6, title = curve$title,
        pval = sprintf("Log-rank p %s\nHR %s", if (p < 1e-4) "< 0.0001" else sprintf("= %.2g", p), ratio_text(ratio)),
        pval.size = 2.6, fontsize = 2.6, legend.labs = levels(curve$data[[curve$by]]), xlab = "Time (months)", palette = colours,
        ggtheme = theme_classic(base_size = 8), tables.theme = theme_cleantable(base_size = 8))
}
curve_figure <- function(id, caption, panels, height) {
    figure <- arrange_ggsurvplots(lapply(panels, curve_panel), print = FALSE, ncol = 2, nrow = 1)
    write_figure(id, caption, 180, height, function() print(figure))
}
curve_figure(
    "survival", "Progression-free survival (A) and overall survival (B) by treatment group.", c("pfs", "os"), 108)
curve_figure(
    "target-and-matched",
    "Progression-free survival by radiotherapy target within RT+IO+T (A) and by treatment group after matching (B).",
    c("pfs.by.rt_target.in.rt_arm", "pfs.in.matched"), 111)

# 6: love plot. The divisor is that of all patients, before and after.
love_data <- do.call(rbind, lapply(covariates, function(v) {
    share <- function(data) sapply(groups, function(g) mean(data[[v]][data$arm == g] == levels(d[[v]])[2]))
    before <- share(d)
    difference <- c(diff(before), diff(share(matched))) / sqrt(mean(before * (1 - before)))
    for (i in 1:2) note("matching", v, c("before", "after")[i], value = difference[i])
    data.frame(label = labels[[v]], difference = abs(difference), when = c("Before matching", "After matching"))
}))
love <- ggplot(love_data, aes(difference, factor(label, rev(unique(label))), colour = when, shape = when)) +
    geom_vline(xintercept = 0.1, linetype = 2, linewidth = 0.3) + geom_point(size = 2) + scale_colour_manual(values = colours) +
    labs(x = "Absolute standardised difference", y = NULL, colour = NULL, shape = NULL) + theme(legend.position = "top")
write_figure("love", "Standardised differences before and after matching.", 85, 61, function() print(love))

# 7: propensity scores, RT+IO+T upwards and IO+T downwards.
scores <- data.frame(score = fitted(propensity), arm = d$arm, matched = !is.na(d$pair))
scores <- rbind(
    data.frame(scores, when = "Before matching"), data.frame(scores[scores$matched, ], when = "After matching"))
overlap <- ggplot(scores, aes(score, fill = arm)) +
    geom_histogram(data = ~ subset(.x, arm == "RT+IO+T"), breaks = seq(0, 1, 0.05)) +
    geom_histogram(aes(y = -after_stat(count)), data = ~ subset(.x, arm == "IO+T"), breaks = seq(0, 1, 0.05)) +
    geom_hline(yintercept = 0, linewidth = 0.3) + facet_wrap(~ factor(when, unique(when))) +
    scale_fill_manual(values = colours, breaks = groups) + scale_y_continuous(labels = abs) +
    labs(x = "Propensity score", y = "Patients", fill = NULL)
write_figure("overlap", "Distribution of the propensity score before and after matching.", 180, 82, function() print(overlap))

# 8: scaled Schoenfeld residuals.
residual_model <- model("pfs", c("arm", "ecog_group", "treatment_stage"))
zph <- cox.zph(residual_model)
for (v in rownames(zph$table)) note("figure.residuals", v, "p", value = zph$table[v, "p"])
write_figure(
    "residuals", "Scaled Schoenfeld residuals of the model of progression-free survival.", 180, 66, function() {
        par(mfrow = c(1, 3), cex = 0.6, mar = c(4, 4, 2, 1))
        for (k in 1:3) {
            plot(zph[k], col = colours[1], xlab = "Time (months)")
            abline(h = coef(residual_model)[k], lty = 3)
            title(sprintf("%s, p = %s", labels[[rownames(zph$table)[k]]], p_text(zph$table[k, "p"])))
        }
    })
