import Diagnostics
import Results
import StudyFiles
import TestSupport
import Testing

@testable import Analysis

@Suite struct EndpointNameTests {
    @Test(arguments: [
        ("All-cause death", true), ("Death", true), ("CV death or HF hospitalisation", true), ("Time to relapse", true),
        ("Time to first response", true), ("Treatment failure", true), ("复发", true), ("至复发时间", true),
        ("Overall survival", false), ("Progression-free survival", false), ("Freedom from recurrence", false),
        ("Death-censored graft survival", false), ("PFS", false), ("TTR", false), ("Prevention", false),
        ("无进展生存期", false), ("总生存期", false),
    ])
    func `a name says whether it is of the event`(name: String, isOfEvent: Bool) {
        #expect(EndpointName(name).isOfEvent == isOfEvent)
    }

    @Test(arguments: [("Time to relapse", "relapse"), ("至复发的时间", "复发"), ("Death", "Death")])
    func `an event is named without its time`(name: String, event: String) {
        #expect(EndpointName(name).event == event)
    }

    @Test func `a curve of survival under the name of its event is warned of`() throws {
        let text = """
            greenwood: 1
            study: { title: Written }
            data:
              patients: { file: patients.csv, key: id }
            endpoints:
              os: { label: Overall survival, time: days, status: dead, codes: { 0: censored, 1: event }, time_unit: days }
              death: { label: Mortality, short: M, time: days, status: dead, codes: { 0: censored, 1: event }, time_unit: days }
              relapse: { label: Relapse, time: days, status: dead, codes: { 0: censored, 1: event, 2: competing }, time_unit: days }
              drawn: { label: Drawn, short: Relapse, time: days, status: dead, codes: { 0: censored, 1: event, 2: competing }, time_unit: days }
            figures:
              - { id: curves, kind: kaplan-meier, panels: [{ endpoint: drawn }], caption: Curves. }

            """
        let study = try WrittenStudy(study: text) { _ in "id,days,dead\n1,100,1\n2,200,0\n" }
        _ = study.analyzed()
        expectMessages(
            study.sink,
            equal: """
                study.yaml:7:3: warning: endpoint 'death' has the name of its event, 'Mortality'; its curves and rates are of survival without it [endpoint-named-after-event]
                   help: name what the curve shows, such as 'Overall survival' with 'short: OS'

                study.yaml:9:3: warning: endpoint 'drawn' has the name of its event, 'Relapse'; its curves and rates are of survival without it [endpoint-named-after-event]
                   help: name what the curve shows, such as 'Overall survival' with 'short: OS'
                """)
    }
}
