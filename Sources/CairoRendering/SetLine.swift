internal import CCairo
internal import Drawing

/// A line of text as glyphs at the size 1, ready to be drawn at any place and size, by several threads at once.
final class SetLine: Sendable {
    /// The advance width.
    let width: Double
    /// The characters for which no font of the machine has a glyph, in order.
    let missingCharacters: [Unicode.Scalar]
    /// A rectangle outside which the line leaves no ink, at the size 1, from the beginning of its baseline: wherever a
    /// glyph stands, it reaches no further up than twice the font's size and in no other direction than once.
    let reach: Rectangle
    private let runs: [GlyphRun]

    /// Sets the stretches of a text that Pango found, each of one font and one direction, from left to right.
    init(_ items: UnsafeMutablePointer<GList>?, of text: UnsafePointer<CChar>, length: Int32) {
        var (x, runs, missing): (Int32, [GlyphRun], [Unicode.Scalar]) = (0, [], [])
        var next = items
        while let list = next {
            let item = list.pointee.data.assumingMemoryBound(to: PangoItem.self)
            let (offset, count) = (Int(item.pointee.offset), item.pointee.length)
            var run = PangoGlyphItem()
            (run.item, run.glyphs) = (item, pango_glyph_string_new())
            defer { pango_glyph_string_free(run.glyphs) }
            pango_shape_with_flags(
                text + offset, count, text, length, &item.pointee.analysis, run.glyphs, PANGO_SHAPE_NONE)
            if let glyphs = GlyphRun(&run, text: text, startingAt: Double(x) / pangoUnits) { runs.append(glyphs) }
            if let glyphs = run.glyphs?.pointee {
                for index in 0..<Int(glyphs.num_glyphs) {
                    let character = greenwood_missing_character(glyphs.glyphs[index].glyph)
                    if character != 0, let scalar = Unicode.Scalar(character) { missing.append(scalar) }
                }
            }
            x += pango_glyph_string_get_width(run.glyphs)
            next = list.pointee.next
        }
        (width, missingCharacters, self.runs) = (Double(x) / pangoUnits, missing, runs)
        var (left, right, top, bottom) = (0.0, width, 0.0, 0.0)
        for glyph in runs.lazy.flatMap(\.glyphs) {
            (left, right) = (min(left, glyph.x), max(right, glyph.x))
            (top, bottom) = (min(top, glyph.y), max(bottom, glyph.y))
        }
        reach = Rectangle(x: left - 1, y: top - 2, width: right - left + 2, height: bottom - top + 3)
    }

    /// Draws the line in the colour and with the font options that are in force.
    ///
    /// - Parameters:
    ///   - cairo: What it is drawn on.
    ///   - x: Where the line begins.
    ///   - y: Where its baseline is.
    ///   - size: The font's size in points.
    func draw(on cairo: OpaquePointer, x: Double, y: Double, size: Double) {
        for run in runs { run.draw(on: cairo, x: x, y: y, size: size) }
    }
}

/// Glyphs of one font, with the text that they stand for, so that it can be selected in a PDF file.
private struct GlyphRun: @unchecked Sendable {
    private let font: GlyphFont
    let glyphs: [cairo_glyph_t]
    private let text: [CChar]
    /// How many bytes of the text belong to how many glyphs.
    private let clusters: [cairo_text_cluster_t]
    private let isBackward: Bool

    /// - Returns: Nil where there is nothing to draw.
    init?(_ item: UnsafeMutablePointer<PangoGlyphItem>, text: UnsafePointer<CChar>, startingAt start: Double) {
        guard let pangoItem = item.pointee.item, let string = item.pointee.glyphs?.pointee,
            let font = pangoItem.pointee.analysis.font,
            let scaled = pango_cairo_font_get_scaled_font(greenwood_cairo_font(font)),
            let face = cairo_scaled_font_get_font_face(scaled)
        else { return nil }
        var matrix = cairo_matrix_t()
        cairo_scaled_font_get_font_matrix(scaled, &matrix)
        self.font = GlyphFont(face, matrix: matrix, size: Typesetter.size)
        var (x, glyphs): (Double, [cairo_glyph_t]) = (start, [])
        for index in 0..<Int(string.num_glyphs) {
            let glyph = string.glyphs[index]
            if isDrawn(glyph.glyph) {
                glyphs.append(
                    cairo_glyph_t(
                        index: UInt(glyph.glyph), x: x + Double(glyph.geometry.x_offset) / pangoUnits,
                        y: Double(glyph.geometry.y_offset) / pangoUnits))
            }
            x += Double(glyph.geometry.width) / pangoUnits
        }
        guard !glyphs.isEmpty else { return nil }
        self.glyphs = glyphs
        let (offset, length) = (Int(pangoItem.pointee.offset), Int(pangoItem.pointee.length))
        self.text = Array(UnsafeBufferPointer(start: text + offset, count: length))
        isBackward = pangoItem.pointee.analysis.level % 2 == 1
        clusters = Self.clusters(of: item, text: text)
    }

    private static func clusters(
        of item: UnsafeMutablePointer<PangoGlyphItem>, text: UnsafePointer<CChar>
    ) -> [cairo_text_cluster_t] {
        var clusters: [cairo_text_cluster_t] = []
        var cluster = PangoGlyphItemIter()
        guard let glyphs = item.pointee.glyphs?.pointee else { return [] }
        var isInside = pango_glyph_item_iter_init_start(&cluster, item, text) != 0
        while isInside {
            // Glyphs of a text from right to left stand in the opposite order.
            let (first, end) = (cluster.start_glyph, cluster.end_glyph)
            let range = first <= end ? first..<end : end + 1..<first + 1
            let drawn = range.count { isDrawn(glyphs.glyphs[Int($0)].glyph) }
            clusters.append(
                cairo_text_cluster_t(num_bytes: cluster.end_index - cluster.start_index, num_glyphs: Int32(drawn)))
            isInside = pango_glyph_item_iter_next_cluster(&cluster) != 0
        }
        return clusters
    }

    func draw(on cairo: OpaquePointer, x: Double, y: Double, size: Double) {
        font.set(on: cairo, size: size)
        let placed = glyphs.map { cairo_glyph_t(index: $0.index, x: x + $0.x * size, y: y + $0.y * size) }
        cairo_show_text_glyphs(
            cairo, text, Int32(text.count), placed, Int32(placed.count), clusters, Int32(clusters.count),
            isBackward ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : cairo_text_cluster_flags_t(rawValue: 0))
    }
}

/// Whether a glyph leaves ink: neither nothing nor a character that no font has.
private func isDrawn(_ glyph: PangoGlyph) -> Bool {
    glyph != greenwood_empty_glyph() && greenwood_missing_character(glyph) == 0
}
