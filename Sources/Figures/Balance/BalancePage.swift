import Drawing

/// A plot of standardised differences laid out: names, a row of marks for each, the key above, the axis below.
struct BalancePage {
    private static let nameGap = 6.0
    private static let remarkGap = 5.0
    private static let keyGap = 8.0
    private static let keySpacing = 14.0
    private static let markRadius = 2.2
    private static let markGap = 4.0
    private static let guideColor = Color(hex: 0xE2E2E2)
    private static let linkColor = Color(hex: 0x9A9A9A)
    /// A name of more lines asks for a wider page.
    private static let mostNameLines = 2
    /// Distances between rows in heights of a line, the most wanted first.
    private static let spacings = [1.5, 1.3, 1.15, 1.03]

    private let content: BalanceContent
    private let width: Double
    private let look: FigureLook
    private let text: any TextMeasuring
    /// The names, broken to their column.
    private let names: [[String]]
    private let x: LinearScale

    init(_ content: BalanceContent, width: Double, look: FigureLook, text: any TextMeasuring) {
        self.content = content
        self.width = width
        self.look = look
        self.text = text
        let inner = width - 2 * look.margin
        names = content.rows.map {
            wrappedLines(of: $0.label, in: look.smallFont, toWidth: 0.45 * inner, measuring: text)
        }
        func small(_ string: String) -> Double { text.width(of: string, in: look.smallFont) }
        let namesWidth = names.flatMap(\.self).map(small).max() ?? 0
        let remarksWidth = content.rows.map { $0.remark.isEmpty ? 0 : small($0.remark) + Self.remarkGap }.max() ?? 0
        let overhang = (content.ticks.last.map { small($0.label) } ?? 0) / 2
        let right = width - look.margin - max(overhang, remarksWidth, Self.markRadius + 1)
        x = LinearScale(from: 0, to: content.axisEnd, at: look.margin + namesWidth + Self.nameGap, right)
    }

    /// Whether names take more lines than look well.
    var isCramped: Bool { names.contains { $0.count > Self.mostNameLines } }

    /// The finished picture: rows as far apart as the journal's greatest height allows.
    func scene(title: String) -> Scene {
        let scenes = Self.spacings.lazy.map { scene(title: title, spacing: $0) }
        return scenes.first { scene in look.maximumHeight.map { scene.height <= $0 } ?? true }
            ?? scene(title: title, spacing: Self.spacings[Self.spacings.count - 1])
    }

    private func scene(title: String, spacing: Double) -> Scene {
        let key = key
        let lineHeight = text.lineHeight(of: look.smallFont)
        var y = look.margin + key.height + (key.height > 0 ? Self.keyGap : 0)
        let top = y
        var centres: [Double] = []
        var labels: [Label] = []
        for (index, lines) in names.enumerated() {
            let height = lineHeight * (Double(lines.count - 1) + spacing)
            let centre = y + height / 2
            centres.append(centre)
            labels += nameLabels(lines, row: index, centre: centre)
            if !content.rows[index].remark.isEmpty {
                labels.append(
                    Label(
                        content.rows[index].remark, name: "balance/remark/\(index)", font: look.smallFont,
                        color: look.mutedColor, at: Point(x: x.end + Self.remarkGap, y: baseline(at: centre)),
                        measuring: text))
            }
            y += height
        }
        let bottom = y
        let axis = axis
        let foot = content.notes.drawn(
            below: bottom + axis.height(measuring: text), width: width, look: look, text: text)
        let shapes = guides(centres) + lines(from: top, to: bottom) + marks(centres)
        let plot = [
            Scene.Element.group(Scene.Group(name: "balance/marks", elements: shapes.map(Scene.Element.shape))),
            .group(axis.below(y: bottom, name: "balance/x-axis", measuring: text)),
            .group(Scene.Group(name: "balance/names", elements: labels.map(Scene.Element.label))),
            .group(Scene.Group(name: "balance/key", elements: key.elements)),
        ]
        return Scene(
            width: width, height: bottom + axis.height(measuring: text) + foot.height + look.margin, title: title,
            alternativeText: content.alternativeText, elements: plot + foot.elements)
    }

    private var axis: Axis {
        Axis(
            scale: x, ticks: content.ticks,
            title: wrappedLines(of: content.axisTitle, in: look.textFont, toWidth: x.end - x.start, measuring: text),
            look: look.axes)
    }

    /// Small letters reach about half of the size above the baseline: half of their height centres them.
    private func baseline(at centre: Double) -> Double { centre + 0.34 * look.smallFont.size }

    private func nameLabels(_ lines: [String], row: Int, centre: Double) -> [Label] {
        let lineHeight = text.lineHeight(of: look.smallFont)
        let first = baseline(at: centre) - Double(lines.count - 1) * lineHeight / 2
        return lines.enumerated().map { index, line in
            Label(
                line, name: "balance/name/\(row)", font: look.smallFont, color: look.color,
                at: Point(x: look.margin, y: first + Double(index) * lineHeight), measuring: text)
        }
    }

    // MARK: Marks

    private func guides(_ centres: [Double]) -> [Shape] {
        centres.enumerated().map { index, y in
            Shape(
                name: "balance/guide/\(index)", segments: [Point(x: x.start, y: y), Point(x: x.end, y: y)].polyline,
                stroke: Stroke(color: Self.guideColor, width: look.hairline))
        }
    }

    /// The line at 0 and those at the thresholds.
    private func lines(from top: Double, to bottom: Double) -> [Shape] {
        func line(_ name: String, _ value: Double, dash: [Double]) -> Shape {
            let place = x.position(of: value)
            return Shape(
                name: name, segments: [Point(x: place, y: top), Point(x: place, y: bottom)].polyline,
                stroke: Stroke(color: look.color, width: look.hairline, dash: dash))
        }
        return [line("balance/zero", 0, dash: [])]
            + content.thresholds.enumerated().map { line("balance/threshold/\($0)", $1, dash: [2.5, 2]) }
    }

    private func marks(_ centres: [Double]) -> [Shape] {
        var (links, marks): ([Shape], [Shape]) = ([], [])
        for (index, row) in content.rows.enumerated() {
            let (before, after) = (row.before.map(x.position), row.after.map(x.position))
            if let before, let after {
                links.append(
                    Shape(
                        name: "balance/link/\(index)",
                        segments: [Point(x: before, y: centres[index]), Point(x: after, y: centres[index])].polyline,
                        stroke: Stroke(color: Self.linkColor, width: 0.8)))
            }
            if let before {
                marks.append(mark("before/\(index)", at: Point(x: before, y: centres[index]), isAfter: false))
            }
            if let after {
                marks.append(mark("after/\(index)", at: Point(x: after, y: centres[index]), isAfter: true))
            }
        }
        return links + marks
    }

    /// A ring before, a disc after: apart without colour too.
    private func mark(_ name: String, at centre: Point, isAfter: Bool) -> Shape {
        let color = look.palette.color(isAfter ? 0 : 1)
        return Shape(
            name: "balance/\(name)",
            segments: Shape.circle(at: centre, radius: isAfter ? Self.markRadius : Self.markRadius - 0.1),
            fill: isAfter ? color : .white, stroke: isAfter ? nil : Stroke(color: color, width: 1))
    }

    // MARK: Key

    /// The key over the plot: on one line where it fits there, else one line for each kind of mark.
    private var key: (elements: [Scene.Element], height: Double) {
        let entries = [(content.beforeLabel, false), (content.afterLabel, true)]
        let indent = 2 * Self.markRadius + Self.markGap
        let widths = entries.map { text.width(of: $0.0, in: look.smallFont) + indent }
        let lineHeight = text.lineHeight(of: look.smallFont)
        let fitsOnOneLine = widths[0] + Self.keySpacing + widths[1] <= width - 2 * look.margin
        let keyWidth = fitsOnOneLine ? widths[0] + Self.keySpacing + widths[1] : max(widths[0], widths[1])
        // Over the plot, pushed to the left where the page ends.
        let left = max(min(x.start, width - look.margin - keyWidth), look.margin)
        var elements: [Scene.Element] = []
        for (index, entry) in entries.enumerated() {
            let entryLeft = left + (fitsOnOneLine && index == 1 ? widths[0] + Self.keySpacing : 0)
            let centre = look.margin + lineHeight * (fitsOnOneLine ? 0.5 : 0.5 + Double(index))
            elements.append(
                .shape(
                    mark(
                        "key/\(index)", at: Point(x: entryLeft + Self.markRadius, y: centre), isAfter: entry.1)))
            elements.append(
                .label(
                    Label(
                        entry.0, name: "balance/key/label/\(index)", font: look.smallFont, color: look.color,
                        at: Point(x: entryLeft + indent, y: baseline(at: centre)), measuring: text)))
        }
        return (elements, lineHeight * (fitsOnOneLine ? 1 : 2))
    }
}
