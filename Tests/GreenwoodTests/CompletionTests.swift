import Foundation
import TestSupport
import Testing

/// What a shell and `man` show of the program: the completions that `bash` offers, and the manual pages of its help.
@Suite struct CompletionTests {
    private func run(_ program: String, _ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [program] + arguments
        let folder = URL(filePath: ProcessInfo.processInfo.arguments[0]).deletingLastPathComponent().path
        let paths = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        process.environment = ["PATH": "\(folder):\(paths)", "COLUMNS": "1000"]
        process.currentDirectoryURL = URL(filePath: "\(repositoryRoot)/studies")
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return output
    }

    /// What bash offers after these words, the last of which is being typed.
    private func offered(after words: String...) throws -> Set<String> {
        let typed = words.map { "'\($0)'" }.joined(separator: " ")
        let script = """
            source <(greenwood --generate-completion-script bash)
            COMP_WORDS=(\(typed)); COMP_CWORD=\(words.count - 1)
            COMP_LINE='\(words.joined(separator: " "))'; COMP_POINT=${#COMP_LINE}
            _greenwood greenwood '\(words[words.count - 1])' '\(words[words.count - 2])' 2> /dev/null
            printf '%s\\n' "${COMPREPLY[@]}"
            """
        return Set(try run("bash", ["--norc", "-c", script]).split(separator: "\n").map(String.init))
    }

    @Test func bashOffersCommandsOptionsAndFiles() throws {
        let commands: Set = [
            "analyze", "audit", "build", "check", "diff", "explain", "init", "numbers", "render", "schema", "validate",
        ]
        #expect(try offered(after: "greenwood", "").isSuperset(of: commands))
        #expect(try offered(after: "greenwood", "exp") == ["explain"])
        #expect(try offered(after: "greenwood", "build", "--").isSuperset(of: ["--output", "--style", "--verbose"]))
        #expect(try offered(after: "greenwood", "build", "--style", "n") == ["nature", "nejm"])
        #expect(try offered(after: "greenwood", "build", "hcc/").contains("hcc/study.yaml"))
    }

    /// Each command has a manual page: its sections in order, no word of the help lost, no line that roff would take for an order.
    @Test(arguments: ["", "build", "check", "diff", "explain", "init", "numbers", "render", "watch"])
    func theHelpMakesAManualPage(command: String) throws {
        let name = command.isEmpty ? "greenwood" : "greenwood-\(command)"
        let page = try run(
            "bash",
            [
                "-c",
                "greenwood help \(command) | awk -v name=\(name) -v version=1 -v date=2026-01-31 -f ../scripts/manual.awk",
            ])
        let lines = page.split(separator: "\n")
        #expect(lines.first == ".TH \"\(name.uppercased())\" \"1\" \"2026-01-31\" \"greenwood 1\" \"User Commands\"")
        let sections = lines.filter { $0.hasPrefix(".SH ") }.map { $0.dropFirst(4) }
        #expect(sections.starts(with: ["NAME", "DESCRIPTION", "SYNOPSIS"]), "\(page)")
        #expect(sections.contains("OPTIONS"))
        let orders: Set<Substring> = [".TH", ".SH", ".PP", ".TP", ".B", ".RS", ".RE", ".nf", ".fi", ".BR"]
        let unknown = lines.filter { $0.hasPrefix(".") && !orders.contains($0.prefix { $0 != " " }) }
        #expect(unknown.isEmpty)
        let help = try run("greenwood", ["help", command].filter { !$0.isEmpty })
        func words(_ text: String) -> Set<Substring> { Set(text.split { !$0.isLetter }) }
        #expect(words(help).subtracting(words(page)) == ["OVERVIEW", "USAGE"])
    }
}
