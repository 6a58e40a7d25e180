extension StudyLanguage {
    static let population = Section(
        "population", "A named part of the cohort: by a condition, by a propensity score, or by both.",
        keys: [
            Key("label", .text, .otherwise("its name in words"), "How it is printed."),
            Key(
                "where", .condition, .alternative(example: "age >= 65"),
                "Who is in it; with 'match' or 'weigh', who may be."),
            Key("match", .section(match), .alternative(example: "{ on: [age, sex] }"), match.summary),
            Key("weigh", .section(weigh), .alternative(example: "{ on: [age, sex] }"), weigh.summary),
        ],
        alternatives: [["where"], ["match"], ["weigh"]],
        conflicts: [
            Conflict(["match"], with: ["weigh"], because: "a population is matched or weighted")
        ])

    static let match = Section(
        "match",
        "Matching of the two arms by the propensity score, the probability of the arm that is not the reference.",
        keys: [
            scoreCovariates,
            Key(
                "method", .choice(PropensityPlan.Method.names), .defaults(to: "nearest"),
                "How partners are found: 'nearest' greedily one patient after the other, 'optimal' so that the sum of "
                    + "all distances is smallest."),
            Key(
                "ratio", .wholeNumber(1...20), .defaults(to: "1"),
                "How many partners from the reference arm each patient of the other arm gets."),
            Key(
                "caliper", .orNone(.number(.positive)), .defaults(to: "0.2"),
                "The largest distance within a pair, in standard deviations of the score on its 'scale'."),
            Key(
                "scale", .choice(PropensityPlan.Scale.names), .defaults(to: "logit"),
                "The scale on which scores are compared."),
            Key(
                "order", .choice(PropensityPlan.Order.names), .defaults(to: "largest"),
                "Who of the arm that is not the reference looks first: by score, or in the order of the patients' keys."
            ),
            Key(
                "exact", .list(of: .name(.variable), rule: .distinct), .otherwise("none"),
                "The variables whose levels must be equal within a pair."),
            Key("replace", .truth, .defaults(to: "false"), "Whether a partner may be taken more than once."),
            firth,
            Key(
                "sensitivity", .wholeNumber(0...100_000), .defaults(to: "1000"),
                "How many random orders of patients with equal scores are tried, to show what hangs on their order; 0 is "
                    + "none."),
            Key("seed", .wholeNumber(0...Int(Int32.max)), .defaults(to: "1"), "The seed of those orders."),
        ])

    static let weigh = Section(
        "weigh", "Weighting by the propensity score, the probability of the arm that is not the reference.",
        keys: [
            scoreCovariates,
            Key(
                "for", .choice(PropensityPlan.Target.names), .defaults(to: "all"),
                "Whose average effect the weights estimate: that of all patients, of the arm that is not the reference, "
                    + "or of those who could be in either."),
            firth,
        ])

    private static let scoreCovariates = Key(
        "on", .list(of: .name(.variable), rule: .distinct), .required(example: "[age, sex]"),
        "The covariates of the score, in order.")

    private static let firth = Key(
        "firth", .truth, .defaults(to: "false"), "Whether the score's model is fitted by Firth's penalised likelihood.")
}
