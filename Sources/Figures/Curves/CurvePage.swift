import Drawing

/// A figure of curves laid out at a size: axes, keys and tables in line.
struct CurvePage {
    private let panels: [CurvePanel]
    private let keysAbove: KeysAbove
    /// Where keys stand among the curves; nil where they stand above the plots.
    private let keyPlaces: [Point]?
    /// Where insets stand, counted from the left axis; nil for a panel without one.
    private let insets: [Rectangle?]
    /// Whether insets stand above the plots for want of room among the curves.
    private let areInsetsAbove: Bool
    private let notes: PageNotes
    private let size: PageSize
    private let look: FigureLook
    private let text: any TextMeasuring

    /// - Parameters:
    ///   - panels: What the panels show, in order.
    ///   - shown: Which marks the study asks for.
    ///   - notes: What stands at the foot of the page.
    ///   - size: How wide the page is and how it is divided.
    ///   - look: The design.
    ///   - text: Tells how wide text is.
    init(
        _ panels: [CurvePanelContent], shown: CurveMarksShown, notes: PageNotes, size: PageSize, look: FigureLook,
        text: any TextMeasuring
    ) {
        self.size = size
        self.look = look
        self.text = text
        let columns = KeyColumns(panels, look: look, text: text)
        func drawn(_ frame: PanelFrame, _ shown: CurveMarksShown) -> [CurvePanel] {
            panels.enumerated().map { index, content in
                CurvePanel(
                    content, shown: shown, frame: frame, columns: columns,
                    left: size.left(index % size.columns, look: look), look: look, text: text)
            }
        }
        var frame = Self.frame(panels, size: size, look: look, text: text)
        var shown = shown
        if shown.namesAtCurves {
            // Names stand alike in all panels: at the curves if all have room there.
            let wide = frame.withRoom(forNamesOf: panels, look: look, text: text)
            shown.namesAtCurves = drawn(wide, shown).allSatisfy { $0.names != nil }
            if shown.namesAtCurves { frame = wide }
        }
        var all = drawn(frame, shown)
        var notes = notes
        if all.contains(where: \.hasTooManyCensorings) {
            // All panels mark censorings or none does: a curve without marks says that nobody was censored.
            shown.censorings = false
            notes.notes.append(shown.unmarkedNote)
            all = drawn(frame, shown)
        }
        self.notes = notes
        self.panels = all
        keysAbove = KeysAbove(
            panels, frame: frame, columns: columns, haveSamples: !shown.namesAtCurves, look: look, text: text)
        // Keys stand alike in all panels: among the curves if each has room there. Insets go before them.
        let places = KeyPlaces.places(in: all)
        var found: (keys: [Point]?, insets: [Rectangle?])?
        for least in [InsetPlaces.wanted, 0] {
            for keys in places == nil ? [nil] : [places, nil] where found == nil {
                found = Self.insets(in: all, keysAt: keys, magnifying: least).map { (keys, $0) }
            }
        }
        areInsetsAbove = found == nil
        keyPlaces = found == nil ? places : found?.keys
        insets = found?.insets ?? Self.insets(above: all, keys: places == nil ? keysAbove.keys : [])
    }

    /// Where insets stand among the curves; nil where one has no room there.
    private static func insets(
        in panels: [CurvePanel], keysAt places: [Point]?, magnifying least: Double
    ) -> [Rectangle?]? {
        var insets: [Rectangle?] = []
        for (index, panel) in panels.enumerated() {
            let key = places.map {
                Rectangle(
                    x: $0[index].x, y: $0[index].y, width: panel.key.block.width, height: panel.key.block.height)
            }
            let place = InsetPlaces.place(in: panel, beside: key, magnifying: least)
            if panel.content.inset != nil, place == nil { return nil }
            insets.append(place)
        }
        return insets
    }

    /// Where insets stand above the plots and the keys that stand there.
    private static func insets(above panels: [CurvePanel], keys: [CurveKey]) -> [Rectangle?] {
        panels.enumerated().map { index, panel in
            guard panel.content.inset != nil else { return nil }
            let size = InsetPlaces.size(above: panel)
            let bottom = keys.indices.contains(index) ? CurvePanel.height(above: keys[index]) : 0
            return Rectangle(
                x: 0, y: -bottom - InsetPlaces.gap - size.height, width: size.width, height: size.height)
        }
    }

    /// Whether a panel is too narrow for its key to look well, or to hold its inset.
    var isCramped: Bool {
        let isKeyCramped =
            keyPlaces == nil ? keysAbove.keys.contains(where: \.isCramped) : panels.contains(where: \.key.isCramped)
        return isKeyCramped || areInsetsAbove && insets.contains { $0 != nil }
    }

    /// The finished page.
    func scene(title: String, alternativeText: String) -> Scene {
        let placed = panels.indices.map { index in
            let panel = panels[index]
            let elements =
                keyPlaces.map { panel.drawn(keyAt: $0[index], insetAt: insets[index]) }
                ?? panel.drawn(keysAbove.keys[index], atAxis: keysAbove.startAtAxis, insetAt: insets[index])
            let head = PanelHead(
                name: panel.content.name, letter: panel.content.letter, title: panel.content.title, look: look,
                text: text)
            return PlacedPanel(
                head: head, left: panel.left,
                heightAbove: heightAbove(index, hasHead: head.height(width: size.panelWidth(look)) > 0),
                heightBelow: panel.heightBelow, elements: elements)
        }
        return PanelPage(rows: placed.rows(of: size.columns), notes: notes, size: size, look: look, text: text)
            .scene(title: title, alternativeText: alternativeText)
    }

    private func heightAbove(_ index: Int, hasHead: Bool) -> Double {
        if areInsetsAbove, let inset = insets[index] { return -inset.y }
        if keyPlaces == nil { return CurvePanel.height(above: keysAbove.keys[index]) }
        // The axis's upper label reaches above the axis.
        return hasHead ? 0 : text.lineHeight(of: look.smallFont) / 2
    }

    /// The widest gutter and overhang of any panel.
    private static func frame(
        _ panels: [CurvePanelContent], size: PageSize, look: FigureLook, text: any TextMeasuring
    ) -> PanelFrame {
        let width = size.panelWidth(look)
        var frame = PanelFrame(width: width, gutter: 0, overhang: 0, plotHeight: size.plotHeight)
        for panel in panels {
            let scale = CurvePanel.valueScale(panel, from: size.plotHeight, to: 0)
            let axis = CurvePanel.leftAxis(panel, frame: frame, scale: scale, look: look, text: text)
            let table = CurvePanel.table(panel, panelWidth: width, look: look, text: text)
            let lastLabel = panel.breaks.last.map { text.width(of: $0.label, in: look.smallFont) / 2 } ?? 0
            frame.gutter = max(frame.gutter, axis.width(measuring: text), table.gutter)
            frame.overhang = max(frame.overhang, lastLabel, table.overhang)
        }
        return frame
    }
}
