import CairoRendering
import Figures
import Foundation
import Results
import Styling
import SurvivalStatistics

// Arrays in, values out: twelve patients in two groups.
let months = [3.0, 5, 8, 12, 14, 20, 6, 11, 17, 22, 25, 30]
let status: [Status] = [
    .event, .event, .censored, .event, .event, .censored, .event, .censored, .event, .censored, .event, .censored,
]
let group = [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1]

let sample = try SurvivalSample(time: months, status: status, unit: .months)
let groups = sample.split(by: group, into: 2)
for (name, patients) in zip(["control", "treated"], groups) {
    let curve = kaplanMeier(patients, transform: .logLog, level: 0.95)
    let median = survivalQuantile(0.5, of: curve, rule: .rPrint)
    print("\(name): median \(median.value), limits \(median.lower) and \(median.upper)")
}
let comparison = logRankTest(groups, weights: .equal)
print("log-rank p = \(comparison.test.pValue ?? .nan), in R \(comparison.test.equalsInR)")

let design = try CoxDesign(
    time: months, status: status, covariates: DesignMatrix([.continuous("treated", group.map(Double.init))], rows: 12))
let model = coxModel(design, ties: .efron, variance: .model).result(level: 0.95)
print("hazard ratio = \(model.coefficients[0].hazardRatio.value ?? .nan)")

// Results in, picture out: a figure of a bundle in another journal's style.
let arguments = CommandLine.arguments.dropFirst()
if let file = arguments.first {
    let results = try StudyResults(decodingJSON: Array(Data(contentsOf: URL(filePath: file))))
    let style = try HouseStyle.named("nejm")
    let measurer = PangoTextMeasurer()
    let renderer = try CairoRenderer(creationDate: "2026-01-01", measurer: measurer)
    for figure in results.figures where figure.id == "survival" {
        let picture = try scene(of: figure, in: results, style: style, measuring: measurer)
        try Data(renderer.pdf(of: picture)).write(to: URL(filePath: "survival.pdf"))
        print("made survival.pdf: \(picture.alternativeText)")
    }
}
