import Results

extension StudyLanguage {
    static let variable = Section(
        "variable", "A characteristic of the patients: a column of the data, or made from one.",
        keys: [
            Key("label", .text, .otherwise("its name in words"), "How it is printed."),
            Key("unit", .text, .otherwise("none"), "Its unit, printed after the label."),
            Key(
                "column", .name(.column), .otherwise("the column of the variable's own name"),
                "The column of the patients' file that holds it."),
            Key(
                "from", .name(.variable), .otherwise("'column'"),
                "The variable or column that 'cut' or 'groups' works on."),
            Key(
                "cut", .list(of: .number(.any), rule: .ascending), .otherwise("not cut"),
                "Where numbers are cut into groups; a value equal to a cut point belongs to the group above."),
            Key(
                "groups", .entries(keys: .name, values: .list(of: .text, rule: .distinct, orSingle: true)),
                .otherwise("not grouped"), "Levels joined into groups: each group's name with the levels that it joins."
            ),
            Key(
                "formula", .formula, .otherwise("none"),
                "Arithmetic over columns and variables, computed for each patient."),
            Key(
                "type", .choice(Variable.Kind.names),
                .otherwise(
                    "multi-response with 'separator'; categorical with 'levels', 'codes', 'groups' or 'cut'; continuous with "
                        + "'formula'; else continuous where every known value is a number"),
                "What kind of values it has."),
            Key(
                "levels", .list(of: .text, rule: .distinct), .otherwise("the values in the data, sorted"),
                "The levels in order; with 'cut', the names of the groups from the lowest to the highest."),
            Key(
                "codes", .entries(keys: .value, values: .text), .otherwise("each text is its own level"),
                "What each text in the data stands for."),
            Key("reference", .text, .otherwise("the first level"), "The level that the others are compared with."),
            Key(
                "separator", .text, .otherwise("one value a cell"),
                "What stands between the values of a cell that holds several."),
        ],
        conflicts: [
            Conflict(["column"], with: ["from"], because: "both name where the values come from"),
            Conflict(
                ["formula"], with: ["column", "from", "cut", "groups", "levels", "codes", "reference", "separator"],
                because: "a formula makes numbers of its own"),
            Conflict(
                ["cut"], with: ["groups", "codes", "separator"], because: "'cut' makes groups of numbers"),
            Conflict(
                ["groups"], with: ["levels", "codes", "separator"],
                because: "the groups are the levels, in the order in which they are written"),
        ])

    static let endpoint = Section(
        "endpoint",
        "A time from a start to an event or to censoring, made from dates or from a time and a status column.",
        keys: [
            Key(
                "label", .text, .otherwise("its name in words; of up to four letters, in capitals"),
                "How it is printed."),
            Key("short", .text, .otherwise("its name in capitals"), "Its abbreviation."),
            Key(
                "from", .name(.column), .alternative(example: "treatment_start"),
                "The column with the date on which time begins."),
            Key(
                "event", .list(of: .name(.column), rule: .distinct, orSingle: true),
                .alternative(example: "death_date"),
                "The column with the date of the event; of several columns the first date counts."),
            Key(
                "censor", .name(.column), .alternative(example: "last_contact_date"),
                "The column with the date of the last contact, for patients without an event."),
            Key("cutoff", .date, .otherwise("the study's 'cutoff'"), "The last day of follow-up of this endpoint."),
            Key(
                "time", .name(.column), .alternative(example: "os_months"),
                "The column that holds the time, where the data have no dates."),
            Key("status", .name(.column), .alternative(example: "os_status"), "The column that holds the status."),
            Key(
                "codes", .entries(keys: .value, values: .choice(Endpoint.Status.names)),
                .alternative(example: "{ 0: censored, 1: event }"), "What each text of the status column stands for."),
            Key("time_unit", .choice(TimeUnit.names), .defaults(to: "days"), "The unit of the time column."),
            Key(
                "unit", .choice(TimeUnit.names), .otherwise("months from dates, else 'time_unit'"),
                "The unit in which times are printed; a month is 30.4375 days, a year 365.25."),
            Key(
                "at", .list(of: .number(.notNegative), rule: .ascending), .otherwise("none"),
                "The times, in 'unit', at which survival rates are given."),
        ],
        alternatives: [["from", "event", "censor"], ["time", "status", "codes"]],
        conflicts: [
            Conflict(
                ["from", "event", "censor", "cutoff"], with: ["time", "status", "codes", "time_unit"],
                because: "an endpoint comes from dates or from a time and a status column")
        ])
}
