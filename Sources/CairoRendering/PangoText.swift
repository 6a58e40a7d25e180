internal import CCairo
internal import Drawing

/// Sets text through Pango: the one place that turns a ``Font`` into glyphs, for measuring and for drawing alike.
///
/// Widths are those of the outlines: hinting is off, and glyphs stand at fractions of a point. Sizes are absolute, so
/// that no screen resolution comes into it. Pango keeps one font map a thread; an instance stays on its own.
final class PangoText {
    private let context: OpaquePointer

    /// - Parameter language: The language of the texts as a BCP 47 tag. Pango would else ask the environment.
    init(language: String) {
        context = pango_font_map_create_context(pango_cairo_font_map_get_default())
        pango_context_set_language(context, pango_language_from_string(language))
        pango_context_set_base_dir(context, PANGO_DIRECTION_LTR)
        pango_context_set_round_glyph_positions(context, 0)
        let options = cairo_font_options_create()
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
        pango_cairo_context_set_font_options(context, options)
        cairo_font_options_destroy(options)
    }

    deinit { greenwood_unref(UnsafeMutableRawPointer(context)) }

    /// Makes the text engine draw for the transformation that is in force.
    func follow(_ cairo: OpaquePointer) { pango_cairo_update_context(cairo, context) }

    /// Sets a line of text and hands it to `body`.
    func withLine<Result>(
        _ text: String, in font: Font, _ body: (UnsafeMutablePointer<PangoLayoutLine>) -> Result
    ) -> Result? {
        withDescription(of: font) { description in
            guard let layout = pango_layout_new(context) else { return nil }
            defer { greenwood_unref(UnsafeMutableRawPointer(layout)) }
            pango_layout_set_font_description(layout, description)
            pango_layout_set_single_paragraph_mode(layout, 1)
            pango_layout_set_text(layout, text, -1)
            guard let line = pango_layout_get_line_readonly(layout, 0) else { return nil }
            return body(line)
        }
    }

    /// The advance width of a line in points.
    func width(of line: UnsafeMutablePointer<PangoLayoutLine>) -> Double {
        var logical = PangoRectangle()
        pango_layout_line_get_extents(line, nil, &logical)
        return Double(logical.width) / Double(PANGO_SCALE)
    }

    /// How far a font reaches above and below the baseline, in points.
    func extent(of font: Font) -> (ascent: Double, descent: Double) {
        withDescription(of: font) { description in
            guard let metrics = pango_context_get_metrics(context, description, nil) else { return (0, 0) }
            defer { pango_font_metrics_unref(metrics) }
            return (
                Double(pango_font_metrics_get_ascent(metrics)) / Double(PANGO_SCALE),
                Double(pango_font_metrics_get_descent(metrics)) / Double(PANGO_SCALE)
            )
        }
    }

    /// The family that the machine gives when it is asked for a font.
    func familyObtained(for font: Font) -> String? {
        withDescription(of: font) { description in
            guard let loaded = pango_context_load_font(context, description) else { return nil }
            defer { greenwood_unref(UnsafeMutableRawPointer(loaded)) }
            guard let obtained = pango_font_describe(loaded) else { return nil }
            defer { pango_font_description_free(obtained) }
            return pango_font_description_get_family(obtained).map { String(cString: $0) }
        }
    }

    /// The characters of a text for which no font of the machine has a glyph, in order.
    func missingCharacters(in text: String, font: Font) -> [Unicode.Scalar] {
        withLine(text, in: font) { line in
            var missing: [Unicode.Scalar] = []
            var runs = line.pointee.runs
            while let list = runs {
                if let glyphs = greenwood_first_run(list)?.pointee.glyphs?.pointee {
                    for index in 0..<Int(glyphs.num_glyphs) {
                        let character = greenwood_missing_character(glyphs.glyphs[index].glyph)
                        if character != 0, let scalar = Unicode.Scalar(character) { missing.append(scalar) }
                    }
                }
                runs = list.pointee.next
            }
            return missing
        } ?? []
    }

    private func withDescription<Result>(of font: Font, _ body: (OpaquePointer?) -> Result) -> Result {
        let description = pango_font_description_new()
        defer { pango_font_description_free(description) }
        pango_font_description_set_family(description, font.family)
        pango_font_description_set_absolute_size(description, font.size * Double(PANGO_SCALE))
        pango_font_description_set_weight(description, font.isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
        pango_font_description_set_style(description, font.isItalic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL)
        return body(description)
    }
}
