import Drawing
import Styling

/// The physical design of a figure: sizes in points at print size, fonts, colours.
struct FigureLook: Sendable {
    /// Points in a millimetre.
    static let pointsPerMillimetre = 72 / 25.4

    /// The width of a figure with one panel.
    let columnWidth: Double
    /// The width of a figure with several panels.
    let fullWidth: Double
    /// The greatest height, where the journal names one.
    let maximumHeight: Double?
    let palette: Palette
    let panelLetters: FigurePreset.PanelLetters

    /// Titles of axes.
    let textFont: Font
    /// Titles of panels and heads of tables.
    let headFont: Font
    /// Labels of axes, keys and tables.
    private(set) var smallFont: Font
    /// The heads of small tables.
    private(set) var smallHeadFont: Font
    let letterFont: Font
    /// Remarks at the foot of the page.
    let noteFont: Font

    let curveWidth: Double
    let hairline: Double
    /// The strokes that mark censorings.
    let censoringWidth = 0.7
    /// How far they reach to either side of the curve.
    let censoringReach = 2.0
    /// Around the page.
    let margin = 3.0
    /// Between panels that stand side by side.
    let columnGap = 18.0
    /// Between rows of panels.
    let rowGap = 16.0
    let color = Color.black
    let mutedColor = Color(hex: 0x666666)

    init(_ preset: FigurePreset) throws(FigureError) {
        guard let palette = Palette.named(preset.palette) else { throw .unknownPalette(preset.palette) }
        self.palette = palette
        panelLetters = preset.panelLetters
        curveWidth = preset.curveWidth
        hairline = preset.lineWidth
        columnWidth = preset.columnWidth * Self.pointsPerMillimetre
        fullWidth = preset.fullWidth * Self.pointsPerMillimetre
        maximumHeight = preset.maximumHeight.map { $0 * Self.pointsPerMillimetre }
        let smallSize = max(preset.textSize - 1, preset.smallestTextSize)
        func font(_ size: Double, bold: Bool = false) -> Font {
            Font(family: preset.fontFamily, size: size, isBold: bold)
        }
        textFont = font(preset.textSize)
        headFont = font(preset.textSize, bold: true)
        smallFont = font(smallSize)
        smallHeadFont = font(smallSize, bold: true)
        letterFont = font(preset.panelLetterSize, bold: true)
        noteFont = font(preset.smallestTextSize)
    }

    /// The same design with tables in the smallest text that the journal allows.
    var inSmallestText: FigureLook {
        var look = self
        look.smallFont = noteFont
        look.smallHeadFont = Font(family: noteFont.family, size: noteFont.size, isBold: true)
        return look
    }

    var axes: Axis.Look {
        Axis.Look(
            stroke: Stroke(color: color, width: hairline, cap: .square), tickLength: 2.5, labelGap: 1.5, titleGap: 2,
            labelFont: smallFont, titleFont: textFont)
    }

    /// How dense the fill of confidence bands is: lighter where many lie over each other.
    func bandOpacity(groups: Int) -> Double {
        switch groups {
        case ...2: 0.17
        case 3...4: 0.13
        default: 0.09
        }
    }

    /// How a panel is lettered by its place in order.
    func letter(_ index: Int) -> String {
        panelLetters == .upperCase ? Self.letter(index) : Self.letter(index).lowercased()
    }

    /// A, B, …, Z, AA, AB, … by the place in order.
    static func letter(_ index: Int) -> String {
        let last = String(Unicode.Scalar(UInt8(ascii: "A") + UInt8(index % 26)))
        return index < 26 ? last : letter(index / 26 - 1) + last
    }

    /// The colour of a group's name: its curve's colour, dark enough to be read.
    func textColor(of color: Color) -> Color { color.darkened(toContrast: 4.5) }
}
