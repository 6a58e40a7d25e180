/// A form of file in which figures are written.
public enum FigureFormat: String, Codable, CaseIterable, Sendable {
    /// Pages with embedded fonts and text that can be selected.
    case pdf
    /// Outlines, the same everywhere.
    case svg
    /// Text that stays text.
    case editableSVG = "editable-svg"
    /// Pixels, for screens and word processors.
    case png
    /// Pixels, as printers take them.
    case tiff
    /// PostScript, for presses that take no PDF.
    case eps

    /// What a file's name ends with.
    public var fileExtension: String {
        switch self {
        case .editableSVG: "editable.svg"
        case .tiff: "tif"
        case .pdf, .svg, .png, .eps: rawValue
        }
    }
}

/// How files of figures are called.
public enum FigureNaming: String, Codable, CaseIterable, Sendable {
    /// By the figure's name in the study file: `survival.pdf`.
    case ids
    /// By the figure's number in the manuscript: `Fig1.pdf`.
    case numbers
}

/// Where a study departs from its journal preset's physical facts of figures; nil follows the preset.
public struct FigurePreferences: Codable, Equatable, Sendable {
    /// The width of a figure in one column, in millimetres.
    public var columnWidth: Double?
    /// The width of a figure over the whole page, in millimetres.
    public var fullWidth: Double?
    /// The greatest height, in millimetres.
    public var maximumHeight: Double?
    /// The font family.
    public var font: String?
    /// The size of ordinary text, in points.
    public var textSize: Double?
    /// No text is smaller than this, in points.
    public var smallestTextSize: Double?
    /// The size of panel letters, in points.
    public var panelLetterSize: Double?
    /// Whether panel letters are capitals.
    public var hasCapitalPanelLetters: Bool?
    /// The width of curves, in points.
    public var curveWidth: Double?
    /// The width of axes and frames, in points.
    public var lineWidth: Double?
    /// Pixels to the inch of a picture made of pixels.
    public var resolution: Int?
    /// The palette by name.
    public var palette: String?
    /// The forms of file that are written.
    public var formats: [FigureFormat]?
    /// How the files are called.
    public var naming: FigureNaming?

    /// Creates preferences: none.
    public init() {}

    /// These preferences, and where they say nothing those of another.
    public func completed(by other: FigurePreferences) -> FigurePreferences {
        var all = self
        all.columnWidth = columnWidth ?? other.columnWidth
        all.fullWidth = fullWidth ?? other.fullWidth
        all.maximumHeight = maximumHeight ?? other.maximumHeight
        all.font = font ?? other.font
        all.textSize = textSize ?? other.textSize
        all.smallestTextSize = smallestTextSize ?? other.smallestTextSize
        all.panelLetterSize = panelLetterSize ?? other.panelLetterSize
        all.hasCapitalPanelLetters = hasCapitalPanelLetters ?? other.hasCapitalPanelLetters
        all.curveWidth = curveWidth ?? other.curveWidth
        all.lineWidth = lineWidth ?? other.lineWidth
        all.resolution = resolution ?? other.resolution
        all.palette = palette ?? other.palette
        all.formats = formats ?? other.formats
        all.naming = naming ?? other.naming
        return all
    }
}

/// Where a user's own preset came from.
public struct PresetSource: Codable, Equatable, Sendable {
    /// The preset's file, beside the study file.
    public var file: String
    /// The journal's page; nil where the file names none.
    public var address: String?
    /// The day on which the page was read, as `YYYY-MM-DD`; nil where the file names none.
    public var date: String?

    /// Creates a source.
    public init(file: String, address: String? = nil, date: String? = nil) {
        self.file = file
        self.address = address
        self.date = date
    }
}
