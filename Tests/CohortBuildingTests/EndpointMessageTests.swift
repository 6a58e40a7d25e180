import StudyFiles
import Testing

/// The exact texts of messages on dates and times of endpoints.
@Suite struct EndpointMessageTests {
    @Test func datesOutOfOrder() {
        var fixture = StudyFixture(
            patients: """
                id,start,pd,death,last
                1,2021-02-01,2021-01-31,,2021-03-01
                2,2021-02-01,,2021-01-01,2021-03-01
                3,2021-02-01,,,2021-01-15
                4,2021-02-01,2021-06-01,2021-05-01,2021-05-01
                5,2021-02-01,,2021-05-01,2021-04-01
                """)
        fixture.study.endpoints = [
            .dates("pfs", start: "start", events: ["pd", "death"], censoring: "last"),
            .dates("os", start: "start", events: ["death"], censoring: "last"),
        ]
        fixture.expect(
            """
            patients.csv:2:14: error: 'pd' is before 'start', found '2021-01-31' [dates-out-of-order]
               note: both stand in one row; 'start' stands here (patients.csv:2:3)
               help: correct the date that is wrong

            patients.csv:3:15: error: 'death' is before 'start', found '2021-01-01' [dates-out-of-order]
               note: both stand in one row; 'start' stands here (patients.csv:3:3)
               help: correct the date that is wrong

            patients.csv:4:16: error: 'last' is before 'start', found '2021-01-15' [dates-out-of-order]
               note: both stand in one row; 'start' stands here (patients.csv:4:3)
               help: correct the date that is wrong

            patients.csv:5:14: warning: 'pd' is after 'death', found '2021-06-01' [dates-out-of-order]
               note: the earlier of both is used; 'death' stands here (patients.csv:5:25)
               help: correct the date that is wrong

            patients.csv:5:14: warning: 'pd' is after 'last', found '2021-06-01' [dates-out-of-order]
               note: the date of the event is used; 'last' stands here (patients.csv:5:36)
               help: correct the date that is wrong

            patients.csv:6:15: warning: 'death' is after 'last', found '2021-05-01' [dates-out-of-order]
               note: the date of the event is used; 'last' stands here (patients.csv:6:26)
               help: correct the date that is wrong
            """)
    }

    @Test func datesAfterTheCutoff() {
        var fixture = StudyFixture(
            "study: { cutoff: 2021-06-30 }",
            patients: """
                id,start,death,last
                1,2021-07-01,,2021-08-01
                2,2021-02-01,2021-07-01,2021-06-01
                3,2021-02-01,,2021-07-02
                4,2021-02-01,2021-06-30,2021-06-30
                """)
        fixture.study.cutoff = day(fixture.yaml.at("2021-06-30"))
        fixture.study.endpoints = [.dates("os", start: "start", events: ["death"], censoring: "last")]
        fixture.expect(
            """
            patients.csv:2:3: error: 'start' is after the cut-off, found '2021-07-01' [date-after-cutoff]
               note: the cut-off is 2021-06-30 (study.yaml:1:18)
               help: correct the date, or leave the patient out by an exclusion

            patients.csv:3:14: warning: 'death' is after the cut-off, found '2021-07-01' [date-after-cutoff]
               note: the cut-off is 2021-06-30 (study.yaml:1:18)
               note: the patient counts as censored at the cut-off

            patients.csv:4:15: warning: 'last' is after the cut-off, found '2021-07-02' [date-after-cutoff]
               note: the cut-off is 2021-06-30 (study.yaml:1:18)
               note: follow-up ends at the cut-off
            """)
    }

    @Test func patientsWithoutFollowUp() {
        var fixture = StudyFixture(
            patients: """
                id,start,death,last
                1,2021-02-01,,
                2,,,2021-02-01
                3,2021-02-01,,2021-02-01
                4,2021-02-01,2021-02-01,2021-02-01
                5,2021-02-01,2021-02-03,
                """)
        fixture.study.endpoints = [.dates("os", start: "start", events: ["death"], censoring: "last")]
        fixture.expect(
            """
            patients.csv:2:15: warning: 'last' is missing, so that the patient has no follow-up [no-follow-up]
               note: the time counts as missing

            patients.csv:3:3: warning: 'start' is missing, so that the patient has no follow-up [no-follow-up]
               note: the time counts as missing

            patients.csv:4:15: warning: 'last' leaves the patient no follow-up after 'start' [no-follow-up]
               note: the time of 0 is kept; 'start' stands here (patients.csv:4:3)

            patients.csv:5:14: warning: 'death' leaves the patient no follow-up after 'start' [no-follow-up]
               note: the time of 0 is kept; 'start' stands here (patients.csv:5:3)
            """)
    }

    @Test func timesFromColumns() {
        var fixture = StudyFixture(patients: "id,months,dead\n1,-0.5,1\n2,0,0\n3,,1\n4,3,\n5,x,1\n6,1e1,1\n")
        fixture.study.endpoints = [.columns("os", time: "months", status: "dead")]
        fixture.expect(
            """
            patients.csv:2:3: error: 'months' must be 0 or more, found '-0.5' [negative-time]
               help: correct the cell, or leave the patient out by an exclusion

            patients.csv:3:3: warning: 'months' is 0, so that the patient has no follow-up [no-follow-up]
               note: the time of 0 is kept

            patients.csv:4:3: warning: 'months' is missing, so that the patient has no follow-up [no-follow-up]
               note: the time counts as missing

            patients.csv:5:5: warning: 'dead' is missing, so that the patient has no follow-up [no-follow-up]
               note: the time counts as missing

            patients.csv:6:3: error: 'months' must be a number, found 'x' [unparsable-number]
               help: correct the cell, or add 'x' to data.patients.missing if it stands for a missing value
            """)
    }
}
