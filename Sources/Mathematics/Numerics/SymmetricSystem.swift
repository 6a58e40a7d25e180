/// The quadratic form `v' M⁻ v` of a symmetric, non-negative matrix, and the rank that the matrix has.
///
/// **Formula.** `M = L D L'` with unit lower triangular `L`; then `Σ (L⁻¹ v)ᵢ² / Dᵢ`. A pivot below `1e-12` of the
/// largest diagonal element counts as zero, and its direction is left out.
public func inverseQuadraticForm(of vector: [Double], in matrix: [[Double]]) -> (value: Double, rank: Int) {
    let size = vector.count
    var (factor, rest) = (matrix, vector)
    let largest = (0..<size).reduce(0) { max($0, abs(matrix[$1][$1])) }
    var (value, rank) = (0.0, 0)
    for pivot in 0..<size {
        let diagonal = factor[pivot][pivot]
        guard diagonal > 1e-12 * largest else { continue }
        value += rest[pivot] * rest[pivot] / diagonal
        rank += 1
        for row in (pivot + 1)..<max(size, pivot + 1) {
            let multiplier = factor[row][pivot] / diagonal
            rest[row] -= multiplier * rest[pivot]
            for column in (pivot + 1)..<max(size, pivot + 1) {
                factor[row][column] -= multiplier * factor[pivot][column]
            }
        }
    }
    return (value, rank)
}
