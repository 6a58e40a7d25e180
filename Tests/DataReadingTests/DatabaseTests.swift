import StudyFiles
import Testing

@testable import DataReading

/// SQLite databases: tables, views and one SELECT; nothing else.
@Suite struct DatabaseTests {
    private func fixture(table: String? = nil, query: String? = nil) throws -> ReadingFixture {
        var fixture = try ReadingFixture(committed: "patients.sqlite")
        fixture.file.table = table.map { at($0) }
        fixture.file.query = query.map { at($0) }
        return fixture
    }

    @Test func viewsAndQueries() throws {
        #expect(try fixture(table: "older").cells().prefix(2) == [["id", "age"], ["P001", "61"]])
        #expect(try fixture(table: "PATIENTS").cells().count == 13)
        let query =
            "WITH o AS (SELECT * FROM older) SELECT id AS \"the id\", round(age / 3, 2) AS x FROM o ORDER BY id; -- end"
        #expect(
            try fixture(query: query).cells().prefix(3) == [["the id", "x"], ["P001", "20.33"], ["P002", "23.5"]])
    }

    @Test func tablesAreNamed() throws {
        try fixture().expect(
            """
            study.yaml:4:21: error: 'patients.sqlite' has 3 tables [no-such-table]
               note: they are 'older', 'patients', 'visits'
               help: add 'table: older' to data.patients
            """)
        try fixture(table: "patient").expect(
            """
            study.yaml:4:21: error: table 'patient' doesn't exist in 'patients.sqlite' [no-such-table]
               note: its tables are 'older', 'patients', 'visits'
               help: did you mean 'patients'?
            """)
    }

    @Test(arguments: [
        ("DELETE FROM patients", "not authorized"), ("PRAGMA table_info(patients)", "not authorized"),
        ("ATTACH 'x.db' AS x", "not authorized"), ("SELECT 1; SELECT 2", "it has more than one statement"),
        ("SELECT load_extension('x')", "not authorized to use function: load_extension"), (" ; ", "it is empty"),
        ("SELECT weight FROM patients", "no such column: weight"),
    ])
    func onlyReadingIsAllowed(query: String, reason: String) throws {
        try fixture(query: query).expect(
            """
            study.yaml:4:21: error: the query of 'patients.sqlite' can't be run: \(reason) [unreadable-data]
               help: write one SELECT that SQLite takes
            """)
    }

    @Test func aQueryWithoutEndEnds() throws {
        var image = try fixture().bytes
        image.withUnsafeMutableBufferPointer { image in
            let query = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
            #expect {
                try Database(image, millionSteps: 2)?.statement(query).step()
            } throws: { ($0 as? DatabaseFault)?.reason == "it takes too long" }
        }
    }

    @Test func bytesAreNoText() throws {
        try fixture(table: "visits").expect(
            """
            patients.sqlite:row 1:picture: error: 'patients.sqlite' can't be read as an SQLite database: the cell holds bytes (BLOB), which are no text [unreadable-data]
               help: leave the column out by 'query'
            """)
    }

    @Test func changesThatAreNotWrittenYetAreSaid() throws {
        var fixture = try fixture(table: "patients")
        fixture.companions["patients.sqlite-wal"] = [1]
        fixture.expect(
            """
            study.yaml:4:21: error: 'patients.sqlite' can't be read as an SQLite database: the file 'patients.sqlite-wal' beside it holds changes that are not in it yet [unreadable-data]
               help: close the program that uses it, or run: sqlite3 patients.sqlite 'PRAGMA wal_checkpoint(TRUNCATE)'
            """)
        fixture.companions["patients.sqlite-wal"] = []
        // The marks of a database with a log.
        (fixture.bytes[18], fixture.bytes[19]) = (2, 2)
        #expect(try fixture.cells().count == 13)
    }
}
