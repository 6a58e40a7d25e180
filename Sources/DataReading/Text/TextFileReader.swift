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
        if let name = nameOfBinaryForm(raw) {
            context.refuse(
                at: start, "this is no text but \(name)",
                help: "give the file the ending of its form, or export it as CSV")
            return nil
        }
        if let declared = declaration.encoding { return decoded(raw, as: declared) }
        switch detectedEncoding(of: raw) {
        case .certain(let encoding, let markLength):
            return encoding == .utf8 ? (raw, .utf8) : converted(raw, from: encoding, markLength: markLength)
        case .likely(let encoding, let offset):
            guard let text = converted(raw, from: encoding, markLength: 0) else { return nil }
            let shown = quoted(cell(in: raw, around: offset, as: encoding))
            context.report(
                Diagnostic(
                    .encodingGuessed, severity: .warning, at: location(of: offset, in: raw),
                    "file is not UTF-8 and was read as \(encoding.rawValue), in which this is \(shown)",
                    help: [
                        "if that is right, add 'encoding: \(encoding.rawValue)' to \(context.section) "
                            + "in '\(context.studyFile)'; else name the right one"
                    ]))
            return text
        case .ambiguous(let encodings, let offset):
            refuseAmbiguous(raw, encodings, at: offset)
        case .binary(let offset):
            context.refuse(
                at: location(of: offset, in: raw), "NUL byte: this is no text",
                help: "export the file as CSV in UTF-8")
        }
        return nil
    }

    private func decoded(
        _ raw: [UInt8], as declared: Located<TextEncoding>
    ) -> (text: [UInt8], encoding: TextEncoding)? {
        var encoding = declared.value
        let mark = byteOrderMark(of: raw)
        if let mark {
            let isUTF16 = mark.encoding != .utf8
            guard encoding == mark.encoding || (encoding == .utf16 && isUTF16) else {
                context.report(
                    Diagnostic(
                        .encodingUnsupported, at: start,
                        "file begins with the mark of \(mark.encoding.rawValue), the study says \(encoding.rawValue)",
                        notes: [.init("it is declared here", at: declared.location)],
                        help: ["delete 'encoding', or write 'encoding: \(mark.encoding.rawValue)'"]))
                return nil
            }
            encoding = mark.encoding
        } else if encoding == .utf16 {
            encoding = .utf16LittleEndian
            if case .certain(.utf16BigEndian, _) = detectedEncoding(of: raw) { encoding = .utf16BigEndian }
        }
        guard encoding == .utf8 else { return converted(raw, from: encoding, markLength: mark?.length ?? 0) }
        guard let fault = utf8Fault(in: raw) else { return (raw, .utf8) }
        switch fault {
        case .invalid(let offset), .nul(let offset): refuse(fault, at: location(of: offset, in: raw))
        }
        return nil
    }

    /// Says that a text that is declared to be UTF-8 is none.
    func refuse(_ fault: UTF8Fault, at location: SourceLocation) {
        switch fault {
        case .invalid: refuseInvalid(at: location, .utf8)
        case .nul:
            context.refuse(at: location, "NUL byte: this is no text", help: "export the file as CSV in UTF-8")
        }
    }

    private func converted(
        _ raw: [UInt8], from encoding: TextEncoding, markLength: Int
    ) -> (text: [UInt8], encoding: TextEncoding)? {
        switch transcoded(raw.dropFirst(markLength), from: encoding) {
        case .text(let text):
            guard let nul = text.firstIndex(of: 0) else { return (text, encoding) }
            context.refuse(
                at: location(of: nul, in: text), "NUL byte: this is no text in \(encoding.rawValue)",
                help: "correct 'encoding', or export the file as CSV in UTF-8")
        case .invalid(let before, _):
            refuseInvalid(at: location(of: before.count, in: before), encoding)
        case .unknown:
            context.report(
                Diagnostic(
                    .encodingUnsupported, at: declaration.encoding?.location ?? start,
                    "this system can't convert \(encoding.rawValue)",
                    help: [
                        "install the C library's conversions (on Debian: libc-gconv-modules-extra), or save the file as UTF-8"
                    ]))
        }
        return nil
    }

    private func refuseInvalid(at location: SourceLocation, _ encoding: TextEncoding) {
        context.report(
            Diagnostic(
                .encodingUnsupported, at: location, "file can't be read as \(encoding.rawValue) from here on",
                notes: declaration.encoding.map { [.init("it is declared here", at: $0.location)] } ?? [],
                help: ["correct 'encoding' in \(context.section), or save the file as UTF-8"]))
    }

    private func refuseAmbiguous(_ raw: [UInt8], _ encodings: [TextEncoding], at offset: Int) {
        let readings = encodings.map { "\($0.rawValue): \(quoted(cell(in: raw, around: offset, as: $0)))" }
        context.report(
            Diagnostic(
                .encodingUnsupported, at: location(of: offset, in: raw),
                "file is not UTF-8, and its letters don't tell what it is",
                notes: readings.isEmpty ? [] : [.init("this may be, \(readings.joined(separator: ", "))")],
                help: [
                    "name its encoding in \(context.section) of '\(context.studyFile)', as in "
                        + "'encoding: \((encodings.first ?? .western).rawValue)'; known are "
                        + TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")
                ]))
    }

    /// The cell around a byte, as far as that can be told before the text is read.
    private func cell(in raw: [UInt8], around offset: Int, as encoding: TextEncoding) -> String {
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

    private var start: SourceLocation { SourceLocation(file: file, line: 1, column: 1) }

    /// What a file is that has the wrong ending, by its first bytes.
    func nameOfBinaryForm(_ raw: [UInt8]) -> String? {
        let forms: [(String, [UInt8])] = [
            ("an Excel workbook or another ZIP archive", [0x50, 0x4B, 0x03, 0x04]),
            ("an old Excel workbook (.xls)", [0xD0, 0xCF, 0x11, 0xE0]),
            ("an SQLite database", Array("SQLite format 3\0".utf8)), ("an SPSS file", Array("$FL2@(#)".utf8)),
            ("a Stata file", Array("<stata_dta>".utf8)), ("a SAS transport file", Array("HEADER RECORD*******".utf8)),
            ("a PDF", Array("%PDF-".utf8)),
        ]
        return forms.first { raw.starts(with: $0.1) }?.0
    }
}
