import Drawing

/// What stands at the foot of a page: notes from the left edge, and a remark that ends at the right edge.
struct PageNotes {
    private static let gapAbove = 6.0
    private static let remarkGap = 12.0

    /// Sentences about what is printed above.
    var notes: [String]
    /// A remark about the whole figure.
    var remark: String?

    /// The notes under everything else, and how much room they take.
    func drawn(
        below top: Double, width: Double, look: FigureLook, text: any TextMeasuring
    ) -> (elements: [Scene.Element], height: Double) {
        let extent = text.extent(of: look.noteFont)
        let advance = text.lineHeight(of: look.noteFont)
        let room = width - 2 * look.margin
        let lines = wrappedLines(of: notes.joined(separator: " "), in: look.noteFont, toWidth: room, measuring: text)
            .filter { !$0.isEmpty }
        var labels: [Label] = []
        var baseline = top + Self.gapAbove + extent.ascent
        for line in lines {
            labels.append(
                Label(
                    line, name: "note", font: look.noteFont, color: look.mutedColor,
                    at: Point(x: look.margin, y: baseline), measuring: text))
            baseline += advance
        }
        if let remark {
            let label = Label(
                remark, name: "remark", font: look.noteFont, color: look.mutedColor,
                at: Point(x: width - look.margin, y: baseline), anchor: .end, measuring: text)
            let fits = labels.last.map { $0.width + Self.remarkGap + label.width <= room } ?? false
            labels.append(label)
            if fits { labels[labels.count - 1].position.y -= advance } else { baseline += advance }
        }
        guard !labels.isEmpty else { return ([], 0) }
        return (labels.map(Scene.Element.label), baseline - extent.ascent - top)
    }
}
