import Drawing
import Foundation
import TestSupport
import Testing

@testable import CairoRendering

@Suite struct SheetOfPicturesTests {
    private let renderer: CairoRenderer

    init() throws { renderer = try CairoRenderer(creationDate: "2025-04-30") }

    private func recordedScenes() throws -> [Scene] {
        try FileManager.default.contentsOfDirectory(atPath: "\(repositoryRoot)/Tests/Goldens/Scenes")
            .filter { $0.hasSuffix(".json") }.sorted().map { try recordedScene(String($0.dropLast(5))) }
    }

    @Test func eachPictureIsTheOneDrawnAlone() throws {
        let scenes = try recordedScenes() + [page([]), page(["other letters"]), page(["other letters"])]
        // Else this version of Cairo writes its pages in a way that is not known, and they are drawn one by one.
        #expect(try renderer.sheet(of: scenes) != nil)
        let together = try renderer.svgs(of: scenes)
        #expect(together.count == scenes.count)
        for (index, scene) in scenes.enumerated() { #expect(try together[index] == renderer.svg(of: scene)) }
    }

    @Test func orderOfThePicturesDoesNotMatter() throws {
        let scenes = try recordedScenes()
        #expect(try renderer.svgs(of: scenes.reversed()) == renderer.svgs(of: scenes).reversed())
    }

    @Test(arguments: [0, 1]) func fewerThanTwoPicturesNeedNoSheet(count: Int) throws {
        let scenes = Array(repeating: page(["text"]), count: count)
        #expect(try renderer.svgs(of: scenes) == scenes.map { try renderer.svg(of: $0) })
    }

    @Test func aPageWithoutSizeIsRefused() throws {
        var scene = page(["text"])
        scene.width = 0
        #expect(throws: CairoRenderingError.pageSize(width: 0, height: 200)) {
            try renderer.svgs(of: [page([]), scene])
        }
    }

    private let definitions = """
        <svg version="1.2">
        <defs>
        <g>
        <symbol id="glyph0-0">
        <path d="box"/>
        </symbol>
        <symbol id="glyph0-1">
        <path d="a"/>
        </symbol>
        <symbol id="glyph0-2">
        <path d="b"/>
        </symbol>
        <symbol id="glyph1-0">
        <path d="other box"/>
        </symbol>
        <symbol id="glyph1-1">
        <path d="c"/>
        </symbol>
        </g>
        <clipPath id="clip1">
          <path d="area"/>
        </clipPath>
        </defs>

        """

    private func document(_ definitions: String, pages: [String]) -> [UInt8] {
        let pages = pages.map { "<page>\n\($0)\n</page>\n" }.joined()
        return Array("\(definitions)<pageSet>\n\(pages)</pageSet>\n</svg>\n".utf8)
    }

    @Test func aPageTakesWhatItRefersToInTheOrderOfItsFonts() throws {
        let page = """
            <g clip-path="url(#clip1)">
            <use xlink:href="#glyph1-1"/>
            <use xlink:href="#glyph0-2"/>
            <use xlink:href="#glyph1-1"/>
            </g>
            """
        let sheet = try #require(SheetOfPictures(document(definitions, pages: ["<path d=\"line\"/>", page]), pages: 2))
        #expect(
            String(decoding: sheet.document(ofPage: 1, width: 30.5, height: 20), as: UTF8.self) == """
                <?xml version="1.0" encoding="UTF-8"?>
                <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="30.5pt" \
                height="20pt" viewBox="0 0 30.5 20" version="1.1">
                <defs>
                <g>
                <symbol id="glyph1-0">
                <path d="other box"/>
                </symbol>
                <symbol id="glyph1-1">
                <path d="c"/>
                </symbol>
                <symbol id="glyph0-0">
                <path d="box"/>
                </symbol>
                <symbol id="glyph0-2">
                <path d="b"/>
                </symbol>
                </g>
                <clipPath id="clip1">
                  <path d="area"/>
                </clipPath>
                </defs>
                \(page)
                </svg>

                """)
        let plain = String(decoding: sheet.document(ofPage: 0, width: 1, height: 1), as: UTF8.self)
        #expect(plain.hasSuffix("version=\"1.1\">\n<path d=\"line\"/>\n</svg>\n"))
    }

    /// Then the pictures are drawn one by one.
    @Test func documentsOfAnotherFormAreNotTakenApart() {
        let pages = ["<path/>", "<path/>"]
        #expect(SheetOfPictures(document(definitions, pages: pages), pages: 2) != nil)
        #expect(SheetOfPictures(document(definitions, pages: pages), pages: 3) == nil)
        #expect(SheetOfPictures(document("", pages: pages), pages: 2) == nil)
        let mask = definitions.replacing("clipPath", with: "mask")
        #expect(SheetOfPictures(document(mask, pages: pages), pages: 2) == nil)
        let whole = document(definitions, pages: pages)
        for count in 0..<whole.count {
            #expect(SheetOfPictures(Array(whole[..<count]), pages: 2) == nil || count > whole.count - 8)
        }
        #expect(SheetOfPictures(Array("\(definitions)<g>\n</g>\n</svg>\n".utf8), pages: 1) == nil)
    }
}
