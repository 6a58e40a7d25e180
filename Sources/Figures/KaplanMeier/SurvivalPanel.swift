import Drawing
import Results

/// What all panels of a figure have in common, so that their axes line up.
struct PanelFrame {
    /// The width of a panel from edge to edge.
    var width: Double
    /// From a panel's left edge to its left axis.
    var gutter: Double
    /// From the end of the time axis to the panel's right edge.
    var overhang: Double
    /// The height of the plot between the axes' ends.
    var plotHeight: Double
}

/// One panel: its plot, axes, key and table. The left axis's upper end is at height 0.
struct SurvivalPanel {
    let content: SurvivalPanelContent
    let frame: PanelFrame
    let look: FigureLook
    let text: any TextMeasuring
    /// The rectangle between the axes' ends.
    let plot: Rectangle

    let x: LinearScale
    let y: LinearScale
    let table: RiskTable
    private let key: SurvivalKey
    private let keyAbove: SurvivalKey
    /// The left edge of a key above the plot.
    private let keyStart: Double
    /// Where the key goes among the curves; nil where there is no room.
    private let keyPlace: Point?
    private let marks: SurvivalMarks

    static let tableGap = 7.0
    /// Distances that the key keeps from curves, the most wanted first.
    private static let keyMargins = [10.0, 8, 6, 4, 3]
    private static let keyGap = 6.0

    /// - Parameters:
    ///   - content: What the panel shows.
    ///   - plan: What the study asks of the figure.
    ///   - frame: What all panels have in common.
    ///   - left: The panel's left edge.
    ///   - look: The design.
    ///   - text: Tells how wide text is.
    init(
        _ content: SurvivalPanelContent, plan: KaplanMeierPlan, frame: PanelFrame, left: Double,
        look: FigureLook, text: any TextMeasuring
    ) {
        self.content = content
        self.frame = frame
        self.look = look
        self.text = text
        plot = Rectangle(
            x: left + frame.gutter, y: 0, width: frame.width - frame.gutter - frame.overhang,
            height: frame.plotHeight)
        let x = LinearScale(from: 0, to: content.axisEnd, at: plot.x, plot.maxX)
        let y = LinearScale(from: 0, to: 1, at: plot.maxY, plot.y)
        (self.x, self.y) = (x, y)
        table = Self.table(content, panelWidth: frame.width, look: look, text: text)
        marks = SurvivalMarks(content, plan: plan, x: x, y: y, look: look)
        key = SurvivalKey(content, as: .compact, limit: plot.width, look: look, text: text)
        // A key that is wider than the plot gets the width of the whole panel before it is broken.
        let overPlot = SurvivalKey(content, as: .wide, limit: plot.width, look: look, text: text)
        let fitsOverPlot = overPlot.block.width <= plot.width && !overPlot.hasBrokenNames
        keyStart = fitsOverPlot ? plot.x : left
        keyAbove =
            fitsOverPlot
            ? overPlot : SurvivalKey.fitting(content, limit: plot.maxX - left, look: look, text: text)
        let inside = Rectangle(
            x: plot.x + Self.keyGap, y: plot.y, width: plot.width - Self.keyGap, height: plot.height - Self.keyGap)
        keyPlace = FreeSpace(in: inside, around: marks.obstacles)
            .place(width: key.block.width, height: key.block.height, margins: Self.keyMargins)
            .map { Point(x: $0.x, y: $0.y) }
    }

    /// The table of a panel: its names may take some three tenths of the width before they are broken.
    static func table(
        _ content: SurvivalPanelContent, panelWidth: Double, look: FigureLook, text: any TextMeasuring
    ) -> RiskTable {
        RiskTable(content, nameLimit: 0.28 * panelWidth, panelWidth: panelWidth, look: look, text: text)
    }

    /// How much room everything below the plot takes.
    var heightBelow: Double {
        timeAxis.height(measuring: text) + (table.height > 0 ? Self.tableGap + table.height : 0)
    }

    /// Whether the panel is too narrow for its key to look well.
    var isCramped: Bool { hasRoomForKey ? key.isCramped : keyAbove.isCramped }

    /// Whether the key fits among the curves.
    var hasRoomForKey: Bool { keyPlace != nil }

    /// How much room the key takes above the plot.
    var keyHeightAbove: Double { keyAbove.block.height > 0 ? keyAbove.block.height + Self.keyGap : 0 }

    /// The panel's elements from back to front.
    func drawn(keyIsAbove: Bool) -> [Scene.Element] {
        // Half a stroke and half a mark stand outside the plot where a curve runs along its edge.
        let room = look.censoringReach + look.censoringWidth
        let keyAtPlace =
            if let keyPlace, !keyIsAbove {
                key.block.drawn(at: keyPlace)
            } else {
                keyAbove.block.drawn(at: Point(x: keyStart, y: plot.y - keyHeightAbove))
            }
        let parts = [
            part("bands", clip: plot, marks.bands), part("medians", marks.medianLines), leftAxis,
            timeAxis.below(y: plot.maxY, name: "\(content.name)/x-axis", measuring: text),
            part("curves", clip: plot.grown(by: room), marks.curves), part("censorings", marks.censorings),
            keyAtPlace, riskTable,
        ]
        return parts.filter { !$0.elements.isEmpty }.map(Scene.Element.group)
    }

    private func part(_ name: String, clip: Rectangle? = nil, _ shapes: [Shape]) -> Scene.Group {
        Scene.Group(name: "\(content.name)/\(name)", clip: clip, elements: shapes.map(Scene.Element.shape))
    }
}
