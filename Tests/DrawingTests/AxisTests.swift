import TestSupport
import Testing

@testable import Drawing

@Suite struct AxisTests {
    private let text = FixedWidthText()
    private let axis = Axis(
        scale: LinearScale(from: 0, to: 24, at: 100, 220),
        ticks: [0, 12, 24].map { Axis.Tick(value: $0, label: $0 == 12 ? "" : "\(Int($0))") }, title: ["Time"],
        look: Axis.Look(
            stroke: Stroke(color: .black, width: 0.5), tickLength: 2.5, labelGap: 1.5, titleGap: 2,
            labelFont: Font(family: "F", size: 7), titleFont: Font(family: "F", size: 8)))

    private func parts(_ group: Scene.Group) -> (shape: Shape?, labels: [Label]) {
        let scene = Scene(width: 1, height: 1, title: "", alternativeText: "", elements: [.group(group)])
        return (scene.shapes.first, scene.labels)
    }

    @Test func ticksPointOutwardsFromTheLine() {
        let below = parts(axis.below(y: 50, name: "x", measuring: text))
        #expect(
            below.shape?.segments == [
                .move(Point(x: 100, y: 50)), .line(Point(x: 220, y: 50)),
                .move(Point(x: 100, y: 50)), .line(Point(x: 100, y: 52.5)),
                .move(Point(x: 160, y: 50)), .line(Point(x: 160, y: 52.5)),
                .move(Point(x: 220, y: 50)), .line(Point(x: 220, y: 52.5)),
            ])
        let left = parts(axis.leftOf(x: 50, name: "y", measuring: text))
        #expect(left.shape?.points.suffix(2) == [Point(x: 50, y: 220), Point(x: 47.5, y: 220)])
    }

    @Test func labelsStandAtTheirTicksAndEmptyOnesAreLeftOut() {
        let labels = parts(axis.below(y: 50, name: "x", measuring: text)).labels
        #expect(labels.map(\.text) == ["0", "24", "Time"])
        #expect(labels.map(\.position.x) == [100, 220, 160])
        #expect(labels.allSatisfy { $0.anchor == .middle })
    }

    @Test func nothingReachesFurtherThanTheAxisSays() {
        let below = parts(axis.below(y: 50, name: "x", measuring: text)).labels
        let lowest = below.map { $0.bounds(measuring: text).maxY }.max() ?? 0
        #expect(abs(lowest - 50 - axis.height(measuring: text)) < 1e-9)
        let left = parts(axis.leftOf(x: 50, name: "y", measuring: text)).labels
        let leftmost = left.map { $0.bounds(measuring: text).x }.min() ?? 0
        #expect(abs(50 - leftmost - axis.width(measuring: text)) < 1e-9)
    }
}
