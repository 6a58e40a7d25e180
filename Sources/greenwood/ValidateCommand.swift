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

    @Flag(help: "Print JSON: by kind of analysis what passed, failed or does not apply.")
    var json = false

    mutating func run() throws {
        let session = Session()
        let report =
            folder.map { validateFolder($0, reporting: session.sink) }
            ?? BuiltInReferences.validate(reporting: session.sink)
        let program = "greenwood \(programVersion)"
        if json {
            try printJSON(ValidationData(report, program: program, platform: platformName))
        } else {
            print(report.text(program: program, platform: platformName), terminator: "")
        }
        if let output {
            let markdown = report.markdown(program: program, platform: platformName)
            try session.write(Array(markdown.utf8), to: output)
        }
        session.printMessages()
        if report.failed > 0 || report.cases == 0 || session.sink.hasErrors { throw ExitCode(Exit.fault) }
    }
}

/// A report as `--json` prints it.
private struct ValidationData: Encodable {
    struct Kind: Encodable {
        var kind: String
        var cases: Int
        var passed: Int
        var failed: Int
        var notApplicable: Int
        /// The largest difference as a share of its tolerance; nil where nothing was compared.
        var largestMiss: Double?
    }

    struct Failure: Encodable {
        var file: String
        var id: String
        var call: String
        var misses: [String]
    }

    var program: String
    var platform: String
    var passed: Int
    var failed: Int
    var notApplicable: Int
    var quantities: Int
    var kinds: [Kind]
    var failures: [Failure]

    init(_ report: ValidationReport, program: String, platform: String) {
        (self.program, self.platform) = (program, platform)
        (passed, failed, notApplicable) = (report.passed, report.failed, report.notApplicable)
        quantities = report.quantities
        kinds = report.kinds.map {
            Kind(
                kind: $0.kind, cases: $0.cases, passed: $0.passed, failed: $0.failed, notApplicable: $0.notApplicable,
                largestMiss: $0.largest.map(\.ratio).flatMap { $0.isFinite ? $0 : nil })
        }
        failures = report.failures.map {
            Failure(file: $0.file, id: $0.id, call: $0.call, misses: $0.misses.map { "\($0)" })
        }
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
