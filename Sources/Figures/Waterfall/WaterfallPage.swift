import Drawing
import Results

/// A waterfall plot laid out: the key above, the bars of each group side by side, the groups' names below.
struct WaterfallPage {
    private static let keyGap = 8.0
    private static let labelGap = 5.0
    /// Between the bars of two groups, in bars.
    private static let groupGap = 2.0
    private static let barShare = 0.8
    /// A bar is never wider than this, so that few patients make no wall.
    private static let widestPitch = 16.0
    /// Marks of the response are drawn where bars have room for them.
    private static let narrowestMarked = 4.0

    let content: WaterfallContent
    let width: Double
    let look: FigureLook
    let text: any TextMeasuring

    /// How far the bars stand apart on this page.
    var pitch: Double { min((width - 2 * look.margin - gutter) / slots, Self.widestPitch) }

    /// The finished picture, lower where the journal's greatest height asks for it.
    func scene(title: String) -> Scene {
        look.fitted(
            PageSize(width: width, columns: 1, plotHeight: min(max(0.5 * width, 150), 230)), rows: 1,
            lowestPlot: 90
        ) { scene(title: title, plotHeight: $0.plotHeight) }
    }

    private var slots: Double {
        let bars = content.groups.map(\.bars.count).reduce(0, +)
        return max(Double(bars) + Self.groupGap * Double(content.groups.count - 1), 1)
    }

    private func axis(top: Double, height: Double) -> Axis {
        Axis(
            scale: LinearScale(from: content.axis.lower, to: content.axis.upper, at: top + height, top),
            ticks: content.axis.ticks,
            title: wrappedLines(
                of: content.axisTitle, in: look.textFont, toWidth: height, measuring: text),
            look: look.axes)
    }

    /// The room of the left axis, whose title may break into two lines on a low plot.
    private var gutter: Double { axis(top: 0, height: 150).width(measuring: text) }

    private func scene(title: String, plotHeight: Double) -> Scene {
        let key = FlowingKey(
            entries: keyEntries, name: "waterfall/key", left: look.margin, width: width - 2 * look.margin,
            look: look,
            text: text
        ).drawn(top: look.margin)
        // Half a line of room above the plot, for the highest label of the axis and the marks on the bars.
        let top =
            look.margin + key.height + max(key.height > 0 ? Self.keyGap : 0, look.smallFont.size / 2)
        let axis = axis(top: top, height: plotHeight)
        let left = look.margin + gutter
        let extent = text.extent(of: look.smallHeadFont)
        var (x, bars, labels, bottom) = (left, [Scene.Element](), [Label](), top + plotHeight)
        for (index, group) in content.groups.enumerated() {
            let shapes = group.bars.enumerated().flatMap { place, bar in
                self.shapes(
                    of: bar, place: place, group: index, left: x + Double(place) * pitch, scale: axis.scale)
            }
            bars.append(
                .group(
                    Scene.Group(name: "waterfall/bars/\(group.id)", elements: shapes.map(Scene.Element.shape))
                ))
            let groupWidth = Double(group.bars.count) * pitch
            if let label = group.label {
                let centre = min(max(x + groupWidth / 2, look.margin), width - look.margin)
                let lines = labelLines(label, at: centre, index: index)
                labels += lines
                bottom = max(
                    bottom,
                    top + plotHeight + Self.labelGap + Double(lines.count) * (extent.ascent + extent.descent))
            }
            x += groupWidth + Self.groupGap * pitch
        }
        labels = labels.map { label in
            var moved = label
            moved.position.y += top + plotHeight + Self.labelGap + extent.ascent
            return moved
        }
        let end = x - Self.groupGap * pitch
        let foot = content.notes.drawn(below: bottom, width: width, look: look, text: text)
        return Scene(
            width: width, height: bottom + foot.height + look.margin, title: title,
            alternativeText: content.alternativeText,
            elements: key.elements + lines(from: left, to: end, scale: axis.scale) + bars + [
                .shape(zero(from: left, to: end, scale: axis.scale)),
                .group(axis.leftOf(x: left, name: "waterfall/y-axis", measuring: text)),
            ] + labels.map(Scene.Element.label) + foot.elements)
    }

    /// A group's name in lines under its bars, the baseline of the first at 0.
    private func labelLines(_ label: String, at centre: Double, index: Int) -> [Label] {
        let own = Double(content.groups[index].bars.count) * pitch + Self.groupGap * pitch
        let room = content.groups.count == 1 ? width - 2 * look.margin : max(own, 30)
        return linesOfWholeWords(of: label, in: look.smallHeadFont, toWidth: room, measuring: text)
            .enumerated().map { line, string in
                let half = text.width(of: string, in: look.smallHeadFont) / 2
                let x = min(max(centre, look.margin + half), width - look.margin - half)
                return Label(
                    string, name: "waterfall/group/\(content.groups[index].id)", font: look.smallHeadFont,
                    color: content.responseLabel == nil
                        ? look.textColor(of: look.palette.color(index)) : look.color,
                    at: Point(x: x, y: Double(line) * text.lineHeight(of: look.smallHeadFont)),
                    anchor: .middle,
                    measuring: text)
            }
    }

    // MARK: Bars and lines

    private func shapes(
        of bar: WaterfallPlot.Bar, place: Int, group: Int, left: Double, scale: LinearScale
    ) -> [Shape] {
        let name = "waterfall/\(content.groups[group].id)/\(place)"
        let (zero, end) = (scale.position(of: 0), scale.position(of: bar.change))
        let inset = pitch * (1 - Self.barShare) / 2
        let (start, stop) = (left + inset, left + pitch - inset)
        let color = color(of: bar.response, group: group)
        // No change at all is a patient too: a bar of no height would not be seen.
        let isFlat = (end - zero).magnitude < look.hairline
        let tip = isFlat ? zero - look.hairline : end
        let box = Shape(
            name: "\(name)/bar",
            segments: [
                .move(Point(x: start, y: zero)), .line(Point(x: start, y: tip)),
                .line(Point(x: stop, y: tip)),
                .line(Point(x: stop, y: zero)), .close,
            ], fill: color)
        guard content.responseLabel != nil, pitch >= Self.narrowestMarked else { return [box] }
        let radius = min(pitch * 0.3, 2)
        let above = bar.change >= 0 ? -1.0 : 1.0
        // Within the plot the mark stands beyond the bar's end; at the very edge it would leave the page.
        let mark = mark(bar.response).shape(
            named: "\(name)/mark", at: Point(x: (start + stop) / 2, y: tip + above * (radius * 1.3 + 1)),
            radius: radius, color: color.darkened(toContrast: 3), edge: 0)
        return [box, mark]
    }

    /// Ordered responses take the colours from blue to vermillion; without a response the group has its own.
    private func color(of response: Int?, group: Int) -> Color {
        guard content.responseLabel != nil else { return look.palette.color(group) }
        guard let response else { return Color(hex: 0xA8A8A8) }
        let orders: [Int: [Int]] = [2: [0, 1], 3: [0, 4, 1], 4: [0, 2, 4, 1]]
        let order = orders[content.responseLabels.count] ?? Array(0..<8)
        return look.palette.color(order[response % order.count])
    }

    private func mark(_ response: Int?) -> PlotMark { response.map { PlotMark.mark($0) } ?? .plus }

    private func zero(from start: Double, to end: Double, scale: LinearScale) -> Shape {
        level(
            0, named: "waterfall/zero", from: start, to: end, scale: scale, dash: [], color: look.color)
    }

    private func lines(from start: Double, to end: Double, scale: LinearScale) -> [Scene.Element] {
        content.thresholds.enumerated().map { index, value in
            .shape(
                level(
                    value, named: "waterfall/threshold/\(index)", from: start, to: end, scale: scale,
                    dash: [2.5, 2],
                    color: look.mutedColor))
        }
    }

    private func level(
        _ value: Double, named name: String, from start: Double, to end: Double, scale: LinearScale,
        dash: [Double],
        color: Color
    ) -> Shape {
        let y = scale.position(of: value)
        return Shape(
            name: name, segments: [Point(x: start, y: y), Point(x: end, y: y)].polyline,
            stroke: Stroke(color: color, width: look.hairline, dash: dash))
    }

    // MARK: Key

    private var keyEntries: [FlowingKey.Entry] {
        guard let head = content.responseLabel else { return [] }
        let bars = content.groups.flatMap(\.bars)
        let occurring = content.responseLabels.indices.filter { level in
            bars.contains { $0.response == level }
        }
        let levels: [(Int?, String)] =
            occurring.map { ($0, content.responseLabels[$0]) }
            + (bars.contains { $0.response == nil } ? [(nil, content.unknownResponse)] : [])
        return [FlowingKey.Entry(label: head, isHead: true)]
            + levels.map { level, label in
                FlowingKey.Entry(label: label) { centre in
                    let color = color(of: level, group: 0)
                    let box = Shape(
                        name: "waterfall/key/bar",
                        segments: [(-4.5, -3.0), (-0.5, -3), (-0.5, 3), (-4.5, 3)].map {
                            centre.moved(right: $0.0, down: $0.1)
                        }.polyline + [.close], fill: color)
                    guard pitch >= Self.narrowestMarked else { return [box] }
                    return [
                        box,
                        mark(level).shape(
                            named: "waterfall/key/mark", at: centre.moved(right: 2.5), radius: 1.8,
                            color: color.darkened(toContrast: 3), edge: 0),
                    ]
                }
            }
    }
}
