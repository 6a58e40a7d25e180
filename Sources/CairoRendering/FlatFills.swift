import CCairo
import Drawing

/// Draws translucent fills with opaque colours that look the same on white.
///
/// PostScript knows no transparency: Cairo would turn everything under a translucent fill into a picture of pixels.
/// Where fills lie over each other, the part that they share is drawn again in their mixed colour. What is not
/// translucent must be drawn after them, as the figures do: bands lie under their curves.
final class FlatFills {
    private struct Fill {
        var shape: Shape
        var color: Color
        var bounds: Rectangle
    }

    /// Colours of more fills than these over each other differ too little to be told apart.
    private static let greatestDepth = 3

    private let cairo: OpaquePointer
    private var earlier: [Fill] = []

    init(cairo: OpaquePointer) { self.cairo = cairo }

    /// Draws a fill over those before it.
    func draw(_ shape: Shape, color: Color) {
        let fill = Fill(shape: shape, color: color, bounds: Rectangle(enclosing: shape.points))
        draw(fill, over: .white, under: earlier.filter { $0.bounds.overlaps(fill.bounds) }[...], depth: 1)
        earlier.append(fill)
    }

    /// Draws the fill on paper of a colour, and then once more within each of the fills that lie on that paper.
    private func draw(_ fill: Fill, over paper: Color, under others: ArraySlice<Fill>, depth: Int) {
        let color = fill.color.flattened(on: paper)
        cairo_new_path(cairo)
        addPath(fill.shape.segments, to: cairo)
        cairo_set_source_rgb(cairo, color.red, color.green, color.blue)
        cairo_fill(cairo)
        guard depth < Self.greatestDepth else { return }
        // Backwards, so that what more of them share is drawn after what fewer do.
        for (index, other) in zip(others.indices, others).reversed() {
            cairo_save(cairo)
            cairo_new_path(cairo)
            addPath(other.shape.segments, to: cairo)
            cairo_clip(cairo)
            draw(fill, over: other.color.flattened(on: paper), under: others[(index + 1)...], depth: depth + 1)
            cairo_restore(cairo)
        }
    }
}

/// Adds a path to the one that is being made.
func addPath(_ segments: [Shape.Segment], to cairo: OpaquePointer) {
    for segment in segments {
        switch segment {
        case .move(let point): cairo_move_to(cairo, point.x, point.y)
        case .line(let point): cairo_line_to(cairo, point.x, point.y)
        case .curve(let first, let second, let end):
            cairo_curve_to(cairo, first.x, first.y, second.x, second.y, end.x, end.y)
        case .close: cairo_close_path(cairo)
        }
    }
}
