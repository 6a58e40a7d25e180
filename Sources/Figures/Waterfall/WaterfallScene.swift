import Drawing
import Results
import Styling

/// Draws the best change of each patient as a bar: in the journal's column where the bars have room there, else over the
/// page's width.
func waterfallScene(
    _ plot: WaterfallPlot, of figure: FigureResult, in results: StudyResults, style: HouseStyle,
    look: FigureLook,
    measuring text: some TextMeasuring
) -> Scene {
    let content = WaterfallContent(
        plot, isSynthetic: results.study.synthetic, style: style,
        words: vocabulary(for: results.study.language))
    let narrow = WaterfallPage(content: content, width: look.columnWidth, look: look, text: text)
    let page =
        narrow.pitch < 4.5
        ? WaterfallPage(content: content, width: look.fullWidth, look: look, text: text) : narrow
    return page.scene(title: figure.caption)
}
