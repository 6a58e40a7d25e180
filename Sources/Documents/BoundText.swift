/// A text whose statements stay on one line: no line breaks between a letter, a relation and a number (`p = 0.075`,
/// `n = 42`, `p < 0.001`), or inside `95% CI`.
///
/// The spaces become no-break spaces, which look the same and count as spaces where text is searched or audited.
func bound(_ text: String) -> String {
    guard text.withBytes(mayHoldStatement) else { return text }
    let scalars = Array(text.unicodeScalars)
    var result = TextBuffer()
    for index in scalars.indices {
        result.add(scalars[index] == " " && isInsideStatement(index, of: scalars) ? "\u{A0}" : scalars[index])
    }
    return result.string
}

/// Whether a space joins parts of a statement.
private func isInsideStatement(_ index: Int, of scalars: [Unicode.Scalar]) -> Bool {
    guard index > 0, index + 1 < scalars.count else { return false }
    let (before, after) = (scalars[index - 1], scalars[index + 1])
    let isInLabel = before == "%" && after == "C" && index + 2 < scalars.count && scalars[index + 2] == "I"
    let isBeforeRelation =
        after.isRelation && before.properties.isAlphabetic && index + 3 < scalars.count && scalars[index + 2] == " "
        && scalars[index + 3].startsNumber
    let isAfterRelation =
        before.isRelation && after.startsNumber && index >= 3 && scalars[index - 2].isSpace
        && scalars[index - 3].properties.isAlphabetic
    return isInLabel || isBeforeRelation || isAfterRelation
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
