import Results
import StudyFiles

/// The models of tables in R, ordinary and Firth's.
extension RReplication {
    mutating func write(_ table: CoxTable, of id: String) {
        let plans = study.tables.compactMap {
            if $0.name.value == id, case .cox(let plan) = $0.kind { plan } else { nil }
        }
        guard let plan = plans.first else { return leaveOut("table \(id)") }
        options = (plan.cluster?.value, plan.weights?.value, plan.offset?.value)
        defer { options = (nil, nil, nil) }
        add("# Table \(id)")
        writeCounts(table.rows, in: table.population, id)
        for models in table.endpoints {
            guard let endpoint = study.endpoints.first(where: { $0.name.value == models.endpoint }) else { continue }
            select(endpoint, in: table.population, grouping: nil, groups: [])
            let strata = plan.strata.map(\.value)
            for fit in models.univariable {
                write(fit, endpoint, strata, table.population, "\(id) \(endpoint.short) univariable")
            }
            if let fit = models.multivariable {
                let title = "\(id) \(endpoint.short) multivariable"
                if write(fit, endpoint, strata, table.population, title), let test = models.proportionalHazards {
                    write(test, title, terms: namesInR(fit))
                }
            }
        }
    }

    /// Compares how many patients of a population have each level of a model's covariates.
    mutating func writeCounts(_ rows: [CoxTable.Row], in population: String, _ title: String) {
        for row in rows {
            for level in row.levels {
                let values = "populations[[\(rText(population))]][[\(rText(column(of: row.variable) ?? row.variable))]]"
                compare(
                    "\(title) \(row.label): \(level.label)", "sum(\(values) %in% \(rText(level.id)))",
                    Double(level.n))
            }
        }
    }

    /// The terms of a model and the names that they have in R: `v1`, `v2` and so on.
    func namesInR(_ fit: CoxModelFit) -> [(ours: String, inR: String)] {
        var terms: [String] = []
        for coefficient in fit.coefficients where !terms.contains(coefficient.column.term) {
            terms.append(coefficient.column.term)
        }
        // A product's factors are terms of their own, which stand before it.
        return terms.map { term in
            let parts = fit.coefficients.first { $0.column.term == term }?.column.parts ?? []
            return (term, parts.map { "v\((terms.firstIndex(of: $0.covariate) ?? 0) + 1)" }.joined(separator: ":"))
        }
    }

    /// Compares a model of `s`; false where R has none to compare.
    @discardableResult
    mutating func write(
        _ fit: CoxModelFit, _ endpoint: Endpoint, _ strata: [String], _ population: String, _ title: String
    ) -> Bool {
        let terms = namesInR(fit).map(\.ours)
        let isPenalised = fit.coefficients.contains { $0.hazardRatio.method.hasPrefix("coxphf::") }
        let isOrdinary = fit.coefficients.allSatisfy {
            $0.monotone == nil && $0.hazardRatio.method.contains("coxph(")
        }
        let mains = terms.filter { term in
            fit.coefficients.contains { $0.column.term == term && $0.column.parts.count == 1 }
        }
        if fit.coefficients.allSatisfy({ $0.coefficient == nil && $0.monotone == nil }) { return false }
        guard isPenalised || isOrdinary, !isPenalised || (!isMatchedOrWeighted(population) && mains == terms) else {
            leaveOut("\(title): \(terms.joined(separator: ", "))")
            return false
        }
        let covariates = fit.coefficients.flatMap { $0.column.parts.map(\.covariate) }
        guard canModel(covariates, title) else { return false }
        let columns = coxColumns(mains, fit, endpoint, strata, in: population)
        add(once: Self.coxHelpers)
        add("x <- known(data.frame(\(columns.joined(separator: ", "))))")
        var right = namesInR(fit).map(\.inR)
        if !strata.isEmpty {
            right.append("strata(\(strata.indices.map { "stratum\($0 + 1)" }.joined(separator: ", ")))")
        }
        if options.offset != nil { right.append("offset(beside)") }
        let model = "\(outcome(of: endpoint)) ~ \(right.joined(separator: " + "))"
        if isPenalised {
            needFirth()
            // R's own optimiser finds no maximum where there is hardly an event.
            add(
                "fit <- tryCatch(firth_cox(\(model), x, \(rText(fit.ties.rawValue))), error = function(e) NULL)"
            )
            let model = "\(oneLine(title)): \(terms.joined(separator: ", "))"
            add("if (is.null(fit)) message(\(rText("R's optimiser finds no maximum of \(model)"))) else {")
        } else {
            add("fit <- coxph(\(model), data = x, \(coxOptions(fit, in: population)))")
        }
        for coefficient in fit.coefficients {
            let name =
                "\(title): "
                + coefficient.column.parts.map { "\($0.covariate)\($0.level.map { " \($0)" } ?? "")" }.joined(
                    separator: " and ")
            let term = nameInR(coefficient.column, among: terms)
            if isPenalised {
                writePenalised(coefficient.hazardRatio, coefficient.pValue, name, term: term)
            } else {
                write(coefficient.hazardRatio, name, term: term)
            }
        }
        if isPenalised {
            add("}")
        } else {
            let names = fit.coefficients.map { nameInR($0.column, among: terms) }
            writeNumbers(fit, title, coefficients: names, terms: namesInR(fit))
        }
        return !isPenalised
    }

    /// The data frame of a Cox model: follow-up, covariates, and what the table asks for besides.
    private func coxColumns(
        _ mains: [String], _ fit: CoxModelFit, _ endpoint: Endpoint, _ strata: [String], in population: String
    ) -> [String] {
        var columns = [
            "time = s$time, event = s$event", frameColumns(mains, fit.coefficients.map(\.column), isSelected: true),
        ]
        if endpoint.entry != nil { columns.append("entry = s$entry") }
        if let own = options.weights {
            columns.append("own = \(selected(own))")
            columns.append("weight = \(selected(own))\(isMatchedOrWeighted(population) ? " * s$weight" : "")")
        } else if isMatchedOrWeighted(population) {
            columns.append("weight = s$weight")
        }
        if isMatchedOrWeighted(population) || options.cluster != nil {
            columns.append("set = \(options.cluster.map(selected) ?? "s$set")")
        }
        if let cluster = options.cluster { columns.append("cluster = \(selected(cluster))") }
        if let offset = options.offset { columns.append("beside = \(selected(offset))") }
        for (index, name) in strata.enumerated() {
            columns.append("stratum\(index + 1) = \(selected(name))")
        }
        return columns
    }

    /// A coefficient's name in R, where the covariates are `v1`, `v2` and so on.
    func nameInR(_ column: ColumnIdentity, among terms: [String]) -> String {
        column.parts.map { part in
            "v\((terms.firstIndex(of: part.covariate) ?? 0) + 1)\(part.level ?? "")"
        }.joined(separator: ":")
    }

    /// A ratio of Firth's with its profile interval and the p-value of its penalised likelihood ratio.
    private mutating func writePenalised(_ ratio: Estimate, _ pValue: Double?, _ title: String, term: String) {
        let place = "[\(rText(term))]"
        compare(title, "exp(fit$estimate\(place))", ratio.value, tolerance: 1e-5)
        compare("\(title), lower", "exp(fit$lower\(place))", ratio.interval?.lower, tolerance: 1e-5)
        compare("\(title), upper", "exp(fit$upper\(place))", ratio.interval?.upper, tolerance: 1e-5)
        compare("\(title), p", "fit$p\(place)", pValue, tolerance: 1e-5)
    }

    mutating func write(_ table: LogisticTable, of id: String) {
        guard levels(of: table.outcome) != nil else { return leaveOut("table \(id)") }
        add("# Table \(id)")
        add("s <- populations[[\(rText(table.population))]]")
        writeCounts(table.rows, in: table.population, id)
        let values = "s[[\(rText(table.outcome))]]"
        add("outcome <- ifelse(is.na(\(values)), NA, \(values) %in% \(rTexts(table.levels)))")
        for fit in table.univariable { write(fit, "\(id) univariable") }
        if let fit = table.multivariable { write(fit, "\(id) multivariable") }
    }

    private mutating func write(_ fit: LogisticModelFit, _ title: String) {
        let columns = fit.coefficients.compactMap(\.column)
        let terms = fit.terms.map(\.term)
        let names = fit.coefficients.map { coefficient in
            coefficient.column.map { nameInR($0, among: terms) } ?? "(Intercept)"
        }
        let isPenalised = fit.coefficients.contains { $0.oddsRatio.method.hasPrefix("logistf::") }
        let isOrdinary = fit.coefficients.allSatisfy { !$0.isSeparated && $0.oddsRatio.method.hasPrefix("glm(") }
        guard isPenalised || isOrdinary else { return leaveOut("\(title): \(terms.joined(separator: ", "))") }
        guard fit.coefficients.contains(where: { $0.coefficient != nil }), canModel(terms, title) else { return }
        add(once: Self.coxHelpers)
        add("x <- known(data.frame(event = outcome, \(frameColumns(terms, columns))))")
        if isPenalised {
            needFirth()
            add("columns <- model.matrix(event ~ ., x)")
            // R's own optimiser finds no maximum where there is hardly an outcome.
            add("fit <- tryCatch(firth_logistic(columns, x$event, colnames(columns)[-1]), error = function(e) NULL)")
            let model = "\(oneLine(title)): \(terms.joined(separator: ", "))"
            add("if (is.null(fit)) message(\(rText("R's optimiser finds no maximum of \(model)"))) else {")
        } else {
            add(once: Self.logisticHelper)
            add("fit <- again(glm(event ~ ., data = x, family = binomial, epsilon = 1e-10))")
        }
        if !isPenalised {
            writeNumbers(
                fit, title, coefficients: names, terms: terms.enumerated().map { ($1, "v\($0 + 1)") })
        }
        for coefficient in fit.coefficients {
            guard let column = coefficient.column, let part = column.parts.first, let ours = coefficient.coefficient,
                let index = terms.firstIndex(of: column.term)
            else { continue }
            let name = "\(title): \(part.covariate)\(part.level.map { " \($0)" } ?? "")"
            let term = "v\(index + 1)\(part.level ?? "")"
            if isPenalised {
                writePenalised(coefficient.oddsRatio, coefficient.pValue, name, term: term)
            } else {
                let row = "summary(fit)$coefficients[\(rText(term)), "
                compare(name, row + "1]", ours)
                compare("\(name), standard error", row + "2]", coefficient.standardError)
            }
        }
        if isPenalised { add("}") }
    }

    /// The covariates of a model as columns of a data frame: `v1 = …, v2 = …`, factors with the study's reference first.
    func frameColumns(_ terms: [String], _ columns: [ColumnIdentity], isSelected: Bool = false) -> String {
        terms.enumerated().map { index, term in
            let reference = columns.first { $0.term == term }?.parts.first?.reference
            let values = isSelected ? selected(term) : "s[[\(rText(column(of: term) ?? term))]]"
            return "v\(index + 1) = \(reference.map { "relevel(\(values), \(rText($0)))" } ?? values)"
        }.joined(separator: ", ")
    }

    private static let logisticHelper = #"""
        # With a smaller epsilon R's glm overlooks that a column depends on others; from its result once more gets it as exact.
        again <- function(fit) {
          from <- coef(fit)
          from[is.na(from)] <- 0
          fit$call$start <- from
          fit <- eval(fit$call)
          fit$call$start <- NULL
          fit
        }
        """#
}
