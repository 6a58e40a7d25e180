import Foundation

extension Label {
    /// Creates a line of text in one font and measures it.
    public init(
        _ text: String, name: String? = nil, font: Font, color: Color, at position: Point, anchor: Anchor = .start,
        rotation: Double = 0, measuring measure: any TextMeasuring
    ) {
        self.init(
            name: name, runs: [Run(text, font: font)], position: position, anchor: anchor, rotation: rotation,
            color: color, width: measure.width(of: text, in: font))
    }

    /// How far the text starts before its position, in points along the line.
    public var startOffset: Double {
        switch anchor {
        case .start: 0
        case .middle: -width / 2
        case .end: -width
        }
    }

    /// The upright rectangle that the text takes: its advance width by the reach of its fonts, turned with the text.
    public func bounds(measuring measure: any TextMeasuring) -> Rectangle {
        let reaches = runs.map { run in
            let extent = measure.extent(of: run.font)
            return (ascent: extent.ascent + run.rise, descent: extent.descent - run.rise)
        }
        let (left, right) = (startOffset, startOffset + width)
        let (top, bottom) = (-(reaches.map(\.ascent).max() ?? 0), reaches.map(\.descent).max() ?? 0)
        let corners = [(left, top), (right, top), (right, bottom), (left, bottom)].map { x, y in
            Point(x: x, y: y).turned(by: rotation, about: position)
        }
        return Rectangle(enclosing: corners)
    }
}

extension Point {
    /// Where a point goes that is given by its distance from a centre, turned by so many degrees counter-clockwise.
    public func turned(by degrees: Double, about centre: Point) -> Point {
        let angle = -degrees * .pi / 180
        return Point(
            x: centre.x + x * cos(angle) - y * sin(angle), y: centre.y + x * sin(angle) + y * cos(angle))
    }
}

extension Rectangle {
    /// The smallest rectangle around some points; without points, an empty one at the origin.
    public init(enclosing points: [Point]) {
        let (xs, ys) = (points.map(\.x), points.map(\.y))
        let (x, y) = (xs.min() ?? 0, ys.min() ?? 0)
        self.init(x: x, y: y, width: (xs.max() ?? 0) - x, height: (ys.max() ?? 0) - y)
    }

    /// The rectangle grown by a margin on all sides.
    public func grown(by margin: Double) -> Rectangle {
        Rectangle(x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin)
    }
}
