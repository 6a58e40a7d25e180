internal import Results
internal import StudyFiles

/// Goes through a study's plan and says what each part must know of the patients, and which parts need rows.
///
/// Counts by time, status, groups and covariates are enough for curves, log-rank tests, rates, medians, Cox models and
/// counts. Not for what uses a patient's own place among others: matching and weighting, residuals, ranks and quantiles
/// of numbers, robust variances, exact ties; nor for what lists patients.
struct PlanNeeds {
    let study: Study

    /// The parts of the plan in its order, the endpoints' own comparisons first.
    var parts: [(part: PlanPart, needs: PartNeeds)] {
        study.endpoints.map { endpoint in
            part(.endpoint(endpoint.name.value)) { compare([endpoint.name], by: nil, in: nil, &$0) }
        }
            + study.figures.map { figure in part(.figure(figure.name.value)) { add(figure.kind, &$0) } }
            + study.tables.map { table in part(.table(table.name.value)) { add(table.kind, &$0) } }
    }

    /// What is counted beside the parts, for the summary of the cohort: what no part has counted already.
    func rest(besides parts: [PartNeeds]) -> [PartNeeds] {
        let counted = parts.reduce(into: Set<Need>()) { $0.formUnion($1.needs) }
        var rest: [(Need, String)] = study.arms == nil ? [] : [(.arms, "arms")]
        rest += study.variables.map { (.variable($0.name.value), "variable '\($0.name.value)'") }
        rest += study.populations.map { (.population($0.name.value), "population '\($0.name.value)'") }
        return rest.filter { !counted.contains($0.0) }.map { PartNeeds(words: $0.1, needs: [$0.0]) }
    }

    /// Why the study as a whole needs rows.
    var reasons: [String] {
        var reasons: [String] = []
        for population in study.populations where population.propensity != nil {
            reasons.append(
                "population '\(population.name.value)' is made from each patient's propensity score")
        }
        if study.dataFiles.count > 1 { reasons.append("other data are read beside the patients") }
        if study.conventions.ties == .exact {
            reasons.append("exact ties are enumerated patient by patient")
        }
        return reasons
    }

    private func part(_ part: PlanPart, _ fill: (inout PartNeeds) -> Void) -> (
        part: PlanPart, needs: PartNeeds
    ) {
        var needs = PartNeeds(words: part.words)
        fill(&needs)
        return (part, needs)
    }

    // MARK: Figures and tables

    private func add(_ kind: FigurePlan.Kind, _ needs: inout PartNeeds) {
        switch kind {
        case .kaplanMeier(let plan):
            for panel in plan.panels {
                compare(
                    [panel.endpoint], by: panel.by ?? plan.by, in: panel.population ?? plan.population, &needs
                )
            }
        case .forest(let plan):
            compare([plan.endpoint], by: nil, in: plan.population, &needs)
            needs.needs.formUnion((plan.subgroups + plan.adjustFor).map(need))
            for model in plan.models {
                needs.needs.formUnion((model.adjustFor ?? []).map(need))
                take(model.population, &needs)
            }
        case .flow(let plan):
            needs.needs.formUnion(study.arms == nil ? [] : [.arms])
            for population in plan.populations { take(population, &needs) }
        case .incidence: needs.reasons.append("competing events are analysed patient by patient")
        case .balance, .overlap: needs.reasons.append("it shows propensity scores")
        case .predictedSurvival: needs.reasons.append("predicted curves are fitted patient by patient")
        case .residuals: needs.reasons.append("residuals belong to patients")
        case .adverseEvents: needs.reasons.append("adverse events are linked to patients")
        case .swimmer, .waterfall: needs.reasons.append("it shows each patient")
        }
    }

    private func add(_ kind: TablePlan.Kind, _ needs: inout PartNeeds) {
        switch kind {
        case .survival(let plan): compare(plan.endpoints, by: plan.by, in: plan.population, &needs)
        case .effect(let plan):
            for population in plan.populations {
                compare(plan.endpoints, by: plan.by, in: population, &needs)
            }
            if plan.populations.isEmpty { compare(plan.endpoints, by: plan.by, in: nil, &needs) }
            needs.needs.formUnion(plan.adjustFor.map(need))
            if plan.showsRobust {
                needs.reasons.append("a robust variance adds up each patient's influence")
            }
        case .cox(let plan): add(plan, &needs)
        case .baseline(let plan):
            if !plan.isUndivided { group(by: plan.by, &needs) }
            take(plan.population, &needs)
            for name in plan.rows {
                needs.needs.insert(need(name))
                if isNumber(name.value) {
                    needs.reasons.append("quantiles and ranks of '\(name.value)' need each patient's number")
                }
            }
        case .response(let plan):
            needs.needs.insert(need(plan.variable))
            needs.needs.formUnion(plan.strata.map(need))
            group(by: plan.by, &needs)
            take(plan.population, &needs)
        case .paired(let plan):
            needs.needs.formUnion(plan.pairs.flatMap { [need($0.before), need($0.after)] })
            if !plan.isUndivided { group(by: plan.by, &needs) }
            take(plan.population, &needs)
        case .logistic: needs.reasons.append("logistic models are fitted patient by patient")
        case .matchedBaseline: needs.reasons.append("it compares matched patients")
        case .incidence: needs.reasons.append("competing events are analysed patient by patient")
        case .adverseEvents: needs.reasons.append("adverse events are linked to patients")
        }
    }

    private func add(_ plan: CoxPlan, _ needs: inout PartNeeds) {
        needs.needs.formUnion(
            (plan.rows + plan.strata).map(need) + plan.endpoints.map { .endpoint($0.value) })
        take(plan.population, &needs)
        if plan.cluster != nil || plan.isRobust {
            needs.reasons.append("a robust variance adds up each patient's influence")
        }
        if plan.weights != nil { needs.reasons.append("patients have weights of their own") }
        if let offset = plan.offset { needs.needs.insert(need(offset)) }
        for endpoint in plan.endpoints { refuse(endpoint, &needs) }
    }

    // MARK: Their elements

    private func compare(
        _ endpoints: [Located<String>], by variable: Located<String>?, in population: Located<String>?,
        _ needs: inout PartNeeds
    ) {
        for name in endpoints {
            needs.needs.insert(.endpoint(name.value))
            refuse(name, &needs)
            let endpoint = study.endpoints.first { $0.name.value == name.value }
            needs.needs.formUnion((endpoint?.strata ?? []).map(need))
        }
        group(by: variable, &needs)
        take(population, &needs)
    }

    private func refuse(_ name: Located<String>, _ needs: inout PartNeeds) {
        guard let endpoint = study.endpoints.first(where: { $0.name.value == name.value }) else {
            return
        }
        let competes =
            switch endpoint.source {
            case .dates(_, _, let competing, _): !competing.isEmpty
            case .columns(_, _, _, let codes): codes.contains { $0.status == .competing }
            }
        if competes {
            needs.reasons.append(
                "'\(name.value)' has competing events, which are analysed patient by patient")
        }
        if case .dates = endpoint.source, endpoint.entry != nil {
            needs.reasons.append("'\(name.value)' has dates of late entry")
        }
    }

    private func group(by variable: Located<String>?, _ needs: inout PartNeeds) {
        if let variable {
            needs.needs.insert(need(variable))
        } else if study.arms != nil {
            needs.needs.insert(.arms)
        }
    }

    private func take(_ population: Located<String>?, _ needs: inout PartNeeds) {
        guard let name = population?.value, name != "all" else { return }
        needs.needs.insert(.population(name))
    }

    private func need(_ name: Located<String>) -> Need {
        let isArm =
            name.value == "arm" && study.arms != nil
            && !study.variables.contains { $0.name.value == "arm" }
        return isArm ? .arms : .variable(name.value)
    }

    /// Whether a variable is declared as a number. What the data alone can tell is found when they are read.
    private func isNumber(_ name: String) -> Bool {
        guard let variable = study.variables.first(where: { $0.name.value == name }) else {
            return false
        }
        if case .formula = variable.source { return variable.kind != .categorical }
        return variable.kind == .continuous
    }
}
