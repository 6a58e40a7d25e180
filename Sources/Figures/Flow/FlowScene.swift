import Drawing
import Results
import Styling

/// Draws a flow chart: in the journal's column where its texts have room there, else over the page's width.
func flowScene(
    _ content: FlowChart, of figure: FigureResult, in results: StudyResults, style: HouseStyle, look: FigureLook,
    measuring text: some TextMeasuring
) throws(FigureError) -> Scene {
    let words = vocabulary(for: results.study.language)
    let isSynthetic = results.study.synthetic
    let chart = FlowContent(content, isSynthetic: isSynthetic, style: style, words: words)
    let narrow = FlowPage(chart, width: look.columnWidth, look: look, text: text)
    let page = narrow.isCramped ? FlowPage(chart, width: look.fullWidth, look: look, text: text) : narrow
    return page.scene(
        title: figure.caption,
        alternativeText: content.alternativeText(isSynthetic: isSynthetic, style: style, words: words))
}
