import CohortBuilding
import StudyFiles
import Testing

@Suite struct VariableTests {
    private static func levels(_ names: String...) -> [CategoricalValues.Level] {
        names.map { .init(id: $0, label: $0) }
    }

    private static func values(
        _ cells: [String], _ declare: (inout StudyFixture) -> Void = { $0.declare("x") }
    ) throws -> VariableValues {
        let rows = cells.enumerated().map { "\($0 + 1),\($1)\n" }.joined()
        var fixture = StudyFixture(patients: "id,x\n\(rows)", missing: ["NA"])
        declare(&fixture)
        let variables = try #require(fixture.build().cohort).variables
        return try #require(variables[fixture.study.variables.last?.name.value ?? ""])
    }

    @Test func theFirstCaseThatIsMetCounts() throws {
        // Rows: both answers, the second only, another only, none given.
        let values = try Self.values(["A;B", "B", "C", ""]) { fixture in
            fixture.declare("x", separator: ";")
            let includes = { (answer: String) in
                Expression.includes(StudyFixture.at("x"), answer: StudyFixture.at(answer))
            }
            fixture.study.variables.append(
                Variable(
                    name: StudyFixture.at("target"), label: "Target",
                    source: .cases([
                        .init(level: StudyFixture.at("first"), condition: includes("A")),
                        .init(level: StudyFixture.at("second"), condition: includes("B")),
                    ])))
        }
        #expect(
            values
                == .categorical(
                    .init(levels: Self.levels("first", "second"), codes: [0, 1, nil, nil], reference: 0)))
    }

    @Test func numbersMakeAContinuousVariable() throws {
        #expect(try Self.values(["1", "2.50", "", "NA", "1e1"]) == .continuous([1, 2.5, nil, nil, 10], decimals: 2))
        #expect(try Self.values(["", "NA"]) == .continuous([nil, nil], decimals: 0))
    }

    @Test func textsMakeACategoricalVariableInTheirOrder() throws {
        #expect(
            try Self.values(["b", "10", "a", "", "b"])
                == .categorical(.init(levels: Self.levels("10", "a", "b"), codes: [2, 0, 1, nil, 2], reference: 0)))
        #expect(
            try Self.values(["10", "9", "1"]) { $0.declare("x", kind: .categorical) }
                == .categorical(.init(levels: Self.levels("1", "9", "10"), codes: [2, 1, 0], reference: 0)))
    }

    @Test func levelsAndReferenceAreTheStudys() throws {
        let values = try Self.values(["No", "TACE", "NA", "HAIC"]) {
            $0.declare("x", levels: ["No", "TACE", "HAIC"], reference: "TACE")
        }
        #expect(
            values
                == .categorical(
                    .init(levels: Self.levels("No", "TACE", "HAIC"), codes: [0, 1, nil, 2], reference: 1)))
    }

    @Test func aReferenceAloneMakesALevelOfEachNumber() throws {
        #expect(
            try Self.values(["2", "0", "1"]) { $0.declare("x", reference: "1") }
                == .categorical(.init(levels: Self.levels("0", "1", "2"), codes: [2, 0, 1], reference: 1)))
    }

    @Test func numbersWrittenOtherwiseAreTheSameLevelOrCode() throws {
        #expect(
            try Self.values(["0", "1.0", "1", "NA"]) { $0.declare("x", levels: ["0", "1"]) }
                == .categorical(.init(levels: Self.levels("0", "1"), codes: [0, 1, 1, nil], reference: 0)))
        #expect(
            try Self.values(["0.0", "1", "2"]) { $0.declare("x", codes: [("1", "Yes"), ("0", "No"), ("2", "Yes")]) }
                == .categorical(.init(levels: Self.levels("Yes", "No"), codes: [1, 0, 0], reference: 0)))
    }

    @Test func codesMayHaveLevelsInAnotherOrder() throws {
        #expect(
            try Self.values(["1", "0"]) {
                $0.declare("x", levels: ["Yes", "No"], codes: [("0", "No"), ("1", "Yes")], reference: "No")
            } == .categorical(.init(levels: Self.levels("Yes", "No"), codes: [0, 1], reference: 1)))
    }

    @Test func cutPoints() throws {
        #expect(
            try Self.values(["39.99", "40", "60", "NA", "59"]) { fixture in
                fixture.declare("group", .cut(of: StudyFixture.at("x"), at: [40, 60]))
            }
                == .categorical(
                    .init(levels: Self.levels("<40", "40–<60", "≥60"), codes: [0, 1, 2, nil, 1], reference: 0)))
        #expect(
            try Self.values(["0", "1", "2"]) { fixture in
                fixture.declare(
                    "group", .cut(of: StudyFixture.at("x"), at: [1]), levels: ["0", "1–2"], reference: "1–2")
            } == .categorical(.init(levels: Self.levels("0", "1–2"), codes: [0, 1, 1], reference: 1)))
    }

    /// A variable may be named like the column that it is made from.
    @Test func aVariableMayCutItsOwnColumn() throws {
        #expect(
            try Self.values(["59", "60"]) { $0.declare("x", .cut(of: StudyFixture.at("x"), at: [60])) }
                == .categorical(.init(levels: Self.levels("<60", "≥60"), codes: [0, 1], reference: 0)))
    }

    @Test func groupsOfAColumnAndOfAVariable() throws {
        let groups: [Variable.Group] = [
            .init(name: "early", members: ["0", "A"].map(StudyFixture.at)),
            .init(name: "late", members: [StudyFixture.at("B")]),
        ]
        #expect(
            try Self.values(["A", "B", "0", "NA"]) { fixture in
                fixture.declare("group", .groups(of: StudyFixture.at("x"), groups), reference: "late")
            } == .categorical(.init(levels: Self.levels("early", "late"), codes: [0, 1, 0, nil], reference: 1)))
        // Declared before the variable that it is made from.
        #expect(
            try Self.values(["39", "50", "70"]) { fixture in
                let joined: [Variable.Group] = [
                    .init(name: "young", members: [StudyFixture.at("<40")]),
                    .init(name: "old", members: ["40–<60", "≥60"].map(StudyFixture.at)),
                ]
                fixture.declare("group", .cut(of: StudyFixture.at("x"), at: [40, 60]))
                fixture.declare("joined", .groups(of: StudyFixture.at("group"), joined))
            } == .categorical(.init(levels: Self.levels("young", "old"), codes: [0, 1, 1], reference: 0)))
    }

    @Test func severalAnswers() throws {
        #expect(
            try Self.values(["Lung;Bone", "", " Bone ; ;Bone", "Liver lesions", ";"]) {
                $0.declare("x", separator: ";")
            }
                == .multiResponse(
                    levels: Self.levels("Bone", "Liver lesions", "Lung"), responses: [[0, 2], nil, [0], [1], nil]))
        #expect(
            try Self.values(["2/1", "1"]) { $0.declare("x", codes: [("1", "Lung"), ("2", "Bone")], separator: "/") }
                == .multiResponse(levels: Self.levels("Lung", "Bone"), responses: [[0, 1], [0]]))
    }

    @Test func formulasOverColumnsAndVariables() throws {
        // BED10 = d · (1 + d / f / 10): 50 Gy in 20 gives 50 · (1 + 2.5 / 10) = 62.5.
        let dose = name("x")
        let bed = Expression.binary(
            .multiply, dose,
            .binary(
                .add, number(1), .binary(.divide, .binary(.divide, dose, number(20)), number(10))))
        #expect(
            try Self.values(["50", "NA", "60"]) { fixture in
                fixture.declare("bed", .formula(bed))
            } == .continuous([62.5, nil, 78], decimals: 1))
        #expect(
            try Self.values(["50", "NA"]) { fixture in
                fixture.declare("twice", .formula(.binary(.multiply, name("half"), number(2))))
                fixture.declare("half", .formula(.binary(.divide, .negate(name("x")), number(2))))
                fixture.declare(
                    "last", .formula(.binary(.subtract, name("twice"), .binary(.power, number(2), number(3)))))
            } == .continuous([-58, nil], decimals: 1))
    }
}
