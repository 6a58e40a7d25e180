internal import Results
internal import Styling

/// Tables that count patients, and tables of models.
extension ResultsData {
    func add(_ table: TableResult) {
        switch table.content {
        case .baseline(let content): add(content, of: table.id)
        case .matchedBaseline(let content):
            add(content.before, of: table.id, matching: "before")
            add(content.after, of: table.id, matching: "after")
        case .response(let content): add(content, of: table.id)
        case .paired(let content): add(content, of: table.id)
        case .adverseEvents(let content): add(content, of: table.id)
        case .cox(let content): add(content, of: table.id)
        case .logistic(let content): add(content, of: table.id)
        case .effect(let content): add(content, of: table.id)
        // What they print stands with the comparisons.
        case .survival, .incidence: break
        }
    }

    /// A count as a share of a total; nil where there is nobody.
    static func share(_ n: Int, of total: Int) -> Double? {
        if n.isWithheld || total.isWithheld { return .withheld }
        return total > 0 ? Double(n) / Double(total) : nil
    }

    private func add(_ table: BaselineTable, of id: String, matching: String? = nil) {
        for row in table.rows {
            var place = Place(
                analysis: id, population: table.population, grouping: table.grouping, variable: row.variable,
                context: row.levels.isEmpty ? "continuous" : "categorical",
                secondGrouping: matching == nil ? nil : "matching", secondGroup: matching)
            for (index, column) in table.columns.enumerated() {
                place.group = column.id
                place.level = nil
                let known = row.known.indices.contains(index) ? row.known[index] : 0
                let responses = row.responses.indices.contains(index) ? row.responses[index] : known
                let total =
                    switch table.denominator {
                    case .all: column.n
                    case .responses: responses
                    case .known: known
                    }
                for level in row.levels where level.counts.indices.contains(index) {
                    place.level = level.id
                    add("n", "n", count: level.counts[index], at: place)
                    let share = Self.share(level.counts[index], of: total)
                    add("p", "%", share, style.percent(level.counts[index], of: total), at: place)
                }
                place.level = nil
                add("N_obs", "Known", count: known, at: place)
                if row.missing.indices.contains(index) {
                    add("N_miss", "Missing", count: row.missing[index], at: place)
                }
                if row.descriptions.indices.contains(index) {
                    add(row.descriptions[index], decimals: style.decimals(of: row), at: place)
                }
            }
            place.group = nil
            place.level = nil
            if let test = row.test { add(test, at: place) }
            if let difference = row.difference {
                place.context = "difference"
                add(
                    "smd", "Standardised difference", difference, style.standardizedDifference(difference), at: place)
            }
        }
    }

    private func add(_ description: Description, decimals: Int, at place: Place) {
        for (name, label, value) in [
            ("mean", "Mean", description.mean), ("sd", "SD", description.standardDeviation),
            ("median", "Median", description.median), ("p25", "Q1", description.lowerQuartile),
            ("p75", "Q3", description.upperQuartile), ("min", "Min", description.minimum),
            ("max", "Max", description.maximum),
        ] {
            add(name, label, value, style.number(value, decimals: decimals), at: place)
        }
    }

    private func add(_ table: ResponseTable, of id: String) {
        for row in table.rows {
            var place = Place(
                analysis: id, population: table.population, grouping: table.grouping, variable: table.variable,
                level: row.id, context: row.members.count > 1 ? "rate" : "categorical")
            for (index, column) in table.columns.enumerated() where row.counts.indices.contains(index) {
                place.group = column.id
                add("n", "n", count: row.counts[index], at: place)
                add("N", "Known", count: table.known.indices.contains(index) ? table.known[index] : 0, at: place)
                if row.proportions.indices.contains(index) {
                    add(row.proportions[index], "%", at: place) { style.percent($0) }
                }
            }
            place.group = nil
            if let test = row.test { add(test, at: place) }
            for difference in row.differences {
                var here = place
                here.secondGrouping = "response"
                here.secondGroup = row.id
                add(difference, "Difference", at: here) { style.percent($0) }
            }
            for ratio in row.ratios {
                var here = place
                here.secondGrouping = "response"
                here.secondGroup = row.id
                add(ratio, table.ratio == .risk ? "Risk ratio" : "Odds ratio", at: here) {
                    style.ratio($0, of: ratio.contrast.estimate)
                }
            }
        }
    }

    private func add(_ table: AdverseEventTable, of id: String) {
        for row in table.rows {
            for (index, severity) in table.severities.enumerated() where row.counts.indices.contains(index) {
                var place = Place(
                    analysis: id, population: table.population, grouping: table.grouping, variable: row.id,
                    level: severity.label, context: "adverse-events")
                for (column, n) in zip(table.columns, row.counts[index]) {
                    place.group = column.id
                    add("n", "n", count: n, at: place)
                    add("N", "N", count: column.n, at: place)
                    let share = Self.share(n, of: column.n)
                    add("p", "%", share, style.percent(n, of: column.n), at: place)
                }
                place.group = nil
                if row.tests.indices.contains(index), let test = row.tests[index] { add(test, at: place) }
            }
        }
    }

    private func add(_ table: CoxTable, of id: String) {
        for models in table.endpoints {
            var place = Place(
                analysis: id, population: table.population, grouping: "endpoint", group: models.endpoint, variable: "",
                context: "cox", secondGrouping: "model")
            for fit in models.univariable {
                place.secondGroup = "univariable"
                add(fit, at: place)
            }
            if let fit = models.multivariable {
                place.secondGroup = "multivariable"
                add(fit, at: place)
                place.variable = "model"
                place.level = nil
                if let events = fit.eventsPerVariable {
                    add("epv", "Events per variable", events, style.number(events, decimals: 1), at: place)
                }
            }
            if let test = models.proportionalHazards {
                add(test, of: id, variable: models.endpoint, population: table.population)
            }
        }
    }

    private func add(_ table: LogisticTable, of id: String) {
        var place = Place(
            analysis: id, population: table.population, grouping: "outcome", group: table.outcome, variable: "",
            context: "logistic", secondGrouping: "model")
        for (name, fits) in [
            ("univariable", table.univariable), ("multivariable", table.multivariable.map { [$0] } ?? []),
        ] {
            place.secondGroup = name
            for fit in fits { add(fit, at: place) }
        }
    }

    private func add(_ table: EffectTable, of id: String) {
        for row in table.rows {
            guard let fit = row.adjusted else { continue }
            add(
                fit,
                at: Place(
                    analysis: id, population: row.label, grouping: "comparison", group: row.comparison, variable: "",
                    context: "cox", secondGrouping: "model", secondGroup: "adjusted"))
        }
    }
}
