internal import ArgumentParser
internal import Diagnostics
internal import Results

/// `greenwood analyze`: the first half of a build.
struct AnalyzeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "analyze",
        abstract: "Analyse a study and write its results as JSON.",
        discussion: "The file holds every number that tables, figures and text print, and no patient.")

    @Argument(help: "The study file.", completion: .file(extensions: ["yaml", "yml"]))
    var study: String

    @Option(name: .shortAndLong, help: "Where to write the results; '-' is standard output.")
    var output = "results.json"

    mutating func run() throws {
        let session = Session()
        defer { session.progress?.end() }
        guard let loaded = session.load(study) else { throw session.fault() }
        let results = session.analyze(loaded)
        session.printMessages()
        if session.sink.hasErrors { throw ExitCode(Exit.fault) }
        try session.write(try results.encodedJSON(), to: output)
    }
}
