import Foundation
import TestSupport
import Testing

/// The program as a process: what it prints and how it exits.
@Suite struct CommandLineTests {
    private func run(_ arguments: String...) throws -> (code: Int32, output: String) { try runGreenwood(arguments) }

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

    /// The small topics of the project's references, and what the report says of them.
    /// A plot that goes on in another figure is named page by page, as `build` makes it.
    @Test func checkNamesEveryPageOfALongForestPlot() throws {
        let (code, output) = try run("check", "\(repositoryRoot)/studies/gallery/cohort.yaml")
        #expect(code == 0)
        #expect(output.contains("makes  figure sixty-rows: Sixty rows (part 1 of 2)."))
        #expect(output.contains("makes  figure sixty-rows-2: Sixty rows (part 2 of 2)."))
    }

    @Test func validationPassesOnTheReferences() throws {
        let process = try run("validate", "\(repositoryRoot)/Tests/References/logistic")
        #expect(process.code == 0)
        #expect(process.output.hasPrefix("greenwood 0.1.0 on "))
        #expect(process.output.contains("none failed"))
    }

    @Test func aFailedValidationExitsWith1() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "validate-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let json = """
            {"cases": [{"id": "tea", "kind": "fisher", "args": {"table": [[3, 1], [1, 3]]}, "result": {"p": 0.4}}]}
            """
        try Data(json.utf8).write(to: folder.appending(path: "tea.json"))
        let report = folder.appending(path: "report.md").path
        let process = try run("validate", folder.path, "-o", report)
        #expect(process.code == 1)
        #expect(process.output.contains("FAILED tea"))
        #expect(try String(contentsOfFile: report, encoding: .utf8).hasPrefix("# Validation report\n"))
        #expect(try run("validate", folder.path, "surplus").code == 64)
    }
}
