internal import ArgumentParser
internal import Diagnostics
internal import Foundation
internal import Validation

/// `greenwood validate`: runs reference cases through the estimators.
struct ValidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Compare the estimators of this installation with values that R computed.",
        discussion: """
            Without a folder: the reference set that the program carries. With one: every reference file (JSON) in it and in \
            the folders below. Reports per kind of analysis how many cases passed, failed or do not apply and why, and the \
            largest difference as a share of its tolerance.

            Exit codes: 0 all cases passed or do not apply, 1 a case failed or a file can't be read.
            """)

    @Argument(help: "The folder of reference files.", completion: .directory)
    var folder: String?

    @Option(
        name: [.customShort("o"), .customLong("output")], help: "Also write the report to this file, as Markdown.",
        completion: .file(extensions: ["md"]))
    var output: String?

    mutating func run() throws {
        let session = Session()
        let report =
            folder.map { validateFolder($0, reporting: session.sink) }
            ?? BuiltInReferences.validate(reporting: session.sink)
        let program = "greenwood \(programVersion)"
        print(report.text(program: program, platform: platformName), terminator: "")
        if let output {
            let markdown = report.markdown(program: program, platform: platformName)
            try session.write(Array(markdown.utf8), to: output)
        }
        session.printMessages()
        if report.failed > 0 || report.cases == 0 || session.sink.hasErrors { throw ExitCode(Exit.fault) }
    }
}

/// The system and processor that the program was built for, with the system's version.
private var platformName: String {
    #if arch(x86_64)
        let processor = "x86_64"
    #elseif arch(arm64)
        let processor = "arm64"
    #else
        let processor = "another processor"
    #endif
    #if os(macOS)
        let system = "macOS"
    #elseif os(Linux)
        let system = "Linux"
    #else
        let system = "another system"
    #endif
    return "\(system) \(processor), \(ProcessInfo.processInfo.operatingSystemVersionString)"
}
