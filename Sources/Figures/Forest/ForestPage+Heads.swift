import Drawing

/// The heads of the columns.
extension ForestPage {
    private func headLines(_ index: Int) -> (lines: [String], anchor: Label.Anchor) {
        let (head, anchor): (String, Label.Anchor) =
            switch content.columns[index] {
            case .text(let column): (column.head, column.anchor)
            case .plot(let plot): (plot.head, .middle)
            }
        return (
            linesOfWholeWords(of: head, in: look.smallHeadFont, toWidth: columns.places[index].width, measuring: text),
            anchor
        )
    }

    var headHeight: Double {
        let spanned = Set(content.spanners.flatMap { Array($0.columns) })
        let heights = content.columns.indices.map { index in
            Double(headLines(index).lines.count) * lineHeight + (spanned.contains(index) ? spannerHeight : 0)
        }
        return max(heights.max() ?? 0, lineHeight)
    }

    private var spannerHeight: Double { lineHeight + 2 * Self.headGap }

    func head(bottom: Double) -> [Scene.Element] {
        func block(_ lines: [String], name: String, x: Double, anchor: Label.Anchor) -> [Scene.Element] {
            self.lines(
                lines, middle: bottom - Double(lines.count) * lineHeight / 2, name: name, font: look.smallHeadFont,
                x: x, anchor: anchor)
        }
        var elements = block([content.head], name: "head/rows", x: look.margin + Self.inset, anchor: .start)
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
