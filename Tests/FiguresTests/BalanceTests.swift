import Drawing
import Results
import Styling
import TestSupport
import Testing

@testable import Figures

/// Love plots and mirrored histograms against their numbers.
@Suite struct BalanceTests {
    @Test func marksStandAtTheAbsoluteDifferences() throws {
        let scene = try MatchedStudy.liverCancer.balanceScene()
        let x = try #require(scene.scale("balance/x-axis", from: 0, to: 0.8))
        for (index, row) in MatchedStudy.covariates.enumerated() {
            for (kind, value) in [("before", row.before), ("after", row.after)] {
                let mark = try #require(scene.shape("balance/\(kind)/\(index)"))
                #expect(abs(mark.box.middle.x - x.position(of: abs(value ?? -1))) < 0.01, "\(row.label) \(kind)")
            }
        }
        let threshold = try #require(scene.shape("balance/threshold/0"))
        #expect(abs(threshold.points[0].x - x.position(of: 0.1)) < 0.01)
        #expect(scene.texts("balance/x-axis/label") == ["0.0", "0.2", "0.4", "0.6", "0.8"])
    }

    /// Names, marks and guides of a row are on one line, and rows stand in the order of the model.
    @Test func rowsAreInOrder() throws {
        let scene = try MatchedStudy.hard[2].study.balanceScene()
        let heights = (0..<40).compactMap { scene.shape("balance/before/\($0)")?.box.middle.y }
        #expect(heights.count == 40 && zip(heights, heights.dropFirst()).allSatisfy { $0 < $1 })
        for (index, height) in heights.enumerated() {
            #expect(scene.shape("balance/guide/\(index)")?.points[0].y == height)
            #expect(scene.labels("balance/name/\(index)").first.map { abs($0.position.y - height) < 4 } == true)
        }
    }

    @Test func whatDoesNotExistIsSaidInTheRow() throws {
        let scene = try MatchedStudy.hard[4].study.balanceScene()
        #expect(scene.texts("balance/remark/") == ["NE", "NE after", "NE before", "NE"])
        #expect(scene.shape("balance/before/1") == nil && scene.shape("balance/after/2") == nil)
        #expect(scene.texts("balance/x-axis/label") == ["0", "5", "10", "15"])
        #expect(
            scene.texts("note").joined(separator: " ") == """
                Standardised difference: difference of means or proportions divided by the pooled standard deviation \
                before matching. Dashed line: 0.1. NE, not estimable.
                """)
    }

    @Test func theKeyCountsThePatients() throws {
        #expect(
            try MatchedStudy.liverCancer.balanceScene().texts("balance/key/label")
                == ["Before matching (n = 71)", "After matching (n = 36)"])
        #expect(
            try MatchedStudy.hard[5].study.balanceScene().texts("balance/key/label")
                == ["Before weighting", "After weighting"])
        let nobody = try MatchedStudy.hard[6].study.balanceScene()
        #expect(nobody.texts("note").first?.hasPrefix("Nobody was matched.") == true)
        #expect(nobody.texts("balance/remark/").isEmpty)
    }

    @Test func balanceIsDescribed() throws {
        var study = MatchedStudy.liverCancer
        study.rows = Array(study.rows.prefix(2))
        #expect(
            try study.balanceScene().alternativeText == """
                Absolute standardised differences of covariates before and after matching. Before matching (n = 71); \
                After matching (n = 36). Propensity score, 0.740 before and 0.050 after; Age ≥65 years, 0.210 before \
                and 0.000 after. The data are synthetic.
                """)
    }

    // MARK: Overlap

    @Test func barsAreAsHighAsTheirShares() throws {
        let study = MatchedStudy.liverCancer
        let scene = try study.overlapScene()
        for (letter, arms) in [
            ("A", [("rt", study.treated.before, 1.0), ("io", study.control.before, -1.0)]),
            ("B", [("rt", study.treated.after, 1), ("io", study.control.after, -1)]),
        ] {
            let y = try #require(scene.scale("panel-\(letter)/y-axis", from: -0.3, to: 0.3, isUpright: true))
            let x = try #require(scene.scale("panel-\(letter)/x-axis", from: 0, to: 1))
            for (arm, counts, sign) in arms {
                let total = counts.reduce(0, +)
                for (bin, count) in counts.enumerated() {
                    let bar = scene.shape("panel-\(letter)/bar/\(arm)/\(bin)")
                    guard count > 0 else {
                        #expect(bar == nil)
                        continue
                    }
                    let box = try #require(bar).box
                    let ends = [y.position(of: 0), y.position(of: sign * count / total)]
                    #expect(abs(box.y - (ends.min() ?? 0)) < 0.01 && abs(box.maxY - (ends.max() ?? 0)) < 0.01)
                    #expect(abs(box.x - x.position(of: Double(bin) / 10)) < 0.01)
                    #expect(abs(box.maxX - x.position(of: Double(bin + 1) / 10)) < 0.01)
                }
            }
        }
        #expect(scene.texts("panel-A/y-axis/label") == ["30", "20", "10", "0", "10", "20", "30"])
    }

    @Test func groupsAreNamedWithTheirPatients() throws {
        let scene = try MatchedStudy.liverCancer.overlapScene()
        #expect(scene.texts("panel-A/group/") == ["RT+IO+T (n = 29)", "IO+T (n = 42)"])
        #expect(scene.texts("panel-B/group/") == ["RT+IO+T (n = 18)", "IO+T (n = 18)"])
        let weighted = try MatchedStudy.hard[5].study.overlapScene()
        #expect(weighted.texts("panel-A/group/") == ["RT+IO+T", "IO+T"])
        #expect(weighted.texts("panel-B/group/") == ["RT+IO+T (effective n = 26.4)", "IO+T (effective n = 31.3)"])
        let nobody = try MatchedStudy.hard[6].study.overlapScene()
        #expect(nobody.shapes("panel-B/bar").isEmpty)
        #expect(nobody.texts("note") == ["Nobody was matched."])
    }

    @Test func overlapIsDescribed() throws {
        #expect(
            try MatchedStudy.liverCancer.overlapScene().alternativeText == """
                Histograms of the propensity score, RT+IO+T upwards and IO+T downwards. Panel A. Before matching: \
                RT+IO+T (n = 29), scores between 0.1 and 1; IO+T (n = 42), scores between 0 and 0.9. Panel B. After \
                matching: RT+IO+T (n = 18), scores between 0.1 and 0.9; IO+T (n = 18), scores between 0.1 and 0.9. The \
                data are synthetic.
                """)
    }

    @Test func anUnknownPopulationIsNamed() throws {
        for content in [
            FigureResult.Content.balance(BalancePlot(matched: "none", thresholds: [])),
            .overlap(OverlapPlot(matched: "none")),
        ] {
            let results = results(with: content, caption: "")
            #expect(throws: FigureError.unknownPopulation("none")) {
                try Figures.scene(of: results.figures[0], in: results, style: .plain, measuring: FixedWidthText())
            }
        }
    }
}
