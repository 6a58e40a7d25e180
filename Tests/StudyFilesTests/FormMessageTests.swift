import Diagnostics
import TestSupport
import Testing

@testable import StudyFiles

/// Messages about the form of a study file: keys, types, names.
@Suite struct FormMessageTests {
    @Test func anUnknownKeyHasANearName() {
        expectFaults(
            in: head + """
                conventions:
                  km_intervall: log
                  tie: efron
                  colour: red
                """,
            """
            study.yaml:9:3: error: 'km_intervall' is not a key of section 'conventions' [unknown-key]
                9 |   km_intervall: log
                  |   ^^^^^^^^^^^^
               help: did you mean 'km_interval'?

            study.yaml:10:3: error: 'tie' is not a key of section 'conventions' [unknown-key]
               10 |   tie: efron
                  |   ^^^
               help: did you mean 'ties'?

            study.yaml:11:3: error: 'colour' is not a key of section 'conventions' [unknown-key]
               11 |   colour: red
                  |   ^^^^^^
               help: valid keys: 'level', 'km_interval', 'median', 'beyond_last_observation', 'ties', 'quantile_type', 'categorical_test', 'continuous_test'
            """)
    }

    @Test func aMissingKeyIsAskedForWithAnExample() {
        expectFaults(
            in: """
                greenwood: 1
                study: { short: S }
                data:
                  screening: { key: id }
                """,
            """
            study.yaml:2:1: error: section 'study' needs 'title' [missing-key]
                2 | study: { short: S }
                  | ^^^^^
               help: add 'title: A comparison of …'

            study.yaml:3:1: error: section 'data' needs 'patients' [missing-key]
                3 | data:
                  | ^^^^
               help: name the file with one row a patient 'patients'

            study.yaml:4:3: error: data file 'screening' needs 'file' [missing-key]
                4 |   screening: { key: id }
                  |   ^^^^^^^^^
               help: add 'file: patients.csv'
            """)
    }

    @Test func anEmptyFileNeedsItsSections() {
        expectFaults(
            in: "",
            """
            study.yaml:1:1: error: the study file needs 'greenwood', 'study' and 'data' [missing-key]
                1 | 
                  | ^
               help: add 'greenwood: 1'
               help: add 'study: { title: … }'
               help: add 'data: { patients: { file: patients.csv, key: id } }'
            """)
    }

    @Test func aFileThatIsNoMappingIsNamed() {
        expectFaults(
            in: """
                - greenwood: 1
                """,
            """
            study.yaml:1:1: error: expected a mapping for the study file, found a list [wrong-type]
                1 | - greenwood: 1
                  | ^
               help: write its keys: greenwood: …, study: …, data: …
            """)
    }

    @Test func aNewerLanguageIsRefusedAtOnce() {
        expectFaults(
            in: """
                greenwood: 2
                novelty: 1
                """,
            """
            study.yaml:1:12: error: study language 2 is newer than this program, which reads 1 [unsupported-version]
                1 | greenwood: 2
                  |            ^
               help: use a newer greenwood
            """)
    }

    @Test func anOlderLanguageDoesNotExist() {
        expectFaults(
            in: """
                greenwood: 0
                """,
            """
            study.yaml:1:12: error: study language 0 doesn't exist [unsupported-version]
                1 | greenwood: 0
                  |            ^
               help: write 'greenwood: 1'
            """)
    }

    @Test func aVersionIsANumber() {
        expectFaults(
            in: head.replacing("greenwood: 1", with: "greenwood: one"),
            """
            study.yaml:1:12: error: expected the number 1 for 'greenwood', found 'one' [wrong-type]
                1 | greenwood: one
                  |            ^^^
            """)
    }

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

    @Test func repeatedKeysDoNotHideOtherFaults() {
        expectFaults(
            in: head + """
                conventions:
                  level: 0.95
                  level: 0.9
                  tise: efron
                """,
            """
            study.yaml:10:3: error: key 'level' is given twice [duplicate-yaml-key]
               10 |   level: 0.9
                  |   ^^^^^
               note: first given here (study.yaml:9:3)
               help: keep one of the two, or rename one

            study.yaml:11:3: error: 'tise' is not a key of section 'conventions' [unknown-key]
               11 |   tise: efron
                  |   ^^^^
               help: did you mean 'ties'?
            """)
    }

    @Test func expressionsAreReadInPlace() {
        expectFaults(
            in: head + """
                populations:
                  old: { where: age > }
                  female: { where: "sex = 'F'" }
                  young:
                    where: >
                      age < 40 and
                      and
                exclusions:
                  - { where: age, because: Old }
                variables:
                  bmi: { formula: weight > 3 }
                """,
            """
            study.yaml:9:22: error: expected a value, found nothing [expression-syntax]
                9 |   old: { where: age > }
                  |                      ^

            study.yaml:10:25: error: '=' is not an operator [expression-syntax]
               10 |   female: { where: "sex = 'F'" }
                  |                         ^
               help: write '==' to compare

            study.yaml:12:12: error: expected a value, found 'and' [expression-syntax]
               12 |     where: >
                  |            ^

            study.yaml:16:14: error: expected a condition, found a value [expression-syntax]
               16 |   - { where: age, because: Old }
                  |              ^^^
               help: compare it: age >= 60, sex == "Female", grade is not missing

            study.yaml:18:19: error: expected a value, found a condition [expression-syntax]
               18 |   bmi: { formula: weight > 3 }
                  |                   ^^^^^^^^^^
            """)
    }

    @Test func quotedTextsStayOnOneLine() {
        let (_, sink) = read(head + "conventions:\n  ties: |\n    one\n    two\n")
        #expect(sink.diagnostics.map(\.summary) == ["'one two' is not a choice of 'ties'"])
    }

    /// A careless study file: everything that is wrong with it in one run.
    @Test func allFaultsAreReportedInOneRun() {
        let text = """
            greenwood: 1
            study: { titel: A study, synthetic: maybe, cutoff: 31/12/2024 }
            data:
              patients: { file: patients.csv, delimiter: comma }
              adverse events: { file: ae.csv, patient: id }
            arms: { column: arm, order: [A, B], reference: C }
            variables:
              age: { lable: Age, unit: years }
              age_group: { from: age, cut: [60, 40] }
              sex: { levels: [Female, Male], reference: female }
              stage: { groups: { Early: I, Late: [I, II] } }
              bmi: { formula: weight / height ^ }
            endpoints:
              os: { from: start, event: death }
              pfs: { time: t, status: s, codes: { 0: censored, 1: progressed }, at: [12, 6] }
            conventions: { level: 95, ties: breslov, quantile_type: 0 }
            populations:
              old: { where: age => 65 }
            tables:
              - { id: baseline, kind: baseline, rows: [] }
              - { id: baseline, kind: baseline, rows: [age, age], population: olde }
            figures:
              - { id: survival, kind: kaplan-meier, panels: [{ endpoint: oss }], risk_table: "yes" }
            manuscript: { style: nature-medicine, numbers: { trailing_zeros: no } }
            manuscript: {}

            """
        let (study, sink) = read(text)
        #expect(study == nil)
        expectGolden(rendered(sink, quoting: ["study.yaml": text]) + "\n", "Messages/study-file.txt")
    }
}
