import Drawing
import Results
import Styling
import TestSupport

@testable import Figures

extension FlowChart {
    func drawn(style: HouseStyle = .plain, synthetic: Bool = true) throws -> Scene {
        let results = results(with: .flow(self), caption: "Selection of the patients.", synthetic: synthetic)
        return try Figures.scene(of: results.figures[0], in: results, style: style, measuring: FixedWidthText())
    }

    static let assessed = Stage(label: "Assessed for eligibility", n: 118, left: [])
    static let included = Stage(
        label: "Included in the analysis", n: 71,
        left: [
            Reason(label: "Other concurrent locoregional therapy (TACE, HAIC, RFA or surgical resection)", n: 22),
            Reason(label: "Incomplete medical records", n: 9), Reason(label: "Lack of follow-up data", n: 7),
            Reason(label: "Other malignancy", n: 5), Reason(label: "Child–Pugh class C liver function", n: 4),
        ])

    /// The synthetic liver-cancer cohort.
    static let liverCancer = FlowChart(
        stages: [assessed, included],
        branches: [
            Branch(
                label: "IO+T", n: 42,
                stages: [Stage(label: "Matched patients", n: 18, left: [Reason(label: "Not matched", n: 24)])]),
            Branch(
                label: "RT+IO+T", n: 29,
                stages: [Stage(label: "Matched patients", n: 18, left: [Reason(label: "Not matched", n: 11)])]),
        ])
}
