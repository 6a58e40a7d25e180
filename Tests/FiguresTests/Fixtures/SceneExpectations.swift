import Drawing
import TestSupport
import Testing

/// Nothing is outside the page.
func expectInsideThePage(_ scene: Scene, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let texts = scene.labels.map { ($0.text, $0.bounds(measuring: FixedWidthText())) }
    let shapes = scene.shapes.map { ($0.name ?? "", Rectangle(enclosing: $0.points)) }
    for (what, box) in texts + shapes {
        #expect(
            box.x > -0.01 && box.y > -0.01 && box.maxX < scene.width + 0.01 && box.maxY < scene.height + 0.01,
            "\(name): \(what) is outside the page", sourceLocation: sourceLocation)
    }
}

/// No text stands over another, and none is empty.
func expectNoTextOverText(_ scene: Scene, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let boxes = scene.labels.map { ($0.text, $0.bounds(measuring: FixedWidthText()).grown(by: -0.01)) }
    for (index, (text, box)) in boxes.enumerated() {
        #expect(!text.isEmpty, "\(name)", sourceLocation: sourceLocation)
        for (other, otherBox) in boxes[(index + 1)...] where box.overlaps(otherBox) {
            Issue.record("\(name): '\(text)' is over '\(other)'", sourceLocation: sourceLocation)
        }
    }
}

/// No text stands on a shape of these names.
func expectNoTextOver(
    _ prefixes: [String], in scene: Scene, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
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
    func shape(_ name: String) -> Shape? { shapes.first { $0.name == name } }

    func shapes(_ prefix: String) -> [Shape] { shapes.filter { $0.name?.hasPrefix(prefix) ?? false } }

    func texts(_ prefix: String) -> [String] {
        labels.filter { $0.name?.hasPrefix(prefix) ?? false }.map(\.text)
    }

    /// The scale of an axis, read back from its line: the first two points are its ends, then come two for each tick.
    func scale(_ name: String, from lower: Double, to upper: Double, isUpright: Bool = false) -> LinearScale? {
        guard let ends = shape("\(name)/line")?.points.prefix(2), ends.count == 2 else { return nil }
        return isUpright
            ? LinearScale(from: lower, to: upper, at: ends[0].y, ends[1].y)
            : LinearScale(from: lower, to: upper, at: ends[0].x, ends[1].x)
    }
}

extension Shape {
    /// The middle of the path's extent.
    var centre: Point {
        let box = Rectangle(enclosing: points)
        return Point(x: box.x + box.width / 2, y: box.y + box.height / 2)
    }
}
