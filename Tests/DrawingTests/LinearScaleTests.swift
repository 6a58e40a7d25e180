import Testing

@testable import Drawing

@Suite struct LinearScaleTests {
    @Test func placesValuesInProportion() {
        let scale = LinearScale(from: 0, to: 40, at: 100, 300)
        #expect(scale.position(of: 0) == 100)
        #expect(scale.position(of: 40) == 300)
        #expect(scale.position(of: 10) == 150)
        #expect(scale.position(of: -20) == 0)
    }

    @Test func growsUpwardsWhereTheEndIsAboveTheStart() {
        let scale = LinearScale(from: 0, to: 1, at: 200, 50)
        #expect(scale.position(of: 1) == 50)
        #expect(scale.position(of: 0.5) == 125)
    }

    @Test func aScaleWithoutExtentPutsEverythingAtItsStart() {
        #expect(LinearScale(from: 3, to: 3, at: 10, 90).position(of: 7) == 10)
    }

    @Test(arguments: [
        (0.0, 100.0, 6, [0.0, 20, 40, 60, 80, 100]),
        (0, 100, 5, [0, 50, 100]),
        (0, 100, 11, [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100]),
        (0, 1, 6, [0, 0.2, 0.4, 0.6, 0.8, 1]),
        (-3, 7, 6, [-2, 0, 2, 4, 6]),
        (0, 0.003, 4, [0, 0.001, 0.002, 0.003]),
        (5, 5, 4, [5]),
        (7, 3, 4, [7]),
    ])
    func roundTicks(lower: Double, upper: Double, count: Int, expected: [Double]) {
        let ticks = niceTicks(from: lower, to: upper, atMost: count)
        #expect(ticks.count == expected.count)
        for (tick, wanted) in zip(ticks, expected) { #expect(abs(tick - wanted) < 1e-12) }
    }

    @Test func ticksNeverExceedTheirNumberOrTheAxis() {
        for upper in stride(from: 0.37, to: 900, by: 13.7) {
            for count in 2...12 {
                let ticks = niceTicks(from: 0, to: upper, atMost: count)
                #expect(ticks.count <= count)
                #expect(ticks.allSatisfy { $0 >= 0 && $0 <= upper * (1 + 1e-9) })
            }
        }
    }
}
