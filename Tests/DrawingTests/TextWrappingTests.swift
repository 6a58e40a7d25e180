import TestSupport
import Testing

@testable import Drawing

/// Every character takes 10 points.
private struct Typewriter: TextMeasuring {
    func width(of text: String, in font: Font) -> Double { Double(text.count) * 10 }
    func extent(of font: Font) -> (ascent: Double, descent: Double) { (8, 2) }
}

@Suite struct TextWrappingTests {
    private let font = Font(family: "Any", size: 10)

    private func lines(_ text: String, _ characters: Int) -> [String] {
        wrappedLines(of: text, in: font, toWidth: Double(characters) * 10, measuring: Typewriter())
    }

    @Test(arguments: [
        ("short", 10, ["short"]),
        ("", 10, [""]),
        ("two words", 5, ["two", "words"]),
        ("IO+T", 3, ["IO+", "T"]),
        ("progression-free", 12, ["progression-", "free"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("one\ntwo", 20, ["one two"]),
        ("W", 0, ["W"]),
    ])
    func breaks(text: String, characters: Int, expected: [String]) {
        #expect(lines(text, characters) == expected)
    }

    @Test func linesAreEven() {
        // Filled greedily this would be "aaa bbb ccc" and a lonely "ddd".
        #expect(lines("aaa bbb ccc ddd", 11) == ["aaa bbb", "ccc ddd"])
        #expect(lines("免疫治疗联合靶向", 7) == ["免疫治疗", "联合靶向"])
    }

    @Test func closingPunctuationStaysWithItsWord() {
        #expect(lines("放疗。免疫", 3) == ["放疗。", "免疫"])
        #expect(lines("放疗。免疫", 2) == ["放", "疗。", "免疫"])
    }

    @Test func evenLinesDoNotBreakWords() {
        #expect(lines("a tremelimumab b", 12) == ["a", "tremelimumab", "b"])
        #expect(widestWord(of: "a tremelimumab b", in: font, measuring: Typewriter()) == 120)
    }

    @Test func nothingIsLostAndNothingTooWide() {
        let text = "Durvalumab plus tremelimumab (STRIDE regimen) 放疗联合免疫治疗"
        for characters in 1...50 {
            let lines = lines(text, characters)
            #expect(lines.allSatisfy { $0.count <= characters })
            #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
        }
    }
}
