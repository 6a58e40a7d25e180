import Drawing

/// A box of a flow chart: lines of text, measured, that know their places in the box.
struct FlowBox {
    /// How its text is set.
    enum Kind {
        /// Patients who remain: centred, the number on a line of its own.
        case patients(label: String, count: String)
        /// Patients who left: a head, if any, over a list of reasons.
        case reasons(head: String?, reasons: [String])
    }

    private struct Line {
        var text: String
        var x: Double
        var anchor: Label.Anchor
        var part: String
    }

    static let padding = (x: 5.0, y: 3.5)
    private static let bullet = "•"
    /// Between a bullet and its text, in sizes of the font.
    private static let bulletGap = 0.35
    private static let strokeWidth = 0.6
    /// More lines of one text call for a wider box.
    private static let mostLines = 4

    let width: Double
    private let font: Font
    private let look: FigureLook
    private let text: any TextMeasuring
    private var lines: [Line] = []
    /// Whether a wider box would do the text good.
    private(set) var isCramped = false

    init(_ kind: Kind, width: Double, look: FigureLook, text: any TextMeasuring) {
        self.width = width
        self.look = look
        self.text = text
        let room = width - 2 * Self.padding.x
        switch kind {
        case .patients(let label, let count):
            font = look.textFont
            add(label, x: width / 2, room: room, anchor: .middle, part: "label")
            add(Self.unbroken(count), x: width / 2, room: room, anchor: .middle, part: "count")
        case .reasons(let head, let reasons):
            font = look.smallFont
            if let head { add(head, x: Self.padding.x, room: room, anchor: .start, part: "head") }
            let indent = head == nil ? 0 : text.width(of: Self.bullet, in: font) + Self.bulletGap * font.size
            for reason in reasons {
                let first = lines.count
                add(
                    reason, x: Self.padding.x + indent, room: room - indent, anchor: .start, part: "reason")
                guard head != nil, first < lines.count else { continue }
                lines[first].part = "first"
            }
        }
    }

    /// A text whose spaces no line is broken at.
    static func unbroken(_ text: String) -> String { String(text.map { $0 == " " ? "\u{A0}" : $0 }) }

    /// The width that the lines need, with the space around them; half a point more than measured, so that the same
    /// text breaks into the same lines in a box of this width.
    var usedWidth: Double {
        let ends = lines.map { text.width(of: $0.text, in: font) + ($0.anchor == .start ? $0.x : Self.padding.x) }
        return (ends.max() ?? 0) + Self.padding.x + 0.5
    }

    private mutating func add(_ string: String, x: Double, room: Double, anchor: Label.Anchor, part: String) {
        let wrapped = linesOfWholeWords(of: string, in: font, toWidth: room, measuring: text)
        let word = widestWord(of: string, in: font, measuring: text)
        if wrapped.count > Self.mostLines || word > room { isCramped = true }
        lines += wrapped.map { line in
            Line(text: line, x: x, anchor: anchor, part: part)
        }
    }

    private var advance: Double { text.lineHeight(of: font) * 1.04 }

    var height: Double { Double(lines.count) * advance + 2 * Self.padding.y }

    /// The box with its upper left corner at a point; a box that is made higher has its text in the middle.
    func drawn(at origin: Point, height: Double, name: String) -> Scene.Group {
        let corners = [
            origin, origin.moved(right: width), origin.moved(right: width, down: height), origin.moved(down: height),
        ]
        let outline = Shape(
            name: "\(name)/box", segments: corners.polyline + [.close],
            stroke: Stroke(color: look.color, width: Self.strokeWidth))
        let first =
            origin.y + (height - Double(lines.count) * advance) / 2 + text.extent(of: font).ascent
            + (advance - text.lineHeight(of: font)) / 2
        let labels = lines.enumerated().flatMap { index, line -> [Label] in
            let y = first + Double(index) * advance
            func label(_ string: String, x: Double, part: String) -> Label {
                Label(
                    string, name: "\(name)/\(part)", font: font, color: look.color,
                    at: Point(x: origin.x + x, y: y), anchor: line.anchor, measuring: text)
            }
            guard line.part == "first" else { return [label(line.text, x: line.x, part: line.part)] }
            return [
                label(Self.bullet, x: Self.padding.x, part: "bullet"),
                label(line.text, x: line.x, part: "reason"),
            ]
        }
        return Scene.Group(name: name, elements: [.shape(outline)] + labels.map(Scene.Element.label))
    }
}
