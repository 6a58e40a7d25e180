import Drawing
import Results
import Styling

/// Draws adverse events as bars that mirror each other: in the journal's column where they have room there, else over
/// the page's width.
func adverseEventScene(
    _ plot: AdverseEventPlot, of figure: FigureResult, in results: StudyResults, style: HouseStyle,
    look: FigureLook,
    measuring text: some TextMeasuring
) -> Scene {
    let content = AdverseEventContent(
        plot, isSynthetic: results.study.synthetic, style: style,
        words: vocabulary(for: results.study.language))
    let narrow = AdverseEventPage(content, width: look.columnWidth, look: look, text: text)
    let page =
        narrow.isCramped
        ? AdverseEventPage(content, width: look.fullWidth, look: look, text: text) : narrow
    return page.scene(title: figure.caption)
}
