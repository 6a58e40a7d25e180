import Diagnostics
import Foundation
import Results
import StudyFiles
import TestSupport
import Testing

@testable import Analysis

/// Figures of survival that a Cox model predicts, as R's `survfit(coxph(...), newdata)` has it on the data set lung.
@Suite struct PredictedSurvivalTests {
    private static let references = "\(repositoryRoot)/Tests/References"

    /// A study of lung, its interval of survival by name.
    private static func yaml(interval: String = "log-log", ties: String = "efron") -> String {
        """
        greenwood: 1
        study: { title: Lung, short: Lung }
        data: { patients: { file: lung.csv } }
        arms: { column: sex, order: ["1", "2"], reference: "1" }
        variables:
          ecog: { column: ph.ecog, levels: ["0", "1", "2", "3"] }
          nobody: { column: ph.ecog, levels: ["0", "1", "2", "3", "9"] }
          karno: { column: ph.karno }
          age: { label: Age, unit: years }
          one: { formula: "age * 0 + 1" }
        endpoints:
          os: { time: time, status: status, codes: { 1: censored, 2: event }, time_unit: days, unit: days, at: [365] }
        conventions: { km_interval: \(interval), ties: \(ties) }
        """
    }

    private func plan(
        _ covariates: [String], strata: [String] = [], at patterns: [(label: String?, values: [(String, String)])] = [],
        interactions: [[String]] = []
    ) -> PredictedSurvivalFigurePlan {
        PredictedSurvivalFigurePlan(
            endpoint: named("os"), covariates: covariates.map(named), strata: strata.map(named),
            interactions: interactions.map { $0.map(named) },
            patterns: patterns.map { pattern in
                .init(
                    label: pattern.label,
                    values: pattern.values.map { .init(variable: named($0.0), value: named($0.1)) })
            },
            showsIntervals: true)
    }

    private func plot(
        _ plan: PredictedSurvivalFigurePlan, _ yaml: String = Self.yaml(),
        rows: @escaping ([Substring]) -> [Substring] = { $0 }
    ) throws -> (plot: PredictedSurvivalPlot?, sink: DiagnosticSink) {
        let study = try WrittenStudy(study: yaml) { _ in
            let lines = try String(contentsOfFile: "\(Self.references)/Data/lung.csv", encoding: .utf8).split(
                separator: "\n")
            return ([lines[0]] + rows(Array(lines.dropFirst()))).joined(separator: "\n") + "\n"
        }
        return (PredictedSurvivalAnalysis(study.context).figure(for: plan, reporting: study.sink), study.sink)
    }

    // MARK: Against R

    /// One line of R's: a time of a curve, or its median where there is no time.
    private struct Line {
        var time: Double?
        var survival, lower, upper, error, atRisk: Double?
    }

    private static let expected: [String: [Line]] = {
        var lines: [String: [Line]] = [:]
        let text = (try? String(contentsOfFile: "\(references)/predicted-survival/curves.csv", encoding: .utf8)) ?? ""
        for row in text.split(separator: "\n").dropFirst() {
            let cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            lines[cells[0], default: []].append(
                Line(
                    time: Double(cells[1]), survival: Double(cells[2]), lower: Double(cells[3]),
                    upper: Double(cells[4]), error: Double(cells[5]), atRisk: Double(cells[6])))
        }
        return lines
    }()

    private func expectR(_ curve: PredictedSurvivalPlot.Curve, _ name: String) throws {
        let lines = try #require(Self.expected[name])
        func isNear(_ ours: Double?, _ theirs: Double?) -> Bool {
            guard let ours, let theirs else { return ours == nil && theirs == nil }
            return abs(ours - theirs) <= 1e-8
        }
        for line in lines {
            guard let time = line.time else {
                #expect(curve.median.value.time == line.survival, "median of \(name)")
                #expect(curve.median.lower.time == line.lower, "lower limit of the median of \(name)")
                #expect(curve.median.upper.time == line.upper, "upper limit of the median of \(name)")
                continue
            }
            let place = try #require(curve.curve.time.firstIndex(of: time), "\(time) of \(name)")
            let ours = curve.curve
            #expect(isNear(ours.survival[place], line.survival), "\(name) at \(time)")
            #expect(isNear(ours.lower[place], line.lower), "lower limit of \(name) at \(time)")
            #expect(isNear(ours.upper[place], line.upper), "upper limit of \(name) at \(time)")
            #expect(isNear(ours.standardErrorOfLog[place], line.error), "error of \(name) at \(time)")
            #expect(isNear(ours.atRisk[place], line.atRisk), "at risk of \(name) at \(time)")
        }
    }

    @Test(arguments: ["log", "log-log", "plain", "logit", "arcsin"])
    func `each arm at the mean and the reference of the others`(interval: String) throws {
        let plot = try #require(try plot(plan(["arm", "age", "ecog"]), Self.yaml(interval: interval)).plot)
        #expect(plot.curves.map(\.id) == ["1", "2"])
        #expect(plot.model.n == 227)
        #expect(plot.model.events == 164)
        #expect(plot.commonValues.map(\.variable) == ["age", "ecog"])
        for (index, curve) in plot.curves.enumerated() { try expectR(curve, "arms-\(interval)/\(index + 1)") }
    }

    @Test func `the values that are asked for`() throws {
        let plot = try #require(
            try plot(
                plan(
                    ["arm", "age", "ecog"],
                    at: [
                        ("Young man", [("arm", "1"), ("age", "50"), ("ecog", "0")]),
                        (nil, [("arm", "2"), ("age", "70"), ("ecog", "2")]), (nil, [("arm", "1"), ("ecog", "3")]),
                    ])
            ).plot)
        #expect(plot.curves.map(\.label) == ["Young man", "2, Age 70, 2", "1, 3"])
        for (index, curve) in plot.curves.enumerated() { try expectR(curve, "at/\(index + 1)") }
        #expect(plot.commonValues.isEmpty)
    }

    @Test func `Breslow's ties`() throws {
        let plot = try #require(try plot(plan(["arm", "age"]), Self.yaml(ties: "breslow")).plot)
        for (index, curve) in plot.curves.enumerated() { try expectR(curve, "breslow/\(index + 1)") }
    }

    @Test func `strata have a curve each`() throws {
        let plot = try #require(try plot(plan(["age"], strata: ["arm"])).plot)
        #expect(plot.curves.map(\.id) == ["1", "2"])
        for (index, curve) in plot.curves.enumerated() { try expectR(curve, "strata/\(index + 1)") }
        let one = try #require(try self.plot(plan(["age"], strata: ["arm"], at: [("Women", [("arm", "2")])])).plot)
        #expect(one.curves.map(\.label) == ["Women"])
        try expectR(one.curves[0], "strata/2")
    }

    @Test func `products of covariates`() throws {
        let plot = try #require(
            try plot(
                plan(
                    ["arm", "age"], at: [(nil, [("arm", "1"), ("age", "65")]), (nil, [("arm", "2"), ("age", "65")])],
                    interactions: [["arm", "age"]])
            ).plot)
        for (index, curve) in plot.curves.enumerated() { try expectR(curve, "interaction/\(index + 1)") }
    }

    @Test func `a landmark is read from the curve`() throws {
        let curve = try #require(try plot(plan(["arm", "age"]), Self.yaml(ties: "breslow")).plot).curves[0]
        let place = try #require(curve.curve.time.lastIndex { $0 <= 365 })
        #expect(curve.rates[0].estimate.value == curve.curve.survival[place])
        #expect(curve.rates[0].estimate.interval?.lower == curve.curve.lower[place])
    }

    @Test func `the order of the rows changes nothing`() throws {
        let plan = plan(["arm", "age", "ecog"])
        let (one, other) = try (plot(plan).plot, plot(plan) { $0.reversed() }.plot)
        #expect(one?.curves.map(\.median) == other?.curves.map(\.median))
        let distances = zip(one?.curves.flatMap(\.curve.survival) ?? [], other?.curves.flatMap(\.curve.survival) ?? [])
            .map { abs($0 - $1) }
        #expect(distances.max() ?? 1 < 1e-12)
    }

    // MARK: Where there is nothing to predict

    private func expectNothing(
        _ plan: PredictedSurvivalFigurePlan, rows: @escaping ([Substring]) -> [Substring] = { $0 }, says reason: String
    ) throws {
        let (plot, sink) = try plot(plan, rows: rows)
        #expect(plot == nil)
        #expect(sink.diagnostics.map(\.summary).contains(reason), "\(sink.diagnostics.map(\.summary))")
    }

    @Test func `a model without events predicts nothing`() throws {
        try expectNothing(
            plan(["arm", "age"]), rows: { $0.filter { $0.split(separator: ",")[2] == "1" } },
            says: "no curve of 'os' can be predicted: there are no events")
    }

    @Test func `a model without patients predicts nothing`() throws {
        try expectNothing(
            plan(["arm", "karno"]), rows: { $0.prefix(1).map { _ in "1,10,2,50,1,1,,,,,Male,1" } },
            says: "no curve of 'os' can be predicted: no patient has the endpoint and all variables of the model")
    }

    /// Of three men who die before the women who do not, no coefficient is finite.
    @Test func `an infinite estimate is named`() throws {
        let rows: [Substring] = [
            "1,10,2,50,1,1,,,,,Male,1", "1,20,2,51,1,1,,,,,Male,1", "1,30,1,52,2,1,,,,,Female,1",
            "1,40,1,49,2,1,,,,,Female,1",
        ]
        try expectNothing(
            plan(["arm"]), rows: { _ in rows },
            says:
                "no curve of 'os' can be predicted: the likelihood has no maximum in 'arm2', whose estimate is infinite"
        )
    }

    @Test func `a level that nobody has has no curve`() throws {
        let (plot, sink) = try plot(plan(["nobody", "age"]))
        #expect(plot?.curves.map(\.id) == ["0", "1", "2", "3"])
        #expect(
            sink.diagnostics.map(\.summary) == [
                "curve '9' cannot be predicted: no patient of the model has '9' of 'nobody'"
            ])
    }

    @Test func `a constant covariate is known at its one value only`() throws {
        let (plot, sink) = try plot(
            plan(["arm", "one"], at: [(nil, [("one", "1")]), ("Other", [("one", "2")])]))
        #expect(plot?.curves.count == 1)
        #expect(
            sink.diagnostics.map(\.summary) == [
                "curve 'Other' cannot be predicted: all patients of the model have the same 'one'"
            ])
    }

    @Test func `values must be the variable's`() throws {
        let (plot, sink) = try plot(plan(["arm", "age"], at: [(nil, [("arm", "3"), ("age", "old")])]))
        #expect(plot == nil)
        #expect(
            sink.diagnostics.map(\.summary) == ["'3' is not a level of 'arm'", "'age' is a number, found 'old'"])
    }
}
