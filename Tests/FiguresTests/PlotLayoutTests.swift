import Drawing
import Styling
import TestSupport
import Testing

@testable import Figures

/// What holds for every plot of balance, overlap, residuals and incidence, however hard.
@Suite struct PlotLayoutTests {
    static let styles = ["plain", "frontiers", "lancet", "nature"]

    private func expectLayout(_ scene: Scene, _ name: String, style: HouseStyle, clear prefixes: [String]) {
        expectInsideThePage(scene, name)
        expectNoTextOverText(scene, name)
        expectNoTextOver(prefixes, in: scene, name)
        let sizes = scene.labels.flatMap(\.runs).map(\.font.size)
        #expect((sizes.min() ?? 6) >= style.figures.smallestTextSize, "\(name)")
        #expect(!scene.alternativeText.isEmpty)
    }

    @Test(arguments: MatchedStudy.hard.indices, styles)
    func balance(index: Int, styleName: String) throws {
        let (name, study) = MatchedStudy.hard[index]
        let style = try HouseStyle.named(styleName)
        let scene = try study.balanceScene(style: style)
        expectLayout(
            scene, name, style: style,
            clear: ["balance/before", "balance/after", "balance/link", "balance/threshold", "balance/key/"])
    }

    @Test(arguments: MatchedStudy.hard.indices, styles)
    func overlap(index: Int, styleName: String) throws {
        let (name, study) = MatchedStudy.hard[index]
        let style = try HouseStyle.named(styleName)
        expectLayout(try study.overlapScene(style: style), name, style: style, clear: ["/bar/", "/baseline"])
    }

    @Test(arguments: ResidualsStudy.hard.indices, styles)
    func residuals(index: Int, styleName: String) throws {
        let (name, study) = ResidualsStudy.hard[index]
        let style = try HouseStyle.named(styleName)
        expectLayout(try study.scene(style: style), name, style: style, clear: ["/point/", "/band", "/smooth"])
    }

    @Test(arguments: IncidenceStudy.hard.indices, styles)
    func incidence(index: Int, styleName: String) throws {
        let (name, study) = IncidenceStudy.hard[index]
        let style = try HouseStyle.named(styleName)
        let scene = try study.scene(style: style)
        expectLayout(scene, name, style: style, clear: [])
        let boxes = scene.labels.map { ($0.text, $0.bounds(measuring: FixedWidthText())) }
        for shape in scene.shapes where shape.name?.contains("/curve/") ?? false {
            for (text, box) in boxes where shape.strokes.contains(where: { $0.grown(by: 0.5).overlaps(box) }) {
                Issue.record("\(name): '\(text)' is over \(shape.name ?? "")")
            }
        }
    }

    @Test func goldens() throws {
        let scenes = [
            ("balance", try MatchedStudy.liverCancer.balanceScene()),
            ("balance-extremes", try MatchedStudy.hard[4].study.balanceScene()),
            ("overlap", try MatchedStudy.liverCancer.overlapScene()),
            ("residuals", try ResidualsStudy.hard[1].study.scene()),
            ("incidence", try IncidenceStudy.twoGroups.scene()),
            ("incidence-groups", try IncidenceStudy.hard[7].study.scene()),
        ]
        for (name, scene) in scenes { expectGolden(try scene.encodedJSON(), "Scenes/\(name).json") }
    }

    /// Steps of 5 have one tick between −3.6 and 4.97, which tells no step: then there are smaller steps.
    @Test func aRoundAxisHasRoundTicksHoweverFewAreWanted() {
        for count in 2...6 {
            let axis = roundAxis(from: -3.6, to: 4.97, style: .plain, atMost: count)
            #expect(axis.ticks.allSatisfy { $0.value == $0.value.rounded() }, "\(axis.ticks)")
            #expect(axis.lower <= -3.6 && axis.upper >= 4.97 && axis.ticks.count > 2)
        }
    }
}
