internal import CCairo
internal import Dispatch
internal import Drawing

/// Pango with the settings of this program: lines of text in, glyphs out. It serves one thread at a time.
///
/// Widths are those of the outlines: hinting is off, and glyphs stand at fractions of a point. Sizes are absolute, so
/// that no screen resolution comes into it.
struct PangoEngine: ~Copyable, @unchecked Sendable {
    private let context: OpaquePointer
    /// Shows line breaks as signs, since a line is one paragraph.
    private let attributes: OpaquePointer?
    /// What is asked for where a family is wanted: the family, or, where it is not installed, others behind it.
    private var askedFamilies: [String: String] = [:]

    /// Families without serifs, the first that is installed standing in for one that is not: what fontconfig finds nearest may be a
    /// script. A family of the same widths that fontconfig knows of comes before them.
    private static let substitutes = "Liberation Sans,DejaVu Sans,Helvetica,Arial,sans-serif"

    init(language: String) {
        // A font map of its own: the default one belongs to a thread.
        let fonts = pango_cairo_font_map_new()
        context = pango_font_map_create_context(fonts)
        greenwood_unref(UnsafeMutableRawPointer(fonts))
        pango_context_set_language(context, pango_language_from_string(language))
        pango_context_set_base_dir(context, PANGO_DIRECTION_LTR)
        pango_context_set_round_glyph_positions(context, 0)
        let options = unhintedOptions()
        pango_cairo_context_set_font_options(context, options)
        cairo_font_options_destroy(options)
        attributes = pango_attr_list_new()
        pango_attr_list_insert(attributes, pango_attr_show_new(PANGO_SHOW_LINE_BREAKS))
    }

    deinit {
        pango_attr_list_unref(attributes)
        greenwood_unref(UnsafeMutableRawPointer(context))
    }

    /// Pango reads the list of fonts once for the whole process, on a thread that its first font map starts.
    ///
    /// Linux leaves a new thread on the core of its maker, and both share it for some milliseconds while another core idles; one
    /// that is woken gets the idle core. So the maker here is another thread, whose start this one waits for.
    static func beginListingFonts() {
        let hasStarted = DispatchSemaphore(value: 0)
        DispatchQueue.global().async {
            hasStarted.signal()
            greenwood_unref(UnsafeMutableRawPointer(pango_cairo_font_map_new()))
        }
        // Where the system gives no more threads, the wait ends all the same.
        _ = hasStarted.wait(timeout: .now() + .milliseconds(20))
    }

    /// Sets a line of text; one without glyphs where there is no font at all.
    ///
    /// A layout of Pango gives the same glyphs, but looks for places to break the line as well, which takes as long again.
    mutating func line(_ text: String, in font: Font) -> SetLine {
        let family = askedFamily(for: font)
        return withDescription(of: font, family: family) { description in
            pango_context_set_font_description(context, description)
            // A line has no stops for a tab.
            let tab = UInt8(ascii: "\t")
            let text = text.utf8.contains(tab) ? String(text.map { $0 == "\t" ? " " : $0 }) : text
            return text.withCString { bytes in
                let length = Int32(text.utf8.prefix { $0 != 0 }.count)
                // What the text begins with decides its direction.
                let items = pango_itemize_with_base_dir(
                    context, PANGO_DIRECTION_WEAK_LTR, bytes, 0, length, attributes, nil)
                let inOrder = pango_reorder_items(items)
                defer {
                    g_list_free(inOrder)
                    g_list_free_full(items) { pango_item_free($0?.assumingMemoryBound(to: PangoItem.self)) }
                }
                return SetLine(inOrder, of: bytes, length: length)
            }
        }
    }

    /// How far a font reaches above and below the baseline, at the size 1.
    mutating func extent(of font: Font) -> (ascent: Double, descent: Double) {
        let family = askedFamily(for: font)
        return withDescription(of: font, family: family) { description in
            guard let metrics = pango_context_get_metrics(context, description, nil) else { return (0, 0) }
            defer { pango_font_metrics_unref(metrics) }
            return (
                Double(pango_font_metrics_get_ascent(metrics)) / pangoUnits,
                Double(pango_font_metrics_get_descent(metrics)) / pangoUnits
            )
        }
    }

    /// The family that the machine gives when it is asked for a font.
    mutating func familyObtained(for font: Font) -> String {
        familyObtained(for: font, asking: askedFamily(for: font))
    }

    private mutating func askedFamily(for font: Font) -> String {
        if let known = askedFamilies[font.family] { return known }
        let obtained = familyObtained(for: Font(family: font.family, size: font.size), asking: font.family)
        let isInstalled = obtained.lowercased() == font.family.lowercased()
        let asked = isInstalled ? font.family : "\(font.family),\(Self.substitutes)"
        askedFamilies[font.family] = asked
        return asked
    }

    private func familyObtained(for font: Font, asking family: String) -> String {
        withDescription(of: font, family: family) { description in
            guard let loaded = pango_context_load_font(context, description) else { return "" }
            defer { greenwood_unref(UnsafeMutableRawPointer(loaded)) }
            guard let obtained = pango_font_describe(loaded) else { return "" }
            defer { pango_font_description_free(obtained) }
            return pango_font_description_get_family(obtained).map { String(cString: $0) } ?? ""
        }
    }

    private func withDescription<Result>(of font: Font, family: String, _ body: (OpaquePointer?) -> Result) -> Result {
        let description = pango_font_description_new()
        defer { pango_font_description_free(description) }
        pango_font_description_set_family(description, family)
        pango_font_description_set_absolute_size(description, Typesetter.size * Double(PANGO_SCALE))
        pango_font_description_set_weight(description, font.isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
        pango_font_description_set_style(description, font.isItalic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL)
        return body(description)
    }
}

/// Pango's units in a line that is set at ``Typesetter/size``, for each point at the size 1.
let pangoUnits = Double(PANGO_SCALE) * Typesetter.size

/// Outlines as they are, in shades of grey: the same for every glyph that is measured or drawn.
func unhintedOptions() -> OpaquePointer? {
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    return options
}
