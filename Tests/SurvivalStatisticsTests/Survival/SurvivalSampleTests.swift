import Results
import SurvivalStatistics
import Testing

@Suite struct SurvivalSampleTests {
    @Test func refusesWhatIsNoSample() {
        #expect(throws: SurvivalSampleError.lengthsDiffer) { try sample([1, 2], [1]) }
        #expect(throws: SurvivalSampleError.lengthsDiffer) { try sample([1], [1], entry: []) }
        #expect(throws: SurvivalSampleError.lengthsDiffer) { try sample([1], [1], weights: [1, 1]) }
        #expect(throws: SurvivalSampleError.timeNotFinite(row: 1)) { try sample([1, .nan], [1, 1]) }
        #expect(throws: SurvivalSampleError.timeNotFinite(row: 0)) { try sample([.infinity], [1]) }
        #expect(throws: SurvivalSampleError.timeNotFinite(row: 0)) { try sample([1], [1], entry: [.nan]) }
        #expect(throws: SurvivalSampleError.entryNotBeforeEnd(row: 1)) { try sample([2, 2], [1, 1], entry: [0, 2]) }
        #expect(throws: SurvivalSampleError.weightNotPermitted(row: 0)) { try sample([1], [1], weights: [-1]) }
        #expect(throws: SurvivalSampleError.weightNotPermitted(row: 0)) { try sample([1], [1], weights: [.nan]) }
    }

    @Test func nearTiesBecomeTies() throws {
        // 0.1 + 0.2 and 0.3 are one time, the smaller; so are equal days in months.
        let near = try sample([0.1 + 0.2, 0.3, 0.5], [1, 1, 0])
        #expect(near.time == [0.3, 0.3, 0.5])
        let days = [91.0, 182, 365]
        let months = try sample(days.map { $0 / 30.4375 } + days.map { $0 * (1 / 30.4375) }, [1, 1, 1, 1, 1, 1])
        #expect(Set(months.time).count == 3)
    }

    @Test func distancesAreRelativeToTheMeanTime() throws {
        // Mean about 1e9: 5 apart is a tie (5e-9), 20 apart is none (2e-8).
        let large = try sample([1e9, 1e9 + 5, 1e9 + 25.5], [1, 1, 1])
        #expect(large.time == [1e9, 1e9, 1e9 + 25.5])
    }

    @Test func entriesTakePartInTies() throws {
        // An entry at 0.30000000000000004 is an entry at 0.3: not at risk at that event.
        let patients = try sample([0.3, 1], [1, 1], entry: [0, 0.1 + 0.2])
        #expect(patients.entry == [0, 0.3])
        #expect(kaplanMeier(patients, transform: .log, level: 0.95).atRisk == [1, 1])
        #expect(throws: SurvivalSampleError.entryNotBeforeEnd(row: 0)) { try sample([0.1 + 0.2], [1], entry: [0.3]) }
    }

    @Test func splittingKeepsThePatients() throws {
        let groups = try sample([5.5, 1, 3, 2.25, 4], [1, 0, 1, 1, 0]).split(by: [0, 1, nil, 0, 7], into: 3)
        #expect(groups.map(\.time) == [[5.5, 2.25], [1], []])
        #expect(groups.map(\.eventCount) == [2, 0, 0])
        let curve = kaplanMeier(groups[0], transform: .log, level: 0.95)
        #expect(curve.time == [2.25, 5.5])
        #expect(curve.survival == [0.5, 0])
    }

    @Test func choosingPatients() throws {
        let chosen = try sample([1, 2, 3], [1, 0, 1]).patients(at: [2, 0, 9])
        #expect(chosen.time == [3, 1])
        #expect(chosen.status == [.event, .event])
    }
}
