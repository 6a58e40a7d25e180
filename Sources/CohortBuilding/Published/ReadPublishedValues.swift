public import Diagnostics
public import Results
public import StudyFiles

/// Reads the values that a study lists as published: a CSV file with the columns `part`, `item`, `published`, `results`,
/// `kind` and `note`, one value a row.
///
/// - Parameters:
///   - path: The file as the study names it.
///   - study: The study.
///   - reading: Gives the bytes of a file by its path as the study names it.
///   - sink: Where messages go.
/// - Returns: The values in the order of the file; empty where an error was reported.
public func readPublishedValues(
    at path: Located<String>, of study: Study, reading: @escaping (String) throws -> [UInt8],
    reporting sink: DiagnosticSink
) -> [PublishedValue] {
    let reporter = FaultReporter(sink)
    let file = DataFile(name: Located("published", at: path.location), path: path)
    guard let table = readDataFiles([file], namedIn: study.file, reading: reading, reporter).first else { return [] }
    var columns: [String: DataColumn] = [:]
    for name in ["part", "item", "published", "results", "kind"] {
        guard let column = table.column(name) else {
            reporter.report(
                Diagnostic(
                    .unknownColumn, at: path.location, "column '\(name)' doesn't exist in '\(table.path)'",
                    help: ["name the columns part, item, published, results, kind and note in the first row"]))
            continue
        }
        columns[name] = column
    }
    guard !reporter.hasErrors, let part = columns["part"], let item = columns["item"],
        let printed = columns["published"], let results = columns["results"], let kind = columns["kind"]
    else { return [] }
    let note = table.column("note")
    let values = (0..<table.rowCount).compactMap { row -> PublishedValue? in
        let location = kind.location(row)
        let kinds = PublishedValue.Kind.allCases.map(\.rawValue)
        guard let known = PublishedValue.Kind(rawValue: kind[row] ?? "") else {
            reporter.report(
                Diagnostic(
                    .unknownValue, at: location, "kind \(quoted(kind[row] ?? "")) doesn't exist",
                    help: nearNameHelp(for: kind[row] ?? "", among: kinds, kind: "kinds")))
            return nil
        }
        return PublishedValue(
            part: part[row] ?? "", item: item[row] ?? "", printed: printed[row] ?? "",
            results: (results[row] ?? "").split(separator: ";").map(trimmedOfBlanks), kind: known, note: note?[row],
            line: location.line)
    }
    return reporter.hasErrors ? [] : values
}

private func trimmedOfBlanks(_ text: Substring) -> String {
    var text = text
    while text.first?.isWhitespace ?? false { text.removeFirst() }
    while text.last?.isWhitespace ?? false { text.removeLast() }
    return String(text)
}
