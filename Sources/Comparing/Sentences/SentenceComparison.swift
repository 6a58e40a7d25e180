/// A sentence of the manuscript whose words changed, not only its numbers.
public struct SentenceChange: Equatable, Codable, Sendable {
    /// The heading that it stands under.
    public var heading: String
    /// The sentence as it was; nil for a new one.
    public var old: String?
    /// The sentence as it is; nil for one that is gone.
    public var new: String?
}

/// Lines the sentences of two texts up and keeps those whose words differ.
struct SentenceComparison {
    let changes: [SentenceChange]

    /// Compares two texts by words, or by letters alone where another style made them of the same numbers.
    init(_ before: [Sentence], _ after: [Sentence], byLetters: Bool = false) {
        func key(_ sentence: Sentence) -> String { byLetters ? sentence.letters : sentence.words }
        let difference = after.map(key).difference(from: before.map(key))
        var removed: [Int] = []
        var inserted: [Int] = []
        for change in difference {
            switch change {
            case .remove(let offset, _, _): removed.append(offset)
            case .insert(let offset, _, _): inserted.append(offset)
            }
        }
        changes = Self.paired(removed.sorted().map { before[$0] }, inserted.sorted().map { after[$0] })
    }

    /// Joins a sentence that is gone with the new one that is most like it, in order.
    private static func paired(_ gone: [Sentence], _ come: [Sentence]) -> [SentenceChange] {
        var left = gone[...]
        var changes: [SentenceChange] = []
        for sentence in come {
            let likeness = left.indices.map { index in
                (index: index, share: share(left[index], sentence))
            }
            if let best = likeness.max(by: { $0.share < $1.share }), best.share >= 0.4 {
                // What stood before the partner has none.
                changes += left[..<best.index].map { SentenceChange(heading: $0.heading, old: $0.text, new: nil) }
                changes.append(
                    SentenceChange(heading: sentence.heading, old: left[best.index].text, new: sentence.text))
                left = left[(best.index + 1)...]
            } else {
                changes.append(SentenceChange(heading: sentence.heading, old: nil, new: sentence.text))
            }
        }
        return changes + left.map { SentenceChange(heading: $0.heading, old: $0.text, new: nil) }
    }

    /// Which share of their words two sentences have in common.
    private static func share(_ left: Sentence, _ right: Sentence) -> Double {
        let (a, b) = (Set(left.words.split(separator: " ")), Set(right.words.split(separator: " ")))
        let union = a.union(b).count
        let same = Double(a.intersection(b).count) / Double(max(union, 1))
        return left.heading == right.heading ? same : same * 0.7
    }
}
