import Diagnostics
import StudyFiles
import Testing

@testable import CohortBuilding

/// Long files take quicker ways than short ones; they must arrive where those do.
@Suite struct LongFileTests {
    private static let count = 70_000

    /// Numbers from 0 in an order that jumps about.
    private static let shuffled = (0..<count).map { $0 * 48_271 % count }

    private static func variable(_ name: String) -> Variable {
        let place = SourceLocation(file: "study.yaml", line: 1, column: 1)
        return Variable(name: Located(name, at: place), label: name, source: .column(Located(name, at: place)))
    }

    private static let keys: [@Sendable (Int) -> String] = [
        { String($0 + 5) }, { String($0 * 1_000_003) }, { "K\(String(100_000 + $0))" }, { "\"\($0)\"" },
    ]

    @Test(arguments: keys.indices) func `patients come in the order of their keys`(kind: Int) throws {
        let rows = Self.shuffled.map { "\(Self.keys[kind]($0)),\($0 % 3 == 0 ? "a" : "\"b\""),\($0).5\n" }
        var fixture = StudyFixture(patients: "id,x,y\n" + rows.joined())
        fixture.study.variables = ["x", "y"].map(Self.variable)
        let built = fixture.build()
        let cohort = try #require(built.cohort)
        #expect(cohort.keys == KeyValues((0..<Self.count).map { Self.keys[kind]($0).filter { $0 != "\"" } }))
        guard case .categorical(let x)? = cohort.variables["x"], case .continuous(let y, 1)? = cohort.variables["y"]
        else {
            Issue.record("the variables have other kinds")
            return
        }
        let codes = LevelCodes((0..<Self.count).map { $0 % 3 == 0 ? 0 : 1 })
        let numbers = NumberValues((0..<Self.count).map { Double($0) + 0.5 })
        #expect(x.codes == codes)
        #expect(y == numbers)
    }

    @Test(arguments: keys.indices) func `a key that stands twice is found`(kind: Int) {
        let rows = Self.shuffled.map { "\(Self.keys[kind]($0 == 9 ? 60_000 : $0)),1\n" }
        let sink = StudyFixture(patients: "id,x\n" + rows.joined()).build().sink
        let key = Self.keys[kind](60_000).filter { $0 != "\"" }
        #expect(sink.diagnostics.map(\.summary) == ["'id' must be unique, found '\(key)' again"])
    }

    @Test func `without a key the rows' cells give the order`() throws {
        let rows = Self.shuffled.map { "\($0 % 2 == 0 ? "" : "b"),\(100_000 + $0)\n" }
        var fixture = StudyFixture(patients: "x,y\n" + rows.joined(), key: nil)
        fixture.study.variables = [Self.variable("y")]
        let cohort = try #require(fixture.build().cohort)
        let half = Self.count / 2
        // The rows without x come first, each kind by y.
        let even = (0..<half).map { Optional(Double(100_000 + 2 * $0)) }
        let odd = (0..<half).map { Optional(Double(100_001 + 2 * $0)) }
        guard case .continuous(let y, 0)? = cohort.variables["y"] else {
            Issue.record("y is no number")
            return
        }
        #expect(y == NumberValues(even + odd))
    }
}
