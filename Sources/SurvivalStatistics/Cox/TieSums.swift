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

    /// The hazard's increment for those who have the event: `w̄ Σ (1 − f)/r`.
    var eventHazard: Double { hazard - fractionHazard }

    /// Computes the sums, and adds `w̄ Σ log r` to a sum of logarithms.
    @inline(__always)
    init(
        ties: TiesMethod, events: Int, eventWeight: Double, riskSum: Double, eventRiskSum: Double,
        logRisk: inout LogarithmSum
    ) {
        if ties != .efron || events == 1 {
            let inverse = 1 / riskSum
            hazard = eventWeight * inverse
            square = hazard * inverse
            logRisk.add(riskSum, times: eventWeight)
            return
        }
        addTied(
            events: events, meanWeight: eventWeight / Double(events), riskSum: riskSum, eventRiskSum: eventRiskSum,
            logRisk: &logRisk)
    }

    /// Efron's sums, four values of `l` at a time.
    private mutating func addTied(
        events: Int, meanWeight: Double, riskSum: Double, eventRiskSum: Double, logRisk: inout LogarithmSum
    ) {
        typealias Four = SIMD4<Double>
        let count = Double(events)
        let decline = eventRiskSum / riskSum
        var sums = (Four(), Four(), Four(), Four(), Four())
        var product = Four(repeating: 1)
        var logarithm = 0.0
        var number = Four(0, 1, 2, 3)
        for start in Swift.stride(from: 0, to: events, by: 4) {
            let fraction = number / count
            // r/S₀, in which lanes beyond the last event count nothing.
            let isPast = number .>= count
            let rest = (1 - fraction * decline).replacing(with: 1, where: isPast)
            let inverse = (1 / rest).replacing(with: 0, where: isPast)
            let squared = inverse * inverse
            sums.0 += inverse
            sums.1 += fraction * inverse
            sums.2 += squared
            sums.3 += fraction * squared
            sums.4 += fraction * fraction * squared
            product *= rest
            if start % 64 == 60 {
                logarithm += log(product[0]) + log(product[1]) + log(product[2]) + log(product[3])
                product = Four(repeating: 1)
            }
            number += 4
        }
        logarithm += log(product[0]) + log(product[1]) + log(product[2]) + log(product[3])
        logRisk.add(logarithm: meanWeight * logarithm)
        logRisk.add(riskSum, times: meanWeight * Double(events))
        let (first, second) = (meanWeight / riskSum, meanWeight / (riskSum * riskSum))
        hazard = first * sums.0.sum()
        fractionHazard = first * sums.1.sum()
        square = second * sums.2.sum()
        fractionSquare = second * sums.3.sum()
        fractionSquaredSquare = second * sums.4.sum()
    }
}

/// A sum of many logarithms, most of which are taken together as the logarithm of a product.
///
/// The product keeps its fraction in [1, 2) and its exponent apart, so it neither overflows nor loses digits; a million
/// factors cost a relative error of the product of 1e−10, which is an absolute error of the sum.
struct LogarithmSum {
    private var fraction = 1.0
    private var exponent = 0
    private var rest = 0.0

    /// Adds `count · log value` of a positive number.
    @inline(__always)
    mutating func add(_ value: Double, times count: Double) {
        let bits = value.bitPattern
        let power = Int(bits >> 52)
        guard count == 1, power > 0, power < 2047 else {
            rest += count * log(value)
            return
        }
        let next = fraction * Double(bitPattern: bits & 0x000F_FFFF_FFFF_FFFF | 0x3FF0_0000_0000_0000)
        let nextBits = next.bitPattern
        fraction = Double(bitPattern: nextBits & 0x000F_FFFF_FFFF_FFFF | 0x3FF0_0000_0000_0000)
        exponent += power + Int(nextBits >> 52) - 2046
    }

    /// Adds what is a logarithm already.
    mutating func add(logarithm: Double) { rest += logarithm }

    /// Adds another sum.
    mutating func add(_ other: LogarithmSum) {
        rest += other.rest + log(other.fraction)
        exponent += other.exponent
    }

    /// The sum.
    var value: Double { rest + log(fraction) + Double(exponent) * 0.693_147_180_559_945_3 }
}
