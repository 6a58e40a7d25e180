import Foundation
import Results
import TestSupport
import Testing

/// The liver-cancer study with its data in a database.
@Suite struct DatabaseStudyTests {
    /// From a database comes the bundle that comes from the files, but for what says where the data are.
    @Test func theBundleIsThatOfTheFiles() throws {
        let study = try TemporaryStudy()
        let server = try PostgreSQLServer()
        let fromFiles = "\(study.output)/files"
        let fromDatabase = "\(study.output)/database"
        let files = try runGreenwood(["build", study.studyFile, "-o", fromFiles])
        #expect(files.code == 0, "\(files.output)")
        try moveData(of: study, to: server)
        let database = try runGreenwood(["build", study.studyFile, "-o", fromDatabase])
        #expect(database.code == 0, "\(database.output)")

        var old = try study.files(in: fromFiles)
        var new = try study.files(in: fromDatabase)
        let manifest = String(decoding: try #require(new["manifest.json"]), as: UTF8.self)
        #expect(manifest.contains("clinic.patients of postgres:"))
        // The script reads from the database; results and manifest name the source.
        let script = String(decoding: try #require(new["appendix.R"]), as: UTF8.self)
        #expect(script.contains("from_database(\"postgres://owner@"))
        var results = try [old, new].map { try StudyResults(decodingJSON: Array(try #require($0["results.json"]))) }
        for index in results.indices {
            results[index].provenance.inputs = []
            results[index].replication = nil
        }
        #expect(results[0] == results[1])
        for name in ["manifest.json", "results.json", "appendix.R"] {
            old[name] = nil
            new[name] = nil
        }
        #expect(Set(old.keys) == Set(new.keys))
        for (name, bytes) in old {
            #expect(bytes == new[name], "\(name)")
        }
    }

    /// A server that goes while rows are on their way leaves the bundle as it was.
    @Test func aLostServerLeavesTheBundle() throws {
        let study = try TemporaryStudy()
        #expect(try runGreenwood(["build", study.studyFile, "-o", study.output]).code == 0)
        let before = try study.files(in: study.output)
        let server = try PostgreSQLServer()
        try study.edit(
            "{ file: data/patients.csv, key: id }",
            """
            { source: "\(server.address())", key: id,
                query: 'SELECT g AS id, pg_sleep(0.01) FROM generate_series(1, 100000) g' }
            """)
        let crash = Thread {
            let count =
                "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'COPY%generate_series%' AND pid <> pg_backend_pid()"
            while (try? server.run(count)) == "0" { Thread.sleep(forTimeInterval: 0.05) }
            try? server.crash()
        }
        crash.start()
        let lost = try runGreenwood(["build", study.studyFile, "-o", study.output])
        #expect(lost.code == 1)
        #expect(lost.output.contains("error: connection to 'postgres://"))
        #expect(lost.output.contains(" broke off: "))
        #expect(lost.output.contains("[unreadable-database]"))
        #expect(try study.files(in: study.output) == before)
    }

    /// The password comes from the environment, and is nowhere in what is printed or written.
    @Test func thePasswordIsNowhere() throws {
        let study = try TemporaryStudy()
        let server = try PostgreSQLServer()
        try moveData(of: study, to: server, user: "reader")
        try server.run(
            "CREATE ROLE reader LOGIN PASSWORD 'Kq7-unguessable'; GRANT USAGE ON SCHEMA clinic TO reader; "
                + "GRANT SELECT ON ALL TABLES IN SCHEMA clinic TO reader")
        let refused = try runGreenwood(
            ["build", study.studyFile, "-o", study.output], environment: ["PGPASSWORD": "Kq7-mistyped"])
        #expect(refused.code == 1)
        #expect(refused.output.contains("refuses the connection: password authentication failed for user \"reader\""))
        #expect(!refused.output.contains("Kq7"))
        let built = try runGreenwood(
            ["build", study.studyFile, "-o", study.output, "--verbose"], environment: ["PGPASSWORD": "Kq7-unguessable"])
        #expect(built.code == 0, "\(built.output)")
        #expect(!built.output.contains("Kq7"))
        for (name, bytes) in try study.files(in: study.output) {
            #expect(bytes.range(of: Data("Kq7-".utf8)) == nil, "\(name)")
        }
    }

    /// Loads the study's files into typed tables and names those instead.
    private func moveData(of study: TemporaryStudy, to server: PostgreSQLServer, user: String = "owner") throws {
        try server.run("CREATE SCHEMA clinic")
        for (name, keys) in [
            ("patients", "key: id"), ("adverse_events", "patient: id"), ("screening", "key: screening_id"),
        ] {
            let file = study.root.appending(path: "studies/hcc/data/\(name).csv")
            let csv = try Data(contentsOf: file)
            let lines = String(decoding: csv, as: UTF8.self).split(separator: "\n")
            let header = lines[0].split(separator: ",")
            // A typed table: what is a day or a truth in all rows is one in the database too.
            let columns = header.enumerated().map { index, column in
                let cells = lines.dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false) }
                    .compactMap { $0.count == header.count && !$0[index].isEmpty ? $0[index] : nil }
                let isDay = cells.allSatisfy { $0.wholeMatch(of: /\d{4}-\d{2}-\d{2}/) != nil }
                let isNumber = cells.allSatisfy { $0.wholeMatch(of: /-?\d+(\.\d+)?/) != nil }
                return "\"\(column)\" \(isDay ? "date" : isNumber ? "numeric" : "text")"
            }
            try server.run("CREATE TABLE clinic.\(name) (\(columns.joined(separator: ", ")))")
            try server.load(csv, into: "clinic.\(name)")
            try study.edit(
                "{ file: data/\(name).csv, \(keys) }",
                "{ source: \"\(server.address(user: user))\", table: clinic.\(name), \(keys) }")
            try FileManager.default.removeItem(at: file)
        }
    }
}
