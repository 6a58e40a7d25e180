import Comparing
import Foundation
import Results
import TestSupport
import Testing

@testable import greenwood

/// `greenwood diff` and what a rebuild says.
@Suite struct DiffCommandTests {
    private let bundle = "\(repositoryRoot)/output/hcc"

    private func run(_ arguments: String..., in folder: URL? = nil) throws -> (
        code: Int32, output: String, errors: String
    ) {
        let process = Process()
        process.executableURL = URL(filePath: ProcessInfo.processInfo.arguments[0]).deletingLastPathComponent()
            .appending(path: "greenwood")
        process.arguments = arguments
        if let folder { process.currentDirectoryURL = folder }
        let (output, errors) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        let messages = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, text, messages)
    }

    /// A results file whose main hazard ratio and p-value were planted.
    private func planted(in folder: URL) throws -> String {
        let bytes = Array(try Data(contentsOf: URL(filePath: "\(bundle)/results.json")))
        var results = try StudyResults(decodingJSON: bytes)
        results.survival[1].hazardRatio?.coefficients[0].hazardRatio.value = 1.2
        results.survival[1].hazardRatio?.coefficients[0].hazardRatio.interval = ConfidenceInterval(
            lower: 0.8, upper: 1.8)
        results.survival[1].hazardRatio?.coefficients[0].pValue = 0.4
        let file = folder.appending(path: "planted.json")
        try Data(try results.encodedJSON()).write(to: file)
        return file.path
    }

    private func inFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "diff-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }

    @Test func aBundleAgainstItselfIsEmptyAndExitsWith0() throws {
        let process = try run("diff", bundle, bundle)
        #expect(process.code == 0)
        #expect(process.output.contains("No result changed."))
        #expect(process.errors.isEmpty)
    }

    @Test func aFlipExitsWith1InEveryFormat() throws {
        try inFolder { folder in
            let file = try planted(in: folder)
            let terminal = try run("diff", bundle, file)
            #expect(terminal.code == 1)
            #expect(terminal.output.contains("1.2 (95% CI 0.8–1.8), p = 0.4"))
            for name in ["report.md", "report.html", "report.json"] {
                let path = folder.appending(path: name).path
                let process = try run("diff", bundle, file, "-o", path)
                #expect(process.code == 1)
                let text = try String(contentsOfFile: path, encoding: .utf8).replacing("\u{A0}", with: " ")
                #expect(text.contains("0.45 (95% CI 0.25–0.82)"))
            }
            let letter = try run("diff", bundle, file, "--letter", "--format", "markdown")
            #expect(letter.output.hasPrefix("# Changes after the data refresh"))
            // The same letter for Word, with the curves; the bytes are those of any run.
            let (word, again) = (folder.appending(path: "letter.docx").path, folder.appending(path: "again.docx").path)
            for place in [word, again] { #expect(try run("diff", bundle, file, "--letter", "-o", place).code == 1) }
            let bytes = try Data(contentsOf: URL(filePath: word))
            #expect(bytes.starts(with: Array("PK".utf8)))
            #expect(bytes == (try Data(contentsOf: URL(filePath: again))))
            #expect(try run("diff", bundle, file, "--letter", "--format", "word").code == 64)
        }
    }

    @Test func whatCannotBeReadExitsWith2() throws {
        try inFolder { folder in
            let missing = try run("diff", bundle, "no-such-bundle")
            #expect(missing.code == 2)
            #expect(missing.errors.contains("[unreadable-file]"))
            let garbage = folder.appending(path: "x.json")
            try Data("[1]".utf8).write(to: garbage)
            let unreadable = try run("diff", garbage.path, bundle)
            #expect(unreadable.code == 2)
            #expect(unreadable.errors.contains("[results-unreadable]"))
            #expect(try run("diff", bundle, bundle, "--data-old", "x").code == 64)
            let noFolder = try run("diff", "--study", "s.yaml", "--data-old", "no-folder", "--data-new", bundle)
            #expect(noFolder.code == 64)
            #expect(noFolder.errors.contains("--data-old takes a folder, and 'no-folder' is none"))
            #expect(try run("diff").code == 64)
        }
    }

    /// Keys that results have today, taken out as an earlier program would have left them out.
    @Test func resultsOfAnEarlierProgramAreCompared() throws {
        try inFolder { folder in
            let data = try Data(contentsOf: URL(filePath: "\(bundle)/results.json"))
            var object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
            object["incidences"] = nil
            object["published"] = nil
            object["arms"] = (object["arms"] as? [[String: Any]])?.map { arm in arm.filter { $0.key != "isReference" } }
            let file = folder.appending(path: "earlier.json")
            try JSONSerialization.data(withJSONObject: object).write(to: file)
            let process = try run("diff", file.path, bundle)
            #expect(process.code == 0)
            #expect(process.errors.contains("it lacks "))
            #expect(process.errors.contains("'arms[].isReference'"))
        }
    }

    @Test func aRebuildSaysWhatChangedAndKeepsWhatItReplaced() throws {
        let study = try TemporaryStudy()
        let folder = study.root
        let first = try run("build", study.studyFile, "-o", "output/hcc", in: folder)
        #expect(first.code == 0)
        let same = try run("build", study.studyFile, "-o", "output/hcc", in: folder)
        #expect(!same.output.contains("since the previous bundle"))
        let nothing = try run("diff", "output/hcc", in: folder)
        #expect(nothing.code == 2)
        #expect(nothing.errors.contains("[no-earlier-results]"))

        let text = try String(contentsOf: study.patientsFile, encoding: .utf8)
        try Data(text.replacing("HCC-001,RT+IO+T,65", with: "HCC-001,RT+IO+T,41").utf8).write(to: study.patientsFile)
        let rebuilt = try run("build", study.studyFile, "-o", "output/hcc", in: folder)
        #expect(rebuilt.output.contains("since the previous bundle: "))
        #expect(rebuilt.output.contains("greenwood diff output/hcc"))
        let diff = try run("diff", "output/hcc", in: folder)
        #expect(diff.code == (rebuilt.output.contains("bundle: 0 important") ? 0 : 1))
        #expect(diff.output.contains("Age"))
    }
}

/// The exact text of the messages about comparisons.
@Suite struct DiffMessageTests {
    let session = Session(showsProgress: false)

    @Test func earlierResults() {
        session.report(missing: ["incidences"], in: "old/results.json")
        expectMessages(
            session.sink,
            equal: """
                warning: 'old/results.json' was written by an earlier program; it lacks 'incidences', which counts as empty \
                [earlier-results]
                   help: for an exact comparison analyse the old data with this program: greenwood analyze
                """)
    }

    @Test func noEarlierResults() {
        session.report(noEarlierResultsOf: "output/hcc")
        expectMessages(
            session.sink,
            equal: """
                error: no earlier results of 'output/hcc' were kept [no-earlier-results]
                   help: name both: greenwood diff OLD NEW; 'greenwood build' keeps the results that it replaces
                """)
    }

    @Test func dataMismatch() {
        session.report(otherData: "patients", than: "old/hcc", option: "--data-old")
        expectMessages(
            session.sink,
            equal: """
                warning: 'old/hcc' was made of another file 'patients' than --data-old has, so causes may be attributed \
                wrongly [data-mismatch]
                   help: give the data that it was made of, or leave the bundles out and compare the data alone
                """)
    }

    @Test func stepNotAnalysed() {
        session.report(notAnalysed: .corrections, because: "'death_date' is after 'last_contact_date'")
        expectMessages(
            session.sink,
            equal: """
                warning: the data after the step 'corrections' can't be analysed: 'death_date' is after \
                'last_contact_date' [step-not-analysed]
                   help: its changes count to the step after it
                """)
    }
}
