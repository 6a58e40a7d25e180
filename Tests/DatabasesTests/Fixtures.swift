import Diagnostics
import Foundation
import StudyFiles
import TestSupport

@testable import Databases

/// The server of these tests, and what is on it.
enum Fixture {
    static let server: Result<PostgreSQLServer, any Error> = Result {
        let server = try PostgreSQLServer()
        try server.run(
            """
            CREATE ROLE reader LOGIN PASSWORD 'sésame, ouvre-toi';
            CREATE ROLE stranger LOGIN PASSWORD 'x';
            CREATE SCHEMA registry;
            CREATE TABLE registry.patients (id int, born date, seen timestamp, alive boolean, dose numeric, weight float8,
                arm text);
            INSERT INTO registry.patients VALUES
                (1, '1950-02-03', '2020-01-01 00:00', true, 12.50, 0.1, 'A, "quoted"'),
                (2, NULL, '2020-01-01 12:30', false, -0.003, 1e300, ''),
                (3, '2001-12-31', NULL, NULL, NULL, NULL, 'Zürich');
            GRANT USAGE ON SCHEMA registry TO reader;
            GRANT SELECT ON registry.patients TO reader;
            """)
        let passwords = "\(server.folder)/passwords"
        try Data("*:*:*:reader:sésame, ouvre-toi\n*:*:*:stranger:wrong\n".utf8).write(to: URL(filePath: passwords))
        chmod(passwords, 0o600)
        return server
    }

    /// A table of the server as a study names it, each value at a place of its own.
    static func table(
        _ rows: String = "registry.patients", isQuery: Bool = false, user: String = "reader", address: String? = nil,
        timeout: Int = 600
    ) throws -> DatabaseTable {
        let server = try server.get()
        let own = server.address(user: user, parameters: "?passfile=\(server.folder)/passwords")
        func at(_ text: String, _ line: Int) -> Located<String> {
            Located(text, at: SourceLocation(file: "study.yaml", line: line, column: 5))
        }
        return DatabaseTable(
            source: at(address ?? own, 4), rows: isQuery ? .query(at(rows, 5)) : .table(at(rows, 5)), timeout: timeout)
    }

    /// The CSV text of a table.
    static func read(_ table: DatabaseTable) throws -> String {
        String(decoding: try DatabaseReader().read(table).csv, as: UTF8.self)
    }

    /// The message that reading a table ends with, the server's own folder as `HOST`.
    static func message(_ table: DatabaseTable) throws -> String {
        do {
            _ = try DatabaseReader().read(table)
            return "no message"
        } catch {
            let folder = try server.get()
            return DiagnosticFormatter().format(error.diagnostic)
                .replacing(folder.host, with: "HOST").replacing(folder.folder, with: "FOLDER")
        }
    }
}
