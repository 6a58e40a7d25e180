internal import Foundation

/// A server for one person on this machine: it takes requests on the loopback address, one a connection.
///
/// A request is its first line and its headers, at most 16 KiB of them within ten seconds; a body is never read. What is
/// not of that form is answered with 400.
final class LoopbackServer: Sendable {
    /// What was asked: `GET`, a path without its query, the query, and the host that the client meant.
    struct Request: Sendable {
        var method: String
        var path: String
        var query: String
        var host: String
    }

    /// An answer with its headers.
    struct Response: Sendable {
        var status: String
        var headers: [(name: String, value: String)] = []
        var body = Data()
    }

    /// Why the system gave no port.
    struct Refused: Error, CustomStringConvertible {
        let description: String
    }

    private let listener: Int32
    /// The port, which the system chose where 0 was asked for.
    let port: UInt16

    private static let longestHead = 1 << 14

    /// Listens on 127.0.0.1.
    init(port: UInt16) throws(Refused) {
        let listener = socket(AF_INET, stream, 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var (isReused, size) = (Int32(1), socklen_t(MemoryLayout<sockaddr_in>.size))
        setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &isReused, socklen_t(MemoryLayout<Int32>.size))
        let code = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                guard bind(listener, generic, size) == 0, listen(listener, 16) == 0 else { return Int32(-1) }
                return getsockname(listener, generic, &size)
            }
        }
        guard listener >= 0, code == 0 else {
            let reason = String(cString: strerror(errno))
            close(listener)
            throw Refused(description: reason)
        }
        self.listener = listener
        self.port = UInt16(bigEndian: address.sin_port)
    }

    /// Answers until the task is cancelled.
    func run(_ answer: @escaping @Sendable (Request) async -> Response) async {
        let (ended, end) = AsyncStream<Void>.makeStream()
        await withTaskCancellationHandler {
            Thread.detachNewThread { [self] in
                while true {
                    let connection = accept(listener, nil, nil)
                    if connection >= 0 {
                        Thread.detachNewThread { self.serve(connection, answer) }
                    } else if errno != EINTR, errno != ECONNABORTED {
                        break
                    }
                }
                close(listener)
                end.finish()
            }
            for await _ in ended { continue }
        } onCancel: {
            shutdown(listener, Int32(SHUT_RDWR))
        }
    }

    /// Reads a request on a thread of its own, so that a client that says nothing keeps nobody waiting.
    private func serve(_ connection: Int32, _ answer: @escaping @Sendable (Request) async -> Response) {
        var patience = timeval(tv_sec: 10, tv_usec: 0)
        for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
            setsockopt(connection, SOL_SOCKET, option, &patience, socklen_t(MemoryLayout<timeval>.size))
        }
        let request = Self.request(in: Self.head(from: connection))
        Task {
            let response =
                if let request { await answer(request) } else { Response(status: "400 Bad Request") }
            Self.send(response, to: connection)
            shutdown(connection, Int32(SHUT_WR))
            close(connection)
        }
    }

    private static func head(from connection: Int32) -> String {
        var head: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        let end = Array("\r\n\r\n".utf8)
        while head.count < longestHead {
            let count = recv(connection, &chunk, chunk.count, 0)
            guard count > 0 else { break }
            head += chunk[..<count]
            if head.suffix(count + 3).indices.contains(where: { head[$0...].starts(with: end) }) { break }
        }
        return String(decoding: head, as: UTF8.self)
    }

    static func request(in head: String) -> Request? {
        let lines = head.split(separator: "\r\n", omittingEmptySubsequences: false)
        let first = lines.first?.split(separator: " ", omittingEmptySubsequences: false) ?? []
        guard head.contains("\r\n\r\n"), first.count == 3, first[2].hasPrefix("HTTP/1.") else { return nil }
        let target = first[1].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let hosts = lines.dropFirst().filter { $0.lowercased().hasPrefix("host:") }
        guard let path = target.first, let host = hosts.first, hosts.count == 1 else { return nil }
        return Request(
            method: String(first[0]), path: String(path), query: target.count > 1 ? String(target[1]) : "",
            host: host.dropFirst(5).trimmingCharacters(in: .whitespaces))
    }

    private static func send(_ response: Response, to connection: Int32) {
        var head = "HTTP/1.1 \(response.status)\r\n"
        let fixed = [("Content-Length", "\(response.body.count)"), ("Connection", "close")]
        for (name, value) in response.headers + fixed { head += "\(name): \(value)\r\n" }
        let bytes = Array((head + "\r\n").utf8) + Array(response.body)
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Foundation.send(connection, $0.baseAddress, $0.count, quietly)
            }
            guard count > 0 else { return }
            sent += count
        }
    }
}

#if canImport(Glibc)
    private let stream = Int32(SOCK_STREAM.rawValue)
    /// A client that has gone ends the writing, not the program.
    private let quietly = Int32(MSG_NOSIGNAL)
#else
    private let stream = SOCK_STREAM
    private let quietly: Int32 = 0
#endif
