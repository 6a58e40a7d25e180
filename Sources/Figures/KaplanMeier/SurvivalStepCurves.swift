import Results

extension StepCurve {
    /// No curve at all.
    static let none = StepCurve(start: 0, time: [], value: [], lower: [], upper: [], censored: [])

    /// A survival curve falls from 1.
    init(_ curve: SurvivalCurve) {
        self.init(
            start: 1, time: curve.time, value: curve.survival, lower: curve.lower, upper: curve.upper,
            censored: curve.censored)
    }

    /// The probability of the event rises from 0; the limits change places.
    init(failureOf curve: SurvivalCurve) {
        func failure(_ limits: [Double?]) -> [Double?] { limits.map { $0.map { 1 - $0 } } }
        self.init(
            start: 0, time: curve.time, value: curve.survival.map { 1 - $0 }, lower: failure(curve.upper),
            upper: failure(curve.lower), censored: curve.censored)
    }

    /// A cumulative hazard rises from 0; before the first event it has no band.
    init(_ hazard: CumulativeHazard, censored: [Double]) {
        self.init(
            start: 0, time: hazard.time, value: hazard.hazard, lower: hazard.lower, upper: hazard.upper,
            censored: censored)
    }

    /// A difference starts at 0; censorings are marked on the curves that it is of.
    init(_ difference: SurvivalDifferenceCurve) {
        self.init(
            start: 0, time: difference.time, value: difference.difference, lower: difference.lower,
            upper: difference.upper, censored: difference.time.map { _ in 0 })
    }
}
