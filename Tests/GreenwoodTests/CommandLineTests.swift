import Foundation
import Testing

/// The program as a process: what it prints and how it exits.
@Suite struct CommandLineTests {
    private func run(_ arguments: String...) throws -> (code: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(filePath: ProcessInfo.processInfo.arguments[0]).deletingLastPathComponent()
            .appending(path: "greenwood")
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, output)
    }

    @Test(arguments: [["--help"], ["build", "--help"], ["help", "render"], []])
    func helpIsNoFault(arguments: [String]) throws {
        let process =
            try arguments.isEmpty ? run() : arguments.count == 1 ? run(arguments[0]) : run(arguments[0], arguments[1])
        #expect(process.code == 0)
        #expect(process.output.contains("USAGE: greenwood"))
    }

    @Test func versionIsNoFault() throws {
        let process = try run("--version")
        #expect(process.code == 0)
        #expect(process.output == "greenwood 0.1.0\n")
    }

    @Test(arguments: ["buidl", "--fast"])
    func aWrongCommandLineExitsWith64(argument: String) throws {
        #expect(try run(argument).code == 64)
    }

    @Test func aMissingStudyExitsWith1() throws {
        let process = try run("build", "no-such-study.yaml")
        #expect(process.code == 1)
        #expect(process.output.contains("[unreadable-file]"))
    }
}
