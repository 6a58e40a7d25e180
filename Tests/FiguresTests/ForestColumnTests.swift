import Drawing
import Results
import Styling
import TestSupport
import Testing

@testable import Figures

/// However many columns of text there are, the plot keeps its share of the width.
@Suite struct ForestColumnTests {
    private static let allColumns = ForestPlot.TextColumn.allCases

    private static func plot(labels: [String], arms: [String] = ["IO+T", "RT+IO+T"]) -> ForestPlot {
        var plot = ForestPlot(
            overall: ForestRow("All", 0.8, 0.7, 0.92, n: [1234, 1400], events: [830, 710]),
            labels.map { label in
                forestVariable(
                    label, p: 0.04,
                    (0..<3).map {
                        ForestRow("Level \($0)", 0.7, 0.5, 1.1, n: [340 + $0, 400], events: [131 + $0 * 3, 230])
                    })
            }, arms: arms)
        plot.columns = allColumns
        return plot
    }

    private static let plots = [
        plot(labels: ["Sex", "Age"]),
        plot(labels: [
            "Previous locoregional therapy including ablation", "Macrovascular invasion or extrahepatic spread",
        ]),
        plot(labels: ["最大肿瘤直径及既往局部治疗情况", "肝外转移"], arms: ["免疫治疗联合靶向治疗", "放疗联合免疫治疗"]),
    ]

    @Test(arguments: plots.indices, HouseStyle.all.map(\.name))
    func thePlotKeepsItsShare(index: Int, styleName: String) throws {
        let style = try HouseStyle.named(styleName)
        let plot = Self.plots[index]
        var results = results(with: .forest(plot), caption: "Hazard ratios by subgroup.")
        results = try withPages(results, style: style, measuring: FixedWidthText())
        var shown: [ForestPlot.TextColumn] = []
        for figure in results.figures {
            let scene = try Figures.scene(of: figure, in: results, style: style, measuring: FixedWidthText())
            let axis = try #require(scene.shapes.first { $0.name?.hasSuffix("x-axis/line") ?? false }).points
            #expect((axis[1].x - axis[0].x) / scene.width >= 0.29, "\(figure.id) \(styleName)")
            expectInsideThePage(scene, figure.id)
            expectNoTextOverText(scene, figure.id)
            #expect(scene.labels.flatMap(\.runs).allSatisfy { $0.font.size >= style.figures.smallestTextSize })
            guard case .forest(let page) = figure.content else { continue }
            shown += page.columns
        }
        // Every column is on one page or another, and on one only.
        #expect(shown.map(\.rawValue).sorted() == Self.allColumns.map(\.rawValue).sorted())
    }

    @Test func columnsWithoutRoomStandInAFurtherFigureWithTheSameRowsAndAxis() throws {
        var style = HouseStyle.plain
        style.figures.columnWidth = 80
        style.figures.fullWidth = 120
        style.figures.smallestTextSize = 7
        let results = try withPages(
            results(with: .forest(Self.plots[1]), caption: "Hazard ratios."), style: style, measuring: FixedWidthText())
        #expect(results.figures.count > 1)
        let pages = results.figures.compactMap { if case .forest(let plot) = $0.content { plot } else { nil } }
        #expect(Set(pages.map { $0.variables.map(\.label) }).count == 1)
        #expect(Set(pages.map(\.axis)).count == 1 && Set(pages.map(\.mostEvents)).count == 1)
        #expect(pages.filter(\.showsInteraction).count == 1)
        #expect(results.figures[1].caption == "Hazard ratios (part 2 of \(pages.count)).")
    }

    /// A plot with room for its columns is as it was: in text of the usual size.
    @Test func fewColumnsStayInTextOfTheUsualSize() throws {
        let scene = try ForestPlot.progression.drawn()
        #expect(scene.labels("row/").flatMap(\.runs).allSatisfy { $0.font.size == 7 })
    }
}
