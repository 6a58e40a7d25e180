import Drawing

/// The letter and the title of a panel, on one baseline above it.
struct PanelHead {
    private static let gapBelow = 5.0
    private static let letterGap = 6.0

    /// What all names of the panel's elements begin with.
    let name: String
    let letter: String?
    let title: String?
    let look: FigureLook
    let text: any TextMeasuring

    /// How much room it takes above a panel of this width.
    func height(width: Double) -> Double {
        let letterHeight = letter == nil ? 0 : text.lineHeight(of: look.letterFont)
        let titleHeight = Double(lines(width: width).count) * text.lineHeight(of: look.headFont)
        let height = max(letterHeight, titleHeight)
        return height > 0 ? height + Self.gapBelow : 0
    }

    func drawn(left: Double, top: Double, width: Double) -> [Scene.Element] {
        let baseline = top + text.extent(of: letter == nil ? look.headFont : look.letterFont).ascent
        let letterLabel = letter.map {
            Label(
                $0, name: "\(name)/letter", font: look.letterFont, color: look.color,
                at: Point(x: left, y: baseline), measuring: text)
        }
        let titles = lines(width: width).enumerated().map { index, line in
            Label(
                line, name: "\(name)/title", font: look.headFont, color: look.color,
                at: Point(x: left + indent, y: baseline + Double(index) * text.lineHeight(of: look.headFont)),
                measuring: text)
        }
        return ([letterLabel].compactMap(\.self) + titles).map(Scene.Element.label)
    }

    private var indent: Double { letter.map { text.width(of: $0, in: look.letterFont) + Self.letterGap } ?? 0 }

    private func lines(width: Double) -> [String] {
        title.map { wrappedLines(of: $0, in: look.headFont, toWidth: width - indent, measuring: text) } ?? []
    }
}
