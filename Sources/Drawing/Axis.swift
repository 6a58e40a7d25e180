/// A value axis: a line, ticks that point outwards, labels and a title. It has no box and no grid.
public struct Axis: Sendable {
    /// A place on the axis with its label.
    public struct Tick: Equatable, Sendable {
        /// The value.
        public var value: Double
        /// How it is written; empty for a tick without label.
        public var label: String

        /// Creates a tick.
        public init(value: Double, label: String) {
            self.value = value
            self.label = label
        }
    }

    /// How axes look.
    public struct Look: Equatable, Sendable {
        /// The line and the ticks.
        public var stroke: Stroke
        /// How far ticks reach outwards, in points.
        public var tickLength: Double
        /// Between a tick and its label, in points.
        public var labelGap: Double
        /// Between the labels and the title, in points.
        public var titleGap: Double
        /// The font of the labels.
        public var labelFont: Font
        /// The font of the title.
        public var titleFont: Font

        /// Creates a look.
        public init(
            stroke: Stroke, tickLength: Double, labelGap: Double, titleGap: Double, labelFont: Font, titleFont: Font
        ) {
            self.stroke = stroke
            self.tickLength = tickLength
            self.labelGap = labelGap
            self.titleGap = titleGap
            self.labelFont = labelFont
            self.titleFont = titleFont
        }
    }

    /// Where values stand.
    public var scale: LinearScale
    /// The ticks in ascending order.
    public var ticks: [Tick]
    /// The lines of the title, from the top down, or for an axis at the left from the left to the right.
    public var title: [String]
    /// How it looks.
    public var look: Look

    /// Creates an axis.
    public init(scale: LinearScale, ticks: [Tick], title: [String], look: Look) {
        self.scale = scale
        self.ticks = ticks
        self.title = title
        self.look = look
    }

    /// How much room the axis takes below its line.
    public func height(measuring text: any TextMeasuring) -> Double {
        look.tickLength + look.labelGap + text.lineHeight(of: look.labelFont) + titleRoom(measuring: text)
    }

    /// How much room the axis takes to the left of its line.
    public func width(measuring text: any TextMeasuring) -> Double {
        look.tickLength + look.labelGap + widestLabel(measuring: text) + titleRoom(measuring: text)
    }

    /// The axis below a plot.
    public func below(
        y: Double, name: String, measuring text: any TextMeasuring
    ) -> Scene.Group {
        let labelBaseline = y + look.tickLength + look.labelGap + text.extent(of: look.labelFont).ascent
        let line = line(named: name) { along, across in Point(x: along, y: y + across) }
        let labels = labelled.map { tick in
            Label(
                tick.label, name: "\(name)/label/\(tick.label)", font: look.labelFont, color: look.stroke.color,
                at: Point(x: scale.position(of: tick.value), y: labelBaseline), anchor: .middle, measuring: text)
        }
        let titleTop = labelBaseline + text.extent(of: look.labelFont).descent + look.titleGap
        let titles = title.enumerated().map { index, line in
            Label(
                line, name: "\(name)/title", font: look.titleFont, color: look.stroke.color,
                at: Point(
                    x: (scale.start + scale.end) / 2,
                    y: titleTop + text.extent(of: look.titleFont).ascent
                        + Double(index) * text.lineHeight(of: look.titleFont)),
                anchor: .middle, measuring: text)
        }
        return Scene.Group(name: name, elements: [.shape(line)] + (labels + titles).map(Scene.Element.label))
    }

    /// The axis at the left of a plot, its title turned to read upwards.
    public func leftOf(
        x: Double, name: String, measuring text: any TextMeasuring
    ) -> Scene.Group {
        let labelEnd = x - look.tickLength - look.labelGap
        let line = line(named: name) { along, across in Point(x: x - across, y: along) }
        let labels = labelled.map { tick in
            // Digits reach about 0.72 of the size above the baseline: half of that centres them on the tick.
            Label(
                tick.label, name: "\(name)/label/\(tick.label)", font: look.labelFont, color: look.stroke.color,
                at: Point(x: labelEnd, y: scale.position(of: tick.value) + 0.36 * look.labelFont.size), anchor: .end,
                measuring: text)
        }
        let titleEnd =
            labelEnd - widestLabel(measuring: text) - look.titleGap
            - text.extent(of: look.titleFont).descent
        let titles = title.enumerated().map { index, line in
            let linesAfter = Double(title.count - 1 - index)
            return Label(
                line, name: "\(name)/title", font: look.titleFont, color: look.stroke.color,
                at: Point(
                    x: titleEnd - linesAfter * text.lineHeight(of: look.titleFont), y: (scale.start + scale.end) / 2),
                anchor: .middle, rotation: 90, measuring: text)
        }
        return Scene.Group(name: name, elements: [.shape(line)] + (labels + titles).map(Scene.Element.label))
    }

    private var labelled: [Tick] { ticks.filter { !$0.label.isEmpty } }

    private func widestLabel(measuring text: any TextMeasuring) -> Double {
        ticks.map { text.width(of: $0.label, in: look.labelFont) }.max() ?? 0
    }

    private func titleRoom(measuring text: any TextMeasuring) -> Double {
        title.isEmpty ? 0 : look.titleGap + Double(title.count) * text.lineHeight(of: look.titleFont)
    }

    /// The line from end to end and its ticks, as one path.
    private func line(named name: String, place: (_ along: Double, _ across: Double) -> Point) -> Shape {
        var segments: [Shape.Segment] = [.move(place(scale.start, 0)), .line(place(scale.end, 0))]
        for tick in ticks {
            let along = scale.position(of: tick.value)
            segments += [.move(place(along, 0)), .line(place(along, look.tickLength))]
        }
        return Shape(name: "\(name)/line", segments: segments, stroke: look.stroke)
    }
}

extension TextMeasuring {
    /// The height of a line of text: from the highest reach of the font to the lowest.
    public func lineHeight(of font: Font) -> Double {
        let extent = extent(of: font)
        return extent.ascent + extent.descent
    }
}
