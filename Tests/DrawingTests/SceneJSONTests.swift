import Foundation
import TestSupport
import Testing

@testable import Drawing

@Suite struct SceneJSONTests {
    private let scene = Scene(
        width: 100.004, height: 50, title: "A \"title\"", alternativeText: "Words",
        elements: [
            .group(
                Scene.Group(
                    name: "outer", clip: Rectangle(x: 1.239, y: 2, width: 3, height: 4),
                    elements: [
                        .shape(
                            Shape(
                                name: "line",
                                segments: [
                                    .move(Point(x: 0.004, y: -0.001)), .line(Point(x: 1.006, y: 2)),
                                    .curve(Point(x: 1, y: 1), Point(x: 2, y: 2), Point(x: 3, y: 3)), .close,
                                ], fill: Color(hex: 0x0072B2, opacity: 0.17),
                                stroke: Stroke(color: .black, width: 0.5, dash: [5, 1.5]))),
                        .group(Scene.Group(name: "empty", elements: [])),
                    ])),
            .label(
                Label(
                    name: "word", runs: [Label.Run("免疫", font: Font(family: "F", size: 7))],
                    position: Point(x: 10.125, y: 3), color: .black, width: 9.999)),
        ])

    private func clip(of element: Scene.Element) -> Rectangle? {
        if case .group(let group) = element { group.clip } else { nil }
    }

    @Test func whatIsReadBackIsTheRoundedScene() throws {
        let json = try scene.encodedJSON()
        let decoded = try JSONDecoder().decode(Scene.self, from: Data(json.utf8))
        #expect(decoded == scene.rounded())
        #expect(try decoded.encodedJSON() == json)
    }

    @Test func coordinatesAreRoundedToAHundredth() {
        let rounded = scene.rounded()
        #expect(rounded.width == 100)
        #expect(rounded.shapes[0].points.prefix(2) == [Point(x: 0, y: 0), Point(x: 1.01, y: 2)])
        #expect(rounded.labels[0].width == 10)
        #expect(clip(of: rounded.elements[0])?.x == 1.24)
    }

    @Test func aPathIsOneLine() throws {
        let lines = try scene.encodedJSON().split(separator: "\n")
        #expect(
            lines.contains(
                """
                  {"shape":{"fill":"#0072B2 0.17","name":"line","segments":[["M",0,0],["L",1.01,2],\
                ["C",1,1,2,2,3,3],["Z"]],"stroke":{"cap":"butt","color":"#000000","dash":[5,1.5],"join":"miter",\
                "width":0.5}}},
                """))
    }

    @Test func aColourThatIsNoneIsRefused() {
        for text in ["\"red\"", "\"#12345\"", "\"#0072B2 much\"", "\"\""] {
            #expect(throws: DecodingError.self) { try JSONDecoder().decode(Color.self, from: Data(text.utf8)) }
        }
    }

    @Test func movingMovesEverything() {
        let moved = scene.elements.map { $0.moved(right: 10, down: -5) }
        let copy = Scene(width: 0, height: 0, title: "", alternativeText: "", elements: moved)
        #expect(copy.labels[0].position == Point(x: 20.125, y: -2))
        #expect(copy.shapes[0].points[1] == Point(x: 11.006, y: -3))
        #expect(clip(of: moved[0]) == Rectangle(x: 11.239, y: -3, width: 3, height: 4))
    }
}
