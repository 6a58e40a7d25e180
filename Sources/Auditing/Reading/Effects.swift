internal import Foundation
internal import ManuscriptReading

/// An estimate with its limits, in the text or a table, and the p-value beside it.
struct Effect {
    /// What is estimated.
    enum Kind {
        case ratio, median, percent, other
    }

    /// Where it stands.
    enum Origin {
        case sentence(Sentence, Range<Int>)
        case cell(table: Int, row: Int, column: Int)
    }

    var kind: Kind
    var estimate: PrintedEstimate
    var pValue: PrintedPValue?
    /// The column of the p-value, in a table.
    var pColumn: Int?
    var endpoint: String?
    var origin: Origin
    /// The words that tell what is compared: the sentence, or the row's label.
    var subject: String
    /// What the p-value is said to come from.
    var testWords: String

    /// The standard error of the log ratio, as the limits imply it, with its range by rounding.
    var logError: ClosedRange<Double>? {
        guard kind == .ratio, let lower = estimate.lower, let upper = estimate.upper, upper.lower > 0 else {
            return nil
        }
        let width = 2 * 1.959963984540054 * (confidence == 0.95 ? 1 : confidence == 0.9 ? 0.8392 : 1.3142)
        let widest = lower.lower > 0 ? log(upper.upper / lower.lower) / width : Double.infinity
        let narrowest = log(max(1, upper.lower / max(lower.upper, 1e-300))) / width
        return narrowest <= widest ? narrowest...widest : nil
    }

    private var confidence: Double {
        estimate.words.contains("99") ? 0.99 : estimate.words.contains("90") ? 0.9 : 0.95
    }
}

extension Paper {
    private static let ratioWord = Pattern(
        #"\b(?:[as]?HRs?|OR|ORs|aOR|RR|SHR|hazard ratios?|odds ratios?|relative risks?|risk ratios?|rate ratios?)\b"#,
        caseless: false)
    private static let medianWord = Pattern(#"\bmedians?\b|\bm(?:PFS|OS)\b"#)
    private static let differenceWord = Pattern(#"\bdifferences?\b"#)
    private static let intervalWords =
        #"(?:(?:9[059]|99)(?:\.\d)?\s*%?\s*)?(?:C\.?I\.?|CrI|confidence intervals?|confidence limits?|interquartile range|IQR|range)(?:\s*\(?CI\)?)?(?:\s*(?:range|of|was|is))?\s*[:,=]?\s*"#
    private static let textEstimate: Pattern = {
        let (number, limit, to) = (NumberPatterns.number, NumberPatterns.limit, NumberPatterns.to)
        let unit = #"\s*(%|months?|mo\b|years?|days?|weeks?|Gy)?"#
        return Pattern(
            "(?<![\\w.])(\(number))\(unit)\\s*[,;:]?\\s*(?:[\\(\\[]\\s*(\(intervalWords))?|(\(intervalWords)))[\\(\\[]?\\s*(\(limit))(\(to))(\(limit))(?![\\d/]|\\.\\d)(?:[\\)\\]])?"
        )
    }()

    /// The estimates of the sentences.
    func textEffects() -> [Effect] {
        sentences.flatMap { sentence in effects(in: sentence) }
    }

    private func effects(in sentence: Sentence) -> [Effect] {
        let text = sentence.plain
        guard text.contains(where: \.isNumber) else { return [] }
        let matches = Self.textEstimate.matches(in: text)
        let pValues = PNotation.pattern.matches(in: text)
        var previous: Effect.Kind?
        return matches.enumerated().compactMap { index, match in
            guard let value = match[1].flatMap({ PrintedNumber($0) }) else { return nil }
            let words = (match[3] ?? match[4] ?? "").trimmed
            let (lower, upper) = (match[5].flatMap { PrintedNumber($0) }, match[7].flatMap { PrintedNumber($0) })
            let estimate = PrintedEstimate(
                value: value, lower: lower, upper: upper, words: words, text: match[0] ?? "")
            guard Self.isEstimate(estimate), !Self.isTime(match.range, in: text) else { return nil }
            let before = ManuscriptText.slice(text, max(0, match.range.lowerBound - 90)..<match.range.lowerBound)
            var kind = Self.kind(before: before, unit: match[2])
            // "HR 0.56 (…) for A and 0.32 (…) for B".
            if kind == .other, (match[2] ?? "").isEmpty, previous == .ratio, !Self.medianWord.matches(before) {
                kind = .ratio
            }
            previous = kind
            let next = index + 1 < matches.count ? matches[index + 1].range.lowerBound : text.utf16.count
            let p = pValues.first {
                $0.range.lowerBound >= match.range.upperBound
                    && $0.range.lowerBound < min(next, match.range.upperBound + 45)
            }
            let gap = p.map { ManuscriptText.slice(text, match.range.upperBound..<$0.range.lowerBound) } ?? ""
            let after = p.map { ManuscriptText.slice(text, $0.range.upperBound..<($0.range.upperBound + 18)) } ?? ""
            let own = kind == .ratio && !Self.otherTest.matches(gap + (p?[0] ?? "") + after)
            return Effect(
                kind: kind, estimate: estimate, pValue: own ? p.flatMap(PNotation.value) : nil, pColumn: nil,
                endpoint: endpoint(sentence, at: match.range.lowerBound), origin: .sentence(sentence, match.range),
                subject: text, testWords: text + " " + methodsWords)
        }
    }

    private static let otherTest = Pattern(#"log-?rank|interaction|trend|heterogeneity"#)

    /// Numbers in brackets can be citations, pages and dates.
    private static func isEstimate(_ estimate: PrintedEstimate) -> Bool {
        // The level of an interval whose estimate is not reached.
        if [90, 95, 99].contains(estimate.value.value), estimate.text.contains("%"),
            estimate.words.lowercased().hasPrefix("ci")
        {
            return false
        }
        if !estimate.words.isEmpty { return true }
        guard let lower = estimate.lower, let upper = estimate.upper else {
            return estimate.value.decimals > 0 || estimate.text.lowercased().contains("inf")
                || estimate.text.contains("∞")
        }
        if lower.decimals == 0, upper.decimals == 0, estimate.value.decimals > 0 { return false }
        return lower.value <= upper.value && (estimate.value.decimals > 0 || lower.decimals > 0)
    }

    private static func kind(before: String, unit: String?) -> Effect.Kind {
        if unit == "%" { return .percent }
        if let unit, !unit.isEmpty { return medianWord.matches(before) || unit != "Gy" ? .median : .other }
        let ratio = ratioWord.matches(in: before).last?.range.lowerBound ?? -1
        let median = medianWord.matches(in: before).last?.range.lowerBound ?? -1
        let difference = differenceWord.matches(in: before).last?.range.lowerBound ?? -1
        if ratio > median, ratio > difference { return .ratio }
        return median >= 0 && median > difference ? .median : .other
    }

    /// The endpoint that a place in a sentence speaks of: named in the sentence, before it in the passage, or above.
    func endpoint(_ sentence: Sentence, at offset: Int) -> String? {
        if let own = Endpoints.endpoint(of: sentence.plain, at: offset) { return own }
        let passage = passage(of: sentence)
        let before = ManuscriptText.slice(passage.text.plain, 0..<sentence.range.lowerBound)
        return Endpoints.mentions(in: before).last?.short ?? Endpoints.only(in: passage.heading)
    }

    /// The words of the methods, where tests are named.
    var methodsWords: String {
        manuscript.passages.filter { $0.part == .methods }.map(\.text.plain).joined(separator: " ")
    }
}

// MARK: Tables

extension Paper {
    private static let pHead = Pattern(#"(?:^|[:\s,(])p(?:[- ]?values?)?\s*[*†‡§ᵃᵇᶜ]?\)?$|^(?:log-?rank )?p\b"#)
    private static let interactionHead = Pattern(#"interaction|heterogeneity|trend"#)
    /// "Death or relapse" names no odds ratio.
    private static let ratioHead = Pattern(
        #"\b[as]?(?:HR|OR|RR|SHR)\b|(?i:\bHR\b|\baOR\b|hazard|odds|risk ratio|relative risk|\bratio\b)"#,
        caseless: false)
    private static let medianHead = Pattern(#"\bmedian|\bmean\b|IQR|range|quartile"#)
    private static let otherRatio = Pattern(#"ratio of (?:restricted )?means?|variance ratio"#)
    private static let percentHead = Pattern(#"%\s*\(95|survival at|rate|incidence at|proportion"#)
    private static let ratioCaption = Pattern(
        #"hazard ratio|odds ratio|\bcox\b|regression|univaria|multivaria|forest|\bHR\b"#)

    func isPColumn(_ column: ManuscriptTable.Column) -> Bool {
        let own = ManuscriptText(column.heads.last ?? "").plain
        let name = ManuscriptText(column.name).plain
        return
            (Self.pHead.matches(own) || Self.pHead.matches(name)
            || ManuscriptText(column.heads.first ?? "").plain.lowercased().hasPrefix("p-value")
            || ManuscriptText(column.heads.first ?? "").plain.lowercased().hasPrefix("p value"))
            && !Self.ratioHead.matches(own)
    }

    func isInteractionColumn(_ column: ManuscriptTable.Column) -> Bool {
        Self.interactionHead.matches(column.name)
    }

    /// The p-value in a cell of a column of p-values.
    func pValue(_ cell: ManuscriptTable.Cell) -> PrintedPValue? {
        switch cell.value {
        case .pValue(let p): p
        case .number(let number): (0...1).contains(number.value) ? PrintedPValue(.equal, number) : nil
        default: nil
        }
    }

    /// The estimates of the tables.
    func tableEffects() -> [Effect] {
        manuscript.tables.enumerated().flatMap { index, table in
            table.rows.enumerated().flatMap { number, row in
                row.cells.enumerated().compactMap { column, cell in
                    effect(cell, table: index, row: number, column: column)
                }
            }
        }
    }

    private func effect(_ cell: ManuscriptTable.Cell, table index: Int, row number: Int, column: Int) -> Effect? {
        let table = manuscript.tables[index]
        let row = table.rows[number]
        // Many papers print the limits in a column of their own.
        let apart = limitsApart(row, column, table)
        guard let estimate = Self.estimate(cell) ?? apart else { return nil }
        let last = apart == nil ? column : column + 1
        let kind = kind(of: table, row, column, estimate)
        var p: PrintedPValue?
        var pColumn: Int?
        if kind == .ratio, last + 1 < table.columns.count, isPColumn(table.columns[last + 1]),
            !isInteractionColumn(table.columns[last + 1])
        {
            pColumn = last + 1
            p = pValue(row.cells[last + 1])
        }
        let head = table.columns[column].name
        return Effect(
            kind: kind, estimate: estimate, pValue: p, pColumn: pColumn,
            endpoint: Endpoints.only(in: head) ?? Endpoints.only(in: row.name)
                ?? Endpoints.only(in: table.caption.plain),
            origin: .cell(table: index, row: number, column: column), subject: row.name,
            testWords: table.words + " " + head + " " + methodsWords)
    }

    private static let limitsHead = Pattern(#"\bC\.?I\.?\b|confidence|\bcredible"#)

    private static func estimate(_ cell: ManuscriptTable.Cell) -> PrintedEstimate? {
        if case .estimate(let estimate) = cell.value { estimate } else { nil }
    }

    /// A ratio with its limits in the next column.
    private func limitsApart(_ row: ManuscriptTable.Row, _ column: Int, _ table: ManuscriptTable) -> PrintedEstimate? {
        guard column + 1 < row.cells.count, case .number(let value) = row.cells[column].value,
            case .interval(let lower, let upper) = row.cells[column + 1].value,
            Self.limitsHead.matches(ManuscriptText(table.columns[column + 1].heads.last ?? "").plain),
            Self.ratioHead.matches(table.columns[column].name)
        else { return nil }
        return PrintedEstimate(
            value: value, lower: lower, upper: upper, words: "CI",
            text: "\(value.text) (\(lower.text)-\(upper.text))")
    }

    private func kind(
        of table: ManuscriptTable, _ row: ManuscriptTable.Row, _ column: Int, _ estimate: PrintedEstimate
    ) -> Effect.Kind {
        let (head, label) = (table.columns[column].name, ManuscriptText(row.name).plain)
        if Self.otherRatio.matches(label + " " + head) { return .other }
        if Self.ratioHead.matches(label) { return .ratio }
        if Self.medianHead.matches(label) { return .median }
        if Self.percentHead.matches(label) { return .percent }
        if Self.ratioHead.matches(head) { return .ratio }
        if Self.medianHead.matches(head) { return .median }
        if Self.percentHead.matches(head) { return .percent }
        let isPositive = (estimate.lower?.value ?? 0) >= 0
        return Self.ratioCaption.matches(table.caption.plain) && isPositive ? .ratio : .other
    }

    /// The table and row of an estimate in a table.
    func cell(_ effect: Effect) -> (table: ManuscriptTable, row: ManuscriptTable.Row, column: Int)? {
        guard case .cell(let table, let row, let column) = effect.origin else { return nil }
        return (manuscript.tables[table], manuscript.tables[table].rows[row], column)
    }

    func place(_ effect: Effect) -> FindingPlace {
        switch effect.origin {
        case .sentence(let sentence, let range): place(sentence, range)
        case .cell(let table, let row, let column):
            place(manuscript.tables[table], row: manuscript.tables[table].rows[row], column: column)
        }
    }

    func quote(_ effect: Effect) -> String {
        switch effect.origin {
        case .sentence(let sentence, let range):
            quote(sentence, range) + (effect.pValue.map { "; \($0.text)" } ?? "")
        case .cell(let table, let row, let column):
            (Self.estimate(manuscript.tables[table].rows[row].cells[column]) == nil
                ? effect.estimate.text : manuscript.tables[table].rows[row].cells[column].text.printed)
                + (effect.pValue.map { ", \($0.text)" } ?? "")
        }
    }
}
