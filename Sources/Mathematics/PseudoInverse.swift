#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif

/// The quadratic form `v' M⁺ v` of a symmetric, non-negative matrix with its inverse after Moore and Penrose, and the rank.
///
/// **Formula.** Where the matrix is regular, by Cholesky's decomposition; else `Σ (v'e)²/λ` over its eigenvectors `e` whose
/// eigenvalue `λ` is above `√ε` of the largest, with `ε` the machine's precision.
///
/// **Equals in R.** `t(v) %*% MASS::ginv(M) %*% v`.
public func pseudoInverseQuadraticForm(of vector: [Double], in matrix: SquareMatrix) -> (value: Double, rank: Int) {
    let cholesky = Cholesky(matrix, tolerance: 1e-12)
    if cholesky.rank == matrix.size { return (dotProduct(cholesky.solve(vector), vector), cholesky.rank) }
    let parts = eigen(matrix)
    let threshold = (parts.map(\.value).max() ?? 0) * 1.4901161193847656e-8
    let kept = parts.filter { $0.value > max(0, threshold) }
    let value = kept.reduce(0.0) { sum, part in
        let along = dotProduct(part.vector, vector)
        return sum + along * along / part.value
    }
    return (value, kept.count)
}

/// The eigenvalues and eigenvectors of a symmetric matrix by Jacobi's rotations: each makes one element off the diagonal zero.
private func eigen(_ matrix: SquareMatrix) -> [(value: Double, vector: [Double])] {
    var a = matrix
    a.mirrorUpperTriangle()
    var vectors = SquareMatrix(size: a.size)
    for index in 0..<a.size { vectors[index, index] = 1 }
    let largest = a.elements.reduce(0) { max($0, abs($1)) }
    for _ in 0..<60 {
        var isDiagonal = true
        for p in 0..<a.size {
            for q in (p + 1)..<max(a.size, p + 1) where abs(a[p, q]) > 1e-17 * largest {
                isDiagonal = false
                let theta = (a[q, q] - a[p, p]) / (2 * a[p, q])
                let tangent = (theta < 0 ? -1 : 1) / (abs(theta) + (theta * theta + 1).squareRoot())
                let cosine = 1 / (tangent * tangent + 1).squareRoot()
                a.rotate(p, q, cosine: cosine, sine: tangent * cosine, rotating: &vectors)
            }
        }
        if isDiagonal { break }
    }
    return (0..<a.size).map { column in (a[column, column], (0..<a.size).map { vectors[$0, column] }) }
}

extension SquareMatrix {
    /// Rotates rows and columns `p` and `q` of a symmetric matrix, and these columns of its eigenvectors so far.
    fileprivate mutating func rotate(
        _ p: Int, _ q: Int, cosine: Double, sine: Double, rotating vectors: inout SquareMatrix
    ) {
        for k in 0..<size {
            (self[k, p], self[k, q]) = (
                cosine * self[k, p] - sine * self[k, q], sine * self[k, p] + cosine * self[k, q]
            )
        }
        for k in 0..<size {
            (self[p, k], self[q, k]) = (
                cosine * self[p, k] - sine * self[q, k], sine * self[p, k] + cosine * self[q, k]
            )
        }
        for k in 0..<size {
            (vectors[k, p], vectors[k, q]) = (
                cosine * vectors[k, p] - sine * vectors[k, q], sine * vectors[k, p] + cosine * vectors[k, q]
            )
        }
        (self[p, q], self[q, p]) = (0, 0)
    }
}
