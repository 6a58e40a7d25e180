extension StudyLanguage {
    static let manuscript = Section(
        "manuscript", "What is asked of the written documents.",
        keys: [
            Key(
                "template", .path, .defaults(to: "results.md"),
                "One of the program's own templates by name, or a file beside the study file."),
            Key(
                "published", .path, .otherwise("none"),
                "A file of published values that the results are compared with, beside the study file."),
            Key("style", .choice(styles), .defaults(to: "plain"), "The journal whose house style is followed."),
            Key(
                "typed_numbers", .list(of: .text, rule: .distinct), .otherwise("none"),
                "Texts with numbers that the template may type without a warning, such as 'grade 3–4'."),
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

    /// The languages of the program's words, as BCP 47 tags; `Styling` has the words of each.
    public static let languages = ["en", "zh"]
    /// The journal house styles by name; `Styling` defines each.
    public static let styles = [
        "plain", "frontiers", "lancet", "nejm", "jama", "nature", "elsevier", "springer", "plos",
    ]
    /// The ways of writing a p-value by name; `Styling` defines each.
    public static let pValueStyles = ["three-decimals", "two-significant", "nejm", "jama", "lancet"]
}
