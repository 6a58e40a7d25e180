internal import Documents
internal import Prose
internal import Results
internal import Styling
internal import Tables

extension Reproduction {
    /// The comparison as a document: the sum by part, what is off and why, and every value.
    func document(of results: StudyResults) -> Document {
        let words = ReproductionWords()
        let texts = vocabulary(for: results.study.language)
        var blocks: [Document.Block] = [.paragraph(RichText(words.summary(self))), .table(overview(words))]
        blocks.append(.paragraph(RichText(words.rule)))
        let off = rows.filter { $0.agreement == .off }
        if !off.isEmpty {
            blocks.append(.heading(level: 1, RichText(words.differences)))
            blocks.append(.list(off.map { RichText(words.difference($0)) }, isOrdered: false))
        }
        if !remarks.isEmpty {
            blocks.append(.heading(level: 1, RichText(words.remarks)))
            blocks.append(
                .list(remarks.map { RichText("\($0.item): \($0.printed)") }, isOrdered: true))
        }
        blocks.append(.heading(level: 1, RichText(words.values)))
        for part in parts {
            blocks.append(.heading(level: 2, RichText(part)))
            blocks.append(.table(table(of: part, words)))
        }
        return Document(
            language: results.study.language, title: RichText(words.title),
            notice: results.study.synthetic ? RichText(texts.syntheticData) : nil, blocks: blocks,
            colophon: [RichText(texts.madeBy(results.provenance.program))])
    }

    private func overview(_ words: ReproductionWords) -> Table {
        let heads = [words.part, words.total] + Agreement.allCases.map(words.word)
        let columns = heads.enumerated().map {
            Table.Column(RichText($1), alignment: $0 == 0 ? .leading : .number)
        }
        let rows = parts.map { part in
            let counts = Agreement.allCases.map { count($0, in: part) }
            return Table.Row(
                .block, head: Table.Cell(RichText(part)),
                cells: ([counts.reduce(0, +)] + counts).map { Table.Cell(RichText("\($0)")) })
        }
        return Table(id: "reproduction", caption: "", columns: columns, rows: rows)
    }

    private func table(of part: String, _ words: ReproductionWords) -> Table {
        let columns = words.columns.map { Table.Column(RichText($0), alignment: .leading) }
        let rows = rows.filter { $0.published.part == part }.map { row in
            let cells = [
                row.published.printed, row.ours, words.word(row.agreement), row.published.note ?? "",
            ]
            return Table.Row(
                .block, head: Table.Cell(RichText(row.published.item)),
                cells: cells.map { Table.Cell(RichText($0)) })
        }
        return Table(id: "reproduction-\(part)", caption: "", columns: columns, rows: rows)
    }
}
