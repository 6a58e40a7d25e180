import Results
import Styling

/// What a flow chart shows, with every number written; no place on the page yet.
struct FlowContent {
    /// A step downwards: who left before it, and who remains.
    struct Step {
        /// Who left; nil where nobody did.
        var left: FlowBox.Kind?
        var patients: FlowBox.Kind
    }

    /// The steps down the trunk.
    var trunk: [Step]
    /// The steps of each arm; empty where the chart is not divided.
    var branches: [[Step]]
    /// A remark at the foot of the page.
    var remark: String?

    /// Writes a chart; a single arm goes on down the trunk.
    init(_ chart: FlowChart, isSynthetic: Bool, style: HouseStyle, words: any Vocabulary) {
        func box(_ label: String, _ n: Int) -> FlowBox.Kind {
            .patients(label: label, count: words.patientCount(style.count(n)))
        }
        func counted(_ label: String, _ n: Int) -> String {
            "\(label) \(FlowBox.unbroken(words.patientCount(style.count(n))))"
        }
        func step(_ stage: FlowChart.Stage) -> Step {
            let reasons = stage.left.map { counted($0.label, $0.n) }
            let total = stage.left.map(\.n).reduce(0, +)
            let head = reasons.count > 1 ? counted(words.excluded, total) : nil
            return Step(
                left: reasons.isEmpty ? nil : .reasons(head: head, reasons: reasons),
                patients: box(stage.label, stage.n))
        }
        trunk = chart.stages.map(step)
        branches = chart.branches.map { branch in
            [Step(left: nil, patients: box(branch.label, branch.n))] + branch.stages.map(step)
        }
        if branches.count == 1 {
            trunk += branches[0]
            branches = []
        }
        // Nobody can have left before the first box.
        if !trunk.isEmpty { trunk[0].left = nil }
        remark = isSynthetic ? words.syntheticDataRemark : nil
    }
}

extension FlowChart {
    /// What the chart shows in words.
    func alternativeText(isSynthetic: Bool, style: HouseStyle, words: any Vocabulary) -> String {
        func spoken(_ label: String, _ n: Int) -> String { "\(label) \(words.patientCount(style.count(n)))" }
        func spoken(_ stage: Stage) -> String {
            let reasons = stage.left.map { spoken($0.label, $0.n) }
            let total = spoken(words.excluded, stage.left.map(\.n).reduce(0, +))
            let left = reasons.count > 1 ? "\(total): \(reasons.joined(separator: ", "))" : reasons.first
            return (left.map { "\($0). " } ?? "") + "\(spoken(stage.label, stage.n))."
        }
        let branches = branches.map { branch in
            ([spoken(branch.label, branch.n) + "."] + branch.stages.map(spoken)).joined(separator: " ")
        }
        return
            ([words.flowDescription] + stages.map(spoken) + branches + (isSynthetic ? [words.spokenSyntheticData] : []))
            .joined(separator: " ")
    }
}
