import Testing

/// Messages about variables.
@Suite struct VariableMessageTests {
    @Test func keysThatContradictEachOther() {
        expectFaults(
            in: head + """
                variables:
                  a: { column: x, from: y, cut: [1] }
                  b: { formula: x + 1, levels: [A, B] }
                  c: { cut: [1], groups: { A: [B] } }
                  d: { groups: { A: [B] }, levels: [A], separator: ";" }
                """,
            """
            study.yaml:9:19: error: 'from' can't stand with 'column': both name where the values come from [conflicting-keys]
                9 |   a: { column: x, from: y, cut: [1] }
                  |                   ^^^^
               note: 'column' is given here (study.yaml:9:8)
               help: delete one or the other

            study.yaml:10:24: error: 'levels' can't stand with 'formula': a formula makes numbers of its own [conflicting-keys]
               10 |   b: { formula: x + 1, levels: [A, B] }
                  |                        ^^^^^^
               note: 'formula' is given here (study.yaml:10:8)
               help: delete one or the other

            study.yaml:11:18: error: 'groups' can't stand with 'cut': 'cut' makes groups of numbers [conflicting-keys]
               11 |   c: { cut: [1], groups: { A: [B] } }
                  |                  ^^^^^^
               note: 'cut' is given here (study.yaml:11:8)
               help: delete one or the other

            study.yaml:12:28: error: 'levels' and 'separator' can't stand with 'groups': the groups are the levels, in the order in which they are written [conflicting-keys]
               12 |   d: { groups: { A: [B] }, levels: [A], separator: ";" }
                  |                            ^^^^^^
               note: 'groups' is given here (study.yaml:12:8)
               help: delete one or the other
            """)
    }

    @Test func fromNeedsSomethingToDo() {
        expectFaults(
            in: head + """
                variables:
                  age_group: { from: age }
                """,
            """
            study.yaml:9:16: error: variable 'age_group' needs 'cut' or 'groups' beside 'from' [missing-key]
                9 |   age_group: { from: age }
                  |                ^^^^
               help: write 'column' for a column that is taken as it is
            """)
    }

    @Test func namesOfGroupsMatchTheCuts() {
        expectFaults(
            in: head + """
                variables:
                  a: { cut: [40, 60], levels: [young, old] }
                  b: { cut: [40], levels: [young] }
                """,
            """
            study.yaml:9:23: error: 'levels' has 2 names, and 2 cut points make 3 groups [conflicting-keys]
                9 |   a: { cut: [40, 60], levels: [young, old] }
                  |                       ^^^^^^
               note: 'cut' is given here (study.yaml:9:8)
               help: name each group, from the lowest to the highest

            study.yaml:10:19: error: 'levels' has 1 name, and 1 cut point makes 2 groups [conflicting-keys]
               10 |   b: { cut: [40], levels: [young] }
                  |                   ^^^^^^
               note: 'cut' is given here (study.yaml:10:8)
               help: name each group, from the lowest to the highest
            """)
    }

    @Test func cutsAscend() {
        expectFaults(
            in: head + """
                variables:
                  a: { cut: [60, 40, 50] }
                """,
            """
            study.yaml:9:18: error: the numbers of 'cut' must ascend, found 40 after 60 [out-of-range]
                9 |   a: { cut: [60, 40, 50] }
                  |                  ^^
               help: write cut: [40, 50, 60]
            """)
    }

    @Test func levelsStandOnce() {
        expectFaults(
            in: head + """
                variables:
                  sex: { levels: [Female, Male, Female] }
                  stage: { groups: { Early: [I, II], Late: [II, III] } }
                """,
            """
            study.yaml:9:33: error: 'Female' stands twice in 'levels' [duplicate-name]
                9 |   sex: { levels: [Female, Male, Female] }
                  |                                 ^^^^^^
               note: first given here (study.yaml:9:19)
               help: keep one of the two, or rename one

            study.yaml:10:45: error: level 'II' stands in two groups [duplicate-name]
               10 |   stage: { groups: { Early: [I, II], Late: [II, III] } }
                  |                                             ^^
               note: first given here (study.yaml:10:33)
               help: keep one of the two, or rename one
            """)
    }

    @Test func referencesAreLevels() {
        expectFaults(
            in: head + """
                variables:
                  a: { levels: [Female, Male], reference: female }
                  b: { cut: [60], reference: "60" }
                  c: { codes: { 1: Yes, 2: No }, reference: 1 }
                  d: { groups: { Early: [I, II], Late: [III] }, reference: I }
                  e: { reference: anything }
                """,
            """
            study.yaml:9:43: error: level 'female' is not in 'levels' [unknown-name]
                9 |   a: { levels: [Female, Male], reference: female }
                  |                                           ^^^^^^
               help: did you mean 'Female'?

            study.yaml:10:30: error: level '60' is not in 'cut' [unknown-name]
               10 |   b: { cut: [60], reference: "60" }
                  |                              ^^^^
               help: similar levels: '<60', '≥60'

            study.yaml:11:45: error: level '1' is not in 'codes' [unknown-name]
               11 |   c: { codes: { 1: Yes, 2: No }, reference: 1 }
                  |                                             ^
               help: valid levels: 'Yes', 'No'

            study.yaml:12:60: error: level 'I' is not in 'groups' [unknown-name]
               12 |   d: { groups: { Early: [I, II], Late: [III] }, reference: I }
                  |                                                            ^
               help: valid levels: 'Early', 'Late'
            """)
    }

    @Test func codesStandForLevels() {
        expectFaults(
            in: head + """
                variables:
                  sex: { levels: [Female, Male], codes: { 1: Mal, 2: Female } }
                """,
            """
            study.yaml:9:46: error: level 'Mal' is not in 'levels' [unknown-name]
                9 |   sex: { levels: [Female, Male], codes: { 1: Mal, 2: Female } }
                  |                                              ^^^
               help: did you mean 'Male'?
            """)
    }

    @Test func typesAgreeWithTheOtherKeys() {
        expectFaults(
            in: head + """
                variables:
                  a: { type: continuous, levels: [A] }
                  b: { type: categorical, separator: ";" }
                  c: { type: multi-response }
                  d: { type: ordinal }
                """,
            """
            study.yaml:9:8: error: 'type: continuous' and 'levels' can't stand together [conflicting-keys]
                9 |   a: { type: continuous, levels: [A] }
                  |        ^^^^
               note: 'levels' is given here (study.yaml:9:26)
               help: delete 'type': it follows from 'levels'

            study.yaml:10:8: error: 'type: categorical' and 'separator' can't stand together [conflicting-keys]
               10 |   b: { type: categorical, separator: ";" }
                  |        ^^^^
               note: 'separator' is given here (study.yaml:10:27)
               help: delete 'type': it follows from 'separator'

            study.yaml:11:8: error: variable 'c' needs 'separator' [missing-key]
               11 |   c: { type: multi-response }
                  |        ^^^^
               help: add 'separator: ";"', what stands between the values of a cell

            study.yaml:12:14: error: 'ordinal' is not a choice of 'type' [unknown-value]
               12 |   d: { type: ordinal }
                  |              ^^^^^^^
               help: valid choices: 'continuous', 'categorical', 'multi-response'
            """)
    }

    @Test func variablesAreNotMadeFromThemselves() {
        expectFaults(
            in: head + """
                variables:
                  a: { from: b, cut: [1] }
                  b: { formula: c + x }
                  c: { from: a, groups: { X: [Y] } }
                  d: { cut: [1] }
                  e: { formula: e * 2 }
                """,
            """
            study.yaml:9:3: error: a variable can't be made from itself: 'a' from 'b' from 'c' from 'a' [conflicting-keys]
                9 |   a: { from: b, cut: [1] }
                  |   ^
               help: let one of them come from a column
            """)
    }

    @Test func theNameOfTheArmsIsTaken() {
        expectFaults(
            in: head + """
                variables:
                  arm: { label: Arm }
                """,
            """
            study.yaml:9:3: error: 'arm' is the name of the arms already [duplicate-name]
                9 |   arm: { label: Arm }
                  |   ^^^
               help: give labels and order under 'arms', or give the variable another name
            """)
    }
}
