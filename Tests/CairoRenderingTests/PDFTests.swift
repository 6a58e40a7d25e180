import Drawing
import Foundation
import Testing

@testable import CairoRendering

@Suite struct PDFTests {
    private let renderer: CairoRenderer

    init() throws { renderer = try CairoRenderer(creationDate: "2025-04-30") }

    @Test func theSameSceneGivesTheSameBytes() throws {
        let scene = try recordedScene()
        #expect(try renderer.pdf(of: scene) == renderer.pdf(of: scene))
    }

    @Test func threadsGiveTheSameBytes() async throws {
        let scenes = try ["two-panels", "extremes", "long-names"].map { try recordedScene("kaplan-meier-\($0)") }
        let renderer = renderer
        let expected = try scenes.map { try renderer.pdf(of: $0) + renderer.svg(of: $0) }
        let drawn = try await withThrowingTaskGroup(of: (Int, [UInt8]).self) { group in
            for round in 0..<12 {
                let index = round % scenes.count
                let scene = scenes[index]
                group.addTask { (index, try renderer.pdf(of: scene) + renderer.svg(of: scene)) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(drawn.count == 12)
        for (index, bytes) in drawn { #expect(bytes == expected[index]) }
    }

    @Test func everyLabelCanBeSelectedAndSearched() throws {
        for name in ["two-panels", "extremes", "long-names"] {
            let scene = try recordedScene("kaplan-meier-\(name)")
            let text = try poppler("pdftotext", ["-raw"], on: renderer.pdf(of: scene)).collapsed
            #expect(scene.labels.count > 20)
            for label in scene.labels { #expect(text.contains(label.text.collapsed), "\(name): \(label.text)") }
        }
    }

    @Test func fontsAreEmbedded() throws {
        let lines = try poppler("pdffonts", on: renderer.pdf(of: recordedScene()), output: nil).split(separator: "\n")
        let fonts = lines.dropFirst(2).map { $0.split(separator: " ") }
        #expect(fonts.count == 2)
        for font in fonts {
            #expect(font[0].contains("+LiberationSans"))
            // … type, encoding, embedded, subset, unicode, object and generation.
            #expect(font.suffix(5).prefix(3) == ["yes", "yes", "yes"])
        }
    }

    @Test func metadataComeFromTheScene() throws {
        let information = try poppler("pdfinfo", ["-isodates"], on: renderer.pdf(of: page(["text"])), output: nil)
        let lines = information.split(separator: "\n").map { String($0).collapsed }
        #expect(lines.contains("Title: A title"))
        #expect(lines.contains("Subject: What it shows"))
        #expect(lines.contains("CreationDate: 2025-04-30T00:00:00Z"))
        #expect(lines.contains("ModDate: 2025-04-30T00:00:00Z"))
        #expect(lines.contains("Pages: 1"))
        #expect(lines.contains("Page size: 300 x 200 pts"))
        #expect(!information.contains("Author"))
    }

    /// Words stand where they were measured: each word's box begins where the text before it ends.
    /// A PDF file holds widths of glyphs in thousandths of the size, so that a line may be off by some hundredths.
    @Test func textIsDrawnAsWideAsItWasMeasured() throws {
        let measurer = PangoTextMeasurer()
        let font = Font(family: "Liberation Sans", size: 8)
        let texts = ["Median (95% CI), months", "12.6 (6.0–17.3)", "AVATAR WAVE first", "RT+IO+T 100,000"]
        let output = try poppler("pdftotext", ["-bbox"], on: renderer.pdf(of: page(texts, font: font)))
        let boxes = output.components(separatedBy: "<word ").dropFirst().map { word in
            let numbers = word.split(separator: "\"").compactMap { Double($0) }
            return (left: numbers[0], right: numbers[2])
        }
        var index = 0
        for text in texts {
            var before = ""
            for word in text.split(separator: " ") {
                let left = 20 + measurer.width(of: before, in: font)
                let right = 20 + measurer.width(of: before + word, in: font)
                #expect(abs(boxes[index].left - left) < 0.1 && abs(boxes[index].right - right) < 0.1, "\(word)")
                before += word + " "
                index += 1
            }
        }
        #expect(index == boxes.count)
    }

    @Test func runsFollowEachOtherAndRise() throws {
        var scene = page([])
        let font = Font(family: "Liberation Sans", size: 10)
        scene.elements = [
            .label(
                Label(
                    runs: [Label.Run("AAAA ", font: font), Label.Run("BBBB", font: font, rise: 30)],
                    position: Point(x: 100, y: 100), color: .black, width: 0))
        ]
        let output = try poppler("pdftotext", ["-bbox"], on: renderer.pdf(of: scene))
        let boxes = output.components(separatedBy: "<word ").dropFirst().map { word in
            word.split(separator: "\"").compactMap { Double($0) }
        }
        try #require(boxes.count == 2)
        // Poppler sorts words from the top down: the raised one comes first.
        let start = 100 + PangoTextMeasurer().width(of: "AAAA ", in: font)
        #expect(abs(boxes[0][0] - start) < 0.05)
        #expect(abs(boxes[1][1] - boxes[0][1] - 30) < 0.05)
    }

    @Test(arguments: [
        "2025-4-30", "30.04.2025", "2025-13-01", "2025-00-10", "2025-01-32", "", "20250430", "2025-04-３0",
    ])
    func onlyDaysAreDates(text: String) {
        #expect(throws: CairoRenderingError.creationDate(text)) { try CairoRenderer(creationDate: text) }
    }

    @Test(arguments: [(0.0, 10.0), (10, -1), (.nan, 10), (10, .infinity), (20_000, 10)])
    func onlyPagesOfSomeSizeAreDrawn(width: Double, height: Double) {
        var scene = page([])
        (scene.width, scene.height) = (width, height)
        #expect(throws: CairoRenderingError.self) { try renderer.pdf(of: scene) }
        #expect(throws: CairoRenderingError.self) { try renderer.svg(of: scene) }
        #expect(throws: CairoRenderingError.self) { try renderer.png(of: scene, dotsPerInch: 72) }
    }
}
