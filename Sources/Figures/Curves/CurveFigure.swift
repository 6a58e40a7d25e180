import Drawing

/// A figure of curves: chooses its size, as wide as the journal's column or page and as high as it then needs.
struct CurveFigure {
    let panels: [CurvePanelContent]
    let shown: CurveMarksShown
    let notes: PageNotes
    let look: FigureLook
    let text: any TextMeasuring

    /// The height of a plot as a share of its panel's width.
    private static let aspect = 0.63
    /// The height of a plot is never more, in points.
    private static let highestPlot = 200.0
    /// A journal's greatest height never makes a plot lower than this, in points.
    private static let lowestPlot = 70.0

    /// The finished picture.
    func scene(title: String, alternativeText: String) -> Scene {
        let pages = sizes.lazy.map { size in (size: size, page: page(size)) }
        guard let (size, wanted) = pages.first(where: { !$0.page.isCramped }) ?? pages.last else {
            return Scene(width: 0, height: 0, title: title, alternativeText: alternativeText)
        }
        let rows = (panels.count + size.columns - 1) / size.columns
        return look.fitted(size, rows: rows, lowestPlot: Self.lowestPlot) { fitted in
            (fitted == size ? wanted : page(fitted)).scene(title: title, alternativeText: alternativeText)
        }
    }

    private func page(_ size: PageSize) -> CurvePage {
        CurvePage(panels, shown: shown, notes: notes, size: size, look: look, text: text)
    }

    /// The sizes to try, the most wanted first: one panel in a column of the journal, else in its full width; up to
    /// three in a row, four in a square, else two in a row.
    private var sizes: [PageSize] {
        let choices: [(width: Double, columns: Int)] =
            switch panels.count {
            case ...1: [(look.columnWidth, 1), (look.fullWidth, 1)]
            case 2, 4: [(look.fullWidth, 2)]
            default: [(look.fullWidth, 3), (look.fullWidth, 2)]
            }
        return choices.map { choice in
            var size = PageSize(width: choice.width, columns: choice.columns, plotHeight: 0)
            size.plotHeight = min(Self.aspect * size.panelWidth(look), Self.highestPlot)
            return size
        }
    }
}
