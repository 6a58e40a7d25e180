internal import Mathematics

/// The sum of `w̄ Σ a a'/r²` over event times.
///
/// With `u = w̄ Σ f/r²`, `q = w̄ Σ 1/r²` and `s = w̄ Σ f²/r²` it is `q (S₁ − (u/q) D₁)(…)' + (s − u²/q) D₁ D₁'`: two vectors
/// an event time, one where a single record has the event. They are gathered and added many at once.
struct OuterProducts {
    private static let capacity = 128

    private let width: Int
    private let stride: Int
    private var product: WeightedCrossProduct
    private var vectors: [SIMD4<Double>]
    private var weights: [Double]
    private var count = 0
    /// The sum of a single column.
    private var single = 0.0

    init(width: Int, stride: Int) {
        self.width = width
        self.stride = stride
        product = WeightedCrossProduct(width: width, stride: stride)
        vectors = [SIMD4<Double>](repeating: SIMD4(), count: Self.capacity * (stride / 4))
        weights = [Double](repeating: 0, count: Self.capacity)
    }

    @inline(__always)
    mutating func add(_ set: RiskSet, factor: Double) {
        let sums = set.sums
        if width == 1 {
            let (s, d) = (set.riskVector[0], set.eventVector[0])
            single +=
                factor * (sums.square * s * s - 2 * sums.fractionSquare * s * d + sums.fractionSquaredSquare * d * d)
            return
        }
        guard width > 0 else { return }
        let ratio = sums.fractionSquare / sums.square
        append(set.riskVector, less: set.eventVector, times: ratio, weight: factor * sums.square)
        let rest = sums.fractionSquaredSquare - ratio * sums.fractionSquare
        if rest > 0 { append(set.eventVector, less: set.eventVector, times: 0, weight: factor * rest) }
    }

    @inline(__always)
    private mutating func append(
        _ vector: UnsafePointer<Double>, less other: UnsafePointer<Double>, times ratio: Double, weight: Double
    ) {
        let blocks = stride / 4
        let first = UnsafeRawPointer(vector).assumingMemoryBound(to: SIMD4<Double>.self)
        let second = UnsafeRawPointer(other).assumingMemoryBound(to: SIMD4<Double>.self)
        vectors.withUnsafeMutableBufferPointer { vectors in
            for block in 0..<blocks {
                vectors[count * blocks + block] = ratio == 0 ? first[block] : first[block] - second[block] * ratio
            }
        }
        weights[count] = weight
        count += 1
        if count == Self.capacity { finish() }
    }

    /// Adds another sum.
    mutating func add(_ other: OuterProducts) {
        finish()
        var other = other
        other.finish()
        product.add(other.product)
        single += other.single
    }

    /// Adds what was gathered.
    private mutating func finish() {
        guard count > 0 else { return }
        vectors.withUnsafeBytes { vectors in
            weights.withUnsafeBufferPointer { weights in
                guard let rows = vectors.baseAddress, let weights = weights.baseAddress else { return }
                product.add(rows.assumingMemoryBound(to: Double.self), weights: weights, count: count)
            }
        }
        count = 0
    }

    /// The sum.
    var matrix: SquareMatrix {
        mutating get {
            finish()
            guard width == 1 else { return product.matrix }
            var matrix = SquareMatrix(size: 1)
            matrix[0, 0] = single
            return matrix
        }
    }
}

/// The sums `Σ v x` and `Σ v x x'`.
struct ExposedProducts {
    private let width: Int
    private var product: WeightedCrossProduct
    private var (sum, square) = (0.0, 0.0)

    init(width: Int, stride: Int) {
        self.width = width
        product = WeightedCrossProduct(width: width, stride: stride)
    }

    /// Adds records that lie one after the other.
    mutating func add(_ rows: UnsafePointer<Double>, weights: UnsafePointer<Double>, count: Int) {
        guard width == 1 else { return product.add(rows, weights: weights, count: count) }
        for record in 0..<count {
            let product = weights[record] * rows[record]
            sum += product
            square += product * rows[record]
        }
    }

    /// Adds another sum.
    mutating func add(_ other: ExposedProducts) {
        product.add(other.product)
        sum += other.sum
        square += other.square
    }

    var vector: [Double] { width == 1 ? [sum] : product.vector }

    var matrix: SquareMatrix {
        guard width == 1 else { return product.matrix }
        var matrix = SquareMatrix(size: 1)
        matrix[0, 0] = square
        return matrix
    }
}
