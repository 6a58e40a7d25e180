#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif
internal import Mathematics
public import Results

/// Gray's test that the cumulative incidence of a cause is the same in all groups.
///
/// **Formula.** With `R_k = Y_k (1 − F_k(t⁻))/S_k(t⁻)` (the number that would be at risk had no competing event removed
/// anyone) the score of group `k` is `Σ (1 − F(t⁻))^ρ (dN_k − dN R_k/R)`, a weighted log-rank score on the scale of
/// the subdistribution. Its covariance follows from the variation of both kinds of events in every group under the
/// common incidence `F` with `dF = dN₁ / Σ Y_k/S_k`: at each time the group's events enter with
/// `a_i + (1 − (1 − F)/S_k) (C_i − c_i)` for the cause and with `((1 − F)/S_k) (C_i − c_i)` for the competing ones, where
/// `c` gathers `a dF/(1 − F)` up to the time and `C` is its final value.
///
/// **Ties.** Events at one time have the variance of sampling without replacement, `1 − (d − 1)/(m − 1)`.
///
/// **Units.** Free of the unit.
///
/// **Edge cases.** Late entry, fewer than two groups with patients, no event of the cause, or a singular covariance leave no
/// statistic, and a note says why.
///
/// **Reference.** Gray RJ. *Ann Stat* 1988;16:1141–1154. doi:10.1214/aos/1176350951.
///
/// **Equals in R.** `cmprsk::cuminc(time, cause, group, rho = rho)$Tests`; checked by `Tests/References/competing-risks`.
///
/// - Parameters:
///   - sample: The follow-up.
///   - groups: The group of each patient, numbered from 0.
///   - cause: The cause's code.
///   - rho: The power of `1 − F` that weighs the differences; 0 weighs them alike.
/// - Returns: The test.
/// - Throws: ``DesignError`` where `groups` has another length or a negative number.
public func grayTest(
    _ sample: CompetingRisksSample, groups: [Int], cause: Int, rho: Double
) throws(DesignError) -> TestResult {
    guard groups.count == sample.count else {
        throw .lengthsDiffer(of: "groups", found: groups.count, expected: sample.count)
    }
    if let row = groups.firstIndex(where: { $0 < 0 }) { throw .unknownLevel(of: "groups", row: row) }
    let present = Set(groups).sorted()
    let events = sample.cause.count { $0 == cause }
    func result(_ statistic: Double?, _ degreesOfFreedom: Int, _ note: ResultNote.Kind?) -> TestResult {
        TestResult(
            method: .gray, statistic: statistic,
            degreesOfFreedom: statistic == nil ? [] : [Double(degreesOfFreedom)],
            pValue: statistic.map {
                ChiSquared(degreesOfFreedom: Double(degreesOfFreedom)).upperTail($0)
            }, n: sample.count, events: events, equalsInR: "cmprsk::cuminc(...)$Tests",
            notes: note.map { [ResultNote($0)] } ?? [])
    }
    guard sample.count > 0 else { return result(nil, 0, .noPatients) }
    guard sample.entry == nil else { return result(nil, 0, .lateEntry) }
    guard events > 0 else { return result(nil, 0, .noEvents) }
    guard present.count > 1 else { return result(nil, 0, .singleGroup) }
    var position: [Int: Int] = [:]
    for (index, group) in present.enumerated() { position[group] = index }
    var scores = GrayScores(groups: present.count, rho: rho)
    let (order, starts) = sample.timeGroups()
    for group in groups { scores.atRisk[position[group] ?? 0] += 1 }
    for index in 0..<(starts.count - 1) {
        var counts = GrayScores.Counts(groups: present.count)
        for row in order[starts[index]..<starts[index + 1]] {
            let own = position[groups[row]] ?? 0
            counts.leaving[own] += 1
            if sample.cause[row] == cause {
                counts.events[own] += 1
            } else if sample.cause[row] != 0 {
                counts.others[own] += 1
            }
        }
        scores.advance(counts)
    }
    let covariance = scores.covariance()
    let cholesky = Cholesky(covariance, tolerance: 1e-10)
    guard cholesky.rank > 0 else { return result(nil, 0, .zeroVariance) }
    let score = Array(scores.score.dropLast())
    return result(dotProduct(cholesky.solve(score), score), cholesky.rank, nil)
}

/// The scores and their variance as time goes on.
private struct GrayScores {
    /// What happens at one time, by group.
    struct Counts {
        var events: [Double]
        var others: [Double]
        var leaving: [Double]

        init(groups: Int) {
            events = [Double](repeating: 0, count: groups)
            others = events
            leaving = events
        }
    }

    /// One group's events at one time, as they enter the covariance.
    private struct Variation {
        let group: Int
        /// `a_i` for each group `i`; zero for competing events.
        let direct: [Double]
        /// What multiplies `C_i − c_i`.
        let factor: Double
        /// `c_i` at this time.
        let gathered: [Double]
        let variance: Double
    }

    let rho: Double
    let groups: Int
    var atRisk: [Double]
    private(set) var score: [Double]
    private var survival: [Double]
    private var incidence: [Double]
    private var pooled = 0.0
    /// `c_ik`, row by row.
    private var gathered: [Double]
    private var variations: [Variation] = []

    init(groups: Int, rho: Double) {
        self.groups = groups
        self.rho = rho
        atRisk = [Double](repeating: 0, count: groups)
        score = atRisk
        incidence = atRisk
        survival = [Double](repeating: 1, count: groups)
        gathered = [Double](repeating: 0, count: groups * groups)
    }

    mutating func advance(_ counts: Counts) {
        defer { for group in 0..<groups { atRisk[group] -= counts.leaving[group] } }
        let events = counts.events.reduce(0, +)
        guard events + counts.others.reduce(0, +) > 0 else { return }
        let before = survival
        var (scaled, subdistribution) = (0.0, 0.0)
        for group in 0..<groups where atRisk[group] > 0 {
            survival[group] *= (atRisk[group] - counts.events[group] - counts.others[group]) / atRisk[group]
            scaled += atRisk[group] / before[group]
            subdistribution += atRisk[group] * (1 - incidence[group]) / before[group]
        }
        let weight = power(1 - pooled, rho)
        let after = pooled + events / scaled
        var direct = [Double](repeating: 0, count: groups * groups)
        for group in 0..<groups where atRisk[group] > 0 {
            let own = atRisk[group] / before[group]
            for other in 0..<groups where atRisk[other] > 0 {
                let share = atRisk[other] / before[other] / scaled
                direct[group * groups + other] = weight * own * ((group == other ? 1 : 0) - share)
            }
            score[group] +=
                weight * (counts.events[group] - events * own * (1 - incidence[group]) / subdistribution)
        }
        for index in direct.indices { gathered[index] += direct[index] * events / (scaled * (1 - pooled)) }
        for group in 0..<groups where atRisk[group] > 0 {
            if events > 0, survival[group] > 0 || before[group] > 0 {
                let correction = events > 1 ? 1 - (events - 1) / (scaled * before[group] - 1) : 1
                vary(
                    group, direct: direct, factor: survival[group] > 0 ? 1 - (1 - after) / survival[group] : 1,
                    variance: correction * before[group] * events / (scaled * atRisk[group]))
            }
            if counts.others[group] > 0, survival[group] > 0 {
                let deaths = counts.others[group]
                let correction = deaths > 1 ? 1 - (deaths - 1) / (atRisk[group] - 1) : 1
                vary(
                    group, direct: [], factor: -(1 - after) / survival[group],
                    variance: correction * before[group] * before[group] * deaths / (atRisk[group] * atRisk[group]))
            }
        }
        for group in 0..<groups where atRisk[group] > 0 {
            incidence[group] += before[group] * counts.events[group] / atRisk[group]
        }
        pooled = after
    }

    private mutating func vary(_ group: Int, direct: [Double], factor: Double, variance: Double) {
        let column = (0..<groups).map { direct.isEmpty ? 0 : direct[$0 * groups + group] }
        let sums = (0..<groups).map { gathered[$0 * groups + group] }
        variations.append(
            Variation(group: group, direct: column, factor: factor, gathered: sums, variance: variance))
    }

    /// The covariance of the scores of all groups but the last.
    func covariance() -> SquareMatrix {
        var result = SquareMatrix(size: groups - 1)
        for variation in variations {
            let column = (0..<groups).map { index in
                variation.direct[index]
                    + variation.factor * (gathered[index * groups + variation.group] - variation.gathered[index])
            }
            for row in 0..<(groups - 1) {
                for other in 0..<(groups - 1) {
                    result[row, other] += column[row] * column[other] * variation.variance
                }
            }
        }
        return result
    }

    private func power(_ base: Double, _ exponent: Double) -> Double {
        exponent == 0 ? 1 : (exponent == 1 ? base : raised(base, to: exponent))
    }
}

private func raised(_ base: Double, to exponent: Double) -> Double { pow(base, exponent) }
