internal import ArgumentParser
internal import CairoRendering
internal import Foundation

/// The program's version, as `--version` prints it and results record it.
let programVersion = "0.1.0"

/// The command line: what each command does is in its own file.
@main
struct Greenwood: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "greenwood",
        abstract: "Makes a manuscript-ready bundle from a study file and patient data.",
        discussion: """
            A study file is the analysis plan: data files, arms, variables, endpoints, tables, figures.

              greenwood check studies/hcc/study.yaml     look for faults; write nothing
              greenwood build studies/hcc/study.yaml     write output/hcc: figures, tables, text, results

            The two halves of a build can be run apart: 'analyze' reads patients and writes results.json; 'render' needs only
            that file and the templates.

            Exit codes: 0 all is well, 1 the study or its data are at fault, or a command that compares found something, \
            2 'diff' could not read or write something, 64 the command line is at fault, 70 the program itself is.
            """,
        version: "greenwood \(programVersion)",
        subcommands: [
            InitCommand.self, BuildCommand.self, CheckCommand.self, AnalyzeCommand.self, RenderCommand.self,
            DiffCommand.self, WatchCommand.self, AuditCommand.self, NumbersCommand.self, ValidateCommand.self,
            ExplainCommand.self, SchemaCommand.self,
        ])

    /// Runs the command. What the study, the data or the command line is to blame for ends as an exit code; any other
    /// error is the program's own fault and says so.
    static func main() {
        // A file that outgrows a limit is then an error of writing, with a message, instead of the end of the program.
        signal(SIGXFSZ, SIG_IGN)
        // The longest start of all, which another core can make while this one reads the command line.
        let isBuild = CommandLine.arguments.dropFirst().first == BuildCommand.configuration.commandName
        if isBuild { PangoTextMeasurer.beginListingFonts() }
        do {
            var command = try parseAsRoot()
            do {
                try command.run()
            } catch let fault where exitCode(for: fault) == .failure && !(fault is ExitCode) {
                let message =
                    "greenwood \(programVersion) failed: \(fault)\nThis is a fault of the program; please report it.\n"
                FileHandle.standardError.write(Data(message.utf8))
                throw ExitCode(Exit.bug)
            }
        } catch {
            exit(withError: error)
        }
    }
}
