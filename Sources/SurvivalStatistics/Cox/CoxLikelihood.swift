#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif
internal import Mathematics
internal import Results

/// The log partial likelihood at one coefficient vector, with its first two derivatives.
struct LikelihoodValue {
    /// The log-likelihood; −∞ where it cannot be computed.
    var logLikelihood: Double
    /// The first derivative.
    var score: [Double]
    /// Minus the second derivative.
    var information: SquareMatrix

    var isFinite: Bool {
        logLikelihood.isFinite && score.allSatisfy(\.isFinite) && information.elements.allSatisfy(\.isFinite)
    }
}

/// Anything that Newton's method can climb.
protocol Likelihood {
    /// The likelihood with its first derivative and information at these coefficients.
    func value(at coefficients: [Double]) -> LikelihoodValue
    /// Whether the information is the curvature of the likelihood; not so for a penalised one.
    var hasExactInformation: Bool { get }
}

extension Likelihood {
    var hasExactInformation: Bool { true }
}

/// The hazard increments at each time group and the records' risks at one coefficient vector.
struct CoxHazard {
    /// `w e^{η − shift}` of each record.
    var risk: [Double]
    /// The number taken from every linear predictor so that no risk overflows.
    var shift: Double
    /// The hazard's increment at each time group, for `e^{shift}`.
    var increment: [Double]
    /// The increment for those who have the event there: smaller under Efron's ties.
    var eventIncrement: [Double]
}

/// The log partial likelihood with Breslow's or Efron's ties.
///
/// **Formula.** At a time with deaths `D` of mean weight `w̄`, with `f` and `r` as in ``TieSums`` and `a = S₁ − f D₁`,
/// the log-likelihood grows by `Σ_D w η − w̄ Σ log r`, the score by `Σ_D w x − w̄ Σ a/r`, and the information by
/// `w̄ Σ [(S₂ − f D₂)/r − a a'/r²]`.
///
/// **Two passes.** Exchanging the order of summation, `Σ_t w̄ Σ (S₂ − f D₂)/r = Σ_j v_j x_j x_j'` with
/// `v_j = w_j e^{η_j} H_j`, where `H_j` is the hazard that record `j` was exposed to. So a first pass, backwards in
/// time, finds the sums `S₀`, `S₁` and the hazard's increments; a second, forwards, is one weighted cross-product. The
/// terms `a a'/r²` of tied events collapse to two rank-one terms an event time.
struct CoxLikelihood: Likelihood {
    let records: CoxRecords
    let ties: TiesMethod

    func value(at coefficients: [Double]) -> LikelihoodValue {
        values(at: coefficients, multipliers: [])[0]
    }

    /// The likelihood, and its derivatives with each event time's part multiplied; one value for each set of factors.
    ///
    /// Without factors the result is the likelihood itself.
    func values(at coefficients: [Double], multipliers: [[Double]]) -> [LikelihoodValue] {
        let width = records.width
        let sets = max(1, multipliers.count)
        let failure = LikelihoodValue(
            logLikelihood: -.infinity, score: [Double](repeating: 0, count: width),
            information: SquareMatrix(size: width))
        let predictor = records.linearPredictor(coefficients)
        guard var hazard = CoxHazard(records: records, predictor: predictor) else {
            return [LikelihoodValue](repeating: failure, count: sets)
        }
        var logLikelihood = 0.0
        for record in 0..<records.count where records.isEvent[record] {
            logLikelihood += records.weight(record) * (predictor[record] - hazard.shift)
        }
        var outer = [CrossProduct](repeating: CrossProduct(width: width), count: sets)
        hazard.risk.withUnsafeBufferPointer { risk in
            guard let base = risk.baseAddress else { return }
            records.forEachRiskSet(risk: base, ties: ties) { set in
                let sums = set.sums
                logLikelihood -= sums.logRisk
                hazard.increment[set.group] = sums.hazard
                hazard.eventIncrement[set.group] = sums.eventHazard
                let ratio = sums.fractionSquare / sums.square
                let rest = sums.fractionSquaredSquare - ratio * sums.fractionSquare
                for index in 0..<sets {
                    let factor = multipliers.isEmpty ? 1 : multipliers[index][set.group]
                    outer[index].add(weight: factor * sums.square) {
                        set.riskVector[$0] - ratio * set.eventVector[$0]
                    }
                    if rest > 0 { outer[index].add(weight: factor * rest) { set.eventVector[$0] } }
                }
            }
        }
        return (0..<sets).map { index in
            let factors = multipliers.isEmpty ? nil : multipliers[index]
            let (score, exposure) = exposureProducts(hazard, factors: factors)
            var information = exposure
            for position in information.elements.indices {
                information.elements[position] -= outer[index].sum.elements[position]
            }
            information.mirrorUpperTriangle()
            return LikelihoodValue(logLikelihood: logLikelihood, score: score, information: information)
        }
    }

    /// The score `Σ x (w δ − v)` and the cross-product `Σ v x x'`, with each time group's part multiplied.
    private func exposureProducts(
        _ hazard: CoxHazard, factors: [Double]?
    ) -> (score: [Double], product: SquareMatrix) {
        let width = records.width
        var hazard = hazard
        var eventFactor = [Double](repeating: 1, count: records.groupCount)
        if let factors {
            eventFactor = factors
            for group in factors.indices {
                hazard.increment[group] *= factors[group]
                hazard.eventIncrement[group] *= factors[group]
            }
        }
        var score = [Double](repeating: 0, count: width)
        var product = CrossProduct(width: width)
        let exposure = hazard.exposure(records)
        records.covariates.withUnsafeBufferPointer { covariates in
            guard let base = covariates.baseAddress else { return }
            for group in 0..<records.groupCount {
                for record in records.group(group) {
                    let x = base + record * width
                    let v = hazard.risk[record] * exposure[record]
                    let residual = (records.isEvent[record] ? eventFactor[group] * records.weight(record) : 0) - v
                    for column in 0..<width { score[column] += residual * x[column] }
                    product.add(weight: v) { x[$0] }
                }
            }
        }
        return (score, product.sum)
    }
}

/// A sum of weighted outer products; only the upper triangle is kept up.
private struct CrossProduct {
    var sum: SquareMatrix
    private var row: [Double]

    init(width: Int) {
        sum = SquareMatrix(size: width)
        row = [Double](repeating: 0, count: width)
    }

    @inline(__always)
    mutating func add(weight: Double, _ element: (Int) -> Double) {
        let width = row.count
        for column in 0..<width { row[column] = element(column) }
        for first in 0..<width {
            let scaled = weight * row[first]
            for second in first..<width { sum.elements[first * width + second] += scaled * row[second] }
        }
    }
}

extension CoxRecords {
    /// The linear predictor of each record at coefficients of the stored covariates.
    func linearPredictor(_ coefficients: [Double]) -> [Double] {
        (0..<count).map { record in
            var sum = offset(record)
            for column in 0..<width { sum += covariates[record * width + column] * coefficients[column] }
            return sum
        }
    }
}

extension CoxHazard {
    /// The risks at a linear predictor, with empty increments; nil where a predictor is not finite.
    init?(records: CoxRecords, predictor: [Double]) {
        var largest = -Double.infinity
        for value in predictor {
            guard value.isFinite else { return nil }
            largest = max(largest, value)
        }
        shift = predictor.isEmpty ? 0 : largest
        risk = predictor
        for record in risk.indices { risk[record] = records.weight(record) * exp(predictor[record] - shift) }
        increment = [Double](repeating: 0, count: records.groupCount)
        eventIncrement = increment
    }

    /// The hazard that each record was exposed to while at risk, its own event's share included.
    func exposure(_ records: CoxRecords) -> [Double] {
        var result = [Double](repeating: 0, count: records.count)
        var cumulative = [Double](repeating: 0, count: records.groupCount + 1)
        for (_, groups) in records.strata {
            var sum = 0.0
            for group in groups {
                for record in records.group(group) {
                    result[record] = sum + (records.isEvent[record] ? eventIncrement[group] : increment[group])
                    if !records.entryGroup.isEmpty {
                        let entry = Int(records.entryGroup[record])
                        if entry > groups.lowerBound { result[record] -= cumulative[entry] }
                    }
                }
                sum += increment[group]
                cumulative[group + 1] = sum
            }
        }
        return result
    }
}
