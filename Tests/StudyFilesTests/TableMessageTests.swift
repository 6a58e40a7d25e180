import Testing

/// Messages about tables of patients, responses and adverse events.
@Suite struct TableMessageTests {
    @Test func aTableThatIsNotDividedHasItsTotal() {
        expectFaults(
            in: head + """
                tables:
                  - { id: a, kind: baseline, rows: [age], by: none, total: false, difference: true }
                """,
            """
            study.yaml:9:53: error: 'total: false' leaves no column beside 'by: none' [conflicting-keys]
                9 |   - { id: a, kind: baseline, rows: [age], by: none, total: false, difference: true }
                  |                                                     ^^^^^
               note: 'by' is given here (study.yaml:9:43)
               help: delete one or the other

            study.yaml:9:67: error: 'difference' compares two groups, and 'by: none' makes none [conflicting-keys]
                9 |   - { id: a, kind: baseline, rows: [age], by: none, total: false, difference: true }
                  |                                                                   ^^^^^^^^^^
               note: 'by' is given here (study.yaml:9:43)
               help: delete one or the other
            """)
    }

    @Test func testsAreOfRows() {
        expectFaults(
            in: head + """
                tables:
                  - { id: a, kind: baseline, rows: [age, sex], tests: { agee: means, sex: chi } }
                """,
            """
            study.yaml:9:57: error: variable 'agee' is not in 'rows' [unknown-name]
                9 |   - { id: a, kind: baseline, rows: [age, sex], tests: { agee: means, sex: chi } }
                  |                                                         ^^^^
               help: did you mean 'age'?

            study.yaml:9:75: error: 'chi' is not a choice of 'tests' [unknown-value]
                9 |   - { id: a, kind: baseline, rows: [age, sex], tests: { agee: means, sex: chi } }
                  |                                                                           ^^^
               help: valid choices: 'pearson', 'pearson-corrected', 'fisher', 'fisher-monte-carlo', 'trend', 'ranks', 'ranks-uncorrected', 'means', 'student-t'
            """)
    }

    @Test func eventsAreThoseOfPatients() {
        expectFaults(
            in: head + """
                tables:
                  - { id: a, kind: adverse-events, from: patients, term: term, grade: grade }
                  - { id: b, kind: adverse-events, from: event, term: term, grade: grade }
                  - { id: c, kind: adverse-events, from: events }
                """,
            """
            study.yaml:9:42: error: 'patients' is the cohort itself, and no file of adverse events [unsuitable-name]
                9 |   - { id: a, kind: adverse-events, from: patients, term: term, grade: grade }
                  |                                          ^^^^^^^^
               help: declare the file under 'data'

            study.yaml:10:42: error: data file 'event' is not declared [unknown-name]
               10 |   - { id: b, kind: adverse-events, from: event, term: term, grade: grade }
                  |                                          ^^^^^
               help: valid data files: 'patients'

            study.yaml:11:5: error: table 'c' needs 'term' and 'grade' [missing-key]
               11 |   - { id: c, kind: adverse-events, from: events }
                  |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
               help: add 'term: term'
               help: add 'grade: grade'

            study.yaml:11:42: error: data file 'events' is not declared [unknown-name]
               11 |   - { id: c, kind: adverse-events, from: events }
                  |                                          ^^^^^^
               help: valid data files: 'patients'
            """)
    }

    @Test func rowsOfEventsBelongToPatients() {
        expectFaults(
            in: """
                greenwood: 1
                study: { title: A study }
                data:
                  patients: { file: patients.csv }
                  events: { file: events.csv }
                tables:
                  - { id: a, kind: adverse-events, from: patients, term: term, grade: grade }
                  - { id: b, kind: adverse-events, from: events, term: term, grade: grade }
                  - { id: c, kind: adverse-events, from: evnts, term: term, grade: grade }
                """,
            """
            study.yaml:5:3: error: data file 'events' needs 'patient' [missing-key]
                5 |   events: { file: events.csv }
                  |   ^^^^^^
               note: its rows are counted by patient here (study.yaml:8:42)
               help: add 'patient: id', the column that holds the patient's key

            study.yaml:7:42: error: 'patients' is the cohort itself, and no file of adverse events [unsuitable-name]
                7 |   - { id: a, kind: adverse-events, from: patients, term: term, grade: grade }
                  |                                          ^^^^^^^^
               help: other data files: 'events'

            study.yaml:9:42: error: data file 'evnts' is not declared [unknown-name]
                9 |   - { id: c, kind: adverse-events, from: evnts, term: term, grade: grade }
                  |                                          ^^^^^
               help: did you mean 'events'?
            """)
    }

    @Test func severitiesAreRanges() {
        expectFaults(
            in: """
                greenwood: 1
                study: { title: A study }
                data:
                  patients: { file: patients.csv, key: id }
                  events: { file: events.csv, patient: id }
                tables:
                  - id: a
                    kind: adverse-events
                    from: events
                    term: term
                    grade: grade
                    minimum_percent: 101
                    severities:
                      - { label: Severe, from: 4, to: 3 }
                      - { from: 3.5 }
                """,
            """
            study.yaml:12:22: error: expected a number from 0 to 100 for 'minimum_percent', found 101 [out-of-range]
               12 |     minimum_percent: 101
                  |                      ^^^

            study.yaml:14:35: error: 'to' must not be below 'from', found 3 below 4 [out-of-range]
               14 |       - { label: Severe, from: 4, to: 3 }
                  |                                   ^^
               help: write from: 3, to: 4

            study.yaml:15:9: error: grade range 2 needs 'label' [missing-key]
               15 |       - { from: 3.5 }
                  |         ^^^^^^^^^^^^^
               help: add 'label: Grade 3–4'

            study.yaml:15:17: error: expected a whole number from 0 to 9 for 'from', found '3.5' [wrong-type]
               15 |       - { from: 3.5 }
                  |                 ^^^
            """)
    }

    @Test func ratesAreListsOfLevels() {
        expectFaults(
            in: head + """
                tables:
                  - { id: a, kind: response, rates: [ORR] }
                  - { id: b, kind: response, variable: best, rates: { ORR: [CR, CR], DCR: [] } }
                """,
            """
            study.yaml:9:5: error: table 'a' needs 'variable' [missing-key]
                9 |   - { id: a, kind: response, rates: [ORR] }
                  |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
               help: add 'variable: best_response'

            study.yaml:9:37: error: expected a mapping of names to texts or lists of texts for 'rates', found a list [wrong-type]
                9 |   - { id: a, kind: response, rates: [ORR] }
                  |                                     ^^^^^

            study.yaml:10:65: error: 'CR' stands twice in 'rates' [duplicate-name]
               10 |   - { id: b, kind: response, variable: best, rates: { ORR: [CR, CR], DCR: [] } }
                  |                                                                 ^^
               note: first given here (study.yaml:10:61)
               help: keep one of the two, or rename one

            study.yaml:10:75: error: expected at least one value for 'rates', found an empty list [wrong-type]
               10 |   - { id: b, kind: response, variable: best, rates: { ORR: [CR, CR], DCR: [] } }
                  |                                                                           ^^
            """)
    }

    @Test func risksAreNotCombinedOverStrata() {
        expectFaults(
            in: head + """
                tables:
                  - { id: a, kind: response, variable: best, ratio: risk, strata: [site] }
                """,
            """
            study.yaml:9:46: error: 'ratio: risk' and 'strata' exclude each other [conflicting-keys]
                9 |   - { id: a, kind: response, variable: best, ratio: risk, strata: [site] }
                  |                                              ^^^^^
               note: within strata the common odds ratio is estimated
               help: write ratio: odds, or leave out 'strata'
            """)
    }

    @Test func anOutcomeIsNoCovariate() {
        expectFaults(
            in: head + """
                tables:
                  - { id: a, kind: logistic, outcome: best, event: CR, rows: [age, best] }
                """,
            """
            study.yaml:9:68: error: 'best' can't be the outcome and a covariate [conflicting-keys]
                9 |   - { id: a, kind: logistic, outcome: best, event: CR, rows: [age, best] }
                  |                                                                    ^^^^
               help: delete it from 'rows'
            """)
    }

    @Test func aPairIsOfTwoVariables() {
        expectFaults(
            in: head + """
                tables:
                  - { id: a, kind: paired, pairs: [{ before: age, after: age }] }
                  - { id: b, kind: paired, by: none, total: false, pairs: [{ before: age, after: sex }] }
                  - { id: c, kind: paired, test: exact, exact_below: 10, pairs: [{ before: age, after: sex }] }
                  - { id: d, kind: paired, pairs: [{ before: age }] }
                """,
            """
            study.yaml:9:58: error: 'age' can't be before and after [conflicting-keys]
                9 |   - { id: a, kind: paired, pairs: [{ before: age, after: age }] }
                  |                                                          ^^^
               note: it is 'before' here (study.yaml:9:46)
               help: name the variable of the second measurement

            study.yaml:10:38: error: 'total: false' leaves no patients beside 'by: none' [conflicting-keys]
               10 |   - { id: b, kind: paired, by: none, total: false, pairs: [{ before: age, after: sex }] }
                  |                                      ^^^^^
               note: 'by' is given here (study.yaml:10:28)
               help: delete one or the other

            study.yaml:11:41: error: 'exact_below' is of 'test: exact-or-corrected', and this table has 'test: exact' [conflicting-keys]
               11 |   - { id: c, kind: paired, test: exact, exact_below: 10, pairs: [{ before: age, after: sex }] }
                  |                                         ^^^^^^^^^^^
               note: 'test' is given here (study.yaml:11:28)
               help: delete one or the other

            study.yaml:12:36: error: pair 1 needs 'after' [missing-key]
               12 |   - { id: d, kind: paired, pairs: [{ before: age }] }
                  |                                    ^^^^^^^^^^^^^^^
               help: add 'after: pain_12'
            """)
    }

    @Test func covariatesEnterByOneRule() {
        expectFaults(
            in: head + """
                endpoints:
                  os: { from: a, event: b, censor: c }
                tables:
                  - { id: a, kind: cox, endpoints: [os], rows: [age, sex], multivariable: {} }
                  - { id: b, kind: cox, endpoints: [os], rows: [age, sex], multivariable: { p_below: 0.05, all: true } }
                  - { id: c, kind: cox, endpoints: [os], rows: [age, sex], multivariable: { p_below: 5 } }
                  - { id: d, kind: cox, endpoints: [os], rows: [age, sex], multivariable: { variables: [agee] } }
                """,
            """
            study.yaml:11:60: error: section 'multivariable' needs 'p_below' [missing-key]
               11 |   - { id: a, kind: cox, endpoints: [os], rows: [age, sex], multivariable: {} }
                  |                                                            ^^^^^^^^^^^^^
               help: add 'p_below: 0.05'

            study.yaml:12:92: error: 'all' can't stand with 'p_below': there is one rule [conflicting-keys]
               12 |   - { id: b, kind: cox, endpoints: [os], rows: [age, sex], multivariable: { p_below: 0.05, all: true } }
                  |                                                                                            ^^^
               note: 'p_below' is given here (study.yaml:12:77)
               help: delete one or the other

            study.yaml:13:86: error: expected a number between 0 and 1 for 'p_below', found 5 [out-of-range]
               13 |   - { id: c, kind: cox, endpoints: [os], rows: [age, sex], multivariable: { p_below: 5 } }
                  |                                                                                      ^
               help: write 0.05 for 5 %

            study.yaml:14:89: error: variable 'agee' is not in 'rows' [unknown-name]
               14 |   - { id: d, kind: cox, endpoints: [os], rows: [age, sex], multivariable: { variables: [agee] } }
                  |                                                                                         ^^^^
               help: did you mean 'age'?
            """)
    }

    @Test func aStratumIsNoRow() {
        expectFaults(
            in: head + """
                endpoints:
                  os: { from: a, event: b, censor: c }
                tables:
                  - { id: a, kind: cox, endpoints: [os, so], rows: [age, centre], strata: [centre], univariable_p: walds }
                """,
            """
            study.yaml:11:41: error: endpoint 'so' is not declared [unknown-name]
               11 |   - { id: a, kind: cox, endpoints: [os, so], rows: [age, centre], strata: [centre], univariable_p: walds }
                  |                                         ^^
               help: did you mean 'os'?

            study.yaml:11:76: error: 'centre' can't be in 'rows' and in 'strata' [conflicting-keys]
               11 |   - { id: a, kind: cox, endpoints: [os, so], rows: [age, centre], strata: [centre], univariable_p: walds }
                  |                                                                            ^^^^^^
               note: it is a row here (study.yaml:11:58)
               help: delete one or the other

            study.yaml:11:100: error: 'walds' is not a choice of 'univariable_p' [unknown-value]
               11 |   - { id: a, kind: cox, endpoints: [os, so], rows: [age, centre], strata: [centre], univariable_p: walds }
                  |                                                                                                    ^^^^^
               help: did you mean 'wald'?
            """)
    }

    @Test func incidencesNeedCompetingEvents() {
        expectFaults(
            in: head + """
                endpoints:
                  os: { from: a, event: b, censor: c }
                  dfs: { time: t, status: s, codes: { 1: event } }
                  relapse: { from: a, event: b, censor: c, competing: d }
                tables:
                  - { id: a, kind: incidence, endpoints: [os, relapse] }
                figures:
                  - { id: b, kind: incidence, panels: [{ endpoint: relapse }, { endpoint: dfs }] }
                """,
            """
            study.yaml:13:43: error: endpoint 'os' has no competing events, without which there is no cumulative incidence [unsuitable-name]
               13 |   - { id: a, kind: incidence, endpoints: [os, relapse] }
                  |                                           ^^
               note: it is declared here (study.yaml:9:3)
               help: add 'competing: transplant_date' to it
               help: or show 1 − survival: use kind kaplan-meier or survival

            study.yaml:15:75: error: endpoint 'dfs' has no competing events, without which there is no cumulative incidence [unsuitable-name]
               15 |   - { id: b, kind: incidence, panels: [{ endpoint: relapse }, { endpoint: dfs }] }
                  |                                                                           ^^^
               note: it is declared here (study.yaml:10:3)
               help: add 'TEXT: competing' to its codes
               help: or show 1 − survival: use kind kaplan-meier or survival
            """)
    }

    @Test func effectsAreNotAdjustedForTheArms() {
        expectFaults(
            in: head + """
                endpoints:
                  os: { from: a, event: b, censor: c }
                tables:
                  - { id: a, kind: effect, endpoints: [os], populations: [all, mached], adjust_for: [age, arm] }
                """,
            """
            study.yaml:11:64: error: population 'mached' is not declared [unknown-name]
               11 |   - { id: a, kind: effect, endpoints: [os], populations: [all, mached], adjust_for: [age, arm] }
                  |                                                                ^^^^^^
               help: valid populations: 'all'

            study.yaml:11:91: error: 'arm' can't be used here: the arms are what is compared [unsuitable-name]
               11 |   - { id: a, kind: effect, endpoints: [os], populations: [all, mached], adjust_for: [age, arm] }
                  |                                                                                           ^^^
               help: delete it
            """)
    }
}
