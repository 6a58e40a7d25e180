import Drawing
import Testing

@testable import CairoRendering

@Suite struct PangoTextMeasurerTests {
    private let measurer = PangoTextMeasurer()
    private let font = Font(family: "Liberation Sans", size: 8)

    /// Liberation Sans has Arial's widths: a digit is 1139 of 2048 units, a capital M 1706, a space 569.
    @Test(arguments: [("0123456789", 11390.0), ("M", 1706.0), (" ", 569.0), ("", 0.0), ("0 0", 2847.0)])
    func widthsAreThoseOfTheOutlines(text: String, units: Double) {
        for size in [6.0, 7, 8, 9.5, 72] {
            let font = Font(family: "Liberation Sans", size: size)
            #expect(abs(measurer.width(of: text, in: font) - units / 2048 * size) < 0.02)
        }
    }

    @Test func boldIsWider() {
        let bold = Font(family: "Liberation Sans", size: 8, isBold: true)
        #expect(measurer.width(of: "No. at risk", in: bold) > measurer.width(of: "No. at risk", in: font))
    }

    /// Ascent 1854 and descent 434 of 2048 units.
    @Test func theReachOfAFont() {
        let extent = measurer.extent(of: Font(family: "Liberation Sans", size: 100))
        #expect(abs(extent.ascent - 90.53) < 0.1)
        #expect(abs(extent.descent - 21.19) < 0.1)
    }

    @Test func aNewLineDoesNotEndTheText() {
        #expect(measurer.width(of: "one\ntwo", in: font) > measurer.width(of: "onetwo", in: font))
    }

    @Test func aTabIsASpace() {
        #expect(measurer.width(of: "a\tb", in: font) == measurer.width(of: "a b", in: font))
    }

    @Test func installedFontsAndCharactersAreNoProblem() throws {
        #expect(measurer.fontProblems(of: [try recordedScene()]) == FontProblems())
    }

    @Test func aFamilyThatIsNotInstalledIsNamedOnce() {
        let scene = page(["a", "b"], font: Font(family: "No Such Family", size: 8))
        let problems = measurer.fontProblems(of: [scene])
        #expect(problems.substitutions.map(\.asked) == ["No Such Family"])
        #expect(problems.substitutions.map(\.obtained) == ["Liberation Sans"])
        #expect(problems.missingGlyphs.isEmpty)
    }

    /// Fontconfig takes a script face for the nearest to some families; those of the same widths as another it knows.
    @Test(arguments: [("Comic Sans MS", "Liberation Sans"), ("Times New Roman", "Liberation Serif")])
    func aFamilyThatIsNotInstalledIsReplacedByAPlainOne(family: String, expected: String) {
        let font = Font(family: family, size: 8)
        #expect(measurer.fontProblems(of: [page(["a"], font: font)]).substitutions.map(\.obtained) == [expected])
        let plain = Font(family: expected, size: 8)
        #expect(measurer.width(of: "Hazard ratio", in: font) == measurer.width(of: "Hazard ratio", in: plain))
    }

    /// U+10FFFD is the last character for private use: no ordinary font has it.
    @Test func aMissingCharacterIsNamedOnceWithItsText() {
        let problems = measurer.fontProblems(
            of: [page(["plain", "x\u{10FFFD}y\u{10FFFD}", "\u{10FFFD}"])])
        #expect(problems.substitutions.isEmpty)
        #expect(problems.missingGlyphs.map(\.character) == ["\u{10FFFD}"])
        #expect(problems.missingGlyphs.map(\.text) == ["x\u{10FFFD}y\u{10FFFD}"])
    }
}
