internal import ArgumentParser

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

            Exit codes: 0 made, 1 the study or its data are at fault, 64 the command line is, 70 the program itself is.
            """,
        version: "greenwood \(programVersion)",
        subcommands: [BuildCommand.self, CheckCommand.self, AnalyzeCommand.self, RenderCommand.self])
}
