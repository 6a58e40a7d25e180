internal import ManuscriptReading

private let otherAnalysis = Pattern(
    #"[Mm]ultivaria|[Uu]nivaria|\b[Cc]ox\b|regression|interaction|[Ll]og-?rank|\b[as]?HRs?\b|hazard|odds|\bOR\b|survival|\bPFS\b|\bOS\b|correlat"#,
    caseless: false)
private let behind = Pattern(#"^\s*(?:\w+\s*)?[(\[,:;]\s*$"#)

/// Every p-value that tables of counts print for a label.
private struct LabelledP {
    var label: String
    var pattern: Pattern
    var cells: [(p: PrintedPValue, place: FindingPlace)]
}

/// `age (p = 0.886)` against the p-values that the tables print for that row.
func rowPValues(_ paper: Paper) -> [Finding] {
    let labels = labelledPValues(paper)
    guard !labels.isEmpty else { return [] }
    var seen: Set<String> = []
    return paper.sentences.flatMap { sentence -> [Finding] in
        let text = sentence.plain
        guard [.abstract, .results, .discussion].contains(paper.passage(of: sentence).part),
            paper.passage(of: sentence).role == .paragraph, !otherAnalysis.matches(text), !isOfSubset(sentence, paper)
        else { return [] }
        return PNotation.pattern.matches(in: text).compactMap { match -> Finding? in
            let start = match.range.lowerBound
            guard let p = PNotation.value(match), let (label, range) = nearest(labels, before: start, in: text),
                !label.cells.contains(where: { agree($0.p, p) }), let first = label.cells.first,
                seen.insert("\(label.label)|\(p.text)").inserted
            else { return nil }
            return Finding(
                rule: .textAgainstTable, certainty: label.cells.count == 1 ? .contradiction : .suspicious,
                place: paper.place(sentence, range.lowerBound..<match.range.upperBound),
                printed: paper.quote(sentence, range.lowerBound..<match.range.upperBound),
                expected:
                    "\(label.cells.map(\.p.text).joined(separator: " or ")), as in \(first.place.table ?? "the table"), row '\(first.place.row ?? label.label)'",
                settle: "the test of this row")
        }
    }
}

/// The longest label that ends right before the bracket of a p-value.
private func nearest(_ labels: [LabelledP], before offset: Int, in text: String) -> (LabelledP, Range<Int>)? {
    let from = max(0, offset - 80)
    let window = ManuscriptText.slice(text, from..<offset)
    return labels.compactMap { label -> (LabelledP, Range<Int>)? in
        guard let match = label.pattern.matches(in: window).last,
            behind.matches(ManuscriptText.slice(window, match.range.upperBound..<window.utf16.count))
        else { return nil }
        return (label, (from + match.range.lowerBound)..<(from + match.range.upperBound))
    }.max { $0.1.count < $1.1.count }
}

private func labelledPValues(_ paper: Paper) -> [LabelledP] {
    var found: [String: LabelledP] = [:]
    for table in paper.manuscript.tables where paper.countColumns(of: table).count >= 2 {
        for row in table.rows {
            let words = row.label.plain.lowercased().prefix { !"(,:".contains($0) }
            let label = String(words).trimmed
            guard label.count >= 3, row.isHeading || row.block.isEmpty, label.contains(where: \.isLetter),
                label.first?.isLetter ?? false
            else { continue }
            let cells = paper.pColumns(of: table).compactMap { column -> (p: PrintedPValue, place: FindingPlace)? in
                guard row.cells.indices.contains(column), let p = paper.pValue(row.cells[column]) else { return nil }
                return (p, paper.place(table, row: row, column: column))
            }
            guard !cells.isEmpty else { continue }
            let pattern = Pattern("(?<![\\w-])\(Paper.escaped(label))(?![\\w-])")
            found[label, default: LabelledP(label: label, pattern: pattern, cells: [])].cells += cells
        }
    }
    return found.keys.sorted().compactMap { found[$0] }
}
