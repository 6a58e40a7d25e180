internal import Archives
public import Diagnostics
public import StudyFiles

/// Reads a data file of a study, whatever its form, as a table of cells.
///
/// The form is known by the end of the path, and gzip by the first bytes. Every column has a name, and no two the same.
///
/// - Parameters:
///   - declaration: What the study says of the file.
///   - bytes: The file's bytes.
///   - studyFile: The study file's path as the user named it.
///   - companion: Gives another file by its path as the study names it; nil where there is none. Some forms have one.
///   - report: Where messages go.
/// - Returns: The cells; nil, with messages, where the file cannot be read.
public func readCells(
    of declaration: DataFile, bytes: [UInt8], namedIn studyFile: String,
    companion: @escaping (String) -> [UInt8]? = { _ in nil }, reporting report: @escaping (Diagnostic) -> Void
) -> CellTable? {
    let context = context(of: declaration, studyFile, companion, report)
    guard let bytes = decompressed(bytes, context), let table = cells(bytes, context), hasNamedColumns(table, context)
    else { return nil }
    return table
}

/// Reads a large data file of a study: a text part by part, so that memory is that of its columns, other forms whole.
///
/// - Throws: What reading the file throws, or that it is too large for its form.
public func readCells(
    of declaration: DataFile, streaming file: any StreamedFile, namedIn studyFile: String,
    companion: @escaping (String) -> [UInt8]? = { _ in nil }, reporting report: @escaping (Diagnostic) -> Void
) throws -> CellTable? {
    try readCells(
        of: declaration, streaming: file, namedIn: studyFile, companion: companion, settings: .usual, reporting: report)
}

/// The same, cut as tests want it.
func readCells(
    of declaration: DataFile, streaming file: any StreamedFile, namedIn studyFile: String,
    companion: @escaping (String) -> [UInt8]?, settings: StreamSettings,
    reporting report: @escaping (Diagnostic) -> Void
) throws -> CellTable? {
    guard declaration.format == .text else {
        return readCells(
            of: declaration, bytes: try whole(file), namedIn: studyFile, companion: companion, reporting: report)
    }
    let context = context(of: declaration, studyFile, companion, report)
    do {
        guard let table = try TextFileReader(context: context).table(streaming: file, settings: settings),
            hasNamedColumns(table, context)
        else { return nil }
        return table
    } catch let fault as ArchiveError {
        refuse(compressed: fault, context)
        return nil
    }
}

/// The bytes of a file that cannot be read part by part.
private func whole(_ file: any StreamedFile) throws -> [UInt8] {
    guard file.size <= WholeFileError.limit else { throw WholeFileError() }
    let bytes = try file.bytes(from: 0, count: file.size)
    try file.expectUnchanged()
    return bytes
}

/// A file is too large for a form that is held in memory.
private struct WholeFileError: Error, CustomStringConvertible {
    static let limit = Int(UInt32.max)

    var description: String { "it is larger than 4 GiB, and only a text can be" }
}

private func context(
    of declaration: DataFile, _ studyFile: String, _ companion: @escaping (String) -> [UInt8]?,
    _ report: @escaping (Diagnostic) -> Void
) -> ReadingContext {
    ReadingContext(
        declaration: declaration,
        file: declaration.database == nil
            ? path(declaration.path.value, besides: studyFile) : declaration.path.value,
        studyFile: studyFile, companion: companion, report: report)
}

private func cells(_ bytes: [UInt8], _ context: ReadingContext) -> CellTable? {
    switch context.declaration.format {
    case .text: TextFileReader(context: context).table(bytes)
    case .workbook: WorkbookReader(context: context).table(bytes)
    case .spss, .stata, .sas, .transport: StatisticalFileReader(context: context).table(bytes)
    case .database: DatabaseReader(context: context).table(bytes)
    }
}

/// The path from where the study file's path begins, so that an editor finds it.
private func path(_ path: String, besides studyFile: String) -> String {
    guard !path.hasPrefix("/"), let slash = studyFile.lastIndex(of: "/") else { return path }
    return studyFile[...slash] + path
}

/// The bytes without gzip; nil, with a message, where they are damaged or grow beyond what data do.
private func decompressed(_ bytes: [UInt8], _ context: ReadingContext) -> [UInt8]? {
    guard isGzip(bytes) else { return bytes }
    // Tables of text shrink to a tenth, long ones of few values to a fiftieth.
    let limit = max(1 << 30, min(bytes.count * 100, 64 << 30))
    do {
        return try decompressedGzip(bytes, limits: ArchiveLimits(fileSize: limit))
    } catch {
        refuse(compressed: error, context)
        return nil
    }
}

private func refuse(compressed fault: ArchiveError, _ context: ReadingContext) {
    context.report(
        Diagnostic(
            .unreadableData, at: context.declaration.path.location,
            "'\(context.declaration.path.value)' can't be decompressed: \(fault)",
            help: ["compress the file again, or name the file that is not compressed"]))
}

private func hasNamedColumns(_ table: CellTable, _ context: ReadingContext) -> Bool {
    var first: [String: Int] = [:]
    var isSound = true
    for (column, name) in table.header.enumerated() {
        if name.isEmpty {
            isSound = false
            context.refuse(
                at: table.location(ofColumn: column), "column \(column + 1) has no name",
                help: "name the column in the first row, or delete it")
        } else if let earlier = first[name] {
            isSound = false
            context.report(
                Diagnostic(
                    .duplicateColumn, at: table.location(ofColumn: column),
                    "column \(quoted(name)) stands twice in the header",
                    notes: [.init("it stands first here", at: table.location(ofColumn: earlier))],
                    help: ["rename one of them"]))
        } else {
            first[name] = column
        }
    }
    return isSound
}
