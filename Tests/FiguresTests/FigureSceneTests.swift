import Drawing
import Results
import Styling
import TestSupport
import Testing

@testable import Figures

@Suite struct FigureSceneTests {
    private func fault(_ change: (inout StudyResults) -> Void, style: HouseStyle = .plain) -> FigureError? {
        var results = SurvivalStudy.liverCancer.results
        change(&results)
        do {
            _ = try scene(of: results.figures[0], in: results, style: style, measuring: FixedWidthText())
            return nil
        } catch {
            return error
        }
    }

    @Test func damagedResultsAreNamed() {
        #expect(fault { $0.survival.removeLast() } == .unknownComparison("comparison-1"))
        #expect(fault { $0.endpoints.removeFirst() } == .unknownEndpoint("endpoint-0"))
        var style = HouseStyle.plain
        style.figures.palette = "rainbow"
        #expect(fault({ _ in }, style: style) == .unknownPalette("rainbow"))
        let empty = KaplanMeierPlan(
            panels: [], riskTable: .atRisk, showsIntervals: true, showsCensoring: true, showsMedianLines: true)
        #expect(fault { $0.figures[0].content = .kaplanMeier(empty) } == .noPanels(figure: "survival"))
    }

    /// Arrays of unequal length, rows for unknown groups and missing numbers draw what there is.
    @Test func raggedResultsDoNotStopTheDrawing() {
        #expect(
            fault { results in
                results.survival[0].groups[0].curve.upper.removeLast(5)
                results.survival[0].groups[1].curve.lower = results.survival[0].groups[1].curve.lower.map { _ in nil }
                results.survival[0].groups[1].curve.survival[3] = .nan
                results.survival[0].groups[1].curve.upper[5] = .infinity
                results.survival[0].groups[1].curve.lower[5] = -.infinity
                results.survival[1].groups = []
                results.survival[1].logRank = nil
                guard case .kaplanMeier(var plan) = results.figures[0].content else { return }
                plan.panels[0].riskRows[0].atRisk.removeLast(3)
                plan.panels[0].riskRows[1].group = "unknown"
                plan.panels[1].riskRows = []
                results.figures[0].content = .kaplanMeier(plan)
            } == nil)
    }

    @Test func aMissingPValueIsSaidInWords() throws {
        var study = SurvivalStudy.liverCancer
        study.panels[0].pValue = nil
        #expect(try DrawnFigure(study).labels("panel-A/key/test").map(\.text) == ["Log-rank test not possible"])
    }

    @Test func thePageHasTheJournalsWidth() throws {
        func width(_ study: SurvivalStudy, _ style: HouseStyle) throws -> Double {
            try DrawnFigure(study, style: style).scene.width * 25.4 / 72
        }
        var single = SurvivalStudy.liverCancer
        single.panels.removeLast()
        #expect(abs(try width(.liverCancer, .frontiers) - 180) < 1e-9)
        #expect(abs(try width(single, .frontiers) - 85) < 1e-9)
        #expect(abs(try width(single, .nature) - 89) < 1e-9)
    }

    @Test func noTextIsSmallerThanTheJournalAllows() throws {
        for style in HouseStyle.all {
            let sizes = try DrawnFigure(.liverCancer, style: style).scene.labels.flatMap(\.runs).map(\.font.size)
            #expect((sizes.min() ?? 0) >= style.figures.smallestTextSize, "\(style.name)")
        }
    }

    @Test func thePageKeepsTheJournalsHeightWherePlotsCanGiveWay() throws {
        var study = SurvivalStudy.liverCancer
        study.panels = (0..<4).map { SurvivalStudy.liverCancer.panels[$0 % 2] }
        var style = HouseStyle.plain
        style.figures.maximumHeight = 150
        #expect(try DrawnFigure(study, style: style).scene.height * 25.4 / 72 < 150.001)
        style.figures.maximumHeight = nil
        #expect(try DrawnFigure(study, style: style).scene.height * 25.4 / 72 > 160)
    }

    @Test func theSameResultsGiveTheSameScene() throws {
        #expect(try DrawnFigure(.liverCancer).scene == DrawnFigure(.liverCancer).scene)
    }

    @Test func lettersGoOnAfterTheAlphabet() {
        #expect([0, 25, 26, 51, 52].map(FigureLook.letter) == ["A", "Z", "AA", "AZ", "BA"])
    }

    @Test func colourIsNeverTheOnlyDifference() {
        let dashes = (0..<8).map(LineStyle.dash)
        #expect(Set(dashes).count == 8)
        #expect(Set(Palette.distinct.colors).count == 8)
    }

    @Test func namesOfGroupsAreReadable() throws {
        let figure = try DrawnFigure(.random(seed: 1, groups: (1...8).map { "Stage \($0)" }, patients: 30))
        for label in figure.scene.labels { #expect(label.color.contrastWithWhite >= 4.5, "\(label.text)") }
    }

    @Test(arguments: [
        ("two-panels", SurvivalStudy.liverCancer), ("extremes", .extremes),
        ("long-names", .random(seed: 1, groups: SurvivalStudy.longNames, patients: 12)),
    ])
    func sceneGoldens(name: String, study: SurvivalStudy) throws {
        expectGolden(try DrawnFigure(study).scene.encodedJSON(), "Scenes/kaplan-meier-\(name).json")
    }

    @Test func editableGolden() throws {
        var study = SurvivalStudy.liverCancer
        study.riskTable = .kmunicate
        let svg = SVGWriter.svg(of: try DrawnFigure(study).scene, idPrefix: "survival")
        expectGolden(svg, "Figures/kaplan-meier-kmunicate.svg")
    }
}
