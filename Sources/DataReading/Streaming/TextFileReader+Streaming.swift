internal import Archives
internal import Diagnostics
internal import StudyFiles

extension TextFileReader {
    /// Reads a large file part by part; nil, with messages, where it is at fault.
    func table(streaming file: any StreamedFile, settings: StreamSettings) throws -> CellTable? {
        let isCompressed = try isGzip(file.bytes(from: 0, count: 2))
        let bytes: any StreamedText = isCompressed ? InflatedText(file) : PlainText(file)
        // Delimiter and form show in the first rows.
        let head = try bytes.bytes(from: 0, count: Self.headSize)
        if refusesBinaryForm(head) { return nil }
        let mark = byteOrderMark(of: head)
        if mark.map({ $0.encoding == .utf8 }) ?? true, declaration.encoding.map({ $0.value == .utf8 }) ?? true {
            // Whether a text is UTF-8 shows while it is read as such, and nearly all are.
            switch try reading(bytes, head, .utf8, settings) {
            case .done(let table): return table
            case .otherLetters(let fault):
                guard declaration.encoding != nil || mark != nil else { break }
                refuse(fault.fault, at: fault.location)
                return nil
            }
        }
        guard let text = try converted(bytes, head: head, settings) else { return nil }
        do {
            let start = try text.bytes(from: 0, count: Self.headSize)
            switch try reading(text, start, text.encoding, settings) {
            case .done(let table): return table
            case .otherLetters(let fault): refuseNUL(at: fault.location, in: text.encoding)
            }
        } catch is ConvertedText.Fault {
            guard let place = try text.fault() else { throw ChangedFile() }
            refuseInvalid(at: place.location(in: context.file), text.encoding)
        }
        return nil
    }

    private static var headSize: Int { 1 << 20 + 3 }

    private enum Reading {
        case done(CellTable?)
        case otherLetters((fault: UTF8Fault, location: SourceLocation))
    }

    /// Reads a text in UTF-8, whose first bytes are `head`, unless it turns out to be none.
    private func reading(
        _ text: any StreamedText, _ head: [UInt8], _ encoding: TextEncoding, _ settings: StreamSettings
    ) throws -> Reading {
        let delimiter = declaration.delimiter ?? detectedDelimiter(of: head)
        var table = try ColumnStream(text, file: context.file, delimiter: delimiter, settings: settings).table()
        var messages: [Diagnostic] = []
        if table == nil {
            // Letters that are none come first, wherever they are.
            if let text = text as? ConvertedText, try text.fault() != nil { throw ConvertedText.Fault() }
            if let fault = try letterFault(of: text, file: context.file, settings: settings) {
                return .otherLetters(fault)
            }
            (table, messages) = try formFaults(
                of: text, file: context.file, delimiter: delimiter, settings: settings)
        }
        try text.expectUnchanged()
        table?.delimiter = delimiter
        table?.encoding = encoding
        if let table, hasWrongDelimiter(table) { return .done(nil) }
        messages.forEach(context.report)
        if table == nil, messages.isEmpty { context.refuseEmpty() }
        return .done(table)
    }

    // MARK: Encodings

    /// The text of bytes that are no UTF-8; nil, with a message, where its encoding is unknown.
    private func converted(
        _ bytes: any StreamedText, head: [UInt8], _ settings: StreamSettings
    ) throws -> ConvertedText? {
        var mark = byteOrderMark(of: head)
        let encoding: TextEncoding
        if let declared = declaration.encoding {
            if let mark, refusesMark(mark.encoding, declared) { return nil }
            if let mark {
                encoding = mark.encoding
            } else if declared.value == .utf16 {
                let detected = try detectedEncoding(of: bytes, head: head, settings: settings)
                if case .certain(.utf16BigEndian, _) = detected {
                    encoding = .utf16BigEndian
                } else {
                    encoding = .utf16LittleEndian
                }
            } else {
                encoding = declared.value
            }
        } else {
            guard let detected = try guessed(bytes, head: head, settings) else { return nil }
            (encoding, mark) = (detected.encoding, detected.markLength > 0 ? mark : nil)
        }
        guard let text = ConvertedText(bytes, from: encoding, markLength: mark?.length ?? 0) else {
            refuseUnknown(encoding)
            return nil
        }
        return text
    }

    /// The encoding that bytes show, with a warning where that is no more than likely; nil, with a message, where they don't.
    private func guessed(
        _ bytes: any StreamedText, head: [UInt8], _ settings: StreamSettings
    ) throws -> (encoding: TextEncoding, markLength: Int)? {
        func location(_ offset: Int) throws -> SourceLocation {
            try place(of: offset, in: bytes, partSize: settings.partSize).location(in: context.file)
        }
        switch try detectedEncoding(of: bytes, head: head, settings: settings) {
        case .certain(let encoding, let markLength): return (encoding, markLength)
        case .likely(let encoding, let offset):
            warn(ofGuess: encoding, at: try location(offset), cell: try cell(around: offset, in: bytes, as: encoding))
            return (encoding, 0)
        case .ambiguous(let encodings, let offset):
            let cells = try encodings.map { ($0, try cell(around: offset, in: bytes, as: $0)) }
            refuseAmbiguous(cells, at: try location(offset))
        case .binary(let offset): refuseNUL(at: try location(offset), in: nil)
        }
        return nil
    }

    /// The cell around a byte; it is not shown where it is long.
    private func cell(around offset: Int, in bytes: any StreamedText, as encoding: TextEncoding) throws -> String {
        let start = max(0, offset - 256)
        return cell(in: try bytes.bytes(from: start, count: 512), around: offset - start, as: encoding)
    }
}

/// A file that reads differently the second time.
private struct ChangedFile: Error, CustomStringConvertible {
    var description: String { "it changed while it was read" }
}
