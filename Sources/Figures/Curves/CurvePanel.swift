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
    private let shown: CurveMarksShown
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
    private let landmarks: CurveLandmarks
    /// The groups' names at the ends of their curves; nil where they stand in the key.
    let names: CurveNames?

    static let tableGap = 7.0
    private static let keyGap = 6.0
    /// How much of the axis of values a break takes.
    private static let breakHeight = 11.0

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
        self.shown = shown
        self.frame = frame
        self.look = look
        self.text = text
        self.left = left
        plot = Rectangle(x: left + frame.gutter, y: 0, width: frame.plotWidth, height: frame.plotHeight)
        let x = LinearScale(from: 0, to: content.axisEnd, at: plot.x, plot.maxX)
        let y = Self.valueScale(content, from: plot.maxY, to: plot.y)
        (self.x, self.y) = (x, y)
        table = Self.table(content, panelWidth: frame.width, look: look, text: text)
        let marks = CurveMarks(content, shown: shown, x: x, y: y, look: look)
        self.marks = marks
        landmarks = CurveLandmarks(content, marks: marks, plot: plot, x: x, look: look, text: text)
        names =
            shown.namesAtCurves
            ? CurveNames(
                marks.ends, name: content.name, plot: plot, rightEdge: left + frame.width,
                obstacles: marks.obstacles + landmarks.obstacles, look: look, text: text) : nil
        key = CurveKey(
            content, as: .compact, limit: plot.width, columns: columns, hasSamples: names == nil, look: look,
            text: text)
    }

    /// Whether the marks of censorings would run into each other.
    var hasTooManyCensorings: Bool { marks.hasTooManyCensorings }

    /// Where values stand: above the break where the axis has one.
    static func valueScale(_ content: CurvePanelContent, from low: Double, to high: Double) -> LinearScale {
        LinearScale(
            from: content.bottom, to: content.top, at: low - (content.isBroken ? breakHeight : 0), high)
    }

    /// Where a key may stand among the curves, counted from the left axis.
    var keyArea: Rectangle {
        Rectangle(x: Self.keyGap, y: 0, width: plot.width - Self.keyGap, height: plot.height - Self.keyGap)
    }

    /// What a key must not cover, counted from the left axis.
    var obstacles: [Rectangle] {
        let frame = magnified?.sides(width: look.hairline) ?? []
        return (marks.obstacles + landmarks.obstacles + (names?.obstacles ?? []) + frame).map {
            Rectangle(x: $0.x - plot.x, y: $0.y, width: $0.width, height: $0.height)
        }
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

    /// The part of the plot that the inset magnifies; nil without an inset.
    var magnified: Rectangle? { content.inset.map { MagnifiedCurves.magnified($0, x: x, y: y) } }

    /// The panel's elements from back to front, its key among the curves at a place counted from the left axis.
    func drawn(keyAt place: Point, insetAt inset: Rectangle?) -> [Scene.Element] {
        drawn(key.block.drawn(at: place.moved(right: plot.x)), insetAt: inset)
    }

    /// The same with a key above the plot.
    func drawn(_ key: CurveKey, atAxis: Bool, insetAt inset: Rectangle?) -> [Scene.Element] {
        drawn(
            key.block.drawn(at: Point(x: atAxis ? plot.x : left, y: plot.y - Self.height(above: key))),
            insetAt: inset)
    }

    private func drawn(_ key: Scene.Group, insetAt inset: Rectangle?) -> [Scene.Element] {
        // Half a stroke and half a mark stand outside the plot where a curve runs along its edge, but nothing in a break.
        let room = look.censoringReach + look.censoringWidth
        var (drawn, around) = (plot, plot.grown(by: room))
        if content.isBroken {
            drawn.height = y.start - plot.y
            around.height = y.start - around.y
        }
        let parts = [
            part("bands", clip: drawn, marks.bands), part("medians", marks.medianLines), part("zero", zeroLine),
            part("magnified", magnifiedFrame),
            landmarks.drawn(name: content.name), leftAxis,
            timeAxis.below(y: plot.maxY, name: "\(content.name)/x-axis", measuring: text),
            part("curves", clip: around, marks.curves),
            part("censorings", clip: content.isBroken ? around : nil, marks.censorings), names?.drawn, key,
            inset.flatMap(drawnInset), riskTable,
        ]
        return parts.compactMap(\.self).filter { !$0.elements.isEmpty }.map(Scene.Element.group)
    }

    private func drawnInset(_ place: Rectangle) -> Scene.Group? {
        content.inset.map { inset in
            var frame = place
            frame.x += plot.x
            return MagnifiedCurves(inset, of: content, in: frame, shown: shown, look: look, text: text).drawn
        }
    }

    private var magnifiedFrame: [Shape] {
        [magnified].compactMap(\.self).map { frame in
            Shape(
                name: "\(content.name)/magnified/frame", segments: frame.outline,
                stroke: Stroke(color: look.mutedColor, width: look.hairline, dash: [1.5, 1.5]))
        }
    }

    /// The line of no difference, where values below 0 are on the axis.
    private var zeroLine: [Shape] {
        guard content.bottom < 0 else { return [] }
        let height = y.position(of: 0)
        return [
            Shape(
                name: "\(content.name)/zero-line",
                segments: [Point(x: plot.x, y: height), Point(x: plot.maxX, y: height)].polyline,
                stroke: Stroke(color: look.mutedColor, width: look.hairline))
        ]
    }

    private func part(_ name: String, clip: Rectangle? = nil, _ shapes: [Shape]) -> Scene.Group {
        Scene.Group(name: "\(content.name)/\(name)", clip: clip, elements: shapes.map(Scene.Element.shape))
    }
}
