internal import StudyFiles

extension Study {
    /// The rows of tables of characteristics, in which `arm` is a variable like any other.
    var baselineRows: [Located<String>] {
        tables.flatMap { table -> [Located<String>] in
            switch table.kind {
            case .baseline(let plan): plan.rows
            case .matchedBaseline(let plan): plan.rows
            case .response, .adverseEvents, .paired, .survival, .incidence, .cox, .logistic, .effect: []
            }
        }
    }

    /// The other variables that the study names, in order of use; `arm` among them stands for the arms.
    var otherVariables: [Located<String>] {
        tables.flatMap(\.kind.variables) + figures.flatMap(\.kind.variables)
            + populations.flatMap { $0.propensity?.variables ?? [] } + endpoints.flatMap(\.strata)
    }
}

extension TablePlan.Kind {
    /// The variables that a table names besides the rows of characteristics.
    fileprivate var variables: [Located<String>] {
        switch self {
        case .baseline(let plan): [plan.by].compactMap { $0 }
        case .matchedBaseline: []
        case .response(let plan): [plan.variable] + [plan.by].compactMap { $0 } + plan.strata
        case .adverseEvents(let plan): [plan.by].compactMap { $0 }
        case .survival(let plan), .incidence(let plan): [plan.by].compactMap { $0 }
        case .cox(let plan):
            plan.rows + plan.strata + [plan.cluster, plan.weights, plan.offset].compactMap(\.self)
        case .paired(let plan): plan.pairs.flatMap { [$0.before, $0.after] } + [plan.by].compactMap { $0 }
        case .logistic(let plan): [plan.outcome] + plan.rows
        case .effect(let plan): [plan.by].compactMap { $0 } + plan.adjustFor
        }
    }
}

extension FigurePlan.Kind {
    /// The variables that a figure names.
    fileprivate var variables: [Located<String>] {
        switch self {
        case .kaplanMeier(let plan), .incidence(let plan): ([plan.by] + plan.panels.map(\.by)).compactMap { $0 }
        case .forest(let plan): plan.subgroups + plan.adjustFor
        case .predictedSurvival(let plan): plan.covariates + plan.strata
        case .residuals(let plan): plan.covariates
        case .adverseEvents(let plan): [plan.events.by].compactMap { $0 }
        case .swimmer(let plan): [plan.response, plan.by].compactMap { $0 }
        case .waterfall(let plan): [plan.variable] + [plan.response, plan.by].compactMap { $0 }
        case .flow, .balance, .overlap: []
        }
    }
}

extension PropensityPlan {
    /// The variables that a score and its use name.
    fileprivate var variables: [Located<String>] {
        switch use {
        case .matching(let matching): covariates + matching.exact
        case .weighting: covariates
        }
    }
}
