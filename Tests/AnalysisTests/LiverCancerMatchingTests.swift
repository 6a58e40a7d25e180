import Foundation
import Results
import StudyFiles
import Testing

/// The matched and weighted patients of the liver-cancer study against R (`Tests/References/liver-cancer/matching.R`).
@Suite struct LiverCancerMatchingTests {
    private func check(_ fit: CoxModelFit?, _ expected: Any?, _ what: String) throws {
        let coefficient = try #require(fit?.coefficients.first, "\(what)")
        let expected = try #require(expected as? [String: Any])
        let limits = try #require(expected["limits"] as? [Any])
        try LiverCancerResults.expectClose(coefficient.hazardRatio.value, expected["ratio"], what)
        try LiverCancerResults.expectClose(coefficient.hazardRatio.interval?.lower, limits[0], "\(what), lower")
        try LiverCancerResults.expectClose(coefficient.hazardRatio.interval?.upper, limits[1], "\(what), upper")
        try LiverCancerResults.expectClose(coefficient.standardError, expected["error"], "\(what), error")
        try LiverCancerResults.expectClose(coefficient.pValue, expected["p"], within: 1e-8, "\(what), p")
    }

    @Test(arguments: ["pfs", "os"])
    func theMatchedPatientsAreThoseOfR(endpoint: String) throws {
        let results = try LiverCancerResults.results {
            $0.figures.append(.survival(of: ["pfs", "os"], in: "matched"))
        }
        let reference = try LiverCancerResults.reference()
        let matched = try #require(results.matchings.first { $0.id == "matched" })
        #expect(matched.matching?.sets == 18)
        #expect(results.cohort.populations.first { $0.id == "matched" }?.n == 36)
        try LiverCancerResults.expectClose(matched.matching?.caliperWidth, reference["caliper"], "caliper")
        for (coefficient, expected) in zip(
            matched.propensity.coefficients, try #require(reference["coefficients"] as? [Any]))
        {
            try LiverCancerResults.expectClose(coefficient.coefficient, expected, coefficient.name)
        }
        let expected = try #require(reference[endpoint] as? [String: Any])
        let comparison = try #require(results.survival.first { $0.id == "\(endpoint).in.matched" })
        try check(comparison.hazardRatio, expected["effect"], "effect")
        try check(comparison.robustHazardRatio, expected["clustered"], "clustered")
        #expect(comparison.robustHazardRatio?.variance == .clustered)
        let logRank = try #require(expected["log_rank"] as? [Any])
        try LiverCancerResults.expectClose(comparison.logRank?.statistic, logRank[0], "log-rank")
        try LiverCancerResults.expectClose(comparison.logRank?.pValue, logRank[1], "log-rank p")
        for (group, name) in zip(comparison.groups, ["control_median", "treated_median"]) {
            #expect(group.n == 18)
            let median = try #require(expected[name] as? [Any])
            try LiverCancerResults.expectClose(group.median.value.time, median[0], name)
            try LiverCancerResults.expectClose(group.median.lower.time, median[1], "\(name), lower")
            try LiverCancerResults.expectClose(group.median.upper.time, median[2], "\(name), upper")
        }
    }

    /// A thousand orders of tied scores: the order of the keys is one of them, and the seed gives the same every time.
    @Test func theSpreadOverOrdersHoldsTheEstimate() throws {
        let results = try LiverCancerResults.results()
        let matched = try #require(results.matchings.first)
        #expect(matched.sensitivity.map(\.endpoint) == ["pfs", "os"])
        let spread = try #require(matched.sensitivity.first?.sensitivity)
        #expect(spread.orders == 1000)
        #expect(spread.estimated == 1000)
        #expect(spread.seed == 1)
        let ratio = try #require(spread.hazardRatio)
        #expect(ratio.minimum < 0.4338757 && 0.4338757 < ratio.maximum)
        let table = try #require(results.tables.first { $0.id == "matched" })
        guard case .effect(let effect) = table.content else {
            Issue.record("not an effect table")
            return
        }
        #expect(effect.rows.map(\.comparison) == ["pfs", "pfs.in.matched"])
        #expect(effect.rows.map(\.label) == ["All patients", "Matched patients"])
        #expect(effect.rows[0].sensitivity == nil)
        #expect(effect.rows[1].sensitivity == spread)
    }

    @Test(arguments: [PropensityPlan.Target.all, .overlap])
    func theWeightedPatientsAreThoseOfR(target: PropensityPlan.Target) throws {
        let results = try LiverCancerResults.results { study in
            guard let plan = study.populations.last?.propensity else { return }
            study.populations.append(
                Population(
                    name: SmallStudy.located("weighted"), label: "Weighted patients",
                    propensity: PropensityPlan(
                        covariates: plan.covariates, usesFirth: false, use: .weighting(target))))
            study.figures.append(.survival(of: ["pfs"], in: "weighted"))
        }
        let reference = try LiverCancerResults.reference()
        let comparison = try #require(results.survival.first { $0.id == "pfs.in.weighted" })
        try check(comparison.hazardRatio, reference["weighted_\(target.rawValue)"], "weighted")
        #expect(comparison.hazardRatio?.variance == .robust)
        #expect(comparison.robustHazardRatio == comparison.hazardRatio)
        #expect(comparison.logRank?.pValue == nil)
        #expect(comparison.logRank?.notes == [ResultNote(.samplingWeights)])
        if target == .all {
            try LiverCancerResults.expectClose(
                comparison.groups[1].median.value.time, reference["weighted_all_treated_median"], "median")
        } else {
            // Overlap weights balance the means of the model's covariates exactly.
            let balance = try #require(results.matchings.last).balance
            #expect(balance.after.allSatisfy { abs($0.difference ?? 1) < 1e-9 })
        }
    }

    @Test func restrictedMeansAreInMonths() throws {
        let results = try LiverCancerResults.results { $0.endpoints[0].restrictedMean = SmallStudy.located(24) }
        let means = try #require(results.survival.first { $0.id == "pfs" }?.restrictedMeans)
        let expected = try #require(try LiverCancerResults.reference()["unmatched_restricted_mean"] as? [Double])
        #expect(means.horizon == 24)
        for (group, value) in zip(means.groups, expected) {
            try LiverCancerResults.expectClose(group.mean.value, value, group.group)
            #expect(group.mean.unit == "months")
        }
        try LiverCancerResults.expectClose(
            means.differences[0].contrast.estimate.value, expected[1] - expected[0], "difference")
        try LiverCancerResults.expectClose(means.ratios[0].contrast.estimate.value, expected[1] / expected[0], "ratio")
        #expect(means.ratios[0].contrast.estimate.unit == nil)
    }

    @Test func theOrderOfRowsDoesNotMatter() throws {
        let results = try LiverCancerResults.results()
        #expect(try LiverCancerResults.results(reordering: { $0.reversed() }) == results)
    }

    @Test func everyResultReachesJSON() throws {
        let results = try LiverCancerResults.results()
        #expect(try StudyResults(decodingJSON: results.encodedJSON()) == results)
    }
}

extension FigurePlan {
    /// Survival curves of some endpoints in a population, one panel for each.
    fileprivate static func survival(of endpoints: [String], in population: String) -> FigurePlan {
        FigurePlan(
            name: SmallStudy.located("curves"), caption: "Curves.",
            kind: .kaplanMeier(
                KaplanMeierFigurePlan(
                    panels: endpoints.map { .init(endpoint: SmallStudy.located($0)) },
                    population: SmallStudy.located(population), riskTable: .atRisk, showsIntervals: true,
                    showsCensoring: true, showsMedianLines: false)))
    }
}
