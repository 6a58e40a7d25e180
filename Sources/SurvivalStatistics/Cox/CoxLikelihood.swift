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
    /// The last hazard, whose memory the next one uses.
    private let scratch = Scratch()

    private final class Scratch {
        var hazard: CoxHazard?
    }

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
        // A single column with everyone at risk from the start needs no increments.
        let hasIncrements = width != 1 || !records.entryGroup.isEmpty
        guard
            var hazard = CoxHazard(
                records: records, coefficients: coefficients, reusing: &scratch.hazard, hasIncrements: hasIncrements)
        else {
            return LikelihoodValue(
                logLikelihood: -.infinity, score: [Double](repeating: 0, count: width),
                information: SquareMatrix(size: width))
        }
        let pass: (logRisk: Double, outer: SquareMatrix, exposed: SquareMatrix, vector: [Double])
        if records.entryGroup.isEmpty {
            pass = partedPass(&hazard, factors: factors)
        } else {
            pass = latePass(&hazard, factors: factors)
        }
        let start = factors == nil ? eventSum : records.eventSum(factors: factors)
        var information = pass.exposed
        for index in information.elements.indices { information.elements[index] -= pass.outer.elements[index] }
        let events = dotProduct(eventSum, coefficients) + eventOffset
        let shifted = hazard.shift == 0 ? 0 : hazard.shift * records.groupEventWeight.reduce(0, +)
        scratch.hazard = hazard
        return LikelihoodValue(
            logLikelihood: events - shifted - pass.logRisk, score: zip(start, pass.vector).map { $0 - $1 },
            information: information)
    }

    /// Both passes where records enter late: one sweep through all.
    private func latePass(
        _ hazard: inout CoxHazard, factors: [Double]?
    ) -> (logRisk: Double, outer: SquareMatrix, exposed: SquareMatrix, vector: [Double]) {
        let (width, stride) = (records.width, records.covariates.stride)
        var outer = OuterProducts(width: width, stride: stride)
        var exposed = ExposedProducts(width: width, stride: stride)
        var logRisk = 0.0
        var (increment, eventIncrement) = (hazard.increment, hazard.eventIncrement)
        hazard.risk.withUnsafeMutableBufferPointer { risk in
            guard let base = risk.baseAddress else { return }
            logRisk = records.forEachRiskSet(risk: base, ties: ties) { set in
                let factor = factors.map { $0[set.group] } ?? 1
                increment[set.group] = factor * set.sums.hazard
                eventIncrement[set.group] = factor * set.sums.eventHazard
                outer.add(set, factor: factor)
            }
            records.multiplyByExposure(risk, increment: increment, eventIncrement: eventIncrement)
            exposed.add(records.covariates.base, weights: base, count: records.count)
        }
        return (logRisk, outer.matrix, exposed.matrix, exposed.vector)
    }
}

extension CoxRecords {
    /// `Σ w x` over the events, each time group's part multiplied by its factor.
    fileprivate func eventSum(factors: [Double]?) -> [Double] {
        var sum = [Double](repeating: 0, count: width)
        let (base, stride) = (covariates.base, covariates.stride)
        if factors == nil, weights.isEmpty, width == 1 {
            // Every record is added, most as zero: a branch here could not be foreseen.
            let pieces = covariates.pieces
            return [
                concurrentMap(pieces.count) { piece in
                    var single = 0.0
                    isEvent.withUnsafeBufferPointer { isEvent in
                        for record in pieces[piece] { single += isEvent[record] ? base[record] : 0 }
                    }
                    return single
                }.reduce(0, +)
            ]
        }
        let sums = concurrentMap(parts.count) { part in
            var sum = [Double](repeating: 0, count: width)
            for group in parts[part].groups where groupEvents[group] > 0 {
                let factor = factors.map { $0[group] } ?? 1
                for record in self.group(group) where isEvent[record] {
                    let own = factor * weight(record)
                    for column in 0..<width { sum[column] += own * base[record * stride + column] }
                }
            }
            return sum
        }
        for own in sums { for column in 0..<width { sum[column] += own[column] } }
        return sum
    }
}
