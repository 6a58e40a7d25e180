import Foundation
import Testing

@testable import Bundling

@Suite struct BundleFolderTests {
    let root: URL
    let folder: BundleFolder

    init() throws {
        root = FileManager.default.temporaryDirectory.appending(path: "bundle-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        folder = BundleFolder(path: root.appending(path: "study").path)
    }

    @Test func writesFilesInFolders() throws {
        try folder.replace(with: bundle("one"))
        #expect(try text("figures/survival.svg") == "one")
        #expect(try names(in: root) == ["study"])
    }

    @Test func replacesTheWholeBundle() throws {
        try folder.replace(with: bundle("one", extra: "old-only.md"))
        try folder.replace(with: bundle("two"))
        #expect(try text("figures/survival.svg") == "two")
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/old-only.md"))
        #expect(try names(in: root) == ["study"])
    }

    @Test func refusesFilesThatItDidNotWrite() throws {
        try folder.replace(with: bundle("one"))
        try Data("mine".utf8).write(to: URL(filePath: folder.path + "/notes.txt"))
        #expect(throws: BundleWritingError.holdsOtherFiles(["notes.txt"])) { try folder.replace(with: bundle("two")) }
        #expect(try text("figures/survival.svg") == "one")
        try folder.replace(with: bundle("two"), replacing: true)
        #expect(try text("figures/survival.svg") == "two")
    }

    /// A folder that is linked from the old bundle is not part of it.
    @Test func removesLinksAndNotWhatTheyLeadTo() throws {
        try folder.replace(with: bundle("one"))
        let outside = root.appending(path: "elsewhere")
        try FileManager.default.createDirectory(at: outside, withIntermediateDirectories: true)
        try Data("mine".utf8).write(to: outside.appending(path: "notes.txt"))
        try FileManager.default.createSymbolicLink(
            at: URL(filePath: folder.path + "/link"), withDestinationURL: outside)
        try folder.replace(with: bundle("two"), replacing: true)
        #expect(try names(in: root).sorted() == ["elsewhere", "study"])
        #expect(FileManager.default.fileExists(atPath: outside.path + "/notes.txt"))
    }

    @Test func refusesFilesThatWereChanged() throws {
        try folder.replace(with: bundle("one"))
        try Data("by hand".utf8).write(to: URL(filePath: folder.path + "/figures/survival.svg"))
        #expect(throws: BundleWritingError.holdsOtherFiles(["figures/survival.svg"])) {
            try folder.replace(with: bundle("two"))
        }
    }

    /// A look at a bundle spares another, unless somebody touched a file meanwhile.
    @Test func seesWhatWasTouchedAfterALook() throws {
        try folder.replace(with: bundle("one"))
        let look = BundleInspection(of: folder.path)
        #expect(look.manifest?.outputs.map(\.path) == ["figures/survival.svg"])
        #expect(look.othersIfUntouched(at: folder.path) == [])
        #expect(look.othersIfUntouched(at: root.path) == nil)
        try Data("by".utf8).write(to: URL(filePath: folder.path + "/figures/survival.svg"))
        #expect(look.othersIfUntouched(at: folder.path) == nil)
        #expect(throws: BundleWritingError.holdsOtherFiles(["figures/survival.svg"])) {
            try folder.replace(with: bundle("two"), lookedAt: look)
        }
    }

    @Test func refusesAFolderThatIsNoBundleAndAFile() throws {
        try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
        try folder.replace(with: bundle("an empty folder may be filled"))
        let thesis = BundleFolder(path: root.appending(path: "thesis").path)
        try FileManager.default.createDirectory(atPath: thesis.path, withIntermediateDirectories: true)
        try Data("years of work".utf8).write(to: URL(filePath: thesis.path + "/thesis.tex"))
        #expect(throws: BundleWritingError.holdsOtherFiles(["thesis.tex"])) { try thesis.replace(with: bundle("x")) }
        let file = root.appending(path: "file")
        try Data().write(to: file)
        #expect(throws: BundleWritingError.notAFolder) {
            try BundleFolder(path: file.path).replace(with: bundle("x"))
        }
    }

    @Test func aFailedWriteLeavesTheOldBundleAndNothingElse() throws {
        try folder.replace(with: bundle("one"))
        // A file where a folder is needed makes the second file of this bundle fail.
        let impossible = [BundleFile(path: "a", text: "x"), BundleFile(path: "a/b", text: "y")]
        #expect(throws: BundleWritingError.self) { try folder.replace(with: impossible) }
        #expect(try text("figures/survival.svg") == "one")
        #expect(try names(in: root) == ["study"])
    }

    @Test func removesWhatAKilledRunLeft() throws {
        try folder.replace(with: bundle("one"))
        // No process has this number: Linux and macOS stop well below it.
        let abandoned = root.appending(path: ".study.staging-2000000000")
        try FileManager.default.createDirectory(at: abandoned, withIntermediateDirectories: true)
        try folder.replace(with: bundle("two"))
        #expect(try names(in: root) == ["study"])
    }

    @Test func putsBackTheBundleOfARunKilledInTheTwoStepExchange() throws {
        try folder.replace(with: bundle("one"))
        try FileManager.default.moveItem(
            atPath: folder.path, toPath: root.appending(path: ".study.staging-old-2000000000").path)
        let impossible = [BundleFile(path: "a", text: "x"), BundleFile(path: "a/b", text: "y")]
        #expect(throws: BundleWritingError.self) { try folder.replace(with: impossible) }
        #expect(try text("figures/survival.svg") == "one")
    }

    /// A bundle as the program leaves it: files and their manifest.
    private func bundle(_ content: String, extra: String? = nil) throws -> [BundleFile] {
        var files = [BundleFile(path: "figures/survival.svg", text: content)]
        if let extra { files.append(BundleFile(path: extra, text: content)) }
        let outputs = files.map {
            #"{"path":"\#($0.path)","sha256":"\#($0.sha256)","bytes":\#($0.bytes.count)}"#
        }
        let manifest = """
            {"program":"p","drawnWith":"d","synthetic":false,"inputs":[],"templates":[],
            "outputs":[\(outputs.joined(separator: ","))]}
            """
        return files + [BundleFile(path: Manifest.fileName, text: manifest)]
    }

    private func text(_ path: String) throws -> String {
        try String(contentsOf: URL(filePath: "\(folder.path)/\(path)"), encoding: .utf8)
    }

    private func names(in folder: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }
}

extension BundleFolder {
    /// Replaces the bundle by these files.
    fileprivate func replace(
        with files: [BundleFile], replacing: Bool = false, lookedAt earlier: BundleInspection? = nil
    ) throws(BundleWritingError) {
        let staging = try BundleStaging(for: self)
        for file in files { staging.write(file) }
        try replace(with: staging, replacing: replacing, lookedAt: earlier)
    }
}
