import Results

extension StudyLanguage {
    static let endpoint = Section(
        "endpoint",
        "A time from a start to an event or to censoring, made from dates or from a time and a status column.",
        keys: [
            Key(
                "label", .text, .otherwise("its name in words; of up to four letters, in capitals"),
                "How it is printed."),
            Key("short", .text, .otherwise("its name in capitals"), "Its abbreviation."),
            Key(
                "source", .name(.dataFile), .otherwise("'patients'"),
                "The data file that holds its columns, with one row a patient, such as those of one parameter of ADTTE."
            ),
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
            Key(
                "competing", .list(of: .name(.column), rule: .distinct, orSingle: true), .otherwise("none"),
                "The column with the date of an event that makes 'event' impossible; of several columns the first date "
                    + "counts, and of one day 'event'."),
            Key("cutoff", .date, .otherwise("the study's 'cutoff'"), "The last day of follow-up of this endpoint."),
            Key(
                "time", .name(.column), .alternative(example: "os_months"),
                "The column that holds the time, where the data have no dates."),
            Key("status", .name(.column), .alternative(example: "os_status"), "The column that holds the status."),
            Key(
                "codes", .entries(keys: .value, values: .choice(Endpoint.Status.names)),
                .alternative(example: "{ 0: censored, 1: event }"),
                "What each text of the status column stands for: 'competing' is an event that makes 'event' impossible."
            ),
            Key("time_unit", .choice(TimeUnit.names), .defaults(to: "days"), "The unit of the time column."),
            Key(
                "unit", .choice(TimeUnit.names), .otherwise("months from dates, else 'time_unit'"),
                "The unit in which times are printed; a month is 30.4375 days, a year 365.25."),
            Key(
                "at", .list(of: .number(.notNegative), rule: .ascending), .otherwise("none"),
                "The times, in 'unit', at which survival rates are given."),
            Key(
                "entry", .name(.column), .otherwise("the start"),
                "The column that says when a patient came under observation, where that was after the start: a date with "
                    + "'from', a time in 'time_unit' with 'time'."),
            Key(
                "restricted_mean", .number(.positive), .otherwise("none"),
                "The horizon, in 'unit', of restricted mean survival times."),
            Key(
                "strata", .list(of: .name(.variable), rule: .distinct), .otherwise("none"),
                "The variables whose levels are the strata of the stratified log-rank test and hazard ratio."),
            Key(
                "tests", .list(of: .groupTest, rule: .distinct), .otherwise("none"),
                "Tests of the groups beside the log-rank test; the numbers of 'fleming-harrington' are ρ and γ of its "
                    + "weights, and 'peto-peto' is 'fleming-harrington(1,0)'."),
        ],
        alternatives: [["from", "event", "censor"], ["time", "status", "codes"]],
        conflicts: [
            Conflict(
                ["from", "event", "censor", "competing", "cutoff"], with: ["time", "status", "codes", "time_unit"],
                because: "an endpoint comes from dates or from a time and a status column")
        ])

    /// The tests of groups as a study file names them; the numbers in brackets are the writer's own.
    static let groupTests = [
        "gehan-breslow", "tarone-ware", "peto-peto", "fleming-harrington(0,1)", "trend",
    ]
}
