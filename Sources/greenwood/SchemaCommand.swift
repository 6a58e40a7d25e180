internal import ArgumentParser
internal import StudyFiles

/// `greenwood schema`: the study language for editors.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema of study files, for editors.",
        discussion: """
            Editors that know JSON Schema complete the keys of a study file, explain them and underline what is wrong. With a \
            YAML language server, this first line of a study file is enough:

              # yaml-language-server: $schema=study.schema.json
            """)

    @Option(
        name: [.customShort("o"), .customLong("output")], help: "The file to write, instead of standard output.",
        completion: .file(extensions: ["json"]))
    var output = "-"

    mutating func run() throws {
        try Session().write(Array(StudyLanguage.jsonSchema()), to: output)
    }
}
