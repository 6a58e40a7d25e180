import Foundation
import Results

/// Studies that are hard to draw.
extension SurvivalStudy {
    /// One panel of overall survival with breaks every six months.
    init(
        _ groups: [SurvivalObservations], months: Int = 36, pValue: Double? = 0.03,
        riskTable: KaplanMeierPlan.RiskTableKind = .atRisk
    ) {
        self.init(
            panels: [
                Panel(
                    endpoint: "Overall survival", groups: groups, pValue: pValue,
                    breaks: stride(from: 0, through: months, by: 6).map(Double.init))
            ], riskTable: riskTable)
    }

    /// Exponential survival of some groups with uniform censoring, from a seed.
    static func random(
        seed: UInt64, groups labels: [String], patients: Int, medianMonths: [Double] = [6, 24], months: Int = 36
    ) -> SurvivalStudy {
        var random = SeededRandom(seed)
        let groups = labels.enumerated().map { index, label in
            let share = labels.count > 1 ? Double(index) / Double(labels.count - 1) : 0
            let median = medianMonths[0] + (medianMonths[1] - medianMonths[0]) * share
            return SurvivalObservations(
                label,
                times: (0..<patients).map { _ in
                    let event = -log(Double.random(in: 0.000001..<1, using: &random)) * median / log(2) * 30.4375
                    let censoring = Double.random(in: 180...(Double(months) * 32), using: &random)
                    return (min(event, censoring).rounded(.up), event <= censoring)
                })
        }
        return SurvivalStudy(groups, months: months)
    }

    static let longNames = [
        "Best supportive care alone", "Sorafenib 400 mg twice daily", "Atezolizumab plus bevacizumab every 3 weeks",
        "Durvalumab plus tremelimumab (STRIDE regimen)", "Radiotherapy with atezolizumab plus bevacizumab",
    ]

    /// A curve that stays at 1, one that falls to 0 at once, three patients, nobody.
    static let extremes = SurvivalStudy([
        SurvivalObservations("No events", "300+ 500+ 700+ 900+ 1000+ 1050+"),
        SurvivalObservations("All at once", "90 90 90 90"),
        SurvivalObservations("Three patients", "120 400+ 600"),
        SurvivalObservations("Nobody"),
    ])
}
