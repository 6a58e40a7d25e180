import Mathematics
import Results
import Testing

@testable import SurvivalStatistics

/// Covariates summed as codes give what their columns give.
@Suite struct CodedCoxTests {
    /// Factors of 2, 3 and 4 levels, and numbers of 60 different values, one of which is missing now and then.
    private func design(
        numbers: Int, factors: Int = 3, seed: UInt64, stratified: Bool = false, eventsOfFirstLevel: Bool = true
    ) throws -> CoxDesign {
        var generator = SplitMix64(seed: seed)
        let count = 6000
        let levels = (0..<factors).map { factor in
            (0..<count).map { _ in Int32(generator.next(below: factor + 2)) - (generator.next(below: 200) == 0 ? 1 : 0)
            }
        }
        let values = (0..<numbers).map { _ in
            (0..<count).map { _ in
                generator.next(below: 300) == 0 ? Double.nan : Double(generator.next(below: 60)) / 10 + 40
            }
        }
        let time = (0..<count).map { _ in Double(generator.next(below: 50) + 1) }
        let status = (0..<count).map { row -> Status? in
            if !eventsOfFirstLevel, levels[0][row] == 0 { return .censored }
            return generator.next(below: 100) == 0 ? nil : generator.next(below: 3) == 0 ? .censored : .event
        }
        let covariates =
            values.enumerated().map { Covariate.continuous("x\($0)", $1) }
            + levels.enumerated().map { factor, codes in
                .factor(
                    "f\(factor)", codes: codes, levels: ["a", "b", "c", "d"].dropLast(2 - factor), reference: factor)
            }
        return try CoxDesign(
            time: time, status: status, covariates: DesignMatrix(covariates, rows: count),
            strata: stratified ? (0..<count).map { _ in generator.next(below: 3) } : nil)
    }

    private func areNear(_ left: [Double], _ right: [Double], within tolerance: Double = 1e-11) -> Bool {
        let size = zip(left, right).reduce(1) { max($0, abs($1.0), abs($1.1)) }
        return left.count == right.count && zip(left, right).allSatisfy { abs($0 - $1) <= tolerance * size }
    }

    @Test(arguments: [TiesMethod.efron, .breslow], [0, 1, 4, 6])
    func `likelihood, score and information are those of the columns`(ties: TiesMethod, numbers: Int) throws {
        for factors in [0, 3] where factors + numbers > 0 {
            let design = try design(numbers: numbers, factors: factors, seed: 5, stratified: numbers == 4)
            let records = CoxRecords(design, codedFrom: 1)
            let coded = CodedCoxLikelihood(records: records, coded: try #require(records.coded), ties: ties)
            let plain = CoxLikelihood(records: CoxRecords(design, codedFrom: .max), ties: ties)
            #expect(plain.records.coded == nil)
            let ramp = (0..<records.groupCount).map { Double($0) / 10 - 2 }
            for scale in [0, 0.3] {
                let coefficients = (0..<records.width).map { scale * (Double($0 % 3) - 1.2) }
                let found = coded.values(at: coefficients, factors: [nil, ramp])
                for (value, factors) in zip(found, [nil, ramp]) {
                    let expected = plain.value(at: coefficients, factors: factors)
                    #expect(areNear([value.logLikelihood], [expected.logLikelihood]))
                    #expect(areNear(value.score, expected.score))
                    #expect(areNear(value.information.elements, expected.information.elements))
                }
            }
        }
    }

    @Test func `the model, its tests and its predictor are those of the columns`() throws {
        let design = try design(numbers: 4, seed: 8)
        let (coded, plain) = (CoxRecords(design, codedFrom: 1), CoxRecords(design, codedFrom: .max))
        let found = coxModel(design, records: coded, ties: .efron, variance: .model)
        let expected = coxModel(design, records: plain, ties: .efron, variance: .model)
        #expect(coded.missingCount == plain.missingCount && coded.missingCount > 0)
        #expect(areNear(found.coefficients.map { $0 ?? .nan }, expected.coefficients.map { $0 ?? .nan }))
        #expect(areNear(found.covariance.elements, expected.covariance.elements))
        #expect(areNear(found.linearPredictor, expected.linearPredictor))
        let (tests, others) = (found.termTests, expected.termTests)
        #expect(tests.count == 7)
        for (test, other) in zip(tests, others) {
            #expect(
                areNear(
                    [test.likelihoodRatio?.statistic ?? .nan], [other.likelihoodRatio?.statistic ?? 0], within: 1e-8))
        }
        let proportional = proportionalHazardsTest(of: found, transform: .kaplanMeier)
        let other = proportionalHazardsTest(of: expected, transform: .kaplanMeier)
        #expect(areNear([proportional.global.statistic ?? .nan], [other.global.statistic ?? 0], within: 1e-8))
        // Who reads columns gets them.
        #expect(areNear(coded.covariates.row(17), plain.covariates.row(17)))
    }

    @Test func `a level without events is found as it is in columns`() throws {
        let design = try design(numbers: 2, seed: 3, eventsOfFirstLevel: false)
        let found = coxModel(design, records: CoxRecords(design, codedFrom: 1), ties: .efron, variance: .model)
        let expected = coxModel(design, records: CoxRecords(design, codedFrom: .max), ties: .efron, variance: .model)
        #expect(!found.monotone.isEmpty)
        #expect(found.monotone == expected.monotone)
        #expect(found.notes == expected.notes)
    }

    @Test func `risks that would overflow are summed from columns`() throws {
        let design = try design(numbers: 2, seed: 4)
        let records = CoxRecords(design, codedFrom: 1)
        let coded = CodedCoxLikelihood(records: records, coded: try #require(records.coded), ties: .efron)
        let far = (0..<records.width).map { $0 == 0 ? 900.0 : 0 }
        let expected = CoxLikelihood(records: CoxRecords(design, codedFrom: .max), ties: .efron).value(at: far)
        #expect(expected.isFinite)
        #expect(areNear([coded.value(at: far).logLikelihood], [expected.logLikelihood]))
    }

    @Test func `too many values, interactions, weights and late entries keep the columns`() throws {
        let count = 300
        let time = (0..<count).map { Double($0 % 3 + 1) }
        let status = [Status?](repeating: .event, count: count)
        let few = Covariate.continuous("few", (0..<count).map { Double($0 % 7) })
        let other = Covariate.continuous("other", (0..<count).map { Double($0 % 5) })
        func isCoded(
            _ covariates: [Covariate], interactions: [[String]] = [], entry: [Double]? = nil, weights: [Double]? = nil
        ) throws -> Bool {
            let design = try CoxDesign(
                time: time, status: status,
                covariates: DesignMatrix(covariates, interactions: interactions, rows: count), entry: entry,
                weights: weights)
            return CoxRecords(design, codedFrom: 1).coded != nil
        }
        #expect(try isCoded([few, other]))
        #expect(try !isCoded([few, other], interactions: [["few", "other"]]))
        #expect(try !isCoded([few], weights: time))
        #expect(try !isCoded([few], entry: time.map { $0 - 1 }))
        #expect(CodedNumbers((0...CodedNumbers.mostValues).map { Double($0) }) == nil)
    }

    @Test func `numbers are coded in ascending order, zero once`() throws {
        let coded = try #require(CodedNumbers([3, -0.0, 0, .nan, -2, 3]))
        #expect(coded.values == [-2, 0, 3])
        #expect(coded.codes == [2, 1, 1, 0, 0, 2] || coded.codes == [2, 1, 1, 2, 0, 2])
    }
}
