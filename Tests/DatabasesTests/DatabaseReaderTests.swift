import Foundation
import StudyFiles
import TestSupport
import Testing

@testable import Databases

@Suite struct DatabaseReaderTests {
    /// Days, truths, numbers and texts stand as in a CSV file; NULL is an empty cell.
    @Test func cellsAreThoseOfACSVFile() throws {
        #expect(
            try Fixture.read(try Fixture.table()) == #"""
                id,born,seen,alive,dose,weight,arm
                1,1950-02-03,2020-01-01,true,12.50,0.1,"A, ""quoted"""
                2,,2020-01-01 12:30:00,false,-0.003,1e+300,""
                3,2001-12-31,,,,,Zürich

                """#)
    }

    @Test func aQueryMayEndAsItIsWritten() throws {
        let query = "SELECT id, arm AS \"arm, as treated\" FROM registry.patients WHERE id > 2 -- the last\n ;\n"
        #expect(try Fixture.read(try Fixture.table(query, isQuery: true)) == "id,\"arm, as treated\"\n3,Zürich\n")
    }

    @Test func namesAreTakenAsTheyAreWritten() throws {
        let server = try Fixture.server.get()
        try server.run(
            #"""
            CREATE SCHEMA "My.Data"; CREATE TABLE "My.Data"."Patients ""A""" AS SELECT 1 AS "Id";
            GRANT USAGE ON SCHEMA "My.Data" TO reader; GRANT SELECT ON "My.Data"."Patients ""A""" TO reader;
            """#)
        #expect(try Fixture.read(try Fixture.table(##""My.Data"."Patients ""A""""##)) == "Id\n1\n")
        #expect(CellTexts.parts(of: #"registry.Patients"#) == ["registry", "Patients"])
    }

    /// The digest knows the rows, not their order.
    @Test func theDigestDoesNotDependOnTheOrder() throws {
        func digest(_ query: String) throws -> String {
            try DatabaseReader().read(try Fixture.table(query, isQuery: true)).digest
        }
        let ascending = try digest("SELECT g FROM generate_series(1, 1000) g ORDER BY g")
        #expect(try digest("SELECT g FROM generate_series(1, 1000) g ORDER BY g DESC") == ascending)
        #expect(try digest("SELECT g FROM generate_series(1, 1001) g") != ascending)
        #expect(try digest("SELECT g AS h FROM generate_series(1, 1000) g") != ascending)
        // A row twice is not a row never: sums, not exclusive ors.
        #expect(try digest("SELECT 7 AS g UNION ALL SELECT 7") != digest("SELECT 8 AS g UNION ALL SELECT 8"))
    }

    /// What is read from one address is of one moment, whatever others write meanwhile.
    @Test func allTablesAreOfOneMoment() throws {
        let server = try Fixture.server.get()
        try server.run("CREATE TABLE registry.moments AS SELECT 1 AS n; GRANT SELECT ON registry.moments TO reader")
        let reader = DatabaseReader()
        let table = try Fixture.table("registry.moments")
        let before = try reader.read(table)
        try server.run("INSERT INTO registry.moments VALUES (2)")
        #expect(try reader.read(table).csv == before.csv)
        #expect(try DatabaseReader().read(table).csv == Array("n\n1\n2\n".utf8))
    }

    @Test func nothingCanBeWritten() throws {
        #expect(
            try Fixture.message(
                Fixture.table("SELECT nextval('registry.s')", isQuery: true, user: "owner")
                    .after { try Fixture.server.get().run("CREATE SEQUENCE registry.s") }) == """
                    study.yaml:5:5: error: query would change 'postgres://HOST/postgres', and it is only read: cannot execute \
                    nextval() in a read-only transaction [unreadable-database]
                       help: write a SELECT statement
                    """)
    }
}

extension DatabaseTable {
    /// The table, after something was done.
    func after(_ body: () throws -> Void) rethrows -> DatabaseTable {
        try body()
        return self
    }
}
