import Drawing
import Results

/// The key of a panel and its annotation in one block: line samples, names, medians with intervals, the test.
struct SurvivalKey {
    /// How the medians of several groups are set.
    enum Arrangement {
        /// In a column of their own under a head.
        case wide
        /// The same, but the head may stand over the names too.
        case compact
        /// Under the names.
        case stacked
    }

    private static let sampleGap = 4.0
    private static let columnGap = 8.0
    private static let testGap = 2.5

    private(set) var block: KeyBlock
    private let content: SurvivalPanelContent
    private let arrangement: Arrangement
    /// How many lines the longest name of a group takes.
    private var mostNameLines = 0

    /// - Parameters:
    ///   - content: What the panel shows.
    ///   - arrangement: How the medians of several groups are set.
    ///   - limit: The greatest width of the block; long texts are broken to keep it.
    ///   - look: The design.
    ///   - text: Tells how wide text is.
    init(
        _ content: SurvivalPanelContent, as arrangement: Arrangement, limit: Double, look: FigureLook,
        text: any TextMeasuring
    ) {
        self.content = content
        self.arrangement = arrangement
        block = KeyBlock(name: "\(content.name)/key", look: look, text: text)
        if content.groups.count > 1 {
            setTable(limit: limit)
        } else if let group = content.groups.first {
            setSentence(of: group, limit: limit)
        }
        for (index, part) in block.wrapped(content.testText ?? "", limit).enumerated() where !part.isEmpty {
            addLine(part, x: 0, name: "test", gapBefore: index == 0 && !block.lines.isEmpty ? Self.testGap : 0)
        }
    }

    /// The arrangement that keeps the limit and breaks names least.
    static func fitting(
        _ content: SurvivalPanelContent, limit: Double, look: FigureLook, text: any TextMeasuring
    ) -> SurvivalKey {
        let columns = [Arrangement.wide, .compact].map {
            SurvivalKey(content, as: $0, limit: limit, look: look, text: text)
        }.filter { $0.block.width <= limit }
        return columns.first { !$0.hasBrokenNames } ?? columns.first { !$0.isCramped } ?? columns.first
            ?? SurvivalKey(content, as: .stacked, limit: limit, look: look, text: text)
    }

    /// Whether a name takes more than one line.
    var hasBrokenNames: Bool { mostNameLines > 1 }

    /// Whether names take many lines, or numbers stand under the names for want of width.
    var isCramped: Bool { mostNameLines > 2 || arrangement == .stacked }
}

extension SurvivalKey {
    /// A head over the medians, then the groups. Medians end in line, so that their decimals stand in line.
    private mutating func setTable(limit: Double) {
        let head = "Median (\(content.intervalName)), \(content.endpoint.unit.rawValue)"
        let intervals = content.groups.map { $0.medianInterval.isEmpty ? "" : "(\($0.medianInterval))" }
        let medianWidth = content.groups.map { block.width(of: $0.medianText) }.max() ?? 0
        let space = block.width(of: " ")
        let numbersWidth = medianWidth + space + (intervals.map(block.width).max() ?? 0)
        let columnWidth =
            switch arrangement {
            case .wide: max(numbersWidth, block.width(of: head)) + Self.columnGap
            case .compact: numbersWidth + Self.columnGap
            case .stacked: 0.0
            }
        let names = brokenNames(limit: limit - columnWidth)
        let nameEnd = nameStart + (names.flatMap(\.self).map(block.width).max() ?? 0)
        let medianStart = arrangement == .stacked ? nameStart : nameEnd + Self.columnGap
        let (medianEnd, right) = (medianStart + medianWidth, medianStart + numbersWidth)

        for part in block.wrapped(head, arrangement == .compact ? right : limit - medianStart) {
            // A head that is wider than the numbers reaches back over the names.
            let endsAtRight = arrangement == .compact && block.width(of: part) > numbersWidth
            addLine(part, x: endsAtRight ? right : medianStart, anchor: endsAtRight ? .end : .start, name: "head")
        }
        let color = block.look.color
        for (group, (names, interval)) in zip(content.groups, zip(names, intervals)) {
            var numbers = [
                KeyBlock.Piece(
                    text: group.medianText, x: medianEnd, anchor: .end, color: color, name: "median/\(group.id)")
            ]
            if !interval.isEmpty {
                numbers.append(
                    KeyBlock.Piece(text: interval, x: medianEnd + space, color: color, name: "interval/\(group.id)"))
            }
            add(group, names: names, numbers: numbers)
        }
    }

    private var nameStart: Double { KeyBlock.sampleWidth + Self.sampleGap }

    /// The groups' names in lines that end within the limit; beside numbers, words are not broken for it.
    private mutating func brokenNames(limit: Double) -> [[String]] {
        let widest = content.groups.map {
            widestWord(of: $0.label, in: block.look.smallFont, measuring: block.text)
        }.max()
        let room = max(limit - nameStart, arrangement == .stacked ? 0 : widest ?? 0)
        let names = content.groups.map { block.wrapped($0.label, room) }
        mostNameLines = names.map(\.count).max() ?? 0
        return names
    }

    /// A group's line sample, its name on one line or more, and its numbers beside the first or under the last.
    private mutating func add(_ group: SurvivalPanelContent.Group, names: [String], numbers: [KeyBlock.Piece]) {
        let color = block.look.textColor(of: group.color)
        for (index, name) in names.enumerated() {
            let piece = KeyBlock.Piece(text: name, x: nameStart, color: color, name: "group/\(group.id)")
            let beside = index == 0 && arrangement != .stacked ? numbers : []
            block.lines.append(KeyBlock.Line(sample: index == 0 ? group : nil, pieces: [piece] + beside))
        }
        if arrangement == .stacked { block.lines.append(KeyBlock.Line(pieces: numbers)) }
    }

    /// One group: its median in words, without sample or name.
    private mutating func setSentence(of group: SurvivalPanelContent.Group, limit: Double) {
        let interval = group.medianInterval.isEmpty ? "" : " (\(content.intervalName) \(group.medianInterval))"
        let median =
            group.median == nil ? group.medianText : "\(group.medianText) \(content.endpoint.unit.rawValue)"
        for part in block.wrapped("Median \(median)\(interval)", limit) {
            addLine(part, x: 0, name: "median/\(group.id)")
        }
    }

    /// A line with one piece of text.
    private mutating func addLine(
        _ text: String, x: Double, anchor: Label.Anchor = .start, name: String, gapBefore: Double = 0
    ) {
        block.lines.append(
            KeyBlock.Line(
                pieces: [KeyBlock.Piece(text: text, x: x, anchor: anchor, color: block.look.color, name: name)],
                gapBefore: gapBefore))
    }
}
