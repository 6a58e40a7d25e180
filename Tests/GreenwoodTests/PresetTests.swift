import Bundling
import CairoRendering
import Drawing
import Foundation
import Results
import Styling
import TestSupport
import Testing

/// What journals demand of a figure, measured in the files that the program writes.
@Suite struct PresetTests {
    private static let pointsPerMillimetre = 72 / 25.4

    private static let results: StudyResults? = {
        let file = URL(filePath: "\(repositoryRoot)/output/hcc/results.json")
        return (try? Data(contentsOf: file)).flatMap { try? StudyResults(decodingJSON: Array($0)) }
    }()

    @Test(arguments: HouseStyle.all.map(\.name))
    func filesAreAsTheJournalDemands(name: String) throws {
        let results = try #require(Self.results)
        let style = try HouseStyle.named(name)
        let preset = style.figures
        let renderer = try CairoRenderer(creationDate: "2025-04-30")
        let widths = [preset.columnWidth, preset.fullWidth].map { $0 * Self.pointsPerMillimetre }
        for figure in try drawFigures(of: results, style: style, measuring: PangoTextMeasurer()) {
            let page = try DrawnPage(renderer.pdf(of: figure.scene))
            let place = "\(name), \(figure.id)"
            #expect(widths.contains { abs(page.width - $0) < 0.01 }, "\(place): \(page.width) points wide")
            if let limit = preset.maximumHeight {
                #expect(page.height <= limit * Self.pointsPerMillimetre + 0.01, "\(place): \(page.height) points high")
            }
            let smallest = try #require(page.textSizes.min())
            #expect(smallest >= preset.smallestTextSize - 0.01, "\(place): text of \(smallest) points")
            let thinnest = try #require(page.lineWidths.min())
            #expect(thinnest >= preset.thinnestLine - 0.001, "\(place): a line of \(thinnest) points")
            #expect(!page.fonts.isEmpty)
            for font in page.fonts { #expect(font.isEmbedded && font.isSubset, "\(place): \(font.name)") }
            let family = preset.fontFamily.filter { $0 != " " }
            #expect(page.fonts.contains { $0.name.contains(family) }, "\(place): \(page.fonts.map(\.name))")
        }
    }

    /// Pixels to the inch as PNG files record them, to the nearest whole number.
    @Test(arguments: HouseStyle.all.map(\.name))
    func picturesHaveTheResolutionOfThePreset(name: String) throws {
        let preset = try HouseStyle.named(name).figures
        let scene = Scene(width: 72, height: 36, title: "t", alternativeText: "a")
        let png = try CairoRenderer(creationDate: "2025-04-30").png(of: scene, dotsPerInch: preset.resolution)
        func number(_ range: Range<Int>) -> Int { png[range].reduce(0) { $0 << 8 | Int($1) } }
        #expect(number(16..<20) == preset.resolution)
        let mark = try #require(Data(png).range(of: Data("pHYs".utf8)))
        let perMetre = number(mark.upperBound..<mark.upperBound + 4)
        #expect(Int((Double(perMetre) * 0.0254).rounded()) == preset.resolution)
    }

    @Test func theSmallestTextOfAPageIsFound() throws {
        let font = Font(family: "Liberation Sans", size: 8)
        var small = font
        small.size = 4.5
        let labels = [font, small].enumerated().map { index, font in
            Label(
                runs: [Label.Run("text", font: font)], position: Point(x: 10, y: 20 + 20 * Double(index)),
                color: .black, width: 10)
        }
        let line = Shape(
            segments: [.move(Point(x: 0, y: 0)), .line(Point(x: 9, y: 9))], stroke: Stroke(color: .black, width: 0.15))
        let scene = Scene(
            width: 100, height: 80, title: "t", alternativeText: "a",
            elements: labels.map(Scene.Element.label) + [.shape(line)])
        let page = try DrawnPage(CairoRenderer(creationDate: "2025-04-30").pdf(of: scene))
        #expect(page.textSizes.sorted().map { ($0 * 10).rounded() } == [45, 80])
        #expect(page.lineWidths == [0.15])
        #expect(page.width == 100 && page.height == 80)
    }
}

/// What a PDF file of one page holds, read back through qpdf and poppler.
struct DrawnPage {
    struct EmbeddedFont {
        var name: String
        var isEmbedded: Bool
        var isSubset: Bool
    }

    var width = 0.0
    var height = 0.0
    /// The sizes of all stretches of text, in points.
    var textSizes: [Double] = []
    /// The widths of all lines that are drawn, in points.
    var lineWidths: [Double] = []
    var fonts: [EmbeddedFont] = []

    init(_ pdf: [UInt8]) throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).pdf")
        try Data(pdf).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let plain = try Self.output(of: "qpdf", ["--qdf", "--object-streams=disable", file.path, "-"])
        read(plain)
        let lines = try Self.output(of: "pdffonts", [file.path]).split(separator: "\n").dropFirst(2)
        fonts = lines.map { line in
            let cells = line.split(separator: " ")
            // … embedded, subset, unicode, object and generation.
            let flags = cells.suffix(5).prefix(2)
            return EmbeddedFont(
                name: String(cells[0]), isEmbedded: flags.first == "yes", isSubset: flags.last == "yes")
        }
    }

    /// Reads the operators of the page: `cm` and `Tm` scale, `Tf` sets the size, `w` the width of lines.
    private mutating func read(_ plain: String) {
        var operands: [Double] = []
        var (scale, saved, matrix, size, width) = (1.0, [Double](), 1.0, 1.0, 1.0)
        if let box = plain.range(of: "/MediaBox [") {
            let numbers = plain[box.upperBound...].prefix(80).split(whereSeparator: \.isWhitespace)
                .prefix(4).compactMap { Double($0) }
            if numbers.count == 4 { (self.width, height) = (numbers[2], numbers[3]) }
        }
        // Other streams are fonts, whose bytes may look like operators.
        let streams = plain.components(separatedBy: "\nstream\n").dropFirst()
        let content = streams.compactMap { $0.components(separatedBy: "endstream").first }
            .first { $0.contains(" cm\n") }
        for token in (content ?? "").split(whereSeparator: \.isWhitespace) {
            if let number = Double(token) {
                operands.append(number)
                continue
            }
            switch token {
            case "q": saved.append(scale)
            case "Q": scale = saved.popLast() ?? 1
            case "cm" where operands.count >= 6: scale *= Self.scale(operands)
            case "Tm" where operands.count >= 6: matrix = Self.scale(operands)
            case "Tf": size = operands.last ?? 1
            case "w": width = operands.last ?? 1
            case "Tj", "TJ": textSizes.append(size * matrix * scale)
            case "S", "B", "s", "b", "B*", "b*": lineWidths.append(width * scale)
            default: break
            }
            operands = []
            // A text may end with its operator: `[(t)-1(ext)]TJ`.
            if token.count > 2, token.hasSuffix("]TJ") || token.hasSuffix(")Tj") || token.hasSuffix(">Tj") {
                textSizes.append(size * matrix * scale)
            }
        }
        lineWidths = lineWidths.map { ($0 * 1e4).rounded() / 1e4 }
    }

    private static func scale(_ operands: [Double]) -> Double {
        let matrix = operands.suffix(6).map { $0 }
        return abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]).squareRoot()
    }

    private static func output(of program: String, _ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [program] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "\(program) failed: is it installed?")
        return String(decoding: data, as: UTF8.self)
    }
}
