import StudyFiles
import Testing

/// The exact texts of messages on the form of data files.
@Suite struct FileMessageTests {
    @Test(arguments: [
        (
            "a closing quote that is missing", "id,x\n1,\"two\n2,3\n",
            """
            patients.csv:2:3: error: quoted cell has no closing quote [csv-syntax]
               help: close the quote, or double a quote that belongs to the text: \"\"
            """
        ),
        (
            "text after a closing quote", "id,x\n1,\"a\nb\"c\n2,3\n",
            """
            patients.csv:3:3: error: closing quote must end the cell, text follows [csv-syntax]
               note: the cell begins here (patients.csv:2:3)
               help: double a quote that belongs to the text: \"\"; delete blanks after the closing quote
            """
        ),
        (
            "a quote inside a cell", "id,x\n1,5\" tube\n",
            """
            patients.csv:2:4: error: quote stands inside a cell that doesn't begin with one [csv-syntax]
               help: enclose the whole cell in quotes and double the quote inside: "5"" tube"
            """
        ),
        (
            "blanks before a quote", "id,x\n1,  \"a\"\n",
            """
            patients.csv:2:5: error: quote stands inside a cell that doesn't begin with one [csv-syntax]
               help: delete the blanks before the quote
            """
        ),
        (
            "rows too long and too short", "id,x\n1,2,3\n2\n3,\"4\",5,6\n",
            """
            patients.csv:2:5: error: row has 3 cells, the header has 2 [csv-syntax]
               help: enclose a cell that holds the delimiter ',' in quotes

            patients.csv:3:2: error: row has 1 cell, the header has 2 [csv-syntax]
               help: give every row as many cells as the header, empty where missing

            patients.csv:4:7: error: row has 4 cells, the header has 2 [csv-syntax]
               help: enclose a cell that holds the delimiter ',' in quotes
            """
        ),
        (
            "names that are empty or stand twice", "id,,age,age, id\n1,2,3,4,5\n",
            """
            patients.csv:1:4: error: column 2 has no name [csv-syntax]
               help: name the column in the first row, or delete it

            patients.csv:1:9: error: column 'age' stands twice in the header [duplicate-column]
               note: it stands first here (patients.csv:1:5)
               help: rename one of them

            patients.csv:1:14: error: column 'id' stands twice in the header [duplicate-column]
               note: it stands first here (patients.csv:1:1)
               help: rename one of them
            """
        ),
        (
            "another delimiter", "id;age;sex\n1;60,5;M\n2;61;F\n",
            """
            patients.csv:1:1: error: only one column found, and its name holds ';' [csv-syntax]
               help: add 'delimiter: ";"' to data.patients in 'study.yaml'
            """
        ),
        (
            "tabs", "id\tage\n1\t60\n",
            """
            patients.csv:1:1: error: only one column found, and its name holds a tab [csv-syntax]
               help: add 'delimiter: "\\t"' to data.patients in 'study.yaml'
            """
        ),
        (
            "an empty file", "\u{FEFF}\n \n",
            """
            patients.csv:1:1: error: file is empty [csv-syntax]
               help: begin it with a row of column names
            """
        ),
        (
            "NUL bytes", "id,x\n1,a\u{0}b\n",
            """
            patients.csv:2:4: error: NUL byte: this is no text [csv-syntax]
               help: export the file as CSV in UTF-8
            """
        ),
        (
            "no rows", "id,x\n",
            """
            study.yaml:1:1: error: 'patients.csv' has no patients [empty-population]
               help: add a row for each patient below the header
            """
        ),
    ])
    func faultsOfForm(name: String, csv: String, expected: String) {
        StudyFixture(patients: csv).expect(expected)
    }

    @Test func otherDelimitersAreNamed() {
        StudyFixture(patients: "id,x\n1,2\n", delimiter: ";").expect(
            """
            patients.csv:1:1: error: only one column found, and its name holds ',' [csv-syntax]
               help: add 'delimiter: ","' to data.patients in 'study.yaml'
            """)
        StudyFixture(patients: "id\tx\n1\t2\t3\n", delimiter: "\t").expect(
            """
            patients.csv:2:5: error: row has 3 cells, the header has 2 [csv-syntax]
               help: enclose a cell that holds the delimiter 'tab' in quotes
            """)
    }

    @Test func aLongCellAndAWideHeader() {
        let cell = String(repeating: "x", count: (1 << 20) + 1)
        StudyFixture(patients: "id\n\(cell)\n").expect(
            """
            patients.csv:2:1: error: cell is longer than 1048576 bytes [csv-syntax]
               help: look for a quote that is not closed
            """)
        let header = (0...65_536).map { "c\($0)" }.joined(separator: ",")
        StudyFixture(patients: header).expect(
            """
            patients.csv:1:447643: error: header has more than 65536 columns [csv-syntax]
               help: check that the file has one row a patient, and its delimiter
            """)
    }

    /// Paths in messages begin where the study file's does.
    @Test func pathsAreThoseOfTheStudyFile() {
        var fixture = StudyFixture(patients: "id,x\n1\n")
        fixture.study.file = "trials/a/study.yaml"
        fixture.study.dataFiles[0].path = StudyFixture.at("my data/patients.txt")
        fixture.files = ["my data/patients.txt": fixture.files["patients.csv"] ?? []]
        fixture.expect(
            """
            trials/a/my data/patients.txt:2:2: error: row has 1 cell, the header has 2 [csv-syntax]
               help: give every row as many cells as the header, empty where missing
            """)
    }

    @Test func filesThatCannotBeReadAreAllNamed() {
        var fixture = StudyFixture("file: patients.csv, ae.csv", patients: "id\n1\n")
        fixture.study.dataFiles[0].path = fixture.yaml.at("patients.csv")
        fixture.link("ae", "id\n1\n")
        fixture.study.dataFiles[1].path = fixture.yaml.at("ae.csv")
        fixture.files = [:]
        fixture.expect(
            """
            study.yaml:1:7: error: file 'patients.csv' can't be read: no such file [unreadable-file]
                1 | file: patients.csv, ae.csv
                  |       ^^^^^^^^^^^^
               help: check the path; it is relative to the study file

            study.yaml:1:21: error: file 'ae.csv' can't be read: no such file [unreadable-file]
                1 | file: patients.csv, ae.csv
                  |                     ^^^^^^
               help: check the path; it is relative to the study file
            """)
    }

    /// The faults of several files come out of one run, and a file at fault does not make others seem so.
    @Test func faultsOfAllFilesComeInOneRun() {
        var fixture = StudyFixture(patients: "id,x\n1\n2,3\n")
        fixture.link("ae", "id,grade\n1,\"2\n")
        fixture.link("labs", "id,value\n9,1\n")
        fixture.expect(
            """
            ae.csv:2:3: error: quoted cell has no closing quote [csv-syntax]
               help: close the quote, or double a quote that belongs to the text: \"\"

            patients.csv:2:2: error: row has 1 cell, the header has 2 [csv-syntax]
               help: give every row as many cells as the header, empty where missing
            """)
    }
}
