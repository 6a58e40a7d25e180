import Drawing

/// Breaks a text into lines at its spaces, and within words only where a word is wider than a line.
///
/// `wrappedLines` alone breaks after hyphens, slashes and plus signs too, which saves lines in narrow columns but tears
/// `follow-up` and `RT+IO+T` apart where nothing is won.
///
/// - Parameters:
///   - string: The text; a no-break space holds its neighbours together.
///   - font: Its font.
///   - width: The greatest width of a line, in points.
///   - measure: Tells how wide text is.
/// - Returns: At least one line, no-break spaces turned into spaces.
func linesOfWholeWords(
    of string: String, in font: Font, toWidth width: Double, measuring measure: any TextMeasuring
) -> [String] {
    let plain = StandIns.taken(from: string)
    if let line = wholeLine(of: plain, in: font, toWidth: width, measuring: measure) { return [line] }
    let measure = StandInMeasuring(base: measure)
    let joined = StandIns.put(into: string)
    let fits = widestWord(of: joined, in: font, measuring: measure) <= width
    return wrappedLines(of: fits ? joined : string, in: font, toWidth: width, measuring: measure)
        .map(StandIns.taken(from:))
}

/// Characters for private use that stand for those after which a line may break.
private enum StandIns {
    private static let pairs: [(character: Character, standIn: Character)] = [
        ("-", "\u{E000}"), ("–", "\u{E001}"), ("/", "\u{E002}"), ("+", "\u{E003}"), ("\u{A0}", "\u{E004}"),
    ]

    static func put(into string: String) -> String {
        String(string.map { character in pairs.first { $0.character == character }?.standIn ?? character })
    }

    static func taken(from string: String) -> String {
        // The first bytes of stand-ins and of the no-break space: most of the texts that are measured hold none.
        guard string.utf8.contains(where: { $0 == 0xEE || $0 == 0xC2 }) else { return string }
        let text = string.map { character in pairs.first { $0.standIn == character }?.character ?? character }
        return String(text.map { $0 == "\u{A0}" ? " " : $0 })
    }
}

/// Measures a text with the characters that stand-ins stand for.
private struct StandInMeasuring: TextMeasuring {
    let base: any TextMeasuring

    func width(of text: String, in font: Font) -> Double { base.width(of: StandIns.taken(from: text), in: font) }
    func extent(of font: Font) -> (ascent: Double, descent: Double) { base.extent(of: font) }
}
