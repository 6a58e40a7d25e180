internal import Foundation

/// Serves the preview on this machine's loopback address and nowhere else.
///
/// It answers five fixed paths and reads no file, so that no path leads anywhere. Requests under another host name than
/// its own are refused, so that no other site's name can be pointed at it.
public struct PreviewServer: Sendable {
    private let state: PreviewState
    private let server: LoopbackServer

    /// How long a request for news waits; the page then asks again.
    private static let patience: Duration = .seconds(20)

    /// Prepares a server; port 0 lets the system choose one.
    public init(showing state: PreviewState, port: UInt16) throws {
        self.state = state
        server = try LoopbackServer(port: port)
    }

    /// Serves until the task is cancelled. `whenReady` is given the page's address.
    public func run(whenReady: @escaping @Sendable (String) -> Void) async throws {
        whenReady("http://127.0.0.1:\(server.port)/")
        await server.run { request in await answer(request) }
    }

    private func answer(_ request: LoopbackServer.Request) async -> LoopbackServer.Response {
        guard ["127.0.0.1:\(server.port)", "localhost:\(server.port)"].contains(request.host.lowercased()) else {
            return .init(status: "403 Forbidden")
        }
        let unknown = LoopbackServer.Response(status: "404 Not Found")
        guard request.method == "GET" else { return unknown }
        switch request.path {
        case "/": return response(PreviewPage.html, "text/html", policy: PreviewPage.policy)
        case "/preview.js": return response(PreviewPage.script, "text/javascript")
        case "/preview.css": return response(PreviewPage.stylesheet, "text/css")
        case "/report":
            guard let report = await state.report else { return unknown }
            return response(Data(report), "text/html", policy: "frame-ancestors 'self'")
        case "/status":
            let seen = request.query.hasPrefix("after=") ? Int(request.query.dropFirst(6)) : nil
            let status = await state.status(after: seen ?? -1, within: Self.patience)
            return response((try? JSONEncoder().encode(status)) ?? Data(), "application/json")
        default: return unknown
        }
    }

    private func response(_ text: String, _ type: String, policy: String? = nil) -> LoopbackServer.Response {
        response(Data(text.utf8), type, policy: policy)
    }

    private func response(_ body: Data, _ type: String, policy: String? = nil) -> LoopbackServer.Response {
        .init(
            status: "200 OK",
            headers: [
                ("Content-Type", "\(type); charset=utf-8"), ("Cache-Control", "no-store"),
                ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer"),
                ("Cross-Origin-Resource-Policy", "same-origin"),
                ("Content-Security-Policy", policy ?? "default-src 'none'"),
            ], body: body)
    }
}
