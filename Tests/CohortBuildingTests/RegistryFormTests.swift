import Results
import StudyFiles
import Testing

@testable import CohortBuilding

/// How registries keep patients: a column for each checkbox, endpoints in a file of their own.
@Suite struct RegistryFormTests {
    private func boxes(_ rows: String, missing: [String] = []) -> StudyFixture {
        var fixture = StudyFixture(patients: "id,s___1,s___2\n\(rows)", missing: missing)
        fixture.declare(
            "sites",
            .checkboxes([
                .init(column: StudyFixture.at("s___1"), level: "Lung"),
                .init(column: StudyFixture.at("s___2"), level: "Bone"),
            ]), kind: .multiResponse)
        return fixture
    }

    @Test func checkedBoxesAreTheLevelsOfAPatient() throws {
        let cohort = try boxes("1,1,0\n2,Checked,TRUE\n3,0.0,Unchecked\n4,,\n5,,yes\n6,NA,no\n", missing: ["NA"])
            .cohort()
        #expect(
            cohort.variables["sites"]
                == .multiResponse(
                    levels: [.init(id: "Lung", label: "Lung"), .init(id: "Bone", label: "Bone")],
                    responses: [[0], [0, 1], [], nil, [1], []]))
    }

    @Test func aBoxIsCheckedOrNot() {
        boxes("1,1,2\n").expect(
            """
            patients.csv:2:5: error: 's___2' must be checked (1) or not (0), found '2' [undeclared-level]
               help: correct the cell, or add '2' to data.patients.missing if it stands for a missing value
            """)
    }

    /// ADTTE: a row for each patient and parameter, of which the file's condition chooses one.
    private func times(_ rows: String, where condition: Expression? = nil) -> StudyFixture {
        var fixture = StudyFixture(patients: "id\nA\nB\nC\n")
        fixture.link("adtte", "id,param,aval,cnsr\n\(rows)")
        fixture.study.dataFiles[1].condition = condition
        fixture.study.endpoints = [
            Endpoint(
                name: StudyFixture.at("os"), label: "OS", short: "OS",
                source: .columns(
                    time: StudyFixture.at("aval"), timeUnit: .days, status: StudyFixture.at("cnsr"),
                    codes: [
                        .init(raw: StudyFixture.at("0"), status: .event),
                        .init(raw: StudyFixture.at("1"), status: .censored),
                    ]), unit: .days, file: StudyFixture.at("adtte"))
        ]
        return fixture
    }

    private let overall = Expression.binary(.equal, name("param"), text("OS"))

    @Test func anEndpointOfAFileOfItsOwn() throws {
        let fixture = times("B,OS,20,1\nB,PFS,5,0\nA,OS,10,0\nC,PFS,1,1\nC,OS,30,1\n", where: overall)
        let cohort = try fixture.cohort()
        #expect(
            cohort.endpoints["os"]
                == EndpointValues(time: [10, 20, 30], status: [.event, .censored, .censored], timeUnit: .days))
        #expect(cohort.linked["adtte"]?.cells.count == 3)
        #expect(cohort.rowCounts["adtte"] == 3)
    }

    @Test func aPatientWithoutARowHasNoFollowUp() {
        let fixture = times("B,OS,20,1\nA,OS,10,0\n", where: overall)
        fixture.expect(
            """
            patients.csv:4:1: warning: 'C' has no row in 'adtte', so that the patient has no follow-up [no-follow-up]
               note: the time of 'os' counts as missing
            """)
        #expect(fixture.build().cohort?.endpoints["os"]?.time == [10, 20, nil])
    }

    @Test func aPatientHasOneRow() {
        times("A,OS,10,0\nB,OS,20,1\nB,PFS,5,0\nC,OS,1,1\n").expect(
            """
            adtte.csv:4:1: error: 'id' must be unique for endpoint 'os', found 'B' again [duplicate-key]
               note: it stands first here (adtte.csv:3:1)
               help: choose one row a patient by 'where' in data.adtte
            """)
    }

    @Test func theColumnsAreThoseOfTheFile() {
        var fixture = times("A,OS,10,0\nB,OS,20,1\nC,OS,1,1\n", where: .binary(.equal, name("paramcd"), text("OS")))
        fixture.yaml = StudyText(text: "")
        fixture.study.endpoints[0].source = .columns(
            time: StudyFixture.at("days"), timeUnit: .days, status: StudyFixture.at("cnsr"),
            codes: [.init(raw: StudyFixture.at("0"), status: .event)])
        fixture.expect(
            """
            study.yaml:1:1: error: column 'paramcd' doesn't exist in 'adtte.csv' [unknown-column]
               help: valid columns: 'id', 'param', 'aval', 'cnsr'

            study.yaml:1:1: error: column 'days' doesn't exist in 'adtte.csv' [unknown-column]
               help: valid columns: 'id', 'param', 'aval', 'cnsr'
            """)
    }

    /// Places stay those of the file when rows are left out.
    @Test func placesAreThoseOfTheWholeFile() {
        times("A,PFS,x,0\nA,OS,10,0\nB,OS,?,1\nC,OS,1,1\n", where: overall).expect(
            """
            adtte.csv:4:6: error: 'aval' must be a number, found '?' [unparsable-number]
               help: correct the cell, or add '?' to data.adtte.missing if it stands for a missing value
            """)
    }
}
