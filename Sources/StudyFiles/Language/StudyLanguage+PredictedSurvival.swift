import Results

extension StudyLanguage {
    static let predictedSurvivalFigure = figure(
        .predictedSurvival,
        "Survival curves that a Cox model predicts for some values of its covariates: R's 'survfit(coxph(...), newdata)'.",
        keys: [
            Key("endpoint", .name(.endpoint), .required(example: "os"), "The endpoint."),
            Key(
                "covariates", .list(of: .name(.variable), rule: .distinct), .required(example: "[arm, age]"),
                "The covariates of the model; 'arm' stands for the arms."),
            Key(
                "strata", .list(of: .name(.variable), rule: .distinct), .otherwise("none"),
                "The variables whose levels have baseline hazards of their own, and curves of their own."),
            Key(
                "interactions", .list(of: .list(of: .name(.variable), rule: .two)), .otherwise("none"),
                "Pairs of covariates whose product is in the model."),
            Key(
                "at", .list(of: .entries(keys: .name, values: .text)),
                .otherwise("each level of the first covariate that has levels"),
                "The curves, in order: of each the values of covariates and strata, and 'label', which says how it is printed: "
                    + "'{ label: Older men, arm: IO, age: 70 }'. A number that is not named is at its mean in the model, a "
                    + "factor at its reference level; a stratum that is not named gives a curve for each of its levels."
            ),
            figurePopulation,
            Key(
                "breaks", .list(of: .number(.notNegative), rule: .ascending), .otherwise("chosen from the follow-up"),
                "The ticks of the time axis, in the endpoint's unit."),
            Key("intervals", .truth, .defaults(to: "true"), "Whether confidence bands are drawn."),
            Key("median_lines", .truth, .defaults(to: "false"), "Whether dashed lines drop from the medians."),
            Key(
                "landmarks", .truth, .defaults(to: "false"),
                "Whether upright lines stand at the endpoint's times 'at', with the curves' percentages."),
            Key(
                "range", .list(of: .number(.percentage), rule: .twoAscending), .otherwise("0 to 100"),
                "The limits of the axis of percentages; the axis is broken visibly where it does not begin at 0."),
            Key(
                "names", .choice(KaplanMeierPlan.NamePlace.names), .defaults(to: "key"),
                "Where the curves' names stand: in a key, or at the ends of the curves where they fit."),
        ])
}
