import Foundation
import Results
import TestSupport
import Testing

@testable import Analysis

/// What is left of measurements before and after, and of predicted curves, where small counts are withheld.
@Suite struct ProtectedPairsAndPredictionsTests {
    private static func yaml(_ privacy: String) -> String {
        """
        greenwood: 1
        study: { title: Lung, short: Lung }
        \(privacy)
        data: { patients: { file: lung.csv } }
        arms: { column: sex, order: ["1", "2"], reference: "1" }
        variables:
          ecog: { column: ph.ecog, levels: ["0", "1", "2", "3"] }
          age: { label: Age, unit: years }
          first: { from: age, cut: [60], levels: ["no", "yes"] }
          second: { from: ph.karno, cut: [65], levels: ["no", "yes"] }
        endpoints:
          os: { time: time, status: status, codes: { 1: censored, 2: event }, time_unit: days, unit: days, at: [365] }
        tables:
          - { id: pairs, kind: paired, total: true, pairs: [{ before: first, after: second }] }
        figures:
          - { id: adjusted, kind: predicted-survival, endpoint: os, covariates: [arm, age] }
          - { id: rare, kind: predicted-survival, endpoint: os, covariates: [ecog] }
        """
    }

    private func results(_ privacy: String) throws -> StudyResults {
        let study = try WrittenStudy(study: Self.yaml(privacy)) { _ in
            try String(contentsOfFile: "\(repositoryRoot)/Tests/References/Data/lung.csv", encoding: .utf8)
        }
        return study.analyzed()
    }

    private func predicted(_ results: StudyResults, _ id: String) -> PredictedSurvivalPlot? {
        results.figures.compactMap { figure -> PredictedSurvivalPlot? in
            if case .predictedSurvival(let plot) = figure.content, figure.id == id { plot } else { nil }
        }.first
    }

    private func paired(_ results: StudyResults) -> PairedTable? {
        results.tables.compactMap { if case .paired(let table) = $0.content { table } else { nil } }.first
    }

    @Test func `small counts of pairs are withheld, and what could be worked out of them`() throws {
        let open = try #require(paired(try results("")))
        let minimum = 11
        let table = try #require(paired(try results("privacy: { minimum_cell: \(minimum) }")))
        let small = open.rows[0].cells.flatMap { $0.counts.joined() }.filter { (1..<minimum).contains($0) }
        #expect(!small.isEmpty)
        for (cell, before) in zip(table.rows[0].cells, open.rows[0].cells) {
            let counts =
                Array(cell.counts.joined()) + [cell.known, cell.missing]
                + cell.changes.flatMap { [$0.before, $0.after, $0.onlyBefore, $0.onlyAfter] }
            #expect(counts.allSatisfy { !(1..<minimum).contains($0) })
            // One withheld count in a row or column whose sum is told would be their difference.
            for (index, change) in cell.changes.enumerated() {
                #expect(cell.counts[index].count { $0.isWithheld } != 1 || change.before.isWithheld)
                #expect(cell.counts.count { $0[index].isWithheld } != 1 || change.after.isWithheld)
            }
            #expect(cell.changes.count { $0.before.isWithheld } != 1 || cell.known.isWithheld)
            #expect(cell.changes.count { $0.after.isWithheld } != 1 || cell.known.isWithheld)
            guard before.counts.joined().contains(where: { (1..<minimum).contains($0) }) else { continue }
            #expect(cell.test.pValue == nil)
            #expect(cell.test.isWithheld)
            #expect(cell.changes.allSatisfy { $0.difference.value == nil })
        }
    }

    @Test func `predicted curves step where enough events happened`() throws {
        let minimum = 11
        let whole = try #require(predicted(try results(""), "adjusted"))
        let plot = try #require(predicted(try results("privacy: { minimum_cell: \(minimum) }"), "adjusted"))
        let events = Dictionary(
            uniqueKeysWithValues: zip(whole.curves[0].curve.time, whole.curves[0].curve.events))
        for curve in plot.curves {
            #expect(!curve.curve.time.isEmpty)
            #expect(curve.curve.events.allSatisfy { $0.isWithheld })
            #expect(curve.curve.atRisk.allSatisfy { $0.isWithheld })
            var last = 0.0
            for time in curve.curve.time {
                let between = events.filter { $0.key > last && $0.key <= time }.map(\.value).reduce(0, +)
                #expect(between >= Double(minimum), "from \(last) to \(time)")
                last = time
            }
        }
        #expect(plot.curves[0].curve.time == plot.curves[1].curve.time)
    }

    /// One patient has ECOG 3: its coefficient tells of her, and so would every curve.
    @Test func `curves of a model with a rare level are withheld`() throws {
        let plot = try #require(predicted(try results("privacy: { minimum_cell: 6 }"), "rare"))
        for curve in plot.curves {
            #expect(curve.curve.time.isEmpty)
            #expect(curve.median.value == .withheld)
            #expect(curve.rates.allSatisfy { $0.estimate.value == nil })
        }
    }

    @Test func `no NaN is written`() throws {
        let text = String(decoding: try results("").encodedJSON(), as: UTF8.self)
        #expect(!text.lowercased().contains(": nan"))
    }
}
