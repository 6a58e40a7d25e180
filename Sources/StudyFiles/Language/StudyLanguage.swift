import Results

/// The study language: every section and key of a study file, with its type, default and meaning.
///
/// The one source of truth. The reader takes from it which keys exist, what they take and what holds where they are
/// absent; the reference page is made from it.
public enum StudyLanguage {
    /// The version that this program reads.
    public static let version = 1

    /// The study file as a whole.
    public static let document = Section(
        "study file", "The analysis plan of one study.",
        keys: [
            Key(
                "greenwood", .wholeNumber(1...version), .required(example: "1"),
                "The version of the study language that the file is written in."),
            Key("study", .section(description), .required(example: "{ title: … }"), description.summary),
            Key(
                "data", .entries(keys: .identifier, values: .section(dataFile)),
                .required(example: "{ patients: { file: patients.csv, key: id } }"),
                "The data files by name; the one named 'patients' holds one row a patient."),
            Key("arms", .section(arms), .otherwise("one group"), arms.summary),
            Key(
                "variables", .entries(keys: .name, values: .section(variable)), .otherwise("none"),
                "The patients' characteristics by name. A column that needs no declaration can be used without one."),
            Key(
                "endpoints", .entries(keys: .identifier, values: .section(endpoint)), .otherwise("none"),
                "The times to an event by name."),
            Key("conventions", .section(conventions), .otherwise("the defaults of its keys"), conventions.summary),
            Key(
                "exclusions", .list(of: .section(exclusion)), .otherwise("none"),
                "Who is left out of the whole study, in order."),
            Key(
                "populations", .entries(keys: .identifier, values: .section(population)), .otherwise("none"),
                "Named parts of the cohort; 'all' is everyone."),
            Key("tables", .list(of: .variants(by: "kind", tables)), .otherwise("none"), "The tables, in order."),
            Key("figures", .list(of: .variants(by: "kind", figures)), .otherwise("none"), "The figures, in order."),
            Key("privacy", .section(privacy), .otherwise("every number is published"), privacy.summary),
            Key("manuscript", .section(manuscript), .otherwise("the defaults of its keys"), manuscript.summary),
        ])

    static let description = Section(
        "study", "What the study is called and when its follow-up ended.",
        keys: [
            Key("title", .text, .required(example: "A comparison of …"), "The full title."),
            Key("short", .text, .otherwise("the title"), "A short title for the heads of pages."),
            Key(
                "synthetic", .truth, .defaults(to: "false"), "Whether the data are synthetic; every page then says so."),
            Key(
                "cutoff", .date, .otherwise("none"),
                "The last day of follow-up; observations after it are censored there."),
            Key("language", .choice(languages), .defaults(to: "en"), "The language of what the program itself writes."),
        ])

    static let dataFile = Section(
        "data file",
        "A file with a row of column names: text with delimiters (.csv, .tsv), Excel (.xlsx), SPSS (.sav, .por), Stata "
            + "(.dta), SAS (.sas7bdat, .xpt) or SQLite (.sqlite, .db); each may be compressed (.gz).",
        keys: [
            Key("file", .path, .alternative(example: "patients.csv"), "Its path, from the study file's folder."),
            Key("key", .name(.column), .otherwise("none"), "The column that identifies a row."),
            Key(
                "patient", .name(.column), .otherwise("none"),
                "In a file with several rows a patient, the column that holds the patient's key."),
            Key(
                "where", .condition, .otherwise("all"),
                "In another file than the patients', which rows are read, by its columns: 'PARAMCD == \"OS\"'."),
            Key(
                "delimiter", .character, .otherwise("what the file shows: ',', ';', a tab or '|'"),
                "In a text file, what stands between two cells."),
            Key(
                "encoding", .choice(TextEncoding.names),
                .otherwise("what the file shows, with a warning where that is a guess"),
                "What the letters of the file are written in."),
            Key(
                "sheet", .text, .otherwise("the first that is not hidden"),
                "In an Excel workbook, the sheet that is read."),
            Key(
                "values", .choice(LabelledValues.names), .defaults(to: LabelledValues.labels.rawValue),
                "In a file of SPSS, Stata or SAS, what stands in the cells of a column whose every value has a label."),
            Key(
                "catalog", .path, .otherwise("none"),
                "The file (.sas7bcat) with the formats that label the values of a SAS data set."),
            Key(
                "table", .text, .otherwise("the only one"),
                "In an SQLite database, or with 'source', the table or view that is read; with 'source' as schema.table."
            ),
            Key(
                "query", .text, .otherwise("none"),
                "In an SQLite database, or with 'source', the SELECT whose rows are read."),
            Key(
                "missing", .list(of: .text, rule: .distinct, orSingle: true), .otherwise("none"),
                "Texts of cells that mean a missing value; an empty cell always does."),
            Key(
                "dates", .choice(DateOrder.names), .otherwise("only YYYY-MM-DD is taken"),
                "The order in which day, month and year of its dates stand, such as `30.04.2025` or `4/30/2025`, with "
                    + "the year in four digits; YYYY-MM-DD is taken too."),
            Key(
                "decimal", .choice(DecimalMark.names), .defaults(to: "point"),
                "What stands before the decimals of its numbers: `12.5` or `12,5`."),
        ] + databaseKeys,
        alternatives: [["file"], ["source"]], conflicts: databaseConflicts)

    static let arms = Section(
        "arms", "The treatment arms that the study compares.",
        keys: [
            Key("column", .name(.column), .required(example: "arm"), "The column that names each patient's arm."),
            Key("label", .text, .defaults(to: "Treatment group"), "What the arms are called together."),
            Key(
                "order", .list(of: .text, rule: .distinct), .otherwise("the arms in the data, sorted"),
                "The arms as they stand in the data, in the order of columns and legends."),
            Key("reference", .text, .otherwise("the first arm"), "The arm that the others are compared with."),
            Key(
                "labels", .entries(keys: .value, values: .text), .otherwise("the arms as they stand in the data"),
                "How each arm is printed."),
        ])

    static let conventions = Section(
        "conventions", "The choices that change a number, in one place.",
        keys: [
            Key(
                "level", .number(.betweenZeroAndOne), .defaults(to: "0.95"),
                "The confidence level of every interval."),
            Key(
                "km_interval", .choice(ConfidenceTransform.names), .defaults(to: "log-log"),
                "The scale on which the confidence interval of a survival rate is symmetric."),
            Key(
                "median", .choice(MedianRule.names), .defaults(to: "r-print"),
                "How a median is read where the curve is flat at exactly one half."),
            Key(
                "beyond_last_observation", .choice(BeyondLastObservation.names), .defaults(to: "not-estimable"),
                "What a survival rate is at a time after a group's last observation."),
            Key("ties", .choice(TiesMethod.names), .defaults(to: "efron"), "How the Cox model treats tied times."),
            Key(
                "quantile_type", .wholeNumber(1...9), .defaults(to: "7"),
                "Hyndman and Fan's type of sample quantile; 7 is R's default, 6 that of SPSS."),
            Key(
                "categorical_test", .choice(CategoricalTestRule.names), .defaults(to: "pearson-or-fisher"),
                "The rule that chooses the test of a categorical variable: 'pearson-or-fisher' takes Fisher's exact test "
                    + "where an expected count is below 5."),
            Key(
                "continuous_test", .choice(ContinuousTestRule.names), .defaults(to: "ranks"),
                "The rule that chooses the test of a continuous variable: 'ranks' is Mann–Whitney or Kruskal–Wallis, "
                    + "'means' Welch's t or the analysis of variance."),
        ])

    static let exclusion = Section(
        "exclusion", "A rule that leaves patients out of the whole study.",
        keys: [
            Key("where", .condition, .required(example: "age < 18"), "Who is left out."),
            Key("because", .text, .required(example: "Younger than 18 years"), "Why, as the flow chart prints it."),
        ])
}

extension CaseIterable where Self: RawRepresentable<String> {
    /// The cases as they are written in a study file.
    static var names: [String] { allCases.map(\.rawValue) }
}
