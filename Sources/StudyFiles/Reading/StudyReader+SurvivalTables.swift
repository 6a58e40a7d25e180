import Diagnostics
import Results

extension StudyReader {
    func survivalTablePlan(from fields: Fields) -> SurvivalTablePlan? {
        let endpoints = fields.texts("endpoints")
        guard !endpoints.isEmpty else { return nil }
        return SurvivalTablePlan(
            endpoints: endpoints, by: fields.text("by"), population: fields.text("population"),
            showsDifferences: fields.truth("difference"), showsPValue: fields.truth("p"))
    }

    func incidenceTablePlan(from fields: Fields) -> SurvivalTablePlan? {
        checkHaveCompetingEvents(fields.texts("endpoints"))
        return survivalTablePlan(from: fields)
    }

    func coxPlan(from fields: Fields) -> CoxPlan? {
        let (endpoints, rows, strata) = (fields.texts("endpoints"), fields.texts("rows"), fields.texts("strata"))
        for stratum in strata {
            guard let row = rows.first(where: { $0.value == stratum.value }) else { continue }
            report(
                Diagnostic(
                    .conflictingKeys, at: stratum.location, "'\(stratum.value)' can't be in 'rows' and in 'strata'",
                    notes: [.init("it is a row here", at: row.location)], help: ["delete one or the other"]))
        }
        let multivariable = fields.section("multivariable").flatMap { entry(from: $0, of: rows) } ?? CoxPlan.Entry.none
        let interactions = fields.lists("interactions")
        for name in interactions.joined() where !rows.isEmpty {
            checkMember(name, of: rows, "variable", listedIn: "rows")
        }
        guard !endpoints.isEmpty, !rows.isEmpty else { return nil }
        return CoxPlan(
            endpoints: endpoints, rows: rows, showsUnivariable: fields.truth("univariable"),
            multivariable: multivariable,
            univariablePValue: fields.choice("univariable_p", as: CoxTable.PValueMethod.self),
            multivariablePValue: fields.choice("multivariable_p", as: CoxTable.PValueMethod.self), strata: strata,
            interactions: interactions, cluster: fields.text("cluster"), weights: fields.text("weights"),
            offset: fields.text("offset"), isRobust: fields.truth("robust"), population: fields.text("population"),
            usesFirth: fields.truth("firth"))
    }

    func logisticPlan(from fields: Fields) -> LogisticPlan? {
        let rows = fields.texts("rows")
        let multivariable = fields.section("multivariable").flatMap { entry(from: $0, of: rows) } ?? CoxPlan.Entry.none
        if let outcome = fields.text("outcome"), let row = rows.first(where: { $0.value == outcome.value }) {
            report(
                Diagnostic(
                    .conflictingKeys, at: row.location, "'\(outcome.value)' can't be the outcome and a covariate",
                    help: ["delete it from 'rows'"]))
        }
        guard let outcome = fields.text("outcome"), !rows.isEmpty, !fields.texts("event").isEmpty else { return nil }
        return LogisticPlan(
            outcome: outcome, levels: fields.texts("event"), label: fields.text("label")?.value, rows: rows,
            showsUnivariable: fields.truth("univariable"), multivariable: multivariable,
            univariablePValue: fields.choice("univariable_p", as: CoxTable.PValueMethod.self),
            multivariablePValue: fields.choice("multivariable_p", as: CoxTable.PValueMethod.self),
            population: fields.text("population"), usesFirth: fields.truth("firth"))
    }

    private func entry(from fields: Fields, of rows: [Located<String>]) -> CoxPlan.Entry? {
        let variables = fields.texts("variables")
        for variable in variables where !rows.isEmpty {
            checkMember(variable, of: rows, "variable", listedIn: "rows")
        }
        if let limit = fields.locatedNumber("p_below") { return .pBelow(limit) }
        if !variables.isEmpty { return .listed(variables) }
        return fields.optionalTruth("all") == true ? .all : nil
    }

    func effectPlan(from fields: Fields) -> EffectPlan? {
        let endpoints = fields.texts("endpoints")
        if !fields.gives("by") { checkNotArm(fields.texts("adjust_for"), "the arms are what is compared") }
        guard !endpoints.isEmpty else { return nil }
        return EffectPlan(
            endpoints: endpoints, populations: fields.texts("populations"), by: fields.text("by"),
            adjustFor: fields.texts("adjust_for"), pValue: fields.choice("p_value", as: CoxTable.PValueMethod.self),
            showsRobust: fields.truth("robust"))
    }
}
