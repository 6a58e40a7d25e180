import Drawing
import Results
import Styling
import TestSupport

@testable import Figures

/// A study's figure as it was drawn, with what geometry tests ask of it.
struct DrawnFigure {
    let study: SurvivalStudy
    let scene: Scene
    let text = FixedWidthText()

    init(_ study: SurvivalStudy, style: HouseStyle = .plain) throws {
        self.study = study
        let results = study.results
        scene = try Figures.scene(of: results.figures[0], in: results, style: style, measuring: text)
    }

    /// A letter for each panel, in order.
    var letters: [String] { study.panels.indices.map { String("ABCDEFGH"[$0]) } }

    /// The one path of this name.
    func shape(_ name: String) -> Shape? { scene.shapes.first { $0.name == name } }

    func shapes(_ prefix: String) -> [Shape] { scene.shapes.filter { $0.name?.hasPrefix(prefix) ?? false } }

    func labels(_ prefix: String) -> [Label] { scene.labels.filter { $0.name?.hasPrefix(prefix) ?? false } }

    /// The scales of a panel, read back from the lines of its axes.
    func scales(_ letter: String, end: Double) -> (x: LinearScale, y: LinearScale)? {
        guard let x = shape("panel-\(letter)/x-axis/line")?.points.prefix(2), x.count == 2,
            let y = shape("panel-\(letter)/y-axis/line")?.points.prefix(2), y.count == 2
        else { return nil }
        return (
            LinearScale(from: 0, to: end, at: x[0].x, x[1].x), LinearScale(from: 0, to: 1, at: y[0].y, y[1].y)
        )
    }
}

extension String {
    subscript(_ offset: Int) -> Character { self[index(startIndex, offsetBy: offset)] }
}

extension Shape {
    /// The straight strokes of the path, as rectangles without extent across; a move draws nothing.
    var strokes: [Rectangle] {
        let points = points
        return segments.indices.dropFirst().compactMap { index in
            guard case .line = segments[index] else { return nil }
            return Rectangle(enclosing: [points[index - 1], points[index]])
        }
    }
}
