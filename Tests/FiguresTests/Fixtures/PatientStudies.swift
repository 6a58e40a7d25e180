import Drawing
import Results
import Styling
import TestSupport

@testable import Figures

/// Figures of adverse events and of single patients, made from a seed.
enum PatientStudies {
    static func events(terms: [String], groups: [String] = ["IO+T", "RT+IO+T"], n: Int = 42)
        -> AdverseEventPlot
    {
        var random = SeededRandom(11)
        let rows = terms.enumerated().map { index, term in
            let most = max(n - n * index / max(terms.count, 1), 1)
            let outer = groups.map { _ in Int.random(in: most / 2...most, using: &random) }
            return AdverseEventTable.Row(
                id: term, label: term, isAll: false,
                counts: [outer, outer.map { Int.random(in: 0...$0, using: &random) }], tests: [nil, nil])
        }
        return AdverseEventPlot(
            table: AdverseEventTable(
                columns: groups.map { .init(id: $0, label: $0, n: n) },
                severities: [
                    .init(label: "Any grade", lowest: 1, highest: nil),
                    .init(label: "Grade ≥3", lowest: 3, highest: nil),
                ], rows: rows, termsLeftOut: 3, incompleteRecords: 1, showsPValue: false, source: "events",
                population: "all", grouping: "arm"))
    }

    static func swimmer(
        patients: [Int], labels: [String] = ["IO+T", "RT+IO+T", "Control"], longest: Double = 42,
        response: String? = "Best response"
    ) -> SwimmerPlot {
        var random = SeededRandom(5)
        let groups = patients.enumerated().map { index, count in
            let times = (0..<count).map { _ in Double.random(in: 0.1...longest, using: &random) }.sorted(
                by: >)
            let bars = times.map { time in
                SwimmerPlot.Bar(
                    time: time, endsWithEvent: Bool.random(using: &random),
                    marks: [
                        Bool.random(using: &random) ? time * Double.random(in: 0...0.95, using: &random) : nil
                    ],
                    response: response == nil ? nil : [0, 1, 2, 3, nil].randomElement(using: &random) ?? nil)
            }
            return SwimmerPlot.Group(
                id: "group-\(index)", label: labels[index], bars: bars,
                events: bars.count(where: \.endsWithEvent),
                missing: index)
        }
        let step = longest > 24 ? 6.0 : 3.0
        return SwimmerPlot(
            endpoint: "os", endLabel: "OS", unit: .months,
            breaks: Array(stride(from: 0, through: (longest / step).rounded(.up) * step, by: step)),
            marks: [
                .init(
                    endpoint: "pfs", label: "PFS",
                    n: groups.flatMap(\.bars).count { $0.marks[0] != nil })
            ], responseLabel: response,
            responses: response == nil
                ? [] : ["CR", "PR", "SD", "PD"].map { PlotLevel(id: $0, label: $0) },
            groups: groups, population: "all")
    }

    static func waterfall(
        patients: [Int], labels: [String] = ["IO+T", "RT+IO+T", "Control"], worst: Double = 60,
        response: String? = "Best response"
    ) -> WaterfallPlot {
        var random = SeededRandom(3)
        let groups = patients.enumerated().map { index, count in
            let changes = (0..<count).map { _ in Double.random(in: -100...worst, using: &random) }.sorted(
                by: >)
            let bars = changes.map { change in
                WaterfallPlot.Bar(
                    change: change, response: response == nil ? nil : change <= -30 ? 1 : change < 20 ? 2 : 3)
            }
            return WaterfallPlot.Group(
                id: "group-\(index)", label: labels[index], bars: bars,
                decreased: changes.count { $0 <= -30 },
                increased: changes.count { $0 >= 20 }, missing: index)
        }
        return WaterfallPlot(
            variable: "change", label: "Best change from baseline", thresholds: [-30, 20],
            responseLabel: response,
            responses: response == nil
                ? [] : ["CR", "PR", "SD", "PD"].map { PlotLevel(id: $0, label: $0) },
            groups: groups, population: "all")
    }

    static func scene(_ content: FigureResult.Content, style: HouseStyle = .plain) throws -> Scene {
        let results = results(with: content, caption: "A figure.", synthetic: true)
        return try Figures.scene(
            of: results.figures[0], in: results, style: style, measuring: FixedWidthText())
    }

    private static let manyTerms = (1...40).map { "Adverse event number \($0)" }

    static let hard: [(name: String, content: FigureResult.Content)] = [
        (
            "events",
            .adverseEvents(events(terms: ["Anorexia", "Nausea", "Fever", "Rash", "Hypothyroidism"]))
        ),
        ("one event", .adverseEvents(events(terms: ["Rash"], n: 1))),
        ("forty events", .adverseEvents(events(terms: manyTerms, n: 1234))),
        (
            "long terms",
            .adverseEvents(
                events(
                    terms: [
                        "Esophageal and gastric fundus variceal bleeding",
                        "Aspartate aminotransferase elevation", "Rash",
                    ], groups: ["Best supportive care alone", "Lenvatinib with radiotherapy"]))
        ),
        ("swimmer", .swimmer(swimmer(patients: [12, 9]))),
        ("one swimmer", .swimmer(swimmer(patients: [1], longest: 2, response: nil))),
        ("many swimmers", .swimmer(swimmer(patients: [180, 120, 60]))),
        ("nobody in a group", .swimmer(swimmer(patients: [5, 0]))),
        ("waterfall", .waterfall(waterfall(patients: [14, 11]))),
        ("one bar", .waterfall(waterfall(patients: [1], response: nil))),
        ("many bars", .waterfall(waterfall(patients: [90, 80, 30]))),
        ("far up", .waterfall(waterfall(patients: [8, 6], worst: 340, response: nil))),
        ("an empty group", .waterfall(waterfall(patients: [8, 0]))),
        (
            "long groups",
            .waterfall(
                waterfall(
                    patients: [3, 2, 12],
                    labels: ["Best supportive care", "Radiotherapy alone", "Combination"]))
        ),
    ]
}
