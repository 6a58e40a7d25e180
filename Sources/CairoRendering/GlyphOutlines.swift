internal import CCairo
internal import Drawing
internal import Synchronization

/// The outlines of glyphs as the data of SVG paths, each made once: figures use the same ones over and over.
///
/// Glyphs are drawn at the size ``OutlinedText/unitsPerSize``, which is the grid of most fonts: whole numbers say exactly
/// where their points are.
final class GlyphOutlines: Sendable {
    private struct State: ~Copyable {
        var paths: [GlyphFont: [UInt: String]] = [:]
        let cairo: OpaquePointer?

        init() {
            // Nothing is drawn on it.
            let surface = cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1)
            cairo = cairo_create(surface)
            cairo_surface_destroy(surface)
            let options = unhintedOptions()
            cairo_set_font_options(cairo, options)
            cairo_font_options_destroy(options)
        }

        deinit { cairo_destroy(cairo) }
    }

    private let state = Mutex(State())

    /// The outlines of a font's glyphs, in order; empty for those that leave no ink.
    func paths(of glyphs: [cairo_glyph_t], in font: GlyphFont) -> [String] {
        state.withLock { state in
            let known = state.paths[font] ?? [:]
            return glyphs.map { glyph in
                if let path = known[glyph.index] ?? state.paths[font]?[glyph.index] { return path }
                let path = Self.path(of: glyph.index, in: font, on: state.cairo)
                state.paths[font, default: [:]][glyph.index] = path
                return path
            }
        }
    }

    private static func path(of index: UInt, in font: GlyphFont, on cairo: OpaquePointer?) -> String {
        font.set(on: cairo, size: OutlinedText.unitsPerSize)
        var glyph = cairo_glyph_t(index: index, x: 0, y: 0)
        cairo_new_path(cairo)
        cairo_glyph_path(cairo, &glyph, 1)
        guard let path = cairo_copy_path(cairo) else { return "" }
        defer { cairo_path_destroy(path) }
        var writer = PathWriter()
        let data = UnsafeBufferPointer(start: path.pointee.data, count: Int(path.pointee.num_data))
        var position = 0
        while position < data.count {
            let header = data[position].header
            writer.add(header.type, data[(position + 1)..<(position + Int(header.length))])
            position += Int(header.length)
        }
        return String(decoding: writer.output, as: UTF8.self)
    }
}

/// Writes an outline in whole numbers, each point by its distance from the one before, which is shorter.
private struct PathWriter {
    private(set) var output: [UInt8] = []
    /// Where the pen is, and where it came down.
    private var (pen, start) = ((x: 0, y: 0), (x: 0, y: 0))
    /// Where it goes if anything is drawn from there.
    private var move: (x: Int, y: Int)?

    mutating func add(_ kind: cairo_path_data_type_t, _ data: Slice<UnsafeBufferPointer<cairo_path_data_t>>) {
        let points = data.map { data in
            let (x, y) = (data.point.x.rounded(), data.point.y.rounded())
            return (x: Int(exactly: x) ?? 0, y: Int(exactly: y) ?? 0)
        }
        switch kind {
        case CAIRO_PATH_MOVE_TO: move = points.last
        case CAIRO_PATH_LINE_TO: draw("l", to: points)
        case CAIRO_PATH_CURVE_TO: draw("c", to: points)
        default:
            output.append(UInt8(ascii: "z"))
            pen = start
        }
    }

    private mutating func draw(_ command: Character, to points: [(x: Int, y: Int)]) {
        if let move {
            self.move = nil
            draw("m", to: [move])
            start = move
        }
        output.append(contentsOf: command.utf8)
        let first = output.count
        for number in points.flatMap({ [$0.x - pen.x, $0.y - pen.y] }) {
            // A minus sign stands between numbers as well as a space does.
            if output.count > first, number >= 0 { output.append(UInt8(ascii: " ")) }
            appendDecimal(Double(number), decimals: 0, to: &output)
        }
        pen = points.last ?? pen
    }
}
