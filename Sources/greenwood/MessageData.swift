internal import Diagnostics
internal import Foundation

/// A message as `--json` prints it.
struct MessageData: Encodable {
    var id: String
    var severity: Diagnostic.Severity
    var file: String?
    var line: Int?
    var column: Int?
    var length: Int?
    var summary: String
    var notes: [String]
    var help: [String]

    init(_ diagnostic: Diagnostic) {
        id = diagnostic.id.rawValue
        severity = diagnostic.severity
        file = diagnostic.location?.file
        line = diagnostic.location?.line
        column = diagnostic.location?.column
        length = diagnostic.location?.length
        summary = diagnostic.summary
        notes = diagnostic.notes.map(\.text)
        help = diagnostic.help
    }
}

/// Prints a value as JSON for programs: indented, with keys in order.
func printJSON(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    FileHandle.standardOutput.write(try encoder.encode(value) + Data("\n".utf8))
}
