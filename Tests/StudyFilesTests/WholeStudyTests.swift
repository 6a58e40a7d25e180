import Diagnostics
import Results
import Testing

@testable import StudyFiles

/// What the reader makes of endpoints, populations, tables and figures of every kind.
@Suite struct WholeStudyTests {
    @Test func endpointsHoldCompetingEventsEntryAndTests() throws {
        let study = try readSound(wholeStudy)
        let pfs = study.endpoints[0]
        guard case .dates(_, _, let competing, _) = pfs.source,
            case .columns(_, _, _, let codes) = study.endpoints[2].source
        else { throw Surprise() }
        #expect(competing.map(\.value) == ["transplant_date"])
        #expect(pfs.entry?.value == "enrolment_date")
        #expect(pfs.restrictedMean?.value == 24)
        #expect(pfs.strata.map(\.value) == ["centre"])
        #expect(pfs.tests == [.gehanBreslow, .taroneWare, .trend, .flemingHarrington(rho: 0, gamma: 1)])
        #expect(codes.map(\.status) == [.censored, .competing, .event])
        let os = study.endpoints[1]
        #expect((os.entry, os.restrictedMean?.value, os.strata.count, os.tests.count) == (nil, nil, 0, 0))
    }

    @Test(arguments: [
        ("gehan-breslow", Endpoint.GroupTest.gehanBreslow), ("tarone-ware", .taroneWare), ("trend", .trend),
        ("peto-peto", .flemingHarrington(rho: 1, gamma: 0)),
        ("fleming-harrington(0.5,1)", .flemingHarrington(rho: 0.5, gamma: 1)),
        ("fleming-harrington( 0 , 1 )", .flemingHarrington(rho: 0, gamma: 1)),
        ("fleming-harrington(1)", nil), ("fleming-harrington(1,2,3)", nil), ("fleming-harrington(-1,0)", nil),
        ("fleming-harrington(0,1", nil), ("fleming-harrington(,1)", nil), ("fleming-harrington(0,1 2)", nil),
        ("log-rank", nil), ("", nil),
    ])
    func testsOfGroupsAreNamed(text: String, expected: Endpoint.GroupTest?) {
        #expect(Endpoint.GroupTest(text) == expected)
    }

    @Test func aTestMayStandInQuotesOrOnItsOwnLine() throws {
        let study = try readSound(
            head + """
                endpoints:
                  os: { from: a, event: b, censor: c, tests: ["fleming-harrington(0, 1)", fleming-harrington(1, 1)] }
                  pfs:
                    from: a
                    event: b
                    censor: c
                    tests:
                      - fleming-harrington(0, 1)
                """)
        let late = Endpoint.GroupTest.flemingHarrington(rho: 0, gamma: 1)
        #expect(study.endpoints.map(\.tests) == [[late, .flemingHarrington(rho: 1, gamma: 1)], [late]])
    }

    @Test func populationsAreMadeByConditionsAndScores() throws {
        let study = try readSound(wholeStudy)
        let (arm, matched, weighted) = (study.populations[0], study.populations[1], study.populations[2])
        #expect((arm.condition == nil, arm.propensity) == (false, nil))
        #expect((matched.label, matched.condition == nil) == ("Matched patients", false))
        let plan = try #require(matched.propensity)
        guard case .matching(let matching) = plan.use else { throw Surprise() }
        #expect((plan.covariates.map(\.value), plan.usesFirth) == (["age_group", "ecog_group"], false))
        #expect((matching.method, matching.ratio, matching.caliper?.value) == (.nearest, 1, 0.2))
        #expect((matching.scale, matching.order, matching.exact.count) == (.logit, .largest, 0))
        #expect((matching.withReplacement, matching.sensitivityOrders, matching.seed) == (false, 1000, 1))
        #expect((weighted.condition == nil, weighted.propensity?.use) == (true, .weighting(.treated)))
    }

    @Test func aCaliperMayBeNone() throws {
        let study = try readSound(fullStudy)
        guard case .matching(let matching)? = study.populations[2].propensity?.use else { throw Surprise() }
        #expect(matching.caliper == nil)
        #expect((matching.method, matching.ratio, matching.scale, matching.order) == (.optimal, 2, .probability, .key))
        #expect((matching.exact.map(\.value), matching.withReplacement) == (["sex"], true))
        #expect((matching.sensitivityOrders, matching.seed) == (50, 7))
    }

    @Test func tablesOfPatientsHaveTheirDefaults() throws {
        let study = try readSound(wholeStudy)
        guard case .baseline(let sites) = study.tables[0].kind, case .baseline(let baseline) = study.tables[1].kind,
            case .matchedBaseline(let balance) = study.tables[2].kind,
            case .response(let response) = study.tables[3].kind,
            case .adverseEvents(let safety) = study.tables[4].kind
        else { throw Surprise() }
        #expect((sites.isUndivided, sites.by == nil, sites.denominator) == (true, true, .responses))
        #expect((baseline.isUndivided, baseline.showsDifference) == (false, true))
        #expect(baseline.tests.map(\.variable.value) == ["age", "stage"])
        #expect(baseline.tests.map(\.method) == [.means, .trend])
        #expect((balance.population.value, balance.rows.count, balance.showsPValue) == ("matched", 0, true))
        #expect(balance.continuous == .median)
        #expect(response.variable.value == "best_response")
        #expect(response.rates.map(\.name.value) == ["ORR", "DCR"])
        #expect(response.rates.map { $0.members.map(\.value) } == [["CR", "PR"], ["CR", "PR", "SD"]])
        #expect((response.showsTotal, response.showsPValue) == (false, true))
        #expect((response.showsIntervals, response.showsDifferences) == (false, false))
        #expect((safety.source.value, safety.term.value, safety.grade.value) == ("adverse_events", "term", "grade"))
        #expect(
            safety.severities == [
                .init(label: "Any grade", lowest: 1, highest: nil), .init(label: "Grade ≥3", lowest: 3, highest: nil),
            ])
        #expect((safety.all, safety.terms.count, safety.minimumPercent) == ("All adverse events", 0, 0))
        #expect((safety.showsTotal, safety.showsPValue) == (false, true))
    }

    @Test func severitiesAreThoseGiven() throws {
        let study = try readSound(fullStudy)
        guard case .adverseEvents(let safety) = study.tables[4].kind else { throw Surprise() }
        #expect(
            safety.severities == [
                .init(label: "Any grade", lowest: 1, highest: nil), .init(label: "Grade 3–4", lowest: 3, highest: 4),
            ])
        #expect((safety.all, safety.terms.map(\.value), safety.minimumPercent) == (nil, ["Fever", "Fatigue"], 5))
    }

    @Test func tablesOfSurvivalHaveTheirDefaults() throws {
        let study = try readSound(wholeStudy)
        guard case .survival(let survival) = study.tables[5].kind, case .incidence(let risks) = study.tables[6].kind,
            case .cox(let cox) = study.tables[7].kind, case .effect(let effect) = study.tables[8].kind
        else { throw Surprise() }
        #expect((survival.endpoints.map(\.value), survival.showsPValue) == (["pfs", "os"], true))
        #expect((risks.endpoints.map(\.value), risks.showsDifferences) == (["pfs", "death"], false))
        guard case .pBelow(let limit) = cox.multivariable else { throw Surprise() }
        #expect((limit.value, cox.showsUnivariable, cox.usesFirth) == (0.05, true, true))
        #expect((cox.univariablePValue, cox.multivariablePValue) == (.likelihoodRatio, .wald))
        #expect(effect.populations.map(\.value) == ["all", "matched"])
        #expect((effect.pValue, effect.showsRobust, effect.adjustFor.count) == (.wald, false, 0))
    }

    @Test func covariatesEnterByOneRule() throws {
        let study = try readSound(
            fullStudy.replacing("multivariable: { p_below: 0.1 }", with: "multivariable: { all: false }"))
        let entries = study.tables.compactMap { if case .cox(let plan) = $0.kind { plan.multivariable } else { nil } }
        guard case .listed(let variables) = entries[1] else { throw Surprise() }
        #expect((entries[0], variables.map(\.value), entries[2]) == (.none, ["sex"], .all))
    }

    @Test func figuresHaveTheirDefaults() throws {
        let study = try readSound(wholeStudy)
        guard case .flow(let flow) = study.figures[0].kind, case .forest(let forest) = study.figures[1].kind,
            case .kaplanMeier = study.figures[2].kind, case .incidence(let relapse) = study.figures[3].kind,
            case .balance(let balance) = study.figures[4].kind, case .overlap(let overlap) = study.figures[5].kind,
            case .residuals(let residuals) = study.figures[6].kind
        else { throw Surprise() }
        #expect((flow.source?.value, flow.status?.value, flow.reason?.value) == ("screening", "status", "reason"))
        #expect((flow.included.map(\.value), flow.populations.count) == (["included"], 0))
        #expect((flow.assessedLabel, flow.includedLabel) == ("Assessed for eligibility", "Included in the analysis"))
        #expect(forest.subgroups.map(\.value) == ["age_group", "sex"])
        #expect((forest.showsOverall, forest.showsInteraction) == (true, true))
        #expect((forest.favours.count, forest.axis.count, forest.adjustFor.count) == (0, 0, 0))
        #expect((relapse.panels.map(\.endpoint.value), relapse.showsMedianLines) == (["death"], false))
        #expect((balance.population.value, balance.thresholds.map(\.value)) == ("matched", [0.1]))
        #expect(overlap.population.value == "weighted")
        #expect((residuals.covariates.map(\.value), residuals.transform) == (["arm", "ecog_group"], .km))
    }

    @Test func favoursAndAxisAreThoseGiven() throws {
        let study = try readSound(fullStudy)
        guard case .forest(let forest) = study.figures[2].kind else { throw Surprise() }
        #expect((forest.favours, forest.axis.map(\.value)) == (["the new", "the old"], [0.01, 10]))
    }

    @Test func aFlowChartNeedsNoScreeningLog() throws {
        let study = try readSound(head + "figures:\n  - { id: flow, kind: flow }\n")
        guard case .flow(let flow) = study.figures[0].kind else { throw Surprise() }
        #expect((flow.source == nil, flow.included.count) == (true, 0))
    }

    @Test func publishedValuesHaveAFileAndItsPlace() throws {
        let study = try readSound(wholeStudy)
        #expect(study.manuscript.published == "published.csv")
        #expect(study.publishedLocation?.line == 50)
    }
}
