import Drawing

/// Lines of text, some with a line sample before them, that are placed on the page as one block.
struct KeyBlock {
    /// A piece of text in a line, its place counted from the block's left edge.
    struct Piece {
        var text: String
        var x: Double
        var anchor = Label.Anchor.start
        var color: Color
        var name: String
    }

    /// A line of the block.
    struct Line {
        /// The group whose line sample stands at the left edge.
        var sample: CurvePanelContent.Group?
        var pieces: [Piece]
        var gapBefore = 0.0
    }

    private static let sampleWidth = 18.0
    /// Where names start beside their line samples.
    static let nameStart = sampleWidth + 4
    private static let leading = 1.08

    let name: String
    let look: FigureLook
    let text: any TextMeasuring
    var lines: [Line] = []

    var width: Double {
        lines.flatMap(\.pieces).map { $0.anchor == .end ? $0.x : $0.x + width(of: $0.text) }.max() ?? 0
    }

    var height: Double {
        guard !lines.isEmpty else { return 0 }
        return Double(lines.count - 1) * advance + lines.map(\.gapBefore).reduce(0, +)
            + text.lineHeight(of: look.smallFont)
    }

    /// The block with its upper left corner at a point.
    func drawn(at origin: Point) -> Scene.Group {
        var elements: [Scene.Element] = []
        var baseline = origin.y + text.extent(of: look.smallFont).ascent
        for line in lines {
            baseline += line.gapBefore
            if let group = line.sample { elements.append(.shape(sample(of: group, x: origin.x, baseline: baseline))) }
            elements += line.pieces.map { piece in
                .label(
                    Label(
                        piece.text, name: "\(name)/\(piece.name)", font: look.smallFont, color: piece.color,
                        at: Point(x: origin.x + piece.x, y: baseline), anchor: piece.anchor, measuring: text))
            }
            baseline += advance
        }
        return Scene.Group(name: name, elements: elements)
    }

    func width(of string: String) -> Double { text.width(of: string, in: look.smallFont) }

    func wrapped(_ string: String, _ limit: Double) -> [String] {
        wrappedLines(of: string, in: look.smallFont, toWidth: limit, measuring: text)
    }

    private var advance: Double { text.lineHeight(of: look.smallFont) * Self.leading }

    /// A stretch of the group's curve at the middle of small letters, a little above a quarter of the size.
    private func sample(of group: CurvePanelContent.Group, x: Double, baseline: Double) -> Shape {
        let y = baseline - 0.27 * look.smallFont.size
        return Shape(
            name: "\(name)/sample/\(group.id)",
            segments: [Point(x: x, y: y), Point(x: x + Self.sampleWidth, y: y)].polyline,
            stroke: Stroke(color: group.color, width: look.curveWidth, dash: group.dash))
    }
}
