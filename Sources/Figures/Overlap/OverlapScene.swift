import Drawing
import Results
import Styling

/// Draws the propensity score of both arms as histograms that mirror each other, before and after matching.
func overlapScene(
    _ content: OverlapPlot, of figure: FigureResult, in results: StudyResults, style: HouseStyle, look: FigureLook,
    measuring text: some TextMeasuring
) throws(FigureError) -> Scene {
    guard let population = results.matchings.first(where: { $0.id == content.matched }) else {
        throw .unknownPopulation(content.matched)
    }
    let overlap = OverlapContent(
        of: population, isSynthetic: results.study.synthetic, style: style,
        words: vocabulary(for: results.study.language), look: look)
    var size = PageSize(width: look.fullWidth, columns: 2, plotHeight: 0)
    size.plotHeight = 0.6 * size.panelWidth(look)
    return look.fitted(size, rows: 1, lowestPlot: 70) { size in
        let panels = overlap.panels.enumerated().map { index, panel in
            OverlapPanel(panel, of: overlap, left: size.left(index, look: look), size: size, look: look, text: text)
                .placed
        }
        return PanelPage(rows: panels.rows(of: 2), notes: overlap.notes, size: size, look: look, text: text)
            .scene(title: figure.caption, alternativeText: overlap.alternativeText)
    }
}
