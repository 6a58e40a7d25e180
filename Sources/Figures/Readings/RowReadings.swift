import Drawing
import Results
import Styling

/// What a forest plot says in each row: the effect with its interval, and the events of both arms.
func forestReading(
    _ plot: ForestPlot, named name: String, at places: ScenePlaces, in results: StudyResults, style: HouseStyle,
    words: any Vocabulary
) -> Reading? {
    let everyone = results.cohort.populations.first { $0.id == plot.population }?.label ?? words.allPatients
    let entries = ForestContent.entries(plot, everyone: everyone)
    let lines = entries.map { entry -> [String] in
        if let test = entry.interaction {
            return [
                words.interaction(style.pStatement(of: test), of: test.method)
            ]
        }
        guard let effect = entry.effect else { return [] }
        let counts = zip([plot.reference, plot.treatment], entry.counts).map { arm, count in
            words.events(of: arm, style.count(count.events), of: style.count(count.n))
        }
        guard let ratio = effect.coefficients.first?.hazardRatio, ratio.value != nil else {
            let isWithheld = effect.coefficients.first?.hazardRatio.isWithheld ?? false
            let mark = isWithheld ? PrivacyProtection.mark : style.numbers.notEstimable
            return ["\(words.hazardRatioAbbreviation) \(mark)"] + counts
        }
        let interval = (name: style.confidenceNameInSentence(ratio.level), limits: style.ratioInterval(of: ratio))
        return [words.hazardRatioStatement(style.ratio(ratio.value, of: ratio), interval: interval)] + counts
    }
    return reading(
        named: name, rows: zip(entries.map(\.fullLabel), lines).map { $0 }, label: { "row/\($0)" }, at: places)
}

/// What a plot of standardised differences says in each row.
func balanceReading(
    _ plot: BalancePlot, named name: String, at places: ScenePlaces, in results: StudyResults, style: HouseStyle,
    words: any Vocabulary
) -> Reading? {
    guard let population = results.matchings.first(where: { $0.id == plot.matched }) else { return nil }
    let content = BalanceContent(plot, of: population, isSynthetic: false, style: style, words: words)
    let rows = content.rows.map { row in
        (
            row.label,
            [
                "\(content.beforeLabel): \(style.standardizedDifference(row.before))",
                "\(content.afterLabel): \(style.standardizedDifference(row.after))",
            ]
        )
    }
    return reading(named: name, rows: rows, label: { "balance/name/\($0)" }, at: places)
}

/// Rows over the page's whole width, told by the labels of their heads.
private func reading(
    named name: String, rows: [(String, [String])], label: (Int) -> String, at places: ScenePlaces
) -> Reading? {
    guard let (starts, end) = places.rows(named: label, count: rows.count), let top = starts.first else { return nil }
    return Reading(
        name: name, area: Rectangle(x: 0, y: top, width: places.width, height: end - top), isVertical: true,
        stops: zip(rows, starts).map { Reading.Stop(start: $1, title: $0.0, lines: $0.1) })
}
