import Drawing
import Results
import Styling

/// Draws standardised differences before and after matching, one row for each covariate: in the journal's column where
/// the names fit there, else over its page.
func balanceScene(
    _ content: BalancePlot, of figure: FigureResult, in results: StudyResults, style: HouseStyle, look: FigureLook,
    measuring text: some TextMeasuring
) throws(FigureError) -> Scene {
    guard let population = results.matchings.first(where: { $0.id == content.matched }) else {
        throw .unknownPopulation(content.matched)
    }
    let balance = BalanceContent(
        content, of: population, isSynthetic: results.study.synthetic, style: style,
        words: vocabulary(for: results.study.language))
    let narrow = BalancePage(balance, width: look.columnWidth, look: look, text: text)
    let page = narrow.isCramped ? BalancePage(balance, width: look.fullWidth, look: look, text: text) : narrow
    return page.scene(title: figure.caption)
}
