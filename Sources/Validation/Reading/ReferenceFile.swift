public import Diagnostics

/// A file of reference values: cases that R computed on one data set.
public struct ReferenceFile: Sendable {
    /// The file's path as messages and the report name it.
    public let path: String
    /// The columns of the data file; empty where each case brings its own data.
    public let table: ReferenceTable
    /// The cases in the file's order.
    public let cases: [ReferenceCase]

    /// Reads a file and the data that it names.
    ///
    /// - Parameters:
    ///   - bytes: The file's content.
    ///   - path: Its path as messages name it.
    ///   - readData: The bytes of the data file of this name, or why there are none.
    ///   - sink: Where faults go.
    /// - Returns: The file; nil, with a message, where it is not one of reference values.
    public static func read(
        _ bytes: [UInt8], path: String, data readData: (String) -> Result<[UInt8], DataFileFault>,
        reporting sink: DiagnosticSink
    ) -> ReferenceFile? {
        func malformed(_ reason: String, line: Int = 1, column: Int = 1) {
            sink.emit(
                Diagnostic(
                    .malformedReference, at: SourceLocation(file: path, line: line, column: column),
                    "reference file can't be read: \(reason)",
                    help: ["a reference file is a JSON object with 'dataset', 'csv' and a list of 'cases'"]))
        }
        let json: ReferenceValue
        do throws(JSONFault) {
            json = try JSONParser.value(of: bytes)
        } catch {
            malformed(error.reason, line: error.line, column: error.column)
            return nil
        }
        guard case .list(let items) = json["cases"] else {
            malformed("it has no list 'cases'")
            return nil
        }
        var cases: [ReferenceCase] = []
        for (index, item) in items.enumerated() {
            if let own = ReferenceCase(item, isDefaultControl: json["dataset"].text?.hasPrefix("degenerate") == true) {
                cases.append(own)
            } else {
                malformed("case \(index + 1) lacks an 'id', a 'kind' or a 'result'")
            }
        }
        return ReferenceFile(
            path: path, table: table(named: json["csv"].text, of: path, readData, reporting: sink), cases: cases)
    }

    private static func table(
        named name: String?, of path: String, _ readData: (String) -> Result<[UInt8], DataFileFault>,
        reporting sink: DiagnosticSink
    ) -> ReferenceTable {
        guard let name else { return ReferenceTable() }
        switch readData(name) {
        case .success(let bytes): return ReferenceTable(csv: String(decoding: bytes, as: UTF8.self))
        case .failure(let fault):
            sink.emit(
                Diagnostic(
                    .missingReferenceData, at: SourceLocation(file: path, line: 1, column: 1),
                    "data file '\(name)' can't be read: \(fault.reason)",
                    help: [
                        "put it beside the reference file, or into a folder 'Data' beside the reference file's folder"
                    ]
                ))
            return ReferenceTable()
        }
    }
}

/// Why a data file could not be read.
public struct DataFileFault: Error {
    /// The reason in the system's words.
    public var reason: String

    /// Creates a fault.
    public init(reason: String) { self.reason = reason }
}

/// One computation of R: what was asked and what came out.
public struct ReferenceCase: Sendable {
    /// The case's name.
    public let id: String
    /// What was computed, such as `km` or `cox`.
    public let kind: String
    /// R's call.
    public let call: String
    /// What the call was made with.
    public let arguments: ReferenceValue
    /// What R returned.
    public let result: ReferenceValue
    /// Whether R iterated with its default control, which stops earlier than that of the other cases.
    let isDefaultControl: Bool

    init?(_ json: ReferenceValue, isDefaultControl: Bool) {
        guard let id = json["id"].text, let kind = json["kind"].text, json["result"] != .absent else { return nil }
        self.id = id
        self.kind = kind
        self.call = json["call"].text ?? ""
        self.arguments = json["args"]
        self.result = json["result"]
        self.isDefaultControl = isDefaultControl || id.hasPrefix("degenerate")
    }
}
