import Foundation
import Results
import StudyFiles
import TestSupport
import Testing

@testable import Analysis

/// The published study's tables 3, 4 and 5 and its section 3.5, against what R gets from the same data
/// (`Tests/References/liver-cancer`).
@Suite struct LiverCancerAnalysisTests {
    let study: WrittenStudy
    let achieved: [String: String]

    init() throws {
        let folder = "\(repositoryRoot)/studies/hcc"
        func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }
        let yaml = try text("\(folder)/study.yaml")
        study = try WrittenStudy(study: yaml) { try text("\(folder)/\($0)") }
        var achieved: [String: String] = [:]
        for line in try text("\(repositoryRoot)/Tests/References/liver-cancer/achieved.csv").split(separator: "\n") {
            let cells = String(line.dropFirst().dropLast()).components(separatedBy: "\",\"")
            if cells.count > 2 { achieved[cells[0]] = cells[2] }
        }
        self.achieved = achieved
    }

    private static let arms = ["IO+T", "RT+IO+T"]

    private func expect(_ location: String, _ actual: String, sourceLocation: Testing.SourceLocation = #_sourceLocation)
    {
        #expect(achieved[location] == actual, "\(location)", sourceLocation: sourceLocation)
    }

    // Numbers as the reference script prints them.

    private func short(_ value: Double, _ decimals: Int) -> String {
        var text = String(format: "%.\(decimals)f", value)
        while text.contains("."), text.last == "0" || text.last == "." {
            let isPoint = text.last == "."
            text.removeLast()
            if isPoint { break }
        }
        return text
    }

    private func p(_ test: TestResult?) -> String { p(test?.pValue) }
    private func p(_ value: Double?) -> String {
        guard let value else { return "none" }
        return value < 0.001 ? "<0.001" : short(value, 3)
    }

    private func ratio(_ coefficient: CoxCoefficient?, _ separator: String) -> String {
        let estimate = coefficient?.hazardRatio
        guard let value = estimate?.value, let lower = estimate?.interval?.lower, let upper = estimate?.interval?.upper
        else { return "none" }
        return "\(short(value, 2)) (\(short(lower, 2))\(separator)\(short(upper, 2)))"
    }

    private func share(_ count: Int, of total: Int) -> String {
        "\(count) (\(short(100 * Double(count) / Double(total), 1)))"
    }

    @Test func `table 3`() throws {
        let plan = ResponsePlan(
            variable: named("best_response_3mo"),
            rates: [
                .init(name: named("ORR"), members: ["CR", "PR"].map(named)),
                .init(name: named("DCR"), members: ["CR", "PR", "SD"].map(named)),
            ], by: nil, population: nil, showsTotal: false, showsPValue: true, showsIntervals: false,
            showsDifferences: false)
        let table = try #require(ResponseAnalysis(study.context).table(for: plan, reporting: study.sink))
        #expect(table.rows.count == 5)
        #expect(table.emptyLevels == ["CR"])
        for row in table.rows {
            for (column, arm) in Self.arms.enumerated() {
                expect("Table 3 \(row.id) \(arm)", share(row.counts[column], of: table.known[column]))
            }
            expect("Table 3 \(row.id) p", p(row.test))
        }
    }

    @Test func `table 4`() throws {
        let plan = AdverseEventPlan(
            source: named("adverse_events"), term: named("term"), grade: named("grade"),
            severities: [
                .init(label: "any grade", lowest: 1, highest: nil), .init(label: "grade 3-4", lowest: 3, highest: 4),
            ], all: "All adverse events", terms: [], minimumPercent: 0, by: nil, population: nil, showsTotal: false,
            showsPValue: true)
        let table = try #require(AdverseEventAnalysis(study.context).table(for: plan, reporting: study.sink))
        #expect(table.rows.count == 19)
        #expect(table.rows[1].id == "Lymphopenia")
        #expect(table.incompleteRecords == 0)
        for row in table.rows {
            for (index, severity) in table.severities.enumerated() {
                let name = "Table 4 \(row.isAll ? "All" : row.id) \(severity.label)"
                for (column, arm) in Self.arms.enumerated() {
                    expect("\(name) \(arm)", share(row.counts[index][column], of: table.columns[column].n))
                }
                if let test = row.tests[index] { expect("\(name) p", p(test)) }
                #expect((row.tests[index] == nil) == (achieved["\(name) p"] == nil))
            }
        }
    }

    private static let rows: [(variable: String, name: String)] = [
        ("age_group", "Age >=60 vs <60"), ("sex", "Gender Male vs Female"), ("hbv", "HBV Yes vs No"),
        ("child_pugh", "Child-Pugh B vs A"), ("bclc", "BCLC C vs B"), ("ecog_group", "ECOG >=1 vs <1"),
        ("diameter_group", "Tumour diameter >=10 vs <10"),
        ("extrahepatic_metastasis", "Extrahepatic metastasis Yes vs No"),
        ("portal_vein_invasion", "Portal vein invasion Yes vs No"), ("arm", "Group RT vs NRT"),
        ("treatment_line", "Treatment stage recurrent vs naive"), ("afp_group", "AFP >=400 vs <400"),
        ("prior_therapy", "Previous locoregional Yes vs No"),
    ]

    @Test func `table 5`() throws {
        let plan = CoxPlan(
            endpoints: ["pfs", "os"].map(named), rows: Self.rows.map { named($0.variable) }, showsUnivariable: true,
            multivariable: .pBelow(SmallStudy.located(0.05)), univariablePValue: .likelihoodRatio,
            multivariablePValue: .wald, strata: [], population: nil, usesFirth: true)
        let table = try #require(CoxAnalysis(study.context).table(for: plan, reporting: study.sink))
        #expect(table.endpoints.count == 2)
        for models in table.endpoints {
            let endpoint = models.endpoint.uppercased()
            for (row, fit) in zip(Self.rows, models.univariable) {
                let name = "Table 5 \(endpoint) univariate \(row.name)"
                #expect(fit.n == 71)
                expect(name, ratio(fit.coefficients[0], ","))
                expect("\(name) p", p(fit.terms[0].likelihoodRatio))
            }
            let multivariable = try #require(models.multivariable)
            for (variable, coefficient) in zip(models.entered, multivariable.coefficients) {
                let row = try #require(Self.rows.first { $0.variable == variable })
                let name = "Table 5 \(endpoint) multivariable \(row.name)"
                expect(name, ratio(coefficient, "~"))
                expect("\(name) p", p(coefficient.pValue))
            }
            #expect(models.proportionalHazards?.terms.map(\.name) == models.entered)
        }
        #expect(table.endpoints[0].entered == ["ecog_group", "arm", "treatment_line"])
        #expect(
            table.endpoints[1].entered == [
                "bclc", "ecog_group", "diameter_group", "extrahepatic_metastasis", "arm", "treatment_line",
            ])
    }

    @Test(arguments: ["pfs", "os"]) func `section 3.5`(endpoint: String) throws {
        let plan = ForestPlan(
            endpoint: named(endpoint), subgroups: ["age_group", "ecog_group", "bclc"].map(named), population: nil,
            showsOverall: true, showsInteraction: true, favours: [], axis: [], adjustFor: [])
        let plot = try #require(ForestAnalysis(study.context).figure(for: plan, reporting: study.sink))
        let name = endpoint.uppercased()
        expect("Table 5 \(name) univariate Group RT vs NRT", ratio(plot.overall?.coefficients[0], ","))
        let subgroups = plot.variables.map { $0.analysis.subgroups.map(\.coefficients[0]) }
        expect("3.5 \(name) HR, age <60", ratio(subgroups[0][0], "-"))
        expect("3.5 \(name) HR, age >=60", ratio(subgroups[0][1], "-"))
        expect("3.5 \(name) HR, ECOG 0", ratio(subgroups[1][0], "-"))
        expect("3.5 \(name) HR, ECOG 1-2", ratio(subgroups[1][1], "-"))
        expect("3.5 \(name) HR, BCLC C", ratio(subgroups[2][1], "-"))
        expect("3.5 \(name) p for interaction, age", p(plot.variables[0].analysis.interaction))
        expect("3.5 \(name) p for interaction, ecog", p(plot.variables[1].analysis.interaction))
        // R prints 0 (0–Inf) where the one patient of the arm had no event.
        if endpoint == "os" {
            #expect(subgroups[2][0].hazardRatio.value == nil)
            #expect(subgroups[2][0].monotone?.reason == .noEventsInLevel)
        }
        #expect(plot.favours == ["RT+IO+T", "IO+T"])
        for variable in plot.variables {
            for (counts, effect) in zip(variable.counts, variable.analysis.subgroups) {
                #expect(counts.reduce(0) { $0 + $1.n } == effect.n)
                #expect(counts.reduce(0) { $0 + $1.events } == effect.events)
            }
        }
    }

    @Test func `the flow of the patients`() throws {
        let plan = FlowPlan(
            source: named("screening"), status: named("status"), included: [named("included")],
            reason: named("reason"), assessedLabel: "Assessed for eligibility",
            includedLabel: "Included in the analysis", populations: [])
        let chart = try #require(FlowAnalysis(study.context).figure(for: plan, reporting: study.sink))
        #expect(chart.stages.last?.n == 71)
        #expect(chart.stages[0].n == 71 + chart.stages[1].left.reduce(0) { $0 + $1.n })
        #expect(chart.branches.map(\.n) == [42, 29])
        let sizes = chart.stages[1].left.map(\.n)
        #expect(sizes == sizes.sorted(by: >))
    }

    /// `cox.zph(coxph(Surv(time, event) ~ arm + ecog_group))$table` of R 4.2.2 with survival 3.5-3: arm, ECOG, global.
    private static let proportionality = [0.0764343365765149, 0.0554485116428124, 0.1869721960374953]

    @Test func `residuals and the test of proportional hazards`() throws {
        let plan = ResidualFigurePlan(
            endpoint: named("pfs"), covariates: ["arm", "ecog_group"].map(named), population: nil, transform: .km)
        let plot = try #require(ResidualAnalysis(study.context).figure(for: plan, reporting: study.sink))
        #expect(plot.panels.count == 2)
        let statistics = plot.test.terms.map(\.test.statistic) + [plot.test.global.statistic]
        for (statistic, expected) in zip(statistics, Self.proportionality) {
            #expect(abs((statistic ?? 0) - expected) < 1e-8)
        }
    }
}
