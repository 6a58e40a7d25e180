import Mathematics
public import Results

/// How the p-value of the Mann–Whitney test is found.
public enum MannWhitneyMethod: String, CaseIterable, Sendable {
    /// Exact where both samples are below 50 and no two values are equal, else as `corrected`: R's default.
    case automatic
    /// Exact where no two values are equal and the samples are not large, else as `corrected`, with a note.
    case exact
    /// The normal approximation with continuity correction.
    case corrected
    /// The normal approximation without it, as SPSS has it; for two groups it equals Kruskal–Wallis.
    case uncorrected
}

/// Tests whether values of one sample tend to be larger than those of another (Wilcoxon's rank sum, Mann–Whitney).
///
/// **Formula.** `W` is the rank sum of the first sample less `n₁(n₁ + 1)/2`: the number of pairs in which its value is
/// the larger, ties counting ½. Exact: twice the smaller tail of the distribution of `W`, at most 1. Approximate:
/// `z = (W − n₁n₂/2 − c) / √(n₁n₂/12 · (N + 1 − Σ(t³ − t)/(N(N − 1))))`, with `c = ±½` towards 0 where corrected.
///
/// **Ties.** Midranks; the variance is corrected for them. They rule the exact distribution out.
///
/// **Interval.** None; see ``locationShift(_:_:method:level:)``.
///
/// **Units.** Free of units.
///
/// **Edge cases.** NaN counts as missing and is left out, with a note. No p-value, and a note, where a sample is empty
/// or all values are equal.
///
/// **Reference.** Mann HB, Whitney DR. *Ann Math Stat* 1947;18:50–60. doi:10.1214/aoms/1177730491.
///
/// **Equals in R.** `stats::wilcox.test(first, second, exact = …, correct = …)`; checked by `Tests/References/ranks`.
public func mannWhitneyTest(
    _ first: [Double], _ second: [Double], method: MannWhitneyMethod, alternative: Alternative = .twoSided
) -> TestResult {
    let (first, firstMissing) = withoutMissing(first)
    let (second, secondMissing) = withoutMissing(second)
    var test = TestResult(
        method: method == .uncorrected ? .mannWhitneyUncorrected : .mannWhitney, statistic: nil, pValue: nil,
        n: first.count + second.count, equalsInR: method.call(alternative))
    if firstMissing + secondMissing > 0 {
        test.notes.append(ResultNote(.missingLeftOut, count: Double(firstMissing + secondMissing)))
    }
    guard test.n > 0 else { return test.adding(ResultNote(.noPatients)) }
    guard !first.isEmpty, !second.isEmpty else { return test.adding(ResultNote(.singleGroup)) }
    let midranks = Midranks(first + second)
    let rankSum = midranks.ranks.prefix(first.count).reduce(0, +)
    let statistic = rankSum - Double(first.count) * (Double(first.count) + 1) / 2
    test.statistic = statistic
    if method.isExact(first.count, second.count, hasTies: false) {
        if method.isExact(first.count, second.count, hasTies: midranks.hasTies) {
            test.method = .mannWhitneyExact
            test.pValue = exactPValue(statistic, first.count, second.count, alternative)
            return test
        }
        test.notes.append(ResultNote(.approximated))
    } else if method == .exact {
        test.notes.append(ResultNote(.approximated))
    }
    let normal = RankSumApproximation(first: first.count, second: second.count, tieSum: midranks.tieSum)
    guard normal.variance > 0 else { return test.adding(ResultNote(.constant)) }
    test.pValue = normal.pValue(statistic, corrected: method != .uncorrected, alternative: alternative)
    return test
}

private func exactPValue(_ statistic: Double, _ first: Int, _ second: Int, _ alternative: Alternative) -> Double {
    let distribution = RankSum(first: first, second: second)
    let count = Int(statistic)
    switch alternative {
    case .less: return distribution.lowerTail(count)
    case .greater: return distribution.upperTail(count - 1)
    case .twoSided:
        let isAbove = statistic > Double(first * second) / 2
        let tail = isAbove ? distribution.upperTail(count - 1) : distribution.lowerTail(count)
        return min(1, 2 * tail)
    }
}

/// The normal approximation to the distribution of `W`.
struct RankSumApproximation {
    let mean: Double
    let variance: Double

    init(first: Int, second: Int, tieSum: Double) {
        let (m, n) = (Double(first), Double(second))
        let all = m + n
        mean = m * n / 2
        variance = all > 1 ? m * n / 12 * ((all + 1) - tieSum / (all * (all - 1))) : 0
    }

    /// What a continuity correction takes from the distance of `W` from its mean.
    static func correction(_ distance: Double, _ alternative: Alternative) -> Double {
        switch alternative {
        case .twoSided: distance > 0 ? 0.5 : (distance < 0 ? -0.5 : 0)
        case .greater: 0.5
        case .less: -0.5
        }
    }

    func pValue(_ statistic: Double, corrected: Bool, alternative: Alternative) -> Double {
        let distance = statistic - mean
        let correction = corrected ? Self.correction(distance, alternative) : 0
        let z = (distance - correction) / variance.squareRoot()
        return switch alternative {
        case .twoSided: min(1, Normal.twoSided(z))
        case .less: Normal.lowerTail(z)
        case .greater: Normal.upperTail(z)
        }
    }
}

extension MannWhitneyMethod {
    /// Beyond this product of the sizes the exact distribution takes more than seconds.
    private static let largestExactProduct = 40_000

    /// Whether samples of these sizes are compared exactly.
    func isExact(_ first: Int, _ second: Int, hasTies: Bool) -> Bool {
        guard !hasTies, first * second <= Self.largestExactProduct else { return false }
        return self == .exact || (self == .automatic && first < 50 && second < 50)
    }

    /// The call in R that gives the same numbers.
    func call(_ alternative: Alternative, interval: Bool = false) -> String {
        let arguments =
            switch self {
            case .automatic: ""
            case .exact: ", exact = TRUE"
            case .corrected: ", exact = FALSE"
            case .uncorrected: ", exact = FALSE, correct = FALSE"
            }
        let limits = interval ? ", conf.int = TRUE" : ""
        return "stats::wilcox.test(first, second\(arguments)\(limits)\(alternative.argument))"
    }
}

extension TestResult {
    /// The same result with one note more.
    func adding(_ note: ResultNote) -> TestResult {
        var test = self
        test.notes.append(note)
        return test
    }
}
