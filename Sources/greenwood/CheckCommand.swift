internal import ArgumentParser
internal import Diagnostics
internal import Results
internal import StudyFiles
internal import Styling

/// `greenwood check`: looks for faults and writes nothing.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check a study file, its data and its template; write nothing.",
        discussion: """
            Reports every fault of the study file, the data, the template and the fonts in one run, then says what was read and \
            what a build would make.
            """)

    @Argument(help: "The study file.", completion: .file(extensions: ["yaml", "yml"]))
    var study: String

    mutating func run() throws {
        let session = Session()
        defer { session.progress?.end() }
        guard let loaded = session.load(study) else { throw session.fault() }
        let results = session.analyze(loaded)
        let checked = session.checkRendering(
            of: results, besideStudy: study, namedAt: loaded.study.templateLocation)
        guard let checked, !session.sink.hasErrors else { throw session.fault() }
        reportDesign(of: results, planned: loaded.study, to: session.sink)
        session.printMessages()
        print(overview(of: checked.results, style: checked.style))
    }
}

/// What was read and what would be made, in words: a plan that a colleague can check.
func overview(of results: StudyResults, style: HouseStyle) -> String {
    var lines = ["\(results.study.title)", ""]
    for input in results.provenance.inputs {
        lines.append("read  \(input.path)" + (input.rows.map { " (\($0) rows)" } ?? ""))
    }
    let cohort = results.cohort
    lines += ["", "\(cohort.read) patients read, \(cohort.analysed) analysed"]
    lines += cohort.exclusions.map { "  left out: \($0.reason) (\($0.n))" }
    lines += results.arms.map { "  \($0.label): \($0.n)" + ($0.isReference ? ", the reference" : "") }
    lines += cohort.missing.map { "  missing: \($0.label) (\($0.n))" }
    for endpoint in results.endpoints {
        lines += ["", "\(endpoint.short): the time \(endpoint.definition)"]
        let own = results.survival.first { $0.endpoint == endpoint.id }
        lines += own.map { ["  \($0.overall.events) events in \($0.overall.n) patients"] } ?? []
    }
    lines.append("")
    lines += results.tables.map { "makes  table \($0.id): \($0.caption)" }
    lines += results.figures.map { "makes  figure \($0.id): \($0.caption)" }
    lines.append("makes  text from \(results.manuscript.template), style \(results.manuscript.style)")
    lines.append("style  \(style.name): \(style.figures.source.reminder)")
    return lines.joined(separator: "\n")
}
