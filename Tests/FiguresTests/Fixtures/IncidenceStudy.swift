import Drawing
import Results
import Styling
import TestSupport

@testable import Figures

/// Results with a figure of cumulative incidences, from observations such as `3r 5d 8+`: a relapse, a death, censored.
struct IncidenceStudy {
    struct Group {
        var label: String
        var times: [(time: Double, cause: Int)]

        /// Times in months, `r` the event, `d` a competing event, `+` censored.
        init(_ label: String, _ text: String) {
            self.label = label
            times = text.split(separator: " ").map {
                (Double($0.filter { $0.isNumber || $0 == "." }) ?? 0, $0.last == "r" ? 1 : $0.last == "d" ? 2 : 0)
            }.sorted { $0.0 < $1.0 }
        }

        /// The Aalen–Johansen estimate, with limits a tenth to either side once an event has come.
        var curve: CumulativeIncidenceCurve {
            var (survival, incidence) = (1.0, 0.0)
            var curve = CumulativeIncidenceCurve(
                cause: 1, n: times.count, events: times.count { $0.cause == 1 },
                competingEvents: times.count { $0.cause == 2 }, time: [], atRisk: [], eventsAtTime: [],
                competingAtTime: [], censoredAtTime: [], incidence: [], standardError: [], lower: [], upper: [],
                level: 0.95, transform: .logLog, variance: .aalen, notes: [])
            var index = 0
            while index < times.count {
                let tied = times[index...].prefix { $0.time == times[index].time }
                let atRisk = Double(times.count - index)
                let (events, competing) = (tied.count { $0.cause == 1 }, tied.count { $0.cause == 2 })
                incidence += survival * Double(events) / atRisk
                survival *= 1 - Double(events + competing) / atRisk
                curve.time.append(times[index].time)
                curve.atRisk.append(atRisk)
                curve.eventsAtTime.append(Double(events))
                curve.competingAtTime.append(Double(competing))
                curve.censoredAtTime.append(Double(tied.count - events - competing))
                curve.incidence.append(incidence)
                curve.standardError.append(nil)
                curve.lower.append(incidence > 0 ? max(incidence - 0.1, 0) : nil)
                curve.upper.append(incidence > 0 ? min(incidence + 0.1, 1) : nil)
                index += tied.count
            }
            return curve
        }
    }

    var groups: [Group]
    var landmark: Double? = 12
    var months = 24
    var panels = 1
    var pValue: Double? = 0.03
    var showsIntervals = true
    var groupingLabel: String?
    var ratio: Double? = 0.55
    var riskTable = KaplanMeierPlan.RiskTableKind.atRisk

    var breaks: [Double] { stride(from: 0, through: months, by: 6).map(Double.init) }

    private var comparison: IncidenceComparison {
        let identity = ColumnIdentity(
            term: "arm", parts: [.init(covariate: "arm", level: groups.last?.label, reference: groups.first?.label)])
        let wald = TestResult(method: .wald, statistic: nil, pValue: nil, n: 0, equalsInR: "")
        let estimate = Estimate(
            value: ratio, interval: ratio.map { ConfidenceInterval(lower: $0 / 2, upper: $0 * 2) }, level: 0.95,
            method: "", n: 0)
        return IncidenceComparison(
            id: "relapse", endpoint: "endpoint-0", population: "all", grouping: "arm", groupingLabel: groupingLabel,
            groups: groups.map { group in
                let curve = group.curve
                let value = landmark.flatMap { landmark in
                    curve.time.lastIndex { $0 <= landmark }.map { curve.incidence[$0] }
                }
                return IncidenceGroup(
                    id: group.label, label: group.label, n: group.times.count, events: curve.events,
                    competing: curve.competingEvents, missing: 0, curve: curve, curveUnit: .months,
                    rates: landmark.map {
                        [
                            LandmarkRate(
                                time: $0,
                                estimate: Estimate(
                                    value: value,
                                    interval: value.map {
                                        ConfidenceInterval(lower: max($0 - 0.1, 0), upper: min($0 + 0.1, 1))
                                    }, level: 0.95, method: "", n: group.times.count), atRisk: 0)
                        ]
                    } ?? [], notes: [])
            },
            gray: groups.count > 1
                ? TestResult(method: .gray, statistic: nil, pValue: pValue, n: 0, equalsInR: "cuminc") : nil,
            subdistribution: groups.count == 2
                ? SubdistributionFit(
                    cause: 1, n: 0, events: 0, competingEvents: 0,
                    coefficients: [
                        SubdistributionCoefficient(
                            column: identity, coefficient: nil, standardError: nil, modelStandardError: nil, z: nil,
                            pValue: nil, hazardRatio: estimate)
                    ], wald: wald, logLikelihoodNull: 0, logLikelihood: 0, method: .weighted, level: 0.95, notes: [])
                : nil, causeSpecific: nil)
    }

    func scene(style: HouseStyle = .plain) throws -> Scene {
        let rows = groups.map { group in
            KaplanMeierPanel.RiskRow(
                group: group.label, atRisk: breaks.map { at in Double(group.times.count { $0.time >= at }) },
                events: breaks.map { at in Double(group.times.count { $0.time <= at && $0.cause == 1 }) },
                censored: breaks.map { at in Double(group.times.count { $0.time <= at && $0.cause == 0 }) })
        }
        let panel = KaplanMeierPanel(title: "Relapse", comparison: "relapse", breaks: breaks, riskRows: rows)
        let plot = IncidencePlot(
            panels: (0..<panels).map { _ in panel }, riskTable: riskTable, showsIntervals: showsIntervals,
            showsCensoring: true)
        var results = results(with: .incidence(plot), caption: "Cumulative incidence of relapse.")
        results.incidences = [comparison]
        results.endpoints[0].label = "Relapse"
        return try Figures.scene(of: results.figures[0], in: results, style: style, measuring: FixedWidthText())
    }

    /// Two groups of 16 and 14 patients.
    static let twoGroups = IncidenceStudy(groups: [
        Group("IO+T", "1r 2r 2.5d 3r 4+ 5r 6.2r 7d 8r 9r 10+ 12r 14d 15r 18+ 23+"),
        Group("RT+IO+T", "2r 3d 4.5r 6+ 8d 9r 10d 13r 14+ 16d 17+ 19r 22+ 24+"),
    ])

    static let hard: [(name: String, study: IncidenceStudy)] = {
        var three = twoGroups
        three.panels = 3
        three.groupingLabel = "Barcelona stage"
        var none = twoGroups
        none.landmark = nil
        none.pValue = nil
        none.ratio = nil
        var kmunicate = twoGroups
        kmunicate.riskTable = .kmunicate
        return [
            ("two groups", twoGroups), ("three panels", three), ("no landmark", none), ("kmunicate", kmunicate),
            ("single event", IncidenceStudy(groups: [Group("All patients", "3r 20+ 22+ 23+ 24+")])),
            ("nobody", IncidenceStudy(groups: [Group("Nobody", "")])),
            (
                "one empty",
                IncidenceStudy(groups: [Group("A", "3r 20+ 22d"), Group("B", ""), Group("C", "5+ 6+ 7+")], pValue: nil)
            ),
            (
                "eight groups",
                IncidenceStudy(
                    groups: (1...8).map { Group("Stage \($0)", "\($0)r \($0 + 3)d \($0 + 5)r \($0 + 9)+ 24+") },
                    groupingLabel: "Stage at diagnosis")
            ),
            ("everybody", IncidenceStudy(groups: [Group("A", "1r 2r 3r"), Group("B", "1r 1r 1r")])),
        ]
    }()
}
