internal import Results
internal import Styling

/// Survival, competing events, matching, subgroups.
extension ResultsData {
    func add(_ comparison: SurvivalComparison) {
        var place = Place(
            analysis: comparison.id, population: comparison.population, grouping: comparison.grouping,
            variable: comparison.endpoint, context: "survival")
        let isDivided = comparison.groups.count > 1
        for group in comparison.groups + (isDivided ? [comparison.overall] : []) {
            place.group = group.id
            place.notes = group.notes
            add("N", "Patients", count: group.n, at: place)
            add("n.event", "Events", count: group.events, at: place)
            add("N_miss", "Patients without the endpoint", count: group.missing, at: place)
            add(group.median, "median", "Median", at: place)
            add(group.medianFollowUp, "follow-up", "Median follow-up (reverse Kaplan–Meier)", at: place)
            for rate in group.rates {
                var here = place
                here.level = style.namedTime(rate.time)
                add(rate.estimate, "Survival", at: here) { style.percent($0) }
                add("n.risk", "At risk", rate.atRisk, style.number(rate.atRisk, decimals: 0), at: here)
            }
        }
        place.group = nil
        place.notes = []
        for test in [comparison.logRank].compactMap(\.self) + comparison.furtherTests { add(test, at: place) }
        for (fit, context) in [(comparison.hazardRatio, "model"), (comparison.robustHazardRatio, "robust")] {
            guard let fit else { continue }
            var here = place
            here.secondGrouping = "variance"
            here.secondGroup = context
            add(fit, at: here)
        }
        for difference in comparison.rateDifferences {
            var here = place
            here.secondGrouping = "time"
            here.secondGroup = style.namedTime(difference.time)
            add(difference.comparison, "Difference of survival", at: here) { style.percent($0) }
        }
        if let means = comparison.restrictedMeans { add(means, at: place) }
    }

    private func add(_ means: RestrictedMeans, at place: Place) {
        var place = place
        place.secondGrouping = "horizon"
        place.secondGroup = style.namedTime(means.horizon)
        func time(_ x: Double?) -> String { style.number(x, decimals: style.numbers.timeDecimals) }
        for group in means.groups {
            place.group = group.group
            add(group.mean, "Restricted mean", at: place, written: time)
        }
        for difference in means.differences {
            add(difference, "Difference of restricted means", at: place, written: time)
        }
        for ratio in means.ratios {
            add(ratio, "Ratio of restricted means", as: "ratio", at: place) {
                style.ratio($0, of: ratio.contrast.estimate)
            }
        }
    }

    /// A quantile whose limits need not be reached: then there is no number, and the text says so.
    func add(_ quantile: SurvivalQuantile, _ name: String, _ label: String, at place: Place) {
        var place = place
        place.method = quantile.method
        for (suffix, words, point) in [
            ("", "", quantile.value), (".conf.low", ", lower", quantile.lower),
            (".conf.high", ", upper", quantile.upper),
        ] {
            var here = place
            if point == .notReached { here.notes = [ResultNote(.unbounded)] }
            if point == .withheld { here.notes = [ResultNote(.withheld)] }
            add(name + suffix, label + words, point.time, style.time(point, in: quantile.unit), at: here)
        }
    }

    func add(_ comparison: IncidenceComparison) {
        var place = Place(
            analysis: comparison.id, population: comparison.population, grouping: comparison.grouping,
            variable: comparison.endpoint, context: "competing-risks")
        for group in comparison.groups {
            place.group = group.id
            place.notes = group.notes
            add("N", "Patients", count: group.n, at: place)
            add("n.event", "Events", count: group.events, at: place)
            add("n.competing", "Competing events", count: group.competing, at: place)
            for rate in group.rates {
                var here = place
                here.level = style.namedTime(rate.time)
                add(rate.estimate, "Cumulative incidence", at: here) { style.percent($0) }
                add("n.risk", "At risk", rate.atRisk, style.number(rate.atRisk, decimals: 0), at: here)
            }
        }
        place.group = nil
        place.notes = []
        if let gray = comparison.gray { add(gray, at: place) }
        for coefficient in comparison.subdistribution?.coefficients ?? [] {
            var here = place
            here.context = "subdistribution"
            here.group = coefficient.column.parts.first?.level
            add(ratio: coefficient.hazardRatio, "Subdistribution hazard ratio", at: here)
            add("p.value", "p", coefficient.pValue, style.pValue(coefficient.pValue), at: here)
        }
        if let fit = comparison.causeSpecific { add(fit, at: place) }
    }

    func add(_ matched: MatchedPopulation) {
        var place = Place(
            analysis: matched.id, population: matched.id, variable: "patients", context: "matching",
            method: matched.matching?.method ?? matched.weighting)
        if let summary = matched.matching {
            for (name, label, n) in [
                ("treated", "Treated patients", summary.treated), ("controls", "Controls", summary.controls),
                ("matched.treated", "Matched treated patients", summary.matchedTreated),
                ("matched.controls", "Matched controls", summary.matchedControls), ("sets", "Sets", summary.sets),
            ] {
                add(name, label, count: n, at: place)
            }
        }
        for (time, rows) in [("before", matched.balance.before), ("after", matched.balance.after)] {
            place.secondGrouping = "matching"
            place.secondGroup = time
            for (index, row) in rows.enumerated() {
                place.variable = matched.balanceLabels.indices.contains(index) ? matched.balanceLabels[index] : row.name
                add(
                    "smd", "Standardised difference", row.difference, style.standardizedDifference(row.difference),
                    at: place)
            }
        }
    }

    func add(_ plot: ForestPlot, of figure: String) {
        var place = Place(
            analysis: figure, population: plot.population, variable: plot.endpoint, context: "subgroup")
        func add(_ effect: SubgroupEffect, to data: ResultsData) {
            place.notes = effect.notes
            data.add("N", "Patients", count: effect.n, at: place)
            data.add("n.event", "Events", count: effect.events, at: place)
            if let coefficient = effect.coefficients.first {
                data.add(ratio: coefficient.hazardRatio, "Hazard ratio", at: place)
            }
        }
        if let overall = plot.overall { add(overall, to: self) }
        for variable in plot.variables {
            place.grouping = variable.analysis.by
            for effect in variable.analysis.subgroups {
                place.group = effect.level
                add(effect, to: self)
            }
            place.group = nil
            place.notes = []
            self.add(variable.analysis.interaction, at: place)
        }
    }
}
