import Archives
import ArgumentParser
import Bundling
import Checksums
import Foundation
import Results
import TestSupport
import Testing

@testable import greenwood

/// The liver-cancer study from its file to its bundle.
@Suite struct LiverCancerBundleTests {
    let study: TemporaryStudy

    init() throws {
        study = try TemporaryStudy()
    }

    private func build(_ options: String...) throws {
        var command = try BuildCommand.parse([study.studyFile, "--output", study.output] + options)
        try command.run()
    }

    /// The committed showcase is what the program makes now.
    ///
    /// Drawn files depend on the versions of the drawing libraries, so they are compared where those are the same;
    /// everything else must be equal anywhere.
    @Test func theShowcaseIsUpToDate() throws {
        try build()
        let made = try study.files(in: study.output)
        let shown = try study.files(in: "\(repositoryRoot)/output/hcc")
        #expect(made.keys.sorted() == shown.keys.sorted())
        let manifests = try [made, shown].map { try #require(Manifest(json: Array($0[Manifest.fileName] ?? Data()))) }
        let isSameDrawing = manifests[0].drawnWith == manifests[1].drawnWith
        let drawn = ["pdf", "svg", "png", "docx", "xlsx"]
        for (name, bytes) in made.sorted(by: { $0.key < $1.key }) {
            let isDrawn = drawn.contains(String(name.split(separator: ".").last ?? "")) || name == "report.html"
            if !isSameDrawing, isDrawn || name == Manifest.fileName { continue }
            #expect(bytes == shown[name], "\(name) differs; run 'make report', look at it and commit it")
        }
    }

    @Test func theSameInputsGiveTheSameBytes() throws {
        try build()
        let first = try study.files(in: study.output)
        try build()
        let second = try study.files(in: study.output)
        #expect(second.keys.sorted() == first.keys.sorted())
        for (name, bytes) in second where bytes != first[name] { Issue.record("\(name) differs") }
    }

    /// Rendering results that were written and read back gives the bundle of the build; beside the results it needs only
    /// the study's own template.
    @Test func renderingNeedsOnlyTheResults() throws {
        try build()
        let results = study.root.appending(path: "results.json").path
        var analyze = try AnalyzeCommand.parse([study.studyFile, "--output", results])
        try analyze.run()
        let templates = study.root.appending(path: "templates")
        try FileManager.default.createDirectory(at: templates, withIntermediateDirectories: true)
        try FileManager.default.moveItem(
            at: study.root.appending(path: "studies/hcc/manuscript.md"), to: templates.appending(path: "manuscript.md"))
        try FileManager.default.removeItem(at: study.root.appending(path: "studies"))
        let rendered = study.root.appending(path: "rendered").path
        var render = try RenderCommand.parse([
            results, "--output", rendered, "--templates", templates.path,
        ])
        try render.run()
        #expect(try study.files(in: rendered) == study.files(in: study.output))
    }

    /// No key and no date of a patient is in any file of the bundle.
    @Test func patientsStayOutOfTheBundle() throws {
        try build()
        let rows = try String(contentsOf: study.patientsFile, encoding: .utf8).split(separator: "\n").dropFirst()
        let cells = rows.map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        let keys = cells.map { String($0[0]) }
        #expect(keys.count == 71)
        // The first and last start of follow-up and the cut-off are results; every other date is a patient's.
        let bundle = try study.files(in: study.output)
        let results = try StudyResults(decodingJSON: Array(#require(bundle["results.json"])))
        let published = Set([results.cohort.firstStart, results.cohort.lastStart, results.study.cutoff])
        let dates = Set(cells.flatMap { $0[15...18].map(String.init) }).filter {
            !$0.isEmpty && !published.contains($0)
        }
        #expect(dates.count > 100)
        for (name, bytes) in bundle where !name.hasSuffix(".png") && !name.hasSuffix(".pdf") {
            for text in try texts(of: Array(bytes)) {
                for secret in keys + dates { #expect(!text.contains(secret), "\(name) holds \(secret)") }
            }
        }
    }

    /// A file as text; a packed file as the texts in it. Its own date is the cut-off, which is a result.
    private func texts(of bytes: [UInt8]) throws -> [String] {
        guard ZIPReader.isArchive(bytes) else { return [String(decoding: bytes, as: UTF8.self)] }
        let archive = try ZIPReader(bytes)
        return try archive.entries.filter { !$0.path.hasSuffix(".png") }.map {
            String(decoding: try archive.bytes(of: $0.path), as: UTF8.self)
        }
    }

    /// A fault ends the run with exit code 1 and leaves the old bundle as it was.
    @Test(arguments: [
        ("endpoint: pfs", "endpoint: pfz"), ("cut: [60]", "cut: [sixty]"), ("column: arm", "column: arms"),
        ("template: manuscript.md", "template: absent.md"), ("style: frontiers", "style: frontier"),
        ("published: published.csv", "reference_doc: absent.docx"), ("formats: [", "formats: [word, "),
        ("published: published.csv", "reference_doc: study.yaml"),
    ])
    func aFaultLeavesTheOldBundle(old: String, new: String) throws {
        try build()
        let before = try study.files(in: study.output)
        try study.edit(old, new)
        #expect(throws: ExitCode(1)) { try build() }
        #expect(try study.files(in: study.output) == before)
    }

    /// A template with a misspelt name stops the build: nothing prints blank.
    @Test func anUnknownNameInATemplateStopsTheBuild() throws {
        let template = study.root.appending(path: "studies/hcc/own.md")
        try Data("# Results\n\nThe median was {{pfs.RT+IO+T.medain}} months.\n".utf8).write(to: template)
        try study.edit("template: manuscript.md", "template: own.md")
        #expect(throws: ExitCode(1)) { try build() }
        try Data("# Results\n\nThe median was {{pfs.RT+IO+T.median}} months.\n".utf8).write(to: template)
        try build()
        let text = String(decoding: try #require(try study.files(in: study.output)["manuscript.md"]), as: UTF8.self)
        #expect(text.contains("The median was 12.6 months."))
    }

    /// A run that is killed at any moment leaves a bundle whose files are those of its manifest.
    @Test func aKilledRunLeavesAWholeBundle() throws {
        try build()
        let program = URL(filePath: ProcessInfo.processInfo.arguments[0]).deletingLastPathComponent()
            .appending(path: "greenwood")
        try #require(FileManager.default.isExecutableFile(atPath: program.path))
        for round in 0..<40 {
            let process = Process()
            process.executableURL = program
            process.arguments = ["build", study.studyFile, "--output", study.output]
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            usleep(UInt32(round) * 12_000)
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            let files = try study.files(in: study.output)
            let manifest = try #require(Manifest(json: Array(files[Manifest.fileName] ?? Data())))
            #expect(Set(files.keys) == Set(manifest.outputs.map(\.path) + [Manifest.fileName]))
            for output in manifest.outputs {
                let content = Array(files[output.path] ?? Data())
                #expect(SHA256Digest(of: content).hexadecimal == output.sha256)
            }
        }
        try build()
        let left = try FileManager.default.contentsOfDirectory(atPath: study.root.path).sorted()
        #expect(left == ["output", "studies"])
    }
}
