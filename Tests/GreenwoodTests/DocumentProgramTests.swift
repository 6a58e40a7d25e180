import Foundation
import TestSupport
import Testing

/// What other programs make of the documents of the liver-cancer study.
@Suite(.serialized) struct DocumentProgramTests {
    private let folder = "\(repositoryRoot)/output/hcc"

    /// Runs a program in a folder of its own and gives what it printed; it must end well.
    private func run(_ program: String, _ arguments: [String], in place: URL) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [program] + arguments
        process.currentDirectoryURL = place
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let text = String(decoding: output, as: UTF8.self)
        try #require(
            process.terminationStatus == 0,
            "\(program) failed; scripts/prepare.sh test installs it:\n\(text.suffix(2000))")
        return text
    }

    private func inTemporaryFolder(_ body: (URL) throws -> Void) throws {
        let place = FileManager.default.temporaryDirectory.appending(path: "greenwood-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: place) }
        try body(place)
    }

    @Test("LibreOffice opens the Word files and prints every table, caption and reference")
    func office() throws {
        try inTemporaryFolder { place in
            let names = ["manuscript", "tables", "supplement"]
            _ = try run(
                "soffice",
                ["-env:UserInstallation=file://\(place.path)/profile", "--headless", "--convert-to", "pdf"]
                    + names.map { "\(folder)/\($0).docx" }, in: place)
            let texts = try names.map { try run("pdftotext", ["-layout", "\($0).pdf", "-"], in: place) }
            for text in texts { #expect(!text.contains("Reference source not found")) }
            let lines = texts.map { $0.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") } }
            for number in 1...6 {
                for file in 0...1 {
                    #expect(
                        lines[file].contains { $0.hasPrefix("Table \(number). ") }, "\(names[file]), Table \(number)")
                }
            }
            for number in 1...5 { #expect(lines[0].contains { $0.hasPrefix("Figure \(number). ") }) }
            #expect(lines[2].contains { $0.hasPrefix("Supplementary Table 1. ") })
            #expect(lines[0].contains("Nausea 4 (9.5) 0 (0) 6 (20.7) 0 (0) 0.298 –"))
            // A table that lies on its side has a page that does.
            let pages = try run("pdfinfo", ["-l", "40", "tables.pdf"], in: place)
            #expect(pages.contains(/size: +841[.0-9]* x 595/))
        }
    }

    @Test("pandoc reads the Markdown as it was meant")
    func pandoc() throws {
        try inTemporaryFolder { place in
            let html = try run("pandoc", ["--from", "markdown", "--to", "html", "\(folder)/manuscript.md"], in: place)
            #expect(html.ranges(of: "<table").count == 7)
            #expect(html.ranges(of: "<img").count == 9)
            #expect(html.contains("IO+T (n = 42): Grade 3–4</th>"))
            // Nothing was left over of the markup of tables and emphasis.
            let text = html.replacing(/<[^>]*>/, with: "")
            #expect(!text.contains("| ") && !text.contains("**") && !text.contains(":---"))
            _ = try run(
                "pandoc",
                [
                    "--from", "gfm", "--to", "docx", "-o", "m.docx", "\(folder)/manuscript.md", "--resource-path",
                    folder,
                ], in: place)
        }
    }

    @Test("pdfLaTeX compiles the manuscript")
    func latex() throws {
        try inTemporaryFolder { place in
            try FileManager.default.copyItem(atPath: "\(folder)/manuscript.tex", toPath: "\(place.path)/manuscript.tex")
            try FileManager.default.copyItem(atPath: "\(folder)/figures", toPath: "\(place.path)/figures")
            var log = ""
            for _ in 0..<3 {
                log = try run("pdflatex", ["-interaction=nonstopmode", "-halt-on-error", "manuscript.tex"], in: place)
            }
            #expect(!log.contains("undefined references") && !log.contains("destination with the same identifier"))
            let text = try run("pdftotext", ["-layout", "manuscript.pdf", "-"], in: place)
            let words = text.split { $0.isWhitespace }.joined(separator: " ")
            #expect(words.contains("Table 5. Univariable and") && words.contains("Supplementary Table 1. Baseline"))
        }
    }
}
