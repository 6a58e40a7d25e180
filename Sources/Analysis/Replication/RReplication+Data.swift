import CohortBuilding
import Results
import StudyFiles

/// Variables, endpoints, exclusions and populations in R.
extension RReplication {
    mutating func writeVariables() {
        add("# Variables")
        let hasCheckboxes = study.variables.contains { if case .checkboxes = $0.source { true } else { false } }
        if let separator = study.variables.compactMap(\.separator).first ?? (hasCheckboxes ? ";" : nil) {
            add("separator <- \(rText(separator))")
        }
        let declared = Set(study.variables.map(\.name.value))
        for (name, values) in cohort.variables.sorted(by: { $0.key < $1.key }) where !declared.contains(name) {
            switch values {
            case .continuous: add("\(rColumn(name)) <- as.numeric(\(rColumn(name)))")
            case .categorical(let values):
                add("\(rColumn(name)) <- factor(\(rColumn(name)), levels = \(rTexts(values.levels.map(\.id))))")
            case .multiResponse: break
            }
        }
        // A variable stands after those that it is made of.
        var waiting = study.variables
        var written = Set(cohort.variables.keys.filter { !declared.contains($0) })
        while !waiting.isEmpty {
            let ready = waiting.filter { variable in
                sources(of: variable).allSatisfy {
                    !declared.contains($0) || written.contains($0) || $0 == variable.name.value
                }
            }
            for variable in ready.isEmpty ? waiting : ready {
                write(variable)
                written.insert(variable.name.value)
            }
            waiting.removeAll { written.contains($0.name.value) }
        }
        if let arms = study.arms {
            let ids = cohort.arms?.levels.map(\.id) ?? []
            add("d[[\"arm \"]] <- factor(\(rColumn(arms.column.value)), levels = \(rTexts(ids)))")
        }
        for exclusion in study.exclusions {
            add("d <- d[!(\(exclusion.condition.inR(isNumber: isNumber)) %in% TRUE), , drop = FALSE]")
        }
        add("")
    }

    private func sources(of variable: Variable) -> [String] {
        switch variable.source {
        case .column(let column): [column.value]
        case .cut(let source, _), .groups(let source, _): [source.value]
        case .checkboxes: []
        case .cases(let cases): cases.flatMap { $0.condition.names.map(\.value) }
        case .formula(let formula): formula.names.map(\.value)
        }
    }

    private mutating func write(_ variable: Variable) {
        let name = variable.name.value
        let own = rColumn(name)
        let levels = levels(of: name)
        func factor(_ code: String) -> String { levels.map { "factor(\(code), levels = \(rTexts($0)))" } ?? code }
        switch variable.source {
        case .column(let column):
            if variable.codes.isEmpty {
                let read = rColumn(column.value)
                add("\(own) <- \(isNumber(name) ? "as.numeric(\(read))" : factor(read))")
            } else {
                let raw = rTexts(variable.codes.map(\.raw.value))
                let meaning = rTexts(variable.codes.map(\.level))
                add("\(own) <- \(factor("\(meaning)[match(\(rColumn(column.value)), \(raw))]"))")
            }
        case .cut(let source, let points):
            let cuts = "c(\(points.sorted().map(rNumber).joined(separator: ", ")))"
            add(
                "\(own) <- \(factor("\(rTexts(levels ?? []))[findInterval(as.numeric(\(rColumn(source.value))), \(cuts)) + 1]"))"
            )
        case .groups(let source, let groups):
            let members = groups.flatMap { group in group.members.map { ($0.value, group.name) } }
            let pairs =
                "\(rTexts(members.map(\.1)))[match(as.character(\(rColumn(source.value))), \(rTexts(members.map(\.0))))]"
            add("\(own) <- \(factor(pairs))")
        case .cases(let cases):
            let code = cases.reversed().reduce("NA") { rest, part in
                "ifelse(\(part.condition.inR(isNumber: isNumber)) %in% TRUE, \(rText(part.level.value)), \(rest))"
            }
            add("\(own) <- \(factor(code))")
        case .checkboxes(let boxes):
            add(
                "boxes <- sapply(\(rTexts(boxes.map(\.column.value))), function(x) tolower(d[[x]]) %in% c(\"1\", \"true\", \"yes\", \"y\", \"checked\"))"
            )
            add("\(own) <- apply(boxes, 1, function(x) paste(\(rTexts(boxes.map(\.level)))[x], collapse = separator))")
        case .formula(let formula): add("\(own) <- \(formula.inR(isNumber: isNumber))")
        }
    }

    mutating func writeEndpoints() {
        add("# Endpoints: time in days, status 1 for the event")
        for endpoint in study.endpoints {
            let name = endpoint.name.value
            // Columns of a linked file stand in the place of the patients' while the endpoint is made.
            let isLinked = endpoint.file.map { beginLinked($0.value) } ?? false
            defer { if isLinked { endLinked(name) } }
            switch endpoint.source {
            case .dates(let start, let events, let competing, let censoring):
                func days(_ names: [Located<String>]) -> String {
                    "list(\(names.map { "day(\(rColumn($0.value)))" }.joined(separator: ", ")))"
                }
                let cutoff = (endpoint.cutoff ?? study.cutoff).map { "day(\(rText($0.value.iso)))" } ?? "Inf"
                add(
                    "e <- from_dates(day(\(rColumn(start.value))), \(days(events)), \(days(competing)), "
                        + "day(\(rColumn(censoring.value))), \(cutoff))")
                add("d[[\(rText("time \(name)"))]] <- e$time; d[[\(rText("status \(name)"))]] <- e$status")
            case .columns(let time, let unit, let status, let codes):
                func coded(_ wanted: Endpoint.Status) -> String {
                    rTexts(codes.filter { $0.status == wanted }.map(\.raw.value))
                }
                add("d[[\(rText("time \(name)"))]] <- as.numeric(\(rColumn(time.value))) * \(rNumber(unit.days))")
                add(
                    "d[[\(rText("status \(name)"))]] <- ifelse(\(rColumn(status.value)) %in% \(coded(.event)), 1, "
                        + "ifelse(\(rColumn(status.value)) %in% \(coded(.competing)), 2, "
                        + "ifelse(is.na(\(rColumn(status.value))), NA, 0)))")
            }
        }
        add("")
    }

    mutating func writePopulations() {
        add("# Populations")
        add("populations <- list()")
        add("populations[[\"all\"]] <- d")
        for population in study.populations {
            let name = rText(population.name.value)
            if let condition = population.condition {
                add("populations[[\(name)]] <- d[\(condition.inR(isNumber: isNumber)) %in% TRUE, , drop = FALSE]")
            } else if let plan = population.propensity {
                write(plan, of: population, as: name)
            }
        }
        add("")
    }

    /// Matching by hand, so that the rule for ties is ours: of two partners at the same distance the earlier patient.
    private mutating func write(_ plan: PropensityPlan, of population: Population, as name: String) {
        guard case .matching(let matching) = plan.use, matching.method == .nearest, !matching.withReplacement,
            matching.exact.isEmpty, !plan.usesFirth, let arms = cohort.arms, arms.levels.count == 2,
            plan.covariates.allSatisfy({ levels(of: $0.value) != nil || isNumber($0.value) }),
            let summary = results.matchings.first(where: { $0.id == population.name.value })
        else {
            add(
                "# Population \(population.name.value) is weighted or matched in a way that this script does not repeat."
            )
            return
        }
        let treated = arms.levels[1 - cohort.referenceArm].id
        let order =
            switch matching.order {
            case .largest: "order(-score[units])"
            case .smallest: "order(score[units])"
            case .key: "seq_along(units)"
            }
        let covariates = plan.covariates.map(\.value)
        add("m <- d[complete.cases(d[\(rTexts(["arm "] + covariates))]), , drop = FALSE]")
        add("treated <- m[[\"arm \"]] == \(rText(treated))")
        add("design <- data.frame(treated = treated, m[\(rTexts(covariates))], check.names = FALSE)")
        add(
            "propensity <- glm(treated ~ ., data = design, family = binomial, control = list(epsilon = 1e-12, maxit = 100))"
        )
        // Scores that differ by rounding only are equal.
        add("score <- signif(\(matching.scale == .logit ? "predict(propensity)" : "fitted(propensity)"), 9)")
        add("width <- \(matching.caliper.map { "\(rNumber($0.value)) * sd(score)" } ?? "Inf")")
        add("units <- which(treated); units <- units[\(order)]; free <- !treated; partner <- list(); round <- units")
        add(
            """
            for (turn in seq_len(\(matching.ratio))) {
              next_round <- integer()
              for (unit in round) {
                distance <- ifelse(free, abs(score - score[unit]), Inf)
                nearest <- which(distance <= min(distance) + 1e-12 & is.finite(distance))[1]
                if (is.na(nearest) || distance[nearest] > width) next
                free[nearest] <- FALSE
                partner[[as.character(unit)]] <- c(partner[[as.character(unit)]], nearest)
                next_round <- c(next_round, unit)
              }
              round <- next_round
            }
            """)
        add("populations[[\(name)]] <- m[sort(c(as.integer(names(partner)), unlist(partner))), , drop = FALSE]")
        compare(
            "\(population.label): matched treated patients", "length(partner)",
            summary.matching.map { Double($0.matchedTreated) })
        compare(
            "\(population.label): matched controls", "length(unlist(partner))",
            summary.matching.map { Double($0.matchedControls) })
    }
}
