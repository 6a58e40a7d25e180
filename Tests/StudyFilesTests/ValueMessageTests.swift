import Testing

/// Messages about values: their types, ranges and choices.
@Suite struct ValueMessageTests {
    @Test func valuesOfAnotherTypeAreNamed() {
        expectFaults(
            in: head + """
                conventions: [efron]
                variables:
                  - age
                endpoints:
                figures: { id: survival }
                populations: all
                """,
            """
            study.yaml:8:14: error: expected a mapping for section 'conventions', found a list [wrong-type]
                8 | conventions: [efron]
                  |              ^^^^^^^
               help: write its keys: level: …, km_interval: …, median: …

            study.yaml:10:3: error: expected a mapping of names to variables for 'variables', found a list [wrong-type]
               10 |   - age
                  |   ^

            study.yaml:11:1: error: expected a mapping of names to endpoints for 'endpoints', found nothing [wrong-type]
               11 | endpoints:
                  | ^^^^^^^^^

            study.yaml:12:10: error: expected a list of figures for 'figures', found a mapping [wrong-type]
               12 | figures: { id: survival }
                  |          ^^^^^^^^^^^^^^^^

            study.yaml:13:14: error: expected a mapping of names to populations for 'populations', found 'all' [wrong-type]
               13 | populations: all
                  |              ^^^
            """)
    }

    @Test func scalarsOfAnotherTypeAreNamed() {
        expectFaults(
            in: """
                greenwood: 1
                study:
                  title: [A, study]
                  short:
                  synthetic: yes
                  cutoff: 30.04.2025
                data:
                  patients: { file: "", key: { id: x }, delimiter: ";;", missing: [] }
                arms: { column: arm, order: A }
                conventions: { level: "0,95", quantile_type: seven }
                """,
            """
            study.yaml:3:10: error: expected text for 'title', found a list [wrong-type]
                3 |   title: [A, study]
                  |          ^^^^^^^^^^

            study.yaml:4:3: error: expected text for 'short', found nothing [wrong-type]
                4 |   short:
                  |   ^^^^^

            study.yaml:5:14: error: expected true or false for 'synthetic', found 'yes' [wrong-type]
                5 |   synthetic: yes
                  |              ^^^
               help: write 'true'

            study.yaml:6:11: error: expected a date as YYYY-MM-DD for 'cutoff', found '30.04.2025' [wrong-type]
                6 |   cutoff: 30.04.2025
                  |           ^^^^^^^^^^
               help: write year, month and day: 2025-04-30

            study.yaml:8:21: error: expected a path for 'file', found an empty text [wrong-type]
                8 |   patients: { file: "", key: { id: x }, delimiter: ";;", missing: [] }
                  |                     ^^

            study.yaml:8:30: error: expected the name of a column for 'key', found a mapping [wrong-type]
                8 |   patients: { file: "", key: { id: x }, delimiter: ";;", missing: [] }
                  |                              ^^^^^^^^^

            study.yaml:8:52: error: expected a single character or 'tab' for 'delimiter', found ';;' [wrong-type]
                8 |   patients: { file: "", key: { id: x }, delimiter: ";;", missing: [] }
                  |                                                    ^^^^
               help: write one of ",", ";", "|" or tab

            study.yaml:8:67: error: expected at least one value for 'missing', found an empty list [wrong-type]
                8 |   patients: { file: "", key: { id: x }, delimiter: ";;", missing: [] }
                  |                                                                   ^^

            study.yaml:9:29: error: expected a list of texts for 'order', found 'A' [wrong-type]
                9 | arms: { column: arm, order: A }
                  |                             ^
               help: write it as a list: order: [A]

            study.yaml:10:23: error: expected a number for 'level', found '0,95' [wrong-type]
               10 | conventions: { level: "0,95", quantile_type: seven }
                  |                       ^^^^^^
               help: write it with a point: 0.95

            study.yaml:10:46: error: expected a whole number from 1 to 9 for 'quantile_type', found 'seven' [wrong-type]
               10 | conventions: { level: "0,95", quantile_type: seven }
                  |                                              ^^^^^
            """)
    }

    @Test func datesMustExist() {
        expectFaults(
            in: head + """
                endpoints:
                  os: { from: a, event: b, censor: c, cutoff: 2025-02-30 }
                """,
            """
            study.yaml:9:47: error: expected a date as YYYY-MM-DD for 'cutoff', found '2025-02-30' [wrong-type]
                9 |   os: { from: a, event: b, censor: c, cutoff: 2025-02-30 }
                  |                                               ^^^^^^^^^^
               help: the calendar has no such day
            """)
    }

    @Test func numbersKeepToTheirRange() {
        expectFaults(
            in: head + """
                conventions: { level: 95, quantile_type: 10 }
                endpoints:
                  os: { from: a, event: b, censor: c, at: [-6, 6] }
                  pfs: { from: a, event: b, censor: c, at: [12, 6, 6.0] }
                manuscript: { numbers: { percent_decimals: 7 } }
                """,
            """
            study.yaml:8:23: error: expected a number between 0 and 1 for 'level', found 95 [out-of-range]
                8 | conventions: { level: 95, quantile_type: 10 }
                  |                       ^^
               help: write 0.95 for 95 %

            study.yaml:8:42: error: expected a whole number from 1 to 9 for 'quantile_type', found 10 [out-of-range]
                8 | conventions: { level: 95, quantile_type: 10 }
                  |                                          ^^

            study.yaml:10:44: error: expected a number not below 0 for 'at', found -6 [out-of-range]
               10 |   os: { from: a, event: b, censor: c, at: [-6, 6] }
                  |                                            ^^

            study.yaml:11:49: error: the numbers of 'at' must ascend, found 6 after 12 [out-of-range]
               11 |   pfs: { from: a, event: b, censor: c, at: [12, 6, 6.0] }
                  |                                                 ^
               help: write at: [6, 12]

            study.yaml:12:44: error: expected a whole number from 0 to 6 for 'percent_decimals', found 7 [out-of-range]
               12 | manuscript: { numbers: { percent_decimals: 7 } }
                  |                                            ^
            """)
    }

    @Test func choicesHaveNearNames() {
        expectFaults(
            in: head + """
                conventions: { ties: breslov, km_interval: greenwood }
                manuscript: { style: Lancet, numbers: { p_value: three } }
                """,
            """
            study.yaml:8:22: error: 'breslov' is not a choice of 'ties' [unknown-value]
                8 | conventions: { ties: breslov, km_interval: greenwood }
                  |                      ^^^^^^^
               help: did you mean 'breslow'?

            study.yaml:8:44: error: 'greenwood' is not a choice of 'km_interval' [unknown-value]
                8 | conventions: { ties: breslov, km_interval: greenwood }
                  |                                            ^^^^^^^^^
               help: valid choices: 'plain', 'log', 'log-log', 'logit', 'arcsin'

            study.yaml:9:22: error: 'Lancet' is not a choice of 'style' [unknown-value]
                9 | manuscript: { style: Lancet, numbers: { p_value: three } }
                  |                      ^^^^^^
               help: did you mean 'lancet'?

            study.yaml:9:50: error: 'three' is not a choice of 'p_value' [unknown-value]
                9 | manuscript: { style: Lancet, numbers: { p_value: three } }
                  |                                                  ^^^^^
               help: valid choices: 'three-decimals', 'two-significant', 'nejm', 'jama', 'lancet'
            """)
    }

    @Test func namesOfFilesMustBeSafe() {
        expectFaults(
            in: head + """
                endpoints:
                  overall survival: { from: a, event: b, censor: c }
                tables:
                  - { id: ../t, kind: baseline, rows: [age] }
                  - { id: größe, kind: baseline, rows: [age] }
                """,
            """
            study.yaml:9:3: error: expected a name of at most 64 letters, digits, '-' and '_', found 'overall survival' [wrong-type]
                9 |   overall survival: { from: a, event: b, censor: c }
                  |   ^^^^^^^^^^^^^^^^
               help: write 'overall_survival'

            study.yaml:11:11: error: expected a name of at most 64 letters, digits, '-' and '_', found '../t' [wrong-type]
               11 |   - { id: ../t, kind: baseline, rows: [age] }
                  |           ^^^^
               help: write 't'

            study.yaml:12:11: error: expected a name of at most 64 letters, digits, '-' and '_', found 'größe' [wrong-type]
               12 |   - { id: größe, kind: baseline, rows: [age] }
                  |           ^^^^^
            """)
    }
}
