import Foundation
import Results
import SurvivalStatistics

/// The data of one case, as `models.R` left them: n, p, times, events, and the columns one after the other.
struct CaseData {
    let time: [Double]
    let event: [Bool]
    let columns: DesignMatrix

    init(_ path: String) throws {
        let bytes = try Data(contentsOf: URL(filePath: path))
        let numbers = bytes.withUnsafeBytes { Array($0.bindMemory(to: Double.self)) }
        let (n, p) = (Int(numbers[0]), Int(numbers[1]))
        func column(_ index: Int) -> [Double] { Array(numbers[(2 + index * n)..<(2 + (index + 1) * n)]) }
        time = column(0)
        event = column(1).map { $0 == 1 }
        columns = try DesignMatrix((0..<p).map { .continuous("x\($0 + 1)", column($0 + 2)) }, rows: n)
    }

    func design() throws -> CoxDesign {
        try CoxDesign(time: time, status: event.map { $0 ? .event : .censored }, covariates: columns)
    }
}

/// The median of several runs, in seconds.
func median(_ runs: Int, _ action: () throws -> Void) rethrows -> Double {
    var seconds: [Double] = []
    for _ in 0..<runs {
        let start = Date()
        try action()
        seconds.append(Date().timeIntervalSince(start))
    }
    return seconds.sorted()[runs / 2]
}

/// Runs one case and gives its time and the number that R is compared by.
func run(_ name: String, _ data: CaseData) throws -> (seconds: Double, value: Double) {
    if name.hasPrefix("matching") {
        let plan = MatchingPlan(
            estimand: .treated, caliper: .standardDeviations(0.2), ratio: 1, withReplacement: false, order: .largest,
            ties: .lowerScore)
        let design = try LogisticDesign(hasOutcome: data.event, covariates: data.columns)
        var value = Double.nan
        let seconds = try median(5) {
            let model = logisticModel(design)
            _ = try nearestNeighbourMatch(score: model.probabilities, isTreated: data.event, plan: plan)
            value = model.coefficients[1] ?? .nan
        }
        return (seconds, value)
    }
    let design = try data.design()
    if name.hasPrefix("proportionality") {
        let model = coxModel(design, ties: .efron, variance: .model)
        var value = Double.nan
        let seconds = median(5) {
            value = proportionalHazardsTest(of: model, transform: .kaplanMeier).global.statistic ?? .nan
        }
        return (seconds, value)
    }
    var value = Double.nan
    let seconds = median(5) {
        let model = coxModel(design, ties: .efron, variance: .model)
        value = model.coefficients[0] ?? .nan
        // The user's call also makes residuals and the concordance.
        if name.hasPrefix("call") {
            _ = model.martingaleResiduals
            _ = model.concordance(level: 0.95)
        }
    }
    return (seconds, value)
}

let folder = CommandLine.arguments.count > 1 ? CommandLine.arguments[1] : "."
print("case                     R (s)    here (s)   ratio   largest difference")
for line in try String(contentsOfFile: "\(folder)/r.txt", encoding: .utf8).split(separator: "\n") {
    let parts = line.split(separator: " ")
    let (name, reference) = (String(parts[0]), Double(parts[1]) ?? .nan)
    let (seconds, value) = try run(name, CaseData("\(folder)/\(name).bin"))
    let miss = abs(value / (Double(parts[2]) ?? .nan) - 1)
    let padded = name.padding(toLength: 22, withPad: " ", startingAt: 0)
    print(padded, String(format: "%8.4f   %8.4f  %6.1f   %.1e", reference, seconds, reference / seconds, miss))
}
