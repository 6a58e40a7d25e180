import Drawing
import Results
import Styling

/// Draws the course of each patient as a bar from time zero, in the journal's column.
func swimmerScene(
    _ plot: SwimmerPlot, of figure: FigureResult, in results: StudyResults, style: HouseStyle,
    look: FigureLook,
    measuring text: some TextMeasuring
) -> Scene {
    let content = SwimmerContent(
        plot, isSynthetic: results.study.synthetic, style: style,
        words: vocabulary(for: results.study.language))
    return SwimmerPage(content: content, width: look.columnWidth, look: look, text: text).scene(
        title: figure.caption)
}
