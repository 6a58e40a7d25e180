internal import ManuscriptReading

/// A median time that a sentence reports.
struct Median {
    var endpoint: String?
    var value: PrintedNumber
    var estimate: PrintedEstimate?
    var group: Group?
    var sentence: Sentence
    var range: Range<Int>
}

/// A survival percentage at a time that a sentence reports.
struct Landmark {
    var endpoint: String?
    /// In months.
    var time: Double
    var percent: PrintedNumber
    var group: Group?
    var sentence: Sentence
    var range: Range<Int>
}

extension Paper {
    // MARK: Groups of a sentence

    /// Where a text names the groups that are compared.
    func groupMentions(in text: String) -> [(group: Group, range: Range<Int>)] {
        var found: [(group: Group, range: Range<Int>)] = []
        // A longer name hides a shorter one in it: "RT+IO+T" before "IO+T".
        for group in groups.sorted(by: { $0.name.utf16.count > $1.name.utf16.count }) {
            let name = ManuscriptText(group.name).plain
            guard name.count >= 2 else { continue }
            let words = Self.escaped(name).replacing("\\+", with: "\\s*\\+\\s*")
            let pattern = Pattern("(?<![\\w+])" + words + "(?![\\w+])", caseless: false)
            for match in pattern.matches(in: text) where !found.contains(where: { $0.range.overlaps(match.range) }) {
                found.append((group, match.range))
            }
        }
        return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    static func escaped(_ text: String) -> String {
        text.map { $0.isLetter || $0.isNumber || $0 == " " ? String($0) : "\\\($0)" }.joined().replacing(
            " ", with: "\\s+")
    }

    /// The group of each value of a sentence, by the order in which groups and values are named.
    func attribute(_ values: [Range<Int>], in text: String) -> [Group?] {
        let mentions = groupMentions(in: text)
        guard let first = values.first, let last = values.last, !mentions.isEmpty else {
            return values.map { _ in nil }
        }
        let before = mentions.filter { $0.range.upperBound <= first.lowerBound }
        let inside = mentions.filter { $0.range.lowerBound >= first.lowerBound }
        if let pairs = Self.pairs(values, in: text, before.map { ($0.group, $0.range) }) { return pairs }
        // "In A and B, 12.6 and 4.6": as many groups before as values, and none between.
        let between = inside.filter { $0.range.lowerBound < last.lowerBound }
        if between.isEmpty, before.count >= values.count,
            Set(before.suffix(values.count).map(\.group)).count == values.count, values.count > 1
        {
            return before.suffix(values.count).map(\.group)
        }
        if between.isEmpty, inside.count == values.count, values.count > 1 { return inside.map(\.group) }
        // One group and two values: which is whose cannot be told.
        if values.count > 1, inside.isEmpty || mentions.count == 1 { return values.map { _ in nil } }
        // "A, 12.6" or "12.6 in A": the order in which every value has a group, the nearer one where both have.
        let leading = zip(values, [0] + values.dropLast().map(\.upperBound)).map { value, start in
            mentions.last { $0.range.lowerBound >= start && $0.range.upperBound <= value.lowerBound }
        }
        let trailing = values.enumerated().map { index, value in
            let next = index + 1 < values.count ? values[index + 1].lowerBound : text.utf16.count
            return mentions.first { $0.range.lowerBound >= value.upperBound && $0.range.lowerBound < next }
        }
        func distance(_ found: [(group: Group, range: Range<Int>)?]) -> Int? {
            var sum = 0
            for (mention, value) in zip(found, values) {
                guard let mention else { return nil }
                let gap =
                    mention.range.upperBound <= value.lowerBound
                    ? mention.range.upperBound..<value.lowerBound : value.upperBound..<mention.range.lowerBound
                sum += gap.count + (ManuscriptText.slice(text, gap).contains(";") ? 200 : 0)
            }
            return sum
        }
        return switch (distance(leading), distance(trailing)) {
        case (let a?, let b?): (a <= b ? leading : trailing).map { $0?.group }
        case (_?, nil): leading.map { $0?.group }
        case (nil, _?): trailing.map { $0?.group }
        case (nil, nil): values.map { _ in nil }
        }
    }

    private static let respectively = Pattern(#"\brespectively\b"#)

    /// "…, respectively" without groups: those of the sentence before, in its order.
    func groupsBefore(_ sentence: Sentence, count: Int) -> [Group?]? {
        guard count == 2, Self.respectively.matches(sentence.plain), groupMentions(in: sentence.plain).isEmpty,
            let before = sentences.last(where: {
                $0.passage == sentence.passage && $0.range.upperBound <= sentence.range.lowerBound
            })
        else { return nil }
        var order: [Group] = []
        for mention in groupMentions(in: before.plain) where !order.contains(mention.group) {
            order.append(mention.group)
        }
        return order.count == count ? order : nil
    }

    private static let contrast = Pattern(
        #"^(?:(?!\band\b|;).)*\b(?:vs\.?|versus|compared (?:with|to)|against)\s*\D{0,12}$"#)
    private static let comparator = Pattern(
        #"\b(?:compared (?:with|to)|than|relative to|versus|vs\.?|over)\s+(?:(?:that|those|the|in|of|with)\s+)*$"#)

    /// The groups of "A … than B (x vs y)", also of "compared with B, A … (x vs y)": x is the subject's.
    private static func pairs(
        _ values: [Range<Int>], in text: String, _ before: [(group: Group, range: Range<Int>)]
    ) -> [Group?]? {
        guard values.count % 2 == 0, before.count >= 2, let last = before.last,
            let first = before.dropLast().last(where: { $0.group != last.group }),
            stride(from: 0, to: values.count, by: 2).allSatisfy({
                contrast.matches(ManuscriptText.slice(text, values[$0].upperBound..<values[$0 + 1].lowerBound))
            })
        else { return nil }
        let lead = ManuscriptText.slice(text, max(0, first.range.lowerBound - 40)..<first.range.lowerBound)
        let order = comparator.matches(lead) ? [last.group, first.group] : [first.group, last.group]
        return values.indices.map { order[$0 % 2] }
    }

    // MARK: Medians

    private static let medianWord = Pattern(#"\bmedians?\b|\bm(?:PFS|OS)\b"#)
    private static let followUpWord = Pattern(
        #"follow-?\s?up|median (?:total )?dose|median age|median (?:time|duration|number|tumou?r|diameter|BED)"#)
    private static let monthValue = Pattern(
        #"(?<![\w.\-])(\d+(?:\.\d+)?)(?=\s*-?\s*(?:months?|mo)\b|\s*(?:[\(\[][^()\[\]]{0,60}[\)\]])?\s*(?:vs\.?|versus|and|compared (?:with|to))\s*\d+(?:\.\d+)?\s*(?:[\(\[][^()\[\]]{0,60}[\)\]])?\s*(?:months?|mo)\b|\s*[\(\[][^()\[\]]{0,60}[\)\]]\s*(?:months?|mo)\b)"#
    )

    /// The medians of survival in months.
    func textMedians() -> [Median] {
        sentences.flatMap { sentence -> [Median] in
            let text = sentence.plain
            guard Self.medianWord.matches(text),
                !Self.followUpWord.matches(text) || Endpoints.mentions(in: text).count > 1
            else { return [] }
            let start = Self.medianWord.firstMatch(in: text)?.range.lowerBound ?? 0
            let estimates = effects.compactMap { effect -> (Range<Int>, PrintedEstimate)? in
                guard case .sentence(let other, let range) = effect.origin, other.passage == sentence.passage,
                    other.range == sentence.range
                else { return nil }
                return (range, effect.estimate)
            }
            let found = Self.monthValue.matches(in: text).filter { match in
                match.range.lowerBound > start
                    && !estimates.contains {
                        $0.0.contains(match.range.lowerBound) && $0.0.lowerBound != match.range.lowerBound
                    }
                    && !Self.isTime(match.range, in: text) && !Self.isAside(match.range, in: text)
            }
            var groups = attribute(found.map(\.range), in: text)
            if groups.allSatisfy({ $0 == nil }), let carried = groupsBefore(sentence, count: found.count) {
                groups = carried
            }
            return zip(found, groups).compactMap { match, group in
                guard let value = match[1].flatMap({ PrintedNumber($0) }) else { return nil }
                return Median(
                    endpoint: endpoint(sentence, at: match.range.lowerBound), value: value,
                    estimate: estimates.first { $0.0.lowerBound == match.range.lowerBound }?.1, group: group,
                    sentence: sentence, range: match.range)
            }
        }
    }

    private static let paired = Pattern(
        #"^\s*(?:months?\s*)?(?:[\(\[][^()\[\]]*[\)\]]\s*)?(?:months?\s*)?(?:vs|versus|compared)"#)

    /// In brackets stand medians that are compared, "(12.6 vs 4.6 months)", and other numbers.
    private static func isAside(_ range: Range<Int>, in text: String) -> Bool {
        ManuscriptText.slice(text, (range.lowerBound - 1)..<range.lowerBound) == "("
            && !paired.matches(ManuscriptText.slice(text, range.upperBound..<(range.upperBound + 90)))
    }

    /// "at 6 months" and "6-month" are times, not medians.
    static func isTime(_ range: Range<Int>, in text: String) -> Bool {
        let before = ManuscriptText.slice(text, max(0, range.lowerBound - 8)..<range.lowerBound).lowercased()
        let after = ManuscriptText.slice(text, range.upperBound..<(range.upperBound + 3))
        return before.hasSuffix("at ") || before.hasSuffix("within ") || before.hasSuffix("every ")
            || after.hasPrefix("-m") || after.hasPrefix("- ")
    }

    // MARK: Landmarks

    private static let timeList = Pattern(
        #"((?:\d{1,3}\s*-?\s*(?:,|and|/|&|or|-|\s)\s*(?:and\s+)?)*\d{1,3})\s*-?\s*(months?|mo|years?|yrs?)\b"#)
    private static let percentValue = Pattern(
        #"(?<![\w.(\-])(\d{1,3}(?:\.\d+)?)\s*%(?!\s*(?:CI|confidence))|(?<=and )(\d{1,3}\.\d+)(?=\s*%)"#)
    private static let survivalWord = Pattern(#"\bsurvival\b|\b(?:PFS|OS|DFS|RFS|EFS)\b"#)

    /// The survival percentages at times.
    func textLandmarks() -> [Landmark] {
        sentences.flatMap { sentence -> [Landmark] in
            let text = sentence.plain
            guard Self.survivalWord.matches(text), text.contains("%") else { return [] }
            let percents = Self.percentValue.matches(in: text)
            let lists = Self.timeList.matches(in: text).filter { list in
                !(list[1] ?? "").contains(".") && !Self.isDecimal(list.range, in: text)
            }
            guard !percents.isEmpty, let first = lists.first,
                first.range.lowerBound < (percents.last?.range.lowerBound ?? 0)
            else { return [] }
            let single = lists.allSatisfy { Self.times($0).count == 1 }
            var result: [Landmark] = []
            // Each list of times has the percentages up to the next one.
            let starts =
                single && lists.count > 1
                    && (percents.first?.range.lowerBound ?? 0) > (lists.last?.range.lowerBound ?? 0)
                ? [lists] : lists.map { [$0] }
            for (index, part) in starts.enumerated() {
                let times = part.flatMap(Self.times)
                let from = part.last?.range.upperBound ?? 0
                let to =
                    index + 1 < starts.count
                    ? starts[index + 1].first?.range.lowerBound ?? text.utf16.count : text.utf16.count
                let own = percents.filter { $0.range.lowerBound >= from && $0.range.lowerBound < to }
                result += landmarks(own, times: times, sentence)
            }
            return result
        }
    }

    private static func isDecimal(_ range: Range<Int>, in text: String) -> Bool {
        let before = ManuscriptText.slice(text, max(0, range.lowerBound - 1)..<range.lowerBound)
        return before == "." || before == "("
    }

    private static func times(_ match: PatternMatch) -> [Double] {
        let scale = (match[2] ?? "").hasPrefix("y") ? 12.0 : 1
        return (match[1] ?? "").split { !$0.isNumber }.compactMap { Double($0).map { $0 * scale } }
    }

    /// "x and y in A and v and w in B": a group is named behind each block, so that blocks are of groups.
    private func isByGroup(_ percents: [PatternMatch], blocks: Int, in text: String) -> Bool {
        let size = percents.count / blocks
        let mentions = groupMentions(in: text)
        return (0..<blocks).allSatisfy { block in
            let own = percents[(block * size)..<((block + 1) * size)]
            guard let first = own.first, let last = own.last else { return false }
            let next = block + 1 < blocks ? percents[(block + 1) * size].range.lowerBound : text.utf16.count
            return mentions.contains { $0.range.lowerBound >= last.range.upperBound && $0.range.upperBound <= next }
                && !mentions.contains {
                    $0.range.lowerBound > first.range.lowerBound && $0.range.upperBound < last.range.lowerBound
                }
        }
    }

    private func landmarks(_ percents: [PatternMatch], times: [Double], _ sentence: Sentence) -> [Landmark] {
        guard !times.isEmpty, !percents.isEmpty, percents.count % times.count == 0 else { return [] }
        let values = percents.compactMap { $0[1].flatMap { PrintedNumber($0) } }
        guard values.count == percents.count else { return [] }
        let groupCount = values.count / times.count
        let groups: [Group?]
        if times.count == 1 {
            groups = attribute(percents.map(\.range), in: sentence.plain)
        } else {
            let firsts = stride(from: 0, to: values.count, by: times.count).map { index in
                percents[index].range.lowerBound..<percents[index + times.count - 1].range.upperBound
            }
            groups = attribute(firsts, in: sentence.plain).flatMap { Array(repeating: $0, count: times.count) }
        }
        // Survival falls: where the groups' blocks would rise, the values stand time by time.
        let falls = (0..<groupCount).allSatisfy { group in
            let block = values[(group * times.count)..<((group + 1) * times.count)]
            return zip(block, block.dropFirst()).allSatisfy { $0.value >= $1.value }
        }
        let byTime = !falls && groupCount > 1 && !isByGroup(percents, blocks: groupCount, in: sentence.plain)
        return values.enumerated().map { index, value in
            Landmark(
                endpoint: endpoint(sentence, at: percents[index].range.lowerBound),
                time: byTime ? times[index / groupCount] : times[index % times.count], percent: value,
                group: byTime ? nil : groups[index], sentence: sentence, range: percents[index].range)
        }
    }
}
