import Drawing
import Results
import Styling

/// Draws survival curves with their medians, tests and numbers at risk.
func kaplanMeierScene(
    _ plan: KaplanMeierPlan, of figure: FigureResult, in results: StudyResults, style: HouseStyle, look: FigureLook,
    measuring text: some TextMeasuring
) throws(FigureError) -> Scene {
    guard !plan.panels.isEmpty else { throw .noPanels(figure: figure.id) }
    let writing = CurveWriting(results, style: style, look: look)
    var panels: [CurvePanelContent] = []
    for index in plan.panels.indices {
        panels.append(try CurvePanelContent(survivalOf: index, in: plan, results: results, writing: writing))
    }
    let kinds = plan.panels.map(\.curve)
    panels.setAxes(of: kinds, range: plan.range, showsIntervals: plan.showsIntervals, writing: writing)
    let isSynthetic = results.study.synthetic
    let opening = writing.words.kaplanMeierDescription(
        kinds, curves: panels.map(\.groups.count).reduce(0, +), panels: panels.count)
    let shown = CurveMarksShown(
        intervals: plan.showsIntervals, censorings: plan.showsCensoring, medianLines: plan.showsMedianLines,
        namesAtCurves: plan.names == .curves, unmarkedNote: writing.words.unmarkedCensorings)
    return CurveFigure(
        panels: panels, shown: shown, notes: writing.notes(of: panels, isSynthetic: isSynthetic), look: look,
        text: text
    ).scene(
        title: figure.caption,
        alternativeText: writing.alternativeText(opening, of: panels, isSynthetic: isSynthetic))
}
