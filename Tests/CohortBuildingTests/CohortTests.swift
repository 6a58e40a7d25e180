import CohortBuilding
import Diagnostics
import Results
import StudyFiles
import Testing

@Suite struct CohortTests {
    @Test func patientsAreSortedByTheirKey() throws {
        #expect(try StudyFixture(patients: "id\n10\n9\n1\n").cohort().keys == ["1", "9", "10"])
        #expect(try StudyFixture(patients: "id\nb\n10\n9\nA\n").cohort().keys == ["10", "9", "A", "b"])
        #expect(try StudyFixture(patients: "id\n7\n007\n6\n").cohort().keys == ["6", "007", "7"])
    }

    @Test func withoutAKeyThewholeRowIsTheOrder() throws {
        var fixture = StudyFixture(patients: "x,y\nb,1\na,2\n,3\na,1\n", key: nil)
        fixture.declare("y")
        let cohort = try fixture.cohort()
        #expect(cohort.keys == ["1", "2", "3", "4"])
        #expect(cohort.variables["y"] == .continuous([3, 1, 2, 1], decimals: 0))
    }

    @Test func exclusionsCountEachPatientOnceUnderTheFirstRule() throws {
        var fixture = StudyFixture(
            patients: "id,age,sex\n1,17,M\n2,16,F\n3,,F\n4,40,F\n5,50,M\n6,60,M\n")
        fixture.study.exclusions = [
            ExclusionRule(condition: .binary(.less, name("age"), number(18)), reason: "Too young"),
            ExclusionRule(condition: .binary(.equal, name("sex"), text("F")), reason: "Female"),
            ExclusionRule(condition: .binary(.less, name("age"), number(10)), reason: "Child"),
        ]
        fixture.population("old", .binary(.greater, name("age"), number(55)))
        fixture.declare("age")
        fixture.declare("sex")
        let cohort = try fixture.cohort()
        // The third patient has no age: the first rule can't be decided and does not apply; the second does.
        #expect(cohort.keys == ["5", "6"])
        #expect(
            cohort.summary
                == CohortSummary(
                    read: 6,
                    exclusions: [
                        .init(reason: "Too young", n: 2), .init(reason: "Female", n: 2), .init(reason: "Child", n: 0),
                    ], analysed: 2, missing: [],
                    populations: [
                        .init(id: "all", label: "All patients", n: 2), .init(id: "old", label: "old", n: 1),
                    ], firstStart: nil, lastStart: nil))
        // Levels of those who were left out are gone.
        #expect(
            cohort.variables["sex"]
                == .categorical(.init(levels: [.init(id: "M", label: "M")], codes: [0, 0], reference: 0)))
        #expect(cohort.populations == ["old": [false, true]])
    }

    /// An exclusion is how a record that can't be corrected is kept from the analysis.
    @Test func nothingMoreIsCheckedOfThoseLeftOut() throws {
        var fixture = StudyFixture(
            patients: "id,age,start,death,last\n1,x,2021-02-01,2021-01-01,2021-03-01\n2,60,2021-02-01,,2021-03-01\n")
        fixture.study.endpoints = [.dates("os", start: "start", events: ["death"], censoring: "last")]
        fixture.declare("age", kind: .continuous)
        fixture.study.exclusions = [
            ExclusionRule(condition: .binary(.equal, name("id"), number(1)), reason: "Death before treatment")
        ]
        fixture.link("ae", "id,term\n1,Rash\n2,Fever\n")
        let cohort = try fixture.cohort()
        #expect(cohort.keys == ["2"])
        #expect(cohort.linked["ae"] == LinkedRows(columns: ["id", "term"], patients: [0], cells: [["2", "Fever"]]))
        #expect(cohort.rowCounts == ["patients": 2, "ae": 2])
    }

    /// Rules may use variables made from others, and only those are made of everyone.
    @Test func exclusionsMayUseDerivedVariables() throws {
        var fixture = StudyFixture(patients: "id,dose,other\n1,10,x\n2,80,5\n3,90,6\n")
        fixture.declare(
            "high",
            .groups(
                of: StudyFixture.at("cut"),
                [
                    .init(name: "no", members: [StudyFixture.at("<80")]),
                    .init(name: "yes", members: [StudyFixture.at("≥80")]),
                ]))
        fixture.declare("cut", .cut(of: StudyFixture.at("twice"), at: [80]))
        fixture.declare("twice", .formula(.binary(.multiply, name("dose"), number(2))))
        fixture.declare("other", kind: .continuous)
        fixture.study.exclusions = [
            ExclusionRule(condition: .binary(.equal, name("high"), text("no")), reason: "Low dose")
        ]
        let (cohort, sink) = fixture.build()
        #expect(cohort?.keys == ["2", "3"])
        #expect(sink.diagnostics.map(\.id) == [.absentLevel, .absentLevel])
    }

    @Test func armsInOrderWithLabelsAndReference() throws {
        var fixture = StudyFixture(patients: "id,arm\n1,RT\n2,\n3,IO\n")
        fixture.study.arms = ArmDeclaration(
            column: StudyFixture.at("arm"), order: ["RT", "IO"].map(StudyFixture.at), reference: StudyFixture.at("IO"),
            labels: ["RT": "Radiotherapy"])
        let declared = try fixture.cohort()
        #expect(
            declared.arms
                == CategoricalValues(
                    levels: [.init(id: "RT", label: "Radiotherapy"), .init(id: "IO", label: "IO")],
                    codes: [0, nil, 1], reference: 1))
        #expect(declared.referenceArm == 1)
        fixture.study.arms = ArmDeclaration(column: StudyFixture.at("arm"))
        let undeclared = try fixture.cohort()
        #expect(undeclared.arms?.levels.map(\.id) == ["IO", "RT"])
        #expect(undeclared.arms?.codes == [1, nil, 0])
        #expect(undeclared.referenceArm == 0)
        #expect(try StudyFixture(patients: "id\n1\n").cohort().arms == nil)
    }

    @Test func columnsUsedWithoutADeclarationBecomeVariables() throws {
        var fixture = StudyFixture(patients: "id,arm,age,sex,site\n1,A,60,M,Lung\n2,B,,F,\n")
        fixture.study.arms = ArmDeclaration(column: StudyFixture.at("arm"))
        fixture.declare("age")
        fixture.study.tables = [
            .baseline("t", rows: ["age", "sex"].map(StudyFixture.at), by: StudyFixture.at("arm"))
        ]
        fixture.study.figures = [
            .kaplanMeier("f", by: StudyFixture.at("sex"), panelBy: StudyFixture.at("site"))
        ]
        let cohort = try fixture.cohort()
        #expect(cohort.variables.keys.sorted() == ["age", "sex", "site"])
        #expect(
            cohort.summary.missing == [
                .init(variable: "age", label: "age", n: 1), .init(variable: "site", label: "Site", n: 1),
            ])
    }

    @Test func linkedRowsComeByPatientThenByContent() throws {
        var fixture = StudyFixture(patients: "id\n10\n9\n", missing: [])
        fixture.link("ae", "id,term,grade\n10,Rash,2\n9,Rash,\n9,Fever,1\n10,Fever,3\n9,Fever,\n")
        fixture.link("screening", "no,id\n2,9\n1,\n", patient: nil, key: "no")
        let cohort = try fixture.cohort()
        #expect(
            cohort.linked["ae"]
                == LinkedRows(
                    columns: ["id", "term", "grade"], patients: [0, 0, 0, 1, 1],
                    cells: [
                        ["9", "Fever", nil], ["9", "Fever", "1"], ["9", "Rash", nil], ["10", "Fever", "3"],
                        ["10", "Rash", "2"],
                    ]))
        #expect(
            cohort.linked["screening"]
                == LinkedRows(columns: ["no", "id"], patients: [nil, nil], cells: [["1", nil], ["2", "9"]]))
        #expect(cohort.linked["patients"] == nil)
    }

    @Test func theReportSaysHowTheFilesWereRead() throws {
        let cohort = try StudyFixture(patients: "id,x\n1,NA\n2,\n3,5\n", missing: ["NA"]).cohort()
        #expect(
            cohort.report
                == DataReport(files: [.init(name: "patients", delimiter: UInt8(ascii: ","), encoding: .utf8)]))
    }

    /// Errors that the sink holds already do not keep a sound cohort from being built.
    @Test func onlyItsOwnErrorsCount() {
        let fixture = StudyFixture(patients: "id\n1\n")
        let (_, sink) = StudyFixture(patients: "id\n1,2\n").build()
        #expect(sink.hasErrors)
        let cohort = buildCohort(for: fixture.study, reading: { _ in Array("id\n1\n".utf8) }, reporting: sink)
        #expect(cohort?.count == 1)
    }
}
