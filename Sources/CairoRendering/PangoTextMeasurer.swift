public import Drawing

/// Measures text with the machine's own fonts, exactly as ``CairoRenderer`` draws it.
///
/// It belongs to the thread that made it.
public final class PangoTextMeasurer: TextMeasuring {
    private let text: PangoText
    /// A layout asks for the same texts again and again, most of all where it breaks lines.
    private var widths: [Font: [String: Double]] = [:]

    /// Creates a measurer.
    ///
    /// - Parameter language: The language of the texts as a BCP 47 tag; it decides between national forms of a glyph.
    public init(language: String = "en") {
        text = PangoText(language: language)
    }

    /// The advance width of the text in points.
    public func width(of string: String, in font: Font) -> Double {
        if let width = widths[font]?[string] { return width }
        let width = text.withLine(string, in: font, text.width) ?? 0
        widths[font, default: [:]][string] = width
        return width
    }

    /// How far the font reaches above the baseline and below it, in points, both positive.
    public func extent(of font: Font) -> (ascent: Double, descent: Double) {
        text.extent(of: font)
    }

    /// What the machine's fonts cannot give some scenes.
    public func fontProblems(of scenes: [Scene]) -> FontProblems {
        let runs = scenes.flatMap(\.labels).flatMap { label in label.runs.map { (run: $0, text: label.text) } }
        var problems = FontProblems()
        var seen: Set<Font> = []
        for (run, labelText) in runs {
            if seen.insert(run.font).inserted, let obtained = text.familyObtained(for: run.font),
                obtained.lowercased() != run.font.family.lowercased()
            {
                problems.add(FontProblems.Substitution(asked: run.font.family, obtained: obtained))
            }
            for character in text.missingCharacters(in: run.text, font: run.font) {
                problems.add(FontProblems.MissingGlyph(character: character, text: labelText))
            }
        }
        return problems
    }
}

/// What the machine's fonts cannot give some scenes. Each fact stands once, in the order of the texts.
public struct FontProblems: Equatable, Sendable {
    /// A font family that is not installed.
    public struct Substitution: Hashable, Sendable {
        /// The family that the scene asks for.
        public var asked: String
        /// The family that is drawn instead.
        public var obtained: String
    }

    /// A character that no installed font has; a box is drawn instead.
    public struct MissingGlyph: Hashable, Sendable {
        /// The character.
        public var character: Unicode.Scalar
        /// The first line of text in which it stands.
        public var text: String
    }

    /// The families that are not installed.
    public private(set) var substitutions: [Substitution] = []
    /// The characters that no font has.
    public private(set) var missingGlyphs: [MissingGlyph] = []

    mutating func add(_ substitution: Substitution) {
        if !substitutions.contains(substitution) { substitutions.append(substitution) }
    }

    mutating func add(_ glyph: MissingGlyph) {
        if !missingGlyphs.contains(where: { $0.character == glyph.character }) { missingGlyphs.append(glyph) }
    }
}
