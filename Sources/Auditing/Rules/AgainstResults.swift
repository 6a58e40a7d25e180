internal import Foundation
public import ManuscriptReading

/// Holds every number of a manuscript's results against those of a bundle; what only an older bundle has is called stale.
public func audit(_ manuscript: Manuscript, against results: KnownResults, older: KnownResults?) -> [Finding] {
    let paper = Paper(manuscript)
    let checker = ResultChecker(paper: paper, results: results, older: older)
    return ordered(
        checker.estimates() + checker.pValues() + checker.percentages() + checker.medians() + checker.numbers()
            + checker.cells())
}

/// Looks numbers of a manuscript up in a bundle's results.
struct ResultChecker {
    let paper: Paper
    let results: KnownResults
    let older: KnownResults?

    // MARK: Estimates with limits

    func estimates() -> [Finding] {
        paper.effects.compactMap { effect in
            guard isOfResults(effect.origin), !has(effect.estimate, results) else { return nil }
            if let older, let name = name(of: effect.estimate, older) {
                return stale(paper.place(effect), paper.quote(effect), name)
            }
            let nearest = results.triples.min { distance(effect.estimate, $0) < distance(effect.estimate, $1) }
            guard let nearest else { return nil }
            let isNear = distance(effect.estimate, nearest) < 0.35
            return Finding(
                rule: .notInResults, certainty: isNear ? .contradiction : .suspicious, place: paper.place(effect),
                printed: paper.quote(effect),
                expected: "a result; the nearest is \(nearest.printed), '\(nearest.name)'",
                settle: "the results, or the name of the analysis that gave it")
        }
    }

    private func isOfResults(_ origin: Effect.Origin) -> Bool {
        switch origin {
        case .cell: true
        case .sentence(let sentence, _): isOfResults(sentence)
        }
    }

    func isOfResults(_ sentence: Sentence) -> Bool {
        let passage = paper.passage(of: sentence)
        return [.abstract, .results].contains(passage.part) && passage.role != .note
    }

    private func matches(_ estimate: PrintedEstimate, _ triple: KnownResults.Triple) -> Bool {
        func same(_ printed: PrintedNumber?, _ value: Double?) -> Bool {
            switch (printed, value) {
            case (nil, nil): true
            case (let printed?, let value?): printed.admits(value)
            default: false
            }
        }
        return estimate.value.admits(triple.value) && same(estimate.lower, triple.lower)
            && same(estimate.upper, triple.upper)
    }

    private func has(_ estimate: PrintedEstimate, _ known: KnownResults) -> Bool { name(of: estimate, known) != nil }

    /// The name of a result that is printed like this; summaries such as a median with quartiles are numbers by themselves.
    private func name(of estimate: PrintedEstimate, _ known: KnownResults) -> String? {
        if let triple = known.triples.first(where: { matches(estimate, $0) }) { return triple.name }
        guard !estimate.words.lowercased().contains("ci") else { return nil }
        let numbers = [estimate.value, estimate.lower, estimate.upper].compactMap(\.self)
        let names = numbers.map { number in known.items.first { number.admits($0.value) }?.name }
        return names.allSatisfy { $0 != nil } ? names.first ?? nil : nil
    }

    private func distance(_ estimate: PrintedEstimate, _ triple: KnownResults.Triple) -> Double {
        func apart(_ printed: PrintedNumber?, _ value: Double?) -> Double {
            guard let printed, let value else { return printed == nil && value == nil ? 0 : 1 }
            if printed.admits(value) { return 0 }
            return min(1, abs(printed.value - value) / max(abs(printed.value), abs(value), 1e-9))
        }
        return apart(estimate.value, triple.value) + apart(estimate.lower, triple.lower)
            + apart(estimate.upper, triple.upper)
    }

    // MARK: p-values

    func pValues() -> [Finding] {
        paper.sentences.filter(isOfResults).flatMap { sentence in
            PNotation.pattern.matches(in: sentence.plain).compactMap { match in
                PNotation.value(match).flatMap {
                    check($0, paper.place(sentence, match.range), paper.quote(sentence, match.range))
                }
            }
        }
    }

    private func check(_ p: PrintedPValue, _ place: FindingPlace, _ printed: String) -> Finding? {
        // A threshold is no result.
        if p.relation != .equal, [0.05, 0.1, 0.01].contains(p.number.value) { return nil }
        func found(_ known: KnownResults) -> KnownResults.Item? { known.items.first { $0.isP && p.admits($0.value) } }
        if found(results) != nil { return nil }
        if let older, let item = found(older) { return stale(place, printed, item.name) }
        let nearest = results.items.filter(\.isP).min {
            abs(log(max($0.value, 1e-12) / max(p.number.value, 1e-12)))
                < abs(log(max($1.value, 1e-12) / max(p.number.value, 1e-12)))
        }
        guard let nearest else { return nil }
        return Finding(
            rule: .notInResults, certainty: .suspicious, place: place, printed: printed,
            expected: "a result; the nearest p-value is \(nearest.printed), '\(nearest.name)'",
            settle: "the results, or the name of the analysis that gave it")
    }

    // MARK: Percentages

    static let percent = Pattern(#"(?<![\w.\-])(\d{1,3}(?:\.\d+)?)\s*%(?!\s*(?:CI|confidence))"#)

    func percentages() -> [Finding] {
        paper.sentences.filter(isOfResults).flatMap { sentence in
            Self.percent.matches(in: sentence.plain).compactMap { match -> Finding? in
                guard let number = match[1].flatMap({ PrintedNumber($0) }), number.decimals > 0 else { return nil }
                return check(number, paper.place(sentence, match.range), paper.quote(sentence, match.range))
            }
        }
    }

    private func check(_ percent: PrintedNumber, _ place: FindingPlace, _ printed: String) -> Finding? {
        func found(_ known: KnownResults) -> KnownResults.Item? {
            known.items.first { $0.isPercent && percent.admits($0.value) }
        }
        if found(results) != nil { return nil }
        if let older, let item = found(older) { return stale(place, printed, item.name) }
        let nearest = results.items.filter(\.isPercent).min {
            abs($0.value - percent.value) < abs($1.value - percent.value)
        }
        guard let nearest else { return nil }
        return Finding(
            rule: .notInResults, certainty: .suspicious, place: place, printed: printed,
            expected: "a result; the nearest percentage is \(nearest.printed), '\(nearest.name)'",
            settle: "the results, or the count behind it")
    }

    // MARK: Cells

    func cells() -> [Finding] {
        paper.manuscript.tables.flatMap { table in
            table.rows.flatMap { row in
                row.cells.enumerated().compactMap { index, cell -> Finding? in
                    let place = paper.place(table, row: row, column: index)
                    if let share = Share(cell.value) {
                        let heads = table.columns.indices.contains(index) ? table.columns[index].heads : []
                        let size = heads.lazy.compactMap { Paper.group(ofHead: $0)?.n }.first
                        return check(share, of: size, place, cell.text.printed)
                    }
                    guard table.columns.indices.contains(index), paper.isPColumn(table.columns[index]),
                        let p = paper.pValue(cell)
                    else { return nil }
                    return check(p, place, cell.text.printed)
                }
            }
        }
    }

    private func check(_ share: Share, of size: Int?, _ place: FindingPlace, _ printed: String) -> Finding? {
        func found(_ known: KnownResults) -> String? {
            guard let count = known.items.first(where: { !$0.isP && $0.value == Double(share.count) }) else {
                return nil
            }
            // What a group's size makes of a count need not be a result by itself.
            let isKnown =
                known.items.contains { $0.isPercent && share.percent.admits($0.value) }
                || ([size.map(Double.init)].compactMap(\.self) + known.sizes(behind: share.count)).contains {
                    $0 > 0 && share.percent.admits(100 * Double(share.count) / $0)
                }
            return isKnown ? count.name : nil
        }
        if found(results) != nil { return nil }
        if let older, let name = found(older) { return stale(place, printed, name) }
        let nearest = results.items.filter(\.isPercent).min {
            abs($0.value - share.percent.value) < abs($1.value - share.percent.value)
        }
        guard let nearest else { return nil }
        return Finding(
            rule: .notInResults, certainty: .suspicious, place: place, printed: printed,
            expected:
                "a count and percentage of the results; the nearest percentage is \(nearest.printed), '\(nearest.name)'",
            settle: "the results")
    }

    func stale(_ place: FindingPlace, _ printed: String, _ name: String) -> Finding {
        Finding(
            rule: .staleNumber, certainty: .contradiction, place: place, printed: printed,
            expected: "the current result of '\(name)': only the older bundle has this number",
            settle: "the manuscript brought up to date")
    }
}
