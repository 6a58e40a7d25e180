import Drawing
import Foundation
import Results
import Styling
import TestSupport

@testable import Figures

/// A plot of residuals made from a seed.
struct ResidualsStudy {
    var labels: [String]
    var events = 60
    var unit = TimeUnit.months
    var longest = 34.6
    var pValue: Double? = 0.41

    private func test(_ p: Double?) -> TestResult {
        TestResult(method: .proportionalHazards, statistic: nil, pValue: p, n: 71, events: events, equalsInR: "cox.zph")
    }

    var plot: ResidualPlot {
        var random = SeededRandom(7)
        let panels = labels.enumerated().map { index, label in
            let time = (0..<events).map { _ in Double.random(in: 0.5...longest, using: &random) }.sorted()
            let slope = Double(index % 3 - 1) * 1.5
            let smoothTime = events < 2 ? [] : (0...40).map { longest * Double($0) / 40 }
            let smooth = smoothTime.map { -0.8 + slope * ($0 / longest - 0.5) }
            let reach = smoothTime.map { 0.5 + 1.6 * pow($0 / longest - 0.4, 2) }
            return ResidualPlot.Panel(
                label: label, time: time,
                residual: time.map { -0.8 + slope * ($0 / longest - 0.5) + Double.random(in: -3...3, using: &random) },
                smoothTime: smoothTime, smooth: smooth, lower: zip(smooth, reach).map { $0 - $1 },
                upper: zip(smooth, reach).map { $0 + $1 }, coefficient: -0.84,
                test: test(pValue.map { $0 / Double(index + 1) }))
        }
        return ResidualPlot(
            endpoint: "endpoint-0", unit: unit, panels: panels,
            test: ProportionalHazardsResult(transform: "km", terms: [], global: test(pValue)), population: "all")
    }

    func scene(style: HouseStyle = .plain, synthetic: Bool = true) throws -> Scene {
        try Self.scene(of: plot, style: style, synthetic: synthetic)
    }

    static func scene(of plot: ResidualPlot, style: HouseStyle = .plain, synthetic: Bool = true) throws -> Scene {
        let results = results(
            with: .residuals(plot), caption: "Scaled Schoenfeld residuals.", synthetic: synthetic)
        return try Figures.scene(of: results.figures[0], in: results, style: style, measuring: FixedWidthText())
    }

    static let hard: [(name: String, study: ResidualsStudy)] = [
        ("one", ResidualsStudy(labels: ["RT+IO+T versus IO+T"])),
        (
            "three",
            ResidualsStudy(labels: ["RT+IO+T versus IO+T", "ECOG performance status 1–2 versus 0", "Age (years)"])
        ),
        ("four", ResidualsStudy(labels: (1...4).map { "Covariate \($0)" }, unit: .days, longest: 1292)),
        ("forty", ResidualsStudy(labels: (1...40).map { "Covariate number \($0)" }, events: 12)),
        ("one event", ResidualsStudy(labels: ["Arm", "Sex"], events: 1, pValue: nil)),
        ("no events", ResidualsStudy(labels: ["Arm", "Sex"], events: 0, unit: .years, longest: 3, pValue: nil)),
        (
            "long names",
            ResidualsStudy(
                labels: [
                    "Previous locoregional therapy including transarterial chemoembolisation or ablation", "B", "C",
                ],
                unit: .weeks, longest: 400)
        ),
    ]
}
