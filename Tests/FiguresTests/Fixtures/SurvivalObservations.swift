import Foundation
import Results

/// Times in days of the patients of one group, written as a person would: `185+` is a censored time.
struct SurvivalObservations {
    var label: String
    var times: [(days: Double, isEvent: Bool)]

    init(_ label: String, _ text: String = "") {
        self.init(
            label,
            times: text.split(separator: " ").map { (Double($0.filter(\.isNumber)) ?? 0, $0.last != "+") })
    }

    init(_ label: String, times: [(days: Double, isEvent: Bool)]) {
        self.label = label
        self.times = times.sorted { $0.days < $1.days }
    }

    /// The product-limit estimate with log–log limits, in days.
    var curve: SurvivalCurve {
        var curve = SurvivalCurve(
            time: [], atRisk: [], events: [], censored: [], survival: [], standardErrorOfLog: [], lower: [],
            upper: [], level: 0.95, transform: .logLog, unit: .days)
        var (atRisk, survival, variance, index) = (Double(times.count), 1.0, 0.0, 0)
        while index < times.count {
            let time = times[index].days
            let tied = times[index...].prefix { $0.days == time }
            let events = Double(tied.filter(\.isEvent).count)
            survival *= (atRisk - events) / atRisk
            variance += events > 0 ? events / (atRisk * (atRisk - events)) : 0
            let limits = survival > 0 && survival < 1 ? Self.limits(survival, variance) : nil
            curve.time.append(time)
            curve.atRisk.append(atRisk)
            curve.events.append(events)
            curve.censored.append(Double(tied.count) - events)
            curve.survival.append(survival)
            curve.standardErrorOfLog.append(survival > 0 ? variance.squareRoot() : nil)
            curve.lower.append(limits?.lower ?? (survival == 1 ? 1 : nil))
            curve.upper.append(limits?.upper ?? (survival == 1 ? 1 : nil))
            atRisk -= Double(tied.count)
            index = tied.endIndex
        }
        return curve
    }

    /// `S^exp(∓z·se / log S)`
    private static func limits(_ survival: Double, _ variance: Double) -> (lower: Double, upper: Double) {
        let spread = 1.959963984540054 * variance.squareRoot() / log(survival)
        return (pow(survival, exp(-spread)), pow(survival, exp(spread)))
    }

    /// The group as results hold it, with times in the unit asked for.
    func group(in unit: TimeUnit) -> SurvivalGroup {
        let curve = curve
        func first(_ values: [Double?]) -> TimePoint {
            zip(curve.time, values).first { $0.1.map { $0 <= 0.5 } ?? false }.map { .reached($0.0 / unit.days) }
                ?? .notReached
        }
        let median = SurvivalQuantile(
            probability: 0.5, value: first(curve.survival), lower: first(curve.lower), upper: first(curve.upper),
            level: 0.95, method: "first time at or below one half", unit: unit)
        return SurvivalGroup(
            id: label, label: label, n: times.count, events: times.filter(\.isEvent).count, missing: 0, curve: curve,
            median: median, rates: [], medianFollowUp: median,
            shortestTime: times.first.map { $0.days / unit.days }, longestTime: times.last.map { $0.days / unit.days })
    }

    /// The numbers under the axis: at risk just before each break, or after it for the table of three rows.
    func riskRow(at breaks: [Double], unit: TimeUnit, kind: KaplanMeierPlan.RiskTableKind) -> KaplanMeierPanel.RiskRow {
        func count(_ isCounted: (Double, Bool, Double) -> Bool) -> [Double] {
            breaks.map { end in Double(times.filter { isCounted($0.days / unit.days, $0.isEvent, end) }.count) }
        }
        return KaplanMeierPanel.RiskRow(
            group: label, atRisk: count { time, _, end in kind == .kmunicate ? time > end : time >= end },
            events: count { time, isEvent, end in isEvent && time <= end },
            censored: count { time, isEvent, end in !isEvent && time <= end })
    }
}
