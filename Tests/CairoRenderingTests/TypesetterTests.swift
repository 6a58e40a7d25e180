import Drawing
import Foundation
import Testing

@testable import CairoRendering

@Suite struct TypesetterTests {
    private let typesetter = Typesetter(language: "en")
    private let font = Font(family: "Liberation Sans", size: 8)

    /// A line is set once, whatever its size, and once for each face.
    @Test func aLineIsSetOnceForAllSizes() {
        var large = font
        large.size = 31
        var bold = font
        bold.isBold = true
        let line = typesetter.line("Hazard ratio", in: font)
        #expect(typesetter.line("Hazard ratio", in: large) === line)
        #expect(typesetter.line("Hazard ratio", in: bold) !== line)
        #expect(typesetter.line("Hazard ratio ", in: font) !== line)
    }

    @Test func extentsGrowInProportion() {
        let small = typesetter.extent(of: font)
        let large = typesetter.extent(of: Font(family: "Liberation Sans", size: 80))
        #expect(abs(large.ascent - 10 * small.ascent) < 1e-9 && abs(large.descent - 10 * small.descent) < 1e-9)
        #expect(small.ascent > 0 && small.descent > 0)
    }

    /// Glyphs that stand for several characters, or several for one, can be selected as the characters that they are.
    @Test(arguments: ["e\u{301}tude", "office", "α/β ≥ 10", "2 × 10⁹", "naïve – “quoted”", "a\u{200B}b"])
    func textOfAnyClustersIsSelectable(text: String) throws {
        let renderer = try CairoRenderer(creationDate: "2025-04-30")
        let drawn = try poppler("pdftotext", ["-raw"], on: renderer.pdf(of: page([text])))
        func plain(_ text: String) -> String { text.filter { $0 != "\u{200B}" }.precomposedStringWithCanonicalMapping }
        #expect(plain(drawn).contains(plain(text)), "\(drawn)")
    }

    /// Lines set by several threads at once are those that one thread sets.
    @Test func threadsShareTheLines() async {
        let texts = (0..<200).map { "No. at risk \($0 % 50)" }
        let (typesetter, font) = (typesetter, font)
        let widths = await withTaskGroup(of: (Int, Double).self) { group in
            for (index, text) in texts.enumerated() {
                group.addTask { (index, typesetter.line(text, in: font).width) }
            }
            return await group.reduce(into: [Int: Double]()) { $0[$1.0] = $1.1 }
        }
        let alone = Typesetter(language: "en")
        for (index, text) in texts.enumerated() { #expect(widths[index] == alone.line(text, in: font).width) }
    }
}
