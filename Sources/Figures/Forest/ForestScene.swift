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
        content, endpoint: endpoint.label, unit: endpoint.unit, everyone: everyone, isSynthetic: isSynthetic,
        style: style, words: words)
    let description = content.alternativeText(
        endpoint: endpoint.label, everyone: everyone, isSynthetic: isSynthetic, style: style, words: words)
    let layout = ForestLayout(forest, look: look, text: text)
    let scenes = ForestLayout.spacings.lazy.map {
        layout.page(spacing: $0).scene(title: figure.caption, alternativeText: description)
    }
    return scenes.first { scene in look.maximumHeight.map { scene.height <= $0 } ?? true }
        ?? layout.page(spacing: ForestLayout.spacings[3]).scene(title: figure.caption, alternativeText: description)
}

/// How a forest plot is set: in the journal's column where all of it fits there, else over the page's width; where many
/// columns leave the plot too little of that, in the smallest text that the journal allows.
struct ForestLayout {
    /// Heights of a row in heights of a line, the most wanted first.
    static let spacings = [1.45, 1.3, 1.18, 1.08]

    /// Whether columns of text leave the plot too little of the width all the same.
    let isOverfull: Bool
    private let forest: ForestContent
    private let width: Double
    private let look: FigureLook
    private let text: any TextMeasuring

    init(_ forest: ForestContent, look: FigureLook, text: any TextMeasuring) {
        func columns(_ width: Double, _ look: FigureLook) -> ForestColumns {
            ForestPage.columns(of: forest, width: width, look: look, text: text)
        }
        self.forest = forest
        self.text = text
        if !columns(look.columnWidth, look).isCramped {
            (width, self.look, isOverfull) = (look.columnWidth, look, false)
            return
        }
        width = look.fullWidth
        let isTight = columns(look.fullWidth, look).isOverfull
        self.look = isTight ? look.inSmallestText : look
        isOverfull = isTight && columns(look.fullWidth, look.inSmallestText).isOverfull
    }

    func page(spacing: Double) -> ForestPage {
        ForestPage(forest, width: width, spacing: spacing, look: look, text: text)
    }
}
