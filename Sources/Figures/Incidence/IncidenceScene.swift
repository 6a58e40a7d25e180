import Drawing
import Results
import Styling

/// Draws cumulative incidences, which rise from 0, with Gray's test and numbers at risk.
func incidenceScene(
    _ content: IncidencePlot, of figure: FigureResult, in results: StudyResults, style: HouseStyle, look: FigureLook,
    measuring text: some TextMeasuring
) throws(FigureError) -> Scene {
    guard !content.panels.isEmpty else { throw .noPanels(figure: figure.id) }
    let writing = CurveWriting(results, style: style, look: look)
    var panels: [CurvePanelContent] = []
    for index in content.panels.indices {
        panels.append(try CurvePanelContent(incidenceOf: index, in: content, results: results, writing: writing))
    }
    // Panels are compared with each other: their axes end alike.
    let top = CurvePanelContent.top(of: panels, showsIntervals: content.showsIntervals)
    for index in panels.indices {
        panels[index].top = top
        panels[index].levels = writing.levels(to: top)
    }
    let isSynthetic = results.study.synthetic
    let opening = writing.words.incidenceDescription(
        curves: panels.map(\.groups.count).reduce(0, +), panels: panels.count)
    let shown = CurveMarksShown(
        intervals: content.showsIntervals, censorings: content.showsCensoring, medianLines: false,
        namesAtCurves: content.names == .curves, unmarkedNote: writing.words.unmarkedCensorings)
    return CurveFigure(
        panels: panels, shown: shown, notes: writing.notes(of: panels, isSynthetic: isSynthetic), look: look,
        text: text
    ).scene(
        title: figure.caption,
        alternativeText: writing.alternativeText(opening, of: panels, isSynthetic: isSynthetic))
}
