import Foundation
import Results
import Styling
import Templating
import TestSupport
import Testing

@testable import Prose

/// Sentences of the built-in results section where a part of a study is missing or has another form.
@Suite struct DefaultSentencesTests {
    // MARK: Patients

    @Test(arguments: [
        ([], "All 20 patients assessed were analysed (Figure 1). Follow-up", false),
        (
            [FlowChart.Reason(label: "refused", n: 3)],
            "Of 20 patients assessed, 3 were left out (refused, n = 3) (Figure 1). All 20 patients in the data", true
        ),
    ])
    func aFlowChartIsSummedUpInOneSentence(left: [FlowChart.Reason], sentence: String, isTold: Bool) throws {
        var results = Sample.empty
        results.cohort.firstStart = "2020-02-03"
        results.cohort.lastStart = "2021-02-03"
        let chart = FlowChart(
            stages: [.init(label: "Assessed", n: 20, left: left), .init(label: "Included", n: 20, left: [])],
            branches: [])
        results.figures = [FigureResult(id: "flow", caption: "Flow.", content: .flow(chart))]
        let text = try #require(resultsSection(of: results)?.markdown)
        #expect(text.contains(sentence))
        #expect(text.contains("patients in the data were analysed.") == isTold)
    }

    @Test func aMatchingNamesItsGroupsAndWhomItLeftOut() throws {
        var results = Sample.empty
        var matched = MatchedPopulation.shape
        (matched.id, matched.label, matched.treated, matched.control) = ("matched", "Matched patients", "1", "0")
        matched.missing = 54
        matched.scores = [
            .init(arm: "0", label: "Observation", before: [], after: []),
            .init(arm: "1", label: "Chemotherapy", before: [], after: []),
        ]
        matched.matching = MatchingSummary(
            treated: 473, controls: 377, matchedTreated: 356, matchedControls: 356, sets: 356, caliperWidth: nil,
            totalDistance: 0, largestDistance: nil, balance: matched.balance, method: "", notes: [])
        results.matchings = [matched]
        #expect(
            try #require(resultsSection(of: results)?.markdown).contains(
                """
                Of 473 patients in the Chemotherapy group and 377 in the Observation group, 356 and 356 were matched in \
                356 sets. Left out because a covariate or the group was missing: n = 54.
                """))
    }

    // MARK: Models

    /// A continuous covariate has no levels to be compared.
    @Test func aContinuousCovariateIsToldPerUnit() throws {
        let level = CoxTable.Row(
            variable: "nyha", label: "NYHA class",
            unit: nil, levels: [.init(id: "2", label: "II", n: 10), .init(id: "3", label: "III", n: 10)], reference: "2"
        )
        let number = CoxTable.Row(variable: "lvef", label: "LVEF", unit: "%", levels: [], reference: nil)
        let parts: [ColumnIdentity.Part] = [
            .init(covariate: "nyha", level: "3", reference: "2"), .init(covariate: "lvef", level: nil, reference: nil),
        ]
        let fit = CoxModelFit.of(parts)
        var table = CoxTable.shape
        table.rows = [level, number]
        table.strata = ["Centre"]
        table.endpoints = [
            .init(
                endpoint: "os", univariable: [fit, fit], multivariable: fit, entered: ["nyha", "lvef"],
                proportionalHazards: nil)
        ]
        var results = Sample.empty
        results.tables = [TableResult(id: "cox", caption: "Models.", content: .cox(table))]
        let text = try #require(resultsSection(of: results)?.markdown)
        #expect(text.contains("NYHA class (hazard ratio of III against II 0.95"))
        #expect(
            text.contains("and LVEF, % (hazard ratio per unit 0.95")
                || text.contains("and LVEF (%) (hazard ratio per unit 0.95"))
        #expect(text.contains("The models are stratified by Centre."))
        #expect(!text.contains("not applicable"))
    }

    // MARK: Methods

    @Test func aStudyOfOneGroupDescribesNoTests() throws {
        var results = Sample.oneGroup
        var table = BaselineTable.shape
        table.rows = [.shape]
        results.tables = [TableResult(id: "baseline", caption: "Baseline.", content: .baseline(table))]
        results.incidences = [.shape]
        let text = try #require(resultsSection(of: results)?.markdown)
        for test in ["compared by", "Mann–Whitney", "Gray", "Fine", "log-rank test,"] { #expect(!text.contains(test)) }
        #expect(text.contains("its cumulative incidence is the Aalen–Johansen estimate."))
    }

    @Test func whatAnEndpointAsksForBesideTheLogRankTestIsDescribed() throws {
        var results = Sample.twoArms
        results.endpoints[1].strata = ["BCLC stage"]
        results.survival[1].furtherTests = [.stratifiedLogRank, .logRankTrend].map {
            TestResult(method: $0, statistic: 1, pValue: 0.25, n: 71, equalsInR: "")
        }
        results.survival[1].restrictedMeans = RestrictedMeans(horizon: 36, groups: [], differences: [], ratios: [])
        let text = try #require(resultsSection(of: results)?.markdown)
        #expect(
            text.contains(
                """
                The Cox model of the groups for OS is stratified by BCLC stage, and so is a log-rank test beside the \
                unstratified one. For OS, the groups were also compared by the log-rank test for trend. For OS, the mean is \
                restricted to the first 36 months, as the area under the curve up to then.
                """))
        #expect(
            text.contains("The stratified log-rank test gives p = 0.250. The log-rank test for trend gives p = 0.250."))
    }

    @Test(arguments: ["en", "zh"])
    func restrictedMeansAreGiven(language: String) throws {
        var results = Sample.twoArms
        results.study.language = language
        func mean(_ value: Double) -> Estimate {
            Estimate(
                value: value, interval: ConfidenceInterval(lower: value - 2, upper: value + 2), level: 0.95, method: "",
                n: 71)
        }
        let (reference, other) = (results.survival[1].groups[0], results.survival[1].groups[1])
        results.survival[1].restrictedMeans = RestrictedMeans(
            horizon: 36, groups: [.init(group: reference.id, mean: mean(20)), .init(group: other.id, mean: mean(25))],
            differences: [
                GroupContrast(
                    group: other.id, reference: reference.id,
                    contrast: Contrast(
                        estimate: mean(5),
                        test: TestResult(method: .wald, statistic: 2.5, pValue: 0.012, n: 71, equalsInR: "")))
            ], ratios: [])
        let text = try #require(resultsSection(of: results)?.markdown)
        #expect(
            text.contains(
                language == "en"
                    ? "Over the first 36 months, the mean OS was 20.0 months (95% CI 18.0–22.0) in the \(reference.label) group "
                        + "and 25.0 months (95% CI 23.0–27.0) in the \(other.label) group. The difference of \(other.label) from "
                        + "the reference group was 5.0 months (95% CI 3.0–7.0), p = 0.012."
                    : "截至 36 个月，限制平均OS：\(reference.label) 组为 20.0 个月 (95% CI 18.0–22.0)；\(other.label) 组为 25.0 个月 "
                        + "(95% CI 23.0–27.0)。\(other.label) 组与参照组之差为 5.0 个月 (95% CI 3.0–7.0)（p = 0.012）。"), "\(text)")
    }

    // MARK: Exhibits

    /// Journals want every table and figure cited.
    @Test(arguments: ["output/hcc", "output/colon"])
    func everyTableAndFigureIsCited(bundle: String) throws {
        let data = try Data(contentsOf: URL(filePath: "\(repositoryRoot)/\(bundle)/results.json"))
        let results = try StudyResults(decodingJSON: Array(data))
        let text = try #require(resultsSection(of: results))
        var sources: Set<String> = []
        for piece in text.filled.pieces {
            if case .value(_, _, let source) = piece.content { sources.insert(source) }
        }
        for index in results.tables.indices { #expect(sources.contains("/tables/\(index)"), "table \(index)") }
        for index in results.figures.indices { #expect(sources.contains("/figures/\(index)"), "figure \(index)") }
    }

    @Test func whatOneGroupHasIsToldWithoutItsName() throws {
        var results = Sample.empty
        var response = ResponseTable.shape
        response.columns = [.init(id: "total", label: "Total", n: 47)]
        response.known = [47]
        response.showsIntervals = true
        response.rows = [
            .init(
                id: "ORR", label: "ORR", members: ["CR", "PR"], counts: [24],
                proportions: [
                    Estimate(
                        value: 24.0 / 47, interval: ConfidenceInterval(lower: 0.361, upper: 0.659), level: 0.95,
                        method: "",
                        n: 47)
                ], test: nil, differences: [])
        ]
        var events = AdverseEventTable.shape
        events.columns = response.columns
        events.rows = [.init(id: "all", label: "All adverse events", isAll: true, counts: [[45]], tests: [nil])]
        var incidence = IncidenceComparison.shape
        incidence.groups = [.shape]
        incidence.groups[0].label = "All patients"
        results.incidences = [incidence]
        results.tables = [
            TableResult(id: "response", caption: "Responses.", content: .response(response)),
            TableResult(id: "events", caption: "Events.", content: .adverseEvents(events)),
        ]
        let text = try #require(resultsSection(of: results)?.markdown)
        #expect(text.contains("ORR (CR + PR) was 24 (51.1%; 95% CI 36.1–65.9%). Table 1 gives the responses."))
        #expect(text.contains("All adverse events: ?, 45 (95.7%). Table 2 gives the single terms."))
        #expect(text.contains("0 of 0 patients had the event and 0 a competing one."))
        #expect(!text.contains(" group"))
    }

    @Test func theLevelOfSignificanceIsWrittenInTheStyle() throws {
        var results = Sample.empty
        var table = CoxTable.shape
        table.endpoints = [.shape]
        results.tables = [TableResult(id: "cox", caption: "Models.", content: .cox(table))]
        #expect(try #require(resultsSection(of: results, style: .jama)?.markdown).contains("no covariate had P < .05."))
        #expect(
            try #require(resultsSection(of: results, style: .lancet)?.markdown).contains("no covariate had p<0·05."))
    }

    // MARK: Names of events

    @Test func aRateOfSurvivalHasNotTheNameOfTheEvent() throws {
        var results = Sample.twoArms
        (results.endpoints[1].label, results.endpoints[1].short) = ("All-cause death", "Death")
        let text = try #require(resultsSection(of: results)?.markdown)
        #expect(text.contains("The median time to the event was 10.9 months"))
        #expect(text.contains("At 6 months, survival without the event was 76.2%"))
        #expect(!text.contains("Death was"))
    }
}

extension CoxModelFit {
    /// A model with a ratio of 0.95 for each coefficient.
    fileprivate static func of(_ parts: [ColumnIdentity.Part]) -> CoxModelFit {
        let test = TestResult(method: .wald, statistic: 5, pValue: 0.02, n: 20, equalsInR: "")
        let ratio = Estimate(
            value: 0.95, interval: ConfidenceInterval(lower: 0.92, upper: 0.98), level: 0.95, method: "", n: 20)
        return CoxModelFit(
            n: 20, events: 12,
            coefficients: parts.map { part in
                CoxCoefficient(
                    column: ColumnIdentity(term: part.covariate, parts: [part]), coefficient: -0.05,
                    standardError: 0.02,
                    z: -2.5, pValue: 0.02, hazardRatio: ratio)
            },
            terms: parts.map { TermTests(term: $0.covariate, wald: test, likelihoodRatio: test, score: test) },
            logLikelihoodNull: 0, logLikelihood: 0, likelihoodRatio: test, wald: test, score: test, robustScore: nil,
            concordance: Concordance(
                estimate: ratio, concordant: 0, discordant: 0, tiedPrediction: 0, tiedTime: 0, tiedBoth: 0),
            eventsPerVariable: nil, ties: .efron, variance: .model, level: 0.95, notes: [])
    }
}
