import Drawing

/// The numbers under the time axis. Its columns stand where the axis puts their ticks, by the same scale.
struct RiskTable {
    private static let leading = 1.16
    private static let blockGap = 2.0
    private static let indent = 6.0
    /// Between a row's name and its first number.
    private static let nameGap = 6.0

    /// A name that would take more lines beside its numbers stands on a line of its own above them.
    private static let mostNameLines = 2

    private struct Line {
        var name: String
        var cells: [String] = []
        var indent = 0.0
        var isBold = false
        var color: Color
        var gapBefore = 0.0
        var id: String
    }

    private let name: String
    private let look: FigureLook
    private let text: any TextMeasuring
    private var lines: [Line] = []

    /// - Parameters:
    ///   - content: What the panel shows.
    ///   - nameLimit: The greatest width of a group's name beside its numbers.
    ///   - panelWidth: The greatest width of a group's name on a line of its own.
    ///   - look: The design.
    ///   - text: Tells how wide text is.
    init(
        _ content: CurvePanelContent, nameLimit: Double, panelWidth: Double, look: FigureLook,
        text: any TextMeasuring
    ) {
        self.name = "\(content.name)/at-risk"
        self.look = look
        self.text = text
        guard let title = content.riskTitle, !content.riskBlocks.isEmpty else { return }
        lines = wrappedLines(of: title, in: look.smallHeadFont, toWidth: panelWidth, measuring: text).map {
            Line(name: $0, isBold: true, color: look.color, id: "title")
        }
        func names(_ block: CurvePanelContent.RiskBlock, _ limit: Double) -> [String] {
            wrappedLines(of: block.label, in: look.smallFont, toWidth: limit, measuring: text)
        }
        let namesStandAlone = content.riskBlocks.contains { block in
            block.rows.contains { $0.name != nil } || names(block, nameLimit).count > Self.mostNameLines
        }
        for block in content.riskBlocks {
            var added = names(block, namesStandAlone ? panelWidth : nameLimit).map {
                Line(name: $0, color: block.color, id: "group/\(block.groupID)")
            }
            if namesStandAlone {
                added += block.rows.map {
                    Line(
                        name: $0.name ?? "", cells: $0.cells, indent: Self.indent, color: look.color,
                        id: "row/\(block.groupID)/\($0.name ?? "")")
                }
            } else if let row = block.rows.first {
                added[0].cells = row.cells
            }
            if added.count > 1 { added[0].gapBefore = Self.blockGap }
            lines += added
        }
    }

    /// The table's height.
    var height: Double {
        lines.isEmpty
            ? 0
            : Double(lines.count - 1) * advance + lines.map(\.gapBefore).reduce(0, +)
                + text.lineHeight(of: look.smallFont)
    }

    /// How far the axis must stand from the panel's left edge for names and first numbers not to meet.
    var gutter: Double {
        lines.filter { !$0.cells.isEmpty }.map { line in
            line.indent + width(of: line.name) + Self.nameGap + (line.cells.first.map(width) ?? 0) / 2
        }.max() ?? 0
    }

    /// How far the last numbers reach to the right of the last tick.
    var overhang: Double { lines.compactMap(\.cells.last).map { width(of: $0) / 2 }.max() ?? 0 }

    /// The widest number of each column.
    var columnWidths: [Double] {
        let rows = lines.map(\.cells).filter { !$0.isEmpty }
        return (0..<(rows.map(\.count).max() ?? 0)).map { column in
            rows.compactMap { column < $0.count ? width(of: $0[column]) : nil }.max() ?? 0
        }
    }

    /// The table under an axis.
    ///
    /// - Parameters:
    ///   - origin: The upper left corner of the table, at the panel's left edge.
    ///   - columns: Where the columns stand; nil for one that is left out.
    /// - Returns: Names and numbers.
    func drawn(at origin: Point, columns: [Double?]) -> Scene.Group {
        var labels: [Label] = []
        var baseline = origin.y + text.extent(of: look.smallFont).ascent
        for line in lines {
            baseline += line.gapBefore
            // A row without a name has its group's name above it.
            if !line.name.isEmpty {
                labels.append(
                    Label(
                        line.name, name: "\(name)/\(line.id)", font: line.isBold ? look.smallHeadFont : look.smallFont,
                        color: line.color, at: Point(x: origin.x + line.indent, y: baseline), measuring: text))
            }
            for (index, (cell, x)) in zip(line.cells, columns).enumerated() {
                guard let x else { continue }
                labels.append(
                    Label(
                        cell, name: "\(name)/\(line.id)/\(index)", font: look.smallFont, color: look.color,
                        at: Point(x: x, y: baseline), anchor: .middle, measuring: text))
            }
            baseline += advance
        }
        return Scene.Group(name: name, elements: labels.map(Scene.Element.label))
    }

    private var advance: Double { text.lineHeight(of: look.smallFont) * Self.leading }

    private func width(of string: String) -> Double { text.width(of: string, in: look.smallFont) }
}
