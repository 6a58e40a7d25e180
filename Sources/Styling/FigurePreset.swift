public import Results

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
            /// The study's own preset file.
            case own
            /// Nobody: the publisher states nothing, and the program's own choice stands.
            case none
        }

        /// Who says so.
        public var grade: Grade
        /// The page's address; nil where no page can be named.
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
    public private(set) var fontFamily: String
    /// The size of ordinary text, in points.
    public var textSize: Double
    /// No text is smaller than this, in points.
    public var smallestTextSize: Double
    /// The size of panel letters, in points.
    public var panelLetterSize: Double
    /// How panels are lettered.
    public var panelLetters: PanelLetters
    /// The width of curves, in points.
    public var curveWidth: Double
    /// The width of axes and frames, in points.
    public var lineWidth: Double
    /// No line may be thinner than this, in points.
    public var thinnestLine: Double
    /// Pixels to the inch of a picture made of pixels.
    public var resolution: Int
    /// The palette by name.
    public var palette: String
    /// The forms of file that are written.
    public var formats: [FigureFormat]
    /// How the files are called.
    public var naming: FigureNaming
    /// Where the facts were found.
    public var source: Source

    /// Creates a preset; what is not named is the program's own choice.
    public init(
        columnWidth: Double, fullWidth: Double, maximumHeight: Double? = nil, font: String = "Arial",
        textSize: Double = 8, smallestTextSize: Double = 6, panelLetterSize: Double = 9,
        panelLetters: PanelLetters = .upperCase, curveWidth: Double = 1.1, lineWidth: Double = 0.5,
        thinnestLine: Double = 0.25, resolution: Int = 600, palette: String = "distinct",
        formats: [FigureFormat] = [.pdf, .svg, .editableSVG, .png], naming: FigureNaming = .ids, source: Source
    ) {
        self.columnWidth = columnWidth
        self.fullWidth = fullWidth
        self.maximumHeight = maximumHeight
        self.fontFamily = Self.installed(font)
        self.textSize = textSize
        self.smallestTextSize = smallestTextSize
        self.panelLetterSize = panelLetterSize
        self.panelLetters = panelLetters
        self.curveWidth = curveWidth
        self.lineWidth = lineWidth
        self.thinnestLine = thinnestLine
        self.resolution = resolution
        self.palette = palette
        self.formats = formats
        self.naming = naming
        self.source = source
    }

    /// The free family with the widths of a font that journals ask for; any other family as it is.
    ///
    /// Named outright rather than left to the machine, whose own choice differs from one to the next.
    static func installed(_ family: String) -> String {
        switch family.lowercased() {
        case "arial", "helvetica": "Liberation Sans"
        case "times", "times new roman": "Liberation Serif"
        case "courier", "courier new": "Liberation Mono"
        default: family
        }
    }
}

extension FigurePreset {
    /// Departs from the preset where preferences say so.
    mutating func follow(_ preferences: FigurePreferences) {
        columnWidth = preferences.columnWidth ?? columnWidth
        fullWidth = max(preferences.fullWidth ?? fullWidth, columnWidth)
        maximumHeight = preferences.maximumHeight ?? maximumHeight
        fontFamily = preferences.font.map(Self.installed) ?? fontFamily
        smallestTextSize = preferences.smallestTextSize ?? smallestTextSize
        textSize = max(preferences.textSize ?? textSize, smallestTextSize)
        panelLetterSize = preferences.panelLetterSize ?? panelLetterSize
        panelLetters = preferences.hasCapitalPanelLetters.map { $0 ? .upperCase : .lowerCase } ?? panelLetters
        lineWidth = preferences.lineWidth ?? lineWidth
        curveWidth = preferences.curveWidth ?? curveWidth
        resolution = preferences.resolution ?? resolution
        palette = preferences.palette ?? palette
        formats = preferences.formats ?? formats
        naming = preferences.naming ?? naming
    }
}

extension FigurePreset.Source {
    /// What to tell a user of it: `preset of 2026-07-23 (from others' accounts); verify with the journal`.
    public var reminder: String {
        let origin =
            switch grade {
            case .publisher: "from the publisher's page"
            case .secondary: "from others' accounts of the publisher's rules"
            case .own: "the study's own"
            case .none: ""
            }
        guard grade != .none else { return "the program's own choices; verify with the journal" }
        return date.isEmpty
            ? "preset without a date (\(origin)); verify with the journal"
            : "preset of \(date) (\(origin)); verify with the journal"
    }
}
