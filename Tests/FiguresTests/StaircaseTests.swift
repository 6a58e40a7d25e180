import Drawing
import Testing

@testable import Figures

@Suite struct StaircaseTests {
    @Test func smallStepsAddUpBeforeTheyAreDrawn() {
        var stairs = Staircase(from: Point(x: 0, y: 0))
        stairs.step(at: 1, to: 0.02)
        stairs.step(at: 2, to: 0.04)
        stairs.step(at: 3, to: 0.06)
        stairs.end(at: 5)
        #expect(stairs.points == [(0, 0), (3, 0), (3, 0.06), (5, 0.06)].map { Point(x: $0, y: $1) })
    }

    @Test func stepsThatFollowAtOnceAreOneStep() {
        var stairs = Staircase(from: Point(x: 0, y: 0))
        stairs.step(at: 1, to: 2)
        stairs.step(at: 1.04, to: 5)
        stairs.step(at: 1.06, to: 7)
        #expect(stairs.points == [(0, 0), (1, 0), (1, 5), (1.06, 5), (1.06, 7)].map { Point(x: $0, y: $1) })
    }

    @Test func aStepBackIsNeverSwallowed() {
        var stairs = Staircase(from: Point(x: 0, y: 0))
        stairs.step(at: 1, to: 2)
        stairs.step(at: 1.01, to: 1)
        #expect(stairs.points.map(\.y) == [0, 0, 2, 2, 1])
    }

    /// Against the full staircase of many random steps: never further off than the tolerance, and few corners.
    @Test(arguments: 1...2 as ClosedRange<UInt64>)
    func staysWithinTheTolerance(seed: UInt64) {
        var random = SeededRandom(seed)
        let times = (0..<100_000).map { _ in Double.random(in: 0...200, using: &random) }.sorted()
        let levels = times.indices.map { 150 * Double($0 + 1) / Double(times.count) }
        var stairs = Staircase(from: Point(x: 0, y: 0))
        for (time, level) in zip(times, levels) { stairs.step(at: time, to: level) }
        #expect(stairs.points.count < 8_000)
        var (index, worst) = (0, 0.0)
        for (from, to) in zip(stairs.points, stairs.points.dropFirst()) where to.x > from.x {
            // Along a flat piece, the true level may differ by the steps that were left out at its two ends.
            while index < times.count, times[index] < from.x + Staircase.tolerance { index += 1 }
            var inside = index
            while inside < times.count, times[inside] < to.x {
                worst = max(worst, abs(levels[inside] - from.y))
                inside += 1
            }
        }
        #expect(worst <= Staircase.tolerance + 1e-9)
    }

    @Test func aHundredThousandPatientsTakeFewPoints() throws {
        let figure = try DrawnFigure(.random(seed: 5, groups: ["Control", "Active"], patients: 100_000))
        for shape in figure.scene.shapes {
            #expect(shape.segments.count < 9_000, "\(shape.name ?? "")")
        }
    }
}
