import Testing

@testable import Drawing

/// Every character takes 10 points.
private struct Typewriter: TextMeasuring {
    func width(of text: String, in font: Font) -> Double { Double(text.count) * 10 }
    func extent(of font: Font) -> (ascent: Double, descent: Double) { (8, 2) }
}

/// Characters of many widths, which stand closer beside some others.
private struct KerningText: TextMeasuring {
    func width(of text: String, in font: Font) -> Double {
        let widths = text.unicodeScalars.map { 3 + Double($0.value % 7) }
        let closer = zip(text.unicodeScalars, text.unicodeScalars.dropFirst()).count { ($0.value + $1.value) % 3 == 0 }
        return widths.reduce(0, +) - 1.5 * Double(closer)
    }

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
        ("abcdefgh", 3, ["ab-", "cd-", "efg", "h"]),
        ("chemotherapy", 11, ["chemother-", "apy"]),
        ("12345678", 3, ["123", "456", "78"]),
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
            let isBroken = characters < 12
            #expect(lines.joined().filter { $0 != " " && !(isBroken && $0 == "-") } == text.filter { $0 != " " })
        }
    }

    /// A count is read as one: `(n =` at the end of a line and `60)` on the next is not.
    @Test func statementsHoldTogether() {
        #expect(lines("tisagen (n = 60)", 12) == ["tisagen", "(n = 60)"])
        #expect(lines("Log-rank p < 0.001", 13) == ["Log-rank", "p < 0.001"])
        // Nothing is held together for a word before the relation.
        #expect(lines("stay > 24 h", 6) == ["stay >", "24 h"])
    }

    /// What is worked out from the widths of words is what comes of measuring every line that there could be.
    @Test func linesAreAsFullAsMeasuringSays() {
        let text = "Odds of RT+IO+T over follow-up, AVATAR / Tokyo (n = 31) To Wa. AV: 1–11–7 Voyage a b c d"
        // A count is one word.
        let words = text.replacing("n = 31", with: "n\u{A0}=\u{A0}31").split(separator: " ").map {
            String($0).replacing("\u{A0}", with: " ")
        }
        let measure = KerningText()
        for width in stride(from: 40.0, to: 400, by: 3) {
            var fullest: [String] = []
            for word in words {
                let longer = fullest.last.map { "\($0) \(word)" }
                if let longer, measure.width(of: longer, in: font) <= width {
                    fullest[fullest.count - 1] = longer
                } else {
                    fullest.append(word)
                }
            }
            guard words.allSatisfy({ measure.width(of: $0, in: font) <= width }) else { continue }
            let lines = linesOfWholeWords(of: text, in: font, toWidth: width, measuring: measure)
            #expect(lines.count == fullest.count)
            #expect(lines.joined(separator: " ") == text)
            #expect(lines.allSatisfy { measure.width(of: $0, in: font) <= width })
        }
    }

    @Test func wordsAndNoBreakSpacesHoldTogether() {
        func lines(_ characters: Int) -> [String] {
            linesOfWholeWords(
                of: "off follow-up (n\u{A0}=\u{A0}7)", in: font, toWidth: Double(characters) * 10,
                measuring: Typewriter())
        }
        #expect(lines(30) == ["off follow-up (n = 7)"])
        #expect(lines(14) == ["off follow-up", "(n = 7)"])
        #expect(lines(9) == ["off", "follow-up", "(n = 7)"])
        #expect(lines(8) == ["off", "follow-", "up", "(n = 7)"])
    }
}
