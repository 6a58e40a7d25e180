internal import ManuscriptReading

private let endpointWords =
    #"(?:(?:median|overall|the|both|progression-free)\s+){0,3}(?:PFS|OS|DFS|RFS|EFS|survival)\b"#
private let longer = Pattern(
    #"\b(?:longer|improved|improves|prolonged|prolongs|better|superior|favou?rable|increased)\s+"# + endpointWords)
private let shorter = Pattern(
    #"\b(?:shorter|worse|inferior|poorer|poor|decreased|reduced|unfavou?rable|shortened)\s+"# + endpointWords)
private let negated = Pattern(#"\b(?:no|not|nor|neither|without|non|never|fail\w*|lack\w*|did not)\b"#)
private let comparator = Pattern(#"\b(?:than|compared (?:with|to)|vs\.?|versus|over|relative to)\b"#)
private let reference = Pattern(#"\bvs?\b\.?|versus|\bfor\b|reference|compared"#)

/// "Longer PFS" beside a hazard ratio above 1, and "shorter OS with A" where the medians say the opposite.
func directionClaims(_ paper: Paper) -> [Finding] {
    paper.sentences.flatMap { sentence -> [Finding] in
        let passage = paper.passage(of: sentence)
        guard [.abstract, .results, .discussion].contains(passage.part), passage.role == .paragraph else { return [] }
        let againstRatio = ratioClaims(sentence, paper)
        return againstRatio.isEmpty ? medianClaims(sentence, paper) : againstRatio
    }
}

private func words(in text: String) -> (isLonger: Bool, range: Range<Int>, words: String)? {
    let (up, down) = (longer.matches(in: text), shorter.matches(in: text))
    guard up.isEmpty != down.isEmpty, let match = (up + down).last else { return nil }
    return (!up.isEmpty, match.range, match[0] ?? "")
}

private func ratioClaims(_ sentence: Sentence, _ paper: Paper) -> [Finding] {
    let text = sentence.plain
    return paper.effects.compactMap { effect -> Finding? in
        guard case .sentence(let other, let range) = effect.origin, other.passage == sentence.passage,
            other.range == sentence.range, effect.kind == .ratio, let low = effect.estimate.lower,
            let high = effect.estimate.upper, low.lower > 1 || high.upper < 1
        else { return nil }
        let from = max(0, range.lowerBound - 60)
        let before = ManuscriptText.slice(text, from..<range.lowerBound)
        guard let claim = words(in: before), !negated.matches(ManuscriptText.slice(text, 0..<range.lowerBound)) else {
            return nil
        }
        // "(HR for B vs A 2.5)" turns the ratio round.
        let between = ManuscriptText.slice(before, claim.range.upperBound..<before.utf16.count)
        guard between.utf16.count <= 30, !between.contains(")"), !reference.matches(between),
            !turned.matches(ManuscriptText.slice(text, range.upperBound..<(range.upperBound + 30))),
            claim.isLonger ? low.lower > 1 : high.upper < 1
        else { return nil }
        return Finding(
            rule: .claimAgainstNumbers, certainty: .suspicious, place: paper.place(sentence, range),
            printed: paper.quote(sentence, (from + claim.range.lowerBound)..<range.upperBound),
            expected:
                "a hazard ratio \(claim.isLonger ? "below" : "above") 1 beside \"\(claim.words)\", or the other direction",
            settle: "the direction, and which group is the reference")
    }
}

private let turned = Pattern(#"^[^.;)]{0,20}\b(?:vs\b|versus|for\b|reference)"#)

/// A group with a direction, and the medians of the results.
private func medianClaims(_ sentence: Sentence, _ paper: Paper) -> [Finding] {
    let text = sentence.plain
    guard let claim = words(in: text), !negated.matches(text), !isOfSubset(sentence, paper),
        let endpoint = Endpoints.only(in: claim.words)
    else { return [] }
    var order: [Group] = []
    for mention in paper.groupMentions(in: text) where !order.contains(where: { $0.name == mention.group.name }) {
        order.append(mention.group)
    }
    let before = paper.groupMentions(in: text).filter { $0.range.upperBound <= claim.range.lowerBound }
    let nearby = before.last.map { claim.range.lowerBound - $0.range.upperBound < 60 } ?? false
    guard
        order.count == 1 && nearby
            || order.count == 2
                && comparator.matches(ManuscriptText.slice(text, claim.range.upperBound..<text.utf16.count))
                && before.count == 1,
        let subject = before.last?.group
    else { return [] }
    func medians(_ isSubject: Bool) -> [Median] {
        paper.medians.filter {
            $0.group != nil && ($0.group?.name == subject.name) == isSubject && $0.endpoint == endpoint
                && !isOfSubset($0.sentence, paper) && paper.passage(of: $0.sentence).part == .results
        }
    }
    let (own, others) = (medians(true), medians(false))
    guard let a = own.first, let b = others.first, Set(others.compactMap(\.group?.name)).count == 1 else { return [] }
    let isWrong =
        claim.isLonger
        ? own.allSatisfy { x in others.allSatisfy { x.value.upper < $0.value.lower } }
        : own.allSatisfy { x in others.allSatisfy { x.value.lower > $0.value.upper } }
    guard isWrong else { return [] }
    return [
        Finding(
            rule: .claimAgainstNumbers, certainty: .suspicious, place: paper.place(sentence, claim.range),
            printed: paper.quote(sentence),
            expected:
                "the direction of the medians: \(a.value.text) months in \(subject.name), \(b.value.text) in \(b.group?.name ?? "the other group")",
            settle: "the direction, and which group is meant")
    ]
}
