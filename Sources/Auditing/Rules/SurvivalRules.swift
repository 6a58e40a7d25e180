internal import Foundation
internal import ManuscriptReading

private func same(_ a: Group?, _ b: Group?) -> Bool { a != nil && a == b }

/// Medians and their limits against survival percentages of the same group and endpoint, and these against each other.
func mediansAndLandmarks(_ paper: Paper) -> [Finding] {
    var result: [Finding] = []
    for median in paper.medians where median.group != nil && median.endpoint != nil {
        for landmark in paper.landmarks
        where landmark.endpoint == median.endpoint && same(landmark.group, median.group)
            && inOnePopulation(median.sentence, landmark.sentence, paper)
        {
            if let finding = against(median, landmark, paper) { result.append(finding) }
            if let finding = limit(median, landmark, paper) { result.append(finding) }
        }
    }
    var seen: Set<String> = []
    result = result.filter {
        seen.insert(
            $0.rule.rawValue + $0.printed.prefix { $0 != ";" } + ($0.rule == .limitAgainstLandmark ? "" : $0.printed)
        ).inserted
    }
    var byGroup = Dictionary(grouping: paper.landmarks.filter { $0.group != nil && $0.endpoint != nil }) {
        "\($0.endpoint ?? "")|\($0.group?.name ?? "")|\($0.sentence.passage)"
    }
    // Without a group, a list of one rate for each time is of one curve.
    let single = paper.landmarks.filter {
        $0.group == nil && $0.endpoint != nil && !incidenceWord.matches($0.sentence.plain)
    }
    let lists = Dictionary(grouping: single) {
        "\($0.sentence.passage)|\($0.sentence.range)"
    }
    for (key, list) in lists
    where Set(list.map(\.time)).count == list.count && Set(list.map(\.endpoint)).count == 1
        && zip(list, list.dropFirst()).allSatisfy({
            $0.time < $1.time && $1.range.lowerBound - $0.range.upperBound < 40
        })
    {
        byGroup[key] = list
    }
    for landmarks in byGroup.values {
        let ordered = landmarks.sorted { $0.time < $1.time }
        for (early, late) in zip(ordered, ordered.dropFirst())
        where early.time < late.time && late.percent.lower > early.percent.upper {
            result.append(
                Finding(
                    rule: .landmarksRise, certainty: .contradiction, place: paper.place(late.sentence, late.range),
                    printed:
                        "\(early.percent.text)% at \(short(early.time)) months, \(late.percent.text)% at \(short(late.time)) months",
                    expected: "percentages that never rise over time", settle: "the survival curve"))
        }
    }
    return result
}

private let incidenceWord = Pattern(
    #"incidence|mortality|deaths?|progression(?![- ]free)|recurrence(?![- ]free)|response"#)

/// A median of overall survival below that of progression-free survival of the same patients.
///
/// Progression-free survival ends at death too, so that its curve is never above the other.
func endpointOrder(_ paper: Paper) -> [Finding] {
    let own = paper.medians.filter {
        $0.group != nil && [.abstract, .results].contains(paper.passage(of: $0.sentence).part)
    }
    var seen: Set<String> = []
    return own.filter { $0.endpoint == "OS" }.compactMap { overall in
        let earlier = own.first {
            ["PFS", "DFS", "RFS", "EFS"].contains($0.endpoint) && $0.group == overall.group
                && $0.value.lower > overall.value.upper && inOnePopulation($0.sentence, overall.sentence, paper)
                && ($0.sentence.passage == overall.sentence.passage
                    || !isOfSubset($0.sentence, paper) && !isOfSubset(overall.sentence, paper))
        }
        guard let earlier, let group = overall.group, seen.insert("\(group.name)|\(overall.value.text)").inserted else {
            return nil
        }
        let name = earlier.endpoint ?? ""
        return Finding(
            rule: .endpointsOutOfOrder, certainty: .contradiction, place: paper.place(overall.sentence, overall.range),
            printed:
                "median OS \(overall.value.text) months, median \(name) \(earlier.value.text) months (\(group.name))",
            expected:
                "a median OS of \(earlier.value.text) months or more: who has died is no longer free of progression",
            settle: "both survival curves")
    }
}

private let subsetWord = Pattern(#"\bmatch(?:ed|ing)\b|\bPSM\b|subgroup|\bwithin\b|thromb|liver[- ]directed"#)

/// Matched or otherwise chosen patients have medians of their own.
private func inOnePopulation(_ a: Sentence, _ b: Sentence, _ paper: Paper) -> Bool {
    isOfSubset(a, paper) == isOfSubset(b, paper)
}

private let matchedWord = Pattern(#"\bmatch(?:ed|ing)\b|\bPSM\b"#)

/// Whether a sentence, its heading or what stands before it in the passage is about matched or chosen patients.
func isOfSubset(_ sentence: Sentence, _ paper: Paper) -> Bool {
    let passage = paper.passage(of: sentence)
    return subsetWord.matches(sentence.plain) || matchedWord.matches(passage.heading)
        || matchedWord.matches(ManuscriptText.slice(passage.text.plain, 0..<sentence.range.lowerBound))
}

private func against(_ median: Median, _ landmark: Landmark, _ paper: Paper) -> Finding? {
    let isAbove = landmark.percent.lower > 50 && median.value.upper < landmark.time
    let isBelow = landmark.percent.upper < 50 && median.value.lower > landmark.time
    guard isAbove || isBelow else { return nil }
    return Finding(
        rule: .medianAgainstLandmark, certainty: .contradiction, place: paper.place(median.sentence, median.range),
        printed:
            "median \(median.value.text) months (\(median.group?.name ?? "")); \(landmark.percent.text)% at \(short(landmark.time)) months",
        expected: isAbove
            ? "a median after \(short(landmark.time)) months, where more than half are still without the event"
            : "a median before \(short(landmark.time)) months, where fewer than half are still without the event",
        settle: "the survival curve")
}

/// The median's lower limit is where the curve's lower limit falls to one half. At a time when most are still without
/// the event this needs a wide interval, and so many patients censored before.
private func limit(_ median: Median, _ landmark: Landmark, _ paper: Paper) -> Finding? {
    guard let lower = median.estimate?.lower, let n = median.group?.n, lower.upper < landmark.time,
        landmark.percent.lower > 50,
        n >= 5
    else { return nil }
    let survival = landmark.percent.lower / 100
    guard survival < 1 else { return nil }
    // The standard error of log(-log S) at which the log-log limit is one half, against that of n patients uncensored.
    let needed = (log(log(2.0)) - log(-log(survival))) / 1.959963984540054
    let uncensored = ((1 - survival) / (Double(n) * survival)).squareRoot() / -log(survival)
    let share = (uncensored / needed) * (uncensored / needed)
    guard needed > 0, share < 0.92 else { return nil }
    return Finding(
        rule: .limitAgainstLandmark, certainty: .suspicious, place: paper.place(median.sentence, median.range),
        printed:
            "median \(median.value.text) months, lower limit \(lower.text) (\(median.group?.name ?? "")); \(landmark.percent.text)% at \(short(landmark.time)) months",
        expected:
            "a lower limit later than \(lower.text) months: at least \(Int((Double(n) * (1 - share)).rounded(.down))) of \(n) patients would have been censored before",
        settle: "the numbers at risk, and the method of the interval")
}

/// Survival percentages that are all whole patients of the group: the estimates of Kaplan and Meier hardly are, once
/// someone was censored.
func plainFractions(_ paper: Paper) -> [Finding] {
    let sizes = Set(paper.groups.map(\.n)).filter { $0 >= 8 && $0 <= 400 }
    guard !sizes.isEmpty else { return [] }
    var distinct: [String: Landmark] = [:]
    for landmark in paper.landmarks
    where landmark.percent.decimals >= 1 && [.abstract, .results].contains(paper.passage(of: landmark.sentence).part) {
        distinct["\(landmark.endpoint ?? "")\(landmark.time)\(landmark.percent.value)"] = landmark
    }
    let landmarks = distinct.values.sorted {
        ($0.sentence.passage, $0.range.lowerBound, $0.time) < ($1.sentence.passage, $1.range.lowerBound, $1.time)
    }
    let scored = landmarks.map { landmark -> (fits: Bool, chance: Double) in
        let own = landmark.group.map { [$0.n] } ?? Array(sizes)
        let fits = own.contains { !possibleCounts(landmark.percent, $0).isEmpty }
        let unit = 2 * landmark.percent.halfUnit / 100
        return (fits, min(1, own.map { Double($0) * unit }.reduce(0, +)))
    }
    let fitting = scored.filter(\.fits)
    let chance = fitting.map(\.chance).reduce(1, *)
    guard let first = landmarks.first, fitting.count >= 4, fitting.count * 10 >= landmarks.count * 8, chance < 1e-4
    else { return [] }
    let odd = zip(landmarks, scored).filter { !$1.fits && $0.percent.decimals >= 1 }.map(\.0).map { landmark in
        let nearest = (landmark.group.map { [$0.n] } ?? sizes.sorted()).map { n -> (Int, Int, Double) in
            let count = Int((landmark.percent.value * Double(n) / 100).rounded())
            return (count, n, 100 * Double(count) / Double(n))
        }.min { abs($0.2 - landmark.percent.value) < abs($1.2 - landmark.percent.value) }
        return Finding(
            rule: .impossiblePercent, certainty: .suspicious, place: paper.place(landmark.sentence, landmark.range),
            printed: "\(landmark.percent.text)% at \(short(landmark.time)) months",
            expected: nearest.map {
                "a whole number of patients as the other rates are: \($0.0) of \($0.1) is \(String(format: "%.2f", $0.2))%"
            } ?? "a whole number of patients",
            settle: "the survival curve at this time")
    }
    return [
        Finding(
            rule: .landmarksArePlainFractions, certainty: .suspicious, place: paper.place(first.sentence, first.range),
            printed: landmarks.map { "\($0.percent.text)%" }.joined(separator: ", "),
            expected:
                "estimates that allow for censoring; \(fitting.count) of these \(landmarks.count) rates are whole numbers of patients divided by the group's size (\(sizes.sorted().map(String.init).joined(separator: ", "))), as if nobody had been censored",
            settle: "the numbers at risk and the survival curve at these times")
    ] + odd
}

/// Two parts of a group that both have a smaller, or both a larger median than the whole.
func subgroupMedians(_ paper: Paper) -> [Finding] {
    let whole = paper.medians.filter { $0.group != nil && !isOfSubset($0.sentence, paper) }
    var seen: Set<String> = []
    return paper.sentences.compactMap { sentence -> Finding? in
        let own = paper.medians.filter {
            $0.sentence.passage == sentence.passage && $0.sentence.range == sentence.range
        }
        guard own.count == 2, own.allSatisfy({ $0.group == nil }) || Set(own.compactMap(\.group)).count <= 1,
            own[0].endpoint == own[1].endpoint,
            let group = enclosingGroup(of: sentence, paper)
        else { return nil }
        guard
            let all = whole.first(where: {
                $0.group == group && $0.endpoint == own[0].endpoint && $0.sentence.range != sentence.range
            })
        else { return nil }
        let areBelow = own.allSatisfy { $0.value.upper < all.value.lower }
        let areAbove = own.allSatisfy { $0.value.lower > all.value.upper }
        guard areBelow || areAbove, seen.insert(own.map(\.value.text).sorted().joined(separator: "|")).inserted else {
            return nil
        }
        return Finding(
            rule: .subgroupMedians, certainty: .suspicious, place: paper.place(sentence, own[0].range),
            printed: paper.quote(sentence),
            expected:
                "parts of \(group.name) on both sides of its median of \(all.value.text) months; both are \(areBelow ? "shorter" : "longer"), so that others must be in neither part",
            settle: "how many patients are in neither part, and the two curves")
    }
}

/// The one group that a sentence, or the passage before it, says to be divided.
private func enclosingGroup(of sentence: Sentence, _ paper: Paper) -> Group? {
    let own = Set(paper.groupMentions(in: sentence.plain).map(\.group))
    if own.count == 1 { return own.first }
    guard own.isEmpty else { return nil }
    let passage = paper.passage(of: sentence)
    let before = ManuscriptText.slice(passage.text.plain, 0..<sentence.range.lowerBound)
    let last = paper.groupMentions(in: before).suffix(1).map(\.group)
    let heading = Set(paper.groupMentions(in: ManuscriptText(passage.heading).plain).map(\.group))
    if subsetWord.matches(sentence.plain), let only = heading.count == 1 ? heading.first : last.first { return only }
    return nil
}

// MARK: Ranges

/// Confidence limits that are called a range.
func rangesAndIntervals(_ paper: Paper) -> [Finding] {
    var result: [Finding] = []
    let intervals = paper.effects.filter {
        $0.estimate.words.uppercased().contains("CI") || $0.estimate.words.lowercased().contains("confidence")
    }
    for effect in paper.effects
    where effect.estimate.words.lowercased().contains("range")
        && !effect.estimate.words.lowercased().contains("interquartile")
    {
        guard case .sentence(let sentence, _) = effect.origin, effect.kind == .median || effect.kind == .ratio else {
            continue
        }
        let isMixed = effect.estimate.words.uppercased().contains("CI")
        if isMixed {
            result.append(range(effect, "either a range or a confidence interval", .cannotTell, paper))
        } else if let twin = intervals.first(where: { $0.estimate.agrees(with: effect.estimate) }) {
            result.append(
                range(
                    effect, "a confidence interval, as the same limits are called at \(paper.place(twin).description)",
                    .contradiction, paper))
        } else if effect.kind == .ratio {
            result.append(range(effect, "a confidence interval: a ratio has no range", .suspicious, paper))
        } else if let median = paper.medians.first(where: {
            $0.sentence.range == sentence.range && $0.sentence.passage == sentence.passage
                && $0.estimate == effect.estimate
        }), let endpoint = median.endpoint {
            result += survivalRange(effect, median, endpoint, paper)
        }
    }
    // One slip of the pen in a sentence is one finding.
    return Dictionary(grouping: result) { $0.place }.values.compactMap { findings in
        guard var first = findings.first(where: { $0.certainty == .contradiction }) ?? findings.first else {
            return nil
        }
        if findings.count > 1 { first.printed = findings.map(\.printed).joined(separator: "; ") }
        return first
    }.sorted {
        ($0.place.line ?? $0.place.paragraph ?? 0, $0.printed) < ($1.place.line ?? $1.place.paragraph ?? 0, $1.printed)
    }
}

private func survivalRange(_ effect: Effect, _ median: Median, _ endpoint: String, _ paper: Paper) -> [Finding] {
    let own = paper.landmarks.filter { $0.endpoint == endpoint && same($0.group, median.group) }
    if let lower = effect.estimate.lower,
        let landmark = own.first(where: { $0.time <= lower.lower && $0.percent.upper < 100 })
    {
        return [
            range(
                effect,
                "limits of another kind: \(landmark.percent.text)% at \(short(landmark.time)) months leaves events before \(lower.text) months",
                .contradiction, paper)
        ]
    }
    if let upper = effect.estimate.upper,
        let landmark = own.first(where: { $0.time >= upper.upper && $0.percent.lower > 0 })
    {
        return [
            range(
                effect,
                "limits of another kind: \(landmark.percent.text)% are still without the event at \(short(landmark.time)) months, beyond the range's end",
                .contradiction, paper)
        ]
    }
    return [range(effect, "a confidence interval, as medians of survival usually have", .suspicious, paper)]
}

private func range(_ effect: Effect, _ expected: String, _ certainty: Finding.Certainty, _ paper: Paper) -> Finding {
    Finding(
        rule: .rangeOrInterval, certainty: certainty, place: paper.place(effect), printed: paper.quote(effect),
        expected: expected,
        settle: "whether the limits are of the observations or of the estimate")
}

// MARK: Definitions

private let pfsDefinition = Pattern(
    #"(?:progression[- ]free survival|\bPFS\b|disease[- ]free survival|\bDFS\b)[^.]{0,60}?\b(?:was|is|were|as)\b[^.]{0,40}?(?:defined|calculated|measured|the (?:time|interval|duration))[^.]*"#
)
private let deathWord = Pattern(#"(?<![a-z])(?:deaths?|died|dying|dead|deceased|mortality|any cause)(?![a-z])"#)
private let progressionWord = Pattern(#"progression|progressed|recurrence|relapse"#)

/// Progression-free survival that death does not end.
func endpointDefinitions(_ paper: Paper) -> [Finding] {
    paper.sentences.compactMap { sentence in
        guard paper.passage(of: sentence).part != .references, let match = pfsDefinition.firstMatch(in: sentence.plain),
            let words = match[0],
            let end = words.firstRange(of: "defined") ?? words.firstRange(of: "calculated") ?? words.firstRange(
                of: "measured") ?? words.firstRange(of: "the ")
        else { return nil }
        let definition = String(words[end.lowerBound...])
        // Where two endpoints share a sentence, the other one's definition is no part of this.
        let other = Endpoints.mentions(in: definition).first { $0.short == "OS" }
        let own = other.map { ManuscriptText.slice(definition, 0..<$0.range.lowerBound) } ?? definition
        guard own.utf16.count > 25, progressionWord.matches(own), !deathWord.matches(own) else { return nil }
        return Finding(
            rule: .endpointDefinition, certainty: .suspicious, place: paper.place(sentence, match.range),
            printed: paper.quote(sentence, match.range),
            expected: "progression or death: without death it is the time to progression, in which deaths are censored",
            settle: "whether deaths without progression counted as events")
    }
}
