import CohortBuilding
import Results
import StudyFiles
import Testing

/// The exact texts of messages on levels, codes and arms.
@Suite struct LevelMessageTests {
    /// One level written in several ways would be several rows of every table.
    @Test func levelsThatDifferInTheirWritingAreSaid() {
        var fixture = StudyFixture(
            patients:
                "id,sex,er,arm\n1,Male,ER+,A\n2,MALE,ER-,a\n3,male,ER+,B\n4,male,ER-,B\n5,never smoker,ER+,B\n6,Never-smoker,ER-,B\n"
        )
        fixture.declare("sex")
        fixture.declare("er")
        fixture.study.arms = ArmDeclaration(column: StudyFixture.at("arm"))
        fixture.expect(
            """
            patients.csv:2:3: warning: 'sex' has levels that differ only in how they are written: 'MALE', 'Male', 'male' [similar-levels]
               help: if they are one level, join them by variables.sex.codes, as in { 'MALE': 'male', 'Male': 'male', 'male': 'male' }

            patients.csv:3:12: warning: 'arm' has levels that differ only in how they are written: 'A', 'a' [similar-levels]
               help: if they are one arm, write them alike in the file

            patients.csv:6:3: warning: 'sex' has levels that differ only in how they are written: 'Never-smoker', 'never smoker' [similar-levels]
               help: if they are one level, join them by variables.sex.codes, as in { 'Never-smoker': 'Never-smoker', 'never smoker': 'Never-smoker' }
            """)
    }

    @Test func valuesOutsideDeclaredLevels() {
        var fixture = StudyFixture(
            """
            arms: { column: arm, order: [IO+T, RT+IO+T] }
            sex: { levels: [Female, Male] }
            hbv: { codes: { 0: "No", 1: "Yes" } }
            stage: { groups: { early: [A, B], late: [C] } }
            sites: { separator: ";", levels: [Lung, Bone] }
            """,
            patients: """
                id,arm,sex,hbv,stage,sites
                1,IO+T,Femal,0,A,Lung;Liver
                2,RT+IO+T,Male,yes,D,Bone; Lung
                3,IO,unknown,1.0,C,
                """)
        let yaml = fixture.yaml
        fixture.study.arms = ArmDeclaration(column: yaml.at("arm"), order: [yaml.at("IO+T"), yaml.at("RT+IO+T")])
        fixture.study.variables = [
            Variable(
                name: yaml.at("sex"), label: "Sex", source: .column(yaml.at("sex")), kind: .categorical,
                levels: [yaml.at("Female"), yaml.at("Male")]),
            Variable(
                name: yaml.at("hbv"), label: "HBV", source: .column(yaml.at("hbv")), kind: .categorical,
                codes: [.init(raw: yaml.at("0"), level: "No"), .init(raw: yaml.at("1"), level: "Yes")]),
            Variable(
                name: yaml.at("stage"), label: "Stage",
                source: .groups(
                    of: yaml.at("stage"),
                    [
                        .init(name: "early", members: [yaml.at("A", after: "early"), yaml.at("B", after: "early")]),
                        .init(name: "late", members: [yaml.at("C", after: "late")]),
                    ])),
            Variable(
                name: yaml.at("sites"), label: "Sites", source: .column(yaml.at("sites")), kind: .multiResponse,
                levels: [yaml.at("Lung"), yaml.at("Bone")], separator: ";"),
        ]
        fixture.expect(
            """
            patients.csv:2:8: error: 'sex' must be one of the declared levels, found 'Femal' [undeclared-level]
               note: declared are 'Female', 'Male' (study.yaml:2:17)
               help: write 'Female' in the cell, or add 'Femal' to variables.sex.levels

            patients.csv:2:18: error: 'sites' must be one of the declared levels, found 'Liver' [undeclared-level]
               note: declared are 'Lung', 'Bone' (study.yaml:5:35)
               help: correct the cell, or add 'Liver' to variables.sites.levels

            patients.csv:3:16: error: 'hbv' must be one of the declared codes, found 'yes' [undeclared-level]
               note: declared are '0', '1' (study.yaml:3:17)
               help: correct the cell, or add 'yes' to variables.hbv.codes

            patients.csv:3:20: error: 'stage' must be one of the declared members, found 'D' [undeclared-level]
               note: declared are 'A', 'B', 'C' (study.yaml:4:28)
               help: correct the cell, or add 'D' to variables.stage.groups

            patients.csv:4:3: error: 'arm' must be one of the declared arms, found 'IO' [undeclared-level]
               note: declared are 'IO+T', 'RT+IO+T' (study.yaml:1:30)
               help: correct the cell, or add 'IO' to arms.order

            patients.csv:4:6: error: 'sex' must be one of the declared levels, found 'unknown' [undeclared-level]
               note: declared are 'Female', 'Male' (study.yaml:2:17)
               help: correct the cell, or add 'unknown' to variables.sex.levels

            study.yaml:2:17: warning: level 'Female' of 'sex' doesn't occur in 'patients.csv' [absent-level]
                2 | sex: { levels: [Female, Male] }
                  |                 ^^^^^^
               note: it is kept with a count of 0

            study.yaml:4:31: warning: 'B' doesn't occur in 'stage' [absent-level]
                4 | stage: { groups: { early: [A, B], late: [C] } }
                  |                               ^
               help: similar levels: 'A', 'C', 'D'
            """)
    }

    @Test func levelsOfAVariableThatAreInNoGroup() {
        var fixture = StudyFixture(
            "old: { from: age_group, groups: { young: [<40, 30-39] } }", patients: "id,age\n1,30\n2,50\n")
        let yaml = fixture.yaml
        fixture.declare("age_group", .cut(of: StudyFixture.at("age"), at: [40]))
        fixture.study.variables.append(
            Variable(
                name: yaml.at("old"), label: "Old",
                source: .groups(
                    of: yaml.at("age_group"),
                    [.init(name: "young", members: [yaml.at("<40"), yaml.at("30-39")])])))
        fixture.expect(
            """
            study.yaml:1:1: error: level '≥40' of 'age_group' is in no group of 'old' [undeclared-level]
                1 | old: { from: age_group, groups: { young: [<40, 30-39] } }
                  | ^^^
               help: add it to a group in variables.old.groups

            study.yaml:1:48: warning: '30-39' doesn't occur in 'age_group' [absent-level]
                1 | old: { from: age_group, groups: { young: [<40, 30-39] } }
                  |                                                ^^^^^
               help: valid levels: '<40', '≥40'
            """)
    }

    @Test func absentLevelsAreKeptWithAWarning() throws {
        var fixture = StudyFixture(
            """
            arms: { column: arm, order: [A, B, C] }
            prior: { levels: ["No", TACE, HAIC] }
            hbv: { codes: { 0: "No", 1: "Yes" } }
            age_group: { from: age, cut: [40, 60] }
            """, patients: "id,arm,prior,hbv,age\n1,A,TACE,0,20\n2,B,No,0,50\n")
        let yaml = fixture.yaml
        fixture.study.arms = ArmDeclaration(
            column: yaml.at("arm"), order: ["A", "B", "C"].map { yaml.at($0, after: "order") })
        fixture.study.variables = [
            Variable(
                name: yaml.at("prior"), label: "Prior", source: .column(yaml.at("prior")),
                levels: [yaml.at("No"), yaml.at("TACE"), yaml.at("HAIC")]),
            Variable(
                name: yaml.at("hbv"), label: "HBV", source: .column(yaml.at("hbv")),
                codes: [.init(raw: yaml.at("0"), level: "No"), .init(raw: yaml.at("1"), level: "Yes")]),
            Variable(
                name: yaml.at("age_group"), label: "Age", source: .cut(of: yaml.at("age", after: "from"), at: [40, 60])),
        ]
        let cohort = try #require(fixture.build().cohort)
        #expect(cohort.arms?.levels.map(\.id) == ["A", "B", "C"])
        fixture.expect(
            """
            study.yaml:1:36: warning: level 'C' of 'arm' doesn't occur in 'patients.csv' [absent-level]
                1 | arms: { column: arm, order: [A, B, C] }
                  |                                    ^
               note: it is kept with a count of 0

            study.yaml:2:31: warning: level 'HAIC' of 'prior' doesn't occur in 'patients.csv' [absent-level]
                2 | prior: { levels: ["No", TACE, HAIC] }
                  |                               ^^^^
               note: it is kept with a count of 0

            study.yaml:3:26: warning: level 'Yes' of 'hbv' doesn't occur in 'patients.csv' [absent-level]
                3 | hbv: { codes: { 0: "No", 1: "Yes" } }
                  |                          ^
               note: it is kept with a count of 0

            study.yaml:4:20: warning: level '≥60' of 'age_group' doesn't occur in 'patients.csv' [absent-level]
                4 | age_group: { from: age, cut: [40, 60] }
                  |                    ^^^
               note: it is kept with a count of 0
            """)
    }

    @Test func referencesMustOccur() {
        var fixture = StudyFixture(
            """
            arms: { column: arm, reference: IO-T }
            sex: { levels: [Female, Male], reference: Female }
            """, patients: "id,arm,sex\n1,IO+T,Male\n2,RT+IO+T,Male\n")
        let yaml = fixture.yaml
        fixture.study.arms = ArmDeclaration(column: yaml.at("arm"), reference: yaml.at("IO-T"))
        fixture.study.variables = [
            Variable(
                name: yaml.at("sex"), label: "Sex", source: .column(yaml.at("sex")),
                levels: [yaml.at("Female"), yaml.at("Male")], reference: yaml.at("Female", after: "Male], "))
        ]
        fixture.expect(
            """
            study.yaml:1:33: error: reference 'IO-T' of 'arm' doesn't occur in 'patients.csv' [absent-reference]
                1 | arms: { column: arm, reference: IO-T }
                  |                                 ^^^^
               help: did you mean 'IO+T'?

            study.yaml:2:43: error: reference 'Female' of 'sex' doesn't occur in 'patients.csv' [absent-reference]
                2 | sex: { levels: [Female, Male], reference: Female }
                  |                                           ^^^^^^
               help: valid levels: 'Male'
            """)
    }

    @Test func statusCodesMustBeDeclared() {
        var fixture = StudyFixture(
            "os: { time: months, status: dead, codes: { 0: censored, 1: event } }",
            patients: "id,months,dead\n1,3,1\n2,4,0.0\n3,5,yes\n4,6,2\n5,7,\u{1B}[0m\n")
        let yaml = fixture.yaml
        fixture.study.endpoints = [
            Endpoint(
                name: yaml.at("os"), label: "OS", short: "OS",
                source: .columns(
                    time: yaml.at("months"), timeUnit: .months, status: yaml.at("dead"),
                    codes: [
                        .init(raw: yaml.at("0"), status: .censored), .init(raw: yaml.at("1"), status: .event),
                    ]), unit: .months)
        ]
        fixture.expect(
            """
            patients.csv:4:5: error: 'dead' must be coded by the study file, found 'yes' [undeclared-code]
               note: declared codes are '0' = censored, '1' = event (study.yaml:1:44)
               help: add 'yes: event' or 'yes: censored' to endpoints.os.codes, or correct the cell

            patients.csv:5:5: error: 'dead' must be coded by the study file, found '2' [undeclared-code]
               note: declared codes are '0' = censored, '1' = event (study.yaml:1:44)
               help: add '2: event' or '2: censored' to endpoints.os.codes, or correct the cell

            patients.csv:6:5: error: 'dead' must be coded by the study file, found '\\u{1B}[0m' [undeclared-code]
               note: declared codes are '0' = censored, '1' = event (study.yaml:1:44)
               help: add '\\u{1B}[0m: event' or '\\u{1B}[0m: censored' to endpoints.os.codes, or correct the cell
            """)
    }
}
