import Drawing
import Results
import Styling
import TestSupport
import Testing

@testable import Figures

/// Figures of predicted survival against their numbers.
@Suite struct PredictedSurvivalTests {
    private static func curve(_ id: String, _ survival: [Double], age: Double = 62.4) -> PredictedSurvivalPlot.Curve {
        let time = [6.0, 12, 18, 24]
        return PredictedSurvivalPlot.Curve(
            id: id, label: "Arm \(id)",
            values: [
                .init(variable: "arm", label: "Group", level: id, levelLabel: id, isDefault: false),
                .init(variable: "age", label: "Age", number: age, isDefault: true),
                .init(variable: "sex", label: "Sex", level: "f", levelLabel: "Female", isDefault: true),
            ],
            curve: SurvivalCurve(
                time: time, atRisk: [40, 30, 20, 10], events: [10, 10, 10, 10], censored: [0, 0, 0, 0],
                survival: survival, standardErrorOfLog: [0.1, 0.1, 0.1, 0.1], lower: survival.map { $0 - 0.05 },
                upper: survival.map { $0 + 0.05 }, level: 0.95, transform: .logLog, unit: .months),
            median: SurvivalQuantile(
                probability: 0.5, value: .reached(18), lower: .reached(12), upper: .notReached, level: 0.95, method: "",
                unit: .months),
            rates: [
                LandmarkRate(
                    time: 12,
                    estimate: Estimate(
                        value: survival[1], interval: .init(lower: survival[1] - 0.05, upper: survival[1] + 0.05),
                        level: 0.95, method: "", n: 40), atRisk: 30)
            ])
    }

    private static func plot(
        _ curves: [PredictedSurvivalPlot.Curve] = [
            curve("A", [0.8, 0.6, 0.4, 0.3]), curve("B", [0.9, 0.8, 0.7, 0.6]),
        ]
    ) -> PredictedSurvivalPlot {
        let test = TestResult(method: .wald, statistic: nil, pValue: nil, n: 40, equalsInR: "")
        return PredictedSurvivalPlot(
            endpoint: "endpoint-0",
            covariates: ["Group", "Age", "Sex"].map {
                .init(variable: $0.lowercased(), label: $0, unit: nil, levels: [], reference: nil)
            },
            strata: [],
            model: CoxModelFit(
                n: 1240, events: 40, coefficients: [], terms: [], logLikelihoodNull: 0, logLikelihood: 0,
                likelihoodRatio: test, wald: test, score: test, robustScore: nil,
                concordance: Concordance(
                    estimate: Estimate(value: nil, interval: nil, level: 0.95, method: "", n: 0), concordant: 0,
                    discordant: 0, tiedPrediction: 0, tiedTime: 0, tiedBoth: 0),
                eventsPerVariable: nil, ties: .efron, variance: .model, level: 0.95, notes: []),
            curves: curves, breaks: [0, 6, 12, 18, 24], showsIntervals: true, showsMedianLines: false,
            showsLandmarks: true, range: [], names: .key, population: "all")
    }

    private func scene(_ plot: PredictedSurvivalPlot, language: String = "en") throws -> Scene {
        var results = FiguresTests.results(
            with: .predictedSurvival(plot), caption: "Predicted survival.", synthetic: false)
        results.study.language = language
        return try Figures.scene(of: results.figures[0], in: results, style: .plain, measuring: FixedWidthText())
    }

    /// Predicted curves all end at one time; where they end close together their names are a column in the curves' order.
    @Test func `names of curves that end together stand beside them`() throws {
        var plot = Self.plot(
            ["A", "B", "C", "D"].enumerated().map { Self.curve($1, [0.8, 0.5, 0.2, 0.05 + 0.005 * Double($0)]) })
        plot.names = .curves
        plot.showsLandmarks = false
        let scene = try scene(plot)
        let names = scene.labels.filter { $0.name?.hasPrefix("panel-A/name/") ?? false }
        #expect(names.sorted { $0.position.y < $1.position.y }.map(\.text) == ["Arm D", "Arm C", "Arm B", "Arm A"])
        #expect(Set(names.map(\.position.x)).count == 1)
    }

    @Test func `curves stand at their values, with bands and no table of risk`() throws {
        let scene = try scene(Self.plot())
        let x = try #require(scene.scale("panel-A/x-axis", from: 0, to: 24))
        let y = try #require(scene.scale("panel-A/y-axis", from: 0, to: 1, isUpright: true))
        for curve in Self.plot().curves {
            let line = try #require(scene.shape("panel-A/curve/\(curve.id)")).points
            #expect(scene.shape("panel-A/band/\(curve.id)") != nil)
            for (time, survival) in zip(curve.curve.time.dropLast(), curve.curve.survival) {
                #expect(
                    line.contains {
                        abs($0.x - x.position(of: time)) < 0.01 && abs($0.y - y.position(of: survival)) < 0.01
                    })
            }
        }
        #expect(!scene.shapes.contains { $0.name?.contains("censoring") ?? false })
        #expect(scene.labels.allSatisfy { !($0.name?.contains("risk") ?? false) })
    }

    @Test func `the foot says the model and where the other covariates are`() throws {
        let scene = try scene(Self.plot())
        let note = scene.texts("note").joined(separator: " ")
        #expect(
            note.hasSuffix(
                "Predicted by a Cox model of group, age and sex (1240 patients, 40 events), for age 62.4 (mean); sex: Female."
            ),
            "\(note)")
        #expect(scene.alternativeText.hasPrefix("2 survival curves predicted by a Cox model."))
        #expect(scene.alternativeText.contains("Arm A, median 18"))
        let differing = [Self.curve("A", [0.8, 0.6, 0.4, 0.3]), Self.curve("B", [0.9, 0.8, 0.7, 0.6], age: 50)]
        let other = try self.scene(Self.plot(differing)).texts("note").joined(separator: " ")
        #expect(other.hasSuffix("(1240 patients, 40 events), for sex: Female."), "\(other)")
    }

    @Test func `medians stand in the key, one curve says its own`() throws {
        let scene = try scene(Self.plot())
        #expect(scene.texts("panel-A/key/median/A") == ["18.0"])
        #expect(scene.texts("panel-A/key/interval/A") == ["(12.0–NR)"])
        let one = try self.scene(Self.plot([Self.curve("A", [0.8, 0.6, 0.4, 0.3])]))
        #expect(one.labels.contains { $0.text.contains("18.0 months") })
    }

    @Test func `the page says survival under the pointer`() throws {
        let results = FiguresTests.results(
            with: .predictedSurvival(Self.plot()), caption: "Predicted survival.", synthetic: false)
        let scene = try Figures.scene(of: results.figures[0], in: results, style: .plain, measuring: FixedWidthText())
        let reading = try #require(readings(of: results.figures[0], on: scene, in: results, style: .plain).first)
        let lines = try #require(reading.stops.first { $0.title.contains("12") }).lines
        #expect(lines == ["Arm A: 60.0% (95% CI 55.0–65.0)", "Arm B: 80.0% (95% CI 75.0–85.0)"])
    }

    @Test func `in Chinese`() throws {
        let note = try scene(Self.plot(), language: "zh").texts("note").joined()
        #expect(note.contains("Cox"))
        #expect(note.contains("均值"))
    }
}
