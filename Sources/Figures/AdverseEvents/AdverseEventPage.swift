import Drawing

/// Adverse events laid out: the terms in the middle, the bars of one group to either side, the axes below.
struct AdverseEventPage {
    private static let termGap = 6.0
    private static let numberGap = 3.0
    private static let headGap = 5.0
    private static let swatch = 6.0
    /// What part of a row the bars take.
    private static let outerShare = 0.72
    private static let innerShare = 0.40
    /// How much of the group's colour is in the bars of the outer range: the rest is paper.
    private static let tint = 0.38
    private static let outlineWidth = 0.5
    /// Distances between rows in heights of a line, the most wanted first.
    private static let spacings = [1.5, 1.3, 1.15, 1.03]

    private let content: AdverseEventContent
    private let width: Double
    private let look: FigureLook
    private let text: any TextMeasuring
    private let terms: [[String]]
    /// Where the values of each side stand; the left one runs to the left.
    private let scales: [LinearScale]
    private let middle: Double

    init(_ content: AdverseEventContent, width: Double, look: FigureLook, text: any TextMeasuring) {
        self.content = content
        self.width = width
        self.look = look
        self.text = text
        let inner = width - 2 * look.margin
        terms = content.terms.map {
            linesOfWholeWords(of: $0.label, in: look.smallFont, toWidth: 0.22 * inner, measuring: text)
        }
        func small(_ string: String) -> Double { text.width(of: string, in: look.smallFont) }
        let half = (terms.flatMap(\.self).map(small).max() ?? 0) / 2 + Self.termGap
        // The longest bar's number stands beyond the axis, at worst.
        let numbers = content.sides.flatMap(\.numbers).map(small).max() ?? 0
        let reach = inner / 2 - half - numbers - Self.numberGap
        middle = width / 2
        let end = content.ticks.last?.value ?? 1
        scales = [-1.0, 1].map { side in
            LinearScale(
                from: 0, to: end, at: width / 2 + side * half, width / 2 + side * (half + max(reach, 20)))
        }
    }

    /// Whether the bars have too little room to be compared.
    var isCramped: Bool {
        scales.contains { ($0.end - $0.start).magnitude < 60 } || terms.contains { $0.count > 2 }
    }

    /// The finished picture: rows as far apart as the journal's greatest height allows.
    func scene(title: String) -> Scene {
        let scenes = Self.spacings.lazy.map { scene(title: title, spacing: $0) }
        return scenes.first { scene in look.maximumHeight.map { scene.height <= $0 } ?? true }
            ?? scene(title: title, spacing: Self.spacings[Self.spacings.count - 1])
    }

    private func scene(title: String, spacing: Double) -> Scene {
        let lineHeight = text.lineHeight(of: look.smallFont)
        let key = key(top: look.margin)
        let headBaseline = key.bottom + Self.headGap + text.extent(of: look.smallHeadFont).ascent
        let top = headBaseline + text.extent(of: look.smallHeadFont).descent + Self.headGap
        var y = top
        var rows: [Scene.Element] = []
        for (index, lines) in terms.enumerated() {
            let height = lineHeight * (Double(lines.count - 1) + spacing)
            rows.append(row(index, lines: lines, centre: y + height / 2, pitch: lineHeight * spacing))
            y += height
        }
        let axes = axes(below: y)
        let foot = content.notes.drawn(below: y + axes.height, width: width, look: look, text: text)
        let heads = zip(content.sides, scales).enumerated().map { index, pair in
            Label(
                pair.0.label, name: "events/group/\(pair.0.id)", font: look.smallHeadFont,
                color: look.textColor(of: look.palette.color(index)),
                at: Point(x: pair.1.start, y: headBaseline),
                anchor: index == 0 ? .end : .start, measuring: text)
        }
        let zeros = scales.enumerated().map { index, scale in
            Shape(
                name: "events/zero/\(index)",
                segments: [Point(x: scale.start, y: top), Point(x: scale.start, y: y)].polyline,
                stroke: Stroke(color: look.color, width: look.hairline))
        }
        return Scene(
            width: width, height: y + axes.height + foot.height + look.margin, title: title,
            alternativeText: content.alternativeText,
            elements: key.elements + heads.map(Scene.Element.label) + rows
                + zeros.map(Scene.Element.shape)
                + axes.elements + foot.elements)
    }

    // MARK: Rows

    private func row(_ index: Int, lines: [String], centre: Double, pitch: Double) -> Scene.Element {
        let lineHeight = text.lineHeight(of: look.smallFont)
        let first = baseline(at: centre) - Double(lines.count - 1) * lineHeight / 2
        let name = "events/row/\(content.terms[index].id)"
        let labels = lines.enumerated().map { line, string in
            Label(
                string, name: "\(name)/term", font: look.smallFont, color: look.color,
                at: Point(x: middle, y: first + Double(line) * lineHeight), anchor: .middle, measuring: text
            )
        }
        let sides = content.sides.enumerated().flatMap { side, group -> [Scene.Element] in
            let scale = scales[side]
            let (outer, inner) = group.shares[index]
            let end = scale.position(of: max(outer, inner)) + (side == 0 ? -1 : 1) * Self.numberGap
            let bars = [
                outer > 0
                    ? bar(outer, on: side, centre: centre, height: pitch * Self.outerShare, isInner: false)
                    : nil,
                inner > 0
                    ? bar(inner, on: side, centre: centre, height: pitch * Self.innerShare, isInner: true)
                    : nil,
            ].compactMap(\.self)
            let number = Label(
                group.numbers[index], name: "\(name)/number/\(group.id)", font: look.smallFont,
                color: look.color,
                at: Point(x: end, y: baseline(at: centre)), anchor: side == 0 ? .end : .start,
                measuring: text)
            return bars.map(Scene.Element.shape) + [.label(number)]
        }
        return .group(Scene.Group(name: name, elements: labels.map(Scene.Element.label) + sides))
    }

    private func bar(_ share: Double, on side: Int, centre: Double, height: Double, isInner: Bool)
        -> Shape
    {
        let color = look.palette.color(side)
        let (start, end, top) = (scales[side].start, scales[side].position(of: share), centre - height / 2)
        return Shape(
            name: "events/bar/\(content.sides[side].id)/\(isInner ? "inner" : "outer")",
            segments: Shape.rectangle(from: Point(x: start, y: top), to: Point(x: end, y: top + height)),
            fill: isInner ? color : color.withOpacity(Self.tint).flattened(on: .white),
            stroke: isInner ? nil : Stroke(color: color, width: Self.outlineWidth))
    }

    /// Small letters reach about half of the size above the baseline: half of their height centres them.
    private func baseline(at centre: Double) -> Double { centre + 0.34 * look.smallFont.size }

    // MARK: Axes and key

    private func axes(below y: Double) -> (elements: [Scene.Element], height: Double) {
        let axes = scales.map { scale in
            Axis(
                scale: scale, ticks: content.ticks,
                title: wrappedLines(
                    of: content.axisTitle, in: look.textFont, toWidth: (scale.end - scale.start).magnitude,
                    measuring: text), look: look.axes)
        }
        return (
            axes.enumerated().map { index, axis in
                .group(axis.below(y: y, name: "events/x-axis/\(content.sides[index].id)", measuring: text))
            }, axes.map { $0.height(measuring: text) }.max() ?? 0
        )
    }

    /// What light and dark bars are, in the middle above everything, in grey because it holds for both sides.
    private func key(top: Double) -> (elements: [Scene.Element], bottom: Double) {
        let lineHeight = text.lineHeight(of: look.smallFont)
        let widths = content.severities.map {
            Self.swatch * 1.6 + 3 + text.width(of: $0, in: look.smallFont)
        }
        var x = middle - (widths.reduce(0, +) + 14) / 2
        let centre = top + lineHeight / 2
        var elements: [Scene.Element] = []
        for (index, label) in content.severities.prefix(2).enumerated() {
            let isInner = index == 1
            let height = isInner ? Self.swatch * Self.innerShare / Self.outerShare : Self.swatch
            let top = centre - height / 2
            elements.append(
                .shape(
                    Shape(
                        name: "events/key/\(isInner ? "inner" : "outer")",
                        segments: Shape.rectangle(
                            from: Point(x: x, y: top), to: Point(x: x + Self.swatch * 1.6, y: top + height)),
                        fill: isInner
                            ? look.mutedColor : look.mutedColor.withOpacity(Self.tint).flattened(on: .white),
                        stroke: isInner ? nil : Stroke(color: look.mutedColor, width: Self.outlineWidth))))
            elements.append(
                .label(
                    Label(
                        label, name: "events/key/label", font: look.smallFont, color: look.color,
                        at: Point(x: x + Self.swatch * 1.6 + 3, y: baseline(at: centre)), measuring: text)))
            x += widths[index] + 14
        }
        return (elements, top + lineHeight)
    }
}
