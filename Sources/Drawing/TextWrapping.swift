/// Breaks a text into lines that are no wider than asked.
///
/// Lines break at spaces, after hyphens, slashes and plus signs, and between Chinese, Japanese and Korean characters;
/// a single word that is too wide breaks between any two characters, with a hyphen between letters. A character wider than the
/// line stands alone. A letter, a relation and what follows it hold together, as in `n = 42`.
/// Lines are as few as possible and then as even as possible, so that no word is left alone on the last.
///
/// - Parameters:
///   - text: The text; line breaks in it count as spaces.
///   - font: Its font.
///   - width: The greatest width of a line, in points.
///   - measure: Tells how wide text is; a longer piece of a text is never narrower.
/// - Returns: At least one line.
public func wrappedLines(
    of text: String, in font: Font, toWidth width: Double, measuring measure: any TextMeasuring
) -> [String] {
    // Most texts fit whole, and taking one apart costs far more than measuring it.
    if let line = wholeLine(of: text, in: font, toWidth: width, measuring: measure) { return [line] }
    return BreakableText(text, in: font, measuring: measure).lines(toWidth: width)
}

/// Breaks a text into lines at its spaces, and within words only where a word is wider than a line.
///
/// ``wrappedLines(of:in:toWidth:measuring:)`` breaks after hyphens, slashes and plus signs too, which saves lines in narrow
/// columns but tears `follow-up` and `RT+IO+T` apart where nothing is won.
///
/// - Parameters:
///   - text: The text; a no-break space holds its neighbours together.
///   - font: Its font.
///   - width: The greatest width of a line, in points.
///   - measure: Tells how wide text is; a longer piece of a text is never narrower.
/// - Returns: At least one line, no-break spaces turned into spaces.
public func linesOfWholeWords(
    of text: String, in font: Font, toWidth width: Double, measuring measure: any TextMeasuring
) -> [String] {
    if let line = wholeLine(of: withPlainSpaces(text), in: font, toWidth: width, measuring: measure) { return [line] }
    let words = BreakableText(text, in: font, keepsWords: true, turnsNoBreakSpaces: true, measuring: measure)
    let fits = words.widest <= width
    return
        (fits ? words : BreakableText(text, in: font, turnsNoBreakSpaces: true, measuring: measure))
        .lines(toWidth: width)
}

/// A text without spaces at its ends where all of it fits in one line; nil where it does not, or holds line breaks.
private func wholeLine(
    of text: String, in font: Font, toWidth width: Double, measuring measure: any TextMeasuring
) -> String? {
    let line = trimmed(text[...])
    return !hasLineBreak(line) && measure.width(of: line, in: font) <= width ? line : nil
}

/// The width of the widest stretch of a text that has no place for a line to break.
public func widestWord(of text: String, in font: Font, measuring measure: any TextMeasuring) -> Double {
    BreakableText(text, in: font, measuring: measure).widest
}

/// A text, cut into pieces between which a line may break, and how wide these are.
private struct BreakableText {
    private let text: String
    private let font: Font
    private let turnsNoBreakSpaces: Bool
    private let measure: any TextMeasuring
    /// Where the pieces begin, and the end of the last.
    private var bounds: [String.Index]
    /// The width of each piece without the spaces at its ends.
    private var widths: [Double] = []

    /// - Parameters:
    ///   - text: The text; line breaks in it count as spaces.
    ///   - font: Its font.
    ///   - keepsWords: Whether a line breaks at spaces only.
    ///   - turnsNoBreakSpaces: Whether no-break spaces become spaces in the lines.
    ///   - measure: Tells how wide text is.
    init(
        _ text: String, in font: Font, keepsWords: Bool = false, turnsNoBreakSpaces: Bool = false,
        measuring measure: any TextMeasuring
    ) {
        let text = hasLineBreak(text) ? String(text.map { $0.isNewline ? " " : $0 }) : text
        self.text = text
        self.font = font
        self.turnsNoBreakSpaces = turnsNoBreakSpaces
        self.measure = measure
        var (bounds, index): ([String.Index], String.Index) = ([text.startIndex], text.startIndex)
        var previous: BreakingSign?
        var statement = StatementReader()
        while index < text.endIndex {
            let sign = BreakingSign(text[index])
            let isHeld = statement.holdsTogether(before: text[index])
            if !isHeld, let previous, previous.mayEndLine(before: sign, keepingWords: keepsWords) {
                bounds.append(index)
            }
            previous = sign
            index = text.index(after: index)
        }
        if !text.isEmpty { bounds.append(index) }
        self.bounds = bounds
        widths = (0..<bounds.count - 1).map { width(from: bounds[$0], to: bounds[$0 + 1]) }
    }

    /// The width of the widest piece.
    var widest: Double { widths.max() ?? 0 }

    /// Lines as few as possible and then as even as possible.
    func lines(toWidth width: Double) -> [String] {
        var lines = filledLines(toWidth: width)
        guard lines.count > 1 else { return lines }
        // The least width that takes no more lines, to a few hundredths of the greatest.
        var (narrow, wide) = (min(widest, width), width)
        for _ in 0..<6 {
            let middle = (narrow + wide) / 2
            let candidate = filledLines(toWidth: middle)
            if candidate.count > lines.count {
                narrow = middle
            } else {
                (wide, lines) = (middle, candidate)
            }
        }
        return lines
    }

    /// Lines that are each as full as can be.
    private func filledLines(toWidth width: Double) -> [String] {
        let count = bounds.count - 1
        var lines: [String] = []
        /// Where the line begins, and the first piece that is not in a line yet.
        var (start, next) = (text.startIndex, 0)
        while start < text.endIndex {
            let end = lastPiece(from: start, after: next, toWidth: width)
            guard end > next || start < bounds[next] else {
                // A piece that is wider than a line.
                start = breakPiece(next, toWidth: width, into: &lines)
                next += 1
                continue
            }
            let line = line(from: start, to: bounds[end])
            if end < count || !line.isEmpty { lines.append(line) }
            (start, next) = (bounds[end], end)
        }
        return lines.isEmpty ? [""] : lines
    }

    /// How many pieces are in lines once this line holds as many as it can.
    ///
    /// Setting a line to measure it takes long. The widths of the pieces tell how many fit, but for what the signs at their
    /// ends do to each other; this is measured.
    private func lastPiece(from start: String.Index, after next: Int, toWidth width: Double) -> Int {
        let count = bounds.count - 1
        func fits(_ end: Int) -> Bool { self.width(from: start, to: bounds[end]) <= width }
        var (end, reach) = (next, start < bounds[next] ? self.width(from: start, to: bounds[next]) : 0)
        while end < count, reach + widths[end] <= width {
            reach += widths[end] + spaces(after: end)
            end += 1
        }
        if end > next, !fits(end) {
            repeat { end -= 1 } while end > next && !fits(end)
        } else {
            while end < count, fits(end + 1) { end += 1 }
        }
        return end
    }

    /// Breaks a piece that is too wide between characters, and gives where the last of its lines begins, which may go on.
    private func breakPiece(_ piece: Int, toWidth width: Double, into lines: inout [String]) -> String.Index {
        let stop = bounds[piece + 1]
        var start = bounds[piece]
        while self.width(from: start, to: stop) > width {
            var end = text.index(after: start)
            while end < stop, self.width(from: start, to: text.index(after: end)) <= width {
                end = text.index(after: end)
            }
            guard end < stop else { break }
            let place = hyphenation(from: start, before: end, to: stop, width: width)
            lines.append(place.map { line(from: start, to: $0) + "-" } ?? line(from: start, to: end))
            start = place ?? end
        }
        return start
    }

    /// Where a line ends in a hyphen, if it would else end at a place between two letters: at least two letters before it and
    /// three after it, so that no letter stands alone. Nil where no hyphen is needed, or none fits.
    private func hyphenation(
        from start: String.Index, before end: String.Index, to stop: String.Index, width: Double
    ) -> String.Index? {
        func isInsideWord(_ place: String.Index) -> Bool {
            isJoiningLetter(text[text.index(before: place)]) && isJoiningLetter(text[place])
        }
        guard isInsideWord(end) else { return nil }
        var place = end
        while text.distance(from: start, to: place) >= 2 {
            let rest = text[place..<stop].prefix { isJoiningLetter($0) }.count
            if isInsideWord(place), rest >= 3,
                measure.width(of: line(from: start, to: place) + "-", in: font) <= width
            {
                return place
            }
            place = text.index(before: place)
        }
        return nil
    }

    private func line(from start: String.Index, to end: String.Index) -> String {
        let line = trimmed(text[start..<end])
        return turnsNoBreakSpaces ? withPlainSpaces(line) : line
    }

    private func width(from start: String.Index, to end: String.Index) -> Double {
        measure.width(of: line(from: start, to: end), in: font)
    }

    /// The width of the spaces at the end of a piece.
    private func spaces(after piece: Int) -> Double {
        let end = text.utf8[bounds[piece]..<bounds[piece + 1]]
        return end.last == UInt8(ascii: " ") ? measure.width(of: " ", in: font) : 0
    }
}

/// What decides whether a line may break beside a character.
private struct BreakingSign {
    /// The character where it is a single scalar, else its first.
    private let scalar: UInt32
    private let isSingle: Bool

    init(_ character: Character) {
        let scalars = character.unicodeScalars
        scalar = scalars.first?.value ?? 0
        isSingle = scalars.index(after: scalars.startIndex) == scalars.endIndex
    }

    func mayEndLine(before next: BreakingSign, keepingWords keepsWords: Bool) -> Bool {
        if next.isSingle, next.mayNotBegin { return false }
        if isSingle {
            switch scalar {
            case 0x20: return true  // A space.
            case 0x2D, 0x2013, 0x2F, 0x2B: if !keepsWords { return true }  // - – / +
            default: break
            }
        }
        return isIdeographic || next.isIdeographic
    }

    /// A space, and what closes a sentence, a bracket or a quotation in Chinese and Japanese.
    private var mayNotBegin: Bool {
        switch scalar {
        case 0x20, 0x3001, 0x3002, 0xFF0C, 0xFF0E, 0xFF09, 0x300D, 0x300F, 0x3011: true
        default: false
        }
    }

    /// Whether it belongs to a script that is written without spaces between words.
    private var isIdeographic: Bool {
        switch scalar {
        case 0x2E80...0x9FFF, 0xAC00...0xD7AF, 0xF900...0xFAFF, 0xFF00...0xFFEF, 0x20000...0x3FFFF: true
        default: false
        }
    }
}

/// Whether a character is a letter of a script whose words are broken with a hyphen.
private func isJoiningLetter(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    switch scalar.value {
    // Latin, Greek, Cyrillic and Armenian letters.
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x370...0x58F, 0x1E00...0x1FFF: return character.isLetter
    default: return false
    }
}

/// Tells, sign after sign, whether a text stands inside a statement such as `n = 42` or `p < 0.001`: a single letter, a
/// relation, and what is related.
private struct StatementReader {
    private enum Place { case outside, letter, letterAndSpace, relation, relationAndSpace, word }
    private var place = Place.outside

    /// Takes the next character, and tells whether no line may break before it.
    mutating func holdsTogether(before character: Character) -> Bool {
        switch (place, character) {
        case (.letter, " "): place = .letterAndSpace
        case (.letterAndSpace, "="), (.letterAndSpace, "<"), (.letterAndSpace, ">"), (.letterAndSpace, "≤"),
            (.letterAndSpace, "≥"):
            place = .relation
            return true
        case (.relation, " "): place = .relationAndSpace
        case (.relationAndSpace, _):
            place = .word
            return true
        default:
            let isWord = character.isLetter || character.isNumber
            place = isWord ? (place == .outside ? .letter : .word) : .outside
        }
        return false
    }
}

private func hasLineBreak(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
        switch scalar.value {
        case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }
}

private func withPlainSpaces(_ text: String) -> String {
    // The first byte of a no-break space.
    text.utf8.contains(0xC2) ? String(text.map { $0 == "\u{A0}" ? " " : $0 }) : text
}

/// The text without spaces at its ends.
private func trimmed(_ text: Substring) -> String {
    let space = UInt8(ascii: " ")
    guard let first = text.utf8.firstIndex(where: { $0 != space }),
        let last = text.utf8.lastIndex(where: { $0 != space })
    else { return "" }
    return String(text[first..<text.utf8.index(after: last)])
}
