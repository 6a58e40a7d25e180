import Foundation
import Results
import Testing

@testable import SurvivalStatistics

/// Records that stand for several patients give what the patients give, one by one.
@Suite struct FrequencyTests {
    /// Two patients with x = 0 have the event together, one with x = 1 lasts longer. By Efron the log-likelihood is
    /// −log(2 + e^β) − log(1 + e^β), at β = 0 −log 6. A case weight of 2, as R takes it, gives −2 log(2 + e^β): the two
    /// would not be tied with each other.
    @Test func efronTiesPatientsOfOneRecord() throws {
        func design(weights: [Double]?, frequency: [Double]?) throws -> CoxDesign {
            try CoxDesign(
                time: [1, 2], status: [.event, .censored],
                covariates: DesignMatrix([.continuous("x", [0, 1])], rows: 2), weights: weights, frequency: frequency)
        }
        let counted = coxModel(try design(weights: nil, frequency: [2, 1]), ties: .efron, variance: .model)
        #expect(abs(counted.logLikelihoodNull + log(6)) < 1e-15)
        #expect(counted.n == 3)
        #expect(counted.events == 2)
        let weighted = coxModel(try design(weights: [2, 1], frequency: nil), ties: .efron, variance: .model)
        #expect(abs(weighted.logLikelihoodNull + log(9)) < 1e-15)
        #expect(weighted.n == 2)
    }

    /// Every number of a model, its tests, its concordance and its test of proportional hazards.
    @Test(arguments: [TiesMethod.efron, .breslow], [1, 2, 3])
    func coxModelsAreThoseOfThePatients(ties: TiesMethod, seed: UInt64) throws {
        let kinds = Kinds(seed: seed)
        for (late, stratified) in [(false, false), (true, false), (false, true), (true, true)] {
            let models = try [kinds.rows, kinds.patients].map {
                coxModel(
                    try kinds.design(of: $0, late: late, stratified: stratified), ties: ties, variance: .model)
            }
            try expectSame(models[0].result(level: 0.95), models[1].result(level: 0.95))
            for transform in [TimeTransform.kaplanMeier, .identity, .rank, .log] {
                try expectSame(
                    proportionalHazardsTest(of: models[0], transform: transform),
                    proportionalHazardsTest(of: models[1], transform: transform))
            }
        }
    }

    @Test func oneCovariateAndMissingValues() throws {
        var kinds = Kinds(seed: 9)
        for row in stride(from: 0, to: kinds.time.count, by: 7) { kinds.columns[0][row] = .nan }
        kinds.columns = [kinds.columns[0]]
        let models = try [kinds.rows, kinds.patients].map {
            coxModel(try kinds.design(of: $0, late: false, stratified: false), ties: .efron, variance: .model)
        }
        try expectSame(models[0].result(level: 0.9), models[1].result(level: 0.9))
    }

    @Test func subgroupsAreThoseOfThePatients() throws {
        let kinds = Kinds(seed: 4)
        let analyses = try [kinds.rows, kinds.patients].map { rows in
            try subgroupAnalysis(
                try CoxDesign(
                    time: rows.index.map { kinds.time[$0] }, status: rows.index.map { kinds.status[$0] },
                    covariates: DesignMatrix([], rows: rows.index.count), frequency: rows.frequency),
                treatment: kinds.factor(0, rows.index), by: kinds.factor(1, rows.index), ties: .efron, variance: .model,
                level: 0.95)
        }
        try expectSame(analyses[0], analyses[1])
    }

    /// Firth's penalty is of the information, which counts patients.
    @Test func firthsModelIsThatOfThePatients() throws {
        let kinds = Kinds(seed: 5)
        let models = try [kinds.rows, kinds.patients].map {
            firthCoxModel(try kinds.design(of: $0, late: false, stratified: false), ties: .efron, level: 0.95)
        }
        try expectSame(models[0], models[1], tolerance: 1e-9)
    }

    /// An influence that is added up over patients is refused, and said to be.
    @Test func aRobustVarianceIsRefused() throws {
        let kinds = Kinds(seed: 6)
        let model = coxModel(
            try kinds.design(of: kinds.rows, late: false, stratified: false), ties: .efron, variance: .robust)
        #expect(model.notes.contains(ResultNote(.unsupported, subject: "robust variance of counted patients")))
        #expect(model.result(level: 0.95).coefficients[0].standardError == nil)
    }

    @Test(arguments: [7, 8]) func curvesAndTestsAreThoseOfThePatients(seed: UInt64) throws {
        let kinds = Kinds(seed: seed)
        for late in [false, true] {
            let samples = try [kinds.rows, kinds.patients].map { rows in
                try SurvivalSample(
                    time: rows.index.map { kinds.time[$0] }, status: rows.index.map { kinds.status[$0] },
                    entry: late ? rows.index.map { kinds.entry[$0] } : nil,
                    frequency: rows.frequency ?? rows.index.map { _ in 1 }, unit: .days)
            }
            #expect(samples[0].patientCount == samples[1].count)
            #expect(samples[0].eventCount == samples[1].eventCount)
            let groups = zip(samples, [kinds.rows, kinds.patients]).map { sample, rows in
                sample.split(by: rows.index.map { Int(kinds.columns[1][$0]) }, into: 3)
            }
            for (counted, patients) in zip(groups[0], groups[1]) {
                let curves = [counted, patients].map { kaplanMeier($0, transform: .logLog, level: 0.95) }
                #expect(curves[0] == curves[1])
                #expect(
                    reverseKaplanMeier(counted, transform: .log, level: 0.9)
                        == reverseKaplanMeier(patients, transform: .log, level: 0.9))
                #expect(
                    restrictedMean(counted, horizon: 8, beyond: .carryForward, level: 0.95)
                        == restrictedMean(patients, horizon: 8, beyond: .carryForward, level: 0.95))
                #expect(
                    riskCounts(of: counted, at: [0, 3, 5], convention: .justBefore)
                        == riskCounts(of: patients, at: [0, 3, 5], convention: .justBefore))
            }
            for weights in [LogRankWeights.equal, .gehanBreslow, .taroneWare, .flemingHarrington(rho: 1, gamma: 1)] {
                #expect(logRankTest(groups[0], weights: weights) == logRankTest(groups[1], weights: weights))
            }
        }
    }

    @Test func aFrequencyIsAWholeNumber() {
        #expect(throws: SurvivalSampleError.weightNotPermitted(row: 1)) {
            try SurvivalSample(time: [1, 2], status: [.event, .event], frequency: [2, 1.5], unit: .days)
        }
        #expect(throws: DesignError.weightNotPositive(row: 0)) {
            try CoxDesign(
                time: [1], status: [.event], covariates: DesignMatrix([.continuous("x", [0])], rows: 1),
                frequency: [0])
        }
    }
}

/// Expects two values to have the same numbers: the same to a relative 1e-12, all else equal.
private func expectSame<Value: Encodable>(
    _ left: Value?, _ right: Value?, tolerance: Double = 1e-12, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let texts = try [left, right].map { try JSONEncoder().encode($0) }
    let trees = try texts.map { try JSONSerialization.jsonObject(with: $0, options: .fragmentsAllowed) }
    var differences: [String] = []
    compare(trees[0], trees[1], at: "", tolerance: tolerance, &differences)
    #expect(differences.isEmpty, "\(differences)", sourceLocation: sourceLocation)
}

private func compare(
    _ left: Any, _ right: Any, at path: String, scale: Double = 0, tolerance: Double, _ found: inout [String]
) {
    switch (left, right) {
    case (let left as [String: Any], let right as [String: Any]):
        // A likelihood ratio is the difference of two log-likelihoods, a score that of two sums over all patients: they
        // have the rounding errors of these.
        let likelihood = ["logLikelihood", "logLikelihoodMain"].compactMap { left[$0] as? Double }.first
        let scale = likelihood.map(abs) ?? scale
        let isDifference = ["likelihood-ratio", "score", "proportional-hazards"].contains(left["method"] as? String)
        for key in Set(left.keys).union(right.keys).sorted() {
            compare(
                left[key] ?? "absent", right[key] ?? "absent", at: "\(path).\(key)",
                scale: isDifference || !(left[key] is NSNumber) ? scale : 0, tolerance: tolerance, &found)
        }
    case (let left as [Any], let right as [Any]) where left.count == right.count:
        for index in left.indices {
            compare(left[index], right[index], at: "\(path)[\(index)]", scale: scale, tolerance: tolerance, &found)
        }
    case (let left as NSNumber, let right as NSNumber):
        let (left, right) = (left.doubleValue, right.doubleValue)
        // What should be zero has only rounding errors.
        if abs(left - right) > tolerance * max(abs(left), abs(right), 1e-3, scale) {
            found.append("\(path) \(left) \(right)")
        }
    default:
        if "\(left)" != "\(right)" { found.append("\(path) \(left) \(right)") }
    }
}
