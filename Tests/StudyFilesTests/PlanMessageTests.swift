import Testing

/// Messages about tables and figures.
@Suite struct PlanMessageTests {
    @Test func namesStandOnce() {
        expectFaults(
            in: head + """
                tables:
                  - { id: baseline, kind: baseline, rows: [age] }
                  - { id: Baseline, kind: baseline, rows: [age, sex, age] }
                """,
            """
            study.yaml:10:11: error: table 'baseline' is declared twice [duplicate-name]
               10 |   - { id: Baseline, kind: baseline, rows: [age, sex, age] }
                  |           ^^^^^^^^
               note: first given here (study.yaml:9:11)
               help: keep one of the two, or rename one

            study.yaml:10:54: error: 'age' stands twice in 'rows' [duplicate-name]
               10 |   - { id: Baseline, kind: baseline, rows: [age, sex, age] }
                  |                                                      ^^^
               note: first given here (study.yaml:10:44)
               help: keep one of the two, or rename one
            """)
    }

    @Test func endpointsAndPopulationsAreDeclared() {
        expectFaults(
            in: head + """
                endpoints:
                  os: { from: a, event: b, censor: c }
                populations:
                  elderly: { where: age > 65 }
                figures:
                  - id: survival
                    kind: kaplan-meier
                    panels: [{ endpoint: so }, { endpoint: os, population: eldery }]
                    population: young
                """,
            """
            study.yaml:15:26: error: endpoint 'so' is not declared [unknown-name]
               15 |     panels: [{ endpoint: so }, { endpoint: os, population: eldery }]
                  |                          ^^
               help: did you mean 'os'?

            study.yaml:15:60: error: population 'eldery' is not declared [unknown-name]
               15 |     panels: [{ endpoint: so }, { endpoint: os, population: eldery }]
                  |                                                            ^^^^^^
               help: did you mean 'elderly'?

            study.yaml:16:17: error: population 'young' is not declared [unknown-name]
               16 |     population: young
                  |                 ^^^^^
               help: valid populations: 'all', 'elderly'
            """)
    }

    @Test func withoutEndpointsNoneCanBeDrawn() {
        expectFaults(
            in: head + """
                figures:
                  - { id: survival, kind: kaplan-meier, panels: [{ endpoint: os }] }
                """,
            """
            study.yaml:9:62: error: endpoint 'os' is not declared [unknown-name]
                9 |   - { id: survival, kind: kaplan-meier, panels: [{ endpoint: os }] }
                  |                                                              ^^
               help: declare it under 'endpoints'
            """)
    }

    @Test func kindsAreKnown() {
        expectFaults(
            in: head + """
                tables:
                  - { id: one, kind: basline, rows: [age] }
                  - { id: two, rows: [age] }
                  - three
                figures:
                  - { kind: kaplan-meier }
                """,
            """
            study.yaml:9:22: error: 'basline' is not a choice of 'kind' [unknown-value]
                9 |   - { id: one, kind: basline, rows: [age] }
                  |                      ^^^^^^^
               help: did you mean 'baseline'?

            study.yaml:10:5: error: table 'two' needs 'kind' [missing-key]
               10 |   - { id: two, rows: [age] }
                  |     ^^^^^^^^^^^^^^^^^^^^^^^^
               help: valid choices: 'baseline', 'matched-baseline', 'response', 'adverse-events', 'paired', 'survival', 'incidence', 'cox', 'logistic', 'effect'

            study.yaml:11:5: error: expected a mapping for 'tables', found 'three' [wrong-type]
               11 |   - three
                  |     ^^^^^

            study.yaml:13:5: error: figure 1 needs 'id' and 'panels' [missing-key]
               13 |   - { kind: kaplan-meier }
                  |     ^^^^^^^^^^^^^^^^^^^^^^
               help: add 'id: kaplan-meier'
               help: add 'panels: [{ endpoint: os }]'
            """)
    }

    @Test func listsAreNotEmpty() {
        expectFaults(
            in: head + """
                tables: []
                figures:
                  - { id: survival, kind: kaplan-meier, panels: [] }
                """,
            """
            study.yaml:8:9: error: expected at least one value for 'tables', found an empty list [wrong-type]
                8 | tables: []
                  |         ^^

            study.yaml:10:49: error: expected at least one value for 'panels', found an empty list [wrong-type]
               10 |   - { id: survival, kind: kaplan-meier, panels: [] }
                  |                                                 ^^
            """)
    }

    @Test func breaksAscendFromZero() {
        expectFaults(
            in: head + """
                endpoints:
                  os: { from: a, event: b, censor: c }
                figures:
                  - { id: f, kind: kaplan-meier, panels: [{ endpoint: os }], breaks: [-1, 6] }
                  - { id: g, kind: kaplan-meier, panels: [{ endpoint: os, colour: red }], breaks: [0, 6, 6] }
                """,
            """
            study.yaml:11:71: error: expected a number not below 0 for 'breaks', found -1 [out-of-range]
               11 |   - { id: f, kind: kaplan-meier, panels: [{ endpoint: os }], breaks: [-1, 6] }
                  |                                                                       ^^

            study.yaml:12:59: error: 'colour' is not a key of panel 1 [unknown-key]
               12 |   - { id: g, kind: kaplan-meier, panels: [{ endpoint: os, colour: red }], breaks: [0, 6, 6] }
                  |                                                           ^^^^^^
               help: valid keys: 'endpoint', 'by', 'population', 'title', 'curve'

            study.yaml:12:90: error: the numbers of 'breaks' must ascend, found 6 after 6 [out-of-range]
               12 |   - { id: g, kind: kaplan-meier, panels: [{ endpoint: os, colour: red }], breaks: [0, 6, 6] }
                  |                                                                                          ^
               help: write breaks: [0, 6]
            """)
    }
}
