#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif
internal import Results

/// The scalar sums of one event time under Breslow's or Efron's treatment of ties.
///
/// With `d` events of mean weight `w̄`, risk sum `S₀` and the events' own risk sum `D₀`, let `f = l/d` for
/// `l = 0 … d − 1` (Efron) or `f = 0` (Breslow), and `r = S₀ − f D₀`. Every sum below is `w̄ Σ` over the `d` values.
/// Because the sum of vectors is `a = S₁ − f D₁`, the likelihood, its derivatives and all residuals need only these
/// sums together with `S₁` and `D₁`, however many events are tied.
struct TieSums {
    /// `w̄ Σ log r`.
    var logRisk = 0.0
    /// `w̄ Σ 1/r`: the hazard's increment.
    var hazard = 0.0
    /// `w̄ Σ f/r`.
    var fractionHazard = 0.0
    /// `w̄ Σ 1/r²`.
    var square = 0.0
    /// `w̄ Σ f/r²`.
    var fractionSquare = 0.0
    /// `w̄ Σ f²/r²`.
    var fractionSquaredSquare = 0.0

    @inline(__always)
    init(ties: TiesMethod, events: Int, eventWeight: Double, riskSum: Double, eventRiskSum: Double) {
        if ties != .efron || events == 1 {
            hazard = eventWeight / riskSum
            logRisk = eventWeight * log(riskSum)
            square = hazard / riskSum
            return
        }
        let meanWeight = eventWeight / Double(events)
        for index in 0..<events {
            let fraction = Double(index) / Double(events)
            let inverse = 1 / (riskSum - fraction * eventRiskSum)
            logRisk -= log(inverse)
            hazard += inverse
            fractionHazard += fraction * inverse
            square += inverse * inverse
            fractionSquare += fraction * inverse * inverse
            fractionSquaredSquare += fraction * fraction * inverse * inverse
        }
        logRisk *= meanWeight
        hazard *= meanWeight
        fractionHazard *= meanWeight
        square *= meanWeight
        fractionSquare *= meanWeight
        fractionSquaredSquare *= meanWeight
    }

    /// The hazard's increment for those who have the event: `w̄ Σ (1 − f)/r`.
    var eventHazard: Double { hazard - fractionHazard }
}
