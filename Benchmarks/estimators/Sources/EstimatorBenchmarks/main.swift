// Runs one case here: EstimatorBenchmarks CASE DATA-FILE
// Prints what `cases.R` prints: the case, the shortest time and processor time in seconds, the peak memory in MB, and the
// numbers to compare.
import Foundation

guard CommandLine.arguments.count == 3 else { fatalError("usage: EstimatorBenchmarks CASE DATA-FILE") }
let name = CommandLine.arguments[1]
var file = try DataFile(CommandLine.arguments[2])
let kind = name.split(separator: "-").map(String.init)
let outcome: Outcome =
    switch (kind[0], kind[1]) {
    case (_, "fit"): coxFit(try design(&file), runs: file.rows > 0 && kind[2] == "50" ? 1 : 3)
    case (_, "call"): coxCall(try design(&file))
    case (_, "zph"): proportionality(try design(&file))
    case (_, "tiny"): coxFit(try design(&file), runs: 5, repeats: 1000)
    case ("km", _): try kaplanMeierAndLogRank(&file)
    case ("matchit", _): try matching(&file, caliper: nil)
    default: try matching(&file, caliper: .standardDeviations(0.2))
    }
let values = outcome.values.map { String($0) }.joined(separator: " ")
let times = String(format: "%.9f %.9f", outcome.seconds, outcome.processorSeconds)
print(name, "greenwood", times, outcome.peakMegabytes, values)
