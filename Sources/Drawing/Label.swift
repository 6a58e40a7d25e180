/// A line of text on the page, of one or more runs.
public struct Label: Codable, Equatable, Sendable {
    /// Which end of the text stands at the position.
    public enum Anchor: String, Codable, Sendable {
        case start, middle, end
    }

    /// A stretch of text in one font.
    public struct Run: Codable, Equatable, Sendable {
        /// The text.
        public var text: String
        /// Its font.
        public var font: Font
        /// How far its baseline is raised, in points: a superscript is positive.
        public var rise: Double

        /// Creates a run.
        public init(_ text: String, font: Font, rise: Double = 0) {
            self.text = text
            self.font = font
            self.rise = rise
        }
    }

    /// What it is, for tests and for the ids of an SVG.
    public var name: String?
    /// The runs, from left to right.
    public var runs: [Run]
    /// Where the anchor of the baseline stands.
    public var position: Point
    /// Which end of the text stands at the position.
    public var anchor: Anchor
    /// Degrees by which the text is turned about its position, counter-clockwise.
    public var rotation: Double
    /// The colour.
    public var color: Color
    /// The measured width in points, so that tests and writers need not measure again.
    public var width: Double

    /// Creates a line of text.
    public init(
        name: String? = nil, runs: [Run], position: Point, anchor: Anchor = .start, rotation: Double = 0,
        color: Color, width: Double
    ) {
        self.name = name
        self.runs = runs
        self.position = position
        self.anchor = anchor
        self.rotation = rotation
        self.color = color
        self.width = width
    }

    /// The text of all runs.
    public var text: String { runs.map(\.text).joined() }
}

/// A font: family, size, weight and slant.
public struct Font: Codable, Hashable, Sendable {
    /// The family's name.
    public var family: String
    /// The size in points.
    public var size: Double
    /// Whether it is bold.
    public var isBold: Bool
    /// Whether it is italic.
    public var isItalic: Bool

    /// Creates a font.
    public init(family: String, size: Double, isBold: Bool = false, isItalic: Bool = false) {
        self.family = family
        self.size = size
        self.isBold = isBold
        self.isItalic = isItalic
    }
}

/// Tells how much room text takes. The drawing asks; only the machine's own text engine, or a test's table, answers.
public protocol TextMeasuring {
    /// The advance width of the text in points.
    func width(of text: String, in font: Font) -> Double
    /// How far the font reaches above the baseline and below it, in points, both positive.
    func extent(of font: Font) -> (ascent: Double, descent: Double)
}
