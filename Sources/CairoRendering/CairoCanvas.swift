import CCairo
import Drawing

/// Draws the elements of a scene on a Cairo surface, in order, deciding nothing.
struct CairoCanvas {
    let cairo: OpaquePointer
    let text: PangoText
    /// Draws translucent fills where the surface knows no transparency; nil where it does.
    var flatFills: FlatFills?

    func draw(_ elements: [Scene.Element]) {
        for element in elements {
            switch element {
            case .shape(let shape): draw(shape)
            case .label(let label): draw(label)
            case .group(let group): draw(group)
            }
        }
    }

    private func draw(_ group: Scene.Group) {
        guard let clip = group.clip else { return draw(group.elements) }
        cairo_save(cairo)
        cairo_rectangle(cairo, clip.x, clip.y, clip.width, clip.height)
        cairo_clip(cairo)
        draw(group.elements)
        cairo_restore(cairo)
    }

    private func draw(_ shape: Shape) {
        cairo_new_path(cairo)
        if let fill = shape.fill, fill.opacity < 1, let flatFills {
            flatFills.draw(shape, color: fill)
            cairo_new_path(cairo)
        }
        addPath(shape.segments, to: cairo)
        if let fill = shape.fill, fill.opacity == 1 || flatFills == nil {
            setColor(fill)
            cairo_fill_preserve(cairo)
        }
        if let stroke = shape.stroke {
            setColor(stroke.color)
            cairo_set_line_width(cairo, stroke.width)
            cairo_set_dash(cairo, stroke.dash, Int32(stroke.dash.count), 0)
            cairo_set_line_cap(cairo, stroke.cap.cairo)
            cairo_set_line_join(cairo, stroke.join.cairo)
            cairo_stroke_preserve(cairo)
        }
        cairo_new_path(cairo)
    }

    /// Draws run by run, each where the width of those before it puts it.
    private func draw(_ label: Label) {
        cairo_save(cairo)
        cairo_translate(cairo, label.position.x, label.position.y)
        cairo_rotate(cairo, -label.rotation * .pi / 180)
        setColor(label.color)
        text.follow(cairo)
        var x = label.startOffset
        for run in label.runs {
            let width = text.withLine(run.text, in: run.font) { line in
                cairo_move_to(cairo, x, -run.rise)
                pango_cairo_show_layout_line(cairo, line)
                return text.width(of: line)
            }
            x += width ?? 0
        }
        cairo_restore(cairo)
    }

    private func setColor(_ color: Color) {
        let color = flatFills == nil ? color : color.flattened(on: .white)
        cairo_set_source_rgba(cairo, color.red, color.green, color.blue, color.opacity)
    }
}

extension Stroke.Cap {
    fileprivate var cairo: cairo_line_cap_t {
        switch self {
        case .butt: CAIRO_LINE_CAP_BUTT
        case .round: CAIRO_LINE_CAP_ROUND
        case .square: CAIRO_LINE_CAP_SQUARE
        }
    }
}

extension Stroke.Join {
    fileprivate var cairo: cairo_line_join_t {
        switch self {
        case .miter: CAIRO_LINE_JOIN_MITER
        case .round: CAIRO_LINE_JOIN_ROUND
        case .bevel: CAIRO_LINE_JOIN_BEVEL
        }
    }
}
