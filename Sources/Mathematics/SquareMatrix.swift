/// A square matrix of doubles, stored row by row.
public struct SquareMatrix: Equatable, Sendable {
    /// The number of rows, and of columns.
    public let size: Int
    /// The elements row by row.
    public var elements: [Double]

    /// A matrix of zeros.
    public init(size: Int) {
        self.size = size
        self.elements = [Double](repeating: 0, count: size * size)
    }

    /// The element in a row and column.
    public subscript(row: Int, column: Int) -> Double {
        get { elements[row * size + column] }
        set { elements[row * size + column] = newValue }
    }

    /// The elements on the diagonal.
    public var diagonal: [Double] {
        (0..<size).map { self[$0, $0] }
    }

    /// The product with a vector.
    public func times(_ vector: [Double]) -> [Double] {
        (0..<size).map { row in
            var sum = 0.0
            for column in 0..<size { sum += self[row, column] * vector[column] }
            return sum
        }
    }

    /// The product with another matrix of the same size.
    public func times(_ other: SquareMatrix) -> SquareMatrix {
        var result = SquareMatrix(size: size)
        for row in 0..<size {
            for inner in 0..<size {
                let factor = self[row, inner]
                for column in 0..<size { result[row, column] += factor * other[inner, column] }
            }
        }
        return result
    }

    /// The quadratic form `v' M v`.
    public func quadraticForm(_ vector: [Double]) -> Double {
        dotProduct(times(vector), vector)
    }

    /// The rows and columns of this matrix at these positions, in this order.
    public func submatrix(_ positions: [Int]) -> SquareMatrix {
        var result = SquareMatrix(size: positions.count)
        for (i, row) in positions.enumerated() {
            for (j, column) in positions.enumerated() { result[i, j] = self[row, column] }
        }
        return result
    }

    /// Copies what is above the diagonal to below it.
    public mutating func mirrorUpperTriangle() {
        for row in 0..<size {
            for column in 0..<row { self[row, column] = self[column, row] }
        }
    }
}

/// The sum of products of two vectors of equal length.
public func dotProduct(_ left: [Double], _ right: [Double]) -> Double {
    var sum = 0.0
    for index in 0..<min(left.count, right.count) { sum += left[index] * right[index] }
    return sum
}
