import Diagnostics
import Results
import StudyFiles
import Testing

@testable import Analysis

/// Ratios of responses and comparisons within strata. The values are R's: `mantelhaen.test(correct = FALSE)` for those
/// within strata.
@Suite struct ResponseRatioTests {
    private func rate(
        _ ratio: ResponseTable.Ratio?, strata: [String] = [], yaml: String = OutcomeByArm.yaml,
        patients: String = OutcomeByArm.patients
    ) throws -> ResponseTable.Row {
        let study = try WrittenStudy(yaml, patients: patients)
        let plan = ResponsePlan(
            variable: named("response"), rates: [.init(name: named("ORR"), members: [named("PR")])], by: nil,
            population: nil, showsTotal: false, showsPValue: true, showsIntervals: false, showsDifferences: false,
            ratio: ratio, strata: strata.map(named))
        let table = try #require(ResponseAnalysis(study.context).table(for: plan, reporting: study.sink))
        #expect(table.ratio == ratio)
        #expect(table.strata == (strata.isEmpty ? [] : ["Site"]))
        return try #require(table.rows.last)
    }

    private func expect(_ row: ResponseTable.Row, _ value: Double, _ lower: Double, _ upper: Double) throws {
        let estimate = try #require(row.ratios.first?.contrast.estimate)
        #expect(row.ratios.map(\.group) == ["B"])
        #expect(row.ratios.map(\.reference) == ["A"])
        for (found, wanted) in [
            (estimate.value, value), (estimate.interval?.lower, lower), (estimate.interval?.upper, upper),
        ] {
            #expect(abs((found ?? 0) / wanted - 1) < 1e-12)
        }
    }

    @Test func `odds ratio by hand`() throws {
        try expect(try rate(.odds), 7 * 12.0 / (17 * 14), 0.109524447548581, 1.137348572273688)
    }

    @Test func `risk ratio by hand`() throws {
        try expect(try rate(.risk), 7 * 26.0 / (24 * 14), 0.264215389648837, 1.110468160721952)
    }

    @Test func `common odds ratio and test within strata`() throws {
        let row = try rate(.odds, strata: ["site"])
        try expect(row, 0.357798165137615, 0.10572302702448, 1.21089539884439)
        #expect(row.test?.method == .cochranMantelHaenszel)
        #expect(abs((row.test?.pValue ?? 0) - 0.0996318489009848) < 1e-12)
        #expect(row.ratios.first?.contrast.test.pValue == row.test?.pValue)
    }

    @Test func `who lacks a stratum is left out of the comparison within strata only`() throws {
        let more = OutcomeByArm.patients + "90,A,,PR,50\n91,B,,PD,50\n"
        let row = try rate(.odds, strata: ["site"], patients: more)
        #expect(row.counts == [15, 7])
        #expect(abs((row.test?.pValue ?? 0) - 0.0996318489009848) < 1e-12)
    }

    @Test func `no ratio without being asked for`() throws {
        #expect(try rate(nil).ratios.isEmpty)
    }

    @Test func `a number is no stratum`() throws {
        let study = try WrittenStudy(OutcomeByArm.yaml, patients: OutcomeByArm.patients)
        let plan = ResponsePlan(
            variable: named("response"), rates: [], by: nil, population: nil, showsTotal: false, showsPValue: true,
            showsIntervals: false, showsDifferences: false, ratio: .odds, strata: [named("age")])
        #expect(ResponseAnalysis(study.context).table(for: plan, reporting: study.sink) == nil)
        #expect(study.sink.diagnostics.map(\.summary) == ["stratifying variable 'age' must be categorical"])
    }
}
