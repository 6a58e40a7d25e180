import Testing

@testable import StudyFiles

/// Data that a database gives: how a study names them, and the messages about it.
@Suite struct DatabaseMessageTests {
    private func study(_ patients: String) -> String {
        "greenwood: 1\nstudy: { title: A study }\ndata:\n  patients: { \(patients) }\n"
    }

    @Test func aTableIsRead() throws {
        let study = try readSound(
            study("source: postgres://reader@db.example.org:5433/registry?sslmode=require, table: s.patients, key: id"))
        let file = study.dataFiles[0]
        #expect(file.path.value == "s.patients of postgres://db.example.org:5433/registry")
        #expect(file.key?.value == "id")
        let table = try #require(file.database)
        #expect(table.source.value == "postgres://reader@db.example.org:5433/registry?sslmode=require")
        #expect(table.rows.text.value == "s.patients")
        #expect(table.timeout == 600)
        #expect(table.pushDown == .auto)
    }

    @Test func aQueryIsRead() throws {
        let study = try readSound(
            study("source: postgres:///?service=registry, query: SELECT * FROM p, timeout: 5, push_down: never"))
        let table = try #require(study.dataFiles[0].database)
        #expect(study.dataFiles[0].path.value == "query 'patients' of postgres:///")
        #expect(table.rows == .query(Located("SELECT * FROM p", at: table.rows.text.location)))
        #expect(table.timeout == 5)
        #expect(table.pushDown == .never)
    }

    /// The message shows the line, and not the password in it.
    @Test func aPasswordIsRefusedAndNotRepeated() {
        expectFaults(
            in: study("source: postgres://reader:s3cr@t@db/registry, table: patients"),
            """
            study.yaml:4:23: error: 'source' must not hold a password [password-in-study]
                4 |   patients: { source: postgres://reader:******@db/registry, table: patients }
                  |                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
               help: give it in PGPASSWORD, in ~/.pgpass or in a service file
               help: whoever has seen this file knows the password: have it changed
            """)
    }

    /// Other faults of the line do not show the password either.
    @Test func noOtherMessageRepeatsAPassword() {
        expectFaults(
            in: study("source: postgres://db/registry?user=a&password=s3cret, tabel: patients"),
            """
            study.yaml:4:15: error: data file 'patients' needs 'table' or 'query' [missing-key]
                4 |   patients: { source: postgres://db/registry?user=a&password=******, tabel: patients }
                  |               ^^^^^^
               help: add 'table: schema.table', or 'query: SELECT …'

            study.yaml:4:23: error: 'source' must not hold a password [password-in-study]
                4 |   patients: { source: postgres://db/registry?user=a&password=******, tabel: patients }
                  |                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
               help: give it in PGPASSWORD, in ~/.pgpass or in a service file
               help: whoever has seen this file knows the password: have it changed

            study.yaml:4:70: error: 'tabel' is not a key of data file 'patients' [unknown-key]
                4 |   patients: { source: postgres://db/registry?user=a&password=******, tabel: patients }
                  |                                                                      ^^^^^
               help: did you mean 'table'?
            """)
    }

    @Test(arguments: [
        ("postgres://u:p@h/d", true), ("postgresql://:p@h", true), ("postgres://u:p/q@h/d", true),
        ("postgres://u:p?q@h", true), ("postgres://h/d?pass%77ord=x", true), ("postgres://h/d?sslpassword=x", true),
        ("postgres://u@h:5432/d", false), ("postgres://h/d?application_name=a:b@c", false), ("postgres:///", false),
        ("postgres://u@h1:1,h2:2/d?passfile=/p", false),
    ])
    func passwordsAreKnownWhereverTheyStand(address: String, holdsPassword: Bool) throws {
        #expect(try #require(DatabaseAddress(address)).holdsPassword == holdsPassword)
    }

    @Test func anAddressIsNeeded() {
        expectFaults(
            in: study("source: mysql://h/d, table: patients"),
            """
            study.yaml:4:23: error: expected the address of a database for 'source', found 'mysql://h/d' [wrong-type]
                4 |   patients: { source: mysql://h/d, table: patients }
                  |                       ^^^^^^^^^^^
               help: write it as postgres://host/database
            """)
    }

    @Test func whatIsReadMustBeSaid() {
        expectFaults(
            in: study("source: postgres://h/d"),
            """
            study.yaml:4:15: error: data file 'patients' needs 'table' or 'query' [missing-key]
                4 |   patients: { source: postgres://h/d }
                  |               ^^^^^^
               help: add 'table: schema.table', or 'query: SELECT …'
            """)
    }

    @Test func aFileIsNoDatabase() {
        expectFaults(
            in: study("file: patients.csv, source: postgres://h/d, table: t, query: SELECT 1"),
            """
            study.yaml:4:35: error: 'source' can't stand with 'file': rows come from a file or from a \
            database [conflicting-keys]
                4 |   patients: { file: patients.csv, source: postgres://h/d, table: t, query: SELECT 1 }
                  |                                   ^^^^^^
               note: 'file' is given here (study.yaml:4:15)
               help: delete one or the other

            study.yaml:4:69: error: 'query' can't stand with 'table': both say what is read [conflicting-keys]
                4 |   patients: { file: patients.csv, source: postgres://h/d, table: t, query: SELECT 1 }
                  |                                                                     ^^^^^
               note: 'table' is given here (study.yaml:4:59)
               help: delete one or the other
            """)
    }
}
