internal import StudyFiles

/// What the bytes of a text show of their encoding.
enum DetectedEncoding: Equatable {
    /// The bytes can be nothing else.
    case certain(TextEncoding, markLength: Int)
    /// Likely, from the letters alone; `offset` is the first byte that is not ASCII.
    case likely(TextEncoding, offset: Int)
    /// Several encodings make sense of the bytes, or none that is known here.
    case ambiguous([TextEncoding], offset: Int)
    /// The first NUL byte: no text.
    case binary(offset: Int)
}

/// The encoding that a byte order mark announces, and the mark's length.
func byteOrderMark(of bytes: [UInt8]) -> (encoding: TextEncoding, length: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    // Four bytes would be the mark of UTF-32, whose zeros are found later.
    if bytes.starts(with: [0xFF, 0xFE]), !bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    return nil
}

/// Looks at a text without a declared encoding.
///
/// A byte order mark, text that is UTF-8 throughout, and the zeros of UTF-16 are certain. Other bytes are told apart by
/// how letters stand: in Western European text an accented letter stands alone among ASCII letters, in Chinese text of
/// GB 18030 bytes above 127 come in pairs. That is a guess, and what a reader says of it a warning.
func detectedEncoding(of bytes: [UInt8]) -> DetectedEncoding {
    if let mark = byteOrderMark(of: bytes) { return .certain(mark.encoding, markLength: mark.length) }
    switch utf8Fault(in: bytes) {
    case nil: return .certain(.utf8, markLength: 0)
    case .nul(let offset):
        guard let encoding = utf16(by: bytes[...], count: bytes.count) else { return .binary(offset: offset) }
        return .certain(encoding, markLength: 0)
    case .invalid:
        if let nul = bytes.firstIndex(of: 0) {
            guard let encoding = utf16(by: bytes[...], count: bytes.count) else { return .binary(offset: nul) }
            return .certain(encoding, markLength: 0)
        }
        return legacyEncoding(of: bytes)
    }
}

/// UTF-16 without a mark: every ASCII character, such as a delimiter, has a zero on the same side.
func utf16(by bytes: ArraySlice<UInt8>, count: Int) -> TextEncoding? {
    guard count.isMultiple(of: 2) else { return nil }
    let sample = bytes.prefix(1 << 16)
    var zeros = [0, 0]
    for (index, byte) in sample.enumerated() where byte == 0 { zeros[index & 1] += 1 }
    guard zeros.max() ?? 0 >= max(1, sample.count / 50) else { return nil }
    if zeros[0] == 0 { return .utf16LittleEndian }
    return zeros[1] == 0 ? .utf16BigEndian : nil
}

private func legacyEncoding(of bytes: [UInt8]) -> DetectedEncoding {
    let offset = bytes.firstIndex { $0 >= 0x80 } ?? 0
    var letters = LegacyLetters()
    bytes.withUnsafeBufferPointer { letters.add($0) }
    letters.end()
    let isWestern = letters.areWestern && isText(bytes, of: .western)
    let isChinese = letters.areChinese && isText(bytes, of: .chinese)
    switch (isWestern, isChinese) {
    case (true, false): return .likely(.western, offset: offset)
    case (false, true): return .likely(.chinese, offset: offset)
    default:
        return .ambiguous(encodingsToChooseFrom.filter { isText(bytes, of: $0) }, offset: offset)
    }
}

/// What a text may be written in of which the letters don't tell.
let encodingsToChooseFrom: [TextEncoding] = [.western, .chinese, .centralEuropean, .cyrillic, .japanese, .korean]

private func isText(_ bytes: [UInt8], of encoding: TextEncoding) -> Bool {
    if case .text = transcoded(bytes[...], from: encoding) { true } else { false }
}

/// How the bytes above 127 stand in a text, which may come part by part.
struct LegacyLetters {
    /// Bytes above 127 with none beside them.
    private var alone = 0
    /// Pairs of bytes above 127 as the common Chinese characters have them (GB 2312).
    private var pairs = 0
    private var count = 0
    /// Bytes that are none of the letters and signs of German.
    private var others = 0
    /// The bytes above 127 at the end of what came so far, the last of them, and how many pairs they make.
    private var run = (count: 0, last: 0 as UInt8, pairs: 0)

    mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
        for byte in bytes {
            guard byte >= 0x80 else {
                if run.count > 0 { end() }
                continue
            }
            if !Self.german.contains(byte) { others += 1 }
            let isSecond = !run.count.isMultiple(of: 2)
            if isSecond, (0xA1...0xF7).contains(run.last), byte >= 0xA1 { run.pairs += 1 }
            (run.count, run.last) = (run.count + 1, byte)
        }
    }

    /// Ä, Ö, Ü, ä, ö, ü, ß, and the signs €, °, ², ³ and µ.
    private static let german: Set<UInt8> = [
        0xC4, 0xD6, 0xDC, 0xE4, 0xF6, 0xFC, 0xDF, 0x80, 0xB0, 0xB2, 0xB3, 0xB5,
    ]

    /// Counts the bytes at the end.
    mutating func end() {
        count += run.count
        if run.count == 1 { alone += 1 }
        pairs += run.pairs
        run = (0, 0, 0)
    }

    /// Nearly all stand alone, as in "Müller" and "créatinine"; or most of them, where all are German, as in "süß".
    var areWestern: Bool { alone * 10 >= count * 9 || (others == 0 && alone * 2 >= count) }
    /// Nearly all come in pairs, and so many that chance would not have paired them.
    var areChinese: Bool { pairs >= 4 && pairs * 20 >= count * 9 }
}
