import Drawing
import Testing

/// Curves of cumulative incidence against their numbers.
@Suite struct IncidenceTests {
    /// Four patients: a relapse at 3 months, a death at 6, one censored at 7.5, a relapse at 9: the incidence is 1/4 from
    /// 3 months and, with half of the patients free of both just before 9, 1/4 + 1/2 from there.
    private let four = IncidenceStudy.Group("Four", "3r 6d 7.5+ 9r")

    @Test func curvesRiseFromZero() throws {
        let scene = try IncidenceStudy(groups: [four], months: 12, showsIntervals: false).scene()
        let x = try #require(scene.scale("panel-A/x-axis", from: 0, to: 12))
        let y = try #require(scene.scale("panel-A/y-axis", from: 0, to: 0.8, isUpright: true))
        let curve = try #require(scene.shape("panel-A/curve/Four")).points
        let wanted = [(0.0, 0.0), (3, 0), (3, 0.25), (9, 0.25), (9, 0.75)]
        #expect(curve.count == wanted.count)
        for (point, (time, incidence)) in zip(curve, wanted) {
            #expect(abs(point.x - x.position(of: time)) < 0.01 && abs(point.y - y.position(of: incidence)) < 0.01)
        }
        let mark = try #require(scene.shape("panel-A/censoring/Four")).box.middle
        #expect(abs(mark.x - x.position(of: 7.5)) < 0.01 && abs(mark.y - y.position(of: 0.25)) < 0.01)
    }

    @Test func theKeyGivesTheIncidenceAtTheLandmarkAndTheTests() throws {
        let scene = try IncidenceStudy.twoGroups.scene()
        #expect(
            scene.texts("panel-A/key/") == [
                "At 12 months, % (95% CI)", "IO+T", "54.2", "(44.2–64.2)", "RT+IO+T", "22.1", "(12.1–32.1)",
                "Gray's test p = 0.030", "Subdistribution HR 0.55 (95% CI 0.28–1.10)",
            ])
        #expect(scene.texts("panel-A/y-axis/title") == ["Cumulative incidence of relapse (%)"])
        let words = try IncidenceStudy.hard[2].study.scene()
        #expect(
            words.texts("panel-A/key/") == [
                "IO+T", "RT+IO+T", "Gray's test not possible", "Subdistribution HR not estimable",
            ])
        #expect(
            try IncidenceStudy.hard[4].study.scene().texts("panel-A/key/") == ["At 12 months 20.0% (95% CI 10.0–30.0)"])
    }

    /// Panels share the upper end of their axes: the least round one above all curves and limits.
    @Test(arguments: [(true, 0.5, "50"), (false, 0.4, "40")])
    func theAxisEndsAboveTheCurves(showsIntervals: Bool, top: Double, label: String) throws {
        var study = IncidenceStudy(groups: [IncidenceStudy.Group("A", "3r 20+ 21d")], panels: 2)
        study.showsIntervals = showsIntervals
        let scene = try study.scene()
        for letter in ["A", "B"] {
            #expect(scene.texts("panel-\(letter)/y-axis/label").last == label)
            let y = try #require(scene.scale("panel-\(letter)/y-axis", from: 0, to: top, isUpright: true))
            let highest = scene.shape("panel-\(letter)/curve/A")?.box.y ?? 0
            #expect(abs(highest - y.position(of: 1.0 / 3)) < 0.01)
        }
    }

    @Test func numbersAtRiskStandUnderTheirTicks() throws {
        let scene = try IncidenceStudy.twoGroups.scene()
        let x = try #require(scene.scale("panel-A/x-axis", from: 0, to: 24))
        let cells = scene.labels("panel-A/at-risk/group/IO+T/")
        #expect(cells.map(\.text) == ["16", "10", "5", "2", "0"])
        for (cell, time) in zip(cells, IncidenceStudy.twoGroups.breaks) {
            #expect(abs(cell.position.x - x.position(of: time)) < 0.01)
        }
    }

    @Test func incidencesAreDescribed() throws {
        #expect(
            try IncidenceStudy.twoGroups.scene().alternativeText == """
                Cumulative incidence curves. Cumulative incidence of relapse (Relapse): IO+T, 16 patients, 9 events, 3 \
                competing events, 54.2% at 12 months (95% CI 44.2 to 64.2), curve ends at 62.4% at 23.0 months; RT+IO+T, \
                14 patients, 5 events, 4 competing events, 22.1% at 12 months (95% CI 12.1 to 32.1), curve ends at 42.6% \
                at 24.0 months; Gray's test p = 0.030; RT+IO+T versus IO+T (subdistribution), HR 0.55 (95% CI 0.28 \
                to 1.10). The data are synthetic.
                """)
    }
}
