import Foundation
import TestSupport
import Testing

/// The exact text of the messages about databases that do not give their rows.
@Suite struct DatabaseMessageTests {
    @Test func missingTable() throws {
        #expect(
            try Fixture.message(try Fixture.table("registry.patient")) == """
                study.yaml:5:5: error: table 'registry.patient' doesn't exist in 'postgres://HOST/postgres' \
                [unreadable-database]
                   help: did you mean 'registry.patients'?
                """)
    }

    @Test func permissionDenied() throws {
        try Fixture.server.get().run("CREATE TABLE IF NOT EXISTS registry.payroll AS SELECT 1 AS salary")
        #expect(
            try Fixture.message(try Fixture.table("registry.payroll")) == """
                study.yaml:5:5: error: 'postgres://HOST/postgres' refuses to read: permission denied for table payroll \
                [unreadable-database]
                   help: ask the owner for GRANT SELECT on the table, and GRANT USAGE on its schema
                """)
    }

    @Test func wrongPassword() throws {
        #expect(
            try Fixture.message(try Fixture.table(user: "stranger")) == """
                study.yaml:4:5: error: 'postgres://HOST/postgres' refuses the connection: password authentication failed \
                for user "stranger" [unreadable-database]
                   help: check user and database in 'source', and the password in PGPASSWORD, ~/.pgpass or the service file
                """)
    }

    @Test func noPassword() throws {
        let address = try Fixture.server.get().address(user: "reader", parameters: "?passfile=/dev/null")
        #expect(
            try Fixture.message(try Fixture.table(address: address)) == """
                study.yaml:4:5: error: 'postgres://HOST/postgres' asks for a password: fe_sendauth: no password supplied \
                [unreadable-database]
                   help: give it in PGPASSWORD, in ~/.pgpass or in a service file, never in the study file
                """)
    }

    @Test func missingDatabase() throws {
        let address = try Fixture.server.get().address(database: "registre")
        #expect(
            try Fixture.message(try Fixture.table(address: address)) == """
                study.yaml:4:5: error: 'postgres://HOST/registre' refuses the connection: database "registre" does not \
                exist [unreadable-database]
                   help: check user and database in 'source', and the password in PGPASSWORD, ~/.pgpass or the service file
                """)
    }

    @Test func nobodyListens() throws {
        #expect(
            try Fixture.message(try Fixture.table(address: "postgres://reader@127.0.0.1:1/postgres")) == """
                study.yaml:4:5: error: 'postgres://127.0.0.1:1/postgres' can't be reached: Connection refused \
                [unreadable-database]
                   help: check host and port, and that a PostgreSQL server runs there
                """)
    }

    @Test func notAServer() throws {
        let other = try OtherServer()
        let message = try Fixture.message(
            try Fixture.table(address: "postgres://reader@127.0.0.1:\(other.port)/postgres?sslmode=disable"))
        #expect(
            message == """
                study.yaml:4:5: error: 'postgres://127.0.0.1:\(other.port)/postgres' can't be reached: expected \
                authentication request from server, but received H [unreadable-database]
                   help: check host and port, and that a PostgreSQL server runs there
                """)
    }

    @Test func queryAtFault() throws {
        #expect(
            try Fixture.message(try Fixture.table("SELECT borne FROM registry.patients", isQuery: true)) == """
                study.yaml:5:5: error: query fails in 'postgres://HOST/postgres': column "borne" does not exist \
                [unreadable-database]
                   help: correct the query
                """)
    }

    /// Only the cell at fault is shown, and it is the server that shows it.
    @Test func aValueAtFault() throws {
        #expect(
            try Fixture.message(try Fixture.table("SELECT arm::int FROM registry.patients", isQuery: true)) == """
                study.yaml:5:5: error: query fails in 'postgres://HOST/postgres': invalid input syntax for type integer: \
                "A, "quoted"" [unreadable-database]
                   help: correct the query
                """)
    }

    @Test func tooSlow() throws {
        #expect(
            try Fixture.message(try Fixture.table("SELECT pg_sleep(30)", isQuery: true, timeout: 1)) == """
                study.yaml:5:5: error: statement took longer than 1 second [unreadable-database]
                   help: raise 'timeout', select fewer columns, or let the database count with 'push_down'
                """)
    }

    @Test func oneNameTwice() throws {
        #expect(
            try Fixture.message(try Fixture.table("SELECT id, id FROM registry.patients", isQuery: true)) == """
                study.yaml:5:5: error: column 'id' is selected twice [duplicate-column]
                   help: give one of them another name with AS
                """)
    }

    /// The server ends the connection while rows are on their way.
    @Test func theServerGoesInMidQuery() async throws {
        let slow = try Fixture.table(
            "SELECT g, pg_sleep(0.01) FROM generate_series(1, 100000) g WHERE 'mid-query' <> ''", isQuery: true)
        let message = Task { try Fixture.message(slow) }
        let server = try Fixture.server.get()
        let ending = "FROM pg_stat_activity WHERE query LIKE 'COPY%mid-query%' AND pid <> pg_backend_pid()"
        while try server.run("SELECT count(*) \(ending)") == "0" { try await Task.sleep(for: .milliseconds(50)) }
        try server.run("SELECT pg_terminate_backend(pid) \(ending)")
        #expect(
            try await message.value == """
                study.yaml:5:5: error: connection to 'postgres://HOST/postgres' broke off: terminating connection due to \
                administrator command [unreadable-database]
                   help: run it again; nothing was written, and the bundle is as it was
                """)
    }
}

/// A server of the web, which answers whoever connects.
private final class OtherServer: @unchecked Sendable {
    let port: UInt16
    private let listener: Int32

    init() throws {
        let own = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                _ = bind(own, $0, length)
                listen(own, 4)
                getsockname(own, $0, &length)
            }
        }
        port = UInt16(bigEndian: address.sin_port)
        listener = own
        Thread.detachNewThread {
            while true {
                let client = accept(own, nil, nil)
                guard client >= 0 else { return }
                // What was not read would end the connection before the answer arrives.
                var request = [UInt8](repeating: 0, count: 1024)
                _ = recv(client, &request, request.count, 0)
                let answer = "HTTP/1.1 400 Bad Request\r\n\r\n"
                _ = answer.withCString { send(client, $0, answer.utf8.count, 0) }
                close(client)
            }
        }
    }

    deinit { shutdown(listener, Int32(SHUT_RDWR)) }
}
