internal import ManuscriptReading

private let responsesNote = Pattern(#"\b(?:responses|entries|sites|lesions|events|several|more than one|multiple)\b"#)
private let knownNote = Pattern(#"known|available|missing|non-?missing|evaluable|assessable"#)

/// Percentages of a table's cells against their counts and the column's number of patients.
func percentagesOfCounts(_ paper: Paper) -> [Finding] {
    paper.manuscript.tables.flatMap { table -> [Finding] in
        paper.countColumns(of: table).flatMap { column in check(column, of: table, paper) }
            + fractions(of: table, paper)
    }
}

private func check(_ column: CountColumn, of table: ManuscriptTable, _ paper: Paper) -> [Finding] {
    var result: [Finding] = []
    let byBlock = Dictionary(blocks(of: table).map { ($0.name, $0.rows) }, uniquingKeysWith: { $0 + $1 })
    var told: Set<String> = []
    for row in table.rows where row.cells.indices.contains(column.index) && !paper.isNoCount(row) {
        guard case .pair(let whole, let percent, _) = row.cells[column.index].value, let count = whole.count,
            count <= column.n, percent.lower > 100, percent.value < 1000, column.isStated
        else { continue }
        result.append(
            Finding(
                rule: .percentOfCount, certainty: .contradiction,
                place: paper.place(table, row: row, column: column.index),
                printed: row.cells[column.index].text.printed,
                expected: "\(short(100 * Double(count) / Double(column.n)))% for \(count) of \(column.n)",
                settle: "the count"))
    }
    for row in table.rows where row.cells.indices.contains(column.index) && !paper.isNoCount(row) {
        guard let share = Share(row.cells[column.index].value), share.total == nil, !share.agrees(with: column.n) else {
            continue
        }
        // A row that is printed twice counts once.
        var labels: Set<String> = []
        let levels = (byBlock[row.block] ?? []).filter { labels.insert($0.label.plain).inserted }.compactMap { row in
            row.cells.indices.contains(column.index) ? Share(row.cells[column.index].value) : nil
        }
        let sum = levels.map(\.count).reduce(0, +)
        if levels.count >= 2, sum != column.n, levels.allSatisfy({ $0.agrees(with: sum) }) {
            guard told.insert(row.block).inserted, !saysSo(table, sum: sum, n: column.n) else { continue }
            result.append(otherTotal(column, sum, levels.count, table, row, paper))
            continue
        }
        if row.block.isEmpty || levels.count < 2, let total = consistentOtherTotal(table, column),
            share.agrees(with: total)
        {
            guard told.insert("").inserted, !saysSo(table, sum: total, n: column.n) else { continue }
            result.append(otherTotal(column, total, 0, table, row, paper))
            continue
        }
        // A total of known values, told by a row or a note, can differ from row to row.
        if knownNote.matches(table.words), share.count < column.n,
            share.percent.value >= 100 * Double(share.count) / Double(column.n) - 0.5
        {
            continue
        }
        let right = 100 * Double(share.count) / Double(column.n)
        let isSure = column.isStated || share.count > column.n
        result.append(
            Finding(
                rule: .percentOfCount, certainty: isSure ? .contradiction : .suspicious,
                place: paper.place(table, row: row, column: column.index),
                printed: row.cells[column.index].text.printed,
                expected: "\(short(right))% for \(share.count) of \(column.n)",
                settle: "the count and the number of patients with a known value"))
    }
    return result
}

/// A total other than the column's number that all cells of the column agree with.
private func consistentOtherTotal(_ table: ManuscriptTable, _ column: CountColumn) -> Int? {
    let shares = table.rows.filter { $0.block.isEmpty && !$0.isHeading }.compactMap { row in
        row.cells.indices.contains(column.index) ? Share(row.cells[column.index].value) : nil
    }.filter { !$0.agrees(with: column.n) }
    guard shares.count >= 3 else { return nil }
    let candidates = [shares.map(\.count).reduce(0, +)]
    return candidates.first { total in shares.allSatisfy { $0.agrees(with: total) } }
}

private func saysSo(_ table: ManuscriptTable, sum: Int, n: Int) -> Bool {
    let words = table.words
    if words.contains(" \(sum) ") && responsesNote.matches(words) { return true }
    return sum < n
        && (knownNote.matches(words)
            || table.rows.contains {
                knownNote.matches($0.label.plain) || $0.label.plain.lowercased().contains("unknown")
            })
}

private func otherTotal(
    _ column: CountColumn, _ sum: Int, _ levels: Int, _ table: ManuscriptTable, _ row: ManuscriptTable.Row,
    _ paper: Paper
) -> Finding {
    let stated = column.isStated ? "the head says n = \(column.n)" : "the column is of \(column.n) patients"
    return Finding(
        rule: .percentOfOtherTotal, certainty: sum > column.n ? .suspicious : .cannotTell,
        place: paper.place(table, row: row, column: column.index),
        printed: "\(row.name): \(row.cells[column.index].text.printed)\(levels > 1 ? " and the other levels" : "")",
        expected: "percentages of \(column.n) patients (\(stated)); all are of \(sum), the sum of the counts",
        settle: sum > column.n
            ? "a note that percentages are of entries, not of patients" : "the number of patients with missing values")
}

/// Cells that name their own total.
private func fractions(of table: ManuscriptTable, _ paper: Paper) -> [Finding] {
    table.rows.flatMap { row in
        row.cells.enumerated().compactMap { index, cell -> Finding? in
            guard case .fraction(let count, let total, let percent) = cell.value else { return nil }
            let share = percent.map { 100 * Double(count) / Double(max(1, total)) - $0.value } ?? 0
            let isWrong = percent.map { !Share.admits($0, 100 * Double(count) / Double(max(1, total))) } ?? false
            guard count > total || (isWrong && abs(share) < 200) else { return nil }
            return Finding(
                rule: .percentOfCount, certainty: .contradiction, place: paper.place(table, row: row, column: index),
                printed: cell.text.printed,
                expected: count > total
                    ? "no more than \(total) of \(total)" : "\(short(100 * Double(count) / Double(total)))%",
                settle: "the count and its total")
        }
    }
}

// MARK: In the text

private let shareInText = Pattern(
    #"(?<![\w.,/(-])(\d{1,6})\s*(?:/|of|out of)\s*(?:the\s+)?(\d{1,6})(?:\s+(?:patients|cases|subjects|participants))?\s*[\(\[,]\s*(\d{1,3}(?:\.\d+)?)\s*%"#
)
private let percentFirst = Pattern(
    #"(?<![\w.,/-])(\d{1,3}(?:\.\d+)?)\s*%\s*[\(\[]\s*(?:n\s*=\s*)?(\d{1,6})\s*(?:/|of)\s*(\d{1,6})"#)
private let countAndPercent = Pattern(
    #"(?<![\w.,/(-])(\d{1,6})\s+(?:[a-z-]+\s+){0,3}[\(\[]\s*(\d{1,3}(?:\.\d+)?)\s*%\s*[\)\],;]"#)

/// Percentages of the text against the counts beside them, and against every possible count.
func percentagesInText(_ paper: Paper) -> [Finding] {
    paper.sentences.flatMap { sentence -> [Finding] in
        let text = sentence.plain
        guard text.contains("%") else { return [] }
        var result: [Finding] = []
        for (pattern, order) in [(shareInText, [1, 2, 3]), (percentFirst, [2, 3, 1])] {
            for match in pattern.matches(in: text) {
                guard let count = match[order[0]].flatMap({ Int($0) }),
                    let total = match[order[1]].flatMap({ Int($0) }),
                    let percent = match[order[2]].flatMap({ PrintedNumber($0) }), total > 0
                else { continue }
                let right = 100 * Double(count) / Double(total)
                guard count > total || !Share.admits(percent, right) else { continue }
                result.append(
                    Finding(
                        rule: .percentOfCount, certainty: .contradiction, place: paper.place(sentence, match.range),
                        printed: paper.quote(sentence, match.range),
                        expected: "\(short(right))% for \(count) of \(total)",
                        settle: "the count and its total"))
            }
        }
        return result + impossible(in: sentence, paper)
    }
}

/// A count with a percentage that fits none of the manuscript's numbers of patients.
private func impossible(in sentence: Sentence, _ paper: Paper) -> [Finding] {
    guard [.abstract, .results, .discussion].contains(paper.passage(of: sentence).part), !paper.sizes.isEmpty else {
        return []
    }
    var result: [Finding] = []
    for match in countAndPercent.matches(in: sentence.plain) {
        guard let count = match[1].flatMap({ Int($0) }), let percent = match[2].flatMap({ PrintedNumber($0) }),
            count > 0, percent.value > 0, percent.decimals > 0, paper.passage(of: sentence).part != .discussion
        else { continue }
        let low = 100 * Double(count) / percent.upper
        let high = 100 * Double(count) / max(percent.lower, 0.0001)
        if low.rounded(.up) > high.rounded(.down) {
            result.append(
                Finding(
                    rule: .impossiblePercent, certainty: .contradiction, place: paper.place(sentence, match.range),
                    printed: paper.quote(sentence, match.range),
                    expected: "a percentage that \(count) of some whole number of patients has",
                    settle: "the count and the number of patients"))
        }
    }
    return result
}

// MARK: Means

private let meanLabel = Pattern(#"\bmean\b|±"#)
private let wholeUnits = Pattern(#"\bage\b|\byears?\b|\bnumber of\b|\bscore\b|\bfractions\b|\blesions\b|\bdays\b"#)

/// Means of whole numbers that so many patients cannot have (GRIM).
func impossibleMeans(_ paper: Paper) -> [Finding] {
    paper.manuscript.tables.flatMap { table -> [Finding] in
        table.rows.flatMap { row -> [Finding] in
            let label = ManuscriptText(row.name).plain
            guard meanLabel.matches(label + " " + row.cells.map(\.text.plain).joined(separator: " ")),
                wholeUnits.matches(label)
            else { return [] }
            return row.cells.enumerated().compactMap { index, cell in
                guard case .pair(let mean, _, false) = cell.value, mean.decimals > 0,
                    let n = table.columns[index].heads.compactMap({ Paper.group(ofHead: $0)?.n }).last,
                    Double(n) < 0.5 / mean.halfUnit
                else { return nil }
                let low = (mean.lower * Double(n)).rounded(.up)
                guard low > mean.upper * Double(n) + 1e-9 else { return nil }
                return Finding(
                    rule: .impossibleMean, certainty: .cannotTell, place: paper.place(table, row: row, column: index),
                    printed: cell.text.printed,
                    expected:
                        "a mean that \(n) whole numbers can have, such as \(short((mean.value * Double(n)).rounded() / Double(n)))",
                    settle: "whether the values are whole numbers, and whether some are missing")
            }
        }
    }
}
