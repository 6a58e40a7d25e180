import Mathematics
import Testing

@Suite struct LeastSquaresTests {
    /// The line through (0, 1), (1, 2), (2, 6): slope 5/2, intercept 1/2. At 3 the variance's factor is
    /// 1/3 + (3 − 1)²/2 = 7/3.
    @Test func `a line by hand`() throws {
        let fit = try #require(LeastSquares([1, 2, 6], on: [[1, 1, 1], [0, 1, 2]]))
        let prediction = fit.prediction(at: [1, 3])
        #expect(abs(prediction.value - 8) < 1e-12)
        #expect(abs(prediction.variance - 7.0 / 3) < 1e-12)
    }

    @Test func `dependent columns have no fit`() {
        #expect(LeastSquares([1, 2, 6], on: [[1, 1, 1], [2, 2, 2]]) == nil)
        #expect(LeastSquares([1, 2], on: [[0, 0]]) == nil)
        #expect(LeastSquares([], on: [[]]) == nil)
    }
}

@Suite struct NaturalSplineTests {
    /// Knots 0, 1, 3: d₁(2) = (8 − 0)/3 and d₂(2) = 1/2, so the third function is 8/3 − 1/2 = 13/6 at 2.
    @Test func `the basis by hand`() throws {
        let spline = try #require(NaturalSpline(knots: [0, 1, 3]))
        let values = spline.basis(at: 2)
        #expect(values.count == 3)
        #expect(values[0] == 1 && values[1] == 2)
        #expect(abs(values[2] - 13.0 / 6) < 1e-12)
    }

    /// Second differences vanish where a function is straight.
    @Test func `it is straight beyond its knots`() throws {
        let spline = try #require(NaturalSpline(knots: [0, 1, 2, 4]))
        for start in [-5.0, 4, 7] {
            let (a, b, c) = (spline.basis(at: start), spline.basis(at: start + 1), spline.basis(at: start + 2))
            for index in a.indices { #expect(abs(a[index] - 2 * b[index] + c[index]) < 1e-9) }
        }
        #expect(spline.basis(at: -3).dropFirst(2).allSatisfy { $0 == 0 })
    }

    @Test func `knots must increase`() {
        #expect(NaturalSpline(knots: [0, 1, 1, 2]) == nil)
        #expect(NaturalSpline(knots: [1]) == nil)
    }
}
