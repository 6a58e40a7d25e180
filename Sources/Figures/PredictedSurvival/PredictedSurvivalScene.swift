import Drawing
import Results
import Styling

/// Draws the survival curves that a Cox model predicts, with the model at the foot in place of numbers at risk: nobody is at
/// risk on a predicted curve.
func predictedSurvivalScene(
    _ plot: PredictedSurvivalPlot, of figure: FigureResult, in results: StudyResults, style: HouseStyle,
    look: FigureLook, measuring text: some TextMeasuring
) throws(FigureError) -> Scene {
    let writing = CurveWriting(results, style: style, look: look)
    var panels = [try CurvePanelContent(plot, in: results, writing: writing)]
    panels.setAxes(of: [.survival], range: plot.range, showsIntervals: plot.showsIntervals, writing: writing)
    let isSynthetic = results.study.synthetic
    var notes = writing.notes(of: panels, isSynthetic: isSynthetic)
    let model = writing.words.predictedModel(plot.described(by: writing))
    notes.notes.append(model)
    let shown = CurveMarksShown(
        intervals: plot.showsIntervals, censorings: false, medianLines: plot.showsMedianLines,
        namesAtCurves: plot.names == .curves, unmarkedNote: "")
    let description = writing.alternativeText(
        writing.words.predictedDescription(curves: plot.curves.count), of: panels, isSynthetic: isSynthetic)
    return CurveFigure(panels: panels, shown: shown, notes: notes, look: look, text: text).scene(
        title: figure.caption, alternativeText: "\(description) \(model)")
}
