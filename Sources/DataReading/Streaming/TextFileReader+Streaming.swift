internal import Diagnostics
internal import StudyFiles

extension TextFileReader {
    /// Reads a large file part by part; nil, with messages, where it is at fault. Its text must be UTF-8, or anything that is found
    /// to be none.
    func table(streaming file: any StreamedFile, settings: StreamSettings) throws -> CellTable? {
        // The delimiter shows in the first rows.
        let head = try file.bytes(from: 0, count: 1 << 20 + 3)
        guard isUTF8(byHead: head) else { return table(try whole(file)) }
        let text = PlainText(file)
        let delimiter = declaration.delimiter ?? detectedDelimiter(of: head)
        let stream = ColumnStream(text, file: context.file, delimiter: delimiter, settings: settings)
        let found = try stream.table()
        try file.expectUnchanged()
        if var found {
            (found.delimiter, found.encoding) = (delimiter, .utf8)
            return hasWrongDelimiter(found) ? nil : found
        }
        if let found = try letterFault(of: text, file: context.file, settings: settings) {
            guard declaration.encoding != nil else { return table(try whole(file)) }
            refuse(found.fault, at: found.location)
            return nil
        }
        let faults = try formFaults(of: text, file: context.file, delimiter: delimiter, settings: settings)
        try file.expectUnchanged()
        var header = faults.header
        header?.delimiter = delimiter
        header?.encoding = .utf8
        if let header, hasWrongDelimiter(header) { return nil }
        faults.messages.forEach(context.report)
        if header == nil, faults.messages.isEmpty { context.refuseEmpty() }
        return header
    }

    /// Whether the first bytes and the study leave it possible that a file is a text in UTF-8.
    private func isUTF8(byHead head: [UInt8]) -> Bool {
        nameOfBinaryForm(head) == nil && byteOrderMark(of: head).map { $0.encoding == .utf8 } ?? true
            && declaration.encoding.map { $0.value == .utf8 } ?? true
    }
}

/// The bytes of a file that cannot be read part by part.
func whole(_ file: any StreamedFile) throws -> [UInt8] {
    guard file.size <= WholeFileError.limit else { throw WholeFileError() }
    let bytes = try file.bytes(from: 0, count: file.size)
    try file.expectUnchanged()
    return bytes
}

/// A file is too large for a form that is held in memory.
struct WholeFileError: Error, CustomStringConvertible {
    static let limit = Int(UInt32.max)

    var description: String { "it is larger than 4 GiB, and only text in UTF-8 can be" }
}
