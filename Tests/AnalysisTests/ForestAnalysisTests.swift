import Diagnostics
import Results
import StudyFiles
import TestSupport
import Testing

@testable import Analysis

@Suite struct ForestAnalysisTests {
    /// As ``CoxAnalysisTests`` for women; of the men only those in A have events, and one has no sex.
    private static let patients = """
        id,arm,time,status,sex,age,sites
        1,A,1,1,F,50,x
        2,B,2,1,F,40,x
        3,A,3,1,F,70,y
        4,B,4,0,F,40,x
        5,A,1,1,M,50,x
        6,A,2,1,M,60,x
        7,B,3,0,M,70,x
        8,B,5,1,,55,x
        9,A,,,F,55,x

        """

    private func plan(
        subgroups: [String] = ["sex"], favours: [String] = [], adjusting: [String] = [], population: String? = nil
    ) -> ForestPlan {
        ForestPlan(
            endpoint: named("os"), subgroups: subgroups.map(named), population: population.map(named),
            showsOverall: true, showsInteraction: true, favours: favours, axis: [SmallStudy.located(0.1)],
            adjustFor: adjusting.map(named))
    }

    private func plot(
        _ plan: ForestPlan, patients: String = patients, yaml: String = CoxAnalysisTests.yaml
    ) throws -> (plot: ForestPlot?, sink: DiagnosticSink) {
        let study = try WrittenStudy(yaml, patients: patients)
        return (ForestAnalysis(study.context).figure(for: plan, reporting: study.sink), study.sink)
    }

    @Test func `several models have a row of effects each`() throws {
        var plan = plan()
        plan.models = [
            .init(label: "Crude", adjustFor: nil, population: nil),
            .init(label: "Adjusted", adjustFor: [named("age")], population: nil),
        ]
        plan.columns = [.medians, .p]
        let plot = try #require(try plot(plan).plot)
        #expect(plot.modelLabel == "Crude" && plot.furtherModels.map(\.label) == ["Adjusted"])
        #expect(plot.columns == [.medians, .p])
        #expect(plot.models.count == 2 && plot.models[1].variables.count == plot.variables.count)
        let ratios = plot.models.map { $0.overall?.coefficients.first?.hazardRatio.value ?? .nan }
        #expect(ratios[0] != ratios[1] && ratios.allSatisfy(\.isFinite))
        // Of A 1, 1, 2 and 3 days, all with events: two of four are gone after 1, and so the median is between 1 and 2.
        let median = try #require(plot.overallCounts[0].median?.value.time)
        #expect(abs(median - 1.5 / 30.4375) < 1e-12)
        #expect(plot.overall == (try self.plot(self.plan()).plot?.overall))
    }

    @Test func `effects in subgroups`() throws {
        let plot = try #require(try plot(plan()).plot)
        #expect(plot.treatment == "B")
        #expect(plot.reference == "A")
        #expect(plot.favours == ["B", "A"])
        #expect(plot.axis == [0.1])
        #expect(plot.overall?.n == 8)
        #expect(plot.overall?.events == 6)
        #expect(plot.overallCounts == [.init(n: 4, events: 4), .init(n: 4, events: 2)])
        let sex = try #require(plot.variables.first)
        #expect(sex.levelLabels == ["F", "M"])
        #expect(
            sex.counts == [
                [.init(n: 2, events: 2), .init(n: 2, events: 1)], [.init(n: 2, events: 2), .init(n: 1, events: 0)],
            ])
        #expect(sex.missing == 1)
        // By hand: see the test of the Cox table.
        let women = sex.analysis.subgroups[0].coefficients[0]
        #expect(abs((women.hazardRatio.value ?? 0) - (17.0.squareRoot() - 1) / 8) < 1e-10)
        let men = sex.analysis.subgroups[1].coefficients[0]
        #expect(men.hazardRatio.value == nil)
        #expect(men.monotone?.reason == .noEventsInLevel)
        #expect(men.monotone?.level == "B")
        #expect(sex.analysis.interaction.method == .likelihoodRatio)
        #expect(sex.analysis.interaction.n == 7)
    }

    @Test func `counts and models rest on the same patients`() throws {
        let plot = try #require(try plot(plan(adjusting: ["age", "arm", "sex"])).plot)
        let sex = try #require(plot.variables.first)
        #expect(sex.missing == 1)
        for (counts, effect) in zip(sex.counts, sex.analysis.subgroups) {
            #expect(counts.reduce(0) { $0 + $1.n } == effect.n)
            #expect(counts.reduce(0) { $0 + $1.events } == effect.events)
        }
        // The overall model holds sex too.
        #expect(plot.overall?.n == 7)
        #expect(plot.overallCounts.reduce(0) { $0 + $1.n } == 7)
    }

    @Test func `favours are as asked`() throws {
        #expect(try plot(plan(favours: ["new", "old"])).plot?.favours == ["new", "old"])
    }

    @Test func `the order of the rows changes nothing`() throws {
        #expect(try plot(plan()).plot == plot(plan(), patients: reversedRows(Self.patients)).plot)
    }

    @Test func `no events, and one arm empty`() throws {
        let patients = "id,arm,time,status,sex,age,sites\n1,A,1,0,F,50,x\n2,A,2,0,M,50,x\n"
        let plot = try #require(try plot(plan(), patients: patients).plot)
        #expect(plot.overall?.coefficients[0].coefficient == nil)
        #expect(plot.overall?.notes == [ResultNote(.noEvents)])
        #expect(plot.overallCounts == [.init(n: 2, events: 0), .init(n: 0, events: 0)])
        #expect(plot.variables[0].analysis.interaction.pValue == nil)
    }

    @Test func `weights make variances robust and the interaction Wald's`() throws {
        let study = try WrittenStudy(CoxAnalysisTests.yaml, patients: Self.patients)
        var context = study.context
        context.populations["all"]?.weights = [1, 2, 1, 0.5, 1, 1, 2, 1, 1]
        let plot = try #require(ForestAnalysis(context).figure(for: plan(), reporting: study.sink))
        #expect(plot.overall?.coefficients[0].modelStandardError != nil)
        #expect(plot.variables[0].analysis.interaction == plot.variables[0].analysis.interactionWald)
    }

    private static let three =
        CoxAnalysisTests.yaml.replacing("[A, B]", with: "[A, B, C]") + """
            populations:
              two: { label: Two arms, where: arm == "B" or arm == "C" }

            """

    @Test func `two of three arms can be compared`() throws {
        let patients = Self.patients.replacing(",A,", with: ",C,") + "10,A,3,1,M,60,x\n"
        let plot = try #require(try plot(plan(population: "two"), patients: patients, yaml: Self.three).plot)
        #expect(plot.reference == "B")
        #expect(plot.treatment == "C")
        #expect(plot.overallCounts == [.init(n: 4, events: 2), .init(n: 4, events: 4)])
    }

    @Test func `three arms are too many`() throws {
        let (plot, sink) = try plot(plan(), patients: Self.patients + "10,C,3,1,M,60,x\n", yaml: Self.three)
        #expect(plot == nil)
        expectMessages(
            sink,
            equal: """
                study.yaml:1:1: error: a forest plot compares two arms; here there are 3: 'A', 'B', 'C' \
                [not-two-arms]
                   help: name a population of the patients of two arms: 'where: arm in ["A", "B"]'
                """)
    }

    @Test func `subgroups have levels and are not the arms`() throws {
        let (plot, sink) = try plot(plan(subgroups: ["age", "arm"]))
        #expect(plot == nil)
        expectMessages(
            sink,
            equal: """
                study.yaml:1:1: error: subgroup variable 'age' must be categorical [wrong-type]
                   help: cut it into groups: age_group: { from: age, cut: [...] }
                """)
        let (arms, other) = try self.plot(plan(subgroups: ["arm"]))
        #expect(arms == nil)
        expectMessages(
            other,
            equal: """
                study.yaml:1:1: error: subgroup variable 'arm' is the treatment itself [wrong-type]
                   help: delete it from 'subgroups'
                """)
    }

    @Test func `without arms there is nothing to compare`() throws {
        let yaml = CoxAnalysisTests.yaml.replacing("arms: { column: arm, order: [A, B], reference: A }\n", with: "")
        let (plot, sink) = try plot(plan(), yaml: yaml)
        #expect(plot == nil)
        expectMessages(
            sink,
            equal: """
                study.yaml:1:1: error: a forest plot compares two arms; the study needs 'arms' [missing-key]
                   help: add 'arms: { column: … }', the column that holds each patient's arm
                """)
    }
}
