internal import CCairo

/// A font of Cairo, apart from its size. Cairo counts references atomically and locks what its fonts share.
final class GlyphFont: @unchecked Sendable {
    private let face: OpaquePointer
    /// The font's own transformation, at the size 1: a slant where an italic font is missing.
    private let matrix: cairo_matrix_t

    /// - Parameters:
    ///   - face: What has the glyphs.
    ///   - matrix: How they are transformed at a size.
    ///   - size: That size.
    init(_ face: OpaquePointer, matrix: cairo_matrix_t, size: Double) {
        self.face = cairo_font_face_reference(face)
        self.matrix = matrix.scaled(by: 1 / size)
    }

    deinit { cairo_font_face_destroy(face) }

    /// Makes it the font that is drawn with.
    func set(on cairo: OpaquePointer?, size: Double) {
        var matrix = matrix.scaled(by: size)
        cairo_set_font_face(cairo, face)
        cairo_set_font_matrix(cairo, &matrix)
    }
}

extension cairo_matrix_t {
    fileprivate func scaled(by scale: Double) -> cairo_matrix_t {
        cairo_matrix_t(xx: xx * scale, yx: yx * scale, xy: xy * scale, yy: yy * scale, x0: 0, y0: 0)
    }
}
