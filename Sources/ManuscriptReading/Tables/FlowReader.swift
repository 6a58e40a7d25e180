/// Reads a table whose layout a converter has lost: cells one a line, or a row a line with single spaces between.
///
/// What can be told apart are labels and values. A row is a label with the values that follow it; the heads are the
/// labels before the first row.
struct FlowReader {
    private let lines: [TextLine]
    private let start: Int

    init(lines: [TextLine], from start: Int) {
        self.lines = lines
        self.start = start
    }

    /// A label or a value in the flow.
    enum Item {
        case label(String, Place)
        case value(String, Place)
    }

    /// The table that begins at the line, and the line after it.
    func read() -> (table: RawTable, end: Int)? {
        var items: [Item] = []
        var index = start
        var (values, blanks) = (0, 0)
        var end = start
        while index < lines.count {
            let line = lines[index]
            if line.isBlank {
                blanks += 1
                if blanks > 3 { break }
                index += 1
                continue
            }
            let found = Self.items(of: line)
            let count = found.count { if case .value = $0 { true } else { false } }
            if Outline.caption(line.text) != nil || Self.endsTable(line.trimmed, values: count, seen: values) { break }
            blanks = 0
            values += count
            items += found
            index += 1
            if count > 0 { end = index }
        }
        guard values >= 6, let table = FlowTable(items: items, place: lines[start].place).table() else { return nil }
        return (table, end)
    }

    /// Whether a line is prose, a heading or a note below the table.
    private static func endsTable(_ line: String, values: Int, seen: Int) -> Bool {
        let length = line.utf16.count
        if values >= 3, length < 60 * (values + 1) { return false }
        if seen > 0, length > 30, Outline.isNote(line) { return true }
        if length > 90 && values < 6 { return true }
        return seen > 0 && Outline.isHeading(line) && values == 0 && (line.hasPrefix("#") || length > 12)
    }

    private static let valuePattern: Pattern = {
        let number = NumberPatterns.number
        let estimate =
            "(?:\(number)|NR|NE)\\s*[\\(\\[]\\s*(?:95\\s*%\\s*CI[:,]?\\s*)?\(NumberPatterns.limit)\(NumberPatterns.to)\(NumberPatterns.limit)\\s*[\\)\\]]"
        let share = "\\d{1,3}(?:,\\d{3})*(?:\\.\\d+)?\\s*%?\\s*\\(\\s*\(number)\\s*%?\\s*\\)"
        let fraction = "\\d+/\\d+(?:\\s*\\(\\s*\(number)\\s*%?\\s*\\))?"
        let p = "[<>]\\s*0?\\.\\d+"
        let plain = "(?<![<>≤≥=] )\(number)%?"
        let mark = "[*†‡§ᵃᵇᶜᵈᵉ]*"
        return Pattern(
            "(?<![\\w.(/<>≤≥=+~-])(?:\(estimate)|\(share)|\(fraction)|\(p)|\(plain)|-(?=\\s|$))\(mark)(?=\\s|$|,\\s)")
    }()

    /// The labels and values of a line.
    static func items(of line: TextLine) -> [Item] {
        let text = ManuscriptText(line.text)
        guard !text.plain.isEmpty else { return [] }
        var items: [Item] = []
        var offset = 0
        for match in valuePattern.matches(in: text.plain) {
            let words = text.quote(offset..<match.range.lowerBound).trimmed
            if !words.isEmpty { items.append(.label(words, line.place)) }
            items.append(.value(text.quote(match.range), line.place))
            offset = match.range.upperBound
        }
        let rest = text.quote(offset..<text.printed.utf16.count).trimmed
        if !rest.isEmpty { items.append(.label(rest, line.place)) }
        return settled(items, text.printed, line.place)
    }

    /// A single bare number before other values is a label, as in `0 14 (19.7) 5 (11.9)`; words after the values of a
    /// line that is no row make it a label altogether.
    private static func settled(_ items: [Item], _ text: String, _ place: Place) -> [Item] {
        let values = items.filter { if case .value = $0 { true } else { false } }
        let labels = items.count - values.count
        if labels == 0, values.count >= 2, case .value(let first, _) = items[0], first.allSatisfy(\.isNumber),
            case .value(let second, _) = items[1], second.contains("(")
        {
            return [.label(first, place)] + items.dropFirst()
        }
        if labels > 0, case .value = items[0], values.count < 8 { return [.label(text, place)] }
        // "Age ≥ 60 years" and "Grade 3 toxicity" are labels.
        if labels >= 2, values.count < 8 { return [.label(text, place)] }
        if labels == 1, values.count == 1, case .value(let only, _) = items[1], only.allSatisfy(\.isNumber),
            only.count <= 2
        {
            return [.label(text, place)]
        }
        return items
    }
}

/// The rows and columns of a flow of labels and values.
struct FlowTable {
    private let items: [FlowReader.Item]
    private let place: Place

    init(items: [FlowReader.Item], place: Place) {
        self.items = items
        self.place = place
    }

    private struct FlowRow {
        var labels: [(text: String, place: Place)]
        var values: [(text: String, place: Place)] = []
    }

    func table() -> RawTable? {
        var rows: [FlowRow] = []
        for item in items {
            switch item {
            case .label(let text, let place):
                if rows.last?.values.isEmpty ?? false {
                    rows[rows.count - 1].labels.append((text, place))
                } else {
                    rows.append(FlowRow(labels: [(text, place)]))
                }
            case .value(let text, let place):
                if rows.isEmpty { return nil }
                rows[rows.count - 1].values.append((text, place))
            }
        }
        rows.removeAll { $0.values.isEmpty }
        guard rows.count >= 3 else { return nil }
        let runs = Dictionary(grouping: rows.map(\.values.count), by: { $0 }).mapValues(\.count)
        guard let longest = runs.filter({ $0.value >= 2 || rows.count < 6 }).keys.max(), longest <= 40
        else { return nil }
        let (heads, rest, count) = self.heads(of: rows[0].labels.map(\.text), longest: longest)
        rows[0].labels.removeFirst(rows[0].labels.count - rest)
        let alignment = FlowAlignment(
            columns: count, rows: rows.map { $0.values.map(\.text) }, lastHeads: heads.map { $0.last ?? "" })
        var cells = headRows(heads)
        for row in rows {
            for label in row.labels.dropLast() {
                cells.append([RawTable.Cell(text: label.text, place: label.place)] + blanks(count, label.place))
            }
            let label = row.labels.last ?? ("", place)
            var line = [RawTable.Cell(text: label.text, place: label.place)] + blanks(count, label.place)
            for (value, column) in zip(row.values, alignment.columns(of: row.values.map(\.text))) {
                line[column + 1] = RawTable.Cell(text: value.text, place: value.place)
            }
            cells.append(line)
        }
        return RawTable(rows: cells, place: place, headRows: heads.first?.count ?? 1, isGuessed: true)
    }

    private func blanks(_ count: Int, _ place: Place) -> [RawTable.Cell] {
        Array(repeating: RawTable.Cell(text: "", place: place), count: count)
    }

    private func headRows(_ heads: [[String]]) -> [[RawTable.Cell]] {
        (0..<(heads.first?.count ?? 1)).map { level in
            [RawTable.Cell(text: "", place: place, isHead: true)]
                + heads.map { RawTable.Cell(text: level < $0.count ? $0[level] : "", place: place, isHead: true) }
        }
    }

    private static let lastHead = Pattern(
        #"^(?:p(?:[- ]?values?)?[*†‡ᵃᵇ]?|(?:any|all) grades?|grades?\s*(?:≥\s*)?[1-5](?:\s*-\s*[45])?|(?:HR|OR|RR)\b.*|95\s*%\s*CI|n\s*\(%\)|SMD)$"#
    )

    /// The heads of each column, how many of the first labels are left for the first row, and the number of columns.
    private func heads(of labels: [String], longest: Int) -> (heads: [[String]], rest: Int, columns: Int) {
        let cells = labels.flatMap { Self.split($0) }
        let last = cells.lastIndex { Self.lastHead.matches(ManuscriptText($0).plain) }
        let headCount = last.map { $0 + 1 } ?? min(cells.count, longest + 1)
        let rest = max(1, cells.count - headCount)
        let candidates = Array(cells.prefix(headCount).dropFirst())
        let counts = [longest, longest + 1, longest + 2]
        if let count = counts.prefix(2).first(where: { $0 == candidates.count }) {
            return (candidates.map { [$0] }, min(rest, labels.count), count)
        }
        for count in counts {
            if let spread = Self.spread(candidates, over: count) { return (spread, min(rest, labels.count), count) }
        }
        // The heads above can be lost where those right above the values are not.
        let own = candidates.suffix(longest)
        let isWhole = own.count == longest && own.allSatisfy { Self.lastHead.matches(ManuscriptText($0).plain) }
        return (isWhole ? own.map { [$0] } : (0..<longest).map { _ in [""] }, min(rest, labels.count), longest)
    }

    private static let groupSplit = Pattern(#"\(\s*n\s*=\s*\d+\s*\)\s+(?=\S)"#)

    private static let firstHead = Pattern(
        #"^(?:variables?|characteristics?|parameters?|factors?|categor(?:y|ies)|responses?|(?:treatment-related |treatment-emergent )?adverse events?|subgroups?|items?|events?)\s+(?=\S)"#
    )
    private static let usualHead = Pattern(
        #"(?:any|all) grades?|grades?\s*(?:≥\s*)?[1-5](?:\s*-\s*[45])?|(?:HR|OR|RR)\s*\(\s*95\s*%\s*CI\s*\)|\bP(?:[- ]?values?)?(?![\w(])|\b(?:uni|multi)varia\w+(?: analys[ie]s)?|\b(?:PFS|OS|DFS|RFS)\b"#
    )

    /// Heads that stand on one line: `Total (n = 71) IO+T (n = 42) p value`.
    private static func split(_ label: String) -> [String] {
        let text = ManuscriptText(label)
        let usual = usualHead.matches(in: text.plain)
        if usual.count >= 2, let first = usual.first {
            var rest = 0
            for (match, next) in zip(usual, usual.dropFirst()) {
                rest += next.range.lowerBound - match.range.upperBound - 1
            }
            if rest == 0, usual.last?.range.upperBound == text.plain.utf16.count {
                let lead = text.quote(0..<first.range.lowerBound).trimmed
                return (lead.isEmpty ? [] : [lead]) + usual.map { text.quote($0.range) }
            }
        }
        var cuts = groupSplit.matches(in: text.plain).map(\.range.upperBound)
        guard !cuts.isEmpty else { return [label] }
        if let first = firstHead.firstMatch(in: text.plain) { cuts.insert(first.range.upperBound, at: 0) }
        let edges = [0] + cuts + [text.printed.utf16.count]
        return zip(edges, edges.dropFirst()).map { text.quote($0..<$1).trimmed }
    }

    /// Spreads heads over columns: as many as columns, or below heads that span equal shares of them.
    private static func spread(_ heads: [String], over count: Int) -> [[String]]? {
        if heads.count == count { return heads.map { [$0] } }
        guard heads.count > count, count > 0 else { return nil }
        let own = heads.suffix(count)
        let above = Array(heads.dropLast(count))
        for groups in stride(from: count, through: 1, by: -1) where count % groups == 0 && above.count >= groups {
            if let wide = spread(above, over: groups) {
                return own.enumerated().map { wide[$0 / (count / groups)] + [$1] }
            }
        }
        return nil
    }
}

/// Puts the values of a row that lacks some into the columns that they suit best.
struct FlowAlignment {
    private let columns: Int
    /// The kinds of values that full rows have in each column.
    private var kinds: [Set<String>]

    init(columns: Int, rows: [[String]], lastHeads: [String]) {
        self.columns = columns
        kinds = Array(repeating: [], count: columns)
        let full = rows.filter { $0.count == columns }
        for row in full {
            for (column, value) in row.enumerated() { kinds[column].insert(Self.kind(value)) }
        }
        for (column, head) in lastHeads.enumerated() where column < columns && kinds[column].isEmpty {
            let isP = Self.pHead.matches(ManuscriptText(head).plain)
            kinds[column] = isP ? ["probability"] : ["share()", "number"]
        }
    }

    private static let pHead = Pattern(#"^p(?:[- ]?values?)?\b"#)

    /// What a value looks like, down to the sign between its limits.
    static func kind(_ text: String) -> String {
        let plain = ManuscriptText(text).plain
        switch CellValue(plain) {
        case .estimate: return "estimate" + String(plain.drop { $0 != "(" }.filter { "-~,to;".contains($0) }.prefix(1))
        case .pair(_, _, _): return "share()"
        case .fraction: return "fraction"
        case .pValue: return "probability"
        case .number(let number):
            return number.decimals >= 2 && number.value <= 1 || (number.value == 1 && number.decimals == 0)
                ? "probability" : "number"
        case .dash: return "dash"
        default: return "text"
        }
    }

    /// The column of each value, from left to right.
    func columns(of values: [String]) -> [Int] {
        if values.count >= columns { return Array(0..<values.count).map { min($0, columns - 1) } }
        let kinds = values.map(Self.kind)
        // best[i][j]: the best score of the first i values in the first j columns.
        var best = Array(repeating: Array(repeating: 0, count: columns + 1), count: values.count + 1)
        for i in 1...max(1, values.count) where i <= values.count {
            for j in 0...columns {
                var score = j >= i + 0 && j > 0 ? best[i][j - 1] : Int.min / 2
                if j < i { score = Int.min / 2 }
                if j >= i {
                    let placed = best[i - 1][j - 1] + self.score(kinds[i - 1], in: j - 1)
                    if j == i || placed > score { score = placed }
                }
                best[i][j] = score
            }
        }
        var result: [Int] = []
        var (i, j) = (values.count, columns)
        while i > 0 {
            if j > i, best[i][j] == best[i][j - 1] {
                j -= 1
            } else {
                result.append(j - 1)
                i -= 1
                j -= 1
            }
        }
        return result.reversed()
    }

    private func score(_ kind: String, in column: Int) -> Int {
        if kinds[column].contains(kind) { return 4 }
        if kind.hasPrefix("estimate"), kinds[column].contains(where: { $0.hasPrefix("estimate") }) { return 2 }
        if kind == "dash" { return 1 }
        return -2
    }
}
