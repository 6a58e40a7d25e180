import Drawing
import Results
import Styling
import TestSupport
import Testing

/// What holds for every forest plot, however hard.
@Suite struct ForestLayoutTests {
    static let plots: [(name: String, plot: ForestPlot)] = {
        func rows(_ count: Int, label: (Int) -> String, _ row: (Int) -> (Double?, Double?, Double?)) -> [ForestRow] {
            (0..<count).map { index in
                let (ratio, lower, upper) = row(index)
                return ForestRow(
                    label(index), ratio, lower, upper, n: [40 + index, 400], events: [1 + index * 3, 30])
            }
        }
        let usual = { (index: Int) -> (Double?, Double?, Double?) in
            let ratio = 0.4 + 0.03 * Double(index)
            return (ratio, ratio * 0.6, ratio * 1.7)
        }
        func variables(_ count: Int, label: (Int) -> String, _ rows: [ForestRow]) -> [ForestPlot.Variable] {
            (0..<count).map { forestVariable(label($0), p: 0.01 * Double($0), rows) }
        }
        let long = """
            Previous locoregional therapy including transarterial chemoembolisation, hepatic arterial infusion \
            chemotherapy or ablation of any lesion
            """
        let overall = ForestRow("All", 0.8, 0.7, 0.92, n: [40, 400], events: [30, 310])
        return [
            ("progression", .progression), ("survival", .survival),
            (
                "one row",
                ForestPlot(
                    overall: nil, [forestVariable("Sex", p: nil, rows(1, label: { _ in "Female" }, usual))])
            ), ("overall only", ForestPlot(overall: overall, [])), ("nothing", ForestPlot(overall: nil, [])),
            (
                "sixty rows",
                ForestPlot(
                    overall: overall,
                    variables(15, label: { "Variable \($0)" }, rows(3, label: { "Level \($0)" }, usual)))
            ),
            (
                "wide",
                ForestPlot(
                    overall: ForestRow("All", 1, 0.001, 1000, n: [1, 1], events: [1, 1]),
                    variables(3, label: { "V\($0)" }, rows(2, label: { "L\($0)" }, { _ in (0.9, 0.001, 1000) })))
            ),
            (
                "out of the axis",
                ForestPlot(
                    overall: ForestRow("All", 1e-7, 1e-9, 1e-5, n: [9, 9], events: [9, 9]),
                    [
                        forestVariable(
                            "Out", p: 1e-9,
                            [
                                ForestRow("far left", 1e-6, 1e-8, 1e-4, n: [9, 9], events: [9, 9]),
                                ForestRow("far right", 1e6, 1e4, 1e8, n: [9, 9], events: [9, 9]),
                                ForestRow("no upper limit", 2, 1.1, nil, n: [9, 9], events: [9, 9]),
                                ForestRow("no lower limit", 0.5, 0, 0.9, n: [9, 9], events: [9, 9]),
                                ForestRow("no interval", 0.5, nil, nil, n: [9, 9], events: [9, 9]),
                                ForestRow("all of it", 1, 1e-12, 1e12, n: [9, 9], events: [9, 9]),
                            ])
                    ])
            ),
            (
                "none estimable",
                ForestPlot(
                    overall: ForestRow("All", nil, nil, nil, n: [9, 9], events: [0, 0]),
                    [
                        forestVariable(
                            "Sex", p: nil, missing: 3,
                            [
                                ForestRow("Female", nil, nil, nil, n: [9, 0], events: [3, 0]),
                                ForestRow("Male", nil, nil, nil, n: [0, 9], events: [0, 3]),
                                ForestRow("Unknown", nil, nil, nil, n: [0, 0], events: [0, 0]),
                                ForestRow("Other", nil, nil, nil, n: [5, 5], events: [5, 5]),
                            ]),
                        forestVariable(
                            "Age", p: nil,
                            (0..<5).map { ForestRow("Class \($0)", nil, nil, nil, n: [9, 9], events: [4, 0]) }),
                    ])
            ),
            (
                "long labels",
                ForestPlot(
                    overall: overall, variables(2, label: { _ in long }, rows(2, label: { _ in long + long }, usual)),
                    arms: SurvivalStudy.longNames)
            ),
            (
                "one long word",
                ForestPlot(
                    overall: overall,
                    variables(
                        1, label: { _ in String(repeating: "Pneumono", count: 8) }, rows(2, label: { "\($0)" }, usual)),
                    arms: ["Pneumonoultramicroscopicsilicovolcanoconiosis", "B"])
            ),
            (
                "Chinese",
                ForestPlot(
                    overall: overall,
                    variables(
                        3, label: { _ in "最大肿瘤直径(厘米)及既往局部治疗情况" },
                        rows(2, label: { _ in "小于十厘米" }, usual)), arms: ["免疫治疗联合靶向治疗", "放疗联合免疫治疗及靶向治疗"])
            ),
            (
                "large trial",
                ForestPlot(
                    overall: ForestRow("All", 0.91, 0.87, 0.96, n: [12345, 12346], events: [2345, 2100]),
                    variables(
                        4, label: { "Variable \($0)" },
                        rows(2, label: { "Level \($0)" }) { (0.9 + 0.02 * Double($0), 0.85, 0.99) }))
            ),
            ("asked axis", ForestPlot(overall: overall, ForestPlot.progression.variables, axis: [0.25, 0.9])),
        ]
    }()

    @Test(arguments: plots.indices, HouseStyle.all.map(\.name))
    func everythingHasItsPlace(index: Int, styleName: String) throws {
        let (name, plot) = Self.plots[index]
        let style = try HouseStyle.named(styleName)
        let scene = try plot.drawn(style: style)
        expectInsideThePage(scene, name)
        expectNoTextOverText(scene, name)
        expectMarksClear(scene, name)
        expectRowsInOrder(scene, name)
        let width = scene.width * 25.4 / 72
        #expect(
            abs(width - style.figures.columnWidth) < 1e-9 || abs(width - style.figures.fullWidth) < 1e-9, "\(name)")
        let sizes = scene.labels.flatMap(\.runs).map(\.font.size)
        #expect((sizes.min() ?? 99) >= style.figures.smallestTextSize, "\(name)")
        #expect(scene.labels.allSatisfy { !$0.text.isEmpty }, "\(name)")
    }

    /// No text stands on a square, an interval, an arrow, a diamond or a line of reference.
    private func expectMarksClear(_ scene: Scene, _ name: String) {
        let boxes = scene.labels.map { ($0.text, $0.bounds(measuring: FixedWidthText())) }
        for shape in scene.shapes("plot-") where !(shape.name?.contains("axis") ?? false) {
            let box = shape.box.grown(by: (shape.stroke?.width ?? 0) / 2)
            for (text, textBox) in boxes where box.overlaps(textBox) {
                Issue.record("\(name): '\(text)' is over \(shape.name ?? "")")
            }
        }
    }

    /// Rows of one line are equally high, and every mark and number stands in the middle of its row.
    private func expectRowsInOrder(_ scene: Scene, _ name: String) {
        let rows = Set(scene.labels("row/").compactMap { $0.name }).count
        let baselines = (0..<rows).map { row in scene.labels("row/\(row)").filter { $0.name == "row/\(row)" } }
        let pitches = zip(baselines, baselines.dropFirst()).compactMap { above, below in
            above.count == 1 && below.count == 1 ? below[0].position.y - above[0].position.y : nil
        }
        #expect((pitches.max() ?? 0) - (pitches.min() ?? 0) < 1e-6, "\(name)")
        for (row, lines) in baselines.enumerated() {
            let middle = lines.map(\.position.y).reduce(0, +) / Double(max(lines.count, 1))
            let cells = scene.labels("column-").filter { $0.name?.hasSuffix("/cell/\(row)") ?? false }
            #expect(cells.allSatisfy { abs($0.position.y - middle) < 1e-6 }, "\(name) row \(row)")
        }
    }
}
