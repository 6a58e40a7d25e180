import Foundation
import Results
import SurvivalStatistics
import TestSupport
import Testing
import Validation

/// A sample written as R prints it: a minus sign in `status` is a censoring.
func sample(
    _ time: [Double], _ status: [Int], entry: [Double]? = nil, weights: [Double]? = nil, unit: TimeUnit = .days
) throws -> SurvivalSample {
    try SurvivalSample(
        time: time, status: status.map { $0 == 1 ? .event : .censored }, entry: entry, weights: weights, unit: unit)
}

/// The lung cancer data of R's survival package.
func lungData() throws -> ReferenceTable {
    ReferenceTable(
        csv: try String(contentsOfFile: "\(repositoryRoot)/Tests/References/Data/lung.csv", encoding: .utf8))
}

/// Its patients with a known value of a column, and that column.
func lungPatients(by name: String) throws -> (sample: SurvivalSample, values: [Double]) {
    let data = try lungData().complete(["time", "status", name])
    let sample = try SurvivalSample(
        time: data.numbers("time"), status: data.numbers("status").map { $0 == 2 ? .event : .censored }, unit: .days)
    return (sample, try data.numbers(name))
}

/// The lung cancer data by sex, men first.
func lungBySex() throws -> [SurvivalSample] {
    let (sample, sex) = try lungPatients(by: "sex")
    return sample.split(by: sex.map { Int($0) - 1 }, into: 2)
}

func expectClose(
    _ actual: Double?, _ expected: Double, tolerance: Double = 1e-12, _ what: String = "",
    sourceLocation: SourceLocation = #_sourceLocation
) {
    let difference = actual.map { abs($0 - expected) } ?? .infinity
    #expect(
        difference <= tolerance * max(abs(expected), 1e-300), "\(what) \(actual.map { "\($0)" } ?? "absent")",
        sourceLocation: sourceLocation)
}

func expectClose(
    _ actual: [Double?], _ expected: [Double], tolerance: Double = 1e-12,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    #expect(actual.count == expected.count, sourceLocation: sourceLocation)
    for (index, pair) in zip(actual, expected).enumerated() {
        expectClose(pair.0, pair.1, tolerance: tolerance, "[\(index)]", sourceLocation: sourceLocation)
    }
}

/// What holds for every survival curve.
func expectSound(_ curve: SurvivalCurve, sourceLocation: SourceLocation = #_sourceLocation) {
    let counts = [
        curve.atRisk.count, curve.events.count, curve.censored.count, curve.survival.count,
        curve.standardErrorOfLog.count, curve.lower.count, curve.upper.count,
    ]
    #expect(counts.allSatisfy { $0 == curve.time.count }, sourceLocation: sourceLocation)
    var last = 1.0
    for index in curve.time.indices {
        let survival = curve.survival[index]
        #expect(survival >= 0 && survival <= last, "rises at \(curve.time[index])", sourceLocation: sourceLocation)
        #expect(index == 0 || curve.time[index - 1] < curve.time[index], sourceLocation: sourceLocation)
        #expect(curve.atRisk[index] >= 0, sourceLocation: sourceLocation)
        if let lower = curve.lower[index], let upper = curve.upper[index] {
            #expect(0 <= lower && lower <= survival + 1e-15, sourceLocation: sourceLocation)
            #expect(survival <= upper + 1e-15 && upper <= 1, sourceLocation: sourceLocation)
        }
        for value in [curve.standardErrorOfLog[index], curve.lower[index], curve.upper[index]] {
            #expect(value?.isFinite ?? true, sourceLocation: sourceLocation)
        }
        last = survival
    }
}

/// A small seeded generator of random numbers.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// Random follow-up with ties in whole days.
func randomSample(_ generator: inout SplitMix, count: Int, days: Int = 60) throws -> SurvivalSample {
    let time = (0..<count).map { _ in Double(Int.random(in: 1...days, using: &generator)) }
    let status = (0..<count).map { _ in Int.random(in: 0...2, using: &generator) > 0 ? 1 : 0 }
    return try sample(time, status)
}
