import Results

extension StudyLanguage {
    static let kaplanMeierFigure = figure(
        .kaplanMeier, "Survival curves with the numbers at risk under the axis.",
        keys: curveKeys(panel: panel) + [
            Key(
                "curve", .choice(KaplanMeierPanel.Curve.names), .defaults(to: "survival"),
                "What is drawn over time: survival, 1 less survival, the Nelson–Aalen cumulative hazard, or the survival of each other group less that of the reference group."
            ),
            Key("median_lines", .truth, .defaults(to: "false"), "Whether dashed lines drop from the medians."),
            Key(
                "landmarks", .truth, .defaults(to: "false"),
                "Whether upright lines stand at the endpoint's times 'at', with the groups' percentages."),
            Key(
                "range", .list(of: .number(.percentage), rule: .twoAscending), .otherwise("0 to 100"),
                "The limits of the axis of percentages; the axis is broken visibly where it does not begin at 0."),
        ])

    static let incidenceFigure = figure(
        .incidence, "Curves of cumulative incidence with the numbers at risk under the axis.",
        keys: curveKeys(panel: incidencePanel))

    private static func curveKeys(panel: Section) -> [Key] {
        [
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
            Key(
                "censoring", .truth, .defaults(to: "true"),
                "Whether censorings are marked on the curves: none nearer to another than 2 points, and none at all where that leaves out more than three quarters of a curve's."
            ),
            Key(
                "names", .choice(KaplanMeierPlan.NamePlace.names), .defaults(to: "key"),
                "Where the groups' names stand: in a key, or at the ends of the curves where they fit."),
            Key("inset", .section(inset), .otherwise("none"), inset.summary),
        ]
    }

    static let inset = Section(
        "inset", "A part of the curves of probabilities that is magnified, in a frame with axes of its own.",
        keys: [
            Key(
                "range", .list(of: .number(.percentage), rule: .twoAscending), .required(example: "[80, 100]"),
                "The limits of its axis of percentages; the axis is broken visibly where it does not begin at 0."),
            Key(
                "times", .list(of: .number(.notNegative), rule: .twoAscending), .otherwise("the whole axis"),
                "The limits of its time axis, in the endpoint's unit."),
        ])

    static let panel = Section(
        "panel", "One set of axes of a figure.",
        keys: panelKeys + [
            Key(
                "curve", .choice(KaplanMeierPanel.Curve.names), .otherwise("the figure's"),
                "What is drawn over time.")
        ])

    static let incidencePanel = Section("panel", "One set of axes of a figure.", keys: panelKeys)

    private static let panelKeys = [
        Key("endpoint", .name(.endpoint), .required(example: "os"), "The endpoint that is drawn."),
        Key("by", .name(.variable), .otherwise("the figure's"), "The variable whose levels are the curves."),
        Key("population", .name(.population), .otherwise("the figure's"), "The patients in the panel."),
        Key("title", .text, .otherwise("the endpoint's label"), "The title above the panel."),
    ]
}
