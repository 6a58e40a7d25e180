import Drawing
import Results
import Styling
import TestSupport
import Testing

@Suite struct FlowTests {
    static let charts: [(name: String, chart: FlowChart)] = {
        let long = """
            Previous locoregional therapy including transarterial chemoembolisation, hepatic arterial infusion \
            chemotherapy or ablation of any lesion within three months of the first dose
            """
        func branches(_ names: [String]) -> [FlowChart.Branch] {
            names.map {
                FlowChart.Branch(
                    label: $0, n: 12,
                    stages: [FlowChart.Stage(label: "Matched", n: 7, left: [.init(label: "Not matched", n: 5)])])
            }
        }
        var uneven = FlowChart.liverCancer
        uneven.branches[0].stages = []
        uneven.branches[1].stages.append(
            .init(
                label: "Second matching with a long name", n: 2,
                left: [.init(label: "Lost", n: 10), .init(label: "Withdrew consent to the use of data", n: 6)]))
        var single = FlowChart.liverCancer
        single.branches.removeLast()
        return [
            ("liver cancer", .liverCancer),
            ("no arms", FlowChart(stages: [FlowChart.assessed, FlowChart.included], branches: [])),
            ("single arm", single), ("uneven arms", uneven), ("nothing", FlowChart(stages: [], branches: [])),
            ("one box", FlowChart(stages: [FlowChart.assessed], branches: [])),
            ("arms only", FlowChart(stages: [], branches: branches(["A", "B"]))),
            ("three arms", FlowChart(stages: [FlowChart.assessed], branches: branches(["A", "B", long]))),
            (
                "eight arms",
                FlowChart(
                    stages: [FlowChart.assessed, FlowChart.included], branches: branches((1...8).map { "Arm \($0)" }))
            ),
            (
                "long labels",
                FlowChart(
                    stages: [
                        .init(label: long, n: 123_456, left: []),
                        .init(
                            label: long, n: 0, left: [.init(label: long, n: 100_000), .init(label: long, n: 23_456)]),
                    ], branches: branches(SurvivalStudy.longNames))
            ),
            (
                "Chinese",
                FlowChart(
                    stages: [
                        .init(label: "接受资格评估的肝细胞癌患者", n: 118, left: []),
                        .init(label: "纳入分析", n: 71, left: [.init(label: "同时接受其他局部治疗(经动脉化疗栓塞、消融或手术切除)", n: 47)]),
                    ], branches: branches(["免疫治疗联合靶向治疗", "放疗联合免疫治疗及靶向治疗"]))
            ),
            (
                "many reasons",
                FlowChart(
                    stages: [
                        FlowChart.assessed,
                        .init(label: "Enrolled", n: 18, left: (0..<25).map { .init(label: "Reason \($0)", n: 4) }),
                        .init(label: "Analysed", n: 18, left: []),
                    ], branches: [])
            ),
        ]
    }()

    @Test(arguments: charts.indices, HouseStyle.all.map(\.name))
    func everythingHasItsPlace(index: Int, styleName: String) throws {
        let (name, chart) = Self.charts[index]
        let style = try HouseStyle.named(styleName)
        let scene = try chart.drawn(style: style)
        expectInsideThePage(scene, name)
        expectNoTextOverText(scene, name)
        expectBoxesApart(scene, name)
        expectConnectorsStraight(scene, name)
        let width = scene.width * 25.4 / 72
        #expect(
            abs(width - style.figures.columnWidth) < 1e-9 || abs(width - style.figures.fullWidth) < 1e-9, "\(name)")
        #expect((scene.labels.flatMap(\.runs).map(\.font.size).min() ?? 99) >= style.figures.smallestTextSize)
    }

    /// Boxes do not touch, each holds its text, no line runs through a box, and boxes of a kind are equally wide.
    private func expectBoxesApart(_ scene: Scene, _ name: String) {
        let boxes = scene.shapes.filter { $0.name?.hasSuffix("/box") ?? false }
        for (index, shape) in boxes.enumerated() {
            let owner = shape.name.map { String($0.dropLast(3)) } ?? ""
            for other in boxes[(index + 1)...] where shape.box.grown(by: 2).overlaps(other.box) {
                Issue.record("\(name): \(shape.name ?? "") meets \(other.name ?? "")")
            }
            for label in scene.labels where label.name?.hasPrefix(owner) ?? false {
                guard !(label.name?.dropFirst(owner.count).contains("/") ?? true) else { continue }
                let text = label.bounds(measuring: FixedWidthText())
                #expect(
                    text.x > shape.box.x && text.maxX < shape.box.maxX && text.y > shape.box.y
                        && text.maxY < shape.box.maxY, "\(name): '\(label.text)' leaves its box")
            }
            for line in scene.shapes where line.stroke != nil && line.fill == nil && !boxes.contains(line) {
                let inside = shape.box.grown(by: -0.5)
                #expect(
                    !line.strokes.contains { $0.overlaps(inside) || $0.grown(by: 0.01).overlaps(inside) },
                    "\(name): \(line.name ?? "") runs through \(shape.name ?? "")")
            }
        }
        for part in ["trunk/", "branch/"] {
            let widths = boxes.filter { ($0.name?.hasPrefix(part) ?? false) && !($0.name?.contains("left") ?? false) }
                .map(\.box.width)
            #expect((widths.max() ?? 0) - (widths.min() ?? 0) < 1e-6, "\(name)")
        }
    }

    /// Lines are upright or level, and every arrowhead's tip touches a box.
    private func expectConnectorsStraight(_ scene: Scene, _ name: String) {
        for shape in scene.shapes {
            for stroke in shape.strokes where !(shape.name?.hasSuffix("/head") ?? false) {
                #expect(stroke.width < 1e-9 || stroke.height < 1e-9, "\(name): \(shape.name ?? "") slopes")
            }
        }
        let boxes = scene.shapes.filter { $0.name?.hasSuffix("/box") ?? false }.map(\.box)
        for head in scene.shapes where head.name?.hasSuffix("arrow/head") ?? false {
            let tip = head.points[0]
            let isAtBox = boxes.contains { box in
                abs(tip.y - box.y) < 1e-6 && tip.x > box.x && tip.x < box.maxX
                    || abs(tip.x - box.x) < 1e-6 && tip.y > box.y && tip.y < box.maxY
            }
            #expect(isAtBox, "\(name): \(head.name ?? "") ends nowhere")
        }
    }

    @Test func theStudysNumbersStandInTheirBoxes() throws {
        let scene = try FlowChart.liverCancer.drawn()
        #expect(scene.texts("trunk/0/") == ["Assessed for eligibility", "(n = 118)"])
        #expect(scene.texts("trunk/1/left/head") == ["Excluded (n = 47)"])
        #expect(
            scene.texts("trunk/1/left/reason").joined(separator: " ") == """
                Other concurrent locoregional therapy (TACE, HAIC, RFA or surgical resection) (n = 22) \
                Incomplete medical records (n = 9) Lack of follow-up data (n = 7) Other malignancy (n = 5) \
                Child–Pugh class C liver function (n = 4)
                """)
        #expect(scene.labels("trunk/1/left/bullet").count == 5)
        #expect(Set(scene.labels("trunk/1/left/reason").map(\.position.x)).count == 1)
        #expect(scene.labels("trunk/1/left/").allSatisfy { $0.anchor == .start })
        #expect(
            scene.texts("trunk/1/label") + scene.texts("trunk/1/count") == ["Included in the analysis", "(n = 71)"])
        #expect(scene.texts("branch/0/0/") == ["IO+T", "(n = 42)"])
        #expect(scene.texts("branch/1/0/") == ["RT+IO+T", "(n = 29)"])
        #expect(scene.texts("branch/0/1/") == ["Not matched (n = 24)", "Matched patients", "(n = 18)"])
        #expect(scene.texts("remark") == ["Synthetic data"])
        #expect(try FlowChart.liverCancer.drawn(synthetic: false).texts("remark").isEmpty)
    }

    /// Each box of the trunk is joined to the next, and the last to every arm.
    @Test func theBoxesAreJoined() throws {
        let scene = try FlowChart.liverCancer.drawn()
        let upper = try #require(scene.shape("trunk/0/box")).box
        let lower = try #require(scene.shape("trunk/1/box")).box
        let line = try #require(scene.shape("trunk/1/arrow"))
        #expect(line.points[0] == Point(x: upper.middle.x, y: upper.maxY))
        #expect(abs(try #require(scene.shape("trunk/1/arrow/head")).points[0].y - lower.y) < 1e-9)
        let left = try #require(scene.shape("trunk/1/left/box")).box
        #expect(left.x > line.points[0].x && left.y > upper.maxY && left.maxY < lower.y)
        #expect(abs(left.middle.y - (upper.maxY + lower.y) / 2) < 1e-9)
        for arm in 0..<2 {
            let box = try #require(scene.shape("branch/\(arm)/0/box")).box
            let tip = try #require(scene.shape("branch/\(arm)/0/arrow/head")).points[0]
            #expect(abs(tip.x - box.middle.x) < 1e-9 && abs(tip.y - box.y) < 1e-9)
        }
        let arms = try (0..<2).map { try #require(scene.shape("branch/\($0)/0/box")).box }
        #expect(arms[0].y == arms[1].y && arms[0].height == arms[1].height)
        #expect(abs((arms[0].x + arms[1].maxX) / 2 - lower.middle.x) < 1e-9)
    }

    @Test func aSingleArmGoesOnDownTheTrunk() throws {
        let scene = try #require(Self.charts.first { $0.name == "single arm" }).chart.drawn()
        #expect(scene.labels("branch/").isEmpty && scene.shape("split") == nil)
        #expect(scene.texts("trunk/2/") == ["IO+T", "(n = 42)"])
        #expect(scene.texts("trunk/3/left/") == ["Not matched (n = 24)"])
    }

    @Test func theDescriptionTellsTheWayOfThePatients() throws {
        #expect(
            try FlowChart.liverCancer.drawn().alternativeText == """
                Flow chart of the patients. Assessed for eligibility (n = 118). Excluded (n = 47): Other concurrent \
                locoregional therapy (TACE, HAIC, RFA or surgical resection) (n = 22), Incomplete medical records \
                (n = 9), Lack of follow-up data (n = 7), Other malignancy (n = 5), Child–Pugh class C liver function \
                (n = 4). Included in the analysis (n = 71). IO+T (n = 42). Not matched (n = 24). Matched patients \
                (n = 18). RT+IO+T (n = 29). Not matched (n = 11). Matched patients (n = 18). The data are synthetic.
                """)
    }

    /// Words with hyphens and plus signs stay whole where they fit.
    @Test func wordsStayWhole() throws {
        for (name, chart) in Self.charts {
            for text in try chart.drawn().texts("trunk/1/left/reason") {
                #expect(!text.hasSuffix("-"), "\(name)")
            }
        }
        let font = Font(family: "Liberation Sans", size: 10)
        func lines(_ width: Double) -> [String] {
            linesOfWholeWords(
                of: "Lack of follow-up (n\u{A0}=\u{A0}7)", in: font, toWidth: width, measuring: FixedWidthText())
        }
        #expect(lines(200) == ["Lack of follow-up (n = 7)"])
        #expect(lines(70) == ["Lack of", "follow-up", "(n = 7)"])
        #expect(lines(30) == ["Lack", "of", "follow-", "up", "(n = 7)"])
    }

    @Test(arguments: ["liver cancer", "long labels", "uneven arms"])
    func sceneGoldens(name: String) throws {
        let chart = try #require(Self.charts.first { $0.name == name }).chart
        let file = name.map { $0 == " " ? "-" : String($0) }.joined()
        expectGolden(try chart.drawn().encodedJSON(), "Scenes/flow-\(file).json")
    }
}
