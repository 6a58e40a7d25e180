import Mathematics
import Foundation
import Results
import Testing

@testable import SurvivalStatistics

/// Matching worked by hand, and what must hold of it whatever the scores are.
@Suite struct MatchingDerivationTests {
    private func plan(
        caliper: MatchingPlan.Caliper? = nil, ratio: Int = 1, withReplacement: Bool = false,
        order: MatchingPlan.Order = .largest, ties: MatchingPlan.TieRule = .lowerScore
    ) -> MatchingPlan {
        MatchingPlan(
            estimand: .treated, caliper: caliper, ratio: ratio, withReplacement: withReplacement, order: order,
            ties: ties)
    }

    private func pairs(_ matching: Matching) -> [[Int]] { matching.sets.map { [$0.unit] + $0.partners } }

    /// Eight equal scores, rows 3 and 6 treated: each takes the nearest earlier row, 2 and 5 (counted from 1).
    @Test func `equal scores take the nearest earlier row`() throws {
        let treated = [false, false, true, false, false, true, false, false]
        let score = [Double](repeating: 0.4, count: 8)
        let byScore = try nearestNeighbourMatch(score: score, isTreated: treated, plan: plan())
        #expect(pairs(byScore) == [[2, 1], [5, 4]])
        let byRow = try nearestNeighbourMatch(score: score, isTreated: treated, plan: plan(ties: .earlierRow))
        #expect(pairs(byRow) == [[2, 0], [5, 1]])
    }

    /// A treated patient at ½ between controls at 0.75 (first row) and 0.25: the lower score, or the earlier row.
    @Test func `equal distances`() throws {
        let (score, treated) = ([0.75, 0.25, 0.5], [false, false, true])
        #expect(pairs(try nearestNeighbourMatch(score: score, isTreated: treated, plan: plan())) == [[2, 1]])
        let byRow = try nearestNeighbourMatch(score: score, isTreated: treated, plan: plan(ties: .earlierRow))
        #expect(pairs(byRow) == [[2, 0]])
    }

    /// Treated at 5 and 4, controls at 4.6 and 0: greedily 5 takes 4.6 and leaves 0 for 4 (0.4 + 4); optimally 4 takes 4.6
    /// only if that is shorter in all (0.6 + 5). In ascending order 4 takes 4.6.
    @Test func `order and optimality`() throws {
        let (score, treated) = ([5.0, 4, 4.6, 0], [true, true, false, false])
        let greedy = try nearestNeighbourMatch(score: score, isTreated: treated, plan: plan())
        #expect(pairs(greedy) == [[0, 2], [1, 3]])
        let ascending = try nearestNeighbourMatch(score: score, isTreated: treated, plan: plan(order: .smallest))
        #expect(pairs(ascending) == [[0, 3], [1, 2]])
        #expect(pairs(try optimalMatch(score: score, isTreated: treated, plan: plan())) == [[0, 2], [1, 3]])
        // Within 1.0, greedy in ascending order makes one pair where two are possible.
        let (tight, who) = ([1.0, 2, 1.8, 2.9], [true, true, false, false])
        let caliper = MatchingPlan.Caliper.absolute(1)
        let one = try nearestNeighbourMatch(score: tight, isTreated: who, plan: plan(caliper: caliper))
        #expect(pairs(one) == [[1, 2]])
        #expect(
            pairs(try optimalMatch(score: tight, isTreated: who, plan: plan(caliper: caliper))) == [[0, 2], [1, 3]])
    }

    /// One treated patient with two partners, one with one: the partners weigh ½, ½ and 1, scaled by 3/2.
    @Test func `weights of unequal sets`() throws {
        let (score, treated) = ([1.0, 5, 1.1, 1.2, 5.1], [true, true, false, false, false])
        let matching = try nearestNeighbourMatch(
            score: score, isTreated: treated, plan: plan(caliper: .absolute(0.5), ratio: 2))
        #expect(pairs(matching) == [[0, 2, 3], [1, 4]])
        #expect(matching.weights == [1, 1, 0.75, 0.75, 1.5])
        #expect(matching.setOfRow == [0, 1, 0, 0, 1])
    }

    /// The nearest free partner by links is the nearest by search through all, on many tied and untied scores.
    @Test(arguments: 0..<30 as Range<UInt64>) func `the links find what a full search finds`(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let count = 40
        let score = (0..<count).map { _ in Double(generator.next(below: seed % 2 == 0 ? 12 : 1000)) }
        let treated = (0..<count).map { _ in generator.next(below: 3) == 0 }
        let matching = try nearestNeighbourMatch(
            score: score, isTreated: treated, plan: plan(caliper: .absolute(20), ties: .earlierRow))
        var free = (0..<count).filter { !treated[$0] }
        var expected: [[Int]] = []
        let looking = (0..<count).filter { treated[$0] }.sorted {
            score[$0] != score[$1] ? score[$0] > score[$1] : $0 < $1
        }
        for unit in looking {
            let nearest = free.min {
                let (first, second) = (abs(score[$0] - score[unit]), abs(score[$1] - score[unit]))
                return first != second ? first < second : $0 < $1
            }
            guard let nearest, abs(score[nearest] - score[unit]) <= 20 else { continue }
            free.removeAll { $0 == nearest }
            expected.append([unit, nearest])
        }
        #expect(pairs(matching) == expected.sorted { $0[0] < $1[0] })
    }

    /// The optimum is the best of all assignments tried one by one.
    @Test(arguments: 0..<20 as Range<UInt64>) func `optimal matching is optimal`(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let treated = [true, true, true, false, false, false, false]
        let score = treated.map { _ in Double(generator.next(below: 50)) / 10 }
        let matching = try optimalMatch(score: score, isTreated: treated, plan: plan(caliper: .absolute(1)))
        var best = (pairs: 0, total: 0.0)
        func extend(_ unit: Int, _ used: Set<Int>, _ pairs: Int, _ total: Double) {
            guard unit < 3 else {
                if pairs > best.pairs || (pairs == best.pairs && total < best.total) { best = (pairs, total) }
                return
            }
            extend(unit + 1, used, pairs, total)
            for partner in 3..<7 where !used.contains(partner) && abs(score[unit] - score[partner]) <= 1 {
                extend(unit + 1, used.union([partner]), pairs + 1, total + abs(score[unit] - score[partner]))
            }
        }
        extend(0, [], 0, 0)
        #expect(matching.distances.count == best.pairs)
        #expect(abs(matching.distances.reduce(0, +) - best.total) < 1e-12)
    }

    @Test func `nobody, one group, missing scores and strata`() throws {
        #expect(try nearestNeighbourMatch(score: [], isTreated: [], plan: plan()).notes == [ResultNote(.noPatients)])
        let alone = try nearestNeighbourMatch(score: [1, 2], isTreated: [true, true], plan: plan())
        #expect(alone.sets.isEmpty)
        #expect(alone.notes == [ResultNote(.singleGroup)])
        let missing = try nearestNeighbourMatch(
            score: [1, .nan, 1.1, 1.2], isTreated: [true, false, false, true], plan: plan())
        #expect(pairs(missing) == [[3, 2]])
        #expect(missing.notes == [ResultNote(.missingLeftOut, count: 1)])
        let strata = try nearestNeighbourMatch(
            score: [1, 1.1, 5, 5.1], isTreated: [true, false, true, false], plan: plan(), strata: [0, 1, 1, 0])
        #expect(pairs(strata) == [[0, 3], [2, 1]])
        #expect(throws: DesignError.replacementNotOptimal) {
            try optimalMatch(score: [1], isTreated: [true], plan: plan(withReplacement: true))
        }
        let none = try nearestNeighbourMatch(score: [1, 1], isTreated: [true, false], plan: plan(ratio: 0))
        #expect(none.sets.isEmpty)
    }

    /// Treated 1, 3 (mean 2, variance 2), controls 2, 4, 6 (mean 4, variance 4): −2/√2, −2/√3. At 1, 2, 3, 4, 6 the
    /// distribution functions differ by ½, ⅙, ⅔, ⅓ and 0: on average ⅓, at most ⅔.
    @Test func `balance by hand`() throws {
        let treated = [true, true, false, false, false]
        func row(_ definition: DifferenceDefinition) throws -> BalanceRow {
            try balance(
                of: [("x", [1, 3, 2, 4, 6])], isTreated: treated, weights: [1, 1, 1, 1, 1], estimand: .treated,
                definition: definition
            ).before[0]
        }
        let focal = try row(.focalGroup)
        #expect(abs((focal.difference ?? 0) + 2 / 2.0.squareRoot()) < 1e-12)
        #expect(abs((focal.varianceRatio ?? 0) - 0.5) < 1e-12)
        #expect(abs((focal.distributionMean ?? 0) - 1.0 / 3) < 1e-12)
        #expect(abs((focal.distributionMaximum ?? 0) - 2.0 / 3) < 1e-12)
        #expect(abs((try row(.pooledUnmatched).difference ?? 0) + 2 / 3.0.squareRoot()) < 1e-12)
    }

    /// Two levels: shares ½ and ¼ of the second, variances ¼ and 3/16: ¼/√(7/32).
    @Test func `the difference of several levels`() {
        let two = multilevelDifference(treated: [5, 5], control: [3, 1])
        #expect(abs((two ?? 0) - 0.25 / (7.0 / 32).squareRoot()) < 1e-12)
        #expect(multilevelDifference(treated: [0, 0], control: [1, 1]) == nil)
        #expect(multilevelDifference(treated: [1, 1, 0], control: [2, 2, 0]) == 0)
    }

    @Test func `weights by the propensity score`() throws {
        let weights = try propensityWeights([0.2, 0.2, 1], isTreated: [true, false, true], population: .all)
        #expect(weights == [5, 1.25, nil])
        let overlap = try propensityWeights([0.25, 0.25], isTreated: [true, false], population: .overlap)
        #expect(overlap == [0.75, 0.25])
    }

    /// Overlap weights of a logistic model balance its covariates exactly.
    @Test func `overlap weights balance the means`() throws {
        let data = RandomDesign(count: 60, width: 2, seed: 5, distinctTimes: 0)
        let treated = data.status.map { $0 == .event }
        let matrix = try DesignMatrix([.continuous("x", data.columns[1])], rows: 60)
        let model = logisticModel(try LogisticDesign(hasOutcome: treated, covariates: matrix))
        let weights = try propensityWeights(model.probabilities, isTreated: treated, population: .overlap)
        let table = try balance(
            of: [("x", data.columns[1])], isTreated: treated, weights: weights.map { $0 ?? 0 }, estimand: .treated,
            definition: .pooledUnmatched)
        #expect(abs(table.after[0].difference ?? 1) < 1e-9)
    }

    /// Matching rows in an order is the same as matching them when they stand in that order.
    @Test(arguments: [1, 2, 3], [false, true])
    func `shuffled rows are matched as rows that stand so`(ratio: Int, withReplacement: Bool) throws {
        let data = RandomDesign(count: 50, width: 1, seed: 7, distinctTimes: 0)
        let treated = data.columns[0].map { $0 == 1 }
        let score = data.weights.map { ($0 * 4).rounded() / 4 }
        var generator = SplitMix64(seed: 8)
        for order in MatchingPlan.Order.allCases {
            for ties in MatchingPlan.TieRule.allCases {
                for strata in [nil, data.strata] {
                    let plan = plan(
                        caliper: .absolute(0.3), ratio: ratio, withReplacement: withReplacement, order: order,
                        ties: ties)
                    let shuffle = generator.shuffled(50)
                    let fast = try ShuffledMatching(score: score, isTreated: treated, plan: plan, strata: strata)
                        .matched(inOrder: shuffle)
                    let whole = try nearestNeighbourMatch(
                        score: shuffle.map { score[$0] }, isTreated: shuffle.map { treated[$0] }, plan: plan,
                        strata: strata.map { strata in shuffle.map { strata[$0] } })
                    #expect(fast.sets == whole.sets.count)
                    #expect(shuffle.map { fast.weights[$0] } == whole.weights)
                }
            }
        }
    }

    @Test func `the order of rows matters only among tied scores`() throws {
        let data = RandomDesign(count: 60, width: 1, seed: 6, distinctTimes: 0)
        let treated = data.columns[0].map { $0 == 1 }
        func sensitivity(_ score: [Double], seed: UInt64) throws -> TieOrderSensitivity {
            let matrix = try DesignMatrix(
                [.continuous("treated", treated.map { $0 ? 1 : 0 })], rows: treated.count)
            let design = try CoxDesign(time: data.time, status: data.status, covariates: matrix)
            return try #require(
                try tieOrderSensitivity(
                    score: score, isTreated: treated, plan: plan(caliper: .absolute(0.4)), designs: [design],
                    ties: .efron, orders: 40, seed: seed
                ).first)
        }
        let untied = try sensitivity(data.weights, seed: 1)
        #expect(untied.estimated == 40)
        #expect(untied.hazardRatio?.minimum == untied.hazardRatio?.maximum)
        let tied = data.weights.map { ($0 * 2).rounded() }
        let first = try sensitivity(tied, seed: 1)
        #expect((first.hazardRatio?.minimum ?? 0) < (first.hazardRatio?.maximum ?? 0))
        #expect(try sensitivity(tied, seed: 1) == first)
        #expect(try sensitivity(tied, seed: 2) != first)
    }
}
