import CohortBuilding
import Diagnostics
import Results
import StudyFiles
import Testing

/// What tables, figures and populations of every kind name in the data.
@Suite struct PlanMessageTests {
    /// A covariate of many levels needs some events of each: else it is a number that was misread, or a name.
    @Test func aCovariateOfTooManyLevelsIsWarnedOf() {
        func fixture(levels: Int) -> StudyFixture {
            let rows = (0..<80).map { "\($0),\($0 + 1),\($0 < 62 ? 1 : 0),L\($0 % levels)\n" }.joined()
            var fixture = StudyFixture("rows: [city]\n", patients: "id,t,s,city\n" + rows)
            fixture.study.endpoints = [.columns("os", time: "t", status: "s")]
            fixture.table(
                .cox(
                    CoxPlan(
                        endpoints: [StudyFixture.at("os")], rows: [fixture.yaml.at("city")], showsUnivariable: true,
                        multivariable: .none, univariablePValue: .wald, multivariablePValue: .wald, strata: [],
                        population: nil, usesFirth: true)))
            return fixture
        }
        fixture(levels: 20).expect("")
        fixture(levels: 21).expect(
            """
            study.yaml:1:8: warning: 'city' has 21 levels, too many for a model of 62 events [unsuitable-name]
                1 | rows: [city]
                  |        ^^^^
               note: every level but the reference is a coefficient
               help: where they are numbers, correct the cells that are none, or name them in data.patients.missing
               help: else join levels by 'groups', or leave 'city' out of the model
            """)
    }

    @Test func aTimeBeyondAllFollowUpIsSaid() {
        var fixture = StudyFixture("at: [12, 240]\n", patients: "id,t,s\n1,16.24,1\n2,9,0\n")
        var endpoint = Endpoint.columns("os", time: "t", status: "s")
        endpoint.landmarks = [12, 240].map { Located($0, at: fixture.yaml.place("\(Int($0))")) }
        fixture.study.endpoints = [endpoint]
        fixture.expect(
            """
            study.yaml:1:10: warning: 240 lies beyond all follow-up of endpoint 'os', which ends after 16.2 months [out-of-range]
                1 | at: [12, 240]
                  |          ^^^
               help: name earlier times, or correct 'unit'
            """)
    }

    /// Each name of the list is in one place of the plans; none is in the data.
    @Test func everyVariableOfThePlansIsChecked() {
        let names = (1...20).map { "v\($0)" }
        var fixture = StudyFixture(names.map { "[\($0)]" }.joined(), patients: "id,arm\n1,A\n2,B\n")
        let yaml = fixture.yaml
        func v(_ number: Int) -> Located<String> { yaml.at("v\(number)", after: number == 1 ? "" : "[v\(number - 1)]") }
        let os = StudyFixture.at("os")
        fixture.study.arms = ArmDeclaration(column: StudyFixture.at("arm"))
        var endpoint = Endpoint.columns("os", time: "id", status: "id")
        endpoint.strata = [v(1)]
        fixture.study.endpoints = [endpoint]
        fixture.study.populations = [
            Population(
                name: StudyFixture.at("m"), label: "M", propensity: .matching(on: [v(2)], exact: [v(3)])),
            Population(name: StudyFixture.at("w"), label: "W", propensity: .weighting(on: [v(4)])),
        ]
        fixture.table(
            .matchedBaseline(
                MatchedBaselinePlan(
                    population: StudyFixture.at("m"), rows: [v(5)], showsPValue: false, continuous: .median)))
        fixture.table(.response(.responses(v(6), orr: [])))
        fixture.link("ae", "id,term,grade\n1,Fever,2\n")
        fixture.table(
            .adverseEvents(
                .events(of: "ae", term: StudyFixture.at("term"), grade: StudyFixture.at("grade"), by: v(7))))
        for (number, kind) in [(8, TablePlan.Kind.survival), (9, TablePlan.Kind.incidence)] {
            fixture.table(
                kind(
                    SurvivalTablePlan(
                        endpoints: [os], by: v(number), population: nil, showsDifferences: false, showsPValue: false)))
        }
        fixture.table(
            .cox(
                CoxPlan(
                    endpoints: [os], rows: [v(10), StudyFixture.at("arm")], showsUnivariable: true,
                    multivariable: .none,
                    univariablePValue: .wald, multivariablePValue: .wald, strata: [v(11)], population: nil,
                    usesFirth: true)))
        fixture.table(
            .effect(
                EffectPlan(
                    endpoints: [os], populations: [], by: v(12), adjustFor: [v(13)], pValue: .wald, showsRobust: false))
        )
        fixture.figure(.forest(.subgroups([v(14)], adjustFor: [v(15)])))
        fixture.figure(
            .residuals(
                ResidualFigurePlan(
                    endpoint: os, covariates: [v(16), StudyFixture.at("arm")], population: nil, transform: .km)))
        fixture.figure(
            .incidence(
                KaplanMeierFigurePlan(
                    panels: [.init(endpoint: os, by: v(17))], by: v(18), riskTable: .atRisk, showsIntervals: true,
                    showsCensoring: true, showsMedianLines: false)))
        let unknown = fixture.build().sink.diagnostics.filter { $0.id == .unknownName }
        #expect(unknown.compactMap(\.location) == (1...18).map { v($0).location })
        #expect(unknown.first?.summary == "name 'v1' is neither a variable nor a column of 'patients.csv'")
    }

    @Test func columnsThatPlansNameAreBuilt() throws {
        var fixture = StudyFixture(patients: "id,arm,age,sex,ecog\n1,A,60,M,0\n2,B,50,F,1\n")
        fixture.study.arms = ArmDeclaration(column: StudyFixture.at("arm"))
        fixture.study.populations = [
            Population(
                name: StudyFixture.at("m"), label: "M",
                propensity: .matching(on: [StudyFixture.at("age")], exact: [StudyFixture.at("sex")]))
        ]
        fixture.figure(
            .residuals(
                ResidualFigurePlan(
                    endpoint: StudyFixture.at("os"), covariates: ["arm", "ecog"].map(StudyFixture.at), population: nil,
                    transform: .km)))
        let cohort = try fixture.cohort()
        // The arms stand for themselves and are no variable.
        #expect(cohort.variables.keys.sorted() == ["age", "ecog", "sex"])
        #expect(cohort.populations["m"] == [true, true])
    }

    @Test func columnsOfLinkedFilesExist() {
        var fixture = StudyFixture(
            "{ term: trm, grade: grd, status: stats, reason: why }", patients: "id\n1\n")
        let yaml = fixture.yaml
        fixture.link("ae", "id,term,grade\n1,Fever,2\n")
        fixture.link("log", "no,status,reason\n1,in,\n", patient: nil)
        fixture.table(.adverseEvents(.events(of: "ae", term: yaml.at("trm"), grade: yaml.at("grd"))))
        fixture.figure(
            .flow(.screening("log", status: yaml.at("stats"), included: [], reason: yaml.at("why"))))
        fixture.expect(
            """
            study.yaml:1:9: error: column 'trm' doesn't exist in 'ae.csv' [unknown-column]
                1 | { term: trm, grade: grd, status: stats, reason: why }
                  |         ^^^
               help: did you mean 'term'?

            study.yaml:1:21: error: column 'grd' doesn't exist in 'ae.csv' [unknown-column]
                1 | { term: trm, grade: grd, status: stats, reason: why }
                  |                     ^^^
               help: valid columns: 'id', 'term', 'grade'

            study.yaml:1:34: error: column 'stats' doesn't exist in 'log.csv' [unknown-column]
                1 | { term: trm, grade: grd, status: stats, reason: why }
                  |                                  ^^^^^
               help: did you mean 'status'?

            study.yaml:1:49: error: column 'why' doesn't exist in 'log.csv' [unknown-column]
                1 | { term: trm, grade: grd, status: stats, reason: why }
                  |                                                 ^^^
               help: valid columns: 'no', 'status', 'reason'
            """)
    }

    @Test func gradesAreWholeNumbers() {
        var fixture = StudyFixture(patients: "id,age\n1,60\n2,17\n")
        fixture.study.exclusions = [
            ExclusionRule(condition: .binary(.less, name("age"), number(18)), reason: "Young")
        ]
        // A missing grade is allowed, 3.0 is a whole number, and nothing is checked of a patient who is left out.
        fixture.link("ae", "id,term,grade\n1,Fever,3.0\n1,Fever,2.5\n1,Rash,Grade 3\n1,Rash,\n1,Pain,-1\n2,Rash,x\n")
        fixture.table(
            .adverseEvents(.events(of: "ae", term: StudyFixture.at("term"), grade: StudyFixture.at("grade"))))
        fixture.expect(
            """
            ae.csv:3:9: error: 'grade' must be a whole number not below 0, found '2.5' [unparsable-number]
               help: correct the cell, or add '2.5' to data.ae.missing if it stands for a missing value

            ae.csv:4:8: error: 'grade' must be a whole number not below 0, found 'Grade 3' [unparsable-number]
               help: correct the cell, or add 'Grade 3' to data.ae.missing if it stands for a missing value

            ae.csv:6:8: error: 'grade' must be a whole number not below 0, found '-1' [unparsable-number]
               help: correct the cell, or add '-1' to data.ae.missing if it stands for a missing value
            """)
    }

    @Test func termsAndStatusesOccur() {
        var fixture = StudyFixture("{ terms: [Fever, Rsh], included: [in, inn] }", patients: "id\n1\n")
        let yaml = fixture.yaml
        fixture.link("ae", "id,term,grade\n1,Fever,3\n1,Rash,1\n")
        fixture.link("log", "no,status,reason\n1,in,\n2,excluded,age\n", patient: nil)
        fixture.table(
            .adverseEvents(
                .events(
                    of: "ae", term: StudyFixture.at("term"), grade: StudyFixture.at("grade"),
                    terms: [yaml.at("Fever"), yaml.at("Rsh")])))
        fixture.figure(
            .flow(
                .screening(
                    "log", status: StudyFixture.at("status"), included: [yaml.at("in", after: "[in"), yaml.at("inn")],
                    reason: StudyFixture.at("reason"))))
        fixture.expect(
            """
            study.yaml:1:18: warning: term 'Rsh' doesn't occur in 'term' of 'ae.csv' [absent-level]
                1 | { terms: [Fever, Rsh], included: [in, inn] }
                  |                  ^^^
               note: it is kept with a count of 0
               help: did you mean 'Rash'?

            study.yaml:1:39: warning: status 'inn' doesn't occur in 'status' of 'log.csv' [absent-level]
                1 | { terms: [Fever, Rsh], included: [in, inn] }
                  |                                       ^^^
               note: it is kept with a count of 0
               help: did you mean 'in'?
            """)
    }

    @Test func ratesCountLevels() {
        var fixture = StudyFixture(
            "{ variable: best, rates: { ORR: [CR, PPR] } }, { variable: age }",
            patients: "id,best,age\n1,PR,60\n2,CR,61\n")
        let yaml = fixture.yaml
        fixture.table(.response(.responses(yaml.at("best"), orr: [yaml.at("CR"), yaml.at("PPR")])))
        fixture.table(.response(.responses(yaml.at("age"), orr: [])))
        fixture.expect(
            """
            study.yaml:1:38: error: 'PPR' of rate 'ORR' is not a level of 'best' [unknown-name]
                1 | { variable: best, rates: { ORR: [CR, PPR] } }, { variable: age }
                  |                                      ^^^
               help: did you mean 'PR'?
               help: if nobody has it, declare it: variables.best.levels

            study.yaml:1:60: error: a response is one of several levels, 'age' is not categorical [wrong-type]
                1 | { variable: best, rates: { ORR: [CR, PPR] } }, { variable: age }
                  |                                                            ^^^
               help: declare its levels under 'variables', or name another variable
            """)
    }

    @Test func aDeclaredLevelThatNobodyHasMayBeCounted() {
        var fixture = StudyFixture(patients: "id,best\n1,PR\n2,PD\n")
        fixture.declare("best", levels: ["CR", "PR", "PD"])
        fixture.table(
            .response(.responses(StudyFixture.at("best"), orr: ["CR", "PR"].map(StudyFixture.at))))
        let (cohort, sink) = fixture.build()
        #expect(cohort != nil)
        #expect(sink.diagnostics.map(\.id) == [.absentLevel])
    }

    @Test func scoresAndForestPlotsNeedTwoArms() {
        var fixture = StudyFixture(
            "{ column: arm }, m: { match: … }, w: { weigh: … }, { id: forest }",
            patients: "id,arm,age\n1,A,1\n2,B,1\n3,C,1\n")
        let yaml = fixture.yaml
        let age = StudyFixture.at("age")
        fixture.study.arms = ArmDeclaration(column: yaml.at("arm"))
        fixture.study.populations = [
            Population(name: yaml.at("m", after: ", "), label: "M", propensity: .matching(on: [age])),
            Population(name: yaml.at("w", after: "…"), label: "W", propensity: .weighting(on: [age])),
        ]
        fixture.figure(.forest(.subgroups([age])), name: yaml.at("forest"))
        fixture.expect(
            """
            study.yaml:1:18: error: matching needs two arms, and the data hold 3 [not-two-arms]
                1 | { column: arm }, m: { match: … }, w: { weigh: … }, { id: forest }
                  |                  ^
               note: the arms are 'A', 'B', 'C' (study.yaml:1:11)
               help: leave the patients of other arms out by an exclusion, or correct the column of the arms

            study.yaml:1:35: error: weighting needs two arms, and the data hold 3 [not-two-arms]
                1 | { column: arm }, m: { match: … }, w: { weigh: … }, { id: forest }
                  |                                   ^
               note: the arms are 'A', 'B', 'C' (study.yaml:1:11)
               help: leave the patients of other arms out by an exclusion, or correct the column of the arms

            study.yaml:1:58: error: a forest plot needs two arms, and the data hold 3 [not-two-arms]
                1 | { column: arm }, m: { match: … }, w: { weigh: … }, { id: forest }
                  |                                                          ^^^^^^
               note: the arms are 'A', 'B', 'C' (study.yaml:1:11)
               help: leave the patients of other arms out by an exclusion, or correct the column of the arms
            """)
    }
}
