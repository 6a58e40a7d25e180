import Results

extension StudyLanguage {
    static let baselineTable = table(
        .baseline, "A table of the patients' characteristics by group.",
        keys: [
            Key(
                "rows", .list(of: .name(.variable), rule: .distinct), .required(example: "[age, sex]"),
                "The variables, in order."),
            Key(
                "by", .orNone(.name(.variable)), .otherwise("the arms"),
                "The variable that makes the columns; with 'none' there is only the column of all patients."),
            tablePopulation, total("true"),
            Key("p", .truth, .defaults(to: "true"), "Whether the groups are compared in a column of p-values."),
            Key(
                "difference", .truth, .defaults(to: "false"),
                "Whether two groups are compared in a column of standardised differences."),
            Key(
                "tests", .entries(keys: .name, values: .choice(BaselinePlan.VariableTest.Method.names)),
                .otherwise("the rules of 'conventions'"),
                "Tests of single variables instead of the rules', by variable."),
            Key(
                "random_tables", .wholeNumber(100...10_000_000), .defaults(to: "10000"),
                "How many random tables the test 'fisher-monte-carlo' draws."),
            Key(
                "seed", .wholeNumber(0...2_147_483_647), .defaults(to: "1"), "The seed of those tables."),
            continuous,
            Key(
                "missing", .choice(BaselineTable.MissingDisplay.names), .defaults(to: "row"),
                "How missing values are shown: as a row of their own, in a footnote, or not at all."),
            Key(
                "percent_of", .choice(BaselineTable.Denominator.names), .defaults(to: "known"),
                "What percentages are of: the patients whose value is known, all patients, or all responses where a "
                    + "patient may have several."),
        ])

    static let matchedBaselineTable = table(
        .matchedBaseline,
        "A table of the patients' characteristics before and after matching or weighting, with standardised differences.",
        keys: [
            scoredPopulation,
            Key(
                "rows", .list(of: .name(.variable), rule: .distinct), .otherwise("the covariates of the score"),
                "The variables, in order."),
            Key("p", .truth, .defaults(to: "true"), "Whether the arms are compared in columns of p-values too."),
            continuous,
        ])

    static let responseTable = table(
        .response, "A table of best responses by group.",
        keys: [
            Key(
                "variable", .name(.variable), .required(example: "best_response"),
                "The variable that holds each patient's response."),
            Key(
                "rates", .entries(keys: .name, values: .list(of: .text, rule: .distinct, orSingle: true)),
                .otherwise("none"), "Rates under the responses: each rate's name with the levels that it counts."),
            groupColumns, tablePopulation, total("false"), pValues,
            Key("intervals", .truth, .defaults(to: "false"), "Whether confidence intervals of the rates are shown."),
            Key(
                "difference", .truth, .defaults(to: "false"),
                "Whether differences of the rates from the reference group's are shown."),
            Key(
                "ratio", .choice(["none"] + ResponseTable.Ratio.names), .defaults(to: "none"),
                "Whether ratios of each group to the reference group are shown: of the odds, or of the risks."),
            Key(
                "strata", .list(of: .name(.variable), rule: .distinct), .otherwise("none"),
                "The variables within whose levels the groups are compared (Cochran–Mantel–Haenszel); the odds ratio is "
                    + "then the one common to all levels."),
        ])

    static let adverseEventTable = table(
        .adverseEvents, "A table of adverse events by group; each patient counts once a term, at the worst grade.",
        keys: [
            Key(
                "from", .name(.dataFile), .required(example: "adverse_events"),
                "The data file of the events, which is linked to the patients."),
            Key("term", .name(.column), .required(example: "term"), "Its column that names the event."),
            Key(
                "grade", .name(.column), .required(example: "grade"), "Its column that holds the grade, a whole number."
            ),
            Key(
                "severities", .list(of: .section(severity)),
                .otherwise(defaultSeverities.map(\.label).joined(separator: "; ")),
                "The ranges of grades that are counted, in order."),
            Key(
                "all", .orNone(.text), .defaults(to: "All adverse events"),
                "The label of the row of all events together; with 'none' there is no such row."),
            Key(
                "terms", .list(of: .text, rule: .distinct),
                .otherwise("all; the most frequent first, those of equal frequency by the alphabet"),
                "The terms in the table, in order."),
            Key(
                "minimum_percent", .number(.percentage), .defaults(to: "0"),
                "The percentage of a group's patients that a term must reach in one of the groups."),
            groupColumns, tablePopulation, total("false"), pValues,
        ])

    static let severity = Section(
        "grade range", "Grades that are counted together.",
        keys: [
            Key("label", .text, .required(example: "Grade 3–4"), "How it is printed."),
            Key("from", .wholeNumber(0...9), .required(example: "3"), "The lowest grade in it."),
            Key("to", .wholeNumber(0...9), .otherwise("no limit"), "The highest grade in it."),
        ])

    /// The grades that are counted where the study names none.
    static let defaultSeverities = [
        AdverseEventTable.Severity(label: "Any grade", lowest: 1, highest: nil),
        AdverseEventTable.Severity(label: "Grade ≥3", lowest: 3, highest: nil),
    ]

    private static let continuous = Key(
        "continuous", .choice(BaselinePlan.ContinuousSummary.names), .defaults(to: "median"),
        "How continuous variables are summarised: median and quartiles, median and range, or mean and standard "
            + "deviation.")
}
