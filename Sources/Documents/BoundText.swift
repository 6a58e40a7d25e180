/// A text whose statements stay on one line: no line breaks between a letter, a relation and a number (`p = 0.075`,
/// `n = 42`, `p < 0.001`), or inside `95% CI`.
///
/// The spaces become no-break spaces, which look the same and count as spaces where text is searched or audited.
func bound(_ text: String) -> String {
    guard text.withBytes(mayHoldStatement) else { return text }
    var scalars = Array(text.unicodeScalars)
    for index in scalars.indices where scalars[index] == " " {
        let (before, after) = (scalars[..<index].last, scalars[(index + 1)...].first)
        let isInLabel = before == "%" && after == "C" && scalars[(index + 1)...].prefix(2).last == "I"
        guard let before, let after else { continue }
        let isBeforeRelation =
            after.isRelation && before.properties.isAlphabetic && index + 3 < scalars.count && scalars[index + 2] == " "
            && scalars[index + 3].startsNumber
        let isAfterRelation =
            before.isRelation && after.startsNumber && index >= 3 && scalars[index - 2].isSpace
            && scalars[index - 3].properties.isAlphabetic
        if isInLabel || isBeforeRelation || isAfterRelation { scalars[index] = "\u{A0}" }
    }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars)
    return String(result)
}

/// Whether a space follows a byte that `=`, `<`, `>`, `≤`, `≥` or `%` ends in, as it does in few texts.
private func mayHoldStatement(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.indices.dropFirst().contains { index in
        guard bytes[index] == UInt8(ascii: " ") else { return false }
        switch bytes[index - 1] {
        case UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"), 0xA4, 0xA5, UInt8(ascii: "%"): return true
        default: return false
        }
    }
}

extension Unicode.Scalar {
    fileprivate var isRelation: Bool { "=<>≤≥".unicodeScalars.contains(self) }
    fileprivate var isSpace: Bool { self == " " || self == "\u{A0}" }
    fileprivate var startsNumber: Bool { ("0"..."9").contains(self) || self == "−" || self == "." }
}
