internal import Foundation
internal import ManuscriptReading

/// A label that says low against high beside a ratio above 1 of something that is worse the higher it is.
///
/// One such row can be chance; a clear ratio, or several rows of a table, are a label against the model's coding.
func labelDirections(_ paper: Paper) -> [Finding] {
    paper.manuscript.tables.enumerated().flatMap { index, table -> [Finding] in
        let rows = table.rows.enumerated().compactMap { number, row -> (row: ManuscriptTable.Row, effects: [Effect])? in
            let label = ManuscriptText(row.name).plain
            guard lowAgainstHigh(label), worseWhenHigher.matches(label) else { return nil }
            let effects = paper.effects.filter { effect in
                guard case .cell(index, number, _) = effect.origin else { return false }
                return effect.kind == .ratio && effect.estimate.value.lower > 1
            }
            return effects.isEmpty ? nil : (row, effects)
        }
        return rows.filter { item in
            rows.count >= 2 || item.effects.contains { ($0.estimate.lower?.value ?? 0) > 0.9 }
        }.map { item in
            Finding(
                rule: .labelAgainstDirection, certainty: .suspicious, place: paper.place(table, row: item.row),
                printed: item.row.name + ": " + item.effects.map(\.estimate.text).joined(separator: "; "),
                expected:
                    "a ratio below 1 for low against high, as more of this is usually worse; the ratios read as high against low",
                settle: "the reference level of the model")
        }
    }
}

private let worseWhenHigher = Pattern(
    #"\b(?:ECOG|performance status|PS|tumou?r (?:size|diameter|number|burden)|diameter|size|AFP|alpha-?fetoprotein|CA ?19-9|CEA|LDH|PSA|NLR|ALBI|stage|grade|nodes?|metastas[ie]s|invasion|Child-Pugh|number of (?:tumou?rs|lesions)|PIVKA)\b"#
)
private let comparison = Pattern(
    #"(?:[<≤]\s*=?\s*(\d+(?:\.\d+)?)[^<>≤≥]{0,20}?(?:vs?\.?|versus|/|:|against)\s*[^<>≤≥]{0,12}?[>≥]\s*=?\s*(\d+(?:\.\d+)?))"#
)
private let plainComparison = Pattern(#"\b(?:no|absent|negative)\s*(?:vs?\.?|versus)\s*(?:yes|present|positive)\b"#)

private func lowAgainstHigh(_ label: String) -> Bool {
    comparison.matches(label) || plainComparison.matches(label)
}

/// Levels that leave values without a place, such as `<400` and `400–1000` without `>1000`.
func categoryGaps(_ paper: Paper) -> [Finding] {
    var seen: Set<String> = []
    return paper.manuscript.tables.flatMap { table -> [Finding] in
        var result: [Finding] = []
        for (_, rows) in blocks(of: table) {
            if let finding = gap(in: rows.map { $0.label.plain }, table, rows.last, paper) { result.append(finding) }
        }
        for row in table.rows {
            let label = ManuscriptText(row.name).plain
            let parts = sides(of: label)
            guard parts.count == 2, let finding = gap(in: parts, table, row, paper) else { continue }
            // Each row has one level against the reference; together the rows can have them all.
            if !row.block.isEmpty {
                let levels = table.rows.filter { $0.block == row.block }.flatMap { sides(of: $0.label.plain) }
                var seen: Set<String> = []
                let all = levels.map(\.trimmed).filter { seen.insert($0).inserted }
                if all.count > 2, gap(in: all, table, row, paper) == nil { continue }
            }
            result.append(finding)
        }
        return result.filter { seen.insert($0.printed).inserted }
    }
}

private func gap(
    in labels: [String], _ table: ManuscriptTable, _ row: ManuscriptTable.Row?, _ paper: Paper
) -> Finding? {
    let spans = labels.compactMap(LevelSpan.init)
    guard spans.count == labels.count, spans.count >= 2, let row else { return nil }
    func finding(_ expected: String, _ certainty: Finding.Certainty) -> Finding {
        Finding(
            rule: .categoryGap, certainty: certainty, place: paper.place(table, row: row),
            printed: labels.map(\.trimmed).joined(separator: " / "), expected: expected,
            settle: "how the groups were made, and where the other values went")
    }
    let ordered = spans.sorted { ($0.low, $0.high) < ($1.low, $1.high) }
    guard let first = ordered.first, let last = ordered.last, first.low == -.infinity else { return nil }
    if last.high != .infinity {
        return finding(
            "a level for values above \(short(last.high)); the lowest level is open, the highest is not", .suspicious)
    }
    for (below, above) in zip(ordered, ordered.dropFirst()) {
        if below.leavesOut(before: above) {
            let words =
                below.high == above.low
                ? "a level for \(short(below.high)) itself"
                : "a level for values from \(short(below.high)) to \(short(above.low))"
            return finding(words, .suspicious)
        }
        if spans.count == 2, above.low < below.high {
            return finding(
                "levels apart from each other; values from \(short(above.low)) to \(short(below.high)) are in two",
                .suspicious)
        }
        if spans.count == 2, below.high == above.low, below.holdsHigh, above.holdsLow {
            return finding("levels apart from each other; \(short(below.high)) is in two", .suspicious)
        }
    }
    return nil
}

/// The rows of each block of levels, by the heading above them, or by labels such as `Age: <60`.
func blocks(of table: ManuscriptTable) -> [(name: String, rows: [ManuscriptTable.Row])] {
    var result: [(name: String, rows: [ManuscriptTable.Row])] = []
    var last: String?
    for row in table.rows {
        if row.isHeading {
            last = nil
            continue
        }
        if row.block.isEmpty {
            last = nil
        } else if last == row.block {
            result[result.count - 1].rows.append(row)
        } else {
            result.append((row.block, [row]))
            last = row.block
        }
    }
    return result
}

private let versus = Pattern(#"\s+(?:vs?\.?|versus)\s+"#)

/// The two sides of a label such as `<400 vs ≥400`.
private func sides(of label: String) -> [String] {
    guard let match = versus.firstMatch(in: label) else { return [label] }
    return [
        ManuscriptText.slice(label, 0..<match.range.lowerBound),
        ManuscriptText.slice(label, match.range.upperBound..<label.utf16.count),
    ]
}
