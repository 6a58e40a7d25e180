import Drawing
import Results

/// A Kaplan–Meier figure laid out at a size: panels in rows, letters above, axes in line, a note at the foot.
struct KaplanMeierPage {
    /// How wide a page is and how it is divided, in points.
    struct Size {
        var width: Double
        /// How many panels share a row.
        var columns: Int
        var plotHeight: Double

        func panelWidth(_ look: FigureLook) -> Double {
            (width - 2 * look.margin - Double(columns - 1) * look.columnGap) / Double(columns)
        }
    }

    private let rows: [[SurvivalPanel]]
    private let frame: PanelFrame
    private let note: String?
    private let width: Double
    private let look: FigureLook
    private let text: any TextMeasuring

    private static let headGap = 5.0
    private static let noteGap = 5.0

    /// - Parameters:
    ///   - panels: What the panels show, in order.
    ///   - plan: What the study asks of the figure.
    ///   - note: A remark at the foot of the page.
    ///   - size: How wide the page is and how it is divided.
    ///   - look: The design.
    ///   - text: Tells how wide text is.
    init(
        _ panels: [SurvivalPanelContent], plan: KaplanMeierPlan, note: String?, size: Size, look: FigureLook,
        text: any TextMeasuring
    ) {
        self.note = note
        self.width = size.width
        self.look = look
        self.text = text
        let frame = Self.frame(panels, size: size, look: look, text: text)
        self.frame = frame
        rows = stride(from: 0, to: panels.count, by: size.columns).map { start in
            panels[start..<min(start + size.columns, panels.count)].enumerated().map { column, content in
                SurvivalPanel(
                    content, plan: plan, frame: frame, left: Self.left(column, width: frame.width, look: look),
                    look: look, text: text)
            }
        }
    }

    private static func left(_ column: Int, width: Double, look: FigureLook) -> Double {
        look.margin + Double(column) * (width + look.columnGap)
    }

    var rowCount: Int { rows.count }

    /// Whether a panel is too narrow for its key to look well.
    var isCramped: Bool { rows.joined().contains(where: \.isCramped) }

    /// The finished page.
    func scene(title: String, alternativeText: String) -> Scene {
        // Keys stand alike in all panels: among the curves if each has room there.
        let keyIsAbove = rows.joined().contains { !$0.hasRoomForKey }
        var elements: [Scene.Element] = []
        var y = look.margin
        for (index, row) in rows.enumerated() {
            if index > 0 { y += look.rowGap }
            let head = row.map { headHeight($0.content) }.max() ?? 0
            // The axis's upper label reaches above the axis.
            let reach = head > 0 || keyIsAbove ? 0 : text.lineHeight(of: look.smallFont) / 2
            let top = y + head + reach + (keyIsAbove ? row.map(\.keyHeightAbove).max() ?? 0 : 0)
            for (column, panel) in row.enumerated() {
                let left = Self.left(column, width: frame.width, look: look)
                let body = panel.drawn(keyIsAbove: keyIsAbove).map { $0.moved(down: top) }
                elements.append(
                    .group(
                        Scene.Group(
                            name: panel.content.name, elements: self.head(of: panel.content, left: left, top: y) + body
                        )))
            }
            y = top + frame.plotHeight + (row.map(\.heightBelow).max() ?? 0)
        }
        if let note {
            let extent = text.extent(of: look.noteFont)
            y += Self.noteGap + extent.ascent
            elements.append(
                .label(
                    Label(
                        note, name: "note", font: look.noteFont, color: look.mutedColor,
                        at: Point(x: width - look.margin, y: y), anchor: .end, measuring: text)))
            y += extent.descent
        }
        return Scene(
            width: width, height: y + look.margin, title: title, alternativeText: alternativeText, elements: elements)
    }

    /// The widest gutter and overhang of any panel.
    private static func frame(
        _ panels: [SurvivalPanelContent], size: Size, look: FigureLook, text: any TextMeasuring
    ) -> PanelFrame {
        let width = size.panelWidth(look)
        var frame = PanelFrame(width: width, gutter: 0, overhang: 0, plotHeight: size.plotHeight)
        let scale = LinearScale(from: 0, to: 1, at: size.plotHeight, 0)
        for panel in panels {
            let axis = SurvivalPanel.leftAxis(panel, frame: frame, scale: scale, look: look, text: text)
            let table = SurvivalPanel.table(panel, panelWidth: width, look: look, text: text)
            let lastLabel = panel.breaks.last.map { text.width(of: $0.label, in: look.smallFont) / 2 } ?? 0
            frame.gutter = max(frame.gutter, axis.width(measuring: text), table.gutter)
            frame.overhang = max(frame.overhang, lastLabel, table.overhang)
        }
        return frame
    }

    private func headLines(_ panel: SurvivalPanelContent) -> (indent: Double, lines: [String]) {
        let indent = panel.letter.map { text.width(of: $0, in: look.letterFont) + 6 } ?? 0
        let lines = panel.title.map {
            wrappedLines(of: $0, in: look.headFont, toWidth: frame.width - indent, measuring: text)
        }
        return (indent, lines ?? [])
    }

    private func headHeight(_ panel: SurvivalPanelContent) -> Double {
        let letter = panel.letter == nil ? 0 : text.lineHeight(of: look.letterFont)
        let title = Double(headLines(panel).lines.count) * text.lineHeight(of: look.headFont)
        return max(letter, title) > 0 ? max(letter, title) + Self.headGap : 0
    }

    /// The panel's letter and title, on one baseline.
    private func head(of panel: SurvivalPanelContent, left: Double, top: Double) -> [Scene.Element] {
        let (indent, lines) = headLines(panel)
        let font = panel.letter == nil ? look.headFont : look.letterFont
        let baseline = top + text.extent(of: font).ascent
        let letter = panel.letter.map {
            Label(
                $0, name: "\(panel.name)/letter", font: look.letterFont, color: look.color,
                at: Point(x: left, y: baseline), measuring: text)
        }
        let titles = lines.enumerated().map { index, line in
            Label(
                line, name: "\(panel.name)/title", font: look.headFont, color: look.color,
                at: Point(x: left + indent, y: baseline + Double(index) * text.lineHeight(of: look.headFont)),
                measuring: text)
        }
        return ([letter].compactMap(\.self) + titles).map(Scene.Element.label)
    }
}
