import Foundation

/// A file of reference values: cases computed by R on one data set.
struct ReferenceFile {
    /// The name of the data set.
    let dataset: String
    /// The columns of the data file; empty where each case brings its own data.
    let data: ReferenceData
    /// The cases in the file's order.
    let cases: [ReferenceCase]

    /// Reads a file and the data that it names, relative to its folder.
    init(path: String) throws {
        let file = URL(filePath: path)
        let json = try JSONValue(reading: Data(contentsOf: file))
        dataset = json["dataset"]?.text ?? file.deletingPathExtension().lastPathComponent
        if let csv = json["csv"]?.text {
            let table = file.deletingLastPathComponent().appending(path: csv)
            data = ReferenceData(csv: try String(contentsOf: table, encoding: .utf8))
        } else {
            data = ReferenceData(columns: [:])
        }
        cases = (json["cases"]?.elements ?? []).compactMap { ReferenceCase($0) }
    }
}

/// One computation of R: what was asked and what came out.
struct ReferenceCase {
    let id: String
    let kind: String
    let call: String
    let arguments: JSONValue
    let result: JSONValue

    init?(_ json: JSONValue) {
        guard let id = json["id"]?.text, let kind = json["kind"]?.text, let result = json["result"] else { return nil }
        self.id = id
        self.kind = kind
        self.call = json["call"]?.text ?? ""
        self.arguments = json["args"] ?? .object([:])
        self.result = result
    }
}
