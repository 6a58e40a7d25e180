internal import Documents
internal import Prose
internal import Results
internal import Styling
internal import Tables

extension Reproduction {
    /// The comparison as a document: the sum by part, what is off and why, and every value.
    func document(of results: StudyResults) -> Document {
        let texts = vocabulary(for: results.study.language)
        let words = texts.reproduction
        var blocks: [Document.Block] = [.paragraph(RichText(summary(words))), .table(overview(words))]
        blocks.append(.paragraph(RichText(words.rule)))
        if count(.withheld) > 0 { blocks.append(.paragraph(RichText(words.withheldRule))) }
        let off = rows.filter { $0.agreement == .off }
        if !off.isEmpty {
            blocks.append(.heading(level: 1, RichText(words.differences)))
            blocks.append(.list(off.map { RichText(difference($0, words)) }, isOrdered: false))
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

    private func summary(_ words: any ReproductionVocabulary) -> String {
        words.summary(
            total: "\(rows.count)", exact: "\(count(.exact))", close: "\(count(.close))", off: "\(count(.off))",
            withheld: count(.withheld) > 0 ? "\(count(.withheld))" : nil)
    }

    private func difference(_ row: Row, _ words: any ReproductionVocabulary) -> String {
        words.difference(
            part: row.published.part, item: row.published.item, printed: row.published.printed, ours: row.ours,
            note: row.published.note)
    }

    private func word(_ agreement: Agreement, _ words: any ReproductionVocabulary) -> String {
        switch agreement {
        case .exact: words.exact
        case .close: words.close
        case .off: words.off
        case .withheld: words.withheld
        }
    }

    private func overview(_ words: any ReproductionVocabulary) -> Table {
        // Where everything is told there is nothing to count.
        let agreements = Agreement.allCases.filter { $0 != .withheld || count($0) > 0 }
        let heads = [words.part, words.total] + agreements.map { word($0, words) }
        let columns = heads.enumerated().map {
            Table.Column(RichText($1), alignment: $0 == 0 ? .leading : .number)
        }
        var counted: [String: [Agreement: Int]] = [:]
        for row in self.rows { counted[row.published.part, default: [:]][row.agreement, default: 0] += 1 }
        let rows = parts.map { part in
            let counts = agreements.map { counted[part]?[$0] ?? 0 }
            return Table.Row(
                .block, head: Table.Cell(RichText(part)),
                cells: ([counts.reduce(0, +)] + counts).map { Table.Cell(RichText("\($0)")) })
        }
        return Table(id: "reproduction", caption: "", columns: columns, rows: rows)
    }

    private func table(of part: String, _ words: any ReproductionVocabulary) -> Table {
        let columns = words.columns.map { Table.Column(RichText($0), alignment: .leading) }
        let rows = rows.filter { $0.published.part == part }.map { row in
            let cells = [
                row.published.printed, row.ours, word(row.agreement, words), row.published.note ?? "",
            ]
            return Table.Row(
                .block, head: Table.Cell(RichText(row.published.item)),
                cells: cells.map { Table.Cell(RichText($0)) })
        }
        return Table(id: "reproduction-\(part)", caption: "", columns: columns, rows: rows)
    }
}
