import Drawing

/// What stands under the axis of a forest plot: who is favoured to the left of 1 and to the right, with arrows.
struct ForestFavours {
    private static let gap = 5.0
    private static let arrowGap = 4.0
    private static let arrowLength = 14.0
    private static let widest = 110.0

    private let sides: [(lines: [String], isLeft: Bool)]
    private let name: String
    private let divider: Double
    private let look: FigureLook
    private let text: any TextMeasuring

    /// - Parameters:
    ///   - favours: The texts on the left and on the right; an empty one is left out.
    ///   - name: What the names of the elements begin with.
    ///   - area: The room from left to right.
    ///   - divider: Where 1 stands.
    ///   - look: The design.
    ///   - text: Tells how wide text is.
    init(
        _ favours: [String], name: String, area: ClosedRange<Double>, divider: Double, look: FigureLook,
        text: any TextMeasuring
    ) {
        self.name = name
        self.divider = divider
        self.look = look
        self.text = text
        sides = favours.prefix(2).enumerated().compactMap { index, favoured in
            let room = index == 0 ? divider - area.lowerBound : area.upperBound - divider
            let limit = min(room - Self.gap - Self.arrowGap - Self.arrowLength, Self.widest)
            guard !favoured.isEmpty, limit > 0 else { return nil }
            let lines = linesOfWholeWords(of: favoured, in: look.smallFont, toWidth: limit, measuring: text)
            return (lines, index == 0)
        }
    }

    var height: Double {
        Double(sides.map(\.lines.count).max() ?? 0) * text.lineHeight(of: look.smallFont)
    }

    func drawn(top: Double) -> [Scene.Element] {
        guard !sides.isEmpty else { return [] }
        let ascent = text.extent(of: look.smallFont).ascent
        let lineHeight = text.lineHeight(of: look.smallFont)
        let elements = sides.flatMap { lines, isLeft -> [Scene.Element] in
            let side = isLeft ? "left" : "right"
            let direction = isLeft ? -1.0 : 1.0
            let x = divider + direction * Self.gap
            let labels = lines.enumerated().map { index, line in
                Label(
                    line, name: "\(name)/favours-\(side)", font: look.smallFont, color: look.color,
                    at: Point(x: x, y: top + ascent + Double(index) * lineHeight), anchor: isLeft ? .end : .start,
                    measuring: text)
            }
            // The middle of small letters, a little above a quarter of the size.
            let y = top + ascent + Double(lines.count - 1) / 2 * lineHeight - 0.27 * look.smallFont.size
            let start = x + direction * ((labels.map(\.width).max() ?? 0) + Self.arrowGap)
            let arrow = Arrow(
                points: [Point(x: start, y: y), Point(x: start + direction * Self.arrowLength, y: y)],
                name: "\(name)/favours-arrow-\(side)", color: look.color, width: look.hairline)
            return labels.map(Scene.Element.label) + arrow.shapes.map(Scene.Element.shape)
        }
        return [.group(Scene.Group(name: "\(name)/favours", elements: elements))]
    }
}
