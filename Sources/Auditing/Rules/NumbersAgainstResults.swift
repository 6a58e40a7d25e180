internal import Foundation
internal import ManuscriptReading

/// Numbers that stand alone in sentences: medians without limits, counts, lengths of time.
extension ResultChecker {
    /// Medians that are printed without an interval, held against the medians of their endpoint and group.
    func medians() -> [Finding] {
        paper.medians.compactMap { median in
            guard median.estimate == nil, isOfResults(median.sentence) else { return nil }
            let (candidates, isCertain) = medians(like: median, in: results)
            guard
                let nearest = candidates.min(by: {
                    abs($0.value - median.value.value) < abs($1.value - median.value.value)
                }), !candidates.contains(where: { median.value.admits($0.value) })
            else { return nil }
            let place = paper.place(median.sentence, median.range)
            let printed = paper.quote(median.sentence, median.range)
            if let older, let item = medians(like: median, in: older).0.first(where: { median.value.admits($0.value) })
            {
                return stale(place, printed, item.name)
            }
            return Finding(
                rule: .notInResults, certainty: isCertain ? .contradiction : .suspicious, place: place,
                printed: "median \(printed)",
                expected: "a result; the nearest median is \(nearest.printed), '\(nearest.name)'",
                settle: "the results, or the name of the analysis that gave it")
        }
    }

    /// The medians that a printed one can be, and whether they are of its own endpoint and group.
    private func medians(like median: Median, in known: KnownResults) -> ([KnownResults.Item], Bool) {
        let all = known.items.filter { $0.name.hasSuffix(".median") }
        // `os.IO+T.median` is of the main analysis, `os.stage.IA.median` of another.
        let isMain = paper.analysis(of: median.sentence).isEmpty
        let own = all.filter { item in
            let segments = item.name.lowercased().split(separator: ".").map(String.init)
            guard let endpoint = median.endpoint?.lowercased(), segments.first == endpoint,
                (segments.count == 3) == isMain
            else { return false }
            return median.group.map { segments[segments.count - 2] == $0.name.lowercased() } ?? true
        }
        return own.isEmpty ? (all, false) : (own, median.group != nil)
    }

    // MARK: Any other number

    private static let numeral = Pattern(#"(?<![\w.,/^\-])\d+(?:,\d{3})*(?:\.\d+)?(?![\w^]|[.,/]\d|-[a-z])"#)
    /// Numbers that are no results: of tables and versions, thresholds, doses, sizes, ages and days.
    private static let before = Pattern(
        #"(?:\b(?:tables?|figs?\.?|figures?|supplementa\w+|appendix|refs?\.?|references?|versions?|v\.?|grades?|stages?|class|phase|types?|scores?|status(?: of)?|step|NCT|cycles?|day|week|at|within|every|after|below|above|under|over|least|most|than|aged?|between|type|level of|levels? of|threshold(?: of)?|limit(?: of)?)|[<>≤≥~±×])\s*(?:\d+(?:\.\d+)?\s*(?:-|to|and|or|,)\s*)*$"#
    )
    private static let after = Pattern(
        #"^\s*(?:%|-?\s*(?:Gy|mg|g|kg|mL|ml|ng|cm|mm|µg|IU|U|fractions?|cycles?|courses?|doses?)\b|\s*°|:\s*\d|-sided|\s*(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b|(?:\s*(?:-|to|and|or)\s*\d+)?\s*(?:-\s*)?(?:years? or|years? of age|years old))"#
    )
    private static let month = Pattern(
        #"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s*(?:\d{1,2},\s*)?$"#)
    private static let citation = Pattern(#"\[\d+(?:\s*[,\-]\s*\d+)*\]"#)

    /// Every number of a sentence that no other rule has looked up: a count, a time, a dose.
    func numbers() -> [Finding] {
        paper.sentences.filter(isOfResults).flatMap { sentence -> [Finding] in
            let passage = paper.passage(of: sentence)
            guard passage.role != .tableCaption, passage.role != .figureCaption else { return [] }
            let taken = lookedUp(in: sentence)
            return Self.numeral.matches(in: sentence.plain).compactMap { match in
                guard !taken.contains(where: { $0.overlaps(match.range) }), isResult(match.range, in: sentence.plain),
                    let number = match[0].flatMap({ PrintedNumber($0) })
                else { return nil }
                return check(number, paper.place(sentence, match.range), context(of: match.range, in: sentence))
            }
        }
    }

    /// Where a sentence has what other rules look up: estimates with limits, p-values, percentages, citations.
    private func lookedUp(in sentence: Sentence) -> [Range<Int>] {
        let estimates = paper.effects.compactMap { effect -> Range<Int>? in
            guard case .sentence(let other, let range) = effect.origin, other.passage == sentence.passage,
                other.range == sentence.range
            else { return nil }
            return range
        }
        let medians = paper.medians.filter {
            $0.sentence.passage == sentence.passage && $0.sentence.range == sentence.range
        }.map(\.range)
        let patterns = [PNotation.pattern, Self.percent, Self.citation].flatMap { $0.matches(in: sentence.plain) }
        return estimates + medians + patterns.map(\.range)
    }

    private func isResult(_ range: Range<Int>, in text: String) -> Bool {
        let lead = ManuscriptText.slice(text, max(0, range.lowerBound - 40)..<range.lowerBound)
        let tail = ManuscriptText.slice(text, range.upperBound..<(range.upperBound + 24))
        return !Self.before.matches(lead) && !Self.after.matches(tail) && !Self.month.matches(lead)
    }

    /// A number with the words around it, so that it is found again.
    private func context(of range: Range<Int>, in sentence: Sentence) -> String {
        let words = ManuscriptText.slice(sentence.plain, range.upperBound..<(range.upperBound + 40))
            .split(separator: " ").prefix(2)
        let length = words.isEmpty ? 0 : words.joined(separator: " ").utf16.count + 1
        return paper.quote(sentence, range.lowerBound..<min(range.upperBound + length, sentence.plain.utf16.count))
    }

    private func check(_ number: PrintedNumber, _ place: FindingPlace, _ printed: String) -> Finding? {
        // Years are dates, and one is a word.
        if number.decimals == 0, number.value <= 1 || (1900...2100).contains(number.value) { return nil }
        func found(_ known: KnownResults) -> KnownResults.Item? {
            known.items.first { item in
                guard !item.isP else { return false }
                // A whole number is a count, or another number that the bundle prints whole.
                return number.decimals == 0 && !item.isPercent && item.value.rounded() != item.value
                    ? item.printed == number.text : number.admits(item.value)
            }
        }
        if results.namedNumbers.contains(number.value) || found(results) != nil { return nil }
        if let older, let item = found(older) { return stale(place, printed, item.name) }
        let isCount = number.decimals == 0
        let nearest = results.items.filter { item in
            !item.isP && !item.isPercent && (!isCount || item.value.rounded() == item.value)
        }.min { abs($0.value - number.value) < abs($1.value - number.value) }
        guard let nearest else { return nil }
        return Finding(
            rule: .notInResults, certainty: .suspicious, place: place, printed: printed,
            expected:
                "a result; the nearest \(isCount ? "count" : "number") is \(nearest.printed), '\(nearest.name)'",
            settle: "the results, or the name of the analysis that gave it")
    }
}
