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
final class Typesetter: Sendable {
    /// The size at which lines are set, in points: large enough that Pango's unit, 1/1024 point, does not round a line.
    static let size = 64.0

    /// A font apart from its size.
    private struct Face: Hashable {
        var family: String
        var isBold: Bool
        var isItalic: Bool

        init(_ font: Font) { (family, isBold, isItalic) = (font.family, font.isBold, font.isItalic) }
    }

    /// What is known of a face.
    private struct KnownFace {
        let face: Face
        var lines: [String: SetLine] = [:]
        var extent: (ascent: Double, descent: Double)?
        var family: String?
    }

    private struct State: ~Copyable {
        var engine: PangoEngine
        /// The few faces of a bundle.
        var faces: [KnownFace] = []

        /// Where a face is among those that are known.
        mutating func index(of face: Face) -> Int {
            if let index = faces.firstIndex(where: { $0.face == face }) { return index }
            faces.append(KnownFace(face: face))
            return faces.count - 1
        }
    }

    private let state: Mutex<State>

    /// - Parameter language: The language of the texts as a BCP 47 tag. Pango would else ask the environment.
    init(language: String) { state = Mutex(State(engine: PangoEngine(language: language))) }

    /// A line of text as glyphs, at the size 1.
    func line(_ text: String, in font: Font) -> SetLine {
        let face = Face(font)
        return state.withLock { state in
            let index = state.index(of: face)
            if let line = state.faces[index].lines[text] { return line }
            let line = state.engine.line(text, in: font)
            state.faces[index].lines[text] = line
            return line
        }
    }

    /// How far a font reaches above and below the baseline, in points.
    func extent(of font: Font) -> (ascent: Double, descent: Double) {
        let face = Face(font)
        let extent = state.withLock { state in
            let index = state.index(of: face)
            if let extent = state.faces[index].extent { return extent }
            let extent = state.engine.extent(of: font)
            state.faces[index].extent = extent
            return extent
        }
        return (extent.ascent * font.size, extent.descent * font.size)
    }

    /// The family that the machine gives when it is asked for a font; empty where it has none at all.
    func familyObtained(for font: Font) -> String {
        let face = Face(font)
        return state.withLock { state in
            let index = state.index(of: face)
            if let family = state.faces[index].family { return family }
            let family = state.engine.familyObtained(for: font)
            state.faces[index].family = family
            return family
        }
    }
}
