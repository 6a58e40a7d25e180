import Archives
import Foundation
import TestSupport
import Testing

/// No key, date or rare free text of a patient is in any file of any bundle, packed and compressed ones included.
@Suite struct PatientTraceTests {
    /// The committed bundles, of the data as they are.
    @Test(arguments: ["hcc", "colon"]) func `patients stay out of every file that is committed`(name: String) throws {
        let work = try WorkFolder()
        let folder = "\(repositoryRoot)/output/\(name)"
        let secrets = try Self.secrets(
            of: "\(repositoryRoot)/studies/\(name)/study.yaml", published: Self.publishedDays(of: folder))
        #expect(name != "hcc" || secrets.count > 300)
        #expect(try work.unpack(folder) > 50)
        #expect(try work.found(secrets) == [])
    }

    /// Studies whose keys are given away from numbers of the page: each patient gets a key and a remark found nowhere else.
    @Test(arguments: ["colon/study", "lung/study", "gallery/cohort"])
    func `marked patients stay out of every file`(name: String) throws {
        let work = try WorkFolder()
        let parts = name.split(separator: "/").map(String.init)
        let copy = work.path("study")
        try FileManager.default.copyItem(atPath: "\(repositoryRoot)/studies/\(parts[0])", toPath: copy)
        let marked = try Self.mark(dataOf: copy)
        #expect(marked > 100)
        let build = try runGreenwood(["build", "\(copy)/\(parts[1]).yaml", "--output", work.path("bundle")])
        try #require(build.code == 0, "\(build.output)")
        #expect(try work.unpack(work.path("bundle")) > 10)
        #expect(try work.found(["Zqmark"]) == [])
        #expect(!build.output.contains("Zqmark"))
    }

    /// Rewrites the keys of a study's data files, alike in all of them, and gives each row a remark.
    ///
    /// - Returns: How many cells were rewritten.
    private static func mark(dataOf folder: String) throws -> Int {
        var count = 0
        for name in try FileManager.default.contentsOfDirectory(atPath: "\(folder)/data") where name.hasSuffix(".csv") {
            let file = URL(filePath: "\(folder)/data/\(name)")
            let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            let header = lines[0].split(separator: ",")
            guard let key = header.firstIndex(of: "id") else { continue }
            let marked = lines.dropFirst().map { line in
                var cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
                cells[key] = "Zqmark\(cells[key])"
                count += 1
                return (cells + ["a remark of \(cells[key])"]).joined(separator: ",")
            }
            let text = ([lines[0] + ",remark_of_row"] + marked).joined(separator: "\n") + "\n"
            try Data(text.utf8).write(to: file)
        }
        return count
    }

    /// The search finds what is there, in each kind of file.
    @Test(arguments: ["docx", "xlsx", "pdf", "json", "svg"]) func `a trace would be found`(kind: String) throws {
        let work = try WorkFolder()
        try FileManager.default.createDirectory(atPath: work.path("bundle"), withIntermediateDirectories: true)
        let file = URL(filePath: work.path("bundle/file.\(kind)"))
        let text = Array("of patient HCC-042 alone".utf8)
        switch kind {
        case "docx", "xlsx":
            try Data(ZIPWriter().archive([ArchiveFile(path: "a/b.xml", bytes: text)])).write(to: file)
        case "pdf":
            let plain = work.path("plain.pdf")
            let stream = "BT (of patient HCC-042 alone) Tj ET" + String(repeating: " ", count: 500)
            let pdf =
                "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj\n"
                + "4 0 obj<</Length \(stream.utf8.count)>>stream\n\(stream)\nendstream endobj\ntrailer<</Root 1 0 R/Size 5>>\n"
            try Data(pdf.utf8).write(to: URL(filePath: plain))
            _ = try work.run("qpdf", ["--compress-streams=y", "--warning-exit-0", plain, file.path])
            #expect(try !Data(contentsOf: file).contains(text))
        default: try Data(text).write(to: file)
        }
        _ = try work.unpack(work.path("bundle"))
        #expect(try work.found(["HCC-042", "HCC-043"]) == ["HCC-042"])
    }

    /// The first and last day of the study's start and its cut-off, which are results.
    private static func publishedDays(of bundle: String) throws -> Set<String> {
        let data = try Data(contentsOf: URL(filePath: "\(bundle)/results.json"))
        let results = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let cohort = results["cohort"] as? [String: Any]
        let study = results["study"] as? [String: Any]
        return Set([cohort?["firstStart"], cohort?["lastStart"], study?["cutoff"]].compactMap { $0 as? String })
    }

    /// The keys with a letter, the dates, and the texts that stand in at most two cells of the data files and not in the
    /// study file, which declares what may be printed.
    private static func secrets(of study: String, published: Set<String>) throws -> [String] {
        let plan = try String(contentsOf: URL(filePath: study), encoding: .utf8)
        let folder = URL(filePath: study).deletingLastPathComponent().appending(path: "data")
        var secrets: Set<String> = []
        var counts: [String: Int] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path) where name.hasSuffix(".csv") {
            guard plan.contains(name) else { continue }
            let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            for line in text.split(separator: "\n").dropFirst() {
                let cells = line.split(separator: ",", omittingEmptySubsequences: false).map {
                    $0.trimmingCharacters(in: CharacterSet(charactersIn: "\" \r"))
                }
                for cell in cells { counts[cell, default: 0] += 1 }
                if let key = cells.first, key.count >= 6, key.contains(where: \.isLetter) { secrets.insert(key) }
                secrets.formUnion(cells.filter { $0.wholeMatch(of: /[12]\d{3}-\d\d-\d\d/) != nil })
            }
        }
        for (cell, n) in counts where n <= 2 && cell.count >= 4 && cell.contains(where: \.isLetter) {
            secrets.insert(cell)
        }
        return secrets.filter { !plan.contains($0) && !published.contains($0) }.sorted()
    }
}

/// A folder of its own in which the files of a bundle are unpacked and searched.
private final class WorkFolder {
    private let root: URL

    init() throws {
        root = FileManager.default.temporaryDirectory.appending(path: "traces-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: root.appending(path: "files"), withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: root) }

    func path(_ name: String) -> String { root.appending(path: name).path }

    /// Writes every file of a bundle as what it holds: parts of archives, streams and words of PDF files.
    ///
    /// - Returns: How many files there are.
    func unpack(_ bundle: String) throws -> Int {
        var count = 0
        func add(_ bytes: some Sequence<UInt8>, from name: String) throws {
            count += 1
            try Data(bytes).write(to: URL(filePath: path("files/\(count)-\(name.replacing("/", with: "-"))")))
        }
        for name in try FileManager.default.subpathsOfDirectory(atPath: bundle) {
            let file = "\(bundle)/\(name)"
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder), !isFolder.boolValue else {
                continue
            }
            let bytes = Array(try Data(contentsOf: URL(filePath: file)))
            try add(bytes, from: name)
            if ZIPReader.isArchive(bytes) {
                let archive = try ZIPReader(bytes)
                for entry in archive.entries { try add(try archive.bytes(of: entry.path), from: entry.path) }
            } else if name.hasSuffix(".pdf") {
                let plain = path("plain.pdf")
                _ = try run("qpdf", ["--qdf", "--object-streams=disable", "--warning-exit-0", file, plain])
                try add(Array(try Data(contentsOf: URL(filePath: plain))), from: name)
                try add(Array(try run("pdftotext", ["-raw", file, "-"])), from: "words-\(name)")
            }
        }
        return count
    }

    /// Those of some texts that stand in any of the files.
    func found(_ secrets: [String]) throws -> [String] {
        let list = path("secrets.txt")
        try Data(secrets.joined(separator: "\n").utf8).write(to: URL(filePath: list))
        let output = try run("grep", ["-r", "-a", "-h", "-o", "-F", "-f", list, path("files")], mayFail: true)
        return Set(String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)).sorted()
    }

    /// What a program prints to standard output.
    func run(_ program: String, _ arguments: [String], mayFail: Bool = false) throws -> Data {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [program] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(mayFail || process.terminationStatus == 0, "\(program) \(arguments)")
        return output
    }
}

extension Data {
    fileprivate func contains(_ bytes: [UInt8]) -> Bool { range(of: Data(bytes)) != nil }
}
