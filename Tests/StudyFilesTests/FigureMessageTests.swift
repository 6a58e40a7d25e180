import Testing

/// Messages about forest plots, flow charts and other figures.
@Suite struct FigureMessageTests {
    @Test func aForestPlotHasTwoSidesAndLimits() {
        expectFaults(
            in: head + """
                endpoints:
                  os: { from: a, event: b, censor: c }
                figures:
                  - { id: a, kind: forest, endpoint: os, subgroups: [sex], favours: [A], axis: [0.1, 1, 10] }
                  - { id: b, kind: forest, endpoint: os, subgroups: [sex], favours: A, axis: [10, 0.1] }
                  - { id: c, kind: forest, endpoint: os, subgroups: [sex, arm], axis: [0, 10] }
                """,
            """
            study.yaml:11:60: error: expected two values for 'favours', found 1 [wrong-type]
               11 |   - { id: a, kind: forest, endpoint: os, subgroups: [sex], favours: [A], axis: [0.1, 1, 10] }
                  |                                                            ^^^^^^^

            study.yaml:11:74: error: expected two values for 'axis', found 3 [wrong-type]
               11 |   - { id: a, kind: forest, endpoint: os, subgroups: [sex], favours: [A], axis: [0.1, 1, 10] }
                  |                                                                          ^^^^

            study.yaml:12:69: error: expected a list of two texts for 'favours', found 'A' [wrong-type]
               12 |   - { id: b, kind: forest, endpoint: os, subgroups: [sex], favours: A, axis: [10, 0.1] }
                  |                                                                     ^
               help: write it as a list: favours: [A]

            study.yaml:12:83: error: the numbers of 'axis' must ascend, found 0.1 after 10 [out-of-range]
               12 |   - { id: b, kind: forest, endpoint: os, subgroups: [sex], favours: A, axis: [10, 0.1] }
                  |                                                                                   ^^^
               help: write axis: [0.1, 10]

            study.yaml:13:59: error: 'arm' can't be used here: the arms are what is compared [unsuitable-name]
               13 |   - { id: c, kind: forest, endpoint: os, subgroups: [sex, arm], axis: [0, 10] }
                  |                                                           ^^^
               help: delete it

            study.yaml:13:72: error: expected a number above 0 for 'axis', found 0 [out-of-range]
               13 |   - { id: c, kind: forest, endpoint: os, subgroups: [sex, arm], axis: [0, 10] }
                  |                                                                        ^
            """)
    }

    @Test func aScreeningLogHasAStatus() {
        expectFaults(
            in: head + """
                figures:
                  - { id: a, kind: flow, from: patients, status: status }
                  - { id: b, kind: flow, reason: why }
                  - { id: c, kind: flow, from: screning, status: status, included: included, populations: [matched] }
                """,
            """
            study.yaml:9:26: error: 'from' of figure 'a' needs 'included' too [missing-key]
                9 |   - { id: a, kind: flow, from: patients, status: status }
                  |                          ^^^^
               help: add 'included: included'

            study.yaml:9:32: error: 'patients' is the cohort itself, and no screening log [unsuitable-name]
                9 |   - { id: a, kind: flow, from: patients, status: status }
                  |                                ^^^^^^^^
               help: declare the file under 'data'

            study.yaml:10:26: error: 'reason' of figure 'b' needs 'from' and 'status' and 'included' too [missing-key]
               10 |   - { id: b, kind: flow, reason: why }
                  |                          ^^^^^^
               help: add 'from: screening'
               help: add 'status: status'
               help: add 'included: included'

            study.yaml:11:32: error: data file 'screning' is not declared [unknown-name]
               11 |   - { id: c, kind: flow, from: screning, status: status, included: included, populations: [matched] }
                  |                                ^^^^^^^^
               help: valid data files: 'patients'

            study.yaml:11:92: error: population 'matched' is not declared [unknown-name]
               11 |   - { id: c, kind: flow, from: screning, status: status, included: included, populations: [matched] }
                  |                                                                                            ^^^^^^^
               help: valid populations: 'all'
            """)
    }

    @Test func curvesOfIncidenceHaveNoMedians() {
        expectFaults(
            in: head + """
                endpoints:
                  os: { from: a, event: b, censor: c, competing: d }
                figures:
                  - { id: a, kind: incidence, panels: [{ endpoint: os }], median_lines: true }
                  - { id: b, kind: residuals, endpoint: os, covariates: [age], transform: square }
                """,
            """
            study.yaml:11:59: error: 'median_lines' is not a key of figure 'a' [unknown-key]
               11 |   - { id: a, kind: incidence, panels: [{ endpoint: os }], median_lines: true }
                  |                                                           ^^^^^^^^^^^^
               help: valid keys: 'id', 'kind', 'caption', 'supplement', 'panels', 'by', 'population', 'breaks' and 5 more

            study.yaml:12:75: error: 'square' is not a choice of 'transform' [unknown-value]
               12 |   - { id: b, kind: residuals, endpoint: os, covariates: [age], transform: square }
                  |                                                                           ^^^^^^
               help: valid choices: 'km', 'identity', 'rank', 'log'
            """)
    }
}
