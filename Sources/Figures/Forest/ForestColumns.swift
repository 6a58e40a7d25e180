import Drawing

/// Where the columns of a forest plot stand: measured texts, and the rest of the width for the plots.
struct ForestColumns {
    /// A column's place.
    struct Place: Equatable {
        var x: Double
        var width: Double
        var maxX: Double { x + width }
    }

    /// Between two columns.
    static let gap = 10.0
    static let indent = 7.0
    /// A head that takes no more of the width is not broken, where columns stand wide.
    private static let shortHeadShare = 0.1
    /// All plots together take no more of the width.
    private static let plotShare = 0.46
    /// All plots together take at least this much of the width, if only columns stand closer or words are broken.
    static let leastPlotShare = 0.3
    /// Rows' heads are broken sooner rather than that a plot is narrower than this.
    private static let narrowestPlot = 90.0
    /// A plot that would be narrower calls for a wider page, in points.
    private static let comfortablePlot = 110.0

    /// So much wider the rows' heads may be for the sake of a long word.
    private static let mostWidening = 1.3
    /// And so much wider the head of a column of text.
    private static let mostHeadWidening = 1.15

    /// How close columns of text stand.
    private struct Setting {
        /// Between two columns.
        var gap: Double
        /// How much of the width the rows' heads may take before they are broken.
        var labelShare: Double
        var narrowestLabel: Double
        /// How much of the width the head of a column of text may take if it has longer words than its cells.
        var headShare: Double
        /// Heads are given more room rather than more lines than this.
        var mostHeadLines: Int
    }

    /// From wide to close.
    private static let settings = [
        Setting(gap: gap, labelShare: 0.34, narrowestLabel: 70, headShare: 0.16, mostHeadLines: 3),
        Setting(gap: 7.5, labelShare: 0.26, narrowestLabel: 60, headShare: 0.11, mostHeadLines: 4),
        Setting(gap: 6, labelShare: 0.18, narrowestLabel: 50, headShare: 0.08, mostHeadLines: 5),
    ]

    let labelWidth: Double
    /// The places of the content's columns, in order.
    let places: [Place]
    /// Whether a wider page would do the plots good.
    let isCramped: Bool
    /// Whether the plots have less of the width than they should have at least.
    let isOverfull: Bool

    /// The columns as wide apart as the plots allow.
    init(_ content: ForestContent, from left: Double, to right: Double, look: FigureLook, text: any TextMeasuring) {
        let choices = Self.settings.lazy.map {
            ForestColumns(content, as: $0, from: left, to: right, look: look, text: text)
        }
        self =
            choices.first { !$0.isOverfull }
            ?? ForestColumns(
                content, as: Self.settings[Self.settings.count - 1], from: left, to: right, look: look, text: text)
    }

    private init(
        _ content: ForestContent, as setting: Setting, from left: Double, to right: Double, look: FigureLook,
        text: any TextMeasuring
    ) {
        let inner = right - left
        var widths = content.columns.map { column -> Double in
            guard case .text(let texts) = column else { return 0 }
            return Self.width(of: texts, as: setting, inner: inner, look: look, text: text)
        }
        Self.widenUnderSpanners(&widths, content, gap: setting.gap, look: look, text: text)
        let plots = Double(content.columns.count { if case .plot = $0 { true } else { false } })
        let rest = inner - widths.reduce(0, +) - Double(widths.count) * setting.gap

        let natural =
            ([text.width(of: content.head, in: look.smallHeadFont)]
            + content.rows.map { Self.indent * Double($0.indent) + text.width(of: $0.label, in: Self.font($0, look)) })
            .max() ?? 0
        var label = min(natural, setting.labelShare * inner)
        if rest - label < plots * Self.narrowestPlot {
            label = min(label, max(rest - plots * Self.narrowestPlot, setting.narrowestLabel))
        }
        // A word that lacks little is not broken.
        let word =
            content.rows.map { row in
                Self.indent * Double(row.indent) + widestWord(of: row.label, in: Self.font(row, look), measuring: text)
            }.max() ?? 0
        label = max(label, min(word, Self.mostWidening * label, natural))
        let plot = min(rest - label, Self.plotShare * inner) / max(plots, 1)
        let spare = max(rest - label - plots * plot, 0) / Double(max(widths.count, 1))

        var (x, places): (Double, [Place]) = (left + label, [])
        for (index, column) in content.columns.enumerated() {
            if case .plot = column { widths[index] = max(plot, 1) }
            x += setting.gap + spare
            places.append(Place(x: x, width: widths[index]))
            x += widths[index]
        }
        self.places = places
        labelWidth = label + spare / 2
        isOverfull = plots > 0 && plots * plot < Self.leastPlotShare * inner
        isCramped = isOverfull || plots > 0 && plot < Self.comfortablePlot || natural > 2.2 * label
    }

    static func font(_ row: ForestContent.Row, _ look: FigureLook) -> Font {
        row.isBold ? look.smallHeadFont : look.smallFont
    }

    /// A cell's width with its mark.
    static func width(of cell: ForestContent.Cell, look: FigureLook, text: any TextMeasuring) -> Double {
        text.width(of: cell.text, in: look.smallFont) + (cell.mark.map { text.width(of: $0, in: look.noteFont) } ?? 0)
    }

    private static func width(
        of column: ForestContent.TextColumn, as setting: Setting, inner: Double, look: FigureLook,
        text: any TextMeasuring
    ) -> Double {
        let cells = column.cells.compactMap(\.self).map { Self.width(of: $0, look: look, text: text) }.max() ?? 0
        let limit = setting.headShare * inner
        let word = widestWord(of: column.head, in: look.smallHeadFont, measuring: text)
        let wholeHead = text.width(of: column.head, in: look.smallHeadFont)
        func headLines(_ width: Double) -> Int {
            linesOfWholeWords(of: column.head, in: look.smallHeadFont, toWidth: width, measuring: text).count
        }
        // A word that lacks little is not broken.
        func whole(_ word: Double) -> Double { word <= mostHeadWidening * limit ? word : limit }
        let isWide = setting.gap == gap
        var chosen = max(cells, isWide && wholeHead <= shortHeadShare * inner ? wholeHead : whole(word))
        while chosen < limit, headLines(chosen) > setting.mostHeadLines { chosen += 4 }
        return chosen
    }

    /// Columns that share a head above theirs are at least as wide together as that head.
    private static func widenUnderSpanners(
        _ widths: inout [Double], _ content: ForestContent, gap: Double, look: FigureLook, text: any TextMeasuring
    ) {
        for (head, range) in content.spanners {
            let wanted = text.width(of: head, in: look.smallHeadFont)
            let had = widths[range].reduce(0, +) + Double(range.count - 1) * gap
            guard had < wanted else { continue }
            for index in range { widths[index] += (wanted - had) / Double(range.count) }
        }
    }
}

extension ForestContent {
    /// The heads that stand over several columns, with the columns.
    var spanners: [(head: String, columns: Range<Int>)] {
        var spanners: [(head: String, columns: Range<Int>)] = []
        for (index, column) in columns.enumerated() {
            guard case .text(let texts) = column, let head = texts.spanner else { continue }
            if let last = spanners.last, last.head == head, last.columns.upperBound == index {
                spanners[spanners.count - 1].columns = last.columns.lowerBound..<(index + 1)
            } else {
                spanners.append((head, index..<(index + 1)))
            }
        }
        return spanners
    }
}
