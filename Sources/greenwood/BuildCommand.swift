internal import Analysis
internal import ArgumentParser
internal import Mathematics
internal import StudyFiles

/// `greenwood build`: from the study file to the bundle.
struct BuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Analyse a study and write its bundle.",
        discussion: """
            Reads the study file and its data, and writes one folder: figures, tables, manuscript.md, report.html, \
            results.json and a manifest. The folder is replaced whole or not at all: when anything is at fault, nothing is \
            written and the previous bundle stays.

            Quiet when all is well; with --verbose, or when there are warnings, one line for each file made.
            """)

    @Argument(help: "The study file.", completion: .file(extensions: ["yaml", "yml"]))
    var study: String

    @OptionGroup var output: OutputOptions

    mutating func run() throws {
        let session = Session()
        defer { session.progress?.end() }
        let folder = output.folder ?? defaultOutputFolder(forStudy: study)
        guard let loaded = session.load(study) else { throw session.fault() }
        if !output.replace { session.inspection(of: folder) }
        let analyzed = session.analyze(loaded, writesScript: false)
        let script = Begun { replicationScript(of: loaded.study, cohort: loaded.cohort, results: analyzed) }
        var results = analyzed
        try session.restyle(&results, by: output)
        try session.render(
            results, templatesBeside: folderName(of: study), nameLocation: loaded.study.templateLocation, into: folder,
            options: output, script: script)
        keepToTheEnd(session, loaded, analyzed, results)
    }
}
