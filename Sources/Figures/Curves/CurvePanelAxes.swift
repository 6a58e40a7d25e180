import Drawing

extension CurvePanel {
    /// Every so many breaks have labels and columns: every one, unless they would run into each other.
    private var labelledBreaks: [Bool] {
        let labels = content.breaks.map { text.width(of: $0.label, in: look.smallFont) }
        let columns = table.columnWidths
        let widths = labels.indices.map { max(labels[$0], $0 < columns.count ? columns[$0] : 0) }
        let places = content.breaks.map { x.position(of: $0.value) }
        let gap = text.width(of: "0", in: look.smallFont) * 0.7
        let every = (1...max(widths.count, 1)).first { every in
            let kept = stride(from: 0, to: widths.count, by: every)
            return zip(kept, kept.dropFirst()).allSatisfy { left, right in
                places[right] - places[left] >= (widths[left] + widths[right]) / 2 + gap
            }
        }
        return widths.indices.map { $0.isMultiple(of: every ?? widths.count) }
    }

    var timeAxis: Axis {
        let ticks = zip(content.breaks, labelledBreaks).map {
            Axis.Tick(value: $0.value, label: $1 ? $0.label : "")
        }
        return Axis(
            scale: x, ticks: ticks,
            title: wrappedLines(of: content.xTitle, in: look.textFont, toWidth: plot.width, measuring: text),
            look: look.axes)
    }

    var leftAxis: Scene.Group {
        var group = Self.leftAxis(content, frame: frame, scale: y, look: look, text: text)
            .leftOf(x: plot.x, name: "\(content.name)/y-axis", measuring: text)
        if content.isBroken { group.elements += axisBreak }
        return group
    }

    /// Below a broken axis: its foot with a tick at 0, and two slanted strokes where values are left out.
    private var axisBreak: [Scene.Element] {
        let (x, zero, end) = (plot.x, plot.maxY, y.start)
        let (lower, upper) = (zero - 0.36 * (zero - end), zero - 0.62 * (zero - end))
        func slant(_ height: Double) -> [Shape.Segment] {
            [.move(Point(x: x - 2.8, y: height + 1.1)), .line(Point(x: x + 2.8, y: height - 1.1))]
        }
        let label = Label(
            content.zeroLabel, name: "\(content.name)/y-axis/label/zero", font: look.smallFont, color: look.color,
            at: Point(
                x: x - look.axes.tickLength - look.axes.labelGap, y: zero + 0.36 * look.smallFont.size),
            anchor: .end, measuring: text)
        let foot: [Shape.Segment] = [
            .move(Point(x: x, y: zero)), .line(Point(x: x, y: lower)), .move(Point(x: x, y: upper)),
            .line(Point(x: x, y: end)), .move(Point(x: x, y: zero)),
            .line(Point(x: x - look.axes.tickLength, y: zero)),
        ]
        return [
            .shape(
                Shape(
                    name: "\(content.name)/y-axis/break", segments: foot + slant(lower) + slant(upper),
                    stroke: look.axes.stroke)),
            .label(label),
        ]
    }

    /// The axis of percentages; its scale is of proportions.
    static func leftAxis(
        _ content: CurvePanelContent, frame: PanelFrame, scale: LinearScale, look: FigureLook,
        text: any TextMeasuring
    ) -> Axis {
        Axis(
            scale: scale,
            ticks: content.levels.map { Axis.Tick(value: $0.value, label: $0.label) },
            title: wrappedLines(of: content.yTitle, in: look.textFont, toWidth: frame.plotHeight, measuring: text),
            look: look.axes)
    }

    var riskTable: Scene.Group {
        let top = plot.maxY + timeAxis.height(measuring: text) + Self.tableGap
        let columns = zip(content.breaks, labelledBreaks).map { $1 ? x.position(of: $0.value) : nil }
        return table.drawn(at: Point(x: plot.x - frame.gutter, y: top), columns: columns)
    }
}
