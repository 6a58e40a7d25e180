/// A path that is filled, stroked or both.
public struct Shape: Codable, Equatable, Sendable {
    /// A step of a path.
    public enum Segment: Equatable, Sendable {
        case move(Point)
        case line(Point)
        case curve(Point, Point, Point)
        case close
    }

    /// What it is, for tests and for the ids of an SVG.
    public var name: String?
    /// The path.
    public var segments: [Segment]
    /// The colour of its inside.
    public var fill: Color?
    /// Its outline.
    public var stroke: Stroke?

    /// Creates a shape.
    public init(name: String? = nil, segments: [Segment], fill: Color? = nil, stroke: Stroke? = nil) {
        self.name = name
        self.segments = segments
        self.fill = fill
        self.stroke = stroke
    }
}

extension Shape.Segment: Codable {
    // A path is written as short arrays, ["M", 10, 20], so that a golden scene can be read in a diff.
    /// Reads the value from its encoded form.
    public init(from decoder: any Decoder) throws {
        var container = try decoder.unkeyedContainer()
        func point() throws -> Point {
            Point(x: try container.decode(Double.self), y: try container.decode(Double.self))
        }
        switch try container.decode(String.self) {
        case "M": self = .move(try point())
        case "L": self = .line(try point())
        case "C": self = .curve(try point(), try point(), try point())
        case "Z": self = .close
        case let other:
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "unknown segment '\(other)'")
        }
    }

    /// Writes the value in its encoded form.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.unkeyedContainer()
        func write(_ letter: String, _ points: Point...) throws {
            try container.encode(letter)
            for point in points {
                try container.encode(point.x)
                try container.encode(point.y)
            }
        }
        switch self {
        case .move(let point): try write("M", point)
        case .line(let point): try write("L", point)
        case .curve(let first, let second, let end): try write("C", first, second, end)
        case .close: try write("Z")
        }
    }
}

/// How a path is stroked.
public struct Stroke: Codable, Equatable, Sendable {
    /// The shape of a line's end.
    public enum Cap: String, Codable, Sendable {
        case butt, round, square
    }

    /// The shape of a corner.
    public enum Join: String, Codable, Sendable {
        case miter, round, bevel
    }

    /// The colour.
    public var color: Color
    /// The width in points.
    public var width: Double
    /// Lengths of dashes and gaps in points; empty for a solid line.
    public var dash: [Double]
    /// The shape of the ends.
    public var cap: Cap
    /// The shape of the corners.
    public var join: Join

    /// Creates a stroke.
    public init(color: Color, width: Double, dash: [Double] = [], cap: Cap = .butt, join: Join = .miter) {
        self.color = color
        self.width = width
        self.dash = dash
        self.cap = cap
        self.join = join
    }
}
