#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif
import Mathematics
public import Results

/// Tests whether values come from a normal distribution (Shapiro–Wilk, in Royston's approximation).
///
/// **Formula.** `W = (Σ aᵢ x₍ᵢ₎)² / Σ(x − x̄)²`, with weights `a` from the normal scores `Φ⁻¹((i − ⅜)/(n + ¼))`, the outer
/// one or two of them corrected by polynomials in `1/√n`. `log(1 − W)`, transformed, is then nearly normal with mean and
/// deviation by polynomials in `n` or `log n`. For `n = 3` the p-value is exact.
///
/// **Ties.** None; many equal values make `W` small.
///
/// **Interval.** None.
///
/// **Units.** Free of units.
///
/// **Edge cases.** NaN counts as missing and is left out, with a note. No p-value, and a note, for fewer than 3 or more
/// than 5000 values, or where all are equal.
///
/// **Reference.** Royston P. *Appl Stat* 1995;44:547–551. doi:10.2307/2986146.
///
/// **Equals in R.** `stats::shapiro.test(values)`; checked by `Tests/References/description`.
public func shapiroWilkTest(_ values: [Double]) -> TestResult {
    let (known, missing) = withoutMissing(values)
    var test = TestResult(
        method: .shapiroWilk, statistic: nil, pValue: nil, n: known.count, equalsInR: "stats::shapiro.test(values)")
    if missing > 0 { test.notes.append(ResultNote(.missingLeftOut, count: Double(missing))) }
    guard !known.isEmpty else { return test.adding(ResultNote(.noPatients)) }
    guard known.count >= 3 else { return test.adding(ResultNote(.tooFewValues)) }
    guard known.count <= 5000 else { return test.adding(ResultNote(.beyondExact)) }
    let sorted = known.sorted()
    let range = sorted[sorted.count - 1] - sorted[0]
    guard range > 0, range.isFinite else { return test.adding(ResultNote(.constant)) }
    let distance = distanceFromOne(sorted.map { $0 / range }, weights: royston(sorted.count))
    test.statistic = 1 - distance
    test.pValue = pValue(distance, n: sorted.count)
    return test
}

/// The weights of the lower half of the ordered values, negative; those of the upper half mirror them.
private func royston(_ n: Int) -> [Double] {
    if n == 3 { return [-0.5.squareRoot()] }
    let count = Double(n)
    let scores = (1...(n / 2)).map { Normal.quantile((Double($0) - 0.375) / (count + 0.25)) }
    let squares = 2 * scores.reduce(0) { $0 + $1 * $1 }
    let root = squares.squareRoot()
    let u = 1 / count.squareRoot()
    let outer = scores[0] / root - polynomial([0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056], u)
    guard n > 5 else {
        let scale = ((squares - 2 * scores[0] * scores[0]) / (1 - 2 * outer * outer)).squareRoot()
        return [outer] + scores.dropFirst().map { $0 / scale }
    }
    let second = scores[1] / root - polynomial([0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633], u)
    let rest = squares - 2 * scores[0] * scores[0] - 2 * scores[1] * scores[1]
    let scale = (rest / (1 - 2 * outer * outer - 2 * second * second)).squareRoot()
    return [outer, second] + scores.dropFirst(2).map { $0 / scale }
}

/// `1 − W`, computed as a difference of squares so that it keeps its digits where `W` is close to 1.
private func distanceFromOne(_ x: [Double], weights: [Double]) -> Double {
    let n = x.count
    let full = (0..<n).map { index in
        index < weights.count ? weights[index] : (n - 1 - index < weights.count ? -weights[n - 1 - index] : 0)
    }
    let mean = CompensatedSum(x).value / Double(n)
    let center = CompensatedSum(full).value / Double(n)
    var (ofWeights, ofValues, crossed) = (CompensatedSum(), CompensatedSum(), CompensatedSum())
    for index in 0..<n {
        let (a, d) = (full[index] - center, x[index] - mean)
        ofWeights.add(a * a)
        ofValues.add(d * d)
        crossed.add(a * d)
    }
    let root = (ofWeights.value * ofValues.value).squareRoot()
    return (root - crossed.value) * (root + crossed.value) / (ofWeights.value * ofValues.value)
}

private func pValue(_ distance: Double, n: Int) -> Double {
    let w = 1 - distance
    if n == 3 {
        let angle = asin(min(1, max(0, w)).squareRoot()) - asin(0.75.squareRoot())
        return min(1, max(0, 6 / Double.pi * angle))
    }
    guard distance > 0 else { return 1 }
    var y = log(distance)
    let mean: Double
    let deviation: Double
    if n <= 11 {
        let count = Double(n)
        let gamma = polynomial([-2.273, 0.459], count)
        guard y < gamma else { return 1e-99 }
        y = -log(gamma - y)
        mean = polynomial([0.544, -0.39978, 0.025054, -6.714e-4], count)
        deviation = exp(polynomial([1.3822, -0.77857, 0.062767, -0.0020322], count))
    } else {
        let logCount = log(Double(n))
        mean = polynomial([-1.5861, -0.31082, -0.083751, 0.0038915], logCount)
        deviation = exp(polynomial([-0.4803, -0.082676, 0.0030302], logCount))
    }
    return Normal.upperTail((y - mean) / deviation)
}

private func polynomial(_ coefficients: [Double], _ x: Double) -> Double {
    coefficients.reversed().reduce(0) { $0 * x + $1 }
}
