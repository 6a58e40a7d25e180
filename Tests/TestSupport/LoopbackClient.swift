import Foundation

/// Asks a server on this machine: requests as bytes, because a library would clean up the paths that are tested.
public struct LoopbackClient: Sendable {
    /// Nobody listens.
    public struct Refused: Error {}

    /// The port on this machine.
    public let port: Int

    /// Talks to a port.
    public init(port: Int) { self.port = port }

    /// The whole answer to a request, with its head.
    ///
    /// Waits on a thread of its own: the server needs those that tests run on.
    public func get(_ path: String, host: String? = nil, method: String = "GET") async throws -> String {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { continuation.resume(with: Result { try answer(path, host, method) }) }
        }
    }

    private func answer(_ path: String, _ host: String?, _ method: String) throws -> String {
        #if canImport(Darwin)
            let kind = SOCK_STREAM
        #else
            let kind = Int32(SOCK_STREAM.rawValue)
        #endif
        let connection = socket(AF_INET, kind, 0)
        defer { close(connection) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let isConnected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(connection, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        guard isConnected else { throw Refused() }
        let request =
            "\(method) \(path) HTTP/1.1\r\nHost: \(host ?? "127.0.0.1:\(port)")\r\nConnection: close\r\n\r\n"
        _ = request.withCString { send(connection, $0, request.utf8.count, 0) }
        var answer: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = recv(connection, &chunk, chunk.count, 0), count > 0 { answer += chunk[..<count] }
        return String(decoding: answer, as: UTF8.self)
    }
}
