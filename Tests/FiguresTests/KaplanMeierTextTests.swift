import Drawing
import Results
import Styling
import TestSupport
import Testing

@testable import Figures

/// The words and numbers that a Kaplan–Meier figure prints.
@Suite struct KaplanMeierTextTests {
    private func texts(_ figure: DrawnFigure, _ prefix: String) -> [String] { figure.labels(prefix).map(\.text) }

    @Test func theKeyNamesGroupsMediansAndTheTest() throws {
        let figure = try DrawnFigure(.liverCancer)
        #expect(
            texts(figure, "panel-B/key/") == [
                "Median, months (95% CI)", "IO+T", "10.9", "(6.1–17.4)", "RT+IO+T", "17.8", "(12.0–23.1)",
                "Log-rank p = 0.008",
            ])
        #expect(figure.shapes("panel-B/key/sample/").map(\.stroke?.dash) == [[], [5, 1.5]])
    }

    @Test func numbersFollowTheHouseStyle() throws {
        let figure = try DrawnFigure(.liverCancer, style: .lancet)
        #expect(texts(figure, "panel-B/key/test") == ["Log-rank p=0·0081"])
        #expect(texts(figure, "panel-B/key/median/IO+T") == ["10·9"])
        #expect(texts(figure, "panel-B/key/interval/IO+T") == ["(6·1–17·4)"])
    }

    @Test func aSingleGroupHasItsMedianInWords() throws {
        let observations = SurvivalStudy.liverCancer.panels[1].groups[0]
        let figure = try DrawnFigure(SurvivalStudy([observations]))
        #expect(texts(figure, "panel-A/key/") == ["Median 10.9 months (95% CI 6.1–17.4)"])
        #expect(figure.shapes("panel-A/key/sample").isEmpty)
        let nobody = try DrawnFigure(SurvivalStudy([SurvivalObservations("Nobody")]))
        #expect(texts(nobody, "panel-A/key/") == ["Median NE"])
        let alive = try DrawnFigure(SurvivalStudy([SurvivalObservations("Alive", "300+ 600+")]))
        #expect(texts(alive, "panel-A/key/") == ["Median NR (95% CI NR–NR)"])
    }

    @Test func axesAreNamedByEndpointAndUnit() throws {
        var study = SurvivalStudy.liverCancer
        study.unit = .years
        study.panels[0].breaks = [0, 0.5, 1, 1.5, 2, 2.5, 3]
        let figure = try DrawnFigure(study)
        #expect(texts(figure, "panel-A/y-axis/title") == ["Progression-free survival (%)"])
        #expect(texts(figure, "panel-A/x-axis/title") == ["Time (years)"])
        #expect(texts(figure, "panel-A/y-axis/label") == ["0", "20", "40", "60", "80", "100"])
        #expect(texts(figure, "panel-A/x-axis/label") == ["0.0", "0.5", "1.0", "1.5", "2.0", "2.5", "3.0"])
    }

    @Test(arguments: [
        (KaplanMeierPlan.RiskTableKind.atRisk, ["No. at risk", "IO+T", "42", "17", "7", "1", "0", "0", "0", "0"]),
        (
            .atRiskEvents,
            ["No. at risk (events)", "IO+T", "42 (0)", "17 (25)", "7 (33)", "1 (39)", "0 (40)", "0 (40)", "0 (40)"]
        ),
        (
            .kmunicate,
            [
                "No. of patients", "IO+T", "At risk", "42", "17", "7", "1", "0", "0", "0", "0", "Events", "0", "25",
                "33",
                "39", "40", "40", "40", "40", "Censored", "0", "0", "2", "2", "2", "2", "2", "2",
            ]
        ),
        (.none, []),
    ])
    func riskTables(kind: KaplanMeierPlan.RiskTableKind, expected: [String]) throws {
        var study = SurvivalStudy.liverCancer
        study.riskTable = kind
        let figure = try DrawnFigure(study)
        #expect(Array(texts(figure, "panel-A/at-risk/").prefix(expected.count)) == expected)
        if kind == .none { #expect(texts(figure, "panel-A/at-risk/").isEmpty) }
    }

    @Test func weightedPatientsHaveOneDecimal() throws {
        var results = SurvivalStudy.liverCancer.results
        guard case .kaplanMeier(var plan) = results.figures[0].content else { return }
        plan.panels[0].riskRows[0].atRisk[1] = 16.25
        results.figures[0].content = .kaplanMeier(plan)
        let scene = try scene(
            of: results.figures[0], in: results, style: .plain, measuring: FixedWidthText())
        let cells = scene.labels.filter { $0.name?.hasPrefix("panel-A/at-risk/group/IO+T/") ?? false }
        #expect(cells.map(\.text).prefix(3) == ["42.0", "16.3", "7.0"])
        let others = scene.labels.filter { $0.name?.hasPrefix("panel-A/at-risk/group/RT+IO+T/") ?? false }
        #expect(others.map(\.text).prefix(2) == ["29", "21"])
    }

    @Test func panelsAreLetteredWhereThereAreSeveral() throws {
        #expect(texts(try DrawnFigure(.liverCancer), "panel-B/letter") == ["B"])
        #expect(texts(try DrawnFigure(.liverCancer, style: .nature), "panel-B/letter") == ["b"])
        var study = SurvivalStudy.liverCancer
        study.panels.removeLast()
        study.panels[0].title = "BCLC stage C"
        let alone = try DrawnFigure(study)
        #expect(texts(alone, "panel-A/letter").isEmpty)
        #expect(texts(alone, "panel-A/title") == ["BCLC stage C"])
    }

    @Test func syntheticDataSaySo() throws {
        #expect(texts(try DrawnFigure(.liverCancer), "remark") == ["Synthetic data"])
    }

    @Test func theFootExplainsAbbreviations() throws {
        #expect(texts(try DrawnFigure(.liverCancer), "note") == ["CI, confidence interval."])
        #expect(
            texts(try DrawnFigure(.extremes), "note").joined(separator: " ")
                == "CI, confidence interval; NE, not estimable; NR, not reached (the curve, or its confidence limit, does "
                + "not come down to 50%).")
    }

    @Test func aHazardRatioStandsBesideTheTestAndSaysWhatItCompares() throws {
        let figure = try DrawnFigure(.withRatios)
        #expect(texts(figure, "panel-A/key/test") == ["Log-rank p < 0.001", "HR 0.35 (95% CI 0.21–0.59)"])
        #expect(
            texts(figure, "note").joined(separator: " ")
                == "CI, confidence interval. HR, hazard ratio: RT+IO+T versus IO+T.")
        #expect(
            figure.scene.alternativeText.contains(
                "Log-rank p < 0.001; RT+IO+T versus IO+T, HR 0.35 (95% CI 0.21 to 0.59)."))
        var study = SurvivalStudy.withRatios
        study.panels[1].ratio = .notEstimable
        study.panels[1].groups[1].label = "RT"
        let mixed = try DrawnFigure(study)
        #expect(texts(mixed, "panel-B/key/test").last == "HR not estimable")
        #expect(
            texts(mixed, "note").joined(separator: " ")
                == "CI, confidence interval. HR, hazard ratio: A, RT+IO+T versus IO+T; B, RT versus IO+T.")
    }

    @Test func aStratifiedRatioSaysSoBesideATestThatIsNot() throws {
        var study = SurvivalStudy.withRatios
        study.panels[1].strata = ["BCLC stage"]
        #expect(
            texts(try DrawnFigure(study), "note").joined(separator: " ").hasSuffix(
                "Hazard ratio (B) stratified by BCLC stage; log-rank test not stratified."))
        study.panels[0].strata = ["BCLC stage"]
        #expect(
            texts(try DrawnFigure(study), "note").joined(separator: " ").hasSuffix(
                "Hazard ratio stratified by BCLC stage; log-rank test not stratified."))
        study.panels[0].ratio = nil
        study.panels[1].ratio = nil
        #expect(!texts(try DrawnFigure(study), "note").joined().contains("stratified"))
    }

    /// No curve has the name of the event that it shows who has not had.
    @Test(arguments: [
        ("All-cause death", KaplanMeierPanel.Curve.survival, "Freedom from all-cause death (%)"),
        ("Time to relapse", .survival, "Freedom from relapse (%)"),
        ("Time to relapse", .failure, "Relapse (%)"),
        ("All-cause death", .failure, "All-cause death (%)"),
        ("Overall survival", .failure, "1 − overall survival (%)"),
        ("All-cause death", .difference, "Difference in freedom from all-cause death (percentage points)"),
    ])
    func anAxisIsOfSurvivalWithoutTheEvent(endpoint: String, curve: KaplanMeierPanel.Curve, title: String) {
        #expect(vocabulary(for: "en").valueAxis(curve, of: endpoint) == title)
    }

    @Test func aChineseAxisIsOfSurvivalWithoutTheEvent() {
        #expect(vocabulary(for: "zh").quantity(.survival, of: "至复发时间") == "未发生复发")
        #expect(vocabulary(for: "zh").quantity(.failure, of: "死亡") == "死亡")
        #expect(vocabulary(for: "zh").quantity(.survival, of: "总生存期") == "总生存期")
    }

    /// Three groups have a ratio each, beside their names.
    @Test func eachOfSeveralGroupsHasItsHazardRatioAgainstTheReference() throws {
        var three = SurvivalStudy.withRatios
        three.panels[0].groups.append(SurvivalObservations("Other", "30 60"))
        let figure = try DrawnFigure(three)
        #expect(texts(figure, "panel-A/key/test") == ["Log-rank p < 0.001"])
        #expect(texts(figure, "panel-A/key/ratio/") == ["Reference", "0.35", "0.35"])
        #expect(texts(figure, "panel-A/key/ratio-interval/") == ["(0.21–0.59)", "(0.21–0.59)"])
        #expect(texts(figure, "panel-A/key/head").contains { $0.hasPrefix("HR") })
        #expect(texts(figure, "panel-B/key/test") == ["Log-rank p = 0.008", "HR 0.47 (95% CI 0.26–0.83)"])
        #expect(figure.scene.alternativeText.contains("RT+IO+T versus IO+T, HR 0.35 (95% CI 0.21 to 0.59)"))
        #expect(figure.scene.alternativeText.contains("Other versus IO+T, HR 0.35 (95% CI 0.21 to 0.59)"))

        three.panels = [three.panels[0]]
        #expect(
            texts(try DrawnFigure(three), "note").joined(separator: " ")
                == "CI, confidence interval; HR, hazard ratio; NR, not reached (the curve, or its confidence limit, does not come down to 50%)."
        )
        three.panels[0].ratio = .notEstimable
        #expect(texts(try DrawnFigure(three), "panel-A/key/ratio/") == ["Reference", "NE", "NE"])
        three.panels[0].ratio = nil
        #expect(texts(try DrawnFigure(three), "panel-A/key/ratio").isEmpty)
    }

    /// Numbers of one column end alike, whichever group they are of, and ratios stand beside the medians.
    @Test(arguments: [1, 2, 3])
    func ratiosStandInAColumn(panels: Int) throws {
        var study = SurvivalStudy.manyPanels(panels)
        for index in study.panels.indices { study.panels[index].groups.append(SurvivalObservations("Other", "30 60")) }
        let figure = try DrawnFigure(study)
        for letter in figure.letters {
            let numbers = figure.labels("panel-\(letter)/key/ratio/").filter { $0.text != "Reference" }
            #expect(numbers.count == 2 && Set(numbers.map { ($0.position.x * 1e6).rounded() }).count == 1)
            let medians = figure.labels("panel-\(letter)/key/median/")
            let isStacked = medians.first.map { $0.position.y != numbers[0].position.y } ?? true
            #expect(isStacked || (medians.map(\.position.x).max() ?? 0) < (numbers.map(\.position.x).min() ?? 0))
        }
        expectNoTextOverText(figure.scene, "\(panels) panels")
        expectInsideThePage(figure.scene, "\(panels) panels")
    }

    @Test func aVariableThatIsNotTheArmsIsNamed() throws {
        let figure = try DrawnFigure(.byStage(panels: 2))
        #expect(texts(figure, "panel-A/key/variable").joined(separator: " ") == "Barcelona stage")
        #expect(texts(try DrawnFigure(.liverCancer), "panel-A/key/variable").isEmpty)
    }

    /// The heads of all panels break alike and stand at one distance from their axis.
    @Test(arguments: [1, 2, 3, 4])
    func headsStandAlike(panels: Int) throws {
        for study in [SurvivalStudy.byStage(panels: panels), .manyPanels(panels)] {
            let figure = try DrawnFigure(study, style: .frontiers)
            let heads = figure.letters.map { letter -> [String] in
                let origin = figure.shape("panel-\(letter)/x-axis/line")?.points[0] ?? Point(x: 0, y: 0)
                return figure.labels("panel-\(letter)/key/head").map { label in
                    let right = ((label.position.x + label.startOffset - origin.x) * 10).rounded() / 10
                    return "\(label.text) \(right) \(((label.position.y - origin.y) * 10).rounded() / 10)"
                }
            }
            #expect(Set(heads).count == 1, "\(heads)")
            let lines = figure.labels("panel-A/key/head").map(\.text)
            #expect([["Median, months (95% CI)"], ["Median, months", "(95% CI)"]].contains(lines))
        }
    }

    @Test func wholeDaysHaveNoDecimals() throws {
        var study = SurvivalStudy.liverCancer
        study.unit = .days
        study.panels[1].breaks = [0, 365, 730, 1095]
        let figure = try DrawnFigure(study)
        #expect(texts(figure, "panel-B/key/median/IO+T") == ["331"])
        #expect(texts(figure, "panel-B/key/interval/IO+T") == ["(187–529)"])
        #expect(
            figure.scene.alternativeText.contains(
                "median 331 days (95% CI 187 to 529), curve ends at 0.0% at 1052 days"))
    }

    @Test func theAlternativeTextTellsWhatAReaderSees() throws {
        let figure = try DrawnFigure(.liverCancer)
        #expect(
            figure.scene.alternativeText == """
                Kaplan–Meier curves in 2 panels. Panel A. Progression-free survival: IO+T, 42 patients, 40 events, \
                median 4.3 months (95% CI 2.8 to 8.7), curve ends at 0.0% at 21.3 months; RT+IO+T, 29 patients, 23 \
                events, median 12.6 months (95% CI 6.0 to 17.3), curve ends at 14.6% at 42.4 months; Log-rank p < 0.001. \
                Panel B. Overall survival: IO+T, 42 patients, 31 events, median 10.9 months (95% CI 6.1 to 17.4), curve \
                ends at 0.0% at 34.6 months; RT+IO+T, 29 patients, 20 events, median 17.8 months (95% CI 12.0 to 23.1), \
                curve ends at 8.6% at 42.4 months; Log-rank p = 0.008. The data are synthetic.
                """)
        #expect(figure.scene.title == "Progression-free survival (A) and overall survival (B) by treatment group.")
    }

    @Test func theAlternativeTextOfHardCases() throws {
        var study = SurvivalStudy.extremes
        study.synthetic = false
        #expect(
            try DrawnFigure(study).scene.alternativeText == """
                Kaplan–Meier curves. Overall survival: No events, 6 patients, 0 events, median not reached (95% CI not \
                reached), curve ends at 100.0% at 34.5 months; All at once, 4 patients, 4 events, median \
                3.0 months (95% CI not reached), curve ends at 0.0% at 3.0 months; Three patients, 3 \
                patients, 2 events, median 19.7 months (95% CI 3.9 to not reached), curve ends at 0.0% at 19.7 months; \
                Nobody, no patients; Log-rank p = 0.030.
                """)
    }
}
