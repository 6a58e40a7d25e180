internal import ManuscriptReading

private let versus = Pattern(#"\s+(?:vs?\.?|versus|compared (?:with|to))\s+"#)

/// A ratio of a survival endpoint whose label names the groups in an order that the medians contradict, and one ratio
/// whose two sides are named in both orders.
func contrastLabels(_ paper: Paper) -> [Finding] { againstMedians(paper) + swappedSides(paper) }

/// The groups of "A vs B" in a text, in their order.
private func contrast(in text: String, _ paper: Paper) -> (Group, Group)? {
    let mentions = paper.groupMentions(in: text)
    for (a, b) in zip(mentions, mentions.dropFirst()) where a.group.name != b.group.name {
        let between = ManuscriptText.slice(text, a.range.upperBound..<b.range.lowerBound)
        if let match = versus.firstMatch(in: between), match.range.count == between.utf16.count {
            return (a.group, b.group)
        }
    }
    return nil
}

private let overall = Pattern(#"^(?:overall|all(?: patients)?|entire cohort|whole)\b"#)

private func againstMedians(_ paper: Paper) -> [Finding] {
    paper.effects.compactMap { effect -> Finding? in
        guard effect.kind == .ratio, let endpoint = effect.endpoint,
            ["PFS", "OS", "DFS", "RFS", "EFS"].contains(endpoint),
            let low = effect.estimate.lower, let high = effect.estimate.upper, low.lower > 1 || high.upper < 1,
            case .cell(let index, let number, _) = effect.origin
        else { return nil }
        let table = paper.manuscript.tables[index]
        let row = table.rows[number]
        let label = ManuscriptText(row.name).plain
        let named =
            contrast(in: label, paper)
            ?? (overall.matches(label) ? contrast(in: table.caption.plain, paper) : nil)
        guard let (first, second) = named, !matchedTable.matches(table.caption.plain) else { return nil }
        func medians(_ group: Group) -> [Median] {
            paper.medians.filter {
                $0.group?.name == group.name && $0.endpoint == endpoint && !isOfSubset($0.sentence, paper)
                    && [.abstract, .results].contains(paper.passage(of: $0.sentence).part)
            }
        }
        let (own, others) = (medians(first), medians(second))
        guard let a = own.first, let b = others.first else { return nil }
        let isLonger = own.allSatisfy { x in others.allSatisfy { x.value.lower > 1.2 * $0.value.upper } }
        let isShorter = own.allSatisfy { x in others.allSatisfy { 1.2 * x.value.upper < $0.value.lower } }
        guard isLonger && low.lower > 1 || isShorter && high.upper < 1 else { return nil }
        return Finding(
            rule: .labelAgainstDirection, certainty: .suspicious, place: paper.place(effect),
            printed: "\(row.name): \(effect.estimate.text)",
            expected:
                "a ratio \(isLonger ? "below" : "above") 1 for \(first.name) against \(second.name), whose median \(endpoint) are \(a.value.text) and \(b.value.text) months",
            settle: "which group is the reference")
    }
}

private let matchedTable = Pattern(#"\bmatch(?:ed|ing)\b|\bPSM\b|weighted"#)
private let side = #"((?:[<≤>≥]\s*)?[A-Za-z0-9+./-]+)"#
private let comparison = Pattern(side + #"\s*(?:years?|cm|ng/mL|U/mL)?\s*(?:vs?\.?|versus)\s*"# + side)

private func sides(_ text: String) -> (String, String)? {
    guard let match = comparison.matches(in: text).last, let a = match[1], let b = match[2] else { return nil }
    func bare(_ text: String) -> String {
        text.lowercased().filter { !$0.isWhitespace }.reversed().drop { ".,".contains($0) }.reversed().map(String.init)
            .joined()
    }
    return bare(a) == bare(b) ? nil : (bare(a), bare(b))
}

/// One printed estimate for "A vs B" in the text and for "B vs A" in a table.
private func swappedSides(_ paper: Paper) -> [Finding] {
    let cells = paper.effects.compactMap { effect -> (effect: Effect, sides: (String, String))? in
        guard case .cell = effect.origin, effect.kind == .ratio, effect.estimate.text.filter(\.isNumber).count >= 6,
            let sides = sides(ManuscriptText(effect.subject).plain)
        else { return nil }
        return (effect, sides)
    }
    return paper.effects.compactMap { effect -> Finding? in
        guard case .sentence(let sentence, let range) = effect.origin, effect.kind == .ratio else { return nil }
        let before = ManuscriptText.slice(sentence.plain, max(0, range.lowerBound - 50)..<range.lowerBound)
        guard let own = sides(before),
            let twin = cells.first(where: {
                $0.effect.estimate.agrees(with: effect.estimate) && $0.sides == (own.1, own.0)
                    && ($0.effect.endpoint == effect.endpoint || $0.effect.endpoint == nil || effect.endpoint == nil)
            }),
            !cells.contains(where: { $0.effect.estimate.agrees(with: effect.estimate) && $0.sides == own })
        else { return nil }
        return Finding(
            rule: .labelAgainstDirection, certainty: .contradiction, place: paper.place(effect),
            printed: "\(own.0) vs \(own.1): \(effect.estimate.text)",
            expected: "\(own.1) vs \(own.0), as at \(paper.place(twin.effect).description), or the reciprocal",
            settle: "which level is the reference")
    }
}
