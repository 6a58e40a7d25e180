import Diagnostics
import Results

extension StudyReader {
    func baselinePlan(from fields: Fields) -> BaselinePlan? {
        let rows = fields.texts("rows")
        checkUndivided(fields)
        let tests = variableTests(from: fields, of: rows)
        guard !rows.isEmpty else { return nil }
        return BaselinePlan(
            rows: rows, by: fields.text("by"), isUndivided: fields.isNone("by"), population: fields.text("population"),
            showsTotal: fields.truth("total"), showsPValue: fields.truth("p"),
            showsDifference: fields.truth("difference"), tests: tests,
            randomTables: fields.defaultedWholeNumber("random_tables"), seed: fields.defaultedWholeNumber("seed"),
            continuous: fields.choice("continuous", as: BaselinePlan.ContinuousSummary.self),
            missing: fields.choice("missing", as: BaselineTable.MissingDisplay.self),
            denominator: fields.choice("percent_of", as: BaselineTable.Denominator.self))
    }

    /// Reports what cannot be where the patients are not divided.
    private func checkUndivided(_ fields: Fields) {
        guard fields.isNone("by") else { return }
        let faults = [
            ("total", "'total: false' leaves no column beside 'by: none'", !fields.truth("total")),
            ("difference", "'difference' compares two groups, and 'by: none' makes none", fields.truth("difference")),
        ]
        for (key, summary, isFault) in faults where isFault {
            report(
                Diagnostic(
                    .conflictingKeys, at: fields.place(of: key), summary,
                    notes: [.init("'by' is given here", at: fields.place(of: "by"))],
                    help: ["delete one or the other"]))
        }
    }

    private func variableTests(from fields: Fields, of rows: [Located<String>]) -> [BaselinePlan.VariableTest] {
        fields.namedTexts("tests").compactMap { name, test in
            if !rows.isEmpty { checkMember(name, of: rows, "variable", listedIn: "rows") }
            return BaselinePlan.VariableTest.Method(rawValue: test.value).map { .init(variable: name, method: $0) }
        }
    }

    func matchedBaselinePlan(from fields: Fields) -> MatchedBaselinePlan? {
        checkIsScored(fields.text("population"))
        guard let population = fields.text("population") else { return nil }
        return MatchedBaselinePlan(
            population: population, rows: fields.texts("rows"), showsPValue: fields.truth("p"),
            continuous: fields.choice("continuous", as: BaselinePlan.ContinuousSummary.self))
    }

    func responsePlan(from fields: Fields) -> ResponsePlan? {
        guard let variable = fields.text("variable") else { return nil }
        let rates = fields.entries("rates").compactMap { entry -> ResponsePlan.Rate? in
            guard case .list(let values)? = entry.value else { return nil }
            return .init(
                name: entry.name, members: values.compactMap { if case .text(let member) = $0 { member } else { nil } })
        }
        let ratio = ResponseTable.Ratio(rawValue: fields.defaultedText("ratio").value)
        if ratio == .risk, fields.gives("strata") {
            report(
                Diagnostic(
                    .conflictingKeys, at: fields.place(of: "ratio"), "'ratio: risk' and 'strata' exclude each other",
                    notes: [.init("within strata the common odds ratio is estimated")],
                    help: ["write ratio: odds, or leave out 'strata'"]))
        }
        return ResponsePlan(
            variable: variable, rates: rates, by: fields.text("by"), population: fields.text("population"),
            showsTotal: fields.truth("total"), showsPValue: fields.truth("p"),
            showsIntervals: fields.truth("intervals"), showsDifferences: fields.truth("difference"),
            ratio: ratio, strata: fields.texts("strata"))
    }

    func adverseEventPlan(from fields: Fields) -> AdverseEventPlan? {
        let source = fields.text("from")
        checkIsNotPatients(source, "file of adverse events")
        checkIsLinked(source)
        let severities = fields.sections("severities").compactMap(severity)
        guard let source, let term = fields.text("term"), let grade = fields.text("grade") else { return nil }
        return AdverseEventPlan(
            source: source, term: term, grade: grade,
            severities: fields.gives("severities") ? severities : StudyLanguage.defaultSeverities,
            all: fields.text("all")?.value, terms: fields.texts("terms"),
            minimumPercent: fields.number("minimum_percent"), by: fields.text("by"),
            population: fields.text("population"), showsTotal: fields.truth("total"), showsPValue: fields.truth("p"))
    }

    func severity(from fields: Fields) -> AdverseEventTable.Severity? {
        let highest = fields.wholeNumber("to")
        guard let label = fields.text("label"), let lowest = fields.wholeNumber("from") else { return nil }
        if let highest, highest < lowest {
            report(
                Diagnostic(
                    .outOfRange, at: fields.place(of: "to"),
                    "'to' must not be below 'from', found \(highest) below \(lowest)",
                    help: ["write from: \(highest), to: \(lowest)"]))
        }
        return .init(label: label.value, lowest: lowest, highest: highest)
    }
}
