public import Results

/// The difference of two groups' cumulative incidence at one time, second less first, and the test that it is 0.
///
/// **Formula.** `F₂(t) − F₁(t)` with `se² = se₁² + se₂²`, tested by its z.
///
/// **Interval.** `± z se` on the plain scale, whatever the transform of the curves.
///
/// **Units.** The difference is between −1 and 1.
///
/// **Edge cases.** No difference, and the rates' notes, where a rate is not estimable; no interval and no test, and a
/// note, where neither group has had the event.
///
/// **Reference.** Klein JP et al. *Stat Med* 2007;26:4505–4519. doi:10.1002/sim.2864.
///
/// **Equals in R.** `cmprsk::timepoints(cmprsk::cuminc(…), t)`, by hand: `diff(est)` and `sqrt(sum(var))`.
public func incidenceDifference(_ first: Estimate, _ second: Estimate) -> Contrast {
    difference(first, second)
}
