import Drawing

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

    /// The width of the plot between the ends of the time axis.
    var plotWidth: Double { width - gutter - overhang }
}

/// One panel: its plot, axes, key and table. The left axis's upper end is at height 0.
struct CurvePanel {
    let content: CurvePanelContent
    let frame: PanelFrame
    let look: FigureLook
    let text: any TextMeasuring
    /// The panel's left edge.
    let left: Double
    /// The rectangle between the axes' ends.
    let plot: Rectangle

    let x: LinearScale
    let y: LinearScale
    let table: RiskTable
    /// The key as it stands among the curves.
    let key: CurveKey
    private let marks: CurveMarks

    static let tableGap = 7.0
    private static let keyGap = 6.0

    /// - Parameters:
    ///   - content: What the panel shows.
    ///   - shown: Which marks the study asks for.
    ///   - frame: What all panels have in common.
    ///   - columns: What their keys have in common.
    ///   - left: The panel's left edge.
    ///   - look: The design.
    ///   - text: Tells how wide text is.
    init(
        _ content: CurvePanelContent, shown: CurveMarksShown, frame: PanelFrame, columns: KeyColumns, left: Double,
        look: FigureLook, text: any TextMeasuring
    ) {
        self.content = content
        self.frame = frame
        self.look = look
        self.text = text
        self.left = left
        plot = Rectangle(x: left + frame.gutter, y: 0, width: frame.plotWidth, height: frame.plotHeight)
        let x = LinearScale(from: 0, to: content.axisEnd, at: plot.x, plot.maxX)
        let y = LinearScale(from: 0, to: content.top, at: plot.maxY, plot.y)
        (self.x, self.y) = (x, y)
        table = Self.table(content, panelWidth: frame.width, look: look, text: text)
        marks = CurveMarks(content, shown: shown, x: x, y: y, look: look)
        key = CurveKey(content, as: .compact, limit: plot.width, columns: columns, look: look, text: text)
    }

    /// Where a key may stand among the curves, counted from the left axis.
    var keyArea: Rectangle {
        Rectangle(x: Self.keyGap, y: 0, width: plot.width - Self.keyGap, height: plot.height - Self.keyGap)
    }

    /// What a key must not cover, counted from the left axis.
    var obstacles: [Rectangle] {
        marks.obstacles.map { Rectangle(x: $0.x - plot.x, y: $0.y, width: $0.width, height: $0.height) }
    }

    /// The table of a panel: its names may take some three tenths of the width before they are broken.
    static func table(
        _ content: CurvePanelContent, panelWidth: Double, look: FigureLook, text: any TextMeasuring
    ) -> RiskTable {
        RiskTable(content, nameLimit: 0.28 * panelWidth, panelWidth: panelWidth, look: look, text: text)
    }

    /// How much room everything below the plot takes.
    var heightBelow: Double {
        timeAxis.height(measuring: text) + (table.height > 0 ? Self.tableGap + table.height : 0)
    }

    /// How much room a key takes above the plot.
    static func height(above key: CurveKey) -> Double { key.block.height > 0 ? key.block.height + keyGap : 0 }

    /// The panel's elements from back to front, its key among the curves at a place counted from the left axis.
    func drawn(keyAt place: Point) -> [Scene.Element] {
        drawn(key.block.drawn(at: place.moved(right: plot.x)))
    }

    /// The same with a key above the plot.
    func drawn(_ key: CurveKey, atAxis: Bool) -> [Scene.Element] {
        drawn(key.block.drawn(at: Point(x: atAxis ? plot.x : left, y: plot.y - Self.height(above: key))))
    }

    private func drawn(_ key: Scene.Group) -> [Scene.Element] {
        // Half a stroke and half a mark stand outside the plot where a curve runs along its edge.
        let room = look.censoringReach + look.censoringWidth
        let parts = [
            part("bands", clip: plot, marks.bands), part("medians", marks.medianLines), leftAxis,
            timeAxis.below(y: plot.maxY, name: "\(content.name)/x-axis", measuring: text),
            part("curves", clip: plot.grown(by: room), marks.curves), part("censorings", marks.censorings),
            key, riskTable,
        ]
        return parts.filter { !$0.elements.isEmpty }.map(Scene.Element.group)
    }

    private func part(_ name: String, clip: Rectangle? = nil, _ shapes: [Shape]) -> Scene.Group {
        Scene.Group(name: "\(content.name)/\(name)", clip: clip, elements: shapes.map(Scene.Element.shape))
    }
}
