import Testing

@testable import StudyFiles

/// Messages about data files, arms and populations.
@Suite struct DataMessageTests {
    @Test func thePatientsAreNeeded() {
        expectFaults(
            in: """
                greenwood: 1
                study: { title: A study }
                data:
                  patient: { file: patients.csv }
                """,
            """
            study.yaml:3:1: error: section 'data' needs 'patients' [missing-key]
                3 | data:
                  | ^^^^
               help: name the file with one row a patient 'patients'
            """)
    }

    @Test func aLinkedFileNeedsThePatientsKey() {
        expectFaults(
            in: """
                greenwood: 1
                study: { title: A study }
                data:
                  patients: { file: patients.csv }
                  events: { file: events.csv, patient: id }
                """,
            """
            study.yaml:4:3: error: data file 'patients' needs 'key' [missing-key]
                4 |   patients: { file: patients.csv }
                  |   ^^^^^^^^
               note: 'events' is linked to it here (study.yaml:5:31)
               help: add 'key: id', the column that identifies a patient
            """)
    }

    @Test func patientsAreNotLinkedToThemselves() {
        expectFaults(
            in: """
                greenwood: 1
                study: { title: A study }
                data:
                  patients: { file: patients.csv, patient: id }
                """,
            """
            study.yaml:4:35: error: 'patient' links a file to the patients, and can't stand in their own [conflicting-keys]
                4 |   patients: { file: patients.csv, patient: id }
                  |                                   ^^^^^^^
               help: write 'key' for the column that identifies a patient
            """)
    }

    @Test func rowsOfThePatientsAreNotChosenInSilence() {
        expectFaults(
            in: """
                greenwood: 1
                study: { title: A study }
                data:
                  patients: { file: patients.csv, where: age > 18 }
                """,
            """
            study.yaml:4:35: error: 'where' chooses rows of other files, and can't stand in the patients' own [conflicting-keys]
                4 |   patients: { file: patients.csv, where: age > 18 }
                  |                                   ^^^^^
               help: leave patients out by 'exclusions', so that the flow chart counts them
            """)
    }

    @Test func anEndpointsFileIsLinked() {
        expectFaults(
            in: """
                greenwood: 1
                study: { title: A study }
                data:
                  patients: { file: patients.csv, key: id }
                  adtte: { file: adtte.csv }
                endpoints:
                  os: { source: adtte, time: AVAL, status: CNSR, codes: { 0: event } }
                """,
            """
            study.yaml:5:3: error: data file 'adtte' needs 'patient' [missing-key]
                5 |   adtte: { file: adtte.csv }
                  |   ^^^^^
               note: an endpoint takes its columns here (study.yaml:7:17)
               help: add 'patient: id', the column that holds the patient's key
            """)
    }

    @Test func checkboxesAreLevelsOnce() {
        expectFaults(
            in: """
                greenwood: 1
                study: { title: A study }
                data: { patients: { file: patients.csv } }
                variables:
                  sites: { checkboxes: { s1: Lung, s2: Lung } }
                """,
            """
            study.yaml:5:40: error: level 'Lung' has two checkboxes [duplicate-name]
                5 |   sites: { checkboxes: { s1: Lung, s2: Lung } }
                  |                                        ^^^^
               note: first given here (study.yaml:5:30)
               help: keep one of the two, or rename one
            """)
    }

    @Test func keysOfOtherFormsOfFilesAreRefused() {
        expectFaults(
            in: """
                greenwood: 1
                study: { title: A study }
                data:
                  patients: { file: patients.csv, sheet: Data }
                  events: { file: events.XLSX, delimiter: ";" }
                """,
            """
            study.yaml:4:35: error: 'sheet' says nothing of a text, which 'patients.csv' is by its name [conflicting-keys]
                4 |   patients: { file: patients.csv, sheet: Data }
                  |                                   ^^^^^
               help: delete it; what this file takes is 'delimiter' or 'encoding'

            study.yaml:5:32: error: 'delimiter' says nothing of an Excel workbook, which 'events.XLSX' is by its name [conflicting-keys]
                5 |   events: { file: events.XLSX, delimiter: ";" }
                  |                                ^^^^^^^^^
               help: delete it; what this file takes is 'sheet'
            """)
    }

    @Test(arguments: [
        ("a.csv", DataFormat.text), ("a.tsv.gz", .text), ("a", .text), ("a.XLSX", .workbook), ("a.xlsm", .workbook),
        ("a.sav", .spss), ("a.zsav", .spss), ("a.por", .spss), ("a.dta.gz", .stata), ("a.sas7bdat", .sas),
        ("a.xpt", .transport), ("a.sqlite3", .database), ("a.db", .database), ("sav", .text), ("", .text),
    ])
    func theEndOfANameSaysTheForm(path: String, format: DataFormat) {
        #expect(DataFormat(path: path) == format)
    }

    @Test func armsAreThoseInOrder() {
        expectFaults(
            in: """
                greenwood: 1
                study: { title: A study }
                data: { patients: { file: patients.csv } }
                arms:
                  column: arm
                  order: [Control, Radiotherapy, Control]
                """,
            """
            study.yaml:6:34: error: 'Control' stands twice in 'order' [duplicate-name]
                6 |   order: [Control, Radiotherapy, Control]
                  |                                  ^^^^^^^
               note: first given here (study.yaml:6:11)
               help: keep one of the two, or rename one
            """)
    }

    @Test func referenceAndLabelsAreArms() {
        expectFaults(
            in: """
                greenwood: 1
                study: { title: A study }
                data: { patients: { file: patients.csv } }
                arms:
                  column: arm
                  order: [Control, Radiotherapy]
                  reference: Controll
                  labels: { Radiotherapie: RT }
                """,
            """
            study.yaml:7:14: error: arm 'Controll' is not in 'order' [unknown-name]
                7 |   reference: Controll
                  |              ^^^^^^^^
               help: did you mean 'Control'?

            study.yaml:8:13: error: arm 'Radiotherapie' is not in 'order' [unknown-name]
                8 |   labels: { Radiotherapie: RT }
                  |             ^^^^^^^^^^^^^
               help: did you mean 'Radiotherapy'?
            """)
    }

    @Test func theNameAllIsTaken() {
        expectFaults(
            in: head + """
                populations:
                  all: { where: age > 18 }
                """,
            """
            study.yaml:9:3: error: population 'all' is everyone already [duplicate-name]
                9 |   all: { where: age > 18 }
                  |   ^^^
               help: give it another name
            """)
    }
}
