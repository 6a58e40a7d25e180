internal import Foundation
internal import ManuscriptReading
internal import Mathematics

extension Paper {
    private static let eventsWord = Pattern(#"(\d+)\s+events?\b"#)

    /// The most events that can stand behind an effect.
    func mostEvents(for effect: Effect) -> (count: Int, words: String, isCertain: Bool)? {
        guard effect.kind == .ratio, isContrast(effect) else { return nil }
        if let cell = cell(effect) {
            for note in cell.table.notes where effect.endpoint.map({ note.plain.contains($0) }) ?? false {
                let counts = Self.eventsWord.matches(in: note.plain).compactMap { $0[1].flatMap { Int($0) } }
                if let most = counts.max() { return (most, "\(most) \(effect.endpoint ?? "") events", true) }
            }
        }
        let sum = groups.count >= 2 ? totalSize : nil
        guard let sum, isOfAllPatients(effect) else { return nil }
        return (sum, "at most \(sum) patients", true)
    }

    private static let contrastWord = Pattern(#"\bvs?\b|versus|compared|against|[<>≤≥]|\byes\b|\bno\b"#)
    private static let slopeWord = Pattern(
        #"\bper\b|\beach\b|increase|continuous|\bmeans?\b|log-?transformed|doubling"#)

    /// Whether a ratio compares two groups of patients: only then its standard error has a least value.
    private func isContrast(_ effect: Effect) -> Bool {
        let subject = ownSubject(of: effect)
        guard !Self.slopeWord.matches(ManuscriptText(effect.subject).plain) else { return false }
        return Self.contrastWord.matches(ManuscriptText(subject).plain) || !groupMentions(in: subject).isEmpty
    }

    private static let ownName = Pattern(#"(?:^|,|\band\b|\bfor\b)\s*[^\s(,;][^(;]*[\(\[][^()\[\]]*$"#)

    /// The words that tell what a ratio compares. Of several in a sentence, one in brackets after a name of its own, as in
    /// `stage (HR of III against II 1.7 (…)) and age (HR 1.02 (…))`, shares nothing with those before it.
    private func ownSubject(of effect: Effect) -> String {
        guard case .sentence(let sentence, let range) = effect.origin else { return effect.subject }
        let others = effects.compactMap { other -> Range<Int>? in
            guard case .sentence(let place, let range) = other.origin, place.passage == sentence.passage,
                place.range == sentence.range
            else { return nil }
            return range
        }
        let start = others.filter { $0.upperBound <= range.lowerBound }.map(\.upperBound).max() ?? 0
        let end = others.filter { $0.lowerBound >= range.upperBound }.map(\.lowerBound).min()
        let lead = ManuscriptText.slice(sentence.plain, start..<range.lowerBound)
        guard Self.ownName.matches(lead) else { return effect.subject }
        return lead
            + ManuscriptText.slice(sentence.plain, range.upperBound..<min(end ?? .max, range.upperBound + 45))
    }

    /// The size of the whole cohort: the total of a table, or the largest size that is the sum of two groups.
    var totalSize: Int? {
        let totals = manuscript.tables.flatMap(\.columns).flatMap(\.heads).compactMap(Self.group(ofHead:))
            .filter { Self.isTotal($0.name) }.map(\.n)
        if let total = totals.max() { return total }
        let byTable = manuscript.tables.map { table in
            Set(table.columns.flatMap(\.heads).compactMap(Self.group(ofHead:)))
        }
        return byTable.map { $0.reduce(0) { $0 + $1.n } }.max().flatMap { $0 > 0 ? $0 : nil }
    }

    /// Other cohorts' results are cited in introduction and discussion.
    func isOfAllPatients(_ effect: Effect) -> Bool {
        switch effect.origin {
        case .cell: true
        case .sentence(let sentence, _): [.abstract, .results].contains(passage(of: sentence).part)
        }
    }
}

// MARK: Copies

/// The same estimate and limits for two different things.
func copiedEstimates(_ paper: Paper) -> [Finding] {
    var result: [Finding] = []
    let ratios = paper.effects.filter { $0.kind == .ratio && digits($0.estimate) >= 6 && width($0.estimate) >= 20 }
    var byPrint: [String: [Effect]] = [:]
    for effect in ratios {
        let estimate = effect.estimate
        byPrint["\(estimate.value.value)|\(estimate.lower?.value ?? 0)|\(estimate.upper?.value ?? 0)", default: []]
            .append(effect)
    }
    for effects in byPrint.values where effects.count > 1 {
        guard let (first, second) = differentPair(effects, paper) else { continue }
        let what =
            first.endpoint != second.endpoint && first.endpoint != nil && second.endpoint != nil
            ? "\(first.endpoint ?? "") and \(second.endpoint ?? "")" : "two different rows"
        result.append(
            Finding(
                rule: .copiedEstimate, certainty: .suspicious, place: paper.place(second),
                printed: paper.quote(second),
                expected:
                    "another estimate: the same ratio and limits are printed for \(what) (also at \(paper.place(first).description))",
                settle: "the output of both models"))
    }
    return result.sorted { ($0.place.line ?? 0, $0.printed) < ($1.place.line ?? 0, $1.printed) }
}

/// The interval's width in units of its last digit: a narrow one is often printed alike.
private func width(_ estimate: PrintedEstimate) -> Double {
    guard let lower = estimate.lower, let upper = estimate.upper else { return 0 }
    return (upper.value - lower.value) / (2 * upper.halfUnit)
}

private func digits(_ estimate: PrintedEstimate) -> Int {
    [estimate.value, estimate.lower, estimate.upper].compactMap { $0?.text.filter(\.isNumber).count }.reduce(0, +)
}

private func differentPair(_ effects: [Effect], _ paper: Paper) -> (Effect, Effect)? {
    for (index, first) in effects.enumerated() {
        for second in effects[(index + 1)...] {
            if let a = first.endpoint, let b = second.endpoint, a != b { return (first, second) }
            guard case .cell(let table, let row, let column) = first.origin,
                case .cell(let otherTable, let otherRow, let otherColumn) = second.origin, table == otherTable
            else { continue }
            // One variable's levels and totals can share a value; rows of different variables hardly can.
            let rows = paper.manuscript.tables[table].rows
            if column == otherColumn, row != otherRow, rows[row].name != rows[otherRow].name,
                rows[row].block != rows[otherRow].block || rows[row].block.isEmpty
            {
                return (first, second)
            }
        }
    }
    return nil
}

// MARK: Subgroups

/// p for interaction against the subgroups' estimates.
func interactionRules(_ paper: Paper) -> [Finding] {
    tableInteractions(paper) + textInteractions(paper)
}

private let interactionWord = Pattern(#"interaction"#)

private func textInteractions(_ paper: Paper) -> [Finding] {
    paper.sentences.flatMap { sentence -> [Finding] in
        guard interactionWord.matches(sentence.plain) else { return [] }
        let own = paper.effects.compactMap { effect -> (effect: Effect, range: Range<Int>)? in
            guard case .sentence(let other, let range) = effect.origin, effect.kind == .ratio,
                other.passage == sentence.passage, other.range == sentence.range
            else { return nil }
            return (effect, range)
        }
        var start = 0
        return PNotation.pattern.matches(in: sentence.plain).compactMap { match in
            let words = ManuscriptText.slice(
                sentence.plain, max(0, match.range.lowerBound - 30)..<(match.range.upperBound + 18))
            guard interactionWord.matches(words), let p = PNotation.value(match) else { return nil }
            let pair = own.filter { $0.range.lowerBound >= start && $0.range.upperBound <= match.range.lowerBound }.map(
                \.effect)
            start = match.range.upperBound
            guard pair.count == 2, pair[0].endpoint == pair[1].endpoint, let expected = interaction(pair[0], pair[1]),
                isFar(p, expected)
            else { return nil }
            return Finding(
                rule: .interactionAgainstSubgroups, certainty: .suspicious, place: paper.place(sentence, match.range),
                printed: pair.map(\.estimate.text).joined(separator: "; ") + "; " + paper.quote(sentence, match.range),
                expected: interactionText(expected), settle: "the test of the product term, and the subgroups' models")
        }
    }
}

private func tableInteractions(_ paper: Paper) -> [Finding] {
    paper.manuscript.tables.enumerated().flatMap { index, table -> [Finding] in
        guard let column = table.columns.firstIndex(where: { paper.isInteractionColumn($0) }) else { return [] }
        var blocks: [String: [Effect]] = [:]
        for effect in paper.effects where effect.kind == .ratio {
            guard case .cell(index, let row, let at) = effect.origin, at < column, !table.rows[row].block.isEmpty else {
                continue
            }
            blocks["\(table.rows[row].block)", default: []].append(effect)
        }
        return blocks.flatMap { block, effects -> [Finding] in
            guard effects.count == 2, let expected = interaction(effects[0], effects[1]),
                let row = table.rows.first(where: {
                    ($0.isHeading && $0.label.printed == block || $0.block == block)
                        && paper.pValue($0.cells[column]) != nil
                }),
                let p = paper.pValue(row.cells[column]), isFar(p, expected)
            else { return [] }
            return [
                Finding(
                    rule: .interactionAgainstSubgroups, certainty: .suspicious,
                    place: paper.place(table, row: row, column: column), printed: p.text,
                    expected: interactionText(expected),
                    settle: "the test of the product term, and the subgroups' models")
            ]
        }
    }
}

/// The range of p-values that the difference of two independent log ratios gives.
private func interaction(_ a: Effect, _ b: Effect) -> ClosedRange<Double>? {
    guard let first = a.logError, let second = b.logError, a.estimate.value.lower > 0, b.estimate.value.lower > 0,
        first.upperBound.isFinite, second.upperBound.isFinite
    else { return nil }
    let low = log(a.estimate.value.lower / b.estimate.value.upper)
    let high = log(a.estimate.value.upper / b.estimate.value.lower)
    let (least, most) = (low <= 0 && high >= 0 ? 0 : min(abs(low), abs(high)), max(abs(low), abs(high)))
    let (small, large) = (hypot(first.lowerBound, second.lowerBound), hypot(first.upperBound, second.upperBound))
    guard small > 0 else { return nil }
    return Normal.twoSided(most / small)...Normal.twoSided(least / large)
}

private func isFar(_ p: PrintedPValue, _ expected: ClosedRange<Double>) -> Bool {
    let printed = deviate(p.interval.upperBound)...deviate(p.interval.lowerBound)
    let wald = deviate(expected.upperBound)...deviate(expected.lowerBound)
    let gap = max(printed.lowerBound - wald.upperBound, wald.lowerBound - printed.upperBound)
    return gap > 1.0
}

private func interactionText(_ expected: ClosedRange<Double>) -> String {
    "p for interaction of about \(short(expected.lowerBound)) to \(short(expected.upperBound)), by the difference of the two log ratios"
}

/// A ratio of all patients outside the ratios of both halves.
func subgroupEstimates(_ paper: Paper) -> [Finding] {
    paper.manuscript.tables.enumerated().flatMap { index, table -> [Finding] in
        let own = paper.effects.compactMap { effect -> (Effect, Int, Int)? in
            guard case .cell(index, let row, let column) = effect.origin, effect.kind == .ratio else { return nil }
            return (effect, row, column)
        }
        guard let overall = own.first(where: { overallWord.matches(ManuscriptText(table.rows[$0.1].name).plain) })
        else { return [] }
        let blocks = Dictionary(grouping: own.filter { $0.2 == overall.2 && !table.rows[$0.1].block.isEmpty }) {
            table.rows[$0.1].block
        }
        return blocks.values.compactMap { effects in
            guard effects.count >= 2 else { return nil }
            let value = overall.0.estimate.value
            let low = effects.map(\.0.estimate.value.lower).min() ?? 0
            let high = effects.map(\.0.estimate.value.upper).max() ?? 0
            // Hazard ratios are not collapsible, so that small excesses are no fault.
            guard value.lower > 0, low > 0, value.lower > high * 1.25 || value.upper < low * 0.8,
                let first = effects.first
            else { return nil }
            return Finding(
                rule: .subgroupsAgainstWhole, certainty: .suspicious,
                place: paper.place(table, row: table.rows[first.1], column: first.2),
                printed: effects.map(\.0.estimate.text).joined(separator: "; "),
                expected: "subgroups on both sides of all patients' \(overall.0.estimate.text)",
                settle: "the subgroups' models, and whether some patients are in none")
        }
    }
}

private let overallWord = Pattern(#"^(?:overall|all(?: patients)?|total|entire cohort|whole)\b"#)
