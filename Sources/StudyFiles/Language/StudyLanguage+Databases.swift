extension StudyLanguage {
    /// The keys of a data file whose rows a database gives.
    static let databaseKeys = [
        Key(
            "source", .text, .alternative(example: "postgres://host/database"),
            "Instead of a file, the address of a database that speaks PostgreSQL's protocol: "
                + "postgres://USER@HOST:PORT/DATABASE, never with a password, which comes from PGPASSWORD, ~/.pgpass or a "
                + "service file (postgres:///?service=NAME)."),
        Key(
            "timeout", .wholeNumber(1...86_400), .defaults(to: "600"),
            "With 'source', the seconds that one statement may take."),
        Key(
            "push_down", .choice(DatabaseTable.PushDown.names), .defaults(to: "auto"),
            "With 'source', whether the database counts the patients of each kind and only the counts are read: where the "
                + "whole plan allows it ('auto'), 'never', or 'always', which makes a plan that needs rows an error."),
    ]

    static let databaseConflicts = [
        Conflict(
            ["file", "delimiter", "encoding", "sheet", "values", "catalog", "dates", "decimal"],
            with: ["source", "timeout", "push_down"],
            because: "rows come from a file or from a database"),
        Conflict(["table"], with: ["query"], because: "both say what is read"),
    ]
}
