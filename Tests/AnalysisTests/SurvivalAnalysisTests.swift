import CohortBuilding
import Diagnostics
import Results
import Testing

@testable import Analysis

@Suite struct SurvivalAnalysisTests {
    private let sink = DiagnosticSink()

    private func comparison(by variable: String? = nil, in population: String? = nil) throws -> SurvivalComparison {
        let grouped = try #require(
            SmallStudy.context().grouped(
                by: variable.map(SmallStudy.located), in: population.map(SmallStudy.located), reporting: sink))
        return SurvivalAnalysis(
            of: SmallStudy.overallSurvival, between: grouped, in: SmallStudy.context()
        ).comparison()
    }

    /// Arm A by hand: S(30) = 3/4, censored at 60, S(90) = 3/4 · 1/2 = 3/8, S(120) = 0; the median is 90 days.
    @Test func oneArmByHand() throws {
        let arm = try comparison().groups[0]
        #expect(arm.n == 4)
        #expect(arm.events == 3)
        #expect(arm.missing == 0)
        #expect(arm.curve.time == [30, 60, 90, 120])
        #expect(arm.curve.survival == [0.75, 0.75, 0.375, 0])
        #expect(arm.curve.unit == .days)
        // Medians and rates are in months, the curve stays in days.
        #expect(arm.median.value == .reached(90 / 30.4375))
        #expect(arm.median.unit == .months)
        #expect(arm.rates.map(\.time) == [2])
        // Two months are 60.875 days: just after the censoring at 60, with two at risk.
        #expect(arm.rates[0].estimate.value == 0.75)
        #expect(arm.rates[0].atRisk == 2)
    }

    /// Arm B: the patient without follow-up is left out and counted.
    @Test func patientsWithoutFollowUpAreCounted() throws {
        let comparison = try comparison()
        #expect(comparison.groups[1].n == 3)
        #expect(comparison.groups[1].missing == 1)
        #expect(comparison.groups[1].notes.contains(ResultNote(.missingLeftOut, count: 1)))
        #expect(comparison.overall.n == 7)
        #expect(comparison.overall.missing == 1)
        #expect(comparison.logRank?.n == 7)
    }

    /// Reverse Kaplan–Meier of arm B: censored at 200 with 2 at risk, so the follow-up is ½ there and the end, 240, an
    /// event, is a censoring of it: a flat stretch at ½ that no step leaves, whose start is printed.
    @Test func medianFollowUp() throws {
        #expect(try comparison().groups[1].medianFollowUp.value == .reached(200 / 30.4375))
    }

    @Test func namesSayGroupingAndPopulation() throws {
        #expect(try comparison().id == "os")
        #expect(try comparison(by: "sex").id == "os.by.sex")
        #expect(try comparison(by: "arm", in: "old").id == "os.in.old")
        #expect(try comparison(by: "sex", in: "old").id == "os.by.sex.in.old")
    }

    /// Patient 6 has no sex and is in neither group.
    @Test func patientsWithoutAGroupAreInNone() throws {
        let bySex = try comparison(by: "sex")
        #expect(bySex.groups.map(\.label) == ["F", "M"])
        #expect(bySex.groups.map(\.n) == [3, 3])
        #expect(bySex.overall.n == 6)
    }

    @Test func aPopulationRestrictsTheGroups() throws {
        #expect(try comparison(in: "old").groups.map(\.n) == [2, 2])
    }

    @Test func withoutArmsThereIsOneGroupAndNoTest() throws {
        var cohort = SmallStudy.cohort
        cohort.arms = nil
        let grouped = try #require(SmallStudy.context(cohort: cohort).grouped(by: nil, in: nil, reporting: sink))
        let comparison = SurvivalAnalysis(
            of: SmallStudy.overallSurvival, between: grouped, in: SmallStudy.context(cohort: cohort)
        ).comparison()
        #expect(comparison.groups.map(\.id) == ["all"])
        #expect(comparison.groups[0].n == 7)
        #expect(comparison.logRank == nil)
    }

    @Test func anEmptyGroupStaysWithAReason() throws {
        var cohort = SmallStudy.cohort
        cohort.arms?.levels.append(CategoricalValues.Level(id: "C", label: "C"))
        let grouped = try #require(SmallStudy.context(cohort: cohort).grouped(by: nil, in: nil, reporting: sink))
        let comparison = SurvivalAnalysis(
            of: SmallStudy.overallSurvival, between: grouped, in: SmallStudy.context(cohort: cohort)
        ).comparison()
        #expect(comparison.groups[2].n == 0)
        #expect(comparison.groups[2].median.value == .notReached)
        #expect(comparison.groups[2].notes == [ResultNote(.noPatients)])
        #expect(comparison.groups[2].longestTime == nil)
        #expect(comparison.logRank?.pValue != nil)
    }

    @Test func aNumberCannotGroup() {
        #expect(SmallStudy.context().grouped(by: SmallStudy.located("age"), in: nil, reporting: sink) == nil)
        #expect(sink.diagnostics.map(\.summary) == ["grouping variable 'age' must be categorical"])
    }
}
