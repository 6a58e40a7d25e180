import Drawing
import Results
import Styling

/// Draws scaled Schoenfeld residuals over time, one panel for each coefficient, up to three in a row.
func residualsScene(
    _ content: ResidualPlot, of figure: FigureResult, in results: StudyResults, style: HouseStyle, look: FigureLook,
    measuring text: some TextMeasuring
) throws(FigureError) -> Scene {
    guard let endpoint = results.endpoints.first(where: { $0.id == content.endpoint }) else {
        throw .unknownEndpoint(content.endpoint)
    }
    guard !content.panels.isEmpty else { throw .noPanels(figure: figure.id) }
    let residuals = ResidualsContent(
        content, endpoint: endpoint.label, isSynthetic: results.study.synthetic, style: style,
        words: vocabulary(for: results.study.language), look: look)
    let (width, columns) =
        switch residuals.panels.count {
        case 1: (look.columnWidth, 1)
        case 2, 4: (look.fullWidth, 2)
        case 3, 5...12: (look.fullWidth, 3)
        default: (look.fullWidth, 4)
        }
    var size = PageSize(width: width, columns: columns, plotHeight: 0)
    size.plotHeight = min(0.63 * size.panelWidth(look), 150)
    let rows = (residuals.panels.count + columns - 1) / columns
    return look.fitted(size, rows: rows, lowestPlot: 40) { size in
        let frame = ResidualsPanel.frame(residuals, size: size, look: look, text: text)
        let panels = residuals.panels.enumerated().map { index, panel in
            ResidualsPanel(
                panel, of: residuals, left: size.left(index % columns, look: look), frame: frame, look: look,
                text: text
            ).placed
        }
        return PanelPage(rows: panels.rows(of: columns), notes: residuals.notes, size: size, look: look, text: text)
            .scene(title: figure.caption, alternativeText: residuals.alternativeText)
    }
}
