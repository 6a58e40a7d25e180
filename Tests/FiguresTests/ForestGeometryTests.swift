import Drawing
import Foundation
import Results
import Styling
import TestSupport
import Testing

@testable import Figures

/// Marks stand where their numbers are, by the axis that is drawn.
@Suite struct ForestGeometryTests {
    /// The place of a ratio, by a line through the two labelled ticks that are furthest apart.
    private func place(_ ratio: Double, in scene: Scene) throws -> Double {
        let ticks = scene.labels("plot-3/x-axis/label/").compactMap { label in
            Double(label.text).map { (log($0), label.position.x) }
        }
        let (first, last) = (try #require(ticks.first), try #require(ticks.last))
        return first.1 + (log(ratio) - first.0) / (last.0 - first.0) * (last.1 - first.1)
    }

    private func ends(_ scene: Scene) throws -> (Double, Double) {
        let line = try #require(scene.shape("plot-3/x-axis/line")).points
        return (line[0].x, line[1].x)
    }

    /// The rows of the results in the order of the page: everyone, then a head and the levels of each variable.
    private func rows(_ plot: ForestPlot) -> [SubgroupEffect?] {
        [plot.overall] + plot.variables.flatMap { [nil] + $0.analysis.subgroups }
    }

    @Test(arguments: [ForestPlot.progression, .survival])
    func squaresAndIntervalsStandAtTheirRatios(plot: ForestPlot) throws {
        let scene = try plot.drawn()
        let (start, end) = try ends(scene)
        for (row, effect) in rows(plot).enumerated().dropFirst() {
            guard let ratio = effect?.coefficients[0].hazardRatio, let value = ratio.value else {
                #expect(scene.shape("plot-3/square/\(row)") == nil && scene.shape("plot-3/interval/\(row)") == nil)
                continue
            }
            let square = try #require(scene.shape("plot-3/square/\(row)")).box
            #expect(abs(square.middle.x - (try place(value, in: scene))) < 0.01)
            #expect(abs(square.width - square.height) < 1e-9)
            let label = try #require(scene.labels("column-4/cell/\(row)").first { $0.name == "column-4/cell/\(row)" })
            #expect(abs(square.middle.y + 0.36 * 7 - label.position.y) < 0.01)
            let line = try #require(scene.shape("plot-3/interval/\(row)")).box
            let (lower, upper) = (
                try place(try #require(ratio.interval?.lower), in: scene),
                try place(try #require(ratio.interval?.upper), in: scene)
            )
            if lower >= start {
                #expect(abs(line.x - lower) < 0.01 && scene.shape("plot-3/arrow-left/\(row)") == nil)
            } else {
                let arrow = try #require(scene.shape("plot-3/arrow-left/\(row)")).box
                #expect(abs(arrow.x - start) < 0.01 && abs(line.x - arrow.maxX) < 0.01)
            }
            #expect(upper <= end && abs(line.maxX - upper) < 0.01)
            #expect(abs(line.y - square.middle.y) < 1e-9)
        }
        #expect(scene.shapes("plot-3/arrow").count == 1, "only ECOG 0 runs out")
    }

    @Test func areasAreProportionalToEvents() throws {
        let scene = try ForestPlot.progression.drawn()
        let areas = scene.shapes("plot-3/square/").map { $0.box.width * $0.box.height }
        let events = rows(.progression).dropFirst().compactMap { effect in
            effect?.coefficients[0].hazardRatio.value == nil ? nil : effect?.events
        }
        #expect(areas.count == events.count && events.contains(10) && events.contains(53))
        for (area, count) in zip(areas, events) {
            #expect(abs(area / areas[0] - Double(count) / Double(events[0])) < 1e-9)
        }
    }

    @Test func theDiamondReachesFromLimitToLimit() throws {
        let scene = try ForestPlot.progression.drawn()
        let diamond = try #require(scene.shape("plot-3/diamond/0"))
        #expect(abs(diamond.box.x - (try place(0.1996, in: scene))) < 0.01)
        #expect(abs(diamond.box.maxX - (try place(0.6010, in: scene))) < 0.01)
        let top = try #require(diamond.points.min { $0.y < $1.y })
        #expect(abs(top.x - (try place(0.3464, in: scene))) < 0.01)
        #expect(scene.shapes("plot-3/diamond").count == 1 && scene.shape("plot-3/square/0") == nil)
        let dashed = try #require(scene.shape("plot-3/overall-line"))
        #expect(abs(dashed.box.x - top.x) < 1e-9 && dashed.stroke?.dash.isEmpty == false)
        let solid = try #require(scene.shape("plot-3/null-line"))
        #expect(abs(solid.box.x - (try place(1, in: scene))) < 0.01 && solid.stroke?.dash.isEmpty == true)
        let axis = try #require(scene.shape("plot-3/x-axis/line")).points[0].y
        #expect(solid.box.maxY == axis && dashed.box.maxY == axis)
    }

    @Test func aDiamondIsCutOffWhereItRunsOut() throws {
        let overall = ForestRow("All", 0.5, 0.125, 2, n: [9, 9], events: [9, 9])
        let scene = try ForestPlot(overall: overall, [], axis: [0.25, 1]).drawn()
        let (start, end) = try ends(scene)
        let box = try #require(scene.shape("plot-3/diamond/0")).box
        #expect(abs(box.x - start) < 1e-9 && abs(box.maxX - end) < 1e-9)
        // Half-way from the estimate to the limit, on the axis, the diamond is half as high.
        let cut = try #require(scene.shape("plot-3/diamond/0")).points.filter { abs($0.x - start) < 1e-9 }.map(\.y)
        #expect(abs((cut.max() ?? 0) - (cut.min() ?? 0) - box.height / 2) < 1e-9)
        #expect(scene.shapes("plot-3/arrow").count == 2)
    }

    /// Beyond the axis: arrows at its ends, no square, no line unless part of the interval is on it.
    @Test func whatIsBeyondTheAxisEndsInArrows() throws {
        let plot = try #require(ForestLayoutTests.plots.first { $0.name == "out of the axis" }).plot
        let scene = try plot.drawn()
        let (start, end) = try ends(scene)
        func parts(_ row: Int) -> Set<String> {
            Set(
                ["square", "diamond", "interval", "arrow-left", "arrow-right"].filter {
                    scene.shape("plot-3/\($0)/\(row)") != nil
                })
        }
        #expect(parts(0) == ["arrow-left"])
        #expect(parts(2) == ["arrow-left"])
        #expect(parts(3) == ["arrow-right"])
        #expect(parts(4) == ["square", "interval", "arrow-right"])
        #expect(parts(5) == ["square", "interval", "arrow-left"])
        #expect(parts(6) == ["square"])
        #expect(parts(7) == ["square", "interval", "arrow-left", "arrow-right"])
        for arrow in scene.shapes("plot-3/arrow-left") { #expect(abs(arrow.points[0].x - start) < 1e-9) }
        for arrow in scene.shapes("plot-3/arrow-right") { #expect(abs(arrow.points[0].x - end) < 1e-9) }
    }

    private func axis(_ intervals: [(Double, Double, Double)], asked: [Double] = []) -> [Double] {
        let effects = intervals.map {
            ForestEffect(value: $0.1, lower: $0.0, upper: $0.2, hasInterval: true, events: 9, isOverall: false)
        }
        let axis = ForestAxis(asked: asked, effects: effects)
        return [axis.lower, axis.upper]
    }

    @Test func theAxisIsChosenFromTheIntervals() {
        #expect(axis([]) == [0.8, 1.25])
        #expect(axis([(0.85, 0.9, 0.99)]) == [0.8, 1.25])
        #expect(axis([(0.6, 0.7, 0.9)]) == [0.5, 1.25])
        #expect(axis([(0.3, 0.5, 0.9), (0.4, 0.7, 1.3)]) == [0.25, 2])
        #expect(axis([(0.001, 1, 1000)]) == [0.001, 1000])
        #expect(axis([(1e-9, 1e-7, 1e9)]) == [0.001, 1000])
        // The third interval is more than twice as long as the median one: only its estimate counts.
        #expect(axis([(0.3, 0.5, 0.9), (0.4, 0.7, 1.3), (0.001, 0.12, 90)]) == [0.1, 2])
        #expect(axis([(0.3, 0.5, 0.9), (0.4, 0.7, 1.3), (0.001, 0.11, 90)]) == [0.05, 2])
        #expect(axis([(0.22, 0.4, 4.5)]) == [0.2, 5])
        #expect(axis([(0.3, 0.5, 0.9)], asked: [0.01, 10]) == [0.01, 10])
        for wrong in [[0, 1], [2, 1], [1, 1], [1], [-1, 1], [.nan, 1], [1, .infinity], [0.1, 1, 10]] {
            #expect(axis([(0.6, 0.7, 0.9)], asked: wrong) == [0.5, 1.25], "\(wrong)")
        }
    }

    @Test func ticksAreAsManyAsHaveRoom() {
        func labels(_ lower: Double, _ upper: Double, width: Double) -> [String] {
            ForestAxis(asked: [lower, upper], effects: []).ticks(
                width: width, gap: 4,
                label: { HouseStyle.plain.number($0, decimals: HouseStyle.plain.decimalsNeeded(by: $0)) },
                measure: { Double($0.count) * 4 }
            ).map(\.label).filter { !$0.isEmpty }
        }
        #expect(labels(0.1, 4, width: 200) == ["0.1", "0.25", "0.5", "1", "2", "4"])
        #expect(labels(0.5, 2, width: 300) == ["0.5", "0.67", "0.8", "0.9", "1", "1.1", "1.25", "1.5", "2"])
        #expect(labels(0.5, 2, width: 60) == ["0.5", "1", "2"])
        #expect(labels(0.01, 10, width: 300) == ["0.01", "0.025", "0.05", "0.1", "0.25", "0.5", "1", "2", "4", "10"])
        #expect(labels(0.01, 10, width: 150) == ["0.01", "0.03", "0.1", "0.3", "1", "3", "10"])
        #expect(labels(0.001, 1000, width: 150) == ["0.001", "0.01", "0.1", "1", "10", "100", "1000"])
        #expect(labels(0.001, 1000, width: 90) == ["0.01", "1", "100"])
        #expect(labels(0.1, 10, width: 10) == ["1"])
        #expect(labels(2, 3, width: 100) == ["2"])
    }

    @Test func rowsComeCloserWhereThePageIsTooHigh() throws {
        let plot = try #require(ForestLayoutTests.plots.first { $0.name == "sixty rows" }).plot
        var style = HouseStyle.plain
        let free = try plot.drawn(style: style).height
        style.figures.maximumHeight = free * 0.9 * 25.4 / 72
        #expect(try plot.drawn(style: style).height <= free * 0.9)
        expectNoTextOverText(try plot.drawn(style: style), "close rows")
    }

    @Test func thePlotTakesItsShareOfTheWidth() throws {
        let scene = try ForestPlot.progression.drawn(style: .frontiers)
        let (start, end) = try ends(scene)
        #expect((0.3...0.46).contains((end - start) / scene.width))
    }

    /// The layout takes any columns: here those of two endpoints side by side.
    @Test func twoEndpointsStandSideBySide() throws {
        let look = try FigureLook(HouseStyle.plain.figures)
        func content(_ plot: ForestPlot, _ endpoint: String) -> ForestContent {
            ForestContent(
                plot, endpoint: endpoint, unit: .months, everyone: "All patients", isSynthetic: true, style: .plain,
                words: vocabulary(for: "en"))
        }
        var both = content(.survival, "Overall survival")
        var other = ForestPlot.survival
        other.overall?.coefficients[0].hazardRatio.value = 0.7
        both.columns += content(other, "Progression-free survival").columns.dropFirst(2)
        let page = ForestPage(both, width: look.fullWidth, spacing: 1.45, look: look, text: FixedWidthText())
        let scene = page.scene(title: "", alternativeText: "")
        expectInsideThePage(scene, "two endpoints")
        expectNoTextOverText(scene, "two endpoints")
        let axes = try ["plot-3", "plot-6"].map { try #require(scene.shape("\($0)/x-axis/line")).box }
        #expect(axes[0].maxX < axes[1].x && abs(axes[0].width - axes[1].width) < 1e-9 && axes[0].y == axes[1].y)
        #expect(scene.texts("head/column-6") == ["Progression-free", "survival"])
    }

    @Test(arguments: ["progression", "out of the axis", "none estimable", "long labels"])
    func sceneGoldens(name: String) throws {
        let plot = try #require(ForestLayoutTests.plots.first { $0.name == name }).plot
        let file = name.map { $0 == " " ? "-" : String($0) }.joined()
        expectGolden(try plot.drawn().encodedJSON(), "Scenes/forest-\(file).json")
    }
}
