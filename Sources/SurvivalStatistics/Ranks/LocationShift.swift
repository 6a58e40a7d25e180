import Mathematics
public import Results

/// Estimates by how much the values of one sample exceed those of another (Hodges–Lehmann), with its interval.
///
/// **Formula.** The shift of the first sample that makes it like the second. Where ``mannWhitneyTest(_:_:method:alternative:)``
/// is exact: the median of all differences `x − y`, with the `q`-th smallest and `q`-th largest of them as limits, `q`
/// the quantile `(1 − level)/2` of the distribution of `W`, at least 1. Otherwise the shifts at which the test's `z`
/// (corrected or not, as asked) passes through 0 and `±z_level`; as a function of the shift, `z` falls in steps at the
/// differences, so each of the three is a difference, or the middle of the two between which `z` is just that.
///
/// **Ties.** As in the test; `z` has its own tie correction at each shift.
///
/// **Interval.** As above; the exact one has at least the level asked for.
///
/// **Units.** Those of the values.
///
/// **Edge cases.** NaN counts as missing and is left out. No value, and a note, where a sample is empty. Where even the
/// largest difference does not move `z` far enough it is the limit. All shifts are found to the last digit by bisection
/// (R stops at 10⁻⁴), in time linear in the sizes for each of its some sixty steps.
///
/// **Reference.** Hodges JL, Lehmann EL. *Ann Math Stat* 1963;34:598–611. doi:10.1214/aoms/1177704172.
///
/// **Equals in R.** `stats::wilcox.test(first, second, conf.int = TRUE, …)`; checked by `Tests/References/ranks`.
public func locationShift(
    _ first: [Double], _ second: [Double], method: MannWhitneyMethod, alternative: Alternative = .twoSided,
    level: Double
) -> Estimate {
    let (x, y) = (withoutMissing(first).values.sorted(), withoutMissing(second).values.sorted())
    var estimate = Estimate(
        value: nil, interval: nil, level: level,
        method: method.call(alternative, interval: true), n: x.count + y.count)
    guard !x.isEmpty, !y.isEmpty else {
        return estimate.absent(because: ResultNote(estimate.n == 0 ? .noPatients : .singleGroup))
    }
    let isExact = method.isExact(x.count, y.count, hasTies: Midranks(x + y).hasTies)
    let tail = alternative == .twoSided ? (1 - level) / 2 : 1 - level
    let limits: (value: Double, lower: Double, upper: Double)
    if isExact {
        limits = exactShift(x, y, tail: tail)
    } else {
        if method == .exact { estimate.notes.append(ResultNote(.approximated)) }
        let function = ShiftedRankSum(x: x, y: y, isCorrected: method != .uncorrected, alternative: alternative)
        let z = Normal.quantile(1 - tail)
        limits = (function.crossing(of: 0, corrected: false), function.crossing(of: z), function.crossing(of: -z))
    }
    guard limits.value.isFinite, limits.lower.isFinite, limits.upper.isFinite else {
        return estimate.absent(because: ResultNote(.unbounded))
    }
    estimate.value = limits.value
    estimate.interval = ConfidenceInterval(
        lower: alternative == .less ? nil : limits.lower, upper: alternative == .greater ? nil : limits.upper)
    return estimate
}

/// The median of all differences and those at the quantiles of `W`.
private func exactShift(_ x: [Double], _ y: [Double], tail: Double) -> (value: Double, lower: Double, upper: Double) {
    let differences = x.flatMap { x in y.map { x - $0 } }.sorted()
    let count = differences.count
    let low = min(count, max(1, RankSum(first: x.count, second: y.count).quantile(tail)))
    let middle = (differences[(count - 1) / 2] + differences[count / 2]) / 2
    return (middle, differences[low - 1], differences[count - low])
}
