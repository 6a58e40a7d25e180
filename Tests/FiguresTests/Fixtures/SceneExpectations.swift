import Drawing
import TestSupport
import Testing

/// Nothing, not even half a stroke, reaches beyond the page.
func expectInsideThePage(
    _ scene: Scene, _ name: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
    let texts = scene.labels.map { ($0.text, $0.bounds(measuring: FixedWidthText())) }
    let shapes = scene.shapes.map { ($0.name ?? "", Rectangle(enclosing: $0.points)) }
    for (what, box) in texts + shapes {
        #expect(
            box.x > -0.01 && box.y > -0.01 && box.maxX < scene.width + 0.01 && box.maxY < scene.height + 0.01,
            "\(name): \(what) is outside the page", sourceLocation: sourceLocation)
    }
}

func expectNoTextOverText(
    _ scene: Scene, _ name: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
    let boxes = scene.labels.map { ($0.text, $0.bounds(measuring: FixedWidthText()).grown(by: -0.01)) }
    for (index, (text, box)) in boxes.enumerated() {
        for (other, otherBox) in boxes[(index + 1)...] where box.overlaps(otherBox) {
            Issue.record("\(name): '\(text)' is over '\(other)'", sourceLocation: sourceLocation)
        }
    }
}

/// No text stands on a shape of these names.
func expectNoTextOver(
    _ prefixes: [String], in scene: Scene, _ name: String,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
    let boxes = scene.labels.map { ($0.text, $0.bounds(measuring: FixedWidthText())) }
    for shape in scene.shapes where prefixes.contains(where: { shape.name?.contains($0) ?? false }) {
        let rectangle = Rectangle(enclosing: shape.points)
        for (text, box) in boxes where box.overlaps(rectangle) {
            Issue.record("\(name): '\(text)' is over \(shape.name ?? "")", sourceLocation: sourceLocation)
        }
    }
}

extension Scene {
    /// The one path of this name.
    func shape(_ name: String) -> Shape? { shapes.first { $0.name == name } }

    func shapes(_ prefix: String) -> [Shape] { shapes.filter { $0.name?.hasPrefix(prefix) ?? false } }

    /// The texts whose names begin so.
    func texts(_ prefix: String) -> [String] { labels(prefix).map(\.text) }

    /// The scale of an axis, read back from its line: the first two points are its ends, then come two for each tick.
    func scale(_ name: String, from lower: Double, to upper: Double, isUpright: Bool = false) -> LinearScale? {
        guard let ends = shape("\(name)/line")?.points.prefix(2), ends.count == 2 else { return nil }
        return isUpright
            ? LinearScale(from: lower, to: upper, at: ends[0].y, ends[1].y)
            : LinearScale(from: lower, to: upper, at: ends[0].x, ends[1].x)
    }

    func labels(_ prefix: String) -> [Label] { labels.filter { $0.name?.hasPrefix(prefix) ?? false } }
}

extension Shape {
    /// The middle of the path's extent.
    var centre: Point { box.middle }

    /// The upright rectangle around the path.
    var box: Rectangle { Rectangle(enclosing: points) }
}

extension Rectangle {
    var middle: Point { Point(x: x + width / 2, y: y + height / 2) }
}
