import CohortBuilding
import Results
import StudyFiles

/// Survival, models and tables in R.
extension RReplication {
    func canRepeat(_ population: String) -> Bool {
        guard let plan = study.populations.first(where: { $0.name.value == population })?.propensity else {
            return true
        }
        if case .matching(let matching) = plan.use {
            return matching.method == .nearest && !matching.withReplacement && matching.exact.isEmpty && !plan.usesFirth
        }
        return false
    }

    func column(of grouping: String?) -> String? {
        guard let grouping else { return nil }
        if grouping == "arm" || grouping == study.arms?.column.value { return "arm " }
        return levels(of: grouping) == nil ? nil : grouping
    }

    // MARK: Survival

    mutating func write(_ comparison: SurvivalComparison) {
        guard canRepeat(comparison.population),
            let endpoint = study.endpoints.first(where: { $0.name.value == comparison.endpoint }),
            !endpoint.hasCompetingEvents, endpoint.entry == nil
        else { return }
        let weighted = results.matchings.contains { $0.id == comparison.population && $0.matching == nil }
        guard !weighted else { return }
        let name = comparison.id
        add("# \(endpoint.label.split(whereSeparator: \.isNewline).joined(separator: " ")): \(name)")
        add("s <- populations[[\(rText(comparison.population))]]")
        add(
            "s$time <- s[[\(rText("time \(comparison.endpoint)"))]]; s$event <- s[[\(rText("status \(comparison.endpoint)"))]] == 1"
        )
        let grouping = comparison.groups.count > 1 ? column(of: comparison.grouping) : nil
        if comparison.groups.count > 1, grouping == nil { return }
        if let grouping {
            add("s$group <- factor(s[[\(rText(grouping))]], levels = \(rTexts(comparison.groups.map(\.id))))")
            add("s <- s[!is.na(s$group) & !is.na(s$time), , drop = FALSE]")
        }
        let factor = rNumber(endpoint.unit.days)
        // R has no curve of nobody.
        for group in comparison.groups where group.n > 0 {
            let rows = grouping == nil ? "s" : "s[s$group == \(rText(group.id)), ]"
            let title = "\(name) \(group.label)"
            add(
                "fit <- survfit(Surv(time, event) ~ 1, data = \(rows), conf.int = \(results.conventions.level), conf.type = \(rText(rTransform)))"
            )
            compare("\(title): patients", "nrow(\(rows))", Double(group.n))
            compare("\(title): events", "sum(\(rows)$event)", Double(group.events))
            if group.median.value.time != nil, results.conventions.medianRule == .rPrint {
                compare("\(title): median", "median_of(fit) / \(factor)", group.median.value.time)
                compare(
                    "\(title): median, lower", "summary(fit)$table[\"\(rLimit("LCL"))\"] / \(factor)",
                    group.median.lower.time)
                compare(
                    "\(title): median, upper", "summary(fit)$table[\"\(rLimit("UCL"))\"] / \(factor)",
                    group.median.upper.time)
            }
            for rate in group.rates where rate.estimate.value != nil {
                let at = "summary(fit, times = \(rNumber(rate.time)) * \(factor), extend = TRUE)"
                compare("\(title): survival at \(rNumber(rate.time))", "\(at)$surv", rate.estimate.value)
                // Before the first event R has no limits on some scales; here they are 1.
                if rate.estimate.value != 1 {
                    compare(
                        "\(title): survival at \(rNumber(rate.time)), lower", "\(at)$lower",
                        rate.estimate.interval?.lower)
                    compare(
                        "\(title): survival at \(rNumber(rate.time)), upper", "\(at)$upper",
                        rate.estimate.interval?.upper)
                }
                compare("\(title): at risk at \(rNumber(rate.time))", "\(at)$n.risk", rate.atRisk)
            }
        }
        guard grouping != nil, endpoint.strata.isEmpty else { return }
        if let test = comparison.logRank, test.method == .logRank {
            compare(
                "\(name): log-rank chi-squared", "survdiff(Surv(time, event) ~ group, data = s)$chisq", test.statistic)
        }
        if let fit = comparison.hazardRatio, let reference = fit.coefficients.first?.column.parts.first?.reference {
            add("s$group <- relevel(s$group, \(rText(reference)))")
            add(
                "fit <- coxph(Surv(time, event) ~ group, data = s, ties = \(rText(results.conventions.ties.rawValue)), control = fine)"
            )
            for coefficient in fit.coefficients {
                guard let level = coefficient.column.parts.first?.level else { continue }
                write(coefficient.hazardRatio, "\(name): hazard ratio of \(level)", term: "group\(level)")
            }
        }
    }

    private var rTransform: String {
        results.conventions.survivalInterval == .arcsin ? "arcsin" : results.conventions.survivalInterval.rawValue
    }

    /// The head of a limit in R's table: `0.95LCL`.
    private func rLimit(_ end: String) -> String { "\(results.conventions.level)\(end)" }

    private mutating func write(_ ratio: Estimate, _ title: String, term: String) {
        guard ratio.value != nil else { return }
        compare(title, "hazard(fit, \(rText(term)), 1)", ratio.value)
        compare("\(title), lower", "hazard(fit, \(rText(term)), 3)", ratio.interval?.lower)
        compare("\(title), upper", "hazard(fit, \(rText(term)), 4)", ratio.interval?.upper)
    }

    // MARK: Tables

    mutating func write(_ table: TableResult) {
        switch table.content {
        case .baseline(let content) where canRepeat(content.population): write(content, of: table.id)
        case .response(let content) where canRepeat(content.population): write(content, of: table.id)
        case .paired(let content) where canRepeat(content.population): write(content, of: table.id)
        case .cox(let content) where canRepeat(content.population) && content.strata.isEmpty:
            write(content, of: table.id)
        case .logistic(let content) where canRepeat(content.population): write(content, of: table.id)
        default: break
        }
    }

    private mutating func write(_ table: BaselineTable, of id: String) {
        guard let grouping = column(of: table.grouping) else { return }
        add("# Table \(id)")
        add("s <- populations[[\(rText(table.population))]]")
        for row in table.rows {
            guard let test = row.test, let p = test.pValue, levels(of: row.variable) != nil || isNumber(row.variable),
                let code = rTest(test.method, "s[[\(rText(row.variable))]]", "s[[\(rText(grouping))]]")
            else { continue }
            compare("\(id) \(row.label): p, \(test.method.rawValue)", code, p)
        }
    }

    private mutating func write(_ table: ResponseTable, of id: String) {
        guard let grouping = column(of: table.grouping), levels(of: table.variable) != nil else { return }
        add("# Table \(id)")
        add("s <- populations[[\(rText(table.population))]]")
        for row in table.rows {
            guard let test = row.test, let p = test.pValue else { continue }
            let responds =
                "ifelse(is.na(s[[\(rText(table.variable))]]), NA, s[[\(rText(table.variable))]] %in% \(rTexts(row.members.isEmpty ? [row.id] : row.members)))"
            guard let code = rTest(test.method, responds, "s[[\(rText(grouping))]]") else { continue }
            compare("\(id) \(row.label): p, \(test.method.rawValue)", code, p)
        }
    }

    /// The p-value of a test of a variable between groups; nil for tests that take more than that.
    private func rTest(_ method: TestResult.Method, _ values: String, _ groups: String) -> String? {
        let counts = "table(factor(\(values)), factor(\(groups)))"
        switch method {
        case .pearsonChiSquared: return "suppressWarnings(chisq.test(\(counts), correct = FALSE))$p.value"
        case .pearsonChiSquaredCorrected: return "suppressWarnings(chisq.test(\(counts)))$p.value"
        case .fisherExact: return "fisher.test(\(counts), workspace = 2e7)$p.value"
        case .mannWhitney: return "wilcox.test(\(values) ~ factor(\(groups)), exact = FALSE)$p.value"
        case .mannWhitneyUncorrected:
            return "wilcox.test(\(values) ~ factor(\(groups)), exact = FALSE, correct = FALSE)$p.value"
        case .mannWhitneyExact: return "wilcox.test(\(values) ~ factor(\(groups)), exact = TRUE)$p.value"
        case .kruskalWallis: return "kruskal.test(\(values) ~ factor(\(groups)))$p.value"
        case .welchT: return "t.test(\(values) ~ factor(\(groups)))$p.value"
        case .studentT: return "t.test(\(values) ~ factor(\(groups)), var.equal = TRUE)$p.value"
        case .analysisOfVariance: return "summary(aov(\(values) ~ factor(\(groups))))[[1]][[\"Pr(>F)\"]][1]"
        default: return nil
        }
    }

    private mutating func write(_ table: CoxTable, of id: String) {
        add("# Table \(id)")
        for models in table.endpoints {
            guard let endpoint = study.endpoints.first(where: { $0.name.value == models.endpoint }),
                endpoint.entry == nil
            else { continue }
            add("s <- populations[[\(rText(table.population))]]")
            add(
                "s$time <- s[[\(rText("time \(models.endpoint)"))]]; s$event <- s[[\(rText("status \(models.endpoint)"))]] == 1"
            )
            for fit in models.univariable { write(fit, "\(id) \(endpoint.short) univariable") }
            if let fit = models.multivariable { write(fit, "\(id) \(endpoint.short) multivariable") }
        }
    }

    private mutating func write(_ table: LogisticTable, of id: String) {
        guard levels(of: table.outcome) != nil else { return }
        add("# Table \(id)")
        add("s <- populations[[\(rText(table.population))]]")
        let values = "s[[\(rText(table.outcome))]]"
        add("s$event <- ifelse(is.na(\(values)), NA, \(values) %in% \(rTexts(table.levels)))")
        for fit in table.univariable { write(fit, "\(id) univariable") }
        if let fit = table.multivariable { write(fit, "\(id) multivariable") }
    }

    private mutating func write(_ fit: LogisticModelFit, _ title: String) {
        let columns = fit.coefficients.compactMap(\.column)
        let terms = fit.terms.map(\.term)
        // Firth's estimates and models without a maximum are not R's.
        guard fit.coefficients.allSatisfy({ !$0.isSeparated && $0.oddsRatio.method.hasPrefix("glm(") }) else { return }
        add("x <- data.frame(event = s$event, \(frameColumns(terms, columns)))")
        add("fit <- glm(event ~ ., data = x, family = binomial, epsilon = 1e-14)")
        for coefficient in fit.coefficients {
            guard let column = coefficient.column, let part = column.parts.first, let ours = coefficient.coefficient,
                let index = terms.firstIndex(of: column.term)
            else { continue }
            let name = "\(title): \(part.covariate)\(part.level.map { " \($0)" } ?? "")"
            let row = "summary(fit)$coefficients[\(rText("v\(index + 1)\(part.level ?? "")")), "
            compare(name, row + "1]", ours)
            compare("\(name), standard error", row + "2]", coefficient.standardError)
        }
    }

    /// The covariates of a model as columns of a data frame: `v1 = …, v2 = …`, factors with the study's reference first.
    func frameColumns(_ terms: [String], _ columns: [ColumnIdentity]) -> String {
        terms.enumerated().map { index, term in
            let reference = columns.first { $0.term == term }?.parts.first?.reference
            let values = "s[[\(rText(column(of: term) ?? term))]]"
            return "v\(index + 1) = \(reference.map { "relevel(\(values), \(rText($0)))" } ?? values)"
        }.joined(separator: ", ")
    }

    private mutating func write(_ fit: CoxModelFit, _ title: String) {
        var terms: [String] = []
        for coefficient in fit.coefficients where !terms.contains(coefficient.column.term) {
            terms.append(coefficient.column.term)
        }
        // Firth's estimates and models without a maximum are not R's.
        guard fit.variance == .model,
            fit.coefficients.allSatisfy({ $0.monotone == nil && $0.hazardRatio.method.contains("coxph(") }),
            fit.coefficients.allSatisfy({ $0.column.parts.count == 1 })
        else { return }
        let columns = frameColumns(terms, fit.coefficients.map(\.column))
        add("x <- data.frame(time = s$time, event = s$event, \(columns))")
        add("fit <- coxph(Surv(time, event) ~ ., data = x, ties = \(rText(fit.ties.rawValue)), control = fine)")
        for coefficient in fit.coefficients {
            guard let part = coefficient.column.parts.first, let index = terms.firstIndex(of: coefficient.column.term)
            else { continue }
            write(
                coefficient.hazardRatio, "\(title): \(part.covariate)\(part.level.map { " \($0)" } ?? "")",
                term: "v\(index + 1)\(part.level ?? "")")
        }
    }
}
