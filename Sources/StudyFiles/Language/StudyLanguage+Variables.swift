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
                "cases", .entries(keys: .name, values: .condition), .otherwise("none"),
                "Levels by conditions: each level with who has it. The first condition that a patient meets counts; who "
                    + "meets none has no value."),
            Key(
                "formula", .formula, .otherwise("none"),
                "Arithmetic over columns and variables, computed for each patient."),
            Key(
                "checkboxes", .entries(keys: .name, values: .text), .otherwise("none"),
                "Columns of boxes that are checked (1, true, yes, checked) or not, as REDCap exports them, each with the level "
                    + "that it stands for; a patient may have several."),
            Key(
                "type", .choice(Variable.Kind.names),
                .otherwise(
                    "multi-response with 'separator' or 'checkboxes'; categorical with 'levels', 'codes', 'groups', 'cases' or 'cut'; continuous with "
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
                ["cases"],
                with: ["column", "from", "cut", "groups", "formula", "levels", "codes", "separator"],
                because: "the cases are the levels, in the order in which they are written"),
            Conflict(
                ["checkboxes"],
                with: [
                    "column", "from", "cut", "groups", "cases", "formula", "levels", "codes", "reference", "separator",
                    "type",
                ],
                because: "the boxes are the levels, in the order in which they are written"),
            Conflict(
                ["formula"], with: ["column", "from", "cut", "groups", "levels", "codes", "reference", "separator"],
                because: "a formula makes numbers of its own"),
            Conflict(
                ["cut"], with: ["groups", "codes", "separator"], because: "'cut' makes groups of numbers"),
            Conflict(
                ["groups"], with: ["levels", "codes", "separator"],
                because: "the groups are the levels, in the order in which they are written"),
        ])
}
