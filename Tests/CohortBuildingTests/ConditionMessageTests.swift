import CohortBuilding
import StudyFiles
import TestSupport
import Testing

/// The exact texts of messages on conditions and formulas.
@Suite struct ConditionMessageTests {
    private static let patients = """
        id,age,sex,start,sites,notes
        1,60,M,2021-01-01,Lung;Bone,
        2,50,F,2021-02-01,Lung,
        """

    /// A study with one population, whose condition stands in the study's text.
    private static func fixture(_ yaml: String, _ condition: (StudyText) -> Expression) -> StudyFixture {
        var fixture = StudyFixture(yaml, patients: patients)
        fixture.study.populations = [
            Population(name: fixture.yaml.at("p"), label: "P", condition: condition(fixture.yaml))
        ]
        return fixture
    }

    @Test func typesThatDoNotGoTogether() {
        Self.fixture("p: { where: age == \"old\" }") {
            .binary(.equal, .name($0.at("age")), .text("old", $0.place("\"old\"")))
        }.expect(
            """
            study.yaml:1:20: error: '==' needs two of a kind, 'age' holds numbers, 'old' is text [wrong-type]
                1 | p: { where: age == "old" }
                  |                    ^^^^^
            """)
        Self.fixture("p: { where: sex < 60 }") {
            .binary(.less, .name($0.at("sex")), .number(60, $0.place("60")))
        }.expect(
            """
            study.yaml:1:19: error: '<' needs two of a kind, 'sex' holds text, 60 is a number [wrong-type]
                1 | p: { where: sex < 60 }
                  |                   ^^
            """)
        Self.fixture("p: { where: sex < \"N\" }") {
            .binary(.less, .name($0.at("sex")), .text("N", $0.place("\"N\"")))
        }.expect(
            """
            study.yaml:1:13: error: '<' compares numbers or dates, 'sex' holds text [wrong-type]
                1 | p: { where: sex < "N" }
                  |             ^^^
               help: compare text by '==', '!=' or 'in [...]'
            """)
        Self.fixture("p: { where: start > 2020 }") {
            .binary(.greater, .name($0.at("start")), .number(2020, $0.place("2020")))
        }.expect(
            """
            study.yaml:1:21: error: '>' needs two of a kind, 'start' holds dates, 2020 is a number [wrong-type]
                1 | p: { where: start > 2020 }
                  |                     ^^^^
            """)
        Self.fixture("p: { where: sex + 1 > age and start }") {
            .binary(
                .and,
                .binary(
                    .greater, .binary(.add, .name($0.at("sex")), .number(1, $0.place("1"))), .name($0.at("age"))),
                .name($0.at("start")))
        }.expect(
            """
            study.yaml:1:13: error: '+' needs numbers, 'sex' holds text [wrong-type]
                1 | p: { where: sex + 1 > age and start }
                  |             ^^^

            study.yaml:1:31: error: 'and' needs conditions, 'start' holds dates [wrong-type]
                1 | p: { where: sex + 1 > age and start }
                  |                               ^^^^^
            """)
        Self.fixture("p: { where: age }") { .name($0.at("age")) }.expect(
            """
            study.yaml:1:13: error: a condition must be true or false, 'age' holds numbers [wrong-type]
                1 | p: { where: age }
                  |             ^^^
            """)
        Self.fixture("p: { where: age in [60, \"x\"] }") {
            .member(
                .name($0.at("age")), of: [.number(60, $0.place("60")), .text("x", $0.place("\"x\""))], isMember: true)
        }.expect(
            """
            study.yaml:1:25: error: '==' needs two of a kind, 'age' holds numbers, 'x' is text [wrong-type]
                1 | p: { where: age in [60, "x"] }
                  |                         ^^^
            """)
    }

    @Test func severalAnswersCannotBeCompared() {
        var fixture = Self.fixture("p: { where: sites == \"Lung\" }") {
            .binary(.equal, .name($0.at("sites")), .text("Lung", $0.place("\"Lung\"")))
        }
        fixture.declare("sites", separator: ";")
        fixture.expect(
            """
            study.yaml:1:22: error: '==' needs two of a kind, 'sites' holds several answers a patient, 'Lung' is text [wrong-type]
                1 | p: { where: sites == "Lung" }
                  |                      ^^^^^^
            """)
    }

    @Test func onlySeveralAnswersIncludeOne() {
        Self.fixture("p: { where: sex includes \"M\" }") {
            .includes($0.at("sex"), answer: Located("M", at: $0.place("\"M\"")))
        }.expect(
            """
            study.yaml:1:13: error: 'includes' needs a variable with several answers a patient, 'sex' holds text [wrong-type]
                1 | p: { where: sex includes "M" }
                  |             ^^^
               help: compare by '==', or declare what stands between the answers: separator: ";"
            """)
    }

    @Test func anAnswerThatNobodyGaveIsNoticed() {
        var fixture = Self.fixture("p: { where: sites includes \"Lungs\" or id == 1 }") {
            .binary(
                .or, .includes($0.at("sites"), answer: Located("Lungs", at: $0.place("\"Lungs\""))),
                .binary(.equal, .name($0.at("id")), .number(1, $0.place("1"))))
        }
        fixture.declare("sites", separator: ";")
        fixture.expect(
            """
            study.yaml:1:28: warning: 'Lungs' doesn't occur in 'sites' [absent-level]
                1 | p: { where: sites includes "Lungs" or id == 1 }
                  |                            ^^^^^^^
               help: did you mean 'Lung'?
            """)
    }

    @Test func formulasMustGiveNumbers() {
        var fixture = StudyFixture("x: { formula: age > 1 }, y: { formula: sex }", patients: Self.patients)
        let yaml = fixture.yaml
        fixture.study.variables = [
            Variable(
                name: yaml.at("x"), label: "",
                source: .formula(.binary(.greater, .name(yaml.at("age")), .number(1, yaml.place("1"))))),
            Variable(name: yaml.at("y"), label: "", source: .formula(.name(yaml.at("sex")))),
        ]
        fixture.expect(
            """
            study.yaml:1:15: error: a formula must give numbers, this condition is true or false [wrong-type]
                1 | x: { formula: age > 1 }, y: { formula: sex }
                  |               ^^^

            study.yaml:1:40: error: a formula must give numbers, 'sex' holds text [wrong-type]
                1 | x: { formula: age > 1 }, y: { formula: sex }
                  |                                        ^^^
            """)
    }

    @Test func textThatOccursNowhereIsPointedOut() {
        Self.fixture("p: { where: sex != \"m\" }") {
            .binary(.notEqual, .name($0.at("sex")), .text("m", $0.place("\"m\"")))
        }.expect(
            """
            study.yaml:1:20: warning: 'm' doesn't occur in 'sex' [absent-level]
                1 | p: { where: sex != "m" }
                  |                    ^^^
               help: did you mean 'M'?
            """)
        Self.fixture("p: { where: sex != 1 }") {
            .binary(.notEqual, .name($0.at("sex")), .number(1, $0.place("1", after: "!=")))
        }.expect(
            """
            study.yaml:1:20: warning: '1' doesn't occur in 'sex' [absent-level]
                1 | p: { where: sex != 1 }
                  |                    ^
               help: similar values: 'F', 'M'
            """)
    }

    /// Near names are levels; cells of other patients are not shown as such.
    @Test func keysAndFreeTextAreNotListed() {
        let few = "id,note\nHCC-1,a\nHCC-2,b\n"
        let many = "id,note\n" + (1...21).map { "\($0),secret\($0)x\n" }.joined()
        for (csv, column, literal) in [(few, "id", "HCC-3"), (many, "note", "secret22x")] {
            var fixture = StudyFixture("p: { where: \(column) != \"\(literal)\" }", patients: csv)
            let yaml = fixture.yaml
            fixture.study.populations = [
                Population(
                    name: yaml.at("p"), label: "P",
                    condition: .binary(
                        .notEqual, .name(yaml.at(column)), .text(literal, yaml.place("\"\(literal)\""))))
            ]
            let text = rendered(fixture.build().sink)
            #expect(text.hasSuffix("warning: '\(literal)' doesn't occur in '\(column)' [absent-level]"))
        }
    }

    @Test func numbersThatDoNotExist() throws {
        var fixture = StudyFixture(
            "d: { formula: dose / fractions }, e: { formula: dose ^ 999 }",
            patients: "id,dose,fractions\n1,10,5\n2,10,0\n3,0,0\n4,,2\n")
        let yaml = fixture.yaml
        fixture.study.variables = [
            Variable(
                name: yaml.at("d"), label: "",
                source: .formula(.binary(.divide, .name(yaml.at("dose")), .name(yaml.at("fractions"))))),
            Variable(
                name: yaml.at("e", after: "}"), label: "",
                source: .formula(
                    .binary(.power, .name(yaml.at("dose", after: "e: {")), .number(999, yaml.place("999"))))),
        ]
        fixture.expect(
            """
            study.yaml:1:15: warning: '/' gives no number for 2 patients: division by zero [undefined-number]
                1 | d: { formula: dose / fractions }, e: { formula: dose ^ 999 }
                  |               ^^^^
               note: their value counts as missing; the first stands here (patients.csv:3:1)
               help: leave them out by a condition, or correct the data

            study.yaml:1:49: warning: '^' gives no number for 2 patients: a number beyond all bounds [undefined-number]
                1 | d: { formula: dose / fractions }, e: { formula: dose ^ 999 }
                  |                                                 ^^^^
               note: their value counts as missing; the first stands here (patients.csv:2:1)
               help: leave them out by a condition, or correct the data
            """)
        let cohort = try #require(fixture.build().cohort)
        #expect(cohort.variables["d"] == .continuous([2, nil, nil, nil], decimals: 1))
        #expect(cohort.variables["e"] == .continuous([nil, nil, 0, nil], decimals: 1))
    }

    @Test func populationsWithoutPatients() {
        Self.fixture("p: { where: age > 60 }") {
            .binary(.greater, .name($0.at("age")), .number(60, $0.place("60")))
        }.expect(
            """
            study.yaml:1:1: error: population 'p' has no patients [empty-population]
                1 | p: { where: age > 60 }
                  | ^
               help: correct its condition, or delete it
            """)
    }

    @Test func exclusionsThatLeaveNobody() {
        var fixture = StudyFixture("patients: { file: patients.csv }", patients: Self.patients)
        fixture.study.dataFiles[0].path = fixture.yaml.at("patients.csv")
        fixture.study.exclusions = [
            ExclusionRule(condition: .missing(StudyFixture.at("age"), isMissing: false), reason: "Has an age")
        ]
        fixture.expect(
            """
            study.yaml:1:19: error: no patient is left after the exclusions [empty-population]
                1 | patients: { file: patients.csv }
                  |                   ^^^^^^^^^^^^
               help: correct the conditions under 'exclusions'
            """)
    }

    /// A column of dates with a slip is told of its slip, not of its type.
    @Test func aDateColumnWithASlip() {
        var fixture = StudyFixture(
            "p: { where: start >= \"2021-01-01\" }", patients: "id,start\n1,2021-02-01\n2,2021-2-3\n")
        fixture.population(
            "p", .binary(.greaterOrEqual, name("start"), text("2021-01-01")))
        fixture.expect(
            """
            patients.csv:3:3: error: 'start' must be a date as YYYY-MM-DD, found '2021-2-3' [unparsable-date]
               help: write it as 2021-02-03, or set data.patients.dates to year-month-day for the whole file
            """)
    }
}
