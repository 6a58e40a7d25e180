import Documents
import Drawing
import Foundation
import Results
import Styling
import Tables
import TestSupport
import Testing

@testable import Bundling

@Suite struct ChecklistTests {
    private func results(_ bundle: String) throws -> StudyResults {
        let data = try Data(contentsOf: URL(filePath: "\(repositoryRoot)/output/\(bundle)/results.json"))
        return try StudyResults(decodingJSON: Array(data))
    }

    private func checklist(_ results: StudyResults, blocks: [Document.Block] = []) -> Checklist {
        let document = Document(language: "en", title: "T", blocks: blocks)
        return Checklist(ChecklistFacts(results, in: document, style: .plain))
    }

    @Test(arguments: ["en", "zh"])
    func everyItemAsksSomethingInEveryLanguage(language: String) {
        let words = vocabulary(for: language).checklist
        for item in ChecklistItem.all { #expect(!words.asked(item).isEmpty, "\(item)") }
        #expect(Set(ChecklistItem.all.map(words.asked)).count > 40)
    }

    @Test func anItemIsFilledWhereTheStudyHasIt() throws {
        var results = try results("hcc")
        var blocks: [Document.Block] = [.heading(level: 1, "Statistical methods")]
        func status(_ guideline: ReportingGuideline, _ number: String) -> ChecklistStatus? {
            checklist(results, blocks: blocks).entries.first { $0.item == ChecklistItem(guideline, number) }?.status
        }
        #expect(status(.strobe, "12a") == .filled)
        #expect(status(.strobe, "6b") == .filled)
        #expect(status(.strobe, "22") == .author)
        #expect(status(.strobe, "11") == .check, "numbers are cut into groups")
        #expect(status(.strobe, "16a") == .check, "covariates entered by their p-value")
        #expect(status(.kmunicate, "1") == .check, "the three rows are not asked for")
        blocks = []
        #expect(status(.strobe, "12a") == .author, "the text has no section of methods")
        blocks = [.heading(level: 1, "Statistical methods")]
        results.matchings = []
        results.design = nil
        #expect(status(.strobe, "6b") == .notApplicable)
        #expect(status(.strobe, "11") == .filled)
        results.tables = []
        #expect(status(.remark, "15") == nil, "no model, no prognostic study")
    }

    @Test func pairedTablesAndPredictedCurvesFillItems() throws {
        var results = try results("colon")
        let model = try #require(results.survival.first?.hazardRatio)
        results.tables = [
            TableResult(
                id: "change", caption: "C.",
                content: .paired(
                    PairedTable(
                        columns: [], rows: [], names: [], rule: .exact, exactBelow: 25, showsPValue: true,
                        showsDifferences: true, population: "all", grouping: nil)))
        ]
        func predicted(intervals: Bool) -> FigureResult {
            FigureResult(
                id: "predicted", caption: "P.",
                content: .predictedSurvival(
                    PredictedSurvivalPlot(
                        endpoint: "os", covariates: [], strata: [], model: model, curves: [], breaks: [],
                        showsIntervals: intervals, showsMedianLines: false, showsLandmarks: false, range: [],
                        names: .key, population: "all")))
        }
        results.figures.append(predicted(intervals: true))
        let blocks: [Document.Block] = [
            .table(Table(id: "change", caption: "C.", columns: [], rows: [])),
            .figure(
                Figure(
                    id: "predicted", caption: "P.", path: "figures/predicted.svg",
                    scene: Scene(width: 9, height: 9, title: "", alternativeText: "A."))),
        ]
        func entry(_ guideline: ReportingGuideline, _ number: String) throws -> ChecklistEntry {
            try #require(
                checklist(results, blocks: blocks).entries.first { $0.item == ChecklistItem(guideline, number) })
        }
        for (number, link) in [("15", "#table-change"), ("16a", "#figure-predicted"), ("17", "#figure-predicted")] {
            #expect(try entry(.strobe, number).places.contains { $0.link.hasSuffix(link) }, "\(number)")
        }
        #expect(try entry(.sampl, "8").status == .filled)
        results.figures[results.figures.count - 1] = predicted(intervals: false)
        #expect(try entry(.kmunicate, "2").status == .check, "a predicted curve without an interval")
    }

    @Test func placesAreLinked() throws {
        let bundle = try String(
            contentsOf: URL(filePath: "\(repositoryRoot)/output/hcc/checklist.html"), encoding: .utf8)
        let report = try String(contentsOf: URL(filePath: "\(repositoryRoot)/output/hcc/report.html"), encoding: .utf8)
        let links = bundle.matches(of: /href="report\.html#([^"]*)"/).map { String($0.1) }
        #expect(links.count > 10)
        for link in Set(links) { #expect(report.contains("id=\"\(link)\""), "\(link)") }
        #expect(bundle.contains("href=\"report.html#table-cox\""))
    }
}
