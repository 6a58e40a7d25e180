public import Drawing

/// Measures text with the machine's own fonts, exactly as ``CairoRenderer`` draws it, on any thread.
public final class PangoTextMeasurer: TextMeasuring, Sendable {
    let typesetter: Typesetter

    /// Creates a measurer.
    ///
    /// - Parameter language: The language of the texts as a BCP 47 tag; it decides between national forms of a glyph.
    public init(language: String = "en") {
        typesetter = Typesetter(language: language)
    }

    /// The advance width of the text in points.
    public func width(of string: String, in font: Font) -> Double {
        typesetter.line(string, in: font).width * font.size
    }

    /// How far the font reaches above the baseline and below it, in points, both positive.
    public func extent(of font: Font) -> (ascent: Double, descent: Double) {
        typesetter.extent(of: font)
    }

    /// Begins to read which fonts the machine has, on a thread of its own, before it is known which are needed.
    public static func beginListingFonts() { PangoEngine.beginListingFonts() }

    /// Loads fonts before they are needed: the search among all fonts of the machine takes a while, which another thread
    /// can spend while the analysis runs.
    public func prepare(_ fonts: [Font]) {
        for font in fonts { _ = extent(of: font) }
    }

    /// What the machine's fonts cannot give some scenes.
    public func fontProblems(of scenes: [Scene]) -> FontProblems {
        var problems = FontProblems()
        var seen: Set<Font> = []
        for label in scenes.flatMap(\.labels) {
            for run in label.runs {
                if seen.insert(run.font).inserted {
                    let obtained = typesetter.familyObtained(for: run.font)
                    if !obtained.isEmpty, obtained.lowercased() != run.font.family.lowercased() {
                        problems.add(FontProblems.Substitution(asked: run.font.family, obtained: obtained))
                    }
                }
                for character in typesetter.line(run.text, in: run.font).missingCharacters {
                    problems.add(FontProblems.MissingGlyph(character: character, text: label.text))
                }
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
