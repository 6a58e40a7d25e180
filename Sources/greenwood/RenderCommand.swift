internal import ArgumentParser
internal import Diagnostics

/// `greenwood render`: the second half of a build.
struct RenderCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "render",
        abstract: "Write a bundle from results that were analysed before.",
        discussion: "Needs the results and the templates only: no study file, no patients.")

    @Argument(help: "The results, as 'greenwood analyze' wrote them.", completion: .file(extensions: ["json"]))
    var results: String

    @Option(help: "The folder of the study's own templates.", completion: .directory)
    var templates: String?

    @OptionGroup var output: OutputOptions

    mutating func run() throws {
        let session = Session()
        defer { session.progress?.end() }
        var decoded = try session.readResults(results)
        try session.restyle(&decoded, by: output)
        let folder = templates ?? folderName(of: results)
        if let missing = session.templateMissing(of: decoded, inBundle: folder) {
            session.sink.emit(Diagnostic(.unknownTemplate, at: nil, missing.summary, help: [missing.help]))
            throw session.fault()
        }
        try session.render(
            decoded, templatesBeside: folder, nameLocation: nil,
            into: output.folder ?? defaultOutputFolder(forStudy: results), options: output)
    }
}
