import Diagnostics
import Results
import StudyFiles
import TestSupport
import Testing

@testable import Analysis

@Suite struct FlowAnalysisTests {
    private static let patients = "id,arm,age\n1,A,50\n2,A,60\n3,B,70\n4,B,12\n5,,40\n"
    private static let log = """
        number,status,reason
        1,in,
        2,out,Too old
        3,in,
        4,in,
        5,out,Declined
        6,out,
        7,out,Declined
        8,in,
        9,out,Liver failure
        10,in,

        """
    private static let yaml = """
        arms: { column: arm, order: [A, B] }
        populations:
          sixty: { label: Sixty or older, where: age >= 60 }

        """

    private func plan(
        _ source: String? = "log", status: String? = "status", included: [String] = ["in"],
        populations: [String] = [], reasons: [String] = [], poolBelow: Int = 0
    ) -> FlowPlan {
        FlowPlan(
            source: source.map(named), status: status.map(named), included: included.map(named),
            reason: source == nil ? nil : named("reason"), assessedLabel: "Assessed", includedLabel: "Analysed",
            populations: populations.map(named), reasons: reasons.map(named), poolBelow: poolBelow)
    }

    private func chart(
        _ plan: FlowPlan, yaml: String = yaml, log: String = log, isLinked: Bool = false
    ) throws -> (chart: FlowChart?, sink: DiagnosticSink) {
        let study = try WrittenStudy(yaml, patients: Self.patients, files: [("log", log, isLinked)])
        return (FlowAnalysis(study.context).figure(for: plan, reporting: study.sink), study.sink)
    }

    private static let exclusions = "exclusions:\n  - { where: age < 18, because: A child }\n"

    @Test func `from the log to the analysis`() throws {
        let chart = try #require(try chart(plan(populations: ["sixty"])).chart)
        #expect(chart.stages.map(\.label) == ["Assessed", "Analysed"])
        #expect(chart.stages.map(\.n) == [10, 5])
        #expect(
            chart.stages[1].left == [
                .init(label: "Declined", n: 2), .init(label: "Liver failure", n: 1),
                .init(label: "No reason given", n: 1), .init(label: "Too old", n: 1),
            ])
        #expect(chart.branches.map(\.label) == ["A", "B", "No arm recorded"])
        #expect(chart.branches.map(\.n) == [2, 2, 1])
        #expect(
            chart.branches.map(\.stages) == [
                [.init(label: "Sixty or older", n: 1, left: [])], [.init(label: "Sixty or older", n: 1, left: [])],
                [.init(label: "Sixty or older", n: 0, left: [])],
            ])
    }

    @Test func `named reasons keep their order and stay without patients`() throws {
        let chart = try #require(try chart(plan(reasons: ["Too old", "Pregnant"])).chart)
        #expect(
            chart.stages[1].left == [
                .init(label: "Too old", n: 1), .init(label: "Pregnant", n: 0), .init(label: "Declined", n: 2),
                .init(label: "Liver failure", n: 1), .init(label: "No reason given", n: 1),
            ])
    }

    @Test func `rare reasons are pooled, and all add up`() throws {
        let chart = try #require(try chart(plan(reasons: ["Pregnant"], poolBelow: 2)).chart)
        #expect(
            chart.stages[1].left == [
                .init(label: "Pregnant", n: 0), .init(label: "Declined", n: 2), .init(label: "Other reasons", n: 3),
            ])
        #expect(chart.stages[0].n - chart.stages[1].left.map(\.n).reduce(0, +) == chart.stages[1].n)
    }

    @Test func `exclusions are a stage of their own`() throws {
        let chart = try #require(try chart(plan(), yaml: Self.yaml + Self.exclusions).chart)
        #expect(chart.stages.map(\.label) == ["Assessed", "Included in the study", "Analysed"])
        #expect(chart.stages.map(\.n) == [10, 5, 4])
        #expect(chart.stages[2].left == [.init(label: "A child", n: 1)])
        #expect(chart.branches.map(\.n) == [2, 1, 1])
    }

    @Test func `without a log the chart begins with the patients' file`() throws {
        let excluding = try #require(try chart(plan(nil), yaml: Self.yaml + Self.exclusions).chart)
        #expect(excluding.stages.map(\.label) == ["Assessed", "Analysed"])
        #expect(excluding.stages.map(\.n) == [5, 4])
        #expect(excluding.stages[1].left == [.init(label: "A child", n: 1)])
        let plain = try #require(try chart(plan(nil), yaml: "").chart)
        #expect(plain == FlowChart(stages: [.init(label: "Analysed", n: 5, left: [])], branches: []))
    }

    @Test func `without statuses a reason excludes`() throws {
        let log = "number,status,reason\n1,,\n2,,\n3,,Declined\n4,,\n5,,\n6,,\n"
        let chart = try #require(try chart(plan(status: nil, included: []), log: log).chart)
        #expect(chart.stages.map(\.n) == [6, 5])
        #expect(chart.stages[1].left == [.init(label: "Declined", n: 1)])
    }

    @Test func `the order of the rows changes nothing`() throws {
        #expect(try chart(plan()).chart == chart(plan(), log: reversedRows(Self.log)).chart)
    }

    @Test func `the sum is checked`() throws {
        let (chart, sink) = try chart(plan(included: ["In"]))
        #expect(chart == nil)
        expectMessages(
            sink,
            equal: """
                study.yaml:5:16: error: 'log.csv' includes 0 patients, 'patients.csv' has 5 [flow-mismatch]
                   note: 10 assessed − 10 excluded = 0 included
                   note: inclusion is 'In'; the log has 'in', 'out'
                   help: correct the log or the patients' file; name every status that means inclusion in 'included'
                """)
    }

    @Test func `the log must not be linked`() throws {
        let log = "id,status,reason\n1,in,\n"
        let (chart, sink) = try chart(plan(), log: log, isLinked: true)
        #expect(chart == nil)
        expectMessages(
            sink,
            equal: """
                study.yaml:5:34: error: screening log 'log' must not be linked to patients: most of its rows are of \
                nobody in the study [conflicting-keys]
                   help: delete 'patient' here
                """)
    }

    @Test func `columns must exist`() throws {
        let (chart, sink) = try chart(plan(status: "state"))
        #expect(chart == nil)
        expectMessages(
            sink,
            equal: """
                study.yaml:1:1: error: column 'state' doesn't exist in 'log.csv' [unknown-column]
                   help: valid columns: 'number', 'status', 'reason'
                """)
    }
}
