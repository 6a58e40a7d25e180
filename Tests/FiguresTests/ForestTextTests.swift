import Drawing
import Results
import Styling
import TestSupport
import Testing

@testable import Figures

@Suite struct ForestTextTests {
    private func row(_ scene: Scene, _ row: Int) -> [String] {
        (1...5).flatMap { column in
            scene.labels.filter { $0.name == "column-\(column)/cell/\(row)" }.map(\.text)
        }
    }

    @Test func everyRowHasItsNumbers() throws {
        let scene = try ForestPlot.progression.drawn()
        #expect(scene.texts("head/rows") == ["Subgroup"])
        #expect(scene.texts("head/spanner") == ["Events/patients"])
        #expect(scene.texts("head/column-1") == ["IO+T"] && scene.texts("head/column-2") == ["RT+IO+T"])
        #expect(scene.texts("head/column-3") == ["Progression-free survival"])
        #expect(scene.texts("head/column-4") == ["HR (95% CI)"])
        #expect(scene.texts("head/column-5") == ["p for", "interaction"])
        #expect(row(scene, 0) == ["40/42", "23/29", "0.35 (0.20–0.60)"])
        #expect(row(scene, 1) == ["0.970"])
        #expect(row(scene, 2) == ["20/21", "13/14", "0.35 (0.16–0.78)"])
        #expect(row(scene, 8) == ["5/5", "5/9", "0.11 (0.02–0.57)"])
        #expect(row(scene, 22) == ["0.185"])
        #expect(row(scene, 23) == ["10/12", "0/1", "NEa"])
        #expect(scene.texts("plot-3/favours-left") == ["Favours RT+IO+T"])
        #expect(scene.texts("plot-3/favours-right") == ["Favours IO+T"])
        #expect(scene.texts("plot-3/x-axis/title") == ["Hazard ratio (log scale)"])
    }

    @Test func levelsAreIndentedUnderBoldHeads() throws {
        let labels = try ForestPlot.progression.drawn().labels("row/")
        #expect(labels.prefix(5).map(\.text) == ["All patients", "Age (years)", "<60", "≥60", "Sex"])
        #expect(labels.prefix(5).map { $0.runs[0].font.isBold } == [true, true, false, false, true])
        #expect(labels[0].position.x == labels[1].position.x && labels[2].position.x > labels[1].position.x)
    }

    @Test func remarksExplainMarksTestsAndGaps() throws {
        let notes = try ForestPlot.progression.drawn().texts("note").joined(separator: " ")
        #expect(
            notes == """
                Squares: area proportional to the number of events. Diamond and dashed line: All patients. \
                p for interaction: likelihood-ratio test. CI, confidence interval; HR, hazard ratio. \
                a NE, not estimable: no events in BCLC stage B with RT+IO+T.
                """)
        #expect(
            try ForestPlot.survival.drawn().texts("note").joined().contains(
                "Missing values: ECOG performance status 2."))
        #expect(try ForestPlot.progression.drawn().texts("remark") == ["Synthetic data"])
        #expect(try ForestPlot.progression.drawn(synthetic: false).texts("remark").isEmpty)
    }

    @Test func everyReasonHasAMarkOfItsOwn() throws {
        let plot = try #require(ForestLayoutTests.plots.first { $0.name == "none estimable" }).plot
        let scene = try plot.drawn()
        #expect(
            scene.labels("note").map(\.text).dropFirst() == [
                "a NE, not estimable: no events.", "b NE, not estimable: no patients in Sex Female with RT+IO+T.",
                "c NE, not estimable: no patients in Sex Male with IO+T.",
                "d NE, not estimable: no patients in Sex Unknown.",
                "e NE, not estimable: the model could not be fitted in Sex Other.",
                "f NE, not estimable: no events with RT+IO+T.",
            ])
        #expect(row(scene, 0).last == "NEa" && row(scene, 5).last == "NEe" && row(scene, 7).last == "NEf")
        // A test of interaction that does not exist is not estimable either.
        #expect(row(scene, 1) == ["NE"])
    }

    @Test func theHouseStyleWritesTheNumbers() throws {
        let scene = try ForestPlot.progression.drawn(style: .lancet)
        #expect(row(scene, 2) == ["20/21", "13/14", "0·35 (0·16–0·78)"])
        #expect(scene.texts("plot-3/x-axis/label").contains("0·25"))
        #expect(try ForestPlot.progression.drawn(style: .nejm).texts("head/column-5").first == "P for")
    }

    @Test func aPlotWithoutTestsOfInteractionHasNoColumnForThem() throws {
        var plot = ForestPlot.progression
        plot.showsInteraction = false
        let scene = try plot.drawn()
        #expect(scene.labels("column-5").isEmpty && scene.labels("head/column-5").isEmpty)
        #expect(!scene.texts("note").joined().contains("interaction"))
    }

    @Test func thePopulationNamesEveryone() throws {
        var plot = ForestPlot.survival
        plot.population = "matched"
        var results = results(with: .forest(plot), caption: "C.")
        results.cohort.populations = [.init(id: "matched", label: "Matched patients", n: 36)]
        let scene = try Figures.scene(of: results.figures[0], in: results, style: .plain, measuring: FixedWidthText())
        #expect(scene.texts("row/0") == ["Matched patients"])
        results.endpoints = []
        #expect(throws: FigureError.unknownEndpoint("endpoint-1")) {
            try Figures.scene(of: results.figures[0], in: results, style: .plain, measuring: FixedWidthText())
        }
    }

    @Test func theDescriptionReadsTheResults() throws {
        #expect(
            try ForestPlot.survival.drawn().alternativeText == """
                Forest plot of hazard ratios, RT+IO+T versus IO+T. Overall survival. All patients, HR 0.45 (95% CI 0.25 \
                to 0.82). Age (years) (interaction, p = 0.276): <60, HR 0.55 (95% CI 0.24 to 1.26); ≥60, HR 0.32 (95% CI \
                0.13 to 0.83). ECOG performance status (interaction, p = 0.013): 0, HR 0.07 (95% CI 0.01 to 0.75); 1–2, \
                HR 0.73 (95% CI 0.39 to 1.36). BCLC stage (interaction, p = 0.188): B, not estimable; C, HR 0.33 (95% \
                CI 0.17 to 0.65). The data are synthetic.
                """)
    }

    /// Counts, labels and coefficients that are missing leave gaps and stop nothing.
    @Test func raggedResultsDoNotStopTheDrawing() throws {
        var plot = ForestPlot.survival
        plot.overallCounts = []
        plot.variables[0].counts = [[.init(n: 3, events: 1)]]
        plot.variables[0].levelLabels = ["Young"]
        plot.variables[1].analysis.subgroups[0].coefficients = []
        plot.variables[2].analysis.subgroups = []
        plot.favours = ["", "IO+T", "third"]
        let scene = try plot.drawn()
        #expect(row(scene, 0) == ["–", "–", "0.45 (0.25–0.82)"])
        #expect(row(scene, 2) == ["1/3", "–", "0.55 (0.24–1.26)"])
        #expect(scene.texts("row/3") == ["≥60"])
        #expect(scene.texts("plot-3/favours-right") == ["Favours IO+T"] && scene.texts("plot-3/favours-left").isEmpty)
    }
}
