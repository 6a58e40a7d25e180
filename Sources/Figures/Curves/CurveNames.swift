import Drawing

/// The groups' names at the ends of their curves, each as near to the height of its end as its neighbours allow.
struct CurveNames {
    /// Between the end of a curve and its name.
    static let gap = 3.5
    /// A name that would take more of the panel's width stands in the key.
    static let widestShare = 0.32
    /// No name stands further from the end of its curve, in lines.
    private static let furthest = 1.3
    /// The same where all curves end at one time, as predicted ones do: their names are a column in the order of the curves.
    private static let furthestInColumn = 3.2

    private let labels: [Label]
    private let name: String
    let obstacles: [Rectangle]

    /// Nil where a name has no room: then all stand in the key.
    ///
    /// - Parameters:
    ///   - ends: Where the curves end.
    ///   - name: What the names of the elements begin with.
    ///   - plot: The rectangle between the axes.
    ///   - rightEdge: The panel's right edge.
    ///   - taken: What must not be covered.
    ///   - look: The design.
    ///   - text: Tells how wide text is.
    init?(
        _ ends: [(group: CurvePanelContent.Group, place: Point)], name: String, plot: Rectangle, rightEdge: Double,
        obstacles taken: [Rectangle], look: FigureLook, text: any TextMeasuring
    ) {
        let height = text.lineHeight(of: look.smallFont)
        let lowest = plot.maxY - height / 2 - 1
        let sorted = ends.sorted { ($0.place.y, $0.group.id) < ($1.place.y, $1.group.id) }
        let wanted = sorted.map { min($0.place.y, lowest) }
        let middles = Self.apart(wanted, by: height, lowest: lowest)
        let isColumn =
            ends.first.map { first in ends.allSatisfy { ($0.place.x - first.place.x).magnitude < 0.5 } } ?? true
        let furthest = isColumn ? Self.furthestInColumn : Self.furthest
        let free = FreeSpace(in: plot.grown(by: height), around: taken, cell: 0.5)
        var labels: [Label] = []
        for ((group, place), (middle, wanted)) in zip(sorted, zip(middles, wanted)) {
            let label = Label(
                group.label, name: "\(name)/name/\(group.id)", font: look.smallFont,
                color: look.textColor(of: group.color),
                at: Point(x: place.x + Self.gap, y: middle + 0.36 * look.smallFont.size), measuring: text)
            let box = Rectangle(x: label.position.x, y: middle - height / 2, width: label.width, height: height)
            guard (middle - wanted).magnitude <= furthest * height, box.maxX <= rightEdge + 1e-6,
                free.isFree(box)
            else { return nil }
            labels.append(label)
        }
        self.labels = labels
        self.name = name
        obstacles = labels.map { $0.bounds(measuring: text) }
    }

    var drawn: Scene.Group { Scene.Group(name: "\(name)/names", elements: labels.map(Scene.Element.label)) }

    /// Ascending heights moved as little as needed to stand apart: those that would meet share their mean.
    private static func apart(_ wanted: [Double], by height: Double, lowest: Double) -> [Double] {
        var clusters: [(count: Int, sum: Double)] = []
        func top(_ cluster: (count: Int, sum: Double)) -> Double {
            let size = Double(cluster.count - 1) * height
            return min(cluster.sum / Double(cluster.count) - size / 2, lowest - size)
        }
        for place in wanted {
            clusters.append((1, place))
            while clusters.count > 1 {
                let (above, below) = (clusters[clusters.count - 2], clusters[clusters.count - 1])
                guard top(above) + Double(above.count) * height > top(below) else { break }
                clusters.removeLast(2)
                clusters.append((above.count + below.count, above.sum + below.sum))
            }
        }
        return clusters.flatMap { cluster in (0..<cluster.count).map { top(cluster) + Double($0) * height } }
    }
}

extension PanelFrame {
    /// The frame with room for names at the ends of curves, as far as they do not take too much of the panel.
    func withRoom(
        forNamesOf panels: [CurvePanelContent], look: FigureLook, text: any TextMeasuring
    ) -> PanelFrame {
        var frame = self
        for content in panels {
            for group in content.groups {
                guard let last = group.curve.time.last else { continue }
                let share = min(last * group.timeFactor / content.axisEnd, 1)
                let room = text.width(of: group.label, in: look.smallFont) + CurveNames.gap
                guard share > 0, room <= CurveNames.widestShare * width else { continue }
                frame.overhang = max(frame.overhang, width - gutter - (width - gutter - room) / share)
            }
        }
        return frame
    }
}
