import Drawing

/// One panel of mirrored histograms. The upper end of the upper axis is at height 0.
struct OverlapPanel {
    /// Between bars and the name of their group.
    private static let nameGap = 2.0

    private let panel: OverlapContent.Panel
    private let content: OverlapContent
    private let left: Double
    private let size: PageSize
    private let look: FigureLook
    private let text: any TextMeasuring
    private let x: LinearScale
    private let y: LinearScale

    init(
        _ panel: OverlapContent.Panel, of content: OverlapContent, left: Double, size: PageSize, look: FigureLook,
        text: any TextMeasuring
    ) {
        self.panel = panel
        self.content = content
        self.left = left
        self.size = size
        self.look = look
        self.text = text
        y = LinearScale(from: -content.greatestShare, to: content.greatestShare, at: size.plotHeight, 0)
        let gutter = Self.leftAxis(content, scale: y, height: size.plotHeight, look: look, text: text)
            .width(measuring: text)
        let overhang = (content.scoreTicks.last.map { text.width(of: $0.label, in: look.smallFont) } ?? 0) / 2
        x = LinearScale(
            from: content.scoreTicks.first?.value ?? 0, to: content.scoreTicks.last?.value ?? 1,
            at: left + gutter, left + size.panelWidth(look) - overhang)
    }

    /// The panel with its head and the room that it takes.
    var placed: PlacedPanel {
        let head = PanelHead(name: panel.name, letter: panel.letter, title: panel.title, look: look, text: text)
        let elements: [Scene.Element] =
            [
                bars(panel.upper, color: look.palette.color(1), sign: 1),
                bars(panel.lower, color: look.palette.color(0), sign: -1),
            ]
            .map(Scene.Element.group)
            + [
                .shape(baseline),
                .group(
                    Self.leftAxis(content, scale: y, height: size.plotHeight, look: look, text: text)
                        .leftOf(x: x.start, name: "\(panel.name)/y-axis", measuring: text)),
                .group(scoreAxis.below(y: size.plotHeight + nameHeight, name: "\(panel.name)/x-axis", measuring: text)),
                .label(name(panel.upper, color: look.palette.color(1), isUpper: true)),
                .label(name(panel.lower, color: look.palette.color(0), isUpper: false)),
            ]
        return PlacedPanel(
            head: head, left: left, heightAbove: nameHeight,
            heightBelow: nameHeight + scoreAxis.height(measuring: text), elements: elements)
    }

    private var nameHeight: Double { text.lineHeight(of: look.smallFont) + 2 * Self.nameGap }

    private static func leftAxis(
        _ content: OverlapContent, scale: LinearScale, height: Double, look: FigureLook, text: any TextMeasuring
    ) -> Axis {
        Axis(
            scale: scale, ticks: content.shareTicks,
            title: wrappedLines(of: content.shareTitle, in: look.textFont, toWidth: height, measuring: text),
            look: look.axes)
    }

    private var scoreAxis: Axis {
        Axis(
            scale: x, ticks: content.scoreTicks,
            title: wrappedLines(of: content.scoreTitle, in: look.textFont, toWidth: x.end - x.start, measuring: text),
            look: look.axes)
    }

    /// Where both groups' bars stand.
    private var baseline: Shape {
        let zero = y.position(of: 0)
        return Shape(
            name: "\(panel.name)/baseline",
            segments: [Point(x: x.start, y: zero), Point(x: x.end, y: zero)].polyline,
            stroke: Stroke(color: look.color, width: look.hairline))
    }

    /// A bar for each bin that is not empty, parted by thin white lines.
    private func bars(_ histogram: OverlapContent.Histogram, color: Color, sign: Double) -> Scene.Group {
        let zero = y.position(of: 0)
        let bars = histogram.shares.indices.filter { histogram.shares[$0] > 0 }.map { bin in
            let (start, end) = (x.position(of: content.edges[bin]), x.position(of: content.edges[bin + 1]))
            let top = y.position(of: sign * histogram.shares[bin])
            return Shape(
                name: "\(panel.name)/bar/\(histogram.id)/\(bin)",
                segments: [
                    .move(Point(x: start, y: zero)), .line(Point(x: start, y: top)), .line(Point(x: end, y: top)),
                    .line(Point(x: end, y: zero)), .close,
                ], fill: color, stroke: Stroke(color: .white, width: 0.4))
        }
        return Scene.Group(name: "\(panel.name)/bars/\(histogram.id)", elements: bars.map(Scene.Element.shape))
    }

    /// The group's name at the outer end of its bars.
    private func name(_ histogram: OverlapContent.Histogram, color: Color, isUpper: Bool) -> Label {
        let extent = text.extent(of: look.smallFont)
        let baseline = isUpper ? -Self.nameGap - extent.descent : size.plotHeight + Self.nameGap + extent.ascent
        return Label(
            histogram.label, name: "\(panel.name)/group/\(histogram.id)", font: look.smallFont,
            color: look.textColor(of: color), at: Point(x: x.start, y: baseline), measuring: text)
    }
}
