import Drawing
import Results
import TestSupport
import Testing

/// A part of the curves that is magnified.
@Suite struct InsetTests {
    private func study(_ inset: CurveInset, patients: Int = 40, medians: [Double] = [60, 200]) -> SurvivalStudy {
        var study = SurvivalStudy.random(seed: 5, groups: ["A", "B"], patients: patients, medianMonths: medians)
        study.inset = inset
        return study
    }

    private func scales(_ scene: Scene, _ inset: CurveInset) throws -> (x: LinearScale, y: LinearScale) {
        let start = inset.times.first ?? 0
        let x = try #require(scene.scale("panel-A/inset/x-axis", from: start, to: inset.times.last ?? 36))
        let y = try #require(
            scene.scale("panel-A/inset/y-axis", from: inset.range[0], to: inset.range[1], isUpright: true))
        return (x, y)
    }

    /// The curve in the inset is the estimate, on the inset's own axes.
    @Test(arguments: [
        CurveInset(times: [], range: [0.8, 1]), CurveInset(times: [0, 12], range: [0.7, 1]),
        CurveInset(times: [12, 30], range: [0, 1]),
    ])
    func theMagnifiedCurveIsTheEstimate(inset: CurveInset) throws {
        let study = study(inset)
        let figure = try DrawnFigure(study)
        let (x, y) = try scales(figure.scene, inset)
        let group = study.panels[0].groups[0]
        let points = try #require(figure.shape("panel-A/inset/curve/\(group.label)")).points
        let curve = group.curve
        let start = inset.times.first ?? 0
        #expect((points[0].x - x.position(of: start)).magnitude < 1e-9)
        for (time, survival) in zip(curve.time, curve.survival) {
            let months = time / 30.4375
            guard months >= start, months <= (inset.times.last ?? 36) else { continue }
            let drawn = points.last { $0.x <= x.position(of: months) + 0.051 }?.y ?? 0
            #expect((drawn - y.position(of: survival)).magnitude < 0.06, "\(months)")
        }
    }

    /// The frame covers no curve, no key and no axis; what it magnifies is framed in the plot.
    @Test func theInsetStandsInFreeSpace() throws {
        let inset = CurveInset(times: [0, 12], range: [0.8, 1])
        let scene = try DrawnFigure(study(inset)).scene
        let frame = try #require(scene.shape("panel-A/inset/frame")).box
        for shape in scene.shapes("panel-A/curve/") {
            for stroke in shape.strokes { #expect(!stroke.overlaps(frame), "\(shape.name ?? "")") }
        }
        for label in scene.labels where !(label.name?.hasPrefix("panel-A/inset/") ?? false) {
            #expect(!label.bounds(measuring: FixedWidthText()).overlaps(frame), "\(label.text)")
        }
        for label in scene.labels("panel-A/inset/") {
            let box = label.bounds(measuring: FixedWidthText())
            #expect(frame.intersection(box) == box, "\(label.text) is outside the frame")
        }
        let (x, y) = try #require(try DrawnFigure(study(inset)).scales("A", end: 36))
        let magnified = try #require(scene.shape("panel-A/magnified/frame")).box
        #expect((magnified.x - x.position(of: 0)).magnitude < 1e-9)
        #expect((magnified.maxX - x.position(of: 12)).magnitude < 1e-9)
        #expect((magnified.y - y.position(of: 1)).magnitude < 1e-9)
        #expect((magnified.maxY - y.position(of: 0.8)).magnitude < 1e-9)
    }

    @Test func anAxisThatDoesNotBeginAtZeroIsBroken() throws {
        let broken = try DrawnFigure(study(CurveInset(times: [], range: [0.8, 1]))).scene
        #expect(broken.shape("panel-A/inset/y-axis/break") != nil)
        let whole = try DrawnFigure(study(CurveInset(times: [12, 24], range: [0, 1]))).scene
        #expect(whole.shape("panel-A/inset/frame") != nil && whole.shape("panel-A/inset/y-axis/break") == nil)
    }

    /// Where the curves leave no room, the inset stands above the plot.
    @Test func anInsetAlwaysHasRoom() throws {
        let crowded = study(CurveInset(times: [0, 12], range: [0, 1]), patients: 60, medians: [3, 60])
        let scene = try DrawnFigure(crowded).scene
        let frame = try #require(scene.shape("panel-A/inset/frame")).box
        #expect(frame.y >= 0 && frame.maxX <= scene.width)
        expectNoTextOverText(scene, "crowded")
    }

    @Test func theDescriptionNamesIt() throws {
        let scene = try DrawnFigure(study(CurveInset(times: [0, 12], range: [0.8, 1]))).scene
        #expect(scene.alternativeText.contains("an inset magnifies 0 to 12 months from 80% to 100%"))
    }

    /// Times that the axis does not reach, or in the wrong order, magnify nothing.
    @Test func anInsetBeyondTheAxisIsLeftOut() throws {
        for times in [[40.0, 50], [12, 12]] {
            let scene = try DrawnFigure(study(CurveInset(times: times, range: [0, 1]))).scene
            #expect(scene.shapes("panel-A/inset").isEmpty && scene.shapes("panel-A/magnified").isEmpty)
        }
    }
}

extension Rectangle {
    fileprivate func intersection(_ other: Rectangle) -> Rectangle {
        let (left, top) = (max(x, other.x), max(y, other.y))
        return Rectangle(x: left, y: top, width: min(maxX, other.maxX) - left, height: min(maxY, other.maxY) - top)
    }
}
