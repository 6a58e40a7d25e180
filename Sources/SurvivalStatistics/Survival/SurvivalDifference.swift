public import Results

/// Compares survival at one time between two groups.
///
/// **Formula.** `S₂(t) − S₁(t)` with `se² = se₁² + se₂²`, tested by its z.
///
/// **Ties.** As in the curves.
///
/// **Interval.** `± z se` on the plain scale, whatever the transform of the curves.
///
/// **Units.** `time` in the curves' unit; the difference is between −1 and 1.
///
/// **Edge cases.** No difference, and a note, where a rate is not estimable; no test, and a note, where neither group has
/// had an event. A group whose curve has come down to 0 has a rate without error there.
///
/// **Reference.** Klein JP et al. *Stat Med* 2007;26:4505–4519. doi:10.1002/sim.2864.
///
/// **Equals in R.** `summary(survival::survfit(…), times = t)`, by hand: `diff(surv)` and `sqrt(sum(std.err^2))`.
public func survivalDifference(
    _ first: SurvivalCurve, _ second: SurvivalCurve, at time: Double, beyond: BeyondLastObservation
) -> Contrast {
    let rates = [first, second].map { curve in
        var rate = survivalRate(at: time, of: curve, beyond: beyond).estimate
        if rate.value == 0 { rate.standardError = 0 }
        return rate
    }
    return difference(rates[0], rates[1])
}
