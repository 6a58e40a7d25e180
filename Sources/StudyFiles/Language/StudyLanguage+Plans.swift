import Results

extension StudyLanguage {
    /// The kinds of tables.
    static let tables = [baselineTable]
    /// The kinds of figures.
    static let figures = [kaplanMeierFigure]

    static let baselineTable = Section(
        "table", "A table of the patients' characteristics by group.",
        keys: planKeys(of: "table", kind: "baseline") + [
            Key(
                "rows", .list(of: .name(.variable), rule: .distinct), .required(example: "[age, sex]"),
                "The variables, in order."),
            Key("by", .name(.variable), .otherwise("the arms"), "The variable that makes the columns."),
            Key("population", .name(.population), .otherwise("everyone"), "The patients in the table."),
            Key("total", .truth, .defaults(to: "true"), "Whether a column of all patients comes first."),
            Key("p", .truth, .defaults(to: "true"), "Whether the groups are compared in a column of p-values."),
            Key(
                "continuous", .choice(BaselinePlan.ContinuousSummary.names), .defaults(to: "median"),
                "How continuous variables are summarised: median and quartiles, median and range, or mean and standard "
                    + "deviation."),
            Key(
                "missing", .choice(BaselineTable.MissingDisplay.names), .defaults(to: "row"),
                "How missing values are shown: as a row of their own, in a footnote, or not at all."),
            Key(
                "percent_of", .choice(BaselineTable.Denominator.names), .defaults(to: "known"),
                "What percentages are of: the patients whose value is known, or all."),
        ])

    static let kaplanMeierFigure = Section(
        "figure", "Survival curves with the numbers at risk under the axis.",
        keys: planKeys(of: "figure", kind: "kaplan-meier") + [
            Key(
                "panels", .list(of: .section(panel)), .required(example: "[{ endpoint: os }]"),
                "The panels, from left to right."),
            Key("by", .name(.variable), .otherwise("the arms"), "The variable whose levels are the curves."),
            Key("population", .name(.population), .otherwise("everyone"), "The patients in the figure."),
            Key(
                "breaks", .list(of: .number(.notNegative), rule: .ascending), .otherwise("chosen from the follow-up"),
                "The ticks of the time axis, in the endpoint's unit."),
            Key(
                "risk_table", .choice(KaplanMeierPlan.RiskTableKind.names), .defaults(to: "at-risk"),
                "The numbers under the axis: at risk, at risk with events in brackets, or at risk, censored and events."
            ),
            Key("intervals", .truth, .defaults(to: "true"), "Whether confidence bands are drawn."),
            Key("censoring", .truth, .defaults(to: "true"), "Whether censorings are marked on the curves."),
            Key("median_lines", .truth, .defaults(to: "false"), "Whether dashed lines drop from the medians."),
        ])

    static let panel = Section(
        "panel", "One set of axes of a figure.",
        keys: [
            Key("endpoint", .name(.endpoint), .required(example: "os"), "The endpoint that is drawn."),
            Key("by", .name(.variable), .otherwise("the figure's"), "The variable whose levels are the curves."),
            Key("population", .name(.population), .otherwise("the figure's"), "The patients in the panel."),
            Key("title", .text, .otherwise("the endpoint's label"), "The title above the panel."),
        ])

    static let manuscript = Section(
        "manuscript", "What is asked of the written documents.",
        keys: [
            Key(
                "template", .path, .defaults(to: "results.md"),
                "One of the program's own templates by name, or a file beside the study file."),
            Key("style", .choice(styles), .defaults(to: "plain"), "The journal whose house style is followed."),
            Key("numbers", .section(numbers), .otherwise("the style's"), numbers.summary),
        ])

    static let numbers = Section(
        "numbers", "Where the study departs from its style's way of writing numbers.",
        keys: [
            Key("p_value", .choice(pValueStyles), .otherwise("the style's"), "How p-values are written."),
            Key(
                "log_rank_p_value", .choice(pValueStyles), .otherwise("as 'p_value'"),
                "How p-values of log-rank tests are written."),
            Key("percent_decimals", .wholeNumber(0...6), .otherwise("the style's"), "Decimals of percentages."),
            Key(
                "trailing_zeros", .truth, .otherwise("the style's"),
                "Whether percentages and p-values keep zeros at their end."),
        ])

    /// The journal house styles by name; `Styling` defines each.
    public static let styles = [
        "plain", "frontiers", "lancet", "nejm", "jama", "nature", "elsevier", "springer", "plos",
    ]
    /// The ways of writing a p-value by name; `Styling` defines each.
    public static let pValueStyles = ["three-decimals", "two-significant", "nejm", "jama", "lancet"]

    /// The keys that every table or figure has.
    private static func planKeys(of noun: String, kind: String) -> [Key] {
        [
            Key("id", .identifier, .required(example: kind), "The \(noun)'s name, which is also its file name."),
            Key("kind", .choice([kind]), .required(example: kind), "What kind of \(noun) it is."),
            Key("caption", .text, .otherwise("its id in words"), "The caption, a sentence."),
        ]
    }
}
