internal import ManuscriptReading

private let apartWord = Pattern(
    #"\bmatch(?:ed|ing)\b|\bPSM\b|subgroup|multivaria|adjusted|interaction|weight|sensitivity|\bwithin\b|bootstrap|Fine|competing"#
)

/// Ratios of the abstract and the discussion that the results and tables print a little differently.
func ratioPrints(_ paper: Paper) -> [Finding] {
    let ratios = paper.effects.filter {
        $0.kind == .ratio && $0.endpoint != nil && $0.estimate.lower != nil && $0.estimate.upper != nil
    }
    let known = ratios.filter { effect in
        switch effect.origin {
        case .cell: true
        case .sentence(let sentence, _): paper.passage(of: sentence).part == .results
        }
    }
    var seen: Set<String> = []
    return ratios.compactMap { effect -> Finding? in
        guard case .sentence(let sentence, _) = effect.origin,
            [.abstract, .results, .discussion].contains(paper.passage(of: sentence).part),
            paper.passage(of: sentence).role == .paragraph, !isOfSubset(sentence, paper)
        else { return nil }
        let others = known.filter {
            $0.endpoint == effect.endpoint && !isBeside($0, sentence) && isOfAnalysis($0, sentence, paper)
        }
        if let twin = others.first(where: { isPrintedLike($0.estimate, effect.estimate) }) {
            return otherP(effect, twin, paper)
        }
        let isResult = paper.passage(of: sentence).part == .results
        guard let near = others.first(where: { isNear($0.estimate, effect.estimate, onlyDigits: isResult) }),
            seen.insert(effect.estimate.text).inserted
        else { return nil }
        // An adjusted ratio is near the crude one, and still another.
        if !isResult, apartWord.matches(sentence.plain) != isApart(near, paper) { return nil }
        return Finding(
            rule: .printedDifferently, certainty: .suspicious, place: paper.place(effect), printed: paper.quote(effect),
            expected: "\(near.estimate.text), as at \(paper.place(near).description)", settle: "the model's output")
    }
}

/// Whether one result is printed as both: alike, or one with more digits than the other.
private func isPrintedLike(_ a: PrintedEstimate, _ b: PrintedEstimate) -> Bool {
    guard a.agrees(with: b) else { return false }
    let pairs = [
        (a.value, b.value), (a.lower ?? a.value, b.lower ?? b.value), (a.upper ?? a.value, b.upper ?? b.value),
    ]
    return pairs.allSatisfy { $0.decimals != $1.decimals || $0.value == $1.value }
}

/// Whether an effect is in the same sentence, where others' results stand beside it.
private func isBeside(_ effect: Effect, _ sentence: Sentence) -> Bool {
    guard case .sentence(let other, _) = effect.origin else { return false }
    return other.passage == sentence.passage && other.range == sentence.range
}

/// Whether an effect of a sentence is of the same analysis as another sentence.
private func isOfAnalysis(_ effect: Effect, _ sentence: Sentence, _ paper: Paper) -> Bool {
    guard case .sentence(let other, _) = effect.origin else { return true }
    return paper.analysis(of: other) == paper.analysis(of: sentence)
}

private func isApart(_ effect: Effect, _ paper: Paper) -> Bool {
    switch effect.origin {
    case .sentence(let sentence, _): apartWord.matches(sentence.plain)
    case .cell(let table, _, let column):
        apartWord.matches(
            paper.manuscript.tables[table].words + " " + paper.manuscript.tables[table].columns[column].name)
    }
}

/// Two of three numbers alike and the third another, or all three within a tenth.
private func isNear(_ a: PrintedEstimate, _ b: PrintedEstimate, onlyDigits: Bool) -> Bool {
    guard let low = a.lower, let high = a.upper, let otherLow = b.lower, let otherHigh = b.upper else { return false }
    let pairs = [(a.value, b.value), (low, otherLow), (high, otherHigh)]
    let alike = pairs.filter { $0.value == $1.value && $0.decimals == $1.decimals }
    if alike.count == 2, alike.map({ $0.0.text.count }).reduce(0, +) >= 6 { return true }
    guard !onlyDigits else { return false }
    return pairs.allSatisfy { x, y in
        let (small, large) = (min(x.value, y.value), max(x.value, y.value))
        return small > 0 && large / small < 1.06
    }
}

/// One ratio with two p-values of which neither can be the other.
private func otherP(_ effect: Effect, _ twin: Effect, _ paper: Paper) -> Finding? {
    guard let p = effect.pValue, let other = twin.pValue, !agree(p, other) else { return nil }
    return Finding(
        rule: .printedDifferently, certainty: .suspicious, place: paper.place(effect), printed: paper.quote(effect),
        expected: "\(other.text), as at \(paper.place(twin).description)", settle: "the test behind each p-value")
}

private let cited = Pattern(#"\[\d|\bet al\b|meta-analys|\btrials?\b|\b(?:reported|study|studies) (?:by|of|in|that)\b"#)
private let pairOfMonths = Pattern(
    #"(?<![\w.])(\d{1,3}(?:\.\d+)?)\s*(?:months?\s*)?(?:[\(\[][^()\[\]]{0,50}[\)\]]\s*)?(?:vs\.?|versus|compared (?:with|to))\s*(\d{1,3}(?:\.\d+)?)\s*months?\b"#
)

/// Pairs such as `17.8 vs 10.9 months` of which one number is a median of the results and the other is none.
func pairPrints(_ paper: Paper) -> [Finding] {
    let known = paper.medians.filter {
        $0.endpoint != nil && $0.group != nil && paper.passage(of: $0.sentence).part == .results
            && !isOfSubset($0.sentence, paper)
    }
    return paper.sentences.flatMap { sentence -> [Finding] in
        guard [.abstract, .discussion].contains(paper.passage(of: sentence).part), !isOfSubset(sentence, paper),
            !cited.matches(sentence.plain)
        else { return [] }
        return pairOfMonths.matches(in: sentence.plain).compactMap { match in
            guard let a = match[1].flatMap({ PrintedNumber($0) }), let b = match[2].flatMap({ PrintedNumber($0) }),
                let endpoint = Endpoints.endpoint(of: sentence.plain, at: match.range.lowerBound)
            else { return nil }
            let own = known.filter { $0.endpoint == endpoint }
            let isKnown = [a, b].map { value in
                own.first {
                    $0.value.agrees(with: value)
                        && ($0.value.decimals != value.decimals || $0.value.value == value.value)
                }
            }
            guard (isKnown[0] == nil) != (isKnown[1] == nil), let fits = isKnown[0] ?? isKnown[1],
                let other = own.first(where: { $0.group != fits.group })
            else { return nil }
            // Otherwise told by the medians' own rule.
            let already = paper.medians.contains {
                $0.group != nil && $0.sentence.passage == sentence.passage && $0.sentence.range == sentence.range
            }
            guard !already || paper.passage(of: sentence).part == .discussion else { return nil }
            return Finding(
                rule: .printedDifferently, certainty: .suspicious, place: paper.place(sentence, match.range),
                printed: paper.quote(sentence, match.range),
                expected:
                    "\(other.value.text) months beside \(fits.value.text), as at \(paper.place(other.sentence, other.range).description)",
                settle: "the result with one more digit")
        }
    }
}
