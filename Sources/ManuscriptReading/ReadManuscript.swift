internal import Archives

/// Why a file cannot be read as a manuscript.
public enum ManuscriptReadingError: Error, Equatable, Sendable {
    /// The file is of a kind that is not read, which is named.
    case unsupported(String)
    /// The file is damaged; what was wrong.
    case damaged(String)
    /// There are no words in it.
    case empty
}

/// Reads a manuscript: Word, HTML, Markdown or plain text, told apart by their content.
public func readManuscript(_ bytes: [UInt8], name: String) throws(ManuscriptReadingError) -> Manuscript {
    if ZIPReader.isArchive(bytes) { return try readWord(bytes) }
    if bytes.starts(with: Array("%PDF".utf8)) { throw .unsupported("a PDF; convert it with 'pdftotext -layout' first") }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
        throw .unsupported("an old Word file (.doc); save it as .docx first")
    }
    if bytes.starts(with: Array("{\\rtf".utf8)) { throw .unsupported("an RTF file; save it as .docx first") }
    guard let text = decodedText(bytes) else { throw .unsupported("not text in UTF-8 or UTF-16") }
    let manuscript: Manuscript
    if looksLikeMarkup(text, name: name) {
        manuscript = try readPage(Array(text.utf8))
    } else {
        var reader = TextReader(text)
        manuscript = reader.read()
    }
    guard !manuscript.passages.isEmpty || !manuscript.tables.isEmpty else { throw .empty }
    return manuscript
}

private func decodedText(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
        let isLittle = bytes[0] == 0xFF
        let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
            let (a, b) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            return isLittle ? a | b << 8 : a << 8 | b
        }
        return String(decoding: units, as: UTF16.self)
    }
    if bytes.contains(0) { return nil }
    // What is not UTF-8 is most likely Windows's Western encoding; its letters stand where Latin-1 has them.
    return String(validating: bytes, as: UTF8.self) ?? String(String.UnicodeScalarView(bytes.map(windowsScalar)))
}

private func windowsScalar(_ byte: UInt8) -> Unicode.Scalar {
    let special: [UInt8: Unicode.Scalar] = [
        0x80: "€", 0x85: "…", 0x91: "‘", 0x92: "’", 0x93: "“", 0x94: "”", 0x95: "•", 0x96: "–", 0x97: "—", 0xA0: " ",
    ]
    return special[byte] ?? Unicode.Scalar(byte)
}

private func looksLikeMarkup(_ text: String, name: String) -> Bool {
    let head = text.prefix(2000).lowercased()
    if head.contains("<!doctype html") || head.contains("<html") { return true }
    let isNamed =
        name.lowercased().hasSuffix(".html") || name.lowercased().hasSuffix(".htm")
        || name.lowercased().hasSuffix(".xhtml")
    return isNamed && text.contains("<")
}
