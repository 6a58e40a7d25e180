import Diagnostics
import Results
import StudyFiles
import TestSupport
import Testing

@testable import Analysis

@Suite struct ResidualAnalysisTests {
    private static let patients = """
        id,arm,time,status,sex,age,sites
        1,A,30,1,F,50,x
        2,B,60,1,F,40,x
        3,A,90,1,F,70,y
        4,B,120,0,F,40,x
        5,A,45,1,M,50,x
        6,A,60,1,M,60,x
        7,B,100,1,M,70,x
        8,B,150,1,M,55,x

        """
    private static let yaml = CoxAnalysisTests.yaml.replacing("unit: months", with: "time_unit: days, unit: months")

    private func plot(
        _ covariates: [String], transform: ResidualFigurePlan.TimeTransformName = .km, patients: String = patients
    ) throws -> (plot: ResidualPlot?, sink: DiagnosticSink) {
        let study = try WrittenStudy(Self.yaml, patients: patients)
        let plan = ResidualFigurePlan(
            endpoint: named("os"), covariates: covariates.map(named), population: nil, transform: transform)
        return (ResidualAnalysis(study.context).figure(for: plan, reporting: study.sink), study.sink)
    }

    @Test func `a panel for each coefficient, in the endpoint's unit`() throws {
        let plot = try #require(try plot(["arm", "age"]).plot)
        #expect(plot.unit == .months)
        #expect(plot.panels.map(\.label) == ["Treatment group: B vs A", "Age (years)"])
        let days = [30.0, 45, 60, 60, 90, 100, 150]
        #expect(plot.panels[0].time == days.map { $0 / 30.4375 })
        #expect(plot.panels[0].smoothTime.count == 40)
        #expect(plot.panels[0].smoothTime.last == 150 / 30.4375)
        #expect(plot.panels[0].residual.count == 7)
        #expect(plot.panels[0].test == plot.test.terms[0].test)
        #expect(plot.test.terms.map(\.name) == ["arm", "age"])
        #expect(plot.test.transform == "km")
        for panel in plot.panels {
            let mean = panel.residual.reduce(0, +) / 7
            #expect(abs(mean - panel.coefficient) < 1e-9)
            for index in panel.smooth.indices {
                #expect(panel.lower[index] < panel.smooth[index] && panel.smooth[index] < panel.upper[index])
            }
        }
    }

    @Test func `the transform is the one asked for`() throws {
        for transform in ResidualFigurePlan.TimeTransformName.allCases {
            #expect(try plot(["arm"], transform: transform).plot?.test.transform == transform.rawValue)
        }
    }

    @Test func `the order of the rows changes nothing`() throws {
        #expect(try plot(["arm", "sex"]).plot == plot(["arm", "sex"], patients: reversedRows(Self.patients)).plot)
    }

    @Test func `without events there is nothing to draw`() throws {
        let none = Self.patients.replacing(",1,F", with: ",0,F").replacing(",1,M", with: ",0,M")
        let (plot, sink) = try plot(["arm"], patients: none)
        #expect(plot == nil)
        #expect(!sink.hasErrors)
        expectMessages(
            sink,
            equal: """
                study.yaml:1:1: warning: no residuals of 'os' can be drawn: there are no events [nothing-to-draw]
                   help: choose another endpoint, population or transform, or delete the figure
                """)
    }

    @Test func `without an estimate there is nothing to draw`() throws {
        let constant = Self.patients.replacing(",M,", with: ",F,")
        let (plot, sink) = try plot(["sex"], patients: constant)
        #expect(plot == nil)
        expectMessages(
            sink,
            equal: """
                study.yaml:1:1: warning: no residuals of 'os' can be drawn: no coefficient has an estimate \
                [nothing-to-draw]
                   help: choose another endpoint, population or transform, or delete the figure
                """)
    }
}
