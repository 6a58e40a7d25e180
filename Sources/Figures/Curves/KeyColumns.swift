import Drawing

/// The columns of numbers that the keys of all panels have in common, so that their heads stand alike.
struct KeyColumns {
    /// Between the names and the numbers.
    static let gap = 8.0

    /// The widest number.
    let numberWidth: Double
    /// The numbers with their intervals.
    let numbersWidth: Double
    /// Between a number and its interval.
    let space: Double
    /// Whether the head of a compact key takes a line for each of its phrases: where it would be wider than a key.
    private let isBroken: Bool
    private let widest: (whole: Double, phrase: Double)

    init(_ panels: [CurvePanelContent], look: FigureLook, text: any TextMeasuring) {
        func width(_ string: String) -> Double { text.width(of: string, in: look.smallFont) }
        let tables = panels.filter { $0.groups.count > 1 }
        let groups = tables.flatMap(\.groups)
        space = width(" ")
        numberWidth = groups.map { width($0.number) }.max() ?? 0
        let intervalWidth = groups.map { width($0.interval) }.max() ?? 0
        let numbersWidth = numberWidth + (intervalWidth > 0 ? space + intervalWidth : 0)
        self.numbersWidth = numbersWidth
        let widest = (
            whole: tables.map { width($0.numbersHead.joined(separator: " ")) }.max() ?? 0,
            phrase: tables.flatMap(\.numbersHead).map(width).max() ?? 0
        )
        self.widest = widest
        isBroken = tables.contains { panel in
            let names = KeyBlock.nameStart + (panel.groups.map { width($0.label) }.max() ?? 0)
            return widest.whole > (panel.namesHead == nil ? names + Self.gap + numbersWidth : numbersWidth)
        }
    }

    /// The lines of a panel's head over the numbers, no wider than `room` where its phrases allow.
    func head(of panel: CurvePanelContent, as arrangement: CurveKey.Arrangement, room: Double) -> [String] {
        if panel.numbersHead.isEmpty { return [] }
        return isWhole(arrangement) && widest.whole <= room
            ? [panel.numbersHead.joined(separator: " ")] : panel.numbersHead
    }

    /// The widest line of a head in any panel.
    func headWidth(as arrangement: CurveKey.Arrangement) -> Double {
        isWhole(arrangement) ? widest.whole : widest.phrase
    }

    private func isWhole(_ arrangement: CurveKey.Arrangement) -> Bool { arrangement == .wide || !isBroken }
}
