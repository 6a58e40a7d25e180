import Testing

@testable import Analysis

@Suite struct CurveCutsTests {
    private static let events: [Double] = [1, 2, 0, 3, 1, 0, 4, 2, 3, 0, 1, 5, 0, 2]
    private static let censored: [Double] = [0, 0, 2, 0, 1, 3, 0, 0, 6, 0, 0, 0, 4, 3]

    @Test func `a position is taken where both sides have none or enough`() {
        var cuts = CurveCuts(minimum: 3, kinds: [[2, 2, 3, 0], [0, 0, 0, 3]])
        #expect(!cuts.allows(1))
        #expect(cuts.allows(2))
        cuts.take(1)
        #expect(cuts.positions == [0, 4])
        cuts.take(3)
        cuts.take(2)
        #expect(cuts.positions == [0, 2, 3, 4])
        #expect(cuts.steps.map(\.place) == [1, 2])
    }

    @Test(arguments: 1...8) func `no difference of two published numbers is small`(minimum: Int) {
        var cuts = CurveCuts(minimum: minimum, kinds: [Self.events, Self.censored])
        for position in [7, 3, 12, 20] where position <= Self.events.count { cuts.take(position) }
        cuts.fill()
        for (first, start) in cuts.positions.enumerated() {
            for end in cuts.positions.dropFirst(first + 1) {
                for kind in 0...1 {
                    let n = cuts.happened(kind, from: start, to: end)
                    #expect(n == 0 || n >= Double(minimum), "\(minimum): \(start) to \(end)")
                }
            }
        }
        for step in cuts.steps { #expect(cuts.happened(0, from: step.start, to: step.end) >= Double(minimum)) }
    }

    @Test func `with a minimum of one everything is told`() {
        var cuts = CurveCuts(minimum: 1, kinds: [Self.events, Self.censored])
        cuts.fill()
        let times = Self.events.indices.filter { Self.events[$0] > 0 }
        #expect(cuts.steps.map(\.place) == times)
    }

    @Test func `a curve of nothing has no steps`() {
        var cuts = CurveCuts(minimum: 6, kinds: [[], []])
        cuts.fill()
        cuts.take(3)
        #expect(cuts.positions == [0] && cuts.steps.isEmpty)
    }
}
