import Results
import Testing

@testable import Analysis

@Suite struct TimeBreaksTests {
    @Test(arguments: [
        (33.2, TimeUnit.months, 6.0, 36.0), (36, .months, 6, 36), (36.01, .months, 6, 42), (5, .months, 1, 5),
        (90, .months, 12, 96), (97, .months, 24, 120), (1022, .days, 180, 1080), (4.2, .years, 1, 5),
        (0.5, .years, 0.25, 0.5),
        (100, .weeks, 13, 104), (105, .weeks, 26, 130),
    ])
    func endsAtTheFirstBreakAfterTheFollowUp(longest: Double, unit: TimeUnit, step: Double, end: Double) {
        let breaks = timeBreaks(until: longest, in: unit)
        #expect(breaks.first == 0)
        #expect(breaks.last == end)
        #expect(breaks.dropFirst().first == step)
        #expect(breaks.count <= 9)
    }

    @Test func withoutFollowUpThereIsStillAnAxis() {
        #expect(timeBreaks(until: 0, in: .months) == [0, 1])
        #expect(timeBreaks(until: .nan, in: .months) == [0, 1])
    }

    @Test func beyondTheCustomaryStepsTheyDouble() {
        let breaks = timeBreaks(until: 100_000, in: .days)
        #expect(breaks.count <= 9)
        #expect((breaks.last ?? 0) >= 100_000)
    }
}
