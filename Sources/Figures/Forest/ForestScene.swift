import Drawing
import Results
import Styling

/// Draws a forest plot: in the journal's column where all of it fits there, else over the page's width, its rows closer
/// where the page would become higher than the journal allows.
func forestScene(
    _ content: ForestPlot, of figure: FigureResult, in results: StudyResults, style: HouseStyle, look: FigureLook,
    measuring text: some TextMeasuring
) throws(FigureError) -> Scene {
    guard let endpoint = results.endpoints.first(where: { $0.id == content.endpoint }) else {
        throw .unknownEndpoint(content.endpoint)
    }
    let words = vocabulary(for: results.study.language)
    let everyone = results.cohort.populations.first { $0.id == content.population }?.label ?? words.allPatients
    let isSynthetic = results.study.synthetic
    let forest = ForestContent(
        content, endpoint: endpoint.label, everyone: everyone, isSynthetic: isSynthetic, style: style, words: words)
    let description = content.alternativeText(
        endpoint: endpoint.label, everyone: everyone, isSynthetic: isSynthetic, style: style, words: words)
    func page(_ width: Double, spacing: Double) -> ForestPage {
        ForestPage(forest, width: width, spacing: spacing, look: look, text: text)
    }
    let spacings = [1.45, 1.3, 1.18, 1.08]
    let width = page(look.columnWidth, spacing: spacings[0]).columns.isCramped ? look.fullWidth : look.columnWidth
    let scenes = spacings.lazy.map {
        page(width, spacing: $0).scene(title: figure.caption, alternativeText: description)
    }
    return scenes.first { scene in look.maximumHeight.map { scene.height <= $0 } ?? true }
        ?? page(width, spacing: spacings[3]).scene(title: figure.caption, alternativeText: description)
}
