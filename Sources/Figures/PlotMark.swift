import Drawing

/// A small mark that differs from others by its form, so that colour is never the only difference.
enum PlotMark: Int, CaseIterable {
    case circle, diamond, triangle, square, inverted, plus

    /// The mark of a place in order; after the last the first comes again.
    static func mark(_ index: Int) -> PlotMark { allCases[index % allCases.count] }

    /// The mark drawn about its centre, with a thin white edge that parts it from what it stands on.
    func shape(named name: String, at centre: Point, radius: Double, color: Color, edge: Double = 0.4)
        -> Shape
    {
        guard self != .plus else {
            let reach = radius * 0.9
            return Shape(
                name: name,
                segments: [
                    .move(centre.moved(right: -reach)), .line(centre.moved(right: reach)),
                    .move(centre.moved(down: -reach)), .line(centre.moved(down: reach)),
                ], stroke: Stroke(color: color, width: max(radius * 0.5, 0.5)))
        }
        return Shape(
            name: name, segments: segments(at: centre, radius: radius), fill: color,
            stroke: edge > 0 ? Stroke(color: .white, width: edge) : nil)
    }

    /// Forms of about the same area.
    private func segments(at centre: Point, radius: Double) -> [Shape.Segment] {
        func outline(_ corners: [(Double, Double)]) -> [Shape.Segment] {
            corners.map { centre.moved(right: $0.0 * radius, down: $0.1 * radius) }.polyline + [.close]
        }
        return switch self {
        case .circle, .plus: Shape.circle(at: centre, radius: radius)
        case .diamond: outline([(0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)])
        case .triangle: outline([(0, -1.2), (1.2, 0.9), (-1.2, 0.9)])
        case .square: outline([(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)])
        case .inverted: outline([(0, 1.2), (1.2, -0.9), (-1.2, -0.9)])
        }
    }
}

/// Entries of a key in lines of a given width: a small picture and a text each.
struct FlowingKey {
    struct Entry {
        var label: String
        var isHead = false
        /// Draws the picture about a centre; nil for a word that heads those after it.
        var picture: ((Point) -> [Shape])?
    }

    private static let pictureWidth = 9.0
    private static let pictureGap = 3.0
    private static let entryGap = 10.0

    let entries: [Entry]
    let name: String
    let left: Double
    let width: Double
    let look: FigureLook
    let text: any TextMeasuring

    /// The key from its upper edge down, and how much room it takes.
    func drawn(top: Double) -> (elements: [Scene.Element], height: Double) {
        guard !entries.isEmpty else { return ([], 0) }
        let lineHeight = text.lineHeight(of: look.smallFont)
        let extent = text.extent(of: look.smallFont)
        var (x, y) = (left, top)
        var elements: [Scene.Element] = []
        for entry in entries {
            let font = entry.isHead ? look.smallHeadFont : look.smallFont
            let picture = entry.picture == nil ? 0 : Self.pictureWidth + Self.pictureGap
            let entryWidth = picture + text.width(of: entry.label, in: font)
            if x > left, entry.isHead || x + entryWidth > left + width {
                (x, y) = (left, y + lineHeight * 1.15)
            }
            let centre = Point(x: x + Self.pictureWidth / 2, y: y + lineHeight / 2)
            elements += (entry.picture?(centre) ?? []).map(Scene.Element.shape)
            elements.append(
                .label(
                    Label(
                        entry.label, name: "\(name)/label", font: font, color: look.color,
                        at: Point(x: x + picture, y: y + extent.ascent), measuring: text)))
            x += entryWidth + Self.entryGap
        }
        return (elements, y + lineHeight - top)
    }
}
