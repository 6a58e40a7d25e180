import Results

extension StudyLanguage {
    static let adverseEventFigure = figure(
        .adverseEvents,
        "Adverse events of two groups as bars that mirror each other; each patient counts once a term, at the worst "
            + "grade.",
        keys: [
            Key(
                "from", .name(.dataFile), .required(example: "adverse_events"),
                "The data file of the events, which is linked to the patients."),
            Key("term", .name(.column), .required(example: "term"), "Its column that names the event."),
            Key(
                "grade", .name(.column), .required(example: "grade"),
                "Its column that holds the grade, a whole number."
            ),
            Key(
                "severities", .list(of: .section(severity), rule: .two),
                .otherwise(defaultSeverities.map(\.label).joined(separator: "; ")),
                "Two ranges of grades: the bars, and the part of them that is drawn dark."),
            Key(
                "terms", .list(of: .text, rule: .distinct), .otherwise("all"), "The terms that are drawn."),
            Key(
                "minimum_percent", .number(.percentage), .defaults(to: "0"),
                "The percentage of a group's patients that a term must reach in one of the groups."),
            Key(
                "order", .choice(AdverseEventFigurePlan.Order.names), .defaults(to: "frequency"),
                "Whether the most frequent term comes first, those of equal frequency by the alphabet, or the order is "
                    + "that of 'terms'."),
            figureGrouping("The variable whose two levels are compared."), figurePopulation,
        ])

    static let swimmerFigure = figure(
        .swimmer,
        "The course of each patient as a bar from time zero, without names and in an order that depends on the courses "
            + "alone; an arrow where the patient was still observed at the end.",
        keys: [
            Key(
                "endpoint", .name(.endpoint), .required(example: "os"),
                "The endpoint whose time is the length of a bar; its event is marked at the end."),
            Key(
                "events", .list(of: .name(.endpoint), rule: .distinct, orSingle: true), .otherwise("none"),
                "Endpoints whose events are marked on the bars, such as progression."),
            responseOfPatients, figureGrouping("The variable whose levels are the groups of bars."),
            figurePopulation,
        ])

    static let waterfallFigure = figure(
        .waterfall,
        "The best change of each patient's tumour from baseline as a bar, without names, the greatest increase first.",
        keys: [
            Key(
                "variable", .name(.variable), .required(example: "best_change"),
                "The variable of the change, in per cent of the baseline."),
            responseOfPatients,
            Key(
                "thresholds", .list(of: .number(.any), rule: .twoAscending), .otherwise("-30 and 20"),
                "Where lines stand: the greatest change that counts as response and the least that counts as progression."
            ),
            figureGrouping("The variable whose levels are the groups of bars."), figurePopulation,
        ])

    private static let responseOfPatients = Key(
        "response", .name(.variable), .otherwise("none is shown"),
        "The variable of the patients' best response.")

    private static func figureGrouping(_ summary: String) -> Key {
        Key("by", .name(.variable), .otherwise("the arms"), summary)
    }
}
