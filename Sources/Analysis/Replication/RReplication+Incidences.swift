import Results
import StudyFiles

/// Competing events in R: what survival can compute by it, the rest where the package cmprsk is installed.
extension RReplication {
    mutating func write(_ comparison: IncidenceComparison) {
        guard canRepeat(comparison.population), !isMatchedOrWeighted(comparison.population),
            let endpoint = study.endpoints.first(where: { $0.name.value == comparison.endpoint })
        else { return leaveOut("incidence \(comparison.id)") }
        let isGrouped = comparison.groups.count > 1
        let grouping = isGrouped ? column(of: comparison.grouping) : nil
        guard !isGrouped || grouping != nil else { return leaveOut("incidence \(comparison.id)") }
        add("# \(oneLine(endpoint.label)), cumulative incidence: \(comparison.id)")
        select(endpoint, in: comparison.population, grouping: grouping, groups: comparison.groups.map(\.id))
        for group in comparison.groups where group.n > 0 {
            write(group, "\(comparison.id) \(group.label)", only: isGrouped ? group.id : nil, endpoint)
        }
        guard isGrouped else { return }
        writeDifferences(comparison, endpoint)
        if let gray = comparison.gray, let statistic = gray.statistic {
            // Its table has the causes by number, ours first.
            let tests = "cmprsk::cuminc(s$time, s$cause, s$group)$Tests[\"1\", "
            writeWhereInstalled("cmprsk", for: "Gray's test of \(comparison.id)") { script in
                script.compare("\(comparison.id): Gray chi-squared", tests + "\"stat\"]", statistic)
                script.compare("\(comparison.id): p, Gray", tests + "\"pv\"]", gray.pValue)
                script.compare(
                    "\(comparison.id): Gray, degrees of freedom", tests + "\"df\"]", gray.degreesOfFreedom.first)
            }
            compareAll(
                "\(comparison.id): Gray", "c(patients = nrow(s), events = sum(s$cause == 1))", counts(of: gray))
        }
        if let fit = comparison.subdistribution { write(fit, comparison.id) }
        if let fit = comparison.causeSpecific {
            write(fit, endpoint, in: comparison.population, "\(comparison.id): cause-specific hazard ratio")
        }
    }

    private mutating func write(_ group: IncidenceGroup, _ title: String, only id: String?, _ endpoint: Endpoint) {
        let (unit, isLate) = (endpoint.unit, endpoint.entry != nil)
        add("x <- \(rows(of: "s", in: id))")
        compare("\(title): missing", "nrow(\(rows(of: "asked", in: id))) - nrow(x)", Double(group.missing))
        compare("\(title): patients", "nrow(x)", Double(group.n))
        compare("\(title): events", "sum(x$cause == 1)", Double(group.events))
        compare("\(title): competing events", "sum(x$cause == 2)", Double(group.competing))
        if isLate {
            add(once: Self.lateEntryHelpers)
            add("fit <- late_incidence(x)")
        } else {
            add("fit <- survfit(Surv(time, factor(cause, 0:2)) ~ 1, data = x)")
        }
        let rates = group.rates.filter { $0.estimate.value != nil }
        for rate in rates {
            let at = "summary(fit, times = \(rNumber(rate.time)) * \(rNumber(unit.days)), extend = TRUE)"
            compare(
                "\(title): incidence at \(rNumber(rate.time))", "\(at)$pstate[fit$states == \"1\"]", rate.estimate.value
            )
        }
        writeCurve(group, title)
        for rate in rates {
            let at = rNumber(rate.time) + " * " + rNumber(unit.days)
            // With late entry those at risk at the next time of the curve, as R counts between two times.
            let atRisk = isLate ? "at_risk_next(x, \(at))" : "sum(x$time >= \(at))"
            compareAll(
                "\(title): incidence at \(rNumber(rate.time))",
                "c(\"at risk\" = \(atRisk), patients = nrow(x), events = sum(x$cause == 1))",
                [
                    ("at risk", rate.atRisk), ("patients", Double(rate.estimate.n)),
                    ("events", rate.estimate.events.map(Double.init)),
                ])
        }
        let measured = rates.filter { $0.estimate.standardError.map { $0 > 0 } ?? false }
        guard !measured.isEmpty else { return }
        if isLate { return writeLateErrors(group, measured, title, unit: unit) }
        // survival has another variance than Aalen's.
        writeWhereInstalled("cmprsk", for: "the standard errors of \(title)") { script in
            script.add("fit <- cmprsk::cuminc(x$time, x$cause)")
            for rate in measured {
                let time = "min(\(rNumber(rate.time)) * \(rNumber(unit.days)), max(x$time))"
                let at = "cmprsk::timepoints(fit, \(time))$var[\"1 1\", 1]"
                script.compare(
                    "\(title): incidence at \(rNumber(rate.time)), standard error", "sqrt(\(at))",
                    rate.estimate.standardError)
                script.compareAll(
                    "\(title): incidence at \(rNumber(rate.time))",
                    "incidence_limits(cmprsk::timepoints(fit, \(time))$est[\"1 1\", 1], sqrt(\(at)))",
                    [("lower", rate.estimate.interval?.lower), ("upper", rate.estimate.interval?.upper)])
            }
            script.writeErrors(group, title)
        }
    }

    /// Fine and Gray's model of the groups of `s`.
    private mutating func write(_ fit: SubdistributionFit, _ title: String) {
        let columns = fit.coefficients.compactMap { $0.column.parts.first }
        guard let reference = columns.first?.reference, fit.coefficients.contains(where: { $0.coefficient != nil })
        else {
            return
        }
        add(once: Self.subdistributionHelper)
        add("s$group <- relevel(s$group, \(rText(reference)))")
        add("fit <- fine_gray(s)")
        for (coefficient, column) in zip(fit.coefficients, columns) {
            guard let level = column.level else { continue }
            compare(
                "\(title): subdistribution hazard ratio of \(level)", "exp(coef(fit)[\(rText("group\(level)"))])",
                coefficient.hazardRatio.value)
        }
        // The variance must allow for the estimated censoring, which that of a weighted model does not.
        // Of those censored at 0 cmprsk's weights take half for uncensored.
        writeWhereInstalled(
            "cmprsk", for: "the intervals of the subdistribution hazard ratios of \(title)",
            unless: (
                "any(s$time == 0 & s$cause == 0)", "cmprsk::crr counts half of those censored at time 0 as uncensored"
            )
        ) { script in
            script.add("columns <- model.matrix(~ group, s)[, -1, drop = FALSE]")
            script.add("fit <- cmprsk::crr(s$time, s$cause, columns, gtol = 1e-11, maxiter = 100)")
            for (index, (coefficient, column)) in zip(fit.coefficients, columns).enumerated() {
                script.compare(
                    "\(title): subdistribution hazard ratio of \(column.level ?? ""), standard error of its logarithm",
                    "sqrt(diag(fit$var))[\(index + 1)]", coefficient.standardError)
                script.compareAll(
                    "\(title): subdistribution hazard ratio of \(column.level ?? "")",
                    "crr_coefficient(fit, \(index + 1))",
                    script.numbers("hazard ratio", coefficient.hazardRatio).filter {
                        !["patients", "events"].contains($0.name)
                    } + [
                        ("coefficient", coefficient.coefficient), ("z", coefficient.z), ("p", coefficient.pValue),
                        ("standard error of the model", coefficient.modelStandardError),
                    ], tolerance: 1e-5)
            }
            script.compareAll(
                "\(title): subdistribution hazards",
                "c(\"log-likelihood\" = fit$loglik, \"log-likelihood without covariates\" = fit$loglik.null, "
                    + "chi_squared(\"Wald test\", drop(fit$coef %*% solve(fit$var, fit$coef)), length(fit$coef)))",
                [
                    ("log-likelihood", fit.logLikelihood),
                    ("log-likelihood without covariates", fit.logLikelihoodNull),
                ] + script.numbers("Wald test", fit.wald), tolerance: 1e-5)
        }
        let rested: [[NamedNumber]] =
            [counts(of: fit.wald)]
            + fit.coefficients.map { numbers("", $0.hazardRatio).filter { ["patients", "events"].contains($0.name) } }
            + [
                [
                    ("patients", Double(fit.n)), ("events", Double(fit.events)),
                    ("competing", Double(fit.competingEvents)),
                ]
            ]
        for counts in rested {
            compareAll(
                "\(title): subdistribution hazards",
                "c(patients = nrow(s), events = sum(s$cause == 1), competing = sum(s$cause == 2))", counts)
        }
    }

    /// Numbers that take a package which may not be there; then the script says what it left out.
    mutating func writeWhereInstalled(
        _ package: String, for what: String, unless obstacle: (code: String, reason: String)? = nil,
        _ body: (inout RReplication) -> Void
    ) {
        if let obstacle {
            add("if (\(obstacle.code)) left_out(\(rText("\(what): \(obstacle.reason)"))) else")
        }
        add("if (requireNamespace(\(rText(package)), quietly = TRUE)) {")
        body(&self)
        add("} else left_out(\(rText("\(what): needs the package \(package)")))")
    }

    private static let subdistributionHelper = #"""
        # Fine and Gray's model as cmprsk::crr fits it, by a weighted Cox model with a stratum for each time of an event: who had
        # a competing event before stays at risk, with the chance of not having been censored since.
        fine_gray <- function(s) {
          censored <- survfit(Surv(time, cause == 0) ~ 1, data = s)
          before <- function(t) c(1, censored$surv)[findInterval(t, censored$time, left.open = TRUE) + 1]
          at_risk <- lapply(sort(unique(s$time[s$cause == 1])), function(t) {
            x <- s[s$time >= t | s$cause == 2, c("time", "cause", "group")]
            data.frame(at = t, now = 1, event = x$time == t & x$cause == 1, group = x$group,
                       weight = ifelse(x$time < t, before(t) / before(x$time), 1))
          })
          coxph(Surv(now, event) ~ group + strata(at), data = do.call(rbind, at_risk), weights = weight,
                ties = "breslow", robust = FALSE, control = fine)
        }
        """#
}
