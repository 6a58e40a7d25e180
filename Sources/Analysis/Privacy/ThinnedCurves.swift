import Results

extension Double {
    /// The number to four decimals.
    fileprivate var coarse: Double { (self * 10_000).rounded() / 10_000 }
}

extension SurvivalCurve {
    /// The position just after an observed time, or after the last one before a time between two.
    func position(ofObserved point: Double) -> Int {
        let slack = 1e-9 * max(1, abs(point))
        return time.count { $0 <= point + slack }
    }

    /// What the positions tell: the estimate at each step, without the patients it comes from.
    ///
    /// Estimates are rounded to a hundredth of a percent: from all their digits numbers at risk could be worked out.
    func keeping(_ cuts: CurveCuts, until end: Double?) -> SurvivalCurve {
        var places = cuts.steps.map(\.place)
        var times = places.map { time[$0] }
        if let end, end > times.last ?? 0 {
            // Flat from the last step on, or from the beginning.
            if let last = places.last { places.append(last) }
            if !places.isEmpty { times.append(end) }
        }
        let untold = places.map { _ in Double.withheld }
        return SurvivalCurve(
            time: times, atRisk: untold, events: untold, censored: untold,
            survival: places.map { survival[$0].coarse },
            standardErrorOfLog: places.map { standardErrorOfLog[$0]?.coarse }, lower: places.map { lower[$0]?.coarse },
            upper: places.map { upper[$0]?.coarse }, level: level, transform: transform, unit: unit)
    }

    /// The same curve without anything.
    var emptied: SurvivalCurve {
        SurvivalCurve(
            time: [], atRisk: [], events: [], censored: [], survival: [], standardErrorOfLog: [], lower: [], upper: [],
            level: level, transform: transform, unit: unit)
    }
}

extension SurvivalGroup {
    /// Whether its patients and events may be known.
    var isTold: Bool { !n.isWithheld && !events.isWithheld }

    /// Keeps what the positions tell.
    mutating func keep(
        _ cuts: CurveCuts, leaving: CurveCuts, factor: Double, minimum: Int, until end: Double?
    ) {
        (shortestTime, longestTime) = (nil, nil)
        guard isTold else {
            curve = curve.emptied
            median.withhold { _ in true }
            medianFollowUp.withhold { _ in true }
            for index in rates.indices { rates[index].withhold() }
            return
        }
        let whole = curve
        curve = whole.keeping(cuts, until: end)
        let isUntold = { (time: Double) in !cuts.contains(whole.position(ofObserved: time * factor)) }
        median.withhold(where: isUntold)
        // It is read from a curve of the censorings, which is not told: enough of them lie on both sides.
        if n - events < 2 * minimum { medianFollowUp.withhold { _ in true } }
        for index in rates.indices {
            let time = rates[index].time * factor
            if !cuts.contains(whole.time.count { $0 <= time }) { rates[index].withhold() }
            if !leaving.contains(whole.time.count { $0 < time }) { rates[index].atRisk = .withheld }
        }
    }
}

extension SurvivalQuantile {
    /// Withholds those of its times that a rule names.
    mutating func withhold(where isUntold: (Double) -> Bool) {
        func told(_ point: TimePoint) -> TimePoint { point.time.map(isUntold) == true ? .withheld : point }
        (value, lower, upper) = (told(value), told(lower), told(upper))
    }
}

extension IncidenceGroup {
    /// Whether its patients and events may be known.
    var isTold: Bool { ![n, events, competing].contains(where: \.isWithheld) }

    /// Keeps what the positions tell.
    mutating func keep(_ cuts: CurveCuts, unit: TimeUnit) {
        let whole = curve
        let places = isTold ? cuts.steps.map(\.place) : []
        let untold = places.map { _ in Double.withheld }
        curve.n = n
        curve.events = events
        curve.competingEvents = competing
        curve.time = places.map { whole.time[$0] }
        (curve.atRisk, curve.eventsAtTime) = (untold, untold)
        (curve.competingAtTime, curve.censoredAtTime) = (untold, untold)
        curve.incidence = places.map { whole.incidence[$0].coarse }
        curve.standardError = places.map { whole.standardError[$0]?.coarse }
        curve.lower = places.map { whole.lower[$0]?.coarse }
        curve.upper = places.map { whole.upper[$0]?.coarse }
        for index in rates.indices {
            let time = rates[index].time * unit.days / curveUnit.days
            let position = whole.time.count { $0 <= time }
            if !isTold || !cuts.contains(position) { rates[index].withhold() }
            rates[index].atRisk = .withheld
        }
    }
}

extension CumulativeHazard {
    /// Keeps what the positions tell; nothing without any.
    mutating func keep(_ cuts: CurveCuts?) {
        let whole = self
        let places = (cuts?.steps ?? []).map(\.place)
        let untold = places.map { _ in Double.withheld }
        time = places.map { whole.time[$0] }
        (atRisk, events) = (untold, untold)
        hazard = places.map { whole.hazard[$0].coarse }
        standardError = places.map { whole.standardError[$0].coarse }
        lower = places.map { whole.lower[$0].coarse }
        upper = places.map { whole.upper[$0].coarse }
    }
}

extension KaplanMeierPanel.RiskRow {
    /// Withholds numbers under some of the ticks.
    mutating func withhold(atRisk isUntoldAtRisk: (Int) -> Bool, counts isUntold: (Int) -> Bool) {
        for place in atRisk.indices {
            if isUntoldAtRisk(place) { atRisk[place] = .withheld }
            guard isUntold(place) else { continue }
            if events.indices.contains(place) { events[place] = .withheld }
            if censored.indices.contains(place) { censored[place] = .withheld }
            if competing?.indices.contains(place) == true { competing?[place] = .withheld }
        }
    }
}
