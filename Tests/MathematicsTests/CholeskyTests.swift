import Mathematics
import Testing

/// The decomposition worked by hand, and what becomes of singular matrices.
@Suite struct CholeskyTests {
    private func matrix(_ rows: [[Double]]) -> SquareMatrix {
        var result = SquareMatrix(size: rows.count)
        for (i, row) in rows.enumerated() { for (j, value) in row.enumerated() { result[i, j] = value } }
        return result
    }

    /// [[4, 2], [2, 3]]: pivots 4 and 3 − 2²/4 = 2, determinant 8, inverse [[3, −2], [−2, 4]]/8.
    @Test func `two by two`() {
        let cholesky = Cholesky(matrix([[4, 2], [2, 3]]))
        #expect(cholesky.rank == 2)
        #expect(cholesky.inverse() == matrix([[0.375, -0.25], [-0.25, 0.5]]))
        #expect(cholesky.solve([8, 8]) == [1, 2])
        #expect(abs(cholesky.logDeterminant - 2.0794415416798357) < 1e-15)
    }

    /// The second column is twice the first: it is left out, and the others are as if it were not there.
    @Test func `a dependent column`() {
        let cholesky = Cholesky(matrix([[1, 2, 0.5], [2, 4, 1], [0.5, 1, 2]]))
        #expect(cholesky.isSingular == [false, true, false])
        #expect(cholesky.rank == 2)
        let rest = Cholesky(matrix([[1, 0.5], [0.5, 2]])).inverse()
        let inverse = cholesky.inverse()
        #expect(inverse.submatrix([0, 2]) == rest)
        #expect((0..<3).allSatisfy { inverse[1, $0] == 0 && inverse[$0, 1] == 0 })
    }

    @Test func `nothing, zeros, negatives and numbers that are none`() {
        #expect(Cholesky(SquareMatrix(size: 0)).inverse().size == 0)
        #expect(Cholesky(SquareMatrix(size: 2)).rank == 0)
        #expect(Cholesky(SquareMatrix(size: 2)).inverse() == SquareMatrix(size: 2))
        #expect(!Cholesky(matrix([[1, 2], [2, 1]])).isNonNegative)
        #expect(!Cholesky(matrix([[.nan, 0], [0, 1]])).isFinite)
    }

    @Test func `the inverse times the matrix is one`() {
        let size = 6
        var values = SquareMatrix(size: size)
        for row in 0..<size {
            for column in 0..<size { values[row, column] = 1 / Double(row + column + 1) + (row == column ? 0.5 : 0) }
        }
        let inverse = Cholesky(values).inverse()
        for column in 0..<size {
            let product = values.times((0..<size).map { inverse[$0, column] })
            for row in 0..<size { #expect(abs(product[row] - (row == column ? 1 : 0)) < 1e-12) }
        }
    }
}
