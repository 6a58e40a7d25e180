import Foundation
import Results
import SurvivalStatistics
import TestSupport
import Testing
import Validation

/// The matching of the study in `studies/hcc`: logit scale, the treated in descending score, a caliper of 0.2 standard
/// deviations, ties in the order of the file.
@Suite struct StudyMatchingTests {
    let table: ReferenceTable

    init() throws {
        table = ReferenceTable(
            csv: try String(contentsOfFile: "\(repositoryRoot)/studies/hcc/data/patients.csv", encoding: .utf8))
    }

    private func indicator(_ name: String, _ holds: (String) -> Bool) throws -> Covariate {
        .continuous(name, try table.texts(name).map { $0.map { holds($0) ? 1 : 0 } ?? .nan })
    }

    private func matching() throws -> (isTreated: [Bool], matching: Matching) {
        let isTreated = try table.texts("arm").map { $0 == "RT+IO+T" }
        let matrix = try DesignMatrix(
            [
                try indicator("age") { (Double($0) ?? 0) >= 60 }, try indicator("ecog") { (Double($0) ?? 0) >= 1 },
                try indicator("tumor_diameter_cm") { (Double($0) ?? 0) >= 10 },
                try indicator("extrahepatic_metastasis") { $0 == "Yes" },
                try indicator("treatment_line") { $0 != "First-line" },
            ], rows: table.count)
        let model = logisticModel(try LogisticDesign(hasOutcome: isTreated, covariates: matrix))
        let plan = MatchingPlan(
            estimand: .treated, caliper: .standardDeviations(0.2), ratio: 1, withReplacement: false, order: .largest,
            ties: .earlierRow)
        return (isTreated, try nearestNeighbourMatch(score: model.linearPredictors, isTreated: isTreated, plan: plan))
    }

    @Test func `eighteen pairs come out`() throws {
        let (isTreated, matching) = try matching()
        #expect(matching.sets.count == 18)
        #expect(matching.rows.count == 36)
        #expect(matching.sets.allSatisfy { isTreated[$0.unit] && $0.partners.allSatisfy { !isTreated[$0] } })
    }

    @Test func `the summary says how it was done`() throws {
        let (isTreated, matching) = try matching()
        let plan = MatchingPlan(
            estimand: .treated, caliper: .standardDeviations(0.2), ratio: 1, withReplacement: false, order: .largest,
            ties: .earlierRow)
        let summary = try matching.summary(
            isTreated: isTreated, plan: plan, columns: [("age", try table.numbers("age"))], definition: .pooledUnmatched
        )
        #expect(summary.treated == 29)
        #expect(summary.controls == 42)
        #expect(summary.matchedTreated == 18)
        #expect(summary.matchedControls == 18)
        #expect((summary.largestDistance ?? 1) <= (summary.caliperWidth ?? 0))
        #expect(
            summary.method
                == "nearest neighbour 1:1 without replacement, highest score first, caliper 0.2 standard deviations of "
                + "the score; equal distances take the first in the order of keys")
    }

    /// The hazard ratio of progression or death among the matched: 0.43 (0.21, 0.88), Wald p = 0.021 in the study's own check.
    @Test func `the matched hazard ratio is the study's`() throws {
        let (isTreated, matching) = try matching()
        let parser = Date.ISO8601FormatStyle().year().month().day()
        func day(_ name: String, _ row: Int) throws -> Double? {
            try table.texts(name)[row].map { try parser.parse($0).timeIntervalSinceReferenceDate / 86400 }
        }
        var (time, status, treated): ([Double], [Status?], [Double]) = ([], [], [])
        for row in matching.rows {
            let start = try #require(try day("treatment_start", row))
            let event = try day("progression_date", row) ?? day("death_date", row)
            let end = try #require(try event ?? day("last_contact_date", row))
            time.append(end - start)
            status.append(event == nil ? .censored : .event)
            treated.append(isTreated[row] ? 1 : 0)
        }
        let matrix = try DesignMatrix([.continuous("treated", treated)], rows: treated.count)
        let design = try CoxDesign(time: time, status: status, covariates: matrix)
        let arm = coxModel(design, ties: .efron, variance: .model).result(level: 0.95).coefficients[0]
        #expect(abs((arm.hazardRatio.value ?? 0) - 0.43) < 0.005)
        #expect(abs((arm.hazardRatio.interval?.lower ?? 0) - 0.21) < 0.005)
        #expect(abs((arm.hazardRatio.interval?.upper ?? 0) - 0.88) < 0.005)
        #expect(abs((arm.pValue ?? 0) - 0.021) < 0.0005)
    }
}
