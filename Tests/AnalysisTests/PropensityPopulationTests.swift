import CohortBuilding
import Diagnostics
import Results
import StudyFiles
import SurvivalStatistics
import Testing

@testable import Analysis

/// Seven patients with one covariate of two levels, so that the score is the share of the treated at each level.
///
/// | patient | arm | level | score |
/// |---------|-----|-------|-------|
/// | 0       | B   | low   | 1/3   |
/// | 1       | A   | low   | 1/3   |
/// | 2       | A   | low   | 1/3   |
/// | 3       | B   | high  | 2/3   |
/// | 4       | B   | high  | 2/3   |
/// | 5       | A   | high  | 2/3   |
/// | 6       | A   | –     | –     |
///
/// B is the treated arm. The linear predictors are ∓ log 2, and 0.2 of their standard deviations is less than their
/// distance, so partners have the same level. Patients 3 and 4 look first: 3 takes 5, nobody is left for 4, and 0 takes 1.
@Suite struct PropensityPopulationTests {
    private let sink = DiagnosticSink()

    private static func cohort(codes: [Int?] = [0, 0, 0, 1, 1, 1, nil], arms: [Int?] = [1, 0, 0, 1, 1, 0, 0]) -> Cohort
    {
        var cohort = SmallStudy.cohort
        let count = codes.count
        cohort.keys = KeyValues((0..<count).map(String.init))
        cohort.arms?.codes = LevelCodes(arms)
        cohort.variables = [
            "level": .categorical(
                CategoricalValues(levels: SmallStudy.levels("low", "high"), codes: LevelCodes(codes), reference: 0))
        ]
        cohort.endpoints = [
            "os": EndpointValues(
                time: NumberValues((0..<count).map { Double(10 * ($0 + 1)) }),
                status: (0..<count).map { $0 % 3 == 2 ? .censored : .event }, timeUnit: .days)
        ]
        cohort.populations = ["made": Array(repeating: true, count: count)]
        return cohort
    }

    private static func matching(
        method: PropensityPlan.Method = .nearest, ratio: Int = 1, caliper: Double? = 0.2,
        exact: [String] = [], replace: Bool = false, orders: Int = 0
    ) -> PropensityPlan.Use {
        .matching(
            .init(
                method: method, ratio: ratio, caliper: caliper.map(SmallStudy.located), scale: .logit, order: .largest,
                exact: exact.map(SmallStudy.located), withReplacement: replace, sensitivityOrders: orders, seed: 1))
    }

    private func context(
        _ use: PropensityPlan.Use, cohort: Cohort = cohort(), usesFirth: Bool = false
    ) -> AnalysisContext {
        SmallStudy.context(
            cohort: cohort,
            populations: [
                Population(
                    name: SmallStudy.located("made"), label: "Made",
                    propensity: PropensityPlan(
                        covariates: [SmallStudy.located("level")], usesFirth: usesFirth, use: use))
            ], reporting: sink)
    }

    @Test func pairsByHand() throws {
        let context = context(Self.matching(orders: 20))
        let population = try #require(context.populations["made"])
        #expect(population.patients == [0, 1, 3, 5])
        #expect(population.candidates == [0, 1, 2, 3, 4, 5])
        #expect(population.sets?[0] == population.sets?[1])
        #expect(population.sets?[3] == population.sets?[5])
        #expect(population.sets?[0] != population.sets?[3])
        #expect(population.weights == nil)
        let made = try #require(context.matchings.first)
        #expect(made.missing == 1)
        #expect(made.notes == [ResultNote(.missingLeftOut, count: 1)])
        #expect(made.treated == "B")
        #expect(made.control == "A")
        #expect(made.matching?.sets == 2)
        #expect(made.balanceLabels == ["Level: high"])
        // Shares of `high` 2/3 and 1/3 with variance 2/9 each; the pairs are equal.
        #expect(abs((made.balance.before[0].difference ?? 0) - 0.5.squareRoot()) < 1e-12)
        #expect(made.balance.after[0].difference == 0)
        #expect(made.scores.map(\.arm) == ["A", "B"])
        #expect(made.binEdges.count == 21)
        // 1/3 lies in the seventh bin of 0.05, 2/3 in the fourteenth.
        #expect(made.scores[0].before.enumerated().filter { $0.element > 0 }.map(\.offset) == [6, 13])
        #expect([made.scores[0].before[6], made.scores[0].before[13]] == [2, 1])
        #expect([made.scores[1].before[6], made.scores[1].before[13]] == [1, 2])
        #expect([made.scores[1].after[6], made.scores[1].after[13]] == [1, 1])
        #expect(made.sensitivity.map(\.endpoint) == ["os"])
        #expect(made.sensitivity[0].sensitivity.sets == .init(minimum: 2, median: 2, maximum: 2))
        #expect(sink.diagnostics.isEmpty)
    }

    /// With replacement patient 4 takes 5 too: 5 has weight 2 and 1 has 1, scaled to a mean of 1.
    @Test func replacementWeighsAndHasNoSets() throws {
        let population = try #require(context(Self.matching(replace: true)).populations["made"])
        #expect(population.patients == [0, 1, 3, 4, 5])
        #expect(population.sets == nil)
        let weights = try #require(population.weights)
        #expect(weights[3] == 1)
        #expect(abs(weights[1] - 2.0 / 3) < 1e-12)
        #expect(abs(weights[5] - 4.0 / 3) < 1e-12)
    }

    /// Two partners for patient 0, one for 3: weights ½, ½ and 1, scaled to a mean of 1, and still in sets.
    @Test func aRatioWeighsAndKeepsSets() throws {
        let context = context(Self.matching(ratio: 2))
        let population = try #require(context.populations["made"])
        #expect(population.patients == [0, 1, 2, 3, 5])
        #expect(population.sets?[1] == population.sets?[2])
        #expect(abs((population.weights?[1] ?? 0) - 0.75) < 1e-12)
        #expect(abs((population.weights?[5] ?? 0) - 1.5) < 1e-12)
        let grouped = try #require(
            context.grouped(by: nil, in: SmallStudy.located("made"), reporting: sink))
        let comparison = SurvivalAnalysis(
            of: SmallStudy.overallSurvival, between: grouped, in: context
        ).comparison()
        #expect(comparison.hazardRatio?.variance == .clustered)
        #expect(comparison.logRank?.notes == [ResultNote(.samplingWeights)])
    }

    @Test func optimalMatchingSaysSo() throws {
        let made = try #require(context(Self.matching(method: .optimal, orders: 20)).matchings.first)
        #expect(made.matching?.sets == 2)
        #expect(made.matching?.method.hasPrefix("optimal 1:1, caliper 0.2 standard deviations") == true)
        #expect(made.sensitivity.isEmpty)
    }

    /// Without a caliper patient 4 takes a partner of the other level, unless the level must be equal.
    @Test func exactVariablesBound() throws {
        #expect(context(Self.matching(caliper: nil)).populations["made"]?.patients.count == 6)
        #expect(
            context(Self.matching(caliper: nil, exact: ["level"])).populations["made"]?.patients == [0, 1, 3, 5])
    }

    /// 1/e for the treated and 1/(1 − e) for the others; the missing patient is left out.
    @Test func weightsByHand() throws {
        let population = try #require(context(.weighting(.all)).populations["made"])
        #expect(population.patients == [0, 1, 2, 3, 4, 5])
        let weights = try #require(population.weights)
        for (weight, expected) in zip(weights, [3, 1.5, 1.5, 1.5, 1.5, 3, 0]) { #expect(abs(weight - expected) < 1e-9) }
        #expect(context(.weighting(.overlap)).matchings.first?.weighting == "overlap")
    }

    /// Weights of 2 for everyone are probabilities, not patients seen twice: the interval is as wide as without them.
    @Test func wholeWeightsAreNoRepeatedPatients() throws {
        let cohort = Self.cohort(codes: [0, 0, 0, 0, 1, 1, 1, 1], arms: [0, 1, 0, 1, 0, 1, 0, 1])
        let context = context(.weighting(.all), cohort: cohort)
        let grouped = try #require(context.grouped(by: nil, in: SmallStudy.located("made"), reporting: sink))
        let weighted = SurvivalAnalysis(of: SmallStudy.overallSurvival, between: grouped, in: context)
        #expect(weighted.everyone.hasSamplingWeights)
        #expect(weighted.comparison().logRank?.pValue == nil)
    }

    @Test func nobodyMatchedIsSaid() throws {
        // No control has the level of the treated: a zero caliper pairs nobody.
        let context = context(
            Self.matching(caliper: 0),
            cohort: Self.cohort(codes: [0, 0, 1, 1, nil, nil, nil], arms: [1, 1, 0, 0, 0, 1, 0]), usesFirth: true)
        #expect(context.populations["made"]?.patients.isEmpty == true)
        #expect(sink.diagnostics.map(\.summary) == ["population 'made' has no patients"])
        #expect(sink.diagnostics.map(\.severity) == [.warning])
        let grouped = try #require(context.grouped(by: nil, in: SmallStudy.located("made"), reporting: sink))
        let comparison = SurvivalAnalysis(of: SmallStudy.overallSurvival, between: grouped, in: context).comparison()
        #expect(comparison.groups.map(\.n) == [0, 0])
        #expect(comparison.hazardRatio?.coefficients[0].coefficient == nil)
        #expect(comparison.logRank?.notes == [ResultNote(.noPatients)])
    }

    @Test func aSeparatedScoreChoosesNobody() throws {
        let cohort = Self.cohort(codes: [0, 0, 0, 1, 1, 1, 0], arms: [0, 1, 0, 1, 1, 1, 1])
        let made = try #require(context(Self.matching(), cohort: cohort).matchings.first)
        #expect(made.notes.map(\.kind).contains(.monotoneLikelihood))
        #expect(made.matching == nil)
        #expect(
            sink.diagnostics.map(\.summary) == ["population 'made' has no patients: 'levelhigh' separates the arms"])
        #expect(sink.diagnostics[0].help == ["add 'firth: true', or leave the covariate out"])
    }

    @Test(
        arguments: [
            [1, 1, 1, 1, 1, 1, 1], [0, 0, 0, 0, 0, 0, 0], [nil, nil, nil, nil, nil, nil, nil],
        ] as [[Int?]])
    func anEmptyArmOrNoArmIsNoCrash(arms: [Int?]) {
        for use in [Self.matching(orders: 3), Self.matching(method: .optimal), .weighting(.all)] {
            for usesFirth in [false, true] {
                _ = context(use, cohort: Self.cohort(arms: arms), usesFirth: usesFirth)
            }
        }
        #expect(!sink.diagnostics.contains { $0.severity == .error })
    }

    /// A covariate of one value adds nothing: the score is the share of the treated, and all are as near.
    @Test func aConstantCovariateIsNoCrash() throws {
        let cohort = Self.cohort(codes: [0, 0, 0, 0, 0, 0, 0])
        let made = try #require(context(Self.matching(), cohort: cohort).matchings.first)
        #expect(made.propensity.notes == [ResultNote(.collinear, subject: "levelhigh")])
        #expect(made.matching?.sets == 3)
    }

    @Test func threeArmsCannotBeMatched() {
        var cohort = Self.cohort()
        cohort.arms?.levels.append(.init(id: "C", label: "C"))
        #expect(context(Self.matching(), cohort: cohort).matchings.isEmpty)
        #expect(sink.diagnostics.map(\.summary) == ["population 'made' compares two arms, but the study has 3"])
    }
}
