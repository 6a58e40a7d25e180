import Drawing
import Foundation
import Testing

@testable import CairoRendering

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite struct OutlineSVGTests {
    private let renderer: CairoRenderer

    init() throws { renderer = try CairoRenderer(creationDate: "2025-04-30") }

    /// Other pictures drawn before it, which move Cairo's counters, do not change a file.
    @Test func idsDependOnThePictureAlone() throws {
        let scene = try recordedScene()
        let first = try renderer.svg(of: scene)
        for text in ["one", "two"] { _ = try renderer.svg(of: page([text])) }
        #expect(try renderer.svg(of: scene) == first)
        let svg = String(decoding: first, as: UTF8.self)
        let ids = svg.components(separatedBy: " id=\"").dropFirst().compactMap { $0.split(separator: "\"").first }
        #expect(Set(ids).count == ids.count)
        #expect(ids.contains("figure-title") && ids.contains("g1"))
        let uses = svg.components(separatedBy: "xlink:href=\"#").dropFirst().compactMap {
            $0.split(separator: "\"").first
        }
        #expect(!uses.isEmpty && uses.allSatisfy(Set(ids).contains))
    }

    /// A letter stands once in the file, as large as the grid of its font, and is used wherever it is.
    @Test func eachGlyphStandsOnce() throws {
        let svg = String(decoding: try renderer.svg(of: page(["sees", "see"])), as: UTF8.self)
        #expect(svg.components(separatedBy: "<path id=\"g").count - 1 == 2)
        #expect(svg.components(separatedBy: "<use xlink:href=\"#g1\"").count - 1 == 3)
        #expect(svg.components(separatedBy: "<use xlink:href=\"#g2\"").count - 1 == 4)
        #expect(svg.contains("<g fill=\"#000000\" transform=\"translate(20 20)scale(0.00390625)\">"))
    }

    /// A stroke of Liberation Sans' capital I is a rectangle on the font's own grid of 2048 to the size: its corners are whole
    /// numbers there, as the font's maker drew them.
    @Test func outlinesAreThoseOfTheFont() throws {
        let typesetter = Typesetter(language: "en")
        let line = typesetter.outlines(of: "I I", in: Font(family: "Liberation Sans", size: 8))
        #expect(line.glyphs.map(\.path) == Array(repeating: "m189 0l0-1409l191 0l0 1409z", count: 2))
        // I is 569 units wide and a space as well.
        #expect(line.glyphs.map(\.x) == [0, 1138])
        #expect(line.width == 3 * 569)
        // A space leaves no ink.
        #expect(typesetter.outlines(of: " ", in: Font(family: "Liberation Sans", size: 8)).glyphs.isEmpty)
    }

    @Test func textIsOutlinesAndTheFileWellFormed() throws {
        var scene = page(["p < 0.05 & more"])
        scene.title = "A < B"
        let svg = try renderer.svg(of: scene)
        #expect(XMLParser(data: Data(svg)).parse())
        let text = String(decoding: svg, as: UTF8.self)
        #expect(!text.contains("<text") && text.contains("A &lt; B"))
        #expect(text.contains("width=\"300pt\" height=\"200pt\""))
    }
}

@Suite struct PNGTests {
    private let renderer: CairoRenderer

    init() throws { renderer = try CairoRenderer(creationDate: "2025-04-30") }

    private func number(_ bytes: ArraySlice<UInt8>) -> UInt32 { bytes.reduce(0) { $0 << 8 | UInt32($1) } }

    /// 300 × 200 points at 300 dots to the inch are 1250 × 833 pixels; 300 dots to the inch are 11,811 to the metre.
    @Test func theFileKnowsItsPhysicalSize() throws {
        let png = try renderer.png(of: page(["text"]), dotsPerInch: 300)
        #expect(png.prefix(8) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        #expect(number(png[16..<20]) == 1250 && number(png[20..<24]) == 833)
        #expect(number(png[33..<37]) == 9)
        #expect(String(decoding: png[37..<41], as: UTF8.self) == "pHYs")
        #expect(number(png[41..<45]) == 11_811 && number(png[45..<49]) == 11_811 && png[49] == 1)
        // The check sum of this chunk, computed with zlib's crc32.
        #expect(number(png[50..<54]) == 0x78A5_3F76)
    }

    @Test func theSameSceneGivesTheSameBytes() throws {
        let scene = try recordedScene()
        #expect(try renderer.png(of: scene, dotsPerInch: 150) == renderer.png(of: scene, dotsPerInch: 150))
    }

    @Test(arguments: [0, -1, 4801])
    func onlySensibleResolutions(dotsPerInch: Int) {
        #expect(throws: CairoRenderingError.resolution(dotsPerInch)) {
            try renderer.png(of: page([]), dotsPerInch: dotsPerInch)
        }
    }

    /// A square that fills the page leaves no white pixel; one that is clipped away leaves none but white.
    @Test func clipsAndFillsReachThePaper() throws {
        let corners = [(0, 0), (300, 0), (300, 200), (0, 200)].map { Point(x: $0, y: $1) }
        let sides = corners.enumerated().map { index, corner -> Shape.Segment in
            index == 0 ? .move(corner) : .line(corner)
        }
        let square = Shape(segments: sides + [.close], fill: .black)
        var scene = page([])
        scene.elements = [.shape(square)]
        let black = try renderer.png(of: scene, dotsPerInch: 72)
        scene.elements = [
            .group(
                Scene.Group(
                    name: "nowhere", clip: Rectangle(x: 0, y: 0, width: 0, height: 0), elements: [.shape(square)]))
        ]
        let clipped = try renderer.png(of: scene, dotsPerInch: 72)
        scene.elements = []
        #expect(try renderer.png(of: scene, dotsPerInch: 72) == clipped)
        #expect(black != clipped)
    }
}
