internal import ManuscriptReading

private let subsetWord = Pattern(
    #"\bmatch(?:ed|ing)\b|\bPSM\b|subgroup|\bwithin\b|thromb|multivaria|adjusted|interaction|landmark"#)

/// One result printed with different values in two places.
func differentPrints(_ paper: Paper) -> [Finding] {
    medianPrints(paper) + landmarkPrints(paper) + comparisonPrints(paper) + ratioPrints(paper) + pairPrints(paper)
}

private func isMain(_ sentence: Sentence, _ paper: Paper) -> Bool {
    let passage = paper.passage(of: sentence)
    guard passage.part != .introduction, passage.part != .references, passage.part != .methods else { return false }
    return !subsetWord.matches(sentence.plain) && !subsetWord.matches(passage.heading) && !isOfSubset(sentence, paper)
}

private func finding(_ place: FindingPlace, _ printed: String, _ other: String, _ otherPlace: FindingPlace) -> Finding {
    Finding(
        rule: .printedDifferently, certainty: .suspicious, place: place, printed: printed,
        expected: "\(other), as at \(otherPlace.description)", settle: "the result with one more digit")
}

private func medianPrints(_ paper: Paper) -> [Finding] {
    let medians = paper.medians.filter { $0.group != nil && $0.endpoint != nil && isMain($0.sentence, paper) }
    return Dictionary(grouping: medians) {
        "\($0.endpoint ?? "")|\($0.group?.name ?? "")|\(paper.analysis(of: $0.sentence))"
    }.values.flatMap { list -> [Finding] in
        guard let first = list.first else { return [] }
        // A cited study's median stands in the discussion; the same paper's is nearly the same.
        return list.dropFirst().compactMap { other in
            let ratio = other.value.value / max(first.value.value, 0.01)
            guard !other.value.agrees(with: first.value),
                (0.8...1.25).contains(ratio) || paper.passage(of: other.sentence).part != .discussion
            else { return nil }
            return finding(
                paper.place(other.sentence, other.range),
                "median \(other.endpoint ?? "") \(other.value.text) months (\(other.group?.name ?? ""))",
                "\(first.value.text) months", paper.place(first.sentence, first.range))
        }
    }
}

private func landmarkPrints(_ paper: Paper) -> [Finding] {
    let landmarks = paper.landmarks.filter { isMain($0.sentence, paper) || $0.percent.decimals > 0 }
        .filter { paper.passage(of: $0.sentence).part != .introduction }
    var result: [Finding] = []
    for (index, first) in landmarks.enumerated() {
        for other in landmarks[(index + 1)...]
        where other.time == first.time && other.endpoint == first.endpoint
            && (other.group == first.group || other.group == nil || first.group == nil)
        {
            guard !first.percent.agrees(with: other.percent),
                paper.analysis(of: first.sentence) == paper.analysis(of: other.sentence),
                abs(first.percent.value - other.percent.value) < 1.5,
                first.sentence.range != other.sentence.range || first.sentence.passage != other.sentence.passage
            else { continue }
            result.append(
                finding(
                    paper.place(other.sentence, other.range),
                    "\(other.percent.text)% at \(short(other.time)) months (\(other.endpoint ?? ""))",
                    "\(first.percent.text)%", paper.place(first.sentence, first.range)))
        }
    }
    return result
}

private let testWord = Pattern(#"log-?rank|\bmedian"#)

/// The p-values of the main comparison of an endpoint.
private func comparisonPrints(_ paper: Paper) -> [Finding] {
    struct Comparison: Hashable {
        var endpoint: String
        var analysis: String
    }
    var found: [Comparison: [(p: PrintedPValue, sentence: Sentence, range: Range<Int>)]] = [:]
    for sentence in paper.sentences where isMain(sentence, paper) {
        guard testWord.matches(sentence.plain) || paper.passage(of: sentence).role == .figureCaption else { continue }
        let ratios = paper.effects.compactMap { effect -> Range<Int>? in
            guard case .sentence(let other, let range) = effect.origin, other.passage == sentence.passage,
                other.range == sentence.range, effect.kind == .ratio
            else { return nil }
            return range
        }
        let percents = percentOnly.matches(in: sentence.plain).map(\.range)
        for match in PNotation.pattern.matches(in: sentence.plain) {
            let before = match.range.lowerBound
            let isRatios = ratios.contains {
                $0.upperBound <= before && before - $0.upperBound < 60
                    && !logRank.matches(ManuscriptText.slice(sentence.plain, $0.upperBound..<match.range.upperBound))
            }
            let isPercents = percents.contains { $0.upperBound <= before && before - $0.upperBound < 60 }
            guard let p = PNotation.value(match), !isRatios, !isPercents,
                let endpoint = Endpoints.endpoint(of: sentence.plain, at: before)
            else { continue }
            let words = ManuscriptText.slice(sentence.plain, max(0, before - 130)..<match.range.upperBound)
            let isCaption = paper.passage(of: sentence).role == .figureCaption && !subsetWord.matches(sentence.plain)
            let own = Set(paper.groupMentions(in: sentence.plain).map(\.group.name))
            let medians = paper.medians.filter {
                $0.sentence.passage == sentence.passage && $0.sentence.range == sentence.range
                    && $0.endpoint == endpoint
            }
            guard logRank.matches(words) || medians.count == 2 || isCaption, isCaption || own.count != 1 else {
                continue
            }
            let comparison = Comparison(endpoint: endpoint, analysis: paper.analysis(of: sentence))
            found[comparison, default: []].append((p, sentence, match.range))
        }
    }
    return found.keys.sorted { ($0.endpoint, $0.analysis) < ($1.endpoint, $1.analysis) }.flatMap { key -> [Finding] in
        let (list, endpoint) = (found[key] ?? [], key.endpoint)
        guard let first = list.first else { return [] }
        return list.dropFirst().compactMap { other in
            guard !agree(first.p, other.p), closeEnough(first.p, other.p) else { return nil }
            return finding(
                paper.place(other.sentence, other.range), "\(other.p.text) for \(endpoint)", first.p.text,
                paper.place(first.sentence, first.range))
        }
    }
}

private let logRank = Pattern(#"log-?rank"#)
private let percentOnly = Pattern(#"(\d{1,3}(?:\.\d+)?)\s*%(?!\s*(?:CI|confidence))"#)

/// Whether one p-value can be printed as both.
func agree(_ a: PrintedPValue, _ b: PrintedPValue) -> Bool {
    a.interval.lowerBound <= b.interval.upperBound + 1e-9 && b.interval.lowerBound <= a.interval.upperBound + 1e-9
}

/// p-values of a hundred times are of different tests.
private func closeEnough(_ a: PrintedPValue, _ b: PrintedPValue) -> Bool {
    let (x, y) = (max(a.number.value, 1e-5), max(b.number.value, 1e-5))
    return max(x, y) / min(x, y) < 5
}

// MARK: Names of groups

private let compound = Pattern(#"(?<![\w+/])[A-Za-z0-9]{1,8}(?:\s?\+\s?[A-Za-z0-9]{1,8})+(?![\w+])"#, caseless: false)

/// Names of groups that are spelt almost like one.
func groupNames(_ paper: Paper) -> [Finding] {
    let known = Set(paper.groups.map { ManuscriptText($0.name).plain.filter { $0 != " " } }.filter { $0.contains("+") })
    guard !known.isEmpty else { return [] }
    var counts: [String: Int] = [:]
    var first: [String: (Sentence, Range<Int>)] = [:]
    for sentence in paper.sentences {
        for match in compound.matches(in: sentence.plain) {
            let name = (match[0] ?? "").filter { $0 != " " }
            counts[name, default: 0] += 1
            if first[name] == nil { first[name] = (sentence, match.range) }
        }
    }
    return counts.keys.sorted().compactMap { name in
        guard !known.contains(name), let count = counts[name], count <= 3, let (sentence, range) = first[name],
            let near = known.sorted().first(where: { isSlip(name, of: $0) }), (counts[near] ?? 0) >= 3 * count
        else { return nil }
        return Finding(
            rule: .groupNameVaries, certainty: .suspicious, place: paper.place(sentence, range),
            printed: paper.quote(sentence, range),
            expected: "\(near), as the group is named \(counts[near] ?? 0) times", settle: "the name of the group")
    }
}

/// Whether a name differs from another in one part, by one letter or by letters that look alike.
private func isSlip(_ name: String, of other: String) -> Bool {
    let (a, b) = (name.split(separator: "+"), other.split(separator: "+"))
    guard a.count == b.count else { return false }
    let differing = zip(a, b).filter { $0 != $1 }
    guard differing.count == 1, let (x, y) = differing.first else { return false }
    func folded(_ text: Substring) -> String {
        String(text.lowercased().map { $0 == "1" || $0 == "l" || $0 == "i" ? "i" : $0 == "0" ? "o" : $0 })
    }
    if folded(x) == folded(y) { return true }
    return x.count == y.count && x.count >= 2 && zip(x, y).filter { $0 != $1 }.count == 1
}
