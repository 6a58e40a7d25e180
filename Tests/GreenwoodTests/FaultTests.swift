import Checksums
import Foundation
import Testing

@testable import Bundling
@testable import greenwood

/// What the machine can do to a run: a full disk, folders that may not be written, files that may not be read or change
/// meanwhile. Each leaves the old bundle as it was and a message that says what happened.
@Suite(.serialized) struct FaultTests {
    private let study: TemporaryStudy
    private let program: Program

    init() throws {
        study = try TemporaryStudy()
        program = try Program(in: study.root)
        try study.edit("formats: [", "formats: [html] # [")
        let build = try program.run(["build", study.studyFile, "--output", study.output])
        try #require(build.code == 0, "\(build.output)")
    }

    /// Writing stops in the middle of a file, as it does where a disk is full.
    @Test(arguments: [1, 8, 40]) func `a disk that is full`(kilobytes: Int) throws {
        let before = try study.files(in: study.output)
        try study.edit("title: Radio", "title: Another radio")
        let build = try program.run(
            ["build", study.studyFile, "--output", study.output], before: "ulimit -f \(2 * kilobytes)")
        #expect(build.code == 1)
        #expect(build.output.contains("can't be written: File too large"))
        #expect(build.output.contains("the previous bundle is as it was"))
        #expect(build.output.contains("[cannot-write]"))
        #expect(try study.files(in: study.output) == before)
        #expect(try leftovers() == ["output", "program", "studies"])
    }

    /// A file system without room, where the tests may make one.
    @Test(.enabled(if: geteuid() == 0)) func `a file system without room`() throws {
        let small = study.root.appending(path: "small").path
        try FileManager.default.createDirectory(atPath: small, withIntermediateDirectories: true)
        guard try program.shell("mount -t tmpfs -o size=12m tmpfs \(small)").code == 0 else { return }
        defer { _ = try? program.shell("umount -l \(small)") }
        let output = "\(small)/output"
        #expect(try program.run(["build", study.studyFile, "--output", output]).code == 0)
        let before = try study.files(in: output)
        _ = try program.shell("dd if=/dev/zero of=\(small)/filler bs=1M")
        let build = try program.run(["build", study.studyFile, "--output", output])
        #expect(build.code == 1)
        #expect(build.output.contains("can't be written: No space left on device"))
        #expect(try study.files(in: output) == before)
        let analysis = try program.run(["analyze", study.studyFile, "--output", "\(small)/results.json"])
        #expect(analysis.code == 1 && analysis.output.contains("No space left on device"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: small).sorted() == ["filler", "output"])
    }

    @Test func `a folder that may not be written`() throws {
        let before = try study.files(in: study.output)
        try study.edit("title: Radio", "title: Another radio")
        chmod(study.root.path, 0o555)
        defer { chmod(study.root.path, 0o755) }
        let build = try program.run(["build", study.studyFile, "--output", study.output], asNobody: true)
        #expect(build.code == 1)
        #expect(build.output.contains("can't be written: ") && build.output.contains("ermission"))
        #expect(try study.files(in: study.output) == before)
    }

    @Test func `data that may not be read`() throws {
        let before = try study.files(in: study.output)
        chmod(study.patientsFile.path, 0)
        let build = try program.run(["build", study.studyFile, "--output", study.output], asNobody: true)
        #expect(build.code == 1)
        #expect(build.output.contains("file 'data/patients.csv' can't be read: Permission denied"))
        #expect(build.output.contains("study.yaml:"))
        chmod(study.studyFile, 0)
        let check = try program.run(["check", study.studyFile], asNobody: true)
        #expect(check.code == 1 && check.output.contains("can't be opened"))
        #expect(try study.files(in: study.output) == before)
    }

    /// Its first part would be of one state of the data and the rest of another.
    @Test(arguments: ["more\n", ""]) func `a file that changes while it is read`(addition: String) throws {
        let file = study.root.appending(path: "growing.csv")
        try Data(repeating: UInt8(ascii: "x"), count: 600_000).write(to: file)
        var parts = 0
        let change = {
            parts += 1
            guard parts == 1 else { return }
            if addition.isEmpty {
                truncate(file.path, 300_000)
            } else if let handle = FileHandle(forWritingAtPath: file.path) {
                handle.seekToEndOfFile()
                handle.write(Data(addition.utf8))
            }
        }
        let fault = #expect(throws: SystemError.self) { try readFile(file.path, atEachPart: change) }
        #expect(fault?.description == "it changed while it was read")
    }

    @Test func `a file without end, and one that is too large`() throws {
        let endless = #expect(throws: SystemError.self) { try readFile("/dev/zero", limit: (1 << 20) - 1) }
        #expect(endless?.description == "it is larger than 1 MiB")
        // It takes no room on the disk, and would take all of the memory.
        let sparse = study.root.appending(path: "studies/hcc/data/sparse.csv").path
        try Data("id\n".utf8).write(to: URL(filePath: sparse))
        truncate(sparse, 1 << 42)
        try study.edit("file: data/patients.csv", "file: data/sparse.csv")
        let check = try program.run(["check", study.studyFile])
        #expect(check.code == 1)
        #expect(check.output.contains("data/sparse.csv:2:1: error: NUL byte: this is no text"))
    }

    @Test func `a large file that changes while it is read part by part`() throws {
        let path = study.root.appending(path: "studies/hcc/data/large.csv").path
        try Data("id\n".utf8).write(to: URL(filePath: path))
        #expect(try LargeFile(path) == nil)
        #expect(throws: SystemError.self) { try LargeFile(path + ".gone") }
        truncate(path, off_t(LargeFile.smallest))
        let file = try #require(try LargeFile(path))
        #expect(file.size == LargeFile.smallest)
        var room = [UInt8](repeating: 1, count: 4)
        #expect(try room.withUnsafeMutableBytes { try file.read(from: 1, into: $0) } == 4)
        #expect(room == Array("d\n\0\0".utf8))
        #expect(try room.withUnsafeMutableBytes { try file.read(from: file.size - 1, into: $0) } == 1)
        try file.expectUnchanged()
        let handle = try #require(FileHandle(forWritingAtPath: path))
        handle.seekToEndOfFile()
        handle.write(Data("2\n".utf8))
        let fault = #expect(throws: SystemError.self) { try file.expectUnchanged() }
        #expect(fault?.description == "it changed while it was read")
    }

    /// More than is read whole, so that the program reads part by part: the manifest names the file by its SHA-256.
    @Test func `a large file is known by its checksum`() throws {
        let path = study.root.appending(path: "studies/hcc/data/large.csv").path
        let row = "7,\"a\nb\",1234567890,\(String(repeating: "x", count: 4000))\n"
        let text = "id,a,b,c\n" + String(repeating: row, count: LargeFile.smallest / row.utf8.count + 1)
        try Data(text.utf8).write(to: URL(filePath: path))
        let file = try #require(try LargeFile(path))
        let hashes = FileHashes()
        hashes.add("large.csv", file)
        #expect(hashes.all == ["large.csv": SHA256Digest(of: Array(text.utf8)).hexadecimal])
        #expect(hashes.refused.isEmpty)
    }

    /// What a run leaves beside the bundle, except what `build` keeps to compare with.
    private func leftovers() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: study.root.path).filter { !$0.hasSuffix(".previous.json") }
            .sorted()
    }
}

/// The program under test, run through a shell and without the rights of root where the tests have them.
private struct Program {
    private let path: String
    private let isOwnCopy: Bool

    init(in root: URL) throws {
        let built = URL(filePath: ProcessInfo.processInfo.arguments[0]).deletingLastPathComponent()
            .appending(path: "greenwood").path
        isOwnCopy = geteuid() == 0
        // Root passes every permission, so tests of permissions run as nobody, who may not see the folder of the build.
        path = isOwnCopy ? root.appending(path: "program").path : built
        // Copied by another process: a test that starts a program while this one writes would hand the open file on to it, and
        // nobody can run a file that somebody has open for writing.
        if isOwnCopy { try #require(shell("cp '\(built)' '\(path)'").code == 0) }
        chmod(root.path, 0o755)
    }

    func run(_ arguments: [String], before: String = ":", asNobody: Bool = false) throws -> (
        code: Int32, output: String
    ) {
        let user = asNobody && isOwnCopy ? "setpriv --reuid=65534 --regid=65534 --clear-groups " : ""
        let words = arguments.map { "'\($0)'" }.joined(separator: " ")
        return try shell("\(before); exec \(user)'\(path)' \(words)")
    }

    func shell(_ line: String) throws -> (code: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", line]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, output)
    }
}
