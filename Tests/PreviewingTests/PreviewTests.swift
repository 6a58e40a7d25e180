import Foundation
import TestSupport
import Testing

@testable import Previewing

@Suite struct PreviewTests {
    @Test func aWatchNoticesWhatIsSavedReplacedMadeAndRemoved() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "watch-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "a.csv")
        let other = folder.appending(path: "b.csv")
        try Data("1".utf8).write(to: file)
        var watch = FileWatch()
        watch.watch([file.path, other.path])
        func hasChanged() -> Bool { watch.hasChanged() }
        #expect(!hasChanged())
        try Data("12".utf8).write(to: file)
        #expect(hasChanged())
        #expect(!hasChanged())
        // Editors write another file and give it the name: the size may be the same.
        try Data("34".utf8).write(to: folder.appending(path: "new"))
        #expect(rename(folder.appending(path: "new").path, file.path) == 0)
        #expect(hasChanged())
        try Data("1".utf8).write(to: other)
        #expect(hasChanged())
        try FileManager.default.removeItem(at: file)
        #expect(hasChanged())
    }

    /// Talks to a server on a port of the system's choice.
    private func served(
        _ state: PreviewState, _ check: @escaping @Sendable (_ ask: LoopbackClient) async throws -> Void
    ) async throws {
        let server = try PreviewServer(showing: state, port: 0)
        let (addresses, found) = AsyncStream<String>.makeStream()
        let running = Task {
            defer { found.finish() }
            try await server.run { found.yield($0) }
        }
        defer { running.cancel() }
        for await address in addresses {
            let port = try #require(Int(address.split(separator: ":").last?.dropLast() ?? ""))
            #expect(address.hasPrefix("http://127.0.0.1:"))
            try await check(LoopbackClient(port: port))
            break
        }
    }

    @Test func theServerGivesFivePathsAndNothingElse() async throws {
        let state = PreviewState()
        try await served(state) { client in
            let page = try await client.get("/")
            #expect(page.hasPrefix("HTTP/1.1 200"))
            #expect(page.lowercased().contains("content-security-policy: default-src 'none'; script-src 'self'"))
            let script = try await client.get("/preview.js")
            #expect(script.contains("\"use strict\""))
            for path in [
                "/report", "/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/study.yaml", "//etc/passwd", "/report/x",
            ] {
                let answer = try await client.get(path)
                #expect(answer.hasPrefix("HTTP/1.1 404"), "\(path)")
            }
            let posted = try await client.get("/", method: "POST")
            #expect(posted.hasPrefix("HTTP/1.1 404"))
        }
    }

    @Test func anotherSitesNameIsRefused() async throws {
        try await served(PreviewState()) { client in
            for (host, code) in [
                ("example.org", 403), ("example.org:\(client.port)", 403), ("localhost:\(client.port)", 200),
            ] {
                let answer = try await client.get("/", host: host)
                #expect(answer.hasPrefix("HTTP/1.1 \(code)"), "\(host)")
            }
        }
    }

    @Test func aFaultLeavesTheLastGoodReport() async throws {
        let state = PreviewState()
        await state.show(report: Array("<p>good</p>".utf8), messages: "", changes: "1 change")
        await state.show(faults: "study.yaml:3:5: error: <b>bad</b>")
        try await served(state) { client in
            let report = try await client.get("/report")
            #expect(report.hasSuffix("<p>good</p>"))
            let status = try await client.get("/status?after=0")
            #expect(status.contains("\"isFaulty\":true"))
            #expect(status.contains("study.yaml:3:5"))
            #expect(status.contains("\"reportVersion\":1"))
        }
    }

    @Test func newsWakeWhoWaits() async throws {
        let state = PreviewState()
        async let news = state.status(after: 0, within: .seconds(10))
        try await Task.sleep(for: .milliseconds(50))
        await state.show(report: [], messages: "", changes: "")
        #expect(await news.version == 1)
        let start = ContinuousClock.now
        #expect(await state.status(after: 1, within: .milliseconds(30)).version == 1)
        #expect(ContinuousClock.now - start >= .milliseconds(30))
    }

    /// Messages hold text of the study: the page must show it, never run it.
    @Test func thePageSetsTextOnly() {
        #expect(!PreviewPage.script.contains("innerHTML"))
        #expect(!PreviewPage.html.contains("<script>"))
        #expect(!PreviewPage.policy.contains("unsafe"))
    }
}
