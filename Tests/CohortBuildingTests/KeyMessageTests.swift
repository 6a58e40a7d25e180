import Diagnostics
import StudyFiles
import TestSupport
import Testing

/// The exact texts of messages on keys, links and single cells.
@Suite struct KeyMessageTests {
    @Test func keysMustBeUniqueAndFilledIn() {
        StudyFixture(patients: "id,x\nP1,1\n,2\nP2,3\nP1,4\nNA,5\n P2 ,6\n", missing: ["NA"]).expect(
            """
            patients.csv:3:1: error: 'id' must name the row, the cell is empty [missing-patient-key]
               help: fill in the cell, or delete the row

            patients.csv:5:1: error: 'id' must be unique, found 'P1' again [duplicate-key]
               note: it stands first here (patients.csv:2:1)
               help: delete one of the rows, or correct its key

            patients.csv:6:1: error: 'id' must name the row, 'NA' is a missing code [missing-patient-key]
               help: fill in the cell, or delete the row

            patients.csv:7:2: error: 'id' must be unique, found 'P2' again [duplicate-key]
               note: it stands first here (patients.csv:4:1)
               help: delete one of the rows, or correct its key
            """)
    }

    @Test func linkedRowsMustBelongToAPatient() {
        var fixture = StudyFixture(patients: "id\nP1\nP2\n")
        fixture.link("ae", "row,id,term\n1,P1,Fever\n2,P3,Rash\n3,,Rash\n3,P2,Fever\n", key: "row")
        fixture.expect(
            """
            ae.csv:3:3: error: patient 'P3' doesn't exist in 'patients.csv' [orphan-row]
               help: correct the key, add the patient, or delete the row

            ae.csv:4:3: error: 'id' must name the patient, the cell is empty [missing-patient-key]
               help: fill in the cell, or delete the row

            ae.csv:5:1: error: 'row' must be unique, found '3' again [duplicate-key]
               note: it stands first here (ae.csv:4:1)
               help: delete one of the rows, or correct its key
            """)
    }

    @Test(arguments: [
        ("6O", "correct the cell, or add '6O' to data.patients.missing if it stands for a missing value"),
        ("<0.1", "correct the cell, or add '<0.1' to data.patients.missing if it stands for a missing value"),
        ("inf", "correct the cell, or add 'inf' to data.patients.missing if it stands for a missing value"),
        ("nan", "correct the cell, or add 'nan' to data.patients.missing if it stands for a missing value"),
        ("12,5", "write it with a decimal point: 12.5, or set data.patients.decimal to comma for the whole file"),
        ("-80.1 %", "write it without the percent sign: -80.1"),
        ("1,234", "write it without a thousands separator: 1234, or with a decimal point: 1.234"),
        ("1,234,567", "write it without a thousands separator: 1234567"),
        ("1,234.5", "write it without a thousands separator: 1234.5"),
    ])
    func cellsThatAreNoNumbers(cell: String, help: String) {
        var fixture = StudyFixture(patients: "id,afp\n1,\"\(cell)\"\n2,5\n")
        fixture.declare("afp", kind: .continuous)
        fixture.expect(
            """
            patients.csv:2:3: error: 'afp' must be a number, found '\(cell)' [unparsable-number]
               help: \(help)
            """)
    }

    /// A message is about a value: the cells that hold it too are counted, and the first of them named.
    @Test func equalCellsAtFaultAreOneMessage() {
        var fixture = StudyFixture(
            patients: "id,afp\n" + (1...9).map { "\($0),\($0 % 4 == 0 ? "no" : "yes")\n" }.joined())
        fixture.declare("afp", kind: .continuous)
        fixture.expect(
            """
            patients.csv:2:3: error: 'afp' must be a number, found 'yes' [unparsable-number]
               note: 6 more cells have the same value: line 3, line 4, line 6 and so on
               help: correct the cell, or add 'yes' to data.patients.missing if it stands for a missing value

            patients.csv:5:3: error: 'afp' must be a number, found 'no' [unparsable-number]
               note: 1 more cell has the same value: line 9
               help: correct the cell, or add 'no' to data.patients.missing if it stands for a missing value
            """)
    }

    @Test func aColumnOfNumbersWithASlipIsNotSilentlyCategorical() {
        let rows = (1...19).map { "\($0),\($0 + 40)\n" }.joined()
        var fixture = StudyFixture(patients: "id,age\n\(rows)20,6O\n")
        fixture.declare("age")
        fixture.expect(
            """
            patients.csv:21:4: warning: 'age' seems to hold numbers, but is categorical, with 20 levels, for cells such as '6O' [unparsable-number]
               help: correct the cell, or add '6O' to data.patients.missing if it stands for a missing value
               help: declare variables.age with 'type: categorical' if it is
            """)
        // Among decimal points a comma is a slip.
        fixture.files["patients.csv"] = Array("id;age\n1;60.5\n2;61,25\n".utf8)
        fixture.study.dataFiles[0].delimiter = UInt8(ascii: ";")
        fixture.expect(
            """
            patients.csv:3:3: warning: 'age' seems to hold numbers, but is categorical, with 2 levels, for cells such as '61,25' [unparsable-number]
               help: write it with a decimal point: 61.25, or set data.patients.decimal to comma for the whole file
               help: declare variables.age with 'type: categorical' if it is
            """)
    }

    @Test func aColumnOfNumbersWithDecimalCommasIsRefused() {
        var fixture = StudyFixture(
            patients: "id;age\n1;60\n2;61,25\n3;unknown\n4;1,5\n5;2\n6;3\n7;4\n8;5\n9;6\n10;7\n")
        fixture.declare("age")
        fixture.study.dataFiles[0].delimiter = UInt8(ascii: ";")
        fixture.expect(
            """
            patients.csv:3:3: error: 'age' holds numbers with a decimal comma, such as '61,25' [unparsable-number]
               help: set data.patients.decimal to comma, for all numbers of the file
               help: declare variables.age with 'type: categorical' if they are no numbers
            """)
        fixture.study.variables[0].kind = .categorical
        fixture.expect("")
    }

    @Test func cellsThatAreNoDates() {
        var fixture = StudyFixture(
            patients: """
                id,start,death,last
                1,3/4/2021,,2021-05-01
                2,2021-04-03,2023-02-30,2023-03-01
                3,2021-4-3,,soon
                4,2021-04-03,2021-13-01,2021-05-01
                """)
        fixture.study.endpoints = [.dates("os", start: "start", events: ["death"], censoring: "last")]
        fixture.expect(
            """
            patients.csv:2:3: error: 'start' must be a date as YYYY-MM-DD, found '3/4/2021' [unparsable-date]
               help: write it as 2021-04-03 (day first) or 2021-03-04 (month first), or set data.patients.dates to day-month-year or month-day-year for the whole file

            patients.csv:3:14: error: 'death' must be a day of the calendar, found '2023-02-30' [impossible-date]
               note: February 2023 has the days 01 to 28
               help: correct the cell

            patients.csv:4:3: error: 'start' must be a date as YYYY-MM-DD, found '2021-4-3' [unparsable-date]
               help: write it as 2021-04-03, or set data.patients.dates to year-month-day for the whole file

            patients.csv:4:13: error: 'last' must be a date as YYYY-MM-DD, found 'soon' [unparsable-date]
               help: write it as YYYY-MM-DD, or add 'soon' to data.patients.missing if it stands for a missing value

            patients.csv:5:14: error: 'death' must be a day of the calendar, found '2021-13-01' [impossible-date]
               note: months are 01 to 12
               help: correct the cell
            """)
    }

    /// Twenty messages of a kind are enough for a file; the rest is counted.
    @Test func manyFaultsAreCounted() {
        let rows = (1...50).map { "\($0),x\($0)\n" }.joined()
        var fixture = StudyFixture(patients: "id,age\n\(rows)")
        fixture.declare("age", kind: .continuous)
        let (cohort, sink) = fixture.build()
        #expect(cohort == nil)
        #expect(sink.diagnostics.count == 21)
        #expect(sink.diagnostics.first?.location?.line == 2)
        #expect(sink.diagnostics.last?.summary == "30 more messages of this kind in 'patients.csv'")
    }

    /// A message may show the cell at fault, and nothing else of the patient.
    @Test func noMessageShowsTheRestOfTheRow() {
        var fixture = StudyFixture(
            patients: """
                id,secret,age,start,death,last,months,status
                KEY1,SECRET1,x,2021-01-01,2020-01-01,2021-02-01,-1,9
                KEY2,SECRET2,5,2021-01-01,2021-03-01,2021-02-01,0,1
                KEY3,SECRET3,6,2021-01-01,,2021-01-01,3,1
                """)
        fixture.declare("age", kind: .continuous)
        fixture.study.endpoints = [
            .dates("os", start: "start", events: ["death"], censoring: "last"),
            .columns("pfs", time: "months", status: "status"),
        ]
        let text = rendered(fixture.build().sink)
        #expect(!text.isEmpty)
        for secret in ["KEY", "SECRET", "2021-01-01", "2021-02-01"] {
            #expect(!text.contains(secret), "\(secret) in\n\(text)")
        }
    }
}
