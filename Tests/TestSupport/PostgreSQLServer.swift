public import Foundation

#if canImport(Glibc)
    import Glibc
#endif

/// A PostgreSQL server of the tests' own, in a folder that goes with it: a socket in that folder, no port.
///
/// The user `owner` needs no password; every other needs one. A server does not run as root, so where the tests do, it
/// runs as `postgres` or `nobody`.
public final class PostgreSQLServer: Sendable {
    /// The folder of the socket, the data and the log.
    public let folder: String
    private let programs: String

    /// Why no server could be started.
    public struct Failure: Error, CustomStringConvertible {
        /// What failed, and what it said.
        public var description: String
    }

    /// Makes the data folder and starts a server in it.
    public init(settings: [String] = []) throws {
        programs = try Self.findPrograms()
        // The path of a socket has little more than a hundred characters.
        folder = "/tmp/gw\(UInt32.random(in: 0...0xFFFF_FFFF))"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        if let user = Self.unprivilegedUser { _ = try Self.run("/usr/bin/chown", [user, folder]) }
        Self.running.add(self)
        try call("initdb", ["-D", data, "-U", "owner", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"])
        let access = "local all owner trust\nlocal all all scram-sha-256\n"
        try Data(access.utf8).write(to: URL(filePath: "\(data)/pg_hba.conf"))
        let options =
            (["fsync=off", "listen_addresses=", "unix_socket_directories=\(folder)", "shared_buffers=32MB"] + settings)
            .map { "-c '\($0)'" }.joined(separator: " ")
        try call("pg_ctl", ["-D", data, "-l", "\(folder)/log", "-w", "-t", "60", "-o", options, "start"])
    }

    deinit { remove() }

    private var data: String { "\(folder)/data" }

    /// The address of a database on this server, for a user.
    public func address(user: String = "owner", database: String = "postgres", parameters: String = "") -> String {
        "postgres://\(user)@\(host)/\(database)\(parameters)"
    }

    /// The host as it stands in an address.
    public var host: String { folder.replacing("/", with: "%2F") }

    /// Runs statements as the owner, and gives what they print: cells divided by `|`.
    @discardableResult
    public func run(_ statements: String, database: String = "postgres", input: Data? = nil) throws -> String {
        try Self.run(
            "\(programs)/psql",
            ["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-c", statements, address(database: database)],
            input: input)
    }

    /// Fills a table from the text of a CSV file with a header.
    public func load(_ csv: Data, into table: String) throws {
        try run("\\copy \(table) FROM STDIN (FORMAT csv, HEADER)", input: csv)
    }

    /// Stops the server at once, as a machine that loses power does.
    public func crash() throws { try call("pg_ctl", ["-D", data, "-m", "immediate", "-w", "stop"]) }

    fileprivate func remove() {
        try? call("pg_ctl", ["-D", data, "-m", "immediate", "-w", "stop"])
        try? FileManager.default.removeItem(atPath: folder)
    }

    // MARK: Programs

    private func call(_ program: String, _ arguments: [String]) throws {
        var command = ["\(programs)/\(program)"] + arguments
        if let user = Self.unprivilegedUser { command = ["/usr/sbin/runuser", "-u", user, "--"] + command }
        // Foundation waits for the end of what a process inherits, and a server would keep it for ever.
        let closing =
            #"for file in /proc/$$/fd/*; do n=${file##*/}; [ "$n" -gt 2 ] && eval "exec $n>&-"; done; exec "$@""#
        _ = try Self.run("/bin/bash", ["-c", closing, "bash"] + command)
    }

    private static var unprivilegedUser: String? {
        guard geteuid() == 0 else { return nil }
        return ["postgres", "nobody"].first { getpwnam($0) != nil }
    }

    /// Debian keeps the server's programs off the PATH, in a folder for each version.
    private static func findPrograms() throws -> String {
        let versions = "/usr/lib/postgresql"
        let newest =
            (try? FileManager.default.contentsOfDirectory(atPath: versions))?
            .sorted { $0.localizedStandardCompare($1) == .orderedAscending }.map { "\(versions)/\($0)/bin" } ?? []
        let path = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":").map(String.init) ?? []
        guard
            let found = (newest.reversed() + path).first(where: {
                FileManager.default.isExecutableFile(atPath: "\($0)/initdb")
            })
        else { throw Failure(description: "no initdb: install PostgreSQL, as scripts/prepare.sh test does") }
        return found
    }

    private static func run(_ program: String, _ arguments: [String], input: Data? = nil) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: "/")
        // A file, for a server keeps what it inherits and a pipe would never end.
        let log = FileManager.default.temporaryDirectory.appending(path: "gw-log-\(UUID().uuidString)")
        _ = FileManager.default.createFile(atPath: log.path, contents: nil)
        defer { try? FileManager.default.removeItem(at: log) }
        let handle = try FileHandle(forWritingTo: log)
        (process.standardOutput, process.standardError) = (handle, handle)
        let source = Pipe()
        process.standardInput = input == nil ? FileHandle.nullDevice : source
        try process.run()
        if let input {
            try source.fileHandleForWriting.write(contentsOf: input)
            try source.fileHandleForWriting.close()
        }
        process.waitUntilExit()
        let output = String(decoding: try Data(contentsOf: log), as: UTF8.self)
        guard process.terminationStatus == 0 else { throw Failure(description: "\(program) \(arguments): \(output)") }
        return output.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// The servers that run; what is left of them at the end of the process is stopped.
    private static let running = Running()

    private final class Running: @unchecked Sendable {
        private struct Weak {
            weak var server: PostgreSQLServer?
        }
        private var servers: [Weak] = []
        private let lock = NSLock()

        init() { atexit { PostgreSQLServer.running.stop() } }

        func add(_ server: PostgreSQLServer) { lock.withLock { servers.append(Weak(server: server)) } }

        func stop() { for server in lock.withLock({ servers }) { server.server?.remove() } }
    }
}
