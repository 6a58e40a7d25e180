internal import Diagnostics
internal import StudyFiles

/// Reads a text file with delimiters and refuses what cannot be read safely.
struct TextFileReader {
    let context: ReadingContext

    var declaration: DataFile { context.declaration }
    private var file: String { context.file }

    func table(_ raw: [UInt8]) -> CellTable? {
        guard let (bytes, encoding) = decoded(raw) else { return nil }
        let delimiter = declaration.delimiter ?? detectedDelimiter(of: bytes)
        var faults: [CSVFault] = []
        var table = csvTable(bytes, file: file, delimiter: delimiter) { faults.append($0) }
        table?.delimiter = delimiter
        table?.encoding = encoding
        // A wrong delimiter makes every row look wrong: then that alone is said.
        if let table, hasWrongDelimiter(table) { return nil }
        bytes.withUnsafeBufferPointer { bytes in
            for fault in faults { context.report(fault.diagnostic(in: bytes, file: file, delimiter: delimiter)) }
        }
        if table == nil, faults.isEmpty { context.refuseEmpty() }
        return table
    }

    func hasWrongDelimiter(_ table: CellTable) -> Bool {
        guard let declared = declaration.delimiter, table.header.count == 1,
            let other = otherDelimiter(than: declared, in: table.header[0])
        else { return false }
        context.refuse(
            at: table.location(ofColumn: 0), "only one column found, and its name holds \(other.name)",
            help: "add 'delimiter: \(other.yaml)' to \(context.section) in '\(context.studyFile)'")
        return true
    }

    private func otherDelimiter(than declared: UInt8, in name: String) -> (name: String, yaml: String)? {
        if name.contains(";") { return ("';'", "\";\"") }
        if name.contains("\t") { return ("a tab", "\"\\t\"") }
        if name.contains(","), declared != UInt8(ascii: ",") { return ("','", "\",\"") }
        return nil
    }
}

// MARK: Encodings

extension TextFileReader {
    /// The text in UTF-8; nil, with a message, where that cannot be had.
    private func decoded(_ raw: [UInt8]) -> (text: [UInt8], encoding: TextEncoding)? {
        if refusesBinaryForm(raw) { return nil }
        if let declared = declaration.encoding { return decoded(raw, as: declared) }
        switch detectedEncoding(of: raw) {
        case .certain(let encoding, let markLength):
            guard encoding == .utf8 else { return converted(raw, from: encoding, markLength: markLength) }
            return markLength == 0 ? (raw, .utf8) : checked(raw)
        case .likely(let encoding, let offset):
            guard let text = converted(raw, from: encoding, markLength: 0) else { return nil }
            warn(
                ofGuess: encoding, at: location(of: offset, in: raw), cell: cell(in: raw, around: offset, as: encoding))
            return text
        case .ambiguous(let encodings, let offset):
            let cells = encodings.map { ($0, cell(in: raw, around: offset, as: $0)) }
            refuseAmbiguous(cells, at: location(of: offset, in: raw))
        case .binary(let offset): refuseNUL(at: location(of: offset, in: raw), in: nil)
        }
        return nil
    }

    private func decoded(
        _ raw: [UInt8], as declared: Located<TextEncoding>
    ) -> (text: [UInt8], encoding: TextEncoding)? {
        var encoding = declared.value
        let mark = byteOrderMark(of: raw)
        if let mark {
            if refusesMark(mark.encoding, declared) { return nil }
            encoding = mark.encoding
        } else if encoding == .utf16 {
            encoding = .utf16LittleEndian
            if case .certain(.utf16BigEndian, _) = detectedEncoding(of: raw) { encoding = .utf16BigEndian }
        }
        return encoding == .utf8 ? checked(raw) : converted(raw, from: encoding, markLength: mark?.length ?? 0)
    }

    /// A text that the study or its mark calls UTF-8; nil, with a message, where it is none.
    private func checked(_ raw: [UInt8]) -> (text: [UInt8], encoding: TextEncoding)? {
        guard let fault = utf8Fault(in: raw) else { return (raw, .utf8) }
        switch fault {
        case .invalid(let offset), .nul(let offset): refuse(fault, at: location(of: offset, in: raw))
        }
        return nil
    }

    private func converted(
        _ raw: [UInt8], from encoding: TextEncoding, markLength: Int
    ) -> (text: [UInt8], encoding: TextEncoding)? {
        switch transcoded(raw.dropFirst(markLength), from: encoding) {
        case .text(let text):
            guard let nul = text.firstIndex(of: 0) else { return (text, encoding) }
            refuseNUL(at: location(of: nul, in: text), in: encoding)
        case .invalid(let before, _): refuseInvalid(at: location(of: before.count, in: before), encoding)
        case .unknown: refuseUnknown(encoding)
        }
        return nil
    }

    /// The cell around a byte, as far as that can be told before the text is read.
    func cell(in raw: [UInt8], around offset: Int, as encoding: TextEncoding) -> String {
        let ends = Array(",;\t|\r\n\"".utf8)
        let start = raw[..<offset].lastIndex { ends.contains($0) }.map { $0 + 1 } ?? 0
        // The last byte of a character of two may look like a delimiter, but is never one that ends a cell here.
        let end = raw[offset...].firstIndex { ends.contains($0) } ?? raw.count
        guard end - start <= 200, case .text(let text) = transcoded(raw[start..<end], from: encoding) else { return "" }
        return String(decoding: text, as: UTF8.self)
    }

    private func location(of offset: Int, in bytes: [UInt8]) -> SourceLocation {
        place(of: offset, in: bytes, file: file, from: lengthOfByteOrderMark(bytes), onLine: 1)
    }
}
