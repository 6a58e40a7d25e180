import Results

extension StudyLanguage {
    static let survivalTable = table(
        .survival, "A table of survival by group: medians, rates at the endpoints' 'at' and comparisons.",
        keys: [tableEndpoints, groupRows, tablePopulation, pValues, rateDifferences])

    static let incidenceTable = table(
        .incidence, "A table of cumulative incidences by group at the endpoints' 'at', with competing events.",
        keys: [tableEndpoints, groupRows, tablePopulation, pValues, rateDifferences])

    static let coxTable = table(
        .cox, "A table of uni- and multivariable Cox models.",
        keys: [tableEndpoints] + modelKeys(tests: CoxTable.PValueMethod.allCases) + [
            Key(
                "strata", .list(of: .name(.variable), rule: .distinct), .otherwise("none"),
                "The variables whose levels have baseline hazards of their own."),
            Key(
                "interactions", .list(of: .list(of: .name(.variable), rule: .two)), .otherwise("none"),
                "Pairs of rows whose product is in the multivariable model where both are."),
            Key(
                "cluster", .name(.variable), .otherwise("independent patients"),
                "The variable whose equal values are patients who depend on each other, such as a centre: the variance "
                    + "is robust then."),
            Key(
                "weights", .name(.variable), .otherwise("all count the same"),
                "The variable that holds each patient's weight, above 0: the variance is robust then."),
            Key(
                "offset", .name(.variable), .otherwise("none"),
                "A variable in every model whose coefficient is 1: the logarithm of a known hazard ratio."),
            Key("robust", .truth, .defaults(to: "false"), "Whether the variance is robust in any case."),
            tablePopulation,
            Key(
                "firth", .truth, .defaults(to: "true"),
                "Whether Firth's penalised likelihood answers where the likelihood has no maximum."),
        ])

    static let logisticTable = table(
        .logistic, "A table of uni- and multivariable logistic models of an outcome, such as response.",
        keys: [
            Key(
                "outcome", .name(.variable), .required(example: "best_response"),
                "The variable that holds each patient's outcome."),
            Key(
                "event", .list(of: .text, rule: .distinct, orSingle: true), .required(example: "[CR, PR]"),
                "The levels of the outcome whose odds are modelled; every other level counts against them."),
            Key("label", .text, .otherwise("the levels"), "How the outcome is printed: 'Objective response'."),
        ] + modelKeys(tests: [.likelihoodRatio, .wald]) + [
            tablePopulation,
            Key(
                "firth", .truth, .defaults(to: "true"),
                "Whether Firth's penalised likelihood answers where the outcomes are separated."),
        ])

    /// The keys of uni- and multivariable models, whose p-values are of one of these tests.
    private static func modelKeys(tests: [CoxTable.PValueMethod]) -> [Key] {
        [
            Key(
                "rows", .list(of: .name(.variable), rule: .distinct), .required(example: "[age, sex]"),
                "The covariates, in order; 'arm' stands for the arms."),
            Key("univariable", .truth, .defaults(to: "true"), "Whether each covariate has a model of its own."),
            Key("multivariable", .section(multivariable), .otherwise("none"), multivariable.summary),
            Key(
                "univariable_p", .choice(tests.map(\.rawValue)), .defaults(to: "likelihood-ratio"),
                "The test of the univariable models, which 'p_below' uses too; with a robust variance Wald's in any case."
            ),
            Key(
                "multivariable_p", .choice(tests.map(\.rawValue)), .defaults(to: "wald"),
                "The test of the multivariable model; with a robust variance Wald's in any case."),
        ]
    }

    static let multivariable = Section(
        "multivariable", "The model of several covariates together, and how they are chosen.",
        keys: [
            Key(
                "p_below", .number(.betweenZeroAndOne), .alternative(example: "0.05"),
                "The covariates whose univariable p-value is below this limit."),
            Key(
                "variables", .list(of: .name(.variable), rule: .distinct), .alternative(example: "[age, sex]"),
                "These of the rows."),
            Key("all", .truth, .alternative(example: "true"), "All rows."),
        ],
        alternatives: [["p_below"], ["variables"], ["all"]],
        conflicts: [
            Conflict(["p_below"], with: ["variables", "all"], because: "there is one rule"),
            Conflict(["variables"], with: ["all"], because: "there is one rule"),
        ])

    static let effectTable = table(
        .effect, "A table of the treatment's effect in several populations.",
        keys: [
            tableEndpoints,
            Key(
                "populations", .list(of: .name(.population), rule: .distinct, orSingle: true), .defaults(to: "all"),
                "The populations, in order; 'all' is everyone."),
            groupRows,
            Key(
                "adjust_for", .list(of: .name(.variable), rule: .distinct), .otherwise("no adjusted model"),
                "The covariates of an adjusted model beside the groups."),
            Key(
                "p_value", .choice(CoxTable.PValueMethod.names), .defaults(to: "wald"),
                "The test of the hazard ratios."),
            Key(
                "robust", .truth, .defaults(to: "false"),
                "Whether the robust variance is shown where patients are paired or weighted."),
        ])

    private static let rateDifferences = Key(
        "difference", .truth, .defaults(to: "false"),
        "Whether differences of the rates from the reference group's are shown.")
}
