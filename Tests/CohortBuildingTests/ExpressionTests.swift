import CohortBuilding
import StudyFiles
import Testing

@Suite struct ExpressionTests {
    /// Members of a population in a cohort of five: 1, 1.0 and 2 are ages as they were typed, the fourth is missing.
    private static func members(
        _ condition: Expression, declare: (inout StudyFixture) -> Void = { _ in }
    ) throws -> [Bool] {
        var fixture = StudyFixture(
            patients: """
                id,grade,sex,start,empty,code
                1,1,M,2021-01-31,,0
                2,1.0,F,2021-02-01,,1
                3,2,,2021-03-01,,1
                4,,F,,,
                5,10,M,2020-12-31,,0
                """)
        declare(&fixture)
        fixture.population("p", condition)
        // A population without members is an error; the last patient keeps it from being empty.
        fixture.population("q", .binary(.or, condition, .binary(.equal, name("id"), number(5))))
        fixture.study.populations.removeFirst()
        return Array(try fixture.cohort().populations["q"]?.prefix(4) ?? [])
    }

    private static func compare(_ operation: Expression.BinaryOperator, _ left: Expression, _ right: Expression)
        -> Expression
    {
        .binary(operation, left, right)
    }

    @Test(arguments: [
        (Expression.BinaryOperator.equal, [true, true, false, false]), (.notEqual, [false, false, true, false]),
        (.less, [false, false, false, false]), (.lessOrEqual, [true, true, false, false]),
        (.greater, [false, false, true, false]), (.greaterOrEqual, [true, true, true, false]),
    ])
    func numbersAreComparedAndMissingOnesNeverSelected(operation: Expression.BinaryOperator, expected: [Bool]) throws {
        #expect(try Self.members(Self.compare(operation, name("grade"), number(1))) == expected)
        #expect(try Self.members(Self.compare(operation, name("grade"), text("1"))) == expected)
    }

    @Test func sidesMayBeExchanged() throws {
        #expect(try Self.members(Self.compare(.less, number(1), name("grade"))) == [false, false, true, false])
        #expect(try Self.members(Self.compare(.equal, text("F"), name("sex"))) == [false, true, false, true])
        #expect(
            try Self.members(Self.compare(.greaterOrEqual, text("2021-02-01"), name("start")))
                == [true, true, false, false])
    }

    @Test func textsAreEqualOrNot() throws {
        #expect(try Self.members(Self.compare(.equal, name("sex"), text("F"))) == [false, true, false, true])
        #expect(try Self.members(Self.compare(.notEqual, name("sex"), text("F"))) == [true, false, false, false])
    }

    @Test func datesAreComparedWithIsoText() throws {
        #expect(
            try Self.members(Self.compare(.greaterOrEqual, name("start"), text("2021-02-01")))
                == [false, true, true, false])
        #expect(
            try Self.members(Self.compare(.equal, name("start"), text("2021-01-31"))) == [true, false, false, false])
        #expect(try Self.members(Self.compare(.equal, name("start"), name("start"))) == [true, true, true, false])
    }

    /// Kleene's tables, with `grade == 1` known for three patients and missing for the fourth.
    @Test func threeValuedLogic() throws {
        let one = Self.compare(.equal, name("grade"), number(1))
        let female = Self.compare(.equal, name("sex"), text("F"))
        // Patient 3 has no sex, patient 4 no grade. missing or true is true; missing and true is not selected.
        #expect(try Self.members(.binary(.or, one, female)) == [true, true, false, true])
        #expect(try Self.members(.binary(.and, one, female)) == [false, true, false, false])
        // not (missing and false) is true: patient 3's grade is not 1, so its sex does not matter.
        #expect(try Self.members(.not(.binary(.and, one, female))) == [true, false, true, false])
        // not (missing or true) is false, not (missing or false) missing: neither is selected.
        #expect(try Self.members(.not(.binary(.or, one, female))) == [false, false, false, false])
        #expect(try Self.members(.not(one)) == [false, false, true, false])
    }

    @Test func missingCanBeAskedFor() throws {
        func missing(_ column: String, _ isMissing: Bool) -> Expression {
            .missing(StudyFixture.at(column), isMissing: isMissing)
        }
        #expect(try Self.members(missing("grade", true)) == [false, false, false, true])
        #expect(try Self.members(missing("sex", false)) == [true, true, false, true])
        #expect(try Self.members(missing("start", true)) == [false, false, false, true])
        #expect(try Self.members(missing("empty", true)) == [true, true, true, true])
        #expect(
            try Self.members(missing("sex", true)) { $0.declare("sex", separator: ";") } == [false, false, true, false])
    }

    @Test func membership() throws {
        func member(_ column: String, _ list: [Expression], _ isMember: Bool) -> Expression {
            .member(name(column), of: list, isMember: isMember)
        }
        #expect(try Self.members(member("grade", [number(2), number(10)], true)) == [false, false, true, false])
        #expect(try Self.members(member("grade", [number(2), number(10)], false)) == [true, true, false, false])
        #expect(try Self.members(member("sex", [text("M"), text("F")], true)) == [true, true, false, true])
    }

    @Test func aColumnWithoutValuesIsOfEveryType() throws {
        for condition in [
            Self.compare(.equal, name("empty"), text("x")), Self.compare(.less, name("empty"), number(1)),
            Self.compare(.greater, .binary(.add, name("empty"), number(1)), number(1)),
        ] {
            #expect(try Self.members(condition) == [false, false, false, false])
        }
    }

    @Test func codedVariablesAreComparedByLevelOrCode() throws {
        let declare: (inout StudyFixture) -> Void = { $0.declare("code", codes: [("0", "No"), ("1", "Yes")]) }
        for literal in [text("Yes"), text("1"), number(1)] {
            #expect(
                try Self.members(Self.compare(.equal, name("code"), literal), declare: declare)
                    == [false, true, true, false])
        }
    }

    @Test func levelsThatAreNumbersEqualNumbers() throws {
        let declare: (inout StudyFixture) -> Void = { $0.declare("grade", kind: .categorical) }
        #expect(
            try Self.members(Self.compare(.equal, name("grade"), number(1)), declare: declare)
                == [true, true, false, false])
        #expect(
            try Self.members(Self.compare(.notEqual, name("grade"), number(1)), declare: declare)
                == [false, false, true, false])
    }

    @Test func variablesComeBeforeColumnsAndArmIsTheArms() throws {
        #expect(
            try Self.members(Self.compare(.equal, name("grade"), text("≥2"))) {
                $0.declare("grade", .cut(of: StudyFixture.at("grade"), at: [2]))
            } == [false, false, true, false])
        #expect(
            try Self.members(Self.compare(.equal, name("arm"), text("F"))) {
                $0.study.arms = ArmDeclaration(column: StudyFixture.at("sex"))
            } == [false, true, false, true])
    }
}
