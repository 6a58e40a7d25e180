import Foundation
import TestSupport
import Testing

/// `greenwood watch` as a person uses it: start, look, save, look again.
@Suite struct WatchTests {
    /// The program at work, ended with the value.
    private final class Watching {
        let process = Process()
        let output = Pipe()
        private(set) var printed = ""

        init(_ arguments: [String]) throws {
            process.executableURL = URL(filePath: ProcessInfo.processInfo.arguments[0]).deletingLastPathComponent()
                .appending(path: "greenwood")
            process.arguments = arguments
            process.standardOutput = output
            process.standardError = output
            try process.run()
        }

        /// Not by SIGTERM: the threads of the tests have it blocked, and a program that they start inherits that.
        deinit { kill(process.processIdentifier, SIGKILL) }

        /// Reads on until the text was printed.
        func wait(for text: String) throws {
            while !printed.contains(text) {
                let more = output.fileHandleForReading.availableData
                try #require(!more.isEmpty, "it ended: \(printed)")
                printed += String(decoding: more, as: UTF8.self)
            }
        }
    }

    @Test(.timeLimit(.minutes(2))) func aSavedStudyIsShownAgain() async throws {
        let study = try TemporaryStudy()
        // One figure is enough.
        try study.edit("style: frontiers", "style: plain")
        let watching = try Watching(["watch", study.studyFile, "--port", "0", "-o", study.output])
        try watching.wait(for: "made \(study.output)")
        let match = try #require(watching.printed.firstMatch(of: /http:\/\/127\.0\.0\.1:([0-9]+)/))
        let client = LoopbackClient(port: try #require(Int(match.1)))
        let status = try await client.get("/status?after=-1")
        #expect(status.contains("\"reportVersion\":1") && status.contains("\"isFaulty\":false"), "\(status)")
        #expect(try await client.get("/report?version=1").contains("unresectable hepatocellular carcinoma"))

        // The page waits for news and is told of a report as soon as the study is saved.
        let version = try #require(status.firstMatch(of: /"version":([0-9]+)/)).1
        async let news = client.get("/status?after=\(version)")
        try await Task.sleep(for: .milliseconds(100))
        try study.edit("  title: Radiotherapy with", "  title: Proton therapy with")
        #expect(try await news.contains("\"reportVersion\":2"))
        #expect(try await client.get("/report?version=2").contains("Proton therapy with"))

        // A fault is told and the report stays.
        let text = try String(contentsOfFile: study.studyFile, encoding: .utf8)
        try study.edit("kind: forest", "kind: florist")
        try watching.wait(for: "the bundle is as it was")
        let faulty = try await client.get("/status?after=\(version)")
        #expect(faulty.contains("\"isFaulty\":true") && faulty.contains("unknown-value"), "\(faulty)")
        #expect(try await client.get("/report?version=2").contains("Proton therapy with"))

        // Mended, and a template is changed too.
        try Data(text.utf8).write(to: URL(filePath: study.studyFile))
        let template = study.root.appending(path: "studies/hcc/manuscript.md")
        let words = try String(contentsOf: template, encoding: .utf8)
        try Data(words.replacing("## Abstract", with: "## Summary of it all").utf8).write(to: template)
        var report = ""
        while !report.contains("Summary of it all") {
            try await Task.sleep(for: .milliseconds(50))
            report = try await client.get("/report")
        }
        // The bundle follows the page.
        let page = URL(filePath: study.output).appending(path: "report.html")
        while try !String(contentsOf: page, encoding: .utf8).contains("Summary of it all") {
            try await Task.sleep(for: .milliseconds(50))
        }
    }

    @Test func aPortThatIsTakenIsAFaultOfTheCommandLine() async throws {
        let study = try TemporaryStudy()
        let first = try Watching(["watch", study.studyFile, "--port", "0", "-o", study.output])
        try first.wait(for: "Control-C")
        let port = try #require(first.printed.firstMatch(of: /127\.0\.0\.1:([0-9]+)/)).1
        let second = try runGreenwood(["watch", study.studyFile, "--port", String(port)])
        #expect(second.code == 64)
        #expect(second.output.contains("port \(port) can't be used"))
    }
}
