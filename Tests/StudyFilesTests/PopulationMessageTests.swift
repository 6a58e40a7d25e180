import Testing

/// Messages about matched and weighted populations.
@Suite struct PopulationMessageTests {
    @Test func aPopulationIsMadeSomehow() {
        expectFaults(
            in: head + """
                populations:
                  nobody: { label: Nobody }
                  both: { match: { on: [age] }, weigh: { on: [age] } }
                  without: { match: { ratio: 2 } }
                """,
            """
            study.yaml:9:3: error: population 'nobody' needs 'where' [missing-key]
                9 |   nobody: { label: Nobody }
                  |   ^^^^^^
               help: add 'where: age >= 65'

            study.yaml:10:33: error: 'weigh' can't stand with 'match': a population is matched or weighted [conflicting-keys]
               10 |   both: { match: { on: [age] }, weigh: { on: [age] } }
                  |                                 ^^^^^
               note: 'match' is given here (study.yaml:10:11)
               help: delete one or the other

            study.yaml:11:14: error: section 'match' needs 'on' [missing-key]
               11 |   without: { match: { ratio: 2 } }
                  |              ^^^^^
               help: add 'on: [age, sex]'
            """)
    }

    @Test func calipersAndCountsAreInRange() {
        expectFaults(
            in: head + """
                populations:
                  a: { match: { on: [age], caliper: 0, ratio: 0, sensitivity: -1, seed: one } }
                  b: { match: { on: [age], caliper: wide, method: greedy, replace: none } }
                """,
            """
            study.yaml:9:37: error: expected a number above 0 for 'caliper', found 0 [out-of-range]
                9 |   a: { match: { on: [age], caliper: 0, ratio: 0, sensitivity: -1, seed: one } }
                  |                                     ^

            study.yaml:9:47: error: expected a whole number from 1 to 20 for 'ratio', found 0 [out-of-range]
                9 |   a: { match: { on: [age], caliper: 0, ratio: 0, sensitivity: -1, seed: one } }
                  |                                               ^

            study.yaml:9:63: error: expected a whole number from 0 to 100000 for 'sensitivity', found -1 [out-of-range]
                9 |   a: { match: { on: [age], caliper: 0, ratio: 0, sensitivity: -1, seed: one } }
                  |                                                               ^^

            study.yaml:9:73: error: expected a whole number from 0 to 2147483647 for 'seed', found 'one' [wrong-type]
                9 |   a: { match: { on: [age], caliper: 0, ratio: 0, sensitivity: -1, seed: one } }
                  |                                                                         ^^^

            study.yaml:10:37: error: expected a number for 'caliper', found 'wide' [wrong-type]
               10 |   b: { match: { on: [age], caliper: wide, method: greedy, replace: none } }
                  |                                     ^^^^

            study.yaml:10:51: error: 'greedy' is not a choice of 'method' [unknown-value]
               10 |   b: { match: { on: [age], caliper: wide, method: greedy, replace: none } }
                  |                                                   ^^^^^^
               help: valid choices: 'nearest', 'optimal'

            study.yaml:10:68: error: expected true or false for 'replace', found 'none' [wrong-type]
               10 |   b: { match: { on: [age], caliper: wide, method: greedy, replace: none } }
                  |                                                                    ^^^^
            """)
    }

    @Test func theScoreIsOfTheArm() {
        expectFaults(
            in: head + """
                populations:
                  a: { match: { on: [age, arm], exact: [arm] } }
                """,
            """
            study.yaml:9:27: error: 'arm' can't be used here: the score is the probability of the arm [unsuitable-name]
                9 |   a: { match: { on: [age, arm], exact: [arm] } }
                  |                           ^^^
               help: delete it

            study.yaml:9:41: error: 'arm' can't be used here: the two of a pair are of different arms [unsuitable-name]
                9 |   a: { match: { on: [age, arm], exact: [arm] } }
                  |                                         ^^^
               help: delete it
            """)
    }

    @Test func scoresNeedTwoArms() {
        let text = """
            greenwood: 1
            study: { title: A study }
            data: { patients: { file: patients.csv } }
            populations:
              a: { match: { on: [age] } }
              b: { weigh: { on: [age] } }
            endpoints:
              os: { from: a, event: b, censor: c }
            figures:
              - { id: forest, kind: forest, endpoint: os, subgroups: [sex] }
            """
        expectFaults(
            in: text,
            """
            study.yaml:5:8: error: matching needs two arms, and the study has none [not-two-arms]
                5 |   a: { match: { on: [age] } }
                  |        ^^^^^
               help: add 'arms: { column: arm }'

            study.yaml:6:8: error: weighting needs two arms, and the study has none [not-two-arms]
                6 |   b: { weigh: { on: [age] } }
                  |        ^^^^^
               help: add 'arms: { column: arm }'

            study.yaml:10:19: error: a forest plot needs two arms, and the study has none [not-two-arms]
               10 |   - { id: forest, kind: forest, endpoint: os, subgroups: [sex] }
                  |                   ^^^^
               help: add 'arms: { column: arm }'
            """)
        expectFaults(
            in: text + "\narms: { column: arm, order: [A, B, C] }\n",
            """
            study.yaml:5:8: error: matching needs two arms, and 'order' names 3 [not-two-arms]
                5 |   a: { match: { on: [age] } }
                  |        ^^^^^
               note: the arms are named here (study.yaml:11:22)
               help: name two arms, and leave the patients of the others out by an exclusion

            study.yaml:6:8: error: weighting needs two arms, and 'order' names 3 [not-two-arms]
                6 |   b: { weigh: { on: [age] } }
                  |        ^^^^^
               note: the arms are named here (study.yaml:11:22)
               help: name two arms, and leave the patients of the others out by an exclusion

            study.yaml:10:19: error: a forest plot needs two arms, and 'order' names 3 [not-two-arms]
               10 |   - { id: forest, kind: forest, endpoint: os, subgroups: [sex] }
                  |                   ^^^^
               note: the arms are named here (study.yaml:11:22)
               help: name two arms, and leave the patients of the others out by an exclusion
            """)
    }

    @Test func someFiguresAndTablesNeedAScore() {
        expectFaults(
            in: head + """
                populations:
                  old: { where: age > 65 }
                tables:
                  - { id: balance, kind: matched-baseline, population: old }
                figures:
                  - { id: overlap, kind: overlap, population: all }
                """,
            """
            study.yaml:11:56: error: population 'old' is not made by 'match' or 'weigh' [unsuitable-name]
               11 |   - { id: balance, kind: matched-baseline, population: old }
                  |                                                        ^^^
               note: it is declared here (study.yaml:9:3)
               help: declare one: matched: { match: { on: [age, sex] } }

            study.yaml:13:47: error: population 'all' is not made by 'match' or 'weigh' [unsuitable-name]
               13 |   - { id: overlap, kind: overlap, population: all }
                  |                                               ^^^
               help: declare one: matched: { match: { on: [age, sex] } }
            """)
    }

    @Test func populationsMadeByAScoreAreNamed() {
        expectFaults(
            in: head + """
                populations:
                  old: { where: age > 65 }
                  matched: { match: { on: [age] } }
                figures:
                  - { id: love, kind: balance, population: old, thresholds: [0, 0.1] }
                """,
            """
            study.yaml:12:44: error: population 'old' is not made by 'match' or 'weigh' [unsuitable-name]
               12 |   - { id: love, kind: balance, population: old, thresholds: [0, 0.1] }
                  |                                            ^^^
               note: it is declared here (study.yaml:9:3)
               help: populations so made: 'matched'

            study.yaml:12:62: error: expected a number above 0 for 'thresholds', found 0 [out-of-range]
               12 |   - { id: love, kind: balance, population: old, thresholds: [0, 0.1] }
                  |                                                              ^
            """)
    }
}
