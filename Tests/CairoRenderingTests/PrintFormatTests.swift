import CCairo
import Drawing
import Foundation
import Testing

@testable import CairoRendering

@Suite struct EPSTests {
    private let renderer: CairoRenderer

    init() throws { renderer = try CairoRenderer(creationDate: "2025-04-30") }

    private func head(of eps: [UInt8]) -> [String] {
        String(decoding: eps.prefix(2000), as: UTF8.self).split(separator: "\n").map(String.init)
    }

    @Test func theHeadIsThatOfThePageAndTheDay() throws {
        var scene = page(["text"])
        scene.title = "Survival (A) – 95 % \\ ≥ 肝"
        let lines = head(of: try renderer.eps(of: scene))
        #expect(lines.first == "%!PS-Adobe-3.0 EPSF-3.0")
        #expect(lines.contains("%%CreationDate: 2025-04-30"))
        #expect(lines.contains("%%BoundingBox: 0 0 300 200"))
        #expect(lines.contains("%%Title: (Survival \\(A\\) - 95 % \\\\ > ?)"))
    }

    @Test func theSameSceneGivesTheSameBytes() throws {
        let scene = try recordedScene()
        #expect(try renderer.eps(of: scene) == renderer.eps(of: scene))
    }

    /// Bands of confidence are translucent, and no part of the page becomes pixels for it.
    @Test func nothingBecomesPixels() throws {
        for name in ["two-panels", "extremes"] {
            let scene = try recordedScene("kaplan-meier-\(name)")
            #expect(scene.shapes.contains { ($0.fill?.opacity ?? 1) < 1 })
            let text = String(decoding: try renderer.eps(of: scene), as: UTF8.self)
            #expect(!text.contains("ImageType") && !text.contains("colorimage"))
            #expect(text.contains("/FontName /LiberationSans"))
        }
    }

    /// Three translucent squares over each other and an opaque line look as they do in the picture of pixels.
    @Test func mixedColoursAreThoseOfTheOtherFormats() throws {
        func square(_ x: Double, _ y: Double, _ color: Color) -> Scene.Element {
            let corners = [(0.0, 0.0), (90, 0), (90, 90), (0, 90)].map { Point(x: x + $0, y: y + $1) }
            return .shape(
                Shape(
                    segments: corners.enumerated().map { $0 == 0 ? .move($1) : .line($1) } + [.close],
                    fill: color.withOpacity(0.3)))
        }
        var scene = page([])
        let colors: [UInt32] = [0x1968A7, 0xEA7740, 0x258D71]
        scene.elements = zip([(20.0, 20.0), (60, 40), (40, 70)], colors).map { square($0.0, $0.1, Color(hex: $1)) }
        let eps = try pixels(of: renderer.eps(of: scene), named: "page.eps")
        let png = try pixels(of: renderer.png(of: scene, dotsPerInch: 72), named: "page.png")
        try #require(eps.count == png.count && png.count == 3 * 300 * 200)
        // Inside each part that some squares share; edges may differ by their smoothing.
        for (x, y) in [(30, 30), (140, 50), (50, 150), (80, 50), (50, 100), (125, 100), (90, 90), (200, 180)] {
            for channel in 0..<3 {
                let index = 3 * (y * 300 + x) + channel
                #expect(abs(Int(eps[index]) - Int(png[index])) <= 2, "\(x), \(y)")
            }
        }
    }

    /// A picture as rows of red, green and blue.
    private func pixels(of file: [UInt8], named name: String) throws -> [UInt8] {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (source, target) = (folder.appending(path: name), folder.appending(path: "page.ppm"))
        try Data(file).write(to: source)
        if name.hasSuffix(".eps") {
            try run(
                "gs",
                [
                    "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-dEPSCrop", "-r72", "-sDEVICE=ppmraw",
                    "-sOutputFile=\(target.path)", source.path,
                ])
            let data = try Data(contentsOf: target)
            return Array(data.suffix(3 * 300 * 200))
        }
        let surface = cairo_image_surface_create_from_png(source.path)
        defer { cairo_surface_destroy(surface) }
        let (data, stride) = (cairo_image_surface_get_data(surface), Int(cairo_image_surface_get_stride(surface)))
        guard let data else { return [] }
        return (0..<200).flatMap { y in
            (0..<300).flatMap { x in (0..<3).map { data[y * stride + 4 * x + 2 - $0] } }
        }
    }
}

@Suite struct TIFFTests {
    private let renderer: CairoRenderer

    init() throws { renderer = try CairoRenderer(creationDate: "2025-04-30") }

    @Test func theFileKnowsItsPhysicalSizeAndIsCompressed() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).tif")
        try Data(renderer.tiff(of: page(["text"]), dotsPerInch: 300)).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let lines = try run("tiffinfo", [file.path]).split(separator: "\n").map { String($0).collapsed }
        for line in [
            "Image Width: 1250 Image Length: 833", "Resolution: 300, 300 pixels/inch", "Bits/Sample: 8",
            "Compression Scheme: LZW", "Photometric Interpretation: RGB color", "Samples/Pixel: 3",
            "ImageDescription: A title",
        ] { #expect(lines.contains(line), "\(line)") }
        #expect(!lines.contains { $0.hasPrefix("DateTime") })
    }

    @Test func theSameSceneGivesTheSameBytes() throws {
        let scene = try recordedScene()
        #expect(try renderer.tiff(of: scene, dotsPerInch: 100) == renderer.tiff(of: scene, dotsPerInch: 100))
    }

    /// A page that is one colour is that colour in the file, read back by libtiff's own program.
    @Test func pixelsAreRedGreenAndBlueInOrder() throws {
        var scene = page([])
        let corners = [(0.0, 0.0), (300, 0), (300, 200), (0, 200)].map { Point(x: $0, y: $1) }
        scene.elements = [
            .shape(
                Shape(
                    segments: corners.enumerated().map { $0 == 0 ? .move($1) : .line($1) } + [.close],
                    fill: Color(hex: 0x123456)))
        ]
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (source, plain) = (folder.appending(path: "a.tif"), folder.appending(path: "b.tif"))
        try Data(renderer.tiff(of: scene, dotsPerInch: 72)).write(to: source)
        try run("tiffcp", ["-c", "none", source.path, plain.path])
        let bytes = [UInt8](try Data(contentsOf: plain))
        let pixels = (0..<60_000).flatMap { _ in [0x12, 0x34, 0x56] as [UInt8] }
        #expect(Data(bytes).range(of: Data(pixels)) != nil)
    }
}

@Suite struct TaggedPDFTests {
    private let renderer: CairoRenderer

    init() throws { renderer = try CairoRenderer(creationDate: "2025-04-30", language: "zh") }

    @Test func theFileIsSoundAndSaysWhatItShows() throws {
        var scene = page(["肝癌 and text"])
        scene.alternativeText = "曲线 (A) with \\ and – dashes"
        let pdf = try renderer.pdf(of: scene)
        #expect(try poppler("qpdf", ["--check"], on: pdf, output: nil).contains("No syntax or stream encoding errors"))
        let structure = try poppler("pdfinfo", ["-struct-text"], on: pdf, output: nil)
        #expect(structure.contains("Document") && structure.contains("Figure"))
        let plain = try poppler("qpdf", ["--qdf", "--object-streams=disable"], on: pdf)
        #expect(
            plain.contains("/MarkInfo") && plain.contains("/Marked true") && plain.contains("/DisplayDocTitle true"))
        // UTF-16 with its mark: 'zh', and the whole text.
        #expect(plain.lowercased().contains("/lang <feff007a0068>"))
        let units = scene.alternativeText.utf16.map { unit in
            String(repeating: "0", count: 4 - String(unit, radix: 16).count) + String(unit, radix: 16)
        }
        #expect(plain.lowercased().contains("/alt <feff\(units.joined())>"))
        #expect(try poppler("pdfinfo", on: pdf, output: nil).collapsed.contains("Tagged: yes"))
    }

    @Test func whatIsNotCairosIsLeftAlone() {
        for text in ["", "%PDF-1.4\n", "xref\n0 1\nstartxref\n0\n%%EOF\n", "startxref\n99999\n%%EOF\n"] {
            #expect(taggedPDF(Array(text.utf8), of: page([]), language: "en") == nil)
        }
    }
}
