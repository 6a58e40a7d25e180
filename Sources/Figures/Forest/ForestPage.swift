import Drawing

/// A forest plot laid out at a width: heads, a rule, rows, axes, remarks.
struct ForestPage {
    private static let headGap = 2.5
    private static let ruleGap = 2.5
    private static let axisGap = 2.0
    private static let noteGap = 7.0
    private static let markRise = 0.32
    /// The side of the largest square as a share of a row's height.
    private static let squareShare = 0.72
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
        let columns = ForestColumns(
            content, from: look.margin, to: width - look.margin, look: look, text: text)
        self.columns = columns
        labels = content.rows.map { row in
            wrappedLines(
                of: row.label, in: ForestColumns.font(row, look),
                toWidth: columns.labelWidth - ForestColumns.indent * Double(row.indent), measuring: text)
        }
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

    private func rule(from left: Double, to right: Double, y: Double, name: String) -> Shape {
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
            return lines(
                labels[index], middle: middles[index], name: "row/\(index)", font: ForestColumns.font(row, look),
                x: look.margin + ForestColumns.indent * Double(row.indent), anchor: .start)
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

    private func anchorPlace(_ anchor: Label.Anchor, _ index: Int) -> Double {
        let place = columns.places[index]
        return switch anchor {
        case .start: place.x
        case .middle: place.x + place.width / 2
        case .end: place.maxX
        }
    }
}

// The heads of the columns.
extension ForestPage {
    private func headLines(_ index: Int) -> (lines: [String], anchor: Label.Anchor) {
        let (head, anchor): (String, Label.Anchor) =
            switch content.columns[index] {
            case .text(let column): (column.head, column.anchor)
            case .plot(let plot): (plot.head, .middle)
            }
        return (
            wrappedLines(of: head, in: look.smallHeadFont, toWidth: columns.places[index].width, measuring: text),
            anchor
        )
    }

    private var headHeight: Double {
        let spanned = Set(content.spanners.flatMap { Array($0.columns) })
        let heights = content.columns.indices.map { index in
            Double(headLines(index).lines.count) * lineHeight + (spanned.contains(index) ? spannerHeight : 0)
        }
        return max(heights.max() ?? 0, lineHeight)
    }

    private var spannerHeight: Double { lineHeight + 2 * Self.headGap }

    private func head(bottom: Double) -> [Scene.Element] {
        func block(_ lines: [String], name: String, x: Double, anchor: Label.Anchor) -> [Scene.Element] {
            self.lines(
                lines, middle: bottom - Double(lines.count) * lineHeight / 2, name: name, font: look.smallHeadFont,
                x: x, anchor: anchor)
        }
        var elements = block([content.head], name: "head/rows", x: look.margin, anchor: .start)
        for index in content.columns.indices {
            let (lines, anchor) = headLines(index)
            elements += block(lines, name: "head/column-\(index + 1)", x: anchorPlace(anchor, index), anchor: anchor)
        }
        for (spanner, range) in content.spanners {
            guard let first = range.first, let last = range.last else { continue }
            let (left, right) = (columns.places[first].x, columns.places[last].maxX)
            let most = range.map { headLines($0).lines.count }.max() ?? 0
            let y = bottom - Double(most) * lineHeight - Self.headGap
            elements += lines(
                [spanner], middle: y - Self.headGap - lineHeight / 2, name: "head/spanner", font: look.smallHeadFont,
                x: (left + right) / 2, anchor: .middle)
            elements.append(.shape(rule(from: left, to: right, y: y, name: "head/spanner-rule")))
        }
        return [.group(Scene.Group(name: "head", elements: elements))]
    }
}

// The plots and what stands below the rows.
extension ForestPage {
    /// Marks and axis of a column, and how far down they reach.
    private func drawn(
        _ plot: ForestContent.PlotColumn, index: Int, middles: [Double], top: Double, bottom: Double
    ) -> (Scene.Element, Double) {
        let name = "plot-\(index + 1)"
        let place = columns.places[index]
        let marks = ForestMarks(
            name: name, axis: plot.axis, scale: plot.axis.scale(from: place.x, to: place.maxX),
            largestSquare: Self.squareShare * pitch, mostEvents: content.mostEvents, look: look)
        let axis = Axis(
            scale: marks.scale,
            ticks: plot.axis.ticks(
                width: place.width, gap: text.width(of: "0", in: look.smallFont) * 0.8, label: content.tickLabel
            ) { text.width(of: $0, in: look.smallFont) },
            title: wrappedLines(of: plot.axisTitle, in: look.smallFont, toWidth: place.width, measuring: text),
            look: axisLook)
        let shapes =
            marks.referenceLines(overall: plot.overall, from: top, to: bottom)
            + zip(plot.effects, middles).enumerated().flatMap { row, pair in
                pair.0.map { marks.shapes(of: $0, row: row, y: pair.1) } ?? []
            }
        let favours = ForestFavours(
            plot.favours, name: name, area: area(of: index), divider: divider(plot, marks), look: look, text: text)
        let axisBottom = bottom + axis.height(measuring: text)
        let group = Scene.Group(
            name: name,
            elements: shapes.map(Scene.Element.shape) + [
                .group(axis.below(y: bottom, name: "\(name)/x-axis", measuring: text))
            ] + favours.drawn(top: axisBottom + Self.headGap))
        return (.group(group), axisBottom + (favours.height > 0 ? Self.headGap + favours.height : 0))
    }

    private var axisLook: Axis.Look {
        var look = look.axes
        look.titleFont = self.look.smallFont
        return look
    }

    private func divider(_ plot: ForestContent.PlotColumn, _ marks: ForestMarks) -> Double {
        let hasOne = plot.axis.lower < 1 && plot.axis.upper > 1
        return hasOne ? marks.position(1) : (marks.scale.start + marks.scale.end) / 2
    }

    /// The room under a plot: to the middle between it and the next plot, else to the page's margins.
    private func area(of index: Int) -> ClosedRange<Double> {
        func isPlot(_ index: Int) -> Bool {
            guard case .plot = content.columns[index] else { return false }
            return true
        }
        let before = content.columns.indices.last { $0 < index && isPlot($0) }
        let after = content.columns.indices.first { $0 > index && isPlot($0) }
        let place = columns.places[index]
        let left = before.map { (columns.places[$0].maxX + place.x) / 2 + 2 } ?? look.margin
        let right = after.map { (columns.places[$0].x + place.maxX) / 2 - 2 } ?? width - look.margin
        return left...max(left, right)
    }

    /// The remarks, and how far down they reach.
    private func notes(from top: Double) -> ([Scene.Element], Double) {
        let extent = text.extent(of: look.noteFont)
        let advance = extent.ascent + extent.descent
        var (y, labels): (Double, [Label]) = (top + extent.ascent, [])
        for note in content.notes {
            let mark = note.mark.map { text.width(of: $0, in: look.noteFont) } ?? 0
            let limit = width - 2 * look.margin - mark
            for (index, line) in wrappedLines(of: note.text, in: look.noteFont, toWidth: limit, measuring: text)
                .enumerated()
            {
                var label = Label(
                    line, name: "note", font: look.noteFont, color: look.mutedColor, at: Point(x: look.margin, y: y),
                    measuring: text)
                if index == 0, let text = note.mark {
                    label.runs.insert(
                        Label.Run(text, font: look.noteFont, rise: Self.markRise * look.noteFont.size), at: 0)
                    label.width += mark
                }
                labels.append(label)
                y += advance
            }
            y += 1
        }
        if let remark = content.remark {
            labels.append(
                Label(
                    remark, name: "remark", font: look.noteFont, color: look.mutedColor,
                    at: Point(x: width - look.margin, y: y), anchor: .end, measuring: text))
            y += advance
        }
        guard !labels.isEmpty else { return ([], top - Self.noteGap) }
        return ([.group(Scene.Group(name: "notes", elements: labels.map(Scene.Element.label)))], y - extent.ascent)
    }
}
