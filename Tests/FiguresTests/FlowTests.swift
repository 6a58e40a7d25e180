import Drawing
import Results
import Styling
import TestSupport
import Testing

@testable import Figures

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
            ("liver cancer", .liverCancer), ("no arms", FlowChart(stages: [FlowChart.assessed, FlowChart.included], branches: [])),
            ("single arm", single), ("uneven arms", uneven), ("nothing", FlowChart(stages: [], branches: [])),
            ("one box", FlowChart(stages: [FlowChart.assessed], branches: [])),
            ("arms only", FlowChart(stages: [], branches: branches(["A", "B"]))),
            ("three arms", FlowChart(stages: [FlowChart.assessed], branches: branches(["A", "B", long]))),
            (
                "eight arms",
                FlowChart(stages: [FlowChart.assessed, FlowChart.included], branches: branches((1...8).map { "Arm \($0)" }))
            ),
            (
                "long labels",
                FlowChart(
                    stages: [
                        .init(label: long, n: 123_456, left: []),
                        .init(label: long, n: 0, left: [.init(label: long, n: 100_000), .init(label: long, n: 23_456)]),
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
}
