internal import Mathematics
internal import Results

/// The log partial likelihood with Breslow's or Efron's ties.
///
/// **Formula.** At a time with deaths `D` of mean weight `w̄`, with `f` and `r` as in ``TieSums`` and `a = S₁ − f D₁`,
/// the log-likelihood grows by `Σ_D w η − w̄ Σ log r`, the score by `Σ_D w x − w̄ Σ a/r`, and the information by
/// `w̄ Σ [(S₂ − f D₂)/r − a a'/r²]`.
///
/// **Two passes.** Exchanging the order of summation, `Σ_t w̄ Σ (S₂ − f D₂)/r = Σ_j v_j x_j x_j'` with
/// `v_j = w_j e^{η_j} H_j`, where `H_j` is the hazard that record `j` was exposed to. So a first pass, backwards in
/// time, finds the sums `S₀`, `S₁` and the hazard's increments; a second, forwards, is one weighted cross-product, and the
/// score is `Σ_D w x − Σ v x`. The terms `a a'/r²` of tied events collapse to two rank-one terms an event time, which are
/// gathered and go through the same cross-product.
struct CoxLikelihood: Likelihood {
    let records: CoxRecords
    let ties: TiesMethod
    /// `Σ w x` over the events.
    let eventSum: [Double]
    /// `Σ w · offset` over the events.
    let eventOffset: Double

    init(records: CoxRecords, ties: TiesMethod) {
        self.records = records
        self.ties = ties
        eventSum = records.eventSum(factors: nil)
        var sum = 0.0
        if !records.offset.isEmpty {
            for record in 0..<records.count where records.isEvent[record] {
                sum += records.weight(record) * records.offset[record]
            }
        }
        eventOffset = sum
    }

    func value(at coefficients: [Double]) -> LikelihoodValue {
        value(at: coefficients, factors: nil)
    }

    /// The likelihood, and its derivatives with each event time's part multiplied by the time group's factor.
    func value(at coefficients: [Double], factors: [Double]?) -> LikelihoodValue {
        let width = records.width
        guard var hazard = CoxHazard(records: records, coefficients: coefficients) else {
            return LikelihoodValue(
                logLikelihood: -.infinity, score: [Double](repeating: 0, count: width),
                information: SquareMatrix(size: width))
        }
        if width == 1, factors == nil, records.entryGroup.isEmpty {
            return singleColumnValue(hazard: &hazard, coefficient: coefficients[0])
        }
        let events = dotProduct(eventSum, coefficients) + eventOffset
        let eventWeight = records.groupEventWeight.reduce(0, +)
        var outer = OuterProducts(width: width, stride: records.covariates.stride)
        let logRisk = sweep(&hazard, outer: &outer, factors: factors)
        outer.finish()
        let exposed = exposedProducts(&hazard)
        let start = factors == nil ? eventSum : records.eventSum(factors: factors)
        var information = exposed.matrix
        for index in information.elements.indices { information.elements[index] -= outer.matrix.elements[index] }
        return LikelihoodValue(
            logLikelihood: events - hazard.shift * eventWeight - logRisk,
            score: zip(start, exposed.vector).map { $0 - $1 }, information: information)
    }

    /// The first pass: fills the hazard's increments and the outer products; the result is `Σ w̄ Σ log r`.
    private func sweep(_ hazard: inout CoxHazard, outer: inout OuterProducts, factors: [Double]?) -> Double {
        var logRisk = 0.0
        var gathered = outer
        hazard.risk.withUnsafeBufferPointer { risk in
            hazard.increment.withUnsafeMutableBufferPointer { increment in
                hazard.eventIncrement.withUnsafeMutableBufferPointer { eventIncrement in
                    guard let base = risk.baseAddress else { return }
                    logRisk = records.forEachRiskSet(risk: base, ties: ties) { set in
                        let factor = factors.map { $0[set.group] } ?? 1
                        increment[set.group] = factor * set.sums.hazard
                        eventIncrement[set.group] = factor * set.sums.eventHazard
                        gathered.add(set, factor: factor)
                    }
                }
            }
        }
        outer = gathered
        return logRisk
    }

    /// `Σ v x` and `Σ v x x'` with `v = w e^η H`; the risks become `v`.
    private func exposedProducts(_ hazard: inout CoxHazard) -> (vector: [Double], matrix: SquareMatrix) {
        let (increment, eventIncrement) = (hazard.increment, hazard.eventIncrement)
        return hazard.risk.withUnsafeMutableBufferPointer { risk in
            records.multiplyByExposure(risk, increment: increment, eventIncrement: eventIncrement)
            guard let weights = risk.baseAddress, records.width > 0 else { return ([], SquareMatrix(size: 0)) }
            let base = records.covariates.base
            if records.width == 1 {
                var (sum, square) = (0.0, 0.0)
                for record in 0..<records.count {
                    let product = weights[record] * base[record]
                    sum += product
                    square += product * base[record]
                }
                var matrix = SquareMatrix(size: 1)
                matrix[0, 0] = square
                return ([sum], matrix)
            }
            let stride = records.covariates.stride
            let parts = records.inParts { range in
                var product = WeightedCrossProduct(width: records.width, stride: stride)
                product.add(
                    base + range.lowerBound * stride, weights: UnsafePointer(weights) + range.lowerBound,
                    count: range.count)
                return product
            }
            var total = parts[0]
            for part in parts.dropFirst() { total.add(part) }
            return (total.vector, total.matrix)
        }
    }
}

extension CoxRecords {
    /// `Σ w x` over the events, each time group's part multiplied by its factor.
    fileprivate func eventSum(factors: [Double]?) -> [Double] {
        var sum = [Double](repeating: 0, count: width)
        let (base, stride) = (covariates.base, covariates.stride)
        for group in 0..<groupCount where groupEvents[group] > 0 {
            let factor = factors.map { $0[group] } ?? 1
            for record in self.group(group) where isEvent[record] {
                let own = factor * weight(record)
                for column in 0..<width { sum[column] += own * base[record * stride + column] }
            }
        }
        return sum
    }
}

/// The sum of `w̄ Σ a a'/r²` over event times.
///
/// With `u = w̄ Σ f/r²`, `q = w̄ Σ 1/r²` and `s = w̄ Σ f²/r²` it is `q (S₁ − (u/q) D₁)(…)' + (s − u²/q) D₁ D₁'`: two vectors
/// an event time, one where a single record has the event. They are gathered and added many at once.
private struct OuterProducts {
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

    /// Adds what was gathered.
    mutating func finish() {
        guard count > 0 else { return }
        vectors.withUnsafeBytes { vectors in
            weights.withUnsafeBufferPointer { weights in
                guard let rows = vectors.baseAddress, let weights = weights.baseAddress else { return }
                product.add(rows.assumingMemoryBound(to: Double.self), weights: weights, count: count)
            }
        }
        count = 0
    }

    var matrix: SquareMatrix {
        guard width == 1 else { return product.matrix }
        var matrix = SquareMatrix(size: 1)
        matrix[0, 0] = single
        return matrix
    }
}
