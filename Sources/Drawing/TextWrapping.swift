/// Breaks a text into lines that are no wider than asked.
///
/// Lines break at spaces, after hyphens, slashes and plus signs, and between Chinese, Japanese and Korean characters;
/// a single word that is too wide breaks between any two characters. A character wider than the line stands alone.
/// Lines are as few as possible and then as even as possible, so that no word is left alone on the last.
///
/// - Parameters:
///   - text: The text; line breaks in it count as spaces.
///   - font: Its font.
///   - width: The greatest width of a line, in points.
///   - measure: Tells how wide text is.
/// - Returns: At least one line.
public func wrappedLines(
    of text: String, in font: Font, toWidth width: Double, measuring measure: any TextMeasuring
) -> [String] {
    // Most texts fit whole, and taking one apart costs far more than measuring it.
    if let line = wholeLine(of: text, in: font, toWidth: width, measuring: measure) { return [line] }
    let pieces = breakablePieces(of: text)
    var lines = filledLines(of: pieces, in: font, toWidth: width, measuring: measure)
    guard lines.count > 1 else { return lines }
    // The least width that takes no more lines, to a few hundredths of the greatest.
    var (narrow, wide) = (min(widest(pieces, in: font, measuring: measure), width), width)
    for _ in 0..<6 {
        let middle = (narrow + wide) / 2
        let candidate = filledLines(of: pieces, in: font, toWidth: middle, measuring: measure)
        if candidate.count > lines.count {
            narrow = middle
        } else {
            (wide, lines) = (middle, candidate)
        }
    }
    return lines
}

/// A text without spaces at its ends where all of it fits in one line; nil where it does not, or holds line breaks.
///
/// - Parameters:
///   - text: The text.
///   - font: Its font.
///   - width: The greatest width of the line, in points.
///   - measure: Tells how wide text is.
/// - Returns: The line.
public func wholeLine(
    of text: String, in font: Font, toWidth width: Double, measuring measure: any TextMeasuring
) -> String? {
    let line = trimmed(text)
    let hasLineBreak = line.unicodeScalars.contains { scalar in
        switch scalar.value {
        case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }
    return !hasLineBreak && measure.width(of: line, in: font) <= width ? line : nil
}

/// Breaks a text, given as its breakable pieces, into lines, each as full as it can be.
private func filledLines(
    of pieces: [String], in font: Font, toWidth width: Double, measuring measure: any TextMeasuring
) -> [String] {
    var lines: [String] = []
    var line = ""
    func fits(_ candidate: String) -> Bool {
        measure.width(of: trimmed(candidate), in: font) <= width
    }
    for piece in pieces {
        if fits(line + piece) {
            line += piece
            continue
        }
        if !line.isEmpty { lines.append(trimmed(line)) }
        line = ""
        for character in piece {
            if !line.isEmpty, !fits(line + String(character)) {
                lines.append(trimmed(line))
                line = ""
            }
            line.append(character)
        }
    }
    let last = trimmed(line)
    if !last.isEmpty || lines.isEmpty { lines.append(last) }
    return lines
}

/// The width of the widest stretch of a text that has no place for a line to break.
public func widestWord(of text: String, in font: Font, measuring measure: any TextMeasuring) -> Double {
    widest(breakablePieces(of: text), in: font, measuring: measure)
}

private func widest(_ pieces: [String], in font: Font, measuring measure: any TextMeasuring) -> Double {
    pieces.map { measure.width(of: trimmed($0), in: font) }.max() ?? 0
}

/// The stretches of a text between which a line may break; the pieces together are the text.
private func breakablePieces(of text: String) -> [String] {
    var pieces: [String] = []
    var piece = ""
    var previous: Character?
    for character in text {
        let character = character.isNewline ? " " : character
        if let previous, mayBreak(between: previous, and: character) {
            pieces.append(piece)
            piece = ""
        }
        piece.append(character)
        previous = character
    }
    if !piece.isEmpty { pieces.append(piece) }
    return pieces
}

private func mayBreak(between left: Character, and right: Character) -> Bool {
    if right == " " || "、。，．）」』】".contains(right) { return false }
    return " -–/+".contains(left) || left.isIdeographic || right.isIdeographic
}

private func trimmed(_ text: String) -> String {
    let space = UInt8(ascii: " ")
    guard text.utf8.first == space || text.utf8.last == space else { return text }
    var text = Substring(text)
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
}

extension Character {
    /// Whether it belongs to a script that is written without spaces between words.
    fileprivate var isIdeographic: Bool {
        guard let scalar = unicodeScalars.first else { return false }
        return switch scalar.value {
        case 0x2E80...0x9FFF, 0xAC00...0xD7AF, 0xF900...0xFAFF, 0xFF00...0xFFEF, 0x20000...0x3FFFF: true
        default: false
        }
    }
}
