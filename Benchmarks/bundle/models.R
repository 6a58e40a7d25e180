# Survival curves, Cox models, subgroups and the matched patients.
model <- function(endpoint, terms, data = d, ...) {
    coxph(as.formula(sprintf("Surv(%s, %s_event) ~ %s", endpoint, endpoint, paste(terms, collapse = " + "))), data, ...)
}
# Ratio, limits and Wald p of one coefficient; not estimable where one group of patients had no event or the fit runs away.
effect <- function(fit, k = 1) {
    b <- coef(fit)[[k]]
    se <- sqrt(vcov(fit)[k, k])
    if (se > 100) return(c(NA, NA, NA, NA))
    c(exp(b + c(0, -1, 1) * qnorm(0.975) * se), 2 * pnorm(-abs(b / se)))
}
note_effect <- function(name, e, p = e[4]) {
    note(name, value = e[1])
    note(name, "lower", value = e[2])
    note(name, "upper", value = e[3])
    note(name, "p", value = p)
}

# Greedy nearest-neighbour matching on the logit of the propensity score, 1:1 without replacement, highest score first,
# calliper 0.2 standard deviations; equal scores and equal distances go by the order of the rows.
covariates <- c("age_group", "ecog_group", "diameter_group", "extrahepatic_metastasis", "treatment_line")
propensity <- glm(reformulate(covariates, "treated"), binomial, d)
score <- round(predict(propensity), 10)
match_pairs <- function(score, treated) {
    width <- 0.2 * sd(score)
    free <- which(!treated)
    pairs <- matrix(integer(0), 0, 2)
    for (i in which(treated)[order(-score[treated])]) {
        distance <- abs(score[free] - score[i])
        if (length(free) == 0 || min(distance) > width) next
        pairs <- rbind(pairs, c(i, free[which.min(distance)]))
        free <- free[-which.min(distance)]
    }
    pairs
}
pairs <- match_pairs(score, treated)
d$pair <- NA
d$pair[pairs[, 1]] <- d$pair[pairs[, 2]] <- seq_len(nrow(pairs))
matched <- d[!is.na(d$pair), ]
note("matching.matched.pairs", value = nrow(pairs))

# Kaplan–Meier curves with medians, rates, follow-up and log-rank tests.
rt_arm <- d[treated, ]
curves <- list(
    pfs = list(endpoint = "pfs", by = "arm", data = d, title = "Progression-free survival"),
    os = list(endpoint = "os", by = "arm", data = d, title = "Overall survival"),
    pfs.by.rt_target.in.rt_arm = list(
        endpoint = "pfs", by = "rt_target", data = rt_arm[!is.na(rt_arm$rt_target), ],
        title = "PFS by radiotherapy target, RT+IO+T"),
    pfs.in.matched = list(endpoint = "pfs", by = "arm", data = matched, title = "PFS, matched patients"))
for (name in names(curves)) {
    curve <- curves[[name]]
    formula <- as.formula(sprintf("Surv(%s, %s_event) ~ %s", curve$endpoint, curve$endpoint, curve$by))
    reverse <- as.formula(sprintf("Surv(%s, 1 - %s_event) ~ %s", curve$endpoint, curve$endpoint, curve$by))
    fit <- do.call(survfit, list(formula, curve$data, conf.type = "log-log"))
    medians <- summary(fit)$table
    followup <- summary(survfit(reverse, curve$data, conf.type = "log-log"))$table
    times <- if (curve$endpoint == "os") c(6, 12, 24) else c(6, 12)
    rates <- summary(fit, times = times, extend = TRUE)
    levels <- levels(curve$data[[curve$by]])
    for (i in seq_along(levels)) {
        at <- as.integer(rates$strata) == i
        note(name, levels[i], "median", value = medians[i, "median"])
        note(name, levels[i], "median.lower", value = medians[i, "0.95LCL"])
        note(name, levels[i], "median.upper", value = medians[i, "0.95UCL"])
        note(name, levels[i], "median-follow-up", value = followup[i, "median"])
        note(name, levels[i], "events", value = medians[i, "events"])
        note(name, levels[i], "n", value = medians[i, "records"])
        note(name, levels[i], "censored", value = medians[i, "records"] - medians[i, "events"])
        for (j in seq_along(times)) {
            note(name, levels[i], "rate", times[j], value = 100 * rates$surv[at][j])
            note(name, levels[i], "rate", times[j], "lower", value = 100 * rates$lower[at][j])
            note(name, levels[i], "rate", times[j], "upper", value = 100 * rates$upper[at][j])
        }
    }
    difference <- survdiff(formula, curve$data)
    note(name, "log-rank.p", value = pchisq(difference$chisq, length(levels) - 1, lower.tail = FALSE))
    fits <- model(curve$endpoint, curve$by, curve$data)
    note_effect(paste0(name, ".hazard-ratio"), effect(fits))
    note(name, "proportional-hazards.p", value = cox.zph(fits)$table["GLOBAL", "p"])
    note(name, "concordance", value = concordance(fits)$concordance)
    curves[[name]]$fit <- fit
}
robust <- summary(coxph(Surv(pfs, pfs_event) ~ arm, matched, cluster = pair))
note("pfs.in.matched.robust.lower", value = robust$conf.int[1, "lower .95"])
note("pfs.in.matched.robust.upper", value = robust$conf.int[1, "upper .95"])
note("pfs.in.matched.robust.p", value = robust$coefficients[1, "Pr(>|z|)"])

# What other orders of tied scores would have found. `coxph.fit` is what `coxph` calls, documented for simulations like this.
tie_orders <- function() {
    set.seed(1)
    in_arm <- matrix(as.numeric(treated), dimnames = list(NULL, "arm"))
    survival <- Surv(d$pfs, d$pfs_event)
    control <- coxph.control()
    tried <- vapply(seq_len(orders), function(i) {
        shuffled <- sample(nrow(d))
        chosen <- shuffled[match_pairs(score[shuffled], treated[shuffled])]
        fit <- coxph.fit(
            in_arm[chosen, , drop = FALSE], survival[chosen], NULL, NULL, NULL, control, NULL, "efron", NULL, resid = FALSE)
        c(exp(fit$coefficients), 2 * pnorm(-abs(fit$coefficients / sqrt(fit$var[1]))))
    }, numeric(2))
    for (k in 1:2) for (what in c("min", "median", "max")) {
        note("sensitivity", c("hazard-ratio", "p")[k], what, value = get(what)(tried[k, ]))
    }
    note("sensitivity.share", value = mean(tried[2, ] < 0.05))
}
if (orders > 0) clock("1,000 orders of ties", tie_orders())

# Subgroups, with the likelihood-ratio test of each interaction.
subgroups <- c(
    "age_group", "sex", "ecog_group", "afp_group", "portal_vein_invasion", "diameter_group", "extrahepatic_metastasis", "bclc")
forests <- lapply(names(endpoints), function(endpoint) {
    figure <- paste0("figure.forest-", endpoint)
    row <- function(data) {
        dead <- tapply(data[[paste0(endpoint, "_event")]], data$arm, sum)
        e <- if (all(dead > 0)) effect(suppressWarnings(model(endpoint, "arm", data))) else rep(NA, 4)
        list(e = e, counts = sprintf("%d/%d", dead, table(data$arm)), events = sum(dead), n = nrow(data))
    }
    rows <- list(c(list(label = "All patients", p = NA, bold = TRUE), row(d)))
    for (v in subgroups) {
        both <- suppressWarnings(anova(model(endpoint, c("arm", v)), model(endpoint, sprintf("arm * %s", v))))
        p <- both[2, ncol(both)]
        note(figure, v, "interaction.p", value = p)
        rows <- c(rows, list(list(label = labels[[v]], p = p, bold = TRUE, e = rep(NA, 4), counts = c("", ""))))
        for (level in levels(d[[v]])) {
            found <- row(d[d[[v]] == level, ])
            note_effect(paste(figure, v, level, "hazard-ratio", sep = "."), found$e)
            rows <- c(rows, list(c(list(label = paste0("   ", level), p = NA, bold = FALSE), found)))
        }
    }
    rows
})
names(forests) <- names(endpoints)
