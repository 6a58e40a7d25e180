internal import Diagnostics
internal import StudyFiles

/// Checks the plans against what the data hold: the levels of a response, the number of arms.
struct PlanChecks {
    let study: Study
    let reporter: FaultReporter

    /// Checks that the rates of response tables count levels of their variables.
    func checkRates(in values: [String: VariableValues]) {
        for table in study.tables {
            guard case .response(let plan) = table.kind, let responses = values[plan.variable.value] else { continue }
            guard case .categorical(let categories) = responses else {
                reporter.report(
                    Diagnostic(
                        .wrongType, at: plan.variable.location,
                        "a response is one of several levels, '\(plan.variable.value)' is not categorical",
                        help: ["declare its levels under 'variables', or name another variable"]))
                continue
            }
            let levels = categories.levels.map(\.id)
            for rate in plan.rates {
                for member in rate.members where !levels.contains(member.value) {
                    reporter.report(
                        Diagnostic(
                            .unknownName, at: member.location,
                            "'\(member.value)' of rate '\(rate.name.value)' is not a level of '\(plan.variable.value)'",
                            help: nearNameHelp(for: member.value, among: levels, kind: "levels") + [
                                "if nobody has it, declare it: variables.\(plan.variable.value).levels"
                            ]))
                }
            }
        }
    }

    /// Checks that there are two arms where scores are made and where effects in subgroups are shown.
    func checkTwoArms(_ arms: CategoricalValues) {
        guard arms.levels.count != 2 else { return }
        let scored = study.populations.compactMap { population -> (String, SourceLocation)? in
            switch population.propensity?.use {
            case .matching: ("matching", population.name.location)
            case .weighting: ("weighting", population.name.location)
            case nil: nil
            }
        }
        let forests = study.figures.compactMap { figure -> (String, SourceLocation)? in
            if case .forest = figure.kind { ("a forest plot", figure.name.location) } else { nil }
        }
        for (purpose, place) in scored + forests {
            reporter.report(
                Diagnostic(
                    .notTwoArms, at: place, "\(purpose) needs two arms, and the data hold \(arms.levels.count)",
                    notes: [
                        .init("the arms are \(listed(arms.levels.map(\.id)))", at: study.arms?.column.location)
                    ],
                    help: ["leave the patients of other arms out by an exclusion, or correct the column of the arms"]))
        }
    }
}
