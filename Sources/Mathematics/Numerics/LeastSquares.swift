/// The least-squares fit of a response on the columns of a matrix, by orthogonalising the columns.
///
/// **Formula.** `X = QR` by modified Gram–Schmidt with a second pass, which makes `Q` orthogonal to working precision. A
/// prediction at `x₀` is `z'Q'y` with `R'z = x₀`, and its variance in units of the response's variance is `z'z`.
public struct LeastSquares: Equatable, Sendable {
    /// `R` column by column; its upper triangle.
    private let triangle: [[Double]]
    /// `Q'y`.
    private let projections: [Double]

    /// Fits the response; nil where the columns are not independent (R's `qr` with its tolerance of 1e-7).
    ///
    /// - Parameters:
    ///   - response: The response, one value a record.
    ///   - columns: The columns, each with a value for every record.
    public init?(_ response: [Double], on columns: [[Double]]) {
        var orthogonal: [[Double]] = []
        var triangle: [[Double]] = []
        for column in columns {
            var rest = column
            var coordinates = [Double](repeating: 0, count: orthogonal.count)
            for _ in 0..<2 {
                for (index, direction) in orthogonal.enumerated() {
                    let share = dotProduct(direction, rest)
                    coordinates[index] += share
                    for record in rest.indices { rest[record] -= share * direction[record] }
                }
            }
            let length = dotProduct(rest, rest).squareRoot()
            guard length > 1e-7 * dotProduct(column, column).squareRoot() else { return nil }
            orthogonal.append(rest.map { $0 / length })
            triangle.append(coordinates + [length])
        }
        self.triangle = triangle
        projections = orthogonal.map { dotProduct($0, response) }
    }

    /// The fitted value at these values of the columns, and the factor of its variance.
    public func prediction(at values: [Double]) -> (value: Double, variance: Double) {
        var solution: [Double] = []
        for (column, coordinates) in triangle.enumerated() {
            let known = dotProduct(Array(coordinates.dropLast()), solution)
            solution.append((values[column] - known) / coordinates[column])
        }
        return (dotProduct(solution, projections), dotProduct(solution, solution))
    }
}
