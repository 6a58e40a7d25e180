import Mathematics
import Foundation
import Results
import Testing

@testable import SurvivalStatistics

/// Data from which some number does not exist: the number is absent and a note says why. Nothing is NaN or infinite, which
/// JSON could not hold, and nothing crashes.
@Suite struct CoxDegenerateTests {
    private func design(
        _ time: [Double], _ status: [Int], _ x: [Double], entry: [Double]? = nil, strata: [Int]? = nil
    ) throws -> CoxDesign {
        try CoxDesign(
            time: time, status: status.map { $0 == 1 ? .event : .censored },
            covariates: DesignMatrix([.continuous("x", x)], rows: time.count), entry: entry, strata: strata)
    }

    private func fit(_ design: CoxDesign, ties: TiesMethod = .efron) throws -> CoxModelFit {
        let fit = coxModel(design, ties: ties, variance: .model).result(level: 0.95)
        _ = try JSONEncoder().encode(fit)
        _ = try JSONEncoder().encode(firthCoxModel(design, ties: ties, level: 0.95))
        return fit
    }

    @Test func `nobody`() throws {
        let fit = try fit(try design([], [], []))
        #expect(fit.n == 0)
        #expect(fit.notes == [ResultNote(.noPatients)])
        #expect(fit.coefficients[0].coefficient == nil)
        #expect(fit.likelihoodRatio.notes == [ResultNote(.noPatients)])
    }

    /// Each site gave one treatment only: every product equals a main effect or is 0, and R's `anova` has 0 degrees of
    /// freedom and no p-value.
    @Test func `subgroups of one treatment each have no interaction`() throws {
        let codes: [Int32] = [0, 1, 0, 1, 0, 1, 0, 1]
        let base = try CoxDesign(
            time: [1, 2, 3, 4, 5, 6, 7, 8],
            status: [.event, .event, .censored, .event, .event, .event, .event, .event],
            covariates: DesignMatrix([], rows: 8))
        let analysis = try subgroupAnalysis(
            base, treatment: .factor("arm", codes: codes, levels: ["A", "B"], reference: 0),
            by: .factor("site", codes: codes, levels: ["x", "y"], reference: 0), ties: .efron, variance: .model,
            level: 0.95)
        #expect(analysis.interaction.pValue == nil)
        #expect(analysis.interaction.degreesOfFreedom.isEmpty)
        #expect(analysis.interaction.notes.map(\.kind) == [.collinear])
    }

    @Test func `one patient`() throws {
        let fit = try fit(try design([3], [1], [1]))
        #expect(fit.coefficients[0].coefficient == nil)
        #expect(fit.notes.contains(ResultNote(.collinear, subject: "x")))
        #expect(fit.concordance.estimate.value == nil)
        #expect(fit.concordance.estimate.notes == [ResultNote(.singleGroup)])
    }

    /// Both events have the largest `2g − x` at risk, ahead of both others, and share it: the likelihood grows along (2, −1)
    /// towards that of two patients who both have the event, though neither column alone shows it.
    @Test(arguments: [(TiesMethod.efron, -log(2.0)), (.breslow, -2 * log(2)), (.exact, 0)])
    func `a combination that orders the events`(ties: TiesMethod, limit: Double) throws {
        let design = try CoxDesign(
            time: [5, 5, 5, 5], status: [.event, .censored, .event, .censored],
            covariates: DesignMatrix(
                [.continuous("g", [0, 0, 1, 1]), .continuous("x", [1, 2, 3, 9])], rows: 4))
        let fit = try fit(design, ties: ties)
        #expect(fit.coefficients.map(\.coefficient) == [nil, nil])
        #expect(fit.coefficients.map(\.monotone?.isIncreasing) == [true, false])
        #expect(abs(fit.logLikelihood - limit) < 1e-8)
    }

    @Test func `no events`() throws {
        let fit = try fit(try design([1, 2, 3], [0, 0, 0], [0, 1, 0]))
        #expect(fit.notes == [ResultNote(.noEvents)])
        #expect(fit.coefficients[0].hazardRatio.notes == [ResultNote(.noEvents)])
        #expect(fit.score.notes == [ResultNote(.noEvents)])
        #expect(fit.logLikelihood == 0)
    }

    @Test(arguments: [TiesMethod.efron, .breslow, .exact]) func `all times equal`(ties: TiesMethod) throws {
        let fit = try fit(try design([2, 2, 2, 2], [1, 1, 1, 0], [0, 1, 0, 1]), ties: ties)
        #expect(fit.n == 4)
    }

    @Test func `a constant covariate`() throws {
        let fit = try fit(try design([1, 2, 3, 4], [1, 1, 0, 1], [5.1, 5.1, 5.1, 5.1]))
        #expect(fit.coefficients[0].coefficient == nil)
        #expect(fit.coefficients[0].hazardRatio.notes == [ResultNote(.collinear, subject: "x")])
        #expect(fit.eventsPerVariable == nil)
    }

    @Test func `collinear columns leave the first`() throws {
        let x = [1.0, 0, 1, 0, 1, 1, 0, 0]
        let design = try CoxDesign(
            time: [1, 2, 3, 4, 5, 6, 7, 8],
            status: [.event, .event, .event, .censored, .event, .event, .event, .event],
            covariates: DesignMatrix(
                [.continuous("a", x), .continuous("b", x.map { 3 - 2 * $0 })], rows: 8))
        let fit = try fit(design)
        #expect(fit.coefficients[0].coefficient != nil)
        #expect(fit.coefficients[1].hazardRatio.notes == [ResultNote(.collinear, subject: "b")])
        #expect(fit.likelihoodRatio.degreesOfFreedom == [1])
    }

    @Test func `a level without patients`() throws {
        let arm = Covariate.factor("arm", codes: [0, 1, 0, 1, 0, 1], levels: ["A", "B", "C"], reference: 0)
        let design = try CoxDesign(
            time: [1, 2, 3, 4, 5, 6], status: [.event, .event, .event, .event, .censored, .event],
            covariates: DesignMatrix([arm], rows: 6))
        let fit = try fit(design)
        #expect(fit.coefficients.map { $0.coefficient != nil } == [true, false])
        #expect(fit.coefficients[1].hazardRatio.notes == [ResultNote(.collinear, subject: "armC")])
    }

    @Test func `a level without events is named`() throws {
        let arm = Covariate.factor("arm", codes: [0, 0, 1, 0, 1, 0, 1, 0], levels: ["A", "B"], reference: 0)
        let status: [Status?] = [.event, .event, .censored, .event, .censored, .event, .censored, .event]
        let design = try CoxDesign(
            time: [1, 2, 3, 4, 5, 6, 7, 8], status: status, covariates: DesignMatrix([arm], rows: 8))
        let fit = try fit(design)
        let finding = try #require(fit.coefficients[0].monotone)
        #expect(finding.reason == .noEventsInLevel)
        #expect(finding.level == "B")
        #expect(!finding.isIncreasing)
        #expect(fit.coefficients[0].hazardRatio.value == nil)
        #expect(fit.coefficients[0].hazardRatio.notes == [ResultNote(.monotoneLikelihood, subject: "armB")])
        // The likelihood-ratio and score tests exist; Wald's does not.
        #expect(fit.likelihoodRatio.pValue != nil)
        #expect(fit.score.pValue != nil)
        #expect(fit.wald.notes == [ResultNote(.monotoneLikelihood, subject: "armB")])
        // Firth's estimate exists and points the same way.
        let firth = firthCoxModel(design, ties: .efron, level: 0.95)
        let penalised = try #require(firth.coefficients[0].coefficient)
        #expect(penalised < 0)
        #expect(firth.coefficients[0].hazardRatio.interval?.upper != nil)
    }

    @Test func `a reference without events is named in all its columns`() throws {
        let arm = Covariate.factor("arm", codes: [1, 2, 0, 1, 0, 2, 1, 2, 0], levels: ["A", "B", "C"], reference: 0)
        let status: [Status?] = [.event, .event, .censored, .event, .censored, .event, .event, .event, .censored]
        let design = try CoxDesign(
            time: [1, 2, 3, 4, 5, 6, 7, 8, 9], status: status, covariates: DesignMatrix([arm], rows: 9))
        let fit = try fit(design)
        #expect(fit.coefficients.map { $0.monotone?.reason } == [.noEventsInReference, .noEventsInReference])
        #expect(fit.coefficients.map { $0.monotone?.level } == ["A", "A"])
        #expect(fit.coefficients.map { $0.monotone?.isIncreasing } == [true, true])
    }

    @Test func `a number that orders the events`() throws {
        let fit = try fit(try design([1, 2, 3, 4, 5], [1, 1, 1, 0, 1], [9, 7, 6, 4, 2.5]))
        #expect(fit.coefficients[0].monotone?.reason == .extremeAtEveryEvent)
        #expect(fit.coefficients[0].monotone?.isIncreasing == true)
    }

    /// Neither column alone is extreme at every event, but `a + b` is.
    @Test func `a combination that orders the events`() throws {
        let a = [3.0, 0.5, 2.6, -1, 1.2, 0.1, -0.5, 0]
        let sum = [8.0, 7, 6, 5, 4, 3, 2, 1]
        let design = try CoxDesign(
            time: [1, 2, 3, 4, 5, 6, 7, 8], status: [Status?](repeating: .event, count: 8),
            covariates: DesignMatrix(
                [.continuous("a", a), .continuous("b", zip(sum, a).map { $0 - $1 })], rows: 8))
        let fit = try fit(design)
        #expect(fit.coefficients.map { $0.monotone?.reason } == [.combination, .combination])
        #expect(fit.coefficients.map { $0.monotone?.isIncreasing } == [true, true])
    }

    @Test func `an interaction cell without events`() throws {
        let arm = Covariate.factor(
            "arm", codes: [0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1], levels: ["A", "B"], reference: 0)
        let sex = Covariate.factor(
            "sex", codes: [0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1], levels: ["f", "m"], reference: 0)
        // Men in arm B are never observed to have the event.
        let status: [Status?] = [
            .event, .event, .event, .censored, .event, .event, .event, .censored, .event, .event, .event, .censored,
        ]
        let design = try CoxDesign(
            time: [5, 3, 2, 9, 4, 6, 8, 10, 7, 1, 11, 12], status: status,
            covariates: DesignMatrix([arm, sex], interactions: [["arm", "sex"]], rows: 12))
        let fit = try fit(design)
        #expect(fit.coefficients.map { $0.column.name } == ["armB", "sexm", "armB:sexm"])
        #expect(fit.coefficients.map { $0.monotone?.reason } == [nil, nil, .noEventsInLevel])
        let interaction = try #require(fit.terms.last?.likelihoodRatio)
        #expect(interaction.degreesOfFreedom == [1])
        #expect(fit.terms[0].likelihoodRatio == nil)
    }

    @Test func `an empty stratum, a stratum without events and a stratum of one`() throws {
        let whole = try design([1, 2, 3, 4, 5], [1, 0, 1, 1, 0], [0, 1, 1, 0, 0.5])
        let more = try design(
            [1, 2, 3, 4, 5, 2, 3, 9], [1, 0, 1, 1, 0, 0, 0, 1], [0, 1, 1, 0, 0.5, 1, 0, 1],
            strata: [7, 7, 7, 7, 7, 3, 3, 12])
        let (first, second) = (try fit(whole), try fit(more))
        #expect(abs(first.logLikelihood - second.logLikelihood) < 1e-12)
        #expect(second.n == 8)
        #expect(first.coefficients[0].hazardRatio.method.hasPrefix("survival::coxph(ties"))
        #expect(second.coefficients[0].hazardRatio.method.hasPrefix("survival::coxph(… + strata(…), ties"))
        #expect(coxModel(more, ties: .efron, variance: .model).baselineHazard(level: 0.95, transform: .log).count == 3)
    }

    @Test func `negative and zero times are times`() throws {
        let x = [0.0, 1, 1, 0, 0.5, 2]
        let shifted = try fit(try design([-3, -2, -1, 0, 1, 2], [1, 0, 1, 1, 0, 1], x))
        let plain = try fit(try design([1, 2, 3, 4, 5, 6], [1, 0, 1, 1, 0, 1], x))
        #expect(shifted.coefficients[0].coefficient == plain.coefficients[0].coefficient)
        let model = coxModel(
            try design([-3, -2, -1, 0, 1, 2], [1, 0, 1, 1, 0, 1], x), ties: .efron, variance: .model)
        let test = proportionalHazardsTest(of: model, transform: .log)
        #expect(test.global.statistic == nil)
        #expect(test.global.notes == [ResultNote(.notPositiveTime)])
        #expect(proportionalHazardsTest(of: model, transform: .identity).global.statistic != nil)
    }

    @Test func `records without time at risk and with missing values are counted`() throws {
        let fit = try fit(
            try design([1, 2, 3, 4, .nan, 6], [1, 1, 1, 1, 1, 0], [0, 1, 1, 0, 1, .nan], entry: [0, 2, 0, 0, 0, 0]))
        #expect(fit.n == 3)
        #expect(fit.notes.contains(ResultNote(.missingLeftOut, count: 2)))
        #expect(fit.notes.contains(ResultNote(.emptyInterval, count: 1)))
    }

    @Test func `exact ties refuse weights and robust variance`() throws {
        let data = RandomDesign(count: 30, width: 1, seed: 3, distinctTimes: 8)
        let weighted = coxModel(try data.design(weighted: true), ties: .exact, variance: .model).result(level: 0.95)
        #expect(weighted.coefficients[0].coefficient == nil)
        #expect(weighted.notes.contains(ResultNote(.unsupported, subject: "weights with exact ties")))
        let robust = coxModel(try data.design(), ties: .exact, variance: .robust).result(level: 0.95)
        #expect(robust.coefficients[0].standardError == nil)
        #expect(robust.notes.contains(ResultNote(.unsupported, subject: "robust variance with exact ties")))
    }

    @Test func `arrays that do not fit are refused`() throws {
        let matrix = try DesignMatrix([.continuous("x", [1, 2])], rows: 2)
        #expect(throws: DesignError.lengthsDiffer(of: "status", found: 1, expected: 2)) {
            try CoxDesign(time: [1, 2], status: [.event], covariates: matrix)
        }
        #expect(throws: DesignError.weightNotPositive(row: 1)) {
            try CoxDesign(time: [1, 2], status: [.event, .event], covariates: matrix, weights: [1, 0])
        }
        #expect(throws: DesignError.infinite(in: "x", row: 0)) {
            try DesignMatrix([.continuous("x", [.infinity, 1])], rows: 2)
        }
        #expect(throws: DesignError.unknownCovariate("z")) {
            try DesignMatrix([.continuous("x", [1, 2])], interactions: [["x", "z"]], rows: 2)
        }
        #expect(throws: DesignError.duplicateCovariate("x")) {
            try DesignMatrix([.continuous("x", [1, 2]), .continuous("x", [1, 2])], rows: 2)
        }
        #expect(throws: DesignError.unknownLevel(of: "f", row: 1)) {
            try DesignMatrix([.factor("f", codes: [0, 2], levels: ["a", "b"], reference: 0)], rows: 2)
        }
        #expect(throws: DesignError.unknownReference(of: "f")) {
            try DesignMatrix([.factor("f", codes: [0, 1], levels: ["a", "b"], reference: 2)], rows: 2)
        }
    }

    /// Three hundred tiny random data sets, with every kind of accident: no result holds a number that is not one.
    @Test(arguments: [TiesMethod.efron, .breslow, .exact]) func `tiny random data`(ties: TiesMethod) throws {
        for seed in 0..<100 as Range<UInt64> {
            var generator = SplitMix64(seed: seed)
            let count = generator.next(below: 9)
            var data = RandomDesign(count: count, width: 2, seed: seed, distinctTimes: 1 + Int(seed % 4))
            data.columns[1] = data.columns[1].map { ($0 * 2).rounded() }
            let design = try data.design(late: seed % 3 == 0, stratified: seed % 5 == 0)
            let variance: CoxVariance = seed % 2 == 0 ? .model : .robust
            let model = coxModel(design, ties: ties, variance: variance)
            _ = try JSONEncoder().encode(model.result(level: 0.95))
            #expect(!model.martingaleResiduals.contains { !$0.isFinite }, "seed \(seed)")
            #expect(!model.devianceResiduals.contains { !$0.isFinite }, "seed \(seed)")
            for transform in TimeTransform.allCases {
                _ = try JSONEncoder().encode(proportionalHazardsTest(of: model, transform: transform))
            }
            for curve in model.baselineHazard(level: 0.95, transform: .logLog) { _ = try JSONEncoder().encode(curve) }
            _ = try JSONEncoder().encode(firthCoxModel(design, ties: ties, level: 0.95))
        }
    }

    /// A coefficient is reported exactly where Newton's method converges to one.
    @Test func `monotone likelihood is found where the iteration diverges, and nowhere else`() throws {
        var found = 0
        for seed in 0..<200 as Range<UInt64> {
            let data = RandomDesign(count: 7, width: 1, seed: seed, distinctTimes: 0)
            let model = coxModel(try data.design(), ties: .efron, variance: .model)
            let diverged = abs(model.storedCoefficients[0]) > 8
            #expect(diverged == !model.monotone.isEmpty, "seed \(seed)")
            if diverged { found += 1 }
        }
        #expect(found > 10)
    }

    /// Ten patients, seven coefficients: the penalised likelihood is so flat that the others' best values are not found beside
    /// some values of a coefficient. The search for its limits ends, and a limit that was not found is absent.
    @Test(.timeLimit(.minutes(1))) func `a penalised model of nearly as many coefficients as events comes to an end`()
        throws
    {
        let arms = ["O", "O", "C", "N", "N", "O", "N", "N", "N", "C"]
        let stages = [1, 3, 1, 3, 1, 1, 1, 2, 1, 1]
        let age: [Double] = [75, 56, 31, 54, 52, 73, 70, 30, 63, 59]
        func indicator(_ name: String, _ values: [Bool]) -> Covariate { .continuous(name, values.map { $0 ? 1 : 0 }) }
        func product(_ name: String, _ arm: String) -> Covariate {
            .continuous(name, zip(arms, age).map { $0 == arm ? $1 : 0 })
        }
        let design = try CoxDesign(
            time: [270, 1, 270, 150, 390, 150, 180, 1, 390, 330],
            status: [1, 1, 1, 0, 1, 0, 1, 0, 1, 1].map { $0 == 1 ? .event : .censored },
            covariates: DesignMatrix(
                [
                    indicator("new", arms.map { $0 == "N" }), indicator("other", arms.map { $0 == "O" }),
                    .continuous("age", age), indicator("II", stages.map { $0 == 2 }),
                    indicator("III", stages.map { $0 == 3 }), product("new × age", "N"), product("other × age", "O"),
                ], rows: 10))
        for ties in [TiesMethod.efron, .breslow] {
            let fit = firthCoxModel(design, ties: ties, level: 0.99)
            _ = try JSONEncoder().encode(fit)
            #expect(fit.coefficients.count == 7)
            #expect(fit.coefficients.contains { $0.coefficient != nil })
        }
    }
}
