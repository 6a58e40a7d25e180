import Results

extension StudyLanguage {
    static let kaplanMeierFigure = figure(
        .kaplanMeier, "Survival curves with the numbers at risk under the axis.",
        keys: curveKeys + [
            Key("median_lines", .truth, .defaults(to: "false"), "Whether dashed lines drop from the medians.")
        ])

    static let incidenceFigure = figure(
        .incidence, "Curves of cumulative incidence with the numbers at risk under the axis.", keys: curveKeys)

    private static let curveKeys = [
        Key(
            "panels", .list(of: .section(panel)), .required(example: "[{ endpoint: os }]"),
            "The panels, from left to right."),
        Key("by", .name(.variable), .otherwise("the arms"), "The variable whose levels are the curves."),
        figurePopulation,
        Key(
            "breaks", .list(of: .number(.notNegative), rule: .ascending), .otherwise("chosen from the follow-up"),
            "The ticks of the time axis, in the endpoint's unit."),
        Key(
            "risk_table", .choice(KaplanMeierPlan.RiskTableKind.names), .defaults(to: "at-risk"),
            "The numbers under the axis: at risk, at risk with events in brackets, or at risk, censored and events."
        ),
        Key("intervals", .truth, .defaults(to: "true"), "Whether confidence bands are drawn."),
        Key("censoring", .truth, .defaults(to: "true"), "Whether censorings are marked on the curves."),
    ]

    static let panel = Section(
        "panel", "One set of axes of a figure.",
        keys: [
            Key("endpoint", .name(.endpoint), .required(example: "os"), "The endpoint that is drawn."),
            Key("by", .name(.variable), .otherwise("the figure's"), "The variable whose levels are the curves."),
            Key("population", .name(.population), .otherwise("the figure's"), "The patients in the panel."),
            Key("title", .text, .otherwise("the endpoint's label"), "The title above the panel."),
        ])

    static let forestFigure = figure(
        .forest, "A forest plot of the treatment's effect in subgroups; it needs two arms.",
        keys: [
            Key("endpoint", .name(.endpoint), .required(example: "os"), "The endpoint."),
            Key(
                "subgroups", .list(of: .name(.variable), rule: .distinct), .required(example: "[age_group, sex]"),
                "The variables whose levels are the subgroups, in order."),
            figurePopulation,
            Key("overall", .truth, .defaults(to: "true"), "Whether the effect in all patients comes first."),
            Key("interaction", .truth, .defaults(to: "true"), "Whether tests of interaction are shown."),
            Key(
                "favours", .list(of: .text, rule: .two), .otherwise("the arms"),
                "Who is favoured by a ratio below 1 and above 1."),
            Key(
                "axis", .list(of: .number(.positive), rule: .twoAscending), .otherwise("chosen from the intervals"),
                "The limits of the axis of hazard ratios."),
            Key(
                "adjust_for", .list(of: .name(.variable), rule: .distinct), .otherwise("none"),
                "Covariates of each model beside the arms."),
        ])

    static let flowFigure = figure(
        .flow, "A flow chart of the patients, from those assessed to those analysed.",
        keys: [
            Key(
                "from", .name(.dataFile), .otherwise("the chart begins with the patients' file"),
                "The data file of the screening log, with a row for each patient assessed."),
            Key(
                "status", .name(.column), .otherwise("needed with 'from'"),
                "Its column that says what became of a patient."),
            Key(
                "included", .list(of: .text, rule: .distinct, orSingle: true), .otherwise("needed with 'from'"),
                "The texts of 'status' that mean that the patient was included."),
            Key(
                "reason", .name(.column), .otherwise("no reasons are given"),
                "Its column that says why a patient was not included."),
            Key("assessed", .text, .defaults(to: "Assessed for eligibility"), "The label of the first box."),
            Key(
                "analysed", .text, .defaults(to: "Included in the analysis"),
                "The label of the box after the exclusions."),
            Key(
                "populations", .list(of: .name(.population), rule: .distinct, orSingle: true), .otherwise("none"),
                "The populations whose patients stand under each arm, in order."),
        ])

    static let balanceFigure = figure(
        .balance, "Standardised differences of the covariates before and after matching or weighting.",
        keys: [
            scoredPopulation,
            Key(
                "thresholds", .list(of: .number(.positive), rule: .ascending, orSingle: true), .defaults(to: "0.1"),
                "Where reference lines stand."),
        ])

    static let overlapFigure = figure(
        .overlap, "The distributions of the propensity score by arm, before and after matching or weighting.",
        keys: [scoredPopulation])

    static let residualFigure = figure(
        .residuals, "Schoenfeld residuals of a Cox model over time, with the test of proportional hazards.",
        keys: [
            Key("endpoint", .name(.endpoint), .required(example: "os"), "The endpoint."),
            Key(
                "covariates", .list(of: .name(.variable), rule: .distinct), .required(example: "[arm, age]"),
                "The covariates of the model; 'arm' stands for the arms."),
            figurePopulation,
            Key(
                "transform", .choice(ResidualFigurePlan.TimeTransformName.names), .defaults(to: "km"),
                "The function of time of the test: the Kaplan–Meier curve, the time itself, its rank or its logarithm."),
        ])
}
