import Diagnostics
import Results
import StudyFiles
import Testing

/// The exact texts of messages on names that mean nothing.
@Suite struct NameMessageTests {
    private static let patients = "id,arm,age,os_months,os_event\n1,A,60,3,1\n"

    @Test func columnsThatDoNotExist() {
        var fixture = StudyFixture(
            """
            data:
              patients: { file: patients.csv, key: idd }
            arms: { column: armm }
            variables:
              bmi: { label: BMI }
            endpoints:
              os: { time: os_mnths, status: vital }
            """, patients: Self.patients)
        let yaml = fixture.yaml
        fixture.study.dataFiles[0].key = yaml.at("idd")
        fixture.study.arms = ArmDeclaration(column: yaml.at("armm"))
        fixture.study.variables = [Variable(name: yaml.at("bmi"), label: "BMI", source: .column(yaml.at("bmi")))]
        fixture.study.endpoints = [
            Endpoint(
                name: yaml.at("os"), label: "OS", short: "OS",
                source: .columns(
                    time: yaml.at("os_mnths"), timeUnit: .months, status: yaml.at("vital"),
                    codes: [.init(raw: StudyFixture.at("1"), status: .event)]), unit: .months)
        ]
        fixture.expect(
            """
            study.yaml:2:40: error: column 'idd' doesn't exist in 'patients.csv' [unknown-column]
                2 |   patients: { file: patients.csv, key: idd }
                  |                                        ^^^
               help: did you mean 'id'?

            study.yaml:3:17: error: column 'armm' doesn't exist in 'patients.csv' [unknown-column]
                3 | arms: { column: armm }
                  |                 ^^^^
               help: did you mean 'arm'?

            study.yaml:5:3: error: column 'bmi' doesn't exist in 'patients.csv' [unknown-column]
                5 |   bmi: { label: BMI }
                  |   ^^^
               help: valid columns: 'id', 'arm', 'age', 'os_months', 'os_event'

            study.yaml:7:15: error: column 'os_mnths' doesn't exist in 'patients.csv' [unknown-column]
                7 |   os: { time: os_mnths, status: vital }
                  |               ^^^^^^^^
               help: did you mean 'os_months'?

            study.yaml:7:33: error: column 'vital' doesn't exist in 'patients.csv' [unknown-column]
                7 |   os: { time: os_mnths, status: vital }
                  |                                 ^^^^^
               help: valid columns: 'id', 'arm', 'age', 'os_months', 'os_event'
            """)
    }

    @Test func dateColumnsAndLinksThatDoNotExist() {
        var fixture = StudyFixture(
            "os: { from: start, event: [pd, death], censor: last }, ae: { patient: pid }", patients: "id\n1\n")
        let yaml = fixture.yaml
        fixture.link("ae", "id\n1\n")
        fixture.study.dataFiles[1].patient = yaml.at("pid")
        fixture.study.endpoints = [
            Endpoint(
                name: yaml.at("os"), label: "OS", short: "OS",
                source: .dates(
                    start: yaml.at("start"), events: [yaml.at("pd"), yaml.at("death")], competing: [],
                    censoring: yaml.at("last")),
                unit: .months)
        ]
        let (cohort, sink) = fixture.build()
        #expect(cohort == nil)
        #expect(sink.diagnostics.map(\.id) == Array(repeating: .unknownColumn, count: 5))
        #expect(sink.diagnostics.compactMap(\.location?.column) == [13, 28, 32, 48, 71])
    }

    @Test func namesThatAreNeitherVariableNorColumn() {
        var fixture = StudyFixture(
            """
            variables:
              age_group: { from: agee, cut: [60] }
              dose: { formula: total / fraktions }
            populations:
              old: { where: aeg_group == "≥60" }
            exclusions:
              - { where: cirrhosis is missing }
            tables:
              - { rows: [age_grup], by: arms }
            figures:
              - { by: sex, panels: [{ by: sexx }] }
            """, patients: "id,arm,age,total\n1,A,60,3\n")
        let yaml = fixture.yaml
        fixture.study.variables = [
            Variable(name: yaml.at("age_group"), label: "Age", source: .cut(of: yaml.at("agee"), at: [60])),
            Variable(
                name: yaml.at("dose"), label: "Dose",
                source: .formula(.binary(.divide, .name(yaml.at("total")), .name(yaml.at("fraktions"))))),
        ]
        let old = Expression.binary(.equal, .name(yaml.at("aeg_group")), .text("≥60", yaml.place("\"≥60\"")))
        fixture.study.populations = [Population(name: yaml.at("old"), label: "Old", condition: old)]
        fixture.study.exclusions = [
            ExclusionRule(condition: .missing(yaml.at("cirrhosis"), isMissing: true), reason: "No biopsy")
        ]
        fixture.study.tables = [.baseline("t", rows: [yaml.at("age_grup")], by: yaml.at("arms"))]
        fixture.study.figures = [.kaplanMeier("f", by: yaml.at("sex"), panelBy: yaml.at("sexx"))]
        fixture.expect(
            """
            study.yaml:2:22: error: name 'agee' is neither a variable nor a column of 'patients.csv' [unknown-name]
                2 |   age_group: { from: agee, cut: [60] }
                  |                      ^^^^
               help: did you mean 'age'?

            study.yaml:3:28: error: name 'fraktions' is neither a variable nor a column of 'patients.csv' [unknown-name]
                3 |   dose: { formula: total / fraktions }
                  |                            ^^^^^^^^^
               help: valid names: 'age_group', 'dose', 'id', 'arm', 'age', 'total'

            study.yaml:5:17: error: name 'aeg_group' is neither a variable nor a column of 'patients.csv' [unknown-name]
                5 |   old: { where: aeg_group == "≥60" }
                  |                 ^^^^^^^^^
               help: did you mean 'age_group'?

            study.yaml:7:14: error: name 'cirrhosis' is neither a variable nor a column of 'patients.csv' [unknown-name]
                7 |   - { where: cirrhosis is missing }
                  |              ^^^^^^^^^
               help: valid names: 'age_group', 'dose', 'id', 'arm', 'age', 'total'

            study.yaml:9:14: error: name 'age_grup' is neither a variable nor a column of 'patients.csv' [unknown-name]
                9 |   - { rows: [age_grup], by: arms }
                  |              ^^^^^^^^
               help: did you mean 'age_group'?

            study.yaml:9:29: error: name 'arms' is neither a variable nor a column of 'patients.csv' [unknown-name]
                9 |   - { rows: [age_grup], by: arms }
                  |                             ^^^^
               help: did you mean 'arm'?

            study.yaml:11:11: error: name 'sex' is neither a variable nor a column of 'patients.csv' [unknown-name]
               11 |   - { by: sex, panels: [{ by: sexx }] }
                  |           ^^^
               help: valid names: 'age_group', 'dose', 'id', 'arm', 'age', 'total'

            study.yaml:11:31: error: name 'sexx' is neither a variable nor a column of 'patients.csv' [unknown-name]
               11 |   - { by: sex, panels: [{ by: sexx }] }
                  |                               ^^^^
               help: valid names: 'age_group', 'dose', 'id', 'arm', 'age', 'total'
            """)
    }

    @Test func variablesThatAreMadeFromThemselves() {
        var fixture = StudyFixture(
            """
            a: { from: b, cut: [1] }
            b: { formula: c + x }
            c: { formula: a * 2 }
            d: { formula: a + 1 }
            e: { formula: f }
            f: { formula: e }
            """, patients: "id,x\n1,2\n")
        let yaml = fixture.yaml
        func formula(_ name: String, _ formula: Expression) -> Variable {
            Variable(name: yaml.at(name), label: name, source: .formula(formula))
        }
        fixture.study.variables = [
            Variable(name: yaml.at("a"), label: "a", source: .cut(of: yaml.at("b"), at: [1])),
            Variable(
                name: yaml.at("b", after: "\n"), label: "b", source: .formula(.binary(.add, name("c"), name("x")))),
            formula("c", .binary(.multiply, name("a"), number(2))),
            formula("d", .binary(.add, name("a"), number(1))),
            Variable(name: yaml.at("e", after: "1 }\n"), label: "e", source: .formula(name("f"))),
            formula("f", name("e")),
        ]
        fixture.expect(
            """
            study.yaml:1:1: error: a variable can't be made from itself: 'a' from 'b' from 'c' from 'a' [conflicting-keys]
                1 | a: { from: b, cut: [1] }
                  | ^
               help: let one of them come from a column

            study.yaml:5:1: error: a variable can't be made from itself: 'e' from 'f' from 'e' [conflicting-keys]
                5 | e: { formula: f }
                  | ^
               help: let one of them come from a column
            """)
    }

    @Test func groupsThatAreNotOneMoreThanTheCutPoints() {
        var fixture = StudyFixture("age_group: { from: age, cut: [60], levels: [a, b, c] }", patients: Self.patients)
        fixture.study.variables = [
            Variable(
                name: fixture.yaml.at("age_group"), label: "Age", source: .cut(of: fixture.yaml.at("age"), at: [60]),
                levels: ["a", "b", "c"].map(StudyFixture.at))
        ]
        fixture.expect(
            """
            study.yaml:1:1: error: 'age_group' has 3 levels, its cut points make 2 [conflicting-keys]
                1 | age_group: { from: age, cut: [60], levels: [a, b, c] }
                  | ^^^^^^^^^
               help: name each group from the lowest to the highest
            """)
    }

    @Test func variablesOfTheWrongKind() {
        var fixture = StudyFixture(
            "sex2: { from: sex, cut: [1] }, old: { from: age, groups: { old: [60] } }",
            patients: "id,sex,age\n1,M,60\n")
        fixture.declare("sex", kind: .categorical)
        fixture.declare("age", kind: .continuous)
        fixture.study.variables += [
            Variable(
                name: fixture.yaml.at("sex2"), label: "", source: .cut(of: fixture.yaml.at("sex", after: ": "), at: [1])
            ),
            Variable(
                name: fixture.yaml.at("old"), label: "",
                source: .groups(of: fixture.yaml.at("age"), [.init(name: "old", members: [fixture.yaml.at("60")])])),
        ]
        fixture.expect(
            """
            study.yaml:1:15: error: cut points need numbers, 'sex' is categorical [wrong-type]
                1 | sex2: { from: sex, cut: [1] }, old: { from: age, groups: { old: [60] } }
                  |               ^^^
               help: join its levels by 'groups:' instead

            study.yaml:1:45: error: groups join levels, 'age' is not categorical [wrong-type]
                1 | sex2: { from: sex, cut: [1] }, old: { from: age, groups: { old: [60] } }
                  |                                             ^^^
               help: make groups of numbers by 'cut:'
            """)
    }

    @Test func linksNeedTheKeyOfThePatients() {
        var fixture = StudyFixture("ae: { file: ae.csv, patient: pid }", patients: Self.patients, key: nil)
        fixture.link("ae", "pid\n1\n", patient: "pid")
        fixture.study.dataFiles[1].patient = fixture.yaml.at("pid")
        fixture.expect(
            """
            study.yaml:1:30: error: data file 'patients' needs 'key' [missing-key]
                1 | ae: { file: ae.csv, patient: pid }
                  |                              ^^^
               help: add 'key: id', the column that identifies a patient
            """)
    }
}

extension TablePlan {
    /// A baseline table with the documented defaults.
    static func baseline(_ name: String, rows: [Located<String>], by: Located<String>? = nil) -> TablePlan {
        TablePlan(
            name: StudyFixture.at(name), caption: name,
            kind: .baseline(
                BaselinePlan(
                    rows: rows, by: by, showsTotal: true, showsPValue: true, continuous: .median, missing: .row,
                    denominator: .known)))
    }
}

extension FigurePlan {
    /// A figure of one panel with the documented defaults.
    static func kaplanMeier(_ name: String, by: Located<String>?, panelBy: Located<String>?) -> FigurePlan {
        FigurePlan(
            name: StudyFixture.at(name), caption: name,
            kind: .kaplanMeier(
                KaplanMeierFigurePlan(
                    panels: [.init(endpoint: StudyFixture.at("os"), by: panelBy)], by: by, riskTable: .atRisk,
                    showsIntervals: true, showsCensoring: true, showsMedianLines: false)))
    }
}
