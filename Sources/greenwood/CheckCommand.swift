internal import ArgumentParser

/// `greenwood check`: looks for faults and writes nothing.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check a study file, its data and its template; write nothing.",
        discussion: """
            Reports every fault of the study file, the data and the template in one run, then says what was read and what would be made.
            """)

    @Argument(help: "The study file.", completion: .file(extensions: ["yaml", "yml"]))
    var study: String

    mutating func run() throws {
        let session = Session()
        guard let loaded = session.load(study) else { throw session.fault() }
        try session.checkTemplate(of: loaded, besideStudy: study)
        session.printMessages()
        print(report(on: loaded))
    }
}
