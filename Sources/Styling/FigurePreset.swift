/// The physical facts of a journal's figures: how wide, in which font, how fine.
///
/// Journals change these; each preset says where and when its facts were found, and a user should verify them.
public struct FigurePreset: Equatable, Sendable {
    /// Where the facts were found.
    public struct Source: Equatable, Sendable {
        /// Who says so.
        public enum Grade: String, Sendable {
            /// The publisher's own page or a copy of it.
            case publisher
            /// Somebody else's account of the publisher's rules.
            case secondary
            /// Nobody: the publisher states nothing, and the program's own choice stands.
            case none
        }

        /// Who says so.
        public var grade: Grade
        /// The page's address; nil where there is none.
        public var address: String?
        /// The day on which it was last looked at, as `YYYY-MM-DD`.
        public var date: String

        /// Creates a source.
        public init(grade: Grade, address: String?, date: String) {
            self.grade = grade
            self.address = address
            self.date = date
        }
    }

    /// How panels are lettered.
    public enum PanelLetters: String, Sendable {
        case upperCase = "A, B, C"
        case lowerCase = "a, b, c"
    }

    /// The width of a figure in one column, in millimetres.
    public var columnWidth: Double
    /// The width of a figure over the whole page, in millimetres.
    public var fullWidth: Double
    /// The greatest height, in millimetres; nil where the publisher names none.
    public var maximumHeight: Double?
    /// The font family. Liberation Sans and Liberation Serif have the widths of Arial and of Times New Roman.
    public var fontFamily: String
    /// The size of ordinary text, in points.
    public var textSize: Double
    /// No text is smaller than this, in points.
    public var smallestTextSize: Double
    /// The size of panel letters, in points.
    public var panelLetterSize: Double
    /// How panels are lettered.
    public var panelLetters: PanelLetters
    /// Pixels to the inch of a picture made of pixels.
    public var resolution: Int
    /// The palette by name.
    public var palette: String
    /// Where the facts were found.
    public var source: Source

    /// Creates a preset; what is not named is the program's own choice.
    public init(
        columnWidth: Double, fullWidth: Double, maximumHeight: Double? = nil, fontFamily: String = "Liberation Sans",
        textSize: Double = 8, smallestTextSize: Double = 6, panelLetterSize: Double = 9,
        panelLetters: PanelLetters = .upperCase, resolution: Int = 600, palette: String = "okabe-ito", source: Source
    ) {
        self.columnWidth = columnWidth
        self.fullWidth = fullWidth
        self.maximumHeight = maximumHeight
        self.fontFamily = fontFamily
        self.textSize = textSize
        self.smallestTextSize = smallestTextSize
        self.panelLetterSize = panelLetterSize
        self.panelLetters = panelLetters
        self.resolution = resolution
        self.palette = palette
        self.source = source
    }
}
