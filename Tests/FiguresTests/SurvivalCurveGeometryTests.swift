import Drawing
import Foundation
import Results
import Testing

/// The curve on the page against the observations, from numbers alone.
@Suite struct SurvivalCurveGeometryTests {
    /// Four patients: events at 3, 6 and 9 months and one censored at 7.5, so that S is 3/4, 1/2 and, after the
    /// censoring, 0. A month has 30.4375 days.
    private let four = SurvivalObservations(
        "Four",
        times: [
            (3 * 30.4375, true), (6 * 30.4375, true), (7.5 * 30.4375, false), (9 * 30.4375, true),
        ])

    @Test func stepsStandAtTheEventTimes() throws {
        let figure = try DrawnFigure(SurvivalStudy([four], months: 12))
        let (x, y) = try #require(figure.scales("A", end: 12))
        let curve = try #require(figure.shape("panel-A/curve/Four"))
        expect(
            curve.points, [(0, 1), (3, 1), (3, 0.75), (6, 0.75), (6, 0.5), (9, 0.5), (9, 0)], on: x, y)
    }

    /// Expects corners at these months and proportions.
    private func expect(
        _ points: [Point], _ wanted: [(months: Double, survival: Double)], on x: LinearScale, _ y: LinearScale,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(points.count == wanted.count, sourceLocation: sourceLocation)
        for (point, (months, survival)) in zip(points, wanted) {
            #expect(abs(point.x - x.position(of: months)) < 1e-9, sourceLocation: sourceLocation)
            #expect(abs(point.y - y.position(of: survival)) < 1e-9, sourceLocation: sourceLocation)
        }
    }

    @Test func aCensoringIsAnUprightStrokeThroughTheCurve() throws {
        let figure = try DrawnFigure(SurvivalStudy([four], months: 12))
        let (x, y) = try #require(figure.scales("A", end: 12))
        let mark = try #require(figure.shape("panel-A/censoring/Four"))
        #expect(mark.points.map(\.x).allSatisfy { abs($0 - x.position(of: 7.5)) < 1e-9 })
        #expect(abs(mark.points.map(\.y).reduce(0, +) / 2 - y.position(of: 0.5)) < 1e-9)
        #expect(abs(mark.points[1].y - mark.points[0].y - 4) < 1e-9)
    }

    /// The band begins at the first event and ends at 9 months, where S is 0 and has no limits.
    @Test func theBandLastsWhileSomeoneIsAtRiskAndHoldsTheCurve() throws {
        let figure = try DrawnFigure(SurvivalStudy([four], months: 12))
        let (x, y) = try #require(figure.scales("A", end: 12))
        let band = try #require(figure.shape("panel-A/band/Four")).points
        #expect(abs((band.map(\.x).min() ?? 0) - x.position(of: 3)) < 1e-9)
        #expect(abs((band.map(\.x).max() ?? 0) - x.position(of: 9)) < 1e-9)
        let curve = four.curve
        for (index, wanted) in [(0, 0.75), (1, 0.5)] {
            let (lower, upper) = try (#require(curve.lower[index]), #require(curve.upper[index]))
            #expect(lower < wanted && wanted < upper)
            for limit in [lower, upper] {
                #expect(band.contains { abs($0.y - y.position(of: limit)) < 1e-9 })
            }
        }
    }

    @Test func theMedianDropsFromOneHalfToTheAxis() throws {
        let figure = try DrawnFigure(SurvivalStudy([four], months: 12))
        let (x, y) = try #require(figure.scales("A", end: 12))
        let drop = try #require(figure.shape("panel-A/median-line/Four")).points
        expect(drop, [(6, 0.5), (6, 0)], on: x, y)
    }

    @Test func whatLiesBeyondTheAxisIsNotDrawn() throws {
        let figure = try DrawnFigure(SurvivalStudy([four], months: 6))
        let (x, y) = try #require(figure.scales("A", end: 6))
        let curve = try #require(figure.shape("panel-A/curve/Four"))
        expect(curve.points.suffix(1), [(6, 0.5)], on: x, y)
        #expect(figure.shape("panel-A/censoring/Four") == nil)
    }

    @Test func groupsWithoutPatientsOrEventsAreDrawnAsTheyAre() throws {
        let figure = try DrawnFigure(.extremes)
        let (x, y) = try #require(figure.scales("A", end: 36))
        #expect(figure.shape("panel-A/curve/Nobody") == nil)
        #expect(figure.shape("panel-A/band/No events") == nil)
        let flat = try #require(figure.shape("panel-A/curve/No events")).points
        expect(flat, [(0, 1), (1050 / 30.4375, 1)], on: x, y)
        let fall = try #require(figure.shape("panel-A/curve/All at once")).points
        #expect(abs((fall.last?.y ?? 0) - y.position(of: 0)) < 1e-9)
        #expect(figure.labels("panel-A/key/median/Nobody").map(\.text) == ["NE"])
    }

    @Test func nothingIsDrawnThatTheStudyDoesNotAskFor() throws {
        var study = SurvivalStudy.liverCancer
        study.showsIntervals = false
        study.showsCensoring = false
        study.showsMedianLines = false
        study.riskTable = .none
        study.synthetic = false
        let figure = try DrawnFigure(study)
        for part in ["band", "censoring", "median-line", "at-risk"] {
            #expect(figure.shapes("panel-A/\(part)").isEmpty)
        }
        #expect(figure.labels("panel-A/at-risk").isEmpty)
        #expect(figure.labels("remark").isEmpty)
        #expect(figure.shapes("panel-A/curve").count == 2)
    }

    /// The curve read back from the editable SVG equals the estimate.
    @Test func theEditableFileHoldsTheEstimate() throws {
        let figure = try DrawnFigure(.liverCancer)
        let svg = SVGWriter.svg(of: figure.scene, idPrefix: "figure")
        let group = SurvivalStudy.liverCancer.panels[1].groups[0]
        let (x, y) = try #require(figure.scales("B", end: 42))
        let path = try #require(svg.components(separatedBy: "<path id=\"figure-panel-B-curve-IO-T\"").dropFirst().first)
        let data = try #require(path.components(separatedBy: " d=\"").dropFirst().first?.split(separator: "\"").first)
        let points = data.split(whereSeparator: { "ML".contains($0) }).map { pair in
            pair.split(separator: " ").compactMap { Double($0) }
        }
        let curve = group.curve
        let events = curve.time.indices.filter { curve.events[$0] > 0 }
        // Two corners for each event after the start; no event is too small to be seen here.
        #expect(points.count == 1 + 2 * events.count)
        for (corner, event) in zip(stride(from: 2, to: points.count, by: 2), events) {
            let time = (points[corner][0] - x.start) / (x.end - x.start) * 42
            let survival = (points[corner][1] - y.start) / (y.end - y.start)
            #expect(abs(time - curve.time[event] / 30.4375) < 1e-4)
            #expect(abs(survival - curve.survival[event]) < 1e-5)
        }
    }
}
