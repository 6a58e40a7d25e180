import CIgzip
import Drawing
import Testing

@testable import CairoRendering

/// A PNG file read back: three bytes a pixel, row by row.
private struct ReadPicture {
    var width: Int
    var height: Int
    var pixels: [UInt8] = []
    /// How many rows are stored as the difference from the one above.
    var repeatedRows = 0

    init(_ png: [UInt8]) throws {
        func number(_ place: Int) -> Int { png[place..<place + 4].reduce(0) { $0 << 8 | Int($1) } }
        (width, height) = (number(16), number(20))
        var position = 8
        var data: [UInt8] = []
        while position < png.count {
            let length = number(position)
            let name = String(decoding: png[position + 4..<position + 8], as: UTF8.self)
            if name == "IDAT" { data += png[position + 8..<position + 8 + length] }
            position += 12 + length
        }
        let rowBytes = 3 * width
        var rows = [UInt8](repeating: 0, count: height * (1 + rowBytes))
        let state = UnsafeMutablePointer<inflate_state>.allocate(capacity: 1)
        defer { state.deallocate() }
        isal_inflate_init(state)
        state.pointee.crc_flag = UInt32(ISAL_ZLIB)
        let isWhole = data.withUnsafeMutableBufferPointer { data in
            rows.withUnsafeMutableBufferPointer { rows in
                (state.pointee.next_in, state.pointee.avail_in) = (data.baseAddress, UInt32(data.count))
                (state.pointee.next_out, state.pointee.avail_out) = (rows.baseAddress, UInt32(rows.count))
                return isal_inflate(state) == 0 && state.pointee.avail_out == 0 && state.pointee.avail_in == 0
            }
        }
        try #require(isWhole)
        for row in 0..<height {
            let bytes = rows[row * (1 + rowBytes)..<(row + 1) * (1 + rowBytes)]
            let filter = try #require(bytes.first)
            try #require(filter == 0 || filter == 2)
            repeatedRows += filter == 2 ? 1 : 0
            let above = row == 0 ? [] : Array(pixels.suffix(rowBytes))
            for (column, byte) in bytes.dropFirst().enumerated() {
                pixels.append(filter == 0 ? byte : byte &+ above[column])
            }
        }
    }

    func pixel(_ x: Int, _ y: Int) -> [UInt8] { Array(pixels[3 * (y * width + x)..<3 * (y * width + x) + 3]) }
}

@Suite struct PixelTests {
    private func picture(of elements: [Scene.Element], dotsPerInch: Int) throws -> ReadPicture {
        var scene = page([])
        scene.elements = elements
        let renderer = try CairoRenderer(creationDate: "2025-04-30")
        return try ReadPicture(renderer.png(of: scene, dotsPerInch: dotsPerInch))
    }

    private func rectangle(x: Double, y: Double, width: Double, height: Double, _ color: Color) -> Scene.Element {
        let corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)].map { Point(x: $0, y: $1) }
        let segments = corners.enumerated().map { $0 == 0 ? Shape.Segment.move($1) : .line($1) }
        return .shape(Shape(segments: segments + [.close], fill: color))
    }

    /// Every pixel has the colour of what is drawn there, at sizes whose rows are compressed in one go and in several.
    @Test(arguments: [72, 144, 288])
    func pixelsHaveTheirColours(dotsPerInch: Int) throws {
        let orange = Color(hex: 0xD55E00)
        let picture = try picture(
            of: [
                rectangle(x: 100, y: 50, width: 100, height: 100, orange),
                rectangle(x: 250, y: 0, width: 50, height: 200, .black),
            ], dotsPerInch: dotsPerInch)
        let scale = dotsPerInch / 72
        #expect((picture.width, picture.height) == (300 * scale, 200 * scale))
        var wrong = 0
        for y in stride(from: 0, to: picture.height, by: 3) {
            for x in stride(from: 0, to: picture.width, by: 7) {
                let (column, row) = (x / scale, y / scale)
                let isOrange = (100..<200).contains(column) && (50..<150).contains(row)
                let expected: [UInt8] = isOrange ? [0xD5, 0x5E, 0x00] : column >= 250 ? [0, 0, 0] : [255, 255, 255]
                if picture.pixel(x, y) != expected { wrong += 1 }
            }
        }
        #expect(wrong == 0)
        // Rows change at the two edges of the orange square and nowhere else.
        #expect(picture.repeatedRows == picture.height - 3)
    }

    @Test func aPictureOfNothingIsWhite() throws {
        let picture = try picture(of: [], dotsPerInch: 72)
        #expect(picture.pixels.allSatisfy { $0 == 255 })
        #expect(picture.repeatedRows == picture.height - 1)
    }

    /// The rows of a picture, three bytes a pixel, drawn in bands of so many bytes but not of fewer than 16 rows.
    private func rows(of scene: Scene, dotsPerInch: Int, bytesOfBand: Int) throws -> [[UInt8]] {
        let picture = try ScenePicture(
            of: scene, dotsPerInch: dotsPerInch, typesetter: Typesetter(language: "en"), bytesOfBand: bytesOfBand)
        var rows: [[UInt8]] = []
        try picture.forEachRow { row, _ in
            rows.append(
                [UInt8](unsafeUninitializedCapacity: PixelRow.room(width: picture.width)) { bytes, count in
                    if let start = bytes.baseAddress { row.writeColors(to: start) }
                    count = 3 * picture.width
                })
        }
        return rows
    }

    /// A figure that is drawn in one band and in bands of few rows is the same, with its curves, turned texts and clips.
    @Test(arguments: ["kaplan-meier-two-panels", "forest-long-labels", "flow-long-labels", "patients-swimmer"])
    func bandsMakeOnePicture(name: String) throws {
        let scene = try recordedScene(name)
        let whole = try rows(of: scene, dotsPerInch: 100, bytesOfBand: 1 << 26)
        let banded = try rows(of: scene, dotsPerInch: 100, bytesOfBand: 1)
        try #require(whole.count == banded.count && whole.count > 100)
        #expect(whole.contains { $0.contains { $0 != 255 } })
        // Cairo smooths what a clip cuts by another rule where it sees the clip's own edge.
        for (one, other) in zip(whole, banded) {
            #expect(zip(one, other).allSatisfy { abs(Int($0) - Int($1)) <= 2 })
        }
    }

    /// What a line, a corner or a letter reaches beyond its points is drawn, wherever a band begins.
    @Test func nothingIsCutOffBetweenBands() throws {
        func line(_ points: [(Double, Double)]) -> Scene.Element {
            let segments = points.enumerated().map { index, point in
                let point = Point(x: point.0, y: point.1)
                return index == 0 ? Shape.Segment.move(point) : .line(point)
            }
            return .shape(Shape(segments: segments, stroke: Stroke(color: .black, width: 6)))
        }
        var scene = page([])
        // A corner so sharp that its tip stands 24 points above its point, a line whose half stands above it, and an accent.
        scene.elements = [
            line([(95, 100), (100, 60), (105, 100)]), line([(150, 97), (250, 97)]),
            .label(
                Label(
                    runs: [Label.Run("Â", font: Font(family: "Liberation Sans", size: 40))],
                    position: Point(x: 20, y: 126), color: .black, width: 0)),
        ]
        let rows = try rows(of: scene, dotsPerInch: 72, bytesOfBand: 1)
        func isInk(_ x: Int, _ y: Int) -> Bool { rows[y][3 * x] < 128 }
        #expect(isInk(100, 50) && !isInk(100, 30))
        #expect(isInk(200, 94) && isInk(200, 99) && !isInk(200, 93) && !isInk(200, 100))
        // The letter ends 29 points above its baseline, at 97; its accent stands in the band above.
        #expect((85..<96).contains { y in (25..<45).contains { isInk($0, y) } })
        let first = try #require(rows.firstIndex { !$0.allSatisfy { $0 == 255 } })
        #expect((35...37).contains(first))
    }
}
