import Drawing

/// A part of a panel's curves magnified, in a frame with axes of its own.
struct MagnifiedCurves {
    /// Between the frame and what stands in it.
    private static let padding = 3.5
    /// How much of the axis of values a break takes.
    private static let breakHeight = 7.0

    private let content: CurvePanelContent
    private let shown: CurveMarksShown
    private let frame: Rectangle
    private let plot: Rectangle
    private let look: FigureLook
    private let text: any TextMeasuring

    /// - Parameters:
    ///   - inset: What is magnified.
    ///   - panel: The panel that it is a part of.
    ///   - frame: The room of the frame.
    ///   - shown: Which marks the study asks for.
    ///   - look: The design.
    ///   - text: Tells how wide text is.
    init(
        _ inset: CurvePanelContent.Inset, of panel: CurvePanelContent, in frame: Rectangle, shown: CurveMarksShown,
        look: FigureLook, text: any TextMeasuring
    ) {
        var content = panel
        content.name = "\(panel.name)/inset"
        (content.bottom, content.top, content.levels) = (inset.bottom, inset.top, inset.levels)
        content.breaks = inset.breaks
        self.content = content
        var shown = shown
        shown.medianLines = false
        self.shown = shown
        self.frame = frame
        self.look = look
        self.text = text
        let labels = inset.levels.map { text.width(of: $0.label, in: look.smallFont) }.max() ?? 0
        let axes = look.axes
        let left = Self.padding + labels + axes.labelGap + axes.tickLength
        let height = text.lineHeight(of: look.smallFont)
        let last = inset.breaks.last.map { text.width(of: $0.label, in: look.smallFont) / 2 } ?? 0
        let top = Self.padding + height / 2
        plot = Rectangle(
            x: frame.x + left, y: frame.y + top, width: frame.width - left - max(Self.padding, last + 1),
            height: frame.height - top - axes.tickLength - axes.labelGap - height - Self.padding / 2)
        x = LinearScale(from: inset.start, to: inset.end, at: plot.x, plot.maxX)
        y = LinearScale(
            from: inset.bottom, to: inset.top, at: plot.maxY - (inset.bottom > 0 ? Self.breakHeight : 0), plot.y)
    }

    private let x: LinearScale
    private let y: LinearScale

    /// From back to front.
    var drawn: Scene.Group {
        let name = content.name
        let marks = CurveMarks(content, shown: shown, x: x, y: y, look: look)
        var seen = Rectangle(x: plot.x, y: plot.y, width: plot.width, height: y.start - plot.y)
        let bands = Scene.Group(name: "\(name)/bands", clip: seen, elements: marks.bands.map(Scene.Element.shape))
        // Half a stroke stands outside where a curve runs along the upper edge.
        seen.y -= look.curveWidth / 2
        seen.height += look.curveWidth / 2
        let censorings = marks.hasTooManyCensorings ? [] : marks.censorings
        let curves = Scene.Group(
            name: "\(name)/curves", clip: seen, elements: (marks.curves + censorings).map(Scene.Element.shape))
        let below = Axis(
            scale: x, ticks: content.breaks.map { Axis.Tick(value: $0.value, label: $0.label) }, title: [],
            look: look.axes)
        var beside = Axis(
            scale: y, ticks: content.levels.map { Axis.Tick(value: $0.value, label: $0.label) }, title: [],
            look: look.axes
        ).leftOf(x: plot.x, name: "\(name)/y-axis", measuring: text)
        if content.isBroken { beside.elements.append(.shape(axisBreak)) }
        let outline = Shape(
            name: "\(name)/frame", segments: frame.outline,
            stroke: Stroke(color: look.mutedColor, width: look.hairline))
        let axes = [below.below(y: plot.maxY, name: "\(name)/x-axis", measuring: text), beside]
        return Scene.Group(
            name: name, elements: [.shape(outline)] + ([bands] + axes + [curves]).map(Scene.Element.group))
    }

    /// Two slanted strokes where values are left out between the axes.
    private var axisBreak: Shape {
        let (lower, upper) = (plot.maxY - 0.3 * Self.breakHeight, plot.maxY - 0.65 * Self.breakHeight)
        func slant(_ height: Double) -> [Shape.Segment] {
            [.move(Point(x: plot.x - 2.4, y: height + 1)), .line(Point(x: plot.x + 2.4, y: height - 1))]
        }
        return Shape(
            name: "\(content.name)/y-axis/break",
            segments: [
                .move(Point(x: plot.x, y: plot.maxY)), .line(Point(x: plot.x, y: lower)),
                .move(Point(x: plot.x, y: upper)), .line(Point(x: plot.x, y: y.start)),
            ] + slant(lower) + slant(upper), stroke: look.axes.stroke)
    }

    /// The frame around the part of a panel that an inset magnifies.
    static func magnified(_ inset: CurvePanelContent.Inset, x: LinearScale, y: LinearScale) -> Rectangle {
        Rectangle(enclosing: [
            Point(x: x.position(of: inset.start), y: y.position(of: inset.bottom)),
            Point(x: x.position(of: inset.end), y: y.position(of: inset.top)),
        ])
    }
}

/// Where insets stand: among the curves where all panels have room for theirs, else above the plots.
enum InsetPlaces {
    /// Shares of the plot's width and height, the largest inset first; neither a strip nor a tower.
    private static let shares: [(width: Double, height: Double)] = {
        let widths = [0.8, 0.7, 0.62, 0.54, 0.47, 0.4, 0.34]
        let heights = [0.62, 0.54, 0.47, 0.4, 0.34, 0.28]
        return widths.flatMap { width in heights.map { (width: width, height: $0) } }
            .filter { (0.75...1.9).contains($0.width / $0.height) }
            .sorted { ($0.width * $0.height, $0.width) > ($1.width * $1.height, $1.width) }
    }()
    private static let lowest = 46.0
    /// About how much room the axes of an inset take.
    private static let axesRoom = (width: 26.0, height: 20.0)
    /// How many times as much room a part has where it is worth a magnifying glass.
    static let wanted = 1.5
    private static let narrowest = 74.0
    private static let margins = [6.0, 4, 3]
    /// Between an inset above a plot and what stands under it.
    static let gap = 6.0

    /// The room for a panel's inset, counted from the left axis.
    ///
    /// - Parameters:
    ///   - panel: The panel.
    ///   - key: Where its key stands among the curves; nil where it stands elsewhere.
    ///   - least: How many times as much room its part of the curves has at least as in the plot.
    /// - Returns: Nil where there is no room.
    static func place(in panel: CurvePanel, beside key: Rectangle?, magnifying least: Double) -> Rectangle? {
        guard let part = panel.magnified else { return nil }
        let free = FreeSpace(in: panel.keyArea, around: panel.obstacles + [key].compactMap(\.self))
        for share in shares {
            let (width, height) = (share.width * panel.plot.width, share.height * panel.plot.height)
            let inner = (width - axesRoom.width) * (height - axesRoom.height)
            guard width >= narrowest, height >= lowest, inner >= least * part.width * part.height else { continue }
            if let place = free.place(width: width, height: height, margins: margins) { return place }
        }
        return nil
    }

    /// The size of an inset above a plot.
    static func size(above panel: CurvePanel) -> (width: Double, height: Double) {
        let width = max(0.7 * panel.plot.width, min(narrowest, panel.plot.width))
        return (width, 0.5 * width)
    }
}

extension Rectangle {
    /// The four sides as a path.
    var outline: [Shape.Segment] {
        [Point(x: x, y: y), Point(x: maxX, y: y), Point(x: maxX, y: maxY), Point(x: x, y: maxY)].polyline + [.close]
    }

    /// The four sides as rectangles of a width.
    func sides(width: Double) -> [Rectangle] {
        [
            Rectangle(x: x, y: y, width: self.width, height: 0), Rectangle(x: x, y: maxY, width: self.width, height: 0),
            Rectangle(x: x, y: y, width: 0, height: height), Rectangle(x: maxX, y: y, width: 0, height: height),
        ].map { $0.grown(by: width / 2) }
    }
}
