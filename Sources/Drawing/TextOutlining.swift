/// Turns text into the outlines of its glyphs, for files that look the same where its fonts are not installed.
public protocol TextOutlining {
    /// A line of text as glyphs.
    func outlines(of text: String, in font: Font) -> OutlinedText
}

/// A line of text as the outlines of its glyphs.
public struct OutlinedText: Equatable, Sendable {
    /// The units of outlines and places to the font's size: the grid that most fonts are drawn on, so that it loses nothing.
    public static let unitsPerSize = 2048.0

    /// A glyph of the line.
    public struct Glyph: Equatable, Sendable {
        /// Its outline as the data of an SVG path, in ASCII; the same text for the same glyph.
        public var path: String
        /// How far from the line's beginning its origin stands.
        public var x: Double
        /// How far below the baseline its origin stands.
        public var y: Double

        /// Creates a glyph.
        public init(path: String, x: Double, y: Double = 0) { (self.path, self.x, self.y) = (path, x, y) }
    }

    /// The glyphs that leave ink.
    public var glyphs: [Glyph]
    /// How far the line reaches.
    public var width: Double

    /// Creates a line.
    public init(glyphs: [Glyph], width: Double) { (self.glyphs, self.width) = (glyphs, width) }
}
