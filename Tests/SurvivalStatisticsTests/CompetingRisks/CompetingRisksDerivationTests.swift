import Mathematics
import Foundation
import Results
import Testing

@testable import SurvivalStatistics

/// Competing risks worked by hand, and what must hold of them whatever the data are.
@Suite struct CompetingRisksDerivationTests {
    private func curve(
        _ sample: CompetingRisksSample, _ cause: Int, _ variance: IncidenceVariance = .greenwood
    ) -> CumulativeIncidenceCurve {
        cumulativeIncidence(sample, cause: cause, variance: variance, transform: .logLog, level: 0.95)
    }

    /// Four patients: cause 1 at 1, cause 2 at 2, censored at 3, cause 1 at 4. F₁ = ¼ from 1, ¼ + ½ · 1 = ¾ from 4; F₂ = ¼.
    @Test func `four patients`() throws {
        let sample = try CompetingRisksSample(time: [1, 2, 3, 4], cause: [1, 2, 0, 1])
        let first = curve(sample, 1)
        #expect(first.incidence == [0.25, 0.25, 0.25, 0.75])
        #expect(curve(sample, 2).incidence == [0, 0.25, 0.25, 0.25])
        #expect(first.atRisk == [4, 3, 2, 1])
        // While nobody is censored the incidence is a share of four: variance F (1 − F)/4.
        #expect(abs((first.standardError[1] ?? 0) - (0.25 * 0.75 / 4).squareRoot()) < 1e-12)
        #expect(first.timeLost(to: 4) == 0.75)
        #expect(first.incidence(at: 0.5)?.estimate == 0)
        #expect(first.incidence(at: 5) == nil)
    }

    /// Cause 1 at 1, censored at 2, cause 2 at 3 after an entry at 1, cause 1 at 4. At 1 there are three at risk: the influences
    /// are 2/9, −1/9, 0, −1/9. Those on survival are A = −1/3, 1/6, 0, 1/6, after the event at 3 of two at risk −1/2 for the
    /// third and 2/3 for the fourth. At 4 the incidence rises by 1/3 and the influences by A/3: 1/9, −1/18, −1/6, 1/9.
    @Test func `late entry`() throws {
        let sample = try CompetingRisksSample(time: [1, 2, 3, 4], cause: [1, 0, 2, 1], entry: [0, 0, 1, 0])
        let first = curve(sample, 1)
        #expect(first.atRisk == [3, 3, 2, 1])
        for (found, expected) in zip(first.incidence, [1.0 / 3, 1.0 / 3, 1.0 / 3, 2.0 / 3]) {
            #expect(abs(found - expected) < 1e-12)
        }
        for (found, variance) in zip(first.standardError, [2.0 / 27, 2.0 / 27, 2.0 / 27, 1.0 / 18]) {
            #expect(abs((found ?? 0) - variance.squareRoot()) < 1e-12)
        }
        let groups = [0, 1, 0, 1]
        #expect(try grayTest(sample, groups: groups, cause: 1, rho: 0).notes == [ResultNote(.lateEntry)])
        #expect(throws: DesignError.entryNotBeforeEnd(row: 1)) {
            try CompetingRisksSample(time: [1, 2], cause: [1, 0], entry: [0, 2])
        }
        #expect(throws: DesignError.lengthsDiffer(of: "entry", found: 1, expected: 2)) {
            try CompetingRisksSample(time: [1, 2], cause: [1, 0], entry: [0])
        }
    }

    /// Entries before every time change nothing: the jackknife is then the closed formula.
    @Test(arguments: 1...4 as ClosedRange<UInt64>) func `entry at the start`(seed: UInt64) throws {
        let sample = try random(seed)
        let entered = try CompetingRisksSample(
            time: sample.time, cause: sample.cause, entry: sample.time.map { _ in -1 })
        let (plain, late) = (curve(sample, 1), curve(entered, 1))
        #expect(plain.incidence == late.incidence && plain.atRisk == late.atRisk)
        for (one, other) in zip(plain.standardError, late.standardError) {
            #expect(abs((one ?? -1) - (other ?? -2)) < 1e-12)
        }
    }

    @Test(arguments: 1...4 as ClosedRange<UInt64>) func `incidences and survival add up to one`(seed: UInt64) throws {
        let sample = try random(seed)
        let (first, second) = (curve(sample, 1), curve(sample, 2))
        var survival = 1.0
        for index in first.time.indices {
            survival *= 1 - (first.eventsAtTime[index] + first.competingAtTime[index]) / first.atRisk[index]
            #expect(abs(first.incidence[index] + second.incidence[index] + survival - 1) < 1e-12)
        }
    }

    /// With one cause only the incidence is one minus Kaplan and Meier's estimate, and Gray's test the log-rank test.
    @Test func `one cause`() throws {
        var sample = try random(5)
        sample = try CompetingRisksSample(time: sample.time, cause: sample.cause.map { min($0, 1) })
        let groups = sample.time.indices.map { $0 % 2 }
        let test = try grayTest(sample, groups: groups, cause: 1, rho: 0)
        var (difference, variance) = (0.0, 0.0)
        for time in Set(sample.time).sorted() {
            let atRisk = sample.time.indices.filter { sample.time[$0] >= time }
            let events = atRisk.filter { sample.time[$0] == time && sample.cause[$0] == 1 }
            let (n, d) = (Double(atRisk.count), Double(events.count))
            let share = Double(atRisk.count { groups[$0] == 0 }) / n
            difference += Double(events.count { groups[$0] == 0 }) - d * share
            if n > 1 { variance += d * (n - d) / (n - 1) * share * (1 - share) }
        }
        // The score is the log-rank's; Gray's variance is another estimate of the same.
        #expect(abs((test.statistic ?? 0) - difference * difference / variance) < 0.15 * (test.statistic ?? 0))
    }

    /// Without competing events Fine and Gray's model is Cox's, and without censoring its weights are 1.
    @Test func `subdistribution models of special data`() throws {
        let sample = try random(6)
        let x = sample.time.indices.map { Double(($0 * 7) % 5) }
        let matrix = try DesignMatrix([.continuous("x", x)], rows: x.count)
        let single = try CompetingRisksSample(time: sample.time, cause: sample.cause.map { min($0, 1) })
        let fit = try subdistributionModel(single, covariates: matrix, cause: 1, method: .cmprsk, level: 0.95)
        let cox = coxModel(
            try single.causeSpecificDesign(of: 1, covariates: matrix), ties: .breslow, variance: .model)
        #expect(abs((fit.coefficients[0].coefficient ?? 0) - (cox.coefficients[0] ?? 1)) < 1e-10)
        #expect(abs(fit.logLikelihood - cox.logLikelihood) < 1e-10)
        // Uncensored: those with the other cause stay at risk for ever.
        let complete = try CompetingRisksSample(time: sample.time, cause: sample.cause.map { max($0, 1) })
        let late = (sample.time.max() ?? 0) + 1
        let forever = try CompetingRisksSample(
            time: complete.time.indices.map { complete.cause[$0] == 1 ? complete.time[$0] : late },
            cause: complete.cause.map { $0 == 1 ? 1 : 0 })
        let weighted = try subdistributionModel(complete, covariates: matrix, cause: 1, method: .cmprsk, level: 0.95)
        let plain = coxModel(
            try forever.causeSpecificDesign(of: 1, covariates: matrix), ties: .breslow, variance: .model)
        #expect(abs((weighted.coefficients[0].coefficient ?? 0) - (plain.coefficients[0] ?? 1)) < 1e-10)
    }

    /// One event, and in the third group: neither of the others can be compared with anything, although only the third group's
    /// coefficient is still moving when the iteration ends.
    @Test(arguments: SubdistributionMethod.allCases)
    func `groups without the event have no ratio`(method: SubdistributionMethod) throws {
        let groups: [Int32] = [0, 1, 2, 0, 1, 2, 0, 1]
        let sample = try CompetingRisksSample(time: [1, 2, 3, 4, 5, 6, 7, 8], cause: [0, 0, 1, 2, 0, 0, 0, 0])
        let matrix = try DesignMatrix(
            [.factor("arm", codes: groups, levels: ["A", "B", "C"], reference: 0)], rows: groups.count)
        let fit = try subdistributionModel(sample, covariates: matrix, cause: 1, method: method, level: 0.95)
        #expect(fit.coefficients.map(\.coefficient) == [nil, nil])
        #expect(fit.coefficients.allSatisfy { $0.hazardRatio.notes.map(\.kind) == [.monotoneLikelihood] })
        #expect(fit.wald.pValue == nil)
    }

    @Test func `degenerate follow-up`() throws {
        let nobody = try CompetingRisksSample(time: [], cause: [])
        #expect(curve(nobody, 1).notes == [ResultNote(.noPatients)])
        #expect(try grayTest(nobody, groups: [], cause: 1, rho: 0).notes == [ResultNote(.noPatients)])
        let censored = try CompetingRisksSample(time: [1, 2, 3], cause: [0, 0, 2])
        #expect(curve(censored, 1).notes == [ResultNote(.noEvents)])
        #expect(curve(censored, 1).incidence == [0, 0, 0])
        #expect(try grayTest(censored, groups: [0, 1, 0], cause: 1, rho: 0).notes == [ResultNote(.noEvents)])
        #expect(try grayTest(censored, groups: [0, 0, 0], cause: 2, rho: 0).notes == [ResultNote(.singleGroup)])
        let matrix = try DesignMatrix([.continuous("x", [1, 1, 1])], rows: 3)
        let fit = try subdistributionModel(censored, covariates: matrix, cause: 1, method: .cmprsk, level: 0.95)
        #expect(fit.coefficients[0].hazardRatio.notes == [ResultNote(.noEvents, subject: "x")])
        #expect(throws: DesignError.lengthsDiffer(of: "cause", found: 1, expected: 2)) {
            try CompetingRisksSample(time: [1, 2], cause: [0])
        }
    }

    /// Tiny random follow-up: nothing is NaN or infinite.
    @Test func `tiny random data`() throws {
        for seed in 0..<120 as Range<UInt64> {
            var generator = SplitMix64(seed: seed)
            let count = generator.next(below: 9)
            let sample = try CompetingRisksSample(
                time: (0..<count).map { _ in Double(generator.next(below: 6)) },
                cause: (0..<count).map { _ in generator.next(below: 3) })
            let groups = (0..<count).map { _ in generator.next(below: 3) }
            let x = (0..<count).map { _ in Double(generator.next(below: 3)) }
            let matrix = try DesignMatrix([.continuous("x", x)], rows: count)
            for variance in IncidenceVariance.allCases {
                for transform in ConfidenceTransform.allCases {
                    let curve = cumulativeIncidence(
                        sample, cause: 1, variance: variance, transform: transform, level: 0.95)
                    _ = try JSONEncoder().encode(curve)
                }
            }
            _ = try JSONEncoder().encode(try grayTest(sample, groups: groups, cause: 1, rho: Double(seed % 2)))
            for method in SubdistributionMethod.allCases {
                _ = try JSONEncoder().encode(
                    try subdistributionModel(sample, covariates: matrix, cause: 1, method: method, level: 0.95))
            }
            _ = try JSONEncoder().encode(
                try adjustedRestrictedMean(
                    time: sample.time, status: sample.cause.map { $0 == 1 ? .event : .censored },
                    isTreated: groups.map { $0 == 0 }, covariates: matrix, horizon: 3, level: 0.95))
        }
    }

    private func random(_ seed: UInt64) throws -> CompetingRisksSample {
        var generator = SplitMix64(seed: seed)
        return try CompetingRisksSample(
            time: (0..<60).map { _ in Double(1 + generator.next(below: 25)) },
            cause: (0..<60).map { _ in generator.next(below: 3) })
    }
}
