import Drawing

/// The key of a panel and its annotation in one block: line samples, names, numbers with intervals, comparisons.
struct CurveKey {
    /// How the numbers of several groups are set.
    enum Arrangement {
        /// In a column of their own under a head.
        case wide
        /// The same, but the head may stand over the names too.
        case compact
        /// Under the names.
        case stacked
    }

    private static let comparisonGap = 2.5

    private(set) var block: KeyBlock
    private let content: CurvePanelContent
    private let arrangement: Arrangement
    private let columns: KeyColumns
    /// Whether samples of the lines stand before the names.
    private let hasSamples: Bool
    private var nameStart: Double { hasSamples ? KeyBlock.nameStart : 0 }
    /// How many lines the longest name of a group takes.
    private var mostNameLines = 0

    /// - Parameters:
    ///   - content: What the panel shows.
    ///   - arrangement: How the numbers of several groups are set.
    ///   - limit: The greatest width of the block; long texts are broken to keep it.
    ///   - columns: What the keys of all panels have in common.
    ///   - hasSamples: Whether samples of the lines stand before the names.
    ///   - look: The design.
    ///   - text: Tells how wide text is.
    init(
        _ content: CurvePanelContent, as arrangement: Arrangement, limit: Double, columns: KeyColumns,
        hasSamples: Bool, look: FigureLook, text: any TextMeasuring
    ) {
        self.content = content
        self.hasSamples = hasSamples
        self.arrangement = arrangement
        self.columns = columns
        block = KeyBlock(name: "\(content.name)/key", look: look, text: text)
        if let statement = content.statement, let group = content.groups.first {
            for part in block.wrapped(statement, limit) { addLine(part, name: "statement/\(group.id)") }
        } else if content.groups.count > 1, hasSamples || !content.numbersHead.isEmpty {
            setTable(limit: limit)
        }
        for (index, comparison) in content.comparisons.enumerated() {
            for (line, part) in block.wrapped(comparison, limit).enumerated() where !part.isEmpty {
                let isFirst = index == 0 && line == 0 && !block.lines.isEmpty
                addLine(part, name: "test", gapBefore: isFirst ? Self.comparisonGap : 0)
            }
        }
    }

    /// Whether a name takes more than one line.
    var hasBrokenNames: Bool { mostNameLines > 1 }

    /// Whether names take many lines, or numbers stand under the names for want of width.
    var isCramped: Bool { mostNameLines > 2 || arrangement == .stacked }
}

extension CurveKey {
    /// A head over the numbers, then the groups. Numbers end in line, so that their decimals stand in line.
    private mutating func setTable(limit: Double) {
        let headWidth = columns.headWidth(as: arrangement)
        let columnWidth =
            switch arrangement {
            case _ where content.numbersHead.isEmpty: 0.0
            case .wide: max(columns.numbersWidth, headWidth) + KeyColumns.gap
            case .compact: columns.numbersWidth + KeyColumns.gap
            case .stacked: 0.0
            }
        let names = brokenNames(limit: limit - columnWidth)
        let nameEnd = nameStart + (names.flatMap(\.self).map(block.width).max() ?? 0)
        let start = arrangement == .stacked ? nameStart : nameEnd + KeyColumns.gap
        // A compact head that is wider than the numbers reaches back over the names.
        let reachesBack = arrangement == .compact && headWidth > columns.numbersWidth
        let headRoom =
            switch arrangement {
            case .compact: reachesBack ? start + columns.numbersWidth : columns.numbersWidth
            case .wide, .stacked: max(limit - start, 0)
            }
        setHeads(start: start, end: reachesBack ? start + columns.numbersWidth : nil, room: headRoom, limit: limit)
        for (group, names) in zip(content.groups, names) {
            add(group, names: names, numbers: numbers(of: group, end: start + columns.numberWidth))
        }
    }

    private func numbers(of group: CurvePanelContent.Group, end: Double) -> [KeyBlock.Piece] {
        let color = block.look.color
        let number = KeyBlock.Piece(
            text: group.number, x: end, anchor: .end, color: color, name: "median/\(group.id)")
        let interval = KeyBlock.Piece(
            text: group.interval, x: end + columns.space, color: color, name: "interval/\(group.id)")
        return [number, interval].filter { !$0.text.isEmpty }
    }

    /// The head of the names and the head of the numbers, on the same lines where they do not meet.
    ///
    /// - Parameters:
    ///   - start: Where the numbers start.
    ///   - end: Where the head of the numbers ends; nil where it starts with them.
    ///   - room: The greatest width of the head of the numbers.
    ///   - limit: The greatest width of the block.
    private mutating func setHeads(start: Double, end: Double?, room: Double, limit: Double) {
        let color = block.look.color
        let heads = columns.head(of: content, as: arrangement, room: room).flatMap { block.wrapped($0, room) }.map {
            KeyBlock.Piece(text: $0, x: end ?? start, anchor: end == nil ? .start : .end, color: color, name: "head")
        }
        let headStart = heads.map { $0.anchor == .end ? $0.x - block.width(of: $0.text) : $0.x }.min()
        var lines = heads.map { KeyBlock.Line(pieces: [$0]) }
        if let variable = content.namesHead {
            let besideRoom = max((headStart ?? limit + KeyColumns.gap) - KeyColumns.gap, 0)
            var names = block.wrapped(variable, besideRoom)
            if lines.isEmpty { lines = names.map { _ in KeyBlock.Line(pieces: []) } }
            let isWhole = widestWord(of: variable, in: block.look.smallFont, measuring: block.text) <= besideRoom
            if names.count > lines.count || !isWhole {
                names = block.wrapped(variable, limit)
                lines.insert(contentsOf: names.map { _ in KeyBlock.Line(pieces: []) }, at: 0)
                for (index, name) in names.enumerated() { lines[index].pieces.insert(piece(name), at: 0) }
            } else {
                // The head of the names ends on the last line of the head of the numbers.
                for (index, name) in names.enumerated() {
                    lines[lines.count - names.count + index].pieces.insert(piece(name), at: 0)
                }
            }
        }
        block.lines += lines
        func piece(_ name: String) -> KeyBlock.Piece {
            KeyBlock.Piece(text: name, x: 0, color: color, name: "variable")
        }
    }

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
    private mutating func add(_ group: CurvePanelContent.Group, names: [String], numbers: [KeyBlock.Piece]) {
        let color = block.look.textColor(of: group.color)
        for (index, name) in names.enumerated() {
            let piece = KeyBlock.Piece(text: name, x: nameStart, color: color, name: "group/\(group.id)")
            let beside = index == 0 && arrangement != .stacked ? numbers : []
            block.lines.append(KeyBlock.Line(sample: index == 0 && hasSamples ? group : nil, pieces: [piece] + beside))
        }
        if arrangement == .stacked, !numbers.isEmpty { block.lines.append(KeyBlock.Line(pieces: numbers)) }
    }

    /// A line with one piece of text.
    private mutating func addLine(_ text: String, name: String, gapBefore: Double = 0) {
        block.lines.append(
            KeyBlock.Line(
                pieces: [KeyBlock.Piece(text: text, x: 0, color: block.look.color, name: name)], gapBefore: gapBefore))
    }
}
