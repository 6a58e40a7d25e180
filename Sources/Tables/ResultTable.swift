public import Results
public import Styling

/// The table of a result, in the words of the study's language and the numbers of the house style.
public func table(of result: TableResult, in results: StudyResults, style: HouseStyle) -> Table {
    var table = content(of: result, in: results, style: style)
    table.isSupplementary = result.isSupplementary
    return table
}

private func content(of result: TableResult, in results: StudyResults, style: HouseStyle) -> Table {
    switch result.content {
    case .baseline(let baseline):
        baselineTable(baseline, id: result.id, caption: result.caption, in: results, style: style)
    case .matchedBaseline(let content):
        matchedBaselineTable(content, id: result.id, caption: result.caption, in: results, style: style)
    case .response(let content):
        responseTable(content, id: result.id, caption: result.caption, in: results, style: style)
    case .paired(let content):
        pairedTable(content, id: result.id, caption: result.caption, in: results, style: style)
    case .adverseEvents(let content):
        adverseEventsTable(content, id: result.id, caption: result.caption, in: results, style: style)
    case .survival(let content):
        survivalTable(content, id: result.id, caption: result.caption, in: results, style: style)
    case .incidence(let content):
        incidenceTable(content, id: result.id, caption: result.caption, in: results, style: style)
    case .cox(let content):
        coxTable(content, id: result.id, caption: result.caption, in: results, style: style)
    case .logistic(let content):
        logisticTable(content, id: result.id, caption: result.caption, in: results, style: style)
    case .effect(let content):
        effectTable(content, id: result.id, caption: result.caption, in: results, style: style)
    }
}

/// Characteristics of the patients by group: a table one.
///
/// Each variable is a block: its name in bold with its p-value, then its levels as n (%). A continuous variable is one
/// row that says how it is summarised. Footnotes name the tests that were really used: the one that most p-values are
/// from as a note to the table, the others by marks; a missing p-value says why.
func baselineTable(
    _ baseline: BaselineTable, id: String, caption: String, in results: StudyResults, style: HouseStyle
) -> Table {
    var layout = BaselineLayout([baseline], writer: CellWriter(results, style: style))
    return Table(
        id: id, caption: RichText(caption), columns: layout.columns(), rows: layout.rows(),
        footnotes: layout.footnotes())
}
