/// The infinitesimal jackknife of a cumulative incidence with late entry: the sum of the squared influences of the patients.
///
/// **Formula.** A patient's weight changes the survival of all causes together by `S(t) A(t)` and the incidence by `U(t)`:
/// at each time of an event `dA = −Y (dN − d/n)/(n − d)` and `dU = S(t⁻) A(t⁻) d₁/n + S(t⁻) Y (dN₁ − d₁/n)/n`, with `Y` 1
/// from after the patient's entry to its end. Where nobody survives a time, `S` is 0 and nothing changes any more.
///
/// **Reference.** Therneau TM, Crowson CS, Atkinson EJ. *Multi-state models and competing risks* (vignette of R's survival).
///
/// **Equals in R.** `survival::survfit(Surv(entry, time, factor(cause)) ~ 1, id = id)$std.err`.
struct IncidenceJackknife {
    private let time: [Double]
    private let entry: [Double]
    private let cause: [Int]
    private let ownCause: Int
    private var ofSurvival: [Double]
    private var ofIncidence: [Double]
    /// The variance of the incidence up to now.
    private(set) var variance = 0.0

    /// Nil for a sample without late entry, of which there is a closed formula.
    init?(_ sample: CompetingRisksSample, cause: Int) {
        guard let entry = sample.entry else { return nil }
        // In order of entry: who has not entered by a time has no influence yet, nor has anybody after.
        let order = entry.indices.sorted { (entry[$0], $0) < (entry[$1], $1) }
        time = order.map { sample.time[$0] }
        self.entry = order.map { entry[$0] }
        self.cause = order.map { sample.cause[$0] }
        ownCause = cause
        ofSurvival = [Double](repeating: 0, count: order.count)
        ofIncidence = ofSurvival
    }

    /// Goes on to a time at which there are events; `survival` is that just before it.
    mutating func add(at now: Double, survival: Double, atRisk n: Double, events: Double, others: Double) {
        let deaths = events + others
        let rise = survival * events / n
        variance = 0
        for index in entry.indices {
            guard entry[index] < now else { break }
            ofIncidence[index] += ofSurvival[index] * rise
            defer { variance += ofIncidence[index] * ofIncidence[index] }
            guard time[index] >= now else { continue }
            let (hasEvent, isOwn) = (time[index] == now && cause[index] != 0, cause[index] == ownCause)
            ofIncidence[index] += survival * ((hasEvent && isOwn ? 1 : 0) - events / n) / n
            if deaths < n { ofSurvival[index] -= ((hasEvent ? 1 : 0) - deaths / n) / (n - deaths) }
        }
    }
}
