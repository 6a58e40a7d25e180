import Drawing
import Results
import Testing

@testable import Figures

/// Plots of residuals against their numbers.
@Suite struct ResidualsTests {
    @Test func pointsAndLinesStandAtTheirValues() throws {
        let study = ResidualsStudy.hard[1].study
        let scene = try study.scene()
        let lowest = [-4.0, -4, -6]
        for (index, panel) in study.plot.panels.enumerated() {
            let letter = ["A", "B", "C"][index]
            let x = try #require(scene.scale("panel-\(letter)/x-axis", from: 0, to: 36))
            let y = try #require(scene.scale("panel-\(letter)/y-axis", from: lowest[index], to: 4, isUpright: true))
            for (index, (time, residual)) in zip(panel.time, panel.residual).enumerated() {
                let centre = try #require(scene.shape("panel-\(letter)/point/\(index)")).box.middle
                #expect(abs(centre.x - x.position(of: time)) < 0.01 && abs(centre.y - y.position(of: residual)) < 0.01)
            }
            for (name, value) in [("zero", 0), ("coefficient", -0.84)] {
                let line = try #require(scene.shape("panel-\(letter)/\(name)")).points
                #expect(line.allSatisfy { abs($0.y - y.position(of: value)) < 0.01 })
            }
            let smooth = try #require(scene.shape("panel-\(letter)/smooth")).points
            #expect(smooth.count == panel.smooth.count)
            for (point, (time, value)) in zip(smooth, zip(panel.smoothTime, panel.smooth)) {
                #expect(abs(point.x - x.position(of: time)) < 0.01 && abs(point.y - y.position(of: value)) < 0.01)
            }
        }
    }

    @Test func testsAreSaidBesideThePanelAndUnderTheFigure() throws {
        let scene = try ResidualsStudy.hard[1].study.scene()
        #expect(scene.texts("panel-A/test") == ["p = 0.410"])
        #expect(scene.texts("panel-B/test") == ["p = 0.205"])
        #expect(
            scene.texts("note").joined(separator: " ").hasSuffix(
                "p: test of proportional hazards (time transformed by the Kaplan–Meier estimate); all covariates "
                    + "together, p = 0.410."))
        let untested = try ResidualsStudy.hard[4].study.scene()
        #expect(untested.texts("panel-A/test") == ["not testable"])
        #expect(untested.shape("panel-A/smooth") == nil && untested.shape("panel-A/band") == nil)
    }

    @Test func residualsAreDescribed() throws {
        #expect(
            try ResidualsStudy.hard[0].study.scene(synthetic: false).alternativeText == """
                Scaled Schoenfeld residuals over time with a smooth curve, 1 panel. Progression-free survival. RT+IO+T \
                versus IO+T, log hazard ratio −0.84, test of proportional hazards p = 0.410. p: test of proportional \
                hazards (time transformed by the Kaplan–Meier estimate); all covariates together, p = 0.410.
                """)
    }

    @Test func damagedResultsAreNamed() throws {
        var plot = ResidualsStudy.hard[0].study.plot
        plot.panels = []
        #expect(throws: FigureError.noPanels(figure: "figure")) { try ResidualsStudy.scene(of: plot) }
        plot.endpoint = "none"
        #expect(throws: FigureError.unknownEndpoint("none")) { try ResidualsStudy.scene(of: plot) }
        var ragged = ResidualsStudy.hard[0].study.plot
        ragged.panels[0].residual[3] = .nan
        ragged.panels[0].lower.removeLast(5)
        ragged.panels[0].upper[2] = .infinity
        ragged.panels[0].coefficient = .nan
        #expect(try ResidualsStudy.scene(of: ragged).shapes("panel-A/point").count == 59)
    }
}
