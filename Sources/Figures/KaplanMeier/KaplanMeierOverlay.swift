public import Drawing
public import Results
public import Styling

/// Draws a figure of survival curves over the curves of earlier results, which are grey and thin.
///
/// Everything else (keys, tests, numbers at risk) is of the later results. A group has the same dashes in both.
///
/// - Parameters:
///   - figure: The figure's later results.
///   - results: The later results.
///   - earlier: The earlier results; a group or comparison that they lack has no grey curve.
///   - style: How numbers are written, and the journal's facts about figures.
///   - text: Tells how wide text is.
/// - Returns: Nil for a figure that has no survival curves, or where the earlier results hold none of them.
/// - Throws: ``FigureError`` where the results do not hold what the figure refers to.
public func overlayScene(
    of figure: FigureResult, in results: StudyResults, over earlier: StudyResults, style: HouseStyle,
    measuring text: some TextMeasuring
) throws(FigureError) -> Scene? {
    guard case .kaplanMeier(let plan) = figure.content, !plan.panels.isEmpty else { return nil }
    let look = try FigureLook(style.figures)
    let writing = CurveWriting(results, style: style, look: look)
    var panels: [CurvePanelContent] = []
    for index in plan.panels.indices {
        var panel = try CurvePanelContent(survivalOf: index, in: plan, results: results, writing: writing)
        // Curves of another quantity have no earlier curve to compare with on their axis.
        if plan.panels[index].curve == .survival {
            panel.earlier = earlierCurves(of: panel.groups.map(\.id), in: plan.panels[index].comparison, of: earlier)
        }
        panels.append(panel)
    }
    guard panels.contains(where: { !$0.earlier.isEmpty }) else { return nil }
    let kinds = plan.panels.map(\.curve)
    panels.setAxes(of: kinds, range: plan.range, showsIntervals: false, writing: writing)
    var notes = writing.notes(of: panels, isSynthetic: results.study.synthetic)
    notes.notes.append(writing.words.earlierCurves)
    let opening = writing.words.kaplanMeierDescription(
        kinds, curves: panels.map(\.groups.count).reduce(0, +), panels: panels.count)
    let description = writing.alternativeText(opening, of: panels, isSynthetic: results.study.synthetic)
    return CurveFigure(
        panels: panels,
        shown: CurveMarksShown(
            intervals: false, censorings: plan.showsCensoring, medianLines: plan.showsMedianLines,
            unmarkedNote: writing.words.unmarkedCensorings),
        notes: notes, look: look, text: text
    ).scene(title: figure.caption, alternativeText: "\(description) \(writing.words.earlierCurves)")
}

private func earlierCurves(
    of groups: [String], in comparison: String, of results: StudyResults
) -> [CurvePanelContent.EarlierCurve] {
    guard let comparison = results.survival.first(where: { $0.id == comparison }) else { return [] }
    let unit = results.endpoints.first { $0.id == comparison.endpoint }?.unit ?? comparison.overall.median.unit
    return groups.enumerated().compactMap { place, id in
        comparison.groups.first { $0.id == id && $0.n != 0 }.map { group in
            CurvePanelContent.EarlierCurve(
                id: id, curve: StepCurve(group.curve), timeFactor: group.curve.unit.days / unit.days,
                dash: LineStyle.dash(place))
        }
    }
}
