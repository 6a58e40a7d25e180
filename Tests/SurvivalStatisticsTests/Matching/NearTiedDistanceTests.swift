import SurvivalStatistics
import Testing

/// Distances that are equal by algebra and differ by rounding are the same distance.
@Suite struct NearTiedDistanceTests {
    /// A treated unit between two controls as far away as 0.1 + 0.2 and 0.3, which differ in the last bit.
    private let score = [1 - 0.3, 1 + (0.1 + 0.2), 1]
    private let treated = [false, false, true]

    private func partners(_ score: [Double], replacing: Bool, ratio: Int = 1) throws -> [[Int]] {
        let plan = MatchingPlan(
            estimand: .treated, caliper: nil, ratio: ratio, withReplacement: replacing, order: .largest,
            ties: .earlierRow)
        return try nearestNeighbourMatch(score: score, isTreated: treated, plan: plan).sets.map(\.partners)
    }

    @Test(arguments: [false, true]) func `the earlier row is taken`(replacing: Bool) throws {
        #expect(try partners(score, replacing: replacing) == [[0]])
        #expect(try partners([score[1], score[0], score[2]], replacing: replacing) == [[0]])
        #expect(try partners(score, replacing: replacing, ratio: 2) == [[0, 1]])
        #expect(try partners([score[1], score[0], score[2]], replacing: true, ratio: 2) == [[0, 1]])
    }

    @Test func `a distance that is truly smaller wins`() throws {
        #expect(try partners([0.7, 1.3 - 1e-9, 1], replacing: true) == [[1]])
    }
}
