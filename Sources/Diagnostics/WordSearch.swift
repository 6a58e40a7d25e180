/// Finds names by the words that someone remembers of them: `median os` finds `os.overall.median`.
///
/// Every word that was asked for must be in the name, in any order: as one of its parts, as a piece of such a part, in what a
/// part is called (`progression-free` for `pfs`), or as the beginning of one of these. A word that is in no name at all
/// stands for the nearest one that is. A name is the better, the more exactly its parts were asked for and the fewer of them
/// nobody asked for.
public struct WordSearch: Sendable {
    /// A name that can be found.
    public struct Target: Sendable {
        /// A part of a name, with what it is called.
        public struct Part: Sendable {
            let text: String
            let pieces: [String]
            let labels: Set<String>

            /// Creates a part; `labels` are words or whole sentences that stand for it.
            public init(_ text: String, labels: [String] = []) {
                self.text = text.lowercased()
                pieces = wordPieces(text)
                self.labels = Set(labels.flatMap { [$0.lowercased()] + wordPieces($0) })
            }
        }

        /// The name as it is written.
        public var name: String
        let parts: [Part]
        /// How much worse it is than others for a reason of its own.
        let handicap: Int

        /// Creates a target.
        public init(_ name: String, parts: [Part], handicap: Int = 0) {
            self.name = name
            self.parts = parts
            self.handicap = handicap
        }
    }

    /// A name that was found, and how well it fits: the higher the better.
    public struct Match: Equatable, Sendable {
        /// The place of the name among the targets.
        public var place: Int
        /// The name as it is written.
        public var name: String
        /// How well it fits.
        public var score: Int
    }

    /// A word that was asked for, with what else it may mean.
    private struct Word {
        var text: String
        var meanings: [String]
    }

    private let targets: [Target]
    /// What words may stand for, in lower case: `hr` for `hazard-ratio`.
    private let meanings: [String: [String]]
    private let vocabulary: Set<String>

    /// Prepares a search among names.
    public init(among targets: [Target], meanings: [String: [String]] = [:]) {
        self.targets = targets
        self.meanings = meanings
        vocabulary = targets.reduce(into: []) { words, target in
            for part in target.parts {
                words.insert(part.text)
                words.formUnion(part.pieces)
                words.formUnion(part.labels)
            }
        }
    }

    /// What a question found.
    public struct Answer: Equatable, Sendable {
        /// The names, best first; of equally good ones the first.
        public var matches: [Match]
        /// Whether the names have every word as it was asked for, and not only the most that any has, or words like it.
        public var isComplete: Bool
        /// Whether the names have more than half of the words, and so may be what was meant.
        public var isNear: Bool

        /// The names that fit best: one where it fits clearly better than any other, or several that fit alike.
        public var best: [Match] { matches.filter { $0.score > (matches.first?.score ?? 0) - WordSearch.partCost } }
    }

    /// The names that have the words of a question.
    public func answer(to question: String) -> Answer {
        let asked = words(of: question)
        let words = asked.map { isKnown($0) ? $0 : corrected($0) }
        let found = targets.enumerated().compactMap { place, target -> (words: Int, match: Match)? in
            let fit = fit(of: target, to: words)
            return fit.words > 0 ? (fit.words, Match(place: place, name: target.name, score: fit.score)) : nil
        }
        let most = found.map(\.words).max() ?? 0
        let matches = found.filter { $0.words == most }.map(\.match)
            .sorted { ($0.score, $1.place) > ($1.score, $0.place) }
        return Answer(
            matches: matches, isComplete: most > 0 && most == words.count && asked.allSatisfy(isKnown),
            isNear: 2 * most > words.count)
    }

    // MARK: Questions

    private static let idleWords: Set<String> = [
        "a", "an", "and", "at", "by", "for", "in", "is", "of", "on", "the", "to", "v", "versus", "vs", "what", "why",
        "with",
    ]

    private func words(of question: String) -> [Word] {
        let all = question.lowercased().split { " \t\n,;:?".contains($0) }.map(String.init)
        let telling = all.filter { !Self.idleWords.contains($0) }
        let words = (telling.isEmpty ? all : telling).flatMap { $0.split { ".\"'".contains($0) }.map(String.init) }
        return words.flatMap { word -> [Word] in
            let whole = Word(text: word, meanings: meanings[word] ?? [])
            let pieces = wordPieces(word)
            // `12-month` is two words where nothing is called so.
            guard pieces.count > 1, !isKnown(whole) else { return [whole] }
            let apart = pieces.map { Word(text: $0, meanings: meanings[$0] ?? []) }
            return apart.allSatisfy(isKnown) ? apart : [whole]
        }
    }

    private func isKnown(_ word: Word) -> Bool {
        if vocabulary.contains(word.text) || word.meanings.contains(where: vocabulary.contains) { return true }
        return word.text.count >= 3 && vocabulary.contains { $0.hasPrefix(word.text) }
    }

    private func corrected(_ word: Word) -> Word {
        Word(text: word.text, meanings: NearestName.names(near: word.text, among: vocabulary.sorted()))
    }

    // MARK: Scores

    /// What a part costs that nobody asked for.
    private static let partCost = 4

    /// How many of the words a name has, and how well they fit.
    private func fit(of target: Target, to words: [Word]) -> (words: Int, score: Int) {
        var found = 0
        var score = -target.handicap
        var asked = Set<Int>()
        for word in words {
            // A name's last parts tell most of it: of equal fits the last counts.
            var best = (score: 0, part: 0)
            for (place, part) in target.parts.enumerated() {
                let fit = fit(of: word, in: part)
                if fit > 0, fit >= best.score { best = (fit, place) }
            }
            guard best.score > 0 else { continue }
            found += 1
            score += best.score
            asked.insert(best.part)
        }
        return (found, score - Self.partCost * (target.parts.count - asked.count))
    }

    /// How well a word fits a part of a name; 0 where it doesn't.
    private func fit(of word: Word, in part: Target.Part) -> Int {
        if part.text == word.text { return 20 }
        if word.meanings.contains(part.text) { return 18 }
        if part.pieces.contains(word.text) { return 12 }
        if part.labels.contains(word.text) { return 11 }
        if word.meanings.contains(where: part.pieces.contains) { return 10 }
        if word.meanings.contains(where: part.labels.contains) { return 9 }
        guard word.text.count >= 3 else { return 0 }
        if ([part.text] + part.pieces).contains(where: { $0.hasPrefix(word.text) }) { return 10 }
        return part.labels.contains { $0.hasPrefix(word.text) } ? 8 : 0
    }
}

/// The words in a name or sentence, in lower case: its letters and digits.
private func wordPieces(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
}
