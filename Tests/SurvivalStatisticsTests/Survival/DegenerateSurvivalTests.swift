import Results
import SurvivalStatistics
import Testing

/// The right value where one exists, a reason where none does.
@Suite struct DegenerateSurvivalTests {
    @Test(arguments: ConfidenceTransform.allCases)
    func nobody(transform: ConfidenceTransform) throws {
        let curve = kaplanMeier(try sample([], []), transform: transform, level: 0.95)
        #expect(curve.time.isEmpty)
        expectSound(curve)
        for rule in MedianRule.allCases {
            #expect(survivalQuantile(0.5, of: curve, rule: rule).value == .notReached)
        }
        let rate = survivalRate(at: 1, of: curve, beyond: .carryForward)
        #expect(rate.estimate.value == nil)
        #expect(rate.estimate.notes == [ResultNote(.noPatients)])
    }

    @Test(arguments: ConfidenceTransform.allCases)
    func oneEvent(transform: ConfidenceTransform) throws {
        let curve = kaplanMeier(try sample([5], [1]), transform: transform, level: 0.95)
        #expect(curve.survival == [0])
        #expect(curve.standardErrorOfLog == [nil])
        #expect(curve.lower == [nil])
        #expect(curve.upper == [nil])
        let median = survivalQuantile(0.5, of: curve, rule: .rPrint)
        #expect(median.value == .reached(5))
        #expect(median.lower == .notReached && median.upper == .notReached)
        // S is 0 for good: beyond the last observation it is known.
        let rate = survivalRate(at: 6, of: curve, beyond: .notEstimable)
        #expect(rate.estimate.value == 0)
        #expect(rate.estimate.interval == nil)
        #expect(rate.estimate.standardError == nil)
    }

    @Test(arguments: ConfidenceTransform.allCases)
    func allCensored(transform: ConfidenceTransform) throws {
        let curve = kaplanMeier(try sample([2, 3, 5], [0, 0, 0]), transform: transform, level: 0.95)
        #expect(curve.survival == [1, 1, 1])
        #expect(curve.lower == [1, 1, 1])
        #expect(curve.upper == [1, 1, 1])
        expectSound(curve)
        #expect(survivalQuantile(0.5, of: curve, rule: .rPrint).value == .notReached)
    }

    @Test func timesAtAndBelowZero() throws {
        let curve = kaplanMeier(try sample([-1, 0, 2], [1, 1, 0]), transform: .log, level: 0.95)
        #expect(curve.time == [-1, 0, 2])
        expectClose(curve.survival, [2.0 / 3, 1.0 / 3, 1.0 / 3])
    }

    @Test func weightsOfZero() throws {
        let curve = kaplanMeier(try sample([1, 2], [1, 1], weights: [0, 0]), transform: .logLog, level: 0.95)
        #expect(curve.survival == [1, 1])
        expectSound(curve)
    }

    @Test(arguments: [LogRankWeights.equal, .gehanBreslow, .taroneWare, .flemingHarrington(rho: 1, gamma: 1)])
    func comparisonsWithoutAnAnswer(weights: LogRankWeights) throws {
        func notes(_ groups: [SurvivalSample]) -> [ResultNote.Kind] {
            let test = logRankTest(groups, weights: weights).test
            #expect(test.pValue == nil && test.statistic == nil)
            return test.notes.map(\.kind)
        }
        let none = try sample([], [])
        let censored = try sample([1, 2], [0, 0])
        let events = try sample([1, 2], [1, 1])
        #expect(notes([]) == [.noPatients])
        #expect(notes([none, none]) == [.noPatients])
        #expect(notes([censored, censored]) == [.noEvents])
        #expect(notes([events]) == [.singleGroup])
        #expect(notes([events, none]) == [.singleGroup])
        let weighted = try sample([1, 2, 3, 4], [1, 1, 1, 1], weights: [1, 0.5, 1, 1]).split(by: [0, 1, 0, 1], into: 2)
        #expect(notes(weighted) == [.samplingWeights])
    }

    @Test func everyoneDiesAtOnce() throws {
        let test = logRankTest([try sample([1, 1], [1, 1]), try sample([1], [1])], weights: .equal).test
        #expect(test.pValue == nil)
        #expect(test.notes == [ResultNote(.zeroVariance)])
    }

    @Test func anEmptyGroupIsPassedOver() throws {
        let (a, b) = (try sample([1, 3], [1, 1]), try sample([2, 4], [1, 0]))
        let three = logRankTest([a, try sample([], []), b], weights: .equal).test
        let two = logRankTest([a, b], weights: .equal).test
        #expect(three.statistic == two.statistic)
        #expect(three.degreesOfFreedom == [1])
    }

    @Test func emptyStrata() throws {
        #expect(stratifiedLogRankTest([], weights: .equal).test.notes == [ResultNote(.noPatients)])
        let (a, b) = (try sample([1, 3], [1, 1]), try sample([2, 4], [1, 0]))
        let padded = stratifiedLogRankTest([[a, b], [a]], weights: .equal)
        expectClose(padded.test.statistic, logRankTest([a, b], weights: .equal).test.statistic ?? .nan)
    }
}
