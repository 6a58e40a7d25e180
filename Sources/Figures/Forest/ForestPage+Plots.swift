import Drawing

/// The plots and what stands below the rows.
extension ForestPage {
    /// Marks and axis of a column, and how far down they reach.
    func drawn(
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
    func notes(from top: Double) -> ([Scene.Element], Double) {
        let extent = text.extent(of: look.noteFont)
        let advance = extent.ascent + extent.descent
        var (y, labels): (Double, [Label]) = (top + extent.ascent, [])
        for note in content.notes {
            if note.mark != nil { y += Self.markRise * look.noteFont.size }
            let sign = note.mark.map { "\($0) " } ?? ""
            let mark = text.width(of: sign, in: look.noteFont)
            let limit = width - 2 * (look.margin + Self.inset) - mark
            for (index, line) in wrappedLines(of: note.text, in: look.noteFont, toWidth: limit, measuring: text)
                .enumerated()
            {
                var label = Label(
                    line, name: "note", font: look.noteFont, color: look.mutedColor,
                    at: Point(x: look.margin + Self.inset, y: y),
                    measuring: text)
                if index == 0, !sign.isEmpty {
                    label.runs.insert(
                        Label.Run(sign, font: look.noteFont, rise: Self.markRise * look.noteFont.size), at: 0)
                    label.width += mark
                }
                labels.append(label)
                y += advance
            }
        }
        if let remark = content.remark {
            // At the end of the last line where it has room there.
            let end = labels.last.map { $0.position.x + $0.width } ?? 0
            let start = width - look.margin - Self.inset - text.width(of: remark, in: look.noteFont)
            if !labels.isEmpty, end + ForestColumns.gap < start { y -= advance }
            labels.append(
                Label(
                    remark, name: "remark", font: look.noteFont, color: look.mutedColor,
                    at: Point(x: width - look.margin - Self.inset, y: y), anchor: .end, measuring: text))
            y += advance
        }
        guard !labels.isEmpty else { return ([], top - Self.noteGap) }
        return ([.group(Scene.Group(name: "notes", elements: labels.map(Scene.Element.label)))], y - extent.ascent)
    }
}
