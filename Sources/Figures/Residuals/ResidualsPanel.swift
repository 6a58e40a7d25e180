import Drawing

/// One panel of residuals. The left axis's upper end is at height 0.
struct ResidualsPanel {
    private static let pointRadius = 1.2
    private static let pointColor = Color(hex: 0x8C8C8C)
    private static let testGap = 3.0

    private let panel: ResidualsContent.Panel
    private let content: ResidualsContent
    private let left: Double
    private let look: FigureLook
    private let text: any TextMeasuring
    private let plot: Rectangle
    private let x: LinearScale
    private let y: LinearScale

    init(
        _ panel: ResidualsContent.Panel, of content: ResidualsContent, left: Double, frame: PanelFrame,
        look: FigureLook, text: any TextMeasuring
    ) {
        self.panel = panel
        self.content = content
        self.left = left
        self.look = look
        self.text = text
        plot = Rectangle(x: left + frame.gutter, y: 0, width: frame.plotWidth, height: frame.plotHeight)
        x = LinearScale(
            from: content.times.first?.value ?? 0, to: content.times.last?.value ?? 1, at: plot.x, plot.maxX)
        y = Self.scale(panel, height: frame.plotHeight)
    }

    /// What all panels have in common: the widest axis of any.
    static func frame(
        _ content: ResidualsContent, size: PageSize, look: FigureLook, text: any TextMeasuring
    ) -> PanelFrame {
        let gutters = content.panels.map {
            leftAxis($0, title: content.levelTitle, height: size.plotHeight, look: look, text: text)
                .width(measuring: text)
        }
        let lastLabel = content.times.last.map { text.width(of: $0.label, in: look.smallFont) / 2 } ?? 0
        return PanelFrame(
            width: size.panelWidth(look), gutter: gutters.max() ?? 0, overhang: lastLabel, plotHeight: size.plotHeight)
    }

    /// The panel with its head and the room that it takes.
    var placed: PlacedPanel {
        let head = PanelHead(name: panel.name, letter: panel.letter, title: panel.title, look: look, text: text)
        let extent = text.extent(of: look.smallFont)
        // The axis's upper label reaches above the axis; the test ends at the right, out of its way.
        let test = Label(
            panel.test, name: "\(panel.name)/test", font: look.smallFont, color: look.color,
            at: Point(x: plot.maxX, y: -Self.testGap - extent.descent), anchor: .end, measuring: text)
        let axis = Self.leftAxis(panel, title: content.levelTitle, height: plot.height, look: look, text: text)
        let elements: [Scene.Element] = [
            .group(
                Scene.Group(
                    name: "\(panel.name)/marks", clip: plot.grown(by: Self.pointRadius),
                    elements: marks.map(Scene.Element.shape))),
            .group(axis.leftOf(x: plot.x, name: "\(panel.name)/y-axis", measuring: text)),
            .group(timeAxis.below(y: plot.maxY, name: "\(panel.name)/x-axis", measuring: text)), .label(test),
        ]
        return PlacedPanel(
            head: head, left: left, heightAbove: text.lineHeight(of: look.smallFont) + Self.testGap,
            heightBelow: timeAxis.height(measuring: text), elements: elements)
    }

    private static func scale(_ panel: ResidualsContent.Panel, height: Double) -> LinearScale {
        LinearScale(from: panel.levels.lower, to: panel.levels.upper, at: height, 0)
    }

    private static func leftAxis(
        _ panel: ResidualsContent.Panel, title: String, height: Double, look: FigureLook, text: any TextMeasuring
    ) -> Axis {
        Axis(
            scale: scale(panel, height: height), ticks: panel.levels.ticks,
            title: wrappedLines(of: title, in: look.textFont, toWidth: height, measuring: text), look: look.axes)
    }

    private var timeAxis: Axis {
        Axis(
            scale: x, ticks: content.times,
            title: wrappedLines(of: content.timeTitle, in: look.textFont, toWidth: plot.width, measuring: text),
            look: look.axes)
    }

    /// From back to front: band, no effect, points, the coefficient, the smooth.
    private var marks: [Shape] {
        let color = look.palette.color(0)
        func level(_ name: String, _ value: Double, _ stroke: Stroke) -> Shape {
            let height = y.position(of: value)
            return Shape(
                name: "\(panel.name)/\(name)",
                segments: [Point(x: plot.x, y: height), Point(x: plot.maxX, y: height)].polyline, stroke: stroke)
        }
        func curve(_ value: (Double, Double, Double) -> Double) -> [Point] {
            panel.smooth.map {
                Point(x: x.position(of: $0.time), y: y.position(of: value($0.value, $0.lower, $0.upper)))
            }
        }
        let band = curve { _, _, upper in within(upper) } + curve { _, lower, _ in within(lower) }.reversed()
        let points = panel.points.enumerated().map { index, point in
            Shape(
                name: "\(panel.name)/point/\(index)",
                segments: Shape.circle(
                    at: Point(x: x.position(of: point.time), y: y.position(of: point.value)),
                    radius: Self.pointRadius), fill: Self.pointColor)
        }
        let smooth = curve { value, _, _ in value }
        return [
            Shape(
                name: "\(panel.name)/band", segments: band.polyline + [.close],
                fill: color.withOpacity(look.bandOpacity(groups: 1))),
            level("zero", 0, Stroke(color: look.mutedColor, width: look.hairline)),
        ].filter { $0.segments.count > 2 || $0.fill == nil } + points
            + [
                level(
                    "coefficient", panel.coefficient,
                    Stroke(color: look.palette.color(1), width: 0.9, dash: [4, 2])),
                Shape(
                    name: "\(panel.name)/smooth", segments: smooth.polyline,
                    stroke: Stroke(color: color, width: look.curveWidth)),
            ].filter { $0.segments.count > 1 }
    }

    /// A limit as far as the axis goes.
    private func within(_ value: Double) -> Double { min(max(value, panel.levels.lower), panel.levels.upper) }
}
