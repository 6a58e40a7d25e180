import Drawing
import Results

/// A swimmer plot laid out: the key above, a bar for each patient, the axis of time below.
struct SwimmerPage {
    private static let keyGap = 6.0
    private static let groupGap = 6.0
    private static let headGap = 2.5
    /// From the line at time zero to a group's name.
    private static let headIndent = 3.0
    private static let stripWidth = 6.0
    private static let stripGap = 4.0
    private static let arrowLength = 7.0
    /// Room for an arrow beyond the end of the axis.
    private static let overhang = 10.0
    /// A bar takes so much of the distance between two.
    private static let barShare = 0.74
    private static let widestPitch = 9.0
    private static let narrowestPitch = 0.6
    /// How much of the group's colour is in the bars: the rest is paper, so that marks on them are seen.
    private static let tint = 0.45
    /// The height of a page where the journal names none: that of A4 without its margins.
    private static let usualHeight = 640.0

    /// The grey of the last response.
    private static let lightestGrey = 0.9

    let content: SwimmerContent
    let width: Double
    let look: FigureLook
    let text: any TextMeasuring
    /// The responses that a bar has, in their order.
    private let occurringLevels: [Int]

    init(content: SwimmerContent, width: Double, look: FigureLook, text: any TextMeasuring) {
        (self.content, self.width, self.look, self.text) = (content, width, look, text)
        occurringLevels = Set(content.groups.flatMap(\.bars).compactMap(\.response)).sorted()
    }

    /// The finished picture, its bars as far apart as the page's height allows.
    func scene(title: String) -> Scene {
        let bare = scene(title: title, pitch: 0)
        let bars = content.groups.map(\.bars.count).reduce(0, +)
        let room = ((look.maximumHeight ?? Self.usualHeight) - bare.height) / Double(max(bars, 1))
        return scene(title: title, pitch: min(max(room, Self.narrowestPitch), Self.widestPitch))
    }

    private var hasStrip: Bool { content.responseLabel != nil }

    private var x: LinearScale {
        let left = look.margin + (hasStrip ? Self.stripWidth + Self.stripGap : 0)
        let firstLabel =
            content.ticks.first.map { text.width(of: $0.label, in: look.smallFont) / 2 } ?? 0
        return LinearScale(
            from: 0, to: content.ticks.last?.value ?? 1, at: max(left, look.margin + firstLabel),
            width - look.margin - Self.overhang)
    }

    private func scene(title: String, pitch: Double) -> Scene {
        let key = FlowingKey(
            entries: keyEntries, name: "swimmer/key", left: look.margin, width: width - 2 * look.margin,
            look: look,
            text: text
        ).drawn(top: look.margin)
        var y = look.margin + key.height + Self.keyGap
        var elements = key.elements
        for (index, group) in content.groups.enumerated() {
            if index > 0 { y += Self.groupGap }
            if let label = group.label {
                let extent = text.extent(of: look.smallHeadFont)
                elements.append(
                    .label(
                        Label(
                            label, name: "swimmer/group/\(group.id)", font: look.smallHeadFont,
                            color: look.textColor(of: look.palette.color(index)),
                            at: Point(x: x.start + Self.headIndent, y: y + extent.ascent), measuring: text)))
                y += extent.ascent + extent.descent + Self.headGap
            }
            let rows = group.bars.enumerated().flatMap { row, bar in
                shapes(
                    of: bar, row: row, group: index, centre: y + (Double(row) + 0.5) * pitch, pitch: pitch)
            }
            elements.append(
                .group(
                    Scene.Group(name: "swimmer/bars/\(group.id)", elements: rows.map(Scene.Element.shape))))
            y += Double(group.bars.count) * pitch
        }
        let axis = Axis(
            scale: x, ticks: content.ticks,
            title: wrappedLines(
                of: content.axisTitle, in: look.textFont, toWidth: x.end - x.start, measuring: text),
            look: look.axes)
        y += 3
        let zero = Shape(
            name: "swimmer/zero",
            segments: [
                Point(x: x.start, y: look.margin + key.height + Self.keyGap), Point(x: x.start, y: y),
            ].polyline,
            stroke: Stroke(color: look.color, width: look.hairline))
        elements += [.shape(zero), .group(axis.below(y: y, name: "swimmer/x-axis", measuring: text))]
        let foot = content.notes.drawn(
            below: y + axis.height(measuring: text), width: width, look: look, text: text)
        return Scene(
            width: width, height: y + axis.height(measuring: text) + foot.height + look.margin,
            title: title,
            alternativeText: content.alternativeText, elements: elements + foot.elements)
    }

    // MARK: Bars

    private func shapes(
        of bar: SwimmerPlot.Bar, row: Int, group: Int, centre: Double, pitch: Double
    ) -> [Shape] {
        guard pitch > 0 else { return [] }
        let name = "swimmer/\(content.groups[group].id)/\(row)"
        let color = look.palette.color(group)
        let (height, end) = (pitch * Self.barShare, x.position(of: bar.time))
        let radius = markRadius(pitch)
        var shapes = [
            Shape(
                name: "\(name)/bar",
                segments: box(from: x.start, to: end, centre: centre, height: height),
                fill: color.withOpacity(Self.tint).flattened(on: .white))
        ]
        if hasStrip {
            let left = x.start - Self.stripGap - Self.stripWidth
            shapes += swatch(
                bar.response, named: "\(name)/response", from: left, centre: centre,
                height: min(height, Self.stripWidth))
        }
        for (index, time) in bar.marks.enumerated() {
            guard let time else { continue }
            shapes.append(
                PlotMark.mark(index + 1).shape(
                    named: "\(name)/mark/\(index)", at: Point(x: x.position(of: time), y: centre),
                    radius: radius,
                    color: look.color))
        }
        if bar.endsWithEvent {
            shapes.append(
                PlotMark.circle.shape(
                    named: "\(name)/end", at: Point(x: end, y: centre), radius: radius, color: look.color))
        } else {
            shapes += arrow(
                named: "\(name)/ongoing", from: end, centre: centre, color: color.darkened(toContrast: 4.5))
        }
        return shapes
    }

    private func arrow(named name: String, from end: Double, centre: Double, color: Color) -> [Shape] {
        Arrow(
            points: [Point(x: end, y: centre), Point(x: end + Self.arrowLength, y: centre)], name: name,
            color: color,
            width: 0.8
        ).shapes
    }

    private func markRadius(_ pitch: Double) -> Double { min(max(pitch * 0.32, 0.8), 2.2) }

    private func box(from start: Double, to end: Double, centre: Double, height: Double) -> [Shape.Segment] {
        Shape.rectangle(
            from: Point(x: start, y: centre - height / 2), to: Point(x: end, y: centre + height / 2))
    }

    /// A grey for each level of the response that occurs, black for the first; white for one that is not known. Greys may look alike
    /// in print: every second level has a square in its middle too.
    private func swatch(
        _ response: Int?, named name: String, from left: Double, centre: Double, height: Double
    ) -> [Shape] {
        let rank = response.flatMap { occurringLevels.firstIndex(of: $0) }
        let steps = Double(max(occurringLevels.count - 1, 1))
        let grey = rank.map { Self.lightestGrey * Double($0) / steps } ?? 1
        let field = Shape(
            name: name, segments: box(from: left, to: left + Self.stripWidth, centre: centre, height: height),
            fill: Color(red: grey, green: grey, blue: grey),
            stroke: Stroke(color: look.mutedColor, width: 0.25))
        guard let rank, !rank.isMultiple(of: 2) else { return [field] }
        let half = height / 5
        let middle = left + Self.stripWidth / 2
        let square = Shape(
            name: "\(name)/square",
            segments: box(from: middle - half, to: middle + half, centre: centre, height: 2 * half),
            fill: grey < 0.6 ? .white : look.color)
        return [field, square]
    }

    // MARK: Key

    private var keyEntries: [FlowingKey.Entry] {
        let bars = content.groups.flatMap(\.bars)
        let marks = content.markLabels.enumerated().map { index, label in
            FlowingKey.Entry(label: label) { centre in
                [
                    PlotMark.mark(index + 1).shape(
                        named: "swimmer/key/mark", at: centre, radius: 2.2, color: look.color)
                ]
            }
        }
        let end = FlowingKey.Entry(label: content.endLabel) { centre in
            [PlotMark.circle.shape(named: "swimmer/key/end", at: centre, radius: 2.2, color: look.color)]
        }
        let ongoing = FlowingKey.Entry(label: content.ongoingLabel) { centre in
            arrow(
                named: "swimmer/key/ongoing", from: centre.x - 4, centre: centre.y,
                color: look.color)
        }
        var entries = marks
        if bars.contains(where: \.endsWithEvent) { entries.append(end) }
        if bars.contains(where: { !$0.endsWithEvent }) { entries.append(ongoing) }
        guard let head = content.responseLabel else { return entries }
        entries.append(FlowingKey.Entry(label: head, isHead: true))
        let levels =
            occurringLevels.map { (Int?.some($0), content.responseLabels[$0]) }
            + (bars.contains { $0.response == nil } ? [(nil, content.unknownResponse)] : [])
        return entries
            + levels.map { level, label in
                FlowingKey.Entry(label: label) { centre in
                    swatch(
                        level, named: "swimmer/key/response", from: centre.x - Self.stripWidth / 2,
                        centre: centre.y, height: Self.stripWidth)
                }
            }
    }
}
