import Diagnostics
import TestSupport
import Testing

/// Messages about the form of a study file: its keys, version and expressions.
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
