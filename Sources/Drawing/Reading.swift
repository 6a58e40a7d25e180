/// A part of a picture that answers when it is pointed at or reached by keyboard, such as the plot of one panel.
///
/// Readings are no ink: writers of files leave them alone, and an interactive page shows them. Every text is finished.
public struct Reading: Equatable, Sendable {
    /// A place of the part with what is read there.
    public struct Stop: Equatable, Sendable {
        /// Where the stop begins, in points: from the left, or from above where the stops stand one below the other. It
        /// reaches to the next one.
        public var start: Double
        /// What the place is, such as `At 6.0 months`.
        public var title: String
        /// One line for each series.
        public var lines: [String]
        /// The points of the picture that the lines speak of; nil where a series has none.
        public var marks: [Point?]

        /// Creates a stop.
        public init(start: Double, title: String, lines: [String], marks: [Point?] = []) {
            self.start = start
            self.title = title
            self.lines = lines
            self.marks = marks
        }
    }

    /// What the part is called.
    public var name: String
    /// Where it is on the page.
    public var area: Rectangle
    /// Whether the stops stand one below the other, and not side by side.
    public var isVertical: Bool
    /// The colour of each series; empty where the picture does not tell series apart by colour.
    public var colors: [Color]
    /// The stops, in the order of their places.
    public var stops: [Stop]

    /// Creates a part.
    public init(name: String, area: Rectangle, isVertical: Bool, colors: [Color] = [], stops: [Stop]) {
        self.name = name
        self.area = area
        self.isVertical = isVertical
        self.colors = colors
        self.stops = stops
    }
}
