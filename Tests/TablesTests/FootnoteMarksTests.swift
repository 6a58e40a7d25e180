import Testing

@testable import Tables

@Suite("Footnote marks")
struct FootnoteMarksTests {
    @Test(
        "letters, then two letters", arguments: [(0, "a"), (25, "z"), (26, "aa"), (51, "az"), (52, "ba"), (702, "aaa")])
    func letters(index: Int, letters: String) {
        #expect(FootnoteMarks.letters(index) == letters)
    }

    @Test("a note asked for twice keeps its mark")
    func shared() {
        var marks = FootnoteMarks()
        #expect([marks.mark("first"), marks.mark("second"), marks.mark("first")] == ["a", "b", "a"])
        #expect(marks.footnotes.map(\.text.plain) == ["first", "second"])
    }
}
