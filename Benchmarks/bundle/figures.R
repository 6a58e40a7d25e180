# The nine figures, each as PDF, SVG with outlined letters and PNG of 300 dpi, as wide and high as Greenwood's, and, where
# everything is wanted, as SVG with editable letters and with a description in words.
figures <- list()
# draw: a plot of ggplot2, laid out once for all formats, or a function that draws.
write_figure <- function(id, caption, alternative, width, height, draw, supplement = FALSE) {
    label <- if (supplement) "Supplementary Figure" else "Figure"
    label <- paste(label, 1 + sum(vapply(figures, function(other) other$supplement == supplement, NA)))
    figures[[id]] <<- list(
        id = id, label = label, caption = caption, alternative = paste(alternative, "The data are synthetic."),
        width = width, height = height, supplement = supplement)
    file <- function(type) file.path(output, "figures", paste0(id, ".", type))
    inches <- c(width, height) / 25.4
    show <- function() {
        if (inherits(draw, "ggplot")) clock("figures: laid out", draw <<- ggplotGrob(draw))
        if (is.grob(draw)) grid.draw(draw) else draw()
        dev.off()
    }
    clock("figures: PDF", {
        cairo_pdf(file("pdf"), inches[1], inches[2])
        show()
    })
    clock("figures: SVG", {
        svg(file("svg"), inches[1], inches[2])
        show()
    })
    clock("figures: PNG", {
        ragg::agg_png(file("png"), width, height, units = "mm", res = 300)
        show()
    })
    if (everything) {
        clock("figures: editable SVG", {
            svglite::svglite(file("editable.svg"), inches[1], inches[2])
            show()
        })
        writeLines(figures[[id]]$alternative, file("txt"))
    }
}
lettering <- "Liberation Sans"
look <- theme_classic(base_size = 8, base_family = lettering) + theme(plot.margin = margin(4, 10, 4, 4))
theme_set(look)
update_geom_defaults("text", list(family = lettering))
colours <- c("#0072B2", "#D55E00")

# 1: flow chart.
left_out <- sort(table(screening$reason[screening$status != "included"]), decreasing = TRUE)
note("figure.flow.assessed", value = nrow(screening))
note("figure.flow.excluded", value = sum(left_out))
flow_text <- sprintf(
    "Flow chart of the patients. Assessed for eligibility (n = %d). Excluded (n = %d): %s. Included in the analysis (n = %d). %s.",
    nrow(screening), sum(left_out), paste(sprintf("%s (n = %d)", names(left_out), left_out), collapse = ", "), nrow(d),
    paste(sprintf("%s (n = %d), matched (n = %d)", groups, of_group, table(matched$arm)), collapse = "; "))
write_figure("flow", "Selection of the patients.", flow_text, 180, 98, function() {
    grid.newpage()
    box <- function(x, y, width, height, text) {
        grid.rect(x, y, width, height)
        grid.text(text, x, y, gp = gpar(fontsize = 7, fontfamily = lettering))
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
    shown <- sprintf(
        "%s%s%s", trimws(plot$label), ifelse(plot$text == "", "", paste0(", HR ", plot$text)),
        ifelse(plot$p == "", "", sprintf(" (p for interaction %s)", plot$p)))
    write_figure(
        paste0("forest-", endpoint), paste(endpoints[[endpoint]], "by subgroup."),
        sprintf(
            "Forest plot of hazard ratios, RT+IO+T versus IO+T. %s. %s.", endpoints[[endpoint]], paste(shown, collapse = "; ")),
        180, 152, forest)
}

# 4, 5: Kaplan–Meier curves with risk tables.
curve_panel <- function(name) {
    curve <- curves[[name]]
    p <- number(name, "log-rank.p")
    last <- max(curve$fit$time)
    ratio <- sapply(c("", ".lower", ".upper"), function(what) number(paste0(name, ".hazard-ratio", what)))
    ggsurvplot(
        curve$fit, data = curve$data, risk.table = TRUE, conf.int = TRUE, censor = TRUE, break.time.by = 6, title = curve$title,
        pval = sprintf("Log-rank p %s\nHR %s", if (p < 1e-4) "< 0.0001" else sprintf("= %.2g", p), ratio_text(ratio)),
        pval.size = 2.6, pval.coord = c(0.45 * last, 0.93), xlim = c(0, 1.05 * last), fontsize = 2.6,
        legend.labs = levels(curve$data[[curve$by]]), xlab = "Time (months)", palette = colours,
        ggtheme = look, tables.theme = theme_cleantable(base_size = 8, base_family = lettering),
        font.family = lettering, legend.title = "")
}
curve_text <- function(name) {
    curve <- curves[[name]]
    of_level <- sapply(levels(curve$data[[curve$by]]), function(level) sprintf(
        "%s, %d patients, %d events, median %s", level, number(name, level, "n"), number(name, level, "events"),
        sprintf("%.1f months", number(name, level, "median"))))
    ratio <- sapply(c("", ".lower", ".upper"), function(what) number(paste0(name, ".hazard-ratio", what)))
    sprintf("%s: %s; log-rank p %s; HR %s.", curve$title, paste(of_level, collapse = "; "),
            p_text(number(name, "log-rank.p")), ratio_text(ratio))
}
curve_figure <- function(id, caption, panels, height) {
    texts <- paste("Panel", c("A.", "B."), sapply(panels, curve_text), collapse = " ")
    drawn <- NULL
    write_figure(id, caption, paste("Kaplan–Meier curves in 2 panels.", texts), 180, height, function() {
        # Laid out on the first device, where the width of its letters is known.
        if (is.null(drawn)) clock("figures: laid out", {
            drawn <<- arrange_ggsurvplots(lapply(panels, curve_panel), print = FALSE, ncol = 2, nrow = 1)[[1]]
        })
        grid.draw(drawn)
    })
}
curve_figure(
    "survival", "Progression-free survival (A) and overall survival (B) by treatment group.", c("pfs", "os"), 108)
curve_figure(
    "target-and-matched",
    "Progression-free survival by radiotherapy target within RT+IO+T (A) and by treatment group after matching (B).",
    c("pfs.by.rt_target.in.rt_arm", "pfs.in.matched"), 111)

# 6: love plot. The divisor is that of all patients, before and after.
when_words <- c("Before matching", "After matching")
love_data <- do.call(rbind, lapply(covariates, function(v) {
    share <- function(data) sapply(groups, function(g) mean(data[[v]][data$arm == g] == levels(d[[v]])[2]))
    before <- share(d)
    difference <- c(diff(before), diff(share(matched))) / sqrt(mean(before * (1 - before)))
    for (i in 1:2) note("matching", v, c("before", "after")[i], value = difference[i])
    data.frame(label = labels[[v]], difference = abs(difference), when = factor(when_words, when_words))
}))
love <- ggplot(love_data, aes(difference, factor(label, rev(unique(label))), colour = when, shape = when)) +
    geom_vline(xintercept = 0.1, linetype = 2, linewidth = 0.3) + geom_point(size = 2) + scale_colour_manual(values = colours) +
    labs(x = "Absolute standardised difference", y = NULL, colour = NULL, shape = NULL) + theme(legend.position = "top")
write_figure(
    "love", "Standardised differences before and after matching.",
    sprintf("Absolute standardised differences of covariates: %s.", paste(collapse = "; ", sprintf(
        "%s, %.3f before and %.3f after matching", love_data$label[love_data$when == "Before matching"],
        love_data$difference[love_data$when == "Before matching"], love_data$difference[love_data$when == "After matching"]))),
    85, 61, love, supplement = TRUE)

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
score_ranges <- aggregate(
    score ~ arm + when, scores, function(x) sprintf("%d patients between %.2f and %.2f", length(x), min(x), max(x)))
write_figure(
    "overlap", "Distribution of the propensity score before and after matching.",
    paste0("Histograms of the propensity score, RT+IO+T upwards and IO+T downwards. ", paste(
        sprintf("%s, %s: %s", score_ranges$when, score_ranges$arm, score_ranges$score), collapse = "; "), "."),
    180, 82, overlap, supplement = TRUE)

# 8: scaled Schoenfeld residuals.
residual_model <- model("pfs", c("arm", "ecog_group", "treatment_stage"))
zph <- cox.zph(residual_model)
for (v in rownames(zph$table)) note("figure.residuals", v, "p", value = zph$table[v, "p"])
write_figure(
    "residuals", "Scaled Schoenfeld residuals of the model of progression-free survival.",
    paste0("Scaled Schoenfeld residuals over time with a smooth curve, 3 panels. Test of proportional hazards: ", paste(
        sprintf("%s, p = %s", c(labels[rownames(zph$table)[1:3]], "all together"), p_text(zph$table[, "p"])),
        collapse = "; "), "."),
    180, 66, supplement = TRUE, draw = function() {
        par(mfrow = c(1, 3), cex = 0.6, mar = c(4, 4, 2, 1), cex.main = 0.9, family = lettering)
        for (k in 1:3) {
            plot(zph[k], col = colours[1], xlab = "Time (months)", ylab = "Log hazard ratio")
            abline(h = coef(residual_model)[k], lty = 3)
            title(sprintf("%s, p = %s", labels[[rownames(zph$table)[k]]], p_text(zph$table[k, "p"])))
        }
    })

# 9: adverse events, the most frequent first, mirrored; grade 3–4 within any grade.
bars <- do.call(rbind, lapply(1:2, function(k) data.frame(
    term = rep(terms[-1], 2), arm = factor(rep(groups, each = length(terms) - 1), groups), severity = names(severities)[k],
    percent = sapply(seq_len(2 * (length(terms) - 1)), function(i) number(
        "table.safety", rep(terms[-1], 2)[i], names(severities)[k], rep(groups, each = length(terms) - 1)[i], "percent")))))
total <- tapply(sapply(terms[-1], function(term) sum(safety_counts[[term]][["Any grade"]]["TRUE", ])), terms[-1], sum)
bars$term <- factor(bars$term, names(sort(total)))
any_grade <- bars[bars$severity == "Any grade", ]
any_grade$severe <- bars$percent[bars$severity == "Grade 3–4"]
any_grade$text <- sprintf("%.1f (%.1f)", any_grade$percent, any_grade$severe)
side <- function(group) ggplot(any_grade[any_grade$arm == group, ], aes(percent, term)) +
    geom_col(fill = colours[match(group, groups)], alpha = 0.35, width = 0.7) +
    geom_col(aes(severe), fill = colours[match(group, groups)], width = 0.35) +
    geom_text(aes(label = text), hjust = if (group == "IO+T") 1.1 else -0.1, size = 2.3) +
    labs(x = "Patients (%)", y = NULL, title = sprintf("%s (n = %d)", group, of_group[[group]]))
safety_plot <- gridExtra::arrangeGrob(
    side("IO+T") + scale_x_reverse(limits = c(135, 0), breaks = seq(0, 100, 20), expand = c(0, 0)) +
        scale_y_discrete(position = "right", labels = NULL) + theme(plot.title = element_text(hjust = 1)),
    side("RT+IO+T") + scale_x_continuous(limits = c(0, 135), breaks = seq(0, 100, 20), expand = c(0, 0)) +
        theme(axis.text.y = element_text(hjust = 0.5)),
    nrow = 1, widths = c(1, 1.55))
write_figure(
    "safety-plot", "Adverse events by treatment group, the most frequent first.",
    paste0("Mirrored bars of adverse events: percentages of patients with any grade, in brackets with grade 3–4. ", paste(
        sprintf("%s, %s: %s", any_grade$term, any_grade$arm, any_grade$text)[order(-xtfrm(any_grade$term), any_grade$arm)],
        collapse = "; "), "."),
    180, 120, safety_plot, supplement = TRUE)
