import SurvivalStatistics
import Testing

@Suite struct RiskCountTests {
    /// 1, 2, 2+, 3, 3+, 3+, 4, 5, 5+, 6+: at t = 3 seven are at risk just before and four after; three events and three
    /// censorings have happened.
    @Test func bothConventions() throws {
        let patients = try sample([1, 2, 2, 3, 3, 3, 4, 5, 5, 6], [1, 1, 0, 1, 0, 0, 1, 1, 0, 0])
        let before = riskCounts(of: patients, at: [0, 3, 6, 7], convention: .justBefore)
        #expect(before.atRisk == [10, 7, 1, 0])
        #expect(before.events == [0, 3, 5, 5])
        #expect(before.censored == [0, 3, 5, 5])
        let after = riskCounts(of: patients, at: [0, 3, 6, 7], convention: .after)
        #expect(after.atRisk == [10, 4, 0, 0])
        #expect(after.events == before.events)
        #expect(after.censored == before.censored)
    }

    @Test func leftTruncation() throws {
        // Entries 0, 1, 2: a patient is at risk after the entry.
        let patients = try sample([2, 3, 4], [1, 1, 0], entry: [0, 1, 2])
        #expect(riskCounts(of: patients, at: [0, 1, 2, 3], convention: .justBefore).atRisk == [0, 1, 2, 2])
        #expect(riskCounts(of: patients, at: [0, 1, 2, 3], convention: .after).atRisk == [1, 2, 2, 1])
    }

    @Test func nobody() throws {
        let counts = riskCounts(of: try sample([], []), at: [0, 1], convention: .after)
        #expect(counts.atRisk == [0, 0])
        #expect(counts.events == [0, 0])
        #expect(counts.censored == [0, 0])
    }
}
