import Results
import TestSupport
import Testing

@testable import Analysis

@Suite struct SinglePatientFigureTests {
    @Test func `a figure of single patients does not go with a minimum`() throws {
        let text = """
            greenwood: 1
            study: { title: Written }
            data:
              patients: { file: patients.csv, key: id }
            endpoints:
              os: { time: days, status: dead, codes: { 0: censored, 1: event }, time_unit: days }
            privacy: { minimum_cell: 6 }
            figures:
              - { id: course, kind: swimmer, endpoint: os, caption: Courses. }
              - { id: curves, kind: kaplan-meier, panels: [{ endpoint: os }], caption: Curves. }

            """
        let study = try WrittenStudy(study: text) { _ in "id,days,dead\n1,100,1\n2,200,0\n" }
        _ = study.analyzed()
        expectMessages(
            study.sink,
            equal: """
                study.yaml:9:11: error: figure 'course' is a swimmer plot, which shows single patients; 'privacy' withholds counts below 6 [figure-of-single-patients]
                   note: asked for here (study.yaml:7:1)
                   help: delete the figure, or 'privacy' in a study file for readers inside
                """)
    }
}
