import Mathematics
public import Results

/// Estimates the survival function of one group by the Kaplan–Meier product-limit method.
///
/// **Formula.** `S(t) = ∏_{tᵢ ≤ t} (1 − dᵢ / nᵢ)`, with `dᵢ` events and `nᵢ` at risk just before `tᵢ` (sums of weights
/// where patients have them). Variance of `log S(t)` by Greenwood: `Σ dᵢ / (nᵢ (nᵢ − dᵢ))`. With sampling weights
/// (``SurvivalSample/hasSamplingWeights``) Greenwood's formula does not hold, and the variance is the infinitesimal
/// jackknife's, the sum over patients of `(weight · ∂ log S / ∂ weight)²`.
///
/// **Ties.** Events at a time precede censorings at that time. Times that differ only by rounding are one time.
///
/// **Interval.** Pointwise, on the scale named by `transform`. R's default is `log`; SAS's and lifelines' is `log-log`.
///
/// **Units.** Times in the result are in the sample's unit. Nothing is rounded.
///
/// **Edge cases.** After the last event the curve stays flat; if the last patient has the event, `S` is 0, and its
/// standard error and interval are absent there. With left truncation the patients at risk can run out early: `S` is
/// then 0 from there on. Without patients the arrays are empty.
///
/// **Reference.** Kaplan EL, Meier P. *J Am Stat Assoc* 1958;53:457–481. doi:10.1080/01621459.1958.10501452.
///
/// **Equals in R.** `survival::survfit(Surv(time, status) ~ 1, conf.type = <transform>, conf.int = <level>)`;
/// checked by `Tests/References/kaplan-meier`.
public func kaplanMeier(_ sample: SurvivalSample, transform: ConfidenceTransform, level: Double) -> SurvivalCurve {
    let table = ExitTable(sample)
    var (survival, standardErrors) = productLimit(table)
    if sample.hasSamplingWeights { standardErrors = jackknifeErrors(of: sample, table, survival: survival) }
    let halfWidth = Normal.halfWidth(level: level)
    let (lower, upper) = filled(survival.count) { block, lower, upper in
        var interval = ConfidenceInterval(lower: nil, upper: nil)
        for index in block {
            // Between events nothing changes but, with sampling weights, the variance.
            if table.events[index] > 0 || index == block.lowerBound || sample.hasSamplingWeights {
                interval = survivalInterval(
                    survival[index], standardErrorOfLog: standardErrors[index], transform: transform,
                    halfWidth: halfWidth)
            }
            lower[index] = interval.lower
            upper[index] = interval.upper
        }
    }
    return SurvivalCurve(
        time: table.time, atRisk: table.atRisk, events: table.events, censored: table.censored, survival: survival,
        standardErrorOfLog: standardErrors, lower: lower, upper: upper, level: level, transform: transform,
        unit: sample.unit)
}

/// The estimate and Greenwood's standard error of its logarithm at each time.
private func productLimit(_ table: ExitTable) -> (survival: [Double], standardErrors: [Double?]) {
    // A first walk finds where each block starts; the blocks are then walked again on all cores, to the same numbers.
    let blocks = blocks(table.time.count)
    var states = [ProductLimit()]
    for block in blocks.dropLast() {
        var state = states[states.count - 1]
        for index in block { state.pass(index, in: table) }
        states.append(state)
    }
    return filled(table.time.count) { block, survival, standardErrors in
        var state = states[block.lowerBound / blockLength]
        var error = state.variance.squareRoot()
        for index in block {
            if table.events[index] > 0 {
                state.pass(index, in: table)
                error = state.variance.squareRoot()
            }
            survival[index] = state.survival
            standardErrors[index] = state.survival > 0 ? error : nil
        }
    }
}

private struct ProductLimit {
    var survival = 1.0
    /// Of the logarithm.
    var variance = 0.0

    @inline(__always)
    mutating func pass(_ index: Int, in table: ExitTable) {
        let (atRisk, events) = (table.atRisk[index], table.events[index])
        guard events > 0 else { return }
        let survivors = table.survivors(at: index)
        survival *= survivors / atRisk
        variance += events / (atRisk * survivors)
    }
}

private let blockLength = 65_536

private func blocks(_ count: Int) -> [Range<Int>] {
    stride(from: 0, to: count, by: blockLength).map { $0..<min($0 + blockLength, count) }
}

/// Two arrays that are filled block by block, on as many cores as there are.
private func filled<First, Second>(
    _ count: Int,
    _ fill: (Range<Int>, UnsafeMutableBufferPointer<First>, UnsafeMutableBufferPointer<Second>) -> Void
) -> ([First], [Second]) {
    var second: [Second] = []
    let first = [First](unsafeUninitializedCapacity: count) { first, firstCount in
        firstCount = count
        second = [Second](unsafeUninitializedCapacity: count) { second, secondCount in
            secondCount = count
            let blocks = blocks(count)
            _ = concurrentMap(blocks.count) { fill(blocks[$0], first, second) }
        }
    }
    return (first, second)
}

/// Estimates the distribution of follow-up: the Kaplan–Meier method with events and censorings exchanged.
///
/// **Formula.** `G(t) = ∏_{tᵢ ≤ t} (1 − cᵢ / nᵢ)`, with `cᵢ` censored and `nᵢ` at risk of being censored just before `tᵢ`;
/// its median is the median follow-up (reverse Kaplan–Meier). Variance and interval are those of
/// ``kaplanMeier(_:transform:level:)``.
///
/// **Units.** Times in the result are in the sample's unit. Nothing is rounded.
///
/// **Edge cases.** Where nobody is censored the curve stays at 1 and has no median; else as in
/// ``kaplanMeier(_:transform:level:)``.
///
/// **Ties.** At equal times the end of follow-up comes first, so that a patient who dies at that time is still at risk
/// of being censored there, as in R.
///
/// **Reference.** Schemper M, Smith TL. *Control Clin Trials* 1996;17:343–346. doi:10.1016/0197-2456(96)00075-X.
///
/// **Equals in R.** `survival::survfit(Surv(time, 1 - status) ~ 1)`.
public func reverseKaplanMeier(
    _ sample: SurvivalSample, transform: ConfidenceTransform, level: Double
) -> SurvivalCurve {
    kaplanMeier(sample.reversed, transform: transform, level: level)
}
