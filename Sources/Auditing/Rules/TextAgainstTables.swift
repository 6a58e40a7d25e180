internal import ManuscriptReading

/// A row of a table that sentences can speak of by its label.
private struct NamedRow {
    var pattern: Pattern
    var table: ManuscriptTable
    var row: ManuscriptTable.Row
    /// The rows whose counts a sentence about the label can mean.
    var family: [ManuscriptTable.Row]
    var length: Int
}

/// Counts, percentages and p-values of sentences against the rows of the tables that they speak of.
func textAgainstTables(_ paper: Paper) -> [Finding] {
    let rows = namedRows(paper)
    return paper.sentences.flatMap { sentence -> [Finding] in
        let passage = paper.passage(of: sentence)
        guard [.abstract, .results, .discussion].contains(passage.part), passage.role == .paragraph,
            sentence.plain.contains(where: { $0.isNumber }) || numberWord.matches(sentence.plain)
        else { return [] }
        var mentions: [(row: NamedRow, range: Range<Int>)] = []
        for row in rows {
            for match in row.pattern.matches(in: sentence.plain)
            where !mentions.contains(where: { $0.range.overlaps(match.range) && $0.row.length > row.length }) {
                mentions.append((row, match.range))
            }
        }
        mentions.sort { $0.range.lowerBound < $1.range.lowerBound }
        return mentions.enumerated().flatMap { index, mention -> [Finding] in
            let next =
                mentions[(index + 1)...].first { $0.range.lowerBound >= mention.range.upperBound }?.range.lowerBound
                ?? sentence.plain.utf16.count
            return percentages(mention.row, mention.range.upperBound..<next, sentence, paper)
                + counts(mention.row, mention.range, sentence, mentions.map(\.row), paper)
        }
    }
}

private let generic: Set = [
    "total", "other", "others", "stage", "group", "variable", "characteristic", "median", "range", "first", "second",
    "treatment", "gender", "patients", "age", "events", "survival", "response", "yes", "no",
]

private func namedRows(_ paper: Paper) -> [NamedRow] {
    paper.manuscript.tables.flatMap { table -> [NamedRow] in
        guard !paper.countColumns(of: table).isEmpty else { return [] }
        let byBlock = Dictionary(blocks(of: table).map { ($0.name, $0.rows) }, uniquingKeysWith: { $0 + $1 })
        let alone = table.rows.filter { !$0.isHeading && ($0.block.isEmpty || $0.label.plain.count > 6) }.compactMap {
            row in
            named(row.label.plain, table, row, [row])
        }
        let headed = byBlock.compactMap { block, rows -> NamedRow? in
            let isYesNo = rows.count == 2 && rows.contains { yes.matches($0.label.plain) }
            guard isYesNo, let row = rows.first(where: { yes.matches($0.label.plain) }) else { return nil }
            return named(ManuscriptText(block).plain, table, row, rows)
        }
        return alone + headed
    }
}

private let abbreviation = Pattern(#"^[A-Z]{3,6}$"#, caseless: false)

private let yes = Pattern(#"^(?:yes|present|positive)$"#)

private func named(
    _ label: String, _ table: ManuscriptTable, _ row: ManuscriptTable.Row, _ family: [ManuscriptTable.Row]
) -> NamedRow? {
    let bare = label.lowercased().prefix { $0 != "(" && $0 != "," && $0 != ":" }
    let words = bare.split { !$0.isLetter && $0 != "-" }.map(String.init)
    // An abbreviation such as ORR says as much as a long word.
    if abbreviation.matches(label) {
        return NamedRow(
            pattern: Pattern("(?<![\\w-])\(Paper.escaped(label))(?![\\w])", caseless: false), table: table, row: row,
            family: family, length: label.count)
    }
    guard !words.isEmpty, words.count <= 5, words.map(\.count).reduce(0, +) >= 5,
        !words.allSatisfy({ generic.contains($0) || $0.count < 4 })
    else { return nil }
    let stems = words.map { word in
        word.count > 6 ? Paper.escaped(String(word.dropLast(2))) + "\\w*" : Paper.escaped(word)
    }
    return NamedRow(
        pattern: Pattern("(?<![\\w-])" + stems.joined(separator: "[\\s-]+") + "(?![\\w])"), table: table, row: row,
        family: family,
        length: bare.count)
}

private let percent = Pattern(
    #"(?<![\w.(\-]|\d\s)(\d{1,3}(?:\.\d+)?)\s*%(?!\s*(?:CI|confidence))|(?<=[\(\[])(\d{1,3}(?:\.\d+)?)\s*%(?!\s*(?:CI|confidence))"#
)

/// Percentages that follow a label: where some are the row's and one is not, that one is wrong.
private func percentages(_ named: NamedRow, _ range: Range<Int>, _ sentence: Sentence, _ paper: Paper) -> [Finding] {
    let stop = min(range.upperBound, range.lowerBound + 170)
    let segment = ManuscriptText.slice(sentence.plain, range.lowerBound..<stop)
    let end = segment.firstIndex(of: ";").map { segment[..<$0].utf16.count } ?? segment.utf16.count
    let p = PNotation.pattern.firstMatch(in: segment).flatMap { $0.range.lowerBound < end ? $0 : nil }
    let found = percent.matches(in: segment).filter { $0.range.lowerBound < (p?.range.lowerBound ?? end) }
    let values = found.compactMap { ($0[1] ?? $0[2]).flatMap { PrintedNumber($0) } }
    guard (2...3).contains(values.count), values.count == found.count else { return [] }
    let columns = paper.countColumns(of: named.table)
    let printed = columns.compactMap { column -> (column: Int, value: Double, percent: PrintedNumber)? in
        guard let share = Share(named.row.cells[column.index].value) else { return nil }
        return (column.index, 100 * Double(share.count) / Double(column.n), share.percent)
    }
    func hits(_ value: PrintedNumber) -> [Int] {
        printed.filter { value.admits($0.value) || ($0.percent.agrees(with: value) && !$0.percent.admits($0.value)) }
            .map(\.column)
    }
    let matched = values.map(hits)
    let misses = values.indices.filter { matched[$0].isEmpty }
    if misses.count == 1, values.count - misses.count >= 1, let miss = misses.first {
        let nearest = printed.filter { item in !matched.joined().contains(item.column) || printed.count == 1 }
            .min { abs($0.percent.value - values[miss].value) < abs($1.percent.value - values[miss].value) }
        guard let nearest else { return [] }
        let isNear = abs(nearest.percent.value - values[miss].value) < 2
        let start = range.lowerBound + found[miss].range.lowerBound
        return [
            Finding(
                rule: .textAgainstTable, certainty: isNear ? .contradiction : .suspicious,
                place: paper.place(sentence, start..<(start + found[miss].range.count)),
                printed: "\(named.row.label.printed): \(values[miss].text)%",
                expected:
                    "\(nearest.percent.text)%, as in \(named.table.name), row '\(named.row.name)', column '\(named.table.columns[nearest.column].name)'",
                settle: "the count behind it")
        ]
    }
    guard misses.isEmpty, let p, let value = PNotation.value(p) else { return [] }
    return againstRowP(
        named, matched, value, (range.lowerBound + p.range.lowerBound)..<(range.lowerBound + p.range.upperBound),
        sentence, paper)
}

private func againstRowP(
    _ named: NamedRow, _ matched: [[Int]], _ p: PrintedPValue, _ range: Range<Int>, _ sentence: Sentence, _ paper: Paper
) -> [Finding] {
    let tested = paper.testedColumns(of: named.table).filter { tested in
        let columns = Set(tested.counts.map(\.index))
        return matched.allSatisfy { !$0.isEmpty && !columns.isDisjoint(with: $0) }
    }
    let cells = tested.compactMap { paper.pValue(named.row.cells[$0.p]) }
    guard !cells.isEmpty, cells.count == tested.count, !cells.contains(where: { agree($0, p) }), let first = cells.first
    else { return [] }
    return [
        Finding(
            rule: .textAgainstTable, certainty: .contradiction, place: paper.place(sentence, range),
            printed: "\(named.row.label.printed): \(p.text)",
            expected: "\(first.text), as in \(named.table.name), row '\(named.row.name)'",
            settle: "the test of this row")
    ]
}

// MARK: Counts

private let words = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
]
private let numberWord = Pattern("\\b(?:\(words.joined(separator: "|")))\\b")
private let countBefore = Pattern(
    "(?<![\\w.,+-])(\\d{1,5}|\(words.joined(separator: "|")))(?:\\s*[\\(\\[]\\s*(\\d{1,3}(?:\\.\\d+)?)\\s*%\\s*[\\)\\]])?\\s+(?:of\\s+(?:the\\s+|these\\s+)?(?:\\d+\\s+)?)?(?:patients?|cases?|individuals|subjects|participants|had|with)\\s+(?:[a-z]+\\s+){0,5}$"
)

/// A count of patients before a label that no cell of its row has.
private func counts(_ named: NamedRow, _ range: Range<Int>, _ sentence: Sentence, _ all: [NamedRow], _ paper: Paper)
    -> [Finding]
{
    let before = ManuscriptText.slice(sentence.plain, max(0, range.lowerBound - 90)..<range.lowerBound)
    guard let match = countBefore.firstMatch(in: before), let word = match[1],
        let value = Int(word) ?? words.firstIndex(of: word.lowercased()).map({ $0 + 1 })
    else { return [] }
    let known = Set(named.family.flatMap { row in row.cells.compactMap { count(in: $0) } })
    let others = all.filter { $0.table.name != named.table.name }.flatMap {
        $0.family.flatMap { row in row.cells.compactMap { count(in: $0) } }
    }
    let sizes = paper.sizes
    guard !known.contains(value), !others.contains(value), !sizes.contains(value), !known.isEmpty else { return [] }
    let yesCounts = named.row.cells.enumerated().compactMap { index, cell in count(in: cell).map { (index, $0) } }
    let mentioned = paper.groupMentions(in: sentence.plain).map(\.group.name)
    let own = yesCounts.filter { index, _ in
        mentioned.contains { name in named.table.columns[index].heads.contains { Paper.group(ofHead: $0)?.name == name }
        }
    }
    let expected = (own.isEmpty ? yesCounts : own).map { "\($0.1) (\(named.table.columns[$0.0].name))" }
    let start = max(0, range.lowerBound - 90) + match.range.lowerBound
    return [
        Finding(
            rule: .textAgainstTable, certainty: .suspicious, place: paper.place(sentence, start..<range.upperBound),
            printed: paper.quote(sentence, start..<range.upperBound),
            expected: "a count of \(named.table.name), row '\(named.row.name)': \(expected.joined(separator: ", "))",
            settle: "the count of these patients")
    ]
}
