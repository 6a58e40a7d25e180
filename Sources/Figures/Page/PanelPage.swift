import Drawing

/// A panel that is ready for the page: everything in it has its place, counted from the upper end of its plot.
struct PlacedPanel {
    var head: PanelHead
    var left: Double
    /// How much room it takes above its plot, without its head.
    var heightAbove: Double
    /// How much room it takes below its plot.
    var heightBelow: Double
    var elements: [Scene.Element]
}

/// Panels in rows, their heads above, their plots in line, notes at the foot.
struct PanelPage {
    let rows: [[PlacedPanel]]
    let notes: PageNotes
    let size: PageSize
    let look: FigureLook
    let text: any TextMeasuring

    /// The finished page.
    func scene(title: String, alternativeText: String) -> Scene {
        var elements: [Scene.Element] = []
        var y = look.margin
        let width = size.panelWidth(look)
        for (index, row) in rows.enumerated() {
            if index > 0 { y += look.rowGap }
            let head = row.map { $0.head.height(width: width) }.max() ?? 0
            let top = y + head + (row.map(\.heightAbove).max() ?? 0)
            for panel in row {
                let head = panel.head.drawn(left: panel.left, top: y, width: width)
                elements.append(
                    .group(
                        Scene.Group(
                            name: panel.head.name, elements: head + panel.elements.map { $0.moved(down: top) })))
            }
            y = top + size.plotHeight + (row.map(\.heightBelow).max() ?? 0)
        }
        let foot = notes.drawn(below: y, width: size.width, look: look, text: text)
        return Scene(
            width: size.width, height: y + foot.height + look.margin, title: title, alternativeText: alternativeText,
            elements: elements + foot.elements)
    }
}

extension [PlacedPanel] {
    /// The panels in rows of so many.
    func rows(of columns: Int) -> [[PlacedPanel]] {
        stride(from: 0, to: count, by: Swift.max(columns, 1)).map { Array(self[$0..<Swift.min($0 + columns, count)]) }
    }
}
