import Diagnostics
import Results
import StudyFiles
import Testing

@testable import Analysis

@Suite struct FigureAndTableTests {
    private let sink = DiagnosticSink()

    private func plan(_ kind: KaplanMeierPlan.RiskTableKind, breaks: [Double] = []) -> KaplanMeierPlan {
        let figure = KaplanMeierFigurePlan(
            panels: [.init(endpoint: SmallStudy.located("os"))], breaks: breaks.map(SmallStudy.located),
            riskTable: kind,
            showsIntervals: true, showsCensoring: true, showsMedianLines: false)
        var findings = Findings()
        return KaplanMeierAnalysis(SmallStudy.context()).plan(for: figure, adding: &findings, reporting: sink)
    }

    /// 240 days are 7.9 months, so the axis ends at 8.
    @Test func axisCoversTheFollowUp() {
        #expect(plan(.atRisk).panels[0].breaks == [0, 1, 2, 3, 4, 5, 6, 7, 8])
        #expect(plan(.atRisk, breaks: [8, 4]).panels[0].breaks == [0, 4, 8])
    }

    /// At 4 months, 121.75 days, arm A has nobody left and arm B two of three.
    @Test func atRiskJustBefore() {
        let rows = plan(.atRisk, breaks: [4]).panels[0].riskRows
        #expect(rows.map(\.group) == ["A", "B"])
        #expect(rows.map(\.atRisk) == [[4, 0], [3, 2]])
        #expect(rows.map(\.events) == [[0, 3], [0, 1]])
    }

    @Test(arguments: [[1.0, 2, 3], [2, 4, 6, 8]])
    func kmunicateRowsAddUp(breaks: [Double]) {
        for row in plan(.kmunicate, breaks: breaks).panels[0].riskRows {
            let sums = row.atRisk.indices.map { row.atRisk[$0] + row.events[$0] + row.censored[$0] }
            #expect(Set(sums).count == 1)
            #expect(sums[0] == (row.group == "A" ? 4 : 3))
        }
    }

    private func plan(curve: KaplanMeierPanel.Curve, by: String? = nil) -> KaplanMeierPlan {
        let figure = KaplanMeierFigurePlan(
            panels: [.init(endpoint: SmallStudy.located("os"), by: by.map(SmallStudy.located))], riskTable: .atRisk,
            showsIntervals: true, showsCensoring: true, showsMedianLines: false, curve: curve,
            range: [SmallStudy.located(40), SmallStudy.located(100)])
        var findings = Findings()
        return KaplanMeierAnalysis(SmallStudy.context()).plan(for: figure, adding: &findings, reporting: sink)
    }

    @Test func panelsCarryWhatTheyDraw() throws {
        let hazard = plan(curve: .cumulativeHazard).panels[0]
        #expect(hazard.hazards.count == 2 && hazard.differences.isEmpty)
        #expect(hazard.hazards.allSatisfy { zip($0.hazard, $0.hazard.dropFirst()).allSatisfy { $0 <= $1 } })
        let difference = plan(curve: .difference).panels[0]
        #expect(difference.hazards.isEmpty && difference.differences.map(\.group) == ["B"])
        #expect(difference.differences[0].reference == "A")
        let survival = plan(curve: .survival)
        #expect(survival.panels[0].hazards.isEmpty && survival.panels[0].differences.isEmpty)
        #expect(survival.range == [0.4, 1])
    }

    private func table(rows: [String], total: Bool = true, population: String? = nil) throws -> BaselineTable {
        let plan = BaselinePlan(
            rows: rows.map(SmallStudy.located), population: population.map(SmallStudy.located), showsTotal: total,
            showsPValue: true, continuous: .median, missing: .row, denominator: .known)
        return try #require(
            BaselineAnalysis(SmallStudy.context()).table(for: plan, reporting: sink))
    }

    @Test func categoricalRow() throws {
        let table = try table(rows: ["sex"])
        #expect(table.columns.map(\.label) == ["Total", "A", "B"])
        #expect(table.columns.map(\.n) == [8, 4, 4])
        let sex = table.rows[0]
        #expect(sex.levels.map(\.counts) == [[4, 2, 2], [3, 2, 1]])
        #expect(sex.known == [7, 4, 3])
        #expect(sex.missing == [1, 0, 1])
        // Every expected count is below 5, so the rule takes Fisher's test; 1 by hand, as the table is as near to
        // independence as its margins allow.
        #expect(sex.test?.method == .fisherExact)
        #expect(abs((sex.test?.pValue ?? 0) - 1) < 1e-12)
    }

    /// Ages of A: 50, 60, 70; of B: 55, 65, 75, 80. No ties and small samples: exact. W = 0 + 1 + 2 = 3 of 12, and 7 of
    /// the 35 orders of ranks are at most that, so p = 14/35.
    @Test func continuousRow() throws {
        let age = try table(rows: ["age"]).rows[0]
        #expect(age.summary == .median)
        #expect(age.descriptions.map(\.median) == [65, 60, 70])
        #expect(age.missing == [1, 1, 0])
        #expect(age.test?.method == .mannWhitneyExact)
        #expect(abs((age.test?.pValue ?? 0) - 0.4) < 1e-12)
    }

    @Test func multiResponseRow() throws {
        let sites = try table(rows: ["sites"]).rows[0]
        #expect(sites.summary == .responses)
        #expect(sites.levels.map(\.counts) == [[3, 2, 1], [3, 2, 1]])
        #expect(sites.known == [6, 3, 3])
    }

    @Test func populationRestrictsTheColumns() throws {
        #expect(try table(rows: ["sex"], total: false, population: "old").columns.map(\.n) == [2, 3])
    }

    @Test func theArmsCanBeARow() throws {
        #expect(try table(rows: ["arm"]).rows[0].levels.map(\.counts) == [[4, 4, 0], [4, 0, 4]])
    }

    @Test func everyEndpointIsEstimatedWhetherShownOrNot() {
        let results = analyze(
            SmallStudy.cohort, as: SmallStudy.study(), provenance: Provenance(program: "p", inputs: []),
            reporting: sink)
        #expect(results.survival.map(\.id) == ["os"])
        #expect(results.arms.map(\.n) == [4, 4])
        #expect(results.endpoints[0].definition == "from start to death; censored at last contact")
    }
}
