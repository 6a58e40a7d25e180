import Results
import Styling

/// Characteristics before and after matching or weighting, side by side, with standardised differences.
func matchedBaselineTable(
    _ content: MatchedBaselineTable, id: String, caption: String, in results: StudyResults, style: HouseStyle
) -> Table {
    var layout = BaselineLayout([content.before, content.after], writer: CellWriter(results, style: style))
    let population = results.matchings.first { $0.id == content.matched }
    let isWeighted = population?.weighting != nil
    let columns = layout.columns()
    // The last columns are those of the second part.
    let second = columns.count - layout.columns(of: content.after).count
    let words = layout.words
    return Table(
        id: id, caption: RichText(caption), columns: columns,
        spanningHeads: [
            [
                Table.SpanningHead(RichText(words.before(isWeighted: isWeighted)), over: 1..<second),
                Table.SpanningHead(RichText(words.after(isWeighted: isWeighted)), over: second..<columns.count),
            ]
        ],
        rows: layout.rows(), footnotes: layout.footnotes(population.map { matchingNotes($0, layout.writer) } ?? []))
}

private func matchingNotes(_ population: MatchedPopulation, _ writer: CellWriter) -> [String] {
    if let target = population.weighting { return [writer.words.weighting(for: target)] }
    guard let matching = population.matching else { return [] }
    let arePairs = matching.matchedTreated == matching.sets && matching.matchedControls == matching.sets
    return [
        writer.words.matching(
            method: writer.words.matchingMethod(matching), sets: writer.style.count(matching.sets),
            treated: writer.style.count(matching.matchedTreated),
            controls: writer.style.count(matching.matchedControls), arePairs: arePairs)
    ]
}
