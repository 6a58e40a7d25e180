internal import FlyingFox
internal import FlyingSocks
internal import Foundation

/// Serves the preview on this machine's loopback address and nowhere else.
///
/// It answers five fixed paths and reads no file, so that no path leads anywhere. Requests under another host name than
/// its own are refused, so that no other site's name can be pointed at it.
public struct PreviewServer: Sendable {
    private let state: PreviewState
    private let server: HTTPServer

    /// How long a request for news waits; the page then asks again.
    private static let patience: Duration = .seconds(20)

    /// Prepares a server; port 0 lets the system choose one.
    public init(showing state: PreviewState, port: UInt16) throws {
        self.state = state
        server = HTTPServer(
            config: HTTPServer.Configuration(
                address: try .inet(ip4: "127.0.0.1", port: port), timeout: 60, logger: .disabled))
    }

    /// Serves until the task is cancelled. `whenReady` is given the page's address.
    public func run(whenReady: @escaping @Sendable (String) -> Void) async throws {
        await server.appendRoute("GET *") { request in await answer(request) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.run() }
            group.addTask {
                try await server.waitUntilListening()
                if let port = await port { whenReady("http://127.0.0.1:\(port)/") }
            }
            try await group.waitForAll()
        }
    }

    private var port: UInt16? {
        get async {
            switch await server.listeningAddress {
            case .ip4(_, let port), .ip6(_, let port): port
            default: nil
            }
        }
    }

    private func answer(_ request: HTTPRequest) async -> HTTPResponse {
        let own = await port.map { ["127.0.0.1:\($0)", "localhost:\($0)"] } ?? []
        guard let host = request.headers[.host], own.contains(host.lowercased()) else {
            return HTTPResponse(statusCode: .forbidden)
        }
        switch request.path {
        case "/": return response(PreviewPage.html, "text/html", policy: PreviewPage.policy)
        case "/preview.js": return response(PreviewPage.script, "text/javascript")
        case "/preview.css": return response(PreviewPage.stylesheet, "text/css")
        case "/report":
            guard let report = await state.report else { return HTTPResponse(statusCode: .notFound) }
            return response(Data(report), "text/html", policy: "frame-ancestors 'self'")
        case "/status":
            let seen = request.query.first { $0.name == "after" }.flatMap { Int($0.value) } ?? -1
            let status = await state.status(after: seen, within: Self.patience)
            return response((try? JSONEncoder().encode(status)) ?? Data(), "application/json")
        default: return HTTPResponse(statusCode: .notFound)
        }
    }

    private func response(_ text: String, _ type: String, policy: String? = nil) -> HTTPResponse {
        response(Data(text.utf8), type, policy: policy)
    }

    private func response(_ body: Data, _ type: String, policy: String? = nil) -> HTTPResponse {
        var headers: HTTPHeaders = [
            .contentType: "\(type); charset=utf-8", HTTPHeader("Cache-Control"): "no-store",
            HTTPHeader("X-Content-Type-Options"): "nosniff", HTTPHeader("Referrer-Policy"): "no-referrer",
            HTTPHeader("Cross-Origin-Resource-Policy"): "same-origin",
        ]
        headers[HTTPHeader("Content-Security-Policy")] = policy ?? "default-src 'none'"
        return HTTPResponse(statusCode: .ok, headers: headers, body: body)
    }
}
