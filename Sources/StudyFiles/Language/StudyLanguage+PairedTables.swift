import Results

extension StudyLanguage {
    static let pairedTable = table(
        .paired,
        "A table of categorical variables that were measured twice in the same patients, such as a symptom before and after "
            + "treatment.",
        keys: [
            Key(
                "pairs", .list(of: .section(pair)), .required(example: "[{ before: pain_0, after: pain_12 }]"),
                "The pairs of variables, in order."),
            Key(
                "measurements", .list(of: .text, rule: .two), .otherwise("Before and After"),
                "What the two measurements are called: '[Baseline, Week 12]'."),
            Key(
                "by", .orNone(.name(.variable)), .otherwise("the arms"),
                "The variable whose levels are the groups, each compared with itself; with 'none' all patients are one group."
            ),
            tablePopulation, total("false"),
            Key("p", .truth, .defaults(to: "true"), "Whether before and after are compared by p-values."),
            Key(
                "difference", .truth, .defaults(to: "true"),
                "Whether the differences of the percentages, after less before, are shown with Newcombe's interval."),
            Key(
                "test", .choice(PairedTable.TestRule.allCases.map(\.rawValue)), .defaults(to: "exact-or-corrected"),
                "How McNemar's test of two levels is done: exact where fewer pairs are discordant than 'exact_below' and else with "
                    + "continuity correction, always exact, always with correction, or always without. More than two levels are "
                    + "compared by McNemar–Bowker's test of symmetry."),
            Key(
                "exact_below", .wholeNumber(1...1_000_000), .defaults(to: "25"),
                "From how many discordant pairs on 'exact-or-corrected' is no longer exact."),
        ])

    static let pair = Section(
        "pair", "One measurement at two times.",
        keys: [
            Key("before", .name(.variable), .required(example: "pain_0"), "The variable that was measured first."),
            Key("after", .name(.variable), .required(example: "pain_12"), "The variable that was measured second."),
            Key("label", .text, .otherwise("the label of 'before'"), "How the pair is printed."),
            Key(
                "event", .list(of: .text, rule: .distinct, orSingle: true),
                .otherwise("the last of two levels; each of more"),
                "The levels that count as one, against all others."),
        ])
}
