/// A finished picture as data: what is drawn where, in points at print size, before any ink.
///
/// The origin is the upper left corner, x grows to the right and y downwards. Elements are drawn in order. A scene is
/// what tests compare and what every writer (PDF, SVG, PNG) takes; writers decide nothing.
public struct Scene: Codable, Equatable, Sendable {
    /// The page's width in points (1/72 inch).
    public var width: Double
    /// The page's height in points.
    public var height: Double
    /// A short title, for the file's metadata.
    public var title: String
    /// What the picture shows in words, for those who cannot see it; distinct from the caption.
    public var alternativeText: String
    /// What is drawn, in order.
    public var elements: [Element]

    /// Creates a scene.
    public init(width: Double, height: Double, title: String, alternativeText: String, elements: [Element] = []) {
        self.width = width
        self.height = height
        self.title = title
        self.alternativeText = alternativeText
        self.elements = elements
    }

    /// One thing that is drawn.
    public enum Element: Equatable, Sendable {
        case shape(Shape)
        case label(Label)
        case group(Group)
    }

    /// Elements that belong together under a name, such as `panel-A/curve/RT+IO+T`, and may be clipped.
    public struct Group: Codable, Equatable, Sendable {
        /// What the group is, for tests and for the ids of an SVG.
        public var name: String
        /// The rectangle outside which nothing is drawn.
        public var clip: Rectangle?
        /// What is drawn, in order.
        public var elements: [Element]

        /// Creates a group.
        public init(name: String, clip: Rectangle? = nil, elements: [Element]) {
            self.name = name
            self.clip = clip
            self.elements = elements
        }
    }
}

extension Scene.Element: Codable {
    private enum Key: String, CodingKey { case shape, label, group }

    /// Reads the value from its encoded form.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        if let shape = try container.decodeIfPresent(Shape.self, forKey: .shape) {
            self = .shape(shape)
        } else if let label = try container.decodeIfPresent(Label.self, forKey: .label) {
            self = .label(label)
        } else {
            self = .group(try container.decode(Scene.Group.self, forKey: .group))
        }
    }

    /// Writes the value in its encoded form.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        switch self {
        case .shape(let shape): try container.encode(shape, forKey: .shape)
        case .label(let label): try container.encode(label, forKey: .label)
        case .group(let group): try container.encode(group, forKey: .group)
        }
    }
}
