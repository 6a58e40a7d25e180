#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif

/// The generalised Cholesky decomposition `L D L'` of a symmetric matrix that may be singular.
///
/// **Formula.** `L` is unit lower triangular and `D` diagonal. A pivot not above `tolerance` times the largest diagonal
/// element is taken as zero: its column of `L` is zero, and so are its row and column in the inverse. A column that
/// depends linearly on the columns before it is thereby left out, as R's `coxph` and `glm` leave it out.
///
/// **Edge cases.** A matrix of zeros, or one without rows, has rank 0. A pivot that is not finite counts as zero, and
/// then ``isFinite`` is false. A pivot that is clearly negative makes ``isNonNegative`` false.
public struct Cholesky: Equatable, Sendable {
    /// The tolerance of R's Cox models, `ε^¾` with `ε` the machine's precision.
    public static let survivalTolerance = 1.8189894035458565e-12

    /// The number of rows of the matrix.
    public let size: Int
    /// Pivots taken as zero, by column.
    public let isSingular: [Bool]
    /// Whether no pivot is clearly negative.
    public let isNonNegative: Bool
    /// Whether every pivot is finite.
    public let isFinite: Bool
    /// `L` below the diagonal and `D` on it.
    private let factor: SquareMatrix

    /// Decomposes a matrix, of which the upper triangle and diagonal are read.
    public init(_ matrix: SquareMatrix, tolerance: Double = survivalTolerance) {
        let size = matrix.size
        var factor = matrix
        factor.mirrorUpperTriangle()
        var singular = [Bool](repeating: false, count: size)
        var nonNegative = true
        var finite = true
        let largest = matrix.diagonal.filter(\.isFinite).reduce(0) { max($0, abs($1)) }
        let threshold = largest > 0 ? largest * tolerance : tolerance
        for pivotIndex in 0..<size {
            let pivot = factor[pivotIndex, pivotIndex]
            if !pivot.isFinite { finite = false }
            guard pivot.isFinite, pivot > threshold else {
                if pivot < -8 * threshold { nonNegative = false }
                singular[pivotIndex] = true
                for row in pivotIndex..<size { factor[row, pivotIndex] = 0 }
                continue
            }
            for row in (pivotIndex + 1)..<max(size, pivotIndex + 1) {
                let multiplier = factor[row, pivotIndex] / pivot
                for column in (pivotIndex + 1)..<(row + 1) {
                    factor[row, column] -= multiplier * factor[column, pivotIndex]
                }
            }
            for row in (pivotIndex + 1)..<max(size, pivotIndex + 1) { factor[row, pivotIndex] /= pivot }
        }
        self.size = size
        self.isSingular = singular
        self.isNonNegative = nonNegative
        self.isFinite = finite
        self.factor = factor
    }

    /// The number of pivots that are not zero.
    public var rank: Int {
        isSingular.reduce(0) { $0 + ($1 ? 0 : 1) }
    }

    /// The logarithm of the product of the pivots that are not zero.
    public var logDeterminant: Double {
        var sum = 0.0
        for index in 0..<size where !isSingular[index] { sum += log(factor[index, index]) }
        return sum
    }

    /// Solves `M x = b`; where a pivot is zero, `x` is zero.
    public func solve(_ rightSide: [Double]) -> [Double] {
        var x = rightSide
        for row in 0..<size where !isSingular[row] {
            for column in 0..<row where !isSingular[column] { x[row] -= factor[row, column] * x[column] }
        }
        for row in 0..<size { x[row] = isSingular[row] ? 0 : x[row] / factor[row, row] }
        for row in stride(from: size - 1, through: 0, by: -1) where !isSingular[row] {
            for below in (row + 1)..<max(size, row + 1) where !isSingular[below] {
                x[row] -= factor[below, row] * x[below]
            }
        }
        return x
    }

    /// The inverse, with zeros in the rows and columns whose pivot is zero.
    public func inverse() -> SquareMatrix {
        var inverse = SquareMatrix(size: size)
        for column in 0..<size where !isSingular[column] {
            var unit = [Double](repeating: 0, count: size)
            unit[column] = 1
            let solution = solve(unit)
            for row in 0..<size { inverse[row, column] = solution[row] }
        }
        for row in 0..<size {
            for column in 0..<row {
                let mean = (inverse[row, column] + inverse[column, row]) / 2
                inverse[row, column] = mean
                inverse[column, row] = mean
            }
        }
        return inverse
    }
}

/// The quadratic form `v' M⁻ v` of a symmetric, non-negative matrix, and the rank that the matrix has.
///
/// A pivot not above `1e-12` of the largest diagonal element counts as zero, and its direction is left out.
public func inverseQuadraticForm(of vector: [Double], in matrix: [[Double]]) -> (value: Double, rank: Int) {
    var square = SquareMatrix(size: vector.count)
    for (row, values) in matrix.enumerated() {
        for (column, value) in values.enumerated() { square[row, column] = value }
    }
    let cholesky = Cholesky(square, tolerance: 1e-12)
    return (dotProduct(cholesky.solve(vector), vector), cholesky.rank)
}
