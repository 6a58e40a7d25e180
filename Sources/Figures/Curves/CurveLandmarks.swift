import Drawing

/// Upright dotted lines at the times that the study names, with the groups' percentages above the curves.
struct CurveLandmarks {
    private static let gap = 2.5
    /// Between the percentages and a curve or band.
    private static let clearance = 2.0

    private var lines: [Shape] = []
    private var labels: [Label] = []
    private(set) var obstacles: [Rectangle] = []

    init(
        _ content: CurvePanelContent, marks: CurveMarks, plot: Rectangle, x: LinearScale, look: FigureLook,
        text: any TextMeasuring
    ) {
        for landmark in content.landmarks where landmark.time > 0 && landmark.time <= content.axisEnd {
            let place = x.position(of: landmark.time)
            let block = Self.block(
                landmark, at: place, around: marks.obstacles + obstacles, plot: plot, look: look, text: text)
            let name = "\(content.name)/landmark/\(lines.count + 1)"
            let top = block?.y ?? plot.y
            lines.append(
                Shape(
                    name: name, segments: [Point(x: place, y: plot.maxY), Point(x: place, y: top)].polyline,
                    stroke: Stroke(color: look.mutedColor, width: look.hairline, dash: [1, 1.8])))
            obstacles.append(Rectangle(x: place - 0.25, y: top, width: 0.5, height: plot.maxY - top))
            guard let block else { continue }
            obstacles.append(block)
            let first = block.y + text.extent(of: look.smallFont).ascent
            labels += landmark.rates.enumerated().map { index, rate in
                Label(
                    rate.text, name: "\(name)/rate/\(rate.groupID)", font: look.smallFont, color: rate.color,
                    at: Point(x: block.x, y: first + Double(index) * text.lineHeight(of: look.smallFont)),
                    measuring: text)
            }
        }
    }

    func drawn(name: String) -> Scene.Group {
        Scene.Group(
            name: "\(name)/landmarks",
            elements: lines.map(Scene.Element.shape) + labels.map(Scene.Element.label))
    }

    /// The lowest free place for the percentages beside a line, at its right rather than its left; nil without room.
    private static func block(
        _ landmark: CurvePanelContent.Landmark, at place: Double, around obstacles: [Rectangle], plot: Rectangle,
        look: FigureLook, text: any TextMeasuring
    ) -> Rectangle? {
        guard !landmark.rates.isEmpty else { return nil }
        let height = Double(landmark.rates.count) * text.lineHeight(of: look.smallFont)
        let width = landmark.rates.map { text.width(of: $0.text, in: look.smallFont) }.max() ?? 0
        let free = FreeSpace(in: plot, around: obstacles)
        // Above everything that stands at the line, so that the percentages belong to the curves below them.
        let highest = obstacles.filter { $0.x <= place && place <= $0.maxX }.map(\.y).min() ?? plot.maxY
        for left in [place + gap, place - gap - width] where left >= plot.x && left + width <= plot.maxX {
            var top = min(highest, plot.maxY) - clearance - height
            while top >= plot.y {
                let block = Rectangle(x: left, y: top, width: width, height: height)
                if free.isFree(block.grown(by: clearance)) { return block }
                top -= 1
            }
        }
        return nil
    }
}
