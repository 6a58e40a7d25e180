import Results

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
            Key(
                "style", .choiceOrFile(styles), .defaults(to: "plain"),
                "The journal whose house style is followed, or a preset file of your own."),
            Key(
                "formats", .list(of: .choice(DocumentFormat.names), rule: .distinct, orSingle: true),
                .otherwise(DocumentFormat.usual.map(\.rawValue).joined(separator: ", ")),
                "The formats that the manuscript and its tables are written in; 'csv' and 'xlsx' hold the tables alone."
            ),
            Key(
                "reference_doc", .path, .otherwise("the program's own styles"),
                "A Word document beside the study file whose styles, page and margins the Word files take."),
            Key(
                "line_numbers", .truth, .defaults(to: "false"), "Whether the lines of the Word manuscript are numbered."
            ),
            Key(
                "typed_numbers", .list(of: .text, rule: .distinct), .otherwise("none"),
                "Texts with numbers that the template may type without a warning, such as 'grade 3–4'."),
            Key("numbers", .section(numbers), .otherwise("the style's"), numbers.summary),
            Key("figures", .section(figureLook), .otherwise("the style's"), figureLook.summary),
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
            Key("p_letter", .choice(["p", "P"]), .otherwise("the style's"), "The letter of a p-value."),
            Key("decimal_mark", .text, .otherwise("the style's"), "What stands before the decimals, such as `·`."),
            Key(
                "thousands", .text, .otherwise("the style's"),
                "What stands between groups of three digits, from 10,000 on."),
            Key(
                "range", .text, .otherwise("the style's"), "What stands between two limits, such as `–` or `\" to \"`."),
            Key("time_decimals", .wholeNumber(0...6), .otherwise("the style's"), "Decimals of times such as medians."),
        ])

    /// The languages of the program's words, as BCP 47 tags; `Styling` has the words of each.
    public static let languages = ["en", "zh"]
    static let figureLook = Section(
        "figure style", "Where the study departs from its style's sizes, fonts and files of figures.",
        keys: [
            Key(
                "formats", .list(of: .choice(FigureFormat.names), rule: .distinct, orSingle: true),
                .otherwise("the style's"), "The forms of file that are written."),
            Key(
                "names", .choice(FigureNaming.names), .otherwise("the style's"),
                "Whether files are called by the figures' names, `survival.pdf`, or numbers, `Fig1.pdf`."),
            Key(
                "column_width", .number(.millimetres), .otherwise("the style's"),
                "The width of a figure in one column, in millimetres."),
            Key(
                "full_width", .number(.millimetres), .otherwise("the style's"),
                "The width of a figure over the whole page, in millimetres."),
            Key(
                "maximum_height", .number(.millimetres), .otherwise("the style's"),
                "The greatest height of a figure, in millimetres."),
            Key(
                "font", .text, .otherwise("the style's"),
                "The font family; `Arial`, `Helvetica` and `Times New Roman` are drawn in the Liberation fonts, which have "
                    + "their widths."),
            Key("text_size", .number(.points), .otherwise("the style's"), "The size of ordinary text, in points."),
            Key("smallest_text", .number(.points), .otherwise("the style's"), "No text is smaller, in points."),
            Key(
                "panel_letter_size", .number(.points), .otherwise("the style's"),
                "The size of panel letters, in points."),
            Key(
                "panel_letters", .choice(["capitals", "small"]), .otherwise("the style's"),
                "Whether panels are lettered A, B, C or a, b, c."),
            Key("curve_width", .number(.strokes), .otherwise("the style's"), "The width of curves, in points."),
            Key("line_width", .number(.strokes), .otherwise("the style's"), "The width of axes and frames, in points."),
            Key(
                "dpi", .wholeNumber(72...2400), .otherwise("the style's"),
                "Pixels to the inch of PNG and TIFF pictures."),
            Key("palette", .choice(palettes), .otherwise("the style's"), "The colours of the groups."),
        ])

    /// A file beside the study file that describes a journal for which the program has no preset.
    static let preset = Section(
        "preset file", "A file of your own that 'style' names, for a journal that the program has no preset for.",
        keys: [
            Key("based_on", .choice(styles), .defaults(to: "plain"), "The preset that it departs from."),
            Key("source", .text, .otherwise("none"), "The address of the journal's page."),
            Key("date", .date, .otherwise("none"), "The day on which that page was read."),
            Key("numbers", .section(numbers), .otherwise("those of 'based_on'"), "As in `manuscript.numbers`."),
            Key("figures", .section(figureLook), .otherwise("those of 'based_on'"), "As in `manuscript.figures`."),
        ])

    /// The palettes by name; `Figures` defines each.
    public static let palettes = ["distinct", "lancet", "nejm", "jama"]

    /// The journal house styles by name; `Styling` defines each.
    public static let styles = [
        "plain", "frontiers", "lancet", "nejm", "jama", "nature", "elsevier", "springer", "plos",
    ]
    /// The ways of writing a p-value by name; `Styling` defines each.
    public static let pValueStyles = ["three-decimals", "two-significant", "nejm", "jama", "lancet"]
}
