# The seven tables, with their footnotes. A head "A: B" stands under the spanning head A.
tables <- list()
indent <- "\u2002"
synthetic <- "Synthetic data: these are not records of patients."
write_table <- function(id, caption, body, notes, supplement = FALSE) {
    label <- if (supplement) "Supplementary Table 1" else paste("Table", length(tables) + 1)
    notes <- c(notes, synthetic)
    table <- list(id = id, label = label, caption = caption, body = body, notes = notes, supplement = supplement)
    # Heads of rows and what has no indented rows below it are bold, where any row is indented.
    inner <- startsWith(body[, 1], indent)
    table$bold <- if (any(inner)) which(!inner) else integer()
    marked_up <- body
    marked_up[table$bold, 1] <- sprintf("**%s**", body[table$bold, 1])
    table$markdown <- c(
        sprintf("**%s.** %s", label, caption), "", kable(marked_up, format = "markdown", row.names = FALSE), "",
        rbind(notes, ""))
    file <- function(type) file.path(output, "tables", paste0(id, ".", type))
    clock("tables written", {
        writeLines(table$markdown, file("md"))
        writeLines(commonmark::markdown_html(table$markdown, extensions = TRUE), file("html"))
        if (everything) write.csv(body, file("csv"), row.names = FALSE, fileEncoding = "UTF-8")
    })
    tables[[id]] <<- table
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
baseline_tests <- sapply(baseline_rows, function(v) test(table(d[[v]], d$arm)))
baseline_marks <- marked(baseline_tests)
baseline <- do.call(rbind, lapply(baseline_rows, function(v) {
    counts <- table(d[[v]], d$arm)
    columns <- cbind(total = rowSums(counts), counts)
    for (level in rownames(columns)) for (group in colnames(columns)) {
        note("table.baseline", v, level, group, "n", value = columns[level, group])
        note("table.baseline", v, level, group, "percent", value = 100 * columns[level, group] / sum(columns[, group]))
    }
    note("table.baseline", v, "p", value = baseline_tests["p", v])
    rbind(
        c(labels[[v]], "", "", "", baseline_marks$cells[match(v, baseline_rows)]),
        cbind(paste0(indent, rownames(columns)), apply(columns, 2, function(n) percent(n, sum(n))), ""))
}))
colnames(baseline) <- c("Characteristic", heads(d), "p value")
write_table(
    "baseline", "Baseline characteristics of the treatment groups.", baseline, c("Values are n (%).", baseline_marks$notes))

# 2: radiotherapy.
shares <- function(id, x, levels) {
    counts <- table(factor(x, levels))
    for (level in levels) {
        note("table.radiotherapy", id, level, "total.n", value = counts[[level]])
        note("table.radiotherapy", id, level, "total.percent", value = 100 * counts[[level]] / sum(counts))
    }
    cbind(paste0(indent, levels), percent(counts, sum(counts)))
}
range_row <- function(id, label, digits) {
    found <- c(median = median(rt_arm[[id]]), minimum = min(rt_arm[[id]]), maximum = max(rt_arm[[id]]))
    for (n in names(found)) note("table.radiotherapy", id, "total", n, value = found[[n]])
    f <- formatC(found, digits = digits, format = "f")
    c(label, sprintf("%s (%s–%s)", f[1], f[2], f[3]))
}
treated_sites <- unlist(strsplit(rt_arm$rt_sites, ";"))
radiotherapy <- rbind(
    c("Siteᵃ", ""), shares("rt_sites", treated_sites, c("PVTT/HVTT", "Liver lesions", "Lung", "Lymph nodes", "Bone")),
    c("Technique", ""), shares("rt_technique", rt_arm$rt_technique, c("IMRT", "SBRT")),
    range_row("rt_total_dose_gy", "Total dose (Gy), median (range)", 1),
    range_row("rt_fractions", "Fractions, median (range)", 0),
    range_row("bed10", "Biologically effective dose, α/β = 10 Gy (Gy), median (range)", 2))
colnames(radiotherapy) <- c("Characteristic", sprintf("Total (n = %d)", nrow(rt_arm)))
write_table(
    "radiotherapy", "Radiotherapy in the RT+IO+T group.", radiotherapy,
    c("Values are n (%) unless the row says otherwise.",
      sprintf("ᵃ Percentages are of %d responses, since a patient can have several.", length(treated_sites))))

# 3: response, with Clopper–Pearson limits.
responses <- list(PR = "PR", SD = "SD", PD = "PD", ORR = c("CR", "PR"), DCR = c("CR", "PR", "SD"))
of_group <- table(d$arm)
response_tests <- sapply(responses, function(levels) test(table(d$best_response_3mo %in% levels, d$arm)))
response_marks <- marked(response_tests)
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
    note("table.response", name, "p", value = response_tests["p", name])
    c(name, cells, response_marks$cells[match(name, names(responses))])
}))
colnames(response) <- c("Response at 3 months", heads(d, FALSE), "p value")
write_table(
    "response", "Tumour response at 3 months.", response,
    c("Values are n (%) with exact (Clopper–Pearson) 95% confidence intervals.", "No patient had CR.",
      "ORR, objective response rate: CR + PR.", "DCR, disease control rate: CR + PR + SD.",
      "CR, complete response; PD, progressive disease; PR, partial response; SD, stable disease.", response_marks$notes))

# 4: adverse events, each patient at the worst grade.
terms <- c(
    "all", "Anorexia", "Nausea", "Vomiting", "Fever", "Fatigue", "Alanine aminotransferase elevation",
    "Aspartate aminotransferase elevation", "Thrombocytopenia", "Leukopenia", "Anemia", "Hypertension", "Infection",
    "Hypothyroidism", "Creatinine elevation", "Lymphopenia", "Gastrointestinal ulcer",
    "Esophageal and gastric fundus variceal bleeding", "Rash")
severities <- list("Any grade" = 1:5, "Grade 3–4" = 3:4)
safety_counts <- lapply(terms, function(term) {
    of_term <- if (term == "all") events else events[events$term == term, ]
    worst <- tapply(of_term$grade, of_term$id, max)
    lapply(severities, function(grades) table(factor(d$id %in% names(worst)[worst %in% grades], c(FALSE, TRUE)), d$arm))
})
names(safety_counts) <- terms
safety_tests <- unlist(lapply(names(severities), function(severity) lapply(safety_counts, function(counts) {
    if (sum(counts[[severity]]["TRUE", ]) > 0) test(counts[[severity]]) else c(p = NA, exact = NA)
})), recursive = FALSE)
safety_marks <- marked(simplify2array(safety_tests))
safety_p <- matrix(safety_marks$cells, ncol = 2)
safety_cells <- lapply(names(severities), function(severity) t(sapply(terms, function(term) {
    counts <- safety_counts[[term]][[severity]]["TRUE", ]
    for (group in groups) {
        note("table.safety", term, severity, group, "n", value = counts[[group]])
        note("table.safety", term, severity, group, "percent", value = 100 * counts[[group]] / of_group[[group]])
    }
    percent(counts, of_group)
})))
for (k in 1:2) for (i in seq_along(terms)) {
    note("table.safety", terms[i], names(severities)[k], "p", value = safety_tests[[(k - 1) * length(terms) + i]][["p"]])
}
safety <- cbind(
    c("All adverse events", terms[-1]), safety_cells[[1]][, 1], safety_cells[[2]][, 1], safety_cells[[1]][, 2],
    safety_cells[[2]][, 2], safety_p)
dimnames(safety) <- list(NULL, c(
    "Adverse event", outer(names(severities), heads(d, FALSE), function(s, g) paste0(g, ": ", s)),
    paste0("p value: ", names(severities))))
write_table(
    "safety", "Adverse events by treatment group, each patient at the worst grade.", safety,
    c("Values are n (%); in each row a patient counts once, at the worst grade.", safety_marks$notes,
      "–, not tested, since no patient had the event."))

# 5: Cox models; univariable likelihood-ratio p below 0.05 enter the multivariable model.
cox_rows <- c(
    "age_group", "sex", "hbv", "child_pugh", "bclc", "ecog_group", "diameter_group", "extrahepatic_metastasis",
    "portal_vein_invasion", "arm", "treatment_stage", "afp_group", "prior_therapy")
cox_notes <- c()
cox <- do.call(cbind, lapply(names(endpoints), function(endpoint) {
    single <- lapply(cox_rows, function(v) model(endpoint, v))
    p <- sapply(single, function(fit) summary(fit)$logtest[["pvalue"]])
    entered <- cox_rows[p < 0.05]
    together <- model(endpoint, entered)
    proportional <- cox.zph(together)$table["GLOBAL", "p"]
    note("table.cox", endpoint, "proportional-hazards.p", value = proportional)
    per_variable <- together$nevent / length(entered)
    cox_notes <<- c(
        cox_notes,
        sprintf("%s: n = %d, %d events; multivariable model %.1f events per variable, test of proportional hazards p = %s.",
                toupper(endpoint), together$n, together$nevent, per_variable, p_text(proportional)),
        if (per_variable < 10) sprintf(
            "%s: fewer than 10 events per variable in the multivariable model, whose estimates may be unreliable.",
            toupper(endpoint)))
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
        toupper(endpoint),
        c(": Univariable: HR (95% CI)", ": Univariable: p", ": Multivariable: HR (95% CI)", ": Multivariable: p"))
    cells
}))
contrast <- sapply(cox_rows, function(v) sprintf("%s: %s vs %s", labels[[v]], levels(d[[v]])[2], levels(d[[v]])[1]))
write_table(
    "cox", "Univariable and multivariable Cox models of progression-free and overall survival.", cbind(Variable = contrast, cox),
    c("p values: likelihood-ratio test in univariable, Wald test in multivariable models.",
      "Variables with a univariable p value below 0.05 entered the multivariable models.",
      "Cox models with Efron's treatment of ties.", cox_notes,
      "PFS, progression-free survival; OS, overall survival; CI, confidence interval; HR, hazard ratio."))

# 6: the effect before and after matching.
tie_orders_mark <- if (orders > 0) "ᵃ"
effects <- do.call(rbind, lapply(c("pfs", "pfs.in.matched"), function(name) {
    cells <- sapply(groups, function(group) {
        m <- sapply(c("median", "median.lower", "median.upper"), function(what) number(name, group, what))
        c(sprintf("%d/%d", number(name, group, "events"), number(name, group, "n")), sprintf("%.1f (%.1f–%.1f)", m[1], m[2], m[3]))
    })
    ratio <- sapply(c("", ".lower", ".upper"), function(what) number(paste0(name, ".hazard-ratio", what)))
    c(if (name == "pfs") "All patients" else paste0("Matched patients", tie_orders_mark), cells,
      p_text(number(name, "log-rank.p")), ratio_text(ratio), p_text(number(name, "hazard-ratio.p")))
}))
effects <- cbind(
    effects, c("–", sprintf("%.2f–%.2f", number("pfs.in.matched.robust.lower"), number("pfs.in.matched.robust.upper"))),
    c("–", p_text(number("pfs.in.matched.robust.p"))))
colnames(effects) <- c(
    "Progression-free survival", outer(c("Events/n", "Median, months (95% CI)"), groups, function(w, g) paste0(g, ": ", w)),
    "Log-rank p", paste0("RT+IO+T vs IO+T: ", c("HR (95% CI)", "p", "Robust 95% CI", "Robust p")))
write_table(
    "matched", "Effect of RT+IO+T against IO+T on progression-free survival before and after matching.", effects,
    c("A hazard ratio below 1 means fewer events over time with RT+IO+T than with IO+T.",
      "p values beside hazard ratios: Wald test. The robust variance takes pairs into account.",
      "Cox models with Efron's treatment of ties.",
      if (orders > 0) sprintf(
          paste("ᵃ Over %d orders of tied scores the hazard ratio ranged from %.2f to %.2f (median %.2f) and p from %s to %s;",
                "p was below 0.05 in %.1f%%."),
          orders, number("sensitivity.hazard-ratio.min"), number("sensitivity.hazard-ratio.max"),
          number("sensitivity.hazard-ratio.median"), p_text(number("sensitivity.p.min")), p_text(number("sensitivity.p.max")),
          100 * number("sensitivity.share")),
      "CI, confidence interval; HR, hazard ratio."))

# 7: balance before and after matching.
balance_side <- function(data, tests, cells, when) {
    do.call(rbind, lapply(baseline_rows, function(v) {
        counts <- table(data[[v]], data$arm)
        difference <- standardised_difference(data[[v]], data$arm)
        note("table.balance", v, when, "smd", value = difference)
        note("table.balance", v, when, "p", value = tests["p", v])
        rbind(c("", "", sprintf("%.3f", difference), cells[match(v, baseline_rows)]),
              cbind(apply(counts, 2, function(n) percent(n, sum(n))), "", ""))
    }))
}
matched_tests <- sapply(baseline_rows, function(v) test(table(matched[[v]], matched$arm)))
balance_marks <- marked(cbind(baseline_tests, matched_tests))
balance_cells <- matrix(balance_marks$cells, ncol = 2)
balance <- cbind(
    baseline[, 1], balance_side(d, baseline_tests, balance_cells[, 1], "before"),
    balance_side(matched, matched_tests, balance_cells[, 2], "after"))
dimnames(balance) <- list(NULL, c(
    "Characteristic", paste0("Before matching: ", c(heads(d, FALSE), "SMD", "p value")),
    paste0("After matching: ", c(heads(matched, FALSE), "SMD", "p value"))))
write_table(
    "balance", "Baseline characteristics before and after matching.", balance,
    c("Values are n (%).",
      sprintf(
          "Matching: nearest neighbour 1:1 without replacement, highest score first, calliper 0.2 standard deviations: %d pairs.",
          nrow(pairs)),
      "Standardised differences: RT+IO+T less IO+T, divided by the root of the mean of both groups' variances.",
      balance_marks$notes, "SMD, standardised mean difference."),
    supplement = TRUE)
