internal import Results
internal import Styling

/// Collects the statistics of results, one row each, in the order of the results.
final class ResultsData {
    let results: StudyResults
    let style: HouseStyle
    private let words: any Vocabulary
    private(set) var rows: [StatisticRow] = []

    /// Every statistic of a study.
    static func rows(of results: StudyResults, style: HouseStyle) -> [StatisticRow] {
        let data = ResultsData(results: results, style: style)
        data.addCohort()
        for comparison in results.survival { data.add(comparison) }
        for incidence in results.incidences { data.add(incidence) }
        for matching in results.matchings { data.add(matching) }
        for table in results.tables { data.add(table) }
        for figure in results.figures {
            if case .forest(let plot) = figure.content { data.add(plot, of: figure.id) }
            if case .predictedSurvival(let plot) = figure.content { data.add(plot, of: figure.id) }
            if case .residuals(let plot) = figure.content {
                data.add(plot.test, of: figure.id, variable: plot.endpoint, population: plot.population)
            }
        }
        return data.rows
    }

    private init(results: StudyResults, style: HouseStyle) {
        self.results = results
        self.style = style
        words = vocabulary(for: results.study.language)
    }

    /// What all statistics of a group of patients have in common.
    struct Place {
        var analysis: String
        var population: String
        var grouping: String?
        var group: String?
        var variable: String
        var level: String?
        var context: String
        var method: String?
        var notes: [ResultNote] = []
        var secondGrouping: String?
        var secondGroup: String?
    }

    func add(_ name: String, _ label: String, _ value: Double?, _ formatted: String, at place: Place) {
        let isWithheld = value?.isWithheld ?? false
        let exists = value.map { $0.isFinite && !isWithheld } ?? false
        var warning = exists ? nil : "not-estimable"
        if !place.notes.isEmpty || isWithheld {
            let kinds = place.notes.map(\.kind) + (isWithheld ? [.withheld] : [])
            warning = kinds.map(\.rawValue).joined(separator: " ")
        }
        rows.append(
            StatisticRow(
                analysis: place.analysis, population: place.population, group1: place.grouping,
                group1Level: place.group, group2: place.secondGrouping, group2Level: place.secondGroup,
                variable: place.variable, variableLevel: place.level, context: place.context, name: name, label: label,
                value: exists ? value : nil, formatted: formatted, method: place.method, warning: warning))
    }

    func add(_ name: String, _ label: String, count n: Int, at place: Place) {
        add(name, label, Double(n), style.count(n), at: place)
    }

    // MARK: Common values

    /// A ratio with its limits.
    func add(ratio estimate: Estimate, _ label: String, at place: Place) {
        add(estimate, label, at: place) { style.ratio($0, of: estimate) }
    }

    /// An estimate with its limits.
    func add(_ estimate: Estimate, _ label: String, at place: Place, written text: (Double?) -> String) {
        var place = place
        place.method = estimate.method
        place.notes += estimate.notes
        let interval = "\(style.confidenceLabel(estimate.level))"
        add("estimate", label, estimate.value, text(estimate.value), at: place)
        addIfFinite("std.error", "Standard error", estimate.standardError, at: place)
        add("conf.low", "\(interval), lower", estimate.interval?.lower, text(estimate.interval?.lower), at: place)
        add("conf.high", "\(interval), upper", estimate.interval?.upper, text(estimate.interval?.upper), at: place)
    }

    private func addIfFinite(_ name: String, _ label: String, _ value: Double?, at place: Place) {
        guard let value, value.isFinite else { return }
        add(name, label, value, "", at: place)
    }

    /// The kinds of contrasts, whose tests stand with them.
    private static let contrasts: Set<String> = ["difference", "ratio"]

    /// A test: its statistic, degrees of freedom and p-value.
    func add(_ test: TestResult, at place: Place) {
        var place = place
        if !Self.contrasts.contains(place.context) { place.context = "test" }
        place.method = test.equalsInR.isEmpty ? test.method.rawValue : test.equalsInR
        place.notes += test.notes
        if let statistic = test.statistic {
            add("statistic", "Statistic", statistic, style.number(statistic, decimals: 2), at: place)
        }
        for (index, degrees) in test.degreesOfFreedom.enumerated() {
            add(
                index == 0 ? "parameter" : "parameter\(index + 1)", "Degrees of freedom", degrees,
                style.number(degrees, decimals: min(style.decimalsNeeded(by: degrees), 1)), at: place)
        }
        add(
            "p.value", "p, \(words.test(test.method))", test.pValue,
            style.pValue(test.pValue, kind: PValueKind(test.method)), at: place)
    }

    /// The coefficients of a Cox model.
    func add(_ fit: CoxModelFit, at place: Place) {
        var place = place
        place.context = "cox"
        for coefficient in fit.coefficients {
            place.variable = coefficient.column.parts.map(\.covariate).joined(separator: ":")
            place.level = coefficient.column.parts.first?.level
            place.notes = coefficient.monotone == nil ? [] : [ResultNote(.monotoneLikelihood)]
            add(ratio: coefficient.hazardRatio, "Hazard ratio", at: place)
            place.method = coefficient.hazardRatio.method
            let test = pLabel(coefficient.hazardRatio)
            add("p.value", test, coefficient.pValue, style.pValue(coefficient.pValue), at: place)
        }
        place.level = nil
        place.notes = fit.notes
        // What belongs to the model as a whole stands under its terms.
        var terms: [String] = []
        for term in fit.coefficients.map(\.column.term) where !terms.contains(term) { terms.append(term) }
        place.variable = terms.joined(separator: " + ")
        place.context = "model"
        add("n", "Patients", count: fit.n, at: place)
        add("n.event", "Events", count: fit.events, at: place)
    }

    /// The test of a coefficient: Wald's, or in Firth's models that of the penalised likelihood.
    private func pLabel(_ ratio: Estimate) -> String {
        ratio.isPenalised ? "p, penalised likelihood-ratio test" : "p, Wald test"
    }

    func add(_ fit: LogisticModelFit, at place: Place) {
        var place = place
        for coefficient in fit.coefficients {
            guard let column = coefficient.column else { continue }
            place.variable = column.parts.map(\.covariate).joined(separator: ":")
            place.level = column.parts.first?.level
            place.notes = coefficient.isSeparated ? [ResultNote(.monotoneLikelihood)] : []
            add(ratio: coefficient.oddsRatio, "Odds ratio", at: place)
            place.method = coefficient.oddsRatio.method
            let test = pLabel(coefficient.oddsRatio)
            add("p.value", test, coefficient.pValue, style.pValue(coefficient.pValue), at: place)
        }
        place.level = nil
        place.notes = fit.notes
        // What belongs to the model as a whole stands under its terms.
        place.variable = fit.terms.map(\.term).joined(separator: " + ")
        place.context = "model"
        add("n", "Patients", count: fit.n, at: place)
        add("n.event", "Events", count: Int(fit.outcomes), at: place)
    }

    /// A difference or ratio of two groups.
    func add(
        _ contrast: GroupContrast, _ label: String, as kind: String = "difference", at place: Place,
        written text: (Double?) -> String
    ) {
        var place = place
        place.context = kind
        place.group = contrast.group
        place.level = "vs \(contrast.reference)"
        add(contrast.contrast.estimate, label, at: place, written: text)
        add(contrast.contrast.test, at: place)
    }

    func add(
        _ test: ProportionalHazardsResult, of analysis: String, variable: String, population: String
    ) {
        var place = Place(
            analysis: analysis, population: population, grouping: "endpoint", group: variable, variable: variable,
            context: "proportional-hazards")
        for term in test.terms {
            place.variable = term.name
            add(term.test, at: place)
        }
        place.variable = "GLOBAL"
        add(test.global, at: place)
    }

    private func addCohort() {
        var place = Place(analysis: "cohort", population: "all", variable: "patients", context: "count")
        add("read", "Patients in the data", count: results.cohort.read, at: place)
        add("analysed", "Patients analysed", count: results.cohort.analysed, at: place)
        for exclusion in results.cohort.exclusions {
            place.level = exclusion.reason
            add("excluded", "Patients left out", count: exclusion.n, at: place)
        }
        place.level = nil
        for missing in results.cohort.missing {
            place.variable = missing.variable
            add("N_miss", "Missing values", count: missing.n, at: place)
        }
        place.variable = "arm"
        for arm in results.arms {
            place.level = arm.id
            add("n", "Patients", count: arm.n, at: place)
        }
    }
}
