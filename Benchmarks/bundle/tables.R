# The seven tables, each to Markdown and HTML.
tables <- list()
write_table <- function(id, caption, table) {
    tables[[id]] <<- table
    for (format in c("markdown", "html")) {
        text <- kable(table, format = format, row.names = FALSE, caption = caption)
        writeLines(text, file.path(output, "tables", paste0(id, if (format == "html") ".html" else ".md")))
    }
}
# Standardised differences, RT+IO+T less IO+T: of a binary variable by its proportions, of several levels by Mahalanobis.
standardised_difference <- function(x, arm) {
    share <- sapply(groups, function(g) prop.table(table(x[arm == g]))[-1])
    if (length(levels(x)) == 2) {
        return((share[2] - share[1]) / sqrt(mean(share * (1 - share))))
    }
    spread <- function(p) diag(p) - outer(p, p)
    difference <- share[, 2] - share[, 1]
    sqrt(drop(difference %*% solve((spread(share[, 1]) + spread(share[, 2])) / 2) %*% difference))
}
baseline_rows <- c(
    "age_group", "sex", "bclc", "child_pugh", "ecog_group", "afp_group", "diameter_group", "extrahepatic_metastasis",
    "portal_vein_invasion", "treatment_line", "prior_locoregional")
heads <- function(data, total = TRUE) {
    by_arm <- sprintf("%s (n = %d)", groups, table(data$arm))
    if (total) c(sprintf("Total (n = %d)", nrow(data)), by_arm) else by_arm
}

# 1: baseline characteristics.
baseline <- do.call(rbind, lapply(baseline_rows, function(v) {
    counts <- table(d[[v]], d$arm)
    columns <- cbind(total = rowSums(counts), counts)
    for (level in rownames(columns)) for (group in colnames(columns)) {
        note("table.baseline", v, level, group, "n", value = columns[level, group])
        note("table.baseline", v, level, group, "percent", value = 100 * columns[level, group] / sum(columns[, group]))
    }
    p <- test(counts)
    note("table.baseline", v, "p", value = p)
    rbind(
        c(labels[[v]], "", "", "", p_text(p)),
        cbind(paste0("  ", rownames(columns)), apply(columns, 2, function(n) percent(n, sum(n))), ""))
}))
colnames(baseline) <- c("Characteristic", heads(d), "p value")
write_table("baseline", "Baseline characteristics of the treatment groups.", baseline)

# 2: radiotherapy.
shares <- function(id, x, levels) {
    counts <- table(factor(x, levels))
    for (level in levels) {
        note("table.radiotherapy", id, level, "total.n", value = counts[[level]])
        note("table.radiotherapy", id, level, "total.percent", value = 100 * counts[[level]] / sum(counts))
    }
    cbind(paste0("  ", levels), percent(counts, sum(counts)))
}
range_row <- function(id, label, digits) {
    found <- c(median = median(rt_arm[[id]]), minimum = min(rt_arm[[id]]), maximum = max(rt_arm[[id]]))
    for (n in names(found)) note("table.radiotherapy", id, "total", n, value = found[[n]])
    f <- formatC(found, digits = digits, format = "f")
    c(label, sprintf("%s (%s–%s)", f[1], f[2], f[3]))
}
radiotherapy <- rbind(
    c("Site", ""),
    shares("rt_sites", unlist(strsplit(rt_arm$rt_sites, ";")), c("PVTT/HVTT", "Liver lesions", "Lung", "Lymph nodes", "Bone")),
    c("Technique", ""), shares("rt_technique", rt_arm$rt_technique, c("IMRT", "SBRT")),
    range_row("rt_total_dose_gy", "Total dose (Gy), median (range)", 1),
    range_row("rt_fractions", "Fractions, median (range)", 0),
    range_row("bed10", "Biologically effective dose, α/β = 10 Gy (Gy), median (range)", 2))
colnames(radiotherapy) <- c("Characteristic", sprintf("Total (n = %d)", nrow(rt_arm)))
write_table("radiotherapy", "Radiotherapy in the RT+IO+T group.", radiotherapy)

# 3: response, with Clopper–Pearson limits.
responses <- list(PR = "PR", SD = "SD", PD = "PD", ORR = c("CR", "PR"), DCR = c("CR", "PR", "SD"))
of_group <- table(d$arm)
response <- do.call(rbind, lapply(names(responses), function(name) {
    counts <- table(factor(d$best_response_3mo %in% responses[[name]], c(FALSE, TRUE)), d$arm)
    cells <- sapply(groups, function(group) {
        n <- counts["TRUE", group]
        limits <- binom.test(n, of_group[[group]])$conf.int
        note("table.response", name, group, "n", value = n)
        note("table.response", name, group, "percent", value = 100 * n / of_group[[group]])
        note("table.response", name, group, "lower", value = 100 * limits[1])
        note("table.response", name, group, "upper", value = 100 * limits[2])
        sprintf("%s, %.1f–%.1f%%", percent(n, of_group[[group]]), 100 * limits[1], 100 * limits[2])
    })
    p <- test(counts)
    note("table.response", name, "p", value = p)
    c(name, cells, p_text(p))
}))
colnames(response) <- c("Response at 3 months", heads(d, FALSE), "p value")
write_table("response", "Tumour response at 3 months, n (%) and 95% CI.", response)

# 4: adverse events, each patient at the worst grade.
terms <- c(
    "all", "Anorexia", "Nausea", "Vomiting", "Fever", "Fatigue", "Alanine aminotransferase elevation",
    "Aspartate aminotransferase elevation", "Thrombocytopenia", "Leukopenia", "Anemia", "Hypertension", "Infection",
    "Hypothyroidism", "Creatinine elevation", "Lymphopenia", "Gastrointestinal ulcer",
    "Esophageal and gastric fundus variceal bleeding", "Rash")
severities <- list("Any grade" = 1:5, "Grade 3–4" = 3:4)
safety <- do.call(rbind, lapply(terms, function(term) {
    of_term <- if (term == "all") events else events[events$term == term, ]
    worst <- tapply(of_term$grade, of_term$id, max)
    cells <- lapply(names(severities), function(severity) {
        affected <- d$id %in% names(worst)[worst %in% severities[[severity]]]
        counts <- table(factor(affected, c(FALSE, TRUE)), d$arm)
        for (group in groups) {
            note("table.safety", term, severity, group, "n", value = counts["TRUE", group])
            note("table.safety", term, severity, group, "percent", value = 100 * counts["TRUE", group] / of_group[[group]])
        }
        p <- if (any(affected)) test(counts) else NA
        note("table.safety", term, severity, "p", value = p)
        list(counts = percent(counts["TRUE", ], of_group), p = p_text(p))
    })
    c(if (term == "all") "All adverse events" else term,
      cells[[1]]$counts[1], cells[[2]]$counts[1], cells[[1]]$counts[2], cells[[2]]$counts[2], cells[[1]]$p, cells[[2]]$p)
}))
colnames(safety) <- c(
    "Adverse event", outer(names(severities), heads(d, FALSE), function(s, g) paste0(g, ": ", s)),
    paste("p value:", names(severities)))
write_table("safety", "Adverse events by treatment group, each patient at the worst grade.", safety)

# 5: Cox models; univariable likelihood-ratio p below 0.05 enter the multivariable model.
cox_rows <- c(
    "age_group", "sex", "hbv", "child_pugh", "bclc", "ecog_group", "diameter_group", "extrahepatic_metastasis",
    "portal_vein_invasion", "arm", "treatment_stage", "afp_group", "prior_therapy")
cox <- do.call(cbind, lapply(names(endpoints), function(endpoint) {
    single <- lapply(cox_rows, function(v) model(endpoint, v))
    p <- sapply(single, function(fit) summary(fit)$logtest[["pvalue"]])
    entered <- cox_rows[p < 0.05]
    together <- model(endpoint, entered)
    note("table.cox", endpoint, "proportional-hazards.p", value = cox.zph(together)$table["GLOBAL", "p"])
    note("table.cox", endpoint, "concordance", value = concordance(together)$concordance)
    cells <- t(sapply(seq_along(cox_rows), function(k) {
        name <- paste("table.cox", endpoint, cox_rows[k], sep = ".")
        alone <- effect(single[[k]])
        note_effect(paste0(name, ".univariable"), alone, p[k])
        place <- match(cox_rows[k], entered)
        if (is.na(place)) return(c(ratio_text(alone), p_text(p[k]), "–", "–"))
        joint <- effect(together, place)
        note_effect(paste0(name, ".multivariable"), joint)
        c(ratio_text(alone), p_text(p[k]), ratio_text(joint), p_text(joint[4]))
    }))
    colnames(cells) <- paste0(
        toupper(endpoint), c(", univariable: HR (95% CI)", ", univariable: p", ", multivariable: HR (95% CI)", ", multivariable: p"))
    cells
}))
contrast <- sapply(cox_rows, function(v) sprintf("%s: %s vs %s", labels[[v]], levels(d[[v]])[2], levels(d[[v]])[1]))
write_table(
    "cox", "Univariable and multivariable Cox models of progression-free and overall survival.", cbind(Variable = contrast, cox))

# 6: the effect before and after matching.
effects <- do.call(rbind, lapply(c("pfs", "pfs.in.matched"), function(name) {
    cells <- sapply(groups, function(group) {
        m <- sapply(c("median", "median.lower", "median.upper"), function(what) number(name, group, what))
        c(sprintf("%d/%d", number(name, group, "events"), number(name, group, "n")), sprintf("%.1f (%.1f–%.1f)", m[1], m[2], m[3]))
    })
    ratio <- sapply(c("", ".lower", ".upper"), function(what) number(paste0(name, ".hazard-ratio", what)))
    c(if (name == "pfs") "All patients" else "Matched patients", cells, p_text(number(name, "log-rank.p")), ratio_text(ratio),
      p_text(number(name, "hazard-ratio.p")))
}))
effects <- cbind(effects, c("–", sprintf("%.2f–%.2f", number("pfs.in.matched.robust.lower"), number("pfs.in.matched.robust.upper"))))
colnames(effects) <- c(
    "Progression-free survival", outer(c("Events/n", "Median, months (95% CI)"), groups, function(w, g) paste0(g, ": ", w)),
    "Log-rank p", "HR (95% CI)", "p", "Robust 95% CI")
write_table("matched", "Effect of RT+IO+T against IO+T on progression-free survival before and after matching.", effects)

# 7: balance before and after matching.
balance_side <- function(data, when) {
    do.call(rbind, lapply(baseline_rows, function(v) {
        counts <- table(data[[v]], data$arm)
        difference <- standardised_difference(data[[v]], data$arm)
        p <- test(counts)
        note("table.balance", v, when, "smd", value = difference)
        note("table.balance", v, when, "p", value = p)
        rbind(c("", "", sprintf("%.3f", difference), p_text(p)), cbind(apply(counts, 2, function(n) percent(n, sum(n))), "", ""))
    }))
}
balance <- cbind(baseline[, 1], balance_side(d, "before"), balance_side(matched, "after"))
colnames(balance) <- c(
    "Characteristic", paste("Before:", c(heads(d, FALSE), "SMD", "p")), paste("After:", c(heads(matched, FALSE), "SMD", "p")))
write_table("balance", "Baseline characteristics before and after matching.", balance)
