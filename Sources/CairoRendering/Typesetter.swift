internal import CCairo
internal import Drawing
internal import Synchronization

/// Sets text through Pango: the one place that turns a ``Font`` into glyphs, for measuring and for drawing alike.
///
/// **Why texts are kept.** Setting a line costs several microseconds, drawing its glyphs less than one. The same line is
/// measured, looked through for missing characters, and drawn into several files: it is set once and kept.
///
/// **Why at one size.** A font in a further size costs Pango a search among all fonts of the machine. Hinting is off and
/// glyphs stand at fractions of a point, so outlines and advances grow in proportion: a line is set at ``size`` and scaled.
///
/// **Why one lock.** Pango's objects serve one thread at a time. With a font map for each thread, every thread would
/// search the fonts anew; behind one lock they are searched once, and threads rarely meet there.
final class Typesetter: TextOutlining, Sendable {
    /// The size at which lines are set, in points: large enough that Pango's unit, 1/1024 point, does not round a line.
    static let size = 64.0

    /// A font apart from its size.
    private struct Face: Hashable {
        var family: String
        var isBold: Bool
        var isItalic: Bool

        init(_ font: Font) { (family, isBold, isItalic) = (font.family, font.isBold, font.isItalic) }
    }

    private struct State: ~Copyable {
        let engine: PangoEngine
        var lines: [Face: [String: SetLine]] = [:]
        var extents: [Face: (ascent: Double, descent: Double)] = [:]
        var families: [Face: String] = [:]
    }

    private let state: Mutex<State>
    private let outlines = GlyphOutlines()

    /// - Parameter language: The language of the texts as a BCP 47 tag. Pango would else ask the environment.
    init(language: String) { state = Mutex(State(engine: PangoEngine(language: language))) }

    /// A line of text as glyphs, at the size 1.
    func line(_ text: String, in font: Font) -> SetLine {
        let face = Face(font)
        return state.withLock { state in
            if let line = state.lines[face]?[text] { return line }
            let line = state.engine.line(text, in: font)
            state.lines[face, default: [:]][text] = line
            return line
        }
    }

    func outlines(of text: String, in font: Font) -> OutlinedText { line(text, in: font).outlined(by: outlines) }

    /// How far a font reaches above and below the baseline, in points.
    func extent(of font: Font) -> (ascent: Double, descent: Double) {
        let face = Face(font)
        let extent = state.withLock { state in
            if let extent = state.extents[face] { return extent }
            let extent = state.engine.extent(of: font)
            state.extents[face] = extent
            return extent
        }
        return (extent.ascent * font.size, extent.descent * font.size)
    }

    /// The family that the machine gives when it is asked for a font; empty where it has none at all.
    func familyObtained(for font: Font) -> String {
        let face = Face(font)
        return state.withLock { state in
            if let family = state.families[face] { return family }
            let family = state.engine.familyObtained(for: font)
            state.families[face] = family
            return family
        }
    }
}
