import Foundation
import TestSupport
import Testing

/// What the pages of the documentation show is true: each of their examples is run, in the order of the page.
@Suite struct DocumentationTests {
    private static let catalogue = "\(repositoryRoot)/Sources/greenwood/Greenwood.docc"

    /// The pages with examples that stand for themselves. Messages and rules have tests of their own, and what a page says of
    /// templates `TemplatesArticleTests` runs.
    static let pages: [String] = {
        let folders = ["Articles", "Guides"].flatMap { folder in
            ((try? FileManager.default.contentsOfDirectory(atPath: "\(catalogue)/\(folder)")) ?? [])
                .map { "Sources/greenwood/Greenwood.docc/\(folder)/\($0)" }
        }
        let elsewhere = ["Templates.md", "StudyLanguage.md"]
        return folders.filter { page in page.hasSuffix(".md") && !elsewhere.contains { page.hasSuffix("/\($0)") } }
            .sorted() + ["README.md"]
    }()

    @Test(arguments: pages)
    func examplesAreTrue(page: String) throws {
        let text = try String(contentsOfFile: "\(repositoryRoot)/\(page)", encoding: .utf8)
        let folder = FileManager.default.temporaryDirectory.appending(path: "page-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        for study in ["hcc", "colon", "lung"] {
            try FileManager.default.createDirectory(
                at: folder.appending(path: ".studies"), withIntermediateDirectories: true)
            try FileManager.default.copyItem(
                atPath: "\(repositoryRoot)/studies/\(study)", toPath: folder.appending(path: ".studies/\(study)").path)
        }
        var printed = ""
        for step in PageExamples(text).steps {
            switch step {
            case .commands(let commands, let exit):
                let run = try shell(commands, in: folder.path)
                #expect(run.code == exit, "\(commands)\(run.output)")
                printed = run.output
            case .output(let expected): expectLines(expected, in: printed)
            case .file(let path, let content):
                let file = folder.appending(path: path)
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(content.utf8).write(to: file)
            case .fragment(let fragment, let study):
                let run = try check(fragment, of: study, in: folder)
                #expect(run.code == 0, "\(fragment)\(run.output)")
            case .picture(let made, let copy):
                let picture = try Data(contentsOf: folder.appending(path: made))
                let place = URL(filePath: "\(Self.catalogue)/\(copy)")
                if isRecording { try picture.write(to: place) }
                #expect(FileManager.default.fileExists(atPath: place.path), "record it with GREENWOOD_RECORD=1")
            case .copy(let content, let path):
                #expect(content == (try String(contentsOfFile: "\(repositoryRoot)/\(path)", encoding: .utf8)))
            case .other(let language, _):
                #expect(["r", "markdown", "html", ""].contains(language), "nothing runs examples in '\(language)'")
            }
        }
    }

    /// Checks the study with the fragment in the place of its own part; a whole study file stands for itself.
    private func check(_ fragment: String, of study: String, in folder: URL) throws -> (code: Int32, output: String) {
        let name = ".studies/\(study)/example.yaml"
        var whole = StudySections(
            try String(contentsOf: folder.appending(path: ".studies/\(study)/study.yaml"), encoding: .utf8))
        // The study's own figures, tables and text would only take time, or miss what the fragment replaces.
        whole.remove(["tables", "figures", "manuscript"])
        whole.merge(StudySections(fragment))
        let text = fragment.hasPrefix("greenwood:") ? fragment : whole.text
        try Data(text.utf8).write(to: folder.appending(path: name))
        return try runGreenwood(["check", name], in: folder.path)
    }

    /// Runs commands with the program of this build in front of all others.
    private func shell(_ commands: String, in folder: String) throws -> (code: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-ec", commands]
        process.currentDirectoryURL = URL(filePath: folder)
        var environment = ProcessInfo.processInfo.environment
        let products = URL(filePath: ProcessInfo.processInfo.arguments[0]).deletingLastPathComponent().path
        environment["PATH"] = "\(products):\(environment["PATH"] ?? "/usr/bin:/bin")"
        process.environment = environment
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, output)
    }

    /// Expects the lines one after the other; a line `…` stands for any lines between.
    private func expectLines(_ expected: String, in printed: String) {
        var rest = printed.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }[...]
        var mayJump = true
        for line in expected.split(separator: "\n").map({ $0.trimmingCharacters(in: .whitespaces) }) where !line.isEmpty
        {
            if line == "…" {
                mayJump = true
                continue
            }
            guard let index = mayJump ? rest.firstIndex(of: line) : (rest.first == line ? rest.startIndex : nil) else {
                Issue.record("the page shows\n  \(line)\nand printed was\n\(printed)")
                return
            }
            rest = rest[(index + 1)...]
            mayJump = false
        }
    }

    /// The front page, from which the site's contents are made, leads to every page that isn't found in a list.
    @Test func everyPageIsInTheContents() throws {
        let front = try String(contentsOfFile: "\(Self.catalogue)/Greenwood.md", encoding: .utf8)
        for folder in ["Articles", "Guides"] {
            for page in try FileManager.default.contentsOfDirectory(atPath: "\(Self.catalogue)/\(folder)")
            where page.hasSuffix(".md") {
                #expect(front.contains("](\(folder)/\(page))"), "Greenwood.md doesn't lead to \(folder)/\(page)")
            }
        }
    }
}
