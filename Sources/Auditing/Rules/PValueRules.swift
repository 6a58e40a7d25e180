internal import ManuscriptReading

private let namedTests = Pattern(#"chi-?squared?|χ|fisher|pearson"#)
private let simulation = Pattern(#"monte[- ]carlo|simulat|random tables"#)
private let rankTests = Pattern(#"mann-?whitney|wilcoxon|kruskal|cochran|mantel|trend|mcnemar|paired"#)

private let pWord = Pattern(#"^p(?:[- ]?values?)?[\s,:(]+(?:for\s+)?"#)

/// A column of p-values with the columns of counts that it compares.
struct TestedColumns {
    var p: Int
    var counts: [CountColumn]
}

extension Paper {
    /// Which columns of counts each column of p-values compares.
    func testedColumns(of table: ManuscriptTable) -> [TestedColumns] {
        let ps = table.columns.indices.filter {
            isPColumn(table.columns[$0]) && !isInteractionColumn(table.columns[$0])
        }
        var counts = countColumns(of: table).filter { column in
            !table.columns[column.index].heads.contains { Self.isTotal(Self.group(ofHead: $0)?.name ?? $0) }
        }
        // A total without the name is as large as the others together.
        if ps.count == 1, counts.count > 2, let first = counts.first,
            first.n == counts.dropFirst().map(\.n).reduce(0, +)
        {
            counts.removeFirst()
        }
        func parts(_ index: Int) -> Set<String> {
            Set(table.columns[index].heads.flatMap { $0.components(by: ": ") }.map { $0.lowercased() })
        }
        func subject(_ p: Int) -> String? {
            let own = ManuscriptText(table.columns[p].heads.last ?? "").plain.lowercased()
            guard let match = pWord.firstMatch(in: own) else { return nil }
            let words = ManuscriptText.slice(own, match.range.upperBound..<own.utf16.count).trimmed
            return words.count >= 3 ? words.filter { !"()".contains($0) } : nil
        }
        return ps.compactMap { p in
            if ps.count == 1 { return counts.count >= 2 ? TestedColumns(p: p, counts: counts) : nil }
            let shared = counts.filter { !parts($0.index).isDisjoint(with: parts(p)) }
            if shared.count >= 2, shared.count < counts.count || ps.count == 1 {
                return TestedColumns(p: p, counts: shared)
            }
            // "p any grade" is of "A any grade" and "B any grade".
            if let words = subject(p) {
                let named = counts.filter {
                    ManuscriptText(table.columns[$0.index].name).plain.lowercased().hasSuffix(words)
                }
                if named.count >= 2, named.count < counts.count { return TestedColumns(p: p, counts: named) }
            }
            let previous = ps.last { $0 < p } ?? -1
            let between = counts.filter { $0.index > previous && $0.index < p }
            return between.count >= 2 && between.count <= 3 ? TestedColumns(p: p, counts: between) : nil
        }
    }
}

extension String {
    func components(by separator: String) -> [String] {
        var result: [String] = []
        var rest = self[...]
        while let range = rest.firstRange(of: separator) {
            result.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        return result + [String(rest)]
    }
}

/// p-values of tables and of the text recomputed from the counts beside them.
func pValuesOfCounts(_ paper: Paper) -> [Finding] {
    paper.manuscript.tables.flatMap { table in
        paper.testedColumns(of: table).flatMap { tested in recompute(tested, table, paper) }
    } + textComparisons(paper) + landmarkComparisons(paper)
}

private func recompute(_ tested: TestedColumns, _ table: ManuscriptTable, _ paper: Paper) -> [Finding] {
    var result: [Finding] = []
    let byBlock = blocks(of: table)
    func counts(_ row: ManuscriptTable.Row) -> [Int]? {
        let cells = tested.counts.compactMap {
            row.cells.indices.contains($0.index) ? Share(row.cells[$0.index].value)?.count : nil
        }
        return cells.count == tested.counts.count ? cells : nil
    }
    func p(_ row: ManuscriptTable.Row) -> PrintedPValue? {
        row.cells.indices.contains(tested.p) ? paper.pValue(row.cells[tested.p]) : nil
    }
    var done: Set<String> = []
    for (block, rows) in byBlock {
        let printed = rows.filter { p($0) != nil }
        let heading = table.rows.first { $0.isHeading && $0.label.printed == block && p($0) != nil }
        guard printed.count + (heading == nil ? 0 : 1) == 1, let row = heading ?? printed.first, let value = p(row)
        else { continue }
        done.insert(block)
        let levels = rows.filter { !missing.matches($0.label.plain) }.compactMap(counts)
        guard levels.count >= 2, levels.count == rows.filter({ !missing.matches($0.label.plain) }).count,
            !rows.contains(where: paper.isNoCount),
            isExclusive(levels, tested)
        else { continue }
        if let finding = compare(levels, value, row, tested.p, table, paper) { result.append(finding) }
    }
    for row in table.rows where !row.isHeading && !done.contains(row.block) && !paper.isNoCount(row) {
        guard let value = p(row), let cells = counts(row) else { continue }
        let totals = zip(tested.counts, row.cells.indices).map { column, _ in column.n }
        guard zip(cells, totals).allSatisfy({ $0 <= $1 }),
            zip(cells, tested.counts).allSatisfy({ count, column in
                Share(row.cells[column.index].value)?.agrees(with: column.n) ?? false
            })
        else { continue }
        if let finding = compare([cells, zip(totals, cells).map(-)], value, row, tested.p, table, paper) {
            result.append(finding)
        }
    }
    return result
}

private let missing = Pattern(#"^(?:missing|unknown|NA|not (?:available|known))\b"#)

/// Whether levels exclude each other, so that their counts make a table.
private func isExclusive(_ levels: [[Int]], _ tested: TestedColumns) -> Bool {
    tested.counts.indices.allSatisfy { group in levels.map { $0[group] }.reduce(0, +) <= tested.counts[group].n }
        && tested.counts.indices.allSatisfy { group in
            levels.map { $0[group] }.reduce(0, +) * 10 >= tested.counts[group].n * 7
        }
}

private func compare(
    _ counts: [[Int]], _ p: PrintedPValue, _ row: ManuscriptTable.Row, _ column: Int, _ table: ManuscriptTable,
    _ paper: Paper
) -> Finding? {
    guard let tests = CandidateTests(counts) else { return nil }
    let names = table.words + " " + paper.methodsWords
    let certainty: Finding.Certainty
    var expected = tests.words
    switch tests.verdict(on: p) {
    case .agrees: return nil
    case .onlyMonteCarlo where simulation.matches(names): return nil
    case .onlyMonteCarlo:
        certainty = .suspicious
        expected += "; of the usual tests only a Monte Carlo estimate of Fisher's p comes near"
    case .none(let gap):
        certainty =
            gap > 0.5 && namedTests.matches(names) && !rankTests.matches(table.words) ? .contradiction : .suspicious
    }
    return Finding(
        rule: .pOfCounts, certainty: certainty, place: paper.place(table, row: row, column: column), printed: p.text,
        expected: expected, settle: "the counts of this row and the name of the test")
}

// MARK: In the text

private let percentOnly = Pattern(#"(?<![\w.(\-])(\d{1,3}(?:\.\d+)?)\s*%(?!\s*(?:CI|confidence))"#)

/// `69.0% vs 35.7%, p = 0.006`: the counts behind the percentages are those that the groups' sizes allow.
private func textComparisons(_ paper: Paper) -> [Finding] {
    guard let (first, second) = paper.twoGroups else { return [] }
    return paper.sentences.flatMap { sentence -> [Finding] in
        let text = sentence.plain
        guard [.abstract, .results, .discussion].contains(paper.passage(of: sentence).part), text.contains("%") else {
            return []
        }
        let percents = percentOnly.matches(in: text)
        let isSurvival = paper.landmarks.contains {
            $0.sentence.passage == sentence.passage && $0.sentence.range == sentence.range
        }
        guard percents.count >= 2, !isSurvival else { return [] }
        return PNotation.pattern.matches(in: text).compactMap { match in
            let before = percents.filter { $0.range.upperBound <= match.range.lowerBound }
            guard let p = PNotation.value(match), before.count >= 2 else { return nil }
            let pair = Array(before.suffix(2))
            let gap = match.range.lowerBound - pair[1].range.upperBound
            let between = ManuscriptText.slice(text, pair[0].range.upperBound..<pair[1].range.lowerBound)
            let link = ManuscriptText.slice(text, pair[1].range.upperBound..<match.range.lowerBound)
            guard gap <= 45, between.utf16.count <= 60, !between.contains(";"), !link.contains(";"),
                !PNotation.pattern.matches(between),
                contrast.matches(between), let a = pair[0][1].flatMap({ PrintedNumber($0) }),
                let b = pair[1][1].flatMap({ PrintedNumber($0) })
            else { return nil }
            return compare(
                a, b, p, [(first.n, second.n), (second.n, first.n)], sentence,
                pair[0].range.lowerBound..<match.range.upperBound, paper)
        }
    }
}

private let contrast = Pattern(#"\bvs?\b|versus|\band\b|against|compared|,|in the"#)

extension Paper {
    /// The two groups that the paper compares; nil where there are more.
    var twoGroups: (Group, Group)? {
        var sizes: [String: (group: Group, count: Int)] = [:]
        for table in manuscript.tables {
            for head in Set(table.columns.flatMap(\.heads)) {
                if let group = Self.group(ofHead: head), !group.name.isEmpty, !Self.isTotal(group.name) {
                    sizes["\(group.name)\(group.n)", default: (group, 0)].count += 1
                }
            }
        }
        let common = sizes.values.sorted { ($0.count, $0.group.n) > ($1.count, $1.group.n) }.map(\.group)
        if common.count >= 2, let total = totalSize, let first = common.first,
            let second = common.first(where: { $0.name != first.name && $0.n + first.n == total })
        {
            return (first, second)
        }
        let names = Set(groups.map(\.name))
        return names.count == 2 && groups.count == 2 ? (groups[0], groups[1]) : nil
    }
}

private func compare(
    _ a: PrintedNumber, _ b: PrintedNumber, _ p: PrintedPValue, _ sizes: [(Int, Int)], _ sentence: Sentence,
    _ range: Range<Int>,
    _ paper: Paper
) -> Finding? {
    var best: CandidateTests?
    var closest = Double.infinity
    for (n, m) in sizes {
        for x in possibleCounts(a, n) {
            for y in possibleCounts(b, m) {
                guard let tests = CandidateTests([[x, y], [n - x, m - y]]) else { continue }
                guard case .none(let gap) = tests.verdict(on: p) else { return nil }
                if gap < closest { (best, closest) = (tests, gap) }
            }
        }
    }
    if best == nil { return impossiblePair(a, b, sizes[0], sentence, range, paper) }
    guard let best, closest > 0.12 else { return nil }
    return Finding(
        rule: .pOfCounts, certainty: closest > 0.5 ? .contradiction : .suspicious, place: paper.place(sentence, range),
        printed: paper.quote(sentence, range),
        expected: best.words + " for these percentages of \(sizes[0].0) and \(sizes[0].1) patients",
        settle: "the counts and the name of the test")
}

/// Of two compared percentages one is of a group's patients, and the other of no number of patients that is printed.
private func impossiblePair(
    _ a: PrintedNumber, _ b: PrintedNumber, _ sizes: (Int, Int), _ sentence: Sentence, _ range: Range<Int>,
    _ paper: Paper
) -> Finding? {
    func fits(_ percent: PrintedNumber, _ sizes: some Sequence<Int>) -> Bool {
        sizes.contains { !possibleCounts(percent, $0).isEmpty }
    }
    // Percentages of all patients are not compared with those of a part.
    let known = paper.sizes.union([sizes.0, sizes.1]).subtracting([sizes.0 + sizes.1])
    let odd = [a, b].filter { $0.decimals > 0 && !fits($0, known) }
    guard odd.count == 1, let percent = odd.first, fits(percent == a ? b : a, [sizes.0, sizes.1]),
        !isOfSubset(sentence, paper)
    else { return nil }
    let (n, m) = sizes
    let nearest = [n, m].map { size in
        100 * (percent.value * Double(size) / 100).rounded() / Double(size)
    }
    return Finding(
        rule: .impossiblePercent, certainty: .suspicious, place: paper.place(sentence, range),
        printed: paper.quote(sentence, range),
        expected:
            "a percentage that \(n) or \(m) patients can have: \(percent.text)% is none; the nearest are \(short(nearest[0]))% and \(short(nearest[1]))%",
        settle: "the count and its total")
}

/// The counts that print as a percentage of so many.
func possibleCounts(_ percent: PrintedNumber, _ n: Int) -> [Int] {
    let near = Int((percent.value * Double(n) / 100).rounded())
    return (max(0, near - 1)...max(0, near + 1)).filter { $0 <= n && percent.admits(100 * Double($0) / Double(n)) }
}

/// Survival percentages of two groups with a p-value, taken as plain fractions.
private func landmarkComparisons(_ paper: Paper) -> [Finding] {
    guard let (first, second) = paper.twoGroups else { return [] }
    var seen: Set<String> = []
    return paper.landmarks.compactMap { landmark -> Finding? in
        let sentence = landmark.sentence
        guard seen.insert("\(sentence.passage)/\(sentence.range)").inserted else { return nil }
        let own = paper.landmarks.filter {
            $0.sentence.passage == sentence.passage && $0.sentence.range == sentence.range
        }
        let ps = PNotation.pattern.matches(in: sentence.plain)
        guard ps.count == 1, let match = ps.first, let p = PNotation.value(match), !logRankWord.matches(sentence.plain),
            own.allSatisfy({ $0.range.upperBound <= match.range.lowerBound })
        else { return nil }
        let pairs = Dictionary(grouping: own) { "\($0.endpoint ?? "")\($0.time)" }.values.filter { $0.count == 2 }
        guard !pairs.isEmpty, pairs.count * 2 == own.count else { return nil }
        let findings = pairs.compactMap { pair in
            compare(
                pair[0].percent, pair[1].percent, p, [(first.n, second.n), (second.n, first.n)], sentence,
                pair[0].range.lowerBound..<match.range.upperBound, paper)
        }.sorted { $0.expected < $1.expected }
        guard var finding = findings.first else { return nil }
        finding.certainty = .suspicious
        finding.expected += "; p may be the log-rank test's of the whole curves"
        finding.settle = "the test of the rates at these times"
        return finding
    }
}

private let logRankWord = Pattern(#"log-?rank"#)

// MARK: Forms

private let zeroP = Pattern(
    #"(?<![A-Za-z])p(?:[- ]?values?)?\s*[=:]\s*0?\.0+(?!\d)|(?<![A-Za-z])p(?:[- ]?values?)?\s*=\s*0(?![.\d])"#)

/// `p = 0.000`.
func zeroPValues(_ paper: Paper) -> [Finding] {
    func finding(_ place: FindingPlace, _ printed: String) -> Finding {
        Finding(
            rule: .pOfZero, certainty: .contradiction, place: place, printed: printed,
            expected: "p < 0.001: no p-value is zero",
            settle: "the p-value with more digits")
    }
    let inText = paper.sentences.flatMap { sentence in
        zeroP.matches(in: sentence.plain).map {
            finding(paper.place(sentence, $0.range), paper.quote(sentence, $0.range))
        }
    }
    let inTables = paper.manuscript.tables.flatMap { table in
        table.columns.indices.filter { paper.isPColumn(table.columns[$0]) }.flatMap { column in
            table.rows.compactMap { row -> Finding? in
                guard row.cells.indices.contains(column), let p = paper.pValue(row.cells[column]),
                    p.relation != .greater,
                    p.number.value == 0
                else { return nil }
                return finding(paper.place(table, row: row, column: column), row.cells[column].text.printed)
            }
        }
    }
    return inText + inTables
}
