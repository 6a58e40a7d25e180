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
        } else if content.groups.count > 1, hasSamples || !content.heads.isEmpty {
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
    /// Where a column of numbers stands.
    private struct Place {
        var head: KeyHead
        var start: Double
        var column: KeyColumns.Column
        /// The greatest width of its head.
        var headRoom: Double
        /// Where its head ends; nil where the head starts with the numbers.
        var headEnd: Double?
    }

    /// Heads over the numbers, then the groups. Numbers end in line, so that their decimals stand in line.
    private mutating func setTable(limit: Double) {
        let widths = content.heads.map(width)
        let numbers = arrangement == .stacked ? 0 : widths.map { $0 + KeyColumns.gap }.reduce(0, +)
        let names = brokenNames(limit: limit - numbers)
        let nameEnd = nameStart + (names.flatMap(\.self).map(block.width).max() ?? 0)
        let places = places(widths, from: nameEnd, limit: limit)
        setHeads(places, limit: limit)
        for (group, names) in zip(content.groups, names) {
            add(group, names: names, numbers: zip(places, group.cells).map { pieces($1, of: group, at: $0) })
        }
    }

    private func width(of head: KeyHead) -> Double {
        let width = columns.column(head).width
        return reachesBack ? width : max(width, columns.headWidth(head, as: arrangement))
    }

    /// A compact head of a single column that is wider than the numbers reaches back over the names.
    private var reachesBack: Bool { arrangement == .compact && content.heads.count == 1 }

    private func places(_ widths: [Double], from nameEnd: Double, limit: Double) -> [Place] {
        var start = arrangement == .stacked ? nameStart : nameEnd + KeyColumns.gap
        return zip(content.heads, widths).enumerated().map { index, pair in
            let (head, width) = pair
            let column = columns.column(head)
            var place = Place(head: head, start: start, column: column, headRoom: width)
            if arrangement == .stacked || arrangement == .wide && index == widths.count - 1 {
                place.headRoom = max(limit - start, 0)
            } else if reachesBack, columns.headWidth(head, as: arrangement) > width {
                (place.headRoom, place.headEnd) = (start + width, start + width)
            }
            if arrangement != .stacked { start += width + KeyColumns.gap }
            return place
        }
    }

    private func pieces(_ cell: KeyCell, of group: CurvePanelContent.Group, at place: Place) -> [KeyBlock.Piece] {
        let color = block.look.color
        let name = place.head.name
        switch cell {
        case .word(let word):
            return [KeyBlock.Piece(text: word, x: place.start, color: color, name: "\(name)/\(group.id)")]
        case .number(let number, let interval):
            let end = place.start + place.column.numberWidth
            return [
                KeyBlock.Piece(text: number, x: end, anchor: .end, color: color, name: "\(name)/\(group.id)"),
                KeyBlock.Piece(
                    text: interval, x: end + columns.space, color: color,
                    name: "\(place.head.intervalName)/\(group.id)"),
            ].filter { !$0.text.isEmpty }
        }
    }

    /// The head of the names and the heads of the numbers, on the same lines where they do not meet.
    private mutating func setHeads(_ places: [Place], limit: Double) {
        let color = block.look.color
        let heads = places.map { place in
            columns.lines(of: place.head, as: arrangement, room: place.headRoom)
                .flatMap { block.wrapped($0, place.headRoom) }.map {
                    KeyBlock.Piece(
                        text: $0, x: place.headEnd ?? place.start, anchor: place.headEnd == nil ? .start : .end,
                        color: color, name: "head")
                }
        }
        let headStart = heads.flatMap(\.self).map { $0.anchor == .end ? $0.x - block.width(of: $0.text) : $0.x }.min()
        var lines = arrangement == .stacked ? heads.flatMap(\.self).map { [$0] } : Self.bottomAligned(heads)
        if let variable = content.namesHead {
            let besideRoom = max((headStart ?? limit + KeyColumns.gap) - KeyColumns.gap, 0)
            var names = block.wrapped(variable, besideRoom)
            if lines.isEmpty { lines = names.map { _ in [] } }
            let isWhole = widestWord(of: variable, in: block.look.smallFont, measuring: block.text) <= besideRoom
            if names.count > lines.count || !isWhole {
                names = block.wrapped(variable, limit)
                lines.insert(contentsOf: names.map { _ in [] }, at: 0)
                for (index, name) in names.enumerated() { lines[index].insert(piece(name), at: 0) }
            } else {
                // The head of the names ends on the last line of the heads of the numbers.
                for (index, name) in names.enumerated() {
                    lines[lines.count - names.count + index].insert(piece(name), at: 0)
                }
            }
        }
        block.lines += lines.map { KeyBlock.Line(pieces: $0) }
        func piece(_ name: String) -> KeyBlock.Piece {
            KeyBlock.Piece(text: name, x: 0, color: color, name: "variable")
        }
    }

    /// Heads of one line or more side by side, which end on one line.
    private static func bottomAligned(_ heads: [[KeyBlock.Piece]]) -> [[KeyBlock.Piece]] {
        let count = heads.map(\.count).max() ?? 0
        return (0..<count).map { line in
            heads.compactMap { head in
                let index = line - (count - head.count)
                return head.indices.contains(index) ? head[index] : nil
            }
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
    private mutating func add(_ group: CurvePanelContent.Group, names: [String], numbers: [[KeyBlock.Piece]]) {
        let color = block.look.textColor(of: group.color)
        for (index, name) in names.enumerated() {
            let piece = KeyBlock.Piece(text: name, x: nameStart, color: color, name: "group/\(group.id)")
            let beside = index == 0 && arrangement != .stacked ? numbers.flatMap(\.self) : []
            block.lines.append(KeyBlock.Line(sample: index == 0 && hasSamples ? group : nil, pieces: [piece] + beside))
        }
        guard arrangement == .stacked else { return }
        for pieces in numbers where !pieces.isEmpty { block.lines.append(KeyBlock.Line(pieces: pieces)) }
    }

    /// A line with one piece of text.
    private mutating func addLine(_ text: String, name: String, gapBefore: Double = 0) {
        block.lines.append(
            KeyBlock.Line(
                pieces: [KeyBlock.Piece(text: text, x: 0, color: block.look.color, name: name)], gapBefore: gapBefore))
    }
}
