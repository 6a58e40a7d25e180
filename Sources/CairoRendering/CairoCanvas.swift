import CCairo
import Drawing

/// Draws the elements of a scene on a Cairo surface, in order, deciding nothing.
struct CairoCanvas {
    /// How far the tip of a sharp corner may stand from the line, in halves of its width: Cairo's own limit.
    static let miterLimit = 10.0

    let cairo: OpaquePointer
    let typesetter: Typesetter
    /// Draws translucent fills where the surface knows no transparency; nil where it does.
    var flatFills: FlatFills?

    /// Draws on a surface, with so many of its units to the point.
    static func with(
        _ surface: OpaquePointer?, scale: Double = 1, typesetter: Typesetter, isFlat: Bool = false,
        _ action: (CairoCanvas) -> Void
    ) throws(CairoRenderingError) {
        try check(cairo_surface_status(surface))
        guard let cairo = cairo_create(surface) else { throw .cairo("no drawing context") }
        defer { cairo_destroy(cairo) }
        cairo_scale(cairo, scale, scale)
        let options = unhintedOptions()
        cairo_set_font_options(cairo, options)
        cairo_font_options_destroy(options)
        action(CairoCanvas(cairo: cairo, typesetter: typesetter, flatFills: isFlat ? FlatFills(cairo: cairo) : nil))
        try check(cairo_status(cairo))
    }

    static func check(_ status: cairo_status_t) throws(CairoRenderingError) {
        guard status != CAIRO_STATUS_SUCCESS else { return }
        throw .cairo(String(cString: cairo_status_to_string(status)))
    }

    /// Covers everything with a colour.
    func paint(_ color: Color) {
        cairo_set_source_rgb(cairo, color.red, color.green, color.blue)
        cairo_paint(cairo)
    }

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
        setColor(label.color)
        // Most are upright: their place says all.
        guard label.rotation != 0 else { return drawRuns(of: label, from: label.position) }
        cairo_save(cairo)
        cairo_translate(cairo, label.position.x, label.position.y)
        cairo_rotate(cairo, -label.rotation * .pi / 180)
        drawRuns(of: label, from: Point(x: 0, y: 0))
        cairo_restore(cairo)
    }

    private func drawRuns(of label: Label, from origin: Point) {
        var x = origin.x + label.startOffset
        for run in label.runs {
            let line = typesetter.line(run.text, in: run.font)
            line.draw(on: cairo, x: x, y: origin.y - run.rise, size: run.font.size)
            x += line.width * run.font.size
        }
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
