import Diagnostics
import Testing

/// Files made to exhaust a reader get a message that says the bound.
@Suite struct LimitTests {
    @Test(arguments: ["c,", ","]) func `a million columns`(column: String) {
        let header = String(repeating: column, count: 1_000_000)
        let sink = StudyFixture(patients: header + "\n" + header + "\n").build().sink
        #expect(sink.hasErrors)
        #expect(sink.diagnostics.count < 5)
        #expect(sink.diagnostics.map(\.summary) == ["header has more than 65536 columns"])
    }

    @Test func `a cell that is larger than any value, of many`() {
        let cell = String(repeating: "x", count: (1 << 20) + 1)
        let rows = (1...20).map { "\($0),\(cell)\n" }.joined()
        let sink = StudyFixture(patients: "id,a\n" + rows).build().sink
        #expect(Set(sink.diagnostics.map(\.summary)) == ["cell is longer than 1048576 bytes"])
        // What is quoted of it is short.
        #expect(sink.diagnostics.allSatisfy { "\($0)".utf8.count < 2000 })
    }

    @Test func `a quote that is never closed`() {
        let text = "id,a\n1,\"" + String(repeating: "x,y\n", count: 1_000_000)
        let sink = StudyFixture(patients: text).build().sink
        #expect(sink.diagnostics.count == 1)
    }

    @Test func `more faults than anybody reads`() {
        let text = "id,a\n" + String(repeating: "1\n", count: 200_000)
        let sink = StudyFixture(patients: text).build().sink
        #expect(sink.hasErrors)
        #expect(sink.diagnostics.count <= 1001)
    }
}
