internal import ManuscriptReading

/// The count in a cell, with a percentage or without.
func count(in cell: ManuscriptTable.Cell) -> Int? {
    switch cell.value {
    case .pair(let count, _, _): count.count
    case .fraction(let count, _, _): count
    case .number(let number): number.count
    default: nil
    }
}

/// Levels that do not add up to their column's number, and totals that are not the sum of the groups.
func sums(_ paper: Paper) -> [Finding] {
    paper.manuscript.tables.flatMap { table in levelSums(table, paper) + columnSums(table, paper) } + flowSums(paper)
}

private let flow = Pattern(
    #"\bof (?:the |these )?(\d+) (?:patients|subjects|participants|individuals)\b[^.;:()]{0,60}?\b(\d+) (?:patients )?(?:were|was) (?:excluded|left out|removed)[^.;:()\d]{0,30}?\b(?:and )(?:the remaining )?(\d+) (?:patients )?(?:were|was) (?:analy[sz]ed|included|enrolled)"#
)

/// Patients of a sentence who were left out and kept, against those who were screened.
private func flowSums(_ paper: Paper) -> [Finding] {
    paper.sentences.compactMap { sentence in
        guard let match = flow.firstMatch(in: sentence.plain), let all = match[1].flatMap({ Int($0) }),
            let out = match[2].flatMap({ Int($0) }), let kept = match[3].flatMap({ Int($0) }), out + kept != all
        else { return nil }
        return Finding(
            rule: .columnsDoNotAddUp, certainty: .suspicious, place: paper.place(sentence, match.range),
            printed: paper.quote(sentence, match.range),
            expected: "\(all) in all; \(out) and \(kept) are \(out + kept)",
            settle: "the flow chart of the patients")
    }
}

private let severalNote = Pattern(#"\b(?:responses|entries|several|more than one|multiple|not mutually exclusive)\b"#)
private let missingWord = Pattern(
    #"missing|unknown|not (?:available|assessed|evaluable|known|reported|done)|^NA$|\bNE\b"#)

private func levelSums(_ table: ManuscriptTable, _ paper: Paper) -> [Finding] {
    let columns = paper.countColumns(of: table)
    guard !severalNote.matches(table.words) else { return [] }
    return blocks(of: table).flatMap { block, rows -> [Finding] in
        guard rows.count >= 2, !rows.contains(where: paper.isNoCount) else { return [] }
        var levelSets = columns.compactMap { column -> (column: CountColumn, sum: Int, fits: Bool)? in
            let counts = rows.compactMap { row in
                row.cells.indices.contains(column.index) ? count(in: row.cells[column.index]) : nil
            }
            guard counts.count == rows.count else { return nil }
            let shares = rows.compactMap { Share($0.cells[column.index].value) }
            guard !shares.isEmpty, shares.allSatisfy({ $0.agrees(with: column.n) }) else { return nil }
            return (column, counts.reduce(0, +), true)
        }
        levelSets.removeAll { $0.sum == $0.column.n }
        // Levels need not be exclusive: then all columns exceed, or fall short.
        let complete = columns.count - levelSets.count
        return levelSets.compactMap { item in
            let isLone = complete > 0
            guard isLone || rows.allSatisfy({ levelWord.matches($0.label.plain) }) else { return nil }
            let hasMissing = rows.contains { missingWord.matches($0.label.plain) } || missingWord.matches(table.words)
            if item.sum < item.column.n, hasMissing { return nil }
            return Finding(
                rule: .levelsDoNotAddUp, certainty: isLone ? .contradiction : .suspicious,
                place: paper.place(table, row: rows[0], column: item.column.index),
                printed: rows.map { "\($0.label.printed) \($0.cells[item.column.index].text.printed)" }.joined(
                    separator: ", "),
                expected: "levels of '\(block)' that add up to \(item.column.n); they add up to \(item.sum)",
                settle: "the counts, and the number of missing values")
        }
    }
}

private let levelWord = Pattern(
    #"^(?:[<>≤≥]|yes$|no$|male|female|\d|[A-D]$|I{1,3}V?$|positive|negative|present|absent)"#)

/// `Total` against the sum of the groups beside it.
private func columnSums(_ table: ManuscriptTable, _ paper: Paper) -> [Finding] {
    let counts = paper.countColumns(of: table)
    guard
        let total = counts.first(where: { column in
            let heads = table.columns[column.index].heads
            return heads.contains { Paper.isTotal(Paper.group(ofHead: $0)?.name ?? $0) }
        })
    else { return [] }
    let groups = counts.filter { $0.index != total.index }
    guard groups.count >= 2, groups.map(\.n).reduce(0, +) == total.n else { return [] }
    return table.rows.compactMap { row in
        let cells = groups.compactMap { row.cells.indices.contains($0.index) ? count(in: row.cells[$0.index]) : nil }
        guard !paper.isNoCount(row), cells.count == groups.count, row.cells.indices.contains(total.index),
            Share(row.cells[total.index].value) != nil,
            let sum = count(in: row.cells[total.index]), cells.reduce(0, +) != sum
        else { return nil }
        return Finding(
            rule: .columnsDoNotAddUp, certainty: .contradiction,
            place: paper.place(table, row: row, column: total.index),
            printed:
                "\(row.cells[total.index].text.printed) in all; \(cells.map(String.init).joined(separator: " and ")) in the groups",
            expected: "\(cells.reduce(0, +)) in all", settle: "the counts of this row")
    }
}

/// A group with two sizes in the manuscript.
func groupSizes(_ paper: Paper) -> [Finding] {
    var seen: [String: (n: Int, table: String)] = [:]
    var result: [Finding] = []
    for table in paper.manuscript.tables {
        for column in table.columns {
            guard let head = column.heads.first(where: { Paper.group(ofHead: $0) != nil }),
                let group = Paper.group(ofHead: head), column.heads.count <= 2,
                !group.name.isEmpty, !Paper.isTotal(group.name)
            else { continue }
            // "After matching: IO+T (n = 18)" is another set of patients.
            let words = ManuscriptText(column.name + " " + table.caption.plain).plain.lowercased()
            let isSubset = ["match", "after", "subgroup", "evaluable", "weight", "per-protocol"].contains {
                words.contains($0)
            }
            if isSubset { continue }
            if let other = seen[group.name], other.n != group.n, other.table != table.name {
                result.append(
                    Finding(
                        rule: .groupSizeDiffers, certainty: .suspicious, place: paper.place(table),
                        printed: "\(group.name) (n = \(group.n))", expected: "n = \(other.n), as in \(other.table)",
                        settle: "which patients this table is of"))
            } else if seen[group.name] == nil {
                seen[group.name] = (group.n, table.name)
            }
        }
    }
    return ordered(result + sizesInText(paper) + matchedPairs(paper))
}

private let partWord = Pattern(
    #"\b(?:match\w*|PSM|pairs?|evaluable|subgroups?|subset|of (?:whom|these|which|them)|among|completed|within|discontinu\w+|died|weighted|excluded|screened|remaining)\b"#
)
private let receivedWord = #"(?:received|treated with|assigned to|allocated to|underwent|in the|in)"#

/// Patients who "received A", against the size of A in the heads of the tables.
private func sizesInText(_ paper: Paper) -> [Finding] {
    var heads: [String: [(n: Int, table: String)]] = [:]
    for table in paper.manuscript.tables {
        for head in Set(table.columns.flatMap(\.heads)).sorted() {
            if let group = Paper.group(ofHead: head), !group.name.isEmpty, !Paper.isTotal(group.name) {
                heads[group.name, default: []].append((group.n, table.name))
            }
        }
    }
    guard heads.count >= 2 else { return [] }
    var seen: Set<String> = []
    return paper.sentences.flatMap { sentence -> [Finding] in
        let text = sentence.plain
        guard [.abstract, .methods, .results].contains(paper.passage(of: sentence).part),
            paper.passage(of: sentence).role == .paragraph, !partWord.matches(text), !isOfSubset(sentence, paper)
        else { return [] }
        // Those who were treated as allocated are fewer, and are told with the results.
        let isOfAll = paper.totalSize.map { Pattern("(?<![\\w.])\($0)(?![\\w.])").matches(text) } ?? false
        guard isOfAll || paper.passage(of: sentence).part == .abstract else { return [] }
        return paper.groupMentions(in: text).compactMap { mention in
            let before = ManuscriptText.slice(text, max(0, mention.range.lowerBound - 40)..<mention.range.lowerBound)
            guard let known = heads[mention.group.name], let match = sizeBefore.firstMatch(in: before),
                let n = match[1].flatMap({ Int($0) }), n > 1, !known.contains(where: { $0.n == n }),
                let first = known.first, seen.insert("\(mention.group.name)\(n)\(sentence.passage)").inserted
            else { return nil }
            let start = max(0, mention.range.lowerBound - 40) + match.range.lowerBound
            // A few of the group are a part of it.
            guard Double(n) > 0.7 * Double(first.n) else { return nil }
            return Finding(
                rule: .groupSizeDiffers, certainty: .suspicious,
                place: paper.place(sentence, start..<mention.range.upperBound),
                printed: paper.quote(sentence, start..<mention.range.upperBound),
                expected: "\(first.n) patients, as in \(first.table)", settle: "the number of patients of each group")
        }
    }
}

private let sizeBefore = Pattern(
    "(?<![\\w.,(-])(\\d{1,6})\\s+(?:patients\\s+|cases\\s+)?(?:were\\s+|had\\s+|was\\s+)?\(receivedWord)\\s+(?:the\\s+)?$"
)
private let pairs = Pattern(
    #"\b(\d+)\s+(?:matched\s+)?pairs\b[^.;()]{0,30}\(\s*(\d+)\s+[^();]{2,40}?\band\s+(\d+)\s+[^();]{2,40}\)"#)

/// Pairs of which one side has more patients.
private func matchedPairs(_ paper: Paper) -> [Finding] {
    paper.sentences.compactMap { sentence in
        guard let match = pairs.firstMatch(in: sentence.plain), let n = match[1].flatMap({ Int($0) }),
            let a = match[2].flatMap({ Int($0) }), let b = match[3].flatMap({ Int($0) }), a != n || b != n
        else { return nil }
        return Finding(
            rule: .groupSizeDiffers, certainty: a == b ? .suspicious : .contradiction,
            place: paper.place(sentence, match.range), printed: paper.quote(sentence, match.range),
            expected: "\(n) patients on each side of \(n) pairs", settle: "the matched patients")
    }
}

// MARK: Responses

private func countsByLabel(_ table: ManuscriptTable, _ pattern: Pattern, column: Int) -> (
    row: ManuscriptTable.Row, count: Int
)? {
    for row in table.rows where pattern.matches(row.label.plain) && row.cells.indices.contains(column) {
        if let value = count(in: row.cells[column]) { return (row, value) }
    }
    return nil
}

/// ORR against CR + PR, DCR against CR + PR + SD, and all categories against the number of patients.
func responseSums(_ paper: Paper) -> [Finding] {
    paper.manuscript.tables.flatMap { table -> [Finding] in
        paper.countColumns(of: table).flatMap { column -> [Finding] in
            func value(_ pattern: Pattern) -> (row: ManuscriptTable.Row, count: Int)? {
                countsByLabel(table, pattern, column: column.index)
            }
            guard let partial = value(partialResponse), let stable = value(stableDisease) else { return [] }
            let complete = value(completeResponse)?.count ?? 0
            var result: [Finding] = []
            func check(_ found: (row: ManuscriptTable.Row, count: Int)?, _ expected: Int, _ formula: String) {
                guard let found, found.count != expected else { return }
                result.append(
                    Finding(
                        rule: .responsesDoNotAddUp, certainty: .contradiction,
                        place: paper.place(table, row: found.row, column: column.index),
                        printed: found.row.cells[column.index].text.printed,
                        expected: "\(expected), the sum of \(formula)",
                        settle: "the response of each patient"))
            }
            check(value(objectiveRate), complete + partial.count, "CR and PR")
            check(value(controlRate), complete + partial.count + stable.count, "CR, PR and SD")
            if let progressive = value(progressiveDisease) {
                let unassessed = value(notEvaluable)?.count ?? 0
                let sum = complete + partial.count + stable.count + progressive.count + unassessed
                if sum > column.n || (sum < column.n && !missingWord.matches(table.words)) {
                    result.append(
                        Finding(
                            rule: .responsesDoNotAddUp, certainty: sum > column.n ? .contradiction : .cannotTell,
                            place: paper.place(table, row: progressive.row, column: column.index),
                            printed: "\(sum) responses in all",
                            expected: "\(column.n), the number of patients of the column",
                            settle: "the response of each patient, and who was not assessed"))
                }
            }
            return result
        }
    }
}

private let completeResponse = Pattern(#"^(?:CR\b|complete (?:response|remission))"#)
private let partialResponse = Pattern(#"^(?:PR\b|partial (?:response|remission))"#)
private let stableDisease = Pattern(#"^(?:SD\b|stable disease)"#)
private let progressiveDisease = Pattern(#"^(?:PD\b|progressive disease|progression)"#)
private let objectiveRate = Pattern(#"^(?:ORR\b|(?:objective|overall) response)"#)
private let controlRate = Pattern(#"^(?:DCR\b|disease control)"#)
private let notEvaluable = Pattern(#"^(?:NE\b|not (?:evaluable|assessed)|unknown|missing)"#)

// MARK: Grades

private let anyGrade = Pattern(#"\b(?:any|all)[- ]grades?\b|\bgrades?\s*1\s*-\s*[45]\b|^total$"#)
private let highGrade = Pattern(#"\bgrades?\s*(?:≥|>=|>)?\s*[345](?:\s*-\s*[45])?\b|\bsevere\b"#)

/// More patients with a high grade than with any.
func gradeOrder(_ paper: Paper) -> [Finding] {
    paper.manuscript.tables.flatMap { table -> [Finding] in
        var pairs: [(any: Int, high: Int)] = []
        for (index, column) in table.columns.enumerated()
        where anyGrade.matches(ManuscriptText(column.heads.last ?? "").plain) && !paper.isPColumn(column) {
            if index + 1 < table.columns.count,
                highGrade.matches(ManuscriptText(table.columns[index + 1].heads.last ?? "").plain)
            {
                pairs.append((index, index + 1))
            }
        }
        return pairs.flatMap { pair in
            table.rows.compactMap { row -> Finding? in
                guard row.cells.indices.contains(pair.high), let any = count(in: row.cells[pair.any]),
                    let high = count(in: row.cells[pair.high]), high > any
                else { return nil }
                return Finding(
                    rule: .gradesOutOfOrder, certainty: .contradiction,
                    place: paper.place(table, row: row, column: pair.high),
                    printed:
                        "\(row.cells[pair.high].text.printed) with a high grade, \(row.cells[pair.any].text.printed) with any",
                    expected: "at most \(any)", settle: "the counts of this event")
            }
        }
    }
}

// MARK: Numbers at risk

private let riskWord = Pattern(#"at risk"#)
private let timeHead = Pattern(#"^\s*(?:(?:month|year|day|week)s?\s*)?\d"#)

/// Numbers at risk that rise over time.
func numbersAtRisk(_ paper: Paper) -> [Finding] {
    paper.manuscript.tables.flatMap { table -> [Finding] in
        // A note may say who was at risk in a table of other numbers; only times put them in an order.
        let heads = table.columns.compactMap(\.heads.last)
        let isOverTime = heads.allSatisfy { timeHead.matches(ManuscriptText($0).plain) }
        let words = isOverTime ? table.words : table.caption.plain
        let isRiskTable = riskWord.matches(words + " " + table.columns.map(\.name).joined(separator: " "))
        return table.rows.compactMap { row -> Finding? in
            guard isRiskTable || riskWord.matches(ManuscriptText(row.name).plain) else { return nil }
            let numbers = row.cells.compactMap { count(in: $0) }
            guard numbers.count >= 3, numbers.count == row.cells.filter({ $0.value != .empty }).count,
                let rise = zip(numbers, numbers.dropFirst()).first(where: { $0 < $1 })
            else { return nil }
            return Finding(
                rule: .numbersAtRiskRise, certainty: .contradiction, place: paper.place(table, row: row),
                printed: numbers.map(String.init).joined(separator: ", "),
                expected: "numbers that never rise; \(rise.1) follows \(rise.0)", settle: "the numbers at risk")
        }
    }
        + paper.sentences.compactMap { sentence in
            guard let match = riskList.firstMatch(in: sentence.plain), let list = match[1] else { return nil }
            let numbers = list.split { !$0.isNumber }.compactMap { Int($0) }
            guard let rise = zip(numbers, numbers.dropFirst()).first(where: { $0 < $1 }) else { return nil }
            return Finding(
                rule: .numbersAtRiskRise, certainty: .suspicious, place: paper.place(sentence, match.range),
                printed: paper.quote(sentence, match.range),
                expected: "numbers that never rise; \(rise.1) follows \(rise.0)",
                settle: "the numbers at risk")
        }
}

private let riskList = Pattern(#"(?:number|patients)s? at risk[^\d.]{0,40}((?:\d+(?:,\s*|\s+)){2,}(?:and\s+)?\d+)"#)
