import Results

extension StudyLanguage {
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
            Key(
                "models", .list(of: .section(forestModel)), .otherwise("one model"),
                "Several models, such as crude, adjusted and matched, each with a row of its own for every effect."),
            Key(
                "columns", .list(of: .choice(ForestPlot.TextColumn.names), rule: .distinct, orSingle: true),
                .defaults(to: "events"),
                "The columns of text before the plot: patients, events and patients by arm, median survival by arm; and p values after it."
            ),
        ])

    static let forestModel = Section(
        "model", "One of several models of a forest plot.",
        keys: [
            Key("label", .text, .required(example: "Adjusted"), "How the model is printed."),
            Key(
                "adjust_for", .list(of: .name(.variable), rule: .distinct), .otherwise("the figure's"),
                "Its covariates beside the arms."),
            Key("population", .name(.population), .otherwise("the figure's"), "Its patients."),
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
            Key(
                "reasons", .list(of: .text, rule: .distinct), .otherwise("those that occur, the most frequent first"),
                "The reasons of the screening log in the order of the list, also those that nobody has; others that occur come last."
            ),
            Key(
                "pool_below", .wholeNumber(0...1_000_000), .defaults(to: "0"),
                "Reasons of fewer patients than this are listed together as other reasons."),
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
