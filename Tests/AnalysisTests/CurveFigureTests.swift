import Diagnostics
import Results
import StudyFiles
import TestSupport
import Testing

@testable import Analysis

@Suite struct CurveFigureTests {
    private static let endpoints = """
        endpoints:
          os: { time: time, unit: days, status: status, codes: { 0: censored, 1: event, 2: competing } }

        """
    private static let patients = """
        id,arm,time,status
        1,A,1,1
        2,A,2,2
        3,A,3,0
        4,B,1,2
        5,B,4,1
        6,B,5,0

        """

    private func figure(curve: KaplanMeierPanel.Curve = .survival) -> KaplanMeierFigurePlan {
        KaplanMeierFigurePlan(
            panels: [.init(endpoint: named("os"))], breaks: [2, 4].map(SmallStudy.located), riskTable: .kmunicate,
            showsIntervals: true, showsCensoring: true, showsMedianLines: false, curve: curve)
    }

    @Test func `competing events have a row of their own, and all rows add up`() throws {
        let study = try WrittenStudy(
            "arms: { column: arm, order: [A, B] }\n" + Self.endpoints, patients: Self.patients)
        var findings = Findings()
        let plot = KaplanMeierAnalysis(study.context).incidencePlot(
            for: figure(), adding: &findings, reporting: study.sink)
        let rows = plot.panels[0].riskRows
        #expect(rows.map(\.atRisk) == [[3, 1, 0], [3, 2, 1]])
        #expect(rows.map(\.events) == [[0, 1, 1], [0, 0, 1]])
        #expect(rows.map(\.competing) == [[0, 1, 1], [0, 1, 1]])
        #expect(rows.map(\.censored) == [[0, 0, 1], [0, 0, 0]])
    }

    @Test func `one group has no difference`() throws {
        let study = try WrittenStudy(Self.endpoints, patients: Self.patients)
        var findings = Findings()
        let plan = KaplanMeierAnalysis(study.context).plan(
            for: figure(curve: .difference), adding: &findings, reporting: study.sink)
        #expect(plan.panels.isEmpty)
        expectMessages(
            study.sink,
            equal: """
                study.yaml:1:1: error: no difference of 'os' can be drawn: there is one group [nothing-to-draw]
                   help: name a variable of two or more levels with 'by', or delete 'curve: difference'
                """)
    }

    @Test func `an inset that magnifies nothing is an error`() throws {
        func messages(_ curve: KaplanMeierPanel.Curve, _ times: [Double]) throws -> DiagnosticSink {
            let study = try WrittenStudy(Self.endpoints, patients: Self.patients)
            var (findings, figure) = (Findings(), figure(curve: curve))
            figure.inset = Located(
                CurveInset(times: times, range: [80, 100]), at: named("os").location)
            let plan = KaplanMeierAnalysis(study.context).plan(for: figure, adding: &findings, reporting: study.sink)
            #expect((plan.inset == nil) == study.sink.hasErrors)
            if let inset = plan.inset { #expect(inset == CurveInset(times: times, range: [0.8, 1])) }
            return study.sink
        }
        #expect(try !messages(.survival, [0, 1]).hasErrors)
        expectMessages(
            try messages(.survival, [100, 200]),
            equal: """
                study.yaml:1:1: error: the inset begins where an axis of time has ended [nothing-to-draw]
                   help: let it begin before 4
                """)
        expectMessages(
            try messages(.cumulativeHazard, []),
            equal: """
                study.yaml:1:1: error: an inset magnifies curves of probabilities, and no panel has such [nothing-to-draw]
                   help: delete 'inset', or draw survival or failure
                """)
    }
}
