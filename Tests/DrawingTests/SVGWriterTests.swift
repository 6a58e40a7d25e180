import Foundation
import Testing

@testable import Drawing

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite struct SVGWriterTests {
    private let font = Font(family: "Liberation Sans", size: 7)

    private func svg(_ elements: [Scene.Element], title: String = "T", prefix: String = "f") -> String {
        SVGWriter.svg(
            of: Scene(width: 100, height: 50.5, title: title, alternativeText: "D", elements: elements),
            idPrefix: prefix)
    }

    @Test func thePageIsAnImageWithTitleAndDescription() {
        #expect(
            svg([], title: "A < B & \"C\"") == """
                <svg xmlns="http://www.w3.org/2000/svg" width="100pt" height="50.5pt" viewBox="0 0 100 50.5" role="img" \
                aria-labelledby="f-title f-description">
                <title id="f-title">A &lt; B &amp; &quot;C&quot;</title>
                <desc id="f-description">D</desc>
                </svg>

                """)
    }

    @Test func pathsCarryTheirPaint() {
        let shape = Shape(
            name: "panel-A/curve/IO+T",
            segments: [.move(Point(x: 1, y: 2)), .line(Point(x: 3.00049, y: 4)), .close],
            fill: Color(hex: 0xD55E00, opacity: 0.17),
            stroke: Stroke(color: .black, width: 1.1, dash: [5, 1.5], cap: .round, join: .bevel))
        #expect(
            svg([.shape(shape)]).contains(
                """
                <path id="f-panel-A-curve-IO-T" fill="#D55E00" fill-opacity="0.17" stroke="#000000" stroke-width="1.1" \
                stroke-dasharray="5 1.5" stroke-linecap="round" stroke-linejoin="bevel" d="M1 2L3 4Z"/>

                """))
    }

    @Test func textStaysText() {
        let plain = Label(
            runs: [Label.Run("p < 0.05", font: font)], position: Point(x: 5, y: 6), anchor: .middle, rotation: 90,
            color: .black, width: 20)
        #expect(
            svg([.label(plain)]).contains(
                """
                <text x="5" y="6" text-anchor="middle" transform="rotate(-90 5 6)" fill="#000000" \
                font-family="'Liberation Sans', Arial, Helvetica, sans-serif" font-size="7">p &lt; 0.05</text>

                """))
    }

    @Test func raisedRunsGoUpAndComeDownAgain() {
        let label = Label(
            runs: [
                Label.Run("10", font: font), Label.Run("2", font: font, rise: 3), Label.Run(" m", font: font),
            ], position: Point(x: 5, y: 6), color: .black, width: 20)
        let text = svg([.label(label)])
        #expect(text.contains("<tspan font-family"))
        #expect(text.contains("<tspan dy=\"-3\""))
        #expect(text.contains("<tspan dy=\"3\""))
        #expect(text.contains("> m</tspan></text>"))
    }

    @Test func spacesAtTheEndsOfATextAreKept() {
        func text(_ string: String) -> String {
            svg([
                .label(
                    Label(
                        runs: [Label.Run(string, font: font)], position: Point(x: 0, y: 0), color: .black, width: 9))
            ])
        }
        for string in [" a", "a ", "a  b"] { #expect(text(string).contains("xml:space=\"preserve\"")) }
        #expect(!text("a b").contains("xml:space"))
    }

    @Test func clipsAreRectanglesOfTheirOwnGroup() {
        let group = Scene.Group(name: "plot", clip: Rectangle(x: 1, y: 2, width: 3, height: 4), elements: [])
        #expect(
            svg([.group(group)]).contains(
                """
                <clipPath id="f-plot-clip"><rect x="1" y="2" width="3" height="4"/></clipPath>
                <g id="f-plot" clip-path="url(#f-plot-clip)">
                </g>
                """))
    }

    @Test func idsAreUniqueAndBeginWithThePrefix() {
        let shapes = ["a/b", "a+b", "a-b", "a-b-2"].map { name in Scene.Element.shape(Shape(name: name, segments: [])) }
        let text = svg(shapes, prefix: "Fig 1")
        let ids = text.components(separatedBy: " id=\"").dropFirst().compactMap { $0.split(separator: "\"").first }
        #expect(
            ids == ["Fig-1-title", "Fig-1-description", "Fig-1-a-b", "Fig-1-a-b-2", "Fig-1-a-b-3", "Fig-1-a-b-2-2"])
        #expect(Set(ids).count == ids.count)
    }

    @Test func hostileTextIsStillWellFormed() {
        let hostile = "</text><script>&'\"]]>\u{0}\u{8}\u{FFFE}免疫 & <"
        let label = Label(
            name: hostile, runs: [Label.Run(hostile, font: Font(family: hostile, size: 7))],
            position: Point(x: .nan, y: .infinity), color: .black, width: 1)
        let group = Scene.Group(name: hostile, elements: [.label(label)])
        let text = svg([.group(group)], title: hostile, prefix: hostile)
        #expect(XMLParser(data: Data(text.utf8)).parse())
        #expect(!text.contains("<script>"))
    }

    // MARK: Text as outlines

    /// Every character but a space is a glyph of the path `m<code>`, half of the size wide.
    private struct Outliner: TextOutlining {
        func outlines(of text: String, in font: Font) -> OutlinedText {
            let places = text.unicodeScalars.enumerated().filter { $1 != " " }
            return OutlinedText(
                glyphs: places.map { .init(path: "m\($1.value)", x: 1024 * Double($0)) },
                width: 1024 * Double(text.unicodeScalars.count))
        }
    }

    private func outlined(_ elements: [Scene.Element]) -> String {
        let scene = Scene(width: 100, height: 50, title: "T", alternativeText: "D", elements: elements)
        return String(decoding: SVGWriter.outlinedSVG(of: scene, idPrefix: "f", outlining: Outliner()), as: UTF8.self)
    }

    @Test func glyphsStandOnceAndAreUsedInTheirPlaces() {
        let label = Label(
            name: "label", runs: [Label.Run("a ba", font: font), Label.Run("b", font: font, rise: 3)],
            position: Point(x: 50, y: 6), anchor: .end, color: .black, width: 17.5)
        #expect(
            outlined([.label(label)]) == """
                <?xml version="1.0" encoding="UTF-8"?>
                <svg xmlns="http://www.w3.org/2000/svg" width="100pt" height="50pt" viewBox="0 0 100 50" \
                xmlns:xlink="http://www.w3.org/1999/xlink" stroke-miterlimit="10" role="img" \
                aria-labelledby="f-title f-description">
                <title id="f-title">T</title>
                <desc id="f-description">D</desc>
                <defs>
                <path id="g1" d="m97"/>
                <path id="g2" d="m98"/>
                </defs>
                <g id="f-label" fill="#000000" transform="translate(32.5 6)scale(0.003417969)"><use xlink:href="#g1"/>\
                <use xlink:href="#g2" x="2048"/><use xlink:href="#g1" x="3072"/></g>
                <g fill="#000000" transform="translate(46.5 3)scale(0.003417969)"><use xlink:href="#g2"/></g>
                </svg>

                """)
    }

    @Test func turnedTextIsTurnedAboutItsPlace() {
        let label = Label(
            runs: [Label.Run("a", font: font)], position: Point(x: 5, y: 6), anchor: .middle, rotation: 90,
            color: .black, width: 3.5)
        #expect(
            outlined([.label(label)]).contains("transform=\"translate(5 6)rotate(-90)translate(-1.75 0)scale("))
    }

    @Test func textWithoutInkLeavesNothing() {
        let label = Label(
            name: "empty", runs: [Label.Run("  ", font: font)], position: Point(x: 5, y: 6), color: .black, width: 7)
        #expect(!outlined([.label(label)]).contains("<g"))
    }
}
