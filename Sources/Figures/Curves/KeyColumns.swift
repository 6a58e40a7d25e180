import Drawing

/// The columns of numbers that the keys of all panels have in common, so that their heads stand alike.
struct KeyColumns {
    /// Between the names and the numbers, and between two columns of numbers.
    static let gap = 8.0

    /// One column.
    struct Column {
        /// The widest number.
        var numberWidth = 0.0
        /// The numbers with their intervals.
        var width = 0.0
        /// The widest head, and the widest phrase of a head.
        var head = (whole: 0.0, phrase: 0.0)
    }

    /// By the names of their heads.
    private let columns: [String: Column]
    /// Between a number and its interval.
    let space: Double
    /// Whether the heads of a compact key take a line for each of their phrases: where one would be wider than its
    /// numbers, or a single one over no head of names wider than the key.
    private let isBroken: Bool

    init(_ panels: [CurvePanelContent], look: FigureLook, text: any TextMeasuring) {
        func width(_ string: String) -> Double { text.width(of: string, in: look.smallFont) }
        let tables = panels.filter { $0.groups.count > 1 }
        let space = width(" ")
        self.space = space
        var columns: [String: Column] = [:]
        for name in Set(tables.flatMap(\.heads).map(\.name)) {
            columns[name] = Self.column(
                tables.flatMap(\.heads).filter { $0.name == name },
                cells: tables.flatMap { $0.cells(under: name) }, space: space, width: width)
        }
        self.columns = columns
        isBroken = tables.contains { panel in
            let names = KeyBlock.nameStart + (panel.groups.map { width($0.label) }.max() ?? 0)
            let reach = panel.heads.count == 1 && panel.namesHead == nil ? names + Self.gap : 0
            return panel.heads.contains { head in
                columns[head.name].map { $0.head.whole > reach + $0.width } ?? false
            }
        }
    }

    /// The column under a head.
    func column(_ head: KeyHead) -> Column { columns[head.name] ?? Column() }

    private static func column(
        _ heads: [KeyHead], cells: [KeyCell], space: Double, width: (String) -> Double
    ) -> Column {
        var (column, intervalWidth, wordWidth) = (Column(), 0.0, 0.0)
        for cell in cells {
            switch cell {
            case .number(let number, let interval):
                column.numberWidth = max(column.numberWidth, width(number))
                intervalWidth = max(intervalWidth, width(interval))
            case .word(let word): wordWidth = max(wordWidth, width(word))
            }
        }
        column.width = max(column.numberWidth + (intervalWidth > 0 ? space + intervalWidth : 0), wordWidth)
        column.head = (
            whole: heads.map { width($0.phrases.joined(separator: " ")) }.max() ?? 0,
            phrase: heads.flatMap(\.phrases).map(width).max() ?? 0
        )
        return column
    }

    /// The lines of a head, no wider than `room` where its phrases allow.
    func lines(of head: KeyHead, as arrangement: CurveKey.Arrangement, room: Double) -> [String] {
        if head.phrases.isEmpty { return [] }
        return isWhole(arrangement) && column(head).head.whole <= room
            ? [head.phrases.joined(separator: " ")] : head.phrases
    }

    /// The widest line of a head in any panel.
    func headWidth(_ head: KeyHead, as arrangement: CurveKey.Arrangement) -> Double {
        isWhole(arrangement) ? column(head).head.whole : column(head).head.phrase
    }

    private func isWhole(_ arrangement: CurveKey.Arrangement) -> Bool { arrangement == .wide || !isBroken }
}

extension CurvePanelContent {
    /// The groups' cells under a head; none where the panel has no such head.
    func cells(under name: String) -> [KeyCell] {
        guard let index = heads.firstIndex(where: { $0.name == name }) else { return [] }
        return groups.compactMap { $0.cells.indices.contains(index) ? $0.cells[index] : nil }
    }
}
