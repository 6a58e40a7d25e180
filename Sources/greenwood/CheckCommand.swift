internal import ArgumentParser
internal import Diagnostics
internal import StudyFiles

/// `greenwood check`: looks for faults and writes nothing.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check a study file, its data and its template; write nothing.",
        discussion: """
            Reports every fault of the study file, the data, the template and the fonts in one run, with remarks on the design. \
            Then says the plan in words, with the patients and events that it finds in the data, what a build would make, and \
            how long that takes.
            """)

    @Argument(help: "The study file.", completion: .file(extensions: ["yaml", "yml"]))
    var study: String

    @Flag(help: "Print JSON: the plan and the messages with their places. With faults there is no plan.")
    var json = false

    mutating func run() throws {
        let start = ContinuousClock.now
        let session = Session()
        defer { session.progress?.end() }
        let plan = plan(in: session, since: start)
        if json {
            session.progress?.end()
            try printJSON(Report(plan: plan, messages: session.sink.diagnostics.map(MessageData.init)))
            if plan == nil { throw ExitCode(Exit.fault) }
            return
        }
        guard let plan else { throw session.fault() }
        session.printMessages()
        print(plan.lines.joined(separator: "\n"))
    }

    /// What `--json` prints.
    private struct Report: Encodable {
        var plan: PlanInWords?
        var messages: [MessageData]
    }

    /// The plan; nil, with messages, where something is at fault.
    private func plan(in session: Session, since start: ContinuousClock.Instant) -> PlanInWords? {
        guard let loaded = session.load(study) else { return nil }
        let results = session.analyze(loaded)
        let checked = session.checkRendering(
            of: results, besideStudy: study, namedAt: loaded.study.templateLocation)
        guard let checked, !session.sink.hasErrors else { return nil }
        reportDesign(of: results, planned: loaded.study, to: session.sink)
        return PlanInWords(loaded.study, checked.results, style: checked.style, after: ContinuousClock.now - start)
    }
}
