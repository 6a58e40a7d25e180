import Results
import StudyFiles

extension StudyFixture {
    /// Adds a table whose name no message of the test shows.
    mutating func table(_ kind: TablePlan.Kind) {
        study.tables.append(TablePlan(name: Self.at("t"), caption: "T.", kind: kind))
    }

    /// Adds a figure whose name no message of the test shows.
    mutating func figure(_ kind: FigurePlan.Kind, name: Located<String>? = nil) {
        study.figures.append(FigurePlan(name: name ?? Self.at("f"), caption: "F.", kind: kind))
    }
}

extension AdverseEventPlan {
    /// A table of all adverse events of a file.
    static func events(
        of source: String, term: Located<String>, grade: Located<String>, terms: [Located<String>] = [],
        by: Located<String>? = nil
    ) -> AdverseEventPlan {
        AdverseEventPlan(
            source: StudyFixture.at(source), term: term, grade: grade,
            severities: [.init(label: "Any grade", lowest: 1, highest: nil)], all: nil, terms: terms,
            minimumPercent: 0, by: by, population: nil, showsTotal: true, showsPValue: false)
    }
}

extension FlowPlan {
    /// A flow chart of a screening log.
    static func screening(
        _ source: String, status: Located<String>, included: [Located<String>], reason: Located<String>
    ) -> FlowPlan {
        FlowPlan(
            source: StudyFixture.at(source), status: status, included: included, reason: reason,
            assessedLabel: "Assessed", includedLabel: "Included", populations: [])
    }
}

extension ResponsePlan {
    /// A table of responses with one rate.
    static func responses(_ variable: Located<String>, orr members: [Located<String>]) -> ResponsePlan {
        ResponsePlan(
            variable: variable, rates: [.init(name: StudyFixture.at("ORR"), members: members)], by: nil,
            population: nil, showsTotal: true, showsPValue: false, showsIntervals: false, showsDifferences: false)
    }
}

extension ForestPlan {
    /// A forest plot with the documented defaults.
    static func subgroups(_ subgroups: [Located<String>], adjustFor: [Located<String>] = []) -> ForestPlan {
        ForestPlan(
            endpoint: StudyFixture.at("os"), subgroups: subgroups, population: nil, showsOverall: true,
            showsInteraction: true, favours: [], axis: [], adjustFor: adjustFor)
    }
}

extension PropensityPlan {
    /// Matching with the documented defaults.
    static func matching(on covariates: [Located<String>], exact: [Located<String>] = []) -> PropensityPlan {
        PropensityPlan(
            covariates: covariates, usesFirth: false,
            use: .matching(
                .init(
                    method: .nearest, ratio: 1, caliper: nil, scale: .logit, order: .largest, exact: exact,
                    withReplacement: false, sensitivityOrders: 0, seed: 1)))
    }

    /// Weighting with the documented defaults.
    static func weighting(on covariates: [Located<String>]) -> PropensityPlan {
        PropensityPlan(covariates: covariates, usesFirth: false, use: .weighting(.all))
    }
}
