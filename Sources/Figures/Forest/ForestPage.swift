import Drawing

/// A forest plot laid out at a width: heads, a rule, rows, axes, remarks.
struct ForestPage {
    /// From the ends of the rule and the backgrounds to the texts.
    static let inset = 3.0
    static let headGap = 2.5
    private static let ruleGap = 2.5
    private static let axisGap = 2.0
    static let noteGap = 7.0
    static let markRise = 0.32
    /// The side of the largest square as a share of a row's height.
    static let squareShare = 0.72
    /// Behind every other group of rows.
    private static let band = Color(hex: 0xF1F4F7)

    let content: ForestContent
    let columns: ForestColumns
    let width: Double
    /// The height of a row of one line.
    let pitch: Double
    let look: FigureLook
    let text: any TextMeasuring
    /// The lines of the rows' heads.
    private let labels: [[String]]

    /// - Parameters:
    ///   - content: What the plot shows.
    ///   - width: The page's width.
    ///   - spacing: The height of a row of one line, in heights of a line of text.
    ///   - look: The design.
    ///   - text: Tells how wide text is.
    init(_ content: ForestContent, width: Double, spacing: Double, look: FigureLook, text: any TextMeasuring) {
        self.content = content
        self.width = width
        self.look = look
        self.text = text
        pitch = spacing * text.lineHeight(of: look.smallFont)
        let columns = Self.columns(of: content, width: width, look: look, text: text)
        self.columns = columns
        labels = content.rows.map { row in
            linesOfWholeWords(
                of: row.label, in: ForestColumns.font(row, look),
                toWidth: columns.labelWidth - ForestColumns.indent * Double(row.indent), measuring: text)
        }
    }

    /// Where the columns stand on a page of a width.
    static func columns(
        of content: ForestContent, width: Double, look: FigureLook, text: any TextMeasuring
    ) -> ForestColumns {
        ForestColumns(content, from: look.margin + inset, to: width - look.margin - inset, look: look, text: text)
    }

    var lineHeight: Double { text.lineHeight(of: look.smallFont) }

    /// The finished page.
    func scene(title: String, alternativeText: String) -> Scene {
        let headBottom = look.margin + headHeight
        let top = headBottom + 2 * Self.ruleGap
        let heights = labels.map { pitch + Double($0.count - 1) * lineHeight }
        var middles: [Double] = []
        var y = top
        for height in heights {
            middles.append(y + height / 2)
            y += height
        }
        let bottom = y + Self.axisGap
        var elements = bands(top: top, heights: heights)
        elements += head(bottom: headBottom)
        elements.append(
            .shape(
                rule(from: look.margin, to: width - look.margin, y: headBottom + Self.ruleGap, name: "head/rule")))
        elements += rowLabels(middles)
        var lowest = bottom
        for index in content.columns.indices {
            switch content.columns[index] {
            case .text(let column): elements.append(cells(of: column, index: index, middles: middles))
            case .plot(let plot):
                let (group, end) = drawn(plot, index: index, middles: middles, top: top, bottom: bottom)
                elements.append(group)
                lowest = max(lowest, end)
            }
        }
        let (notes, end) = notes(from: lowest + Self.noteGap)
        return Scene(
            width: width, height: end + look.margin, title: title, alternativeText: alternativeText,
            elements: elements + notes)
    }

    func rule(from left: Double, to right: Double, y: Double, name: String) -> Shape {
        Shape(
            name: name, segments: [Point(x: left, y: y), Point(x: right, y: y)].polyline,
            stroke: Stroke(color: look.color, width: look.hairline))
    }

    /// The backgrounds of every other group, from edge to edge.
    private func bands(top: Double, heights: [Double]) -> [Scene.Element] {
        var (y, shapes): (Double, [Shape]) = (top, [])
        for (row, height) in zip(content.rows, heights) {
            defer { y += height }
            guard !row.group.isMultiple(of: 2) else { continue }
            let corners = [
                Point(x: look.margin, y: y), Point(x: width - look.margin, y: y),
                Point(x: width - look.margin, y: y + height), Point(x: look.margin, y: y + height),
            ]
            if case .line(let corner)? = shapes.last?.segments[2], corner.y == y {
                shapes[shapes.count - 1].segments[2] = .line(corners[2])
                shapes[shapes.count - 1].segments[3] = .line(corners[3])
            } else {
                shapes.append(Shape(name: "band", segments: corners.polyline + [.close], fill: Self.band))
            }
        }
        return shapes.isEmpty ? [] : [.group(Scene.Group(name: "bands", elements: shapes.map(Scene.Element.shape)))]
    }

    private func rowLabels(_ middles: [Double]) -> [Scene.Element] {
        let elements = content.rows.indices.flatMap { index in
            let row = content.rows[index]
            // A further model of the row above has no label.
            guard !row.label.isEmpty else { return [Scene.Element]() }
            return lines(
                labels[index], middle: middles[index], name: "row/\(index)", font: ForestColumns.font(row, look),
                x: look.margin + Self.inset + ForestColumns.indent * Double(row.indent), anchor: .start)
        }
        return elements.isEmpty ? [] : [.group(Scene.Group(name: "rows", elements: elements))]
    }

    /// Lines of text whose block has its middle at a height.
    func lines(
        _ lines: [String], middle: Double, name: String, font: Font, x: Double, anchor: Label.Anchor
    ) -> [Scene.Element] {
        // Digits and capitals reach about 0.72 of the size above the baseline: half of that centres them.
        let first = middle + 0.36 * font.size - Double(lines.count - 1) / 2 * lineHeight
        return lines.enumerated().map { place, line in
            .label(
                Label(
                    line, name: name, font: font, color: look.color,
                    at: Point(x: x, y: first + Double(place) * lineHeight), anchor: anchor, measuring: text))
        }
    }

    private func cells(of column: ForestContent.TextColumn, index: Int, middles: [Double]) -> Scene.Element {
        let name = "column-\(index + 1)"
        let x = anchorPlace(column.anchor, index)
        let elements = column.cells.enumerated().compactMap { row, cell -> Scene.Element? in
            guard let cell, middles.indices.contains(row) else { return nil }
            var label = Label(
                cell.text, name: "\(name)/cell/\(row)", font: look.smallFont, color: look.color,
                at: Point(x: x, y: middles[row] + 0.36 * look.smallFont.size), anchor: column.anchor, measuring: text)
            if let mark = cell.mark {
                label.runs.append(raised(mark))
                label.width = ForestColumns.width(of: cell, look: look, text: text)
            }
            return .label(label)
        }
        return .group(Scene.Group(name: name, elements: elements))
    }

    private func raised(_ mark: String) -> Label.Run {
        Label.Run(mark, font: look.noteFont, rise: Self.markRise * look.smallFont.size)
    }

    func anchorPlace(_ anchor: Label.Anchor, _ index: Int) -> Double {
        let place = columns.places[index]
        return switch anchor {
        case .start: place.x
        case .middle: place.x + place.width / 2
        case .end: place.maxX
        }
    }
}
