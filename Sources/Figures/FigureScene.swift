public import Drawing
public import Results
public import Styling

/// Draws a figure from its results.
///
/// Everything that is printed comes from the results, and every number is written by the house style; nothing is
/// estimated here. The scene is in points at its final size in print.
///
/// - Parameters:
///   - figure: The figure's results and what the study asks of its looks.
///   - results: The results that the figure refers to.
///   - style: How numbers are written, and the journal's facts about figures.
///   - text: Tells how wide text is.
/// - Returns: The finished picture, its title the figure's caption.
/// - Throws: ``FigureError`` where the results do not hold what the figure refers to.
public func scene(
    of figure: FigureResult, in results: StudyResults, style: HouseStyle, measuring text: some TextMeasuring
) throws(FigureError) -> Scene {
    let look = try FigureLook(style.figures)
    switch figure.content {
    case .kaplanMeier(let plan):
        return try kaplanMeierScene(plan, of: figure, in: results, style: style, look: look, measuring: text)
    case .incidence(let content):
        return try incidenceScene(content, of: figure, in: results, style: style, look: look, measuring: text)
    case .predictedSurvival(let plot):
        return try predictedSurvivalScene(plot, of: figure, in: results, style: style, look: look, measuring: text)
    case .forest(let content):
        return try forestScene(content, of: figure, in: results, style: style, look: look, measuring: text)
    case .flow(let content):
        return try flowScene(content, of: figure, in: results, style: style, look: look, measuring: text)
    case .balance(let content):
        return try balanceScene(content, of: figure, in: results, style: style, look: look, measuring: text)
    case .overlap(let content):
        return try overlapScene(content, of: figure, in: results, style: style, look: look, measuring: text)
    case .residuals(let content):
        return try residualsScene(content, of: figure, in: results, style: style, look: look, measuring: text)
    case .adverseEvents(let plot):
        return adverseEventScene(plot, of: figure, in: results, style: style, look: look, measuring: text)
    case .swimmer(let plot):
        return swimmerScene(plot, of: figure, in: results, style: style, look: look, measuring: text)
    case .waterfall(let plot):
        return waterfallScene(plot, of: figure, in: results, style: style, look: look, measuring: text)
    }
}
