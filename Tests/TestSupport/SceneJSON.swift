public import Drawing
import Foundation

extension Scene {
    /// The scene as JSON for a golden file: coordinates rounded to 0.01 pt, one line for each path and text, so that a
    /// difference can be read. ``Scene`` decodes it again.
    public func encodedJSON() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        func json(_ value: some Encodable) throws -> String {
            String(decoding: try encoder.encode(value), as: UTF8.self)
        }
        func lines(_ elements: [Element], indent: String) throws -> String {
            let lines = try elements.map { element in
                guard case .group(let group) = element else { return indent + (try json(element)) }
                let clip = try group.clip.map { ",\"clip\":" + (try json($0)) } ?? ""
                return """
                    \(indent){"group":{"name":\(try json(group.name))\(clip),"elements":[
                    \(try lines(group.elements, indent: indent + " "))
                    \(indent)]}}
                    """
            }
            return lines.joined(separator: ",\n")
        }
        let scene = rounded()
        return """
            {"title":\(try json(scene.title)),
            "alternativeText":\(try json(scene.alternativeText)),
            "width":\(try json(scene.width)),"height":\(try json(scene.height)),"elements":[
            \(try lines(scene.elements, indent: " "))
            ]}

            """
    }

    /// The scene with all coordinates, lengths and widths rounded to 0.01 pt.
    public func rounded() -> Scene {
        var scene = self
        scene.width = Self.rounded(width)
        scene.height = Self.rounded(height)
        scene.elements = elements.map(Self.rounded)
        return scene
    }

    private static func rounded(_ element: Element) -> Element {
        switch element {
        case .shape(var shape):
            shape.segments = shape.segments.map(rounded)
            return .shape(shape)
        case .label(var label):
            label.position = rounded(label.position)
            label.width = rounded(label.width)
            return .label(label)
        case .group(var group):
            group.clip = group.clip.map {
                Rectangle(x: rounded($0.x), y: rounded($0.y), width: rounded($0.width), height: rounded($0.height))
            }
            group.elements = group.elements.map(rounded)
            return .group(group)
        }
    }

    private static func rounded(_ segment: Shape.Segment) -> Shape.Segment {
        switch segment {
        case .move(let point): .move(rounded(point))
        case .line(let point): .line(rounded(point))
        case .curve(let first, let second, let end): .curve(rounded(first), rounded(second), rounded(end))
        case .close: .close
        }
    }

    private static func rounded(_ point: Point) -> Point { Point(x: rounded(point.x), y: rounded(point.y)) }

    /// Adding zero turns −0 into 0.
    private static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 + 0 }
}
