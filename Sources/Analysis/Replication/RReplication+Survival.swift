import Results
import StudyFiles

/// Curves, log-rank tests and hazard ratios of groups in R.
extension RReplication {
    /// Puts the patients of a population with a time of an endpoint into `s`, with `time`, `event`, `cause`, and `entry`,
    /// `weight` and `set` where they have them.
    mutating func select(_ endpoint: Endpoint, in population: String, grouping: String?, groups: [String]) {
        let name = endpoint.name.value
        add("s <- populations[[\(rText(population))]]")
        // The script's own columns stand beside the study's of the same names.
        add(
            "for (own in intersect(\(rTexts(Self.ownColumns)), names(s))) { s[[paste(own, \"of the study\")]] <- s[[own]]; s[[own]] <- NULL }"
        )
        add(
            "s$time <- s[[\(rText("time \(name)"))]]; s$cause <- s[[\(rText("status \(name)"))]]; s$event <- s$cause == 1"
        )
        if endpoint.entry != nil { add("s$entry <- s[[\(rText("entry \(name)"))]]") }
        if isMatchedOrWeighted(population) { add("s$weight <- s[[\"weight \"]]; s$set <- s[[\"set \"]]") }
        if let grouping {
            add("s$group <- factor(\(selected(grouping)), levels = \(rTexts(groups)))")
            add("s <- s[!is.na(s$group), , drop = FALSE]")
        }
        add("asked <- s; s <- s[!is.na(s$time) & !is.na(s$event), , drop = FALSE]")
    }

    private static let ownColumns = ["time", "event", "cause", "entry", "weight", "set", "group"]

    /// A variable of the records that `select` chose.
    func selected(_ name: String) -> String {
        let column = column(of: name) ?? name
        return "s[[\(rText(Self.ownColumns.contains(column) ? "\(column) of the study" : column))]]"
    }

    /// The records of a group, or all where there is none, with the script's own columns only: a name of the study's would
    /// hide what R's formulas and weights mean by it.
    func rows(of frame: String, in group: String?) -> String {
        "own_columns(\(group.map { "\(frame)[\(frame)$group == \(rText($0)), ]" } ?? frame))"
    }

    /// The outcome of R's formulas.
    func outcome(of endpoint: Endpoint) -> String {
        endpoint.entry == nil ? "Surv(time, event)" : "Surv(entry, time, event)"
    }

    mutating func write(_ comparison: SurvivalComparison) {
        guard canRepeat(comparison.population),
            let endpoint = study.endpoints.first(where: { $0.name.value == comparison.endpoint })
        else { return leaveOut("survival \(comparison.id)") }
        let isGrouped = comparison.groups.count > 1
        let grouping = isGrouped ? column(of: comparison.grouping) : nil
        guard !isGrouped || grouping != nil else { return leaveOut("survival \(comparison.id)") }
        add("# \(oneLine(endpoint.label)): \(comparison.id)")
        select(endpoint, in: comparison.population, grouping: grouping, groups: comparison.groups.map(\.id))
        add("curves <- list()")
        // R has no curve of nobody.
        for group in comparison.groups where group.n > 0 {
            write(
                group, "\(comparison.id) \(group.label)", only: isGrouped ? group.id : nil, endpoint,
                in: comparison.population)
            add("curves[[\(rText(group.id))]] <- fit")
        }
        if comparison.overall.n > 0 {
            write(
                comparison.overall, "\(comparison.id) \(comparison.overall.label)", only: nil, endpoint,
                in: comparison.population)
        }
        guard isGrouped else { return }
        writeTests(comparison, endpoint)
        writeContrasts(comparison, endpoint)
        for (fit, name) in [
            (comparison.hazardRatio, "hazard ratio"), (comparison.robustHazardRatio, "robust hazard ratio"),
        ] {
            if let fit { write(fit, endpoint, in: comparison.population, "\(comparison.id): \(name)") }
        }
    }

    private mutating func write(
        _ group: SurvivalGroup, _ title: String, only id: String?, _ endpoint: Endpoint, in population: String
    ) {
        let factor = rNumber(endpoint.unit.days)
        let options = curveOptions(in: population, frame: "x")
        add("x <- \(rows(of: "s", in: id))")
        add("fit <- survfit(\(outcome(of: endpoint)) ~ 1, data = x, \(options))")
        compare("\(title): patients", "nrow(x)", Double(group.n))
        compare("\(title): events", "sum(x$event)", Double(group.events))
        if results.conventions.medianRule == .rPrint {
            compare("\(title): median", "median_of(fit) / \(factor)", group.median.value.time)
            for (name, end, limit) in [("lower", "LCL", group.median.lower), ("upper", "UCL", group.median.upper)] {
                compare("\(title): median, \(name)", "summary(fit)$table[\"\(rLimit(end))\"] / \(factor)", limit.time)
            }
        }
        for rate in group.rates where rate.estimate.value != nil {
            let at = compare(rate, of: "fit", factor: factor, title)
            // Between two times R counts those at risk at the next event, who may have entered later.
            if endpoint.entry == nil {
                compare("\(title): at risk at \(rNumber(rate.time))", "\(at)$n.risk", rate.atRisk)
            } else {
                add(once: Self.panelHelpers)
                // Who is at risk at the next time of the curve, as R counts between two times.
                add("at <- c(fit$time[fit$time >= \(rNumber(rate.time)) * \(factor)], Inf)[1]")
                compare(
                    "\(title): at risk at \(rNumber(rate.time))",
                    "sum(weight_of(x)[x$entry < at & x$time >= at])", rate.atRisk)
            }
        }
        add("fit$heads <- c(patients = nrow(x), events = sum(x$event))")
        compare(
            "\(title): missing", "nrow(\(rows(of: "asked", in: id))) - nrow(x)", Double(group.missing))
        writeNumbers(group, title, endpoint, options: options)
    }

    /// Compares a curve's rate and its limits at a time; gives R's summary of the curve there.
    @discardableResult
    mutating func compare(_ rate: LandmarkRate, of curve: String, factor: String, _ title: String) -> String {
        let name = "\(title): survival at \(rNumber(rate.time))"
        let at = "summary(\(curve), times = \(rNumber(rate.time)) * \(factor), extend = TRUE)"
        compare(name, "\(at)$surv", rate.estimate.value)
        // Before the first event R has no limits on some scales; here they are 1.
        if rate.estimate.value != 1 {
            compare("\(name), lower", "\(at)$lower", rate.estimate.interval?.lower)
            compare("\(name), upper", "\(at)$upper", rate.estimate.interval?.upper)
        }
        return at
    }

    /// The Cox model of the groups of `s`.
    mutating func write(_ fit: CoxModelFit, _ endpoint: Endpoint, in population: String, _ title: String) {
        guard let reference = fit.coefficients.first?.column.parts.first?.reference,
            fit.coefficients.allSatisfy({ $0.column.parts.count == 1 && $0.monotone == nil })
        else { return leaveOut(title) }
        guard fit.coefficients.contains(where: { $0.coefficient != nil }) else { return }
        var model = "\(outcome(of: endpoint)) ~ group"
        add(once: Self.coxHelpers)
        add("x <- s[intersect(c(\"time\", \"event\", \"entry\", \"weight\", \"set\"), names(s))]")
        add("x$group <- relevel(s$group, \(rText(reference)))")
        for (index, name) in endpoint.strata.enumerated() {
            add("x$stratum\(index + 1) <- \(selected(name.value))")
        }
        if !endpoint.strata.isEmpty {
            model += " + strata(\(endpoint.strata.indices.map { "stratum\($0 + 1)" }.joined(separator: ", ")))"
        }
        add("x <- known(x)")
        add("fit <- coxph(\(model), data = x, \(coxOptions(fit, in: population)))")
        for coefficient in fit.coefficients {
            guard let level = coefficient.column.parts.first?.level else { continue }
            write(coefficient.hazardRatio, "\(title) of \(level)", term: "group\(level)")
        }
        writeNumbers(
            fit, title, coefficients: fit.coefficients.map { "group\($0.column.parts.first?.level ?? "")" },
            terms: [(fit.coefficients[0].column.term, "group")])
    }

    /// Ties, weights and the variance of a Cox model of `s` or of a frame with its columns.
    func coxOptions(_ fit: CoxModelFit, in population: String) -> String {
        coxOptions(fit.ties, fit.variance, in: population)
    }

    func coxOptions(_ ties: TiesMethod, _ variance: CoxVariance, in population: String) -> String {
        var options = "ties = \(rText(ties.rawValue)), control = fine"
        if isMatchedOrWeighted(population) || self.options.weights != nil { options += ", weights = weight" }
        // There is no robust variance with exact ties, in R as here.
        switch ties == .exact ? .model : variance {
        case .model: options += ", robust = FALSE"
        case .robust: options += ", robust = TRUE, id = seq_along(time)"
        case .clustered: options += ", cluster = set"
        }
        return options
    }

    var rTransform: String {
        results.conventions.survivalInterval == .arcsin ? "arcsin" : results.conventions.survivalInterval.rawValue
    }

    /// The head of a limit in R's table: `0.95LCL`.
    private func rLimit(_ end: String) -> String { "\(results.conventions.level)\(end)" }

    mutating func write(_ ratio: Estimate, _ title: String, term: String) {
        guard ratio.value != nil else { return }
        compare(title, "hazard(fit, \(rText(term)))", ratio.value)
        compare("\(title), lower", "hazard(fit, \(rText(term)), -1)", ratio.interval?.lower)
        compare("\(title), upper", "hazard(fit, \(rText(term)), 1)", ratio.interval?.upper)
    }
}
